"""The outline of a reach: below it a place is reached, above it none is."""

from __future__ import annotations

import numpy as np
import pytest

from glasshield import catalog
from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.flight import rockets
from glasshield.shield import flyout
from glasshield.shield.flyout import FlyoutTable
from glasshield.shield.outline import BEARINGS, GROUND_STEPS, outline

pytestmark = pytest.mark.kernels

LAT_RAD = np.radians(44.1)
# Cells right under the ceiling may be left out of a table, and on its rim heights go to nothing.
UNDER = 0.85
OVER_M = 3_000.0


@pytest.fixture(scope="module")
def table() -> FlyoutTable:
    """An interceptor of 3 km/s, whose whole reach lies in its table."""
    record = catalog.load().interceptors["sm3-1b"]
    return flyout.table(rockets.interceptor_vehicle(record, 3000.0), LAT_RAD)


def times_s(table: FlyoutTable, part: float, more_m: float) -> tuple[np.ndarray, np.ndarray]:
    """Which places are reached at a part of the outline's heights and so much more."""
    found = outline(table)
    bearing, ground = np.meshgrid(found.bearing_rad, found.ground_m, indexing="ij")
    r = EARTH_MEAN_RADIUS_M + part * found.top_m + more_m
    angle = ground / EARTH_MEAN_RADIUS_M
    across, up = r * np.sin(angle), r * np.cos(angle) - EARTH_MEAN_RADIUS_M
    places = np.stack((across * np.sin(bearing), across * np.cos(bearing), up), axis=-1)
    inside = np.isfinite(found.top_m) & (found.top_m > 50e3)
    return np.isfinite(table.times_s(places[inside])), inside


def test_below_it_is_reached_and_above_it_not(table: FlyoutTable) -> None:
    below, inside = times_s(table, UNDER, 0.0)
    above, _ = times_s(table, 1.0, OVER_M)
    assert inside.sum() > 0.8 * BEARINGS * GROUND_STEPS
    assert below.mean() > 0.99
    assert not above.any()


def test_it_comes_down_outward(table: FlyoutTable) -> None:
    found = outline(table)
    assert found.top_m.shape == (BEARINGS, GROUND_STEPS + 1)
    assert found.ground_m[0] == 0.0
    assert np.ptp(found.top_m[:, 0]) < 1.0  # one place, whatever the bearing
    # What flies straight up drifts westward, so that near the site it may rise a little.
    steps = np.diff(found.top_m[:, found.ground_m > 100e3], axis=1)
    assert (steps[np.isfinite(steps)] < 0.0).all()


def test_it_goes_farther_to_the_east(table: FlyoutTable) -> None:
    found = outline(table)
    east, west = found.top_m[BEARINGS // 4], found.top_m[3 * BEARINGS // 4]
    assert np.nansum(east) > np.nansum(west)
