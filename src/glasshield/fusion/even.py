"""Normal deviates that fill the space evenly and are always the same: samples without luck.

Source: Roberts 2018, The unreasonable effectiveness of quasirandom sequences: an additive
recurrence whose steps are the powers of the root of x^(d+1) = x + 1.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from jaxtyping import Float
from scipy.special import ndtri

_ROOT_STEPS = 60  # the iteration gains half a digit or more each time


@cache
def normals(count: int, size: int) -> Float[np.ndarray, "m d"]:
    """So many normal deviates in so many dimensions; not to be written to.

    Args:
        count: more than `size`.
        size: dimensions.
    """
    base = 1.5
    for _ in range(_ROOT_STEPS):
        base = (1.0 + base) ** (1.0 / (size + 1.0))
    steps = base ** -np.arange(1.0, size + 1.0)
    even = np.remainder(0.5 + np.arange(1.0, count + 1.0)[:, None] * steps, 1.0)
    drawn = ndtri(even)
    drawn -= drawn.mean(axis=0)
    # What correlation is left between dimensions goes, too: mean and covariance are exact.
    root = np.linalg.cholesky(drawn.T @ drawn / count)
    deviates: Float[np.ndarray, "m d"] = np.linalg.solve(root, drawn.T).T
    deviates.flags.writeable = False
    return deviates
