"""Stone Soup 1.9.1 as the peer of the tracker: same motion, same radars, same detections.

Its whole chain: an extended Kalman filter with analytic partials, two-dimensional assignment (on
request behind its kd-tree) or joint probabilities, three of five looks to begin, deletion, history.
Two radar models stand in: Stone Soup's own (`stock`), to which only analytic partials are added,
and one as lean as NumPy allows (`lean`), written for one state at a time, which is how Stone Soup
asks. The lean one counts in standard deviations, so that the kd-tree's distance means something.
The motion is lean in both.
"""

from __future__ import annotations

import time
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from stonesoup.base import Property
    from stonesoup.dataassociator.neighbour import GNNWith2DAssignment
    from stonesoup.dataassociator.probability import JPDA, JPDAwithLBP
    from stonesoup.dataassociator.tree import DetectionKDTreeGNN2D
    from stonesoup.deleter.time import UpdateTimeStepsDeleter
    from stonesoup.hypothesiser.distance import DistanceHypothesiser
    from stonesoup.hypothesiser.probability import PDAHypothesiser
    from stonesoup.initiator.base import GaussianInitiator
    from stonesoup.initiator.simple import MultiMeasurementInitiator
    from stonesoup.measures import Mahalanobis
    from stonesoup.models.base import GaussianModel
    from stonesoup.models.measurement.base import MeasurementModel
    from stonesoup.models.measurement.nonlinear import CartesianToElevationBearingRange
    from stonesoup.models.transition.base import TransitionModel
    from stonesoup.predictor.kalman import ExtendedKalmanPredictor
    from stonesoup.tracker.simple import MultiTargetMixtureTracker, MultiTargetTracker
    from stonesoup.types.angle import Bearing, Elevation
    from stonesoup.types.array import StateVector, StateVectors
    from stonesoup.types.detection import Detection
    from stonesoup.types.hypothesis import SingleHypothesis
    from stonesoup.types.track import Track
    from stonesoup.types.update import GaussianStateUpdate, Update
    from stonesoup.updater.kalman import ExtendedKalmanUpdater

from glasshield.constants import (
    EARTH_J2,
    EARTH_MU_M3_S2,
    EARTH_ROTATION_RAD_S,
    EARTH_SEMI_MAJOR_AXIS_M,
)
from glasshield.fusion.metrics import Points
from glasshield.fusion.options import Options
from glasshield.sensing.detections import Detections
from glasshield.sensing.measurement import position, position_covariance
from glasshield.sensing.station import Station

START = datetime(2030, 1, 1, tzinfo=UTC)
_OMEGA = EARTH_ROTATION_RAD_S
_J2 = 1.5 * EARTH_J2 * EARTH_MU_M3_S2 * EARTH_SEMI_MAJOR_AXIS_M**2


class Coast(TransitionModel, GaussianModel):
    """Free flight over the turning Earth with J2: one Runge-Kutta step, analytic partials."""

    noise_m2_s3: float = Property()

    @property
    def ndim_state(self) -> int:
        return 6

    def function(self, state: Any, **kwargs: Any) -> Any:
        columns = np.asarray(state.state_vector, dtype=float)
        h = kwargs["time_interval"].total_seconds()
        moved = [step(column, h) for column in columns.T]
        return (StateVector if len(moved) == 1 else StateVectors)(np.array(moved).T)

    def jacobian(self, state: Any, **kwargs: Any) -> np.ndarray:
        h = kwargs["time_interval"].total_seconds()
        x = np.asarray(state.state_vector, dtype=float)[:, 0]
        slope = partials(x + 0.5 * h * rate(x)) * h
        term, total = slope, np.eye(6) + slope
        for order in (2.0, 3.0, 4.0):
            term = term @ slope / order
            total = total + term
        return total

    def covar(self, time_interval: timedelta, **_: Any) -> np.ndarray:
        h = time_interval.total_seconds()
        block = self.noise_m2_s3 * np.array([[h**3 / 3.0, h**2 / 2.0], [h**2 / 2.0, h]])
        return np.kron(block, np.eye(3))


