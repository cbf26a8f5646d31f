"""Who is looked at when there is more in view than a radar has looks for.

A phased array points its beam anywhere from one look to the next, but it has only so many looks a
second. What has waited longest comes first, and what has never been looked at has waited for ever;
that keeps every object in track as evenly as can be, which is what track-while-search does.
"""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool

from glasshield.errors import RangeError


def looked_at(
    in_view: Bool[np.ndarray, "k m"], looks_per_s: float, period_s: float
) -> Bool[np.ndarray, "k m"]:
    """Which objects in view are looked at in each scan.

    A share of a look that one scan leaves over counts in the next, but never more than one scan's
    worth: time that was not used is gone.

    Args:
        in_view: of k objects at m scans.
        looks_per_s: the most objects in a second; infinite for all.
        period_s: between scans.

    Raises:
        RangeError: looks below zero.
    """
    if not looks_per_s >= 0.0:
        raise RangeError("the looks of a radar are not below zero", got=looks_per_s)
    per_scan = looks_per_s * period_s
    if per_scan >= in_view.sum(axis=0).max(initial=0):
        return in_view.copy()
    looked = np.zeros_like(in_view)
    # The number of each object's last look; who has had none yet comes first.
    last = np.full(len(in_view), -1)
    left, spent = 0.0, 0
    for scan in range(in_view.shape[1]):
        left = min(left + per_scan, max(per_scan, 1.0))
        waiting = np.flatnonzero(in_view[:, scan])
        chosen = waiting[np.argsort(last[waiting], kind="stable")[: int(left)]]
        looked[chosen, scan] = True
        last[chosen] = spent + np.arange(len(chosen))
        left, spent = left - len(chosen), spent + len(chosen)
    return looked
