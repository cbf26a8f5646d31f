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
    """So many normal deviates in so many dimensions; not to be written to."""
    root = 1.5
    for _ in range(_ROOT_STEPS):
        root = (1.0 + root) ** (1.0 / (size + 1.0))
    steps = root ** -np.arange(1.0, size + 1.0)
    even = np.remainder(0.5 + np.arange(1.0, count + 1.0)[:, None] * steps, 1.0)
    deviates: Float[np.ndarray, "m d"] = ndtri(even)
    deviates.flags.writeable = False
    return deviates
