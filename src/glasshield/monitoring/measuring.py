"""The flight that observers' detections are of, its burns, and their stations' errors.

The outline: find the window, track each station alone, find the one flight from the site that
joins the tracks, count its burns, take in the single detections that it claims, and fit once more.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

import numpy as np
from jaxtyping import Float, Int

from glasshield.catalog.announced import AnnouncedTest
from glasshield.earth import sphere
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.fusion.observed import Observed, air_lift
from glasshield.monitoring.association import (
    Phases,
    Piece,
    gathered,
    joined,
    phases,
    pieces,
    rising,
)
from glasshield.monitoring.beforehand import (
    FEWEST_DETECTIONS,
    FREE_FLIGHT_S,
    Beforehand,
    Liftoff,
    bias_sigmas,
    liftoff_in,
    liftoff_reported,
)
from glasshield.monitoring.fitting import Fit, Problem, distances, fitted, polished
from glasshield.monitoring.powered_flight import Figure, PoweredFlight
from glasshield.monitoring.stages import (
    MOST_BURNS,
    Burns,
    Place,
    counted,
    divided,
    single,
    thinned,
)
from glasshield.monitoring.unseen_end import Mixture, integrated
from glasshield.sensing.detections import Detections
from glasshield.sensing.launch_detection import LaunchDetections
from glasshield.sensing.measurement import Frames, position
from glasshield.workspace import Progress

# The longest that a first sight may come after the lift-off.
LATEST_SIGHT_S: Final = 7200.0
_FITS: Final = 12.0  # median of squared distances of a piece that is of the flight; 2.4 expected
_FAR: Final = 1000.0  # the same, beyond which nobody need fit it to see that it is another's
_ROUNDS: Final = 4
_MARGIN_S: Final = 60.0  # before and after what was tracked in which single detections count
_BEFORE_S: Final = 3600.0  # a reported lift-off is not longer before the first sight
_SIGMAS: Final = 4.0
_WAY_SHARE: Final = 0.5  # deviation of the time to the first sight, as a share of it


class End(Enum):
    """Whether the end of the last burn was seen."""

    SEEN = "seen"  # thrust before it and free flight after it
    BEFORE = "before"  # only free flight was seen: it ended before
    AFTER = "after"  # no free flight was seen: it may have ended after


@dataclass(frozen=True, slots=True)
class Measurement:
    """What detections say of a flight.

    Attributes:
        test: as announced.
        detections: all that were given.
        problem: those of the flight, and what was known beforehand.
        fit: the flight that fits best.
        burns: flights of one burn, two and so on, by what was tracked.
        reported: whether somebody reported the lift-off.
        seen: when what was tracked burnt and flew freely.
        lengths: flights with burns of all lengths, where nobody saw thrust; else none.
    """

    test: AnnouncedTest
    detections: Detections
    problem: Problem
    fit: Fit
    burns: Burns
    reported: bool
    seen: Phases
    lengths: Mixture | None = None

    @property
    def flight(self) -> PoweredFlight:
        """The flight that fits best."""
        return self.fit.flight

    @property
    def end(self) -> End:
        """What was seen of the end of the last burn."""
        after_s = float(self.problem.observed.time_s.max()) - self.flight.burnout_time_s
        if not self.seen.thrust and self.seen.coast:
            return End.BEFORE
        if not self.seen.coast or after_s < FREE_FLIGHT_S:
            return End.AFTER
        return End.SEEN

    @property
    def last_speed(self) -> Figure:
        """The speed relative to the Earth at the last sight (m/s)."""
        last_s = np.array([self.problem.observed.time_s.max()])
        velocity = self.flight.at(last_s)[0, 3:]
        speed = float(np.linalg.norm(velocity))
        return Figure(speed, velocity / speed @ self.flight.partials_at(last_s)[0, 3:])

    @property
    def unseen_s(self) -> float:
        """How long nobody saw it after the lift-off."""
        return max(float(self.problem.observed.time_s.min()) - self.flight.liftoff_s, 0.0)

    @property
    def liftoff_open_s(self) -> float:
        """What nobody saw leaves open of the lift-off beside the fit: nothing where it is reported.

        The way to the first sight takes longer the slower the vehicle leaves: its mean speed over
        that at the first sight is a third of it to two thirds.
        """
        return 0.0 if self.reported else _WAY_SHARE * self.unseen_s

    @property
    def used(self) -> Int[np.ndarray, "k"]:
        """The detections of the flight."""
        return self.problem.observed.row


def measure(
    test: AnnouncedTest,
    detections: Detections,
    launches: LaunchDetections | None = None,
    progress: Progress | None = None,
) -> Measurement:
    """The flight that detections are of.

    Args:
        test: as announced; of what is declared of the vehicle nothing but its name is looked at.
        detections: of the observers, false alarms and all.
        launches: lift-offs reported from elsewhere; none where nobody did.
        progress: told how far it is.

    Raises:
        InputError: no detection, none in a window, no flight among them, or none from the site at
            a time that was announced.
    """
    tell = progress or _nobody
    where = f"test.{test.id}"
    if not len(detections):
        raise InputError(
            "there are no detections to evaluate",
            where=where,
            do="give the files that the observers wrote",
        )
    _check_times(test, detections)
    tell(0.05, "tracking")
    tracked = _risen(detections)
    _check_found(tracked, detections, where)
    tell(0.1, "finding the flight")
    found = _vehicle(_Search(test, detections, air_lift(detections), launches), tracked)
    tell(0.4, "counting burns")
    if found.lengths is not None:
        problem, fit, burns = found.problem, found.fit, Burns((found.fit,), told=False)
    else:
        least = min(MOST_BURNS, max(_stated_burns(test), default=1))
        burns = counted(found.problem, found.place, found.fit, least)
        tell(0.8, "fitting")
        problem, fit = _completed(found, burns.best, detections)
    _check_liftoff(test, fit, detections.epoch)
    tell(1.0, "fitted")
    return Measurement(
        test, detections, problem, fit, burns, found.reported, found.seen, found.lengths
    )


@dataclass(frozen=True, slots=True)
class _Search:
    """What a flight is looked for in.

    Attributes:
        test: as announced.
        detections: all.
        lift_rad: by the standard air.
        launches: reported.
    """

    test: AnnouncedTest
    detections: Detections
    lift_rad: Float[np.ndarray, "n"]
    launches: LaunchDetections | None

    def problem(self, rows: Int[np.ndarray, "k"], liftoff: Liftoff) -> Problem:
        """What a flight of these detections has to fit."""
        index = np.full(len(self.detections), -1)
        index[rows] = 0
        return Problem(
            Observed.of(self.detections, index, self.lift_rad),
            Beforehand.of(self.test, liftoff.mean_s, liftoff.sigma_s),
            bias_sigmas(self.test, [station.id for station in self.detections.stations]),
        )


@dataclass(frozen=True, slots=True)
class _Found:
    """The flight of one burn that joins tracks."""

    search: _Search
    problem: Problem
    place: Place
    fit: Fit
    liftoff: Liftoff
    reported: bool
    seen: Phases
    lengths: Mixture | None


def _vehicle(search: _Search, tracked: tuple[Piece, ...]) -> _Found:
    """The flight of the longest track that one from the site fits, and of all that join it.

    Raises:
        InputError: no track is of a flight from the site.
    """
    for number, main in enumerate(tracked):
        others = tuple(
            piece
            for place, piece in enumerate(tracked)
            if place != number and not piece.beside(main)
        )
        found = _tried(search, (main, *others)) if others else None
        if found is not None:
            return found
        alone = _tried(search, (main,))
        if alone is not None:
            return _grown(search, alone, (main,), others)
    raise InputError(
        "no track is of a flight from the announced site",
        where=f"test.{search.test.id}",
        got=f"{len(tracked)} tracks",
        do="check the stations' places and clocks, and the site",
    )


def _grown(
    search: _Search, found: _Found, chosen: tuple[Piece, ...], others: tuple[Piece, ...]
) -> _Found:
    """The flight with every other track that it can take in, one after the other."""
    for piece in others:
        if any(piece.beside(one) for one in chosen) or _is_far(search, found, piece):
            continue
        more = _tried(search, (*chosen, piece))
        if more is not None:
            found, chosen = more, (*chosen, piece)
    return found


def _is_far(search: _Search, found: _Found, piece: Piece) -> bool:
    """Whether a track lies far off a flight, as well as that is known there: another object's."""
    observed = search.problem(piece.rows, found.liftoff).observed
    return bool(np.median(distances(observed, found.fit).squared) > _FAR)


