"""The equal-area grid and the land in its cells."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasshield.errors import InputError, RangeError, UnknownNameError
from glasshield.geodata import Polygon, cells_of, countries, country, equal_area_grid, land_area_m2
from glasshield.geodata.grid import latitude_rad, zone_area_m2

CELL_AREA_TOL = 1e-9  # relative; parallels are rounded to 1e-16 rad
EARTH_AREA_M2 = 5.10065621724e14  # WGS 84: Moritz (2000), Geodetic Reference System 1980
EARTH_AREA_TOL = 1e-11

# United Nations, Demographic Yearbook 2019, table 3: surface area with inland waters, km2.
SURFACE_KM2 = {
    "AUS": 7_692_060, "BGR": 111_002, "BRA": 8_515_767, "CAN": 9_984_670, "CUB": 109_884,
    "CZE": 78_871, "DEU": 357_581, "ESP": 505_992, "FRA": 551_500, "HUN": 93_025, "ISL": 103_000,
    "ITA": 302_073, "KAZ": 2_724_902, "LSO": 30_355, "MNG": 1_564_116, "POL": 312_679,
    "ROU": 238_391, "RUS": 17_098_246, "SWE": 438_574, "TUR": 783_562, "UKR": 603_500,
    "USA": 9_833_517, "ZAF": 1_221_037,
}  # fmt: skip
# The borders are those of a map at 1:25 million: capes and islets are missing. The surface of the
# United States counts its part of the Great Lakes and coastal waters, which the polygons do not.
SURFACE_TOL = 0.025
SURFACE_TOL_USA = 0.04


@pytest.mark.parametrize("cell_m", [25e3, 50e3, 111e3, 1000e3])
def test_prop_cells_have_equal_areas_below_the_one_asked_for(cell_m: float) -> None:
    grid = equal_area_grid(cell_m)
    zones = np.diff(zone_area_m2(grid.edge_lat_rad)) / grid.cells_in_band
    assert np.abs(zones / grid.cell_area_m2 - 1).max() < CELL_AREA_TOL
    assert grid.cell_area_m2 * grid.size == pytest.approx(EARTH_AREA_M2, rel=EARTH_AREA_TOL)
    assert grid.cell_area_m2 <= cell_m**2
    assert grid.edge_lat_rad[0] == -np.pi / 2
    assert grid.edge_lat_rad[-1] == np.pi / 2


def test_prop_cells_are_nearly_square_away_from_the_poles() -> None:
    grid = equal_area_grid(50e3)
    cell = np.arange(grid.size)
    south, north, west, east = grid.bounds(cell).T
    ratio = (east - west) * np.cos((south + north) / 2) / (north - south)
    away = np.abs((south + north) / 2) < np.radians(80)
    assert 0.8 < ratio[away].min() < ratio[away].max() < 1.25


@given(st.floats(-90, 90), st.floats(-720, 720))
def test_prop_every_point_lies_in_its_cell(lat_deg: float, lon_deg: float) -> None:
    grid = equal_area_grid(50e3)
    cell = grid.cell_at(np.radians([lat_deg]), np.radians([lon_deg]))
    south, north, west, east = np.degrees(grid.bounds(cell))[0]
    lon = (lon_deg + 180) % 360 - 180
    assert south - 1e-9 <= lat_deg <= north + 1e-9
    assert west - 1e-9 <= lon <= east + 1e-9 or abs(lon) > 180 - 1e-9


def test_prop_centres_lie_in_their_cells() -> None:
    grid = equal_area_grid(200e3)
    cell = np.arange(grid.size)
    assert np.array_equal(grid.cell_at(*grid.centres(cell)), cell)


def test_prop_the_zone_is_undone_by_its_latitude() -> None:
    lat = np.radians(np.linspace(-90, 90, 721))
    assert np.abs(latitude_rad(zone_area_m2(lat)) - lat)[1:-1].max() < 1e-10  # sine, near the poles
    assert latitude_rad(zone_area_m2(lat))[[0, -1]] == pytest.approx(lat[[0, -1]])


@pytest.mark.parametrize("cell_m", [0.0, -50e3, 50.0, 1e9, float("nan"), float("inf")])
def test_impossible_cells_are_refused(cell_m: float) -> None:
    with pytest.raises(RangeError, match="usable size"):
        equal_area_grid(cell_m)


def test_val_countries_have_their_published_areas() -> None:
    measured = land_area_m2() / 1e6
    for code, surface_km2 in SURFACE_KM2.items():
        tolerance = SURFACE_TOL_USA if code == "USA" else SURFACE_TOL
        assert measured[country(code).index] == pytest.approx(surface_km2, rel=tolerance), code


def test_prop_areas_do_not_depend_on_the_cells() -> None:
    coarse, fine = land_area_m2(equal_area_grid(100e3)), land_area_m2(equal_area_grid(25e3))
    large = fine > 1e10
    # What a scan line every 6 km misses of a country of 10,000 km2.
    assert np.abs(coarse / fine - 1)[large].max() < 0.03
    assert coarse.sum() == pytest.approx(fine.sum(), rel=1e-4)


def test_prop_no_cell_holds_more_than_itself() -> None:
    cells = cells_of()
    held = np.bincount(cells.cell, weights=cells.area_m2)
    assert held.max() <= cells.grid.cell_area_m2 * (1 + 1e-9)
    assert cells.area_m2.min() > 0
    assert (cells.share == 1).all()
    order = cells.cell * 1000 + cells.country
    assert (np.diff(order) > 0).all()


def test_prop_every_country_has_land_on_the_grid() -> None:
    for cell_m in (50e3, 500e3):  # the coarse grid has islets between its scan lines
        held = set(cells_of(grid=equal_area_grid(cell_m)).country.tolist())
        assert held == {c.index for c in countries()}


@pytest.mark.parametrize("code", ["RUS", "FJI"])
def test_a_country_over_the_date_line_is_whole(code: str) -> None:
    cells = cells_of([code])
    assert (cells.lon_rad > np.radians(176)).any()
    assert (cells.lon_rad < np.radians(-177)).any()
    assert np.abs(cells.lon_rad).max() <= np.pi


def test_the_south_pole_is_land() -> None:
    cells = cells_of(["ATA"])
    assert cells.lat_rad.min() < np.radians(-89.7)
    polar = cells.lat_rad < np.radians(-86)
    assert cells.area_m2[polar] == pytest.approx(cells.grid.cell_area_m2, rel=1e-9)


def box(south: float, north: float, west: float, east: float) -> Polygon:
    lat, lon = [south, south, north, north], [west, east, east, west]
    return Polygon("box", np.radians(lat), np.radians(lon))


def test_a_drawn_region_is_cut_to_itself() -> None:
    inland = cells_of([box(48, 52, 60, 70)])  # steppe: land everywhere
    exact = (zone_area_m2(np.radians(52)) - zone_area_m2(np.radians(48))) * 10 / 360
    assert inland.area_m2.sum() == pytest.approx(float(exact), rel=5e-3)  # 12 samples a side
    assert set(inland.country.tolist()) == {country("KAZ").index, country("RUS").index}


def test_a_region_over_the_date_line_may_count_on() -> None:
    east = cells_of([box(65, 69, 170, 190)])
    west = cells_of([box(65, 69, -190, -170)])
    assert np.array_equal(east.cell, west.cell)
    assert east.area_m2 == pytest.approx(west.area_m2, rel=1e-9)


def test_regions_that_overlap_count_once() -> None:
    both = cells_of(["POL", box(49, 55, 14, 24), "PL"])
    poland = both.country == country("POL").index
    alone = cells_of(["POL"])
    assert both.area_m2[poland].sum() == pytest.approx(alone.area_m2.sum(), rel=1e-12)


def test_empty_regions_are_refused() -> None:
    with pytest.raises(InputError, match="no region"):
        cells_of([])
    with pytest.raises(InputError, match="box: the region holds no land"):
        cells_of([box(-50, -45, -140, -130)])
    with pytest.raises(UnknownNameError):
        cells_of(["Atlantis"])


@pytest.mark.parametrize(
    ("lat_deg", "lon_deg", "message"),
    [
        ([0, 1], [0, 1], "three points"),
        ([0, 1, 2], [0, 1], "three points"),
        ([0, 1, 91], [0, 1, 2], "beyond a pole"),
        ([0, 1, np.nan], [0, 1, 2], "finite"),
    ],
)
def test_impossible_polygons_are_refused(
    lat_deg: list[float], lon_deg: list[float], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        Polygon("mine", np.radians(lat_deg), np.radians(lon_deg))
