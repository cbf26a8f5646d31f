"""What a radar measures of a state, how that changes with the state, and back to a place.

The four measurements stand in the order of `MEASURED`: range, azimuth clockwise from north,
elevation above the station's horizontal plane, and range rate, positive when the target goes away.
All are geometric: refraction is put on and taken off in `glasshield.sensing.refraction`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from jaxtyping import Float, Int

from glasshield.earth.ellipsoid import east_north_up, geodetic_to_ecef
from glasshield.sensing.station import Station

MEASURED: Final = ("range_m", "azimuth_rad", "elevation_rad", "range_rate_m_s")
# Nearer to straight overhead than this the azimuth says nothing and its slope has no end.
_OVERHEAD_M: Final = 1e-3


@dataclass(frozen=True, slots=True)
class Frames:
    """Where stations stand and which way is east, north and up there; one, or one for each row.

    Attributes:
        origin_ecef_m: of each station.
        axes: east, north and up as rows, in ECEF.
    """

    origin_ecef_m: Float[np.ndarray, "... 3"]
    axes: Float[np.ndarray, "... 3 3"]

    @classmethod
    def of(cls, stations: Station | Sequence[Station]) -> Self:
        """The frame of one station, or the frames of several along a first axis."""
        if isinstance(stations, Station):
            return cls(stations.position_ecef_m, stations.axes)
        places = np.array([(s.lat_rad, s.lon_rad, s.height_m) for s in stations]).reshape(-1, 3)
        lat, lon, height = places.T
        return cls(geodetic_to_ecef(lat, lon, height), east_north_up(lat, lon))

    def take(self, station_index: Int[np.ndarray, "n"]) -> Frames:
        """A frame for each row, by the number of its station."""
        return Frames(self.origin_ecef_m[station_index], self.axes[station_index])

    def local(self, vector_ecef: Float[np.ndarray, "... 3"]) -> Float[np.ndarray, "... 3"]:
        """Vectors (not places) in east, north and up."""
        if self.axes.ndim == 2:
            return vector_ecef @ self.axes.T
        return np.einsum("...ij,...j->...i", self.axes, vector_ecef)

    def ecef(self, vector_enu: Float[np.ndarray, "... 3"]) -> Float[np.ndarray, "... 3"]:
        """Vectors (not places) in ECEF, the inverse of `local`."""
        if self.axes.ndim == 2:
            return vector_enu @ self.axes
        return np.einsum("...ji,...j->...i", self.axes, vector_enu)


def measure(
    station: Station | Frames, state_ecef: Float[np.ndarray, "n 6"]
) -> Float[np.ndarray, "n 4"]:
    """Range (m), azimuth (rad, 0 to 2 pi), elevation (rad) and range rate (m/s) of states.

    Args:
        station: who measures: one station, or a frame for each row.
        state_ecef: position (m) and velocity relative to the turning Earth (m/s).
    """
    frames = _frames(station)
    offset = frames.local(state_ecef[..., :3] - frames.origin_ecef_m)
    velocity = frames.local(state_ecef[..., 3:])
    across = np.hypot(offset[..., 0], offset[..., 1])
    distance = np.hypot(across, offset[..., 2])
    return np.stack(
        (
            distance,
            np.arctan2(offset[..., 0], offset[..., 1]) % (2.0 * np.pi),
            np.arctan2(offset[..., 2], across),
            np.einsum("...i,...i->...", offset, velocity) / distance,
        ),
        axis=-1,
    )


def jacobian(
    station: Station | Frames, state_ecef: Float[np.ndarray, "n 6"]
) -> Float[np.ndarray, "n 4 6"]:
    """How the four measurements change with the six components of states, in ECEF.

    Within a millimetre of straight overhead, where the azimuth is not defined, its slope is held.

    Args:
        station: who measures: one station, or a frame for each row.
        state_ecef: position (m) and velocity relative to the turning Earth (m/s).
    """
    frames = _frames(station)
    offset = frames.local(state_ecef[..., :3] - frames.origin_ecef_m)
    velocity = frames.local(state_ecef[..., 3:])
    distance = np.linalg.norm(offset, axis=-1, keepdims=True)
    toward = offset / distance
    rate = np.einsum("...i,...i->...", toward, velocity)[..., None]
    slopes = np.zeros((*offset.shape[:-1], 4, 6))
    slopes[..., 0, :3] = frames.ecef(toward)
    slopes[..., 1:3, :3] = _angle_slopes(frames, offset)
    slopes[..., 3, :3] = frames.ecef((velocity - rate * toward) / distance)
    slopes[..., 3, 3:] = slopes[..., 0, :3]
    return slopes


def position(
    station: Station | Frames,
    range_m: Float[np.ndarray, "n"],
    azimuth_rad: Float[np.ndarray, "n"],
    elevation_rad: Float[np.ndarray, "n"],
) -> Float[np.ndarray, "n 3"]:
    """The ECEF positions (m) at these ranges, azimuths and geometric elevations."""
    frames = _frames(station)
    level = range_m * np.cos(elevation_rad)
    offset = np.stack(
        (
            level * np.sin(azimuth_rad),
            level * np.cos(azimuth_rad),
            range_m * np.sin(elevation_rad),
        ),
        axis=-1,
    )
    return frames.origin_ecef_m + frames.ecef(offset)


def position_covariance(
    station: Station | Frames,
    measured: Float[np.ndarray, "n 3"],
    sigmas: Float[np.ndarray, "n 3"],
) -> Float[np.ndarray, "n 3 3"]:
    """The covariances (m2, ECEF) of positions measured by range, azimuth and elevation.

    To first order: an azimuth's uncertainty lies on the arc across, an elevation's on the arc up.

    Args:
        station: who measures: one station, or a frame for each row.
        measured: range (m), azimuth and elevation (rad).
        sigmas: standard deviations of the three.
    """
    frames = _frames(station)
    distance, azimuth, elevation = np.moveaxis(measured, -1, 0)
    sin_az, cos_az = np.sin(azimuth), np.cos(azimuth)
    sin_el, cos_el = np.sin(elevation), np.cos(elevation)
    flat = np.zeros_like(distance)
    along = np.stack((cos_el * sin_az, cos_el * cos_az, sin_el), axis=-1)
    across = np.stack((cos_az, -sin_az, flat), axis=-1) * (distance * cos_el)[..., None]
    above = np.stack((-sin_el * sin_az, -sin_el * cos_az, cos_el), axis=-1) * distance[..., None]
    spread = np.stack((along, across, above), axis=-2) * sigmas[..., None]
    if frames.axes.ndim == 2:
        rows = spread @ frames.axes
    else:
        rows = np.einsum("...kj,...ji->...ki", spread, frames.axes)
    return np.einsum("...ki,...kj->...ij", rows, rows)


def turned(angle_rad: Float[np.ndarray, "..."]) -> Float[np.ndarray, "..."]:
    """Angles brought to -pi up to pi: what a difference of two azimuths means."""
    return np.remainder(angle_rad + np.pi, 2.0 * np.pi) - np.pi


def _frames(station: Station | Frames) -> Frames:
    return Frames.of(station) if isinstance(station, Station) else station


def _angle_slopes(
    frames: Frames, offset: Float[np.ndarray, "... 3"]
) -> Float[np.ndarray, "... 2 3"]:
    """How azimuth and elevation change with the position, in ECEF."""
    east, north, up = offset[..., 0], offset[..., 1], offset[..., 2]
    across = np.maximum(np.hypot(east, north), _OVERHEAD_M)
    distance2 = across**2 + up**2
    flat = np.zeros_like(east)
    azimuth = np.stack((north, -east, flat), axis=-1) / across[..., None] ** 2
    tilt = up / (across * distance2)
    elevation = np.stack((-tilt * east, -tilt * north, across / distance2), axis=-1)
    return np.stack((frames.ecef(azimuth), frames.ecef(elevation)), axis=-2)
