"""ASTERIX: what is read, what is refused, never anything wrapped."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from asterix import generated

from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.asterix import elevations
from glasshield.exchange.asterix_writing import write_asterix
from glasshield.exchange.reading import ReadOptions, ReadResult, read_detections
from glasshield.exchange.sensors import Sensors
from glasshield.exchange.tracks_reading import read_tracks
from glasshield.sensing.detections import Detections
from glasshield.sensing.measurement import position
from glasshield.sensing.station import Station

DAY = Instant.parse("2030-01-01T00:00:00Z")
STATIONS = (Station("a", 0.9, 0.2, 100.0), Station("b", 0.8, 0.3, 1_000.0))
IDENTITIES = {"a": (1, 1), "b": (1, 2)}
SENSORS = Sensors(
    {station.id: station for station in STATIONS},
    {identity: name for name, identity in IDENTITIES.items()},
)
# Half of what the categories resolve.
RANGE_015_TOL_M = 0.0501
RANGE_048_TOL_M = 0.5 * 1852.0 / 256.0 + 1e-6
AZIMUTH_TOL_RAD = np.radians(0.5 * 360.0 / 65536.0) + 1e-12
ELEVATION_015_TOL_RAD = np.radians(0.5 * 180.0 / 65536.0) + 1e-12
RATE_TOL_M_S = 0.0501
TICK_S = 1.0 / 128.0
HEIGHT_TOL_M = 1.0
# 25 ft of height and 7.2 m of range, seen at 10 km and more.
ELEVATION_048_TOL_RAD = 0.5 * 25.0 * 0.3048 / 10e3 * 1.5


def detections(count: int = 120, epoch: Instant = DAY, *, simulated: bool = True) -> Detections:
    draw = np.random.default_rng(11)
    return Detections.of(
        epoch,
        STATIONS,
        np.sort(draw.integers(0, 100_000, count)) * TICK_S,
        draw.integers(0, 2, count).astype(np.int32),
        range_m=draw.uniform(10e3, 350e3, count),
        azimuth_rad=draw.uniform(0.0, 2.0 * np.pi, count),
        elevation_rad=draw.uniform(0.0, 0.12, count),
        range_rate_m_s=draw.normal(0.0, 3e3, count),
        simulated=simulated,
    ).in_order()


def through(
    folder: Path, written: Detections, category: int, day: Instant | None = DAY
) -> ReadResult:
    path = folder / "a.ast"
    write_asterix(written, path, category, IDENTITIES)
    return read_detections([path], SENSORS, ReadOptions(day=day))


def turned(angle: np.ndarray) -> np.ndarray:
    return np.abs((angle + np.pi) % (2.0 * np.pi) - np.pi)


@pytest.mark.parametrize("simulated", [True, False])
def test_category_015_comes_back_to_its_resolution(tmp_path: Path, simulated: bool) -> None:
    written = detections(simulated=simulated)
    result = through(tmp_path, written, 15)
    found = result.detections
    assert not result.problems
    assert found.simulated == simulated
    np.testing.assert_array_equal(found.time_s, written.time_s)
    np.testing.assert_array_equal(
        [found.stations[each].id for each in found.station_index],
        [written.stations[each].id for each in written.station_index],
    )
    assert np.abs(found.range_m - written.range_m).max() < RANGE_015_TOL_M
    assert turned(found.azimuth_rad - written.azimuth_rad).max() < AZIMUTH_TOL_RAD
    assert np.abs(found.elevation_rad - written.elevation_rad).max() < ELEVATION_015_TOL_RAD
    assert np.abs(found.range_rate_m_s - written.range_rate_m_s).max() < RATE_TOL_M_S


@pytest.mark.parametrize("simulated", [True, False])
def test_category_048_comes_back_to_its_resolution(tmp_path: Path, simulated: bool) -> None:
    written = detections(simulated=simulated)
    result = through(tmp_path, written, 48)
    found = result.detections
    assert not result.problems
    assert found.simulated == simulated
    assert np.abs(found.range_m - written.range_m).max() < RANGE_048_TOL_M
    assert turned(found.azimuth_rad - written.azimuth_rad).max() < AZIMUTH_TOL_RAD
    assert np.abs(found.elevation_rad - written.elevation_rad).max() < ELEVATION_048_TOL_RAD
    assert np.isnan(found.range_rate_m_s).all()


def test_val_a_record_of_category_015_as_another_decoder_reads_it(tmp_path: Path) -> None:
    """Bytes and values as asterix-decoder 0.7.11 decodes them (a decoder without shared code)."""
    body = bytes.fromhex("D50105C001010230A7941D9008CD47FFDD8780E29D80031F")
    path = tmp_path / "a.ast"
    path.write_bytes(bytes([15]) + (len(body) + 3).to_bytes(2, "big") + body)
    found = read_detections([path], SENSORS, ReadOptions(day=DAY)).detections
    assert found.simulated
    assert found.stations[0].id == "a"
    assert found.time_s[0] == 85_800.2265625
    assert found.range_m[0] == pytest.approx(57_683.9, abs=1e-9)
    assert found.range_rate_m_s[0] == pytest.approx(-882.5, abs=1e-9)
    assert np.degrees(found.azimuth_rad[0]) == pytest.approx(318.6749267578125, abs=1e-12)
    assert np.degrees(found.elevation_rad[0]) == pytest.approx(2.19451904296875, abs=1e-12)


def test_times_go_on_over_midnight(tmp_path: Path) -> None:
    late = detections(epoch=DAY.plus_s(86_000.0))
    found = through(tmp_path, late, 15, DAY).detections
    np.testing.assert_array_equal(found.time_s, late.time_s + 86_000.0)


REFUSED = {
    "256 NM": (48, {"range_m": 475e3}, "a range of 256 NM or more"),
    "48: height": (48, {"range_m": 300e3, "elevation_rad": 0.5}, "a height of 204,775 ft or more"),
    "48: no range": (48, {"range_m": np.nan}, "a detection without a range"),
    "839 km": (15, {"range_m": 839e3}, "a range of 838,860.7 m or more"),
    "15: rate": (15, {"range_rate_m_s": -839e3}, "a range rate of 838,860.7 m/s"),
    "15: elevation": (15, {"elevation_rad": 1.6}, "an elevation beyond 90 degrees"),
    "15: angle": (15, {"azimuth_rad": np.nan}, "an angle that is not finite"),
}


@pytest.mark.parametrize(("category", "changes", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_what_a_category_cannot_hold_is_refused(
    tmp_path: Path, category: int, changes: dict[str, float], reason: str
) -> None:
    written = detections(5)
    columns = {name: getattr(written, name).copy() for name in changes}
    for name, value in changes.items():
        columns[name][3] = value
    with pytest.raises(InputError, match=f"detection 4: category 0.. cannot hold {reason}"):
        write_asterix(replace(written, **columns), tmp_path / "a.ast", category, IDENTITIES)
    assert not (tmp_path / "a.ast").exists()


def test_the_last_azimuth_becomes_north(tmp_path: Path) -> None:
    north = replace(detections(1), azimuth_rad=np.array([2.0 * np.pi - 1e-6]))
    assert through(tmp_path, north, 15).detections.azimuth_rad[0] == 0.0


def test_angles_alone_are_a_detection_of_category_015(tmp_path: Path) -> None:
    written = replace(detections(3), range_m=np.full(3, np.nan), range_rate_m_s=np.full(3, np.nan))
    assert np.isnan(through(tmp_path, written, 15).detections.range_m).all()


def test_another_category_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="category 062 is not written"):
        write_asterix(detections(), tmp_path / "a.ast", 62, IDENTITIES)


def test_a_station_without_identity_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no SAC and SIC for b"):
        write_asterix(detections(), tmp_path / "a.ast", 15, {"a": (1, 1)})


def plot_048(**changes: Any) -> bytes:
    items: dict[str, object] = {
        "010": (("SAC", 1), ("SIC", 1)),
        "140": (100.0, "s"),
        "020": ((1, 0, 0, 0, 0, None),),
        "040": (("RHO", (100.0, "NM")), ("THETA", (45.0, "°"))),
        "110": (0, ("3DH", (30_000.0, "ft"))),
    }
    kept = {name: value for name, value in (items | changes).items() if value is not None}
    layout: Any = generated.Cat_048_1_32
    block: bytes = layout.create([layout.cv_record.create(kept)]).unparse().to_bytes()
    return block


RECORDS = {
    "no height": ({"110": None}, "has no height (item 110)"),
    "no position": ({"040": None}, "has no measured position (item 040)"),
    "no source": ({"010": None}, "has no data source (item 010)"),
    "no time": ({"140": None}, "the time is no number"),
    "range at its limit": (
        {"040": (("RHO", (255.99609375, "NM")), ("THETA", (45.0, "°")))},
        "stands at the limit of 256 NM",
    ),
    "height at its limit": ({"110": (0, ("3DH", (204_775.0, "ft")))}, "stands at the limit"),
    "wrapped height": (
        {
            "040": (("RHO", (1.0, "NM")), ("THETA", (45.0, "°"))),
            "110": (0, ("3DH", (-100_000.0, "ft"))),
        },
        "one may be wrapped",
    ),
    "no range": ({"040": (("RHO", (0.0, "NM")), ("THETA", (45.0, "°")))}, "stands at zero"),
    "unknown source": ({"010": (("SAC", 9), ("SIC", 9))}, "sensor SAC 9 SIC 9 is unknown"),
}


@pytest.mark.parametrize(("changes", "reason"), RECORDS.values(), ids=RECORDS.keys())
def test_a_bad_record_is_named_and_the_good_ones_kept(
    tmp_path: Path, changes: dict[str, Any], reason: str
) -> None:
    path = tmp_path / "a.ast"
    later = plot_048(**{"140": (101.0, "s")})
    path.write_bytes(plot_048() + plot_048(**changes) + later)
    result = read_detections([path], SENSORS, ReadOptions(day=DAY))
    assert result.kept == 2
    (problem,) = result.problems
    assert problem.where == "record 2"
    assert reason in problem.reason


def test_blocks_of_other_categories_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.ast"
    path.write_bytes(plot_048() + bytes([34, 0, 5, 1, 2]) + plot_048(**{"140": (101.0, "s")}))
    result = read_detections([path], SENSORS, ReadOptions(day=DAY))
    assert (result.kept, result.rejected) == (2, 0)
    assert "category 034" in result.problems[0].reason


@pytest.mark.parametrize("cut", [1, 3, 10])
def test_a_cut_recording_is_named(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "a.ast"
    path.write_bytes(plot_048() + plot_048(**{"140": (101.0, "s")})[:-cut])
    result = read_detections([path], SENSORS, ReadOptions(day=DAY))
    assert result.kept == 1
    assert "is cut off" in result.problems[0].reason


def test_noise_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.ast"
    noise = np.random.default_rng(2).integers(0, 256, 100_000, dtype=np.uint8).tobytes()
    path.write_bytes(plot_048() + noise)
    result = read_detections([path], SENSORS, ReadOptions(day=DAY))
    assert result.kept == 1
    assert result.problems


def test_elevations_reach_the_height() -> None:
    draw = np.random.default_rng(6)
    range_m, azimuth, elevation = draw.uniform([5e3, 0.0, 0.0], [450e3, 6.28, 1.5], (500, 3)).T
    height_m = ecef_to_geodetic(position(STATIONS[0], range_m, azimuth, elevation))[2]
    found = elevations(STATIONS[0], range_m, azimuth, height_m)
    again = ecef_to_geodetic(position(STATIONS[0], range_m, azimuth, found))[2]
    assert np.abs(again - height_m).max() < HEIGHT_TOL_M
    np.testing.assert_allclose(found, elevation, atol=HEIGHT_TOL_M / 5e3)


def track_062(number: int, time_s: float, lat_deg: float = 50.0, **changes: Any) -> bytes:
    items: dict[str, object] = {
        "010": (("SAC", 1), ("SIC", 1)),
        "040": number,
        "070": (time_s, "s"),
        "080": ((0, 0, 0, 0, 0, None), (1, 0, 0, 0, 0, 0, 0, None)),
        "105": (("LAT", (lat_deg, "°")), ("LON", (10.0, "°"))),
        "130": (30_000.0, "ft"),
        "185": (("VX", (250.0, "m/s")), ("VY", (-100.0, "m/s"))),
        "220": (600.0, "ft/min"),
        "500": {
            "APC": (("X", (50.0, "m")), ("Y", (60.0, "m"))),
            "AGA": (100.0, "ft"),
            "ATV": (("X", (5.0, "m/s")), ("Y", (6.0, "m/s"))),
            "ARC": (100.0, "ft/min"),
        },
    }
    kept = {name: value for name, value in (items | changes).items() if value is not None}
    layout: Any = generated.Cat_062_1_20
    block: bytes = layout.create([layout.cv_record.create(kept)]).unparse().to_bytes()
    return block


def test_tracks_of_category_062(tmp_path: Path) -> None:
    path = tmp_path / "a.ast"
    blocks = [track_062(number, 100.0 + time) for time in range(3) for number in (7, 9)]
    path.write_bytes(b"".join(blocks))
    read = read_tracks(path, DAY)
    assert not read.problems
    assert read.tracks.simulated
    assert read.tracks.id.tolist() == [7, 9]
    assert read.tracks.first_row.tolist() == [0, 3, 6]
    assert read.tracks.time_s.tolist() == [100.0, 101.0, 102.0] * 2
    lat, lon, height_m = ecef_to_geodetic(read.tracks.state_ecef[0, :3])
    assert np.degrees([lat, lon]) == pytest.approx([50.0, 10.0], abs=5e-6)
    assert height_m == pytest.approx(30_000.0 * 0.3048, abs=1.0)
    speed = np.linalg.norm(read.tracks.state_ecef[0, 3:])
    assert speed == pytest.approx(np.linalg.norm([250.0, -100.0, 10.0 * 0.3048]), abs=0.1)
    sigma = np.sqrt(np.linalg.eigvalsh(read.tracks.covariance[0, :3, :3]))
    assert sigma == pytest.approx([30.48, 50.0, 60.0], abs=1.0)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"130": None}, "has not the geometric altitude"),
        ({"220": None}, "has not the rate of climb"),
        ({"500": None}, "has not the accuracy of altitude"),
        ({"040": None}, "no track number"),
        ({"130": (-204_800.0, "ft")}, "the altitude stands at its limit"),
    ],
)
def test_a_track_that_is_half_unknown_is_named(
    tmp_path: Path, changes: dict[str, Any], reason: str
) -> None:
    path = tmp_path / "a.ast"
    path.write_bytes(track_062(7, 100.0) + track_062(7, 101.0, **changes))
    read = read_tracks(path, DAY)
    assert len(read.tracks.time_s) == 1
    assert reason in read.problems[0].reason


def test_tracks_are_no_detections(tmp_path: Path) -> None:
    path = tmp_path / "a.ast"
    path.write_bytes(track_062(7, 100.0))
    with pytest.raises(InputError, match="category 062 holds tracks, not detections"):
        read_detections([path], SENSORS, ReadOptions(day=DAY))
    with pytest.raises(InputError, match="say on which day it begins"):
        read_tracks(path)


def test_plots_are_no_tracks(tmp_path: Path) -> None:
    path = tmp_path / "a.ast"
    path.write_bytes(plot_048())
    with pytest.raises(InputError, match="no track of category 062"):
        read_tracks(path, DAY)
