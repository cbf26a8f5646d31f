"""What a claim about reaching can be argued with, as a document.

For every set of assumptions: the least burnout speed with which each battery would have a window on
each disputed flight, over the delay until an interceptor leaves and the cap on its ground range,
everything else as the set has it. A flight can be reached where the speed is at least that. The
least speed never falls with a longer delay and never rises with a wider cap, so the corners of a
cell bound it inside.
"""

from __future__ import annotations

from typing import Literal

from glasshield.assurance.document import Part, VerdictWord

Column = tuple[int | None, ...]


class ArguedNumber(Part, frozen=True, kw_only=True):
    """A number as a set of assumptions has it: its own, or the catalogue's where it says nothing.

    `own` tells which. `key` is what one would set to change it.
    """

    key: str
    value: float
    low: float
    high: float
    unit: str
    by: str
    own: bool
    source: tuple[str, ...]
    status: str
    note: str


class ArguedInterceptor(Part, frozen=True, kw_only=True):
    """An interceptor as a set of assumptions has it: how fast, and how far from its site.

    `ground_range` is the narrower of the interceptor's own limit and that of the rules.
    """

    interceptor: str
    speed: ArguedNumber
    ground_range: ArguedNumber


class ArguedBattery(Part, frozen=True, kw_only=True):
    """The least burnout speeds (m/s) of one battery, for each flight of the argument.

    Each row belongs to the flight of the same place and runs over all caps of the first delay, then
    over all caps of the next. Null stands for flights, and for nodes, where no speed up to 12 km/s
    opens a window; 2000 for at most that. `stated` is with every other number as it is stated,
    `optimistic` with every other one at the end that is better for the defence, `pessimistic` at
    the other end: what is a claim that flights cannot be reached, holds by the optimistic ones.
    """

    phase: str
    site: str
    interceptor: str
    stated: tuple[Column | None, ...]
    optimistic: tuple[Column | None, ...]
    pessimistic: tuple[Column | None, ...]


class ArguedSide(Part, frozen=True, kw_only=True):
    """A set of assumptions with its numbers, its lattices, and where it stands on them itself."""

    assumptions: str
    party: str
    delay: ArguedNumber
    interceptors: tuple[ArguedInterceptor, ...]
    batteries: tuple[ArguedBattery, ...]
    verdict: VerdictWord
    margin_km_s: float | None
    margin_low_km_s: float | None
    margin_high_km_s: float | None


class Caps(Part, frozen=True, kw_only=True):
    """The caps on the ground range of an interceptor that the lattice has nodes at, growing."""

    interceptor: str
    cap_km: tuple[float, ...]
    speed_km_s: tuple[float, float]


class Argument(Part, frozen=True, kw_only=True):
    """What a claim that flights cannot be reached can be argued with.

    `claim` is its id, and that of the argument. `flights` are `MISSILE:LAUNCH:TARGET`. The margin
    is the least over batteries and flights of the least speed less the speed; within `band` of
    zero nothing is decided. `delay_s` are the nodes of the delay, growing; each interceptor has
    caps of its own, and the range over which its speed is argued. A row of a battery has a number
    for each delay and each of its interceptor's caps.
    """

    claim: str
    unit: Literal["km/s"]
    band_km_s: float
    rules: str
    flights: tuple[str, ...]
    delay_s: tuple[float, ...]
    caps: tuple[Caps, ...]
    sides: tuple[ArguedSide, ...]
