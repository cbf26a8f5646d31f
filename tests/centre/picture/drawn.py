"""Random worlds, and others that differ from them only in what one viewer may not see."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

import numpy as np
from jaxtyping import Bool, Float

from glasshield.centre.picture.engine import Engine
from glasshield.centre.picture.planning import planned
from glasshield.centre.picture.shown import Shown
from glasshield.centre.picture.snapshot import Taken
from glasshield.exchange.release.admission import Batch
from glasshield.exchange.release.layers import Feed
from glasshield.exchange.release.regions import Box, Region
from glasshield.exchange.release.rules import Rule, RuleSet, Source
from glasshield.exchange.release.terms import Kind, Mode, Terms
from glasshield.fusion.tracks import Tracks
from glasshield.sensing.detections import Detections
from glasshield.sensing.station import Station
from tests.centre.picture.worlds import World, batches, later, registered
from tests.fusion.made_up import EPOCH, sky

PARTIES = ("aurora", "borealis", "cirrus")
LAST_S = 12.0
# Two parties call a radar alike; the flights are between 22 and 30 degrees east.
STATIONS = (
    Station("north", math.radians(55.0), math.radians(20.0), party="aurora"),
    Station("south", math.radians(46.0), math.radians(24.0), 300.0, party="aurora"),
    Station("north", math.radians(50.0), math.radians(34.0), 100.0, party="borealis"),
    Station("east", math.radians(52.0), math.radians(30.0), party="borealis"),
    Station("east", math.radians(47.0), math.radians(30.0), party="cirrus"),
)
WEST = Region("west", (Box(*(math.radians(side) for side in (40.0, 60.0, 0.0, 26.0))),))


@dataclass(frozen=True)
class Drawn:
    """A world, and who looks at it."""

    world: World
    viewer: str


def rule(rng: random.Random, number: int) -> Rule:
    """A random rule, in the region and the time of the flights."""
    kinds = frozenset(rng.sample(tuple(Kind), rng.randint(1, 2)))
    plain = Kind.DETECTIONS in kinds
    since = rng.choice((None, None, None, EPOCH.plus_s(4.0)))
    source = Source(
        rng.choice(PARTIES),
        rng.choice((None, frozenset({"north"}), frozenset({"east"}))),
        rng.choice((None, None, WEST)),
        since,
        None if since else rng.choice((None, None, EPOCH.plus_s(9.0))),
    )
    terms = Terms(
        delay_s=rng.choice((0.0, 0.0, 1.0, 3.0)),
        position_m=rng.choice((0.0, 1e3)),
        velocity_m_s=rng.choice((0.0, 10.0)),
        time_s=0.0 if plain else rng.choice((0.0, 0.0, 2.0)),
        covariance_factor=rng.choice((1.0, 4.0)),
        classes=None if plain else rng.choice((None, None, frozenset({"ICBM"}))),
        names_sensors=plain or rng.random() < 0.5,
    )
    to = frozenset(rng.sample((*PARTIES, "liaison"), rng.randint(1, 2)))
    return Rule(f"rule-{number}", source, to, kinds, Mode.EXERCISE, terms)


def flights(seed: int, stations: tuple[Station, ...] = STATIONS) -> Detections:
    """Detections of two or three flights by all radars."""
    draw = np.random.default_rng(seed)
    named = tuple(replace(each, id=f"{each.party}/{each.id}") for each in stations)
    made = sky(draw, int(draw.integers(2, 4)), span_s=LAST_S, period_s=1.5, stations=named)
    return later(made.detections, 0.5 * LAST_S).in_order()


def plain(batch: Taken) -> Taken:
    """The batch with radars called as their party calls them."""
    assert batch.detections is not None
    stations = tuple(
        replace(each, id=each.id.partition("/")[2]) for each in batch.detections.stations
    )
    return replace(batch, detections=replace(batch.detections, stations=stations))


def drawn(seed: int) -> Drawn:
    """A random world and one of its viewers."""
    rng = random.Random(seed)
    sent = [plain(own(each)) for each in batches(flights(seed))]
    rules = RuleSet.of(rule(rng, number) for number in range(rng.randint(1, 4)))
    viewers = {**dict.fromkeys(PARTIES, True), "liaison": False}
    return Drawn(
        World(tuple(sent), rules, registered(STATIONS), viewers), rng.choice(tuple(viewers))
    )


def own(batch: Taken) -> Taken:
    """The batch with its own party's stations alone."""
    assert batch.detections is not None
    found = batch.detections
    chosen = [k for k, station in enumerate(found.stations) if station.party == batch.owner]
    number = np.full(len(found.stations), -1, dtype=np.int32)
    number[chosen] = np.arange(len(chosen))
    stations = tuple(found.stations[k] for k in chosen)
    return replace(
        batch,
        detections=replace(found, stations=stations, station_index=number[found.station_index]),
    )


def feeds_of(world: World, viewer: str) -> list[Feed]:
    """All feeds that anything that a viewer gets is made of."""
    plan = planned(world.rules, viewer, Mode.EXERCISE, contributes=world.viewers[viewer])
    return [each.feed for each in plan.feeds] + [each.feed for each in plan.detections]


