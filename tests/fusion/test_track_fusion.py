"""Pictures of parties that share tracks only, joined: matched, not too sure, unmoved by echoes."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
import pytest
from jaxtyping import Float, Int

from glasshield.errors import RangeError
from glasshield.fusion import track_fusion
from glasshield.fusion.covariance_intersection import Criterion
from glasshield.fusion.options import Models, Options
from glasshield.fusion.track_fusion import Sharing, fuse, same_objects
from glasshield.fusion.tracker import track
from glasshield.fusion.tracks import Tracks
from glasshield.scenario.benchmark import benchmark
from glasshield.scenario.simulate import Simulation

COAST: Final = Options(models=Models.COAST)
SETTLED_S: Final = 15.0
SAME_SIGMA: Final = 1e-6  # of a deviation: rounding


@pytest.fixture(scope="module")
def simulation() -> Simulation:
    return benchmark(30, seed=9, duration_s=40.0)


def seen_by(simulation: Simulation, *stations: int) -> Tracks:
    """What a party with these stations tracks."""
    detections = simulation.detections
    own = np.isin(detections.station_index, stations)
    tracks = track(detections.take(own), COAST)
    numbers = np.flatnonzero(own)  # as they count in the whole simulation, to know the truth
    return replace(tracks, detection=numbers[tracks.detection].astype(np.int32))


def objects(simulation: Simulation, tracks: Tracks) -> Int[np.ndarray, "k"]:
    """Which object each track mostly follows."""
    who = simulation.detections.truth[tracks.detection]
    return np.array([np.bincount(who[tracks.rows(k)] + 1).argmax() - 1 for k in range(len(tracks))])


def state_errors(
    simulation: Simulation, tracks: Tracks, who: Int[np.ndarray, "k"]
) -> tuple[Float[np.ndarray, "n 6"], Float[np.ndarray, "n"]]:
    """Errors of settled rows, and their normalised squares."""
    owner = np.repeat(who, np.diff(tracks.first_row))
    late = tracks.time_s > SETTLED_S
    error = tracks.state_ecef[late] - simulation.truth.states(owner[late], tracks.time_s[late])
    solved = np.linalg.solve(tracks.covariance[late], error[..., None])[..., 0]
    return error, np.einsum("ni,ni->n", error, solved)


def assert_same(one: Tracks, other: Tracks) -> None:
    assert np.array_equal(one.first_row, other.first_row)
    assert np.array_equal(one.time_s, other.time_s)
    sigma = np.sqrt(np.diagonal(one.covariance, axis1=1, axis2=2))
    assert np.abs((one.state_ecef - other.state_ecef) / sigma).max() < SAME_SIGMA
    units = sigma[:, :, None] * sigma[:, None, :]
    assert np.abs((one.covariance - other.covariance) / units).max() < SAME_SIGMA


def test_tracks_of_the_same_objects_find_each_other(simulation: Simulation) -> None:
    one, other = seen_by(simulation, 0), seen_by(simulation, 1, 2)
    pairs = same_objects(one, other)
    assert np.array_equal(
        objects(simulation, one)[pairs[:, 0]], objects(simulation, other)[pairs[:, 1]]
    )
    both = np.intersect1d(objects(simulation, one), objects(simulation, other))
    assert len(pairs) == len(both) == 30


@pytest.mark.parametrize("criterion", list(Criterion), ids=lambda each: each.name)
def test_the_joint_picture_is_better_than_either_and_not_too_sure(
    simulation: Simulation, criterion: Criterion
) -> None:
    """Both parties have the middle station's detections: their errors hang together."""
    one, other = seen_by(simulation, 0, 1), seen_by(simulation, 1, 2)
    joint = fuse([one, other], Sharing(criterion=criterion))
    assert len(joint) == 30
    error, nees = state_errors(simulation, joint, objects(simulation, one))
    for alone in (one, other):
        own, _ = state_errors(simulation, alone, objects(simulation, alone))
        assert np.mean(error[:, :3] ** 2) < np.mean(own[:, :3] ** 2)
    assert 2.0 < nees.mean() < 6.0


def test_prop_a_picture_that_comes_back_changes_nothing(simulation: Simulation) -> None:
    one, other = seen_by(simulation, 0, 1), seen_by(simulation, 1, 2)
    joint = fuse([one, other])
    assert_same(joint, fuse([joint, one]))
    assert_same(joint, fuse([joint, other]))
    assert_same(joint, fuse([joint, joint]))
    assert_same(joint, fuse([one, joint]))


def test_prop_ones_own_picture_twice_is_ones_own_picture(simulation: Simulation) -> None:
    one = seen_by(simulation, 0, 1)
    joint = fuse([one, one])
    assert np.array_equal(joint.id, one.id)
    assert_same(joint, one)


