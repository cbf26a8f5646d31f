"""Speeds out of press figures, against those that others computed or stated."""

from __future__ import annotations

import math
import re

import numpy as np
import pytest

from glasshield.errors import UnknownNameError
from glasshield.flight import kepler, rotation
from glasshield.monitoring.reported import reported, surface_speed_m_s
from glasshield.workspace import Workspace

WORKSPACE = Workspace.default()
# T1: apogee and range are "about" figures, each rounded to 5 and 50 miles.
T1_TOL_KM_S = 0.1
LAST_PLACE_KM_S = 1e-3  # a bound is written with three decimals
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


def test_a_flight_to_the_east_needs_less_than_over_a_still_earth_and_is_told_so() -> None:
    """Atlas, 1960: 7.73 km/s over a still Earth, 0.26 less with the turning Earth behind it."""
    (row,) = reported(WORKSPACE, ("atlas-19600520",))
    still, turning = row.surface_speed_km_s, row.turning_speed_km_s
    assert still is not None
    assert turning is not None
    assert turning.high < still.low
    assert "an Earth that stood still" in row.why[0].en
    assert "relative to the ground" in row.why[1].en


def test_lower_bounds_are_rounded_down_and_stand_after_every_at_least() -> None:
    for row in reported(WORKSPACE):
        bounds = [text.en for text in row.why if re.search(r"at least [\d.]+\skm/s", text.en)]
        speeds = [s for s in (row.surface_speed_km_s, row.turning_speed_km_s) if s is not None]
        assert len(bounds) == len(speeds)
        for said, speed in zip(bounds, speeds, strict=True):
            (number,) = re.findall(r"at least ([\d.]+)\skm/s", said)
            assert 0.0 <= speed.low - float(number) < LAST_PLACE_KM_S


def test_the_deviation_is_that_of_an_even_spread_over_the_interval() -> None:
    for row in reported(WORKSPACE):
        for speed in (row.surface_speed_km_s, row.turning_speed_km_s):
            if speed is not None:
                assert speed.low <= speed.value <= speed.high
                assert speed.sigma == pytest.approx((speed.high - speed.low) / math.sqrt(12.0))


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
