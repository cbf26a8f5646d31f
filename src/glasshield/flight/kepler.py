"""Closed forms of ballistic flight over a sphere of the Earth's mean radius that does not turn.

An arc is a free flight from ground to ground: an impulse at launch, no air. It is the floor of
every real flight's time. `flight.rotation` adds the Earth's rotation.

Source: Bate, Mueller and White 1971, Fundamentals of Astrodynamics, chapter 6; Wheelon 1959,
ARS Journal 29 (12), 915-920.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float
from numpy.typing import ArrayLike

from glasshield.constants import EARTH_MEAN_RADIUS_M, EARTH_MU_M3_S2
from glasshield.errors import NumericalError, RangeError

# Half of the way round: an arc to a farther point is a nearer one the other way.
HALF_EARTH_M = np.pi * EARTH_MEAN_RADIUS_M

_UNIVERSAL_STEPS = 60
_UNIVERSAL_TOL = 1e-13


@dataclass(frozen=True, slots=True)
class Arc:
    """Free flights from ground to ground.

    Attributes:
        range_m: over the ground from launch to impact.
        apogee_m: greatest height.
        time_s: from launch to impact.
        speed_m_s: at launch, and the same at impact.
        angle_rad: of the velocity above the horizontal at launch, and below it at impact.
    """

    range_m: Float[np.ndarray, "..."]
    apogee_m: Float[np.ndarray, "..."]
    time_s: Float[np.ndarray, "..."]
    speed_m_s: Float[np.ndarray, "..."]
    angle_rad: Float[np.ndarray, "..."]


def arc(apogee_m: ArrayLike, range_m: ArrayLike) -> Arc:
    """The free flight that has this apogee and this range; the two broadcast.

    Args:
        apogee_m: greatest height above the ground, above zero.
        range_m: over the ground, 0 to half of the Earth.

    Raises:
        RangeError: an apogee that is not above zero, or a range over half of the Earth.
    """
    apogee, distance = np.broadcast_arrays(
        np.asarray(apogee_m, dtype=float), np.asarray(range_m, dtype=float)
    )
    _check(apogee, distance)
    far_m = EARTH_MEAN_RADIUS_M + apogee
    eccentricity = apogee / (far_m - EARTH_MEAN_RADIUS_M * np.cos(_half_angle(distance)))
    axis_m = far_m / (1.0 + eccentricity)
    speed2 = EARTH_MU_M3_S2 * (2.0 / EARTH_MEAN_RADIUS_M - 1.0 / axis_m)
    # Straight up, rounding may lift the eccentricity above one.
    momentum = np.sqrt(EARTH_MU_M3_S2 * axis_m * np.maximum(1.0 - eccentricity**2, 0.0))
    level = np.clip(momentum / (EARTH_MEAN_RADIUS_M * np.sqrt(speed2)), 0.0, 1.0)
    return Arc(
        range_m=distance,
        apogee_m=apogee,
        time_s=2.0 * _time_from_apogee(EARTH_MEAN_RADIUS_M, axis_m, eccentricity),
        speed_m_s=np.sqrt(speed2),
        angle_rad=np.arccos(level),
    )


def minimum_energy(range_m: ArrayLike) -> Arc:
    """The free flight that reaches this range from the least speed.

    Args:
        range_m: over the ground, above zero, at most half of the Earth.

    Source: Wheelon 1959; Bate, Mueller and White 1971, section 6.2.
    """
    half = _half_angle(np.asarray(range_m, dtype=float))
    return arc(
        apogee_m=0.5 * EARTH_MEAN_RADIUS_M * (np.sin(half) + np.cos(half) - 1.0), range_m=range_m
    )


def farthest_range_m(speed_m_s: ArrayLike, height_m: ArrayLike = 0.0) -> Float[np.ndarray, "..."]:
    """The greatest range, down to the ground, from a speed at a height in the best direction.

    The vacant focus lies on the chord from start to impact. Half of the Earth where the speed
    reaches every point; NaN where it leaves the Earth.

    Args:
        speed_m_s: speed at burnout.
        height_m: height of burnout; the range is measured from the point under it.
    """
    start_m = EARTH_MEAN_RADIUS_M + np.asarray(height_m, dtype=float)
    speed = np.asarray(speed_m_s, dtype=float)
    inverse_axis = 2.0 / start_m - speed**2 / EARTH_MU_M3_S2
    with np.errstate(divide="ignore", invalid="ignore"):
        chord_m = 4.0 / inverse_axis - start_m - EARTH_MEAN_RADIUS_M
        cosine = (start_m**2 + EARTH_MEAN_RADIUS_M**2 - chord_m**2) / (
            2.0 * start_m * EARTH_MEAN_RADIUS_M
        )
    distance = EARTH_MEAN_RADIUS_M * np.arccos(np.clip(cosine, -1.0, 1.0))
    return np.where(inverse_axis > 0.0, distance, np.nan)


def range_per_speed_s(range_m: ArrayLike) -> Float[np.ndarray, "..."]:
    """How much farther the minimum-energy arc goes for more speed: metres for each m/s.

    Args:
        range_m: over the ground, above zero, below half of the Earth.
    """
    sine = np.sin(_half_angle(np.asarray(range_m, dtype=float)))
    q = 2.0 * sine / (1.0 + sine)
    speed = np.sqrt(q * EARTH_MU_M3_S2 / EARTH_MEAN_RADIUS_M)
    angle_per_q = 4.0 / ((2.0 - q) ** 2 * np.sqrt(1.0 - sine**2))
    slope: Float[np.ndarray, "..."] = (
        EARTH_MEAN_RADIUS_M * angle_per_q * 2.0 * speed * EARTH_MEAN_RADIUS_M / EARTH_MU_M3_S2
    )
    return slope


def launched(speed_m_s: ArrayLike, angle_rad: ArrayLike) -> Arc:
    """The free flight that starts at the ground with this speed and angle above the horizontal.

    A speed that never comes down gives NaN.

    Args:
        speed_m_s: speed at launch, above zero.
        angle_rad: above the horizontal, 0 to pi/2.
    """
    speed, angle = np.broadcast_arrays(
        np.asarray(speed_m_s, dtype=float), np.asarray(angle_rad, dtype=float)
    )
    q = speed**2 * EARTH_MEAN_RADIUS_M / EARTH_MU_M3_S2
    q = np.where(q < 2.0, q, np.nan)
    axis_m = EARTH_MEAN_RADIUS_M / (2.0 - q)
    eccentricity = np.sqrt((1.0 - q) ** 2 + q * (2.0 - q) * np.sin(angle) ** 2)
    # From perigee to launch; the arc is what remains around apogee.
    anomaly = np.arctan2(q * np.sin(angle) * np.cos(angle), q * np.cos(angle) ** 2 - 1.0)
    return Arc(
        range_m=2.0 * EARTH_MEAN_RADIUS_M * (np.pi - anomaly),
        apogee_m=axis_m * (1.0 + eccentricity) - EARTH_MEAN_RADIUS_M,
        time_s=2.0 * _time_from_apogee(EARTH_MEAN_RADIUS_M, axis_m, eccentricity),
        speed_m_s=speed,
        angle_rad=angle,
    )


def time_to_height_s(flight: Arc, height_m: ArrayLike) -> Float[np.ndarray, "..."]:
    """Time from launch until an arc first passes a height; NaN above its apogee."""
    radius_m = EARTH_MEAN_RADIUS_M + np.asarray(height_m, dtype=float)
    axis_m, eccentricity = _shape(flight)
    below = np.asarray(height_m) <= flight.apogee_m
    left = _time_from_apogee(np.where(below, radius_m, np.nan), axis_m, eccentricity)
    time: Float[np.ndarray, "..."] = 0.5 * flight.time_s - left
    return time


def speed_at_height_m_s(flight: Arc, height_m: ArrayLike) -> Float[np.ndarray, "..."]:
    """The speed of an arc at a height; NaN above its apogee."""
    height = np.asarray(height_m, dtype=float)
    radius_m = EARTH_MEAN_RADIUS_M + height
    slower2 = 2.0 * EARTH_MU_M3_S2 * (1.0 / EARTH_MEAN_RADIUS_M - 1.0 / radius_m)
    return np.sqrt(np.where(height <= flight.apogee_m, flight.speed_m_s**2 - slower2, np.nan))


def angle_at_height_rad(flight: Arc, height_m: ArrayLike) -> Float[np.ndarray, "..."]:
    """The angle of an arc's velocity to the horizontal at a height; NaN above its apogee."""
    radius_m = EARTH_MEAN_RADIUS_M + np.asarray(height_m, dtype=float)
    momentum = EARTH_MEAN_RADIUS_M * flight.speed_m_s * np.cos(flight.angle_rad)
    level = momentum / (radius_m * speed_at_height_m_s(flight, height_m))
    angle: Float[np.ndarray, "..."] = np.arccos(np.minimum(level, 1.0))
    return angle


