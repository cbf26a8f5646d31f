"""What looks are expected to bring: against the tracker's filter and its impact ellipses."""

from __future__ import annotations

import numpy as np
import pytest

from glasshield.coordination import looks
from glasshield.coordination.areas import area_km2
from glasshield.coordination.looks import UNIT
from glasshield.coordination.sensor_plan import SensorPlan, plan_sensors
from glasshield.fusion.filters import Gaussian, predict, update
from glasshield.fusion.impact_point import impacts
from glasshield.fusion.motion import coast, propagate, transition
from glasshield.fusion.options import Motion
from glasshield.sensing.measurement import measure
from tests.coordination.planned import Case, large

DRAWS = 400
# The plan's area is that of the mean information, the filter's the mean over which looks detect:
# greater, by what a convex function makes of chance. Process noise along the way adds below 1 %.
LEAST_RATIO, MOST_RATIO = 0.99, 1.06
# Squared deviations of 400 draws of two numbers have a mean of 2 +- 0.1 (one standard deviation).
NEES_TOL = 0.4
GROUND_TOL = 0.12  # sampled along finite ways, from a fit of fourth order in the drag


def one_object(seed: int) -> tuple[Case, SensorPlan]:
    """An object that is looked at now and then, and the plan for it."""
    case = large(seed, count=1, radars=3, most=1)
    found = plan_sensors(case.objects, case.sensors, case.limits, case.horizon_s, case.step_s)
    assert len(found.step) > 5
    return case, found


@pytest.mark.parametrize("seed", [2, 5, 8])
def test_val_expected_area_is_that_of_the_trackers_filter(seed: int) -> None:
    case, found = one_object(seed)
    rng = np.random.default_rng(seed)
    mean, spread = case.objects.state_ecef, case.objects.covariance
    truth = rng.multivariate_normal(mean[0], spread[0], DRAWS)
    held = Gaussian(np.repeat(mean, DRAWS, 0), np.repeat(spread, DRAWS, 0))
    model, now_s = coast(Motion()), 0.0
    for step, k in zip(found.step, found.sensor, strict=True):
        ahead_s = float(found.time_s[step]) - now_s
        truth = propagate(model, truth, ahead_s)
        held, now_s = predict(model, held, ahead_s).estimate, now_s + ahead_s
        station, of = case.sensors[k], case.sensors[k].accuracy
        sigma = np.array((of.range_m, of.azimuth_rad, of.elevation_rad, of.range_rate_m_s))
        for _ in range(int(case.limits.looks[k])):
            noise = rng.normal(size=(DRAWS, 4)) * np.where(np.isfinite(sigma), sigma, 0.0)
            seen = rng.random(DRAWS) < station.detection_probability
            measured = np.where(np.isfinite(sigma), measure(station, truth) + noise, np.nan)
            after, _ = update(held, station, measured, np.tile(sigma, (DRAWS, 1)))
            held = Gaussian(
                np.where(seen[:, None], after.mean, held.mean),
                np.where(seen[:, None, None], after.covariance, held.covariance),
            )
    _, change = transition(model, mean, now_s)
    offer = found.offer
    ground = (offer.ground[0] / UNIT) @ np.linalg.inv(change[0])
    down = ground @ held.covariance @ ground.T
    ratio = float(area_km2(down + offer.floor_m2[0]).mean() / found.after_km2[0])
    assert LEAST_RATIO < ratio < MOST_RATIO
    off = (truth - held.mean) @ ground.T
    nees = np.einsum("ni,nij,nj->n", off, np.linalg.inv(down), off).mean()
    assert abs(nees - 2.0) < NEES_TOL


def test_val_impacts_spread_as_the_trackers_impact_ellipses_do() -> None:
    case = large(7, count=40, radars=1)
    offer = looks.prospect(case.objects, case.sensors, case.limits, np.array([2.5]))
    small = 1e-2 * case.objects.covariance  # the ellipses follow it beyond where it is linear
    got = offer.ground @ (small / np.outer(UNIT, UNIT)) @ np.swapaxes(offer.ground, 1, 2)
    got = got + offer.floor_m2
    ellipses = impacts(np.zeros(40), case.objects.state_ecef, small).ellipse
    known = np.isfinite(ellipses.lat_rad)
    assert known.sum() > 30
    ratio = area_km2(got[known]) / area_km2(ellipses.covariance_m2[known])
    assert np.abs(np.log(ratio)).max() < GROUND_TOL
    share = got[known, 0, 0] / ellipses.covariance_m2[known, 0, 0]
    assert np.abs(np.log(share)).max() < 2.0 * GROUND_TOL
