"""What is told of whole flights: once, in time, where it is true; of nothing where nothing flew."""

from __future__ import annotations

import functools
import itertools
from collections import Counter
from dataclasses import replace

import msgspec
import numpy as np
import pytest

from glasshield import catalog
from glasshield.catalog.scenarios import Scenario
from glasshield.centre.picture.snapshot import FIRST_REMOTE, Snapshot
from glasshield.centre.warning.notices import KnownNotice, known_notice
from glasshield.centre.warning.options import WatchOptions
from glasshield.centre.warning.watch import Watch
from glasshield.earth import geodesic
from glasshield.earth.ellipsoid import ecef_to_geodetic, geodetic_to_ecef
from glasshield.earth.time import Instant
from glasshield.errors import RangeError
from glasshield.exchange.release.coarsen import Event, PlaceKind
from glasshield.exchange.release.terms import CLASS_NAMES, EventKind, Mode
from glasshield.fusion.tracker import Tracker
from glasshield.fusion.tracks import pack
from glasshield.scenario.simulate import Simulation, simulate
from glasshield.sensing.detections import Detections
from tests.centre.warning.test_notices import TEXT
from tests.centre.warning.watched import Setup, ticks, watched

# From the arrival of the first detection: five looks of one second, their way to the centre, and
# some that are missed.
ALARM_S = 8.0
# A burn that is over is noticed after some seconds; five more, and a second for the estimate.
IMPACT_AFTER_BURNOUT_S = 20.0
IMPACT_TIME_SIGMAS = 4.0
LAG_S = 5.0
USUAL = Setup(lag_s=LAG_S)
SHORT = Setup(lag_s=LAG_S, until_s=260.0)


@functools.cache
def test_flight() -> Simulation:
    facts = catalog.load()
    return simulate(facts.scenarios["one-test-two-parties"], facts)


test_flight.__test__ = False  # type: ignore[attr-defined]


@functools.cache
def told_of_the_test() -> tuple[Event, ...]:
    return tuple(watched(test_flight().detections, USUAL))


def of(kind: EventKind, events: tuple[Event, ...] | list[Event]) -> list[Event]:
    return [event for event in events if event.kind is kind]


def away_m(event: Event, place_ecef_m: np.ndarray) -> float:
    lat, lon, _ = ecef_to_geodetic(place_ecef_m)
    return float(geodesic.inverse(event.lat_rad, event.lon_rad, lat, lon).distance_m)


def semi_major_m(event: Event) -> float:
    longest = np.sqrt(np.linalg.eigvalsh(np.array(event.covariance_m2))[-1])
    return event.radii[1] * float(longest)


def notice(text: str = TEXT, received: str = "2030-05-30T00:00:00Z") -> KnownNotice:
    regimes = catalog.load().regimes
    return known_notice(text, "cedar", Instant.parse(received), Mode.EXERCISE, regimes)


def test_a_flight_is_told_from_its_launch_to_its_end() -> None:
    kinds = [event.kind for event in told_of_the_test()]
    assert kinds[0] is EventKind.LAUNCH_DETECTED
    assert kinds[-1] is EventKind.ENDED
    counts = Counter(kinds)
    assert counts[EventKind.LAUNCH_DETECTED] == counts[EventKind.CONFIRMED] == 1
    assert counts[EventKind.ENDED] == 1
    assert 1 <= counts[EventKind.IMPACT_PREDICTED] < 12
    assert len({event.object for event in told_of_the_test()}) == 1


def test_the_alarm_comes_in_time_and_from_where_it_was_launched() -> None:
    truth = test_flight().truth
    (launch,) = of(EventKind.LAUNCH_DETECTED, told_of_the_test())
    assert 0.0 < launch.latency_s < ALARM_S
    assert launch.place is PlaceKind.LAUNCH
    assert launch.region == "IRN"
    assert away_m(launch, truth.launch_position_ecef_m[0]) < semi_major_m(launch) < 30e3
    assert launch.expected is not None
    off_s = launch.expected.since_s(truth.epoch) - truth.launch_time_s[0]
    assert abs(off_s) < 3.0 * launch.expected_sigma_s
    assert launch.detections is not None
    assert launch.detections >= WatchOptions().fewest
    assert launch.first_seen is not None
    assert launch.time.since_s(launch.first_seen) > launch.latency_s


