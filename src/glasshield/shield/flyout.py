"""Flyout tables: the least time in which an interceptor reaches a point.

A fan of full flights (kick by azimuth) from one latitude is sampled over time and inverted to a
table over bearing, ground range and height in the site's own frame. The frame turns with the
Earth, so one table serves every launch; that flights eastward and westward differ is in the
table's sheets, one for each bearing.

What a table leaves out, always on the side of "does not reach": points that a flight passes only
under power, points beyond `TableSpec.longest_flight_s`, `top_m` and `farthest_m`, and cells in
which interpolation would be wrong by more than `tolerance_s`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Float, Float32

from glasshield import kernels
from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.earth.ellipsoid import east_north_up, ecef_to_geodetic, geodetic_to_ecef
from glasshield.errors import NumericalError
from glasshield.flight.fly import EarthModel, Launches, Sampling, fly
from glasshield.flight.vehicle import Vehicle
from glasshield.workspace import Cache, fingerprint

# Raised when a table made by an older program would mislead a newer one.
FORMAT_VERSION: Final = 1

# Kicks tried to learn which of them lead to useful flights.
_TRIAL_KICKS_RAD: Final = np.radians(np.r_[0.0:12.0, 12.0:61.0:2.0])
# Flights that leave their burnout a little downward reach low points far away.
_LOWEST_BURNOUT_ELEVATION_RAD: Final = np.radians(-5.0)
# Steep flights stand closer together than shallow ones: above the site they part slowly.
_STEEPENING: Final = 1.6

# Slopes of the lines that bound the reach, as quantiles of flight time; the first is nearly a wall.
_REACH_QUANTILES: Final = (0.02, 0.15, 0.4, 0.7)
_WALL_M_S: Final = 1e5


@dataclass(frozen=True, slots=True)
class TableSpec:
    """How finely a table is made, and where it ends.

    Attributes:
        azimuths: of the fan, evenly spaced.
        kicks: of the fan, spread over the elevation of the flight at burnout.
        sheets: bearings of the table.
        ground_cells: cells from the site to the farthest ground range.
        depth_cells: cells from the ground to the ceiling of the reach.
        sample_step_s: most time between two samples of a flight.
        longest_flight_s: flights are followed so long.
        top_m: greatest height in the table.
        farthest_m: greatest ground range in the table.
        tolerance_s: largest estimated error of interpolation that a cell may have.
    """

    azimuths: int = 24
    kicks: int = 64
    sheets: int = 8
    ground_cells: int = 80
    depth_cells: int = 64
    sample_step_s: float = 8.0
    longest_flight_s: float = 1500.0
    top_m: float = 2_500_000.0
    farthest_m: float = 6_000_000.0
    tolerance_s: float = 1.0


DEFAULT_SPEC: Final = TableSpec()


@dataclass(frozen=True, slots=True)
class Fan:
    """Flights of one vehicle in its site's frame, by azimuth, kick and time.

    Attributes:
        positions_enu_m: east, north, up from the site; NaN before burnout and after impact.
        first_time_s: of the first sample, after launch.
        time_step_s: between samples.
    """

    positions_enu_m: Float[np.ndarray, "azimuth kick time 3"]
    first_time_s: float
    time_step_s: float


@dataclass(frozen=True, slots=True)
class FlyoutTable:
    """The least flight time to points around a site.

    Attributes:
        cells: coefficients of the time (s) in each cell; see `native/flyout.hpp`.
        ceilings: coefficients of the greatest height (m) in each column.
        frame: ground step (chord of the unit sphere), radius (m), apex (m), drift (m, 4).
        reach: lines (offset in m, speed in m/s) over flight time; no point of the table lies
            further from the site than the least of them.
        worst_error_s: largest estimated error of interpolation in the cells that are kept.
        left_out_fraction: part of the cells within reach that were left out for their error.
    """

    cells: Float32[np.ndarray, "sheet ground depth 16"]
    ceilings: Float32[np.ndarray, "sheet ground 8"]
    frame: Float[np.ndarray, "7"]
    reach: Float[np.ndarray, "6 2"]
    worst_error_s: float
    left_out_fraction: float

    def times_s(
        self, positions_enu_m: Float[np.ndarray, "n 3"], *, threads: int = 1
    ) -> Float[np.ndarray, "n"]:
        """The least flight times (s) to points in the site's frame; infinite beyond the reach."""
        return self.times_and_room(positions_enu_m, threads=threads)[0]

    def times_and_room(
        self, positions_enu_m: Float[np.ndarray, "n 3"], *, threads: int = 1
    ) -> tuple[Float[np.ndarray, "n"], Float[np.ndarray, "n"]]:
        """The least flight times (s), and how far (m) the ceiling of the reach is above the points.

        Where the ceiling is below a point, its distance is negative; beyond the ground range of
        the table it is NaN.
        """
        positions = np.ascontiguousarray(positions_enu_m, dtype=float)
        times, room = np.empty(len(positions)), np.empty(len(positions))
        kernels.flyout_times(self.cells, self.ceilings, self.frame, positions, threads, times, room)
        return times, room


