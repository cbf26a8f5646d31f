"""The answer to a claim as a document: plain numbers and texts, units in the names.

This is what `--json` prints, what a report is drawn from, and what a statement signs. It depends
on its inputs alone: neither time nor machine stands in it.
"""

from __future__ import annotations

from typing import Literal

import msgspec

VerdictWord = Literal["holds", "fails", "undecided"]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the document; readers leave keys alone that they do not know."""


class Text(Part, frozen=True, kw_only=True):
    """A sentence in both languages."""

    en: str
    ru: str = ""


class Worded(Part, frozen=True, kw_only=True):
    """The claim in a party's words."""

    by: str
    text: Text
    source: tuple[str, ...]
    status: str


class ClaimRow(Part, frozen=True, kw_only=True):
    """The claim that was judged."""

    id: str
    name: Text
    by: tuple[str, ...]
    date: str
    predicate: str
    denies: str = ""
    architecture: str = ""
    phases: tuple[str, ...] = ()
    wording: tuple[Worded, ...] = ()
    comment: tuple[Text, ...] = ()


class MarginRow(Part, frozen=True, kw_only=True):
    """A margin; above zero the claim holds. None stands for what no number answers."""

    value: float | None
    low: float | None
    high: float | None
    unit: str
    band: float


class CaseRow(Part, frozen=True, kw_only=True):
    """A flight, place or phase that a margin hangs on; keys that do not apply are null."""

    launch: str | None = None
    target: str | None = None
    missile: str | None = None
    launch_lat_deg: float | None = None
    launch_lon_deg: float | None = None
    target_lat_deg: float | None = None
    target_lon_deg: float | None = None
    apogee_km: float | None = None
    phase: str | None = None
    site: str | None = None
    interceptor: str | None = None
    numbers: dict[str, float | None] = {}


class Effect(Part, frozen=True, kw_only=True):
    """What one uncertain input alone does to a margin: the margin at its two ends.

    It decides when knowing it to be at one of its ends, all else as uncertain as before, leaves the
    verdict undecided no more.
    """

    parameter: str
    margin: tuple[float | None, float | None]
    decides: bool


class VerdictRow(Part, frozen=True, kw_only=True):
    """What one party's assumptions lead to.

    `would_decide` lists, for an undecided claim, the uncertain inputs that move the margin or
    decide, the one that moves it most first.
    """

    party: str
    assumptions: str
    verdict: VerdictWord
    margin: MarginRow
    worst_case: CaseRow | None
    evidence: tuple[CaseRow, ...]
    would_decide: tuple[Effect, ...] = ()
    unanswered: tuple[str, ...] = ()


class BreakEven(Part, frozen=True, kw_only=True):
    """The value of one number at which the margin is zero, everything else as one party has it.

    `value` is null where no value between `low` and `high`, the range that was searched, does it.
    `between` are the two parties' own values. `crossings` counts the zeros in the range.
    """

    parameter: str
    held_by: str
    value: float | None
    unit: str
    between: tuple[float, float]
    searched: tuple[float, float]
    crossings: int = 0


class Sensitivity(Part, frozen=True, kw_only=True):
    """The total Sobol index of one parameter, with its 95 % interval."""

    parameter: str
    total_index: float
    low: float
    high: float


class Curve(Part, frozen=True, kw_only=True):
    """The margin over one parameter, everything else as one party has it."""

    parameter: str
    held_by: str
    unit: str
    value: tuple[float, ...]
    margin: tuple[float | None, ...]


class Shows(Part, frozen=True, kw_only=True):
    """What one side would have to show the other: that a parameter is what it says it is.

    `must_show` is the value, nearest to the other's own, from which on (above it or below) the
    other comes to this side's verdict, everything else being as the other has it, with all
    intervals and the band. It is null where no value does that, and for words and names.
    """

    parameter: str
    party: str
    states: str
    other: str
    other_states: str
    must_show: float | None
    unit: str
    flips_alone: bool
    above: bool | None = None


class Crux(Part, frozen=True, kw_only=True):
    """On what two parties' disagreement hangs.

    Sides are named by the ids of their sets of assumptions. `flip_sets` are the minimal sets of
    parameters which, taken from `between[1]`, give `between[0]` its verdict; `flip_sets_back` the
    other way. Both are empty where the verdicts agree, and where one side stands alone. Sets of up
    to `sets_up_to` parameters are all there; all there are where it is null. `clipped` is the share
    of the sampled margins that were infinite and taken as the ends of `clipped_to`.
    """

    between: tuple[str, ...]
    flip_sets: tuple[tuple[str, ...], ...] = ()
    flip_sets_back: tuple[tuple[str, ...], ...] = ()
    break_even: tuple[BreakEven, ...] = ()
    sensitivity: tuple[Sensitivity, ...] = ()
    curves: tuple[Curve, ...] = ()
    shows: tuple[Shows, ...] = ()
    evaluations: int = 0
    seed: int = 0
    clipped: float = 0.0
    clipped_to: tuple[float, float] | None = None
    sets_up_to: int | None = None


class DrawnFlight(Part, frozen=True, kw_only=True):
    """A disputed flight for the map, with the least speed that opens a window for each party."""

    id: str
    launch: str
    target: str
    missile: str
    apogee_km: float
    time_s: tuple[float, ...]
    lat_deg: tuple[float, ...]
    lon_deg: tuple[float, ...]
    height_km: tuple[float, ...]
    least_speed_km_s: dict[str, float | None] = {}
    verdict: dict[str, VerdictWord] = {}


class DrawnSite(Part, frozen=True, kw_only=True):
    """A site of the architecture for the map."""

    id: str
    name: Text
    lat_deg: float
    lon_deg: float
    interceptors: tuple[str, ...]


class AssumptionRow(Part, frozen=True, kw_only=True):
    """One setting of a party, and what the catalogue has in its place."""

    party: str
    assumptions: str
    parameter: str
    states: str
    catalogue: str
    source: tuple[str, ...]
    status: str
    note: str = ""


class Program(Part, frozen=True, kw_only=True):
    """What computed the document, and a digest of everything that it was computed from."""

    version: str
    input_hash: str
    name: str = "glasshield"


class Document(Part, frozen=True, kw_only=True):
    """The answer to a claim."""

    claim: ClaimRow
    verdicts: tuple[VerdictRow, ...]
    crux: Crux | None
    agreement: bool
    program: Program
    other_cruxes: tuple[Crux, ...] = ()
    assumptions: tuple[AssumptionRow, ...] = ()
    flights: tuple[DrawnFlight, ...] = ()
    sites: tuple[DrawnSite, ...] = ()
