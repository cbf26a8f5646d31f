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

from collections.abc import Iterable, Sequence
from typing import Any, Final

import numpy as np
from jaxtyping import Float, Int

from glasshield.centre.picture.snapshot import FIRST_REMOTE, Snapshot
from glasshield.centre.warning import again, orbits
from glasshield.centre.warning.foresight import Foresight
from glasshield.centre.warning.hindsight import Hindsight
from glasshield.centre.warning.impacts import Prediction, Widening, usable
from glasshield.centre.warning.launches import Origin, under_power
from glasshield.centre.warning.look import Look, at_place, at_state, event, latency_s
from glasshield.centre.warning.notices import Fit, KnownNotice, Progress, fit, is_near
from glasshield.centre.warning.options import USUAL, WatchOptions
from glasshield.centre.warning.orbits import ORBITAL, UNKNOWN
from glasshield.centre.warning.regions import region_of
from glasshield.centre.warning.sightings import Columns, Flight, Gone, Status
from glasshield.centre.warning.views import Views
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.earth.time import Instant
from glasshield.exchange.release.coarsen import Event, PlaceKind
from glasshield.exchange.release.terms import EventKind, Mode
from glasshield.fusion.registration import Registration
from glasshield.fusion.tracker import Tracker
from glasshield.fusion.tracks import Phase, unpack
from glasshield.sensing.station import Station

