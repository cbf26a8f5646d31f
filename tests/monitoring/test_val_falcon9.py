"""A real flight: the first stage of NROL-76 from lift-off to the coast after its cut-off.

A throttled engine whose thrust dies away, and a coast of 17 s before the next burn. The telemetry
gives speed relative to the Earth and height; two made-up radars see the flight that has both. Its
azimuth is not in the telemetry: a launch to an orbit of 50 degrees from Florida leads north-east,
45 degrees are assumed. What is declared of the vehicle is made up, and nothing of it enters.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
import pytest
from numpy.polynomial import Polynomial
from scipy.integrate import cumulative_simpson
from scipy.interpolate import BSpline, CubicSpline, PchipInterpolator, make_lsq_spline
from scipy.optimize import brentq, least_squares

from glasshield.catalog.announced import AnnouncedTest, Performance, Window
from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.earth import geodesic
from glasshield.earth.ellipsoid import ecef_to_geodetic, geodetic_to_ecef
from glasshield.earth.time import Instant
from glasshield.monitoring.document import Evaluation, Value
from glasshield.monitoring.evaluation import evaluate
from glasshield.monitoring.measuring import measure
from glasshield.monitoring.rehearsal import observer_at, stationed
from glasshield.scenario.detect import detect
from glasshield.scenario.truth import Truth
from glasshield.sensing.detections import Detections
from glasshield.sensing.launch_detection import LaunchDetections
from glasshield.workspace import Workspace
from tests.monitoring.announced import announced, changed, facts, number

RECORD: Final = Path(__file__).parents[3] / "shared" / "data" / "falcon9_nrol76"
TELEMETRY: Final = "falcon9-nrol76"
AZIMUTH_RAD: Final = math.radians(45.0)  # assumed
UNTIL_S: Final = 157.0  # the boost-back burn begins
EPOCH: Final = Instant.parse("2017-05-01T11:00:00Z")
WINDOW: Final = Window(begin="2017-05-01T11:10:00Z", end="2017-05-01T11:30:00Z")
LIFTOFF_S: Final = 900.0  # after the epoch: made up, as the window and the epoch are
STEP_S: Final = 0.1  # of the path
LOW_M, HIGH_M = 10e3, 30e3  # seen from below the one on, only from above the other on
SEEDS: Final = {True: (0, 1), False: (2, 3, 4)}  # with the shared record, with the rows below
MOST_MISSES: Final = 1  # of 95 % intervals: two or more of three are chance in 0.7 % of cases
MEAN_SIGMAS: Final = 1.96  # of a mean over the seeds
RESOLUTION_M_S: Final = 1.0  # of the speed that is shown
RESOLUTION_M: Final = 100.0  # of the height that is shown above `COARSE_BELOW_M`
FULL_THRUST_S: Final = (135.9, 138.9)  # where the speed that is shown grows evenly
COASTING_S: Final = (144.4, 157.1)  # from after the separation on
COARSE_BELOW_M: Final = 10e3  # where the broadcast shows whole kilometres only
VERTICAL: Final = (0.5 * np.pi, 0.5 * np.pi)  # at lift-off, and ten seconds later

# Time (s), speed (m/s), height (km), as broadcast: telemetry-data, stage1_raw_5hz.json, Unlicense.
ROWS: Final = """
    0 0 0, 5.005 16 0, 10.009 34 0, 15.014 53 0, 19.953 74 1, 24.958 97 1, 29.996 122 2,
    35.001 149 2, 40.006 179 3, 45.078 212 4, 50.083 248 5, 55.088 286 6.8, 60.093 327 8,
    64.998 368 9.9, 70.069 415 11.8, 74.908 463 13.8, 79.913 517 15.9, 84.951 578 18.6,
    89.989 645 21.2, 94.994 717 24.2, 100.033 798 27.6, 105.038 884 31.1, 110.043 977 35.1,
    115.048 1078 39.6, 120.053 1187 44.4, 124.924 1299 49.4, 129.996 1426 55.1,
    134.934 1558 61.1, 136.002 1585 62.4, 136.903 1611 63.4, 137.971 1642 64.9,
    138.404 1654 65.5, 138.605 1659 65.8, 138.805 1664 66.1, 139.038 1671 66.4,
    139.239 1675 66.6, 139.439 1679 67, 139.639 1682 67.3, 139.839 1684 67.5,
    140.039 1685 67.8, 140.24 1685 68.1, 140.44 1685 68.4, 140.64 1685 68.5, 140.84 1684 68.9,
    141.04 1683 69.2, 141.241 1682 69.4, 141.441 1681 69.6, 141.641 1679 69.9,
    141.841 1678 70.2, 142.041 1677 70.4, 142.442 1674 71.1, 142.842 1670 71.5,
    143.643 1662 72.6, 144.444 1656 73.6, 145.044 1652 74.4, 150.049 1612 81,
    155.054 1569 87.3, 157.056 1554 89.5