def propagate(
    position_m: ArrayLike, velocity_m_s: ArrayLike, time_s: ArrayLike
) -> tuple[Float[np.ndarray, "... 3"], Float[np.ndarray, "... 3"]]:
    """Inertial positions and velocities after a coast in the central field alone.

    The fast coast: closed but for one scalar equation. Leaving J2 out moves a missile by up
    to 4 km after 10 minutes and 30 km after 30; use it to start a search, never to aim.

    Args:
        position_m: inertial positions, the component axis last.
        velocity_m_s: inertial velocities.
        time_s: how long, forward or backward; broadcasts against the states.

    Returns:
        Positions in metres and velocities in m/s.

    Raises:
        NumericalError: when the equation is not solved to rounding, which no bound state meets.

    Source: Battin 1999, Introduction to the Mathematics and Methods of Astrodynamics, section 4.5.
    """
    start, velocity = np.broadcast_arrays(
        np.asarray(position_m, dtype=float), np.asarray(velocity_m_s, dtype=float)
    )
    time = np.asarray(time_s, dtype=float)
    radius = np.linalg.norm(start, axis=-1)
    sigma = np.sum(start * velocity, axis=-1) / np.sqrt(EARTH_MU_M3_S2)
    alpha = 2.0 / radius - np.sum(velocity**2, axis=-1) / EARTH_MU_M3_S2
    chi = _universal_anomaly(time, radius, sigma, alpha)
    c, s = _stumpff(alpha * chi**2)
    f = 1.0 - chi**2 / radius * c
    g = time - chi**3 * s / np.sqrt(EARTH_MU_M3_S2)
    end = f[..., None] * start + g[..., None] * velocity
    end_radius = np.linalg.norm(end, axis=-1)
    f_dot = np.sqrt(EARTH_MU_M3_S2) / (radius * end_radius) * chi * (alpha * chi**2 * s - 1.0)
    g_dot = 1.0 - chi**2 / end_radius * c
    return end, f_dot[..., None] * start + g_dot[..., None] * velocity


