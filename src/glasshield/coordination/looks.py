"""What sensors could look at within a plan's horizon, and what each look is expected to bring.

Every object flies on freely from its track (`fusion.motion`, gravity with J2 on the turning Earth).
In the middle of each step a sensor may look at what stands in its view. A look brings Fisher
information on the state that the object has now: that of a detection with the station's stated
accuracy, times how often such looks detect. Information adds up, in whatever order it comes.

Where an object comes down hangs on its state now to first order, and on what no look at it in space
tells: its drag (log-normal, as in `fusion.impact_point`) and what gravity has beyond the model. The
covariance of the impact on the ground is therefore the state's, carried down, plus a floor.

Source: van Trees 1968, Detection, Estimation, and Modulation Theory I, section 2.4.3, for the
information of uncertain looks; Vallado 2013, Fundamentals of Astrodynamics, section 10.7.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.earth.ellipsoid import east_north_up, ecef_to_geodetic
from glasshield.errors import RangeError
from glasshield.fusion.falls import fall
from glasshield.fusion.impact_point import Drag
from glasshield.fusion.motion import coast, height_m, transition
from glasshield.fusion.options import Motion
from glasshield.sensing.measurement import Frames, jacobian
from glasshield.sensing.station import Station
from glasshield.sensing.stations import in_view

# Inside, velocities count in mm/s: what is known of them is then of the size of positions.
UNIT: Final = np.array((1.0, 1.0, 1.0, 1e-3, 1e-3, 1e-3))
# Over which a state is moved to see how its impact moves: small against every track's deviation
# that matters, large against the metres to which falls are carried down.
_MOVED: Final = np.array((1e3, 1e3, 1e3, 1.0, 1.0, 1.0))
# Gauss and Hermite's rule: exact for drag's effect up to the ninth power of its logarithm.
_NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(5)
_MIDDLE: Final = 2
_SHARES: Final = _WEIGHTS / _WEIGHTS.sum()
_MOST_STEPS: Final = 1_000


@dataclass(frozen=True, slots=True)
class Objects:
    """Tracks of n objects, all at the instant at which a plan begins.

    Attributes:
        id: of each, no two alike.
        state_ecef: position (m) and velocity relative to the Earth (m/s).
        covariance: of the states.
        weight: how much a square kilometre of each counts; 1 for all when left out. Such as more
            for what comes down in a defended region.
    """

    id: tuple[str, ...]
    state_ecef: Float[np.ndarray, "n 6"]
    covariance: Float[np.ndarray, "n 6 6"]
    weight: Float[np.ndarray, "n"]

    @classmethod
    def of(
        cls,
        id: Sequence[str],
        state_ecef: Float[np.ndarray, "n 6"],
        covariance: Float[np.ndarray, "n 6 6"],
        weight: Float[np.ndarray, "n"] | None = None,
    ) -> Self:
        """The objects, all of the same weight unless it is given."""
        chosen = np.ones(len(id)) if weight is None else weight
        return cls(tuple(id), state_ecef, covariance, chosen)

    def __post_init__(self) -> None:
        n = len(self.id)
        shapes = self.state_ecef.shape, self.covariance.shape, self.weight.shape
        if shapes != ((n, 6), (n, 6, 6), (n,)):
            raise RangeError(
                "an object has a state, a covariance and a weight",
                where="objects",
                got=shapes,
                expected=f"{n} of each",
            )
        if len(set(self.id)) != n:
            raise RangeError("two objects have the same id", where="objects")
        if not (np.isfinite(self.weight).all() and (self.weight >= 0.0).all()):
            raise RangeError("a weight is finite and not below zero", where="objects.weight")
        finite = np.isfinite(self.state_ecef).all() and np.isfinite(self.covariance).all()
        if not finite or (np.linalg.eigvalsh(self._scaled()) <= 0.0).any():
            raise RangeError(
                "a state or its covariance is none",
                where="objects",
                expected="finite states and positive definite covariances",
                do="leave objects of which nothing is known out",
            )

    def __len__(self) -> int:
        return len(self.id)

    def take(self, index: Int[np.ndarray, "k"]) -> Objects:
        """Some of the objects."""
        return Objects(
            tuple(self.id[k] for k in index.tolist()),
            self.state_ecef[index],
            self.covariance[index],
            self.weight[index],
        )

    def _scaled(self) -> Float[np.ndarray, "n 6 6"]:
        scaled: Float[np.ndarray, "n 6 6"] = self.covariance / np.outer(UNIT, UNIT)
        return scaled

    @property
    def information(self) -> Float[np.ndarray, "n 6 6"]:
        """The inverses of the covariances, velocities in mm/s."""
        return np.linalg.inv(self._scaled())


@dataclass(frozen=True, slots=True)
class Limits:
    """What s sensors can spend in one step.

    Attributes:
        objects: how many objects each can attend to; each of them counts as one task.
        looks: how many looks each has at one object that it attends to in a step; such as the
            step over the sensor's period.
    """

    objects: Int[np.ndarray, "s"]
    looks: Float[np.ndarray, "s"]

    @classmethod
    def of(cls, sensors: Sequence[Station], objects: int, step_s: float) -> Self:
        """The same number of objects for all; as many looks as their periods give, at least one.

        Args:
            sensors: whose.
            objects: for each in one step.
            step_s: how long that is.
        """
        periods = np.array([each.period_s for each in sensors], dtype=float)
        return cls(np.full(len(sensors), objects), np.maximum(np.floor(step_s / periods), 1.0))

    def __post_init__(self) -> None:
        if self.objects.shape != self.looks.shape or self.objects.ndim != 1:
            raise RangeError("each sensor has its own limits", where="limits")
        if not ((self.objects >= 0).all() and (self.looks > 0.0).all()):
            raise RangeError(
                "a sensor attends to no less than no object, with looks above zero", where="limits"
            )

    def take(self, index: Int[np.ndarray, "k"]) -> Limits:
        """Those of some of the sensors."""
        return Limits(self.objects[index], self.looks[index])


@dataclass(frozen=True, slots=True)
class Prospect:
    """What n objects, s sensors and m steps offer: q = m s places for tasks, step by step.

    Attributes:
        time_s: in the middle of each step, when looks are taken.
        room: how many objects each place has.
        sees: whether the object is in view there.
        slope: of what each look measures, by the state now; in standard deviations of all looks of
            a task, velocities in mm/s. Zero where nothing is seen.
        brings: information of each task on the state now, row by row.
        before: information on the states now.
        ground: how east and north of the impact (m) change with the state now.
        floor_m2: covariance of the impact that no look takes away.
        weight: of each object.
        impact_s: when each comes down, with the drag that is thought likeliest; NaN for never
            within two hours.
        impact_ecef_m: where.
    """

    time_s: Float[np.ndarray, "m"]
    room: Int[np.ndarray, "q"]
    sees: Bool[np.ndarray, "n q"]
    slope: Float[np.ndarray, "n q 4 6"]
    brings: Float[np.ndarray, "n q 36"]
    before: Float[np.ndarray, "n 6 6"]
    ground: Float[np.ndarray, "n 2 6"]
    floor_m2: Float[np.ndarray, "n 2 2"]
    weight: Float[np.ndarray, "n"]
    impact_s: Float[np.ndarray, "n"]
    impact_ecef_m: Float[np.ndarray, "n 3"]

    @property
    def sensors(self) -> int:
        """How many sensors there are."""
        return len(self.room) // max(len(self.time_s), 1)

    def of_objects(self, kept: Bool[np.ndarray, "n"]) -> Prospect:
        """The same with some of the objects alone."""
        return Prospect(
            self.time_s,
            self.room,
            self.sees[kept],
            self.slope[kept],
            self.brings[kept],
            self.before[kept],
            self.ground[kept],
            self.floor_m2[kept],
            self.weight[kept],
            self.impact_s[kept],
            self.impact_ecef_m[kept],
        )

    def of_sensors(self, index: Int[np.ndarray, "k"]) -> Prospect:
        """The same with some of the sensors alone, in that order."""
        steps = np.arange(len(self.time_s))
        kept = (steps[:, None] * self.sensors + index).ravel()
        return Prospect(
            self.time_s,
            self.room[kept],
            self.sees[:, kept],
            self.slope[:, kept],
            self.brings[:, kept],
            self.before,
            self.ground,
            self.floor_m2,
            self.weight,
            self.impact_s,
            self.impact_ecef_m,
        )


def step_times(horizon_s: float, step_s: float) -> Float[np.ndarray, "m"]:
    """The middles of the whole steps of a horizon.

    Raises:
        RangeError: no step, or too many.
    """
    steps = int(np.floor(horizon_s / step_s + 1e-9)) if step_s > 0.0 else 0
    if not 1 <= steps <= _MOST_STEPS:
        raise RangeError(
            "a plan has at least one step, and not too many",
            where="horizon_s, step_s",
            got=(horizon_s, step_s),
            expected=f"1 to {_MOST_STEPS} steps",
        )
    return (np.arange(steps) + 0.5) * step_s


def prospect(
    objects: Objects, sensors: Sequence[Station], limits: Limits, time_s: Float[np.ndarray, "m"]
) -> Prospect:
    """What could be looked at, and what it would bring.

    Args:
        objects: at the beginning.
        sensors: whose views and accuracies count.
        limits: of each.
        time_s: when looks are taken, after the beginning.

    Raises:
        RangeError: limits of another number of sensors.
    """
    if len(limits.objects) != len(sensors):
        raise RangeError(
            "each sensor has its own limits", got=len(limits.objects), expected=str(len(sensors))
        )
    impact_s, impact, ground, floor = _falls(objects.state_ecef)
    states, changes = _flown(objects.state_ecef, time_s)
    flying = (time_s < impact_s[:, None]) & (height_m(states[..., :3]) > 0.0)
    sees = np.zeros((len(objects), len(time_s), len(sensors)), dtype=bool)
    slope = np.zeros((*sees.shape, 4, 6))
    place = np.where(flying[..., None], states[..., :3], np.nan)
    for k, sensor in enumerate(sensors):
        sees[:, :, k] = in_view(sensor, place) & (limits.objects[k] > 0)
        seen = sees[:, :, k]
        by_state = jacobian(Frames.of(sensor), states[seen]) @ changes[seen]
        per_sigma = 1.0 / _sigmas(sensor)
        often = np.sqrt(sensor.detection_probability * limits.looks[k])
        slope[:, :, k][seen] = often * per_sigma[:, None] * by_state * UNIT
    places = len(time_s) * len(sensors)
    brings = np.swapaxes(slope, 3, 4) @ slope
    return Prospect(
        time_s=time_s,
        room=np.tile(limits.objects, len(time_s)),
        sees=sees.reshape(len(objects), places),
        slope=slope.reshape(len(objects), places, 4, 6),
        brings=brings.reshape(len(objects), places, 36),
        before=objects.information,
        ground=ground * UNIT,
        floor_m2=floor,
        weight=objects.weight,
        impact_s=impact_s,
        impact_ecef_m=impact,
    )


def _sigmas(sensor: Station) -> Float[np.ndarray, "4"]:
    of = sensor.accuracy
    return np.array((of.range_m, of.azimuth_rad, of.elevation_rad, of.range_rate_m_s))


def _flown(
    state: Float[np.ndarray, "n 6"], time_s: Float[np.ndarray, "m"]
) -> tuple[Float[np.ndarray, "n m 6"], Float[np.ndarray, "n m 6 6"]]:
    """The states at times after the beginning, and how they change with those at the beginning."""
    states = np.empty((len(state), len(time_s), 6))
    changes = np.empty((*states.shape, 6))
    model, change = coast(Motion()), np.broadcast_to(np.eye(6), (len(state), 6, 6))
    before_s = 0.0
    for k, at_s in enumerate(time_s.tolist()):
        state, moved = transition(model, state, at_s - before_s)
        change = moved @ change
        states[:, k], changes[:, k], before_s = state, change, at_s
    return states, changes


def _falls(
    state: Float[np.ndarray, "n 6"],
) -> tuple[
    Float[np.ndarray, "n"],
    Float[np.ndarray, "n 3"],
    Float[np.ndarray, "n 2 6"],
    Float[np.ndarray, "n 2 2"],
]:
    """When and where objects come down, how that changes with their states, and its floor."""
    drag = Drag()
    lanes = np.repeat(state[:, None], 12 + len(_NODES), axis=1)
    lanes[:, :6] += np.diag(_MOVED)
    lanes[:, 6:12] -= np.diag(_MOVED)
    kilograms = np.full(lanes.shape[:2], drag.coefficient_kg_m2)
    kilograms[:, 12:] *= np.exp(drag.log_sigma * _NODES)
    falls = fall(lanes.reshape(-1, 6), 1.0 / kilograms.ravel())
    ends = falls.state_ecef[:, :3].reshape(*lanes.shape[:2], 3)
    down_s = falls.time_s.reshape(lanes.shape[:2])
    down_s = np.where(np.isfinite(down_s).all(axis=1), down_s[:, 12 + _MIDDLE], np.nan)
    place = np.where(np.isfinite(down_s)[:, None], ends[:, 12 + _MIDDLE], np.nan)
    lat, lon, _ = ecef_to_geodetic(place)
    local = (ends - place[:, None]) @ np.swapaxes(east_north_up(lat, lon), 1, 2)[..., :2]
    ground = np.swapaxes((local[:, :6] - local[:, 6:12]) / (2.0 * _MOVED)[:, None], 1, 2)
    nodes = local[:, 12:]
    off = nodes - (_SHARES @ nodes)[:, None]
    floor = np.swapaxes(_SHARES[:, None] * off, 1, 2) @ off
    # Acceleration that the model of free flight leaves out, over the way down.
    unmodelled = Motion().coast_noise_m2_s3 * down_s**3 / 3.0
    return down_s, place, ground, floor + unmodelled[:, None, None] * np.eye(2)