def _tried(search: _Search, chosen: tuple[Piece, ...]) -> _Found | None:
    """The flight of one burn that fits all of some tracks; none where one of them is another's."""
    detections = search.detections
    rows = joined(chosen)
    reports = _reports(search, chosen)
    liftoff = (
        liftoff_reported(reports, detections.epoch)
        if reports is not None
        else _announced(search.test, chosen, detections.epoch)
    )
    problem = search.problem(rows, liftoff)
    seen = phases(detections, chosen)
    place = Place(detections.epoch, search.test.site, _azimuth_rad(search, rows))
    lengths = integrated(problem, place, seen) if seen.coast and not seen.thrust else None
    fit = lengths.shown if lengths is not None else single(problem, place, seen)
    if fit is None or not _joins(search, fit, (problem, place), (chosen, liftoff)):
        return None
    return _Found(search, problem, place, fit, liftoff, reports is not None, seen, lengths)


def _joins(
    search: _Search,
    fit: Fit,
    sought: tuple[Problem, Place],
    given: tuple[tuple[Piece, ...], Liftoff],
) -> bool:
    """Whether a flight fits all tracks, or would with one burn more."""
    chosen, liftoff = given
    if _fits(search, fit, chosen, liftoff):
        return True
    problem, place = sought
    end_s = fit.flight.burnout_time_s
    more = divided(thinned(problem, Phases(end_s, end_s)), place, fit)
    return more is not None and _fits(search, more, chosen, liftoff)


