"""Numbers and places of notices as text, and back to the last bit.

A number is written in the fewest digits that are read back to the same double, whether in degrees
or in degrees and minutes.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

import numpy as np

from glasshield.errors import InputError

_NUMBER: Final = r"\d+(?:\.\d+)?"
_DEGREES: Final = re.compile(rf"({_NUMBER}) ([NS]) ({_NUMBER}) ([EW])")
_MINUTES: Final = re.compile(
    rf"(\d{{2}})-(\d{{2}}(?:\.\d+)?|\d{{2}}-{_NUMBER})([NS]) "
    rf"(\d{{3}})-(\d{{2}}(?:\.\d+)?|\d{{2}}-{_NUMBER})([EW])"
)
_HEMISPHERES: Final = ("NS", "EW")


def plain(value: float) -> str:
    """A finite number without an exponent."""
    return str(np.format_float_positional(value, trim="-"))


def number(text: str) -> float:
    """The number that a text is.

    Raises:
        InputError: none, or one without end.
    """
    if re.fullmatch(rf"-?{_NUMBER}", text) is None or not np.isfinite(float(text)):
        raise InputError(f"{text!r} is no number")
    return float(text)


def in_degrees(place_deg: tuple[float, float]) -> str:
    """A place as `34.74 N 120.57 W`."""
    return " ".join(
        f"{plain(abs(angle))} {_hemisphere(angle, pair)}"
        for angle, pair in zip(place_deg, _HEMISPHERES, strict=True)
    )


def from_degrees(text: str) -> tuple[float, float]:
    """The latitude and longitude (deg) of a place as `34.74 N 120.57 W`.

    Raises:
        InputError: no such place.
    """
    match = _DEGREES.fullmatch(text)
    if match is None:
        raise InputError(f"{text!r} is no place", expected="a place such as 34.74 N 120.57 W")
    lat, north, lon, east = match.groups()
    return _signed(float(lat), north), _signed(float(lon), east)


def in_minutes(place_deg: tuple[float, float]) -> str:
    """A place as ships get it, such as `34-44.4N 120-34.2W`."""
    return " ".join(
        f"{_degrees_and_minutes(abs(angle), digits)}{_hemisphere(angle, pair)}"
        for angle, digits, pair in zip(place_deg, (2, 3), _HEMISPHERES, strict=True)
    )


def from_minutes(text: str) -> tuple[float, float]:
    """The latitude and longitude (deg) of a place as `34-44.4N 120-34.2W`, or with seconds.

    Raises:
        InputError: no such place.
    """
    match = _MINUTES.fullmatch(text)
    if match is None:
        raise InputError(f"{text!r} is no place", expected="a place such as 34-44.4N 120-34.2W")
    lat, lat_minutes, north, lon, lon_minutes, east = match.groups()
    return (
        _signed(_from_minutes(lat, lat_minutes, text), north),
        _signed(_from_minutes(lon, lon_minutes, text), east),
    )


def _hemisphere(angle_deg: float, pair: str) -> str:
    return pair[bool(np.signbit(angle_deg))]


def _signed(angle_deg: float, hemisphere: str) -> float:
    return -angle_deg if hemisphere in "SW" else angle_deg


def _degrees_and_minutes(angle_deg: float, digits: int) -> str:
    """An angle not below zero in the fewest decimals of a minute that are read back the same."""
    exact, unit = Fraction(angle_deg) * 60, 1
    while float(Fraction(round(exact * unit), 60 * unit)) != angle_deg:
        unit *= 10
    degrees, rest = divmod(round(exact * unit), 60 * unit)
    minutes, decimals = divmod(rest, unit)
    text = f"{degrees:0{digits}d}-{minutes:02d}"
    return text if unit == 1 else f"{text}.{decimals:0{len(str(unit)) - 1}d}"


def _from_minutes(degrees: str, minutes: str, text: str) -> float:
    """Degrees and minutes, perhaps with seconds, rounded once.

    Raises:
        InputError: sixty minutes or more.
    """
    whole, _, seconds = minutes.partition("-")
    exact = Fraction(whole) + Fraction(seconds or 0) / 60
    if exact >= 60 or Fraction(seconds or 0) >= 60:
        raise InputError(f"{text!r} has sixty minutes or more")
    return float(Fraction(degrees) + exact / 60)
