"""The whole way from detections to an answer: track, register, track again, smooth, trace back.

from glasshield.fusion.solve import solve
solution = solve(detections)
"""

from __future__ import annotations

import enum
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from jaxtyping import Int

from glasshield.catalog.model import Missile
from glasshield.fusion.consider import widened
from glasshield.fusion.consistency import Residuals, residuals
from glasshield.fusion.online import OnlineOptions
from glasshield.fusion.options import Options
from glasshield.fusion.origins import Origins, origins
from glasshield.fusion.registration import (
    Registration,
    RegistrationOptions,
    corrected,
    free_flight_index,
    register,
)
from glasshield.fusion.smoothing import smooth
from glasshield.fusion.tracker import Tracker
from glasshield.fusion.tracks import Tracks
from glasshield.sensing.detections import Detections
from glasshield.sensing.launch_detection import LaunchDetections
from glasshield.workspace import Progress

Clock = Callable[[], float]

# With a lag, detections are fed as they arrived, in spans so long.
BATCH_S: Final = 1.0
# Registration ends after so many rounds, or once biases stay within so many of their sigmas.
ROUNDS: Final = 4
SETTLED: Final = 3.0


class Smoothing(enum.Enum):
    """Whether the states of tracks are given later detections, too."""

    NONE = "none"
    FIXED_INTERVAL = "fixed-interval"


@dataclass(frozen=True, slots=True)
class SolveOptions:
    """What is asked for.

    Attributes:
        tracker: how the tracker is set up.
        registration: how biases are estimated; None to take the stations as they are.
        missiles: that might have flown; without any, no launch is traced back.
        reported: launches that infrared sensors saw.
        smoothing: whether states are given later detections, too.
        online: with it the tracker goes through the detections once and learns biases meanwhile,
            as one that runs does; `registration` is then not looked at.
    """

    tracker: Options = field(default_factory=Options)
    registration: RegistrationOptions | None = field(default_factory=RegistrationOptions)
    missiles: tuple[Missile, ...] = ()
    reported: LaunchDetections | None = None
    smoothing: Smoothing = Smoothing.NONE
    online: OnlineOptions | None = None


@dataclass(frozen=True, slots=True)
class Solution:
    """What detections say.

    Attributes:
        detections: as they were given.
        corrected: the same without the estimated biases: what the tracks are made of.
        tracks: as the tracker kept them; their covariances hold what is still unknown of the
            biases, too.
        registration: the biases of all stations; None where nobody asked.
        residuals: what is left of the corrected detections.
        origins: where each track came from and comes down.
        smoothed: the tracks with states that were given later detections, too; None where nobody
            asked.
        tracking_s: how long the last run of the tracker took, by the clock that was given.
        too_late: detections that came later than the lag allows.
        pairs_dropped: pairs of a track and a detection that joint probabilities have left out.
    """

    detections: Detections
    corrected: Detections
    tracks: Tracks
    registration: Registration | None
    residuals: Residuals
    origins: Origins
    smoothed: Tracks | None
    tracking_s: float
    too_late: int
    pairs_dropped: int

    @property
    def detections_per_s(self) -> float:
        """How many detections the tracker took in a second, NaN where nobody gave it a clock."""
        return len(self.detections) / self.tracking_s if self.tracking_s > 0.0 else np.nan


def solve(
    detections: Detections,
    options: SolveOptions | None = None,
    *,
    clock: Clock | None = None,
    progress: Progress | None = None,
) -> Solution:
    """The tracks of all objects, the biases of all stations, and where everything comes down.

    Args:
        detections: of any stations, in any order.
        options: left out, the usual ones.
        clock: seconds from anywhere, to time the tracker.
        progress: told how far it is.
    """
    chosen = options or SolveOptions()
    tell = progress or _nobody
    run = _Run(chosen.tracker, clock or _no_clock, tell)
    registration, better = None, detections
    if chosen.online is not None:
        tracks, registration, better = run.track_and_learn(detections, chosen.online)
    else:
        tracks = run.track(detections)
    if chosen.online is None and chosen.registration is not None:
        tell(0.3, "registering")
        registration, better, tracks = _registered(detections, tracks, chosen.registration, run)
    tell(0.7, "tracing")
    ends = origins(tracks, better, registration, chosen.missiles, chosen.reported)
    left = residuals(tracks, better)
    smoothed = None
    if chosen.smoothing is Smoothing.FIXED_INTERVAL:
        smoothed = smooth(tracks, better, chosen.tracker)
    if registration is not None:
        tracks = widened(tracks, better, registration)
        smoothed = smoothed and widened(smoothed, better, registration)
    return Solution(
        detections=detections,
        corrected=better,
        tracks=tracks,
        registration=registration,
        residuals=left,
        origins=ends,
        smoothed=smoothed,
        tracking_s=run.seconds,
        too_late=run.too_late,
        pairs_dropped=run.pairs_dropped,
    )