"""

# Knots of the smoothing: as close as the thrust changes and the rows allow.
SPEED_KNOTS_S: Final = (
    *(12.0, 24.0, 36.0, 48.0, 60.0, 72.0, 84.0, 96.0, 108.0, 120.0, 130.0, 136.0),
    *(138.6, 139.3, 140.0, 140.8, 142.0, 144.0, 150.0),
)
ANGLE_KNOTS_S: Final = (0.0, 10.0, 20.0, 35.0, 50.0, 65.0, 80.0, 95.0, 110.0, 125.0, 140.0, 157.0)


@dataclass(frozen=True)
class Shown:
    """What the broadcast shows."""

    time_s: np.ndarray
    speed_m_s: np.ndarray
    height_m: np.ndarray

    def between(self, begin_s: float, end_s: float) -> Shown:
        """A part of it."""
        kept = (self.time_s >= begin_s) & (self.time_s <= end_s)
        return Shown(self.time_s[kept], self.speed_m_s[kept], self.height_m[kept])


@cache
def shown(whole: bool) -> Shown:
    """The few rows above, or all that the shared record has."""
    if whole:
        if not RECORD.exists():
            pytest.skip("the telemetry of NROL-76 is not beside the repository")
        read = json.loads((RECORD / "stage1_raw_5hz.json").read_text())
        time_s, speed, height = (
            np.array(read[name], dtype=float) for name in ("time", "velocity", "altitude")
        )
    else:
        time_s, speed, height = np.array([row.split() for row in ROWS.split(",")], dtype=float).T
    kept = time_s < UNTIL_S + 0.1
    return Shown(time_s[kept], speed[kept], 1e3 * height[kept])


def smooth_speed(rows: Shown) -> BSpline:
    """The speed over time, by least squares."""
    knots = np.concatenate((np.zeros(4), SPEED_KNOTS_S, np.full(4, rows.time_s[-1])))
    return make_lsq_spline(rows.time_s, rows.speed_m_s, knots, k=3)


@dataclass(frozen=True)
class CutOff:
    """The end of the burn as the telemetry itself has it.

    Attributes:
        time_s: from when the speed falls behind full thrust for good until it no longer grows.
        speed_m_s: from the greatest that is shown up to where full thrust would have led if it had
            ended at once, both with the resolution.
        sudden_s: when an end all at once would have had the same effect.
        sudden_m_s: the speed then; dying thrust leaves less of it, as the Earth pulls meanwhile.
    """

    time_s: tuple[float, float]
    speed_m_s: tuple[float, float]
    sudden_s: float
    sudden_m_s: float


def cut_off(rows: Shown) -> CutOff:
    """Read off a straight line before and a parabola after, which meet where a sudden end was."""
    burning, coasting = rows.between(*FULL_THRUST_S), rows.between(*COASTING_S)
    before = Polynomial.fit(burning.time_s, burning.speed_m_s, 1)
    after = Polynomial.fit(coasting.time_s, coasting.speed_m_s, 2)
    meet = brentq(lambda time_s: before(time_s) - after(time_s), FULL_THRUST_S[1], COASTING_S[0])
    sudden = float(before(meet))
    full = (rows.time_s <= meet) & (before(rows.time_s) - rows.speed_m_s <= RESOLUTION_M_S)
    greatest = rows.speed_m_s == rows.speed_m_s.max()
    return CutOff(
        (float(rows.time_s[full][-1]), float(rows.time_s[greatest][-1])),
        (float(rows.speed_m_s.max()) - RESOLUTION_M_S, sudden + RESOLUTION_M_S),
        float(meet),
        sudden,
    )


@dataclass(frozen=True)
class Flown:
    """The flight, every `STEP_S` from lift-off on."""

    time_s: np.ndarray
    place_ecef_m: np.ndarray
    velocity_ecef_m_s: np.ndarray
    height_m: np.ndarray
    speed_m_s: np.ndarray

    def truth(self) -> Truth:
        """The flight on the clock of the detections."""
        return Truth.of(
            EPOCH,
            STEP_S,
            [("first-stage", "")],
            np.array((10.0,)),
            np.array((LIFTOFF_S,)),
            np.hstack((self.place_ecef_m, self.velocity_ecef_m_s))[None],
        )


@cache
def path(whole: bool) -> Flown:
    """The flight with the speed and the height that were broadcast, smoothed."""
    rows = shown(whole)
    time_s = STEP_S * np.arange(round(UNTIL_S / STEP_S) + 1)
    speed = np.maximum(smooth_speed(rows)(time_s), 0.0)
    sigma_m = np.where(rows.height_m < COARSE_BELOW_M, 500.0, 50.0)

    def climbing(angles: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        climb = PchipInterpolator(ANGLE_KNOTS_S, np.concatenate((VERTICAL, angles)))(time_s)
        return climb, cumulative_simpson(speed * np.sin(climb), dx=STEP_S, initial=0.0)

    def off(angles: np.ndarray) -> np.ndarray:
        return (np.interp(rows.time_s, time_s, climbing(angles)[1]) - rows.height_m) / sigma_m

    start = np.linspace(1.5, 0.9, len(ANGLE_KNOTS_S) - len(VERTICAL))
    climb, height_m = climbing(least_squares(off, start, bounds=(0.0, 0.5 * np.pi)).x)
    level = speed * np.cos(climb) / (1.0 + height_m / EARTH_MEAN_RADIUS_M)
    along_m = cumulative_simpson(level, dx=STEP_S, initial=0.0)
    site = facts().telemetry[TELEMETRY].launch
    ground = geodesic.direct(site.lat_rad, site.lon_rad, AZIMUTH_RAD, along_m)
    place = geodetic_to_ecef(ground.lat_rad, ground.lon_rad, height_m)
    # The velocity is the derivative of the place, to the digit.
    return Flown(time_s, place, CubicSpline(time_s, place)(time_s, 1), height_m, speed)


@cache
def announced_as() -> AnnouncedTest:
    """An announcement that nobody made: the launch as a test of a missile, with two radars."""
    booster = announced()
    site = facts().telemetry[TELEMETRY].launch
    stands = {"georgia": (30.4, -81.4), "bahamas": (24.9, -76.2)}
    guests = []
    for guest, (id, (lat, lon)) in zip(booster.observers, stands.items(), strict=True):
        assert guest.station is not None
        where = changed(guest.station.position, lat_deg=lat, lon_deg=lon)
        own = changed(guest.station, position=where)
        guests.append(changed(guest, id=id, station=own, place=None))
    return AnnouncedTest(
        id="falcon9-made-up",
        name="test",
        note="made up",
        missile="mrbm",
        host="united-states",
        issued="2017-04-30T11:00:00Z",
        vehicle_class="made up",
        site=changed(site, within_km=0.1),
        windows=(WINDOW,),
        areas=(),
        azimuth=number(45.0, "deg"),
        burnout_angle=number(50.0, "deg"),
        radar_cross_section=number(10.0, "m2"),
        declared=Performance(burnout_speed=number(2.2, "km/s"), burn_time=number(110.0, "s")),
        rival=Performance(burnout_speed=number(3.2, "km/s")),
        liftoff_known=number(1.0, "s"),
        observers=tuple(guests),
    )


@cache
def detections(whole: bool, seed: int) -> Detections:
    """What both radars report, false alarms and all."""
    test = announced_as()
    observers = [
        observer_at(stands, test, facts(), np.random.default_rng((seed, place)))
        for place, stands in enumerate(stationed(test))
    ]
    truth = path(whole).truth()
    return detect(observers, truth, LIFTOFF_S + UNTIL_S, (seed, 7), np.zeros(1))


def called(seed: int) -> LaunchDetections:
    """The lift-off as somebody calls it who has a clock."""
    test = announced_as()
    assert test.liftoff_known is not None
    sigma_s = test.liftoff_known.si
    time_s = LIFTOFF_S + sigma_s * np.random.default_rng((seed, 8)).standard_normal(1)
    return LaunchDetections(
        epoch=EPOCH,
        sensors=("lift-off-call",),
        time_s=time_s,
        lat_rad=np.array([test.site.lat_rad]),
        lon_rad=np.array([test.site.lon_rad]),
        position_sigma_m=np.array([100.0]),
        time_sigma_s=np.array([sigma_s]),
        arrival_s=time_s,
        sensor_index=np.array([0], dtype=np.int32),
        truth=np.array([0], dtype=np.int32),
        simulated=True,
    )


@cache
def evaluated(whole: bool, seed: int) -> Evaluation:
    """What both radars' detections say, with a call of the lift-off."""
    return evaluate(announced_as(), detections(whole, seed), called(seed), Workspace.default())


