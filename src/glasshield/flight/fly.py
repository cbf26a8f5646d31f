"""Flights from launch to impact, many at once.

Physics: a point mass with three degrees of freedom on the rotating WGS 84 Earth, gravity with J2,
US Standard Atmosphere 1976, drag over the Mach number under power and by ballistic coefficient
after it. The loops are compiled (`native/flight.isa.cpp`); a readable twin stands in
`tests/reference/fly.py`.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Final

import numpy as np
from jaxtyping import Float, Int

from glasshield import kernels
from glasshield.constants import (
    EARTH_ECCENTRICITY_SQUARED,
    EARTH_J2,
    EARTH_MU_M3_S2,
    EARTH_ROTATION_RAD_S,
    EARTH_SEMI_MAJOR_AXIS_M,
)
from glasshield.earth import atmosphere
from glasshield.errors import RangeError
from glasshield.flight import drag
from glasshield.flight.vehicle import Vehicle, pack

AIR_STEP_M: Final = 500.0
AIR_TOP_M: Final = 147_000.0  # of geopotential height: 150.5 km of geometric
REENTRY_HEIGHT_M: Final = 100_000.0
LANES: Final = 16


class Status(enum.IntEnum):
    """How a flight, or the aiming of one, ended."""

    OK = 0
    NO_LIFTOFF = 1
    FELL_BACK = 2
    NO_RETURN = 3
    STEP_LIMIT = 4
    OUT_OF_RANGE = 5
    TOO_NEAR = 6
    NOT_SOLVED = 7

    @property
    def sentence(self) -> str:
        """The status as a person reads it."""
        return _SENTENCES[self]


_SENTENCES: Final = {
    Status.OK: "the flight came down",
    Status.NO_LIFTOFF: "the thrust does not lift the vehicle off",
    Status.FELL_BACK: "the vehicle fell back to the ground under power",
    Status.NO_RETURN: "the flight does not come back within six hours",
    Status.STEP_LIMIT: "the integration took more steps than allowed",
    Status.OUT_OF_RANGE: "the target lies beyond the longest flight",
    Status.TOO_NEAR: "the target lies inside the shortest flight",
    Status.NOT_SOLVED: "the aim did not converge within the flights allowed",
}


class EarthModel(enum.Enum):
    """Which Earth a flight is flown on."""

    ROTATING = EARTH_ROTATION_RAD_S
    STILL = 0.0  # the convention in which ranges are compared


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Error allowed in one integration step.

    Attributes:
        position_m: of the position.
        velocity_m_s: of the velocity.
    """

    position_m: float = 1.0
    velocity_m_s: float = 2e-3


DEFAULT_ACCURACY: Final = Accuracy()


@dataclass(frozen=True, slots=True)
class Sampling:
    """Where along a flight its state is wanted: at 0, step, 2 step and so on after launch.

    Attributes:
        step_s: between two samples.
        count: samples for each flight; those after impact are NaN.
        velocities: how many of the two, positions and velocities, are wanted.
    """

    step_s: float
    count: int
    velocities: bool = False


@dataclass(frozen=True, slots=True)
class Launches:
    """Launches as columns, all of shape `(n,)`; what is the same for all may be given as a number.

    Attributes:
        vehicle_index: which of the vehicles flies.
        lat_rad: geodetic latitude, -pi/2 to pi/2.
        lon_rad: longitude.
        azimuth_rad: clockwise from north.
        kick_rad: turn at the end of the vertical rise.
        height_m: above the ellipsoid.
        cutoff_s: end of thrust after launch; infinity for a full burn.
    """

    vehicle_index: Int[np.ndarray, "n"] | int
    lat_rad: Float[np.ndarray, "n"] | float
    lon_rad: Float[np.ndarray, "n"] | float
    azimuth_rad: Float[np.ndarray, "n"] | float
    kick_rad: Float[np.ndarray, "n"] | float
    height_m: Float[np.ndarray, "n"] | float = 0.0
    cutoff_s: Float[np.ndarray, "n"] | float = np.inf

    def rows(self) -> Float[np.ndarray, "n c"]:
        """The launches as rows for the kernels.

        Raises:
            RangeError: a value that is not finite, a place off the Earth, a cut-off before launch.
        """
        columns = np.broadcast_arrays(
            np.asarray(self.vehicle_index, dtype=float),
            self.lat_rad,
            self.lon_rad,
            self.height_m,
            self.azimuth_rad,
            self.kick_rad,
            self.cutoff_s,
        )
        rows = np.stack([np.atleast_1d(column).astype(float) for column in columns], axis=-1)
        if not np.isfinite(rows[:, :-1]).all() or np.isnan(rows[:, -1]).any():
            raise RangeError("a launch holds a number that is not finite")
        if (np.abs(rows[:, 1]) > np.pi / 2).any():
            raise RangeError("a launch lies off the Earth", expected="latitudes of -90 to 90 deg")
        if (rows[:, -1] <= 0.0).any():
            raise RangeError("a cut-off comes before launch", expected="cutoff_s above zero")
        return np.ascontiguousarray(rows)


