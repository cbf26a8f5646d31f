"""`glasshield demo`: the 2007 plan and the 2011 plan's four phases, assessed and reported."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from glasshield.cli import options


def command(
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where it is written.")] = Path(
        "out/demo"
    ),
    lang: options.Lang = "en",
) -> None:
    """Assess the 2007 plan and the 2011 plan, and write the reports.

    Example: glasshield demo --out out/demo
    """
    raise NotImplementedError