def _fits(search: _Search, fit: Fit, chosen: tuple[Piece, ...], liftoff: Liftoff) -> bool:
    """Whether a flight fits all tracks."""
    for piece in chosen:
        away = distances(search.problem(piece.rows, liftoff).observed, fit)
        if np.median(away.squared) > _FITS:
            return False
    return True


def _completed(found: _Found, best: Fit, detections: Detections) -> tuple[Problem, Fit]:
    """The flight with all detections that it claims."""
    problem, fit = found.problem, best
    for _ in range(_ROUNDS):
        time_s = problem.observed.time_s
        within = float(time_s.min()) - _MARGIN_S, float(time_s.max()) + _MARGIN_S
        rows = gathered(detections, found.search.lift_rad, fit, within)
        if len(rows) < FEWEST_DETECTIONS or np.array_equal(rows, np.sort(problem.observed.row)):
            break
        problem = found.search.problem(rows, found.liftoff)
        fit = fitted(problem, fit.layout, fit.flight.unknowns, fit.bias)
    return problem, polished(problem, fit)


def _risen(detections: Detections) -> tuple[Piece, ...]:
    """All tracks without their falls through the air, the longest first."""
    kept = (rising(detections, piece) for piece in pieces(detections))
    return tuple(
        sorted((p for p in kept if p is not None), key=lambda p: (-len(p.rows), p.first_s))
    )


def _reports(search: _Search, chosen: tuple[Piece, ...]) -> LaunchDetections | None:
    """The reported lift-offs that may be this one's: in a window, not long before the tracks."""
    launches = search.launches
    if launches is None or not len(launches):
        return None
    epoch = search.detections.epoch
    time_s = launches.time_s + launches.epoch.since_s(epoch)
    first_s = min(piece.first_s for piece in chosen)
    reach_s = _SIGMAS * launches.time_sigma_s
    near = (time_s >= first_s - _BEFORE_S - reach_s) & (time_s <= first_s + reach_s)
    announced = np.zeros(len(launches), dtype=bool)
    for begin_s, end_s in _windows(search.test, epoch):
        announced |= (time_s >= begin_s - reach_s) & (time_s <= end_s + reach_s)
    chosen_rows = near & announced
    return launches.take(chosen_rows) if chosen_rows.any() else None


