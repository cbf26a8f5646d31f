"""What a watch remembers: of every object some numbers in columns, of every flight its story."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.centre.picture.snapshot import Snapshot
from glasshield.centre.warning.impacts import Prediction
from glasshield.centre.warning.launches import Origin
from glasshield.centre.warning.notices import KnownNotice
from glasshield.centre.warning.orbits import UNKNOWN
from glasshield.earth.time import Instant
from glasshield.fusion.tracks import Phase

# Below this probability of thrust an object counts as being in free flight.
FREE: Final = 0.05
POWERED: Final = 0.9  # and from this one on as being under power
_LONG_S: Final = 10.0  # a track that begins in free flight doubts for some seconds


class Status(IntEnum):
    """What is known of an object."""

    YOUNG = 0  # nothing yet
    FLIGHT = 1  # it comes down, or is under power: a launch
    ORBITAL = 2


@dataclass(slots=True)
class Flight:
    """What is known and was told of one flight; it may go on under another number.

    Attributes:
        number: in the snapshots, the latest.
        first_seen: when its first detection was measured.
        first_arrived: when that reached the centre; None where not known.
        alarmed: whether its launch was told.
        held_until: until when the alarm waits for a launch place, because a notice may fit; None
            where it does not.
        confirmed: whether a second sensor was told.
        first_sights_s: when each station was first known to have seen it; NaN for never.
        lost: whether its loss was told, and it was not seen since.
        ended: whether its end was told.
        origin: where it was launched, the best estimate.
        origin_told: whether a launch place was told.
        traces: how often that was traced back.
        told: the impact that was told last.
        region: in which that lay.
        elsewhere: how many estimates in a row have put it into another region.
        latest: the impact that was estimated last.
        notice: under which it flies.
        against: what of a notice it contradicts.
        detections: how many it stood on when it was seen last.
        contributors: party and id of the sensors that saw it.
        others: those that follow it as a second track.
        burnt_out_over: the place under it when it was first in free flight: latitude and longitude
            (rad); None before.
    """

    number: int
    first_seen: Instant
    first_arrived: Instant | None
    alarmed: bool = False
    held_until: Instant | None = None
    confirmed: bool = False
    first_sights_s: Float[np.ndarray, "s"] | None = None
    lost: bool = False
    ended: bool = False
    origin: Origin | None = None
    origin_told: bool = False
    traces: int = 0
    told: Prediction | None = None
    region: str = ""
    elsewhere: int = 0
    latest: Prediction | None = None
    notice: KnownNotice | None = None
    against: tuple[str, ...] = ()
    detections: int = 0
    contributors: tuple[tuple[str, str], ...] = ()
    others: frozenset[tuple[str, str]] = frozenset()
    burnt_out_over: tuple[float, float] | None = None

    @property
    def is_settled(self) -> bool:
        """Whether all that a flight begins with has been told of it."""
        return self.confirmed and self.told is not None and self.traces > 0

    @property
    def is_told(self) -> bool:
        """Whether anybody has heard of it."""
        return self.alarmed or self.notice is not None


@dataclass(frozen=True, slots=True)
class Gone:
    """A flight that is no longer in the picture, as it was last.

    Attributes:
        number: in the snapshots.
        class_index: in `CLASS_NAMES`.
        seen_s: when it was seen last.
        in_view: whether a station should still have seen it.
        time_s: for which its state holds.
        state_ecef: position (m) and velocity (m/s).
        covariance: of the state.
        was_free: whether it was in free flight.
        flight: what is known of it.
    """

    number: int
    class_index: int
    seen_s: float
    in_view: bool
    time_s: float
    state_ecef: Float[np.ndarray, "6"]
    covariance: Float[np.ndarray, "6 6"]
    was_free: bool
    flight: Flight


# What a column holds of an object that is new: its value, and the shape for each object.
_NEW: Final[dict[str, tuple[float, tuple[int, ...]]]] = {
    "status": (Status.YOUNG, ()),
    "due_us": (0, ()),
    "counted": (0, ()),
    "apart": (0, ()),
    "class_index": (UNKNOWN, ()),
    "free_since_s": (np.nan, ()),
    "power_since_s": (np.nan, ()),
    "saw_power": (False, ()),
    "carried": (np.nan, (6,)),
    "carried_s": (np.nan, ()),
    "spread_m2": (np.nan, (2, 2)),
    "estimated_s": (np.nan, ()),
    "waits": (False, ()),
    "is_settled": (False, ()),
}


@dataclass(slots=True)
class Columns:
    """What is remembered of k objects, in the order of the snapshot.

    Attributes:
        number: of each.
        status: a `Status`.
        due_us: when it is looked at next.
        counted: detections when it was looked at last.
        apart: at how many looks in a row it was beside a flight, and surely another object.
        class_index: in `CLASS_NAMES`.
        free_since_s: since when it has been in free flight; NaN under power.
        power_since_s: since when it has surely been under power; NaN while it is not.
        saw_power: whether it has been so for long enough to count.
        carried: the state that its last estimate was made from, carried along.
        carried_s: for which time that is.
        spread_m2: covariance of its impact without air when that was made.
        estimated_s: the last sight that this stands on; NaN where there is no estimate.
        waits: whether an estimate of its impact is wanted.
        is_settled: whether it is looked at less often.
    """

    number: Int[np.ndarray, "k"]
    status: Int[np.ndarray, "k"]
    due_us: Int[np.ndarray, "k"]
    counted: Int[np.ndarray, "k"]
    apart: Int[np.ndarray, "k"]
    class_index: Int[np.ndarray, "k"]
    free_since_s: Float[np.ndarray, "k"]
    power_since_s: Float[np.ndarray, "k"]
    saw_power: Bool[np.ndarray, "k"]
    carried: Float[np.ndarray, "k 6"]
    carried_s: Float[np.ndarray, "k"]
    spread_m2: Float[np.ndarray, "k 2 2"]
    estimated_s: Float[np.ndarray, "k"]
    waits: Bool[np.ndarray, "k"]
    is_settled: Bool[np.ndarray, "k"]

    @classmethod
    def none(cls) -> Columns:
        """Of no object."""
        return cls._filled(np.empty(0, dtype=np.int64))

    @classmethod
    def _filled(cls, number: Int[np.ndarray, "k"]) -> Columns:
        columns: dict[str, Any] = {
            name: np.full((len(number), *shape), fill) for name, (fill, shape) in _NEW.items()
        }
        return cls(number, **columns)

    def aligned(self, number: Int[np.ndarray, "k"]) -> Columns:
        """The columns of other objects: what is known stays, what is new knows nothing."""
        fresh = self._filled(number)
        place, known = self.places(number)
        for name in _NEW:
            getattr(fresh, name)[known] = getattr(self, name)[place[known]]
        return fresh

    def places(
        self, number: Int[np.ndarray, "n"]
    ) -> tuple[Int[np.ndarray, "n"], Bool[np.ndarray, "n"]]:
        """Where objects stand, and which of them do."""
        if not len(self.number):
            return np.zeros(len(number), dtype=np.intp), np.zeros(len(number), dtype=bool)
        place = np.minimum(np.searchsorted(self.number, number), len(self.number) - 1)
        return place, self.number[place] == number

    def row(self, number: int) -> int:
        """Where one object stands, which does."""
        return int(np.searchsorted(self.number, number))

    def see(self, snapshot: Snapshot) -> None:
        """Notes which of its objects are in free flight, and since when."""
        thrust = snapshot.phase_probability[:, Phase.BOOST]
        free = ~(thrust >= FREE)  # what others report may not state a phase
        begins = free & np.isnan(self.free_since_s)
        self.free_since_s[begins] = snapshot.state_time_s[begins]
        self.free_since_s[~free] = np.nan
        sure = thrust >= POWERED
        begins = sure & np.isnan(self.power_since_s)
        self.power_since_s[begins] = snapshot.state_time_s[begins]
        self.power_since_s[~sure] = np.nan
        self.saw_power |= snapshot.state_time_s - self.power_since_s >= _LONG_S
