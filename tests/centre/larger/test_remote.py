"""What others report is joined: each object once, by one number, never surer than it may be."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
import pytest
from jaxtyping import Bool, Float

from glasshield.centre.peers.matching import JoinOptions
from glasshield.centre.peers.reported import ReportLimits
from glasshield.centre.picture.remote import RemoteTracks
from glasshield.centre.picture.snapshot import FIRST_REMOTE, Reports, Snapshot
from glasshield.earth.time import Instant
from glasshield.fusion.tracks import pack, unpack
from glasshield.scenario.benchmark import benchmark
from glasshield.scenario.simulate import Simulation
from tests.centre.larger.three_centres import Centre, every, reports, some, truth_of

OBJECTS: Final = 20
SETTLED_S: Final = 15
END_S: Final = 30
# Radars of each: any two centres share one, and all three are in a ring.
RING: Final = {"aspen": (0, 1), "birch": (1, 2), "cedar": (2, 0)}


@pytest.fixture(scope="module")
def simulation() -> Simulation:
    return benchmark(OBJECTS, seed=9, duration_s=float(END_S))


def nees(errors: Float[np.ndarray, "k 6"], covariance: Float[np.ndarray, "k 6 6"]) -> float:
    """Mean normalised squared error; 6 where six numbers are as sure as they say."""
    solved = np.linalg.solve(covariance, errors[..., None])[..., 0]
    return float(np.mean(np.einsum("ni,ni->n", errors, solved)))


def ran(simulation: Simulation) -> tuple[list[Snapshot], list[Snapshot], list[Snapshot]]:
    """Birch's own pictures, those joined, and aspen's, second by second."""
    centres = {name: Centre(name, simulation, *radars) for name, radars in RING.items()}
    remote = {name: RemoteTracks() for name in RING}
    own: dict[str, list[Snapshot]] = {name: [] for name in RING}
    joined: list[Snapshot] = []
    for second in range(1, END_S):
        for name, centre in centres.items():
            centre.feed(second - 1.0, float(second))
            own[name].append(centre.snapshot(float(second)))
        for sender, told in own.items():
            sent = reports(told[-1], centres[sender].epoch.plus_s(-100.0))
            for receiver in RING:
                if receiver != sender:
                    at = told[-1].at.plus_s(0.2)
                    remote[receiver].take(sender, sent, every(sent), at)
        joined.append(remote["birch"].joined(own["birch"][-1]))
    return own["birch"], joined, own["aspen"]


def test_val_three_centres_that_share_radars_are_never_too_sure(simulation: Simulation) -> None:
    own, joined, aspen = ran(simulation)
    errors: dict[str, list[Float[np.ndarray, "k 6"]]] = {"own": [], "joined": [], "naive": []}
    scores: dict[str, list[float]] = {"own": [], "joined": [], "naive": []}
    for ours, both, theirs in list(zip(own, joined, aspen, strict=True))[SETTLED_S:]:
        who, error = truth_of(simulation, both)
        assert sorted(who) == list(range(OBJECTS))  # each object once
        assert np.array_equal(both.number, ours.number)
        for name, snapshot in (("own", ours), ("joined", both)):
            _, error = truth_of(simulation, snapshot)
            errors[name].append(error)
            scores[name].append(nees(error, unpack(snapshot.packed_covariance)))
        naive = summed(simulation, both, theirs)
        errors["naive"].append(naive[0])
        scores["naive"].append(nees(*naive))
    rms = {
        name: np.sqrt(np.mean(np.concatenate(each)[:, :3] ** 2)) for name, each in errors.items()
    }
    assert rms["joined"] < rms["own"]
    assert 1.0 < np.mean(scores["joined"]) < 6.0
    assert np.mean(scores["naive"]) > 6.0  # what adding up information would have made of it


def summed(
    simulation: Simulation, one: Snapshot, other: Snapshot
) -> tuple[Float[np.ndarray, "k 6"], Float[np.ndarray, "k 6 6"]]:
    """Errors and covariances with two pictures' information added, as if they were independent."""
    who, error = truth_of(simulation, one)
    theirs, their_error = truth_of(simulation, other)
    place = {int(name): at for at, name in enumerate(theirs)}
    order = np.array([place[int(name)] for name in who])
    information = np.linalg.inv(unpack(one.packed_covariance))
    more = np.linalg.inv(unpack(other.packed_covariance))[order]
    covariance = np.linalg.inv(information + more)
    pulled = information @ error[..., None] + more @ their_error[order][..., None]
    return (covariance @ pulled)[..., 0], covariance


