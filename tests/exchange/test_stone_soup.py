"""Detections and tracks as Stone Soup's: they mean the same, and they come back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest
from stonesoup.models.measurement.nonlinear import CartesianToElevationBearingRange
from stonesoup.types.detection import Detection
from stonesoup.types.state import GaussianState, State
from stonesoup.types.track import Track

from glasshield.errors import InputError
from glasshield.exchange.stone_soup import (
    from_detections,
    from_tracks,
    to_detections,
    to_tracks,
)
from glasshield.sensing import measurement
from glasshield.sensing.detections import Detections
from glasshield.sensing.station import Station
from tests.exchange.samples import EPOCH, STATIONS, detections, differing, tracks

ANGLE_TOL_RAD = 1e-13
RANGE_TOL_M = 1e-7
RATE_TOL_M_S = 1e-8


def without_ties(whole: Detections) -> Detections:
    """Detections at different times: sets know no order within one."""
    return replace(whole, time_s=whole.time_s + np.arange(len(whole)) * 1e-3)


def through(whole: Detections) -> Detections:
    handed = [each for _, group in to_detections(whole) for each in group]
    return from_detections(handed, whole.stations, whole.epoch, simulated=whole.simulated)


def test_prop_detections_come_back() -> None:
    written = without_ties(detections())
    assert differing(through(written), written) == []


def test_detections_of_one_time_come_together() -> None:
    groups = list(to_detections(detections()))
    times = [time for time, _ in groups]
    assert times == sorted(times)
    assert len(set(times)) == len(times)
    assert sum(len(group) for _, group in groups) == len(detections())
    assert times[0] >= datetime(2030, 1, 1, 12, tzinfo=UTC)


def test_val_the_models_measure_what_we_measure() -> None:
    """Stone Soup 1.9.1's own models, at stations all over the Earth."""
    draw = np.random.default_rng(12)
    for lat, lon in draw.uniform([-1.5, -3.1], [1.5, 3.1], (20, 2)):
        station = Station("a", lat, lon, 500.0)
        state = np.concatenate([station.position_ecef_m * 1.2, draw.normal(0.0, 4e3, 3)])
        state[:3] += draw.normal(0.0, 5e5, 3)
        seen = measurement.measure(station, state[None])[0]
        given = Detections.of(
            EPOCH,
            [station],
            np.zeros(1),
            0,
            range_m=seen[:1],
            azimuth_rad=seen[1:2],
            elevation_rad=seen[2:3],
            range_rate_m_s=seen[3:],
            sigmas=np.ones((1, 4)),
            simulated=True,
        )
        ((_, group),) = to_detections(given)
        (detection,) = group
        order = State(state[[0, 3, 1, 4, 2, 5]])
        rest = detection.state_vector - detection.measurement_model.function(order)
        elevation, azimuth, range_m, rate = (abs(float(each)) for each in rest.ravel())
        assert max(elevation, azimuth) < ANGLE_TOL_RAD
        assert range_m < RANGE_TOL_M
        assert rate < RATE_TOL_M_S


def test_detections_of_others_are_taken_by_their_models() -> None:
    theirs = Detection(
        [-0.5, -0.25, 1_000e3],
        timestamp=datetime(2030, 1, 1, 12, 0, 1, 500_000),  # noqa: DTZ001  # as theirs come
        measurement_model=CartesianToElevationBearingRange(
            ndim_state=6, mapping=(0, 2, 4), noise_covar=np.diag([1e-6, 4e-6, 2_500.0])
        ),
        metadata={"station": "radar-west"},
    )
    found = from_detections([theirs], STATIONS, EPOCH, simulated=False)
    assert found.time_s.tolist() == [1.5]
    assert found.elevation_rad.tolist() == [0.5]
    assert found.azimuth_rad[0] == pytest.approx(2.0 * np.pi - 0.25)
    np.testing.assert_allclose(found.sigmas[0, :3], [50.0, 2e-3, 1e-3], rtol=1e-12)
    assert np.isnan(found.range_rate_m_s[0])


def test_a_detection_of_an_unknown_station_is_an_error() -> None:
    theirs = Detection([0.1, 0.2], timestamp=datetime(2030, 1, 1, tzinfo=UTC))
    with pytest.raises(InputError, match="sensor without a name"):
        from_detections([theirs], STATIONS, EPOCH, simulated=False)


def test_a_detection_of_another_kind_is_an_error() -> None:
    theirs = Detection(
        [0.1], timestamp=datetime(2030, 1, 1, tzinfo=UTC), metadata={"station": "radar-west"}
    )
    with pytest.raises(InputError, match="no elevation and bearing"):
        from_detections([theirs], STATIONS, EPOCH, simulated=False)


def test_no_detections() -> None:
    assert list(to_detections(detections().take(slice(0, 0)))) == []
    assert len(from_detections([], STATIONS, EPOCH, simulated=False)) == 0


def test_prop_tracks_come_back() -> None:
    back = from_tracks(to_tracks(tracks()), STATIONS, EPOCH, simulated=False)
    order = np.argsort(back.id)
    rows = np.concatenate([np.arange(60)[back.rows(int(place))] for place in order])
    sorted_back = replace(
        back,
        id=back.id[order],
        first_row=np.array([0, 20, 40, 60]),
        **{
            name: getattr(back, name)[rows]
            for name in (
                "time_s",
                "state_ecef",
                "packed_covariance",
                "phase_probability",
                "detection",
                "station_index",
            )
        },
    )
    assert differing(sorted_back, tracks()) == []
    assert back.simulated  # the mark cannot be taken off on the way


def test_tracks_of_others_are_taken() -> None:
    states = [
        GaussianState(
            np.arange(6.0) + second,
            np.eye(6),
            timestamp=datetime(2030, 1, 1, 12, 0, second, tzinfo=UTC),
        )
        for second in range(3)
    ]
    found = from_tracks([Track(states, id="a-b")], STATIONS, EPOCH, simulated=False)
    assert found.time_s.tolist() == [0.0, 1.0, 2.0]
    assert found.state_ecef[0].tolist() == [0.0, 2.0, 4.0, 1.0, 3.0, 5.0]
    assert found.id.tolist() == [0]
    assert np.isnan(found.phase_probability).all()
    assert not found.simulated
