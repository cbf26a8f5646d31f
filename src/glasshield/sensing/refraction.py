"""How the air bends the rays of a radar.

Near the ground the refractive index falls so evenly that rays are straight over an Earth of 4/3 the
radius. That slope uses up the whole refraction of the air at sea level (313 parts in a million) in
the lowest 8 km; above, rays go straight. Carrying 4/3 on to the height of a missile would bend rays
by many degrees; stopping where the air's refraction ends bends them by 0.9 degrees at the horizon
and by 0.3 degrees at 3 degrees of elevation, as observed.

Source: Schelleng, Burrows and Ferrell 1933, Proc. IRE 21 (3), 427-463, for the radius; ITU-R P.453
for the refractivity at sea level.
"""

from __future__ import annotations

import enum
from typing import Final

import numpy as np
from jaxtyping import Float
from numpy.typing import ArrayLike

from glasshield.constants import EARTH_MEAN_RADIUS_M

RADIUS_FACTOR: Final = 4.0 / 3.0
SEA_LEVEL_REFRACTIVITY: Final = 313e-6
# The height at which an index that falls as the radius factor says has fallen to one.
AIR_TOP_M: Final = SEA_LEVEL_REFRACTIVITY * EARTH_MEAN_RADIUS_M / (1.0 - 1.0 / RADIUS_FACTOR)

_BENDING_ROUNDS: Final = 12


class Refraction(enum.Enum):
    """Whether rays bend."""

    NONE = "none"
    FOUR_THIRDS = "four-thirds"


def arc_to(
    elevation_rad: ArrayLike,
    from_height_m: ArrayLike,
    to_height_m: ArrayLike,
    refraction: Refraction = Refraction.FOUR_THIRDS,
) -> Float[np.ndarray, "..."]:
    """The angle at the Earth's centre after which a ray reaches a height.

    Args:
        elevation_rad: at which the ray leaves, as the radar sees it; at least horizontal.
        from_height_m: of the radar.
        to_height_m: of the target, at least the radar's.
        refraction: whether rays bend.
    """
    start, end = np.asarray(from_height_m, dtype=float), np.asarray(to_height_m, dtype=float)
    elevation = np.asarray(elevation_rad, dtype=float)
    if refraction is Refraction.NONE:
        return _straight_arc(elevation, EARTH_MEAN_RADIUS_M + start, EARTH_MEAN_RADIUS_M + end)[0]
    bent_radius = RADIUS_FACTOR * EARTH_MEAN_RADIUS_M
    top = np.clip(end, start, np.maximum(start, AIR_TOP_M))
    bent, at_top = _straight_arc(elevation, bent_radius + start, bent_radius + top)
    above, _ = _straight_arc(at_top, EARTH_MEAN_RADIUS_M + top, EARTH_MEAN_RADIUS_M + end)
    return RADIUS_FACTOR * bent + above


def geometric_elevation(
    elevation_rad: ArrayLike,
    from_height_m: ArrayLike,
    to_height_m: ArrayLike,
    refraction: Refraction = Refraction.FOUR_THIRDS,
) -> Float[np.ndarray, "..."]:
    """The elevation of the straight line to where a ray of an apparent elevation reaches a height.

    What stands above it at that height is seen above the apparent elevation.

    Args:
        elevation_rad: apparent elevation at the radar; at least horizontal.
        from_height_m: of the radar.
        to_height_m: of the target; what is below the radar counts as level with it.
        refraction: whether rays bend.
    """
    start = np.asarray(from_height_m, dtype=float)
    # A target level with the radar is met at once; a millimetre keeps the direction defined.
    end = np.maximum(np.asarray(to_height_m, dtype=float), start + 1e-3)
    arc = arc_to(elevation_rad, start, end, refraction)
    near, far = EARTH_MEAN_RADIUS_M + start, EARTH_MEAN_RADIUS_M + end
    return np.arctan2(far * np.cos(arc) - near, far * np.sin(arc))


def bending(
    elevation_rad: ArrayLike,
    from_height_m: ArrayLike,
    to_height_m: ArrayLike,
    refraction: Refraction = Refraction.FOUR_THIRDS,
) -> Float[np.ndarray, "..."]:
    """By how much a target is seen too high: its apparent elevation minus the geometric one.

    Exact in the model to a nanoradian. Below the horizon, where no ray comes from, that of the ray
    which leaves horizontally.

    Args:
        elevation_rad: geometric, of the straight line to the target.
        from_height_m: of the radar.
        to_height_m: of the target.
        refraction: whether rays bend.
    """
    geometric = np.asarray(elevation_rad, dtype=float)
    lift = np.zeros(np.broadcast_shapes(geometric.shape, np.shape(to_height_m)))
    if refraction is Refraction.NONE:
        return lift
    # The bending changes slowly with the elevation: each round leaves a third of the error or less.
    for _ in range(_BENDING_ROUNDS):
        apparent = np.maximum(geometric + lift, 0.0)
        lift = apparent - geometric_elevation(apparent, from_height_m, to_height_m, refraction)
    return lift


def _straight_arc(
    elevation_rad: Float[np.ndarray, "..."],
    from_radius_m: Float[np.ndarray, "..."],
    to_radius_m: Float[np.ndarray, "..."],
) -> tuple[Float[np.ndarray, "..."], Float[np.ndarray, "..."]]:
    """The angle at the centre between two radii along a straight ray, and its elevation there."""
    ratio = from_radius_m / to_radius_m
    # From the sine: near the horizon the cosine has lost its digits.
    sine = np.sqrt(np.maximum(1.0 - (ratio * np.cos(elevation_rad)) ** 2, 0.0))
    end = np.arctan2(sine, ratio * np.cos(elevation_rad))
    return end - elevation_rad, end
