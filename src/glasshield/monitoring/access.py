"""The least that an observer must be let see to tell the rival speed from the declared one.

At one place every limit of the host's is tightened as far as the power that is wanted allows, the
others staying as they are; and the shortest stretch of viewing that is enough is found.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Self

import msgspec
import numpy as np
from jaxtyping import Bool, Float
from scipy import stats

from glasshield.catalog.announced import Access
from glasshield.catalog.quantity import Quantity, Status
from glasshield.monitoring.beforehand import FEWEST_DETECTIONS, FREE_FLIGHT_S
from glasshield.monitoring.bound import Looks, Watcher, deviations, eliminated, look
from glasshield.monitoring.document import LeastAccess, PlaceRow
from glasshield.monitoring.followed import Followed
from glasshield.monitoring.learning import Pair
from glasshield.monitoring.rehearsal import allowed

POWER_WANTED: Final = 0.95
# Expected, so that `beforehand.FEWEST_DETECTIONS` come with 95 % even where each look is unsure.
LEAST_DETECTIONS: Final = float(stats.gamma.ppf(0.95, FEWEST_DETECTIONS))
_BIN_S: Final = 1.0


@dataclass(frozen=True, slots=True)
class Sums:
    """Information from some moments of one place, before the constant errors are eliminated.

    Attributes:
        detections: how many are expected.
        flight: information on the unknowns of the flight.
        mixed: of the constant errors with them.
        own: on the constant errors.
    """

    detections: float
    flight: Float[np.ndarray, "p p"]
    mixed: Float[np.ndarray, "5 p"]
    own: Float[np.ndarray, "5 5"]

    def plus(self, other: Sums, times: float = 1.0) -> Sums:
        """The information of two together, or of one without the other where `times` is -1."""
        return Sums(
            self.detections + times * other.detections,
            self.flight + times * other.flight,
            self.mixed + times * other.mixed,
            self.own + times * other.own,
        )


@dataclass(frozen=True, slots=True)
class Watch:
    """One flight from one place, whatever the host may allow.

    Attributes:
        followed: the flight.
        seen: when it is in view.
        detections: how many are expected.
        by: how the states move with the unknowns.
        weighed: the same times the information on the states.
        mixed: of each constant error with the states.
        own: on the constant errors.
        bias_sigmas: of them beforehand.
    """

    followed: Followed
    seen: Bool[np.ndarray, "m"]
    detections: Float[np.ndarray, "m"]
    by: Float[np.ndarray, "m r p"]
    weighed: Float[np.ndarray, "m r p"]
    mixed: Float[np.ndarray, "m r 5"]
    own: Float[np.ndarray, "m 5 5"]
    bias_sigmas: Float[np.ndarray, "5"]

    @classmethod
    def of(cls, watcher: Watcher, place_rad: tuple[float, float], followed: Followed) -> Self:
        """A flight from a place.

        Args:
            watcher: who looks; the host's conditions do not count.
            place_rad: latitude and longitude.
            followed: the flight.
        """
        free = replace(watcher, access=Access())
        lat, lon = (np.array([angle]) for angle in place_rad)
        looks = look(free, lat, lon, followed)
        rows = watcher.components
        by = followed.basis.by[:, :rows]
        return cls(
            followed=followed,
            seen=looks.seen[0],
            detections=looks.detections[0],
            by=by,
            weighed=_full(looks, rows) @ by,
            mixed=looks.mixed[0],
            own=looks.own[0],
            bias_sigmas=watcher.bias_sigmas,
        )

    @property
    def told_s(self) -> float:
        """From when on looks tell free flight from a motor that still burns, since the launch."""
        return self.followed.burnout_s + FREE_FLIGHT_S

    def sums(self, moments: Bool[np.ndarray, "m"]) -> Sums:
        """The information of some moments."""
        chosen = np.flatnonzero(moments & self.seen)
        size = self.by.shape[2]
        by = self.by[chosen].reshape(-1, size)
        return Sums(
            float(self.detections[chosen].sum()),
            by.T @ self.weighed[chosen].reshape(-1, size),
            np.moveaxis(self.mixed[chosen], 2, 0).reshape(5, -1) @ by,
            self.own[chosen].sum(axis=0),
        )

    def sigmas_m_s(self, sums: Sums) -> Float[np.ndarray, "2"]:
        """The least deviations of burnout and surface speed."""
        whole = eliminated(sums.flight[None], sums.mixed[None], sums.own[None], self.bias_sigmas)
        basis = self.followed.basis
        return deviations(whole, basis, self.followed.asked[:2])[0]


@dataclass(frozen=True, slots=True)
class Question:
    """The two flights from one place, and the host's conditions there.

    Attributes:
        pair: both flights.
        declared: the one with the declared speed, from the place.
        rival: the one with the rival speed.
        access: what the host lets the observer see.
        wanted: the power to reach.
    """

    pair: Pair
    declared: Watch
    rival: Watch
    access: Access
    wanted: float = POWER_WANTED

    def enough(self, declared: Sums, rival: Sums) -> bool:
        """Whether some of the looks at each flight find it and tell it from the other."""
        # A sum from which others were taken off again is not exact to the last digit.
        if min(declared.detections, rival.detections) < LEAST_DETECTIONS - 1e-6:
            return False
        sigmas = self.declared.sigmas_m_s(declared), self.rival.sigmas_m_s(rival)
        return bool(self.pair.power(*sigmas) >= self.wanted)

    def suffices(self, access: Access) -> bool:
        """Whether the power is reached under these conditions, and the burn known to be over."""
        sums = []
        for watch in (self.declared, self.rival):
            time_s = watch.followed.moments.time_s
            may = allowed(access, time_s, watch.followed.height_m)
            if not (may & watch.seen & (time_s >= watch.told_s)).any():
                return False
            sums.append(watch.sums(may))
        return self.enough(*sums)

    @property
    def highest_m(self) -> float:
        """The greatest height at which the declared flight is in view."""
        watch = self.declared
        return float(watch.followed.height_m[watch.seen].max(initial=0.0))

    @property
    def last_s(self) -> float:
        """When the declared flight is last in view."""
        watch = self.declared
        return float(watch.followed.moments.time_s[watch.seen].max(initial=0.0))


def least_access(question: Question, place: PlaceRow) -> LeastAccess:
    """The strictest of each of the host's limits that suffices at a place.

    Args:
        question: asked there.
        place: for the answer.
    """
    host = question.access

    def below(height_km: int) -> Access:
        return msgspec.structs.replace(host, not_below=_chosen(height_km, "km"))

    def before(time_s: int) -> Access:
        return msgspec.structs.replace(host, not_before=_chosen(time_s, "s"))

    def after(time_s: int) -> Access:
        return msgspec.structs.replace(host, not_after=_chosen(time_s, "s"))

    last_s = int(np.ceil(question.last_s))
    return LeastAccess(
        power_wanted=question.wanted,
        place=place,
        not_below_km=_strictest(question, below, 0, int(np.ceil(question.highest_m / 1e3))),
        not_before_s=_strictest(question, before, 0, last_s),
        not_after_s=_strictest(question, after, last_s + 1, 0),
        seconds=_shortest_s(question),
    )


def _strictest(
    question: Question, limited: Callable[[int], Access], loose: int, strict: int
) -> float | None:
    """The whole number nearest to the strict end at which a limit still suffices, by halving.

    More looks never tell less, so what suffices at a limit suffices at every looser one.
    """
    if not question.suffices(limited(loose)):
        return None
    if question.suffices(limited(strict)):
        return float(strict)
    while abs(strict - loose) > 1:
        middle = (loose + strict) // 2
        if question.suffices(limited(middle)):
            loose = middle
        else:
            strict = middle
    return float(loose)


def _shortest_s(question: Question) -> float | None:
    """The fewest seconds of viewing on end that suffice, under the host's conditions."""
    watches = (question.declared, question.rival)
    last = int(max(watch.followed.moments.time_s[-1] for watch in watches) / _BIN_S) + 1
    bins = [_binned(watch, question.access, last) for watch in watches]
    seen_s = [len_s for _, len_s in bins[0]]
    nothing = tuple(watch.sums(np.zeros(len(watch.seen), dtype=bool)) for watch in watches)
    told_s = max(watch.told_s for watch in watches)
    held, first, total_s, best = nothing, 0, 0.0, np.inf
    for end in range(last):
        held = tuple(h.plus(b[end][0]) for h, b in zip(held, bins, strict=True))
        total_s += seen_s[end]
        is_over = (end + 1) * _BIN_S > told_s
        while is_over and first <= end and question.enough(*held):
            best = min(best, total_s)
            held = tuple(h.plus(b[first][0], -1.0) for h, b in zip(held, bins, strict=True))
            total_s -= seen_s[first]
            first += 1
    return float(np.ceil(best - 1e-9)) if np.isfinite(best) else None


def _binned(watch: Watch, access: Access, count: int) -> list[tuple[Sums, float]]:
    """The information of each second since the launch, and how much of it is in view."""
    moments = watch.followed.moments
    may = watch.seen & allowed(access, moments.time_s, watch.followed.height_m)
    number = (moments.time_s / _BIN_S).astype(int)
    nothing = (watch.sums(np.zeros(len(may), dtype=bool)), 0.0)
    binned = [nothing] * count
    for k in np.unique(number[may]):
        own = may & (number == k)
        binned[k] = (watch.sums(own), float(moments.span_s[own].sum()))
    return binned


def _full(looks: Looks, rows: int) -> Float[np.ndarray, "m r r"]:
    """The information on the states as whole matrices, of the one place that there is."""
    first, second = np.triu_indices(rows)
    full = np.empty((looks.state.shape[1], rows, rows))
    full[:, first, second] = looks.state[0]
    full[:, second, first] = looks.state[0]
    return full


def _chosen(value: int, unit: str) -> Quantity:
    return Quantity(
        value=float(value), unit=unit, source="glasshield", status=Status.COMPUTED, note="tried"
    )
