"""What radars make of echoes, and the radars of the catalogue."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import numpy as np
import pytest

from glasshield import catalog
from glasshield.catalog.model import SensorType
from glasshield.errors import InputError, RangeError
from glasshield.sensing.accuracy import (
    angle_sigma_rad,
    beam_width_rad,
    range_resolution_m,
    range_sigma_m,
)
from glasshield.sensing.detection import Fluctuation
from glasshield.sensing.measurement import position
from glasshield.sensing.performance import Performance
from glasshield.sensing.refraction import Refraction, bending, geometric_elevation
from glasshield.sensing.sensors import Sector, sensor
from glasshield.sensing.station import Station
from glasshield.sensing.stations import in_view, looks_per_s, performance, station
from glasshield.sensing.visibility import Paths, visible

FACTS = catalog.load()
DRAWS = 200_000
SHARE_SIGMAS = 4.0  # of a share counted in so many draws: once in 16,000
BENDING_TOL_RAD = 1e-9  # what `bending` promises

RADAR = Performance(
    range_m=1000e3,
    cross_section_m2=1.0,
    detection_probability=0.9,
    false_alarm_probability=1e-6,
    beam_width_rad=np.radians(1.0),
    range_resolution_m=30.0,
    range_floor_m=5.0,
    angle_floor_rad=np.radians(0.01),
)


def test_the_published_range_has_the_published_probability() -> None:
    assert float(RADAR.chance(np.array(1000e3), np.array(1.0))) == pytest.approx(0.9, abs=1e-9)


def test_the_ratio_goes_with_the_fourth_power_of_the_range() -> None:
    near, far, small = RADAR.snr(np.array([500e3, 1000e3, 1000e3]), np.array([1.0, 1.0, 0.1]))
    assert near / far == pytest.approx(16.0)
    assert small / far == pytest.approx(0.1)


@pytest.mark.parametrize("case", Fluctuation)
@pytest.mark.parametrize("range_m", [700e3, 1000e3, 1300e3])
def test_val_drawn_echoes_are_detected_as_often_as_computed(
    case: Fluctuation, range_m: float
) -> None:
    """Two oracles: amplitudes drawn and compared with a threshold, and the series."""
    radar = replace(RADAR, fluctuation=case)
    mean = np.full(DRAWS, radar.snr(np.array(range_m), np.array(1.0)))
    detected, _ = radar.echoes(mean, np.random.default_rng(5))
    wanted = float(radar.chance(np.array(range_m), np.array(1.0)))
    spread = np.sqrt(wanted * (1.0 - wanted) / DRAWS)
    assert detected.mean() == pytest.approx(wanted, abs=SHARE_SIGMAS * spread)


def test_noise_alone_passes_as_often_as_it_may() -> None:
    radar = replace(RADAR, false_alarm_probability=1e-2)
    detected, _ = radar.echoes(np.zeros(DRAWS), np.random.default_rng(6))
    spread = np.sqrt(1e-2 / DRAWS)
    assert detected.mean() == pytest.approx(1e-2, abs=SHARE_SIGMAS * spread)
    false = radar.false_echoes(DRAWS, np.random.default_rng(7))
    # The noise of one pulse is exponential: above any bar it has one more unit on average.
    assert false.mean() == pytest.approx(-np.log(1e-2), abs=SHARE_SIGMAS / np.sqrt(DRAWS))


def test_val_accuracies_of_textbook_examples() -> None:
    """Curry 2005, section 8.2: 1 deg and 15 m at a ratio of 100 (20 dB)."""
    assert float(angle_sigma_rad(np.radians(1.0), 100.0)) == pytest.approx(
        np.radians(1.0 / (1.6 * np.sqrt(200.0)))
    )
    assert float(range_sigma_m(15.0, 100.0)) == pytest.approx(15.0 / np.sqrt(200.0))
    # A strong echo is as good as the calibration.
    assert float(range_sigma_m(15.0, 1e12, 5.0)) == pytest.approx(5.0)


def test_val_beams_and_resolutions() -> None:
    """Skolnik 2001: 51 degrees of wavelength over width; 150 m for each microsecond."""
    assert np.degrees(beam_width_rad(299_792_458.0, 1.0)) == pytest.approx(51.0, abs=0.3)
    assert range_resolution_m(1e6) == pytest.approx(150.0, abs=0.11)


def test_an_azimuth_says_less_the_higher_the_target() -> None:
    low, high = RADAR.sigmas(np.full(2, 100.0), np.radians([0.0, 60.0]))
    assert high[1] / low[1] == pytest.approx(2.0)
    assert high[2] == low[2]
    assert np.isinf(low[3])
    overhead = RADAR.sigmas(np.full(1, 100.0), np.array([np.pi / 2]))
    assert np.isfinite(overhead[0, :3]).all()


def test_figures_above_zero() -> None:
    with pytest.raises(RangeError, match="beam_width_rad"):
        replace(RADAR, beam_width_rad=0.0)


@pytest.mark.parametrize("target_m", [15e3, 100e3, 1200e3])
def test_bending_leads_back_to_the_ray(target_m: float) -> None:
    apparent = np.radians([0.0, 0.05, 0.3, 1.0, 3.0, 10.0, 45.0, 90.0])
    geometric = geometric_elevation(apparent, 300.0, target_m)
    np.testing.assert_allclose(
        geometric + bending(geometric, 300.0, target_m), apparent, atol=BENDING_TOL_RAD
    )
    assert not bending(geometric, 300.0, target_m, Refraction.NONE).any()


@pytest.mark.parametrize("id", [id for id, s in FACTS.sensors.items() if s.type == "radar"])
def test_every_radar_of_the_catalogue_is_a_station(id: str) -> None:
    record = FACTS.sensors[id]
    made = station(FACTS, record)
    assert made.id == id
    assert made.party == record.party
    assert made.range_m >= FACTS.radars[record.radar].detection_range.si
    assert 0.0 < made.accuracy.azimuth_rad < np.radians(0.5)
    assert 0.0 < made.false_alarms < 100.0
    assert looks_per_s(FACTS, record) > 1.0
    design = FACTS.radars[record.radar]
    for figure in (design.beam_width, design.range_resolution, design.angle_accuracy):
        assert figure is not None
        assert figure.low_si <= figure.si <= figure.high_si


def test_a_station_sees_what_the_radar_sees() -> None:
    """The same places through `sensors.sensor` and through `stations.station`."""
    record = FACTS.sensors["shemya"]
    seen_by = sensor(FACTS, record)
    made = station(FACTS, record)
    rng = np.random.default_rng(3)
    places = position(
        made,
        rng.uniform(1e5, 3.1e6, 3000),
        rng.uniform(0.0, 2 * np.pi, 3000),
        rng.uniform(0.0, 1.5, 3000),
    )[:, None]
    # At the reference cross-section the radar's range is the published one, below the station's.
    paths = Paths(places, 1.0, np.zeros(3000), np.ones(3000))
    assert (in_view(made, places) == visible(seen_by, paths)).all()
    assert in_view(made, places).any()


def test_a_design_without_its_figures_says_which() -> None:
    record = FACTS.sensors["shemya"]
    facts = catalog.load()
    bare = msgspec.structs.replace(facts.radars["cobra-dane"], beam_width=None)
    facts.radars._records["cobra-dane"] = bare  # type: ignore[index]
    with pytest.raises(InputError, match=r"radar\.cobra-dane: the radar states no beam_width"):
        station(facts, record)


def test_infrared_sensors_are_no_stations() -> None:
    record = FACTS.sensors["overhead-infrared"]
    assert record.type is SensorType.INFRARED
    with pytest.raises(InputError, match="is no radar"):
        performance(FACTS, record)


def test_what_is_below_the_horizon_is_out_of_view() -> None:
    here = Station("here", 0.3, 0.4, sectors=(Sector(0.0, 2 * np.pi, 0.0, np.pi / 2),))
    at = position(here, np.full(2, 2000e3), np.zeros(2), np.radians([-3.0, 3.0]))
    assert in_view(here, at[:, None]).ravel().tolist() == [False, True]
