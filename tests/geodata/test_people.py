"""People in cells: totals kept, cities in their places, a user's own figures."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from glasshield.errors import InputError
from glasshield.geodata import Polygon, cells_of, countries, country, equal_area_grid
from glasshield.geodata.people import population
from glasshield.geodata.raster import read_raster

TOTAL_TOL = 1e-12  # sums of 76,000 numbers
WORLD_PEOPLE = (
    7_613_064_787  # GeoNames' totals with a polygon; the Holy See, Wallis and Futuna lack
)

# People within boxes, millions (census or official estimate, about 2018): south, north, west, east.
# They were looked at when the rule of spreading was chosen, among others; nothing was fitted.
REGIONS = {
    "Alaska": (("USA",), (54.3, 73, -180, -130), 0.74),
    "northern plains of the United States": (("USA",), (41, 49, -117, -97), 5.0),
    "northern Sweden": (("SWE",), (64, 70, 0, 30), 0.4),
    "eastern Anatolia": (("TUR",), (36, 42, 38, 45), 15.0),
    "Russia east of 90 degrees": (("RUS",), (40, 80, 90, 180), 19.0),
}
REGION_FACTOR = 1.6  # a box differs from the provinces that its figure adds up


@pytest.mark.parametrize("cell_m", [25e3, 50e3, 200e3])
def test_prop_the_world_adds_up_to_the_totals(cell_m: float) -> None:
    people = population(cells_of(grid=equal_area_grid(cell_m)))
    assert people.sum() == pytest.approx(WORLD_PEOPLE, rel=TOTAL_TOL)
    assert sum(c.people for c in countries()) == WORLD_PEOPLE
    assert people.min() >= 0


def test_prop_countries_without_open_areas_add_up_to_their_totals() -> None:
    for code in ("POL", "DEU", "RUS", "USA", "IRN", "TUR", "FJI", "SRB", "ISL", "SGP", "EST"):
        people = population(cells_of([code])).sum()
        assert people == pytest.approx(country(code).people, rel=TOTAL_TOL), code


def test_prop_areas_of_open_status_are_counted_with_those_that_count_them() -> None:
    group = ("IND", "PAK", "XJK", "XAP")
    people = population(cells_of(group)).sum()
    assert people == pytest.approx(country("IND").people + country("PAK").people, rel=TOTAL_TOL)
    assert 5e6 < population(cells_of(["XJK"])).sum() < 4e7  # about 2e7 live there


@pytest.mark.parametrize("name", list(REGIONS))
def test_val_people_live_where_they_do(name: str) -> None:
    codes, (south, north, west, east), millions = REGIONS[name]
    cells = cells_of(codes)
    lat, lon = np.degrees(cells.lat_rad), np.degrees(cells.lon_rad)
    inside = (lat > south) & (lat < north) & (lon > west) & (lon < east)
    found = population(cells)[inside].sum() / 1e6
    assert millions / REGION_FACTOR < found < millions * REGION_FACTOR


def test_a_city_stands_in_its_cell() -> None:
    grid = equal_area_grid(50e3)
    cells = cells_of(["FRA"], grid=grid)
    paris = grid.cell_at(np.radians([48.857]), np.radians([2.352]))
    people = population(cells)
    assert people[cells.cell == paris].sum() > 4e6
    assert cells.cell[np.argmax(people)] == paris[0]


def test_a_drawn_region_cuts_people_as_it_cuts_land() -> None:
    lon = np.radians([6, 7.1, 7.1, 6])
    half = Polygon("left", np.radians([50, 50, 52, 52]), lon)
    rest = Polygon("right", np.radians([50, 50, 52, 52]), lon + np.radians(1.1))
    both = Polygon("both", np.radians([50, 50, 52, 52]), np.radians([6, 8.2, 8.2, 6]))
    parts = population(cells_of([half])).sum() + population(cells_of([rest])).sum()
    # Shares of cells are sampled at 144 points.
    assert parts == pytest.approx(population(cells_of([both])).sum(), rel=1e-2)


def grid_file(folder: Path, body: str, header: str = "") -> Path:
    path = folder / "people.asc"
    standard = "ncols 2\nnrows 2\nxllcorner 20\nyllcorner 50\ncellsize 1\nNODATA_value -9999\n"
    path.write_text((header or standard) + body, encoding="utf-8")
    return path


def test_a_grid_of_the_user_replaces_the_packaged_people(tmp_path: Path) -> None:
    raster = read_raster(grid_file(tmp_path, "100 200\n300 -9999\n"))
    cells = cells_of(["POL", "UKR", "BLR"])
    people = population(cells, raster)
    assert people.sum() == pytest.approx(600, rel=TOTAL_TOL)
    north = np.degrees(cells.lat_rad) > 51.0
    assert people[north].sum() == pytest.approx(300, rel=0.25)  # half a row of cells either way


def test_a_table_of_the_user_stands_at_its_places(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("name,lat,lon,people\nA,52.2,21.0,10\nB,-50,-140,5\nC,52.2,21.01,1\n")
    cells = cells_of(["POL"])
    people = population(cells, read_raster(path))
    assert people.sum() == 11  # B lies in the ocean
    assert (people > 0).sum() == 1


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.asc", "ncols 2\nnrows 2\n1 2\n3 4\n", "header is not complete"),
        ("a.asc", "ncols 2 3\n", "a.asc:1: a header line"),
        ("a.asc", "ncols x\n", "a.asc:1: this is not a number"),
        ("a.asc", "ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 2\n", "rows"),
        ("a.asc", "ncols 2\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 2 3\n", "a.asc:6"),
        ("a.asc", "ncols 1\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 1\nx1\n", "not a number"),
        ("a.asc", "ncols 1\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 1\n-5\n", "a.asc:6"),
        ("a.asc", "ncols 1\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 1\nnan\n", "a.asc:6"),
        ("a.asc", "ncols 1\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 0\n5\n", "no cells"),
        ("a.asc", "ncols 1\nnrows 1\nxllcorner 4e5\nyllcorner 5e6\ncellsize 9\n5\n", "pole"),
        ("a.csv", "lat,lon\n1,2\n", "a.csv:1: the table lacks a column"),
        ("a.csv", "", "lacks a column"),
        ("a.csv", "lat,lon,people\n", "holds no people"),
        ("a.csv", "lat,lon,people\n1,2\n", "a.csv:2: a row lacks"),
        ("a.csv", "lat,lon,people\n1,2,many\n", "a.csv:2: this is not a number"),
        ("a.csv", "lat,lon,people\n91,2,3\n", "a.csv:2: a row is not a place"),
        ("a.csv", "lat,lon,people\n9,2,nan\n", "a.csv:2: a row is not a place"),
        ("a.tif", "II*", "gdal_translate"),
        ("a", "1", "no ending"),
    ],
)
def test_broken_files_are_refused_with_their_line(
    tmp_path: Path, name: str, content: str, message: str
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        read_raster(path)


def test_a_file_that_is_not_text_or_not_there_is_refused(tmp_path: Path) -> None:
    binary = tmp_path / "a.asc"
    binary.write_bytes(b"\xff\xfe\x00\x80")
    with pytest.raises(InputError, match="not a text file"):
        read_raster(binary)
    with pytest.raises(InputError, match="No such file"):
        read_raster(tmp_path / "b.csv")
