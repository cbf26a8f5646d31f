"""On what the disagreement of two sides hangs.

Three answers: the least sets of facts over which a side would have to change its mind; the value of
each number at which the claim turns; and how much of the margin's spread each fact accounts for.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import Final

from glasshield.assurance.break_even import Shown, Turn, shown, turns
from glasshield.assurance.document import Crux, Shows
from glasshield.assurance.lattice import Band, FlipSets, Lattice, flip_sets
from glasshield.assurance.sensitivity import (
    SEED,
    Choice,
    Factor,
    Indices,
    Spread,
    spread_between,
    spread_of,
    total_indices,
)
from glasshield.assurance.sides import Parameter, Side, differing, held_at, may_matter, overlap
from glasshield.assurance.verdicts import Predicate
from glasshield.workspace import Progress

MOST_FACTORS: Final = 12  # sampled, where the sides do not themselves differ in more
_NOTICEABLE: Final = 1e-9  # in the unit of the margin: what less than this moves it does not


class Depth(enum.Enum):
    """How much is asked of a crux."""

    WHOLE = enum.auto()
    QUICK = enum.auto()  # without the shares of the spread, which take nine tenths of the time


def crux(
    predicate: Predicate,
    sides: tuple[Side, Side],
    band: Band,
    progress: Progress | None = None,
    depth: Depth = Depth.WHOLE,
) -> Crux:
    """On what the disagreement of two sides hangs; empty flip sets where their verdicts agree.

    Args:
        predicate: the claim's.
        sides: the two, in the order in which the answer names them.
        band: of the margin, as a world has it.
        progress: told how far the work is.
        depth: what is asked of it.
    """
    named = _named(predicate, sides)
    disputed = differing(sides[0].world, sides[1].world)
    parameters = tuple(p for p in disputed if may_matter(p.key, named) or _is_band(p.key))
    lattice = Lattice(predicate, sides, parameters, band)
    sets = tuple(flip_sets(lattice, n, part(progress, 0.2 * n, 0.2 * n + 0.2)) for n in (0, 1))
    turned = _turned(lattice, named, part(progress, 0.4, 0.6))
    factors = _factors(lattice, named, disputed) if depth is Depth.WHOLE else []
    indices = total_indices(predicate, sides[0].world, factors, part(progress, 0.6, 1.0))
    shows, asked = _shows(lattice, sets, named, indices)
    asked += sum(turn.evaluations for turn in turned) + indices.evaluations
    return Crux(
        between=(sides[0].id, sides[1].id),
        flip_sets=_keys(lattice, sets[0]),
        flip_sets_back=_keys(lattice, sets[1]),
        break_even=tuple(turn.break_even for turn in turned),
        sensitivity=indices.rows,
        curves=tuple(turn.curve for turn in turned),
        shows=shows,
        evaluations=asked + lattice.evaluations,
        seed=SEED,
        clipped=indices.clipped,
        clipped_to=indices.clipped_to,
        sets_up_to=min((s.up_to for s in sets if s.up_to is not None), default=None),
    )


def _factors(lattice: Lattice, named: Sequence[str], disputed: Sequence[Parameter]) -> list[Factor]:
    """What is varied: what the sides dispute, and the strongest of what they share."""
    factors = [_factor(parameter, named) for parameter in lattice.parameters]
    shared = _shared(lattice.sides[0], named, disputed)
    most = MOST_FACTORS - len(factors)
    return factors + strongest(lattice.predicate, lattice.sides, shared, most)


def crux_of_one(predicate: Predicate, side: Side, progress: Progress | None = None) -> Crux:
    """On which of its own uncertain numbers the margin of a single side hangs."""
    named = _named(predicate, (side,))
    factors = strongest(predicate, (side,), _shared(side, named, ()), MOST_FACTORS)
    indices = total_indices(predicate, side.world, factors, progress)
    return Crux(
        between=(side.id,),
        sensitivity=indices.rows,
        evaluations=indices.evaluations,
        seed=SEED,
        clipped=indices.clipped,
        clipped_to=indices.clipped_to,
    )


def strongest(
    predicate: Predicate, sides: Sequence[Side], spreads: Sequence[Spread], most: int
) -> list[Factor]:
    """The numbers that move a margin most from one end to the other, each alone; at most so many.

    What moves no side's margin is left out.
    """
    effects = []
    for spread in spreads:
        effect = sum(_effect(predicate, side, spread) for side in sides)
        if effect > _NOTICEABLE:
            effects.append((-effect, spread.key, spread))
    return [spread for _, _, spread in sorted(effects, key=lambda row: row[:2])[: max(most, 0)]]


def part(progress: Progress | None, low: float, high: float) -> Progress | None:
    """What tells of a part of the work, when it goes from `low` to `high` of the whole."""
    if progress is None:
        return None
    return lambda done, doing: progress(low + done * (high - low), doing)


def _is_band(key: str) -> bool:
    """Whether a key is a claim's band: verdicts hang on it, though no margin does."""
    return key.startswith("claim.") and key.endswith(".band")