def test_a_picture_that_comes_back_changes_nothing(simulation: Simulation) -> None:
    centre = Centre("birch", simulation, 1, 2)
    centre.feed(0.0, 20.0)
    ours = centre.snapshot(20.0)
    remote = RemoteTracks()
    for name in ("aspen", "cedar"):
        echo = reports(ours, ours.epoch)
        remote.take(name, echo, every(echo), ours.at)
    joined = remote.joined(ours)
    sigma = np.sqrt(np.diagonal(unpack(ours.packed_covariance), axis1=1, axis2=2))
    assert np.abs((joined.state_ecef - ours.state_ecef) / sigma).max() < 1e-6  # rounding
    before, after = unpack(ours.packed_covariance), unpack(joined.packed_covariance)
    assert np.abs(after / before - 1.0).max() < 1e-4  # rounding of the weight, as w -> 0.5
    assert np.array_equal(joined.number, ours.number)


def test_objects_that_only_others_know_get_numbers_that_stay(simulation: Simulation) -> None:
    centre = Centre("birch", simulation, 1, 2)
    other = Centre("aspen", simulation, 0, 1)
    remote = RemoteTracks()
    numbers: list[tuple[int, ...]] = []
    for second in range(1, END_S):
        centre.feed(second - 1.0, float(second))
        other.feed(second - 1.0, float(second))
        if second < SETTLED_S:
            continue
        ours = some(centre.snapshot(float(second)), np.arange(5))
        sent = reports(other.snapshot(float(second)), ours.epoch)
        remote.take("aspen", sent, every(sent), ours.at)
        joined = remote.joined(ours)
        who, _ = truth_of(simulation, joined)
        assert sorted(who) == list(range(OBJECTS))
        numbers.append(tuple(joined.number))
    assert set(numbers) == {(*range(1, 6), *range(FIRST_REMOTE, FIRST_REMOTE + OBJECTS - 5))}


def settled(simulation: Simulation) -> tuple[Snapshot, Snapshot]:
    pictures = []
    for name in ("birch", "aspen"):
        centre = Centre(name, simulation, *RING[name])
        centre.feed(0.0, 20.0)
        pictures.append(centre.snapshot(20.0))
    return pictures[0], pictures[1]


def test_two_parties_that_know_an_object_we_do_not_make_one_of_it(simulation: Simulation) -> None:
    ours, theirs = settled(simulation)
    nothing = some(ours, np.arange(0))
    sent = reports(theirs, ours.epoch)
    for order in (("aspen", "cedar"), ("cedar", "aspen")):
        remote = RemoteTracks()
        remote.take(order[0], sent, every(sent), ours.at)
        first = remote.joined(nothing)
        remote.take(order[1], sent, every(sent), ours.at)
        joined = remote.joined(nothing)
        assert len(joined) == OBJECTS
        assert np.array_equal(first.number, joined.number)  # whoever comes next
        known = ~np.isnan(joined.seen_by_s).all(axis=0)
        assert [
            party for (party, _), is_so in zip(joined.sensors, known, strict=True) if is_so
        ] == (["aspen", "aspen", "cedar", "cedar"])


def test_an_object_that_we_come_to_know_is_called_by_our_number(simulation: Simulation) -> None:
    ours, theirs = settled(simulation)
    remote = RemoteTracks()
    sent = reports(theirs, ours.epoch)
    remote.take("aspen", sent, every(sent), ours.at)
    assert len(remote.joined(some(ours, np.arange(3)))) == OBJECTS
    assert np.array_equal(remote.joined(ours).number[:3], ours.number[:3])
    later = replace(ours, at=ours.at.plus_s(1.0), time_s=ours.time_s + 1.0)
    assert np.array_equal(remote.joined(later).number, ours.number)
    back = remote.joined(some(later, np.arange(3)))  # lost here, still known there
    assert len(back) == OBJECTS
    assert back.number[3] >= FIRST_REMOTE


