"""The flight of an announced test, with the declared and with the rival speed."""

from __future__ import annotations

import numpy as np
import pytest

from glasshield.catalog.scenarios import FlightShape
from glasshield.earth import geodesic
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.errors import InputError
from glasshield.flight import rockets
from glasshield.monitoring.announced_flight import (
    MISS_ALLOWED_M,
    announced_flights,
    area_row,
    stated,
    test_row,
    vehicle_of,
)
from glasshield.monitoring.areas import centre
from glasshield.monitoring.rehearsal import Flown, Rehearsal, rehearse
from tests.monitoring.announced import BOOSTER, SM3, announced, changed, facts, flights, number

ANGLE_TOL_RAD = 1e-6  # the kick is found by a straight line through a narrow bracket
SPEED_TOL = 2e-5  # relative; masses are solved to 1e-5 of the stated speed


@pytest.mark.parametrize("id", [BOOSTER, SM3])
@pytest.mark.parametrize("side", ["declared", "rival"])
def test_the_vehicle_has_the_stated_speed_over_a_still_earth(id: str, side: str) -> None:
    performance = getattr(announced(id), side)
    vehicle = vehicle_of(announced(id), facts(), performance)
    assert rockets.reference_speeds_m_s([vehicle])[0] == pytest.approx(
        performance.burnout_speed.si, rel=SPEED_TOL
    )


def test_the_declared_flight_comes_down_in_the_middle_of_the_impact_area() -> None:
    test = announced()
    assert test.impact_area is not None
    lat, lon, _ = ecef_to_geodetic(flights().declared.impact_position_ecef_m)
    missed = geodesic.inverse(*centre(test.impact_area), lat, lon).distance_m
    assert missed < MISS_ALLOWED_M


def test_an_azimuth_and_a_burnout_angle_are_met() -> None:
    test, flight = announced(SM3), flights(SM3).declared
    assert test.azimuth is not None
    assert test.burnout_angle is not None
    assert flight.azimuth_rad == test.azimuth.si
    assert flight.burnout_angle_rad == pytest.approx(test.burnout_angle.si, abs=ANGLE_TOL_RAD)


@pytest.mark.parametrize("id", [BOOSTER, SM3])
def test_the_rival_flight_differs_in_its_speed_alone(id: str) -> None:
    declared, rival = flights(id).declared, flights(id).rival
    assert rival.azimuth_rad == declared.azimuth_rad
    assert rival.burnout_angle_rad == pytest.approx(declared.burnout_angle_rad, abs=ANGLE_TOL_RAD)
    assert rival.burnout_time_s == rival.vehicle.burnout_time_s
    assert rival.burnout_speed_m_s > declared.burnout_speed_m_s


def test_a_stated_burn_time_stretches_the_burns() -> None:
    test = announced()
    longer = changed(test, declared=changed(test.declared, burn_time=number(150.0, "s")))
    flight = announced_flights(longer, facts()).declared
    assert flight.burnout_time_s == pytest.approx(150.0)
    assert flight.stage_ends_s == pytest.approx((75.0, 150.0))


def test_an_impact_area_out_of_reach_is_refused() -> None:
    test = announced()
    area = changed(test.impact_area, centre_deg=(-40.0, 60.0))
    far = changed(test, areas=(area,))
    with pytest.raises(InputError, match="does not fly to the impact area"):
        announced_flights(far, facts())


def test_a_burnout_angle_that_no_kick_gives_is_refused() -> None:
    steep = changed(announced(SM3), burnout_angle=number(89.99, "deg"))
    with pytest.raises(InputError, match=r"does not burn out 90 deg above level"):
        announced_flights(steep, facts())


def test_a_speed_beyond_the_stages_is_refused() -> None:
    test = announced()
    wild = changed(test, rival=changed(test.rival, burnout_speed=number(20.0, "km/s")))
    with pytest.raises(InputError, match=r"at most 9\.67"):
        announced_flights(wild, facts())


def test_a_missile_is_flown_as_well_and_cut_off_for_the_least_energy() -> None:
    test = announced()
    missile = changed(
        test,
        interceptor="",
        missile="icbm-solid",
        shape=FlightShape.MINIMUM_ENERGY,
        declared=changed(test.declared, burnout_speed=number(6.8, "km/s"), burn_time=None),
        rival=changed(test.rival, burnout_speed=number(7.1, "km/s")),
    )
    pair = announced_flights(missile, facts())
    assert pair.declared.burnout_time_s < pair.declared.vehicle.burnout_time_s
    assert pair.rival.burnout_time_s == pair.rival.vehicle.burnout_time_s
    heavy = rehearse(missile, facts(), Rehearsal(1, Flown.HEAVY), pair).flight
    assert heavy.burnout_speed_m_s == pytest.approx(pair.declared.burnout_speed_m_s, abs=0.01)


def test_rows_say_who_states_what() -> None:
    row = test_row(announced(), flights())
    assert (row.declared.by, row.declared.burnout_speed_km_s) == ("mda-2007", 6.3)
    assert (row.rival.by, row.rival.burnout_speed_km_s) == ("postol-2007", 9.0)
    assert (row.declared.stages, row.declared.burn_time_s) == (2, 130.0)
    assert (row.rival.stages, row.rival.burn_time_s) == (None, None)
    assert row.declared.in_flight_km_s == pytest.approx(6.2746, abs=1e-3)
    assert [area.role for area in row.areas] == ["launch", "hazard", "impact"]


def test_who_states_a_speed_without_a_name_is_named_by_the_caller() -> None:
    test = announced()
    nameless = changed(test.rival, burnout_speed=number(9.0, "km/s"))
    assert stated(nameless, flights().rival, "rival").by == "rival"


def test_paths_run_from_the_launch_to_the_end() -> None:
    row = flights().declared.path_row()
    assert row.time_s[0] == 0.0
    assert row.time_s[-1] == pytest.approx(flights().declared.impact_time_s, abs=0.5)
    assert row.height_km[0] == pytest.approx(0.0, abs=0.01)
    assert max(row.height_km) == pytest.approx(2340.0, abs=20.0)
    assert row.stage_ends_s == (65.0, 130.0)
    assert len(row.time_s) == len(row.lat_deg) == len(row.lon_deg) == len(row.height_km)


def test_areas_of_maps_are_closed() -> None:
    for area in announced().areas:
        row = area_row(area)
        assert np.allclose((row.lat_deg[0], row.lon_deg[0]), (row.lat_deg[-1], row.lon_deg[-1]))
