"""Rules of release: what a party grants others of its data. What no rule grants, nobody gets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Self

from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.release.regions import Region
from glasshield.exchange.release.terms import Choice, Kind, Mode, Terms, holds_all


@dataclass(frozen=True, slots=True)
class Source:
    """Whose data, of which sensors, from where and when.

    Attributes:
        owner: the party whose key signed them.
        sensors: their ids; None for all, those of tomorrow too.
        region: in which the measured places lie; None for everywhere.
        since: the first instant of measurement; None for any.
        until: the last.
    """

    owner: str
    sensors: Choice = None
    region: Region | None = None
    since: Instant | None = None
    until: Instant | None = None

    def covers(self, other: Source) -> bool:
        """Whether whatever belongs to another source belongs to this one, as far as is plain."""
        return (
            self.owner == other.owner
            and holds_all(self.sensors, other.sensors)
            and (self.region is None or self.region == other.region)
            and (self.since is None or (other.since is not None and self.since <= other.since))
            and (self.until is None or (other.until is not None and self.until >= other.until))
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """What one party grants others.

    Attributes:
        name: unique in its file.
        source: the data.
        to: the parties that get something.
        kinds: what they get.
        mode: of the data.
        terms: under which they get it.
        where: file and line, for messages.
    """

    name: str
    source: Source
    to: frozenset[str]
    kinds: frozenset[Kind]
    mode: Mode
    terms: Terms
    where: str = ""

    def __post_init__(self) -> None:
        """Refuse a rule that promises what detections do not have.

        Raises:
            InputError: detections by class, at rounded times, or of sensors without a name.
        """
        if Kind.DETECTIONS not in self.kinds:
            return
        if self.terms.classes is not None:
            raise InputError(
                "detections have no class, only objects do",
                where=self.where or self.name,
                do="give detections by a rule of their own, without classes",
            )
        if self.terms.time_s:
            raise InputError(
                "a detection at a rounded time is none",
                where=self.where or self.name,
                do="give detections by a rule of their own that rounds no time, or give tracks",
            )
        if not self.terms.names_sensors:
            raise InputError(
                "a detection is measured from where its sensor stands, which names it",
                where=self.where or self.name,
                do="set name_sensors = true, or give tracks",
            )

    @property
    def owner(self) -> str:
        """The party that grants."""
        return self.source.owner

    def terms_of(self, kind: Kind) -> Terms:
        """The terms as far as they mean something for a kind: only events are chosen by event."""
        if kind is Kind.EVENTS or self.terms.events is None:
            return self.terms
        return replace(self.terms, events=None)

    def grants(self, viewer: str, kind: Kind, mode: Mode) -> bool:
        """Whether the rule is for this viewer, kind and mode."""
        return viewer in self.to and kind in self.kinds and mode is self.mode

    def hides(self, other: Rule, kind: Kind) -> bool:
        """Whether another rule of this mode adds nothing to this one, for whom both are."""
        return self.terms_of(kind) <= other.terms_of(kind) and self.source.covers(other.source)


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All rules in force, of all parties; those of one party in the order of its file."""

    rules: tuple[Rule, ...] = ()

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> Self:
        """The set of some rules.

        Raises:
            InputError: two rules of one party share a name.
        """
        found = tuple(rules)
        names: dict[tuple[str, str], Rule] = {}
        for rule in found:
            other = names.setdefault((rule.owner, rule.name), rule)
            if other is not rule:
                raise InputError(
                    f"{rule.owner} has two rules that are called {rule.name!r}",
                    where=rule.where,
                    do=f"the other stands in {other.where}" if other.where else "",
                )
        return cls(found)

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def for_viewer(self, viewer: str, kind: Kind, mode: Mode) -> tuple[Rule, ...]:
        """The rules by which others grant something to a viewer; its own data need none."""
        return tuple(
            rule for rule in self.rules if rule.owner != viewer and rule.grants(viewer, kind, mode)
        )

    def replaced(self, owner: str, rules: Iterable[Rule]) -> RuleSet:
        """This set with other rules in the place of one party's.

        Raises:
            InputError: a rule about the data of another party: nobody grants what is not his.
        """
        kept = tuple(rule for rule in self.rules if rule.owner != owner)
        new = tuple(rules)
        for rule in new:
            if rule.owner != owner:
                raise InputError(
                    f"{owner} cannot grant data of {rule.owner}",
                    where=rule.where or rule.name,
                    do=f"let {rule.owner} put the rule in force",
                )
        return RuleSet.of((*kept, *new))