def _check(apogee_m: Float[np.ndarray, "..."], range_m: Float[np.ndarray, "..."]) -> None:
    low = apogee_m <= 0.0
    if low.any():
        raise RangeError(
            "the apogee is not above the ground",
            where="apogee_m",
            got=float(apogee_m[low].flat[0]),
            expected="above 0 m",
        )
    far = (range_m < 0.0) | (range_m > HALF_EARTH_M * (1.0 + 1e-12))
    if far.any():
        raise RangeError(
            "the range is not between zero and half of the Earth",
            where="range_m",
            got=float(range_m[far].flat[0]),
            expected=f"0 to {HALF_EARTH_M:.0f} m",
        )


def _half_angle(range_m: Float[np.ndarray, "..."]) -> Float[np.ndarray, "..."]:
    """Half of the angle at the Earth's centre between launch and impact."""
    half: Float[np.ndarray, "..."] = range_m / (2.0 * EARTH_MEAN_RADIUS_M)
    return half


def _shape(flight: Arc) -> tuple[Float[np.ndarray, "..."], Float[np.ndarray, "..."]]:
    """Semi-major axis (m) and eccentricity of an arc."""
    axis_m = 1.0 / (2.0 / EARTH_MEAN_RADIUS_M - flight.speed_m_s**2 / EARTH_MU_M3_S2)
    return axis_m, (EARTH_MEAN_RADIUS_M + flight.apogee_m) / axis_m - 1.0


