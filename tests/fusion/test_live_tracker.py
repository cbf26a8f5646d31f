"""A tracker that runs on and on: what a live picture needs of it, and bounded memory."""

from __future__ import annotations

import functools
import threading
from dataclasses import replace

import numpy as np
import pytest

from glasshield.errors import RangeError
from glasshield.fusion.online import OnlineOptions
from glasshield.fusion.options import Association, Models, Options
from glasshield.fusion.succession import Numbers, part
from glasshield.fusion.tracker import Picture, Tracker
from glasshield.fusion.tracks import Tracks
from glasshield.scenario.benchmark import benchmark
from glasshield.sensing.detections import Detections
from glasshield.sensing.measurement import Frames, measure
from tests.fusion.test_online_registration import sky

pytestmark = pytest.mark.kernels

COLUMNS = (
    "id",
    "first_row",
    "time_s",
    "state_ecef",
    "packed_covariance",
    "phase_probability",
    "detection",
    "station_index",
)
OBJECTS = 6
HISTORY_S, EVERY_S, LAG_S = 10.0, 2.0, 2.0
# One chunk of history and one in reserve, and what does not fill a chunk.
MOST_CHUNKS = 3
CHUNK_BYTES = 2**21
# By as much may clocks be set right.
CLOCKS_S = 0.5
# A detection's own across the line of sight at 1,000 km; forty of them know the place better.
ERROR_M = 870.0


@functools.cache
def detections(duration_s: float = 40.0) -> Detections:
    return benchmark(OBJECTS, seed=12, duration_s=duration_s).detections.in_order()


def seconds(given: Detections, span_s: float = 1.0) -> list[Detections]:
    span = np.floor(given.time_s / span_s)
    return [given.take(span == one) for one in np.unique(span)]


def assert_same(one: Tracks, other: Tracks) -> None:
    for column in COLUMNS:
        np.testing.assert_array_equal(getattr(one, column), getattr(other, column), err_msg=column)


def followed(options: Options, online: OnlineOptions | None = None) -> Tracker:
    given = detections()
    tracker = Tracker(given.stations, given.epoch, options, online)
    for some in seconds(given):
        tracker.feed(some)
    return tracker


def one_in(tracks: Tracks, every_s: float) -> np.ndarray:
    """Which rows are kept where a track has one in so many seconds: its first and last always."""
    rows = np.zeros(len(tracks.time_s), dtype=bool)
    for track in range(len(tracks)):
        its, last_s = tracks.rows(track), -np.inf
        for row in range(its.start, its.stop):
            if tracks.time_s[row] - last_s >= 0.999 * every_s:
                rows[row], last_s = True, tracks.time_s[row]
        rows[its.stop - 1] = True
    return rows


@pytest.mark.parametrize("models", Models)
def test_of_history_only_the_last_seconds_are_left(models: Models) -> None:
    whole = followed(Options(models=models)).tracks()
    tracker = followed(Options(models=models, history_s=HISTORY_S))
    since_s = tracker.picture().time_s - HISTORY_S
    assert whole.time_s.min() < since_s < whole.time_s.max()
    assert_same(tracker.tracks(), part(whole, whole.time_s >= since_s))


def test_an_ended_track_goes_when_its_last_row_does() -> None:
    given = detections()
    early = given.take((given.truth != 0) | (given.time_s < 8.0))
    options = Options(history_s=HISTORY_S, delete_after=4)
    tracker = Tracker(early.stations, early.epoch, options, online=None)
    for some in seconds(early):
        picture = tracker.step(some)
        if picture.time_s < 16.0:
            tracks = tracker.tracks()
            ended = set(tracks.id) - set(picture.id)
    assert len(ended) == 1
    (gone,) = ended
    assert gone not in tracker.tracks().id
    assert len(tracker.history(int(gone))) == 0
    assert picture.confirmed.sum() == len(tracker.tracks()) == OBJECTS - 1


