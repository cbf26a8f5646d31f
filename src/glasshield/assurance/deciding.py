"""What would decide a claim that is undecided: each uncertain input alone at its ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import msgspec

from glasshield.assurance.document import Effect
from glasshield.assurance.rounding import figure
from glasshield.assurance.sides import held_at, setting_of
from glasshield.assurance.verdicts import Predicate, Verdict, quick_margin
from glasshield.assurance.worlds import World
from glasshield.catalog import Quantity

_NOTICEABLE: Final = 1e-9  # in the unit of the margin: what less than this moves it does not


@dataclass(frozen=True, slots=True)
class _Input:
    """An uncertain number, and the worlds in which it stands at one of its ends."""

    key: str
    worlds: tuple[World, World]


def would_decide(predicate: Predicate, world: World, band: float) -> tuple[Effect, ...]:
    """The uncertain inputs that move a margin or decide, the one that moves it most first.

    An input may decide that moves nothing while the others stand where they are stated.

    Args:
        predicate: whose margin it is.
        world: in which the claim is undecided.
        band: of the margin.
    """
    found = []
    for given in _inputs(predicate, world):
        ends = [quick_margin(predicate, at_end, band) for at_end in given.worlds]
        low, high = (margin.value for margin in ends)
        moved = 0.0 if low == high else abs(high - low)
        decides = any(margin.verdict is not Verdict.UNDECIDED for margin in ends)
        if decides or moved > _NOTICEABLE:
            effect = Effect(
                parameter=given.key, margin=(figure(low), figure(high)), decides=decides
            )
            found.append((-moved, given.key, effect))
    return tuple(effect for *_, effect in sorted(found, key=lambda row: row[:2]))


def _inputs(predicate: Predicate, world: World) -> list[_Input]:
    """The numbers with an interval that the predicate names."""
    found = []
    for key in predicate.keys(world):
        number = held_at(world, key).number
        if number is not None and number.low_si < number.high_si:
            low, high = (_with_point(world, key, number, end) for end in number.interval)
            found.append(_Input(key, (low, high)))
    return found


def _with_point(world: World, key: str, number: Quantity, value: float) -> World:
    """The world with a number known to be one value."""
    point = msgspec.structs.replace(number, value=value, low=None, high=None)
    return world.with_settings({**world.settings, key: setting_of(point)})