def table(
    vehicle: Vehicle,
    lat_rad: float,
    height_m: float = 0.0,
    *,
    cache: Cache | None = None,
    spec: TableSpec = DEFAULT_SPEC,
    threads: int = 0,
) -> FlyoutTable:
    """The flyout table of a vehicle at a latitude, from the cache where it is there.

    Args:
        vehicle: the interceptor.
        lat_rad: geodetic latitude of the site; the longitude does not matter.
        height_m: of the site above the ellipsoid.
        cache: where tables are kept; none to compute it anew.
        spec: how finely.
        threads: 0 for all processors.

    Raises:
        NumericalError: the vehicle does not fly.
    """

    def make() -> dict[str, np.ndarray]:
        made = invert(fan(vehicle, lat_rad, height_m, spec=spec, threads=threads), spec, threads)
        facts = np.array([made.worst_error_s, made.left_out_fraction])
        return {
            "cells": made.cells,
            "ceilings": made.ceilings,
            "frame": made.frame,
            "reach": made.reach,
            "facts": facts,
        }

    if cache is None:
        stored = make()
    else:
        key = fingerprint("flyout", FORMAT_VERSION, vehicle, lat_rad, height_m, spec)
        stored = cache.arrays("flyout", key, make)
    worst_error_s, left_out_fraction = (float(fact) for fact in stored["facts"])
    return FlyoutTable(
        cells=stored["cells"],
        ceilings=stored["ceilings"],
        frame=stored["frame"],
        reach=stored["reach"],
        worst_error_s=worst_error_s,
        left_out_fraction=left_out_fraction,
    )


def fan(
    vehicle: Vehicle,
    lat_rad: float,
    height_m: float = 0.0,
    *,
    spec: TableSpec = DEFAULT_SPEC,
    earth: EarthModel = EarthModel.ROTATING,
    threads: int = 0,
) -> Fan:
    """Flights of a vehicle in all directions, with burnout elevations from the vertical to level.

    Raises:
        NumericalError: no kick leads to a flight that leaves its burnout upward and stays up.
    """
    kicks = _kicks_rad(vehicle, lat_rad, height_m, spec.kicks, earth)
    azimuths = np.arange(spec.azimuths) * (2.0 * np.pi / spec.azimuths)
    step_s = vehicle.burnout_time_s / np.ceil(vehicle.burnout_time_s / spec.sample_step_s)
    count = int(spec.longest_flight_s / step_s) + 1
    grid_azimuth, grid_kick = np.meshgrid(azimuths, kicks, indexing="ij")
    flights = fly(
        [vehicle],
        Launches(0, lat_rad, 0.0, grid_azimuth.ravel(), grid_kick.ravel(), height_m),
        sampling=Sampling(step_s=step_s, count=count),
        earth=earth,
        threads=threads,
    )
    first = round(vehicle.burnout_time_s / step_s)
    site = geodetic_to_ecef(lat_rad, 0.0, height_m)
    axes = east_north_up(lat_rad, 0.0)
    positions = (flights.positions_ecef_m[:, first:] - site) @ axes.T
    last = int(np.isfinite(positions[..., 0]).any(axis=0).sum())
    if last < 2:
        raise NumericalError("the interceptor comes down at once after burnout", where=vehicle.name)
    shape = (spec.azimuths, spec.kicks, last, 3)
    return Fan(np.ascontiguousarray(positions[:, :last]).reshape(shape), first * step_s, step_s)