@dataclass(slots=True)
class _Run:
    """Tracks, and remembers how long the last time took."""

    options: Options
    clock: Clock
    progress: Progress
    seconds: float = np.nan
    too_late: int = 0
    pairs_dropped: int = 0

    def track(self, detections: Detections) -> Tracks:
        """The tracks of detections taken as they are."""
        return self._fed(
            Tracker(detections.stations, detections.epoch, self.options, None), detections
        )

    def track_and_learn(
        self, detections: Detections, online: OnlineOptions
    ) -> tuple[Tracks, Registration | None, Detections]:
        """Tracks and biases after one pass, and the detections without the biases in use."""
        tracker = Tracker(detections.stations, detections.epoch, self.options, online)
        tracks = self._fed(tracker, detections)
        return tracks, tracker.registration, tracker.corrected(detections)

    def _fed(self, tracker: Tracker, detections: Detections) -> Tracks:
        """What a tracker makes of all detections; with a lag, fed as they arrived."""
        start = self.clock()
        order = _arrivals(detections) if self.options.lag_s > 0.0 else None
        for part in [detections] if order is None else _batches(detections.take(order)):
            tracker.feed(part)
        tracks = tracker.tracks()
        self.seconds = self.clock() - start
        self.too_late, self.pairs_dropped = tracker.too_late, tracker.pairs_dropped
        return tracks if order is None else _renumbered(tracks, order)


def _arrivals(detections: Detections) -> Int[np.ndarray, "n"]:
    """The order in which detections reached the tracker."""
    return np.argsort(detections.arrival_s, kind="stable")


def _batches(detections: Detections) -> Iterator[Detections]:
    """What arrived in one span after the other."""
    span = np.floor(detections.arrival_s / BATCH_S)
    breaks = np.flatnonzero(np.diff(span)) + 1
    for first, last in itertools.pairwise([0, *breaks.tolist(), len(detections)]):
        yield detections.take(slice(first, last))


def _renumbered(tracks: Tracks, order: Int[np.ndarray, "n"]) -> Tracks:
    """Tracks whose rows name detections as they stood before they were put in this order."""
    named = tracks.detection >= 0
    return replace(
        tracks, detection=np.where(named, order[np.where(named, tracks.detection, 0)], -1)
    )


def _registered(
    detections: Detections, tracks: Tracks, options: RegistrationOptions, run: _Run
) -> tuple[Registration, Detections, Tracks]:
    """Biases, detections without them, and their tracks.

    Stations whose biases kept their tracks apart share tracks once the first biases are taken off,
    and then say more about each other.
    """
    found, better = _biases(detections, tracks, options), detections
    for _ in range(ROUNDS):
        if not found.objects:
            return found, better, tracks
        better = corrected(detections, found)
        before, count, tracks = found, len(tracks), run.track(better)
        found = _biases(detections, tracks, options)
        if count == len(tracks) and _settled(before, found):
            break
    better = corrected(detections, found)
    return found, better, run.track(better)


def _biases(detections: Detections, tracks: Tracks, options: RegistrationOptions) -> Registration:
    """The biases by the free flight of tracks."""
    return register(detections, free_flight_index(tracks, len(detections)), options)


def _settled(before: Registration, now: Registration) -> bool:
    """Whether biases stayed within their deviations: other detections may take part each time."""
    return bool(np.all(np.abs(now.bias - before.bias) <= SETTLED * before.sigma))


def _no_clock() -> float:
    return 0.0


def _nobody(done: float, doing: str) -> None:
    """Tells nobody."""