def rate(x: np.ndarray) -> np.ndarray:
    """How a state in free flight changes in a second."""
    px, py, pz, vx, vy, vz = x.tolist()
    square = px * px + py * py + pz * pz
    cube = square * square**0.5
    flat, tilt = _J2 / (square * cube), 5.0 * pz * pz / square
    pull, side, up = EARTH_MU_M3_S2 / cube, flat * (tilt - 1.0), flat * (tilt - 3.0)
    return np.array(
        [
            vx,
            vy,
            vz,
            (side - pull + _OMEGA * _OMEGA) * px + 2.0 * _OMEGA * vy,
            (side - pull + _OMEGA * _OMEGA) * py - 2.0 * _OMEGA * vx,
            (up - pull) * pz,
        ]
    )


def step(x: np.ndarray, h: float) -> np.ndarray:
    """A state after a span of time."""
    a = rate(x)
    b = rate(x + 0.5 * h * a)
    c = rate(x + 0.5 * h * b)
    d = rate(x + h * c)
    return x + h / 6.0 * (a + 2.0 * b + 2.0 * c + d)


def partials(x: np.ndarray) -> np.ndarray:
    """How the rate changes with the state; of J2 only the part that the gravity term has."""
    p = x[:3]
    square = p @ p
    cube = square * square**0.5
    slopes = np.zeros((6, 6))
    slopes[:3, 3:] = np.eye(3)
    slopes[3:, :3] = EARTH_MU_M3_S2 / cube * (3.0 / square * np.outer(p, p) - np.eye(3))
    slopes[3, 0] += _OMEGA * _OMEGA
    slopes[4, 1] += _OMEGA * _OMEGA
    slopes[3, 4], slopes[4, 3] = 2.0 * _OMEGA, -2.0 * _OMEGA
    return slopes


class LeanRadar(MeasurementModel, GaussianModel):
    """Range, azimuth from a middle direction and elevation, in standard deviations."""

    station: Station = Property()
    middle_rad: float = Property()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        accuracy = self.station.accuracy
        self.sigma = np.array([accuracy.range_m, accuracy.azimuth_rad, accuracy.elevation_rad])
        self.origin, self.axes = self.station.position_ecef_m, self.station.axes
        self.noise = np.eye(3)

    @property
    def ndim_meas(self) -> int:
        return 3

    def scaled(self, range_m: float, azimuth_rad: float, elevation_rad: float) -> np.ndarray:
        """Range, azimuth and elevation as this model counts them."""
        turned = (azimuth_rad - self.middle_rad + np.pi) % (2.0 * np.pi) - np.pi
        return np.array([range_m, turned, elevation_rad]) / self.sigma

    def unscaled(self, vector: Any) -> np.ndarray:
        """Range, azimuth and elevation of a measurement that this model counts."""
        seen = np.asarray(vector, dtype=float)[:, 0] * self.sigma
        return seen + np.array([0.0, self.middle_rad, 0.0])

    def function(self, state: Any, **_: Any) -> Any:
        columns = np.asarray(state.state_vector, dtype=float)
        seen = []
        for column in columns.T:
            east, north, up = (self.axes @ (column[:3] - self.origin)).tolist()
            level = (east * east + north * north) ** 0.5
            distance = (level * level + up * up) ** 0.5
            seen.append(self.scaled(distance, np.arctan2(east, north), np.arctan2(up, level)))
        return (StateVector if len(seen) == 1 else StateVectors)(np.array(seen).T)

    def jacobian(self, state: Any, **_: Any) -> np.ndarray:
        place = np.asarray(state.state_vector, dtype=float)[:3, 0]
        return seen_slopes(self.axes, place - self.origin) / self.sigma[:, None]

    def covar(self, **_: Any) -> np.ndarray:
        return self.noise


