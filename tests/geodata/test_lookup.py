"""The country of a point, against brute force and at the places where such things break."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from glasshield import geodata
from glasshield.errors import RangeError
from glasshield.geodata import point_in_country
from glasshield.geodata.lookup import country_at

RNG_SEED = 20070412


def code_at(lat_deg: float, lon_deg: float) -> str:
    index = int(point_in_country(np.radians(lat_deg), np.radians(lon_deg)))
    return geodata.countries()[index].code if index >= 0 else ""


def brute_force(lat: np.ndarray, lon: np.ndarray) -> np.ndarray:
    """Even-odd crossings of a meridian ray to the South Pole, ring by ring."""
    found = np.full(lat.shape, -1)
    world = geodata.world("fine")
    for index in range(len(world.rings)):
        inside = np.zeros(lat.shape, dtype=bool)
        for ring in itertools.chain.from_iterable(world.polygons(index)):
            lat1, lat2 = ring[:-1, 0], ring[1:, 0]
            width = (np.diff(ring[:, 1]) + np.pi) % (2 * np.pi) - np.pi
            turned = bool(abs(width.sum()) > np.pi)
            offset = (lon[:, None] - ring[:-1, 1] + np.pi) % (2 * np.pi) - np.pi
            crosses = (offset >= np.minimum(0, width)) & (offset < np.maximum(0, width))
            share = np.divide(offset, width, out=np.zeros_like(offset), where=crosses)
            below = crosses & (lat1 + share * (lat2 - lat1) < lat[:, None])
            inside ^= (below.sum(axis=1) % 2 == 1) ^ turned
        found[inside] = index
    return found


def test_prop_agrees_with_brute_force() -> None:
    rng = np.random.default_rng(RNG_SEED)
    lat, lon = np.arcsin(rng.uniform(-1, 1, 400)), rng.uniform(-np.pi, np.pi, 400)
    assert np.array_equal(point_in_country(lat, lon), brute_force(lat, lon))


def test_prop_agrees_with_brute_force_along_the_date_line() -> None:
    rng = np.random.default_rng(RNG_SEED)
    lat = np.radians(rng.uniform(-90, 75, 200))
    lon = np.pi + np.radians(rng.uniform(-3, 3, 200))
    assert np.array_equal(point_in_country(lat, lon), brute_force(lat, lon))


@pytest.mark.parametrize(
    ("lat_deg", "lon_deg", "code"),
    [
        (-90.0, 0.0, "ATA"), (-90.0, 123.0, "ATA"), (-89.9, -180.0, "ATA"), (90.0, 0.0, ""),
        (66.5, 180.0, "RUS"), (66.5, -180.0, "RUS"), (66.5, 540.0, "RUS"), (71.2, 180.0, "RUS"),
        (66.0, -175.0, "RUS"), (-16.6, 179.4, "FJI"), (-16.85, -179.99, "FJI"),
        (-29.5, 28.0, "LSO"), (43.94, 12.45, "SMR"), (-60.0, 0.0, ""), (-58.5, 100.0, ""),
        (41.0, 51.0, ""), (54.7, 21.0, "RUS"), (0.0, 0.0, ""),
    ],
)  # fmt: skip
def test_poles_date_line_enclaves_and_seas(lat_deg: float, lon_deg: float, code: str) -> None:
    assert code_at(lat_deg, lon_deg) == code


def test_prop_any_turn_of_longitude_is_the_same_place() -> None:
    rng = np.random.default_rng(RNG_SEED)
    lat, lon = np.arcsin(rng.uniform(-1, 1, 1000)), rng.uniform(-np.pi, np.pi, 1000)
    here = point_in_country(lat, lon)
    assert np.array_equal(here, point_in_country(lat, lon + 4 * np.pi))
    one_by_one = [int(point_in_country(a, b)) for a, b in zip(lat[:50], lon[:50], strict=True)]
    assert here[:50].tolist() == one_by_one


def test_shapes_are_kept() -> None:
    assert point_in_country(np.zeros((3, 4)), np.zeros((3, 4))).shape == (3, 4)
    assert point_in_country(np.zeros(0), np.zeros(0)).shape == (0,)
    assert point_in_country(0.9, np.zeros(5)).shape == (5,)


@pytest.mark.parametrize(
    ("lat_rad", "message"), [(np.nan, "finite"), (np.inf, "finite"), (1.6, "beyond a pole")]
)
def test_impossible_points_are_refused(lat_rad: float, message: str) -> None:
    with pytest.raises(RangeError, match=message):
        point_in_country(np.array([0.0, lat_rad]), np.zeros(2))


def test_prop_one_point_is_held_by_whom_it_is_among_many() -> None:
    rng = np.random.default_rng(4)
    lat, lon = np.arcsin(rng.uniform(-1.0, 1.0, 2_000)), rng.uniform(-7.0, 7.0, 2_000)
    alone = [country_at(*each) for each in zip(lat.tolist(), lon.tolist(), strict=True)]
    assert alone == point_in_country(lat, lon).tolist()
