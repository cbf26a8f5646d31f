"""Numbers as each language writes them: decimal comma, thousands, units, intervals."""

from __future__ import annotations

import math
from typing import Final

NBSP: Final = "\u00a0"
NARROW_NBSP: Final = "\u202f"
MINUS: Final = "\u2212"
EN_DASH: Final = "\u2013"

_UNITS_RU: Final = {
    "m": "м",
    "km": "км",
    "km2": "км²",
    "m2": "м²",
    "km/s": "км/с",
    "m/s": "м/с",
    "m/s2": "м/с²",
    "s": "с",
    "min": "мин",
    "h": "ч",
    "d": "сут",
    "deg": "°",
    "deg/s": "°/с",
    "rad": "рад",
    "kg": "кг",
    "t": "т",
    "kg/m2": "кг/м²",
    "1/s": "1/с",
    "Hz": "Гц",
    "MHz": "МГц",
    "GHz": "ГГц",
    "W": "Вт",
    "kW": "кВт",
    "MW": "МВт",
    "nmi": "мор. миль",
    "mi": "миль",
    "ft": "футов",
    "mi/h": "миль/ч",
    "mi/s": "миль/с",
    "K": "К",
    "rad/s": "рад/с",
    "%": "%",
    "1": "",
}
_UNITS_EN: Final = {
    "m2": "m²",
    "km2": "km²",
    "m/s2": "m/s²",
    "kg/m2": "kg/m²",
    "deg": "°",
    "deg/s": "°/s",
    "1": "",
}
# Decimals that are wrong in the last binary digits are no reason to round down.
_FUZZ: Final = 1e-6
_CLOSE_UP: Final = frozenset({"°", "°/s", "°/с"})


class Localised:
    """A number that knows its language when it is formatted into a text."""

    __slots__ = ("_lang", "_value")

    def __init__(self, lang: str, value: int | float) -> None:
        self._lang = lang
        self._value = value

    def __format__(self, spec: str) -> str:
        return localise(self._lang, format(self._value, spec))

    def __str__(self) -> str:
        return format(self, "")


def localise(lang: str, formatted: str) -> str:
    """A number that Python formatted, as the language writes it."""
    plain = formatted.replace("-", MINUS).replace(",", NARROW_NBSP)
    return plain.replace(".", ",") if lang == "ru" else plain


def number(lang: str, value: float, decimals: int = 0) -> str:
    """The number with this many decimals; thousands are parted from 10,000 on."""
    rounded = round(value, decimals) + 0.0  # no "-0.0"
    group = "," if abs(rounded) >= 1e4 else ""
    return localise(lang, f"{rounded:{group}.{decimals}f}")


def significant(lang: str, value: float, digits: int = 6) -> str:
    """The number in at most this many significant digits, without trailing zeros."""
    shortest = f"{value:.{digits}g}"
    if "e" in shortest:
        mantissa, exponent = shortest.split("e")
        return localise(lang, f"{mantissa}") + "×10" + _superscript(int(exponent))
    decimals = len(shortest.partition(".")[2])
    return number(lang, float(shortest), decimals)


def unit(lang: str, symbol: str) -> str:
    """The unit's symbol in the language."""
    table = _UNITS_RU if lang == "ru" else _UNITS_EN
    return table.get(symbol, symbol)


def quantity(lang: str, value: float, symbol: str, decimals: int = 0) -> str:
    """The number and its unit, which never part at the end of a line."""
    return with_unit(lang, number(lang, value, decimals), symbol)


def rounded_down(value: float, decimals: int) -> float:
    """A lower bound cut towards minus infinity, but for what floats leave over."""
    return math.floor(10.0**decimals * value + _FUZZ) / 10.0**decimals


def with_unit(lang: str, written: str, symbol: str) -> str:
    """A number already written, and its unit."""
    shown = unit(lang, symbol)
    if not shown:
        return written
    return written + ("" if shown in _CLOSE_UP else NBSP) + shown


def interval(lang: str, low: float, high: float, symbol: str = "1", decimals: int = 0) -> str:
    """The interval with its unit once; one number when both ends read the same."""
    first, last = number(lang, low, decimals), number(lang, high, decimals)
    if first == last:
        return with_unit(lang, first, symbol)
    # Beside a minus sign a dash is misread.
    link = " … " if MINUS in first + last else EN_DASH
    return with_unit(lang, f"{first}{link}{last}", symbol)


def percent(lang: str, fraction: float) -> str:
    """The fraction in per cent; what is not quite 0 or 100 never reads as if it were."""
    return _percent_number(lang, fraction) + NBSP + "%"


def percent_interval(lang: str, low: float, high: float) -> str:
    """The interval of fractions in per cent."""
    first, last = _percent_number(lang, low), _percent_number(lang, high)
    both = first if first == last else f"{first}{EN_DASH}{last}"
    return both + NBSP + "%"


def duration(lang: str, time_s: float) -> str:
    """The time in minutes and seconds, such as `4 min 05 s`."""
    sign = MINUS if round(time_s) < 0 else ""
    minutes, seconds = divmod(round(abs(time_s)), 60)
    if minutes == 0:
        return sign + with_unit(lang, str(seconds), "s")
    return (
        sign + with_unit(lang, str(minutes), "min") + NBSP + with_unit(lang, f"{seconds:02d}", "s")
    )


def clock(time_s: float) -> str:
    """The time since launch as `m:ss`."""
    sign = MINUS if round(time_s) < 0 else ""
    minutes, seconds = divmod(round(abs(time_s)), 60)
    return f"{sign}{minutes}:{seconds:02d}"


def coordinates(lang: str, lat_deg: float, lon_deg: float) -> str:
    """The place as degrees with two decimals and hemispheres."""
    north, south, east, west = (
        ("с.\u00a0ш.", "ю.\u00a0ш.", "в.\u00a0д.", "з.\u00a0д.")
        if lang == "ru"
        else ("N", "S", "E", "W")
    )
    lat = number(lang, abs(lat_deg), 2) + "°" + NBSP + (north if lat_deg >= 0 else south)
    lon = number(lang, abs(lon_deg), 2) + "°" + NBSP + (east if lon_deg >= 0 else west)
    return f"{lat}, {lon}"


def _percent_number(lang: str, fraction: float) -> str:
    value = 100.0 * fraction
    if 0.0 < value < 0.5:
        return "<" + NARROW_NBSP + "1"
    if 99.5 <= value < 100.0:
        return ">" + NARROW_NBSP + "99"
    return number(lang, value)


def _superscript(n: int) -> str:
    return str(n).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
