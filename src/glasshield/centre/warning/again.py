"""Objects that are known already, under another number.

A track that is lost and begins anew is the same flight, and no launch; so is a second track that
one object has where stations disagree about where it is. An object is known again by its state,
carried to the time of the other. Two tracks that one station feeds in the same look are two
objects, however close.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.fusion.arcs import COAST_STEP_S, Grid, arcs

# Squared Mahalanobis distance in six dimensions beyond which 0.1 % of the right ones lie.
GATE: Final = 22.5
# What is in no covariance: of what was lost, gravity beyond J2; of a second track that stations
# which disagree make of one object, that its state jumps.
LOST: Final = np.diag((500.0,) * 3 + (5.0,) * 3) ** 2
BESIDE: Final = np.diag((2e3,) * 3 + (100.0,) * 3) ** 2
_NEAR_M: Final = 100e3
_PULL_M_S2: Final = 20.0  # by how much thrust may be other than thought, while it lasts
_UNDER_POWER_S: Final = 60.0  # after which nothing is known of what was lost under power
_SAME_LOOK: Final = 0.6  # of a station's period


def carried(
    time_s: Float[np.ndarray, "k"],
    state_ecef: Float[np.ndarray, "k 6"],
    covariance: Float[np.ndarray, "k 6 6"],
    to_s: float,
) -> tuple[Float[np.ndarray, "k 6"], Float[np.ndarray, "k 6 6"]]:
    """States and covariances at another time, in free flight."""
    since = to_s - time_s
    grid = Grid(-float(since.min(initial=0.0)), float(since.max(initial=0.0)), COAST_STEP_S)
    flown = arcs(np.zeros(len(state_ecef)), state_ecef, grid)
    every = np.arange(len(state_ecef))
    slopes = flown.partials_at(since, every)
    return flown.at(since, every), slopes @ covariance @ np.swapaxes(slopes, 1, 2)


def unsteady(
    since_s: Float[np.ndarray, "k"], was_free: Bool[np.ndarray, "k"]
) -> Float[np.ndarray, "k 6 6"]:
    """What thrust that nobody followed adds to covariances; none to what flew freely."""
    span = np.where(was_free, 0.0, np.abs(since_s))
    added = np.zeros((len(span), 6, 6))
    for axis in range(3):
        added[:, axis, axis] = (0.5 * _PULL_M_S2 * span**2) ** 2
        added[:, 3 + axis, 3 + axis] = (_PULL_M_S2 * span) ** 2
    return added


def nearest(
    state_ecef: Float[np.ndarray, "6"],
    covariance: Float[np.ndarray, "6 6"],
    others_ecef: Float[np.ndarray, "k 6"],
    others_covariance: Float[np.ndarray, "k 6 6"],
) -> int | None:
    """Which of several states at the same time is the same object's; None where none is.

    Args:
        state_ecef: of the one.
        covariance: of it, with what no covariance holds: `LOST` or `BESIDE`.
        others_ecef: of the others.
        others_covariance: of them.
    """
    off, spread = others_ecef - state_ecef, covariance + others_covariance
    # No distance is less than this: most are too far for the whole of it.
    least2 = np.sum(off[:, :3] ** 2, axis=1) / np.trace(spread[:, :3, :3], axis1=1, axis2=2)
    rows = np.flatnonzero(least2 <= GATE)
    if not len(rows):
        return None
    distance2 = distances2(off[rows], spread[rows])
    best = int(distance2.argmin())
    return int(rows[best]) if distance2[best] <= GATE else None


def distances2(
    off: Float[np.ndarray, "k 6"], spread: Float[np.ndarray, "k 6 6"]
) -> Float[np.ndarray, "k"]:
    """Squared Mahalanobis distances of differences of states with their covariances."""
    found: Float[np.ndarray, "k"] = np.einsum(
        "ki,ki->k", off, np.linalg.solve(spread, off[:, :, None])[:, :, 0]
    )
    return found


def close(
    positions_ecef_m: Float[np.ndarray, "n 3"], others_ecef_m: Float[np.ndarray, "k 3"]
) -> tuple[Int[np.ndarray, "c"], Int[np.ndarray, "c"]]:
    """Which places are near enough to which others to be looked at in full: pairs, by both."""
    away = np.linalg.norm(others_ecef_m[None] - positions_ecef_m[:, None], axis=2)
    first, second = np.nonzero(away < _NEAR_M)
    return first, second


def are_two(
    one_s: Float[np.ndarray, "s"], other_s: Float[np.ndarray, "s"], periods_s: Sequence[float]
) -> bool:
    """Whether one station saw both in the same look, so that they are two objects.

    Args:
        one_s: when each station saw the one last; NaN for never.
        other_s: the same of the other.
        periods_s: between two looks of each station.
    """
    apart = np.abs(one_s - other_s)
    return bool((apart < _SAME_LOOK * np.asarray(periods_s)).any())
