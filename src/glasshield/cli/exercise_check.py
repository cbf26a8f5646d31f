"""`glasshield exercise check`: whether an exercise can be run, and what is odd about it."""

from __future__ import annotations

from typing import Annotated

import typer

from glasshield.cli import exercising, options, output
from glasshield.cli.failure import UNUSABLE


def command(
    exercise: Annotated[
        str, typer.Argument(metavar="EXERCISE", help="A file, or the id of a shipped exercise.")
    ],
    lang: options.Lang = "en",
    catalog: options.CatalogFolder = None,
    json: options.Json = False,
) -> None:
    """Check an exercise file: names, flights that cannot fly, sectors with gaps and overlaps.

    Example: glasshield exercise check raid-two-sectors
    """
    language = options.language(lang)
    workspace = options.workspace(catalog)
    from glasshield.exercise.reading import read_exercise
    from glasshield.exercise.world import Stage
    from glasshield.messages import text

    found = read_exercise(exercise, workspace.catalog)
    stage = Stage.of(found, workspace.cache)
    odd = exercising.odd_sectors(found)
    counts = {
        "parties": len(found.parties),
        "sensors": len(found.script.sensor),
        "batteries": len(found.script.battery),
        "flights": sum(len(truth) for truth in stage.flights.values()),
        "injects": len(found.script.inject),
    }
    if json:
        output.print_json({"exercise": found.id, **counts, "sectors": exercising.odd_json(odd)})
    else:
        output.print_lines(text(language, "exercise.check.sound", exercise=found.id, **counts))
        if odd:
            output.print_lines(text(language, "exercise.check.odd"))
            output.print_lines(*exercising.odd_sentences(found, odd, language))
        elif found.script.sector:
            output.print_lines(text(language, "exercise.check.whole"))
    if odd:
        raise typer.Exit(UNUSABLE)
