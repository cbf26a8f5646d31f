"""A JSON value as the bytes of the JSON Canonicalization Scheme, fast enough for every event.

Source: A. Rundgren, B. Jordan, S. Erdtman, JSON Canonicalization Scheme, RFC 8785 (2020), 3.2;
ECMA-262, 6.1.6.1.20 (numbers as texts).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from json.encoder import encode_basestring
from operator import itemgetter
from typing import Any, Final

# Beyond these a double no longer holds every whole number.
_WHOLE_MAX: Final = 2**53 - 1
# Powers of ten between which numbers are written without an exponent.
_LEAST_POWER: Final = -6
_MOST_POWER: Final = 20
_NAME: Final = itemgetter(0)


def dumps(value: Any) -> bytes:
    """The canonical bytes of a JSON value.

    Args:
        value: of dictionaries, lists, tuples, texts, numbers, truth values and None.

    Raises:
        ValueError: it has no such form.
        RecursionError: it is nested too deeply.
    """
    return _written(value).encode("utf-8")


def _written(value: Any) -> str:
    write = _WRITERS.get(type(value))
    if write is not None:
        return write(value)
    for kind, others in _WRITERS.items():  # a kind of text or number of its own
        if isinstance(value, kind):
            return others(value)
    raise ValueError(f"a {type(value).__name__} is no JSON value")


def _list(value: Sequence[Any]) -> str:
    return f"[{','.join([_written(each) for each in value])}]"


def _table(value: Mapping[Any, Any]) -> str:
    written = [f"{encode_basestring(name)}:{_written(each)}" for name, each in _sorted(value)]
    return f"{{{','.join(written)}}}"


def _sorted(value: Mapping[Any, Any]) -> list[tuple[str, Any]]:
    """The members of a table in the order of the UTF-16 code units of their names."""
    try:
        is_plain = all(map(str.isascii, value))
    except TypeError:
        raise ValueError("a name in a table is no text") from None
    return sorted(value.items(), key=_NAME if is_plain else _units)


def _units(item: tuple[str, Any]) -> bytes:
    return item[0].encode("utf-16-be")


def _whole(value: int) -> str:
    if abs(value) > _WHOLE_MAX:
        raise ValueError(f"{value} is beyond the whole numbers that a double holds")
    return int.__repr__(value)


def _double(value: float) -> str:
    """The shortest digits that give a double back, with an exponent where it is large or small."""
    if not math.isfinite(value):
        raise ValueError(f"{value} is no JSON number")
    digits, _, exponent = float.__repr__(value).partition("e")
    if not exponent:
        return digits.removesuffix(".0") if value else "0"
    power = int(exponent)
    if not _LEAST_POWER <= power <= _MOST_POWER:
        return f"{digits}e{power:+d}"
    sign = "-" if value < 0.0 else ""
    first, _, rest = digits.removeprefix("-").partition(".")
    plain = first + rest
    if power < 0:
        return f"{sign}0.{'0' * (-power - 1)}{plain}"
    return f"{sign}{plain}{'0' * (power - len(rest))}"


def _truth(value: object) -> str:
    return "true" if value else "false"


def _nothing(_value: None) -> str:
    return "null"


_WRITERS: Final[dict[type, Callable[[Any], str]]] = {
    str: encode_basestring,
    float: _double,
    bool: _truth,
    int: _whole,
    type(None): _nothing,
    dict: _table,
    list: _list,
    tuple: _list,
}
