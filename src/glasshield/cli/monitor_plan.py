"""`glasshield monitor plan`: where observers of a flight test should stand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glasshield.cli import figures, monitor, options, output
from glasshield.cli.assessing import own_command

if TYPE_CHECKING:
    from glasshield.monitoring.document import Plan
    from glasshield.report.monitoring.wording import Words
    from glasshield.report.saved_figure import SavedFigure


def command(
    test: Annotated[str, typer.Argument(help="A test of the catalogue, or your own .toml.")],
    set: options.SetFacts = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write report, map and data there.")
    ] = None,
    figure: figures.Figures = None,
    lang: options.Lang = "en",
    catalog: options.CatalogFolder = None,
    json: options.Json = False,
) -> None:
    """Say where to stand to watch a test, what could be learned there, and the least that would do.

    Example: glasshield monitor plan third-site-booster --out out/plan
    """
    language = options.language(lang)
    shown = figures.read(figure, out)
    asked = monitor.asked(test, set or [], catalog)
    if out is not None:
        from glasshield.workspace import check_writable

        check_writable(out)
    from glasshield.monitoring.planning import plan

    with output.progress("planning") as progress:
        found = plan(asked.test, asked.workspace, progress)
    words = monitor.words_of(asked.workspace, language)
    monitor.say_warnings(words, found.warnings)
    paths = _write(found, out, words, shown) if out is not None else ()
    if json:
        output.print_json(found)
    else:
        _print(found, words)
    monitor.say_files(paths)


def _write(found: Plan, out: Path, words: Words, shown: tuple[SavedFigure, ...]) -> Sequence[Path]:
    """The paths of the report, written with a progress bar."""
    from glasshield.report.made import Made
    from glasshield.report.monitoring.write import write_plan

    with output.progress("reporting") as progress:
        return write_plan(found, out, words, Made(own_command(), figures=shown), progress)


def _print(found: Plan, words: Words) -> None:
    """Prints the answer, the best places, and the least that must be let seen."""
    from glasshield.report.monitoring import plan_page, tables

    output.print_lines(words.text("monitoring.mark_full.plan"), "", words.both(found.test.name), "")
    monitor.print_sentences(plan_page.sentence(found, words))
    if found.best:
        monitor.print_table(tables.best(words, found))
    if found.least_access.place is not None:
        monitor.print_table(tables.access(words, found.least_access))
    else:
        monitor.print_sentences(*plan_page.access_sentences(found.least_access, words))
    monitor.print_table(tables.stated(words, found.test))
