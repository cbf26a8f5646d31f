"""Random rules and detections, as the program has them and as the reference has them."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from typing import Any

import numpy as np

from glasshield.earth.time import Instant
from glasshield.exchange.release.admission import Batch
from glasshield.exchange.release.layers import Layer
from glasshield.exchange.release.regions import Box, Region
from glasshield.exchange.release.rules import Rule, RuleSet, Source
from glasshield.exchange.release.terms import EventKind, Kind, Mode, Terms

PARTIES = ("aurora", "borealis", "cirrus")
SENSORS = ("north", "south", "east")
CLASSES = ("SRBM", "IRBM", "ICBM", "unknown")
EVENTS = (EventKind.LAUNCH_DETECTED, EventKind.LOST, EventKind.ENDED)
EPOCH = Instant.parse("2030-06-01T00:00:00Z")
LAST_S = 100.0
BOXES_DEG = {"west": (40.0, 60.0, -20.0, 20.0), "date-line": (-30.0, 50.0, 170.0, -170.0)}
REGIONS = {
    name: Region(name, (Box(*(math.radians(side) for side in box)),))
    for name, box in BOXES_DEG.items()
}
# Places inside and outside of the regions; the last is not known.
PLACES_DEG = ((50.0, 0.0), (0.0, 0.0), (45.0, 175.0), (-20.0, -175.0), (80.0, 100.0), None)


@dataclass(frozen=True, slots=True)
class Case:
    """A rule set and some detections, twice."""

    rules: RuleSet
    batches: tuple[Batch, ...]
    plain_rules: list[dict[str, Any]]
    plain: tuple[list[dict[str, Any]], ...]  # for each batch


def some(rng: random.Random, names: tuple[Any, ...]) -> list[Any]:
    """At least one of some names."""
    return rng.sample(names, rng.randint(1, len(names)))


def plain_rule(rng: random.Random) -> dict[str, Any]:
    """A random rule as the reference has it."""
    kinds = some(rng, tuple(Kind))
    exact = Kind.DETECTIONS in kinds
    everything = rng.random() < 0.5
    return {
        "from": rng.choice(PARTIES),
        "to": some(rng, PARTIES),
        "kinds": [kind.value for kind in kinds],
        "mode": rng.choice(("exercise", "exercise", "real")),
        "sensors": "all" if everything else some(rng, SENSORS),
        "region": rng.choice((None, None, *BOXES_DEG.values())),
        "since": rng.choice((None, None, 40.0)),
        "until": rng.choice((None, None, 60.0)),
        "classes": "all" if exact or rng.random() < 0.6 else some(rng, CLASSES),
        "events": "all" if "events" not in kinds or rng.random() < 0.5 else some(rng, EVENTS),
        "delay": rng.choice((0.0, 30.0, 60.0)),
        "position": rng.choice((0.0, 1e3, 5e3)),
        "velocity": rng.choice((0.0, 10.0)),
        "time": 0.0 if exact else rng.choice((0.0, 10.0)),
        "factor": rng.choice((1.0, 4.0)),
        "named": exact or rng.random() < 0.5,
    }


def choice(names: Any) -> frozenset[str] | None:
    """A choice of names as the program has it."""
    return None if names == "all" else frozenset(names)


def rule_of(plain: dict[str, Any], name: str) -> Rule:
    """The rule as the program has it."""
    terms = Terms(
        plain["delay"],
        plain["position"],
        plain["velocity"],
        plain["time"],
        plain["factor"],
        choice(plain["classes"]),
        choice(plain["events"]),
        plain["named"],
    )
    source = Source(
        plain["from"],
        choice(plain["sensors"]),
        next((REGIONS[key] for key, box in BOXES_DEG.items() if box == plain["region"]), None),
        None if plain["since"] is None else EPOCH.plus_s(plain["since"]),
        None if plain["until"] is None else EPOCH.plus_s(plain["until"]),
    )
    kinds = frozenset(Kind(kind) for kind in plain["kinds"])
    return Rule(name, source, frozenset(plain["to"]), kinds, Mode(plain["mode"]), terms)


def release_of(layer: Layer) -> dict[str, Any]:
    """The terms of a layer as the reference has them."""
    terms = layer.terms
    return {
        "delay": layer.feed.delay_s,
        "position": terms.position_m,
        "velocity": terms.velocity_m_s,
        "time": terms.time_s,
        "factor": terms.covariance_factor,
        "classes": "all" if terms.classes is None else terms.classes,
        "events": "all" if terms.events is None else terms.events,
        "named": terms.names_sensors,
    }


def plain_detection(rng: random.Random, owner: str, mode: str) -> dict[str, Any]:
    """A random detection as the reference has it."""
    place = rng.choice(PLACES_DEG)
    return {
        "owner": owner,
        "mode": mode,
        "sensor": rng.choice(SENSORS),
        "time": rng.choice((0.0, 40.0, 50.0, 60.0, LAST_S)),
        "lat": place and place[0],
        "lon": place and place[1],
    }


def batch_of(plain: list[dict[str, Any]], owner: str, mode: str) -> Batch:
    """Detections of one party as the program has them."""
    angles = [(math.nan, math.nan) if p["lat"] is None else (p["lat"], p["lon"]) for p in plain]
    lat, lon = np.radians(np.array(angles).reshape(-1, 2)).T
    return Batch(
        owner,
        Mode(mode),
        SENSORS,
        np.array([SENSORS.index(p["sensor"]) for p in plain], dtype=np.int32),
        EPOCH,
        np.array([p["time"] for p in plain]),
        lat,
        lon,
    )


def case(rng: random.Random, most_rules: int = 5, detections: int = 3) -> Case:
    """A random rule set, and detections of two parties."""
    plain_rules = [plain_rule(rng) for _ in range(rng.randint(0, most_rules))]
    owners = rng.sample(PARTIES, 2)
    modes = [rng.choice(("exercise", "exercise", "real")) for _ in owners]
    plain = tuple(
        [plain_detection(rng, owner, mode) for _ in range(detections)]
        for owner, mode in zip(owners, modes, strict=True)
    )
    return Case(
        RuleSet.of(rule_of(rule, f"rule-{k}") for k, rule in enumerate(plain_rules)),
        tuple(
            batch_of(rows, owner, mode)
            for rows, owner, mode in zip(plain, owners, modes, strict=True)
        ),
        plain_rules,
        plain,
    )
