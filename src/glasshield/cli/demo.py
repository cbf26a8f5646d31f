"""`glasshield demo`: the 2007 plan and the 2011 plan's four phases, assessed and reported."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from glasshield.cli import assessing, figures, options, output

ARCHITECTURES: Final = ("third-site-2007", "epaa")
OUT: Final = Path("out/demo")


def command(
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where it is written.")] = OUT,
    figure: figures.Figures = None,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """Assess the 2007 plan and the 2011 plan, and write the reports.

    Example: glasshield demo --out out/demo
    """
    language = options.language(lang)
    shown = figures.read(figure, out)
    from glasshield.workspace import check_writable

    check_writable(out)
    from glasshield.shield.assessment import Request

    request = Request(architectures=ARCHITECTURES, command=assessing.own_command())
    workspace = options.workspace(None)
    assessment = assessing.assessed(workspace, request)
    claims = assessing.argued(workspace, ARCHITECTURES)
    from glasshield.report.assurance.names import Names
    from glasshield.report.write import Added

    added = Added(claims, Names.of(workspace.catalog), shown)
    files = assessing.write(assessment, out, language, added)
    if json:
        output.print_json({"files": [str(path) for path in files]})
    else:
        assessing.print_summary(assessment, language)
    assessing.say_files(files)
