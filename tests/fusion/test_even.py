"""Even normal deviates: normal, independent, the same each time, and nobody's to change."""

from __future__ import annotations

import numpy as np
import pytest

from glasshield.fusion.even import normals

MOMENT_TOL = 1e-12  # they are made exact
SHARE_TOL = 0.01  # of counts on one axis; the deviation of 2,000 random deviates is 0.011


@pytest.mark.parametrize("size", [1, 2, 5, 7, 8])
def test_moments_are_those_of_normal_deviates(size: int) -> None:
    drawn = normals(2_000, size)
    assert drawn.shape == (2_000, size)
    assert np.abs(drawn.mean(axis=0)).max() < MOMENT_TOL
    assert np.abs(drawn.T @ drawn / 2_000 - np.eye(size)).max() < MOMENT_TOL
    inside = (np.abs(drawn) < 0.6745).mean(axis=0)
    assert np.abs(inside - 0.5).max() < SHARE_TOL


def test_deviates_are_the_same_each_time_and_not_to_be_written_to() -> None:
    drawn = normals(10, 3)
    assert drawn is normals(10, 3)
    with pytest.raises(ValueError, match="read-only"):
        drawn[0, 0] = 1.0