def test_one_row_in_some_seconds_beside_the_first_and_the_last() -> None:
    whole = followed(Options()).tracks()
    thin = followed(Options(history_every_s=EVERY_S)).tracks()
    assert_same(thin, part(whole, one_in(whole, EVERY_S)))
    assert len(thin.time_s) < 0.25 * len(whole.time_s)


def test_the_last_row_of_a_track_that_ended_stays_though_rows_are_left_out() -> None:
    given = detections()
    early = given.take((given.truth != 0) | (given.time_s < 8.0))
    made = []
    for every_s in (0.0, EVERY_S):
        options = Options(history_every_s=every_s, delete_after=4)
        tracker = Tracker(early.stations, early.epoch, options, online=None)
        tracker.feed(early)
        made.append(tracker.tracks())
    assert_same(made[1], part(made[0], one_in(made[0], EVERY_S)))
    assert len(made[0]) > tracker.picture().confirmed.sum()


def test_numbers_are_found_and_never_given_twice() -> None:
    numbers = Numbers(np.array([7, 3, 9], dtype=np.int32), 12)
    assert [numbers.own(number) for number in (3, 7, 9, 12, 14)] == [2, 1, 3, 4, 6]
    assert [numbers.own(number) for number in (-1, 0, 8, 11)] == [0, 0, 0, 0]
    assert [numbers.last(confirmed) for confirmed in (0, 3, 5)] == [11, 11, 13]
    assert Numbers.same().own(5) == 5
    assert Numbers.same().last(5) == 5


@pytest.mark.parametrize(
    "options",
    [
        Options(),
        Options(history_s=HISTORY_S),
        Options(history_s=HISTORY_S, history_every_s=EVERY_S),
    ],
)
def test_the_history_of_one_track_is_that_among_all(options: Options) -> None:
    tracker = followed(options)
    every = tracker.tracks()
    assert len(every) >= OBJECTS
    for track, number in enumerate(every.id):
        its = tracker.history(int(number))
        assert its.id.tolist() == [number]
        assert_same(its, part(every, np.repeat(np.arange(len(every)) == track,
                                               np.diff(every.first_row))))  # fmt: skip
    assert len(tracker.history(10_000)) == 0
    assert len(tracker.history(-1)) == 0
    assert len(tracker.history(0)) == 0


def assert_seen_as_rows_say(picture: Picture, tracks: Tracks) -> None:
    """First, last and how often each confirmed track was seen, counted from its history."""
    place = {int(number): at for at, number in enumerate(tracks.id)}
    for row in np.flatnonzero(picture.confirmed):
        its = tracks.rows(place[int(picture.id[row])])
        time_s, station = tracks.time_s[its], tracks.station_index[its]
        assert picture.first_seen_s[row] == time_s[0]
        assert picture.last_seen_s[row] == time_s[-1]
        assert picture.detections[row] == len(time_s)
        for one in range(len(tracks.stations)):
            mine = time_s[station == one]
            last_s = mine[-1] if len(mine) else np.nan
            np.testing.assert_array_equal(picture.seen_by_s[row, one], last_s)


@pytest.mark.parametrize("association", Association)
def test_the_picture_says_how_often_and_when_each_track_was_seen(association: Association) -> None:
    given = detections()
    # The third station comes late.
    given = given.take((given.station_index < 2) | (given.time_s > 20.0))
    options = Options(association=association, history_s=5.0 if association == 0 else None)
    whole = Tracker(given.stations, given.epoch, replace(options, history_s=None), online=None)
    short = Tracker(given.stations, given.epoch, options, online=None)
    for some in seconds(given, 3.0):
        picture = short.step(some)
        whole.feed(some)
        if association == Association.NEAREST:
            assert_seen_as_rows_say(picture, whole.tracks())
        assert picture.confirmed.sum() >= OBJECTS or picture.time_s < 5.0
        assert np.isnan(picture.seen_by_s[picture.confirmed, 2]).all() == (picture.time_s < 20.0)


