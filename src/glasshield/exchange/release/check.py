"""Rules that say nothing, or not what their writer meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from glasshield.earth.time import Instant
from glasshield.exchange.release.reading import RuleFile
from glasshield.exchange.release.rules import Rule

UNKNOWN_PARTY: Final = "unknown-party"
UNKNOWN_SENSOR: Final = "unknown-sensor"
ANOTHERS_SENSOR: Final = "anothers-sensor"
TO_ITSELF: Final = "to-itself"
ENDS_BEFORE_IT_BEGINS: Final = "ends-before-it-begins"
OVER: Final = "over"
HIDDEN: Final = "hidden"
UNUSED_REGION: Final = "unused-region"
CODES: Final = (
    UNKNOWN_PARTY,
    UNKNOWN_SENSOR,
    ANOTHERS_SENSOR,
    TO_ITSELF,
    ENDS_BEFORE_IT_BEGINS,
    OVER,
    HIDDEN,
    UNUSED_REGION,
)


@dataclass(frozen=True, slots=True)
class Known:
    """What rules may speak of.

    Attributes:
        parties: their ids.
        sensors: the owner of each sensor, by its id.
        now: rules that ended before are over; None to leave that open.
    """

    parties: frozenset[str]
    sensors: Mapping[str, str]
    now: Instant | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is odd.

    Attributes:
        code: of `CODES`.
        where: file and line.
        name: of the rule, or of the region.
        about: the party, the sensor or the other rule that it is about; empty where nothing is.
    """

    code: str
    where: str
    name: str
    about: str = ""


def check(files: Sequence[RuleFile], known: Known) -> tuple[Finding, ...]:
    """All that is odd in some rule files, in their order.

    Args:
        files: as they were read.
        known: parties and sensors that there are.
    """
    rules = [rule for file in files for rule in file.rules]
    return tuple(finding for file in files for finding in _of_file(file, rules, known))


def _of_file(file: RuleFile, rules: Sequence[Rule], known: Known) -> Iterator[Finding]:
    for rule in file.rules:
        yield from (Finding(code, rule.where, rule.name, about) for code, about in _of(rule, known))
        hiding = _hidden_behind(rule, rules)
        if hiding:
            yield Finding(HIDDEN, rule.where, rule.name, ", ".join(hiding))
    used = {rule.source.region for rule in file.rules}
    for name, region in file.regions.items():
        if region not in used:
            yield Finding(UNUSED_REGION, f"{file.path}:{file.lines[f'region.{name}']}", name)


def _of(rule: Rule, known: Known) -> Iterator[tuple[str, str]]:
    """What is odd in a rule by itself: codes, and what they are about."""
    source = rule.source
    for party in sorted({rule.owner, *rule.to} - known.parties):
        yield UNKNOWN_PARTY, party
    for sensor in sorted(source.sensors or ()):
        if sensor not in known.sensors:
            yield UNKNOWN_SENSOR, sensor
        elif known.sensors[sensor] != rule.owner:
            yield ANOTHERS_SENSOR, sensor
    if rule.owner in rule.to:
        yield TO_ITSELF, rule.owner
    if source.since is not None and source.until is not None and source.until < source.since:
        yield ENDS_BEFORE_IT_BEGINS, str(source.until)
    elif known.now is not None and source.until is not None and source.until < known.now:
        yield OVER, str(source.until)


def _hidden_behind(rule: Rule, rules: Iterable[Rule]) -> tuple[str, ...]:
    """The names of the rules behind which all that a rule grants is hidden; none where not all."""
    others = [each for each in rules if each is not rule and each.owner == rule.owner]
    before = {id(each) for each in _up_to(rule, rules)}
    names: dict[str, None] = {}
    for viewer in sorted(rule.to):
        for kind in sorted(rule.kinds):
            found = next(
                (
                    other
                    for other in others
                    if other.grants(viewer, kind, rule.mode)
                    and other.hides(rule, kind)
                    # Of two that say the same the earlier one counts.
                    and (id(other) in before or not rule.hides(other, kind))
                ),
                None,
            )
            if found is None:
                return ()
            names[found.name] = None
    return tuple(names)


def _up_to(rule: Rule, rules: Iterable[Rule]) -> Iterator[Rule]:
    for each in rules:
        if each is rule:
            return
        yield each
