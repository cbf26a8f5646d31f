"""The outline of an interceptor's reach: how high it comes, over bearing and ground range.

It is what the flyout table reaches at all, whatever the time: no rule on heights or ground range is
applied, and no target is near.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.shield.flyout import FlyoutTable

BEARINGS: Final = 12
GROUND_STEPS: Final = 24
# The columns of a table lean with the drift of a vertical flight, so the ceiling above a point of
# the ground is closed in on; it moves by metres after a few rounds.
_ROUNDS: Final = 12


@dataclass(frozen=True, slots=True)
class Outline:
    """How high an interceptor comes around its site.

    Attributes:
        bearing_rad: clockwise from north, even steps.
        ground_m: distances over the ground, even steps from the site to the farthest.
        top_m: greatest height at each bearing and distance; NaN beyond the reach.
    """

    bearing_rad: Float[np.ndarray, "b"]
    ground_m: Float[np.ndarray, "g"]
    top_m: Float[np.ndarray, "b g"]


def outline(table: FlyoutTable) -> Outline:
    """The outline of what a flyout table reaches."""
    chord, radius_m = table.frame[0] * table.cells.shape[1], table.frame[1]
    farthest_m = radius_m * 2.0 * np.arcsin(min(0.5 * chord, 1.0))
    bearing = np.arange(BEARINGS) * (2.0 * np.pi / BEARINGS)
    ground = np.linspace(0.0, farthest_m, GROUND_STEPS + 1)
    across = np.repeat(bearing, len(ground)), np.tile(ground, BEARINGS)
    top = np.zeros(len(across[0]))
    for _ in range(_ROUNDS):
        room = table.times_and_room(_places_enu_m(*across, top))[1]
        top = np.maximum(top + room, 0.0)
    # On the rim the ceiling comes down to the ground.
    reached = np.where(top > 0.0, top, np.nan)
    return Outline(bearing, ground, reached.reshape(BEARINGS, -1))


def _places_enu_m(
    bearing_rad: Float[np.ndarray, "n"],
    ground_m: Float[np.ndarray, "n"],
    height_m: Float[np.ndarray, "n"],
) -> Float[np.ndarray, "n 3"]:
    """Places around a site, in its frame."""
    angle = ground_m / EARTH_MEAN_RADIUS_M
    r = EARTH_MEAN_RADIUS_M + height_m
    east, north = np.sin(bearing_rad), np.cos(bearing_rad)
    out = r * np.sin(angle)
    # Written so that near the site nothing is lost.
    up = height_m - 2.0 * r * np.sin(0.5 * angle) ** 2
    return np.stack((out * east, out * north, up), axis=-1)
