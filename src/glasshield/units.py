"""Quantities as people write them, to and from SI.

Inside the program every number is SI and radians. Here `"787 km"`, `"30min"` and `"5.0km/s"`
become numbers, and nowhere else.
"""

from __future__ import annotations

import math
import re
import warnings
from dataclasses import dataclass
from typing import Final

from glasshield.errors import RangeError, UnitError


class AmbiguousUnitWarning(UserWarning):
    """A unit that sources are known to use for two different things."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: what it measures, and how many SI units it is."""

    symbol: str
    dimension: str
    si: float


_STATUTE_MILE_M: Final = 1609.344
_NAUTICAL_MILE_M: Final = 1852.0

_TABLE: Final = (
    Unit("m", "length", 1.0),
    Unit("km", "length", 1000.0),
    Unit("nmi", "length", _NAUTICAL_MILE_M),
    Unit("mi", "length", _STATUTE_MILE_M),
    Unit("ft", "length", 0.3048),
    Unit("m2", "area", 1.0),
    Unit("km2", "area", 1e6),
    Unit("s", "time", 1.0),
    Unit("min", "time", 60.0),
    Unit("h", "time", 3600.0),
    Unit("d", "time", 86400.0),
    Unit("m/s", "speed", 1.0),
    Unit("km/s", "speed", 1000.0),
    Unit("mi/h", "speed", _STATUTE_MILE_M / 3600.0),
    Unit("mi/s", "speed", _STATUTE_MILE_M),
    Unit("kg", "mass", 1.0),
    Unit("t", "mass", 1000.0),
    Unit("kg/m2", "areal density", 1.0),
    Unit("deg", "angle", math.pi / 180.0),
    Unit("rad", "angle", 1.0),
    Unit("deg/s", "angular rate", math.pi / 180.0),
    Unit("rad/s", "angular rate", 1.0),
    Unit("1/s", "rate", 1.0),
    Unit("W", "power", 1.0),
    Unit("kW", "power", 1e3),
    Unit("MW", "power", 1e6),
    Unit("Hz", "frequency", 1.0),
    Unit("MHz", "frequency", 1e6),
    Unit("GHz", "frequency", 1e9),
    Unit("K", "temperature", 1.0),
    Unit("1", "number", 1.0),
    Unit("%", "number", 0.01),
)
UNITS: Final = {unit.symbol: unit for unit in _TABLE}

_QUANTITY: Final = re.compile(
    r"\s*(?P<number>[+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[+-]?(?:nan|inf(?:inity)?))"
    r"\s*(?P<unit>[A-Za-z%][A-Za-z0-9/]*|1/s)?\s*",
    re.IGNORECASE,
)


def unit(symbol: str, *, where: str = "") -> Unit:
    """The unit with this symbol.

    Raises:
        UnitError: when there is no such unit.
    """
    try:
        return UNITS[symbol]
    except KeyError:
        raise UnitError(
            f"unknown unit {symbol!r}", where=where, expected=f"one of {', '.join(UNITS)}"
        ) from None


def parse(text: str, dimension: str, *, where: str = "") -> float:
    """The quantity in `text`, in SI units.

    A bare `mi` warns: sources often write miles where they mean nautical miles.

    Args:
        text: a number and its unit, such as `787km` or `30 min`.
        dimension: what it must measure: `length`, `time`, `speed`, `angle` and so on.
        where: the name of the option or field, for the message.

    Raises:
        UnitError: without a unit, or with a unit of another dimension.
        RangeError: not a number, or not finite.
    """
    wanted = ", ".join(symbol for symbol, u in UNITS.items() if u.dimension == dimension)
    match = _QUANTITY.fullmatch(text)
    if match is None:
        raise UnitError(
            f"{text!r} is not a quantity",
            where=where,
            expected=f"a number and a unit of {dimension} ({wanted})",
        )
    symbol = match["unit"]
    if symbol is None and dimension != "number":
        raise UnitError(
            f"{text!r} has no unit", where=where, expected=f"a unit of {dimension} ({wanted})"
        )
    found = unit(symbol or "1", where=where)
    if found.dimension != dimension:
        raise UnitError(
            f"{text!r} is a {found.dimension}",
            where=where,
            expected=f"a {dimension} ({wanted})",
        )
    number = float(match["number"].replace("_", ""))
    if not math.isfinite(number):
        raise RangeError("the number is not finite", where=where, got=text)
    if found.symbol == "mi":
        warnings.warn(
            f"{where + ': ' if where else ''}{text!r} is read as statute miles (1.609344 km); "
            "sources often mean nautical miles (nmi, 1.852 km)",
            AmbiguousUnitWarning,
            stacklevel=2,
        )
    return number * found.si
