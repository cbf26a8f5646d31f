"""`glasshield assess`: what an architecture sees, what it defends and whom it reaches."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from glasshield.cli import assessing, figures, options, output


def command(
    architecture: Annotated[str, typer.Argument(help="third-site-2007, epaa, or your own.")],
    phase: Annotated[
        list[str] | None, typer.Option(help="Only this phase; may be given again.")
    ] = None,
    threat: Annotated[
        list[str] | None, typer.Option(help="Only this missile; may be given again.")
    ] = None,
    set: Annotated[
        list[str] | None,
        typer.Option(metavar="KEY=VALUE", help="Another value for a fact; may be given again."),
    ] = None,
    people: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Your own population figures: .asc grid or .csv."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write report, data and scenes there.")
    ] = None,
    figure: figures.Figures = None,
    lang: options.Lang = "en",
    catalog: options.CatalogFolder = None,
    json: options.Json = False,
) -> None:
    """Assess a shield: what it sees, what it defends, whom it reaches, with intervals and sources.

    Example: glasshield assess epaa --phase 3 --set interceptor.sm3-2a.burnout_speed=5.0km/s
    """
    language = options.language(lang)
    shown = figures.read(figure, out)
    workspace = options.workspace(catalog).overridden(options.settings(set or []))
    if out is not None:
        from glasshield.workspace import check_writable

        check_writable(out)
    from glasshield.geodata.raster import read_raster
    from glasshield.report.write import Added
    from glasshield.shield.assessment import Request

    request = Request(
        architectures=(architecture,),
        phases=tuple(phase or ()),
        threats=tuple(threat or ()),
        command=assessing.own_command(),
        people=read_raster(people) if people else None,
    )
    assessment = assessing.assessed(workspace, request)
    files = assessing.write(assessment, out, language, Added(figures=shown)) if out else ()
    if json:
        output.print_json(assessment)
    else:
        assessing.print_summary(assessment, language)
    assessing.say_files(files)
