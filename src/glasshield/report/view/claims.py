"""Judged claims in the view document."""

from __future__ import annotations

from glasshield.report.view.parts import Cited, ClaimVerdict, Part, Text


class Worded(Cited, frozen=True, kw_only=True):
    """The claim in a party's words."""

    by: str
    text: Text


class Margin(Part, frozen=True, kw_only=True):
    """By how much a claim holds (above zero) or fails; null for what no number answers.

    `low` and `high` are the ends of the uncertain inputs, and within `band` of zero nothing is
    decided.
    """

    value: float | None
    low: float | None
    high: float | None
    unit: str
    band: float


class Evidence(Part, frozen=True, kw_only=True):
    """The flight, place or phase that a party's margin hangs on."""

    launch: str | None
    target: str | None
    missile: str | None
    phase: str | None
    site: str | None
    interceptor: str | None
    apogee_km: float | None
    margin: float | None
    least_speed_km_s: float | None


class Judged(Part, frozen=True, kw_only=True):
    """What one set of assumptions leads to, with what would decide an undecided verdict."""

    party: str
    assumptions: str
    verdict: ClaimVerdict
    margin: Margin
    worst: Evidence | None
    would_decide: tuple[str, ...]
    unanswered: tuple[str, ...]


class Assumed(Cited, frozen=True, kw_only=True):
    """One assumption of one set: what it states, and what the catalogue has in its place."""

    assumptions: str
    parameter: str
    name: Text
    states: str
    catalogue: str


class Turn(Part, frozen=True, kw_only=True):
    """The value of one number at which the margin is zero, all else as one set has it."""

    parameter: str
    held_by: str
    value: float | None
    unit: str
    between: tuple[float, float]


class Shows(Part, frozen=True, kw_only=True):
    """What one side would have to show the other for its verdict to follow."""

    parameter: str
    party: str
    states: str
    other: str
    other_states: str
    must_show: float | None
    unit: str
    flips_alone: bool
    above: bool | None


class Weight(Part, frozen=True, kw_only=True):
    """How much of the spread of the margin an assumption accounts for (total Sobol index)."""

    parameter: str
    total_index: float
    low: float
    high: float


class Crux(Part, frozen=True, kw_only=True):
    """On what the disagreement of two sides hangs, in numbers and in words."""

    between: tuple[str, ...]
    flip_sets: tuple[tuple[str, ...], ...]
    flip_sets_back: tuple[tuple[str, ...], ...]
    turns: tuple[Turn, ...]
    shows: tuple[Shows, ...]
    weights: tuple[Weight, ...]


class ClaimFlight(Part, frozen=True, kw_only=True):
    """A flight that a claim speaks of, with what each set of assumptions finds of it.

    `path` is its place in the list of `claim_paths`, and the dictionaries go by the ids of the sets
    of assumptions. `verdict` is that of the claim on this flight alone: where a claim says that
    flights cannot be reached, `holds` is a flight that is not.
    """

    id: str
    path: int
    least_speed_km_s: dict[str, float | None]
    verdict: dict[str, ClaimVerdict]


class ClaimPath(Part, frozen=True, kw_only=True):
    """A flight as judged claims draw it, the worst that was found on its route; columns."""

    launch: str
    target: str
    missile: str
    apogee_km: float
    time_s: tuple[float, ...]
    lat_deg: tuple[float, ...]
    lon_deg: tuple[float, ...]
    height_km: tuple[float, ...]


class Claim(Part, frozen=True, kw_only=True):
    """What a party says, judged under each set of assumptions.

    `answer` says in one sentence what is found and what the disagreement hangs on. `argument` is
    the id of the lattice with which the claim can be argued, null where there is none, and
    `denied` tells that the claim denies the one that the lattice is about.
    """

    id: str
    name: Text
    by: tuple[str, ...]
    date: str
    predicate: str
    architecture: str
    phases: tuple[str, ...]
    wording: tuple[Worded, ...]
    comment: tuple[Text, ...]
    agreement: bool
    answer: Text
    verdicts: tuple[Judged, ...]
    cruxes: tuple[Crux, ...]
    held: tuple[Assumed, ...]
    flights: tuple[ClaimFlight, ...]
    argument: str | None
    denied: bool
