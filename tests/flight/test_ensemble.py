"""The fitted rockets: they meet their goal, as built, and bracket what is published of boost."""

from __future__ import annotations

import numpy as np
import pytest

from glasshield.earth import ellipsoid, geodesic, sphere
from glasshield.flight import ensemble, kepler
from glasshield.flight.ensemble import Fits, Goal
from glasshield.flight.fly import EarthModel, Launches, fly

GOALS = [
    Goal(2111.5e3, 787e3, np.radians(40.0), np.radians(71.0)),
    Goal(1000e3, 5757e3, np.radians(62.9), np.radians(36.0)),
    Goal(120e3, 450e3, np.radians(-39.2), np.radians(270.0)),
    Goal(1300e3, 10_000e3, np.radians(45.0), np.radians(5.0), EarthModel.STILL),
    Goal(6000e3, 0.0, np.radians(39.0), 0.0),
]


def fly_again(fits: Fits, goal: Goal) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Apogees, and latitudes and longitudes of impact, of the fitted vehicles."""
    flights = fly(
        fits.vehicles,
        Launches(
            vehicle_index=np.arange(len(fits.vehicles)),
            lat_rad=goal.lat_rad,
            lon_rad=0.0,
            azimuth_rad=fits.heading_rad,
            kick_rad=fits.kick_rad,
        ),
        earth=goal.earth,
    )
    lat_rad, lon_rad, _ = ellipsoid.ecef_to_geodetic(flights.impact_position_ecef_m)
    return ellipsoid.ecef_to_geodetic(flights.apogee_position_ecef_m)[2], lat_rad, lon_rad


@pytest.mark.parametrize("goal", GOALS, ids=lambda goal: f"{goal.apogee_m / 1e3:.0f} km")
def test_fitted_vehicles_meet_apogee_range_and_azimuth(goal: Goal) -> None:
    fits = ensemble.fit(goal)
    assert len(fits.vehicles) >= 4
    apogee_m, lat_rad, lon_rad = fly_again(fits, goal)
    assert np.all(np.abs(apogee_m - goal.apogee_m) < ensemble.TOLERANCE_M)
    there = geodesic.direct(goal.lat_rad, 0.0, goal.azimuth_rad, goal.range_m)
    miss_m = geodesic.inverse(lat_rad, lon_rad, there.lat_rad, there.lon_rad).distance_m
    # Along and aside each within the tolerance, on a sphere that is 0.5 % off at worst.
    assert np.all(miss_m < 1.5 * ensemble.TOLERANCE_M)


@pytest.mark.parametrize("goal", GOALS, ids=lambda goal: f"{goal.apogee_m / 1e3:.0f} km")
def test_fitted_vehicles_are_as_their_design_says(goal: Goal) -> None:
    designs = {design.name: design for design in ensemble.DESIGNS}
    for vehicle in ensemble.fit(goal).vehicles:
        design = designs[vehicle.name]
        assert len(vehicle.stages) == design.stages
        assert vehicle.thrust_to_weight == pytest.approx(design.liftoff_thrust_to_weight)
        assert vehicle.payload_mass_kg == ensemble.PAYLOAD_MASS_KG
        above_kg = vehicle.liftoff_mass_kg
        ratios = []
        for stage in vehicle.stages:
            ratios.append(above_kg / (above_kg - stage.propellant_mass_kg))
            above_kg -= stage.total_mass_kg
        assert np.ptp(ratios) < 1e-9


def test_val_boost_times_bracket_the_published_ones_of_intercontinental_missiles() -> None:
    """National Research Council 2012 and American Physical Society 2003, as the press gives them:
    liquid about 4 min, solid about 3 min, down to about 2."""
    fits = ensemble.fit(Goal(1300e3, 10_000e3, np.radians(40.0), np.radians(10.0)))
    burn_s = fits.burnout_time_s
    solid_s = [t for t, v in zip(burn_s, fits.vehicles, strict=True) if v.name.startswith("solid")]
    liquid_s = [t for t, v in zip(burn_s, fits.vehicles, strict=True) if v.name.startswith("liq")]
    assert min(solid_s) <= 240.0
    assert min(burn_s) <= 240.0 <= max(liquid_s)


def test_no_stage_burns_longer_than_five_minutes() -> None:
    for goal in GOALS:
        for vehicle in ensemble.fit(goal).vehicles:
            assert all(25.0 < stage.burn_time_s < 300.0 for stage in vehicle.stages)


def test_boost_never_lengthens_a_flight_by_more_than_it_lasts() -> None:
    """Thrust can only keep a missile from falling while it burns; entry adds a little."""
    for goal in (GOALS[0], GOALS[1], GOALS[2]):
        fits = ensemble.fit(goal)
        excess_s = fits.flight_time_s - kepler.arc(goal.apogee_m, goal.range_m).time_s
        assert np.all(excess_s < fits.burnout_time_s + 60.0)
        assert np.all(excess_s > 0.0)


def test_a_goal_that_nothing_reaches_has_no_fits() -> None:
    fits = ensemble.fit(Goal(40_000e3, 1000e3, 0.7, 1.0))
    assert fits.vehicles == ()
    assert fits.flight_time_s.shape == (0,)
    assert ensemble.farthest_range_m(fits, GOALS[0]).shape == (0,)


def test_steered_for_distance_is_near_the_best_of_a_finer_search() -> None:
    """What `farthest_range_m` says of itself: within 3 % of a much finer grid."""
    goal = GOALS[0]
    fits = ensemble.fit(goal)
    found_m = ensemble.farthest_range_m(fits, goal)
    finer_m = np.zeros_like(found_m)
    turns_rad = np.linspace(0.4, 2.0, 60)
    for share in (0.0, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3):
        for turns in (1.1, 1.3, 1.6, 2.0, 2.5, 3.0, 4.0):
            steered = [ensemble._steered(vehicle, share, turns) for vehicle in fits.vehicles]
            flights = fly(
                steered,
                Launches(
                    vehicle_index=np.repeat(np.arange(len(steered)), turns_rad.size),
                    lat_rad=goal.lat_rad,
                    lon_rad=0.0,
                    azimuth_rad=goal.azimuth_rad,
                    kick_rad=np.tile(turns_rad / turns, len(steered)),
                ),
                earth=EarthModel.STILL,
            )
            lat_rad, lon_rad, _ = ellipsoid.ecef_to_geodetic(flights.impact_position_ecef_m)
            reach_m = sphere.distance_m(goal.lat_rad, 0.0, lat_rad, lon_rad)
            reach_m = np.where(flights.ok, reach_m, 0.0).reshape(len(steered), -1)
            finer_m = np.maximum(finer_m, reach_m.max(axis=1))
    assert np.all(found_m >= 0.97 * finer_m)
