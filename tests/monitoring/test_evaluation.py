"""Evaluations of simulated tests from the detections alone, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import msgspec
import numpy as np
import pytest

from glasshield.catalog.announced import AnnouncedTest, AreaRole, NoticeArea
from glasshield.catalog.quantity import Status
from glasshield.errors import InputError
from glasshield.monitoring import evaluation_texts
from glasshield.monitoring.document import Evaluation, PlaceRow
from glasshield.monitoring.evaluation import evaluate
from glasshield.monitoring.measuring import Measurement, measure
from glasshield.monitoring.rehearsal import Flown, Rehearsal, Rehearsed, rehearse
from glasshield.monitoring.unseen import seen_by
from glasshield.sensing.detections import UNKNOWN, Detections
from glasshield.workspace import Workspace
from tests.monitoring.announced import BOOSTER, announced, facts, flights, number

MOST_SIGMAS = 4.0  # that an honest error reaches once in 16,000 times
SEED = 11
FAR = (
    PlaceRow(observer="guest-ship", lat_deg=27.0, lon_deg=-143.0),
    PlaceRow(observer="host-ship", lat_deg=28.0, lon_deg=-143.0),
)


@cache
def test_of_ships() -> AnnouncedTest:
    """The packaged test, looked at every two seconds, to be quick."""
    test = announced(BOOSTER)
    guests = tuple(
        msgspec.structs.replace(guest, period=number(2.0, "s")) for guest in test.observers
    )
    return msgspec.structs.replace(test, observers=guests)


test_of_ships.__test__ = False  # type: ignore[attr-defined]  # no test of pytest's


@cache
def rehearsed(flown: Flown = Flown.DECLARED, places: tuple[PlaceRow, ...] = ()) -> Rehearsed:
    what = Rehearsal(seed=SEED, flown=flown, places=places)
    return rehearse(test_of_ships(), facts(), what, flights())


@cache
def evaluated(flown: Flown = Flown.DECLARED, places: tuple[PlaceRow, ...] = ()) -> Evaluation:
    made = rehearsed(flown, places)
    return evaluate(made.test, made.detections, made.launches, Workspace.default())


@cache
def measured() -> Measurement:
    made = rehearsed()
    return measure(made.test, made.detections, made.launches)


def test_an_honest_test_is_what_was_declared() -> None:
    found, flight = evaluated(), rehearsed().flight
    speed = found.burnout_speed_km_s
    assert abs(1e3 * speed.value - flight.burnout_speed_m_s) < MOST_SIGMAS * 1e3 * speed.sigma
    assert 1e3 * speed.sigma < 5.0
    assert abs(found.burn_time_s.value - 130.0) < MOST_SIGMAS * found.burn_time_s.sigma
    assert found.stages.value == 2
    assert found.declared.consistent
    assert found.declared.burn_time_consistent
    assert found.declared.stages_consistent
    assert not found.rival.consistent
    assert found.log10_likelihood_ratio > 100.0
    assert found.reference_speed_km_s.low < 6.3 < found.reference_speed_km_s.high
    assert found.blind.sees_burnout
    assert found.fit.p_value > 1e-4
    assert found.simulated
    assert found.claims_updated == ()


def test_false_alarms_are_left_out_and_nothing_else() -> None:
    truth = rehearsed().detections.truth
    assert (truth[measured().used] >= 0).all()
    assert len(measured().used) >= 0.98 * np.count_nonzero(truth >= 0)
    assert evaluated().fit.left_out == len(truth) - len(measured().used)


def test_errors_of_the_ships_are_found_within_their_intervals() -> None:
    true = {each.station.id: each.biases for each in rehearsed().observers}
    rows = [row for row in evaluated().biases if row.kind == "elevation"]
    assert len(rows) == 2
    for row in rows:
        off = row.value.value - np.degrees(true[row.station].elevation_rad)
        assert abs(off) < MOST_SIGMAS * row.value.sigma
        assert row.value.sigma < 0.5 * row.stated_sigma


def test_a_shift_is_what_another_prior_would_do() -> None:
    found = measured()
    row = next(row for row in evaluated().biases if row.kind == "range")
    column = found.fit.layout.size
    pull = np.zeros(len(found.fit.matrix))
    pull[column] = 1.0 / row.stated_sigma**2  # the prior mean moved by a metre
    moved = np.linalg.solve(found.fit.matrix, pull)[:column]
    speed = found.flight.figures().burnout_speed_m_s
    assert row.speed_shift_m_s == pytest.approx(float(speed.slope @ moved), rel=1e-3)


def test_the_profile_steps_where_the_stages_end() -> None:
    found = evaluated()
    time_s, push = np.array(found.profile.time_s), np.array(found.profile.value_m_s2)
    end_s = found.stage_ends_s[0].value
    before = push[time_s < end_s][-1]
    after = push[time_s > end_s][0]
    assert before > 1.3 * after
    assert all(
        low <= value <= high
        for low, value, high in zip(
            found.profile.low_m_s2,
            found.profile.value_m_s2,
            found.profile.high_m_s2,
            strict=True,
        )
    )


def test_nothing_hangs_on_what_only_a_simulation_knows() -> None:
    made = rehearsed()
    blind = replace(made.detections, truth=np.full(len(made.detections), UNKNOWN, dtype=np.int32))
    again = evaluate(made.test, blind, made.launches, Workspace.default())
    assert again == evaluated()


@pytest.mark.parametrize("flown", [Flown.CUT_OFF, Flown.HEAVY])
def test_hidden_energy_is_a_lower_bound_and_never_a_maximum(flown: Flown) -> None:
    found = evaluated(flown)
    assert found.capability.at_most_km_s is None
    assert found.capability.at_least_km_s < 6.35 < 9.0
    assert not found.rival.consistent
    assert found.rival.sigmas < 0.0
    assert not found.declared.exceeded
    assert any("at least" in why.en for why in found.capability.why)


def test_a_faster_vehicle_on_a_wasteful_way_is_seen_through() -> None:
    found = evaluated(Flown.LOFTED)
    assert found.declared.exceeded
    assert found.rival.consistent
    assert found.reference_speed_km_s.low < 9.0 < found.reference_speed_km_s.high


def test_behind_the_horizon_the_free_flight_still_tells() -> None:
    found, flight = evaluated(places=FAR), rehearsed(places=FAR).flight
    assert not found.blind.sees_burnout
    assert found.blind.if_seen_sigma_m_s is not None
    assert found.blind.times_less is not None
    assert found.blind.times_less > 10.0
    speed = found.burnout_speed_km_s
    assert speed.low < 1e-3 * flight.burnout_speed_m_s < speed.high
    assert speed.sigma > 100.0 * found.surface_speed_km_s.sigma
    assert found.declared.figure == "surface-speed"
    assert found.declared.consistent
    assert found.declared.stages_consistent is None
    assert not found.rival.consistent


def test_without_a_report_the_liftoff_is_found_from_the_flight() -> None:
    made = rehearsed()
    found = measure(made.test, made.detections, None)
    liftoff_s = float(made.truth.launch_time_s[0])
    sigma_s = float(np.sqrt(found.fit.covariance[0, 0]))
    assert not found.reported
    assert abs(found.flight.burnout_time_s - liftoff_s - 130.0) < 1.0
    assert abs(found.flight.liftoff_s - liftoff_s) < MOST_SIGMAS * sigma_s
    figures = found.flight.figures()
    off = figures.burnout_speed_m_s.value - made.flight.burnout_speed_m_s
    assert abs(off) < MOST_SIGMAS * found.fit.sigma(figures.burnout_speed_m_s)


@pytest.mark.slow
def test_spent_stages_are_other_objects() -> None:
    made = rehearse(test_of_ships(), facts(), Rehearsal(seed=SEED, spent_stages=True), flights())
    found = measure(made.test, made.detections, made.launches)
    assert len(made.truth) > 1
    assert np.mean(made.detections.truth[found.used] == 0) > 0.99
    figures = found.flight.figures()
    off = figures.burnout_speed_m_s.value - made.flight.burnout_speed_m_s
    assert abs(off) < MOST_SIGMAS * found.fit.sigma(figures.burnout_speed_m_s)


def test_a_station_where_nobody_should_be_is_warned_of() -> None:
    found = measured()
    station = found.detections.stations[0]
    place = float(np.degrees(station.lat_rad)), float(np.degrees(station.lon_rad))
    area = NoticeArea(
        id="debris",
        role=AreaRole.HAZARD,
        centre_deg=place,
        radius=10.0,
        source="glasshield",
        status=Status.ASSUMED,
        note="test",
    )
    test = msgspec.structs.replace(found.test, areas=(*found.test.areas, area))
    inside = replace(found, test=test)
    said = evaluation_texts.warnings(
        inside,
        seen_by(found.problem, found.flight, found.detections.stations),
        evaluated().fit,
        evaluated().biases,
    )
    assert any(f"{station.id} stood inside the area debris" in text.en for text in said)


def other(**changes: Any) -> AnnouncedTest:
    return msgspec.structs.replace(test_of_ships(), **changes)


def moved(detections: Detections, by_s: float) -> Detections:
    return replace(detections, epoch=detections.epoch.plus_s(by_s))


def test_no_detections_are_refused() -> None:
    made = rehearsed()
    with pytest.raises(InputError, match="no detections to evaluate"):
        measure(made.test, made.detections.take(slice(0)), made.launches)


def test_detections_of_another_day_are_refused() -> None:
    made = rehearsed()
    with pytest.raises(InputError, match="outside the announced windows"):
        measure(made.test, moved(made.detections, -86_400.0), None)


def test_false_alarms_alone_are_refused() -> None:
    made = rehearsed()
    alarms = made.detections.take(made.detections.truth < 0)
    with pytest.raises(InputError, match="fix no flight"):
        measure(made.test, alarms, made.launches)


def test_too_few_detections_are_refused() -> None:
    made = rehearsed()
    real = made.detections.take(made.detections.truth >= 0)
    with pytest.raises(InputError, match="fix no flight"):
        measure(made.test, real.take(slice(0, 4)), made.launches)
