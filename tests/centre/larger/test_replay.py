"""Recorded detections are sent when they are due, each once, dated as was asked."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasshield.centre.sources.replay import Replay, replayed
from glasshield.earth.time import Instant
from glasshield.errors import RangeError
from glasshield.sensing.detections import Detections
from tests.centre.larger.recorded import station

EPOCH = Instant.parse("2027-03-01T00:00:00Z")
BEGIN = Instant.parse("2030-01-01T00:00:00Z")
TIME_TOL_S = 2e-6  # instants are told in microseconds


def recorded(time_s: list[float], delay_s: list[float]) -> Detections:
    times = np.array(time_s)
    return Detections.of(
        EPOCH,
        (station("west"), station("east")),
        times,
        np.arange(len(times)) % 2,
        azimuth_rad=np.arange(len(times)) * 1e-3,
        elevation_rad=np.full(len(times), 0.1),
        arrival_s=times + np.array(delay_s),
        simulated=True,
    )


def test_at_rate_one_each_is_as_old_as_it_was_when_it_came() -> None:
    made = recorded([10.0, 11.0, 12.0, 13.0], [0.1, 3.0, 0.1, 0.1])
    sent = list(replayed(made, BEGIN, Replay()))
    assert [one.due_s for one in sent] == pytest.approx([0.0, 2.0, 3.0, 3.9])
    for one in sent:
        for row in range(len(one.detections)):
            age_s = (
                BEGIN.plus_s(one.due_s).since_s(one.detections.epoch) - (one.detections.time_s[row])
            )
            was_s = made.arrival_s - made.time_s
            index = round(float(one.detections.azimuth_rad[row]) / 1e-3)
            assert age_s == pytest.approx(was_s[index], abs=TIME_TOL_S)


@pytest.mark.parametrize("rate", [0.5, 1.0, 10.0, math.inf])
def test_the_last_one_came_when_sending_ends(rate: float) -> None:
    made = recorded([10.0, 20.0, 70.0], [0.5, 0.5, 0.5])
    *_, last = replayed(made, BEGIN, Replay(rate=rate))
    assert last.due_s == pytest.approx(60.0 / rate)
    came = last.detections.epoch.plus_s(float(last.detections.arrival_s[-1]))
    assert came.since_s(BEGIN) == pytest.approx(last.due_s, abs=TIME_TOL_S)


def test_times_stay_where_that_is_asked_for() -> None:
    made = recorded([10.0, 20.0], [0.0, 0.0])
    sent = list(replayed(made, BEGIN, Replay(rate=10.0, keep_times=True)))
    assert [one.detections.epoch for one in sent] == [EPOCH, EPOCH]
    assert [one.due_s for one in sent] == [0.0, 1.0]


@given(
    st.lists(st.tuples(st.floats(0.0, 100.0), st.floats(0.0, 5.0)), min_size=1, max_size=40),
    st.sampled_from([0.5, 1.0, 10.0, math.inf]),
    st.integers(1, 7),
)
def test_prop_each_is_sent_once_not_before_it_came_and_not_much_later(
    rows: list[tuple[float, float]], rate: float, most: int
) -> None:
    made = recorded([row[0] for row in rows], [row[1] for row in rows])
    options = Replay(rate=rate, most=most, gather_s=0.5)
    sent = list(replayed(made, BEGIN, options))
    assert all(0 < len(one.detections) <= most for one in sent)
    assert [one.due_s for one in sent] == sorted(one.due_s for one in sent)
    numbers = np.concatenate([one.detections.azimuth_rad for one in sent]) / 1e-3
    assert sorted(np.rint(numbers)) == list(range(len(rows)))
    begins_s = made.arrival_s.min()
    for one in sent:
        came_s = (one.detections.arrival_s - begins_s) / rate
        assert np.all(came_s <= one.due_s + 1e-9)
        assert np.all(one.due_s - came_s < options.gather_s)


def test_nothing_is_sent_of_nothing() -> None:
    assert list(replayed(recorded([], []), BEGIN, Replay())) == []
    with pytest.raises(RangeError, match="rate and most are above zero"):
        Replay(rate=0.0)
