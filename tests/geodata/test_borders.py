"""The packaged borders: whole, in the United Nations' view, and joined without gaps."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from glasshield import geodata
from glasshield.errors import UnknownNameError
from glasshield.geodata.borders import Detail, Line

STEP_DEG = 0.001  # the grid of the fine file
WIDEST_EDGE_RAD = np.radians(2.01)  # borders along parallels have points this often
DETAILS = pytest.mark.parametrize("detail", ["fine", "coarse"])


def ends(line: Line) -> tuple[tuple[float, float], tuple[float, float]]:
    return tuple(line[0]), tuple(line[-1])


def test_countries_stand_by_their_codes() -> None:
    codes = [c.code for c in geodata.countries()]
    assert codes == sorted(set(codes))
    assert [c.index for c in geodata.countries()] == list(range(len(codes)))
    poland = geodata.country("pol")
    assert poland is geodata.country("PL")
    assert poland is geodata.country("616")
    assert (poland.name("en"), poland.name("ru")) == ("Poland", "Польша")


def test_every_country_has_names_and_land() -> None:
    for c in geodata.countries():
        assert c.name_en
        assert any("а" <= letter <= "я" for letter in c.name_ru.lower()), c.code
        assert geodata.world("fine").polygons(c.index), c.code
        assert geodata.world("coarse").polygons(c.index), c.code


def test_an_unknown_country_is_refused_with_its_neighbours() -> None:
    with pytest.raises(UnknownNameError, match="POL"):
        geodata.country("POLL")


@pytest.mark.parametrize(
    ("lat_deg", "lon_deg", "code"),
    [
        (44.95, 34.1, "UKR"),  # Simferopol
        (27.15, -13.2, "ESH"),  # El Aaiun
        (42.66, 21.17, "SRB"),  # Pristina, under resolution 1244
        (34.08, 74.8, "XJK"),  # Srinagar
        (34.37, 73.47, "XJK"),  # Muzaffarabad
        (35.3, 79.3, "XAC"),
        (27.6, 93.8, "XAP"),
        (22.4, 35.3, "XHT"),
        (35.17, 33.36, "CYP"),  # Nicosia; no line divides the island
        (35.3, 33.3, "CYP"),
        (9.56, 44.06, "SOM"),  # Hargeisa
        (33.0, 35.75, "SYR"),  # the Golan
        (31.5, 34.45, "PSE"),
        (31.95, 35.3, "PSE"),
        (43.2, 41.2, "GEO"),  # above Sukhumi
    ],
)
def test_val_contested_places_are_where_the_united_nations_see_them(
    lat_deg: float, lon_deg: float, code: str
) -> None:
    found = geodata.point_in_country(np.radians(lat_deg), np.radians(lon_deg))
    assert geodata.countries()[int(found)].code == code


def test_val_the_chagos_archipelago_is_part_of_mauritius() -> None:
    places = [ring[0] for polygon in geodata.world("fine").polygons(geodata.country("MUS").index)
              for ring in polygon]  # fmt: skip
    assert any(np.hypot(*(np.degrees(place) - (-7.3, 72.4))) < 0.2 for place in places)


def sides_of(sort: str) -> set[frozenset[str]]:
    world = geodata.world("fine")
    codes = [c.code for c in geodata.countries()]
    arcs = {id(arc): sides for arc, sides in zip(world.arcs, world.sides, strict=True)}
    return {frozenset(codes[k] for k in arcs[id(line)] if k >= 0) for line in world.lines[sort]}


def test_val_lines_without_agreement_are_undetermined() -> None:
    undetermined = sides_of("undetermined")
    for pair in (
        "ESH MAR", "SDN SSD", "KOR PRK", "ISR PSE", "ISR SYR", "XJK PAK", "XJK IND", "XAC XJK",
        "XAP IND", "XHT SDN", "XIT KEN", "ETH SOM",
    ):  # fmt: skip
        assert frozenset(pair.split()) in undetermined, pair
    assert frozenset({"ETH", "SOM"}) in sides_of("international")  # north of 8 degrees north
    assert frozenset({"CHN", "HKG"}) not in undetermined | sides_of("international")
    assert not undetermined & sides_of("international") - {frozenset({"ETH", "SOM"})}


def test_lines_within_countries_are_kept_apart() -> None:
    assert set(geodata.world().special) == {"line-of-control", "abyei", "kosovo"}
    north = geodata.world().special["abyei"][0][:, 0].max()
    assert np.degrees(north) == pytest.approx(10 + 10 / 60, abs=STEP_DEG)  # award of 2009


@DETAILS
def test_prop_every_ring_is_closed_and_no_edge_is_wide(detail: Detail) -> None:
    world = geodata.world(detail)
    for index in range(len(world.rings)):
        for ring in itertools.chain.from_iterable(world.polygons(index)):
            assert np.array_equal(ring[0], ring[-1])
            assert len(ring) >= (4 if detail == "fine" else 3)  # Gibraltar shrinks to a line
            turn = (np.diff(ring[:, 1]) + np.pi) % (2 * np.pi) - np.pi
            assert np.abs(turn).max() < WIDEST_EDGE_RAD


@DETAILS
def test_prop_land_is_closed_along_coasts(detail: Detail) -> None:
    rings = geodata.world(detail).land()
    assert all(np.array_equal(ring[0], ring[-1]) for ring in rings)
    coast = sum(len(line) - 1 for line in geodata.boundaries("coastline", detail))
    assert sum(len(ring) - 1 for ring in rings) == coast


def test_prop_neighbours_share_one_line() -> None:
    lines = geodata.boundaries("international")
    assert len({(*ends(line), len(line)) for line in lines}) == len(lines)
    sides = geodata.world("fine").sides
    assert all(left != right for left, right in sides if left >= 0)


def test_the_disclaimer_stands_in_both_languages() -> None:
    assert "United Nations" in geodata.disclaimer("en")
    assert "Объединённых Наций" in geodata.disclaimer("ru")


def test_cities_stand_in_the_world() -> None:
    cities = geodata.cities()
    assert len(cities.name) == len(cities.people) > 60_000
    assert cities.people.min() >= 5000
    names = {cities.name[k] for k in cities.largest(40)}
    assert {"Moscow", "London", "New York City"} <= names
