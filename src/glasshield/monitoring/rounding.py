"""Numbers of an evaluation with as many digits as they are worth.

A fit is an iteration: processors differ in its last digits. What two parties sign has to come out
the same on both their machines, so a number is written to a hundredth of its own uncertainty, and
one without an uncertainty to seven digits.
"""

from __future__ import annotations

import math
from typing import Any, Final

import msgspec

from glasshield.monitoring.document import Evaluation, Value

_SIGMA_DIGITS: Final = 3  # of a standard deviation; the value stops at the same decimal place
_DIGITS: Final = 7
_PLACES: Final = 6
_COARSE_PLACES: Final = {"path": 4, "profile": 3}  # for drawing: 10 m on a map, 1 mm/s2
# Exponentials of what was fitted: a digit of the exponent is a factor of the number.
_EXPONENTIALS: Final = ("p_value", "likelihood_ratio")
_EXPONENTIAL_DIGITS: Final = 3


def rounded(evaluation: Evaluation) -> Evaluation:
    """The same evaluation with every fitted number rounded; the announced test stays as it is."""
    fields = {
        name: _rounded(getattr(evaluation, name), name, _COARSE_PLACES.get(name, _PLACES))
        for name in evaluation.__struct_fields__
        if name not in {"test", "claims_updated"}
    }
    return msgspec.structs.replace(evaluation, **fields)


def _rounded(part: Any, name: str, places: int) -> Any:
    """A part of a document, rounded; `name` is that of its field."""
    if isinstance(part, Value):
        return _by_sigma(part, places)
    if isinstance(part, msgspec.Struct):
        fields = {each: _rounded(getattr(part, each), each, places) for each in _fields(part)}
        return msgspec.structs.replace(part, **fields)
    if isinstance(part, tuple):
        return tuple(_rounded(each, name, places) for each in part)
    if isinstance(part, dict):
        return {key: _rounded(each, name, places) for key, each in part.items()}
    if isinstance(part, float):
        if name in _EXPONENTIALS:
            return _to_digits(part, _EXPONENTIAL_DIGITS)
        return _to_place(_to_digits(part, _DIGITS), places)
    return part


def _fields(part: msgspec.Struct) -> tuple[str, ...]:
    return part.__struct_fields__


def _by_sigma(value: Value, places: int) -> Value:
    """A value with its interval to a hundredth of its standard deviation."""
    if not 0.0 < value.sigma < math.inf:
        shown = {each: _to_place(getattr(value, each), places) for each in _fields(value)}
        return msgspec.structs.replace(value, **shown)
    sigma = _to_digits(value.sigma, _SIGMA_DIGITS)
    decimals = _SIGMA_DIGITS - 1 - math.floor(math.log10(sigma))
    ends = {each: _to_place(getattr(value, each), decimals) for each in ("value", "low", "high")}
    return msgspec.structs.replace(value, sigma=sigma, **ends)


def _to_digits(number: float, digits: int) -> float:
    """A number with so many significant digits; what is not finite stays as it is."""
    return float(f"{number:.{digits}g}") if math.isfinite(number) else number


def _to_place(number: float, places: int) -> float:
    """A number with so many decimals, as a plain one; no zero below zero."""
    return round(float(number), places) + 0.0
