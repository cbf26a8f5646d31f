"""`glasshield catalog check`: whether the catalogue keeps its own rules."""

from __future__ import annotations

import typer

from glasshield.cli import options, output
from glasshield.cli.failure import UNUSABLE


def command(
    catalog: options.CatalogFolder = None,
    json: options.Json = False,
) -> None:
    """Check every record: a source and a status for each number, places on the Earth, sectors.

    Example: glasshield catalog check --catalog my-facts
    """
    from glasshield.catalog import check_folders

    problems = check_folders(options.workspace(catalog).overlays)
    if json:
        output.print_json({"problems": problems})
    else:
        output.print_lines(*(str(problem) for problem in problems))
    found = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    output.say(f"{found} in the catalogue.")
    if problems:
        raise typer.Exit(UNUSABLE)
