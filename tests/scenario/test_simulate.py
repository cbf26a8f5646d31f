"""The scenarios that ship, whole."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
import pytest

from glasshield import catalog
from glasshield.catalog.scenarios import Scenario
from glasshield.earth import geodesic
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.errors import CatalogError, InputError, UnknownNameError
from glasshield.scenario.benchmark import benchmark
from glasshield.scenario.launches import first_sight_s
from glasshield.scenario.simulate import Simulation, simulate
from glasshield.sensing.detections import CLUTTER
from glasshield.sensing.launch_detection import LaunchSensor

FACTS = catalog.load()
SHIPPED = ("one-test-two-parties", "raid-of-ten", "five-hundred")
AIM_TOL_M = 100.0  # what `flight.aim` promises
SIGMAS = 4.0  # of drawn means


@pytest.fixture(scope="module")
def one_test() -> Simulation:
    return simulate(FACTS.scenarios["one-test-two-parties"], FACTS)


@pytest.fixture(scope="module")
def raid() -> Simulation:
    return simulate(FACTS.scenarios["raid-of-ten"], FACTS)


def shorter(scenario: Scenario, duration_s: float) -> Scenario:
    duration = msgspec.structs.replace(scenario.duration, value=duration_s)
    return msgspec.structs.replace(scenario, duration=duration)


def test_the_three_scenarios_ship() -> None:
    assert set(SHIPPED) <= set(FACTS.scenarios)


def test_two_parties_see_the_test(one_test: Simulation) -> None:
    parties = [observer.station.party for observer in one_test.observers]
    assert parties == ["united-states", "russia", "united-states"]
    for number in range(3):
        mine = one_test.detections.station_index == number
        assert (one_test.detections.truth[mine] == 0).sum() > 100
    assert len(one_test.launches) == 1


def test_the_test_comes_down_where_it_was_aimed(one_test: Simulation) -> None:
    (record,) = one_test.scenario.salvos
    assert record.target_position is not None
    target = record.target_position
    lat, lon, _ = ecef_to_geodetic(one_test.truth.impact_position_ecef_m[0])
    off = geodesic.inverse(target.lat_rad, target.lon_rad, float(lat), float(lon))
    assert float(off.distance_m) < AIM_TOL_M


def test_ten_fly_in_the_raid_and_each_is_seen(raid: Simulation) -> None:
    assert len(raid.truth) == 10
    assert set(np.unique(raid.detections.truth)) == {CLUTTER, *range(10)}
    assert len(raid.launches) == 10
    assert (raid.detections.truth == CLUTTER).sum() > (raid.detections.truth >= 0).sum()


def test_everybody_sees_all_of_the_five_hundred() -> None:
    made = simulate(shorter(FACTS.scenarios["five-hundred"], 20.0), FACTS)
    assert len(made.truth) == 500
    for number in range(3):
        found = made.detections.truth[made.detections.station_index == number]
        assert len(np.unique(found[found >= 0])) == 500


@pytest.mark.parametrize("objects", [1, 100, 1500])
def test_the_benchmark_has_any_number_of_objects(objects: int) -> None:
    made = benchmark(objects, seed=3, duration_s=8.0)
    assert len(made.truth) == objects
    assert len(set(made.truth.id)) == objects
    assert made.detections.simulated
    assert made.detections.time_s.max() <= 8.0


def test_the_same_seed_gives_the_same_digits(raid: Simulation) -> None:
    again = simulate(FACTS.scenarios["raid-of-ten"], FACTS)
    np.testing.assert_array_equal(again.detections.range_m, raid.detections.range_m)
    np.testing.assert_array_equal(again.truth.state_ecef, raid.truth.state_ecef)
    np.testing.assert_array_equal(again.launches.lat_rad, raid.launches.lat_rad)


def test_another_seed_draws_everything_anew(raid: Simulation) -> None:
    other = simulate(FACTS.scenarios["raid-of-ten"], FACTS, seed=2)
    assert other.seed == 2
    assert (other.truth.impact_time_s != raid.truth.impact_time_s).all()
    for mine, theirs in zip(raid.observers, other.observers, strict=True):
        assert mine.biases != theirs.biases
        assert mine.station == theirs.station
    assert not np.isin(raid.launches.lat_rad, other.launches.lat_rad).any()


def test_biases_are_as_large_as_stated() -> None:
    record = FACTS.scenarios["raid-of-ten"].observers[2]
    deviations = record.biases
    assert deviations is not None
    assert deviations.range is not None
    quick = shorter(FACTS.scenarios["one-test-two-parties"], 1.0)
    drawn = np.array(
        [simulate(quick, FACTS, seed).observers[1].biases.range_m for seed in range(60)]
    )
    assert drawn.std() == pytest.approx(deviations.range.si, rel=SIGMAS / np.sqrt(2 * 60))
    assert drawn.mean() == pytest.approx(0.0, abs=SIGMAS * deviations.range.si / np.sqrt(60))


def test_launches_are_reported_late_and_roughly(raid: Simulation) -> None:
    sensor = LaunchSensor.of(FACTS.sensors["overhead-infrared"])
    launches = raid.launches
    assert launches.simulated
    seen = first_sight_s(sensor, raid.truth)
    np.testing.assert_allclose(launches.arrival_s, seen[launches.truth] + sensor.delay_s)
    assert (np.diff(launches.arrival_s) >= 0.0).all()
    lat, lon, _ = ecef_to_geodetic(raid.truth.launch_position_ecef_m[launches.truth])
    off = [
        float(geodesic.inverse(*map(float, places)).distance_m)
        for places in zip(lat, lon, launches.lat_rad, launches.lon_rad, strict=True)
    ]
    # Of ten distances in two dimensions, the mean square is twice the variance of an axis.
    spread = np.sqrt(np.mean(np.square(off)) / 2.0)
    assert spread == pytest.approx(sensor.position_sigma_m, rel=SIGMAS / np.sqrt(20.0))
    late = launches.time_s - raid.truth.launch_time_s[launches.truth]
    assert np.abs(late).max() < SIGMAS * sensor.time_sigma_s


def test_a_motor_is_first_seen_at_the_height_of_the_clouds(raid: Simulation) -> None:
    sensor = LaunchSensor.of(FACTS.sensors["overhead-infrared"])
    seen = first_sight_s(sensor, raid.truth)
    at = raid.truth.states(np.arange(10), seen)
    height = ecef_to_geodetic(at[:, :3])[2]
    # Between samples half a second apart, on which a climbing missile gains speed.
    np.testing.assert_allclose(height, sensor.cloud_height_m, atol=20.0)


def test_a_target_out_of_reach_is_refused() -> None:
    scenario = FACTS.scenarios["one-test-two-parties"]
    (record,) = scenario.salvos
    far = msgspec.structs.replace(record, target_position=None, target="washington")
    with pytest.raises(InputError, match=r"salvo test, flight 0: mrbm cannot fly there"):
        simulate(msgspec.structs.replace(scenario, salvos=(far,)), FACTS)
    area = msgspec.structs.replace(record, target_position=None, target="poland")
    with pytest.raises(InputError, match="poland is an area"):
        simulate(msgspec.structs.replace(scenario, salvos=(area,)), FACTS)
    wrong = msgspec.structs.replace(record, missile="slbm")
    with pytest.raises(InputError, match="slbm is not flown from iran-northwest"):
        simulate(msgspec.structs.replace(scenario, salvos=(wrong,)), FACTS)


def test_a_swarm_out_of_view_is_refused() -> None:
    scenario = FACTS.scenarios["five-hundred"]
    (record,) = scenario.swarms
    centre = msgspec.structs.replace(record.centre, lat_deg=-60.0)
    with pytest.raises(InputError, match="too few objects of the swarm 'object'"):
        simulate(
            msgspec.structs.replace(
                scenario, swarms=(msgspec.structs.replace(record, centre=centre),)
            ),
            FACTS,
        )


def test_a_users_scenario(tmp_path: Path) -> None:
    text = (Path(catalog.__file__).parent / "facts" / "scenarios-five-hundred.toml").read_text()
    (tmp_path / "mine.toml").write_text(
        text.replace("scenario.five-hundred", "scenario.mine").replace("value = 500,", "value = 7,")
    )
    facts = catalog.load(tmp_path)
    assert len(simulate(shorter(facts.scenarios["mine"], 3.0), facts).truth) == 7
    with pytest.raises(UnknownNameError, match="did you mean"):
        facts.scenarios["raid-of-tenn"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("seed = 1", "seeds = 1", "unknown key 'seeds'"),
        ("2030-01-01T12:00:00Z", "2030-01-01T12:00:00", "has no time zone"),
        ('id = "radar-east"', 'id = "radar-west"', "share an id"),
        ("value = 500,", "value = 2.5,", "whole number above zero"),
        ('range = { value = 3000, unit = "km"', 'range = { value = 3000, unit = "s"', "is a time"),
    ],
)
def test_a_broken_scenario_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    text = (Path(catalog.__file__).parent / "facts" / "scenarios-five-hundred.toml").read_text()
    assert old in text
    (tmp_path / "mine.toml").write_text(
        text.replace("scenario.five-hundred", "scenario.mine").replace(old, new)
    )
    with pytest.raises(CatalogError, match=message) as error:
        _ = catalog.load(tmp_path).scenarios["mine"]
    assert "mine.toml:" in str(error.value)
