from __future__ import annotations

import pytest

from glasshield.messages import numbers


@pytest.mark.parametrize(
    ("lang", "value", "decimals", "expected"),
    [
        ("en", 6.3, 1, "6.3"),
        ("ru", 6.3, 1, "6,3"),
        ("en", 7858.0, 0, "7858"),
        ("en", 12345.6, 0, "12\u202f346"),
        ("ru", 1234567.0, 0, "1\u202f234\u202f567"),
        ("en", -0.8, 1, "\u22120.8"),
        ("en", -0.01, 1, "0.0"),
    ],
)
def test_numbers_follow_the_language(lang: str, value: float, decimals: int, expected: str) -> None:
    assert numbers.number(lang, value, decimals) == expected


def test_numbers_inside_texts_follow_the_language() -> None:
    assert f"{numbers.Localised('ru', 6.25):.2f}" == "6,25"
    assert f"{numbers.Localised('en', -3)}" == "\u22123"


def test_units_keep_to_their_number() -> None:
    assert numbers.quantity("en", 6.3, "km/s", 1) == "6.3\u00a0km/s"
    assert numbers.quantity("ru", 6.3, "km/s", 1) == "6,3\u00a0км/с"
    assert numbers.quantity("en", 40.0, "deg") == "40°"
    assert numbers.quantity("en", 3.0, "1") == "3"


def test_every_unit_of_the_program_has_a_russian_symbol() -> None:
    from glasshield.units import UNITS

    for symbol in UNITS:
        shown = numbers.unit("ru", symbol)
        assert not any("a" <= c.lower() <= "z" for c in shown), symbol


@pytest.mark.parametrize(
    ("fraction", "expected"),
    [
        (0.0, "0\u00a0%"),
        (0.003, "<\u202f1\u00a0%"),
        (0.5, "50\u00a0%"),
        (0.997, ">\u202f99\u00a0%"),
        (1.0, "100\u00a0%"),
    ],
)
def test_a_share_never_rounds_to_none_or_all(fraction: float, expected: str) -> None:
    assert numbers.percent("en", fraction) == expected


def test_intervals() -> None:
    assert numbers.interval("en", 6.1, 6.5, "km/s", 1) == "6.1–6.5\u00a0km/s"
    assert numbers.interval("en", 6.1, 6.1, "km/s", 1) == "6.1\u00a0km/s"
    assert numbers.interval("ru", -1.0, 2.0, "s") == "\u22121 … 2\u00a0с"
    assert numbers.percent_interval("en", 0.12, 0.34) == "12–34\u00a0%"


@pytest.mark.parametrize(
    ("time_s", "long", "short"),
    [
        (0.0, "0\u00a0s", "0:00"),
        (59.6, "1\u00a0min\u00a000\u00a0s", "1:00"),
        (151.0, "2\u00a0min\u00a031\u00a0s", "2:31"),
        (-12.0, "\u221212\u00a0s", "\u22120:12"),
    ],
)
def test_times(time_s: float, long: str, short: str) -> None:
    assert numbers.duration("en", time_s) == long
    assert numbers.clock(time_s) == short


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (6.3, "6.3"),
        (2000.0, "2000"),
        (0.0125, "0.0125"),
        (1.5e7, "1.5×10⁷"),
        (2.5e-9, "2.5×10⁻⁹"),
    ],
)
def test_significant_digits(value: float, expected: str) -> None:
    assert numbers.significant("en", value) == expected


def test_places() -> None:
    assert numbers.coordinates("en", 54.48, -17.1) == "54.48°\u00a0N, 17.10°\u00a0W"
    assert (
        numbers.coordinates("ru", -54.48, 17.1) == "54,48°\u00a0ю.\u00a0ш., 17,10°\u00a0в.\u00a0д."
    )
