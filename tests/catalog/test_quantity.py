"""Facts refuse what cannot be, and read as SI."""

from __future__ import annotations

import math
from typing import Any

import pytest

from glasshield.catalog import Confidence, Dated, FieldOfView, Position, Quantity, Status

READ: dict[str, Any] = {"source": "S-AFP07", "status": Status.READ}


def quantity(**parts: Any) -> Quantity:
    default: dict[str, Any] = {"value": 6.3, "unit": "km/s"}
    return Quantity(**(default | READ | parts))


def place(lat_deg: float, lon_deg: float, **parts: Any) -> Position:
    return Position(lat_deg=lat_deg, lon_deg=lon_deg, **(READ | parts))


def sector(azimuth: tuple[float, float], elevation: tuple[float, float]) -> FieldOfView:
    return FieldOfView(
        azimuth_from_deg=azimuth[0],
        azimuth_to_deg=azimuth[1],
        elevation_min_deg=elevation[0],
        elevation_max_deg=elevation[1],
        **READ,
    )


def test_a_quantity_reads_as_si() -> None:
    speed = quantity(low=6.0, high=7.0)
    assert (speed.si, speed.low_si, speed.high_si) == (6300.0, 6000.0, 7000.0)
    assert speed.dimension == "speed"
    assert speed.text == "6.3 km/s"
    assert quantity(value=10, unit="1").text == "10"


def test_an_interval_that_is_not_stated_is_the_value_itself() -> None:
    assert quantity().interval == (6.3, 6.3)
    assert quantity(high=7.0).interval == (6.3, 7.0)


def test_angles_are_radians_and_percents_are_fractions() -> None:
    assert quantity(value=180, unit="deg").si == math.pi
    assert quantity(value=84, unit="%").si == pytest.approx(0.84)


def test_rivals_stand_beside_each_other_under_their_names() -> None:
    rival = quantity(value=9.0, by="postol-2007")
    both = quantity(by="mda-2007", rivals=(rival,)).variants()
    assert {by: one.value for by, one in both.items()} == {"mda-2007": 6.3, "postol-2007": 9.0}
    assert list(quantity().variants()) == ["declared"]


@pytest.mark.parametrize("names", [("mda-2007", ""), ("a", "a"), ("a", "b", "b"), ("", "")])
def test_rivals_that_cannot_be_told_apart_are_refused(names: tuple[str, ...]) -> None:
    rivals = tuple(quantity(by=by) for by in names[1:])
    with pytest.raises(ValueError, match="every rival says whose it is"):
        quantity(by=names[0], rivals=rivals)


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"unit": "furlong"}, "unknown unit 'furlong'"),
        ({"value": math.nan}, "not finite"),
        ({"high": math.inf}, "not finite"),
        ({"low": 7.0}, "not within its interval"),
        ({"high": 6.0}, "not within its interval"),
        ({"low": 7.0, "high": 6.0}, "not within its interval"),
        ({"value": -1.0, "unit": "kg"}, "a mass is not below zero"),
        ({"source": ""}, "the source is empty"),
        ({"source": ()}, "the source is empty"),
        ({"status": Status.GENERAL}, "states a confidence"),
        ({"confidence": Confidence.HIGH}, "states a confidence"),
        ({"status": Status.ASSUMED}, "says in a note why"),
        ({"status": Status.COMPUTED}, "says in a note why"),
    ],
)
def test_a_quantity_refuses_what_cannot_be(parts: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        quantity(**parts)


def test_a_place_reads_as_radians() -> None:
    pole = place(90.0, -180.0, height_m=2835.0)
    assert (pole.lat_rad, pole.lon_rad, pole.height_m) == (math.pi / 2, -math.pi, 2835.0)


@pytest.mark.parametrize(
    ("lat_deg", "lon_deg", "parts"),
    [
        (91.0, 0.0, {}),
        (-90.01, 0.0, {}),
        (0.0, 181.0, {}),
        (0.0, -180.5, {}),
        (math.nan, 0.0, {}),
        (0.0, math.inf, {}),
        (0.0, 0.0, {"height_m": 9500.0}),
        (0.0, 0.0, {"within_km": -1.0}),
    ],
)
def test_a_place_off_the_earth_is_refused(
    lat_deg: float, lon_deg: float, parts: dict[str, Any]
) -> None:
    with pytest.raises(ValueError, match=r"off the|cannot be known"):
        place(lat_deg, lon_deg, **parts)


@pytest.mark.parametrize(
    ("azimuth", "width_deg"),
    [((0, 360), 360), ((40, 160), 120), ((297, 177), 240), ((335, 95), 120), ((180, 0), 180)],
)
def test_a_sector_runs_clockwise_through_north(
    azimuth: tuple[float, float], width_deg: float
) -> None:
    assert sector(azimuth, (3, 85)).azimuth_width_rad == pytest.approx(math.radians(width_deg))


@pytest.mark.parametrize(
    ("azimuth", "elevation"),
    [
        ((40, 40), (3, 85)),
        ((0, 0), (3, 85)),
        ((40, 160), (85, 85)),
        ((40, 160), (85, 3)),
        ((-10, 160), (3, 85)),
        ((0, 361), (3, 85)),
        ((0, 360), (3, 95)),
        ((math.nan, 160), (3, 85)),
    ],
)
def test_an_empty_or_impossible_sector_is_refused(
    azimuth: tuple[float, float], elevation: tuple[float, float]
) -> None:
    with pytest.raises(ValueError, match=r"empty|lies between"):
        sector(azimuth, elevation)


def test_a_date_knows_its_year() -> None:
    assert Dated(date="2007-06", **READ).year == 2007
