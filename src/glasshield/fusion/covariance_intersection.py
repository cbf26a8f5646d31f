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
from jaxtyping import Bool, Float

from glasshield.fusion.filters import Gaussian

# Halvings of the interval in which the weight lies: to 1e-16, the resolution of a double.
_HALVINGS: Final = 53
_POSITION: Final = slice(0, 3)
# What a pivot of correlations is at least: nearer to zero too few digits of it are left.
_LEAST_PIVOT: Final = 1e-12
# How far the ratios of two covariances may lie apart, for the same reason.
_LEAST_RATIO: Final = 1e-13


class Criterion(enum.Enum):
    """What is made least: all the uncertainty, or that of the position."""

    DETERMINANT = "determinant"  # of the whole covariance; has no units to weigh against each other
    POSITION_TRACE = "position trace"  # sum of the three variances of position


def intersect(
    one: Gaussian, other: Gaussian, criterion: Criterion = Criterion.DETERMINANT
) -> tuple[Gaussian, Float[np.ndarray, "n"]]:
    """The joint estimates of n objects, and the weight of the first estimate in each.

    All of it is NaN in rows in which something is no covariance, or the two are so unlike that a
    double cannot hold both.

    Args:
        one: n estimates.
        other: of the same n objects at the same time, in the same frame.
        criterion: by which the weights are chosen.
    """
    modes, back, ratio, is_sound = _shared_modes(one.covariance, other.covariance)
    if criterion is Criterion.DETERMINANT:
        weight = _where_it_turns(lambda w: _volume_slope(ratio, w), len(one))
    else:
        share = np.sum(modes[:, _POSITION] ** 2, axis=1)
        weight = _where_it_turns(lambda w: _trace_slope(ratio, share, w), len(one))
    # In the shared modes the first covariance is the identity, the other the ratios.
    information = weight[:, None] + (1.0 - weight[:, None]) / ratio
    covariance = (modes / information[:, None]) @ modes.mT
    # The joint mean leaves the first one along the joint covariance.
    apart = np.einsum("nij,nj->ni", back, other.mean - one.mean)
    step = (1.0 - weight[:, None]) / (information * ratio) * apart
    mean = one.mean + np.einsum("nij,nj->ni", modes, step)
    mean[~is_sound], covariance[~is_sound], weight[~is_sound] = np.nan, np.nan, np.nan
    return Gaussian(mean, covariance), weight


def difference_covariance(one: Gaussian, other: Gaussian) -> Float[np.ndarray, "n d d"]:
    """A bound on the covariance of the difference of two estimates, however they hang together.

    (x - y)(x - y)' is at most 2 x x' + 2 y y': what gates have to allow between shared tracks.
    """
    return 2.0 * (one.covariance + other.covariance)


def distance2(one: Gaussian, other: Gaussian) -> Float[np.ndarray, "n"]:
    """Squared Mahalanobis distances of pairs of estimates under `difference_covariance`.

    Infinite where that is no covariance that can be worked with.
    """
    scale, root, is_sound = factors(difference_covariance(one, other))
    apart = (one.mean - other.mean) / scale
    white = np.linalg.solve(root, apart[..., None])[..., 0]
    return np.where(is_sound, np.einsum("ni,ni->n", white, white), np.inf)


def factors(
    covariance: Float[np.ndarray, "n d d"],
) -> tuple[Float[np.ndarray, "n d"], Float[np.ndarray, "n d d"], Bool[np.ndarray, "n"]]:
    """Scales s and lower triangles L with covariance = (s L)(s L)', and which rows have these.

    The scales are standard deviations, so that it does not matter how large a variance is beside
    the others. In rows that are not positive definite, or so nearly not that nothing can be told,
    both are those of the identity.

    Args:
        covariance: n matrices, symmetric if they are covariances.

    Source: Golub and Van Loan 2013, Matrix computations, 4th edition, section 4.2, for Cholesky's
    factors column by column; Higham 2002, Accuracy and stability of numerical algorithms, 2nd
    edition, theorem 10.7, for the scaling.
    """
    size = covariance.shape[-1]
    variances = np.einsum("nii->ni", covariance)
    is_sound = np.isfinite(covariance).all(axis=(1, 2)) & (variances > 0.0).all(axis=1)
    scale = np.sqrt(np.where(is_sound[:, None], variances, 1.0))
    left = np.where(is_sound[:, None, None], covariance, np.eye(size))
    with np.errstate(over="ignore"):
        left = left / scale[:, :, None] / scale[:, None, :]
    # No correlation is above 1; the digits of a double allow a little more.
    is_sound &= (np.abs(left) <= 1.0 + _LEAST_PIVOT).all(axis=(1, 2))
    left[~is_sound] = np.eye(size)
    root = np.zeros_like(left)
    for place in range(size):
        pivot = left[:, place, place]
        is_sound &= pivot > _LEAST_PIVOT
        column = left[:, place:, place] / np.sqrt(np.where(is_sound, pivot, 1.0))[:, None]
        column[~is_sound] = 0.0
        root[:, place:, place] = column
        left[:, place:, place:] -= column[:, :, None] * column[:, None, :]
    root[~is_sound], scale[~is_sound] = np.eye(size), 1.0
    return scale, root, is_sound


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
) -> tuple[
    Float[np.ndarray, "n d d"],
    Float[np.ndarray, "n d d"],
    Float[np.ndarray, "n d"],
    Bool[np.ndarray, "n"],
]:
    """Columns M, their inverse, ratios r with one = M M' and other = M diag(r) M', and which are.

    Rows that are none have the modes and the ratios of the identity with itself.
    """
    scale, root, is_sound = factors(one)
    is_sound &= factors(other)[2]
    unit = np.eye(one.shape[-1])
    root[~is_sound], scale[~is_sound] = unit, 1.0
    theirs = np.where(is_sound[:, None, None], other, unit)
    with np.errstate(over="ignore"):
        theirs = theirs / scale[:, :, None] / scale[:, None, :]
        theirs = np.linalg.solve(root, np.linalg.solve(root, theirs).mT)
    is_sound &= np.isfinite(theirs).all(axis=(1, 2))
    theirs[~is_sound] = unit
    ratio, turn = np.linalg.eigh(theirs)
    is_sound &= ratio[:, 0] > _LEAST_RATIO * ratio[:, -1]
    ratio[~is_sound] = 1.0
    back = turn.mT @ np.linalg.solve(root, unit / scale[:, None, :])
    return scale[:, :, None] * (root @ turn), back, ratio, is_sound


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
