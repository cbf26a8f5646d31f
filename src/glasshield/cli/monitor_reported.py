"""`glasshield monitor reported`: what press figures alone say of flights."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glasshield.cli import monitor, options, output
from glasshield.cli.assessing import own_command

if TYPE_CHECKING:
    from glasshield.monitoring.document import ReportedRow
    from glasshield.report.monitoring.wording import Words


def command(
    flight: Annotated[
        list[str] | None,
        typer.Argument(help="Only these flights; all of the catalogue otherwise."),
    ] = None,
    set: options.SetFacts = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write report and data there.")
    ] = None,
    lang: options.Lang = "en",
    catalog: options.CatalogFolder = None,
    json: options.Json = False,
) -> None:
    """Say how fast reported flights were, from apogee and range with their rounding alone.

    Example: glasshield monitor reported --out out/reported
    """
    language = options.language(lang)
    workspace = options.workspace(catalog).overridden(options.settings(set or []))
    if out is not None:
        from glasshield.workspace import check_writable

        check_writable(out)
    from glasshield.monitoring.reported import reported

    rows = reported(workspace, tuple(flight or ()))
    words = monitor.words_of(workspace, language)
    paths = _write(rows, out, words) if out is not None else ()
    if json:
        output.print_json({"flights": rows})
    else:
        _print(rows, words)
    monitor.say_files(paths)


def _write(rows: Sequence[ReportedRow], out: Path, words: Words) -> Sequence[Path]:
    """The paths of the report, written with a progress bar."""
    from glasshield.report.made import Made
    from glasshield.report.monitoring.write import write_reported

    with output.progress("reporting") as progress:
        return write_reported(rows, out, words, Made(own_command()), progress)


def _print(rows: Sequence[ReportedRow], words: Words) -> None:
    """Prints the speeds, and why none of them is an upper bound."""
    from glasshield.report.monitoring import reported_page, tables

    lead = words.text("monitoring.reported.lead")
    monitor.print_sentences(lead, *reported_page.sentences(rows, words))
    monitor.print_table(tables.reported(words, rows))
    for row in rows:
        if row.why:
            output.print_lines(f"{words.both(row.name)} ({row.date})")
            output.print_lines(*(f"  {words.both(why)}" for why in row.why), "")