class StockRadar(CartesianToElevationBearingRange):
    """Stone Soup's own radar in the station's horizontal frame, with analytic partials."""

    station: Station = Property(default=None)

    @property
    def rotation_matrix(self) -> np.ndarray:
        return self.station.axes

    @property
    def sigma(self) -> np.ndarray:
        accuracy = self.station.accuracy
        return np.array([accuracy.range_m, accuracy.azimuth_rad, accuracy.elevation_rad])

    def scaled(self, range_m: float, azimuth_rad: float, elevation_rad: float) -> list[Any]:
        """Range, azimuth and elevation as this model counts them."""
        return [Elevation(elevation_rad), Bearing(0.5 * np.pi - azimuth_rad), range_m]

    def unscaled(self, vector: Any) -> np.ndarray:
        """Range, azimuth and elevation of a measurement that this model counts."""
        elevation, bearing, range_m = (float(part) for part in vector[:, 0])
        return np.array([range_m, 0.5 * np.pi - bearing, elevation])

    def jacobian(self, state: Any, **_: Any) -> np.ndarray:
        place = np.asarray(state.state_vector, dtype=float)[:3, 0]
        slopes = seen_slopes(self.rotation_matrix, place - self.station.position_ecef_m)
        return slopes[[2, 1, 0]] * np.array([[1.0], [-1.0], [1.0]])


def seen_slopes(axes: np.ndarray, away: np.ndarray) -> np.ndarray:
    """How range, azimuth and elevation change with a state."""
    offset = axes @ away
    east, north, up = offset.tolist()
    level2 = east * east + north * north
    level, distance2 = level2**0.5, level2 + up * up
    steep = level * distance2
    local = np.array(
        [
            offset / distance2**0.5,
            [north / level2, -east / level2, 0.0],
            [-east * up / steep, -north * up / steep, level / distance2],
        ]
    )
    slopes = np.zeros((3, 6))
    slopes[:, :3] = local @ axes
    return slopes


def radar_of(kind: str, station: Station, azimuth_rad: np.ndarray) -> Any:
    """The radar model of a station: `stock` or `lean`."""
    if kind == "stock":
        accuracy = station.accuracy
        sigma = np.array([accuracy.elevation_rad, accuracy.azimuth_rad, accuracy.range_m])
        return StockRadar(
            ndim_state=6,
            mapping=(0, 1, 2),
            noise_covar=np.diag(sigma**2),
            translation_offset=station.position_ecef_m[:, None],
            station=station,
        )
    middle = float(np.angle(np.mean(np.exp(1j * azimuth_rad))))
    return LeanRadar(ndim_state=6, mapping=(0, 1, 2), station=station, middle_rad=middle)


class OnePoint(GaussianInitiator):
    """A track at one detection, at rest, with a wide velocity."""

    speed_sigma_m_s: float = Property()

    def initiate(self, detections: Any, timestamp: Any, **_: Any) -> set[Any]:
        return {Track([self.started(detection, timestamp)]) for detection in detections}

    def started(self, detection: Any, timestamp: Any) -> Any:
        radar = detection.measurement_model
        measured = radar.unscaled(detection.state_vector)
        covariance = np.eye(6) * self.speed_sigma_m_s**2
        covariance[:3, :3] = position_covariance(radar.station, measured[None], radar.sigma[None])[
            0
        ]
        mean = np.zeros(6)
        mean[:3] = position(radar.station, *(measured[k : k + 1] for k in range(3)))[0]
        return GaussianStateUpdate(
            StateVector(mean),
            covariance,
            hypothesis=SingleHypothesis(None, detection),
            timestamp=timestamp,
        )


@dataclass(frozen=True)
class How:
    """What is asked of Stone Soup: `assignment`, `kd-tree`, `jpda` or `lbp`; `stock` or `lean`."""

    associator: str = "assignment"
    radar: str = "lean"
    budget_s: float = 20.0


