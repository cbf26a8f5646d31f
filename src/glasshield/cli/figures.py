"""`--figure`: figures that were saved on the globe, for a report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glasshield.errors import InputError

if TYPE_CHECKING:
    from glasshield.report.saved_figure import SavedFigure

Figures = Annotated[
    list[Path] | None,
    typer.Option(
        "--figure",
        metavar="FILE",
        help="A figure saved on the globe, PNG or SVG, for the report; may be given again.",
    ),
]


def read(files: Sequence[Path] | None, out: Path | None) -> tuple[SavedFigure, ...]:
    """The figures of the files, in their order.

    Args:
        files: that the command line names.
        out: the folder of the report; None where none is written.

    Raises:
        InputError: a file is no figure of the globe, or there is no report to put it into.
    """
    if not files:
        return ()
    if out is None:
        raise InputError("a figure goes into a report", where="--figure", do="give --out DIR")
    from glasshield.report.saved_figure import read_figure

    return tuple(read_figure(file) for file in files)
