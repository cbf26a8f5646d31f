"""CZML: what a globe shows of tracks."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.spatial.transform import Rotation
from scipy.stats import chi2

from glasshield.exchange.czml import Outline, clouds, packets, write_tracks
from glasshield.exchange.tracks_reading import read_tracks
from glasshield.exchange.writing import write_tracks as write_all
from tests.exchange.samples import differing, tracks

OUTLINE = Outline("launch of 4", np.array([0.5, 0.6, 0.55]), np.array([0.1, 0.2, 0.3]))


def read(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text())
    return found


def test_every_track_is_a_packet(tmp_path: Path) -> None:
    write_tracks(tracks(), tmp_path / "a.czml", [OUTLINE])
    document, *moving, region = read(tmp_path / "a.czml")
    assert (document["id"], document["version"]) == ("document", "1.0")
    assert [each["id"] for each in moving] == [f"track-{number}" for number in tracks().id]
    assert region["polygon"]["positions"]["cartographicRadians"][:3] == [0.1, 0.5, 0.0]


def test_positions_are_those_of_the_track() -> None:
    packet = packets(tracks())[2]
    own = tracks().rows(1)
    sampled = np.array(packet["position"]["cartesian"]).reshape(-1, 4)
    np.testing.assert_array_equal(sampled[:, 0], tracks().time_s[own])
    np.testing.assert_array_equal(sampled[:, 1:], tracks().state_ecef[own, :3])
    assert packet["position"]["epoch"] == str(tracks().epoch)
    assert packet["position"]["referenceFrame"] == "FIXED"


def test_the_mark_of_simulated_data_stands_in_every_label() -> None:
    for packet in packets(tracks(), [OUTLINE]):
        assert packet["name"].endswith("SIMULATED")
        assert packet.get("label", {"text": "SIMULATED"})["text"].endswith("SIMULATED")
    assert "SIMULATED" not in json.dumps(packets(tracks(simulated=False), [OUTLINE]))


def test_clouds_are_the_covariance_again() -> None:
    covariance = tracks().covariance[:20, :3, :3]
    radii, turns = clouds(covariance)
    axes = Rotation.from_quat(turns).as_matrix()
    variances = radii**2 / chi2.ppf(0.95, 3)
    again = np.einsum("nij,nj,nkj->nik", axes, variances, axes)
    np.testing.assert_allclose(again, covariance, rtol=1e-9, atol=1e-9 * np.abs(covariance).max())
    assert (np.diff(radii, axis=1) <= 0.0).all()


def test_clouds_turn_smoothly() -> None:
    """An eigenvector has no sign: without care a slow turn would jump."""
    angle = np.linspace(0.0, 6.0, 200)
    axes = Rotation.from_euler("z", angle[:, None]).as_matrix()
    covariance = axes @ np.diag([9.0, 4.0, 1.0]) @ axes.transpose(0, 2, 1)
    _, turns = clouds(covariance)
    assert np.abs(np.diff(turns, axis=0)).max() < 0.05


def test_colours_are_those_of_the_last_phase() -> None:
    boost = tracks()
    phases = np.zeros_like(boost.phase_probability)
    phases[:, 0] = 1.0
    coloured = packets(replace(boost, phase_probability=phases))[1]["point"]["color"]["rgba"]
    unknown = packets(replace(boost, phase_probability=phases * np.nan))[1]
    assert coloured != unknown["point"]["color"]["rgba"]


def test_one_state_and_none() -> None:
    one = tracks(2, 1)
    assert packets(one)[1]["position"]["interpolationDegree"] == 1
    empty = replace(
        one,
        id=one.id[:0],
        first_row=np.array([0]),
        **{
            name: getattr(one, name)[:0]
            for name in ("time_s", "state_ecef", "packed_covariance", "phase_probability")
        },
    )
    assert [packet["id"] for packet in packets(empty)] == ["document"]
    without = replace(one, first_row=np.array([0, 0, 2]))
    assert len(packets(without)) == 2


def test_all_formats_of_tracks_are_written(tmp_path: Path) -> None:
    files = write_all(tracks(), tmp_path / "out")
    assert [file.name for file in files] == ["tracks.parquet", "tracks.oem", "tracks.czml"]
    assert differing(read_tracks(files[0]).tracks, tracks()) == []


@pytest.mark.parametrize("states", [99, 100, 101, 500])
def test_clouds_are_few(states: int) -> None:
    packet = packets(tracks(1, states))[1]
    assert len(packet["ellipsoid"]["radii"]["cartesian"]) // 4 == min(states, 100)
