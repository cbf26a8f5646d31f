"""Two sides, one claim: who finds what, and on which assumption their disagreement hangs.

python examples/judge_a_claim.py
"""

from __future__ import annotations

from glasshield.assurance.document import Document
from glasshield.assurance.judging import assure
from glasshield.catalog import Status
from glasshield.catalog.claims import AssumptionSet, Setting
from glasshield.catalog.quantity import Dated
from glasshield.workspace import Workspace

CLAIM = "ten-interceptors-cannot-matter"
YEAR = Dated(date="2007", source="glasshield", status=Status.ASSUMED, note="an example")


def side(name: str, single_shot: float, missiles: float) -> AssumptionSet:
    """A set of assumptions about the same ten interceptors."""
    return AssumptionSet(
        id=name,
        name=name,
        by="user",
        date=YEAR,
        values={
            f"claim.{CLAIM}.passes.single_shot": assumed(single_shot),
            f"claim.{CLAIM}.passes.raid": assumed(missiles),
        },
    )


def assumed(value: float) -> Setting:
    """A plain number, chosen for this example."""
    return Setting(
        value=value, unit="1", source="glasshield", status=Status.ASSUMED, note="an example"
    )


def show(document: Document) -> None:
    """Shows the verdicts and what turns them."""
    for row in document.verdicts:
        value = row.margin.value
        written = "without bound" if value is None else f"{value:+.3f}"
        print(f"{row.assumptions:8} {row.verdict:9} margin {written}")
    assert document.crux is not None, "two sides have a crux"
    for one in document.crux.flip_sets:
        print(f"turned by exchanging: {', '.join(one)}")
    for turn in document.crux.break_even:
        if turn.value is not None:
            print(f"zero at {turn.parameter} = {turn.value:.3f}, the rest as {turn.held_by} has it")


def main() -> None:
    """Judges the claim for a side that expects hundreds of missiles, and one that fears a few."""
    workspace = Workspace.default()
    claim = workspace.catalog.claims[CLAIM]
    show(assure(workspace, claim, [side("many", 0.5, 300.0), side("few", 0.9, 40.0)]))


if __name__ == "__main__":
    main()
