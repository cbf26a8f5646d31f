"""Canonical bytes against another program that writes them: the package rfc8785."""

from __future__ import annotations

import math
import struct
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from glasshield.exchange import jcs

DOUBLES = st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | DOUBLES
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner)
    ),
    max_leaves=20,
)


@given(VALUES)
def test_val_values_are_written_as_another_program_writes_them(value: Any) -> None:
    assert jcs.dumps(value) == rfc8785.dumps(value)


@given(st.integers(0, 2**64 - 1))
def test_val_numbers_of_any_bits_are_written_as_another_program_writes_them(bits: int) -> None:
    (value,) = struct.unpack(">d", bits.to_bytes(8, "big"))
    if math.isfinite(value):
        assert jcs.dumps(value) == rfc8785.dumps(value)


@pytest.mark.parametrize("power", range(-12, 26))
@pytest.mark.parametrize("digits", [1.0, -1.0, 1.5, -9.007199254740993, 1.2345678901234567])
def test_val_numbers_about_the_ends_of_plain_digits(power: int, digits: float) -> None:
    value = digits * 10.0**power
    assert jcs.dumps([value, -value]) == rfc8785.dumps([value, -value])


@pytest.mark.parametrize("value", [math.nan, -math.inf, 2**53, "\udc00", {1: 2}, {None}, b"a"])
def test_what_has_no_form_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        jcs.dumps(value)