def test_a_second_sensor_of_whichever_party_confirms_it() -> None:
    (confirmed,) = of(EventKind.CONFIRMED, told_of_the_test())
    assert len(confirmed.contributors) == 2
    assert confirmed.latency_s > 0.0


def test_every_impact_that_is_told_is_true_within_what_it_says() -> None:
    truth = test_flight().truth
    impacts = of(EventKind.IMPACT_PREDICTED, told_of_the_test())
    first = impacts[0].time.since_s(truth.epoch)
    assert first - truth.burnout_time_s[0] < IMPACT_AFTER_BURNOUT_S
    assert truth.impact_time_s[0] - first > 600.0
    for event in impacts:
        assert event.place is PlaceKind.IMPACT
        assert event.region in {"sea/OMN", "sea/IRN"}
        assert event.object_class == "MRBM"
        assert away_m(event, truth.impact_position_ecef_m[0]) < semi_major_m(event)
        assert event.expected is not None
        off_s = event.expected.since_s(truth.epoch) - truth.impact_time_s[0]
        assert abs(off_s) < IMPACT_TIME_SIGMAS * event.expected_sigma_s
    assert np.isfinite(impacts[0].latency_s)
    assert all(np.isnan(event.latency_s) for event in impacts[1:])


def test_an_impact_is_told_again_only_when_it_says_something_else() -> None:
    impacts = of(EventKind.IMPACT_PREDICTED, told_of_the_test())
    for before, after in itertools.pairwise(impacts):
        moved = away_m(after, _place(before)) > 0.5 * semi_major_m(before)
        better = semi_major_m(after) <= 0.5 * semi_major_m(before)
        assert moved or better or after.region != before.region


def _place(event: Event) -> np.ndarray:
    return geodetic_to_ecef(event.lat_rad, event.lon_rad, 0.0)


def test_it_ends_when_its_impact_has_passed() -> None:
    truth = test_flight().truth
    (ended,) = of(EventKind.ENDED, told_of_the_test())
    late_s = ended.time.since_s(truth.epoch) - truth.impact_time_s[0]
    assert 0.0 < late_s < 90.0
    assert ended.place is PlaceKind.IMPACT


def test_prop_the_same_pictures_give_the_same_events() -> None:
    assert repr(watched(test_flight().detections, SHORT)) == repr(
        watched(test_flight().detections, SHORT)
    )


@pytest.mark.parametrize("tick_s", [0.25, 1.0])
def test_looking_less_often_tells_the_same_later(tick_s: float) -> None:
    often = watched(test_flight().detections, SHORT)
    seldom = watched(test_flight().detections, replace(SHORT, tick_s=tick_s))
    for kind in (EventKind.LAUNCH_DETECTED, EventKind.CONFIRMED, EventKind.IMPACT_PREDICTED):
        one, other = of(kind, often)[0], of(kind, seldom)[0]
        assert abs(other.time.since_s(one.time)) < 2.0 + 2.0 * tick_s
    assert {event.kind for event in seldom} == {event.kind for event in often}


def test_classes_are_unknown_under_power_and_known_in_free_flight() -> None:
    detections = test_flight().detections
    watch = Watch(detections.stations, Mode.EXERCISE)
    seen: list[tuple[float, str]] = []
    for snapshot, tracker, at in ticks(detections, replace(SHORT, tick_s=0.5)):
        watch.look(snapshot, tracker, at)
        names = [CLASS_NAMES[k] for k in watch.classes(snapshot.number).tolist()]
        seen += [(at.since_s(snapshot.epoch), name) for name in names]
    burnt_out_s = float(test_flight().truth.burnout_time_s[0])
    assert {name for time_s, name in seen if time_s < burnt_out_s} == {"unknown"}
    assert seen[-1][1] == "MRBM"
    assert watch.classes(np.array([10**6])).tolist() == [CLASS_NAMES.index("unknown")]


# -- what was announced --------------------------------------------------------------------------


