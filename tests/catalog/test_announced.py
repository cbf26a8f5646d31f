"""Announced tests: areas, windows and observers that cannot be are refused in one sentence."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from glasshield.catalog import load
from glasshield.catalog.announced import (
    Access,
    AreaRole,
    NoticeArea,
    Performance,
    Place,
    Window,
)
from glasshield.catalog.quantity import Quantity, Status

Vertices = tuple[tuple[float, float], ...]

STATED: dict[str, Any] = {"source": "glasshield", "status": Status.ASSUMED, "note": "of a test"}


def area(**given: Any) -> NoticeArea:
    return NoticeArea(id="box", role=AreaRole.HAZARD, **STATED, **given)


@pytest.mark.parametrize(
    "vertices",
    [
        pytest.param(((0, 0), (0, 2), (2, 2), (2, 0)), id="a box"),
        pytest.param(((0, 0), (0, 4), (4, 4), (1, 2), (4, 0)), id="with a dent"),
        pytest.param(((34.0, -120.0), (34.0, -119.999), (34.001, -120.0)), id="a hundred metres"),
        pytest.param(((80, -100), (80, 0), (80, 79)), id="near the pole"),
        # Great circles run poleward of the parallel: what lies south of them is inside.
        pytest.param(((60, 0), (60, 60), (63, 40), (61, 30)), id="poleward edge"),
    ],
)
def test_polygons_that_enclose_something_stand(vertices: Vertices) -> None:
    assert area(polygon_deg=vertices).polygon_deg == vertices


@pytest.mark.parametrize(
    ("vertices", "why"),
    [
        (((0, 0), (2, 2), (0, 2), (2, 0)), "cross or touch"),
        (((0, 0), (0, 4), (4, 4), (0, 2), (4, 0)), "cross or touch"),
        (((0, 0), (0, 4), (4, 4), (4, 2), (-1, 2), (4, 0)), "cross or touch"),
        (((0, 0), (0, 4), (0, 2), (2, 2)), "turns back"),
        (((0, 0), (0, 1), (0, 2)), "turns back"),
        (((0, 0), (1, 0), (2, 0)), "turns back"),
        (((10, 170), (10, -170), (20, -170), (20, 170)), "date line"),
        (((10, -90), (10, 90), (20, 0)), "date line"),
        (((10, -170), (10, 0), (10, 170), (-10, 170), (-10, 0), (-10, -170)), "60 degrees"),
        (((0, 0), (0, 1)), "3 to 64"),
        (((0, 0), (0, 1), (1, 1), (0, 0)), "3 to 64"),
        (((91, 0), (0, 1), (1, 1)), "off the Earth"),
    ],
)
def test_polygons_that_enclose_nothing_are_refused(vertices: Vertices, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        area(polygon_deg=vertices)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({}, "either a polygon or a circle"),
        ({"centre_deg": (0.0, 0.0)}, "either a polygon or a circle"),
        ({"radius": 3.0}, "either a polygon or a circle"),
        ({"centre_deg": (0.0, 0.0), "radius": 0.0}, "above zero"),
        ({"centre_deg": (0.0, 0.0), "radius": 25_000.0, "radius_unit": "nmi"}, "at most 5,400 nmi"),
        ({"centre_deg": (0.0, 181.0), "radius": 3.0}, "off the Earth"),
    ],
)
def test_areas_that_are_neither_or_too_large_are_refused(given: dict[str, Any], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        area(**given)


def test_a_window_ends_after_it_begins() -> None:
    with pytest.raises(ValueError, match="not after it begins"):
        Window(begin="2030-06-01T10:00:00Z", end="2030-06-01T06:00:00Z")
    with pytest.raises(ValueError, match="no time zone"):
        Window(begin="2030-06-01T06:00:00", end="2030-06-01T10:00:00Z")


def test_places_are_positions_or_a_grid_that_is_not_too_fine() -> None:
    with pytest.raises(ValueError, match="either at positions, or in a box"):
        Place()
    fine = Quantity(value=10.0, unit="m", **STATED)
    with pytest.raises(ValueError, match="1 km apart"):
        msgspec.structs.replace(Place(region="alaska"), spacing=fine)


def number(value: float, unit: str) -> Quantity:
    return Quantity(value=value, unit=unit, **STATED)


@pytest.mark.parametrize("stages", [0.0, 2.5, 5.0])
def test_stages_are_counted(stages: float) -> None:
    with pytest.raises(ValueError, match="counted from 1 to 4"):
        Performance(burnout_speed=number(6.3, "km/s"), stages=number(stages, "1"))


def test_a_vehicle_burns_for_some_time_and_moves_afterwards() -> None:
    with pytest.raises(ValueError, match="burn time is above zero"):
        Performance(burnout_speed=number(6.3, "km/s"), burn_time=number(0.0, "s"))
    with pytest.raises(ValueError, match="burnout speed is above zero"):
        Performance(burnout_speed=number(-6.3, "km/s"))


def test_access_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="lets nothing be seen"):
        Access(not_before=number(500.0, "s"), not_after=number(400.0, "s"))


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"issued": "2030-06-01T10:00:00"}, "no time zone"),
        ({"azimuth": number(370.0, "deg")}, "between -180 and 360 deg"),
        ({"azimuth": None, "burnout_angle": number(45.0, "deg")}, "needs an azimuth"),
        ({"areas": ()}, "an impact area, or an azimuth and a burnout_angle"),
        ({"windows": ()}, "at least one window"),
        ({"missile": "mrbm"}, "either an interceptor or a missile"),
    ],
)
def test_tests_that_cannot_be_announced_so_are_refused(changed: dict[str, Any], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        msgspec.structs.replace(load().tests["third-site-booster"], **changed)