_DUE_US: Final = {Status.YOUNG: 250_000, Status.FLIGHT: 1_000_000, Status.ORBITAL: 10_000_000}
_AT_ONCE: Final = 64  # objects of which it is decided in one look what they are
_POWERED: Final = 0.9  # probability of thrust from which on a launch is looked for under power
_SETTLED_S: Final = 3.0  # in free flight, before its class is told by its energy
_SECOND: Final = 2  # detections of a second sensor: one alone may be a false alarm
_ELSEWHERE: Final = 3  # estimates in a row that put an impact into another region
_AFTER_S: Final = 5.0  # after an impact, and three of its deviations
_MOST_GONE: Final = 2_000


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
        self._views = Views.of(stations)
        self._periods_s = [station.period_s for station in stations]
        self._widening: tuple[Registration | None, Widening] | None = None
        self._notices = {each.key: each for each in notices}
        self._linked: dict[tuple[str, str], Flight] = {}
        self._columns = Columns.none()
        self._flights: dict[int, Flight] = {}
        self._gone: list[Gone] = []
        self._last: Look | None = None
        self._foresight = Foresight(self.options)
        self._hindsight = Hindsight(self.options)

    def put_notice(self, notice: KnownNotice) -> None:
        """Takes in a notice; a newer one of the same party and reference replaces the older."""
        self._notices[notice.key] = notice

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
        events = [*self._foreseen(now), *self._traced(now)]
        due = np.flatnonzero(self._columns.due_us <= at.posix_us)
        if len(due):
            events += self._decided(now, due[self._columns.status[due] != Status.FLIGHT])
            events += self._followed(now, due[self._columns.status[due] == Status.FLIGHT])
        events += self._unseen(now)
        events += self._ended(now)
        self._foresight.ask(now, self._columns)
        self._hindsight.ask(now, self._columns)
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
        number = now.snapshot.number
        if not np.array_equal(number, self._columns.number):
            _, still = _places(number, self._columns.number)
            for row in np.flatnonzero(~still).tolist():
                self._leave(row)
            self._columns = self._columns.aligned(number)
        self._columns.see(now.snapshot)

    def _leave(self, row: int) -> None:
        """Remembers an object that is no longer in the picture, if it was anything."""
        columns, last = self._columns, self._last
        status = Status(int(columns.status[row]))
        if status is Status.YOUNG or last is None:
            return
        snapshot, rows = last.snapshot, np.array([row])
        flight = self._flights.pop(int(columns.number[row]), None)
        gone = Gone(
            int(columns.number[row]),
            status,
            int(columns.class_index[row]),
            float(snapshot.state_time_s[row]),
            snapshot.state_ecef[row],
            last.covariance(rows)[0],
            bool(np.isfinite(columns.free_since_s[row])),
            flight,
        )
        self._gone = [*self._gone[-_MOST_GONE + 1 :], gone]

    def _same(self, now: Look, row: int, covariance: Float[np.ndarray, "6 6"]) -> Gone | int | None:
        """Who a new object was before, or the number of who it is beside; None for somebody new."""
        state, time_s = now.snapshot.state_ecef[row], float(now.snapshot.state_time_s[row])
        kept = [each for each in self._gone if each.status is Status.FLIGHT or each.was_free]
        if kept:
            times = np.array([each.time_s for each in kept])
            there, spread = again.carried(
                times,
                np.array([each.state_ecef for each in kept]),
                np.array([each.covariance for each in kept]),
                time_s,
            )
            free = np.array([each.was_free for each in kept])
            spread = spread + again.unsteady(time_s - times, free)
            best = again.nearest(state, covariance, there, spread)
            if best is not None:
                return kept[best]
        return self._beside(now, row, covariance)

    def _beside(self, now: Look, row: int, covariance: Float[np.ndarray, "6 6"]) -> int | None:
        """The number of a flight that an object is a second track of; None for none."""
        snapshot, own = now.snapshot, len(self.stations)
        near = again.close(snapshot.state_ecef[row, :3], snapshot.state_ecef[:, :3])
        near = near[(near != row) & (self._columns.status[near] == Status.FLIGHT)]
        apart = [
            k
            for k in near.tolist()
            if not again.are_two(
                snapshot.seen_by_s[row, :own], snapshot.seen_by_s[k, :own], self._periods_s
            )
        ]
        if not apart:
            return None
        rows = np.array(apart)
        best = again.nearest(
            snapshot.state_ecef[row], covariance, snapshot.state_ecef[rows], now.covariance(rows)
        )
        return None if best is None else int(snapshot.number[rows[best]])

    # -- what it is ------------------------------------------------------------------------------

    def _decided(self, now: Look, due: Int[np.ndarray, "d"]) -> list[Event]:
        """Which objects come down and which stay in orbit, as soon as it is sure."""
        columns, snapshot = self._columns, now.snapshot
        due = due[:_AT_ONCE]
        for status in (Status.YOUNG, Status.ORBITAL):
            mine = due[columns.status[due] == status]
            columns.due_us[mine] = now.at.posix_us + _DUE_US[status]
        remote = snapshot.number[due] >= FIRST_REMOTE
        enough = remote | (snapshot.detections[due] >= self.options.fewest)
        news = snapshot.detections[due] != columns.counted[due]
        rows = due[enough & (news | remote)]
        columns.counted[rows] = snapshot.detections[rows]
        covariance = now.covariance(rows)
        good = usable(snapshot.state_ecef[rows], covariance)
        rows, covariance = rows[good], covariance[good]
        if not len(rows):
            return []
        fates = orbits.fates(snapshot.state_ecef[rows], covariance)
        around = rows[fates.orbital >= self.options.sure]
        columns.status[around], columns.class_index[around] = Status.ORBITAL, ORBITAL
        events: list[Event] = []
        for k in np.flatnonzero(fates.down >= self.options.sure).tolist():
            events += self._new_flight(now, int(rows[k]), covariance[k])
        return events

    def _new_flight(self, now: Look, row: int, covariance: Float[np.ndarray, "6 6"]) -> list[Event]:
        """What an object is that comes down: a launch, unless it is known already."""
        before = self._same(now, row, covariance)
        if isinstance(before, int):
            return []
        columns = self._columns
        flight = now.begun(row)
        if before is not None:
            self._gone = [each for each in self._gone if each is not before]
            columns.class_index[row] = before.class_index
            flight = before.flight or flight
            flight.number, flight.lost, flight.ended = int(now.snapshot.number[row]), False, False
        columns.status[row] = Status.FLIGHT
        columns.due_us[row] = now.at.posix_us + _DUE_US[Status.FLIGHT]
        self._flights[flight.number] = flight
        now.note(flight, row)
        return [] if flight.is_told else self._alarm(now, row, flight)

    def _alarm(self, now: Look, row: int, flight: Flight) -> list[Event]:
        """The launch of a flight, unless a notice is for it, or may be and is waited for."""
        self._look_back(now, row, flight)
        near = any(is_near(each, flight.first_seen) for each in self._open(flight))
        if near and flight.origin is None:
            flight.held_until = flight.held_until or now.at.plus_s(self.options.hold_s)
            if now.at < flight.held_until:
                return []
        flight.held_until = None
        return self._compared(now, row, flight) or self._launched(now, row, flight)

    def _look_back(self, now: Look, row: int, flight: Flight) -> None:
        """Looks for the launch of a flight under power, while nothing better is known."""
        snapshot = now.snapshot
        if flight.origin is not None or snapshot.phase_probability[row, Phase.BOOST] < _POWERED:
            return
        time = snapshot.epoch.plus_s(float(snapshot.state_time_s[row]))
        flight.origin = under_power(
            time, snapshot.state_ecef[row], now.covariance(np.array([row]))[0]
        )

    def _launched(self, now: Look, row: int, flight: Flight) -> list[Event]:
        """The launch told: with its place where that is known, else where it was seen first."""
        place: dict[str, Any]
        if flight.origin is not None:
            place = at_place(PlaceKind.LAUNCH, flight.origin)
            flight.origin_told = True
        else:
            snapshot = now.snapshot
            place = at_state(
                PlaceKind.FIRST_SEEN,
                snapshot.state_ecef[row],
                unpack(snapshot.packed_covariance[row]),
            )
        late = {} if flight.alarmed else {"latency_s": latency_s(flight, now.at)}
        flight.alarmed = True
        return [self._event(EventKind.LAUNCH_DETECTED, flight, now, row, **place, **late)]

    # -- what was announced ----------------------------------------------------------------------

    def _open(self, flight: Flight) -> list[KnownNotice]:
        """The notices that no other flight has taken; one is for one flight."""
        return [
            each for each in self._notices.values() if self._linked.get(each.key, flight) is flight
        ]

    def _fit(self, now: Look, row: int, flight: Flight, notice: KnownNotice) -> Fit:
        lat, lon, _ = ecef_to_geodetic(now.snapshot.state_ecef[row, :3])
        over = (float(lat), float(lon))
        return fit(notice, Progress(flight.first_seen, flight.origin, over, flight.latest))

    def _compared(self, now: Look, row: int, flight: Flight) -> list[Event]:
        """A flight that has no notice yet against all that may be its own."""
        found = [
            (self._fit(now, row, flight, each), each)
            for each in self._open(flight)
            if is_near(each, flight.first_seen)
        ]
        inside = [pair for pair in found if pair[0].is_inside]
        if inside:
            _, notice = min(inside, key=lambda pair: pair[0].distance)
            flight.notice, self._linked[notice.key] = notice, flight
            return [self._about_notice(EventKind.INSIDE_NOTICE, now, row, flight)]
        outside = [pair for pair in found if pair[0].is_outside]
        if outside and not flight.against:
            best, notice = min(outside, key=lambda pair: pair[0].distance)
            return self._departed(now, row, flight, notice, best)
        return []

    def _checked(self, now: Look, row: int, flight: Flight) -> list[Event]:
        """A flight against its notice after something new is known of it."""
        if flight.notice is None:
            return [] if flight.against else self._compared(now, row, flight)
        found = self._fit(now, row, flight, flight.notice)
        if not found.against:
            return []
        notice, flight.notice = flight.notice, None
        return self._departed(now, row, flight, notice, found)

    def _departed(
        self, now: Look, row: int, flight: Flight, notice: KnownNotice, found: Fit
    ) -> list[Event]:
        """A flight that is not what was announced: that is told, and its launch if it was not."""
        flight.against = found.against
        told = self._about_notice(EventKind.OUTSIDE_NOTICE, now, row, flight, notice)
        return [told, *([] if flight.alarmed else self._launched(now, row, flight))]

    def _about_notice(
        self,
        kind: EventKind,
        now: Look,
        row: int,
        flight: Flight,
        notice: KnownNotice | None = None,
    ) -> Event:
        about = notice or flight.notice
        assert about is not None
        place = {} if flight.origin is None else at_place(PlaceKind.LAUNCH, flight.origin)
        return self._event(
            kind,
            flight,
            now,
            row,
            **place,
            latency_s=latency_s(flight, now.at),
            notice=about.notice.reference,
            against=flight.against,
        )

    # -- what becomes of it ----------------------------------------------------------------------

    def _followed(self, now: Look, due: Int[np.ndarray, "d"]) -> list[Event]:
        """What is new of flights that are looked at again: held alarms, second sensors, classes."""
        columns = self._columns
        columns.due_us[due] = now.at.posix_us + _DUE_US[Status.FLIGHT]
        self._classify(now, due)
        events: list[Event] = []
        for row in due.tolist():
            flight = self._flights[int(columns.number[row])]
            now.note(flight, row)
            if not flight.is_told:
                events += self._alarm(now, row, flight)
            elif not flight.confirmed:
                events += self._confirmed(now, row, flight)
        told = np.array([self._flights[n].is_told for n in columns.number[due].tolist()], bool)
        self._foresight.want(now, columns, due[told])
        self._hindsight.want(now, columns, due, self._flights)
        return events

    def _classify(self, now: Look, due: Int[np.ndarray, "d"]) -> None:
        """The classes of what is in free flight; what has reached an orbit comes down no more."""
        columns, snapshot = self._columns, now.snapshot
        settled = snapshot.state_time_s[due] - columns.free_since_s[due] >= _SETTLED_S
        rows = due[settled & ~(snapshot.phase_probability[due, Phase.ENTRY] > 0.5)]
        covariance = now.covariance(rows)
        good = usable(snapshot.state_ecef[rows], covariance)
        rows, covariance = rows[good], covariance[good]
        if not len(rows):
            return
        state = snapshot.state_ecef[rows]
        odds = orbits.class_odds(*orbits.greatest_ranges_m(state, covariance))
        columns.class_index[rows] = orbits.settled_class(
            columns.class_index[rows], odds, self.options.sure
        )
        around = rows[orbits.fates(state, covariance).orbital >= self.options.sure]
        columns.class_index[around] = ORBITAL

    def _confirmed(self, now: Look, row: int, flight: Flight) -> list[Event]:
        """A second sensor sees a flight, more than once."""
        snapshot = now.snapshot
        if np.isfinite(snapshot.seen_by_s[row]).sum() < _SECOND:
            return []
        if flight.number < FIRST_REMOTE:
            history = now.tracker.history(flight.number)
            counts = np.bincount(history.station_index, minlength=len(self.stations))
            if (counts >= _SECOND).sum() < _SECOND:
                return []
        flight.confirmed = True
        place = at_state(
            PlaceKind.LAST_SEEN, snapshot.state_ecef[row], unpack(snapshot.packed_covariance[row])
        )
        late = latency_s(flight, now.at)
        return [self._event(EventKind.CONFIRMED, flight, now, row, **place, latency_s=late)]

    def _foreseen(self, now: Look) -> list[Event]:
        """Impacts that have been estimated."""
        events: list[Event] = []
        for number, found in self._foresight.answers(now.at, self._columns):
            flight = self._flights.get(number)
            if flight is None or found is None or found.semi_major_m > self.options.impact_m:
                continue
            row = int(self._columns.places(np.array([number]))[0][0])
            flight.latest = found
            events += self._checked(now, row, flight)
            events += self._impact(now, row, flight, found)
        return events

    def _impact(self, now: Look, row: int, flight: Flight, found: Prediction) -> list[Event]:
        """An impact told, if it is the first, or says something else than the last that was."""
        told, region = flight.told, region_of(found.lat_rad, found.lon_rad)
        flight.elsewhere = flight.elsewhere + 1 if region != flight.region else 0
        if (
            told is not None
            and told.holds(found)
            and flight.elsewhere < _ELSEWHERE
            and found.semi_major_m > 0.5 * told.semi_major_m
        ):
            return []
        late = {"latency_s": latency_s(flight, now.at)} if told is None else {}
        flight.told, flight.region, flight.elsewhere = found, region, 0
        place = at_place(PlaceKind.IMPACT, found)
        return [self._event(EventKind.IMPACT_PREDICTED, flight, now, row, **place, **late)]

    def _traced(self, now: Look) -> list[Event]:
        """Launches that have been traced back."""
        events: list[Event] = []
        for number, found in self._hindsight.answers(now.at):
            flight = self._flights.get(number)
            if flight is None or found is None or not _is_better(found, flight.origin):
                continue
            row = int(self._columns.places(np.array([number]))[0][0])
            flight.origin = found
            events += self._checked(now, row, flight)
            if flight.alarmed and not flight.origin_told:
                events += self._launched(now, row, flight)
        return events

    # -- how it ends -----------------------------------------------------------------------------

    def _unseen(self, now: Look) -> list[Event]:
        """Flights that were not seen where they should have been."""
        columns, snapshot = self._columns, now.snapshot
        late = now.now_s - snapshot.last_seen_s > self.options.lost_after_s
        rows = np.flatnonzero(late & (columns.status == Status.FLIGHT))
        for row in np.flatnonzero(~late & (columns.status == Status.FLIGHT)).tolist():
            self._flights[int(columns.number[row])].lost = False
        if not len(rows):
            return []
        should = self._views.hold(snapshot.state_ecef[rows, :3])
        events: list[Event] = []
        for row in rows[should].tolist():
            flight = self._flights[int(columns.number[row])]
            if not flight.is_told or flight.lost or flight.ended:
                continue
            flight.lost = True
            place = at_state(
                PlaceKind.LAST_SEEN,
                snapshot.state_ecef[row],
                now.covariance(np.array([row]))[0],
            )
            events.append(self._event(EventKind.LOST, flight, now, row, **place))
        return events

    def _ended(self, now: Look) -> list[Event]:
        """Flights whose impact has passed, and those that left all coverage without one."""
        events: list[Event] = []
        for number in [n for n, flight in self._flights.items() if _has_come_down(flight, now.at)]:
            flight = self._flights[number]
            row = int(self._columns.places(np.array([number]))[0][0])
            events.append(self._end(flight, now, int(self._columns.class_index[row])))
        kept: list[Gone] = []
        for each in self._gone:
            flight_or_none = each.flight
            if flight_or_none is not None and flight_or_none.is_told and not flight_or_none.ended:
                if flight_or_none.latest is None:
                    events.append(self._left(each, now))
                elif _has_come_down(flight_or_none, now.at):
                    events.append(self._end(flight_or_none, now, each.class_index))
            down = flight_or_none is not None and flight_or_none.ended and flight_or_none.latest
            old = now.now_s - each.time_s > self.options.memory_s
            if not (down or old):
                kept.append(each)
        self._gone = kept
        return events

    def _end(self, flight: Flight, now: Look, class_index: int) -> Event:
        flight.ended = True
        assert flight.latest is not None
        place = at_place(PlaceKind.IMPACT, flight.latest)
        return event(EventKind.ENDED, flight, now.at, class_index, **place)

    def _left(self, gone: Gone, now: Look) -> Event:
        assert gone.flight is not None
        gone.flight.ended = True
        place = at_state(PlaceKind.LAST_SEEN, gone.state_ecef, gone.covariance)
        return event(EventKind.ENDED, gone.flight, now.at, gone.class_index, **place)

    def _event(self, kind: EventKind, flight: Flight, now: Look, row: int, **more: Any) -> Event:
        now.note(flight, row)
        return event(kind, flight, now.at, int(self._columns.class_index[row]), **more)


def _places(
    numbers: Int[np.ndarray, "k"], wanted: Int[np.ndarray, "n"]
) -> tuple[Int[np.ndarray, "n"], np.ndarray]:
    """Where numbers stand among others that grow, and which of them do."""
    if not len(numbers):
        return np.zeros(len(wanted), dtype=np.intp), np.zeros(len(wanted), dtype=bool)
    place = np.minimum(np.searchsorted(numbers, wanted), len(numbers) - 1)
    return place, numbers[place] == wanted


def _is_better(found: Origin, before: Origin | None) -> bool:
    """Whether a launch is known better than before."""
    return before is None or found.semi_major_m < before.semi_major_m


def _has_come_down(flight: Flight, at: Instant) -> bool:
    """Whether a flight's impact has passed for certain."""
    if flight.ended or not flight.is_told or flight.latest is None:
        return False
    return at > flight.latest.time.plus_s(_AFTER_S + 3.0 * flight.latest.sigma_s)