@dataclass(frozen=True, slots=True)
class Flights:
    """Flights as columns; Earth-fixed positions (m) and velocities relative to the Earth (m/s).

    What a flight does not have (a re-entry below 100 km, an impact that never comes) is NaN.

    Attributes:
        status: a `Status` for each flight.
        flight_time_s: launch to impact.
        impact_position_ecef_m: where it meets the ellipsoid.
        impact_velocity_ecef_m_s: how fast.
        burnout_time_s: end of thrust.
        burnout_position_ecef_m: where.
        burnout_velocity_ecef_m_s: how fast.
        apogee_time_s: of the highest point.
        apogee_position_ecef_m: where.
        reentry_time_s: falling through `REENTRY_HEIGHT_M`.
        reentry_position_ecef_m: where.
        reentry_velocity_ecef_m_s: how fast.
        steps: integration steps tried.
        sample_step_s: between samples; 0 when none were asked for.
        positions_ecef_m: samples.
        velocities_ecef_m_s: samples, when asked for.
    """

    status: Int[np.ndarray, "n"]
    flight_time_s: Float[np.ndarray, "n"]
    impact_position_ecef_m: Float[np.ndarray, "n 3"]
    impact_velocity_ecef_m_s: Float[np.ndarray, "n 3"]
    burnout_time_s: Float[np.ndarray, "n"]
    burnout_position_ecef_m: Float[np.ndarray, "n 3"]
    burnout_velocity_ecef_m_s: Float[np.ndarray, "n 3"]
    apogee_time_s: Float[np.ndarray, "n"]
    apogee_position_ecef_m: Float[np.ndarray, "n 3"]
    reentry_time_s: Float[np.ndarray, "n"]
    reentry_position_ecef_m: Float[np.ndarray, "n 3"]
    reentry_velocity_ecef_m_s: Float[np.ndarray, "n 3"]
    steps: Int[np.ndarray, "n"]
    sample_step_s: float
    positions_ecef_m: Float[np.ndarray, "n m 3"]
    velocities_ecef_m_s: Float[np.ndarray, "n k 3"]

    @property
    def ok(self) -> np.ndarray:
        """Which flights came down, as booleans of shape `(n,)`."""
        return self.status == Status.OK

    @property
    def sample_count(self) -> Int[np.ndarray, "n"]:
        """How many samples each flight has before its impact."""
        return np.isfinite(self.positions_ecef_m[..., 0]).sum(axis=-1)

    def take(self, index: np.ndarray | slice) -> Flights:
        """The flights that an index array, a mask or a slice chooses."""
        chosen = {
            field.name: getattr(self, field.name)[index]
            for field in fields(self)
            if field.name != "sample_step_s"
        }
        return replace(self, **chosen)


def fly(
    vehicles: Sequence[Vehicle],
    launches: Launches,
    *,
    sampling: Sampling | None = None,
    earth: EarthModel = EarthModel.ROTATING,
    accuracy: Accuracy = DEFAULT_ACCURACY,
    threads: int = 0,
    lanes: int = LANES,
) -> Flights:
    """The flights that these launches lead to, in their order.

    A flight's digits do not depend on the flights beside it, on `threads` or on `lanes`.

    Args:
        vehicles: what `launches.vehicle_index` refers to.
        launches: n launches.
        sampling: samples along each flight; none when left out.
        earth: rotating, or still for range conventions.
        accuracy: of the integration.
        threads: 0 for all processors.
        lanes: flights in one vector: 1, 4, 8 or 16; for tests.

    Raises:
        RangeError: launches that no kernel should see.
    """
    rows = launches.rows()
    n = len(rows)
    results = np.empty((n, kernels.RESULT_COLUMNS))
    count = sampling.count if sampling else 0
    positions = np.empty((n, count, 3))
    velocities = np.empty((n, count if sampling and sampling.velocities else 0, 3))
    kernels.fly(
        pack(vehicles),
        rows,
        constants(earth),
        air_table(),
        drag_table(),
        accuracy.position_m,
        accuracy.velocity_m_s,
        REENTRY_HEIGHT_M,
        sampling.step_s if sampling else 0.0,
        threads,
        lanes,
        results,
        positions,
        velocities,
    )
    return flights_from(results, sampling, positions, velocities)


def flights_from(
    results: Float[np.ndarray, "n c"],
    sampling: Sampling | None,
    positions: Float[np.ndarray, "n m 3"],
    velocities: Float[np.ndarray, "n k 3"],
) -> Flights:
    """The kernel's result rows as flights; the columns are those of `native/flight.hpp`."""
    return Flights(
        status=results[:, 0].astype(int),
        flight_time_s=results[:, 1],
        impact_position_ecef_m=results[:, 2:5],
        impact_velocity_ecef_m_s=results[:, 5:8],
        burnout_time_s=results[:, 8],
        burnout_position_ecef_m=results[:, 9:12],
        burnout_velocity_ecef_m_s=results[:, 12:15],
        apogee_time_s=results[:, 15],
        apogee_position_ecef_m=results[:, 16:19],
        reentry_time_s=results[:, 19],
        reentry_position_ecef_m=results[:, 20:23],
        reentry_velocity_ecef_m_s=results[:, 23:26],
        steps=results[:, 26].astype(int),
        sample_step_s=sampling.step_s if sampling else 0.0,
        positions_ecef_m=positions,
        velocities_ecef_m_s=velocities,
    )


@cache
def constants(earth: EarthModel) -> Float[np.ndarray, "1 7"]:
    """What the kernels know of the Earth, as one row."""
    row = (
        EARTH_MU_M3_S2,
        EARTH_SEMI_MAJOR_AXIS_M,
        EARTH_ECCENTRICITY_SQUARED,
        EARTH_J2,
        earth.value,
        AIR_STEP_M,
        drag.MACH_STEP,
    )
    return np.array([row])


@cache
def air_table() -> Float[np.ndarray, "k 8"]:
    """Density and sound speed for the kernels, to `AIR_TOP_M`; above it flights meet no air."""
    return atmosphere.cubic_table(AIR_STEP_M, AIR_TOP_M)


@cache
def drag_table() -> Float[np.ndarray, "k 4"]:
    """The drag curve for the kernels."""
    return drag.cubic_table()