def _kicks_rad(
    vehicle: Vehicle, lat_rad: float, height_m: float, count: int, earth: EarthModel
) -> Float[np.ndarray, "k"]:
    """Kicks that spread the elevation at burnout evenly from the vertical to level."""
    flights = fly(
        [vehicle],
        Launches(0, lat_rad, 0.0, 0.0, _TRIAL_KICKS_RAD, height_m),
        earth=earth,
        threads=1,
    )
    lat, lon, _ = ecef_to_geodetic(flights.burnout_position_ecef_m)
    velocity = flights.burnout_velocity_ecef_m_s
    climb = np.einsum("nij,nj->ni", east_north_up(lat, lon), velocity)[:, 2]
    elevation = np.arcsin(climb / np.linalg.norm(velocity, axis=-1))
    useful = np.isfinite(elevation)
    falling = np.flatnonzero(~useful | (elevation < _LOWEST_BURNOUT_ELEVATION_RAD))
    end = int(falling[0]) + 1 if len(falling) and useful[falling[0]] else int(useful.sum())
    if end < 2:
        raise NumericalError(
            "no flight of the interceptor leaves its burnout upward", where=vehicle.name
        )
    # The vertical rise itself comes first; its elevation differs from 90 degrees by the plumb line.
    down = np.minimum.accumulate(elevation[:end])
    spread = np.linspace(0.0, 1.0, count) ** _STEEPENING
    wanted = down[0] + spread * (max(down[-1], _LOWEST_BURNOUT_ELEVATION_RAD) - down[0])
    kicks = np.interp(-wanted, -down, _TRIAL_KICKS_RAD[:end])
    kicks[0] = 0.0
    return kicks


def invert(fan: Fan, spec: TableSpec = DEFAULT_SPEC, threads: int = 0) -> FlyoutTable:
    """The table of least flight times that a fan of flights covers.

    Raises:
        NumericalError: the fan reaches nothing.
    """
    frame = _frame(fan, spec)
    cells = np.empty((spec.sheets, spec.ground_cells, spec.depth_cells, 16), dtype=np.float32)
    ceilings = np.empty((spec.sheets, spec.ground_cells, 8), dtype=np.float32)
    errors = np.empty((spec.sheets, 3))
    kernels.flyout_invert(
        fan.positions_enu_m,
        fan.first_time_s,
        fan.time_step_s,
        frame,
        spec.top_m,
        spec.tolerance_s,
        threads,
        cells,
        ceilings,
        errors,
    )
    kept, left_out = errors[:, 1].sum(), errors[:, 2].sum()
    if kept == 0.0:
        raise NumericalError("the flyout table is empty", do="check the interceptor's stages")
    return FlyoutTable(
        cells=cells,
        ceilings=ceilings,
        frame=frame,
        reach=_reach_lines(cells, ceilings, frame),
        worst_error_s=float(errors[:, 0].max()),
        left_out_fraction=float(left_out / (kept + left_out)),
    )


def _frame(fan: Fan, spec: TableSpec) -> Float[np.ndarray, "7"]:
    """The table's step, sphere and drift: just large enough for the fan."""
    east, north, up = np.moveaxis(fan.positions_enu_m, -1, 0)
    radius = EARTH_MEAN_RADIUS_M
    distance = np.sqrt(east**2 + north**2 + (radius + up) ** 2)
    height = distance - radius
    chord = np.sqrt(2.0 * np.maximum(1.0 - (radius + up) / distance, 0.0))
    most = 2.0 * np.sin(0.5 * min(spec.farthest_m / radius, np.pi))
    farthest = min(np.max(chord[height >= 0.0]), most)
    apex, drift = _drift(east[0, 0], north[0, 0], height[0, 0])
    return np.array([farthest / spec.ground_cells, radius, apex, *drift])


