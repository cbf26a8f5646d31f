"""Flights bent up and down: as high as asked, and where they were aimed."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from glasshield import catalog
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.errors import RangeError
from glasshield.flight.aim import TOLERANCE_M, Aimed, Targets, aim, aim_along
from glasshield.flight.bends import Bends
from glasshield.flight.families import Shape
from glasshield.flight.fly import Status
from glasshield.flight.rockets import missile_vehicle
from glasshield.flight.vehicle import Vehicle

pytestmark = pytest.mark.kernels

# What the turning Earth changes of a family that is drawn over a still one; stated in the module.
MULTIPLE_TOL = 0.04
# The optimum is flat: arcs of nearly one burn differ by so much in height.
FLAT_TOL = 0.01
# The least burn of the still Earth's families is not quite that over the turning one; see "How flat
# the optimum is" in docs/validation.md.
CUTOFF_TOL_S = 0.1

PLACES = (
    ("icbm-solid", "kozelsk", "washington"),
    ("icbm-solid", "tatishchevo", "new-york"),
    ("slbm", "barents-slbm", "washington"),
    ("irbm", "semnan", "rome"),
)


@cache
def vehicle(missile: str) -> Vehicle:
    return missile_vehicle(catalog.load().missiles[missile])


def targets(launch: str, region: str, count: int = 1) -> Targets:
    facts = catalog.load()
    start, end = facts.launches[launch].position, facts.regions[region].point
    assert end is not None
    one = np.ones(count)
    return Targets(start.lat_rad * one, start.lon_rad * one, end.lat_rad * one, end.lon_rad * one)


def heights_m(aimed: Aimed) -> np.ndarray:
    return np.asarray(ecef_to_geodetic(aimed.flights.apogee_position_ecef_m)[2])


@pytest.mark.parametrize(("missile", "launch", "region"), PLACES)
def test_flights_rise_as_high_as_asked_and_come_down_at_the_target(
    missile: str, launch: str, region: str
) -> None:
    multiples = np.array([0.8, 0.9, 1.0, 1.1, 1.2, 1.3])
    least = aim(vehicle(missile), targets(launch, region), Shape.minimum_energy())
    bends = Bends.of(vehicle(missile), 0.8, 1.3)
    bent = aim_along(
        vehicle(missile), targets(launch, region, len(multiples)), bends.curves(multiples)
    )
    assert bent.ok[2:].all()
    assert (bent.miss_m[bent.ok] <= TOLERANCE_M).all()
    found = heights_m(bent) / heights_m(least)
    assert np.abs(found - multiples)[bent.ok].max() < MULTIPLE_TOL
    assert found[2] == pytest.approx(1.0, abs=FLAT_TOL)
    # None burns less than the flight of least energy, and the lowest burns longer.
    burns = np.asarray(bent.launches.cutoff_s)[bent.ok] - np.asarray(least.launches.cutoff_s)
    assert burns.min() > -CUTOFF_TOL_S
    assert burns[0] > CUTOFF_TOL_S


def test_one_flight_is_as_in_a_batch() -> None:
    bends = Bends.of(vehicle("slbm"), 0.8, 1.3)
    multiples = np.linspace(0.8, 1.3, 19)
    place = ("barents-slbm", "washington")
    batch = aim_along(vehicle("slbm"), targets(*place, 19), bends.curves(multiples))
    for n in (0, 7, 18):
        one = aim_along(vehicle("slbm"), targets(*place), bends.curves(multiples[n : n + 1]))
        for name in ("azimuth_rad", "kick_rad", "cutoff_s"):
            alone, among = np.ravel(getattr(one.launches, name)), getattr(batch.launches, name)
            np.testing.assert_array_equal(alone, np.ravel(among)[n])


def test_prop_curves_grow_in_range_and_change_smoothly() -> None:
    bends = Bends.of(vehicle("icbm-solid"), 0.7, 1.4)
    curves = bends.curves(np.linspace(0.7, 1.4, 71))
    assert np.isfinite(curves).all()
    assert (np.diff(curves[..., 0], axis=1) > 0.0).all()
    # Higher multiples take smaller kicks at every cut-off.
    assert (np.diff(curves[..., 1], axis=0) < 0.0).all()
    assert (curves[:, :, 2] == curves[0, :, 2]).all()


def test_a_target_beyond_the_longest_bent_flight_has_a_status() -> None:
    bends = Bends.of(vehicle("icbm-solid"), 0.5, 1.0)
    far = aim_along(
        vehicle("icbm-solid"), targets("kozelsk", "los-angeles"), bends.curves(np.array([0.5]))
    )
    assert Status(int(far.status[0])) is Status.OUT_OF_RANGE


def test_multiples_that_cannot_be_are_refused() -> None:
    with pytest.raises(RangeError, match="above zero"):
        Bends.of(vehicle("slbm"), 0.0, 1.2)
    with pytest.raises(RangeError, match="above zero"):
        Bends.of(vehicle("slbm"), 1.2, 0.8)
    with pytest.raises(RangeError, match="nearer to one"):
        Bends.of(vehicle("slbm"), 1.0, 500.0)
