"""`glasshield flight infer`: what a reported flight proves."""

from __future__ import annotations

from typing import Annotated

import typer

from glasshield.cli import options


def command(
    apogee: Annotated[str, typer.Option(help="Greatest height, such as 2111.5km.")],
    range: Annotated[str, typer.Option(help="Distance over the ground, such as 787km.")],
    time: Annotated[str | None, typer.Option(help="Flight time as reported: 30min.")] = None,
    lat: Annotated[str | None, typer.Option(help="Latitude of the launch, degrees north.")] = None,
    azimuth: Annotated[
        str | None, typer.Option(help="Direction of the launch, degrees clockwise from north.")
    ] = None,
    json: options.Json = False,
) -> None:
    """Say what a reported apogee, range and time prove, and which range the missile has.

    Example: glasshield flight infer --apogee 2111.5km --range 787km --time 30min
    """
    raise NotImplementedError
