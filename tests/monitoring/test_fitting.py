"""Fits: what is known beforehand, how a flight is found again, and what speaks for its burns."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
import numpy as np
import pytest

from glasshield.catalog.announced import AnnouncedTest
from glasshield.earth.time import Instant
from glasshield.fusion.bias_prior import BiasPrior
from glasshield.fusion.observed import BIASES
from glasshield.monitoring.association import Phases
from glasshield.monitoring.beforehand import (
    Beforehand,
    bias_sigmas,
    liftoff_in,
    liftoff_reported,
)
from glasshield.monitoring.fitting import Fit, distances, fitted, informed, polished
from glasshield.monitoring.powered import BurnTimes, Layout
from glasshield.monitoring.stages import Place, counted, single
from tests.monitoring.announced import announced, number
from tests.monitoring.made_up import EPOCH
from tests.monitoring.reconstructed import Case, case

UNTIL_S = 220.0
SAME_TOL = 1e-6  # of a deviation: what polishing leaves between two starts


@pytest.mark.parametrize("gaps", [False, True])
def test_prop_slopes_of_what_is_known_are_those_of_differences(gaps: bool) -> None:
    layout = Layout(EPOCH, announced().site, 0.3, (6, 4, 5), gaps=gaps)
    before = Beforehand(liftoff_s=5.0, liftoff_sigma_s=1.0)
    rng = np.random.default_rng(2)
    base = rng.normal(20.0, 5.0, layout.size)
    base[4 : 4 + layout.times] = rng.normal(3.0, 0.3, layout.times)
    _, exact = before.misfit(layout, base)
    for column in range(layout.size):
        step = np.zeros(layout.size)
        step[column] = 1e-5
        ends = [before.misfit(layout, base + sign * step)[0] for sign in (1.0, -1.0)]
        assert exact[:, column] == pytest.approx((ends[0] - ends[1]) / 2e-5, abs=1e-6, rel=1e-5)
    assert (np.linalg.eigvalsh(before.information(layout, base)) > 0.0).all()


def test_what_an_announcement_says_is_known_beforehand() -> None:
    test = announced()
    before = Beforehand.of(test, 7.0, 2.0)
    assert (before.liftoff_s, before.liftoff_sigma_s) == (7.0, 2.0)
    assert before.site_sigma_m == 50.0  # anywhere within 100 m
    known = Beforehand.of(replaced(burn_time_known=number(130.0, "s")), 7.0, 2.0)
    assert known.burn_s == 130.0
    assert known.burn_log_sigma == pytest.approx(0.01)


def replaced(**changes: Any) -> AnnouncedTest:
    """The packaged test with something else in it."""
    return msgspec.structs.replace(announced(), **changes)


def test_a_window_is_as_wide_as_it_is() -> None:
    window = announced().windows[0]
    liftoff = liftoff_in(window, Instant.parse(window.begin))
    assert liftoff.mean_s == 7200.0
    assert liftoff.sigma_s == pytest.approx(14400.0 / np.sqrt(12.0))


def test_errors_are_those_that_owners_state() -> None:
    own, stranger = bias_sigmas(announced(), ["guest-ship-2", "somebody"])
    assert own == pytest.approx([30.0, np.radians(0.03), np.radians(0.03), 0.02, 0.01])
    assert stranger == pytest.approx([getattr(BiasPrior(), name) for name in BIASES])


def test_exact_detections_give_the_flight_back() -> None:
    made = case(1, UNTIL_S)
    start = made.fit()
    observed = made.problem.observed
    exact = observed.measured - off(made, start)
    problem = replace(made.problem, observed=replace(observed, measured=exact))
    bias = np.zeros_like(start.bias)
    again = polished(problem, fitted(problem, made.layout, made.start, bias))
    assert again.chi_squared < 20.0  # what is known beforehand pulls a little
    speed, was = (fit.flight.figures().burnout_speed_m_s.value for fit in (again, start))
    assert speed == pytest.approx(was, abs=start.sigma(start.flight.figures().burnout_speed_m_s))


def off(made: Case, fit: Fit) -> np.ndarray:
    """By how much detections are off a flight, biases left out."""
    observed = made.problem.observed
    missed, _ = observed.residuals(fit.flight, None)
    known = observed.per_sigma > 0.0
    return np.where(known, missed / np.where(known, observed.per_sigma, 1.0), 0.0)


def test_two_starts_lead_to_the_same_flight() -> None:
    made = case(2, UNTIL_S)
    first = made.fit()
    later = made.start.copy()
    later[4:6] += 0.03  # burns two seconds longer
    bias = np.zeros_like(first.bias)
    second = polished(made.problem, fitted(made.problem, made.layout, later, bias))
    speeds = [fit.flight.figures().burnout_speed_m_s for fit in (first, second)]
    assert abs(speeds[0].value - speeds[1].value) < SAME_TOL * first.sigma(speeds[0])


def test_more_detections_never_tell_less() -> None:
    made = case(3, UNTIL_S)
    fit = made.fit()
    half = made.problem.observed.take(np.arange(len(made.problem.observed.row)) % 2 == 0)
    fewer = informed(made.problem, fit, half)
    for name in ("burnout_speed_m_s", "burn_time_s", "surface_speed_m_s"):
        figure = getattr(fit.flight.figures(), name)
        assert fewer.sigma(figure) >= fit.sigma(figure)


def test_distances_of_its_own_detections_are_those_of_noise() -> None:
    made = case(4, UNTIL_S)
    away = distances(made.problem.observed, made.fit())
    assert np.median(away.squared) == pytest.approx(2.37, abs=0.4)
    assert away.spread.max() < 1.0


def test_burns_are_counted_by_the_evidence() -> None:
    made = case(5, UNTIL_S)
    detections = made.made.detections
    place = Place(detections.epoch, made.made.test.site, made.layout.azimuth_rad)
    end_s = made.liftoff_s + 130.0
    first = single(made.problem, place, Phases(end_s - 4.0, end_s + 2.0))
    assert first is not None
    burns = counted(made.problem, place, first, least=1)
    assert burns.number == 2
    assert burns.odds.sum() == pytest.approx(1.0)
    assert burns.odds[1] > 0.9
    ends = np.subtract(burns.best.flight.stage_ends_s, made.liftoff_s)
    assert ends == pytest.approx([65.0, 130.0], abs=4.0)


def test_a_better_known_liftoff_makes_a_better_burn_time() -> None:
    made = case(6, UNTIL_S)
    fit = made.fit()
    sharp = replace(made.problem.beforehand, liftoff_sigma_s=0.1)
    better = informed(replace(made.problem, beforehand=sharp), fit, made.problem.observed)
    burn = fit.flight.figures().burn_time_s
    assert fit.sigma(burn) > 0.9
    assert better.sigma(burn) < 0.4


def test_reports_weigh_as_well_as_they_know() -> None:
    reports = case(1, UNTIL_S).made.launches
    both = reports.take(np.array([0, 0]))
    both = replace(both, time_sigma_s=np.array([1.0, 2.0]), time_s=np.array([10.0, 20.0]))
    together = liftoff_reported(both, both.epoch)
    assert together.mean_s == pytest.approx(12.0)
    assert together.sigma_s == pytest.approx(np.sqrt(0.8))
    assert BurnTimes(0.0, (0.0,), (1.0,)).end_s == (1.0,)
