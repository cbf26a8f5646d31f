"""Stations as plain values that a file can hold, and back."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Final

import msgspec
import numpy as np

from glasshield.errors import InputError
from glasshield.sensing.station import Station

_PLACE: Final = ("id", "party", "lat_rad", "lon_rad", "height_m")


def station_to_si(station: Station) -> dict[str, Any]:
    """A station in SI units and radians; an infinite deviation is left out."""
    values: dict[str, Any] = msgspec.to_builtins(station, enc_hook=_plain)
    accuracy = values["accuracy"]
    values["accuracy"] = {name: each for name, each in accuracy.items() if math.isfinite(each)}
    return values


def place_to_si(station: Station) -> dict[str, Any]:
    """What is said of a station of which nothing but its place is told: no figure for the rest.

    Read back, the rest has the usual values of a station that somebody described in part.
    """
    return {name: value for name, value in station_to_si(station).items() if name in _PLACE}


def _plain(value: object) -> object:
    """A number of NumPy as one of Python."""
    if isinstance(value, np.generic):
        return value.item()
    raise TypeError(f"a {type(value).__name__} cannot stand in a description")


def station_from_si(values: Mapping[str, Any]) -> Station:
    """The station that `station_to_si` took apart.

    Raises:
        InputError: a value is missing or cannot be.
    """
    try:
        return msgspec.convert(dict(values), Station)
    except msgspec.ValidationError as error:
        raise InputError(f"the description of a station is wrong: {error}") from None
