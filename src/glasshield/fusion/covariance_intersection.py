"""Joining estimates whose errors may hang together, nobody knows how: covariance intersection.

Two parties that share tracks only cannot tell how much of one came out of the other. The joint
information w A + (1 - w) B is never too sure, whatever the errors' correlation; w is chosen so that
the joint covariance is least. What comes back adds nothing: an estimate joined with itself, or with
a joint estimate that it is already part of, stays what it is.

Source: Julier and Uhlmann 1997, A non-divergent estimation algorithm in the presence of unknown
correlations, American Control Conference, 2369-2373; Reinhardt, Noack, Arambel and Hanebeck 2015,
Minimum covariance bounds for the fusion under unknown correlations, IEEE SPL 22(9), 1210-1214.
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.fusion.filters import Gaussian

# Halvings of the interval in which the weight lies: to 1e-16, the resolution of a double.
_HALVINGS: Final = 53
_POSITION: Final = slice(0, 3)


class Criterion(enum.Enum):
    """What is made least: all the uncertainty, or that of the position."""

    DETERMINANT = "determinant"  # of the whole covariance; has no units to weigh against each other
    POSITION_TRACE = "position trace"  # sum of the three variances of position


def intersect(
    one: Gaussian, other: Gaussian, criterion: Criterion = Criterion.DETERMINANT
) -> tuple[Gaussian, Float[np.ndarray, "n"]]:
    """The joint estimates of n objects, and the weight of the first estimate in each.

    Args:
        one: n estimates.
        other: of the same n objects at the same time, in the same frame.
        criterion: by which the weights are chosen.
    """
    modes, ratio = _shared_modes(one.covariance, other.covariance)
    if criterion is Criterion.DETERMINANT:
        weight = _where_it_turns(lambda w: _volume_slope(ratio, w), len(one))
    else:
        share = np.sum(modes[:, _POSITION] ** 2, axis=1)
        weight = _where_it_turns(lambda w: _trace_slope(ratio, share, w), len(one))
    # In the shared modes the first covariance is the identity, the other the ratios.
    information = weight[:, None] + (1.0 - weight[:, None]) / ratio
    covariance = (modes / information[:, None]) @ modes.mT
    # The joint mean leaves the first one along the joint covariance.
    pull = np.linalg.solve(other.covariance, (other.mean - one.mean)[..., None])
    mean = one.mean + (1.0 - weight[:, None]) * (covariance @ pull)[..., 0]
    return Gaussian(mean, covariance), weight


def difference_covariance(one: Gaussian, other: Gaussian) -> Float[np.ndarray, "n d d"]:
    """A bound on the covariance of the difference of two estimates, however they hang together.

    (x - y)(x - y)' is at most 2 x x' + 2 y y': what gates have to allow between shared tracks.
    """
    return 2.0 * (one.covariance + other.covariance)


def distance2(one: Gaussian, other: Gaussian) -> Float[np.ndarray, "n"]:
    """Squared Mahalanobis distances of pairs of estimates under `difference_covariance`."""
    apart = one.mean - other.mean
    solved = np.linalg.solve(difference_covariance(one, other), apart[..., None])
    return np.einsum("ni,ni->n", apart, solved[..., 0])


def _where_it_turns(
    slope: Callable[[Float[np.ndarray, "n"]], Float[np.ndarray, "n"]], count: int
) -> Float[np.ndarray, "n"]:
    """The weights between 0 and 1 at which rising slopes turn positive, by bisection."""
    low, high = np.zeros(count), np.ones(count)
    for _ in range(_HALVINGS):
        middle = 0.5 * (low + high)
        falling = slope(middle) < 0.0
        low, high = np.where(falling, middle, low), np.where(falling, high, middle)
    return high


def _shared_modes(
    one: Float[np.ndarray, "n d d"], other: Float[np.ndarray, "n d d"]
) -> tuple[Float[np.ndarray, "n d d"], Float[np.ndarray, "n d"]]:
    """Columns M and ratios r with one = M M' and other = M diag(r) M'."""
    root = np.linalg.cholesky(one)
    half = np.linalg.solve(root, other)
    ratio, turn = np.linalg.eigh(np.linalg.solve(root, half.mT))
    return root @ turn, ratio


def _volume_slope(
    ratio: Float[np.ndarray, "n d"], weight: Float[np.ndarray, "n"]
) -> Float[np.ndarray, "n"]:
    """How the logarithm of the joint determinant changes with the weight: rises all the way."""
    information = weight[:, None] + (1.0 - weight[:, None]) / ratio
    return np.sum((1.0 / ratio - 1.0) / information, axis=-1)


def _trace_slope(
    ratio: Float[np.ndarray, "n d"],
    share: Float[np.ndarray, "n d"],
    weight: Float[np.ndarray, "n"],
) -> Float[np.ndarray, "n"]:
    """How the joint variance of position changes with the weight: rises all the way."""
    information = weight[:, None] + (1.0 - weight[:, None]) / ratio
    return np.sum(share * (1.0 / ratio - 1.0) / information**2, axis=-1)