def test_contributors_times_and_first_arrivals_are_those_of_all(simulation: Simulation) -> None:
    ours, theirs = settled(simulation)
    remote = RemoteTracks()
    sent = reports(replace(theirs, state_time_s=theirs.state_time_s - 19.0), ours.epoch)
    remote.take("aspen", sent, every(sent), ours.at.plus_s(-18.5))
    sent = reports(theirs, ours.epoch)
    remote.take("aspen", sent, every(sent), ours.at)
    joined = remote.joined(some(ours, np.arange(4)))
    assert joined.sensors == (*ours.sensors, ("aspen", "radar-east"), ("aspen", "radar-west"))
    alone = joined.number >= FIRST_REMOTE
    assert np.isnan(joined.seen_by_s[alone][:, :2]).all()
    assert np.nanmax(joined.seen_by_s[:, 2:]) == pytest.approx(theirs.state_time_s.max())
    assert joined.first_seen_s[alone] == pytest.approx(theirs.state_time_s.min() - 19.0, abs=1.0)
    assert joined.first_arrived_s[alone] == pytest.approx(ours.time_s - 18.5)
    assert np.array_equal(joined.last_seen_s[:4], ours.last_seen_s[:4])
    assert set(joined.last_seen_s[alone]) <= set(theirs.state_time_s)


def test_rows_that_a_feed_does_not_admit_leave_no_trace(simulation: Simulation) -> None:
    ours, theirs = settled(simulation)
    remote, other = RemoteTracks(), RemoteTracks()
    sent = reports(theirs, ours.epoch)
    admitted = np.arange(len(theirs)) % 2 == 0
    remote.take("aspen", sent, admitted, ours.at)
    few = reports(some(theirs, admitted), ours.epoch)
    other.take("aspen", few, every(few), ours.at)
    assert same(remote.joined(ours), other.joined(ours))
    remote.take("aspen", sent, ~every(sent), ours.at)
    assert same(remote.joined(ours), other.joined(ours))


def same(one: Snapshot, other: Snapshot) -> bool:
    names = [name for name in one.__slots__ if isinstance(getattr(one, name), np.ndarray)]
    return one.sensors == other.sensors and all(
        np.array_equal(getattr(one, name), getattr(other, name), equal_nan=True) for name in names
    )


def test_nothing_is_worked_out_twice_and_nothing_differs_for_it(simulation: Simulation) -> None:
    ours, theirs = settled(simulation)
    remote, fresh = RemoteTracks(), RemoteTracks()
    sent = reports(theirs, ours.epoch)
    remote.take("aspen", sent, every(sent), ours.at)
    remote.joined(ours)
    moved = ours.state_ecef.copy()
    moved[4, 0] += 10.0
    changed = replace(ours, state_ecef=moved)
    fresh.take("aspen", sent, every(sent), ours.at)
    fresh.joined(ours)
    again = remote.joined(changed)
    assert not same(again, remote.joined(ours))
    assert same(again, remote.joined(changed))


def test_what_is_late_or_ahead_or_silent_is_not_shown(simulation: Simulation) -> None:
    ours, theirs = settled(simulation)
    nothing = some(ours, np.arange(0))
    remote = RemoteTracks()
    ahead = reports(replace(theirs, state_time_s=theirs.state_time_s + 60.0), ours.epoch)
    remote.take("aspen", ahead, every(ahead), ours.at)
    assert remote.joined(nothing) is nothing
    now = reports(theirs, ours.epoch)
    late = reports(replace(theirs, state_time_s=theirs.state_time_s - 5.0), ours.epoch)
    for sent in (now, late):
        remote.take("aspen", sent, every(sent), ours.at)
    assert np.array_equal(remote.joined(nothing).state_time_s, theirs.state_time_s)
    silent = replace(nothing, at=ours.at.plus_s(40.0), time_s=ours.time_s + 40.0)
    assert len(remote.joined(silent)) == 0


def test_two_sources_of_one_party_that_count_alike_are_two(simulation: Simulation) -> None:
    ours, theirs = settled(simulation)
    remote = RemoteTracks()
    halves = np.arange(len(theirs)) < OBJECTS // 2
    for source, rows in (("west", halves), ("east", ~halves)):
        part = some(theirs, rows)
        sent = reports(replace(part, number=np.arange(len(part))), ours.epoch, source)
        remote.take("aspen", sent, every(sent), ours.at)
    assert len(remote.joined(some(ours, np.arange(0)))) == OBJECTS


