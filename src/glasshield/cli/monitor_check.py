"""`glasshield monitor check`: whether what flew was inside what was announced."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glasshield.cli import monitor, options, output

if TYPE_CHECKING:
    from glasshield.monitoring.checking import Check
    from glasshield.report.monitoring.wording import Words


def command(
    notice: Annotated[Path, typer.Argument(metavar="NOTICE", help="A notice in any format.")],
    track: Annotated[
        Path, typer.Argument(metavar="TRACK", help="Tracks or a path: OEM, or Parquet.")
    ],
    object: Annotated[
        str,
        typer.Option(metavar="ID", help="Which track of the file; with commas, pieces of one."),
    ] = "",
    lang: options.Lang = "en",
    catalog: options.CatalogFolder = None,
    json: options.Json = False,
) -> None:
    """Say whether what flew was inside a notice: window, launch area, azimuth, impact area.

    Example: glasshield monitor check notice.txt out/tracks/tracks.oem --object 1,2
    """
    language = options.language(lang)
    workspace = options.workspace(catalog)
    from glasshield.exchange.notices import read_flown, read_notice
    from glasshield.monitoring.checking import check

    announced = read_notice(notice, workspace.catalog.regimes)
    found = check(announced, read_flown(track, object), workspace)
    if json:
        output.print_json(found)
    else:
        _print(found, monitor.words_of(workspace, language))


def _print(found: Check, words: Words) -> None:
    """Prints whether all of it was inside, and each part with its reason."""
    kind = "simulated" if found.simulated else "measured"
    output.print_lines(words.text(f"monitoring.mark_full.{kind}"), "")
    output.print_lines(words.text(f"monitoring.check.inside.{found.inside}"), "")
    columns = ("item", "answer", "inside", "why")
    output.print_table(
        words.text("monitoring.check.title"),
        [words.text(f"monitoring.column.{name}") for name in columns],
        [
            (
                words.named("check.item", row.item),
                words.named("says", row.answer if row.announced else "not-announced"),
                "–" if row.probability is None else words.chance(row.probability),
                words.both(row.why),
            )
            for row in found.items
        ],
        right=(2,),
    )
