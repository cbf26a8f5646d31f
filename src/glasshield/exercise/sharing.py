"""Who has data that the coordinating centre has not: those parties plan for themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from glasshield.exchange.release.rules import Rule, Source
from glasshield.exchange.release.terms import Kind, Mode, Terms
from glasshield.exercise import actions
from glasshield.exercise.actions import Action, Inject
from glasshield.exercise.reading import Exercise
from glasshield.exercise.records import CENTRE

# Whether a sensor is named changes nothing in where an object is.
_AT_ONCE: Final = Terms(names_sensors=False)
_PARTS: Final = frozenset({actions.WITHHOLDS, actions.LINK_CUT})


def alone(exercise: Exercise, rules: Iterable[Rule]) -> frozenset[str]:
    """The parties with batteries that plan for themselves, beside the centre.

    Their pictures are made of something that the centre is not given, or only later or coarser:
    what a party keeps to itself, or what others give to it alone.

    Args:
        exercise: whose sensors and batteries.
        rules: of release, in force now.
    """
    rules = tuple(rules)
    return frozenset(
        party for party in armed(exercise) if not is_given_all(exercise, rules, party, CENTRE)
    )


def is_given_all(exercise: Exercise, rules: Iterable[Rule], party: str, to: str) -> bool:
    """Whether somebody has all that a party's picture is made of, at least as soon and as fine.

    Args:
        exercise: whose sensors.
        rules: of release, in force now.
        party: whose picture.
        to: another party, or the centre.
    """
    rules = tuple(rules)
    has = list(_seen_by(exercise, to, rules))
    return all(_is_given(one, has) for one in _seen_by(exercise, party, rules))


def armed(exercise: Exercise) -> frozenset[str]:
    """The parties that have batteries."""
    return frozenset(one.party for one in exercise.script.battery.values())


def may_be_alone(exercise: Exercise, done: Iterable[Action]) -> frozenset[str]:
    """The parties that the script and what people did make keep their data to themselves.

    Args:
        exercise: with its script.
        done: what people did, and will have done.
    """
    script = exercise.script
    injected = [(one.what, one.name) for one in script.inject]
    injected += [(one.what, one.name) for one in done if isinstance(one, Inject)]
    parted = {name.rpartition("/")[2] for what, name in injected if what in _PARTS}
    parted |= {cell.party for cell in script.cell.values() if cell.withholds}
    return armed(exercise) & parted


def _seen_by(exercise: Exercise, party: str, rules: Iterable[Rule]) -> Iterator[Rule]:
    """What a party's picture is made of, sensor by sensor: its own data and what it is given."""
    own = Rule(party, Source(party), frozenset({party}), frozenset({Kind.TRACKS}), Mode.EXERCISE,
               _AT_ONCE)  # fmt: skip
    for rule in (own, *rules):
        if party in rule.to:
            yield from _by_sensor(exercise, rule)


def _by_sensor(exercise: Exercise, rule: Rule) -> Iterator[Rule]:
    """A rule that gives tracks, once for each sensor that there is."""
    if Kind.TRACKS not in rule.kinds:
        return
    wanted = rule.source.sensors
    for name, sensor in exercise.script.sensor.items():
        if sensor.party == rule.owner and (wanted is None or name in wanted):
            yield replace(rule, source=replace(rule.source, sensors=frozenset({name})))


def _is_given(one: Rule, has: Iterable[Rule]) -> bool:
    """Whether somebody has the same, at least as soon and as fine."""
    named = replace(one, terms=replace(one.terms, names_sensors=False))
    return any(rule.hides(named, Kind.TRACKS) for rule in has)