def test_an_announced_flight_raises_no_alarm_and_is_linked_to_its_notice() -> None:
    events = watched(test_flight().detections, replace(USUAL, notices=(notice(),)))
    assert not of(EventKind.LAUNCH_DETECTED, events)
    assert not of(EventKind.OUTSIDE_NOTICE, events)
    (inside,) = of(EventKind.INSIDE_NOTICE, events)
    assert inside.notice == "spring-test"
    assert inside.against == ()
    assert inside.latency_s < ALARM_S
    assert of(EventKind.IMPACT_PREDICTED, events)  # that is told all the same
    assert len(of(EventKind.ENDED, events)) == 1


@pytest.mark.parametrize(
    ("before", "after", "against"),
    [
        ("24.5 N 59 E", "34.3 N 27.5 E", "impact-area"),
        ("138 deg, 130 to 146 deg", "270 deg, 260 to 280 deg", "azimuth"),
        ("T06:00:00Z to 2030-06-01T10", "T08:00:00Z to 2030-06-01T10", "window"),
    ],
)
def test_a_flight_that_departs_from_its_notice_is_told_and_raises_the_alarm(
    before: str, after: str, against: str
) -> None:
    other = notice(TEXT.replace(before, after))
    events = watched(test_flight().detections, replace(SHORT, notices=(other,)))
    (outside,) = of(EventKind.OUTSIDE_NOTICE, events)
    assert outside.notice == "spring-test"
    assert against in outside.against
    (launch,) = [e for e in of(EventKind.LAUNCH_DETECTED, events) if np.isfinite(e.latency_s)]
    assert launch.time <= outside.time.plus_s(1.0)


@pytest.mark.parametrize(
    "other",
    [
        notice(TEXT.replace("38.05 N 46.3 E", "35.2 N 53.9 E")),
        notice(received="2030-06-01T06:05:00Z"),
        notice(TEXT.replace("2030-06-01", "2030-06-08")),
    ],
    ids=["elsewhere", "too late", "another week"],
)
def test_a_notice_of_something_else_changes_nothing(other: KnownNotice) -> None:
    plain = watched(test_flight().detections, SHORT)
    assert repr(watched(test_flight().detections, replace(SHORT, notices=(other,)))) == repr(plain)


def test_one_notice_is_for_one_flight() -> None:
    twice = _twice(test_flight().detections, 40.0)
    events = watched(twice, replace(SHORT, notices=(notice(),)))
    assert len(of(EventKind.INSIDE_NOTICE, events)) == 1
    assert len([e for e in of(EventKind.LAUNCH_DETECTED, events) if e.latency_s > 0.0]) == 1


def _twice(detections: Detections, later_s: float) -> Detections:
    """The same flight once more, some time later, beside the first."""
    real = detections.take(detections.truth >= 0)
    second = replace(real, time_s=real.time_s + later_s, arrival_s=real.arrival_s + later_s)
    return Detections.join([real, second]).in_order()


# -- what is no launch, or is known already ------------------------------------------------------


def made(**changed: object) -> Scenario:
    """The scenario of five hundred objects with other ones."""
    plain = catalog.load().scenarios["five-hundred"]
    swarm = plain.swarms[0]
    values = {
        key: msgspec.structs.replace(getattr(swarm, key), **figures)  # type: ignore[arg-type]
        for key, figures in changed.items()
    }
    return msgspec.structs.replace(plain, swarms=(msgspec.structs.replace(swarm, **values),))


def test_satellites_raise_no_alarm() -> None:
    orbits = made(
        count={"value": 20.0},
        # Over the ground: westward 0.42 km/s less than that without the turning Earth.
        speed={"value": 7.9, "low": 7.85, "high": 7.95},
        climb={"value": 0.0, "low": -0.5, "high": 0.5},
        height={"value": 850.0, "low": 800.0, "high": 900.0},
    )
    facts = catalog.load()
    setup = Setup(tick_s=0.25, until_s=60.0)
    assert watched(simulate(orbits, facts, 3).detections, setup) == []


def test_false_alarms_of_radars_raise_no_alarm() -> None:
    facts = catalog.load()
    clutter = test_flight().detections
    clutter = clutter.take(clutter.truth < 0)
    many = simulate(facts.scenarios["raid-of-ten"], facts).detections
    assert watched(clutter, Setup(tick_s=0.5)) == []
    assert watched(many.take(many.truth < 0), Setup(tick_s=0.5, until_s=300.0)) == []