def _named(predicate: Predicate, sides: Sequence[Side]) -> tuple[str, ...]:
    """The keys that the predicate says it hangs on, in any side's world."""
    return tuple(dict.fromkeys(key for side in sides for key in predicate.keys(side.world)))


def _factor(parameter: Parameter, named: Sequence[str]) -> Factor:
    """How a disputed fact is varied: in steps where each new value is dear or no number."""
    if parameter.numbers is None or parameter.key not in named:
        return Choice(parameter)
    return spread_between(parameter)


def _shared(side: Side, named: Sequence[str], disputed: Sequence[Parameter]) -> list[Spread]:
    """The uncertain numbers of a side about which the other does not differ."""
    world = side.world
    found = []
    for key in named:
        held = held_at(world, key)
        if held.number is None or any(overlap(key, p.key) for p in disputed):
            continue
        spread = spread_of(key, held.number, held.distribution)
        found += [spread] if spread else []
    return found


def _effect(predicate: Predicate, side: Side, spread: Spread) -> float:
    """By how much a number alone moves a side's margin; infinite where it makes it so."""
    low, high = (
        predicate.margin(side.world.with_settings(spread.settings(side.world.settings, share)))
        for share in (0.0, 1.0)
    )
    return 0.0 if low == high else abs(high - low)


def _turned(lattice: Lattice, named: Sequence[str], progress: Progress | None) -> list[Turn]:
    """The break-even values and curves of all disputed numbers."""
    found: list[Turn] = []
    for n, parameter in enumerate(lattice.parameters):
        if progress:
            progress(n / len(lattice.parameters), "break-even")
        found += turns(lattice, parameter, is_dear=parameter.key not in named)
    return found


def _keys(lattice: Lattice, found: FlipSets) -> tuple[tuple[str, ...], ...]:
    """Sets of parameters by their keys."""
    return tuple(
        tuple(p.key for n, p in enumerate(lattice.parameters) if one >> n & 1) for one in found.sets
    )


def _shows(
    lattice: Lattice, sets: Sequence[FlipSets], named: Sequence[str], indices: Indices
) -> tuple[tuple[Shows, ...], int]:
    """What each side would have to show the other, what matters most first; and margins asked."""
    order = {row.parameter: n for n, row in enumerate(indices.rows)}
    rows, evaluations = [], 0
    for n, parameter in enumerate(lattice.parameters):
        for one, other in ((0, 1), (1, 0)):
            needed = _needed(lattice, parameter, other, is_dear=parameter.key not in named)
            evaluations += needed.evaluations
            row = Shows(
                parameter=parameter.key,
                party=lattice.sides[one].id,
                states=parameter.held[one].text,
                other=lattice.sides[other].id,
                other_states=parameter.held[other].text,
                must_show=needed.value,
                unit=parameter.numbers[0].unit if parameter.numbers else "",
                flips_alone=1 << n in sets[other].sets,
                above=needed.above,
            )
            rows.append((order.get(parameter.key, n), row))
    ordered = sorted(rows, key=lambda pair: pair[0])
    return tuple(row for _, row in ordered), evaluations


def _needed(lattice: Lattice, parameter: Parameter, side: int, *, is_dear: bool) -> Shown:
    """What a side would have to be shown of a parameter to come to the other's verdict."""
    start = side * lattice.whole
    wanted = lattice.verdict(lattice.whole - start)
    if parameter.numbers is None or lattice.verdict(start) is wanted:
        return Shown(None, None, 0)
    return shown(lattice, parameter, side, wanted, is_dear=is_dear)
