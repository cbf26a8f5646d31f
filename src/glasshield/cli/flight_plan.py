"""`glasshield flight plan`: the flight of a missile from one place to another."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from glasshield.cli import options


def command(
    missile: Annotated[str, typer.Option(help="A missile of the catalogue, such as icbm-solid.")],
    start: Annotated[str, typer.Option("--from", help="Where it starts: LAT,LON or an id.")],
    target: Annotated[str, typer.Option("--to", help="Where it falls: LAT,LON or an id.")],
    shape: Annotated[
        str | None, typer.Option(help="minimum-energy (default), lofted or depressed.")
    ] = None,
    apogee: Annotated[str | None, typer.Option(help="Or: with this apogee, 1200km.")] = None,
    time: Annotated[str | None, typer.Option(help="Or: with this flight time, 33min.")] = None,
    plot: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Draw the flight: .png, .svg or .pdf.")
    ] = None,
    lang: options.Lang = "en",
    catalog: options.CatalogFolder = None,
    json: options.Json = False,
) -> None:
    """Solve a flight on the rotating ellipsoid to 100 m, or say why there is none.

    Example: glasshield flight plan --missile icbm-solid --from 57.9,33.7 --to 38.9,-77.0
    """
    raise NotImplementedError
