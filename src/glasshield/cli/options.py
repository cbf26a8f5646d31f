"""Options that several commands share, and how what people write becomes numbers."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from glasshield import units
from glasshield.errors import InputError, RangeError

if TYPE_CHECKING:
    from glasshield.catalog import Catalog
    from glasshield.messages import Language
    from glasshield.workspace import Workspace

Json = Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")]
Lang = Annotated[str, typer.Option("--lang", metavar="en|ru", help="Language of what is written.")]
CatalogFolder = Annotated[
    Path | None,
    typer.Option("--catalog", metavar="DIR", help="Your own facts, laid over the packaged ones."),
]
SetFacts = Annotated[
    list[str] | None,
    typer.Option(
        "--set", metavar="KEY=VALUE", help="Another value for a fact; may be given again."
    ),
]
Sensors = Annotated[
    Path | None,
    typer.Option(metavar="TOML", help="The stations; sensors.toml beside the data otherwise."),
]
Day = Annotated[
    str | None, typer.Option(help="Day on which an ASTERIX recording begins: 2030-01-01.")
]
Simulated = Annotated[
    bool, typer.Option("--simulated", help="Mark data that do not say so as simulated.")
]

_PLACE: Final = re.compile(
    r"\s*(?P<lat>[+-]?[\d.]+(?:e[+-]?\d+)?|[+-]?nan|[+-]?inf)\s*°?\s*(?P<ns>[NS]?)\s*,"
    r"\s*(?P<lon>[+-]?[\d.]+(?:e[+-]?\d+)?|[+-]?nan|[+-]?inf)\s*°?\s*(?P<ew>[EW]?)\s*",
    re.IGNORECASE,
)


def quantity(text: str | None, dimension: str, option: str) -> float | None:
    """The quantity that an option was given, in SI units; nothing where it was not given.

    Raises:
        UnitError: without a unit, or with a unit of another dimension.
        RangeError: not finite.
    """
    return None if text is None else units.parse(text, dimension, where=option)


def written(text: str, dimension: str, option: str) -> tuple[float, float, float]:
    """The quantity that an option was given, with the interval that its written digits leave.

    `787km` means anything from 786.5 to 787.5 km, and `30min` anything from 29.5 to 30.5 min.

    Returns:
        The value, its least and its greatest reading, in SI units.

    Raises:
        UnitError: without a unit, or with a unit of another dimension.
        RangeError: not finite.
    """
    value = units.parse(text, dimension, where=option)
    number = re.match(r"\s*[+-]?[\d._]+(?:[eE][+-]?\d+)?", text)
    assert number is not None, "a parsed quantity begins with a number"
    last_digit = Decimal(number[0].strip()).as_tuple().exponent
    assert isinstance(last_digit, int), "a parsed quantity is finite"
    half = 0.5 * 10.0**last_digit * units.unit(text[number.end() :].strip()).si
    return value, value - half, value + half


def above_zero(text: str | None, dimension: str, option: str) -> float | None:
    """The quantity that an option was given, in SI units, which has to be above zero.

    Raises:
        UnitError: without a unit, or with a unit of another dimension.
        RangeError: not finite, or not above zero.
    """
    value = quantity(text, dimension, option)
    if value is not None and value <= 0.0:
        raise RangeError(f"this {dimension} has to be above zero", where=option, got=text)
    return value


def angle(text: str | None, option: str) -> float | None:
    """The angle that an option was given, in radians; a bare number is in degrees.

    Raises:
        UnitError: something else than an angle.
        RangeError: not finite.
    """
    if text is None:
        return None
    return units.parse(f"{text}deg" if _is_number(text) else text, "angle", where=option)


def latitude(text: str | None, option: str) -> float | None:
    """The geodetic latitude that an option was given, in radians; a bare number is in degrees.

    Raises:
        UnitError: something else than an angle.
        RangeError: beyond a pole.
    """
    lat_rad = angle(text, option)
    if lat_rad is not None and abs(lat_rad) > math.pi / 2.0:
        raise RangeError("no latitude is beyond 90 deg", where=option, got=text)
    return lat_rad


def place(text: str, option: str) -> tuple[float, float]:
    """The geodetic latitude and the longitude in a text such as `40.1,-75` or `40.1N,75W`.

    Returns:
        Latitude and longitude, in radians.

    Raises:
        InputError: not two numbers.
        RangeError: off the Earth.
    """
    match = _PLACE.fullmatch(text)
    if match is None or not (_is_number(match["lat"]) and _is_number(match["lon"])):
        raise InputError(
            "this is no place", where=option, got=text, expected="LAT,LON in degrees, or an id"
        )
    lat_deg, lon_deg = float(match["lat"]), float(match["lon"])
    if not (math.isfinite(lat_deg) and math.isfinite(lon_deg)):
        raise RangeError("the number is not finite", where=option, got=text)
    if abs(lat_deg) > 90.0:
        raise RangeError("no latitude is beyond 90 deg", where=option, got=match["lat"])
    if abs(lon_deg) > 360.0:
        raise RangeError("no longitude is beyond 360 deg", where=option, got=match["lon"])
    lat_deg = -lat_deg if match["ns"].upper() == "S" else lat_deg
    lon_deg = -lon_deg if match["ew"].upper() == "W" else lon_deg
    return math.radians(lat_deg), math.radians(math.remainder(lon_deg, 360.0))


def place_of(facts: Catalog, text: str, option: str) -> tuple[float, float]:
    """The geodetic latitude and the longitude of a place given as `LAT,LON` or by its id.

    Returns:
        Latitude and longitude, in radians.

    Raises:
        InputError: neither, or a record that has no place.
        RangeError: off the Earth.
    """
    if any(sign.isdigit() for sign in text) and "," in text:
        return place(text, option)
    from glasshield.catalog import Position, model

    match facts.find(text)[1]:
        case model.LaunchArea(position=found) | model.Site(position=found):
            return found.lat_rad, found.lon_rad
        case model.Region(point=Position() as found):
            return found.lat_rad, found.lon_rad
    raise InputError(f"{text} is no single place", where=option, do="give LAT,LON in degrees")


def settings(texts: list[str]) -> list[tuple[str, str]]:
    """The facts to replace and their new values, from texts such as `interceptor.x.y=5.0km/s`.

    Raises:
        InputError: without an equals sign, or with nothing on a side of it.
    """
    pairs = [text.partition("=") for text in texts]
    for text, (key, _, value) in zip(texts, pairs, strict=True):
        if not key.strip() or not value.strip():
            raise InputError(
                "this sets nothing", where="--set", got=text, expected="KEY=VALUE with a unit"
            )
    return [(key.strip(), value.strip()) for key, _, value in pairs]


def language(code: str) -> Language:
    """The language with this code.

    Raises:
        UnknownNameError: when there are no texts in it.
    """
    from glasshield.messages.catalogue import language as known

    return known(code)


def workspace(folder: Path | None) -> Workspace:
    """The user's workspace, with a folder of facts laid over it where one is named."""
    from glasshield.workspace import Workspace

    return Workspace.default(*([folder] if folder else []))


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
