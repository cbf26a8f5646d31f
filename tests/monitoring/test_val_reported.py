"""Speeds out of press figures, against those that others computed or stated."""

from __future__ import annotations

import numpy as np
import pytest

from glasshield.errors import UnknownNameError
from glasshield.flight import kepler, rotation
from glasshield.monitoring.reported import reported, surface_speed_m_s
from glasshield.workspace import Workspace

WORKSPACE = Workspace.default()
# T1: apogee and range are "about" figures, each rounded to 5 and 50 miles.
T1_TOL_KM_S = 0.1
DIGITS_KM_S = 5e-3  # the computed 6.32 km/s has two decimals


def test_val_t1_booster_of_2003_flew_at_least_6_3_km_s() -> None:
    """Orbital, February 2003: about 1,125 and 3,500 miles; computed by others as 6.32 km/s."""
    (row,) = reported(WORKSPACE, ("obv-20030206",))
    speed = row.surface_speed_km_s
    assert speed is not None
    assert abs(speed.value - 6.32) < DIGITS_KM_S
    assert speed.low < 6.32 < speed.high
    assert speed.high - speed.low < T1_TOL_KM_S
    turning = row.turning_speed_km_s
    assert turning is not None
    assert abs(turning.value - 6.39) < T1_TOL_KM_S  # computed by others for a launch to the west


def test_val_t1_does_not_settle_the_dispute() -> None:
    (row,) = reported(WORKSPACE, ("obv-20030206",))
    assert [(one.by, one.burnout_speed_km_s) for one in row.stated] == [
        ("mda-2007", 6.3),
        ("postol-2007", 9.0),
        ("open-studies", 8.3),
        ("lewis-postol-2008", 8.5),
    ]
    said = " ".join(text.en for text in row.why)
    for reason in ("lower bound", "three stages", "more mass", "inside the range", "waste energy"):
        assert reason in said
    # All of what is stated lies above what the flight proves: none of it is refuted.
    speed = row.surface_speed_km_s
    assert speed is not None
    assert all(one.in_flight_km_s > speed.high for one in row.stated)


def test_the_test_of_2003_stands_once_among_all_flights() -> None:
    rows = reported(WORKSPACE)
    ids = [row.id for row in rows]
    assert "obv-20030206" in ids
    assert "obv" not in ids
    assert len(ids) == len(WORKSPACE.catalog.reported_flights)
    (alone,) = reported(WORKSPACE, ("obv",))
    assert alone.surface_speed_km_s == rows[ids.index("obv-20030206")].surface_speed_km_s


def test_every_pair_that_rounds_to_what_was_reported_lies_in_the_interval() -> None:
    draw = np.random.default_rng(5)
    for row in reported(WORKSPACE):
        flight = WORKSPACE.catalog.reported_flights[row.id]
        if row.surface_speed_km_s is None:
            continue
        apogee_m = draw.uniform(flight.apogee.low_si, flight.apogee.high_si, 400)
        range_m = draw.uniform(flight.range.low_si, flight.range.high_si, 400)
        speed = kepler.arc(apogee_m, range_m).speed_m_s / 1e3
        nearly = 1e-9
        assert speed.min() >= row.surface_speed_km_s.low - nearly
        assert speed.max() <= row.surface_speed_km_s.high + nearly


def test_the_least_speed_may_lie_inside_the_rounding() -> None:
    """Of the Nodong of 2014 an apogee that rounds to the reported one needs the least energy."""
    (row,) = reported(WORKSPACE, ("nodong-20140326",))
    flight = WORKSPACE.catalog.reported_flights["nodong-20140326"]
    least = kepler.minimum_energy(flight.range.low_si)
    assert flight.apogee.low_si < float(least.apogee_m) < flight.apogee.high_si
    assert row.surface_speed_km_s is not None
    assert row.surface_speed_km_s.low == pytest.approx(float(least.speed_m_s) / 1e3, abs=1e-9)


def test_the_turning_earth_is_counted_where_a_direction_is_known() -> None:
    (row,) = reported(WORKSPACE, ("hs14-20170728",))
    flight = WORKSPACE.catalog.reported_flights["hs14-20170728"]
    assert flight.launch_latitude is not None
    assert flight.azimuth is not None
    turning = rotation.arc(
        flight.apogee.si, flight.range.si, flight.launch_latitude.si, flight.azimuth.si
    )
    assert row.turning_speed_km_s is not None
    assert row.turning_speed_km_s.value == float(turning.ground_speed_m_s) / 1e3


def test_a_motor_that_fired_before_entry_leaves_no_speed() -> None:
    (row,) = reported(WORKSPACE, ("fire1-19640414",))
    assert row.surface_speed_km_s is None
    assert row.turning_speed_km_s is None
    assert "no one free flight" in row.why[0].en


def test_miles_may_be_nautical_ones() -> None:
    (row,) = reported(WORKSPACE, ("obv-20030206",))
    nautical = kepler.arc(1125 * 1852.0, 3500 * 1852.0).speed_m_s / 1e3
    assert f"{float(nautical):.2f} km/s" in " ".join(text.en for text in row.why)


def test_a_stated_speed_at_the_ground_has_the_energy_of_its_burnout() -> None:
    """Lifted back, the speed at the ground is the stated one at some height below 500 km."""
    booster = WORKSPACE.catalog.interceptors["gbi2"]
    ground = surface_speed_m_s(booster, 6300.0)
    arc = kepler.launched(ground, np.radians(50.0))
    assert kepler.speed_at_height_m_s(arc, 100e3) > 6300.0 > kepler.speed_at_height_m_s(arc, 500e3)


def test_an_unknown_flight_offers_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="did you mean"):
        reported(WORKSPACE, ("obv-2003020",))
