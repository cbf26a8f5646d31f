"""Views of radars, held to the full computation at every range."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from glasshield.assurance.views import View
from glasshield.flight.aim import Targets, aim
from glasshield.flight.families import Shape
from glasshield.flight.fly import Sampling
from glasshield.flight.rockets import missile_vehicle
from glasshield.sensing.sensors import Radar, sensor
from glasshield.sensing.visibility import Paths, first_seen_s, visible
from glasshield.shield.flights import SAMPLE_STEP_S
from tests.assurance.claims import base_world

pytestmark = pytest.mark.kernels

CATALOG = base_world().catalog
FIRST_SEEN_TOL_S = 0.15  # the full computation halves a step of four seconds six times
RADARS = ("emr-brdy", "fylingdales", "tpy2-kurecik")


@pytest.fixture(scope="module")
def paths() -> Paths:
    """From four launch areas to three cities, as far as there is a flight."""
    starts = [CATALOG.launches[id].position for id in ("kozelsk", "tatishchevo", "semnan")]
    ends = [CATALOG.regions[id].point for id in ("washington", "london", "rome")]
    places = np.array(
        [(a.lat_rad, a.lon_rad, b.lat_rad, b.lon_rad) for a in starts for b in ends if b]
    ).T
    vehicle = missile_vehicle(CATALOG.missiles["icbm-solid"])
    solved = aim(
        vehicle, Targets(*places), Shape.minimum_energy(), sampling=Sampling(SAMPLE_STEP_S, 500)
    )
    flights = solved.flights.take(solved.ok)
    n = len(flights.flight_time_s)
    return Paths(flights.positions_ecef_m, SAMPLE_STEP_S, flights.burnout_time_s, np.ones(n))


def radar(id: str) -> Radar:
    found = sensor(CATALOG, CATALOG.sensors[id])
    assert isinstance(found, Radar)
    return found


@pytest.mark.parametrize("id", RADARS)
def test_every_range_and_cross_section_gives_what_the_full_computation_gives(
    id: str, paths: Paths
) -> None:
    place = radar(id)
    view = View.of(place, paths)
    found = 0
    for range_m in np.geomspace(3e5, 2e7, 25):
        for cross_section in (0.01, 1.0):
            asked = replace(place, range_m=float(range_m))
            looked = replace(paths, cross_section_m2=np.full(len(paths), cross_section))
            seen, first_s = view.seen(asked, looked.cross_section_m2)
            full = visible(asked, looked)
            assert (seen == full).all()
            full_s = first_seen_s(asked, looked, full)
            assert (np.isfinite(first_s) == np.isfinite(full_s)).all()
            ok = np.isfinite(full_s)
            assert np.abs(first_s[ok] - full_s[ok]).max(initial=0.0) < FIRST_SEEN_TOL_S
            found += int(ok.sum())
    assert found > 50


def test_each_flight_has_its_own_cross_section(paths: Paths) -> None:
    place = radar("fylingdales")
    sizes = np.geomspace(1e-4, 10.0, len(paths))
    seen, _ = View.of(place, paths).seen(place, sizes)
    assert (seen == visible(place, replace(paths, cross_section_m2=sizes))).all()


def test_a_flight_from_beside_the_radar_is_seen_at_once(paths: Paths) -> None:
    place = radar("fylingdales")
    overhead = np.full_like(paths.positions_ecef_m, np.nan)
    lat, lon = place.lat_rad, place.lon_rad
    up = np.array([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
    overhead[:, :10] = up * 6.5e6 + np.arange(10.0)[:, None] * 1e3
    overhead[:, :10] += 1e5 * np.array([-np.sin(lon), np.cos(lon), 0.0])
    looked = replace(paths, positions_ecef_m=overhead)
    assert visible(place, looked)[:, 0].all()
    _, first_s = View.of(place, looked).seen(place, looked.cross_section_m2)
    assert (first_s == 0.0).all()


def test_no_flights(paths: Paths) -> None:
    seen, first_s = View.of(radar("emr-brdy"), paths.rows(slice(0, 0))).seen(
        radar("emr-brdy"), np.ones(0)
    )
    assert seen.shape[0] == len(first_s) == 0