@dataclass
class Run:
    """What Stone Soup did before its time, of the processor, was up."""

    scans: int = 0
    detections: int = 0
    seconds: float = 0.0
    end_s: float = 0.0
    rows: list[tuple[float, int, np.ndarray, np.ndarray]] = field(default_factory=list)

    @property
    def rate(self) -> float:
        return self.detections / self.seconds

    def updates(self) -> tuple[Points, np.ndarray]:
        """States after each update of each track, and their covariances."""
        rows = sorted(self.rows, key=lambda row: (row[0], row[1]))
        times, numbers, states, covariances = (np.array(c) for c in zip(*rows, strict=True))
        return Points(times, numbers, states[:, :3], states[:, 3:]), covariances


def scans(detections: Detections, radar_kind: str) -> Iterator[tuple[float, set[Any]]]:
    """One set of Stone Soup's detections for each look, made before the clock starts."""
    radars = [
        radar_of(radar_kind, station, detections.azimuth_rad[detections.station_index == index])
        for index, station in enumerate(detections.stations)
    ]
    for moment in np.unique(detections.time_s):
        rows = np.flatnonzero(detections.time_s == moment)
        found = set()
        for row in rows:
            radar = radars[detections.station_index[row]]
            seen = radar.scaled(
                detections.range_m[row],
                detections.azimuth_rad[row],
                detections.elevation_rad[row],
            )
            stamp = START + timedelta(seconds=float(moment))
            found.add(Detection(StateVector(seen), timestamp=stamp, measurement_model=radar))
        yield float(moment), found


def tracker(options: Options, feed: Any, associator: str) -> Any:
    """Stone Soup's tracker: `assignment`, `kd-tree`, `jpda` or `lbp`."""
    predictor = ExtendedKalmanPredictor(Coast(noise_m2_s3=options.motion.coast_noise_m2_s3))
    updater = ExtendedKalmanUpdater(None)
    distance = DistanceHypothesiser(
        predictor, updater, Mahalanobis(), missed_distance=options.gate**0.5
    )
    plain = GNNWith2DAssignment(distance)
    # A hundred standard deviations: a new track's speed is known to 3 km/s only.
    tree = DetectionKDTreeGNN2D(distance, predictor, updater, max_distance=100.0)
    nearest = plain if associator == "assignment" else tree
    initiator = MultiMeasurementInitiator(
        None,
        UpdateTimeStepsDeleter(options.within - options.confirm),
        nearest,
        updater,
        min_points=options.confirm,
        initiator=OnePoint(speed_sigma_m_s=options.speed_sigma_m_s),
    )
    deleter = UpdateTimeStepsDeleter(options.delete_after)
    if associator in ("assignment", "kd-tree"):
        return MultiTargetTracker(initiator, deleter, feed, nearest, updater)
    chance = PDAHypothesiser(predictor, updater, clutter_spatial_density=1e-9, prob_detect=0.95)
    joint = {"jpda": JPDA, "lbp": JPDAwithLBP}[associator](chance)
    return MultiTargetMixtureTracker(initiator, deleter, feed, joint, updater)


def run(detections: Detections, options: Options, how: How) -> Run:
    """Stone Soup over as many looks as it manages before its time is up, at least two."""
    prepared = list(scans(detections, how.radar))
    done, keep = Run(), {}
    stepper = tracker(
        options, ((START + timedelta(seconds=t), found) for t, found in prepared), how.associator
    )
    steps = iter(stepper)
    for moment, found in prepared:
        begun = time.process_time()
        _, tracks = next(steps)
        done.seconds += time.process_time() - begun
        done.scans, done.end_s = done.scans + 1, moment
        done.detections += len(found)
        for track in tracks:
            number = keep.setdefault(track.id, len(keep))
            if isinstance(track[-1], Update):
                state = np.asarray(track.state_vector, dtype=float)[:, 0]
                done.rows.append((moment, number, state, np.asarray(track.covar)))
        if done.seconds > how.budget_s and done.scans >= 2:
            break
    return done