def test_prop_who_comes_first_only_gives_the_names(simulation: Simulation) -> None:
    one, other = seen_by(simulation, 0), seen_by(simulation, 1)
    forth, back = fuse([one, other]), fuse([other, one])
    pairs = same_objects(forth, back)
    assert len(pairs) == len(forth) == len(back)
    for ours, theirs in pairs:
        left, right = forth.rows(ours), back.rows(theirs)
        assert np.array_equal(forth.time_s[left], back.time_s[right])
        sigma = np.sqrt(np.diagonal(forth.covariance[left], axis1=1, axis2=2))
        apart = np.abs(forth.state_ecef[left] - back.state_ecef[right]) / sigma
        assert apart.max() < SAME_SIGMA


def test_objects_that_one_party_knows_stay_as_they_are(simulation: Simulation) -> None:
    one, other = seen_by(simulation, 0, 1), seen_by(simulation, 1, 2)
    few = take(one, np.arange(5))
    joint = fuse([few, other])
    assert len(joint) == 30
    assert len(np.unique(joint.id)) == 30
    assert np.array_equal(joint.id[:5], few.id)
    new = take(joint, np.arange(5, 30))
    left = np.setdiff1d(np.arange(30), same_objects(few, other)[:, 1])
    assert_same(new, take(other, left))


def take(tracks: Tracks, places: Int[np.ndarray, "p"]) -> Tracks:
    rows = np.concatenate([np.arange(tracks.rows(k).start, tracks.rows(k).stop) for k in places])
    lengths = np.diff(tracks.first_row)[places]
    columns = ("time_s", "state_ecef", "packed_covariance", "phase_probability", "detection")
    return replace(
        tracks,
        id=tracks.id[places],
        first_row=np.append(0, np.cumsum(lengths)),
        station_index=tracks.station_index[rows],
        **{column: getattr(tracks, column)[rows] for column in columns},
    )


def test_times_count_from_the_first_partys_epoch_and_stations_are_all_there(
    simulation: Simulation,
) -> None:
    one, other = seen_by(simulation, 0), seen_by(simulation, 1)
    first, second, third = simulation.detections.stations
    later = replace(other, epoch=other.epoch.plus_s(100.0), time_s=other.time_s - 100.0)
    joint = fuse([replace(one, stations=(first, third)), replace(later, stations=(second, second))])
    assert [station.id for station in joint.stations] == [first.id, third.id, second.id]
    plain = fuse([one, other])
    assert np.allclose(joint.time_s, plain.time_s, atol=1e-6)
    assert np.array_equal(joint.station_index == 2, plain.station_index == 1)


def test_one_picture_is_itself_and_none_is_refused(simulation: Simulation) -> None:
    one = seen_by(simulation, 0)
    assert fuse([one]) is one
    with pytest.raises(RangeError, match="no tracks to join"):
        fuse([])


def test_stations_that_differ_under_one_name_are_refused(simulation: Simulation) -> None:
    one = seen_by(simulation, 0)
    moved = replace(one.stations[0], height_m=99.0)
    with pytest.raises(RangeError, match="two descriptions of one station"):
        fuse([one, replace(one, stations=(moved, *one.stations[1:]))])


def test_a_picture_without_tracks_adds_nothing(simulation: Simulation) -> None:
    one = seen_by(simulation, 0)
    nothing = track(simulation.detections.take(slice(0)), COAST)
    assert_same(fuse([one, nothing]), one)
    assert_same(fuse([nothing, one]), one)
    assert len(fuse([nothing, nothing])) == 0


def test_thrust_and_drag_that_nobody_stated_widen_what_is_carried_on(
    simulation: Simulation,
) -> None:
    one = seen_by(simulation, 0)
    rows, later = np.array([5, 5]), one.time_s[[5, 5]] + 2.0
    phases = one.phase_probability.copy()
    phases[5] = [1.0, 0.0, 0.0]
    sharing = Sharing()
    coasting = track_fusion.states_at(one, rows, later, sharing.motion)
    burning = track_fusion.states_at(
        replace(one, phase_probability=phases), rows, later, sharing.motion
    )
    assert np.array_equal(coasting.mean, burning.mean)
    more = burning.covariance[0] - coasting.covariance[0]
    assert np.linalg.eigvalsh(more).min() > -1e-6
    assert np.sqrt(more[3, 3]) == pytest.approx(
        2.0 * np.hypot(*sharing.motion.thrust_m_s2), rel=1e-6
    )


def test_gates_and_steps_are_above_zero() -> None:
    with pytest.raises(RangeError, match="above zero"):
        Sharing(gate=0.0)
