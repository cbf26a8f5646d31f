"""Watches the picture of one feed, and says what happens to its objects.

An object that comes down is a launch, wherever it was seen first; one in orbit is none, and neither
is a flight that was lost and is found again. A launch is told at once, with the place where it was
launched if the boost was seen, else with the place where it was seen first, and once more when the
launch has been traced back. Where it comes down is told in free flight, and again when the estimate
leaves the ellipse that was told, goes to another region or is twice as good. What flies as a notice
says raises no alarm; what flew so and no longer does, or comes from the announced place otherwise
than announced, raises one.
"""

from __future__ import annotations

import functools
import zlib
from collections.abc import Iterable, Sequence
from typing import Any, Final

import numpy as np
from jaxtyping import Float, Int

from glasshield.centre.picture.snapshot import FIRST_REMOTE, Snapshot
from glasshield.centre.warning import again, impacts, launches, orbits, regions
from glasshield.centre.warning.announced import Announced, Verdict
from glasshield.centre.warning.endings import Endings
from glasshield.centre.warning.foresight import Foresight
from glasshield.centre.warning.hindsight import Hindsight
from glasshield.centre.warning.impacts import Prediction, Widening, usable
from glasshield.centre.warning.launches import Origin, under_power
from glasshield.centre.warning.look import Look, at_place, event, latency_s
from glasshield.centre.warning.memory import beside, has_come_down
from glasshield.centre.warning.notices import KnownNotice
from glasshield.centre.warning.options import USUAL, WatchOptions
from glasshield.centre.warning.orbits import ORBITAL, UNKNOWN
from glasshield.centre.warning.regions import region_of
from glasshield.centre.warning.sightings import POWERED, Columns, Flight, Gone, Status
from glasshield.earth.time import Instant
from glasshield.exchange.release.coarsen import Event, PlaceKind
from glasshield.exchange.release.terms import EventKind, Mode
from glasshield.fusion.registration import Registration
from glasshield.fusion.tracker import Tracker
from glasshield.fusion.tracks import Phase
from glasshield.sensing.station import Station

# How often objects are looked at. Flights come in ten groups by their numbers, so that a look is at
# many at once, but not at all.
_YOUNG_US: Final = 250_000
_FLIGHT_US: Final = 1_000_000
_SETTLED_US: Final = 3_000_000
_ORBITAL_US: Final = 10_000_000
_GROUPS: Final = 10
_TICK_US: Final = 50_000
_MOST_TICKS: Final = 8  # that one look makes up for, where looks are rare
_SETTLED_S: Final = 3.0  # in free flight, before its class is told by its energy
_SECOND: Final = 2  # sensors; each has seen it twice, since one detection may be a false alarm
_APART: Final = 3  # looks in a row that show two objects where one had two tracks otherwise
_ELSEWHERE: Final = 3  # estimates in a row that put an impact into another region
_FINE_M: Final = 1_000.0  # an ellipse so short is not told again for being shorter


