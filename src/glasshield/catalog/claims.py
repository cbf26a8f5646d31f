"""Records of the quarrel: claims as sentences with a predicate, and what a party assumes.

A claim has exactly one predicate, or denies another claim. Every predicate has a margin, a number
that is above zero when the claim holds: what it measures stands with each predicate.
"""

from __future__ import annotations

import math
from enum import StrEnum
from typing import Annotated, Final

import msgspec

from glasshield import units
from glasshield.catalog.model import LaunchId, MissileId, PartyId, Record, RegionId, RulesId, SiteId
from glasshield.catalog.quantity import Dated, Duration, Fact, Number, Quantity, Statement

ArchitectureId = Annotated[str, msgspec.Meta(extra={"kind": "architecture"})]
AssumptionsId = Annotated[str, msgspec.Meta(extra={"kind": "assumptions"})]
ClaimId = Annotated[str, msgspec.Meta(extra={"kind": "claim"})]


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A part of a claim; whoever reads it knows every key."""


class Flown(_Part, frozen=True, kw_only=True):
    """A class of missile from launch areas to regions, and how far its flights may be bent.

    `apogee` is the apogee as a multiple of that of the flight of least energy: its interval is
    searched for the worst case. Without it only flights of least energy are flown.
    """

    missile: MissileId
    launches: tuple[LaunchId, ...]
    targets: tuple[RegionId, ...]
    apogee: Number | None = None


class Share(StrEnum):
    """What a share of a region is counted in."""

    AREA = "area"
    POPULATION = "population"


class CannotReach(_Part, frozen=True, kw_only=True):
    """No window on any flight from these areas to those regions.

    Margin, a speed: the least burnout speed that would open a window on the worst flight, less
    the burnout speed of the battery that comes nearest; of batteries at `sites`, or of all.
    """

    flights: tuple[Flown, ...]
    rules: RulesId = ""
    sites: tuple[SiteId, ...] = ()


class Defends(_Part, frozen=True, kw_only=True):
    """At least this share of regions is defended with at least this many shots.

    Margin, a number: the share that is defended less `at_least`, for the worst of the flights.
    """

    regions: tuple[RegionId, ...]
    flights: tuple[Flown, ...]
    at_least: Number
    of: Share = Share.POPULATION
    shots: Number | None = None
    rules: RulesId = ""


class Sees(_Part, frozen=True, kw_only=True):
    """A radar of the phase sees every flight no later than a time after its launch.

    Margin, a time: `no_later_than` less when the last flight is first seen by a radar.
    """

    flights: tuple[Flown, ...]
    no_later_than: Duration


class DirectedOutside(_Part, frozen=True, kw_only=True):
    """Every window lies outside a region, and every reachable launch area lies outside it.

    Margin, a length: the distance of the nearest intercept or reachable launch from the region;
    below zero inside it.
    """

    region: RegionId
    flights: tuple[Flown, ...]
    rules: RulesId = ""


class Within(_Part, frozen=True, kw_only=True):
    """A measured performance stays under a declared one.

    Margin, in the unit of the declared figure: the declared figure less the measured one.
    """

    measured: str
    declared: str


class NoWorseThan(_Part, frozen=True, kw_only=True):
    """From phase to phase, in the order of the claim, the reach does not grow.

    Margin, a speed: for the worst step, the later phase's margin of `CannotReach` less that of
    the earlier one, which counts as zero where the earlier phase reaches nothing.
    """

    flights: tuple[Flown, ...]
    rules: RulesId = ""
    sites: tuple[SiteId, ...] = ()


class HelpsHost(_Part, frozen=True, kw_only=True):
    """A site raises the defended share of the country that hosts it.

    Margin, a number: the share that is defended with the site less the share without it, less
    `at_least`, the least gain that counts as raising it: a site that adds nothing fails.
    """

    site: SiteId
    region: RegionId
    flights: tuple[Flown, ...]
    at_least: Number
    of: Share = Share.POPULATION
    rules: RulesId = ""


class Passes(_Part, frozen=True, kw_only=True):
    """Of a raid at least this share passes, whatever the interceptors of the phase do.

    Margin, a number: the expected share of a raid that leaks through, less `at_least`.
    `single_shot` is the stated probability that one interceptor stops one missile.
    """

    raid: Number
    at_least: Number
    single_shot: Number
    shots_each: Number


PREDICATES: Final = (
    "cannot_reach",
    "defends",
    "sees",
    "directed_outside",
    "within",
    "no_worse_than",
    "helps_host",
    "passes",
)


class Claim(Record, frozen=True, kw_only=True):
    """What a party says of a shield, and what would have to be computed for it to be true.

    `wording` is the sentence in each party's words; `phases` are judged together, the worst of
    them counting; `assumptions` are the sets with which it is judged when none are named. A
    margin within `band` of zero decides nothing: it is what the model itself may be wrong by.
    """

    by: tuple[PartyId, ...]
    date: Dated
    wording: tuple[Statement, ...]
    architecture: ArchitectureId = ""
    phases: tuple[str, ...] = ()
    assumptions: tuple[AssumptionsId, ...] = ()
    band: Quantity | None = None
    comment: tuple[Statement, ...] = ()
    denies: ClaimId = ""
    cannot_reach: CannotReach | None = None
    defends: Defends | None = None
    sees: Sees | None = None
    directed_outside: DirectedOutside | None = None
    within: Within | None = None
    no_worse_than: NoWorseThan | None = None
    helps_host: HelpsHost | None = None
    passes: Passes | None = None

    def __post_init__(self) -> None:
        """Refuse a claim that says nothing, or two things.

        Raises:
            ValueError: not exactly one predicate or `denies`, or a predicate about an architecture
                that is not named.
        """
        given = [name for name in (*PREDICATES, "denies") if getattr(self, name)]
        if len(given) != 1:
            raise ValueError(
                f"a claim has one of {', '.join((*PREDICATES, 'denies'))}, "
                f"not {' and '.join(given) or 'none'}"
            )
        if given[0] not in {"within", "denies"} and not self.architecture:
            raise ValueError(f"a claim that something {given[0]} names an architecture")

    @property
    def predicate(self) -> str:
        """The name of the claim's predicate; `denies` where it denies another claim."""
        return next(name for name in (*PREDICATES, "denies") if getattr(self, name))