def ended_s(found: Evaluation) -> Value:
    """The end of the last burn on the telemetry's clock."""
    lifted_s = LIFTOFF_S - Instant.parse(WINDOW.begin).since_s(EPOCH)
    ended = found.ends_in_window_s[-1]
    return Value(
        value=ended.value - lifted_s,
        low=ended.low - lifted_s,
        high=ended.high - lifted_s,
        sigma=ended.sigma,
    )


def in_m_s(speed_km_s: Value) -> Value:
    """The same in m/s."""
    return Value(
        value=1e3 * speed_km_s.value,
        low=1e3 * speed_km_s.low,
        high=1e3 * speed_km_s.high,
        sigma=1e3 * speed_km_s.sigma,
    )


def meets(found: Value, interval: tuple[float, float]) -> bool:
    """Whether an interval has something in common with another."""
    return found.low <= interval[1] and interval[0] <= found.high


def check_cut_off(found: list[Value], interval: tuple[float, float], sudden: float) -> None:
    """They meet the telemetry's interval and hold a sudden end, but for one; so does their mean."""
    assert sum(not meets(each, interval) for each in found) <= MOST_MISSES
    mean = float(np.mean([each.value for each in found]))
    error = MEAN_SIGMAS * float(np.linalg.norm([each.sigma for each in found])) / len(found)
    assert interval[0] - error <= mean <= interval[1] + error
    assert sum(not each.low <= sudden <= each.high for each in found) <= MOST_MISSES


