"""Published statements about radars, computed again: T8, T9 and T13 of the collected facts."""

from __future__ import annotations

import numpy as np
import pytest

from glasshield import catalog
from glasshield.sensing.radar_equation import face_power_w, range_factor
from glasshield.sensing.refraction import Refraction
from glasshield.sensing.visibility import least_visible_height_m

RECORDS = catalog.load()

# The facts give kilometres without decimals, from a computation of their own.
HEIGHT_TOL_KM = 5.0


def test_val_stacking_two_radars_does_not_double_the_range() -> None:
    """T8: figure 5-8 of the Academies has 3,000 km against 1,500 km for twice the radar."""
    stacked = range_factor(power=2.0, gain=2.0, aperture=2.0)
    assert stacked == pytest.approx(8.0**0.25, rel=1e-12)
    assert round(stacked, 2) == 1.68
    assert 10.0 * np.log10(stacked**4) == pytest.approx(9.03, abs=0.01)
    longer = range_factor(power=2.0, gain=2.0, aperture=2.0, dwell=2.0)
    assert longer == pytest.approx(2.0, rel=1e-12)


def test_val_the_mean_power_of_fylingdales_is_its_modules_times_their_power() -> None:
    """T9: 2,560 modules of 340 W on three faces are the 2.5 MW that the source calls the mean."""
    assert face_power_w(2560, 340.0, faces=3) == pytest.approx(2.61e6, abs=0.005e6)
    stated = RECORDS.comparisons["t9"].inputs
    power_w = face_power_w(stated["elements"].si, stated["element_power"].si, stated["faces"].si)
    assert power_w == pytest.approx(2.61e6, abs=0.005e6)


@pytest.mark.parametrize(
    ("sensor", "at_0_deg_km", "at_2_deg_km"),
    [
        ("emr-brdy", 1179.0, 1350.0),
        ("fylingdales", 2185.0, 2462.0),
        ("armavir", 190.0, 247.0),
        ("tpy2-kurecik", 175.0, 229.0),
        ("gabala-radar", 54.0, 83.0),
    ],
)
def test_val_what_a_radar_sees_over_semnan(
    sensor: str, at_0_deg_km: float, at_2_deg_km: float
) -> None:
    """T13: the radar in Bohemia cannot see a boost from Iran; the forward places can."""
    position = RECORDS.position_of(RECORDS.sensors[sensor])
    assert position is not None
    semnan = tuple(np.radians([35.23, 53.92]))
    for elevation_deg, expected_km in ((0.0, at_0_deg_km), (2.0, at_2_deg_km)):
        height_m = least_visible_height_m(
            (position.lat_rad, position.lon_rad),
            semnan,
            float(np.radians(elevation_deg)),
            refraction=Refraction.NONE,
        )
        assert height_m / 1e3 == pytest.approx(expected_km, abs=HEIGHT_TOL_KM)
        bent_m = least_visible_height_m(
            (position.lat_rad, position.lon_rad), semnan, float(np.radians(elevation_deg))
        )
        assert bent_m < height_m