# --- noise ---


def noise(epoch: Instant, count: int, source: str = "noise", seed: int = 1) -> Reports:
    """Objects in one place, about which nobody knows anything."""
    random = np.random.default_rng(seed)
    state = np.zeros((count, 6))
    state[:, 0] = 6.8e6
    state[:, :3] += random.normal(size=(count, 3)) * 1e3
    return Reports(
        epoch=epoch,
        source=source,
        track=np.arange(count),
        time_s=np.zeros(count),
        state_ecef=state,
        packed_covariance=np.tile(pack(np.diag([1e10] * 3 + [1e6] * 3)), (count, 1)),
        phase_probability=np.full((count, 3), np.nan),
        sensors=("radar",),
        by=np.ones((count, 1), dtype=bool),
        simulated=True,
    )


def test_a_party_that_reports_noise_is_held_to_its_limits(simulation: Simulation) -> None:
    ours, _ = settled(simulation)
    limits = ReportLimits(objects=50, sources=2, sensors=3)
    remote = RemoteTracks(options=JoinOptions(limits=limits))
    for number in range(4):
        sent = noise(ours.at, 40, f"source-{number}", number)
        sent = replace(sent, sensors=(f"radar-{number}",))
        remote.take("aspen", sent, every(sent), ours.at)
    other = noise(ours.at, 30)
    remote.take("cedar", other, every(other), ours.at)
    nothing = some(ours, np.arange(0))
    joined = remote.joined(nothing)
    assert 40 <= np.count_nonzero(party(joined, "aspen")) <= 50  # two sources may mean one object
    assert np.count_nonzero(party(joined, "cedar")) == 30
    names = {sensor for owner, sensor in joined.sensors if owner == "aspen"}
    assert names == {"radar-0", "radar-1"}


def party(snapshot: Snapshot, name: str) -> Bool[np.ndarray, "k"]:
    """In which objects a party has a part."""
    own = [at for at, (owner, _) in enumerate(snapshot.sensors) if owner == name]
    return np.isfinite(snapshot.seen_by_s[:, own]).any(axis=1)


def test_sensors_beyond_the_limit_are_called_by_the_party_alone(simulation: Simulation) -> None:
    ours, _ = settled(simulation)
    remote = RemoteTracks(options=JoinOptions(limits=ReportLimits(sensors=2)))
    names = ("a", "b", "c", "d")
    sent = replace(noise(ours.at, 4), sensors=names, by=np.eye(4, dtype=bool))
    remote.take("aspen", sent, every(sent), ours.at)
    found = remote.joined(some(ours, np.arange(0)))
    assert {sensor for owner, sensor in found.sensors if owner == "aspen"} == {"", "a", "b"}


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("state_ecef", np.full(6, 1e200)),
        ("state_ecef", np.zeros(6)),
        ("state_ecef", np.array([6.8e6, 0.0, 0.0, 1e6, 0.0, 0.0])),
        ("packed_covariance", pack(np.zeros((6, 6)))),
        ("packed_covariance", pack(np.ones((6, 6)))),
        ("packed_covariance", pack(np.eye(6) * 1e300)),
        ("packed_covariance", pack(-np.eye(6))),
    ],
)
def test_a_state_that_cannot_be_costs_only_itself(
    simulation: Simulation, column: str, value: Float[np.ndarray, "w"]
) -> None:
    ours, theirs = settled(simulation)
    sent = reports(theirs, ours.epoch)
    rows = getattr(sent, column).copy()
    rows[3] = value
    remote, other = RemoteTracks(), RemoteTracks()
    wrong = replace(sent, **{column: rows})
    remote.take("aspen", wrong, every(wrong), ours.at)
    other.take("aspen", sent, np.arange(len(sent)) != 3, ours.at)
    assert same(remote.joined(ours), other.joined(ours))


def test_prop_the_work_on_noise_is_bounded(simulation: Simulation) -> None:
    """As many as may be, all in one place and unsure: each is held against a few others only."""
    ours, _ = settled(simulation)
    remote = RemoteTracks()
    for name in ("aspen", "cedar"):
        sent = noise(ours.at, 3000)
        remote.take(name, sent, every(sent), ours.at)
    joined = remote.joined(ours)
    assert OBJECTS + 2000 <= len(joined) <= OBJECTS + 4000
