"""What goes into a picture and what a tracker makes of it: exactly, before anything is released."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.earth.time import Instant
from glasshield.exchange.release.coarsen import Event
from glasshield.exchange.release.terms import CLASS_NAMES, Mode
from glasshield.sensing.detections import Detections

UNKNOWN_CLASS: Final = CLASS_NAMES.index("unknown")
# Objects that only reports of others know have numbers from here on; no tracker counts so far.
FIRST_REMOTE: Final = 1 << 40


@dataclass(frozen=True, slots=True)
class Reports:
    """Tracks that a party or another centre made itself: their latest states, one a row.

    A row goes into a picture only if all of its sensors may.

    Attributes:
        source: what made them, as the sender calls it: an object is known by owner, source, track.
        epoch: where the times count from.
        track: the sender's number of the object.
        time_s: for which the state holds.
        state_ecef: position (m) and velocity (m/s).
        packed_covariance: upper triangles, row by row.
        phase_probability: of boost, coast and entry; NaN where not stated.
        sensors: ids by which rules name them.
        by: which of the sensors each row stands on; at least one.
        simulated: whether any of it is made up.
    """

    source: str
    epoch: Instant
    track: Int[np.ndarray, "n"]
    time_s: Float[np.ndarray, "n"]
    state_ecef: Float[np.ndarray, "n 6"]
    packed_covariance: Float[np.ndarray, "n 21"]
    phase_probability: Float[np.ndarray, "n 3"]
    sensors: tuple[str, ...]
    by: Bool[np.ndarray, "n s"]
    simulated: bool

    def __len__(self) -> int:
        return len(self.time_s)


@dataclass(frozen=True, slots=True)
class Taken:
    """A batch that stands in the log.

    Attributes:
        owner: the party whose key signed it.
        mode: exercise or real.
        at: the time of its log entry, rounded up to the microsecond.
        arrived: when it reached the centre; latencies count from there.
        identity: which batch.
        detections: what it holds; their stations are known by id alone.
        reports: tracks that it holds.
    """

    owner: str
    mode: Mode
    at: Instant
    arrived: Instant
    identity: str
    detections: Detections | None = None
    reports: Reports | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The confirmed tracks of one feed at a tick, k of them, exactly as its tracker has them.

    Attributes:
        mode: of all data in it.
        simulated: whether any of the data were made up.
        at: of when it is: the tick, less the delay of the feed.
        epoch: where the times count from.
        time_s: of when it is.
        number: by which the tracker knows each, growing; from `FIRST_REMOTE` on of objects that it
            does not follow itself.
        state_time_s: for which each state holds.
        state_ecef: position (m) and velocity (m/s).
        packed_covariance: upper triangles, row by row.
        phase_probability: of boost, coast and entry.
        class_index: in `CLASS_NAMES`; that of unknown ones throughout until somebody has looked.
        first_seen_s: when the first detection of each was measured.
        first_arrived_s: when that reached the centre; NaN where that is not known.
        last_seen_s: when the last detection was measured.
        detections: how many each stands on.
        looks_missed: in a row.
        sensors: party and id of what `seen_by_s` counts.
        seen_by_s: when each sensor saw it last; NaN for never.
        failed_at: when the feed last failed and what it had was let go; None for never.
        is_down: whether it rests after that, so that nothing is in it.
    """

    mode: Mode
    simulated: bool
    at: Instant
    epoch: Instant
    time_s: float
    number: Int[np.ndarray, "k"]
    state_time_s: Float[np.ndarray, "k"]
    state_ecef: Float[np.ndarray, "k 6"]
    packed_covariance: Float[np.ndarray, "k 21"]
    phase_probability: Float[np.ndarray, "k 3"]
    class_index: Int[np.ndarray, "k"]
    first_seen_s: Float[np.ndarray, "k"]
    first_arrived_s: Float[np.ndarray, "k"]
    last_seen_s: Float[np.ndarray, "k"]
    detections: Int[np.ndarray, "k"]
    looks_missed: Int[np.ndarray, "k"]
    sensors: tuple[tuple[str, str], ...]
    seen_by_s: Float[np.ndarray, "k s"]
    failed_at: Instant | None = None
    is_down: bool = False

    def __len__(self) -> int:
        return len(self.number)


COLUMNS: Final = (
    "number",
    "state_time_s",
    "state_ecef",
    "packed_covariance",
    "phase_probability",
    "class_index",
    "first_seen_s",
    "first_arrived_s",
    "last_seen_s",
    "detections",
    "looks_missed",
    "seen_by_s",
)


@dataclass(frozen=True, slots=True)
class Told:
    """Something that happened in a feed: for the log, not for viewers.

    Attributes:
        view_sha256: of what the feed admits, in hexadecimal digits.
        event: as it is, nothing rounded.
        at: the tick at which it was found.
        again: whether it was found when kept data were gone through once more, because rules,
            stations or viewers had changed, or the centre had begun.
    """

    view_sha256: str
    event: Event
    at: Instant
    again: bool
