"""Tracks of made-up objects whose detections are known to be theirs: a filter without a tracker."""

from __future__ import annotations

import numpy as np

from glasshield.fusion import filters, motion
from glasshield.fusion.filters import Gaussian
from glasshield.fusion.options import Motion
from glasshield.fusion.tracks import Tracks, pack
from glasshield.sensing.measurement import Frames
from tests.fusion.made_up import Sky

POSITION_SIGMA_M, SPEED_SIGMA_M_S = 2_000.0, 20.0
# As good as free flight is known: noise of the tracker's coast model would hide errors of NIS.
QUIET = Motion(coast_noise_m2_s3=1e-6)


def measured(sky: Sky, row: int) -> np.ndarray:
    """One detection's four measurements."""
    one = sky.detections
    return np.array(
        [[one.range_m[row], one.azimuth_rad[row], one.elevation_rad[row], one.range_rate_m_s[row]]]
    )


def follow(sky: Sky, rng: np.random.Generator) -> tuple[Tracks, np.ndarray]:
    """The tracks of all objects, and the normalised innovation squared of each row."""
    detections, model = sky.detections, motion.coast(QUIET)
    frames, sigma = Frames.of(detections.stations), detections.sigma_or_station
    counts, columns = [], []
    prior = np.diag([POSITION_SIGMA_M**2] * 3 + [SPEED_SIGMA_M_S**2] * 3)
    for thing in np.unique(sky.object_index):
        rows = np.flatnonzero(sky.object_index == thing)
        rows = rows[np.argsort(detections.time_s[rows])]
        time_s = detections.time_s[rows[0]]
        true = sky.arcs.at(np.array([time_s]), np.array([thing]))
        start = true + rng.multivariate_normal(np.zeros(6), prior)
        now = Gaussian(start, prior[None])
        for row in rows:
            before = filters.predict(model, now, detections.time_s[row] - time_s).estimate
            frame = frames.take(detections.station_index[[row]])
            expected = filters.expect(before, frame)
            now, fitted = filters.condition(before, expected, measured(sky, int(row)), sigma[[row]])
            time_s = detections.time_s[row]
            columns.append((time_s, now.mean[0], pack(now.covariance)[0], row, fitted.distance2[0]))
        counts.append(len(rows))
    times, states, covariances, taken, squares = (
        np.array(column) for column in zip(*columns, strict=True)
    )
    tracks = Tracks(
        epoch=detections.epoch,
        stations=detections.stations,
        id=np.arange(1, len(counts) + 1),
        first_row=np.append(0, np.cumsum(counts)),
        time_s=times,
        state_ecef=states,
        packed_covariance=covariances,
        phase_probability=np.tile([0.0, 1.0, 0.0], (len(times), 1)),
        detection=taken,
        station_index=detections.station_index[taken],
        simulated=True,
    )
    return tracks, squares
