"""Registration of a running tracker: what to learn biases from, and when to believe them.

Reported time is cut into batches of some tens of seconds. Once nothing can come into a batch any
more, biases are estimated from what is kept, by whole flights: the same flights cut into batches
would say far less. As soon as the data refute that no station is off, the biases are taken off, and
from then on every estimate that knows more than the one before, or refutes it, takes its place. The
tracker then goes through the detections that are kept once more, all with the same biases. So no
track is bent or torn by a correction that sets in while it is followed, and no late detection is
corrected otherwise than those beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.errors import RangeError
from glasshield.fusion.observed import BIASES
from glasshield.fusion.registration import (
    Registration,
    RegistrationOptions,
    corrected,
    free_flight_index,
    register,
)
from glasshield.fusion.tracks import Tracks
from glasshield.sensing.detections import Detections

# Standard deviations of a chi squared beyond its mean, from where on it refutes biases.
REFUTED: Final = 6.0
# Detections of one estimate: enough for the biases of some stations, and quick.
MOST: Final = 8_000
# Biases are estimated anew once more than this share of the detections of free flight is new.
NEWS: Final = 0.2
_TIME: Final = BIASES.index("time_s")


@dataclass(frozen=True, slots=True)
class OnlineOptions:
    """How a running tracker registers its stations.

    Attributes:
        every_s: length of a batch.
        registration: what is known beforehand, and the gate.
        memory_s: older detections are let go: biases may wander.
        most_kept: of more detections the oldest batches are let go; the last complete one stays.
    """

    every_s: float = 30.0
    registration: RegistrationOptions = field(
        default_factory=lambda: RegistrationOptions(most_detections=MOST)
    )
    memory_s: float = 3_600.0
    most_kept: int = 200_000

    def __post_init__(self) -> None:
        if not (self.every_s > 0.0 and self.memory_s > 0.0 and self.most_kept > 0):
            raise RangeError(
                "every_s, memory_s and most_kept are above zero", where="OnlineOptions"
            )


USUAL: Final = OnlineOptions()


@dataclass(frozen=True, slots=True)
class Numbered:
    """Detections as they were reported, and their numbers among all that a tracker was given."""

    detections: Detections
    number: Int[np.ndarray, "n"]

    def __len__(self) -> int:
        return len(self.number)

    def take(self, rows: Int[np.ndarray, "k"] | Bool[np.ndarray, "n"]) -> Numbered:
        """Those that an index array or a mask chooses."""
        return Numbered(self.detections.take(rows), self.number[rows])

    @classmethod
    def join(cls, parts: Sequence[Numbered]) -> Numbered:
        """All of several, in an order that does not depend on how they came."""
        both = Detections.join([part.detections for part in parts])
        keys = (both.elevation_rad, both.azimuth_rad, both.range_m, both.station_index, both.time_s)
        return cls(both, np.concatenate([part.number for part in parts])).take(np.lexsort(keys))


class OnlineRegistration:
    """The biases of a tracker's stations while detections come in, and the detections kept for it.

    Attributes:
        registration: the biases as far as they are known.
        in_use: those that are taken off; None while none are.
        changes: how often those in use have changed.
    """

    def __init__(
        self,
        nothing: Detections,
        options: OnlineOptions,
        lag_s: float,
        track: Callable[[Detections], Tracks],
    ) -> None:
        """Nothing learned and nothing kept.

        Args:
            nothing: no detections, of the tracker's stations and epoch.
            options: how to register.
            lag_s: by how much detections may come late.
            track: makes tracks of detections taken as they are.
        """
        self.options = options
        self._track = track
        # A batch is closed once detections come from so many batches later.
        self._delay = 1 + int(np.ceil(lag_s / options.every_s))
        self._batches: dict[int, list[Numbered]] = {}
        self._none = Numbered(nothing, np.empty(0, dtype=int))
        self._closed = -np.inf
        self._learned_s = -np.inf
        self.registration = register(nothing, self._none.number, options.registration)
        self.in_use: Registration | None = None
        self.changes = 0

    def parts(self, detections: Detections, first: int) -> Iterator[tuple[int, Numbered]]:
        """The detections batch by batch, the earliest first, numbered from so many on."""
        batch = np.floor(detections.time_s / self.options.every_s).astype(int)
        every = Numbered(detections, np.arange(first, first + len(detections)))
        for one in np.unique(batch):
            yield int(one), every.take(batch == one)

    def keep(self, batch: int, part: Numbered) -> None:
        """Keeps detections of a batch that is not closed."""
        if batch > self._closed:
            self._batches.setdefault(batch, []).append(part)

    def complete(self, batch: int) -> list[int]:
        """The batches that are complete once detections of this batch come."""
        last = batch - self._delay
        return sorted(one for one in self._batches if self._closed < one <= last)

    def learn(self, batch: int, tracks: Tracks, taken: int) -> bool:
        """Whether the biases in use have changed by what a complete batch says.

        Args:
            batch: which.
            tracks: the tracker's.
            taken: how many detections it has been given.
        """
        self._batches[batch] = [self._joined([batch])]
        self._closed = batch
        self._let_go()
        kept, _ = self.kept()
        first = int(kept.number.min(initial=taken))
        recent = np.maximum(tracks.detection - first, -1)
        free_flight = free_flight_index(replace(tracks, detection=recent), taken - first)
        index = free_flight[kept.number - first]
        if (index < 0).all() and self.in_use is None:
            index = self._by_station(kept.detections)
        free = index >= 0
        new = int((free & (kept.detections.time_s >= self._learned_s)).sum())
        if new <= NEWS * free.sum():
            return False
        self._learned_s = self.closed_until_s
        found = register(kept.detections, index, self.options.registration)
        before = self.registration
        if _spread(found) >= _spread(before) and not _refutes(found, before.bias):
            return False
        self.registration = found
        if self.in_use is None and not _refutes(found, np.zeros_like(found.bias)):
            return False
        self.in_use = found
        self.changes += 1
        return True

    def corrected(self, detections: Detections) -> Detections:
        """The detections without the biases in use."""
        return detections if self.in_use is None else corrected(detections, self.in_use)

    def to_track(self, detections: Detections) -> Detections:
        """The detections without the biases in use, and as unsure as these are still unknown.

        A station whose biases are hardly known would otherwise make tracks of its own.
        """
        if self.in_use is None:
            return detections
        unknown = np.zeros((len(self.in_use.stations), 4))
        unknown[:, :3] = self.in_use.sigma[:, :3]
        sigmas = np.hypot(detections.sigma_or_station, unknown[detections.station_index])
        return replace(corrected(detections, self.in_use), sigmas=sigmas)

    def kept(self) -> tuple[Numbered, Numbered]:
        """The detections kept of closed batches, and those of open ones."""
        closed = [one for one in self._batches if one <= self._closed]
        still_open = [one for one in self._batches if one > self._closed]
        return self._joined(closed), self._joined(still_open)

    @property
    def apart_s(self) -> float:
        """By how much detections change their order in time when biases are taken off."""
        return 0.0 if self.in_use is None else float(np.ptp(self.in_use.bias[:, _TIME]))

    @property
    def since_s(self) -> float:
        """When the oldest batch that is kept begins."""
        return min(self._batches) * self.options.every_s

    @property
    def closed_until_s(self) -> float:
        """When the last closed batch ends."""
        return (self._closed + 1) * self.options.every_s

    def __len__(self) -> int:
        return sum(len(part) for parts in self._batches.values() for part in parts)

    def _by_station(self, detections: Detections) -> Int[np.ndarray, "n"]:
        """Whose each detection is by tracks of every station for itself.

        Where several stations disagree beyond every gate, each looks past what the others began,
        and no track is ever confirmed.
        """
        index = np.full(len(detections), -1)
        for station in range(len(detections.stations)):
            rows = np.flatnonzero(detections.station_index == station)
            own = free_flight_index(self._track(detections.take(rows)), len(rows))
            index[rows] = np.where(own >= 0, own + index.max(initial=-1) + 1, -1)
        return index

    def _joined(self, batches: Iterable[int]) -> Numbered:
        return Numbered.join(
            [self._none, *(part for one in batches for part in self._batches[one])]
        )

    def _let_go(self) -> None:
        """Forgets the oldest closed batches where those closed are too old or too many."""
        closed = sorted((one for one in self._batches if one <= self._closed), reverse=True)
        sizes = np.cumsum([len(self._batches[one][0]) for one in closed])
        for one, size in zip(closed, sizes, strict=True):
            old_s = (self._closed - one) * self.options.every_s
            too_many = size > self.options.most_kept or old_s >= self.options.memory_s
            if too_many and one < self._closed:
                del self._batches[one]


def _spread(registration: Registration) -> float:
    """How much is unknown of all biases together: the logarithm of a volume."""
    return float(np.linalg.slogdet(registration.covariance)[1])


def _refutes(found: Registration, bias: Float[np.ndarray, "s 5"]) -> bool:
    """Whether biases are further from what was found than chance allows."""
    away = (found.bias - bias).ravel()
    distance2 = float(away @ np.linalg.solve(found.covariance, away))
    return distance2 > len(away) + REFUTED * np.sqrt(2.0 * len(away))
