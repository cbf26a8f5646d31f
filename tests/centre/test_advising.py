"""Advice to viewers: of what they see, with sensors that they know, and of nothing else."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest

from glasshield.centre.advising import Advice, Asked, advised
from glasshield.centre.api.advice import written
from glasshield.centre.picture.engine import Engine
from glasshield.centre.picture.shown import Shown
from glasshield.exchange.release.rules import RuleSet, Source
from glasshield.exchange.release.terms import CLASS_NAMES, EXACT, Kind, Terms
from glasshield.fusion.tracks import pack
from glasshield.sensing.station import Station
from tests.centre.picture.drawn import LAST_S, STATIONS, drawn, feeds_of, others, otherwise
from tests.centre.picture.worlds import World, engine, registered, rule, run
from tests.coordination.planned import objects

ASKED = Asked(1, 60.0)
WORLDS = 10
AT_S = LAST_S + 1.0
NAMED = Terms(names_sensors=True)


def world(seed: int = 2) -> World:
    """Flights that three parties follow, of which nothing is released yet."""
    return replace(drawn(seed).world, rules=RuleSet())


def granted(found: World, owner: str, to: str, *kinds: Kind, terms: Terms = NAMED) -> World:
    given = replace(rule(f"{owner}-{to}", Source(owner), to, terms), kinds=frozenset(kinds))
    return replace(found, rules=RuleSet.of((*found.rules.rules, given)))


def seen(found: World, viewer: str, own: tuple[Station, ...] | None = None) -> Advice | None:
    """The advice after some seconds to somebody who speaks for the viewer."""
    made: Engine = engine(found)
    run(made, found.batches, AT_S)
    if own is None:
        own = registered(STATIONS).get(viewer, ())
    return advised(made.pictures(viewer), made.detections(viewer), own, ASKED)


def told(found: Advice | None) -> object:
    return None if found is None else written(found, ASKED)


def names(found: Advice | None) -> list[str]:
    assert found is not None
    return [each.id for each in found.sensors]


def shown(**changed: object) -> Shown:
    """A picture of five objects that fall freely."""
    made = engine(world())
    run(made, world().batches, AT_S)
    (picture, *_) = made.pictures("aurora")
    tracks = objects(np.random.default_rng(3), 5)
    five = {
        "number": np.arange(1, 6),
        "time_s": np.full(5, picture.at.since_s(picture.epoch) - 1.0),
        "state_ecef": tracks.state_ecef,
        "packed_covariance": pack(tracks.covariance),
        "phase_probability": np.tile((0.1, 0.8, 0.1), (5, 1)),
        "class_index": np.full(5, CLASS_NAMES.index("MRBM")),
        **{name: np.zeros(5) for name in ("first_seen_s", "last_seen_s", "age_s")},
        "is_coasted": np.zeros(5, dtype=bool),
        "by": np.ones((5, len(picture.contributors)), dtype=bool),
    }
    return replace(picture, **{**five, **changed})  # type: ignore[arg-type]


def test_a_party_is_advised_with_its_own_sensors_alone() -> None:
    found = seen(world(), "aurora")
    assert names(found) == ["aurora/north", "aurora/south"]
    assert found is not None
    assert all(found.is_own)
    assert len(found.plan.step) > 0
    assert set(found.number) <= set(found.picture.number.tolist())
    assert found.plan.total_km2 <= found.naive_km2 <= found.plan.before_total_km2


def test_who_only_looks_knows_sensors_by_their_detections_alone() -> None:
    found = seen(world(), "aurora", ())
    assert names(found) == ["aurora/north", "aurora/south"]
    assert found is not None
    assert not any(found.is_own)
    found = seen(granted(world(), "aurora", "liaison", Kind.TRACKS), "liaison")
    assert names(found) == []
    assert found is not None
    assert len(found.number) > 0
    assert len(found.plan.step) == 0


def test_pictures_alone_name_no_place_from_which_to_look() -> None:
    found = seen(granted(world(), "borealis", "aurora", Kind.TRACKS), "aurora")
    assert names(found) == ["aurora/north", "aurora/south"]


def test_released_detections_bring_their_sensors_in() -> None:
    kinds = (Kind.TRACKS, Kind.DETECTIONS)
    found = seen(granted(world(), "borealis", "liaison", *kinds), "liaison")
    assert names(found) == ["borealis/east", "borealis/north"]
    assert found is not None
    assert not any(found.is_own)
    assert len(found.plan.step) > 0


def test_what_others_registered_of_their_sensors_shows_nowhere() -> None:
    kinds = (Kind.TRACKS, Kind.DETECTIONS)
    one = granted(world(), "borealis", "aurora", *kinds)
    better = tuple(
        replace(each, range_m=9_000e3, detection_probability=0.5, period_s=7.0)
        for each in one.stations["borealis"]
    )
    other = replace(one, stations={**one.stations, "borealis": better})
    first = seen(one, "aurora")
    assert "borealis/north" in names(first)
    # The tracker knows how surely a sensor detects: the picture is the same here all the same.
    assert first is not None
    made = engine(one)
    run(made, one.batches, AT_S)
    changed = engine(other)
    run(changed, other.batches, AT_S)
    own = registered(STATIONS)["aurora"]
    pictures = made.pictures("aurora")
    assert told(advised(pictures, changed.detections("aurora"), own, ASKED)) == told(first)


@pytest.mark.parametrize("change", ["data", "rules"])
def test_prop_what_a_viewer_may_not_see_changes_no_advice(change: str) -> None:
    saw = 0
    for seed in range(WORLDS):
        one = drawn(seed)
        rng = random.Random(seed)
        if change == "data":
            other = otherwise(one.world, feeds_of(one.world, one.viewer), rng)
        else:
            other = others(one.world, one.viewer, rng)
        first = told(seen(one.world, one.viewer))
        assert told(seen(other, one.viewer)) == first, seed
        saw += first is not None
    assert saw > WORLDS // 2


def test_what_is_left_out_and_why() -> None:
    whole = shown()
    own = registered(STATIONS)["aurora"]
    state, packed = whole.state_ecef.copy(), whole.packed_covariance.copy()
    packed[0] = np.nan
    phase = whole.phase_probability.copy()
    phase[1] = (0.9, 0.1, 0.0)
    kind = whole.class_index.copy()
    kind[2] = CLASS_NAMES.index("orbital")
    time_s = whole.time_s.copy()
    time_s[3] -= 500.0
    up = state[4, :3] / np.linalg.norm(state[4, :3])
    level = np.cross(up, (0.0, 0.0, 1.0))
    state[4, 3:] = 8_300.0 * level / np.linalg.norm(level)
    odd = shown(
        state_ecef=state,
        packed_covariance=packed,
        phase_probability=phase,
        class_index=kind,
        time_s=time_s,
    )
    found = advised([odd], (), own, ASKED)
    assert found is not None
    assert found.left_out == (
        (1, "too-little-known"),
        (2, "under-power"),
        (3, "in-orbit"),
        (4, "long-unseen"),
        (5, "in-orbit"),
    )
    assert len(found.plan.step) == 0
    whole_found = advised([whole], (), own, ASKED)
    assert whole_found is not None
    assert whole_found.left_out == ()
    assert whole_found.number == (1, 2, 3, 4, 5)


def test_the_earliest_and_finest_picture_is_looked_at() -> None:
    fine = shown(picture=2)
    late = shown(picture=1, terms=replace(EXACT, delay_s=10.0))
    coarse = shown(picture=3, terms=replace(EXACT, position_m=5e3))
    found = advised([late, coarse, fine], (), (), ASKED)
    assert found is not None
    assert found.picture.picture == 2
    assert advised([], (), (), ASKED) is None
