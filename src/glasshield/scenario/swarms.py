"""Objects in free flight that all stations see from the beginning to the end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from jaxtyping import Bool, Float

from glasshield.catalog.quantity import Quantity
from glasshield.catalog.scenarios import Swarm
from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.earth import sphere
from glasshield.earth.ellipsoid import east_north_up, ecef_to_geodetic, geodetic_to_ecef
from glasshield.earth.frames import (
    ecef_to_eci,
    eci_to_ecef,
    velocity_ecef_to_eci,
    velocity_eci_to_ecef,
)
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.flight.coast import coast
from glasshield.scenario.truth import Truth
from glasshield.sensing.station import Station
from glasshield.sensing.stations import in_view

LEAST_HEIGHT_M: Final = 110e3  # below it the air would be felt
_LOOKS: Final = 24  # moments at which it is checked that all stations see an object
_ROUNDS: Final = 40


def swarm(
    record: Swarm,
    stations: Sequence[Station],
    epoch: Instant,
    grid_s: tuple[float, float],
    rng: np.random.Generator,
) -> Truth:
    """The flights of a swarm's objects.

    Args:
        record: how many, where, how fast.
        stations: all of them have every object in view all the time.
        epoch: the beginning.
        grid_s: until when, and the step between states.
        rng: what draws.

    Raises:
        InputError: hardly any object as described stays in view of all stations.
    """
    duration_s, step_s = grid_s
    wanted = int(record.count.si)
    start = np.empty((0, 6))
    for _ in range(_ROUNDS):
        drawn = _drawn(record, wanted, 0.5 * duration_s, rng)
        start = np.concatenate((start, drawn[_stays(drawn, stations, duration_s)]))
        if len(start) >= wanted:
            break
    else:
        raise InputError(
            f"too few objects of the swarm {record.id!r} stay in view of all observers",
            got=f"{len(start)} of {wanted * _ROUNDS}",
            do="move its centre nearer to them, lift it, or shorten the scenario",
        )
    count = int(np.ceil(duration_s / step_s - 1e-9)) + 1
    digits = len(str(wanted - 1))
    return Truth.of(
        epoch,
        step_s,
        [(f"{record.id}-{number:0{digits}d}", "") for number in range(wanted)],
        _even(record.radar_cross_section, wanted, rng),
        np.zeros(wanted),
        _sampled(start[:wanted], step_s, max(count, 2)),
    )


def _even(quantity: Quantity, count: int, rng: np.random.Generator) -> Float[np.ndarray, "n"]:
    """Draws of a quantity, evenly from its interval."""
    return rng.uniform(quantity.low_si, quantity.high_si, count)


def _drawn(
    record: Swarm, count: int, middle_s: float, rng: np.random.Generator
) -> Float[np.ndarray, "n 6"]:
    """Inertial states at the beginning of objects that are as described in the middle."""
    away = record.radius.si * np.sqrt(rng.uniform(0.0, 1.0, count)) / EARTH_MEAN_RADIUS_M
    bearing = rng.uniform(0.0, 2.0 * np.pi, count)
    lat, lon = sphere.destination(record.centre.lat_rad, record.centre.lon_rad, bearing, away)
    place = geodetic_to_ecef(lat, lon, _even(record.height, count, rng))
    climb, heading = _even(record.climb, count, rng), rng.uniform(0.0, 2.0 * np.pi, count)
    enu = np.stack(
        (np.cos(climb) * np.sin(heading), np.cos(climb) * np.cos(heading), np.sin(climb)), axis=-1
    )
    enu *= _even(record.speed, count, rng)[:, None]
    velocity = np.einsum("nji,nj->ni", east_north_up(lat, lon), enu)
    # Gravity with J2 is the same backward in time: fly the reversed velocity to the beginning.
    back = np.concatenate(
        (ecef_to_eci(place, middle_s), -velocity_ecef_to_eci(place, velocity, middle_s)), axis=1
    )
    start = coast(back, middle_s)
    start[:, 3:] *= -1.0
    return start


def _stays(
    start_eci: Float[np.ndarray, "n 6"], stations: Sequence[Station], duration_s: float
) -> Bool[np.ndarray, "n"]:
    """Which objects stay above the air and in view of all stations."""
    path = _sampled(start_eci, duration_s / (_LOOKS - 1), _LOOKS)[..., :3]
    good = ecef_to_geodetic(path)[2].min(axis=1) > LEAST_HEIGHT_M
    for station in stations:
        good[good] = in_view(station, path[good]).all(axis=1)
    return good


def _sampled(
    start_eci: Float[np.ndarray, "n 6"], step_s: float, count: int
) -> Float[np.ndarray, "n m 6"]:
    """ECEF states of free flights at 0, step, 2 step and so on."""
    states = np.empty((len(start_eci), count, 6))
    now = start_eci
    for step in range(count):
        time_s = step * step_s
        states[:, step, :3] = eci_to_ecef(now[:, :3], time_s)
        states[:, step, 3:] = velocity_eci_to_ecef(now[:, :3], now[:, 3:], time_s)
        now = coast(now, step_s) if step < count - 1 else now
    return states
