"""What sensors see of flights.

A radar sees a target that is within range for its cross-section, inside one of its sectors, and
above the sector's lower elevation as bent rays have it. Infrared sensors in orbit see a burning
motor above the clouds. A radar that has to be cued sees nothing before another sensor does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float

from glasshield.catalog.model import Search
from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.earth.ellipsoid import east_north_up, ecef_to_geodetic, geodetic_to_ecef
from glasshield.sensing.refraction import Refraction, geometric_elevation
from glasshield.sensing.sensors import OverheadInfrared, Radar, Sector, Sensor

# Flights looked at together: what is in flight through memory stays small.
_CHUNK_SAMPLES: Final = 500_000
# Halvings of a sample step with which a first sight is found.
_REFINEMENTS: Final = 6
_STRAIGHT_UP_RAD: Final = np.pi / 2.0 - 1e-9


@dataclass(frozen=True, slots=True)
class Paths:
    """Sampled flights to look at; sample i is at i * step_s after launch.

    Attributes:
        positions_ecef_m: NaN after impact.
        step_s: between samples.
        burnout_s: until when each motor burns.
        cross_section_m2: radar cross-section of each.
    """

    positions_ecef_m: Float[np.ndarray, "n m 3"]
    step_s: float
    burnout_s: Float[np.ndarray, "n"]
    cross_section_m2: Float[np.ndarray, "n"]

    def __len__(self) -> int:
        return len(self.positions_ecef_m)

    def rows(self, chosen: slice) -> Paths:
        """Some of the flights."""
        return Paths(
            self.positions_ecef_m[chosen],
            self.step_s,
            self.burnout_s[chosen],
            self.cross_section_m2[chosen],
        )


def visible(
    sensor: Sensor, paths: Paths, refraction: Refraction = Refraction.FOUR_THIRDS
) -> Bool[np.ndarray, "n m"]:
    """At which samples a sensor could see each flight, as far as place and range decide."""
    n, m = paths.positions_ecef_m.shape[:2]
    seen = np.zeros((n, m), dtype=bool)
    rows = max(1, _CHUNK_SAMPLES // max(m, 1))
    times_s = np.arange(m) * paths.step_s
    for first in range(0, n, rows):
        chosen = slice(first, first + rows)
        seen[chosen] = _sees(sensor, paths.rows(chosen), times_s, refraction)
    return seen


def first_seen_s(
    sensor: Sensor,
    paths: Paths,
    seen: Bool[np.ndarray, "n m"],
    refraction: Refraction = Refraction.FOUR_THIRDS,
) -> Float[np.ndarray, "n"]:
    """When a sensor first sees each flight, to a hundredth of a sample step; infinite for never.

    Args:
        sensor: which.
        paths: the flights.
        seen: `visible(sensor, paths)`.
        refraction: as for `seen`.
    """
    index = np.argmax(seen, axis=1) if seen.shape[1] else np.zeros(len(seen), dtype=int)
    found = seen.any(axis=1)
    late = index.astype(float)
    early = np.maximum(late - 1.0, 0.0)
    for _ in range(_REFINEMENTS):
        middle = 0.5 * (early + late)
        points = Paths(
            _between(paths.positions_ecef_m, middle)[:, None],
            paths.step_s,
            paths.burnout_s,
            paths.cross_section_m2,
        )
        times_s = (middle * paths.step_s)[:, None]
        sees = _sees(sensor, points, times_s, refraction)[:, 0]
        late = np.where(sees, middle, late)
        early = np.where(sees, early, middle)
    # The first sample itself has nothing before it.
    return np.where(found, np.where(index == 0, 0.0, late) * paths.step_s, np.inf)


@dataclass(frozen=True, slots=True)
class Watch:
    """What a set of sensors sees of flights, the cued ones after their cue.

    Attributes:
        sensors: in the order of the first axis of the others.
        seen: at which samples each sees each flight.
        first_s: when each first sees each flight; infinite for never.
    """

    sensors: tuple[Sensor, ...]
    seen: Bool[np.ndarray, "s n m"]
    first_s: Float[np.ndarray, "s n"]

    def cue_s(self, kind: type[Radar] | type[OverheadInfrared]) -> Float[np.ndarray, "n"]:
        """When the first sensor of a kind sees each flight; infinite for never."""
        chosen = [isinstance(sensor, kind) for sensor in self.sensors]
        return np.min(self.first_s[chosen], axis=0, initial=np.inf)

    @property
    def by_any_radar(self) -> Bool[np.ndarray, "n m"]:
        """At which samples at least one radar sees each flight."""
        chosen = [isinstance(sensor, Radar) for sensor in self.sensors]
        return np.any(self.seen[chosen], axis=0)


def watch(
    sensors: Sequence[Sensor],
    paths: Paths,
    refraction: Refraction = Refraction.FOUR_THIRDS,
) -> Watch:
    """What sensors see together: first those that search, then those that they cue."""
    shape = paths.positions_ecef_m.shape[:2]
    if not sensors:
        return Watch((), np.zeros((0, *shape), bool), np.zeros((0, shape[0])))
    seen = np.stack([visible(sensor, paths, refraction) for sensor in sensors])
    first = np.stack(
        [
            first_seen_s(sensor, paths, its_seen, refraction)
            for sensor, its_seen in zip(sensors, seen, strict=True)
        ]
    )
    return cued(Watch(tuple(sensors), seen, first), paths.step_s)


def cued(alone: Watch, step_s: float) -> Watch:
    """The same sensors, where those that need a cue see nothing before another one does.

    Args:
        alone: what each sensor would see if nothing had to point it.
        step_s: between samples.
    """
    waiting = np.array([_needs_cue(sensor) for sensor in alone.sensors], dtype=bool)
    if not waiting.any():
        return alone
    cue = np.min(alone.first_s[~waiting], axis=0, initial=np.inf)
    times_s = np.arange(alone.seen.shape[2]) * step_s
    after = times_s >= cue[:, None]
    seen = np.where(waiting[:, None, None], alone.seen & after, alone.seen)
    # What it could see at the cue it sees at once; what comes into view later, then.
    index = np.where(seen.any(axis=2), np.argmax(seen, axis=2), -1)
    at_once = np.maximum(alone.first_s, cue)
    arriving = np.where(index >= 0, times_s[index], np.inf)
    first = np.where(index >= 0, np.where(at_once > arriving - step_s, at_once, arriving), np.inf)
    return Watch(alone.sensors, seen, np.where(waiting[:, None], first, alone.first_s))


def least_visible_height_m(
    lat_lon_rad: tuple[float, float],
    above_lat_lon_rad: tuple[float, float],
    elevation_rad: float,
    *,
    height_m: float = 0.0,
    refraction: Refraction = Refraction.FOUR_THIRDS,
) -> float:
    """The height (m) above a place from which it is seen at an elevation from another place.

    Args:
        lat_lon_rad: where the observer stands.
        above_lat_lon_rad: the place above which.
        elevation_rad: the least apparent elevation.
        height_m: of the observer above the ellipsoid.
        refraction: whether rays bend.
    """
    origin = geodetic_to_ecef(*lat_lon_rad, height_m)
    axes = east_north_up(*lat_lon_rad)
    low, high = 0.0, 1e8
    for _ in range(60):
        middle = 0.5 * (low + high)
        enu = axes @ (geodetic_to_ecef(*above_lat_lon_rad, middle) - origin)
        limit = _limit(enu, height_m, elevation_rad, refraction)
        above = np.arctan2(enu[2], np.hypot(enu[0], enu[1])) >= limit
        low, high = (low, middle) if above else (middle, high)
    return high


def _needs_cue(sensor: Sensor) -> bool:
    return isinstance(sensor, Radar) and sensor.search is Search.CUED


def _sees(
    sensor: Sensor,
    paths: Paths,
    times_s: Float[np.ndarray, "..."],
    refraction: Refraction,
) -> Bool[np.ndarray, "n m"]:
    if isinstance(sensor, Radar):
        return _radar_sees(sensor, paths, refraction)
    return _infrared_sees(sensor, paths, times_s)


def _infrared_sees(
    sensor: OverheadInfrared, paths: Paths, times_s: Float[np.ndarray, "..."]
) -> Bool[np.ndarray, "n m"]:
    burning = times_s <= paths.burnout_s[:, None]
    burning &= np.isfinite(paths.positions_ecef_m[..., 0])
    seen = np.zeros(burning.shape, dtype=bool)
    height = ecef_to_geodetic(paths.positions_ecef_m[burning])[2]
    seen[burning] = height >= sensor.cloud_height_m
    return seen


def _radar_sees(radar: Radar, paths: Paths, refraction: Refraction) -> Bool[np.ndarray, "n m"]:
    origin = geodetic_to_ecef(radar.lat_rad, radar.lon_rad, radar.height_m)
    offset = paths.positions_ecef_m - origin
    far = radar.range_to_m(1.0) * paths.cross_section_m2**0.25
    # NaN compares false: nobody sees a flight after its impact.
    near = np.einsum("nmi,nmi->nm", offset, offset) <= far[:, None] ** 2
    enu = offset[near] @ east_north_up(radar.lat_rad, radar.lon_rad).T
    seen = np.zeros(near.shape, dtype=bool)
    seen[near] = _in_any_sector(radar, enu, refraction)
    return seen


def _in_any_sector(
    radar: Radar, enu_m: Float[np.ndarray, "k 3"], refraction: Refraction
) -> Bool[np.ndarray, "k"]:
    azimuth = np.arctan2(enu_m[:, 0], enu_m[:, 1])
    elevation = np.arctan2(enu_m[:, 2], np.hypot(enu_m[:, 0], enu_m[:, 1]))
    inside = np.zeros(len(enu_m), dtype=bool)
    for sector in radar.sectors:
        turned = (azimuth - sector.azimuth_from_rad) % (2.0 * np.pi)
        looked_at = turned <= sector.azimuth_width_rad + 1e-12
        # Refraction only lifts: what is geometrically far below the limit is not worth its rays.
        looked_at &= elevation >= sector.elevation_min_rad - _MOST_BENDING_RAD
        looked_at[looked_at] = _between_elevations(
            radar, sector, enu_m[looked_at], elevation[looked_at], refraction
        )
        inside |= looked_at
    return inside


# The bending of a ray at the horizon, with a margin.
_MOST_BENDING_RAD: Final = np.radians(1.5)


def _between_elevations(
    radar: Radar,
    sector: Sector,
    enu_m: Float[np.ndarray, "k 3"],
    elevation_rad: Float[np.ndarray, "k"],
    refraction: Refraction,
) -> Bool[np.ndarray, "k"]:
    low = _limit(enu_m, radar.height_m, sector.elevation_min_rad, refraction)
    inside = elevation_rad >= low
    if sector.elevation_max_rad < _STRAIGHT_UP_RAD:
        high = _limit(enu_m, radar.height_m, sector.elevation_max_rad, refraction)
        inside &= elevation_rad <= high
    return inside


def _limit(
    enu_m: Float[np.ndarray, "... 3"],
    height_m: float,
    elevation_rad: float,
    refraction: Refraction,
) -> Float[np.ndarray, "..."]:
    """The geometric elevation that stands for an apparent one, at the height of each point."""
    across2 = enu_m[..., 0] ** 2 + enu_m[..., 1] ** 2
    height = np.sqrt(across2 + (EARTH_MEAN_RADIUS_M + height_m + enu_m[..., 2]) ** 2)
    return geometric_elevation(elevation_rad, height_m, height - EARTH_MEAN_RADIUS_M, refraction)


def _between(
    positions_ecef_m: Float[np.ndarray, "n m 3"], index: Float[np.ndarray, "n"]
) -> Float[np.ndarray, "n 3"]:
    """Positions at fractional sample numbers, by the cubic through four samples."""
    n, m = positions_ecef_m.shape[:2]
    if m < 4:
        return positions_ecef_m[np.arange(n), np.minimum(np.ceil(index).astype(int), m - 1)]
    first = np.clip(np.floor(index).astype(int) - 1, 0, m - 4)
    f = index - first
    nodes = np.arange(4.0)
    total = np.zeros((n, 3))
    for k in range(4):
        others = np.delete(nodes, k)
        weight = np.prod((f[:, None] - others) / (k - others), axis=1)
        total += weight[:, None] * positions_ecef_m[np.arange(n), first + k]
    return total
