"""Rehearsals of announced tests."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from glasshield import catalog
from glasshield.catalog.announced import Access
from glasshield.earth import geodesic
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.earth.time import Instant
from glasshield.errors import InputError, UnknownNameError
from glasshield.exchange.reading import read_detections
from glasshield.exchange.sensors import read_sensors
from glasshield.exchange.simulation import write_simulation
from glasshield.flight import rockets
from glasshield.monitoring.areas import contains
from glasshield.monitoring.document import PlaceRow
from glasshield.monitoring.rehearsal import (
    LIFT_OFF_CALL,
    Flown,
    Rehearsal,
    Rehearsed,
    guest_of,
    rehearse,
    stationed,
)
from tests.monitoring.announced import SM3, announced, changed, coarse, facts, flights, number

SPEED_TOL_M_S = 0.01  # the site is drawn within 100 m, where the Earth turns a little otherwise
HERE = PlaceRow(observer="guest-ship", lat_deg=31.0, lon_deg=-125.0)
THERE = PlaceRow(observer="guest-ship", lat_deg=36.0, lon_deg=-127.0)


def rehearsed(seed: int = 1, flown: Flown = Flown.DECLARED) -> Rehearsed:
    return rehearse(announced(), facts(), Rehearsal(seed, flown), flights())


def test_the_same_seed_gives_the_same_digits_and_another_one_others() -> None:
    one, again, other = rehearsed(5), rehearsed(5), rehearsed(6)
    assert np.array_equal(one.detections.range_m, again.detections.range_m)
    assert np.array_equal(one.truth.launch_time_s, again.truth.launch_time_s)
    assert one.truth.launch_time_s[0] != other.truth.launch_time_s[0]
    assert len(one.detections) != len(other.detections) or not np.array_equal(
        one.detections.range_m, other.detections.range_m
    )


def test_everything_is_marked_simulated() -> None:
    one = rehearsed()
    assert one.simulated
    assert one.truth.simulated
    assert one.detections.simulated
    assert one.launches.simulated


def test_prop_the_lift_off_lies_in_the_window_and_in_the_circle_of_the_site() -> None:
    test = announced()
    window_s = Instant.parse(test.windows[0].end).since_s(Instant.parse(test.windows[0].begin))
    assert test.site.within_km is not None
    away_m = []
    for seed in range(20):
        truth = rehearsed(seed).truth
        assert 0.0 <= truth.launch_time_s[0] <= window_s
        lat, lon, _ = ecef_to_geodetic(truth.launch_position_ecef_m[0])
        site = geodesic.inverse(test.site.lat_rad, test.site.lon_rad, lat, lon)
        away_m.append(float(site.distance_m))
    assert max(away_m) <= 1.001e3 * test.site.within_km
    assert np.std(away_m) > 0.0


@pytest.mark.parametrize("flown", [Flown.CUT_OFF, Flown.HEAVY])
def test_hidden_energy_flies_as_fast_as_declared(flown: Flown) -> None:
    flight = rehearsed(flown=flown).flight
    assert flight.burnout_speed_m_s == pytest.approx(
        flights().declared.burnout_speed_m_s, abs=SPEED_TOL_M_S
    )
    assert flight.burnout_angle_rad == pytest.approx(flights().declared.burnout_angle_rad, abs=1e-5)


def test_an_early_cut_off_leaves_a_vehicle_that_could_have_been_faster() -> None:
    flight = rehearsed(flown=Flown.CUT_OFF).flight
    assert flight.burnout_time_s < flight.vehicle.burnout_time_s
    assert rockets.reference_speeds_m_s([flight.vehicle])[0] == pytest.approx(9000.0, rel=2e-5)


def test_ballast_is_what_makes_the_heavy_one_slow() -> None:
    heavy, rival = rehearsed(flown=Flown.HEAVY).flight, flights().rival
    assert heavy.vehicle.stages == rival.vehicle.stages
    assert heavy.vehicle.payload_mass_kg > 2.0 * rival.vehicle.payload_mass_kg


def test_the_lofted_one_burns_out_steeper_and_slower() -> None:
    lofted, rival = rehearsed(flown=Flown.LOFTED).flight, flights().rival
    assert lofted.burnout_angle_rad > rival.burnout_angle_rad + np.radians(10.0)
    assert lofted.burnout_speed_m_s < rival.burnout_speed_m_s


def test_a_rival_that_is_no_faster_has_nothing_to_hide() -> None:
    test = announced()
    slow = changed(test, rival=test.declared)
    with pytest.raises(InputError, match="cannot be slowed"):
        rehearse(slow, facts(), Rehearsal(flown=Flown.CUT_OFF))


def test_the_host_shows_only_what_it_lets_see() -> None:
    test = announced()
    access = Access(
        not_below=number(300.0, "km"), not_before=number(180.0, "s"), not_after=number(400.0, "s")
    )
    closed, free = test.observers
    one = rehearse(
        changed(test, observers=(changed(closed, access=access), free)), facts(), Rehearsal(2)
    )
    real = one.detections.truth >= 0
    own = one.detections.station_index == 0
    time_s = (
        one.detections.time_s
        - np.array([o.biases.time_s for o in one.observers])[one.detections.station_index]
    )
    since_s = time_s - one.truth.launch_time_s[0]
    height_m = ecef_to_geodetic(one.truth.states(np.zeros(real.sum(), int), time_s[real])[:, :3])[2]
    assert height_m[own[real]].min() >= 300e3
    assert since_s[own].min() >= 180.0
    assert since_s[own].max() <= 400.0
    assert height_m[~own[real]].min() < 300e3
    assert (~real & own).any(), "false alarms are seen as well"


def test_the_host_calls_the_lift_off_within_its_accuracy() -> None:
    test = announced()
    assert test.liftoff_known is not None
    off_s = [
        float((one.launches.time_s - one.truth.launch_time_s)[0])
        for one in map(rehearsed, range(30))
    ]
    assert one_call(rehearsed()) == (LIFT_OFF_CALL,)
    # 30 normal draws: their deviation lies within 0.6 to 1.5 of the true one, 1 in 1,000 excepted.
    assert 0.6 < np.std(off_s) / test.liftoff_known.si < 1.5


def one_call(one: Rehearsed) -> tuple[str, ...]:
    return tuple(one.launches.sensors[k] for k in one.launches.sensor_index)


def test_spent_stages_fall_where_the_notice_says() -> None:
    one = rehearse(announced(), facts(), Rehearsal(1, spent_stages=True), flights())
    assert one.truth.id == ("flight", "stage-1")
    time_s, state = one.truth.time_s[one.truth.rows(1)], one.truth.state_ecef[one.truth.rows(1)]
    assert time_s[0] - one.truth.launch_time_s[0] == pytest.approx(65.0)
    lat, lon, height = ecef_to_geodetic(state[:, :3])
    assert height[-1] == pytest.approx(0.0, abs=200.0)
    hazard = next(area for area in announced().areas if area.id == "first-stage")
    assert contains(hazard, lat[-1], lon[-1])
    assert (one.detections.truth == 1).sum() > 100
    # What the vehicle itself brings is the same with and without them.
    alone = rehearsed()
    assert np.array_equal(one.truth.launch_time_s[:1], alone.truth.launch_time_s)
    assert len(one.launches) == len(alone.launches) == 1


def test_nobody_calls_where_the_lift_off_is_not_known() -> None:
    silent = changed(announced(), liftoff_known=None)
    assert len(rehearse(silent, facts(), Rehearsal(1)).launches) == 0


def test_observers_stand_where_they_are_told_to() -> None:
    test = coarse(announced())  # where each side has three ships
    one = rehearse(test, facts(), Rehearsal(1, places=(HERE, THERE)), flights())
    assert [each.station.id for each in one.observers] == ["guest-ship", "guest-ship-2"]
    assert [each.station.lat_rad for each in one.observers] == pytest.approx(
        np.radians([31.0, 36.0])
    )
    assert one.observers[0].biases != one.observers[1].biases


def test_stations_belong_to_guests() -> None:
    test = announced()
    for id in ("guest-ship", "guest-ship-2"):
        guest = guest_of(test, id)
        assert guest is not None
        assert guest.id == "guest-ship"
    assert guest_of(test, "guest-ship-two") is None
    assert guest_of(test, "stranger") is None


def test_more_places_than_radars_are_refused() -> None:
    with pytest.raises(InputError, match="more places than it has radars"):
        stationed(coarse(announced()), [HERE] * 4)


def test_a_place_of_nobody_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="guest-ship"):
        stationed(announced(), [changed(HERE, observer="guest-shop")])


def test_a_test_without_observers_is_refused() -> None:
    with pytest.raises(InputError, match="no observers"):
        rehearse(changed(announced(), observers=()), facts())


def test_a_rehearsal_is_written_as_if_parties_had_sent_it(tmp_path: Path) -> None:
    one = rehearse(announced(SM3), facts(), Rehearsal(4, Flown.HEAVY), flights(SM3))
    names = {path.name for path in write_simulation(one, tmp_path)}
    assert names == {
        "truth.oem",
        "guest-ship.tdm",
        "detections.parquet",
        "launches.json",
        "sensors.toml",
        "test.toml",
        "truth.json",
    }
    again = catalog.load(tmp_path / "test.toml").tests[SM3]
    assert again == announced(SM3)
    assert '"flown": "rival-heavy"' in (tmp_path / "truth.json").read_text()
    read = read_detections([tmp_path / "guest-ship.tdm"], read_sensors(tmp_path / "sensors.toml"))
    assert read.detections.simulated
    assert len(read.detections) == len(one.detections)