def test_a_flight_that_is_lost_and_found_again_is_no_second_launch() -> None:
    detections = test_flight().detections
    gap = (detections.time_s > 250.0) & (detections.time_s < 420.0) & (detections.truth >= 0)
    events = watched(detections.take(~gap), replace(USUAL, until_s=520.0))
    assert len(of(EventKind.LAUNCH_DETECTED, events)) == 1
    (lost,) = of(EventKind.LOST, events)
    assert 260.0 <= lost.time.since_s(detections.epoch) < 262.0 + LAG_S
    assert lost.place is PlaceKind.LAST_SEEN


def test_what_leaves_all_coverage_before_anybody_knows_its_impact_has_ended() -> None:
    detections = test_flight().detections
    seen = detections.take((detections.truth < 0) | (detections.time_s < 125.0))
    nowhere = tuple(replace(station, range_m=600e3) for station in seen.stations)
    events = watched(replace(seen, stations=nowhere), replace(USUAL, until_s=400.0))
    assert [event.kind for event in events] == [EventKind.LAUNCH_DETECTED, EventKind.ENDED]
    assert events[-1].place is PlaceKind.LAST_SEEN


def test_nothing_seen_is_nothing_told() -> None:
    detections = test_flight().detections
    watch = Watch(detections.stations, Mode.EXERCISE)
    for snapshot, tracker, at in ticks(detections, Setup(tick_s=1.0, until_s=20.0)):
        assert watch.look(snapshot, tracker, at) == ()


@pytest.mark.parametrize("changed", [{"sure": 0.4}, {"fewest": 0}, {"estimates": 0}])
def test_a_watch_that_cannot_work_is_refused(changed: dict[str, float]) -> None:
    with pytest.raises(RangeError):
        WatchOptions(**changed)  # type: ignore[arg-type]


# -- what others report --------------------------------------------------------------------------


def test_a_flight_that_others_report_is_told_and_confirmed_by_whom_they_name() -> None:
    truth = test_flight().truth
    detections = test_flight().detections
    watch = Watch(detections.stations, Mode.EXERCISE)
    events: list[Event] = []
    tracker = Tracker(detections.stations, truth.epoch, online=None)
    for now_s in np.arange(140.0, 160.0, 1.0):
        at = truth.epoch.plus_s(float(now_s))
        events += watch.look(reported(float(now_s), at), tracker, at)
    assert [event.kind for event in events[:2]] == [EventKind.LAUNCH_DETECTED, EventKind.CONFIRMED]
    assert of(EventKind.IMPACT_PREDICTED, events)
    assert {event.object for event in events} == {FIRST_REMOTE}
    assert events[-1].contributors == (("birch", "east"), ("cedar", "far"))
    assert not of(EventKind.LOST, events)


def reported(now_s: float, at: Instant) -> Snapshot:
    """A snapshot of nothing but one object that others follow."""
    truth = test_flight().truth
    stations = test_flight().detections.stations
    sensors = (*((each.party, each.id) for each in stations), ("birch", "east"), ("cedar", "far"))
    seen = np.full((1, len(sensors)), np.nan)
    seen[0, -2:] = now_s
    covariance = np.diag((300.0,) * 3 + (3.0,) * 3) ** 2
    return Snapshot(
        mode=Mode.EXERCISE,
        simulated=True,
        at=at,
        epoch=truth.epoch,
        time_s=now_s,
        number=np.array([FIRST_REMOTE]),
        state_time_s=np.array([now_s]),
        state_ecef=truth.states_at(np.array([now_s]))[0],
        packed_covariance=pack(covariance)[None],
        phase_probability=np.full((1, 3), np.nan),
        class_index=np.array([CLASS_NAMES.index("unknown")]),
        first_seen_s=np.array([140.0]),
        first_arrived_s=np.array([np.nan]),
        last_seen_s=np.array([now_s]),
        detections=np.zeros(1, dtype=np.int64),
        looks_missed=np.zeros(1, dtype=np.int64),
        sensors=sensors,
        seen_by_s=seen,
    )