def test_tentative_tracks_say_it_too() -> None:
    given = detections()
    given = given.take(given.truth == 0)
    tracker = Tracker(given.stations, given.epoch, Options(confirm=5, within=9), online=None)
    for count in range(1, 5):
        picture = tracker.step(given.take(slice(count - 1, count)))
        assert picture.confirmed.tolist() == [False]
        assert picture.detections.tolist() == [count]
        assert picture.first_seen_s.tolist() == [given.time_s[0]]
        seen_s = given.time_s[:count]
        for station in range(len(given.stations)):
            mine = seen_s[given.station_index[:count] == station]
            last_s = mine[-1] if len(mine) else np.nan
            np.testing.assert_array_equal(picture.seen_by_s[0, station], last_s)


def test_tracks_made_anew_keep_what_was_seen_of_them_before() -> None:
    given = sky(6, 160.0).detections
    online = OnlineOptions(every_s=10.0, memory_s=40.0)
    whole = Tracker(given.stations, given.epoch, online=online)
    options = Options(history_s=30.0, history_every_s=EVERY_S)
    short = Tracker(given.stations, given.epoch, options, online)
    for some in seconds(given, 2.0):
        every, picture = whole.step(some), short.step(some)
        for name in ("id", "state_ecef", "detections", "first_seen_s", "seen_by_s"):
            np.testing.assert_array_equal(getattr(every, name), getattr(picture, name))
    assert short._online is not None
    assert short._online.changes > 2
    tracks = whole.tracks()
    place = {int(number): at for at, number in enumerate(tracks.id)}
    for row in np.flatnonzero(picture.confirmed):
        its = tracks.rows(place[int(picture.id[row])])
        assert picture.detections[row] == its.stop - its.start
        assert picture.first_seen_s[row] == pytest.approx(tracks.time_s[its][0], abs=CLOCKS_S)
        assert np.nanmax(picture.seen_by_s[row]) == picture.last_seen_s[row]


def test_a_tracker_that_learns_keeps_no_more_history_than_asked_for() -> None:
    given = sky(6, 160.0).detections
    online = OnlineOptions(every_s=10.0, memory_s=40.0)
    options = Options(history_s=30.0, history_every_s=EVERY_S)
    tracker = Tracker(given.stations, given.epoch, options, online)
    for some in seconds(given):
        picture = tracker.step(some)
        tracks = tracker.tracks()
        assert tracks.time_s.min(initial=np.inf) >= picture.time_s - 30.0
        # One in every span, the first and the last.
        assert np.diff(tracks.first_row).max(initial=0) <= 30.0 / EVERY_S + 2.0
    assert tracker._past is not None
    assert len(tracker._past.time_s) < len(tracks.time_s)
    assert set(picture.id[picture.confirmed]) == set(tracks.id)
    for track, number in enumerate(tracks.id):
        its = tracker.history(int(number))
        np.testing.assert_array_equal(its.time_s, tracks.time_s[tracks.rows(track)])
        np.testing.assert_array_equal(its.state_ecef, tracks.state_ecef[tracks.rows(track)])


def test_memory_does_not_grow() -> None:
    given = detections()
    options = Options(lag_s=LAG_S, history_s=HISTORY_S, history_every_s=1.0)
    tracker = Tracker(given.stations, given.epoch, options, online=None)
    length_s, kept = 42.0, []
    for again in range(60):
        # Over and over: all tracks end, and begin anew.
        later = replace(given, time_s=given.time_s + again * length_s)
        for some in seconds(later, 6.0):
            tracker.feed(some)
        kept.append(tracker._kernel.kept())
    history_bytes, scans, states = (max(column) for column in zip(*kept, strict=True))
    assert history_bytes <= MOST_CHUNKS * CHUNK_BYTES
    # Three stations a second, over the lag and the length of a look.
    assert scans <= 3 * (LAG_S + 2.0)
    assert states <= scans
    assert tracker._kernel.confirmed() > 50 * OBJECTS
    assert len(tracker.tracks()) <= OBJECTS + 2


