"""Settings of the tracker from what people write: `gate=16`, `motion.coast_noise_m2_s3=1e-5`."""

from __future__ import annotations

import math
from dataclasses import fields, replace
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final

from glasshield.errors import RangeError, UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glasshield.fusion.options import Options

_OPTION: Final = "--set"
_OF_MOTION: Final = "motion."
_HAVE_OPTIONS: Final = ("models", "filter", "association", "lag_s", "motion")
# A report needs the whole history.
_NOT_FOR_FILES: Final = ("history_s", "history_every_s")


def overridden(options: Options, pairs: Sequence[tuple[str, str]]) -> Options:
    """The options with other values.

    Args:
        options: to begin with.
        pairs: a setting's name, which says its unit, and its value.

    Raises:
        UnknownNameError: a setting that there is not.
        RangeError: a value that cannot be read, or that the tracker cannot work with.
    """
    motion, own = {}, {}
    for key, text in pairs:
        if key not in names(options):
            raise UnknownNameError.among("setting of the tracker", key, names(options))
        name = key.removeprefix(_OF_MOTION)
        if key.startswith(_OF_MOTION):
            motion[name] = _value(getattr(options.motion, name), key, text)
        else:
            own[name] = _value(getattr(options, name), key, text)
    return replace(options, **own, motion=replace(options.motion, **motion))


def names(options: Options) -> list[str]:
    """The names of all settings that a file may be tracked with and that have no own option."""
    elsewhere = {*_HAVE_OPTIONS, *_NOT_FOR_FILES}
    own = [each.name for each in fields(options) if each.name not in elsewhere]
    return own + [f"{_OF_MOTION}{each.name}" for each in fields(options.motion)]


def _value(like: Any, key: str, text: str) -> Any:
    """A value of the kind that a setting has."""
    if isinstance(like, IntEnum):
        known = {choice.name.lower(): choice for choice in type(like)}
        if text not in known:
            raise UnknownNameError.among(f"value of {key}", text, known)
        return known[text]
    parts = text.split(",") if isinstance(like, tuple) else [text]
    numbers = [_number(key, part) for part in parts]
    if isinstance(like, tuple) and len(numbers) != len(like):
        raise RangeError(f"{key} has {len(like)} values", where=_OPTION, got=text)
    if isinstance(like, int) and not numbers[0].is_integer():
        raise RangeError(f"{key} is a whole number", where=_OPTION, got=text)
    if isinstance(like, tuple):
        return tuple(numbers)
    return int(numbers[0]) if isinstance(like, int) else numbers[0]


def _number(key: str, text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        raise RangeError(f"{key} is a number in the unit that its name says", where=_OPTION,
                         got=text) from None  # fmt: skip
    if not (math.isfinite(number) and number >= 0.0):
        raise RangeError(f"{key} is finite and not below zero", where=_OPTION, got=text)
    return number
