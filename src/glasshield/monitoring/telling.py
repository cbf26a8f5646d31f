"""Telling one speed from another, and one number of burns from the next, by what is known of them.

Source: Kay 1998, Fundamentals of Statistical Signal Processing II, sections 3.3 (power) and 6.5
(the likelihood ratio of nested models: chi-squared, non-central where the larger one is true).
"""

from __future__ import annotations

from typing import Final

import numpy as np
from jaxtyping import Float
from numpy.typing import ArrayLike
from scipy import stats

FALSE_ALARM: Final = 0.05
_QUANTILE: Final = float(stats.norm.isf(0.5 * FALSE_ALARM))


def power(
    apart_m_s: ArrayLike, declared_sigma_m_s: ArrayLike, rival_sigma_m_s: ArrayLike
) -> Float[np.ndarray, "..."]:
    """The probability that the declared speed is rejected (two-sided, 5 %) when the rival flies.

    Args:
        apart_m_s: the rival speed less the declared one, both in this flight.
        declared_sigma_m_s: of the measured speed if the declared vehicle flies: sets the bar.
        rival_sigma_m_s: the same if the rival one does.
    """
    bar = _QUANTILE * np.asarray(declared_sigma_m_s, dtype=float)
    apart, sigma = np.asarray(apart_m_s, dtype=float), np.asarray(rival_sigma_m_s, dtype=float)
    above, below = stats.norm.sf((bar - apart) / sigma), stats.norm.cdf((-bar - apart) / sigma)
    return np.asarray(above + below)


def stages_error(distance2: ArrayLike, fewer_unknowns: int | None) -> Float[np.ndarray, "..."]:
    """The root mean square error of the number of burns that data speak for.

    One too few where the data do not tell the flight from the nearest one with one burn fewer, at
    5 % false alarm; one too many in those 5 %.

    Args:
        distance2: of that flight from the data, in squared deviations.
        fewer_unknowns: how many unknowns it has less; none where there is one burn only.
    """
    away = np.asarray(distance2, dtype=float)
    if fewer_unknowns is None:
        return np.full(away.shape, np.sqrt(FALSE_ALARM))
    bar = stats.chi2.isf(FALSE_ALARM, fewer_unknowns)
    missed = np.where(
        away > 0.0,
        stats.ncx2.cdf(bar, fewer_unknowns, np.maximum(away, 1e-9)),
        1.0 - FALSE_ALARM,
    )
    return np.sqrt(missed + FALSE_ALARM)
