"""The sides of a quarrel: what each holds a fact to be, and the facts in which two of them differ.

Facts are compared as the sides' worlds hold them, so that a fact that one side leaves to the
catalogue differs only where the other says something else. A fact changes sides as a whole.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

import msgspec

from glasshield import units
from glasshield.assurance.worlds import World
from glasshield.catalog import Catalog, Position, Quantity, schema
from glasshield.catalog.claims import AssumptionSet, Distribution, Setting
from glasshield.errors import InputError

_SAME: Final = 1e-12  # relative: what writing a number in another unit may change


@dataclass(frozen=True, slots=True)
class Side:
    """A set of assumptions, and the world that it makes.

    Attributes:
        set: the record.
        world: the facts with the set's settings in their place, by full keys.
    """

    set: AssumptionSet
    world: World

    @property
    def id(self) -> str:
        """The name of the side: the id of its set, since one party may bring several."""
        return self.set.id

    @classmethod
    def of(cls, given: AssumptionSet, base: World) -> Side:
        """The side that a set makes in a world.

        Raises:
            InputError: a setting of a fact that there is not, that cannot be, or that is given
                twice; says in which set.
        """
        with naming(given):
            world = base.with_settings(_by_full_key(given.values, base.catalog))
            world.catalog  # noqa: B018  # a setting that cannot be is refused here
        return cls(given, world)


@dataclass(frozen=True, slots=True)
class Held:
    """What a side holds a fact to be.

    Attributes:
        text: as a person reads it; empty where there is nothing.
        number: where it is one.
        distribution: of values inside the number's interval.
    """

    text: str
    number: Quantity | None = None
    distribution: Distribution = Distribution.UNIFORM

    def same(self, other: Held) -> bool:
        """Whether both say the same, whoever says it."""
        ours, theirs = self.number, other.number
        if ours is None or theirs is None:
            return ours is theirs and set(self.text.split(", ")) == set(other.text.split(", "))
        if ours.dimension != theirs.dimension:
            return False
        pairs = ((ours.si, theirs.si), (ours.low_si, theirs.low_si), (ours.high_si, theirs.high_si))
        alike = all(math.isclose(a, b, rel_tol=_SAME) for a, b in pairs)
        is_point = ours.low_si == ours.high_si
        return alike and (is_point or self.distribution is other.distribution)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A fact that two sides hold to be different.

    Attributes:
        key: in full; where one side sets a part of what the other sets, that of the whole.
        held: by each of the two.
        given: the settings of each that make the fact, by key; what a side leaves to the
            catalogue is not there.
    """

    key: str
    held: tuple[Held, Held]
    given: tuple[Mapping[str, Setting], Mapping[str, Setting]]

    @property
    def numbers(self) -> tuple[Quantity, Quantity] | None:
        """The numbers of the two sides in one unit, the first side's; None for words and names."""
        first, second = (held.number for held in self.held)
        if first is None or second is None or first.dimension != second.dimension:
            return None
        return first, in_unit(second, first.unit)

    @property
    def both(self) -> tuple[Quantity, Quantity]:
        """The numbers of a parameter that is one."""
        assert self.numbers is not None
        return self.numbers


@contextlib.contextmanager
def naming(given: AssumptionSet) -> Iterator[None]:
    """Lets what is refused inside say in which set it stands.

    Raises:
        InputError: the same sentence, with the set before the place.
    """
    try:
        yield
    except InputError as error:
        raise InputError(
            error.what,
            where=".".join(part for part in ("assumptions", given.id, error.where) if part),
            got=error.got,
            expected=error.expected,
            do=error.do,
        ) from None


def differing(ours: World, theirs: World) -> tuple[Parameter, ...]:
    """The facts that two worlds of one catalogue hold to be different, in the order of their keys.

    Raises:
        UnknownNameError: a setting of a fact that the catalogue does not hold.
    """
    found = []
    for key, keys in _wholes({*ours.settings, *theirs.settings}):
        held = held_at(ours, key), held_at(theirs, key)
        if not held[0].same(held[1]):
            given = _given(ours, keys), _given(theirs, keys)
            found.append(Parameter(key, held, given))
    return tuple(found)


def exchanged(
    settings: Mapping[str, Setting], taken: Iterable[Parameter], side: int
) -> dict[str, Setting]:
    """Settings with these parameters as one of the two sides holds them.

    Args:
        settings: what is assumed before.
        taken: parameters of two sides.
        side: 0 or 1.
    """
    changed = dict(settings)
    for parameter in taken:
        for key in parameter.given[1 - side]:
            changed.pop(key, None)
        changed.update(parameter.given[side])
    return changed


def moved(
    settings: Mapping[str, Setting], parameter: Parameter, number: Quantity
) -> dict[str, Setting]:
    """Settings with another number in the place of a parameter."""
    changed = exchanged(settings, (parameter,), 0)
    for key in parameter.given[0]:
        del changed[key]
    return changed | {parameter.key: setting_of(number)}


