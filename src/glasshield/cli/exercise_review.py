"""`glasshield exercise review`: who knew what when, what sharing changed, what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glasshield import arithmetic
from glasshield.cli import options, output

if TYPE_CHECKING:
    from glasshield.exercise.opened import Opened
    from glasshield.exercise.reviewing import Asked
    from glasshield.messages import Language
    from glasshield.report.exercise.document import Review


def command(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Of a run, as `run --out` wrote it.")
    ],
    seeds: Annotated[
        int, typer.Option(min=0, max=1_000_000, help="Runs with other seeds; 0 for none.")
    ] = 1000,
    paired: Annotated[
        int,
        typer.Option(min=0, max=1_000_000, help="Of these, so many with each thing changed, too."),
    ] = 100,
    scheduler: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Run over a Dask cluster: tcp://host:8786.")
    ] = "",
    workers: Annotated[
        int, typer.Option(min=0, max=1024, help="Processes here; one a processor otherwise.")
    ] = 0,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write the report and its inputs there.")
    ] = None,
    lang: options.Lang = "en",
    catalog: options.CatalogFolder = None,
    json: options.Json = False,
) -> None:
    """Review an exercise: who knew what when, within the procedures, and what sharing changed.

    Counts of other seeds are kept in seeds.jsonl as they come in, so that an interrupted review
    goes on where it was.

    Example: glasshield exercise review out/raid --seeds 1000 --out out/raid-review
    """
    arithmetic.alike()
    language = options.language(lang)
    workspace = options.workspace(catalog)
    from glasshield.workspace import check_writable

    if out is not None:
        check_writable(out)
    from glasshield.exercise.opened import opened
    from glasshield.exercise.reviewing import Asked
    from glasshield.exercise.seeds import FILE
    from glasshield.exercise.spreading import Means

    found = opened(folder, workspace.catalog)
    kept = (out or folder) / FILE
    asked = Asked(seeds, paired, Means(workers, scheduler), kept, _said_of(kept, language))
    made = _reviewed(found, asked)
    if out is not None:  # first: whoever reads the answer through a pipe may stop reading
        _write(made, found, asked, out, language)
    if json:
        output.print_json(made)
    else:
        _print(made, language)


def _said_of(kept: Path, lang: Language) -> Callable[[str], None]:
    """Says what is wrong with counts that were kept before."""
    from glasshield.messages import text

    return lambda what: output.say(text(lang, f"review.kept.{what}", file=str(kept)))


def _reviewed(found: Opened, asked: Asked) -> Review:
    """The review of a run, with a progress bar meanwhile."""
    from glasshield.exercise.reviewing import review

    try:
        with output.progress("reviewing") as progress:
            return review(found.case, found.records, asked, progress, found.warnings)
    except KeyboardInterrupt:
        output.say(f"what was counted is kept in {asked.kept}; the same command goes on from there")
        raise


def _print(review: Review, lang: Language) -> None:
    """Prints the mark, the answer, and the runs side by side."""
    from glasshield.messages import text
    from glasshield.report.blocks import plain
    from glasshield.report.exercise import findings, tables
    from glasshield.report.exercise.wording import Words
    from glasshield.report.terminal import as_text

    words = Words(review, lang)
    output.print_lines(text(lang, "review.mark"), "")
    output.print_lines(*(plain(one) for one in findings.summary(words)), "")
    shown = [
        (tables.side_by_side(words), tuple(findings.others(words))),
        (tables.waits(words), ()),
        (tables.paired(words), tuple(findings.method(words))),
    ]
    for table, notes in shown:
        if table.rows:
            drawn = as_text(table)
            output.print_table(drawn.title, drawn.header, drawn.rows, right=drawn.right)
            output.print_lines(*map(plain, notes), *([""] if notes else []))


def _write(review: Review, found: Opened, asked: Asked, out: Path, lang: Language) -> None:
    """Writes page, print, data, and what a statement is made of."""
    from glasshield.exchange.exercised import write_inputs
    from glasshield.exchange.kept import INPUTS_FILE
    from glasshield.exercise.restating import inputs_of
    from glasshield.report.exercise.write import write_all
    from glasshield.report.made import Made

    parts = ["glasshield exercise review DIR"]
    parts.append(f"--seeds {asked.seeds} --paired {asked.paired} --out DIR")
    files = (INPUTS_FILE,) if found.reproduced else ()
    with output.progress("reporting") as progress:
        paths = write_all(review, out, lang, Made(" ".join(parts), files), progress)
    if found.reproduced:
        paths.append(write_inputs(out, inputs_of(found.case, asked), review))
    for path in paths:
        output.say(f"  {path}")
