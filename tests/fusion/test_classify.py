"""Phases and classes: burnout between the rows that say so, classes with the odds of a speed."""

from __future__ import annotations

import numpy as np
import pytest

from glasshield.errors import UnknownNameError
from glasshield.flight import kepler
from glasshield.fusion.classify import ORBITAL, UNKNOWN, classify, phases
from glasshield.fusion.ellipse import Ellipses
from glasshield.fusion.impact_point import Impacts
from glasshield.fusion.launch_point import LaunchPoints
from glasshield.fusion.tracks import Phase, Tracks, pack
from tests.fusion import made_up

BURNOUT_M = 100e3


def launched(speed_m_s: list[float], sigma_m_s: float = 20.0) -> LaunchPoints:
    """Launches at (0, 0) with these burnout speeds; NaN for those not known."""
    speed = np.array(speed_m_s)
    count = len(speed)
    place = np.where(np.isfinite(speed), 0.0, np.nan)
    ellipse = Ellipses.of_covariance(place, place, np.broadcast_to(1e6 * np.eye(2), (count, 2, 2)))
    half = 1.959964 * sigma_m_s
    return LaunchPoints(
        ellipse,
        np.zeros(count),
        np.zeros(count),
        np.zeros(count),
        speed,
        speed - half,
        speed + half,
        np.zeros(count),
        np.where(np.isfinite(speed), BURNOUT_M, np.nan),
        (),
        np.empty((count, 0)),
        np.full(count, 10),
    )


def came_down(east_rad: list[float]) -> Impacts:
    """Impacts so far east of (0, 0) on the equator; NaN for what stays up."""
    lon = np.array(east_rad)
    lat = np.where(np.isfinite(lon), 0.0, np.nan)
    covariance = np.broadcast_to(1e6 * np.eye(2), (len(lon), 2, 2))
    ellipse = Ellipses.of_covariance(lat, lon, covariance)
    return Impacts(ellipse, lat + 1_000.0, lat, lat, lat)


def speed_for(range_m: float) -> float:
    """The burnout speed that reaches as far as this from 100 km."""
    speeds = np.linspace(500.0, 7_800.0, 40_000)
    return float(np.interp(range_m, kepler.farthest_range_m(speeds, BURNOUT_M), speeds))


def test_classes_follow_the_speed() -> None:
    speeds = [speed_for(reach) for reach in (600e3, 2_000e3, 4_000e3, 9_000e3)]
    found = classify(launched(speeds), came_down([0.02, 0.2, 0.4, 0.9]))
    assert found.name == ("SRBM", "MRBM", "IRBM", "ICBM")
    assert np.diag(found.probability) == pytest.approx(1.0)
    assert found.probability.sum(axis=1) == pytest.approx(1.0)
    middle = 0.5 * (found.range_low_m + found.range_high_m)
    assert middle == pytest.approx([600e3, 2_000e3, 4_000e3, 9_000e3], rel=0.02)


def test_on_a_bound_both_classes_are_as_likely() -> None:
    found = classify(launched([speed_for(5_500e3)]), came_down([0.5]))
    assert found.probability[0] == pytest.approx([0.0, 0.0, 0.5, 0.5], abs=0.01)


def test_what_was_flown_is_the_least_range() -> None:
    found = classify(launched([speed_for(2_000e3)]), came_down([0.6]))
    assert found.name == ("IRBM",)
    assert found.range_low_m[0] == pytest.approx(found.flown_m[0])


def test_what_stays_up_is_in_orbit_and_what_nobody_launched_unknown() -> None:
    found = classify(launched([np.nan, np.nan, 9_000.0]), came_down([np.nan, 0.1, 0.3]))
    assert found.name == (ORBITAL, UNKNOWN, "ICBM")
    assert np.isnan(found.probability[:2]).all()
    assert found.range_high_m[2] == pytest.approx(kepler.HALF_EARTH_M)


def test_other_schemes_have_other_bounds() -> None:
    launch, impact = launched([speed_for(2_900e3)]), came_down([0.2])
    assert classify(launch, impact).name == ("IRBM",)
    assert classify(launch, impact, "ROK").name == ("MRBM",)
    with pytest.raises(UnknownNameError):
        classify(launch, impact, "EU")


def test_nothing_has_no_class() -> None:
    assert classify(launched([]), came_down([])).name == ()


def made(*probabilities: list[tuple[float, float, float]]) -> Tracks:
    """Tracks with these phases, a row every two seconds from 10 s on."""
    counts = [len(rows) for rows in probabilities]
    rows = sum(counts)
    time = np.concatenate([10.0 + 2.0 * np.arange(count) for count in counts])
    return Tracks(
        made_up.EPOCH,
        made_up.STATIONS,
        np.arange(len(counts)),
        np.concatenate(([0], np.cumsum(counts))),
        time,
        np.zeros((rows, 6)),
        pack(np.broadcast_to(np.eye(6), (rows, 6, 6))),
        np.array([row for part in probabilities for row in part]),
        np.full(rows, -1),
        np.zeros(rows, dtype=int),
        simulated=True,
    )


def test_burnout_lies_between_the_rows_that_are_sure() -> None:
    boost, unsure = (0.95, 0.05, 0.0), (0.5, 0.5, 0.0)
    coast, entry = (0.0, 1.0, 0.0), (0.0, 0.05, 0.95)
    seen = [boost] * 11 + [unsure, coast, coast]
    found = phases(made(seen, [coast, coast, entry], [boost] * 11, [boost, boost, coast]))
    assert found.burnout_s[0] == pytest.approx(32.0)  # between 30 and 34 s
    assert found.burnout_sigma_s[0] == pytest.approx(np.hypot(4.0 / np.sqrt(12.0), 3.0))
    # Never seen to burn out; and doubts at the beginning of a track are no boost.
    assert np.isnan(found.burnout_s[1:]).all()
    assert found.entry_s[1] == pytest.approx(14.0)
    assert np.isnan(found.entry_s[[0, 2]]).all()
    assert found.last.tolist() == [Phase.COAST, Phase.ENTRY, Phase.BOOST, Phase.COAST]
