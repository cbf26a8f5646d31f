"""What a party would see of an object, and why: computed by the same layers that release it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from glasshield.earth.time import Instant
from glasshield.exchange.release.admission import Batch
from glasshield.exchange.release.layers import Layer, layers
from glasshield.exchange.release.rules import Rule, RuleSet
from glasshield.exchange.release.terms import Kind, Mode, Terms

# Why a sensor's data do not go in: what the rule that comes nearest to granting them lacks.
NO_RULE: Final = "no-rule"
OTHER_MODE: Final = "other-mode"
OTHER_KIND: Final = "other-kind"
OTHER_SENSORS: Final = "other-sensors"
NO_PLACE: Final = "no-place"
OTHER_REGION: Final = "other-region"
OTHER_TIME: Final = "other-time"
OTHER_CLASS: Final = "other-class"
REASONS: Final = (
    NO_RULE,
    OTHER_MODE,
    OTHER_KIND,
    OTHER_SENSORS,
    NO_PLACE,
    OTHER_REGION,
    OTHER_TIME,
    OTHER_CLASS,
)


@dataclass(frozen=True, slots=True)
class Sight:
    """An object as one sensor measured it.

    Attributes:
        owner: whose sensor.
        sensor: its id.
        lat_rad: of the measured place, geodetic; NaN where the range was not measured.
        lon_rad: of the measured place.
    """

    owner: str
    sensor: str
    lat_rad: float = math.nan
    lon_rad: float = math.nan


@dataclass(frozen=True, slots=True)
class Object:
    """An object about which somebody asks.

    Attributes:
        sights: by whom it is seen.
        mode: exercise or real.
        time: of the measurements.
        object_class: what the pictures hold it to be, of `CLASS_NAMES`.
    """

    sights: tuple[Sight, ...]
    mode: Mode
    time: Instant
    object_class: str = "unknown"


@dataclass(frozen=True, slots=True)
class Shown:
    """One picture in which a viewer sees the object.

    Attributes:
        terms: how late and coarse.
        sights: what it is made of.
        rules: by which; empty for the viewer's own data.
    """

    terms: Terms
    sights: tuple[Sight, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Withheld:
    """A sensor whose data go into nothing that the viewer sees.

    Attributes:
        sight: of that sensor.
        reason: of `REASONS`.
        rule: the one that comes nearest; None where no rule is for the viewer.
    """

    sight: Sight
    reason: str
    rule: Rule | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a viewer sees of an object in one kind of release; nothing where `shown` is empty."""

    kind: Kind
    shown: tuple[Shown, ...]
    withheld: tuple[Withheld, ...]


def explain(rules: RuleSet, seen: Object, viewer: str) -> tuple[Answer, ...]:
    """What a viewer would see of an object, for each kind.

    A picture that has the same as a finer one, or less, is left out.

    Args:
        rules: in force.
        seen: the object.
        viewer: a party.
    """
    return tuple(_answer(rules, seen, viewer, kind) for kind in Kind)


def _answer(rules: RuleSet, seen: Object, viewer: str, kind: Kind) -> Answer:
    found = layers(rules, viewer, kind, seen.mode)
    shown = _finest([each for layer in found if (each := _shown(layer, seen)) is not None])
    used = {sight for each in shown for sight in each.sights}
    withheld = tuple(
        _withheld(rules, seen, sight, viewer, kind) for sight in seen.sights if sight not in used
    )
    return Answer(kind, shown, withheld)


def _shown(layer: Layer, seen: Object) -> Shown | None:
    if not layer.terms.has_class(seen.object_class):
        return None
    sights = tuple(sight for sight in seen.sights if layer.admits(_batch(sight, seen)).any())
    if not sights:
        return None
    used = tuple(
        rule
        for rule in layer.rules
        if any(_batch(sight, seen).of_source(rule.source).any() for sight in sights)
    )
    return Shown(layer.terms, sights, used)


def _batch(sight: Sight, seen: Object) -> Batch:
    """The sight as admission looks at it."""
    return Batch(
        sight.owner,
        seen.mode,
        (sight.sensor,),
        np.zeros(1, dtype=np.int32),
        seen.time,
        np.zeros(1),
        np.array([sight.lat_rad]),
        np.array([sight.lon_rad]),
    )


def _finest(shown: Sequence[Shown]) -> tuple[Shown, ...]:
    """Those that no finer one makes superfluous; finer ones come first."""
    kept: list[Shown] = []
    for each in shown:
        better = any(
            other.terms <= each.terms and set(other.sights) >= set(each.sights) for other in kept
        )
        if not better:
            kept.append(each)
    return tuple(kept)


def _withheld(rules: RuleSet, seen: Object, sight: Sight, viewer: str, kind: Kind) -> Withheld:
    candidates = [rule for rule in rules if rule.owner == sight.owner and viewer in rule.to]
    reasons = [(_lacks(rule, seen, sight, kind), rule) for rule in candidates]
    if not reasons:
        return Withheld(sight, NO_RULE, None)
    reason, rule = max(reasons, key=lambda pair: REASONS.index(pair[0]))
    return Withheld(sight, reason, rule)


def _lacks(rule: Rule, seen: Object, sight: Sight, kind: Kind) -> str:
    """The first thing in which a rule does not fit; its class where all else does."""
    if rule.mode is not seen.mode:
        return OTHER_MODE
    if kind not in rule.kinds:
        return OTHER_KIND
    source = rule.source
    if source.sensors is not None and sight.sensor not in source.sensors:
        return OTHER_SENSORS
    if source.region is not None and not _batch(sight, seen).within(source.region).any():
        return OTHER_REGION if math.isfinite(sight.lat_rad) else NO_PLACE
    if not _batch(sight, seen).of_source(source).any():
        return OTHER_TIME
    return OTHER_CLASS


def rule_names(rules: Iterable[Rule]) -> tuple[str, ...]:
    """The names of rules as one reads them: owner and name."""
    return tuple(f"{rule.owner}/{rule.name}" for rule in rules)
