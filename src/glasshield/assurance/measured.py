"""Whether a measured performance stays under a declared one: two figures of the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from glasshield import units
from glasshield.assurance.consistent import figure, stated
from glasshield.assurance.verdicts import Case, Finding, Margin
from glasshield.assurance.worlds import World
from glasshield.catalog import Quantity
from glasshield.catalog.claims import Claim
from glasshield.shield.rules import Bound
from glasshield.workspace import Progress, Workspace


@dataclass(frozen=True, slots=True)
class Within:
    """The declared figure less the measured one, in the unit of the declared one.

    Attributes:
        claim: which.
        measured: the key of what was measured.
        declared: the key of what was declared.
        unit: of the margins.
    """

    claim: Claim
    measured: str
    declared: str
    unit: str

    @classmethod
    def of(cls, claim: Claim, base: World, workspace: Workspace) -> Within:
        """The predicate of a claim.

        Raises:
            UnknownNameError: a key that leads nowhere.
            InputError: a key that leads to no figure.
        """
        del workspace
        record = claim.within
        assert record is not None
        unit = figure(base.catalog, record.declared).unit
        return cls(claim, record.measured, record.declared, unit)

    @property
    def ends(self) -> tuple[Bound, Bound]:
        """What does more than was measured is better for the defence and worse for the claim."""
        return Bound.OPTIMISTIC, Bound.PESSIMISTIC

    def margin(self, world: World, bound: Bound = Bound.STATED) -> float:
        """The declared figure less the measured one.

        At the optimistic end the measured figure is as great as it may be and the declared one as
        small.
        """
        measured, declared = self._figures(world)
        less = {
            Bound.STATED: declared.si - measured.si,
            Bound.OPTIMISTIC: declared.low_si - measured.high_si,
            Bound.PESSIMISTIC: declared.high_si - measured.low_si,
        }
        return less[bound] / units.UNITS[self.unit].si

    def prepared(self, worlds: Sequence[World]) -> Within:
        """This predicate: no case stands for others here."""
        del worlds
        return self

    def finding(self, world: World, progress: Progress | None = None) -> Finding:
        """The margin, and a row for the figure and for each rival of either."""
        del progress
        measured, declared = self._figures(world)
        worse, better = self.ends
        margin = Margin(
            self.margin(world),
            self.margin(world, worse),
            self.margin(world, better),
            self.unit,
            band_of(self.claim, world, self.unit),
        )
        rows = sorted(
            (
                self._row(one, by, other, its_by)
                for by, one in measured.variants().items()
                for its_by, other in declared.variants().items()
            ),
            key=lambda row: row.numbers[_MARGIN],
        )
        worst = self._row(measured, "", declared, "")
        return Finding(margin, worst, tuple(rows))

    def keys(self, world: World) -> Sequence[str]:
        """The two figures."""
        del world
        return self.measured, self.declared

    def _figures(self, world: World) -> tuple[Quantity, Quantity]:
        return figure(world.catalog, self.measured), figure(world.catalog, self.declared)

    def _row(self, measured: Quantity, by: str, declared: Quantity, its_by: str) -> Case:
        """What one voice's measured figure is against another's declared one."""
        size = units.UNITS[self.unit].si
        return Case(
            numbers={
                f"measured{_said(by)}": measured.si / size,
                f"declared{_said(its_by)}": declared.si / size,
                _MARGIN: (declared.si - measured.si) / size,
            }
        )


_MARGIN = "margin"


def _said(by: str) -> str:
    return f" ({by})" if by else ""


def band_of(claim: Claim, world: World, unit: str) -> float:
    """The band of a claim as a world has it, in the unit of its margins; 0 where it has none."""
    band = stated(claim, world).band
    return 0.0 if band is None else band.si / units.UNITS[unit].si
