"""How what people write becomes numbers."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasshield.cli import options
from glasshield.errors import InputError, RangeError, UnitError

# One unit in the last place of a number of degrees turned into radians and back.
ANGLE_TOL_RAD = 1e-14


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("787km", 786_500.0, 787_500.0),
        ("2111.5 km", 2_111_450.0, 2_111_550.0),
        ("1e3km", 500_000.0, 1_500_000.0),
        ("0km", -500.0, 500.0),
        ("10nmi", 9.5 * 1852.0, 10.5 * 1852.0),
    ],
)
def test_a_written_number_stands_for_all_that_round_to_it(
    text: str, low: float, high: float
) -> None:
    value, least, greatest = options.written(text, "length", "--range")
    assert least == pytest.approx(low)
    assert greatest == pytest.approx(high)
    assert least <= value <= greatest


@pytest.mark.parametrize(
    ("text", "lat_deg", "lon_deg"),
    [
        ("57.9,33.7", 57.9, 33.7),
        ("57.9N, 33.7E", 57.9, 33.7),
        ("38.9,-77.0", 38.9, -77.0),
        ("38.9N,77.0W", 38.9, -77.0),
        ("-33.9,18.4", -33.9, 18.4),
        ("33.9s,18.4e", -33.9, 18.4),
        ("90,0", 90.0, 0.0),
        ("0,181", 0.0, -179.0),
        ("0,360", 0.0, 0.0),
    ],
)
def test_a_place_is_latitude_and_longitude(text: str, lat_deg: float, lon_deg: float) -> None:
    lat_rad, lon_rad = options.place(text, "--to")
    assert lat_rad == pytest.approx(math.radians(lat_deg), abs=ANGLE_TOL_RAD)
    assert lon_rad == pytest.approx(math.radians(lon_deg), abs=ANGLE_TOL_RAD)


@given(lat=st.floats(-90.0, 90.0), lon=st.floats(-180.0, 180.0))
def test_prop_a_place_reads_back(lat: float, lon: float) -> None:
    lat_rad, lon_rad = options.place(f"{lat!r},{lon!r}", "--to")
    assert lat_rad == math.radians(lat)
    assert math.cos(lon_rad - math.radians(lon)) == pytest.approx(1.0)


@given(st.text(alphabet="0123456789.,-+eENSWinfa° ", max_size=16))
def test_prop_any_text_is_a_place_or_an_input_error(text: str) -> None:
    try:
        lat_rad, lon_rad = options.place(text, "--to")
    except InputError:
        return
    assert abs(lat_rad) <= math.pi / 2.0
    assert abs(lon_rad) <= math.pi


@pytest.mark.parametrize("text", ["71", "71deg", "1.2391837689159739rad"])
def test_a_bare_angle_is_in_degrees(text: str) -> None:
    assert options.angle(text, "--azimuth") == pytest.approx(math.radians(71.0), abs=ANGLE_TOL_RAD)


def test_an_option_that_is_not_given_is_none() -> None:
    assert options.angle(None, "--azimuth") is None
    assert options.latitude(None, "--lat") is None
    assert options.above_zero(None, "time", "--time") is None


def test_a_quantity_above_zero_is() -> None:
    with pytest.raises(RangeError, match="above zero"):
        options.above_zero("0s", "time", "--time")
    with pytest.raises(UnitError):
        options.above_zero("5km", "time", "--time")


def test_settings_are_keys_and_values() -> None:
    assert options.settings(["a.b=5.0km/s", " c = 1 "]) == [("a.b", "5.0km/s"), ("c", "1")]


@pytest.mark.parametrize("text", ["a.b", "a.b=", "=5km", ""])
def test_a_setting_without_a_side_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="--set"):
        options.settings([text])