def held_at(world: World, key: str) -> Held:
    """What a world holds a fact to be; an empty text where it holds nothing.

    Raises:
        UnknownNameError: no such fact.
    """
    setting = world.settings.get(key)
    distribution = setting.distribution if setting else Distribution.UNIFORM
    fact = fact_at(world.catalog, key)
    if isinstance(fact, Quantity):
        return Held(_number(fact), fact, distribution)
    return Held(_text(fact))


def fact_at(catalog: Catalog, key: str) -> Any:
    """The fact, record or plain value that a key leads to; None where an optional one is not given.

    Raises:
        UnknownNameError: no such record.
        InputError: no such fact of the record.
    """
    kind, id, steps = catalog.split(key)
    fact: Any = catalog.of_kind(kind)[id]
    items: Mapping[str, Any] | None = None
    for step in steps:
        if items is not None:
            fact, items = items.get(step), None
            continue
        known = schema.fields(type(fact)) if isinstance(fact, msgspec.Struct) else {}
        if step not in known:
            raise InputError("no such fact", where=key, got=step, expected=", ".join(known))
        fact = getattr(fact, known[step].name)
        items = _items(fact)
    return fact


def setting_of(number: Quantity, distribution: Distribution = Distribution.UNIFORM) -> Setting:
    """A number of the catalogue as a setting, so that it can be moved."""
    return Setting(
        value=number.value,
        unit=number.unit,
        low=number.low,
        high=number.high,
        distribution=distribution,
        source=number.source,
        status=number.status,
        confidence=number.confidence,
        by=number.by,
        note=number.note,
    )


def in_unit(number: Quantity, unit: str) -> Quantity:
    """The same number in another unit of its dimension."""
    if number.unit == unit:
        return number
    factor = units.UNITS[number.unit].si / units.UNITS[unit].si
    low, high = number.interval
    return msgspec.structs.replace(
        number,
        value=_plain(number.value * factor),
        low=_plain(low * factor),
        high=_plain(high * factor),
        unit=unit,
    )


def may_matter(key: str, named: Iterable[str]) -> bool:
    """Whether a predicate that names these keys may hang on a key: it, its whole or its part."""
    return any(overlap(key, name) for name in named)


def overlap(key: str, other: str) -> bool:
    """Whether two keys lead to the same fact, or one to a part of what the other leads to."""
    return key == other or key.startswith(f"{other}.") or other.startswith(f"{key}.")


def _by_full_key(values: Mapping[str, Setting], catalog: Catalog) -> dict[str, Setting]:
    """Settings by keys that begin with the kind, in the order of these keys."""
    full: dict[str, Setting] = {}
    for key, setting in values.items():
        kind, id, steps = catalog.split(key)
        whole = ".".join((kind, id, *steps))
        if whole in full:
            raise InputError("the fact is set twice, with and without its kind", where=whole)
        full[whole] = setting
    return dict(sorted(full.items()))


def _wholes(keys: Iterable[str]) -> list[tuple[str, list[str]]]:
    """The keys, those that are parts of another one of them under that one."""
    wholes: dict[str, list[str]] = {}
    for key in sorted(keys):
        whole = next((whole for whole in wholes if key.startswith(f"{whole}.")), key)
        wholes.setdefault(whole, []).append(key)
    return list(wholes.items())


def _given(world: World, keys: Sequence[str]) -> dict[str, Setting]:
    return {key: world.settings[key] for key in keys if key in world.settings}


def _items(fact: object) -> Mapping[str, Any] | None:
    """The elements of an array of records or of a map, by the step that leads to each."""
    if isinstance(fact, Mapping):
        return fact
    if isinstance(fact, tuple) and fact and isinstance(fact[0], msgspec.Struct):
        return {str(getattr(item, "id", "") or index): item for index, item in enumerate(fact)}
    return None


def _number(number: Quantity) -> str:
    """A number with its interval, where it has one, as a person reads it."""
    low, high = number.interval
    if low == high:
        return number.text
    unit = "" if number.unit == "1" else f" {number.unit}"
    return f"{number.text} ({low:,.10g} to {high:,.10g}{unit})"


def _text(fact: object) -> str:
    """A word, names or a place as a person reads them."""
    if fact is None:
        return ""
    if isinstance(fact, Position):
        return f"{fact.lat_deg:g},{fact.lon_deg:g}"
    if isinstance(fact, Enum):
        return str(fact.value)
    if isinstance(fact, tuple):
        return ", ".join(str(item) for item in fact)
    return f"{fact:.10g}" if isinstance(fact, float) else str(fact)


def _plain(value: float) -> float:
    """A number without the noise of a change of units."""
    return float(f"{value:.12g}")
