"""What really flies, as one more picture for the controller's room alone."""

from __future__ import annotations

from typing import Final

import numpy as np

from glasshield.centre.picture.shown import Shown
from glasshield.centre.picture.snapshot import UNKNOWN_CLASS
from glasshield.exchange.release.terms import EXACT, Mode
from glasshield.exercise.records import CONTROLLER
from glasshield.exercise.run import Run

# Behind all pictures that are made of data, however many those are.
NUMBER: Final = 1_000
_WHO: Final = (("truth", ""),)


def truth(run: Run) -> Shown:
    """The flights that fly now, numbered in the order of the exercise's file.

    Args:
        run: that stands where it is looked at.
    """
    names, states = run.truth()
    flies = np.isfinite(states).all(axis=1)
    count = int(flies.sum())
    now_s = float(run.second)
    return Shown(
        viewer=CONTROLLER,
        picture=NUMBER,
        terms=EXACT,
        mode=Mode.EXERCISE,
        simulated=True,
        at=run.at,
        epoch=run.exercise.epoch,
        number=np.arange(1, len(names) + 1)[flies],
        time_s=np.full(count, now_s),
        state_ecef=np.ascontiguousarray(states[flies]),
        packed_covariance=np.full((count, 21), np.nan),
        phase_probability=np.full((count, 3), np.nan),
        class_index=np.full(count, UNKNOWN_CLASS),
        first_seen_s=np.full(count, now_s),
        last_seen_s=np.full(count, now_s),
        age_s=np.zeros(count),
        is_coasted=np.zeros(count, dtype=bool),
        contributors=_WHO,
        by=np.ones((count, 1), dtype=bool),
    )
