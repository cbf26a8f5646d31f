"""Numbers and moments go into text and come back to the last bit."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasshield.earth.time import Instant
from glasshield.exchange import moments
from glasshield.exchange.decimals import (
    DEGREES,
    KILOMETRES,
    METRES,
    SECONDS,
    SQUARE_KILOMETRES,
    Scale,
    Tokens,
    numbers,
)

SCALES = [METRES, KILOMETRES, SQUARE_KILOMETRES, DEGREES]
EVERY_SCALE = pytest.mark.parametrize("scale", SCALES, ids=["m", "km", "km2", "deg"])
MOST_DIGITS = 17
# Twice double precision leaves so much of half a last bit undecided.
NEARLY = Fraction(1, 2**40)


def tokens(texts: Sequence[str | bytes]) -> Tokens:
    words = [text.encode() if isinstance(text, str) else text for text in texts]
    end = np.cumsum([len(word) + 1 for word in words], dtype=np.int64) - 1
    start = end - np.array([len(word) for word in words], dtype=np.int64)
    return Tokens(np.frombuffer(b"\n".join(words) + b"\n", dtype=np.uint8), start, end)


def significant(text: str) -> int:
    mantissa = text.lower().split("e")[0].lstrip("+-").replace(".", "").lstrip("0")
    return len(mantissa.rstrip("0"))


@EVERY_SCALE
@given(values=st.lists(st.floats(allow_nan=False, allow_infinity=False), max_size=20))
def test_every_double_comes_back(scale: Scale, values: list[float]) -> None:
    # The largest doubles would be infinite in a smaller unit, so they stay away from the limit.
    array = np.array(values) * 1e-3
    texts = scale.texts(array)
    back = numbers(tokens(texts), scale)
    np.testing.assert_array_equal(back, array)
    np.testing.assert_array_equal(np.signbit(back), np.signbit(array))


@EVERY_SCALE
def test_many_doubles_of_usual_size_come_back_in_few_digits(scale: Scale) -> None:
    draw = np.random.default_rng(3)
    values = draw.normal(size=20_000) * 10.0 ** draw.integers(-9, 12, 20_000)
    texts = scale.texts(values)
    np.testing.assert_array_equal(numbers(tokens(texts), scale), values)
    assert max(significant(text) for text in texts) <= MOST_DIGITS
    assert not any("e" in text.lower() for text in texts)


def test_round_numbers_look_round() -> None:
    assert DEGREES.texts(np.radians([45.0, 0.05, 359.999, -12.5])) == [
        "45.0",
        "0.05",
        "359.999",
        "-12.5",
    ]
    assert KILOMETRES.texts(np.array([1500.0, 0.0, -0.0, 123456.7])) == [
        "1.5",
        "0.0",
        "-0.0",
        "123.4567",
    ]


def test_val_numbers_are_those_of_the_c_library() -> None:
    draw = np.random.default_rng(4)
    values = draw.normal(size=5_000) * 10.0 ** draw.integers(-12, 15, 5_000)
    texts = [repr(float(value)) for value in values]
    np.testing.assert_array_equal(numbers(tokens(texts), METRES), [float(text) for text in texts])


@given(
    digits=st.integers(0, 10**18 - 1),
    places=st.integers(0, 30),
    exponent=st.integers(-20, 20),
)
def test_any_decimal_is_rounded_once(digits: int, places: int, exponent: int) -> None:
    plain = f"{digits:0{places + 1}d}"
    text = f"{plain[: len(plain) - places]}.{plain[len(plain) - places :] or '0'}"
    for written in (text, f"{text}E{exponent}"):
        for scale in SCALES:
            exact = Fraction(written) * scale.factor
            found = float(numbers(tokens([written]), scale)[0])
            half = Fraction(math.ulp(found)) / 2
            assert abs(Fraction(found) - exact) <= half * (1 + NEARLY)


@pytest.mark.parametrize(
    "word",
    [
        "",
        "nan",
        "inf",
        "-inf",
        "1e999",
        "abc",
        "1..2",
        "1.2.3",
        "--1",
        "+-1",
        "1e",
        "e5",
        ".",
        "-",
        "0x10",
        "1_000",
        "1,5",
        "12345678901234567890x",
        b"\xff\xfe",
        b"1\x002",
        "١",
    ],
)
def test_what_is_no_finite_number_is_nan(word: str | bytes) -> None:
    assert np.isnan(numbers(tokens([word, "1.5"]), METRES)).tolist() == [True, False]


def test_forms_of_numbers() -> None:
    words = ["+1.5", "-.5", "5.", "007", "1E3", "2.5e-1", "123456789012345678901234567890"]
    expected = [1.5, -0.5, 5.0, 7.0, 1000.0, 0.25, 123456789012345678901234567890.0]
    assert numbers(tokens(words), METRES).tolist() == expected


def test_no_words_give_no_numbers() -> None:
    assert len(numbers(tokens([])[:0], METRES)) == 0
    assert METRES.texts(np.zeros(0)) == []
    assert moments.texts(np.zeros(0), Instant(0)) == []


EPOCHS = [
    Instant.parse("2030-01-01T00:00:00Z"),
    Instant.parse("2017-07-28T14:41:00.123456Z"),
    Instant.parse("1969-12-31T23:59:59.999999Z"),
]


@given(
    epoch=st.sampled_from(EPOCHS),
    times=st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=10),
)
def test_every_time_comes_back(epoch: Instant, times: list[float]) -> None:
    array = np.array(times)
    texts = moments.texts(array, epoch)
    np.testing.assert_array_equal(moments.seconds_after(tokens(texts), epoch), array)


@given(
    epoch=st.sampled_from(EPOCHS),
    microseconds=st.integers(-(10**15), 10**15),
    ordinal=st.booleans(),
    zulu=st.booleans(),
)
def test_val_moments_are_those_of_the_standard_library(
    epoch: Instant, microseconds: int, ordinal: bool, zulu: bool
) -> None:
    moment = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(microseconds=microseconds)
    date = "%Y-%j" if ordinal else "%Y-%m-%d"
    text = moment.strftime(f"{date}T%H:%M:%S.%f") + ("Z" if zulu else "")
    start = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=epoch.posix_us)
    expected = (moment - start) // timedelta(microseconds=1) / 1e6
    assert moments.seconds_after(tokens([text]), epoch)[0] == expected


@pytest.mark.parametrize(
    "word",
    [
        "",
        "2005-02-29T00:00:00",
        "2005-366T00:00:00",
        "2005-000T00:00:00",
        "2005-13-01T00:00:00",
        "2005-06-08T24:00:00",
        "2005-06-08T12:60:00",
        "2016-12-31T23:59:60",
        "2005-06-08T12:00:00.",
        "2005-06-08 12:00:00",
        "2005-06-08T12:00",
        "2005-06-08T12:00:00+01:00",
        "2005-06-08T12:00:00.5.5",
        "12345",
        "2005-06-08T12:00:00x",
        "0000-01-01T00:00:00",
        b"2005-06-08T12:00:\xff0",
    ],
)
def test_what_is_no_moment_is_nan(word: str | bytes) -> None:
    found = moments.seconds_after(tokens([word, "2005-06-08T12:00:00"]), EPOCHS[0])
    assert np.isnan(found).tolist() == [True, False]


def test_a_leap_day_has_both_names() -> None:
    found = moments.seconds_after(
        tokens(["2004-02-29T01:00:00", "2004-060T01:00:00Z"]), Instant.parse("2004-02-29T00:00:00Z")
    )
    assert found.tolist() == [3600.0, 3600.0]


def test_the_first_second_is_that_of_the_first_moment() -> None:
    found = moments.first_second(tokens(["x", "2004-02-29T01:00:00.75", "2003-01-01T00:00:00"]))
    assert found == Instant.parse("2004-02-29T01:00:00Z")
    assert moments.first_second(tokens(["x"])) is None


def test_seconds_are_metres_to_a_scale() -> None:
    assert SECONDS.text(0.1) == "0.1"
