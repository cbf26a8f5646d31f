"""Stations for the tests of what comes into a larger centre."""

from __future__ import annotations

import math
from typing import Final

from glasshield.sensing.station import Accuracy, Station

ACCURACY: Final = Accuracy(30.0, 1e-3, 1e-3, 1.0)
PLACES_DEG: Final = {"west": (54.0, 10.0), "east": (54.0, 20.0), "north": (59.0, 15.0)}


def station(name: str, party: str = "") -> Station:
    """A radar."""
    lat_deg, lon_deg = PLACES_DEG[name]
    return Station(name, math.radians(lat_deg), math.radians(lon_deg), 100.0, party, ACCURACY)
