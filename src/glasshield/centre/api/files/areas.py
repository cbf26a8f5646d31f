"""The ellipse that holds the place of an event with 95 %, as maps want it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np

from glasshield.exchange.release.coarsen import Event
from glasshield.fusion.ellipse import Ellipses

_LEVEL: Final = 0.95
_HALF_TURN_DEG: Final = 180.0
_TURN_DEG: Final = 360.0

# Longitude and latitude in degrees.
Corner = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Area:
    """An ellipse on the ground.

    Attributes:
        semi_major_m: half of its length.
        semi_minor_m: half of its width.
        azimuth_deg: of its length, from north.
        ring: its corners against the clock, the first once more at the end; longitudes go on
            beyond half a turn where it crosses the antimeridian.
    """

    semi_major_m: float
    semi_minor_m: float
    azimuth_deg: float
    ring: tuple[Corner, ...]

    def rings(self) -> list[list[Corner]]:
        """The ring cut where it crosses the antimeridian (RFC 7946, 3.1.9)."""
        found = []
        for turn in (-1, 0, 1):
            shifted = [(lon - turn * _TURN_DEG, lat) for lon, lat in self.ring[:-1]]
            for sign in (1.0, -1.0):
                shifted = _cut(shifted, sign)
            if len(shifted) > 2:
                found.append([*shifted, shifted[0]])
        return found


def area_of(event: Event) -> Area | None:
    """The ellipse around the place of an event; None where it has none, or a pole lies in it."""
    covariance = np.array(event.covariance_m2)
    if not (np.isfinite(covariance).all() and math.isfinite(event.lat_rad)):
        return None
    ellipse = Ellipses(
        np.array([event.lat_rad]),
        np.array([event.lon_rad]),
        covariance[None],
        np.array([[event.radii[0], math.nan, event.radii[1]]]),
    )
    longer, shorter, azimuth = (float(each[0]) for each in ellipse.axes(_LEVEL))
    lat, lon = (each[0][::-1] for each in ellipse.outline(_LEVEL))
    lon = np.unwrap(lon)
    if abs(lon[-1] - lon[0]) > 1.0:  # once around a pole
        return None
    corners = np.round(np.degrees(np.stack((lon, lat), axis=-1)), 6)
    corners[-1] = corners[0]
    ring = tuple((float(x), float(y)) for x, y in corners)
    return Area(round(longer, 1), round(shorter, 1), round(math.degrees(azimuth), 3), ring)


def _cut(ring: list[Corner], sign: float) -> list[Corner]:
    """What of a convex ring lies on one side of a meridian at half a turn.

    Args:
        ring: open.
        sign: 1 for west of the one at +180 deg, -1 for east of the one at -180 deg.
    """
    kept: list[Corner] = []
    for before, after in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
        here, there = (_HALF_TURN_DEG - sign * lon for lon, _ in (before, after))
        if (here >= 0.0) != (there >= 0.0):
            lat = before[1] + (after[1] - before[1]) * here / (here - there)
            kept.append((sign * _HALF_TURN_DEG, round(lat, 6)))
        if there >= 0.0:
            kept.append(after)
    return kept
