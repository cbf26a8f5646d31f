"""Places near a party's areas, against distances worked out one by one."""

from __future__ import annotations

import math

import numpy as np
import pytest

from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.coordination import nearness
from glasshield.coordination.nearness import near
from glasshield.coordination.sectors import Area, Bounds, Sector
from glasshield.earth import sphere

NEAR_M = 30e3
ROUNDING_M = 20.0


def of(*areas: Area) -> Sector:
    return Sector("cedar", areas)


def places(lat_deg: float, lon_deg: float, away_m: float) -> tuple[np.ndarray, np.ndarray]:
    """Places at a distance from one, in 200 directions."""
    bearing = np.linspace(0.0, 2.0 * math.pi, 200)
    angle = away_m / EARTH_MEAN_RADIUS_M
    lat, lon = sphere.destination(math.radians(lat_deg), math.radians(lon_deg), bearing, angle)
    return lat, lon


@pytest.mark.parametrize("radius_m", [500.0, 5e3, 25e3, 3e6])
@pytest.mark.parametrize("middle", [(40.0, 20.0), (-10.0, 179.99), (60.0, -30.0)])
def test_an_area_smaller_than_the_distance_is_near_too(
    radius_m: float, middle: tuple[float, float]
) -> None:
    lat_deg, lon_deg = middle
    area = of(Area.around("a", math.radians(lat_deg), math.radians(lon_deg), radius_m))
    steps_m = nearness.COARSEST_M**2 / 8.0 * (1.0 / NEAR_M + 1.0 / radius_m)
    slack_m = min(steps_m, nearness.COARSEST_M / 2.0) + ROUNDING_M
    inner = places(lat_deg, lon_deg, radius_m + NEAR_M - slack_m)
    outer = places(lat_deg, lon_deg, radius_m + NEAR_M + ROUNDING_M)
    assert near(area, inner[0], inner[1], NEAR_M).all()
    assert not near(area, outer[0], outer[1], NEAR_M).any()


def is_near(sector: Sector, lat_deg: float, lon_deg: float, near_m: float = NEAR_M) -> bool:
    place = np.radians([lat_deg]), np.radians([lon_deg])
    return bool(near(sector, place[0], place[1], near_m)[0])


def test_between_countries_of_one_party_there_is_no_edge() -> None:
    border = 50.9, 14.9  # where Czechia, Germany and Poland meet
    assert is_near(of(Area.of_countries("a", ("CZE",))), *border)
    assert not is_near(of(Area.of_countries("a", ("DEU", "POL", "CZE"))), *border)


def test_what_a_box_cuts_off_is_not_near() -> None:
    west = Bounds(math.radians(45.0), math.radians(56.0), math.radians(5.0), math.radians(15.0))
    cut = of(Area("a", Area.of_countries("a", ("POL",)).countries, west))
    assert is_near(cut, 53.43, 14.55, 60e3)  # Szczecin
    assert not is_near(cut, 54.35, 18.65, 60e3)  # Gdansk


def test_a_box_more_than_half_around_keeps_to_its_own_side() -> None:
    south, north = math.radians(60.0), math.radians(70.0)
    wide = of(Area("a", None, Bounds(south, north, math.radians(-100.0), math.radians(170.0))))
    assert is_near(wide, 59.9, 0.0)
    assert not is_near(wide, 59.9, -140.0)


def test_a_ring_is_near_from_both_sides() -> None:
    ring = of(Area.of_ring("a", [(50.0, 10.0), (50.0, 12.0), (52.0, 12.0), (52.0, 10.0)]))
    assert is_near(ring, 49.8, 11.0)
    assert is_near(ring, 50.2, 11.0)
    assert not is_near(ring, 49.6, 11.0)
