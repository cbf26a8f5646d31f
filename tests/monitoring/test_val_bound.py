"""Many simulated tests: fits are as good as the bound says, and say themselves how good."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from glasshield.monitoring.document import PlaceRow
from glasshield.monitoring.learning import learned_together
from tests.monitoring.announced import facts
from tests.monitoring.reconstructed import case, flights_of, watched_from_sea
from tests.thorough import samples

pytestmark = pytest.mark.slow

RUNS = samples(100, 200)
UNTIL_S, PERIOD_S = 220.0, 2.0
BOUND_SHARE_TOL = 0.2  # by which root mean square errors may be off the mean bound
HELD_SHARE = 0.95
HELD_TOL = 2.0 * np.sqrt(HELD_SHARE * (1.0 - HELD_SHARE) / RUNS)  # two binomial deviations
CHI_TOL = 0.02  # of the mean sum of squares for each degree; its own deviation is 0.006 at most


@cache
def results() -> np.ndarray:
    """Errors and deviations of burnout speed, burn time and surface speed, and more, of each."""
    return np.array([_result(seed) for seed in range(RUNS)])


def _result(seed: int) -> tuple[float, ...]:
    made = case(seed, UNTIL_S, PERIOD_S)
    fit = made.fit()
    flight, figures = made.made.flight, fit.flight.figures()
    numbers = np.count_nonzero(made.problem.observed.per_sigma)
    return (
        figures.burnout_speed_m_s.value - flight.burnout_speed_m_s,
        fit.sigma(figures.burnout_speed_m_s),
        figures.burn_time_s.value - flight.burnout_time_s,
        fit.sigma(figures.burn_time_s),
        fit.chi_squared / (numbers - fit.effective_unknowns),
        float(fit.settled),
    )


def rms(values: np.ndarray) -> float:
    return float(np.sqrt(np.mean(values**2)))


@pytest.mark.parametrize("figure", [0, 1], ids=["burnout speed", "burn time"])
def test_val_errors_reach_the_bound(figure: int) -> None:
    error, sigma = results()[:, 2 * figure : 2 * figure + 2].T
    assert rms(error) == pytest.approx(sigma.mean(), rel=BOUND_SHARE_TOL)


@pytest.mark.parametrize("figure", [0, 1], ids=["burnout speed", "burn time"])
def test_val_intervals_hold_the_truth(figure: int) -> None:
    error, sigma = results()[:, 2 * figure : 2 * figure + 2].T
    held = float(np.mean(np.abs(error) < 1.96 * sigma))
    assert held == pytest.approx(HELD_SHARE, abs=HELD_TOL)


def test_val_the_plan_promises_what_the_evaluation_reaches() -> None:
    test = watched_from_sea(UNTIL_S, PERIOD_S)
    stands = [guest.station.position for guest in test.observers if guest.station is not None]
    places = [
        PlaceRow(observer=guest.id, lat_deg=place.lat_deg, lon_deg=place.lon_deg)
        for guest, place in zip(test.observers, stands, strict=True)
    ]
    promised = learned_together(test, facts(), places, flights_of(UNTIL_S, PERIOD_S))
    assert promised.burnout_speed_sigma_m_s is not None
    assert promised.burn_time_sigma_s is not None
    speed, time_s = results()[:, 0], results()[:, 2]
    assert rms(speed) == pytest.approx(promised.burnout_speed_sigma_m_s, rel=BOUND_SHARE_TOL)
    assert rms(time_s) == pytest.approx(promised.burn_time_sigma_s, rel=BOUND_SHARE_TOL)


def test_val_residuals_are_noise() -> None:
    assert results()[:, 4].mean() == pytest.approx(1.0, abs=CHI_TOL)
    assert results()[:, 5].all()
