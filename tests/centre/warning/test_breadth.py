"""How widely a notice may announce a launch before it suppresses nothing."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from glasshield.centre.warning.announced import Announced
from glasshield.centre.warning.breadth import launch_m2, says_enough
from glasshield.centre.warning.sightings import Flight
from tests.centre.warning.test_notices import DATED, LAUNCHED, TEXT, WARNING, known

WINDOW = "launch_time: 2030-06-01T06:00:00Z to 2030-06-01T10:00:00Z"
LAUNCH = "launch_area: launch = circle of 30 km around 38.05 N 46.3 E"
IMPACT = "impact_area: impact = circle of 60 km around 24.5 N 59 E"
SECTOR = "launch_azimuth: 138 deg, 130 to 146 deg"
WHOLE_EARTH = (
    TEXT.replace(WINDOW, "launch_time: 2030-05-29T00:00:00Z to 2031-05-29T00:00:00Z")
    .replace(LAUNCH, "launch_area: a = circle of 9000 km around 0 N 0 E\n"
                     "launch_area: b = circle of 9000 km around 0 N 180 E")
    .replace(SECTOR, "launch_azimuth: 180 deg, 0 to 360 deg")
    .replace(IMPACT, "impact_area: c = circle of 9000 km around 0 N 0 E")
)  # fmt: skip


def wider(old: str, new: str) -> str:
    assert old in TEXT
    return TEXT.replace(old, new)


def spots(count: int) -> str:
    """Small launch areas all around the Earth."""
    each = [f"launch_area: l{k} = circle of 1 km around 10 N {3 * k} E" for k in range(count)]
    return "\n".join(each)


@pytest.mark.parametrize("text", [TEXT, WARNING, DATED])
def test_usual_notices_say_enough(text: str) -> None:
    assert says_enough(known(text))


@pytest.mark.parametrize(
    ("text", "enough"),
    [
        (wider("30 km", "150 km"), True),
        (wider("30 km", "151 km"), False),
        (wider(LAUNCH, spots(6)), True),
        (wider(LAUNCH, spots(7)), False),
        (wider(LAUNCH, "launch_area: l = polygon 38 N 46 E, 38 N 47 E, 39 N 46 E"), True),
        (wider(LAUNCH, "launch_area: l = polygon 38 N 40 E, 38 N 47 E, 39 N 46 E"), False),
        (wider("60 km", "1000 km"), True),
        (wider("60 km", "1001 km"), False),
        (wider("130 to 146", "110 to 170"), True),
        (wider("130 to 146", "110 to 171"), False),
        (wider("06-01T10", "06-06T06"), True),
        (wider("06-01T10", "06-06T07"), False),
        (TEXT.replace("2030-06-01T", "2030-07-08T"), True),
        (TEXT.replace("2030-06-01T", "2030-07-10T"), False),
        (WHOLE_EARTH, False),
    ],
)
def test_what_is_announced_too_widely_says_too_little(text: str, *, enough: bool) -> None:
    assert says_enough(known(text)) is enough
    announced = Announced([known(text)])
    flight = Flight(1, LAUNCHED.plus_s(80.0), None)
    if "2030-07" not in text:
        assert announced.may_fit(flight) is enough


def test_a_notice_that_names_no_place_of_launch_says_too_little() -> None:
    nowhere = replace(known(), notice=replace(known().notice, areas=()))
    assert launch_m2(nowhere) == math.inf
    assert not says_enough(nowhere)


def test_a_wide_notice_takes_the_place_of_the_narrow_one_that_it_replaces() -> None:
    announced = Announced([known()])
    flight = Flight(1, LAUNCHED.plus_s(80.0), None)
    assert announced.may_fit(flight)
    announced.put(known(WHOLE_EARTH))
    assert not announced.may_fit(flight)
