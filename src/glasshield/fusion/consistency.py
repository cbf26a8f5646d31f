"""Whether a tracker's errors are as large as it says: residuals, NIS and NEES.

Source: Bar-Shalom, Li and Kirubarajan 2001, Estimation with applications to tracking and
navigation, section 5.4.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Int

from glasshield.fusion.least_squares import Fits
from glasshield.fusion.metrics import NOTHING
from glasshield.fusion.paths import Paths
from glasshield.fusion.siap import Associations
from glasshield.fusion.tracks import Tracks, unpack
from glasshield.sensing.detections import Detections
from glasshield.sensing.measurement import Frames, jacobian, measure, turned

# Where two motion models share a row, its covariance is that of a mixture, and what follows from
# it about one update is not exact: such rows are left out.
ONE_MODEL = 0.99


@dataclass(frozen=True, slots=True)
class Residuals:
    """What is left of each detection after its track has taken it in.

    Attributes:
        row: of the tracks.
        detection: which one was taken in.
        station_index: whose it is.
        time_s: of the detection.
        value: measured minus expected of the state after it: range (m), azimuth, elevation (rad),
            range rate (m/s); NaN where not measured.
        sigma: standard deviations that the measurement claims.
        nis: normalised innovation squared; NaN at the first row of a track and in mixtures.
        degrees: how many of the four were measured.
    """

    row: Int[np.ndarray, "n"]
    detection: Int[np.ndarray, "n"]
    station_index: Int[np.ndarray, "n"]
    time_s: Float[np.ndarray, "n"]
    value: Float[np.ndarray, "n 4"]
    sigma: Float[np.ndarray, "n 4"]
    nis: Float[np.ndarray, "n"]
    degrees: Int[np.ndarray, "n"]

    def __len__(self) -> int:
        return len(self.row)


@dataclass(frozen=True, slots=True)
class Consistency:
    """How a sum of squared normalised errors compares with what it should be.

    Attributes:
        count: how many were averaged.
        degrees: of freedom of all of them together.
        mean: of the squares, for each degree of freedom; 1 is what it should be.
        low: end of the 95 % interval of a mean of that many independent ones.
        high: its other end.
    """

    count: int
    degrees: int
    mean: float
    low: float
    high: float


def residuals(tracks: Tracks, detections: Detections) -> Residuals:
    """The residuals of all detections that tracks took in one at a time.

    The innovation squared is found from what is left of it. After a linear update with gain K the
    residual is (I - H K) times the innovation and has covariance R - H P H', so that both have the
    same normalised square; P is what is known after the update.

    Args:
        tracks: as the tracker kept them, not smoothed.
        detections: as the tracker was given them.
    """
    row = np.flatnonzero(tracks.detection != NOTHING)
    detection = tracks.detection[row]
    station_index = detections.station_index[detection]
    frames = Frames.of(detections.stations).take(station_index)
    state = tracks.state_ecef[row]
    value = _measured(detections, detection) - measure(frames, state)
    value[:, 1] = turned(value[:, 1])
    sigma = detections.sigma_or_station[detection]
    there = np.isfinite(value) & np.isfinite(sigma)
    slopes = jacobian(frames, state)
    nis = _squares(value, sigma, there, slopes, unpack(tracks.packed_covariance[row]))
    whole = tracks.phase_probability[row].max(axis=-1) >= ONE_MODEL
    whole &= ~np.isin(row, tracks.first_row[:-1])
    return Residuals(
        row,
        detection,
        station_index,
        detections.time_s[detection],
        np.where(there, value, np.nan),
        sigma,
        np.where(whole, nis, np.nan),
        there.sum(axis=-1),
    )


def nis(found: Residuals) -> Consistency:
    """How the innovations compare with their covariances, all together."""
    known = np.isfinite(found.nis)
    return summary(found.nis[known], found.degrees[known])


def nees(
    tracks: Tracks, truth: Paths, associations: Associations
) -> tuple[Float[np.ndarray, "e"], Int[np.ndarray, "e"]]:
    """Normalised estimation errors squared, six degrees each, and the rows that they belong to.

    Args:
        tracks: as the tracker kept them.
        truth: of the objects, on the epoch of the tracks.
        associations: which track followed which object, and when.
    """
    row, error = errors(tracks, truth, associations)
    covariance = unpack(tracks.packed_covariance[row])
    whitened = np.linalg.solve(covariance, error[..., None])[..., 0]
    return np.einsum("ni,ni->n", error, whitened), row


def nees_of_arcs(
    arcs: Fits, track: Int[np.ndarray, "k"], truth: Paths, associations: Associations
) -> Consistency:
    """How errors of whole free flights, in the middle of each, compare with their covariances.

    Args:
        arcs: fitted to all of their detections.
        track: number of the track that each was made from.
        truth: of the objects, on the epoch of the arcs.
        associations: which track followed which object, and when.
    """
    number = np.full(len(arcs), NOTHING)
    middle = np.where(arcs.ok, arcs.reference_s, np.nan)
    for one, object_number, start_s, end_s in zip(
        associations.track,
        associations.truth,
        associations.start_s,
        associations.end_s,
        strict=True,
    ):
        number[(track == one) & (middle >= start_s) & (middle <= end_s)] = object_number
    known = np.flatnonzero(number != NOTHING)
    error = arcs.state_ecef[known] - truth.states(number[known], arcs.reference_s[known])
    known, error = known[np.isfinite(error[:, 0])], error[np.isfinite(error[:, 0])]
    whitened = np.linalg.solve(arcs.covariance[known, :6, :6], error[..., None])[..., 0]
    return summary(np.einsum("ni,ni->n", error, whitened), 6)


def errors(
    tracks: Tracks, truth: Paths, associations: Associations
) -> tuple[Int[np.ndarray, "e"], Float[np.ndarray, "e 6"]]:
    """Rows of tracks that follow an object, and what they are off in position and velocity."""
    number = np.full(len(tracks.time_s), NOTHING)
    for track, object_number, start_s, end_s in zip(
        associations.track,
        associations.truth,
        associations.start_s,
        associations.end_s,
        strict=True,
    ):
        rows = tracks.rows(track)
        times = tracks.time_s[rows]
        number[rows][(times >= start_s) & (times <= end_s)] = object_number
    row = np.flatnonzero(number != NOTHING)
    error = tracks.state_ecef[row] - truth.states(number[row], tracks.time_s[row])
    known = np.isfinite(error[:, 0])
    return row[known], error[known]


def summary(squares: Float[np.ndarray, "n"], degrees: Int[np.ndarray, "n"] | int) -> Consistency:
    """The mean of squared normalised errors and where it should lie.

    Args:
        squares: of errors divided by their covariances.
        degrees: of freedom of each.
    """
    from scipy.special import gammaincinv

    total = int(np.sum(np.broadcast_to(degrees, squares.shape)))
    if total == 0:
        return Consistency(0, 0, np.nan, np.nan, np.nan)
    low, high = 2.0 * gammaincinv(0.5 * total, np.array([0.025, 0.975])) / total
    mean = float(np.sum(squares)) / total
    return Consistency(len(squares), total, mean, float(low), float(high))


def _measured(detections: Detections, index: Int[np.ndarray, "n"]) -> Float[np.ndarray, "n 4"]:
    columns = (
        detections.range_m,
        detections.azimuth_rad,
        detections.elevation_rad,
        detections.range_rate_m_s,
    )
    return np.stack([column[index] for column in columns], axis=-1)


def _squares(
    value: Float[np.ndarray, "n 4"],
    sigma: Float[np.ndarray, "n 4"],
    there: np.ndarray,
    slopes: Float[np.ndarray, "n 4 6"],
    covariance: Float[np.ndarray, "n 6 6"],
) -> Float[np.ndarray, "n"]:
    """Squares of residuals normalised by I - S P S', in units of the measurements' deviations."""
    scale = np.where(there, 1.0 / np.where(there, sigma, 1.0), 0.0)
    residual = np.where(there, value, 0.0) * scale
    steep = slopes * scale[..., None]
    left = np.eye(4) - steep @ covariance @ steep.mT
    certain = np.linalg.eigvalsh(left)[:, 0] > 0.0
    left[~certain] = np.eye(4)
    whitened = np.linalg.solve(left, residual[..., None])[..., 0]
    return np.where(certain, np.einsum("ni,ni->n", residual, whitened), np.nan)
