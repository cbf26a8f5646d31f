"""Tracks made anew: they take over numbers and past from those with the same detections."""

from __future__ import annotations

import numpy as np

from glasshield.fusion.succession import Numbers, continued, part, succeeding, without
from glasshield.fusion.tracks import Tracks
from tests.fusion.made_up import EPOCH, STATIONS


def tracks(rows: dict[int, list[int]]) -> Tracks:
    """Tracks by number, with these detections, each at the second of its own number."""
    taken = np.array([one for its in rows.values() for one in its], dtype=int)
    return Tracks(
        epoch=EPOCH,
        stations=STATIONS,
        id=np.array(list(rows), dtype=np.int32),
        first_row=np.append(0, np.cumsum([len(its) for its in rows.values()])).astype(int),
        time_s=taken.astype(float),
        state_ecef=np.tile(taken[:, None].astype(float), 6),
        packed_covariance=np.ones((len(taken), 21)),
        phase_probability=np.ones((len(taken), 3)) / 3.0,
        detection=taken,
        station_index=np.zeros(len(taken), dtype=int),
        simulated=True,
    )


def rows_of(given: Tracks) -> dict[int, list[int]]:
    return {int(given.id[k]): given.detection[given.rows(k)].tolist() for k in range(len(given))}


def test_numbers_stay_until_tracks_are_made_anew() -> None:
    ids = np.array([3, -7, 1], dtype=np.int32)
    assert Numbers.same().of(ids).tolist() == [3, -7, 1]


def test_a_track_takes_the_number_of_the_one_it_shares_most_with() -> None:
    before = tracks({4: [0, 1, 2, 3], 7: [4, 5, 6]})
    now = tracks({1: [4, 5, 6, 10], 2: [0, 1, 2, 3, 11]})
    numbers = succeeding(now, before)
    assert numbers.of(now.id).tolist() == [7, 4]
    # What is confirmed later goes on after all that were given, what is not confirmed stays.
    assert numbers.of(np.array([3, 4, -2])).tolist() == [8, 9, -2]


def test_of_two_tracks_that_become_one_the_longer_gives_its_number() -> None:
    before = tracks({1: [0, 1, 2], 2: [3, 4, 5, 6]})
    numbers = succeeding(tracks({1: [0, 1, 2, 3, 4, 5, 6]}), before)
    assert numbers.of(np.array([1, 2])).tolist() == [2, 3]


def test_of_one_track_that_becomes_two_the_longer_keeps_the_number() -> None:
    before = tracks({1: [0, 1, 2, 3, 4]})
    numbers = succeeding(tracks({1: [0, 1], 2: [2, 3, 4]}), before)
    assert numbers.of(np.array([1, 2])).tolist() == [2, 1]


def test_where_nothing_was_confirmed_numbers_go_on() -> None:
    numbers = succeeding(tracks({}), tracks({5: [0, 1, 2]}))
    assert numbers.of(np.array([1, 2, -1])).tolist() == [6, 7, -1]


def test_parts_leave_out_short_tracks() -> None:
    given = tracks({1: [0, 1, 2], 2: [3, 4, 5, 6]})
    kept = part(given, without(given, np.array([0, 1, 3]), 0.0), at_least=2)
    assert rows_of(kept) == {2: [4, 5, 6]}
    assert kept.time_s.tolist() == [4.0, 5.0, 6.0]


def test_rows_that_share_detections_are_told_by_their_time() -> None:
    given = tracks({1: [0, 1, 2, 3]})
    given.detection[[1, 3]] = -1
    assert without(given, np.array([2]), 2.5).tolist() == [True, True, False, False]


def test_the_past_comes_before_the_rows_made_anew() -> None:
    past = tracks({2: [0, 1], 5: [2]})
    now = tracks({5: [6, 7], 9: [3], 2: [4]})
    assert rows_of(continued(past, now)) == {2: [0, 1, 4], 5: [2, 6, 7], 9: [3]}
    assert continued(tracks({}), now) is now