def _time_from_apogee(
    radius_m: ArrayLike,
    axis_m: Float[np.ndarray, "..."],
    eccentricity: Float[np.ndarray, "..."],
) -> Float[np.ndarray, "..."]:
    """Time between passing a radius and apogee, by Kepler's equation."""
    cosine = np.clip((1.0 - np.asarray(radius_m) / axis_m) / eccentricity, -1.0, 1.0)
    anomaly = np.arccos(cosine)
    time: Float[np.ndarray, "..."] = np.sqrt(axis_m**3 / EARTH_MU_M3_S2) * (
        np.pi - anomaly + eccentricity * np.sin(anomaly)
    )
    return time


def _universal_anomaly(
    time_s: Float[np.ndarray, "..."],
    radius_m: Float[np.ndarray, "..."],
    sigma: Float[np.ndarray, "..."],
    alpha: Float[np.ndarray, "..."],
) -> Float[np.ndarray, "..."]:
    """The universal anomaly after a time, by Laguerre's method, which finds it from any start."""
    span = np.sqrt(EARTH_MU_M3_S2) * time_s
    chi: Float[np.ndarray, "..."] = span * np.maximum(alpha, 0.1 / radius_m)
    for _ in range(_UNIVERSAL_STEPS):
        c, s = _stumpff(alpha * chi**2)
        stretch = 1.0 - alpha * radius_m
        miss = sigma * chi**2 * c + stretch * chi**3 * s + radius_m * chi - span
        slope = sigma * chi * (1.0 - alpha * chi**2 * s) + stretch * chi**2 * c + radius_m
        bend = sigma * (1.0 - alpha * chi**2 * c) + stretch * chi * (1.0 - alpha * chi**2 * s)
        root = np.sqrt(np.abs(16.0 * slope**2 - 20.0 * miss * bend))
        step = 5.0 * miss / (slope + np.copysign(root, slope))
        # A lane that is done stands still, so that it gives the same digits in any company.
        moving = np.abs(step) > _UNIVERSAL_TOL * np.abs(chi)
        if not moving.any():
            return chi
        chi = np.where(moving, chi - step, chi)
    raise NumericalError("the coast was not solved", where="propagate", got=_UNIVERSAL_STEPS)


def _stumpff(
    z: Float[np.ndarray, "..."],
) -> tuple[Float[np.ndarray, "..."], Float[np.ndarray, "..."]]:
    """Stumpff's functions c2 and c3: entire, so the ellipse and its limits are one formula."""
    near = np.abs(z) < 1e-2
    root = np.sqrt(np.abs(np.where(near, 1.0, z)))
    bound = z > 0.0
    bounded = np.minimum(root, 700.0)
    cosine = np.where(bound, np.cos(root), np.cosh(bounded))
    sine = np.where(bound, np.sin(root), np.sinh(bounded))
    away = np.where(near, 1.0, z)
    c = np.where(
        near, 1 / 2 - z / 24 + z**2 / 720 - z**3 / 40320 + z**4 / 3628800, (1 - cosine) / away
    )
    s = np.where(
        near,
        1 / 6 - z / 120 + z**2 / 5040 - z**3 / 362880 + z**4 / 39916800,
        (root - sine) * np.where(bound, 1.0, -1.0) / root**3,
    )
    return c, s
