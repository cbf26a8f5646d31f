"""However detections are cut into feeds, and however late within the lag: the same digits."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glasshield.fusion.options import Association, Initiation, Models, Options
from glasshield.fusion.tracker import Picture, Tracker
from glasshield.fusion.tracks import Tracks
from glasshield.scenario.benchmark import benchmark
from glasshield.scenario.simulate import Simulation
from glasshield.sensing.detections import Detections
from glasshield.sensing.measurement import Frames, measure

pytestmark = pytest.mark.kernels

OBJECTS = 4
LAG_S, HISTORY_S, EVERY_S = 3.0, 5.0, 0.7
DURATION_S = 12.0
# Steps in which measurements are reported: coarse enough that detections of one look are equal.
STEPS = np.array([500.0, 2e-3, 2e-3, 20.0])
TRACKS = ("id", "first_row", "time_s", "state_ecef", "packed_covariance", "phase_probability",
          "station_index")  # fmt: skip
PICTURE = ("time_s", "id", "state_ecef", "packed_covariance", "phase_probability", "confirmed",
           "looks_missed", "state_time_s", "last_seen_s", "first_seen_s", "detections",
           "seen_by_s")  # fmt: skip
OPTIONS = (
    Options(lag_s=LAG_S),
    Options(lag_s=LAG_S, models=Models.COAST, history_s=HISTORY_S),
    Options(lag_s=LAG_S, history_s=HISTORY_S, history_every_s=EVERY_S),
    Options(lag_s=LAG_S, association=Association.JPDA, models=Models.COAST, history_s=HISTORY_S),
    Options(lag_s=LAG_S, initiation=Initiation.ONE_POINT, history_every_s=EVERY_S),
)


@dataclass(frozen=True)
class Looking:
    """How one station looks: its period, and over how much of it a look is spread."""

    period_s: float
    spread: float
    kind: str = "place"


# One that looks at a moment, one that never pauses, one that does for less than a quarter of its
# period, one quick one.
LOOKING = (
    Looking(1.0, 0.0),
    Looking(1.3, 1.0, "rate"),
    Looking(0.8, 0.85),
    Looking(0.3, 0.5, "angles"),
)


@functools.cache
def sky() -> Simulation:
    return benchmark(OBJECTS, seed=3, duration_s=DURATION_S + 2.0)


def reported(seed: int) -> Detections:
    """What three of those stations report, in order of time."""
    rng, made = np.random.default_rng(seed), sky()
    ways = [LOOKING[i] for i in rng.permutation(len(LOOKING))[:3]]
    stations = tuple(
        replace(station, period_s=way.period_s)
        for station, way in zip(made.detections.stations, ways, strict=True)
    )
    parts = []
    for index, way in enumerate(ways):
        looks = np.arange(rng.uniform(0.0, way.period_s), DURATION_S, way.period_s)
        who = np.tile(np.arange(OBJECTS), len(looks))
        time_s = np.repeat(looks, OBJECTS)
        time_s = time_s + rng.uniform(0.0, way.spread * way.period_s, len(time_s))
        seen = rng.uniform(size=len(time_s)) < 0.9
        who, time_s = who[seen], time_s[seen]
        # Some are reported twice, with different angles: what decides between equals?
        twice = rng.uniform(size=len(who)) < 0.05
        who, time_s = np.append(who, who[twice]), np.append(time_s, time_s[twice])
        beside = np.append(np.zeros(len(seen[seen])), np.full(twice.sum(), 2.0))
        four = measure(
            Frames.of(stations).take(np.full(len(who), index)), made.truth.states(who, time_s)
        )
        four = STEPS * np.round((four + rng.normal(size=four.shape) * STEPS) / STEPS)
        first = np.flatnonzero(twice)
        four[len(who) - len(first) :, 0] = four[first, 0]
        four[:, 1] += beside * STEPS[1]
        parts.append(
            Detections.of(
                made.detections.epoch,
                stations,
                time_s,
                index,
                range_m=np.full(len(who), np.nan) if way.kind == "angles" else four[:, 0],
                azimuth_rad=four[:, 1] % (2.0 * np.pi),
                elevation_rad=four[:, 2],
                range_rate_m_s=four[:, 3] if way.kind == "rate" else None,
                sigmas=np.tile(STEPS, (len(who), 1)),
                simulated=True,
            )
        )
    return Detections.join(parts).in_order()


def fed(detections: Detections, cuts: np.ndarray, options: Options) -> tuple[Tracks, Picture]:
    """The tracks and the picture after feeding rows up to each cut."""
    tracker = Tracker(detections.stations, detections.epoch, options, online=None)
    for rows in np.split(np.arange(len(detections)), cuts):
        tracker.feed(detections.take(rows))
    assert tracker.too_late == 0
    assert len(tracker.tracks()) > 0
    return tracker.tracks(), tracker.picture()


def assert_same(one: tuple[Tracks, Picture], other: tuple[Tracks, Picture]) -> None:
    for names, mine, its in ((TRACKS, one[0], other[0]), (PICTURE, one[1], other[1])):
        for name in names:
            np.testing.assert_array_equal(getattr(mine, name), getattr(its, name), err_msg=name)


@settings(deadline=None, max_examples=150, derandomize=True)
@given(st.integers(0, 10**6), st.integers(0, len(OPTIONS) - 1), st.integers(0, 150))
def test_prop_any_cut_into_feeds_and_any_delay_within_the_lag_change_no_digit(
    seed: int, which: int, feeds: int
) -> None:
    rng, options = np.random.default_rng(seed), OPTIONS[which]
    detections = reported(seed)
    at_once = fed(detections, np.array([], dtype=int), options)
    cuts = np.sort(rng.integers(0, len(detections), feeds))
    assert_same(at_once, fed(detections, cuts, options))

    delay_s = rng.uniform(0.0, LAG_S) * rng.uniform(size=len(detections))
    late = replace(detections, arrival_s=detections.time_s + delay_s).by_arrival()
    tracks, picture = fed(late, cuts, options)
    assert_same(at_once, (tracks, picture))
    for name in ("azimuth_rad", "time_s"):
        own = at_once[0].detection
        np.testing.assert_array_equal(
            np.where(own >= 0, getattr(detections, name)[own], np.nan),
            np.where(tracks.detection >= 0, getattr(late, name)[tracks.detection], np.nan),
        )


def test_some_of_one_look_are_equally_far() -> None:
    detections = reported(1)
    pairs = np.column_stack((detections.time_s, detections.station_index, detections.range_m))
    assert len(np.unique(pairs, axis=0)) < len(pairs)