def _drift(
    east_m: Float[np.ndarray, "t"],
    north_m: Float[np.ndarray, "t"],
    height_m: Float[np.ndarray, "t"],
) -> tuple[float, Float[np.ndarray, "4"]]:
    """The apex (m) of a vertical flight, and how it drifts as it rises.

    With s = 1 - sqrt(1 - height / apex): s2 (d0 + s d1) east, s2 (d2 + s d3) north.
    """
    top = int(np.nanargmax(height_m))
    rising = slice(0, top + 1)
    # A hair above the highest sample, which need not be the apex itself.
    apex = float(height_m[top]) * (1.0 + 1e-6)
    s = 1.0 - np.sqrt(1.0 - height_m[rising] / apex)
    columns = np.stack((s**2, s**3), axis=-1)
    drift = np.stack((east_m[rising], north_m[rising]), axis=-1)
    fit, *_ = np.linalg.lstsq(columns, drift, rcond=None)
    return apex, fit.T.ravel()


def _reach_lines(
    cells: Float32[np.ndarray, "s g d 16"],
    ceilings: Float32[np.ndarray, "s g 8"],
    frame: Float[np.ndarray, "7"],
) -> Float[np.ndarray, "6 2"]:
    """Lines over flight time above the distance of every point that a table reaches by then."""
    ground_step, radius_m = frame[:2]
    times = [cells[..., 4 * i : 4 * i + 4].astype(float) for i in range(3)]
    # At both sheets, and between them where the bow may dip.
    least_s = np.minimum(_least_corner(times[0]), _least_corner(times[0] + times[1]))
    least_s = least_s + 0.25 * np.minimum(_least_corner(times[2]), 0.0)
    c = ceilings.astype(float)
    sides = [c[..., 0:6:2], c[..., 0:6:2] + c[..., 1:6:2]]
    tops = [np.maximum(v[..., 0], v[..., 0] + v[..., 1]) + 0.25 * abs(v[..., 2]) for v in sides]
    room = 1.0 - ((1.0 + np.arange(cells.shape[2])) / cells.shape[2]) ** 2
    height = np.maximum(*tops)[..., None] * (1.0 - room**2)
    ground = (1.0 + np.arange(cells.shape[1])[:, None]) * ground_step
    d0, d1, d2, d3 = frame[3:]
    s = 1.0 - np.sqrt(np.maximum(1.0 - height / frame[2], 0.0))
    drift = s**2 * np.hypot(d0 + s * d1, d2 + s * d3)
    distance = np.sqrt(height**2 + radius_m * (radius_m + height) * ground**2) + drift
    kept = np.isfinite(least_s)
    time = least_s[kept]
    # A little above the truth, for the kernel compares in single precision.
    far = distance[kept] * 1.0001 + 100.0
    quantiles = np.quantile(time, _REACH_QUANTILES)
    speeds = [_WALL_M_S, *(_edge_speed(time, far, quantile) for quantile in quantiles), 0.0]
    return np.array([(np.max(far - speed * time), speed) for speed in speeds])


def _least_corner(c: Float[np.ndarray, "s g h 4"]) -> Float[np.ndarray, "s g h"]:
    """The least of a bilinear cell's four corner values."""
    a = c[..., 0]
    right, up = a + c[..., 1], a + c[..., 2]
    return np.minimum(np.minimum(a, right), np.minimum(up, right + c[..., 2] + c[..., 3]))


def _edge_speed(
    time_s: Float[np.ndarray, "n"], distance_m: Float[np.ndarray, "n"], around_s: float
) -> float:
    """How fast the edge of the reach moves outward around a flight time."""
    span = 0.1 * (time_s.max() - time_s.min())
    early, late = time_s <= around_s - span, time_s <= around_s + span
    if not early.any():
        return float(distance_m[late].max() / around_s)
    return float(max(distance_m[late].max() - distance_m[early].max(), 0.0) / (2.0 * span))
