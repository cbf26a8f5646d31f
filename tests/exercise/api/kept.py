"""A short exercise of two cells of people, for tests of the rooms."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from glasshield import catalog
from glasshield.exercise.api.table import Table
from glasshield.exercise.log import Start, begun
from glasshield.exercise.pictures import Audience
from glasshield.exercise.reading import parse
from glasshield.exercise.world import Stage

SCRIPT = Path(__file__).parent / "two_cells.toml"


@cache
def stage() -> Stage:
    """The stage of the exercise."""
    return Stage.of(parse(SCRIPT.read_text(encoding="utf-8"), str(SCRIPT), catalog.load()))


def table(folder: Path) -> Table:
    """Its rooms at the beginning."""
    return Table(begun(folder, stage(), start=Start(audience=Audience.CONTROLLER_TOO)))
