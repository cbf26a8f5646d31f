"""`glasshield assure`: whether a claim holds, for whom, and what it would take to believe it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from glasshield.cli import assuring, figures, options, output


def command(
    claim: Annotated[
        str, typer.Argument(help="A claim of the catalogue, or a TOML file with one of your own.")
    ],
    assumptions: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SET...",
            help="Sets of assumptions, or TOML files with them; the claim's own otherwise.",
        ),
    ] = None,
    set: Annotated[
        list[str] | None,
        typer.Option(metavar="KEY=VALUE", help="Another value for a fact, for all who state none."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write report and data there.")
    ] = None,
    figure: figures.Figures = None,
    lang: options.Lang = "en",
    catalog: options.CatalogFolder = None,
    json: options.Json = False,
) -> None:
    """Judge a claim under each side's assumptions: margins, and on what the disagreement hangs.

    Example: glasshield assure romania-cannot-reach-russian-icbm --assumptions us-2011 russia-2011
    """
    language = options.language(lang)
    shown = figures.read(figure, out)
    request = assuring.Request(
        claim=claim,
        assumptions=tuple(assumptions or ()),
        settings=tuple(options.settings(set or [])),
        catalog=catalog,
    )
    asked = assuring.asked(request)
    if out is not None:
        from glasshield.workspace import check_writable

        check_writable(out)
    document = assuring.judged(asked)
    assuring.say_overruled(asked, document, language)
    report = assuring.Report(out, language, shown) if out is not None else None
    files = assuring.write(asked, document, report) if report is not None else ()
    if json:
        output.print_json(document)
    else:
        assuring.print_summary(asked, document, language)
    for path in files:
        output.say(f"  {path}")