def test_states_to_go_back_to_grow_with_the_logarithm_of_the_lag() -> None:
    rng = np.random.default_rng(5)
    given = detections()
    fast = tuple(replace(station, period_s=0.03) for station in given.stations)
    looks_s = np.sort(np.concatenate([np.arange(0.0, 8.0, 0.03) + 0.01 * s for s in range(3)]))
    empty = given.take(np.flatnonzero(given.truth < 0)[rng.integers(0, 50, len(looks_s))])
    often = replace(
        empty,
        stations=fast,
        time_s=looks_s,
        station_index=np.arange(len(looks_s), dtype=np.int32) % 3,
    )
    states = []
    for lag_s in (1.0, 4.0):
        tracker = Tracker(fast, often.epoch, Options(lag_s=lag_s), online=None)
        for some in seconds(often, 0.05):
            tracker.feed(some)
        _, scans, kept = tracker._kernel.kept()
        assert scans >= 90 * lag_s
        states.append(kept)
    assert max(states) < 40


def test_objects_seen_a_hundred_times_a_second_are_all_confirmed_at_once() -> None:
    made = benchmark(OBJECTS, seed=12, duration_s=3.0)
    slow = made.detections
    fast = tuple(replace(station, period_s=0.03, false_alarms=0.0) for station in slow.stations)
    looks_s = np.arange(0.0, 0.4, 0.01)
    time_s, who = np.repeat(looks_s, OBJECTS), np.tile(np.arange(OBJECTS), len(looks_s))
    station = np.repeat(np.arange(len(looks_s)) % 3, OBJECTS)
    four = measure(Frames.of(fast).take(station), made.truth.states(who, time_s))
    sigma = np.array([50.0, np.radians(0.05), np.radians(0.05)])
    noise = np.random.default_rng(3).normal(size=(len(who), 3)) * sigma
    given = Detections.of(
        slow.epoch,
        fast,
        time_s,
        station.astype(np.int32),
        range_m=four[:, 0] + noise[:, 0],
        azimuth_rad=(four[:, 1] + noise[:, 1]) % (2.0 * np.pi),
        elevation_rad=four[:, 2] + noise[:, 2],
        simulated=True,
    )
    picture = Tracker(fast, given.epoch, Options(lag_s=LAG_S), online=None).step(given)
    assert picture.confirmed.tolist() == [True] * OBJECTS
    assert picture.detections.tolist() == [len(looks_s)] * OBJECTS
    exact = made.truth.states(np.arange(OBJECTS), np.full(OBJECTS, picture.time_s))
    apart = np.linalg.norm(picture.state_ecef[:, None, :3] - exact[None, :, :3], axis=2)
    assert (apart.min(axis=0) < ERROR_M).all()


def test_the_picture_may_be_asked_for_while_another_thread_feeds() -> None:
    given = benchmark(2, seed=1, duration_s=120.0).detections
    tracker = Tracker(given.stations, given.epoch, Options(models=Models.COAST), online=None)
    told = threading.Event()

    def progress(_done: float, _what: str) -> None:
        told.set()

    feeding = threading.Thread(target=tracker.feed, args=(given, progress), daemon=True)
    feeding.start()
    while feeding.is_alive():
        tracker._kernel.kept()
        tracker._kernel.time()
    feeding.join(timeout=30.0)
    assert told.is_set()
    assert len(tracker.tracks()) == 2


def test_who_is_told_may_ask() -> None:
    given = benchmark(2, seed=1, duration_s=120.0).detections
    tracker = Tracker(given.stations, given.epoch, online=None)
    heard = []

    def progress(_done: float, _what: str) -> None:
        heard.append(len(tracker.picture()))

    tracker.feed(given, progress)
    assert heard
    assert min(heard) >= 2


@pytest.mark.parametrize(("history_s", "every_s"), [(0.0, 0.0), (-1.0, 0.0), (9.0, -1.0)])
def test_senseless_options_are_refused(history_s: float, every_s: float) -> None:
    with pytest.raises(RangeError, match="history"):
        Options(history_s=history_s, history_every_s=every_s)
