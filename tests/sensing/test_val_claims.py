"""Published statements about radars, computed again: T8, T9 and T13 of the collected facts."""

from __future__ import annotations

import numpy as np
import pytest

from glasshield import catalog
from glasshield.errors import RangeError
from glasshield.sensing.radar_equation import Parts, face_power_w, range_factor
from glasshield.sensing.refraction import Refraction
from glasshield.sensing.visibility import least_visible_height_m

RECORDS = catalog.load()

# The facts give kilometres without decimals, from a computation of their own.
HEIGHT_TOL_KM = 5.0
RANGE_TOL_KM = 3.0  # the fourth root of rounded figures: 0.3 %
RATIO_OF_LEWIS_AND_POSTOL = 20.0  # signal to noise


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
    ("noise_k", "loss_db", "range_km"), [(400.0, 5.0, 1000.0), (500.0, 8.0, 796.0)]
)
def test_val_losses_decide_how_far_a_tpy2_sees(
    noise_k: float, loss_db: float, range_km: float
) -> None:
    """The 870 km of Lewis and Postol lie between what two sets of likely losses give."""
    design = RECORDS.radars["tpy2"]
    figures = (design.mean_power, design.aperture, design.aperture_efficiency, design.frequency)
    power, aperture, efficiency, frequency = (f.si for f in figures if f is not None)
    radar = Parts(
        mean_power_w=power,
        aperture_m2=aperture * efficiency,
        frequency_hz=frequency,
        dwell_s=design.figures["dwell"].si,
        noise_k=noise_k,
        loss=10.0 ** (loss_db / 10.0),
    )
    found_m = radar.range_m(RATIO_OF_LEWIS_AND_POSTOL, design.reference_cross_section.si)
    assert found_m / 1e3 == pytest.approx(range_km, abs=RANGE_TOL_KM)
    there = radar.snr(found_m, design.reference_cross_section.si)
    assert there == pytest.approx(RATIO_OF_LEWIS_AND_POSTOL)


def test_parts_that_no_radar_has() -> None:
    with pytest.raises(RangeError, match="a loss is not a gain"):
        Parts(1.0, 1.0, 1.0, 1.0, 1.0, 0.9)
    with pytest.raises(RangeError, match="above zero"):
        Parts(1.0, 0.0, 1.0, 1.0, 1.0, 1.0)


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
