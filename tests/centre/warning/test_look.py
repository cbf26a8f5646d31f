"""What events say of places, and what is unknown."""

from __future__ import annotations

import numpy as np

from glasshield.centre.warning.look import at_place, at_state
from glasshield.exchange.release.coarsen import PlaceKind
from tests.centre.warning.test_notices import impact
from tests.centre.warning.test_orbits import state

CENTIMETRES_RAD = 1e-8


def test_a_place_is_told_to_centimetres_and_its_time_to_milliseconds() -> None:
    told = at_place(PlaceKind.IMPACT, impact())
    assert abs(told["lat_rad"] - impact().lat_rad) <= CENTIMETRES_RAD
    assert told["lat_rad"] == round(told["lat_rad"], 8)
    assert told["expected"].posix_us % 1_000 == 0
    assert told["region"] == "sea/OMN"


def test_prop_the_last_digit_of_an_estimate_is_not_told() -> None:
    rng = np.random.default_rng(5)
    for _ in range(100):
        lat_deg = float(rng.uniform(-80.0, 80.0))
        one, other = impact(lat_deg), impact(float(np.nextafter(lat_deg, 90.0)))
        assert at_place(PlaceKind.IMPACT, one) == at_place(PlaceKind.IMPACT, other)


def test_a_state_without_a_covariance_has_a_place_all_the_same() -> None:
    told = at_state(PlaceKind.LAST_SEEN, state(300e3, 4_000.0, 0.1), np.full((6, 6), np.nan))
    assert np.isnan(told["covariance_m2"]).all()
    assert np.isfinite(told["lat_rad"])
