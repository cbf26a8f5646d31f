"""Parcels: what of a party's data goes into which feed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from glasshield.centre.picture.parcels import Parcel, by_owner
from glasshield.centre.picture.snapshot import Reports, Taken
from glasshield.centre.picture.ticks import instant_at, tick_of
from glasshield.exchange.release.rules import Source
from glasshield.exchange.release.terms import Mode
from glasshield.fusion.tracks import PACKED
from tests.centre.picture.worlds import batches, flights, registered
from tests.fusion.made_up import EPOCH, states

AHEAD_S, LATE_S = 1.0, 120.0
SOUTH = frozenset({Source("two", frozenset({"south"}))})


def parcel(*sent: Taken) -> Parcel:
    return Parcel.of(tick_of(sent[0].at), sent, AHEAD_S, LATE_S)


def of_two() -> Taken:
    """A batch with detections of both radars of its party."""
    found = [each for each in batches(flights(1), every_s=4.0) if each.owner == "two"]
    return found[2]


def test_only_detections_of_granted_sensors_go_in() -> None:
    batch = of_two()
    assert batch.detections is not None
    known = parcel(batch).known({each.id: each for each in registered()["two"]})
    assert known is not None
    mask = known.admitted(SOUTH)
    names = np.array([station.id for station in known.stations])[known.station]
    assert (mask == (names == "south")).all()
    assert 0 < mask.sum() < len(mask)
    found = known.detections(mask)
    assert [station.id for station in found.stations] == ["two/south"]
    rows = batch.detections.take(
        np.array([s.id == "south" for s in batch.detections.stations])[
            batch.detections.station_index
        ]
    )
    assert np.array_equal(found.range_m, rows.range_m)
    assert found.arrival_s + found.epoch.since_s(EPOCH) == pytest.approx(
        np.full(len(rows), batch.arrived.since_s(EPOCH))
    )


def test_a_made_up_batch_marks_only_what_comes_from_it() -> None:
    batch = of_two()
    assert batch.detections is not None
    south = np.array([s.id == "south" for s in batch.detections.stations])
    is_south = south[batch.detections.station_index]
    measured = replace(batch.detections.take(is_south), simulated=False)
    made_up = replace(batch.detections.take(~is_south), simulated=True)
    both = parcel(replace(batch, detections=measured), replace(batch, detections=made_up))
    known = both.known({each.id: each for each in registered()["two"]})
    assert known is not None
    assert not known.simulated(known.admitted(SOUTH))
    assert known.simulated(known.admitted(frozenset({Source("two")})))


def test_a_reported_track_goes_in_only_if_all_that_it_stands_on_may() -> None:
    by = np.array([[True, False], [True, True], [False, True], [False, False]])
    reports = Reports(
        source="their tracker",
        epoch=EPOCH,
        track=np.arange(4),
        time_s=np.zeros(4),
        state_ecef=states(np.random.default_rng(1), 4),
        packed_covariance=np.ones((4, PACKED)),
        phase_probability=np.full((4, 3), np.nan),
        sensors=("south", "east"),
        by=by,
        simulated=True,
    )
    one = parcel(Taken("two", Mode.EXERCISE, EPOCH, EPOCH, "x", reports=reports))
    assert one.sent is None
    assert one.reported(0, SOUTH).tolist() == [True, False, False, False]
    assert one.reported(0, frozenset({Source("two")})).tolist() == [True, True, True, False]
    assert one.reported(0, frozenset({Source("one")})).tolist() == [False] * 4


def test_parties_stand_by_name_whoever_sent_first() -> None:
    sent = [of_two(), replace(of_two(), owner="one")]
    owners = [[each[0].owner for each in by_owner(order)] for order in (sent, sent[::-1])]
    assert owners == [["one", "two"], ["one", "two"]]


@pytest.mark.parametrize(("apart_s", "comes_in"), [(1.001, False), (0.999, True), (-121.0, False)])
def test_what_is_dated_wrongly_stays_out_and_is_counted(apart_s: float, comes_in: bool) -> None:
    batch = of_two()
    assert batch.detections is not None
    at = instant_at(tick_of(batch.at))
    time_s = np.full(len(batch.detections), at.since_s(EPOCH) + apart_s)
    made = parcel(replace(batch, detections=replace(batch.detections, time_s=time_s)))
    assert made.sent is not None
    assert len(made.sent) == (len(time_s) if comes_in else 0)
    assert made.sent.misdated == (0 if comes_in else len(time_s))
