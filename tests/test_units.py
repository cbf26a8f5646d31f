"""Quantities as people write them."""

from __future__ import annotations

import contextlib
import math
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasshield import units
from glasshield.errors import InputError, RangeError, UnitError


@pytest.mark.parametrize(
    ("text", "dimension", "si"),
    [
        ("787km", "length", 787e3),
        ("787 km", "length", 787e3),
        (" 2111.5km ", "length", 2_111_500.0),
        ("1nmi", "length", 1852.0),
        ("1ft", "length", 0.3048),
        ("30min", "time", 1800.0),
        ("1.5h", "time", 5400.0),
        ("5.0km/s", "speed", 5000.0),
        ("1e3m", "length", 1000.0),
        ("1_000 m", "length", 1000.0),
        ("-10m", "length", -10.0),
        (".5s", "time", 0.5),
        ("180deg", "angle", math.pi),
        ("50%", "number", 0.5),
        ("3", "number", 3.0),
        ("0.1 1/s", "rate", 0.1),
    ],
)
def test_a_quantity_becomes_si(text: str, dimension: str, si: float) -> None:
    assert units.parse(text, dimension) == pytest.approx(si, rel=1e-15)


@pytest.mark.parametrize("text", ["787", "", "km", "7 8km", "787 parsecs", "1,000km", "787kg"])
def test_a_quantity_without_its_unit_or_with_a_wrong_one_is_refused(text: str) -> None:
    with pytest.raises(UnitError, match="--range") as caught:
        units.parse(text, "length", where="--range")
    assert "km" in caught.value.sentence


@pytest.mark.parametrize("text", ["nan km", "inf km", "-infinity km", "1e999km", "NaNkm"])
def test_a_number_that_is_not_finite_is_refused(text: str) -> None:
    with pytest.raises(RangeError, match="not finite"):
        units.parse(text, "length")


def test_bare_miles_warn_that_nautical_miles_may_be_meant() -> None:
    with pytest.warns(units.AmbiguousUnitWarning, match="nautical") as caught:
        assert units.parse("100mi", "length", where="--range") == pytest.approx(160_934.4)
    assert "--range" in str(caught[0].message)


def test_nautical_miles_do_not_warn() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        units.parse("100nmi", "length")


@given(
    value=st.floats(min_value=-1e12, max_value=1e12, allow_nan=False),
    unit=st.sampled_from([unit for unit in units.UNITS.values() if unit.symbol != "mi"]),
)
def test_prop_every_unit_round_trips(value: float, unit: units.Unit) -> None:
    si = units.parse(f"{value!r}{unit.symbol}", unit.dimension)
    # Two roundings, one of the product and one of the quotient, are all that may differ.
    assert si / unit.si == pytest.approx(value, rel=4e-16, abs=1e-300)


@given(text=st.text(max_size=20))
def test_prop_any_text_is_a_number_or_an_input_error(text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", units.AmbiguousUnitWarning)
        with contextlib.suppress(InputError):
            assert math.isfinite(units.parse(text, "length"))


def test_an_unknown_unit_lists_the_known_ones() -> None:
    with pytest.raises(UnitError, match="furlong") as caught:
        units.unit("furlong", where="range")
    assert caught.value.where == "range"
    assert "nmi" in caught.value.expected
