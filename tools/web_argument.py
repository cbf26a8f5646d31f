"""An argument, and what the Python core says under settings of it, for the browser's tests.

Every number comes from worlds in which the setting stands among the facts: nothing is read from
the lattices that the browser reads.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any, Final

import msgspec
import numpy as np

from glasshield.assurance.argued import Argument
from glasshield.assurance.argument import argument
from glasshield.assurance.reaching import CannotReach
from glasshield.assurance.sides import Side
from glasshield.assurance.worlds import World
from glasshield.catalog.claims import Claim, Setting
from glasshield.shield.rules import Bound
from glasshield.workspace import Workspace

_CLAIM: Final = "poland-gbi-cannot-reach-russian-icbm"
# Two fields, near and far, and two aims, so that the file stays small.
_LAUNCHES: Final = ("kozelsk", "dombarovsky")
_TARGETS: Final = ("new-york", "minot")
_DELAY: Final = "rules.kinematic.commit_delay"
_CAPS: Final = ("interceptor.gbi2.max_ground_range", "rules.kinematic.max_ground_range")
# Where in a cell the point lies: on no node, and not where errors of both axes cancel.
_SHARE: Final = 0.4


def golden() -> dict[str, Any]:
    """The argument, and the margins (km/s) of all its nodes and of a point in some of its cells."""
    found, measure, sides = _argued()
    (caps,) = found.caps
    nodes = [(delay, cap) for delay in found.delay_s for cap in caps.cap_km]
    between = list(_inside(found.delay_s, caps.cap_km))
    return {
        "argument": msgspec.to_builtins(found),
        "margins": {
            side.id: {
                "nodes": _margins(measure, side, nodes),
                "between": _margins(measure, side, between),
            }
            for side in sides
        },
    }


@cache
def _argued() -> tuple[Argument, CannotReach, tuple[Side, ...]]:
    """A claim about few flights, argued by its own sets of assumptions."""
    workspace = Workspace.default()
    claim = _small(workspace.catalog.claims[_CLAIM])
    base = World.of(workspace.catalog.replaced({("claim", claim.id): claim}))
    sets = [workspace.catalog.assumption_sets[id] for id in claim.assumptions]
    sides = tuple(Side.of(one, base) for one in sets)
    measure = CannotReach.of(claim, base, workspace).prepared([side.world for side in sides])
    margins = [measure.finding(side.world).margin for side in sides]
    return argument(measure, sides, margins), measure, sides


def _small(claim: Claim) -> Claim:
    asked = claim.cannot_reach
    assert asked is not None
    flights = tuple(
        msgspec.structs.replace(one, launches=_LAUNCHES, targets=_TARGETS)
        for one in asked.flights[:1]
    )
    fewer = msgspec.structs.replace(asked, flights=flights)
    return msgspec.structs.replace(claim, id="small", cannot_reach=fewer)


def _inside(
    delays_s: tuple[float, ...], caps_km: tuple[float, ...]
) -> Iterator[tuple[float, float]]:
    """A point in every third cell along either axis."""
    for delay, later in list(pairwise(delays_s))[::3]:
        for cap, wider in list(pairwise(caps_km))[::3]:
            yield delay + _SHARE * (later - delay), cap + _SHARE * (wider - cap)


def _margins(
    measure: CannotReach, side: Side, points: list[tuple[float, float]]
) -> list[dict[str, float | None]]:
    """The margins with the delay and the cap of each point, all else as the side has it."""
    same = replace(measure, extra=measure.extra_in(side.world))
    rows: list[dict[str, float | None]] = []
    for delay_s, cap_km in points:
        there = {_DELAY: _setting(delay_s, "s")} | {key: _setting(cap_km, "km") for key in _CAPS}
        world = side.world.with_settings({**side.world.settings, **there})
        found = {str(bound): _known(same.margin(world, bound)) for bound in Bound}
        rows.append({"delay_s": delay_s, "cap_km": cap_km, **found})
    return rows


def _setting(value: float, unit: str) -> Setting:
    facts: Mapping[str, object] = {
        "source": "glasshield",
        "status": "assumed",
        "note": "a point of the lattice",
    }
    return msgspec.convert({"value": value, "unit": unit, **facts}, Setting)


def _known(margin_km_s: float) -> float | None:
    return None if np.isinf(margin_km_s) else round(margin_km_s, 9)
