"""`glasshield flight plan`: the flight of a missile from one place to another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from glasshield.cli import options, output
from glasshield.errors import InputError, UnknownNameError

if TYPE_CHECKING:
    from glasshield.flight.families import Shape

_SHAPES: Final = ("minimum-energy", "lofted", "depressed")
_LINES: Final = (
    ("range_km", "range over the ground", "km", 1),
    ("launch_azimuth_deg", "launch azimuth", "deg", 2),
    ("apogee_km", "apogee", "km", 1),
    ("flight_time_s", "flight time", "s", 1),
    ("burnout_time_s", "burnout", "s", 1),
    ("burnout_speed_km_s", "burnout speed", "km/s", 3),
    ("burnout_height_km", "burnout height", "km", 1),
    ("reentry_speed_km_s", "re-entry speed (100 km)", "km/s", 3),
    ("reentry_angle_deg", "re-entry angle (100 km)", "deg", 2),
    ("impact_error_m", "impact error", "m", 1),
)


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
    language = options.language(lang)
    asked = _asked(shape, apogee, time)
    facts = options.workspace(catalog).catalog
    record = facts.missiles[missile]
    ends = options.place_of(facts, start, "--from"), options.place_of(facts, target, "--to")
    from glasshield.flight.plan import plan

    answer = plan(record, *ends, asked).to_json()
    if plot is not None:
        from glasshield.report.profile_plot import plot as draw

        draw(answer, plot, lang=language)
        output.say(f"The drawing is in {plot}.")
    if json:
        output.print_json(answer)
    else:
        _print(answer, record.name)


def _asked(shape: str | None, apogee: str | None, time: str | None) -> Shape:
    """The shape of the flight that the options ask for.

    Raises:
        InputError: more than one of them.
        UnknownNameError: no such shape.
    """
    apogee_m = options.above_zero(apogee, "length", "--apogee")
    time_s = options.above_zero(time, "time", "--time")
    if sum(option is not None for option in (shape, apogee, time)) > 1:
        raise InputError("a flight has one shape", do="give one of --shape, --apogee and --time")
    if shape is not None and shape not in _SHAPES:
        raise UnknownNameError.among("shape of a flight", shape, _SHAPES)
    from glasshield.flight.families import Kind, Shape

    if apogee_m is not None:
        return Shape.apogee(apogee_m)
    if time_s is not None:
        return Shape.time(time_s)
    return Shape(Kind(shape or _SHAPES[0]))


def _print(answer: dict[str, Any], name: str) -> None:
    output.print_table(
        f"{name}, {answer['shape']}",
        ("what", "value", "unit"),
        [
            (words, "none" if answer[key] is None else f"{answer[key]:,.{digits}f}", unit)
            for key, words, unit, digits in _LINES
        ],
        right=(1,),
    )
