"""`glasshield catalog check`: whether the catalogue keeps its own rules."""

from __future__ import annotations

import typer

from glasshield.cli import options, output


def command(
    catalog: options.CatalogFolder = None,
    json: options.Json = False,
) -> None:
    """Check every record: a source and a status for each number, places on the Earth, sectors.

    Example: glasshield catalog check --catalog my-facts
    """
    from glasshield.catalog import KINDS, check

    facts = options.workspace(catalog).catalog
    problems = check(facts)
    if json:
        output.print_json({"problems": problems})
    else:
        for problem in problems:
            output.print_lines(str(problem))
        count = sum(len(facts.of_kind(kind)) for kind in KINDS)
        output.say(f"{count} records, {len(problems)} problems.")
    if problems:
        raise typer.Exit(2)
