"""Telling speeds and numbers of burns apart."""

from __future__ import annotations

import numpy as np
import pytest

from glasshield.monitoring.telling import FALSE_ALARM, power, stages_error

# From the tables of the normal distribution: 2.5 % lie above 1.959964, 5 % above 1.644854.
TWO_SIDED, ONE_SIDED = 1.959964, 1.644854
DRAWS = 200_000
SHARE_TOL = 0.004  # four deviations of a share of so many draws


def test_val_power_by_the_tables_of_the_normal_distribution() -> None:
    assert power((TWO_SIDED + ONE_SIDED) * 10.0, 10.0, 10.0) == pytest.approx(0.95, abs=1e-6)
    assert power(0.0, 10.0, 10.0) == pytest.approx(FALSE_ALARM, abs=1e-9)
    assert power(TWO_SIDED * 10.0, 10.0, 1e-6) == pytest.approx(0.5, abs=0.1)


def test_power_by_draws_with_two_deviations() -> None:
    measured = np.random.default_rng(1).normal(25.0, 12.0, DRAWS)
    rejected = np.abs(measured) > TWO_SIDED * 8.0
    assert power(25.0, 8.0, 12.0) == pytest.approx(rejected.mean(), abs=SHARE_TOL)


def test_a_slower_rival_is_told_as_well() -> None:
    assert power(-30.0, 5.0, 7.0) == pytest.approx(float(power(30.0, 5.0, 7.0)))


def test_prop_power_grows_as_deviations_fall() -> None:
    sigmas = np.geomspace(1.0, 1000.0, 40)
    assert (np.diff(power(100.0, sigmas, sigmas)) <= 1e-12).all()


def test_the_number_of_burns_by_draws() -> None:
    rng = np.random.default_rng(2)
    distance2, less = 9.0, 5
    shifted = rng.normal(size=(DRAWS, less))
    shifted[:, 0] += np.sqrt(distance2)
    plain = rng.normal(size=(DRAWS, less))
    bar = np.quantile((plain**2).sum(axis=1), 1.0 - FALSE_ALARM)
    missed = ((shifted**2).sum(axis=1) <= bar).mean()
    assert stages_error(distance2, less) ** 2 == pytest.approx(
        missed + FALSE_ALARM, abs=2.0 * SHARE_TOL
    )


def test_what_cannot_be_told_is_wrong_by_one_burn() -> None:
    assert stages_error(0.0, 7) == pytest.approx(1.0)
    assert stages_error(1e4, 7) == pytest.approx(np.sqrt(FALSE_ALARM))
    assert stages_error(np.zeros(3), None) == pytest.approx(np.sqrt(FALSE_ALARM))
