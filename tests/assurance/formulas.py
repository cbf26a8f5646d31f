"""A predicate whose margin is a formula, and sides that differ in its numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import msgspec

from glasshield.assurance.sides import Side, held_at
from glasshield.assurance.verdicts import Case, Finding, Margin, quick_margin
from glasshield.assurance.worlds import World
from glasshield.catalog.claims import AssumptionSet, Setting
from glasshield.shield.rules import Bound
from glasshield.workspace import Progress
from tests.assurance.claims import base_world

Values = Mapping[str, float | str]

# Twelve numbers of the catalogue that stand for anything, and two words.
SPEEDS: Final = tuple(
    f"interceptor.{id}.burnout_speed"
    for id in ("gbi2", "gbi3", "gmd-e-nrc", "kei", "pac3-mse", "pac3", "sm3-1a", "sm3-1b", "sm3-2a",
               "sm3-2b", "thaad")
)  # fmt: skip
DELAY: Final = "rules.kinematic.commit_delay"
NUMBERS: Final = (*SPEEDS, DELAY)
BOOST: Final = "rules.kinematic.launch_in_boost"
CUE: Final = "rules.kinematic.cue"


@dataclass(frozen=True)
class Formula:
    """A margin in km/s, from numbers in the catalogue's own units and words.

    Attributes:
        measure: the margin from the values by key.
        names: what it says that it hangs on.
        falling: keys of numbers of which less is better for the claim.
        band: of its findings.
        thorough: the margin that it finds thoroughly, where that is another one.
        asked: the worlds in which a margin was computed.
    """

    measure: Callable[[Values], float]
    names: tuple[str, ...]
    falling: frozenset[str] = frozenset()
    band: float = 0.0
    thorough: float | None = None
    asked: list[World] = field(default_factory=list)

    @property
    def unit(self) -> str:
        return "km/s"

    @property
    def ends(self) -> tuple[Bound, Bound]:
        return Bound.PESSIMISTIC, Bound.OPTIMISTIC

    def prepared(self, worlds: Sequence[World]) -> Formula:
        assert worlds
        return self

    def margin(self, world: World, bound: Bound = Bound.STATED) -> float:
        self.asked.append(world)
        return self.measure({key: self._value(world, key, bound) for key in self.names})

    def finding(self, world: World, progress: Progress | None = None) -> Finding:
        if progress:
            progress(1.0, "formula")
        margin = quick_margin(self, world, self.band)
        if self.thorough is not None:
            margin = Margin(self.thorough, self.thorough, self.thorough, self.unit, self.band)
        case = Case(phase="formula", numbers={"margin": margin.value})
        return Finding(margin, case, (case,))

    def keys(self, world: World) -> Sequence[str]:
        assert world.catalog
        return self.names

    def _value(self, world: World, key: str, bound: Bound) -> float | str:
        held = held_at(world, key)
        if held.number is None:
            return held.text
        if bound is Bound.STATED:
            return held.number.value
        is_high = (bound is Bound.OPTIMISTIC) != (key in self.falling)
        return held.number.interval[int(is_high)]


@dataclass(frozen=True)
class Dear:
    """A formula that names the records of its numbers instead of the numbers."""

    inner: Formula

    @property
    def unit(self) -> str:
        return self.inner.unit

    @property
    def ends(self) -> tuple[Bound, Bound]:
        return self.inner.ends

    def prepared(self, worlds: Sequence[World]) -> Dear:
        assert worlds
        return self

    def margin(self, world: World, bound: Bound = Bound.STATED) -> float:
        return self.inner.margin(world, bound)

    def finding(self, world: World, progress: Progress | None = None) -> Finding:
        return self.inner.finding(world, progress)

    def keys(self, world: World) -> Sequence[str]:
        return [key.rpartition(".")[0] for key in self.inner.keys(world)]


def total(values: Values) -> float:
    """The sum of the numbers."""
    return sum(value for value in values.values() if not isinstance(value, str))


def no_band(world: World) -> float:
    """A margin that decides however near to zero it is."""
    assert world
    return 0.0


def a_set(id: str, values: Mapping[str, Setting], by: str = "united-states") -> AssumptionSet:
    """What a party assumes, as a file has it."""
    dated = {"date": "2007", "source": "S-AFP07", "status": "read"}
    record = msgspec.convert({"id": id, "name": id, "by": by, "date": dated}, AssumptionSet)
    return msgspec.structs.replace(record, values=dict(values))


def a_side(id: str, values: Mapping[str, Setting]) -> Side:
    """The side that these settings make."""
    return Side.of(a_set(id, values), base_world())


def two_sides(ours: Mapping[str, Setting], theirs: Mapping[str, Setting]) -> tuple[Side, Side]:
    """Two sides, `ours` and `theirs`."""
    return a_side("ours", ours), a_side("theirs", theirs)