def _announced(test: AnnouncedTest, chosen: tuple[Piece, ...], epoch: Instant) -> Liftoff:
    """The lift-off by the window that tracks are of: the last to begin before the first of them."""
    first_s = min(piece.first_s for piece in chosen)
    begins = [begin_s for begin_s, _ in _windows(test, epoch)]
    before = [k for k, begin_s in enumerate(begins) if begin_s <= first_s]
    number = max(before, key=begins.__getitem__) if before else int(np.argmin(begins))
    return liftoff_in(test.windows[number], epoch)


def _windows(test: AnnouncedTest, epoch: Instant) -> list[tuple[float, float]]:
    """When windows begin and end, after the epoch."""
    return [
        (Instant.parse(each.begin).since_s(epoch), Instant.parse(each.end).since_s(epoch))
        for each in test.windows
    ]


def _azimuth_rad(search: _Search, rows: Int[np.ndarray, "k"]) -> float:
    """From the site toward the last place that was measured; north where no range was."""
    detections = search.detections
    ranged = rows[np.isfinite(detections.range_m[rows])]
    if not len(ranged):
        return 0.0
    last = ranged[[int(np.argmax(detections.time_s[ranged]))]]
    place = position(
        Frames.of(detections.stations).take(detections.station_index[last]),
        detections.range_m[last],
        detections.azimuth_rad[last],
        detections.elevation_rad[last],
    )
    lat, lon, _ = ecef_to_geodetic(place)
    site = search.test.site
    return float(sphere.azimuth_rad(site.lat_rad, site.lon_rad, lat, lon)[0])


def _stated_burns(test: AnnouncedTest) -> list[int]:
    """Numbers of stages that anybody states: they are tried as well."""
    stated = (test.declared.stages, test.rival.stages)
    return [round(stages.si) for stages in stated if stages is not None]


def _check_times(test: AnnouncedTest, detections: Detections) -> None:
    """Refuse detections of another time than announced.

    Raises:
        InputError: none lies in a window or within two hours after it.
    """
    for begin_s, end_s in _windows(test, detections.epoch):
        if ((detections.time_s >= begin_s) & (detections.time_s <= end_s + LATEST_SIGHT_S)).any():
            return
    first, last = (
        detections.epoch.plus_s(float(time_s))
        for time_s in (detections.time_s.min(), detections.time_s.max())
    )
    raise InputError(
        "the detections lie outside the announced windows",
        where=f"test.{test.id}",
        got=f"{first} to {last}",
        expected=" or ".join(f"{each.begin} to {each.end}" for each in test.windows),
    )


def _check_found(tracked: tuple[Piece, ...], detections: Detections, where: str) -> None:
    """Refuse detections in which nothing was followed.

    Raises:
        InputError: no track.
    """
    if not tracked:
        raise InputError(
            "the detections fix no flight",
            where=where,
            got=f"{len(detections)} detections without a track",
            expected=f"at least {FEWEST_DETECTIONS} of one object, one after the other, from one "
            "station",
        )


def _check_liftoff(test: AnnouncedTest, fit: Fit, epoch: Instant) -> None:
    """Refuse a flight that lifted off when none was announced.

    Raises:
        InputError: outside all windows by more than the lift-off is uncertain.
    """
    liftoff_s = fit.flight.liftoff_s
    slack_s = 1.0 + _SIGMAS * float(np.sqrt(fit.covariance[0, 0]))
    for begin_s, end_s in _windows(test, epoch):
        if begin_s - slack_s <= liftoff_s <= end_s + slack_s:
            return
    raise InputError(
        "the detections are of a flight outside the announced windows",
        where=f"test.{test.id}",
        got=f"a lift-off at {epoch.plus_s(round(liftoff_s, 1))}",
        expected=" or ".join(f"{each.begin} to {each.end}" for each in test.windows),
    )


def _nobody(done: float, doing: str) -> None:
    """Tells nobody."""
    del done, doing
