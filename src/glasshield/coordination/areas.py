"""How large impact ellipses are expected to be under a schedule, and what more of a look changes.

An area is a convex function of the information that looks bring: the logarithm of the determinant
of a covariance plus a floor is convex and falling in the inverse of the covariance, which on the
ground is a matrix concave function of the information on the state. So a schedule with shares of
looks is a convex problem, whose best value no schedule of whole looks gets below, and whose linear
part at any point bounds that value from below.

Source: Boyd and Vandenberghe 2004, Convex Optimization, sections 3.1.5, 3.2.4 and 3.6; Frank and
Wolfe 1956, Naval Research Logistics Quarterly 3, 95-110, for the search and its bound.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.coordination.looks import Prospect

# The area of an ellipse of 95 %, in square kilometres, for a determinant of one m4.
_AREA_95: Final = float(-2.0 * np.log(0.05) * np.pi * 1e-6)
# On the way to a corner, so often the better half is kept.
_HALVINGS: Final = 7


def areas_km2(offer: Prospect, share: Float[np.ndarray, "n q"]) -> Float[np.ndarray, "n"]:
    """The areas of the ellipses that hold each impact with 95 %, not weighted.

    Args:
        offer: what could be looked at.
        share: how much of each task is done: all or nothing in a schedule.
    """
    return area_km2(on_ground(offer, np.linalg.inv(information(offer, share))))


def area_km2(covariance_m2: Float[np.ndarray, "... 2 2"]) -> Float[np.ndarray, "..."]:
    """The areas of the ellipses that hold 95 % of normal distributions with these covariances."""
    east, north = covariance_m2[..., 0, 0], covariance_m2[..., 1, 1]
    mixed = covariance_m2[..., 0, 1] * covariance_m2[..., 1, 0]
    return np.asarray(_AREA_95 * np.sqrt(np.maximum(east * north - mixed, 0.0)))


def information(offer: Prospect, share: Float[np.ndarray, "n q"]) -> Float[np.ndarray, "n 6 6"]:
    """What is known of the states now when shares of tasks are done, velocities in mm/s."""
    added = (share[:, None].astype(float) @ offer.brings).reshape(-1, 6, 6)
    return offer.before + np.asarray(added)


def on_ground(
    offer: Prospect, covariance: Float[np.ndarray, "n 6 6"]
) -> Float[np.ndarray, "n 2 2"]:
    """Covariances (m2) of the impacts, by those of the states now."""
    carried = offer.ground @ covariance @ np.swapaxes(offer.ground, 1, 2)
    return np.asarray(carried + offer.floor_m2)


def relaxed(
    offer: Prospect, share: Float[np.ndarray, "n q"], rounds: int
) -> tuple[Float[np.ndarray, "n q"], float]:
    """Shares of tasks that are nearly the best, and a total below which no schedule comes.

    Args:
        offer: what could be looked at.
        share: where the search begins; no place has more than its room.
        rounds: of the search; more bring both nearer to each other.

    Returns:
        The shares, and the sum of weighted areas (km2).
    """
    least = 0.0
    for _ in range(rounds):
        total, slope = _sloped(offer, share)
        way = _corner(offer, slope) - share
        least = max(least, total + float(np.sum(slope * way)))
        share = share + _step(offer, share, way) * way
    return share, least


def _sloped(
    offer: Prospect, share: Float[np.ndarray, "n q"]
) -> tuple[float, Float[np.ndarray, "n q"]]:
    """The sum of weighted areas, and how it changes with the share of each task."""
    covariance = np.linalg.inv(information(offer, share))
    ground = on_ground(offer, covariance)
    area = offer.weight * area_km2(ground)
    carried = offer.ground @ covariance
    pull = np.swapaxes(carried, 1, 2) @ np.linalg.solve(ground, carried)
    by_share = (offer.brings @ pull.reshape(-1, 36, 1))[..., 0]
    return float(area.sum()), -0.5 * area[:, None] * by_share


def _corner(offer: Prospect, slope: Float[np.ndarray, "n q"]) -> Float[np.ndarray, "n q"]:
    """The schedule that is best as far as slopes tell."""
    return fullest(offer, -slope).astype(float)


def fullest(offer: Prospect, worth: Float[np.ndarray, "n q"]) -> Float[np.ndarray, "n q"]:
    """The schedule with the tasks that are worth most at each place, the first of equal ones."""
    ordered = np.argsort(np.where(offer.sees, -worth, np.inf), axis=0, kind="stable")
    rank = np.empty_like(ordered)
    np.put_along_axis(rank, ordered, np.arange(len(worth))[:, None], axis=0)
    return (rank < offer.room) & offer.sees


def _step(offer: Prospect, share: Float[np.ndarray, "n q"], way: Float[np.ndarray, "n q"]) -> float:
    """How far to go on a way: found by halving, by the slope along it."""
    near, far = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = 0.5 * (near + far)
        _, slope = _sloped(offer, share + middle * way)
        near, far = (middle, far) if np.sum(slope * way) < 0.0 else (near, middle)
    return 0.5 * (near + far)
