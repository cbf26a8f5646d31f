"""The tracker as a whole: the same digits everywhere, late data, the life of a track."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from glasshield import kernels
from glasshield.earth.time import Instant
from glasshield.errors import RangeError
from glasshield.fusion.options import Association, Filter, Initiation, Models, Options
from glasshield.fusion.tracker import Tracker, track
from glasshield.fusion.tracks import Tracks
from glasshield.scenario.benchmark import benchmark
from glasshield.scenario.simulate import Simulation
from glasshield.sensing.detections import Detections

pytestmark = pytest.mark.kernels

OBJECTS = 20
COLUMNS = ("id", "first_row", "time_s", "state_ecef", "packed_covariance", "phase_probability")
# Gross errors only: how good the tracks are is for the validation to say.
POSITION_TOL_M = 500.0
# 252 bytes of a row; the issue of memory is settled at 270.
MOST_BYTES = 270
# Beside the objects, some detections of clutter may look like a track for a moment.
SPURIOUS = 1


@pytest.fixture(scope="module")
def simulation() -> Simulation:
    return benchmark(OBJECTS, seed=4, duration_s=25.0)


@pytest.fixture(autouse=True)
def _best_isa_afterwards() -> Iterator[None]:
    yield
    kernels.set_isa(kernels.best_isa())


def assert_same(one: Tracks, other: Tracks) -> None:
    for column in COLUMNS:
        np.testing.assert_array_equal(getattr(one, column), getattr(other, column), err_msg=column)


@pytest.mark.parametrize("models", Models)
@pytest.mark.parametrize("kind", Filter)
@pytest.mark.parametrize("association", Association)
def test_every_object_is_tracked_to_where_it_is(
    simulation: Simulation, models: Models, kind: Filter, association: Association
) -> None:
    tracks = track(
        simulation.detections, Options(models=models, filter=kind, association=association)
    )
    assert OBJECTS <= len(tracks) <= OBJECTS + SPURIOUS
    found = set()
    for k in range(len(tracks)):
        last = tracks.first_row[k + 1] - 1
        truth = simulation.truth.states_at(tracks.time_s[last : last + 1])[:, 0]
        away = np.linalg.norm(truth[:, :3] - tracks.state_ecef[last, :3], axis=1)
        if away.min() < POSITION_TOL_M:
            found.add(int(away.argmin()))
    assert found == set(range(OBJECTS))


@pytest.mark.parametrize("models", Models)
@pytest.mark.parametrize("kind", Filter)
@pytest.mark.parametrize("association", Association)
def test_digits_do_not_depend_on_the_processor(
    simulation: Simulation, models: Models, kind: Filter, association: Association
) -> None:
    options = Options(models=models, filter=kind, association=association)
    best = track(simulation.detections, options)
    for isa in ("baseline", "avx2"):
        try:
            kernels.set_isa(isa)
        except ValueError:
            continue  # not this processor's
        assert_same(best, track(simulation.detections, options))


@pytest.mark.parametrize("models", Models)
def test_one_scan_after_another_equals_all_at_once(simulation: Simulation, models: Models) -> None:
    detections = simulation.detections.in_order()
    tracker = Tracker(detections.stations, detections.epoch, Options(models=models))
    for time_s in np.unique(detections.time_s):
        picture = tracker.step(detections.take(detections.time_s == time_s))
    tracks = tracker.tracks()
    assert_same(track(detections, Options(models=models)), tracks)
    assert picture.time_s == detections.time_s.max()
    assert set(tracks.id) >= set(picture.id[picture.confirmed])
    assert picture.simulated
    assert tracks.simulated


@pytest.mark.parametrize("models", Models)
@pytest.mark.parametrize("piece", ["scan", "detection"])
def test_late_detections_within_the_lag_give_the_same_track(
    simulation: Simulation, models: Models, piece: str
) -> None:
    lag_s = 5.0
    detections = simulation.detections.in_order()
    rng = np.random.default_rng(11)
    if piece == "scan":
        times, of_scan = np.unique(detections.time_s, return_inverse=True)
        delay = rng.uniform(0.0, lag_s, len(times))[of_scan]
    else:
        delay = rng.uniform(0.0, lag_s, len(detections))
    late = replace(detections, arrival_s=detections.time_s + delay).by_arrival()
    assert (np.diff(late.time_s) < 0.0).any()

    tracker = Tracker(detections.stations, detections.epoch, Options(models=models, lag_s=lag_s))
    for some in np.array_split(np.arange(len(late)), 60):
        tracker.feed(late.take(some))
    assert tracker.too_late == 0
    assert_same(track(detections, Options(models=models)), tracker.tracks())


def test_what_is_later_than_the_lag_is_refused_and_counted(simulation: Simulation) -> None:
    detections = simulation.detections.in_order()
    start = detections.time_s < 5.0
    for lag_s in (0.0, 2.0):
        options = Options(lag_s=lag_s)
        tracker = Tracker(detections.stations, detections.epoch, options)
        tracker.feed(detections.take(~start))
        before = tracker.tracks()
        tracker.feed(detections.take(start))
        assert tracker.too_late == start.sum()
        assert_same(before, tracker.tracks())


def test_the_order_within_a_batch_does_not_matter(simulation: Simulation) -> None:
    detections = simulation.detections
    shuffled = detections.take(np.random.default_rng(2).permutation(len(detections)))
    one, other = track(detections), track(shuffled)
    assert_same(one, other)
    np.testing.assert_array_equal(
        detections.azimuth_rad[one.detection], shuffled.azimuth_rad[other.detection]
    )


def test_rows_name_the_detections_they_took_in(simulation: Simulation) -> None:
    tracks = track(simulation.detections)
    np.testing.assert_array_equal(tracks.time_s, simulation.detections.time_s[tracks.detection])
    np.testing.assert_array_equal(
        tracks.station_index, simulation.detections.station_index[tracks.detection]
    )
    for k in range(len(tracks)):
        assert (np.diff(tracks.time_s[tracks.rows(k)]) >= 0.0).all()


def one_object(simulation: Simulation) -> Detections:
    return simulation.detections.take(simulation.detections.truth == 0).in_order()


def test_a_track_needs_m_of_n_looks(simulation: Simulation) -> None:
    detections = one_object(simulation)
    for confirm in (1, 2, 4):
        tracker = Tracker(
            detections.stations, detections.epoch, Options(confirm=confirm, within=confirm + 1)
        )
        for i in range(confirm):
            picture = tracker.step(detections.take(slice(i, i + 1)))
            assert picture.confirmed.tolist() == [i + 1 >= confirm]


def test_a_confirmed_track_ends_when_it_is_missed_too_often(simulation: Simulation) -> None:
    everything = simulation.detections.in_order()
    mine = (everything.truth == 0) & (everything.time_s < 10.0)
    # Others are seen, so that there are looks; the first object's signal stops.
    others = everything.truth == 1
    options = Options(delete_after=6)
    tracker = Tracker(everything.stations, everything.epoch, options)
    early = tracker.step(everything.take((mine | others) & (everything.time_s < 10.0)))
    assert early.confirmed.sum() == 2
    late = tracker.step(everything.take(others & (everything.time_s >= 10.0)))
    assert late.confirmed.sum() == 1
    ends = [tracker.tracks().time_s[tracker.tracks().rows(k)][-1] for k in range(2)]
    assert min(ends) < 10.0 < max(ends)


def test_lone_false_alarms_never_make_a_track(simulation: Simulation) -> None:
    clutter = simulation.detections.take(simulation.detections.truth < 0)
    assert len(clutter) > 100
    assert len(track(clutter)) == 0


def test_two_points_begin_a_track_as_one_does(simulation: Simulation) -> None:
    detections = one_object(simulation)
    options = Options(models=Models.COAST)
    one = track(detections, options)
    two = track(detections, replace(options, initiation=Initiation.TWO_POINT))
    assert len(one) == len(two) == 1
    # After the second detection the prior velocity weighs next to nothing in either.
    sigma = np.sqrt(np.diagonal(two.covariance[1]))
    assert (np.abs(one.state_ecef[1] - two.state_ecef[1]) < 3.0 * sigma).all()
    np.testing.assert_allclose(one.state_ecef[-1, :3], two.state_ecef[-1, :3], atol=5.0)


def test_angles_alone_begin_nothing_but_improve_a_track(simulation: Simulation) -> None:
    detections = one_object(simulation)
    no_range = replace(detections, range_m=np.full(len(detections), np.nan))
    assert len(track(no_range)) == 0
    half = detections.time_s < 10.0
    mixed = replace(detections, range_m=np.where(half, detections.range_m, np.nan))
    options = Options(models=Models.COAST)
    fewer, more = track(detections.take(half), options), track(mixed, options)
    assert len(more) == 1
    assert len(more.time_s) == len(detections)
    spread = [np.trace(each.covariance[row][3:, 3:]) for each, row in ((fewer, -1), (more, -1))]
    assert spread[1] < spread[0]


def test_range_rate_makes_a_track_surer(simulation: Simulation) -> None:
    detections = one_object(simulation)
    rng = np.random.default_rng(5)
    truth = simulation.truth.states_at(detections.time_s)[0]
    place = np.stack([station.position_ecef_m for station in detections.stations])
    sight = truth[:, :3] - place[detections.station_index]
    rate = (sight * truth[:, 3:]).sum(axis=1) / np.linalg.norm(sight, axis=1)
    sigmas = detections.sigma_or_station.copy()
    sigmas[:, 3] = 5.0
    with_rate = replace(
        detections, range_rate_m_s=rate + rng.normal(0.0, 5.0, len(rate)), sigmas=sigmas
    )
    options = Options(models=Models.COAST)
    plain, better = track(detections, options), track(with_rate, options)
    row = 5
    assert np.trace(better.covariance[row][3:, 3:]) < np.trace(plain.covariance[row][3:, 3:])
    error = np.linalg.norm(better.state_ecef[-1] - truth[-1])
    assert error < POSITION_TOL_M


def test_a_row_of_history_is_small() -> None:
    assert kernels.HISTORY_ROW_BYTES <= MOST_BYTES


def test_nothing_gives_nothing(simulation: Simulation) -> None:
    nothing = simulation.detections.take(slice(0, 0))
    assert len(track(nothing)) == 0
    picture = Tracker(nothing.stations, nothing.epoch).step(nothing)
    assert len(picture) == 0


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("time_s", np.nan),
        ("azimuth_rad", np.inf),
        ("range_m", -5.0),
        ("range_m", 0.0),
        ("range_m", np.inf),
    ],
)
def test_a_detection_that_cannot_be_is_refused(
    simulation: Simulation, column: str, value: float
) -> None:
    detections = simulation.detections.take(slice(0, 4))
    wrong = getattr(detections, column).copy()
    wrong[2] = value
    with pytest.raises(RangeError, match="detection 2"):
        track(replace(detections, **{column: wrong}))


def test_a_deviation_of_zero_is_refused(simulation: Simulation) -> None:
    detections = simulation.detections.take(slice(0, 4))
    sigmas = np.zeros((4, 4))
    with pytest.raises(RangeError, match="deviations above zero"):
        track(replace(detections, sigmas=sigmas))


def test_a_range_rate_without_end_is_refused(simulation: Simulation) -> None:
    detections = simulation.detections.take(slice(0, 4))
    sigmas = detections.sigma_or_station.copy()
    sigmas[:, 3] = 5.0
    rate = np.array([0.0, np.nan, 100.0, np.inf])
    with pytest.raises(RangeError, match="detection 3"):
        track(replace(detections, range_rate_m_s=rate, sigmas=sigmas))


def test_what_was_not_measured_may_have_any_deviation(simulation: Simulation) -> None:
    detections = one_object(simulation)
    sigmas = detections.sigma_or_station.copy()
    sigmas[:, 3] = -1.0
    assert_same(track(detections), track(replace(detections, sigmas=sigmas)))
    # A rate of which neither the detection nor the station says how good it is says nothing.
    rate = np.full(len(detections), 100.0)
    assert_same(track(detections), track(replace(detections, range_rate_m_s=rate)))


def crowd(simulation: Simulation) -> Detections:
    """One object ten times over, metres apart: more than 200,000 joint events at every look."""
    one = one_object(simulation)
    copies = np.repeat(np.arange(len(one)), 10)
    spread = np.random.default_rng(9).normal(0.0, 50.0, len(copies))
    crowd = one.take(copies)
    return replace(crowd, range_m=crowd.range_m + spread)


def test_pairs_that_joint_probabilities_leave_out_are_counted(simulation: Simulation) -> None:
    detections = crowd(simulation)
    detections = detections.take(detections.time_s < 4.0)
    start = detections.time_s == detections.time_s.min()
    tracker = Tracker(detections.stations, detections.epoch, Options(association=Association.JPDA))
    tracker.feed(detections.take(start))
    assert tracker.pairs_dropped == 0
    tracker.feed(detections.take(~start))
    assert tracker.pairs_dropped > 0

    # Looks that are gone through anew, because one before them came late, count once.
    late = Tracker(
        detections.stations, detections.epoch, Options(association=Association.JPDA, lag_s=5.0)
    )
    second = detections.time_s == np.unique(detections.time_s)[1]
    late.feed(detections.take(~second))
    late.feed(detections.take(second))
    assert late.pairs_dropped == tracker.pairs_dropped
    assert_same(tracker.tracks(), late.tracks())


@pytest.mark.parametrize("association", Association)
def test_no_pair_is_left_out_where_objects_fly_apart(
    simulation: Simulation, association: Association
) -> None:
    tracker = Tracker(
        simulation.detections.stations,
        simulation.detections.epoch,
        Options(association=association),
    )
    tracker.feed(simulation.detections)
    assert tracker.pairs_dropped == 0


def test_detections_of_other_stations_are_refused(simulation: Simulation) -> None:
    detections = simulation.detections
    tracker = Tracker(detections.stations[:2], detections.epoch)
    with pytest.raises(RangeError, match="other stations"):
        tracker.feed(detections)
    tracker = Tracker(detections.stations, Instant.parse("2001-01-01T00:00:00Z"))
    with pytest.raises(RangeError, match="epoch"):
        tracker.feed(detections)


class Interrupted(Exception):  # noqa: N818 - as KeyboardInterrupt, which pytest takes for itself
    pass


def test_an_interrupted_batch_keeps_what_it_had() -> None:
    detections = benchmark(2, seed=1, duration_s=120.0).detections

    def progress(done: float, what: str) -> None:
        assert 0.0 <= done <= 1.0
        assert what == "tracking"
        raise Interrupted

    tracker = Tracker(detections.stations, detections.epoch)
    with pytest.raises(Interrupted):
        tracker.feed(detections, progress)
    kept = tracker.tracks()
    assert len(kept) == 2
    assert 0.0 < kept.time_s.max() < detections.time_s.max()
