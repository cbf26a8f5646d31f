"""The files of monitoring's reports, written so that nobody ever sees half of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec

from glasshield.monitoring.document import Evaluation, PlaceRow, Plan, ReportedRow
from glasshield.report.blocks import Page
from glasshield.report.files import Step, write_files
from glasshield.report.made import Made
from glasshield.report.monitoring.wording import Words
from glasshield.workspace import Progress

PAGE: Final = "report.html"
PRINTED: Final = "report.pdf"
PLAN: Final = "plan.json"
VIEW: Final = "view.json"
EVALUATION: Final = "evaluation.json"
REPORTED: Final = "reported.json"


def write_plan(
    plan: Plan, folder: Path, words: Words, made: Made, progress: Progress | None = None
) -> list[Path]:
    """The paths of the report of a plan with its globe, all of which are written, or none.

    Args:
        plan: what could be learned where.
        folder: where to; made where it does not exist.
        words: names and language.
        made: the command, and names of other files in the folder.
        progress: told what is being made.

    Raises:
        OutputError: when the folder cannot be written.
    """
    from glasshield.report.added_figures import OnGlobe, with_figures
    from glasshield.report.monitoring import plan_page
    from glasshield.report.view.build import rendered
    from glasshield.report.view.of_plan import view_of_plan

    beside = Made(made.command, (PLAN, VIEW, *made.files))
    here = OnGlobe(plan.program.version, plan.program.input_hash)
    page = with_figures(plan_page.build(plan, words, beside), made.figures, here)
    view = rendered(view_of_plan(plan, words.names, made.command))
    steps = _steps(page, PLAN, plan, view)
    return write_files(folder, (PAGE, PRINTED, PLAN, VIEW), steps, progress)


def write_evaluation(
    found: Evaluation,
    folder: Path,
    words: Words,
    made: Made,
    observers: tuple[PlaceRow, ...] = (),
    progress: Progress | None = None,
) -> list[Path]:
    """The paths of the report of an evaluation, all of which are written, or none.

    Args:
        found: what was measured.
        folder: where to; made where it does not exist.
        words: names and language.
        made: the command, and names of other files in the folder.
        observers: where the stations stood, for the map.
        progress: told what is being made.

    Raises:
        OutputError: when the folder cannot be written.
    """
    from glasshield.report.monitoring import evaluation_page

    page = evaluation_page.build(found, words, _beside(made, EVALUATION), observers)
    steps = _steps(page, EVALUATION, found)
    return write_files(folder, (PAGE, PRINTED, EVALUATION), steps, progress)


def write_reported(
    rows: Sequence[ReportedRow],
    folder: Path,
    words: Words,
    made: Made,
    progress: Progress | None = None,
) -> list[Path]:
    """The paths of the report of flights in the press, all of which are written, or none.

    Args:
        rows: one for each flight.
        folder: where to; made where it does not exist.
        words: names and language.
        made: the command, and names of other files in the folder.
        progress: told what is being made.

    Raises:
        OutputError: when the folder cannot be written.
    """
    from glasshield.report.monitoring import reported_page

    page = reported_page.build(rows, words, _beside(made, REPORTED))
    steps = _steps(page, REPORTED, {"flights": rows})
    return write_files(folder, (PAGE, PRINTED, REPORTED), steps, progress)


def _beside(made: Made, results: str) -> Made:
    return Made(made.command, (results, *made.files))


def _steps(page: Page, results: str, document: Any, view: bytes | None = None) -> Iterator[Step]:
    from glasshield.report import html, pdf
    from glasshield.report.packed import Globe

    globe = None if view is None else Globe.showing(view)
    yield PAGE, lambda: {PAGE: html.render(page, globe).encode("utf-8")}
    yield PRINTED, lambda: {PRINTED: pdf.render(page)}
    content = msgspec.json.format(msgspec.json.encode(document), indent=1)
    yield results, lambda: {results: content}
    if view is not None:
        yield VIEW, lambda: {VIEW: view}
