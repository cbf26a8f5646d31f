"""Numbers of an evaluation with as many digits as they are worth.

A fit is an iteration: processors differ in its last digits, by a hundred-thousandth of a standard
deviation. What two parties sign has to come out the same on both their machines, so a number is
written to a hundredth of its own uncertainty or coarser, and one without an uncertainty to a few
digits. What does not come from the fit keeps those of any other document.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import Any, Final

import msgspec

from glasshield.assurance.rounding import rounded as to_document
from glasshield.monitoring.document import Evaluation, Value

_SIGMA_DIGITS: Final = 3  # of a standard deviation; the value stops at the same decimal place
_DIGITS: Final = 4
_PLACES: Final = 6  # beyond them there is nothing but noise around zero
# Decimal places of numbers that are drawn: metres of a path, and an acceleration's band.
_DRAWN_PLACES: Final = {"path": 4, "profile": 1}
_MOMENT_PLACES: Final = 2  # of seconds after the lift-off, which is fitted
_BOUND_PLACES: Final = 4  # of the lower bound in km/s: a decimetre per second
# Exponentials of what was fitted: a digit of the exponent is a factor of the number.
_EXPONENTIALS: Final = ("p_value", "likelihood_ratio")
_FEW_DIGITS: Final = 3
_SHIFTS: Final = ("speed_shift_m_s", "surface_shift_m_s")
_Rule = Callable[[float], float]


def rounded(evaluation: Evaluation) -> Evaluation:
    """The same evaluation, rounded; the margins of its claims are those of a document already."""
    fields = {
        name: _rounded(getattr(evaluation, name), name, _rule_of_part(name))
        for name in evaluation.__struct_fields__
        if name != "claims_updated"
    }
    return msgspec.structs.replace(evaluation, **fields)


def _rule_of_part(name: str) -> _Rule | None:
    """How all plain numbers of a part are rounded; None where it hangs on the number."""
    if name == "test":
        return _as_stated
    if name in _DRAWN_PLACES:
        return partial(_to_place, places=_DRAWN_PLACES[name])
    return None


def _rule_of(name: str) -> _Rule:
    """How a plain number of this name is rounded."""
    if name == "at_least_km_s":
        return partial(_to_place, places=_BOUND_PLACES)
    if name.endswith("_km_s"):
        return _as_stated  # what is stated; what was measured is a `Value`
    if name in _EXPONENTIALS:
        return partial(_to_digits, digits=_FEW_DIGITS)
    if name in _SHIFTS:
        return partial(_to_both, digits=_FEW_DIGITS)
    if name.endswith("_s"):
        return partial(_to_place, places=_MOMENT_PLACES)
    return partial(_to_both, digits=_DIGITS)


def _rounded(part: Any, name: str, rule: _Rule | None) -> Any:
    """A part of a document, rounded; `name` is that of its field."""
    if isinstance(part, Value):
        return _by_sigma(part)
    if isinstance(part, msgspec.Struct):
        fields = {each: _rounded(getattr(part, each), each, rule) for each in _fields(part)}
        return msgspec.structs.replace(part, **fields)
    if isinstance(part, tuple):
        return tuple(_rounded(each, name, rule) for each in part)
    if isinstance(part, dict):
        return {key: _rounded(each, name, rule) for key, each in part.items()}
    if isinstance(part, float):
        return (rule or _rule_of(name))(part)
    return part


def _fields(part: msgspec.Struct) -> tuple[str, ...]:
    return part.__struct_fields__


def _by_sigma(value: Value) -> Value:
    """A value with its interval to a hundredth of its standard deviation."""
    if not 0.0 < value.sigma < math.inf:
        shown = {each: _as_stated(getattr(value, each)) for each in _fields(value)}
        return msgspec.structs.replace(value, **shown)
    sigma = _to_digits(value.sigma, _SIGMA_DIGITS)
    decimals = _SIGMA_DIGITS - 1 - math.floor(math.log10(sigma))
    ends = {each: _to_place(getattr(value, each), decimals) for each in ("value", "low", "high")}
    return msgspec.structs.replace(value, sigma=sigma, **ends)


def _as_stated(number: float) -> float:
    """A number that is the same on every machine but for the last of sixteen digits."""
    return to_document(number) if math.isfinite(number) else float(number)


def _to_both(number: float, digits: int) -> float:
    """A number with so many significant digits, and no more decimals than there is sense in."""
    return _to_place(_to_digits(number, digits), _PLACES)


def _to_digits(number: float, digits: int) -> float:
    """A number with so many significant digits; what is not finite stays as it is."""
    return float(f"{number:.{digits}g}") if math.isfinite(number) else float(number)


def _to_place(number: float, places: int) -> float:
    """A number with so many decimals, as a plain one; no zero below zero."""
    return round(float(number), places) + 0.0