WHICH = pytest.mark.parametrize("whole", [True, False], ids=["record", "rows"])


@WHICH
def test_the_path_has_the_speed_and_the_height_that_were_broadcast(whole: bool) -> None:
    rows, flown = shown(whole), path(whole)
    speed = np.linalg.norm(flown.velocity_ecef_m_s, axis=1)
    off_m_s = np.interp(rows.time_s, flown.time_s, speed) - rows.speed_m_s
    assert np.sqrt(np.mean(off_m_s**2)) <= RESOLUTION_M_S
    height_m = ecef_to_geodetic(flown.place_ecef_m)[2]
    off_m = (np.interp(rows.time_s, flown.time_s, height_m) - rows.height_m)[
        rows.height_m >= COARSE_BELOW_M
    ]
    assert np.sqrt(np.mean(off_m**2)) <= RESOLUTION_M
    gone_m = np.cumsum(
        0.5 * STEP_S * (flown.velocity_ecef_m_s[1:] + flown.velocity_ecef_m_s[:-1]), 0
    )
    assert gone_m + flown.place_ecef_m[0] == pytest.approx(flown.place_ecef_m[1:], abs=1.0)


@WHICH
def test_the_cut_off_is_read_off_the_telemetry(whole: bool) -> None:
    read = cut_off(shown(whole))
    assert read.time_s == pytest.approx((139.0, 140.6), abs=0.3)
    assert read.speed_m_s == pytest.approx((1684.0, 1693.8), abs=RESOLUTION_M_S)
    assert read.time_s[0] < read.sudden_s < read.time_s[1]


