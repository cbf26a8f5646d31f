"""Files begin where the velocity of a track is known, and count whole microseconds."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from glasshield.centre.api.files import forms
from glasshield.centre.api.files.known import (
    KNOWN_M_S,
    detections_in_whole_us,
    rows_known,
    tracks_in_whole_us,
)
from glasshield.exchange.release import coarsen
from glasshield.exchange.release.terms import EXACT, Mode, Terms
from glasshield.exchange.tracks_reading import read_tracks
from glasshield.fusion.tracks import Tracks, pack
from tests.centre.api.standing_in import released, tracks

TERMS = [EXACT, Terms(covariance_factor=4.0), Terms(position_m=5e3, velocity_m_s=1e4, time_s=1.0)]


def deviating(*sigma_m_s: float, first: int = 0) -> Tracks:
    """Tracks with such deviations of velocity; a second one from a row on."""
    found = tracks(len(sigma_m_s))
    covariance = np.array([np.diag([25.0] * 3 + [each**2] * 3) for each in sigma_m_s])
    found = replace(found, packed_covariance=pack(covariance))
    if not first:
        return found
    bounds = np.array([0, first, len(sigma_m_s)], dtype=np.int32)
    return replace(found, id=np.array([1, 2], dtype=np.int32), first_row=bounds)


@pytest.mark.parametrize("terms", TERMS)
def test_rows_count_from_the_first_whose_velocity_is_known(terms: Terms) -> None:
    """Whatever a release adds to deviations; a later row that is worse again stays."""
    flown = deviating(4_300.0, 1_001.0, KNOWN_M_S, 5.0, 1_500.0, 1e4, 7.0, first=5)
    seen = rows_known(coarsen.tracks(flown, terms), terms)
    if terms.position_m:  # deviations of two digits: these are the same
        seen[1] = False
    assert seen.tolist() == [False, False, True, True, True, False, True]


def test_without_covariances_all_rows_count() -> None:
    flown = deviating(4_300.0, 5.0)
    flown = replace(flown, packed_covariance=np.full_like(flown.packed_covariance, math.nan))
    assert rows_known(flown, EXACT).tolist() == [True, True]


def test_a_track_whose_velocity_is_never_known_is_in_no_file() -> None:
    flown = deviating(5.0, 5.0, 4_300.0, first=2)
    assert forms.with_rows(flown, rows_known(flown, EXACT)).id.tolist() == [1]


def test_times_have_microseconds_at_most(tmp_path: Path) -> None:
    flown = replace(tracks(3), time_s=np.array([0.1, 1.0 / 3.0, 17.63615762578716]))
    data = forms.TRACKS["oem"](tracks_in_whole_us(flown), Mode.EXERCISE)
    found = released().detections
    found = replace(found, time_s=found.time_s + 1.0 / 3.0)
    tdm = forms.DETECTIONS["tdm"](detections_in_whole_us(found), Mode.EXERCISE)
    for text in (data.decode(), tdm.decode()):
        decimals = re.findall(r"\d\d:\d\d:\d\d\.(\d+)", text)
        assert max(map(len, decimals)) == 6
    (tmp_path / "tracks.oem").write_bytes(data)
    again = read_tracks(tmp_path / "tracks.oem").tracks
    assert again.time_s.tolist() == [0.1, 0.333333, 17.636158]