class Distribution(StrEnum):
    """How likely values inside an interval are held to be; nobody is told what is outside."""

    UNIFORM = "uniform"
    TRIANGULAR = "triangular"  # with the value at its top


class Setting(Fact, frozen=True, kw_only=True):
    """What a party puts in the place of a fact: a number with its interval, a word, or names."""

    value: float | None = None
    unit: str = ""
    low: float | None = None
    high: float | None = None
    distribution: Distribution = Distribution.UNIFORM
    word: str = ""
    names: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a setting that is nothing, or two things.

        Raises:
            ValueError: with the reason.
        """
        super().__post_init__()
        if (self.value is not None) + bool(self.word) + bool(self.names) != 1:
            raise ValueError("a setting is one of a value with its unit, a word, or names")
        if self.value is None and (self.unit or self.low is not None or self.high is not None):
            raise ValueError("only a value has a unit and an interval")
        if self.value is not None:
            self.quantity  # noqa: B018  # an interval upside down is refused here

    @property
    def quantity(self) -> Quantity | None:
        """The number as a fact of the catalogue; None for words and names."""
        if self.value is None:
            return None
        return Quantity(
            value=self.value,
            unit=self.unit,
            low=self.low,
            high=self.high,
            source=self.source,
            status=self.status,
            confidence=self.confidence,
            by=self.by,
            note=self.note,
        )

    @property
    def text(self) -> str:
        """The setting as a person reads it."""
        if self.value is not None:
            number = f"{self.value:,.10g}"
            return number if self.unit == "1" else f"{number} {self.unit}"
        return self.word or ", ".join(self.names)

    def moved(self, value: float) -> Setting:
        """This setting with another number, and no interval."""
        if self.value is None or not math.isfinite(value):
            raise ValueError("only a number can be moved, to a number")
        return msgspec.structs.replace(self, value=value, low=None, high=None)


class AssumptionSet(Record, frozen=True, kw_only=True):
    """What a party assumes where it differs from the catalogue, by the key of each fact."""

    by: PartyId
    date: Dated
    values: dict[str, Setting] = msgspec.field(default_factory=dict)
    facts: tuple[Statement, ...] = ()

    def __post_init__(self) -> None:
        """Refuse keys of which one is a part of another.

        Raises:
            ValueError: with both keys.
        """
        for key in self.values:
            steps = key.split(".")
            for above in (".".join(steps[:n]) for n in range(1, len(steps))):
                if above in self.values:
                    raise ValueError(f"both {above} and its part {key} are set")


def unit_of_margin(predicate: str) -> str:
    """The unit in which people read the margin of a predicate; empty for that of its figures."""
    unit = _MARGIN_UNITS[predicate]
    assert not unit or unit in units.UNITS
    return unit


_MARGIN_UNITS: Final = {
    "cannot_reach": "km/s",
    "no_worse_than": "km/s",
    "defends": "1",
    "helps_host": "1",
    "passes": "1",
    "sees": "s",
    "directed_outside": "km",
    "within": "",
}