@WHICH
def test_val_the_speed_at_the_cut_off_is_the_telemetrys(whole: bool) -> None:
    read = cut_off(shown(whole))
    found = [in_m_s(evaluated(whole, seed).burnout_speed_km_s) for seed in SEEDS[whole]]
    check_cut_off(found, read.speed_m_s, read.sudden_m_s)


@WHICH
def test_val_the_cut_off_is_when_the_telemetry_has_it(whole: bool) -> None:
    read = cut_off(shown(whole))
    every = [evaluated(whole, seed) for seed in SEEDS[whole]]
    check_cut_off([ended_s(found) for found in every], read.time_s, read.sudden_s)
    check_cut_off([found.burn_time_s for found in every], read.time_s, read.sudden_s)


@WHICH
def test_one_burn_was_seen_and_the_next_one_never_is(whole: bool) -> None:
    for seed in SEEDS[whole]:
        found = evaluated(whole, seed)
        assert found.simulated
        assert found.stages.value == 1
        assert found.blind.sees_burnout
        assert found.capability.at_most_km_s is None
        assert not found.declared.consistent
        assert not found.rival.consistent


def test_one_radar_sees_it_from_some_height_on_only() -> None:
    flown, seen = path(False), evaluated(False, SEEDS[False][0]).observers
    first_s = [row.first_s for row in seen if row.first_s is not None]
    first_m = np.interp(first_s, flown.time_s, flown.height_m)
    assert first_m[0] < LOW_M
    assert first_m[1] > HIGH_M


def test_nothing_that_is_declared_enters() -> None:
    seed = SEEDS[False][0]
    other = Performance(burnout_speed=number(1.2, "km/s"), burn_time=number(60.0, "s"))
    test = changed(announced_as(), declared=other, rival=changed(other))
    again = measure(test, detections(False, seed), called(seed)).flight.figures()
    speed = in_m_s(evaluated(False, seed).burnout_speed_km_s)
    assert again.burnout_speed_m_s.value == pytest.approx(speed.value, rel=1e-12)


def test_val_without_a_call_only_the_burn_time_is_left_open() -> None:
    seed = SEEDS[False][0]
    read = cut_off(shown(False))
    found = evaluate(announced_as(), detections(False, seed), None, Workspace.default())
    check_cut_off([in_m_s(found.burnout_speed_km_s)], read.speed_m_s, read.sudden_m_s)
    check_cut_off([ended_s(found)], read.time_s, read.sudden_s)
    # The first sight comes at 55 s: of the burn time not much is known, and that is said.
    assert found.burn_time_s.low <= read.sudden_s <= found.burn_time_s.high
