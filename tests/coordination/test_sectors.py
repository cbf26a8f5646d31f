"""Areas and sectors, and what is wrong with them."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glasshield import catalog
from glasshield.coordination.sectors import Area, Sector, Sectors
from glasshield.coordination.sectors_check import Trouble, check_sectors
from glasshield.coordination.sectors_outline import outline
from glasshield.errors import InputError, RangeError
from glasshield.geodata.grid import zone_area_m2

RECORDS = catalog.load()


def box(name: str, south: float, north: float, west: float, east: float) -> Area:
    return Area.of_ring(name, [(south, west), (south, east), (north, east), (north, west)])


def area_m2(south: float, north: float, west: float, east: float) -> float:
    """Of a box between parallels (degrees) on the ellipsoid."""
    zone = np.diff(zone_area_m2(np.radians([south, north])))[0]
    return float(zone * (east - west) / 360.0)


def places(*lat_lon_deg: tuple[float, float]) -> tuple[np.ndarray, np.ndarray]:
    lat, lon = np.radians(np.array(lat_lon_deg)).T
    return lat, lon


def test_a_region_of_countries_holds_their_land() -> None:
    area = Area.of_region(RECORDS.regions["nato-europe-2011"])
    lat, lon = places((48.85, 2.35), (47.0, 8.0), (46.0, -20.0))  # Paris, Lucerne, the Atlantic
    assert area.holds(lat, lon).tolist() == [True, False, False]


def test_a_city_is_no_area() -> None:
    with pytest.raises(InputError, match="a point has no area"):
        Area.of_region(RECORDS.regions["paris"])


def test_an_area_of_everything_is_refused() -> None:
    with pytest.raises(InputError, match="needs countries"):
        Area("all")


def test_a_circle_around_a_place() -> None:
    area = Area.around("city", math.radians(50.0), math.radians(179.9), 50e3)
    lat, lon = places((50.0, -179.8), (50.0, 179.0), (50.4, 179.9))
    assert area.holds(lat, lon).tolist() == [True, False, True]


@pytest.mark.parametrize("name", ["FRA", "RUS", "FJI", "ATA"])
def test_bounds_hold_the_area(name: str) -> None:
    area = Area.of_countries(name, [name])
    rng = np.random.default_rng(5)
    lat, lon = rng.uniform(-np.pi / 2, np.pi / 2, 20_000), rng.uniform(-np.pi, np.pi, 20_000)
    assert area.bounds.holds(lat, lon)[area.holds(lat, lon)].all()


def test_the_first_of_two_sectors_answers() -> None:
    both = Sectors(
        (Sector("aspen", (box("a", 0, 10, 0, 10),)), Sector("birch", (box("b", 0, 10, 5, 15),)))
    )
    lat, lon = places((5, 2), (5, 7), (5, 12), (5, 17))
    assert both.answering(lat, lon).tolist() == [0, 0, 1, -1]
    assert both.answering(np.array([np.nan]), np.array([0.0])).tolist() == [-1]


def test_a_party_with_two_sectors_is_refused() -> None:
    one = Sector("aspen", (box("a", 0, 1, 0, 1),))
    with pytest.raises(InputError, match="two sectors"):
        Sectors((one, one))


def test_clear_sectors_have_no_faults() -> None:
    clear = Sectors(
        (Sector("aspen", (box("a", 0, 10, 0, 5),)), Sector("birch", (box("b", 0, 10, 5, 10),)))
    )
    found = check_sectors(clear, [box("all", 0, 10, 0, 10)])
    assert found.are_clear
    assert found.defended_m2 == pytest.approx(area_m2(0, 10, 0, 10), rel=1e-9)


# Edges of the made-up boxes lie on the lattice, so that areas are exact but for rounding.
@pytest.mark.parametrize("shift", [0.0, 174.0, -183.0])
def test_a_gap_and_an_overlap_are_found_with_area_place_and_outline(shift: float) -> None:
    lon = [shift + edge for edge in (0, 4, 6, 9, 12)]
    sectors = Sectors(
        (
            Sector("aspen", (box("a", 40, 44, lon[0], lon[2]),)),
            Sector("birch", (box("b", 40, 44, lon[1], lon[3]),)),
        )
    )
    found = check_sectors(sectors, [box("all", 40, 44, lon[0], lon[4])])
    (gap,), (overlap,) = found.gaps, found.overlaps
    assert (gap.trouble, gap.parties, gap.defended) == (Trouble.GAP, (), ("all",))
    assert overlap.parties == ("aspen", "birch")
    assert gap.area_m2 == pytest.approx(area_m2(40, 44, 9, 12), rel=1e-6)
    assert overlap.area_m2 == pytest.approx(area_m2(40, 44, 4, 6), rel=1e-6)
    assert gap.share == pytest.approx(0.25, rel=1e-6)
    assert found.gap_m2 == pytest.approx(gap.area_m2)
    assert found.overlap_m2 == pytest.approx(overlap.area_m2)
    inside = box("gap", 40, 44, lon[3], lon[4])
    assert inside.holds(np.array([gap.lat_rad]), np.array([gap.lon_rad])).all()
    (ring,) = gap.outline
    edges = np.degrees(np.array(ring))
    assert edges[:, 0].min() == pytest.approx(40.0)
    assert edges[:, 0].max() == pytest.approx(44.0)
    assert np.ptp(edges[:, 1]) == pytest.approx(3.0)


def test_what_is_not_defended_needs_nobody() -> None:
    sectors = Sectors((Sector("aspen", (box("a", 0, 1, 0, 1),)),))
    assert check_sectors(sectors, []).are_clear
    assert check_sectors(Sectors(()), []).are_clear


def test_without_sectors_all_is_a_gap() -> None:
    found = check_sectors(Sectors(()), [box("all", 0, 2, 0, 2)])
    assert found.gap_m2 == pytest.approx(found.defended_m2)
    assert found.gaps[0].share == pytest.approx(1.0)


def test_the_open_sea_needs_bounds() -> None:
    sea = Sectors((Sector("aspen", (Area("sea", frozenset((-1,))),)),))
    with pytest.raises(RangeError, match="sea has no bounds"):
        check_sectors(sea, [box("all", 0, 2, 0, 2)])


def test_places_too_close_together_are_refused() -> None:
    with pytest.raises(RangeError, match="too close"):
        check_sectors(Sectors(()), [box("all", 0, 2, 0, 2)], step_deg=1e-4)


masks = st.integers(1, 6).flatmap(
    lambda rows: st.lists(
        st.lists(st.booleans(), min_size=5, max_size=5), min_size=rows, max_size=rows
    )
)


@given(masks)
@settings(max_examples=80)
def test_prop_outlines_surround_just_the_cells(cells: list[list[bool]]) -> None:
    mask = np.array(cells)
    total = 0.0
    for ring in outline(mask):
        assert ring[0] == ring[-1]
        assert len(ring) >= 5
        row, column = np.array(ring, dtype=float).T
        # Gauss's formula; holes run the other way around and are taken off.
        total += 0.5 * float(np.sum(column[:-1] * row[1:] - column[1:] * row[:-1]))
    assert total == mask.sum()