def admitted(found: Detections, owner: str, feeds: list[Feed]) -> Bool[np.ndarray, "n"]:
    """Which detections go into any of the feeds."""
    batch = Batch.of(found, owner, Mode.EXERCISE)
    mask = np.zeros(len(found), dtype=bool)
    for feed in feeds:
        mask |= feed.admits(batch)
    return mask


def otherwise(world: World, feeds: list[Feed], rng: random.Random) -> World:
    """The world with other data where none of the feeds admits them.

    Of every batch the forbidden rows are taken away, moved, or stay; whole batches of forbidden
    rows come and go.
    """
    draw = np.random.default_rng(rng.getrandbits(32))
    made = []
    for batch in world.batches:
        assert batch.detections is not None
        found = _changed(batch.detections, batch.owner, feeds, draw)
        if len(found) or rng.random() < 0.5:
            made.append(replace(batch, detections=found))
    made += _invented(feeds, rng)
    return replace(world, batches=tuple(sorted(made, key=lambda each: (each.at, each.identity))))


def _changed(
    found: Detections, owner: str, feeds: list[Feed], draw: np.random.Generator
) -> Detections:
    keeps = admitted(found, owner, feeds)
    moved = replace(
        found,
        range_m=np.where(keeps, found.range_m, found.range_m * draw.uniform(0.7, 1.3, len(found))),
        time_s=np.where(keeps, found.time_s, found.time_s - draw.uniform(0.0, 0.5, len(found))),
    )
    stays = keeps | (~admitted(moved, owner, feeds) & (draw.random(len(found)) < 0.6))
    chosen: Detections = moved.take(stays)
    return chosen


def _invented(feeds: list[Feed], rng: random.Random) -> Iterator[Taken]:
    """Batches of other flights, as far as they are forbidden."""
    for batch in batches(flights(rng.getrandbits(32))):
        made = plain(own(batch))
        assert made.detections is not None
        rest = made.detections.take(~admitted(made.detections, made.owner, feeds))
        if len(rest) and rng.random() < 0.5:
            at = made.at.plus_s(rng.uniform(0.0, 0.2))
            yield replace(made, at=at, identity=f"more-{made.identity}", detections=rest)


def others(world: World, viewer: str, rng: random.Random) -> World:
    """The world with other rules for other viewers, and sensors that the viewer never has."""
    its = tuple(each for each in world.rules if viewer in each.to)
    more = [rule(rng, 100 + number) for number in range(3)]
    rest = [replace(each, to=each.to - {viewer}) for each in more if each.to - {viewer}]
    rules = RuleSet.of((*(replace(each, to=frozenset({viewer})) for each in its), *rest))
    granting = {each.owner for each in its} | {viewer}
    stations = {
        owner: (*there, replace(there[0], id="new")) if owner not in granting else there
        for owner, there in world.stations.items()
    }
    viewers = {
        name: has for name, has in world.viewers.items() if name == viewer or rng.random() < 0.7
    }
    return replace(world, rules=rules, stations=stations, viewers=viewers)


def bits(tracks: Tracks) -> tuple[bytes, ...]:
    """Every bit of some tracks."""
    columns: tuple[Float[np.ndarray, "..."], ...] = (
        tracks.id,
        tracks.first_row,
        tracks.time_s,
        tracks.state_ecef,
        tracks.packed_covariance,
        tracks.phase_probability,
        tracks.detection,
        tracks.station_index,
    )
    return (*(each.tobytes() for each in columns), repr((tracks.stations, tracks.epoch)).encode())


def given(engine: Engine, viewer: str, only: Feed | None = None) -> list[bytes]:
    """Every bit that a viewer is given, or what of it is made of one feed."""
    numbers = pictures_of(engine, viewer, only)
    made = [
        each
        for shown in engine.pictures(viewer)
        if shown.picture in numbers
        for each in (*fields_of(shown), *past_of(engine, viewer, shown.picture))
    ]
    made += [
        repr(event if only is None else replace(event, number=0)).encode()
        for event in engine.events(viewer)
        if event.picture in numbers
    ]
    if only is None:
        chunks = engine.detections(viewer)
        made += [repr((chunk.number, chunk.terms, chunk.at)).encode() for chunk in chunks]
        made += [each for chunk in chunks for each in fields_of(chunk.detections)]
    return made


def fields_of(value: Shown | Detections) -> list[bytes]:
    """Every bit of all fields."""
    every = [getattr(value, each.name) for each in fields(value)]
    return [x.tobytes() if isinstance(x, np.ndarray) else repr(x).encode() for x in every]


def past_of(engine: Engine, viewer: str, picture: int) -> tuple[bytes, ...]:
    """Every bit of the past of a picture."""
    history = engine.history(viewer, picture)
    assert history is not None
    return bits(history)


def pictures_of(engine: Engine, viewer: str, only: Feed | None) -> frozenset[int]:
    """The numbers of a viewer's pictures, or of those that are made of one feed."""
    panes = engine._viewers[viewer].panes if viewer in engine._viewers else ()
    return frozenset(
        picture.number
        for pane in panes
        for picture in pane.pictures
        if only is None or pane.running.feed == only
    )