class Watch:
    """Says what happens in one feed: the same pictures give the same events, to the last digit."""

    def __init__(
        self,
        stations: Sequence[Station],
        mode: Mode,
        options: WatchOptions | None = None,
        notices: Iterable[KnownNotice] = (),
    ) -> None:
        """A watch that has seen nothing.

        Args:
            stations: of the feed's tracker.
            mode: of the centre.
            options: left out, the usual ones.
            notices: known already.
        """
        self.stations = tuple(stations)
        self.mode = mode
        self.options = options or USUAL
        self._periods_s = [station.period_s for station in stations]
        self._widening: tuple[Registration | None, Widening] | None = None
        self._announced = Announced(notices)
        self._columns = Columns.none()
        self._flights: dict[int, Flight] = {}
        self._last: Look | None = None
        phase = _phase(stations)
        self._group_us = phase % 2 * _TICK_US
        self._foresight = Foresight(self.options, phase % 8 * _TICK_US)
        self._hindsight = Hindsight(phase // 8 % 10 * _TICK_US)
        self._endings = Endings(stations, self.options, phase // 80 % 20 * _TICK_US)
        _prepare()

    def put_notice(self, notice: KnownNotice) -> None:
        """Takes in a notice; a newer one of the same party and reference replaces the older."""
        self._announced.put(notice)

    def classes(self, number: Int[np.ndarray, "k"]) -> Int[np.ndarray, "k"]:
        """What objects are taken for since the last look, by index in `CLASS_NAMES`."""
        place, known = self._columns.places(number)
        found = np.full(len(number), UNKNOWN)
        found[known] = self._columns.class_index[place[known]]
        return found

    def look(self, snapshot: Snapshot, tracker: Tracker, at: Instant) -> tuple[Event, ...]:
        """What happened since the look before; objects by their numbers in the snapshot.

        Args:
            snapshot: the feed at this tick.
            tracker: of the feed, for the histories of its tracks.
            at: the tick.
        """
        now = Look(snapshot, tracker, at, self._widened(tracker.registration))
        self._align(now)
        events: list[Event] = []
        due = np.flatnonzero(self._columns.due_us <= at.posix_us)
        if len(due):
            flying = self._columns.status[due] == Status.FLIGHT
            events += self._decided(now, due[~flying])
            events += self._followed(now, due[flying])
        estimates = self._foresight.estimated(now, self._columns)
        # One or the other, so that no look takes the time of both.
        events += self._foreseen(now, estimates) if estimates else self._traced(now)
        if self._endings.is_due(now):
            events += self._endings.told(now, self._columns, self._flights)
            self._announced.forget(at)
        self._last = now
        return tuple(events)

    def _widened(self, known: Registration | None) -> Widening:
        """What biases add: made anew when they are known better."""
        if self._widening is None or self._widening[0] is not known:
            self._widening = known, Widening.of(self.stations, self.options.biases, known)
        return self._widening[1]

    # -- who is there ----------------------------------------------------------------------------

    def _align(self, now: Look) -> None:
        """Brings the columns into the order of the snapshot, and remembers who has gone."""
        number, before = now.snapshot.number, self._columns
        if not np.array_equal(number, before.number):
            self._columns = before.aligned(number)
            _, still = self._columns.places(before.number)
            for row in np.flatnonzero(~still & (before.status == Status.FLIGHT)).tolist():
                assert self._last is not None, "nobody leaves before the first look"
                flight = self._flights.pop(int(before.number[row]))
                self._endings.leave(self._last, before, row, flight)
        self._columns.see(now.snapshot)

    # -- what it is ------------------------------------------------------------------------------

    def _decided(self, now: Look, due: Int[np.ndarray, "d"]) -> list[Event]:
        """Which objects come down and which stay in orbit, as soon as it is sure."""
        columns, snapshot = self._columns, now.snapshot
        due = due[: self._room(now)]
        wait_us = np.where(columns.status[due] == Status.YOUNG, _YOUNG_US, _ORBITAL_US)
        columns.due_us[due] = now.at.posix_us + wait_us
        remote = snapshot.number[due] >= FIRST_REMOTE
        enough = snapshot.detections[due] >= self.options.fewest
        news = snapshot.detections[due] != columns.counted[due]
        rows = due[remote | (enough & news)]
        columns.counted[rows] = snapshot.detections[rows]
        rows, covariance = self._usable(now, rows)
        known = np.trace(covariance[:, 3:, 3:], axis1=1, axis2=2) <= self.options.speed_m_s**2
        rows, covariance = rows[known], covariance[known]
        if not len(rows):
            return []
        fates = orbits.fates(snapshot.state_ecef[rows], covariance)
        around = rows[fates.orbital >= self.options.sure]
        columns.status[around], columns.class_index[around] = Status.ORBITAL, ORBITAL
        events: list[Event] = []
        down = np.flatnonzero(fates.down >= self.options.sure)
        if len(down):
            events += self._new_flights(now, rows[down], covariance[down])
        return events

    def _room(self, now: Look) -> int:
        """Of how many objects this look decides what they are: of as many as its time allows."""
        last_us = now.at.posix_us if self._last is None else self._last.at.posix_us
        ticks = (now.at.posix_us - last_us) // _TICK_US
        return self.options.judged * min(max(ticks, 1), _MOST_TICKS)

    def _usable(
        self, now: Look, rows: Int[np.ndarray, "r"]
    ) -> tuple[Int[np.ndarray, "u"], Float[np.ndarray, "u 6 6"]]:
        """The objects whose states can be used, and their covariances."""
        if not len(rows):
            return rows, np.empty((0, 6, 6))
        covariance = now.covariance(rows)
        good = usable(now.snapshot.state_ecef[rows], covariance)
        return rows[good], covariance[good]

    def _new_flights(
        self, now: Look, rows: Int[np.ndarray, "n"], covariance: Float[np.ndarray, "n 6 6"]
    ) -> list[Event]:
        """What objects are that come down: launches, unless they are known already."""
        flying = np.flatnonzero(self._columns.status == Status.FLIGHT)
        near = beside(now, rows, covariance, flying)
        now.look_under(rows)
        known = self._known(now, rows, covariance)
        events = []
        for row, gone, beside_it in zip(rows.tolist(), known, near, strict=True):
            events += self._new_flight(now, row, gone, beside_it)
        return events

    def _known(
        self, now: Look, rows: Int[np.ndarray, "n"], covariance: Float[np.ndarray, "n 6 6"]
    ) -> list[Gone | None]:
        """Which flight that was lost each of some objects is; None for none."""
        if not self._endings.memory.gone:
            return [None] * len(rows)
        snapshot = now.snapshot
        missing = self._endings.memory.missing(now)
        there, spread = again.carried(
            snapshot.state_time_s[rows], snapshot.state_ecef[rows], covariance, now.now_s
        )
        every = zip(snapshot.number[rows].tolist(), there, spread, strict=True)
        return [missing.take(*one) for one in every]

    def _new_flight(self, now: Look, row: int, gone: Gone | None, near: list[int]) -> list[Event]:
        """What one of them is: a flight that was lost, one beside another, or a new one."""
        columns = self._columns
        if gone is None:
            flying = (each for each in near if columns.status[each] == Status.FLIGHT)
            first = next(flying, None)
            if first is not None and not self._is_apart(now, first, row):
                return self._second_track(now, first, row)
            flight = now.begun(row)
        else:
            flight = self._endings.memory.take(gone)
            columns.class_index[row] = gone.class_index
            flight.number, flight.lost = int(now.snapshot.number[row]), False
            flight.ended = flight.ended and has_come_down(flight, now.at)
        columns.status[row] = Status.FLIGHT
        group_us = flight.number % _GROUPS * (_FLIGHT_US // _GROUPS) + self._group_us
        whole_us = now.at.posix_us // _FLIGHT_US * _FLIGHT_US
        columns.due_us[row] = whole_us + _FLIGHT_US + group_us
        self._flights[flight.number] = flight
        now.note(flight, row)
        return [] if flight.is_told else self._alarm(now, row, flight)

    def _is_apart(self, now: Look, first: int, row: int) -> bool:
        """Whether what is beside a flight is another object, as one station has seen repeatedly."""
        seen = now.snapshot.seen_by_s[:, : len(self.stations)]
        two = again.are_two(seen[first], seen[row], self._periods_s)
        self._columns.apart[row] = self._columns.apart[row] + 1 if two else 0
        return bool(self._columns.apart[row] >= _APART)

    def _second_track(self, now: Look, first: int, row: int) -> list[Event]:
        """A second track of a flight is no launch; it is another sensor's word for the first."""
        self._columns.due_us[row] = now.at.posix_us + _FLIGHT_US
        flight = self._flights[int(self._columns.number[first])]
        flight.others |= set(now.contributors(row))
        return []

    def _alarm(self, now: Look, row: int, flight: Flight) -> list[Event]:
        """The launch of a flight, unless a notice is for it, or may be and is waited for."""
        self._look_back(now, row, flight)
        if flight.origin is None and self._announced.may_fit(flight):
            flight.held_until = flight.held_until or now.at.plus_s(self.options.hold_s)
            if now.at < flight.held_until:
                return []
        return self._compared(now, row, flight) or self._launched(now, row, flight)

    def _look_back(self, now: Look, row: int, flight: Flight) -> None:
        """Looks for the launch of a flight under power, while nothing better is known."""
        snapshot = now.snapshot
        if flight.origin is not None or snapshot.phase_probability[row, Phase.BOOST] < POWERED:
            return
        time = snapshot.epoch.plus_s(float(snapshot.state_time_s[row]))
        covariance = now.covariance(np.array([row]))[0]
        flight.origin = under_power(time, snapshot.state_ecef[row], covariance)

    def _launched(self, now: Look, row: int, flight: Flight) -> list[Event]:
        """The launch told: with its place where that is known, else where it was seen first."""
        if flight.origin is not None:
            place = at_place(PlaceKind.LAUNCH, flight.origin)
            flight.origin_told = True
        else:
            place = now.under(PlaceKind.FIRST_SEEN, row)
        late = {} if flight.alarmed else {"latency_s": latency_s(flight, now.at)}
        flight.alarmed = True
        self._often_enough(now, row, flight)
        return [self._event(EventKind.LAUNCH_DETECTED, flight, now, row, **place, **late)]

    # -- what was announced ----------------------------------------------------------------------

    def _compared(self, now: Look, row: int, flight: Flight) -> list[Event]:
        """A flight that has no notice against all that may be its own."""
        found = None if flight.against else self._announced.verdict(now, row, flight)
        if found is None:
            return []
        if found.fit.is_inside:
            flight.notice = found.notice
            return [self._about(EventKind.INSIDE_NOTICE, now, row, flight, found)]
        return self._departed(now, row, flight, found)

    def _checked(self, now: Look, row: int, flight: Flight) -> list[Event]:
        """A flight against what was announced, after something new is known of it."""
        if flight.notice is None:
            return self._compared(now, row, flight)
        found = self._announced.departure(now, row, flight)
        return [] if found is None else self._departed(now, row, flight, found)

    def _departed(self, now: Look, row: int, flight: Flight, found: Verdict) -> list[Event]:
        """A flight that is not what was announced: that is told, and its launch if it was not."""
        flight.notice, flight.against = None, found.fit.against
        told = self._about(EventKind.OUTSIDE_NOTICE, now, row, flight, found)
        return [told, *([] if flight.alarmed else self._launched(now, row, flight))]

    def _about(self, kind: EventKind, now: Look, row: int, flight: Flight, found: Verdict) -> Event:
        assert flight.origin is not None, "no notice is compared before the launch is known"
        return self._event(
            kind,
            flight,
            now,
            row,
            **at_place(PlaceKind.LAUNCH, flight.origin),
            latency_s=latency_s(flight, now.at),
            notice=found.notice.notice.reference,
            against=found.fit.against,
        )

    # -- what becomes of it ----------------------------------------------------------------------

    def _followed(self, now: Look, due: Int[np.ndarray, "d"]) -> list[Event]:
        """What is new of flights that are looked at again: held alarms, second sensors, classes."""
        if not len(due):
            return []
        columns = self._columns
        wait_us = np.where(columns.is_settled[due], _SETTLED_US, _FLIGHT_US)
        columns.due_us[due] += wait_us * ((now.at.posix_us - columns.due_us[due]) // wait_us + 1)
        rows, covariance = self._usable(now, due)
        self._classify(now, rows, covariance)
        events: list[Event] = []
        flights = [self._flights[number] for number in columns.number[rows].tolist()]
        new = np.array([not each.confirmed or each.burnt_out_over is None for each in flights])
        now.look_under(rows[new.astype(bool)])
        for row, flight in zip(rows.tolist(), flights, strict=True):
            if flight.burnt_out_over is None and np.isfinite(columns.free_since_s[row]):
                flight.burnt_out_over = now.places[row][:2]
            if not flight.is_told:
                events += self._alarm(now, row, flight)
            elif not flight.confirmed:
                events += self._confirmed(now, row, flight)
        columns.is_settled[rows] = [flight.is_settled for flight in flights]
        told = np.array([flight.is_told and not flight.ended for flight in flights], dtype=bool)
        self._foresight.want(now, columns, rows[told], covariance[told])
        self._hindsight.want(now, columns, rows, flights)
        return events

    def _classify(
        self, now: Look, rows: Int[np.ndarray, "r"], covariance: Float[np.ndarray, "r 6 6"]
    ) -> None:
        """The classes of what is in free flight; what has reached an orbit comes down no more."""
        columns, snapshot = self._columns, now.snapshot
        free_s = snapshot.state_time_s[rows] - columns.free_since_s[rows]
        settled = (free_s >= _SETTLED_S) & ~(snapshot.phase_probability[rows, Phase.ENTRY] > 0.5)
        rows, covariance = rows[settled], covariance[settled]
        if not len(rows):
            return
        state = snapshot.state_ecef[rows]
        odds = orbits.class_odds(*orbits.greatest_ranges_m(state, covariance))
        columns.class_index[rows] = orbits.settled_class(
            columns.class_index[rows], odds, self.options.sure
        )
        high = orbits.may_stay(state)
        if high.any():
            stays = orbits.fates(state[high], covariance[high]).orbital >= self.options.sure
            columns.class_index[rows[high][stays]] = ORBITAL

    def _confirmed(self, now: Look, row: int, flight: Flight) -> list[Event]:
        """A second sensor sees a flight, more than once."""
        remote = flight.number >= FIRST_REMOTE
        if not (self._often_enough(now, row, flight) or flight.others or remote):
            return []
        if len(set(now.contributors(row)) | flight.others) < _SECOND:
            return []
        flight.confirmed = True
        place = now.under(PlaceKind.LAST_SEEN, row)
        late = latency_s(flight, now.at)
        return [self._event(EventKind.CONFIRMED, flight, now, row, **place, latency_s=late)]

    def _often_enough(self, now: Look, row: int, flight: Flight) -> bool:
        """Whether two stations have each seen a flight again since they were known to."""
        seen = now.snapshot.seen_by_s[row, : len(self.stations)]
        first = seen if flight.first_sights_s is None else flight.first_sights_s
        flight.first_sights_s = np.where(np.isnan(first), seen, first)
        return int((seen > flight.first_sights_s).sum()) >= _SECOND

    def _foreseen(
        self, now: Look, estimates: Sequence[tuple[int, Prediction | None]]
    ) -> list[Event]:
        """Impacts that have been estimated."""
        events: list[Event] = []
        for number, found in estimates:
            flight = self._flights.get(number)
            if flight is None or found is None or found.semi_major_m > self.options.impact_m:
                continue
            row = self._columns.row(number)
            flight.latest = found
            events += self._checked(now, row, flight)
            events += self._impact(now, row, flight, found)
        return events

    def _impact(self, now: Look, row: int, flight: Flight, found: Prediction) -> list[Event]:
        """An impact told, if it is the first, or says something else than the last that was."""
        told, region = flight.told, region_of(found.lat_rad, found.lon_rad)
        flight.elsewhere = flight.elsewhere + 1 if region != flight.region else 0
        if told is not None and told.holds(found) and flight.elsewhere < _ELSEWHERE:
            better = max(0.5 * told.semi_major_m, _FINE_M)
            if found.semi_major_m > better or told.semi_major_m <= _FINE_M:
                return []
        late = {"latency_s": latency_s(flight, now.at)} if told is None else {}
        flight.told, flight.region, flight.elsewhere = found, region, 0
        place = at_place(PlaceKind.IMPACT, found)
        return [self._event(EventKind.IMPACT_PREDICTED, flight, now, row, **place, **late)]

    def _traced(self, now: Look) -> list[Event]:
        """The launch that has been traced back."""
        answer = self._hindsight.estimated(now, self._columns)
        if answer is None:
            return []
        number, found = answer
        flight = self._flights.get(number)
        if flight is None or not _is_better(found, flight.origin):
            return []
        row = self._columns.row(number)
        flight.origin = found
        if not flight.is_told:
            return self._alarm(now, row, flight)
        events = self._checked(now, row, flight)
        if flight.alarmed and not flight.origin_told:
            events += self._launched(now, row, flight)
        return events

    def _event(self, kind: EventKind, flight: Flight, now: Look, row: int, **more: Any) -> Event:
        now.note(flight, row)
        return event(kind, flight, now.at, int(self._columns.class_index[row]), **more)


def _phase(stations: Sequence[Station]) -> int:
    """A number by which feeds of other stations do what they do now and then at other ticks."""
    return zlib.crc32(" ".join(station.id for station in stations).encode())


@functools.cache
def _prepare() -> None:
    """Makes what the first launch would have to wait for."""
    launches.prepare()
    impacts.prepare()
    regions.region_of(0.0, 0.0)


def _is_better(found: Origin, before: Origin | None) -> bool:
    """Whether a launch is known better than before."""
    return before is None or found.semi_major_m < before.semi_major_m
