"""What is released is rounded as its terms say, and gives nothing else away."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.earth.time import Instant
from glasshield.errors import RangeError
from glasshield.exchange.release import coarsen
from glasshield.exchange.release.coarsen import NORMAL_RADII, Event, Numbers, PlaceKind
from glasshield.exchange.release.terms import EXACT, EventKind, Terms
from glasshield.fusion.tracks import Tracks
from glasshield.sensing.detections import UNKNOWN, Detections
from glasshield.sensing.station import Accuracy, Station
from tests.exchange.release_samples import EPOCH

COARSE = Terms(delay_s=30.0, position_m=1e3, velocity_m_s=10.0, covariance_factor=4.0)
TICKING = replace(COARSE, time_s=10.0, names_sensors=False)
ROUNDING_TOL = 1e-9  # relative: doubles


def station(name: str, range_m: float = 4e6, false_alarms: float = 0.0) -> Station:
    return Station(
        name,
        0.9,
        0.3,
        50.0,
        "aurora",
        accuracy=Accuracy(20.0, 1e-3, 1e-3, 5.0),
        range_m=range_m,
        false_alarms=false_alarms,
    )


def detections() -> Detections:
    return Detections.of(
        EPOCH,
        [station("unused"), station("b", range_m=1e6, false_alarms=2.0), station("a")],
        np.array([1.5, 2.5, 3.5]),
        np.array([1, 2, 1], dtype=np.int32),
        range_m=np.array([1_234_567.0, 765_432.1, np.nan]),
        azimuth_rad=np.array([1.234, 0.0, 6.28]),
        elevation_rad=np.array([0.3, 1.5707, 0.2]),
        range_rate_m_s=np.array([-1234.5, np.nan, 4.0]),
        truth=np.array([0, 1, 2], dtype=np.int32),
        snr_db=np.array([10.0, 20.0, 30.0]),
        arrival_s=np.array([2.0, 3.0, 4.0]),
        simulated=True,
    )


def test_a_picture_is_looked_at_on_ticks() -> None:
    now = Instant.parse("2030-06-01T00:00:19.9Z")
    assert str(coarsen.tick(now, TICKING)) == "2030-06-01T00:00:10Z"
    assert coarsen.tick(now, EXACT) == now
    assert str(coarsen.released_at(now, TICKING)) == "2030-06-01T00:00:50Z"
    on_tick = Instant.parse("2030-06-01T00:00:20Z")
    assert str(coarsen.released_at(on_tick, TICKING)) == "2030-06-01T00:00:50Z"
    assert coarsen.released_at(now, EXACT) == now


def test_exact_states_are_as_they_are_and_a_factor_alone_rounds_nothing() -> None:
    state, covariance = np.arange(6.0)[None], np.eye(6)[None]
    same, as_it_is = coarsen.states(state, covariance, EXACT)
    assert np.array_equal(same, state)
    assert np.array_equal(as_it_is, covariance)
    same, inflated = coarsen.states(state, covariance, Terms(covariance_factor=9.0))
    assert np.array_equal(same, state)
    assert np.array_equal(inflated, 9.0 * covariance)


def test_rounded_states_have_a_round_covariance() -> None:
    state = np.array([[1_234.0, -400.0, 0.0, 14.0, -3.0, 26.0]])
    covariance = np.diag([100.0, 400.0, 900.0, 1.0, 2.0, 3.0])[None]
    shown, outer = coarsen.states(state, covariance, COARSE)
    assert shown.tolist() == [[1_000.0, 0.0, 0.0, 10.0, 0.0, 30.0]]
    assert not np.signbit(shown).any()
    # 2 x 4 x 900 + 1,000^2 / 12 is the square of 301; 2 x 4 x 3 + 10^2 / 12 of 5.7.
    assert np.sqrt(np.diag(outer[0])) == pytest.approx([310.0] * 3 + [5.7] * 3, rel=ROUNDING_TOL)
    assert np.count_nonzero(outer) == 6


def test_an_unknown_covariance_stays_unknown() -> None:
    _, outer = coarsen.states(np.zeros((1, 6)), np.full((1, 6, 6), np.nan), COARSE)
    assert np.isnan(outer).all()


def test_no_states_are_no_states() -> None:
    shown, outer = coarsen.states(np.zeros((0, 6)), np.zeros((0, 6, 6)), COARSE)
    assert shown.shape == (0, 6)
    assert outer.shape == (0, 6, 6)


def test_one_state_is_released_as_among_many() -> None:
    draw = np.random.default_rng(1)
    state = draw.normal(0.0, 4e6, (101, 6))
    root = draw.normal(0.0, 50.0, (101, 6, 6))
    covariance = root @ np.swapaxes(root, 1, 2)
    shown, outer = coarsen.states(state, covariance, COARSE)
    for k in range(0, 101, 10):
        one, alone = coarsen.states(state[k : k + 1], covariance[k : k + 1], COARSE)
        assert one.tobytes() == shown[k : k + 1].tobytes()
        assert alone.tobytes() == outer[k : k + 1].tobytes()


@pytest.mark.parametrize("lat", [-0.5 * math.pi, -1.2, 0.0, 0.7, 1.5707, 0.5 * math.pi])
@pytest.mark.parametrize("lon", [-math.pi, -3.1, 0.0, 2.0, math.pi])
def test_places_are_rounded_by_no_more_than_a_step_and_to_few_places(
    lat: float, lon: float
) -> None:
    step_m = 50e3
    near = np.linspace(-1e-3, 1e-3, 41)
    lats = np.clip(lat + near, -0.5 * math.pi, 0.5 * math.pi)
    shown_lat, shown_lon = coarsen.places(lats, lon + near, step_m)
    north_m = np.abs(shown_lat - lats) * EARTH_MEAN_RADIUS_M
    turn = np.remainder(shown_lon - lon - near + math.pi, 2.0 * math.pi) - math.pi
    east_m = np.abs(turn) * np.cos(shown_lat) * EARTH_MEAN_RADIUS_M
    assert north_m.max() <= 0.5 * step_m * (1.0 + ROUNDING_TOL)
    # Close to a pole a step along the parallel is up to twice as long.
    assert east_m.max() <= step_m * (1.0 + ROUNDING_TOL)
    assert len(set(zip(shown_lat.tolist(), shown_lon.tolist(), strict=True))) <= 4
    assert (np.abs(shown_lon) <= math.pi).all()


def event(**changed: object) -> Event:
    given: dict[str, object] = {
        "kind": EventKind.IMPACT_PREDICTED,
        "object": 3,
        "time": Instant.parse("2030-06-01T00:01:07.25Z"),
        "object_class": "ICBM",
        "contributors": (("aurora", "north"), ("aurora", "south"), ("cirrus", "x")),
        "lat_rad": 0.9,
        "lon_rad": 0.3,
        "covariance_m2": ((1e6, 2e5), (2e5, 4e6)),
        "place": PlaceKind.IMPACT,
        "radii": (1.1, 3.0),
        "region": "a small town",
        "expected": Instant.parse("2030-06-01T00:21:43.21Z"),
        "expected_sigma_s": 2.34,
        "first_seen": Instant.parse("2030-06-01T00:00:58.9Z"),
        "latency_s": 12.3,
        "detections": 17,
        "notice": "third-site-booster",
        "against": ("azimuth",),
    }
    return Event(**(given | changed))  # type: ignore[arg-type]


def test_an_exact_event_is_released_as_it_is() -> None:
    assert coarsen.event(event(), EXACT) == event()


def test_a_coarse_event_gives_no_place_time_count_or_name_finer_than_its_terms() -> None:
    shown = coarsen.event(event(), TICKING)
    assert shown is not None
    assert str(shown.time) == "2030-06-01T00:01:00Z"
    assert shown.contributors == (("aurora", ""), ("cirrus", ""))
    assert (shown.lat_rad, shown.lon_rad) != (0.9, 0.3)
    assert shown.region == ""
    assert shown.latency_s == 20.0
    assert shown.detections is None
    assert str(shown.expected) == "2030-06-01T00:21:40Z"
    assert str(shown.first_seen) == "2030-06-01T00:00:50Z"
    assert shown.radii == NORMAL_RADII
    assert (shown.notice, shown.against) == ("", ())
    (ee, en), (ne, nn) = shown.covariance_m2
    assert en == ne == 0.0
    assert ee == nn
    # The far part of the ellipse that holds 95 % lies within that of the normal one.
    assert ee > 4.0 * 4e6 * (3.0 / NORMAL_RADII[1]) ** 2


def test_events_that_differ_by_less_than_their_terms_are_released_alike() -> None:
    other = event(
        time=Instant.parse("2030-06-01T00:01:09Z"),
        lat_rad=0.9 + 1e-6,
        latency_s=13.0,
        detections=44,
        contributors=(("aurora", "east"), ("cirrus", "y")),
        radii=(1.11, 3.001),
        region="another small town",
        expected=Instant.parse("2030-06-01T00:21:38.9Z"),
        expected_sigma_s=2.33,
        first_seen=Instant.parse("2030-06-01T00:00:51Z"),
        notice="another",
        against=(),
    )
    assert coarsen.event(other, TICKING) == coarsen.event(event(), TICKING)


@pytest.mark.parametrize("name", ["time", "expected", "first_seen"])
@pytest.mark.parametrize(
    "terms", [TICKING, replace(TICKING, position_m=0.0, velocity_m_s=0.0)], ids=["both", "times"]
)
def test_prop_no_time_of_an_event_is_finer_than_its_terms(name: str, terms: Terms) -> None:
    for late_us in range(0, 40_000_000, 1_234_567):
        moment = Instant(Instant.parse("2030-06-01T00:00:00Z").posix_us + late_us)
        shown = coarsen.event(event(**{name: moment}), terms)
        assert shown is not None
        assert getattr(shown, name).posix_us % 10_000_000 == 0


def test_a_time_at_a_rounded_place_is_rounded_to_what_the_step_is_worth() -> None:
    shown = coarsen.event(event(), replace(COARSE, position_m=30e3))
    assert shown is not None
    assert shown.expected is not None
    assert shown.expected.posix_us % 30_000_000 == 0  # 30 km at 1 km/s
    assert shown.expected_sigma_s >= math.hypot(2.0 * 2.34, 30.0 / math.sqrt(12.0))
    assert str(shown.time) == "2030-06-01T00:01:07.250000Z"


@pytest.mark.parametrize("terms", [Terms(position_m=1.0, velocity_m_s=1.0), Terms(time_s=1.0)])
def test_a_notice_that_says_where_and_when_it_was_launched_goes_with_what_is_rounded(
    terms: Terms,
) -> None:
    shown = coarsen.event(event(kind=EventKind.OUTSIDE_NOTICE), terms)
    assert shown is not None
    assert (shown.notice, shown.against) == ("", ())


def test_an_inflated_event_has_the_same_ellipses_only_larger() -> None:
    shown = coarsen.event(event(), Terms(covariance_factor=4.0))
    assert shown is not None
    assert shown.radii == (1.1, 3.0)
    assert shown.covariance_m2 == ((4e6, 8e5), (8e5, 16e6))
    assert shown.expected_sigma_s == pytest.approx(4.68)
    assert shown.notice == "third-site-booster"


def test_what_says_nothing_new_at_its_terms_is_no_news() -> None:
    first = coarsen.event(event(), COARSE)
    later = event(
        time=Instant.parse("2030-06-01T00:02:00Z"), lat_rad=0.9 + 1e-6, latency_s=math.nan
    )
    again = coarsen.event(later, COARSE)
    moved = coarsen.event(event(lat_rad=0.901), COARSE)
    assert first is not None
    assert again is not None
    assert moved is not None
    assert coarsen.is_news(first, None)
    assert not coarsen.is_news(again, first)
    assert coarsen.is_news(moved, first)


def test_an_event_without_a_place_stays_without() -> None:
    nothing = ((math.nan,) * 2,) * 2
    bare = event(
        lat_rad=math.nan,
        lon_rad=math.nan,
        covariance_m2=nothing,
        latency_s=math.nan,
        expected=None,
        expected_sigma_s=math.nan,
        first_seen=None,
    )
    shown = coarsen.event(bare, TICKING)
    assert shown is not None
    assert math.isnan(shown.lat_rad)
    assert math.isnan(shown.lon_rad)
    assert math.isnan(shown.latency_s)
    assert math.isnan(shown.expected_sigma_s)
    assert (shown.expected, shown.first_seen) == (None, None)
    assert np.isnan(shown.covariance_m2).all()


@pytest.mark.parametrize(
    "terms", [Terms(classes=frozenset({"SRBM"})), Terms(events=frozenset({"lost"}))]
)
def test_events_that_the_terms_leave_out_are_not_there(terms: Terms) -> None:
    assert coarsen.event(event(), terms) is None


def test_bare_detections_know_nothing_of_others() -> None:
    found = detections()
    fed = coarsen.bare(found, np.array([True, False, True]))
    assert [each.id for each in fed.stations] == ["b"]
    assert fed.station_index.tolist() == [0, 0]
    assert (fed.truth == UNKNOWN).all()
    every = coarsen.bare(found, np.ones(3, dtype=bool))
    assert [each.id for each in every.stations] == ["a", "b"]
    assert every.station_index.tolist() == [1, 0, 1]
    nothing = coarsen.bare(found, np.zeros(3, dtype=bool))
    assert len(nothing) == 0
    assert nothing.stations == ()


def test_exact_detections_say_nothing_of_how_well_their_stations_look() -> None:
    fed = coarsen.bare(detections(), np.ones(3, dtype=bool))
    shown = coarsen.detections(fed, EXACT)
    assert np.array_equal(shown.range_m, fed.range_m, equal_nan=True)
    assert np.array_equal(shown.snr_db, fed.snr_db)
    assert shown.stations[1] == Station("b", 0.9, 0.3, 50.0, "aurora")
    known = np.isfinite(shown.sigmas)
    assert known.tolist() == [[1, 1, 1, 1], [1, 1, 1, 0], [0, 1, 1, 1]]
    assert shown.sigmas[0].tolist() == [20.0, 1e-3, 1e-3, 5.0]


def test_coarse_detections_are_rounded_at_the_target() -> None:
    fed = coarsen.bare(detections(), np.ones(3, dtype=bool))
    shown = coarsen.detections(fed, COARSE)
    assert shown.range_m[:2].tolist() == [1_235_000.0, 765_000.0]
    assert shown.range_rate_m_s[0] == -1230.0
    assert np.isnan(shown.range_rate_m_s[1])
    away_m = np.array([1_235e3, 765e3, 1_000e3])
    up_m = np.abs(shown.elevation_rad - fed.elevation_rad) * away_m
    assert up_m.max() <= 500.0 * (1.0 + ROUNDING_TOL)
    turn = np.remainder(shown.azimuth_rad - fed.azimuth_rad + math.pi, 2 * math.pi) - math.pi
    across_m = np.abs(turn) * away_m * np.cos(shown.elevation_rad)
    assert across_m.max() <= 1_000.0
    assert np.isnan(shown.snr_db).all()
    assert np.array_equal(shown.arrival_s, shown.time_s)
    # The step of the range alone makes 289 m, and the factor doubles 20 m.
    assert shown.sigmas[0, 0] == pytest.approx(300.0, rel=ROUNDING_TOL)
    known = np.isfinite(shown.sigmas)
    assert known.tolist() == [[1, 1, 1, 1], [1, 1, 1, 0], [0, 1, 1, 1]]


def test_detections_are_not_released_at_rounded_times() -> None:
    with pytest.raises(RangeError, match="rounded time"):
        coarsen.detections(detections(), TICKING)


def tracks(time_s: tuple[float, ...]) -> Tracks:
    count = len(time_s)
    return Tracks(
        EPOCH,
        (station("a", false_alarms=3.0),),
        np.array([7]),
        np.array([0, count]),
        np.array(time_s),
        np.full((count, 6), 1234.5),
        np.tile(np.eye(6)[np.triu_indices(6)], (count, 1)),
        np.full((count, 3), 1.0 / 3.0),
        np.arange(count),
        np.zeros(count, dtype=int),
        simulated=True,
    )


def test_tracks_lose_what_their_terms_do_not_name() -> None:
    named = coarsen.tracks(tracks((1.0, 2.0)), COARSE)
    assert named.stations == (Station("a", 0.9, 0.3, 50.0, "aurora"),)
    assert (named.detection == -1).all()
    assert (named.state_ecef[:, :3] == 1000.0).all()
    assert named.phase_probability == pytest.approx(0.33, abs=ROUNDING_TOL)
    assert np.array_equal(
        coarsen.tracks(tracks((1.0,)), EXACT).phase_probability, tracks((1.0,)).phase_probability
    )
    unnamed = coarsen.tracks(tracks((10.0, 20.0)), TICKING)
    assert unnamed.stations == ()
    assert (unnamed.station_index == -1).all()
    with pytest.raises(RangeError, match="between ticks"):
        coarsen.tracks(tracks((10.0, 20.5)), TICKING)


def test_numbers_have_no_gaps() -> None:
    numbers = Numbers()
    assert numbers.of([17, 4]).tolist() == [1, 2]
    assert numbers.of([4, 99, 17]).tolist() == [2, 3, 1]
    assert numbers.of([]).tolist() == []
