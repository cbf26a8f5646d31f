"""Fitted numbers in as many digits as they are worth, the same on every machine."""

from __future__ import annotations

import math

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from glasshield.exchange.canonical import differences, plain
from glasshield.monitoring.document import ClaimUpdate, Value
from glasshield.monitoring.rounding import rounded
from tests.monitoring.made_up import bias, evaluation, value

SIGMAS = st.floats(1e-9, 1e9)
# What rounding to three digits of a deviation may move a number by, in deviations: half of the
# third digit, which is at most a hundredth.
MOST_MOVED_SIGMAS = 0.0050001
# What two processors differ in, in deviations, once a fit has settled.
NOISE_SIGMAS = 1e-5


def test_a_value_stops_at_the_third_digit_of_its_deviation() -> None:
    found = rounded(evaluation(Value(value=6.0524381, low=6.046132, high=6.058743, sigma=0.003217)))
    assert found.burnout_speed_km_s == Value(
        value=6.05244, low=6.04613, high=6.05874, sigma=0.00322
    )
    coarse = rounded(evaluation(Value(value=1234.5, low=-4321.0, high=6789.0, sigma=2834.0)))
    assert coarse.burnout_speed_km_s == Value(value=1230.0, low=-4320.0, high=6790.0, sigma=2830.0)


@given(st.floats(-1e6, 1e6), SIGMAS)
def test_prop_rounding_moves_a_number_by_less_than_a_hundredth_of_its_deviation(
    middle: float, sigma: float
) -> None:
    before = Value(value=middle, low=middle - 2.0 * sigma, high=middle + 2.0 * sigma, sigma=sigma)
    after = rounded(evaluation(before)).burnout_speed_km_s
    for name in ("value", "low", "high"):
        moved = abs(getattr(after, name) - getattr(before, name))
        # A double near the middle holds no more than this either.
        assert moved <= MOST_MOVED_SIGMAS * sigma + 2.0 * math.ulp(abs(middle) + 2.0 * sigma)


def test_noise_of_a_processor_leaves_no_trace() -> None:
    def fitted(noise: float) -> object:
        shift = noise * 0.0032
        return plain(
            rounded(
                evaluation(
                    value(6.0524 + shift, 0.0032),
                    biases=(bias("elevation", 260.1234 + shift), bias("azimuth", shift)),
                    motor_speed_km_s=value(8.11234 + shift, 0.031),
                )
            )
        )

    assert list(differences(fitted(0.0), fitted(NOISE_SIGMAS))) == []
    assert list(differences(fitted(0.0), fitted(0.1)))


def test_numbers_without_a_deviation_and_infinities() -> None:
    whole = evaluation(
        Value(value=6.05243812, low=-math.inf, high=math.inf, sigma=math.inf),
        log10_likelihood_ratio=812.123456789,
        likelihood_ratio=1.23456e-40,
    )
    found = rounded(whole)
    assert found.burnout_speed_km_s.value == 6.05243812
    assert found.burnout_speed_km_s.high == math.inf
    assert found.log10_likelihood_ratio == 812.1
    assert found.likelihood_ratio == 1.23e-40
    assert found.rival.p_value == 1e-40
    exact = Value(value=130.4, low=130.4, high=130.4, sigma=0.0)
    assert rounded(evaluation(burn_time_s=exact)).burn_time_s == exact


def test_numbers_that_are_drawn_are_as_coarse_as_a_drawing() -> None:
    drawn = evaluation()
    profile = msgspec.structs.replace(drawn.profile, low_m_s2=(14.96, 55.44, 62.051))
    path = msgspec.structs.replace(drawn.path, lat_deg=(34.740049, 34.6, 31.2))
    found = rounded(msgspec.structs.replace(drawn, profile=profile, path=path))
    assert found.profile.low_m_s2 == (15.0, 55.4, 62.1)
    assert found.path.lat_deg == (34.74, 34.6, 31.2)


def test_a_shift_keeps_its_digits_however_small_the_unit_makes_it() -> None:
    rows = (bias("range", -0.0047123), bias("elevation", 1234.56), bias("time", 4e-10))
    found = [row.speed_shift_m_s for row in rounded(evaluation(biases=rows)).biases]
    assert found == [-0.00471, 1230.0, 0.0]


def test_what_is_stated_has_the_digits_of_any_document_and_claims_stay() -> None:
    row = ClaimUpdate(
        claim="c",
        assumptions="a",
        party="p",
        before="holds",
        after="fails",
        margin_before=0.123456789,
        margin_after=None,
        unit="km/s",
        as_flown_only=False,
    )
    made = evaluation(claims_updated=(row,))
    declared = msgspec.structs.replace(made.test.declared, in_flight_km_s=6.27464694423633)
    test = msgspec.structs.replace(made.test, site_lat_deg=34.74000012, declared=declared)
    found = rounded(msgspec.structs.replace(made, test=test))
    assert found.claims_updated == (row,)
    assert found.test.site_lat_deg == 34.7400001
    assert found.test.declared.in_flight_km_s == 6.27464694


def test_rounding_twice_is_rounding_once() -> None:
    once = rounded(evaluation(value(6.05243812, 0.0032171), biases=(bias("range", 0.0234567891),)))
    assert rounded(once) == once
