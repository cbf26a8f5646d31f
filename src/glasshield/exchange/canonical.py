"""JSON in the one form in which a signature covers it: RFC 8785, the JSON Canonicalization Scheme.

Source: A. Rundgren, B. Jordan, S. Erdtman, JSON Canonicalization Scheme, RFC 8785 (2020).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from glasshield.errors import InputError
from glasshield.exchange import jcs

# Beyond these a double no longer holds every whole number, and RFC 8785 writes it as a double.
_WHOLE_MAX: Final = 2**53 - 1


@dataclass(frozen=True, slots=True)
class Difference:
    """One place in which two JSON values differ.

    Attributes:
        path: the keys that lead there, such as `verdicts[0].margin.value`.
        first: what stands there in the first value, as a tuple of one; empty where nothing does.
        second: what stands there in the second.
    """

    path: str
    first: tuple[Any, ...]
    second: tuple[Any, ...]

    def to_json(self, first: str, second: str) -> dict[str, Any]:
        """The difference as JSON: its path, and what stands there under two names.

        Args:
            first: what the first value is called, such as `signed`.
            second: what the second is called, such as `here`.
        """
        sides = ((first, self.first), (second, self.second))
        return {"path": self.path} | {name: value[0] for name, value in sides if value}


def canonical(value: Any) -> bytes:
    """The canonical bytes of a JSON value: no blanks, sorted keys, shortest numbers.

    Args:
        value: of dictionaries, lists, texts, finite numbers, truth values and None.

    Raises:
        InputError: a value that canonical JSON has no form for.
    """
    try:
        return jcs.dumps(value)
    except (ValueError, RecursionError) as error:
        what = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise InputError("this has no canonical JSON form", got=what) from None


def parsed(data: bytes, where: str) -> Any:
    """The JSON value that canonical bytes hold.

    Args:
        data: as `canonical` writes it, to the last byte.
        where: the file, for messages.

    Raises:
        InputError: no JSON, or not in canonical form: a key twice, a blank, another digit.
    """
    try:
        value = _doubles(msgspec.json.decode(data))
        same = jcs.dumps(value) == data
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        what = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise InputError(f"not canonical JSON ({what})", where=where) from None
    if not same:
        raise InputError(
            "not canonical JSON (RFC 8785)", where=where, do="take the file as it was signed"
        )
    return value


def sha256(value: Any) -> str:
    """The SHA-256 of a value's canonical bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical(value)).hexdigest()


def plain(value: Any) -> Any:
    """A record as the JSON value that is read back when it was written; infinities become null."""
    return msgspec.json.decode(msgspec.json.encode(value))


def differences(first: Any, second: Any, path: str = "") -> Iterator[Difference]:
    """Every place in which two JSON values differ, to the last digit, in their own order."""
    if isinstance(first, dict) and isinstance(second, dict):
        for key in dict.fromkeys((*first, *second)):
            yield from _at(first, second, key, f"{path}.{key}" if path else key)
    elif isinstance(first, list) and isinstance(second, list):
        both = dict(enumerate(first)), dict(enumerate(second))
        for index in range(max(len(first), len(second))):
            yield from _at(*both, index, f"{path}[{index}]")
    elif canonical(first) != canonical(second):
        yield Difference(path, (first,), (second,))


def _at(first: dict[Any, Any], second: dict[Any, Any], key: Any, path: str) -> Iterator[Difference]:
    """The differences below a key that at least one of two tables has."""
    if key in first and key in second:
        yield from differences(first[key], second[key], path)
    else:
        yield Difference(
            path,
            (first[key],) if key in first else (),
            (second[key],) if key in second else (),
        )


def _doubles(value: Any) -> Any:
    """A value whose whole numbers beyond 2**53 are doubles, as canonical JSON means them."""
    if isinstance(value, dict):
        return {key: _doubles(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_doubles(item) for item in value]
    if isinstance(value, int) and abs(value) > _WHOLE_MAX:
        return float(value)
    return value
