"""Distances from regions: boxes and places in closed form, countries against known borders."""

from __future__ import annotations

import math
from typing import Any

import msgspec
import numpy as np
import pytest

from glasshield.assurance.outline import STEP_M, Outline, outline
from glasshield.catalog.model import Region
from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.earth import sphere
from glasshield.errors import InputError
from tests.assurance.claims import base_world

REGIONS = base_world().catalog.regions
DEGREE_M = math.radians(1.0) * EARTH_MEAN_RADIUS_M
# The edge is followed in steps: no distance is off by more than half of one.
STEP_TOL_M = 0.5 * STEP_M
# A map at 1:25 million: borders lie some ten kilometres off, and places are read to a hundredth.
MAP_TOL_M = 20e3

_COS_5 = math.cos(math.radians(5.0))

STANDING = {"source": "glasshield", "status": "assumed", "note": "for a test"}


def a_region(**parts: Any) -> Region:
    return msgspec.convert({"id": "tried", "name": "Tried", **parts}, Region)


def a_box(south: float, north: float, west: float, east: float) -> dict[str, Any]:
    box = {"south_deg": south, "north_deg": north, "west_deg": west, "east_deg": east}
    return {"box": box | STANDING}


def members(*codes: str) -> dict[str, Any]:
    return {"members": {"countries": codes, "as_of": "2007", "text": "For a test.", **STANDING}}


def distance_m(region: Region, lat_deg: float, lon_deg: float) -> float:
    found = Outline.of(region).distance_m(np.radians([lat_deg]), np.radians([lon_deg]))
    return float(found[0])


@pytest.mark.parametrize(
    ("lat_deg", "lon_deg", "expected_deg"),
    [
        (0.0, 12.0, 2.0),  # east of the box
        (0.0, 7.0, -3.0),  # inside, nearest to its eastern edge
        (-8.0, 0.0, 3.0),
        (4.0, 0.0, -1.0),
        # From the far side the corners are nearest, by way of the poles.
        (0.0, -180.0, math.degrees(math.acos(_COS_5 * math.cos(math.radians(170.0))))),
    ],
)
def test_a_box_on_the_equator(lat_deg: float, lon_deg: float, expected_deg: float) -> None:
    region = a_region(**a_box(-5.0, 5.0, -10.0, 10.0))
    expected = expected_deg * DEGREE_M
    assert distance_m(region, lat_deg, lon_deg) == pytest.approx(expected, abs=STEP_TOL_M)


def test_a_place_is_a_disk() -> None:
    point = {"lat_deg": 10.0, "lon_deg": 179.5, "within_km": 50.0, **STANDING}
    region = a_region(point=point)
    away = sphere.distance_m(*np.radians([10.0, 179.5, 12.0, -179.0]))
    assert distance_m(region, 12.0, -179.0) == pytest.approx(float(away) - 50e3, abs=1.0)
    assert distance_m(region, 10.0, 179.5) == pytest.approx(-50e3, abs=1.0)


def test_val_cities_and_the_polish_border() -> None:
    """Frankfurt (Oder) lies on the border, Słubice across it; Warsaw some 160 km inside."""
    assert distance_m(REGIONS["poland"], 52.34, 14.55) == pytest.approx(0.0, abs=MAP_TOL_M)
    assert distance_m(REGIONS["poland"], 52.52, 13.41) == pytest.approx(69e3, abs=MAP_TOL_M)
    assert -190e3 < distance_m(REGIONS["poland"], 52.23, 21.01) < -130e3


def test_a_border_between_two_members_is_no_edge() -> None:
    both = a_region(**members("DEU", "POL"))
    # On the Oder, 200 km from coast and from the Czech border.
    assert distance_m(both, 52.34, 14.55) < -100e3
    alone = distance_m(a_region(**members("DEU")), 52.34, 14.55)
    assert abs(alone) < MAP_TOL_M


def test_a_box_cuts_a_country_and_bounds_it_there() -> None:
    whole, west = a_region(**members("RUS")), a_region(**members("RUS"), **a_box(41, 72, 19, 60))
    # In the middle of Siberia: deep inside the country, far from what the box leaves of it.
    assert distance_m(whole, 60.0, 90.0) < -500e3
    assert distance_m(west, 60.0, 90.0) > 1500e3
    # 61 degrees east: the cut itself is the nearest edge.
    expected = DEGREE_M * math.cos(math.radians(58.0))
    assert distance_m(west, 58.0, 61.0) == pytest.approx(expected, abs=STEP_TOL_M + 500.0)
    assert distance_m(west, 58.0, 59.0) == pytest.approx(-expected, abs=STEP_TOL_M + 500.0)
    # The corner of the box over the Arctic Ocean bounds nothing.
    assert distance_m(west, 71.9, 30.0) > 50e3


def test_prop_the_nearest_edge_by_brute_force() -> None:
    found = outline(REGIONS["europe-to-the-urals"])
    rng = np.random.default_rng(3)
    lat, lon = np.radians(rng.uniform(30, 75, 60)), np.radians(rng.uniform(-30, 70, 60))
    edge = found.edge.data
    brute = np.array(
        [np.arccos(np.clip(edge @ v, -1, 1)).min() for v in sphere.unit_vector(lat, lon)]
    )
    np.testing.assert_allclose(
        np.abs(found.distance_m(lat, lon)), EARTH_MEAN_RADIUS_M * brute, rtol=1e-6, atol=1.0
    )


def test_a_region_that_its_box_leaves_nothing_of() -> None:
    region = a_region(**members("POL"), **a_box(-10.0, -5.0, 0.0, 5.0))
    with pytest.raises(InputError, match="nothing of the region is left inside its box"):
        Outline.of(region)


def test_an_outline_is_made_once() -> None:
    assert outline(REGIONS["poland"]) is outline(REGIONS["poland"])
