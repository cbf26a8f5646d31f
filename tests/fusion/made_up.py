"""Flights and detections made up for tests of estimation: seeded, with the truth beside them."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Int

from glasshield.earth.ellipsoid import east_north_up, ecef_to_geodetic, geodetic_to_ecef
from glasshield.earth.time import Instant
from glasshield.fusion.arcs import COAST_STEP_S, Arcs, Grid, arcs
from glasshield.sensing.detections import Detections
from glasshield.sensing.measurement import Frames, measure
from glasshield.sensing.refraction import bending
from glasshield.sensing.station import Accuracy, Station

EPOCH = Instant.parse("2030-01-01T00:00:00Z")
STATIONS = (
    Station("north", math.radians(55.0), math.radians(20.0), party="one"),
    Station("south", math.radians(46.0), math.radians(24.0), 300.0, party="two"),
    Station("east", math.radians(50.0), math.radians(34.0), 100.0, party="two"),
)
RANGE_RATE_SIGMA_M_S = 5.0


@dataclass(frozen=True)
class Sky:
    """Objects in free flight, and what stations report of them."""

    arcs: Arcs
    detections: Detections
    object_index: Int[np.ndarray, "n"]


def states(rng: np.random.Generator, count: int) -> Float[np.ndarray, "k 6"]:
    """Coasting states over the middle of the stations, in view of all for minutes."""
    lat, lon = np.radians(rng.uniform((48.0, 22.0), (53.0, 30.0), (count, 2))).T
    height = rng.uniform(300e3, 700e3, count)
    axes = east_north_up(lat, lon)
    azimuth, level = rng.uniform(0.0, 6.28, count), rng.uniform(2_500.0, 5_000.0, count)
    up = rng.uniform(-800.0, 800.0, count)
    local = np.stack((level * np.sin(azimuth), level * np.cos(azimuth), up), -1)
    velocity = np.einsum("kij,ki->kj", axes, local)
    return np.concatenate((geodetic_to_ecef(lat, lon, height), velocity), axis=-1)


def sky(
    rng: np.random.Generator,
    count: int = 10,
    *,
    span_s: float = 100.0,
    period_s: float = 2.0,
    bias: Float[np.ndarray, "s 5"] | None = None,
    stations: tuple[Station, ...] = STATIONS,
    range_rate: bool = False,
    start: Float[np.ndarray, "k 6"] | None = None,
    drag: Float[np.ndarray, "k"] | None = None,
    step_s: float = COAST_STEP_S,
    probability: float = 0.9,
) -> Sky:
    """Objects at their states at time 0, seen from half the span before to half after."""
    begin = states(rng, count) if start is None else start
    flown = arcs(np.zeros(count), begin, Grid(0.5 * span_s, 0.5 * span_s, step_s), drag)
    looks = np.arange(-0.5 * span_s, 0.5 * span_s, period_s)
    grid = np.meshgrid(looks, np.arange(len(stations)), np.arange(count), indexing="ij")
    time, station, thing = (axis.ravel() for axis in grid)
    time = time + station * period_s / len(stations)
    seen = rng.uniform(size=len(time)) < probability
    time, station, thing = time[seen], station[seen], thing[seen]
    exact = measure(Frames.of(stations).take(station), flown.at(time, thing))
    sigma = np.array(
        [(s.accuracy.range_m, s.accuracy.azimuth_rad, s.accuracy.elevation_rad) for s in stations]
    )
    sigma = np.column_stack((sigma, np.full(len(stations), RANGE_RATE_SIGMA_M_S)))[station]
    reported = exact + rng.normal(size=exact.shape) * sigma
    off = np.zeros((len(stations), 5)) if bias is None else bias
    reported[:, :3] += off[station, :3]
    heights = np.array([s.height_m for s in stations])[station]
    target = ecef_to_geodetic(flown.at(time, thing)[:, :3])[2]
    reported[:, 2] += off[station, 4] * bending(exact[:, 2], heights, target)
    detections = Detections.of(
        EPOCH,
        stations,
        time + off[station, 3],
        station.astype(np.int32),
        range_m=reported[:, 0],
        azimuth_rad=reported[:, 1] % (2.0 * np.pi),
        elevation_rad=reported[:, 2],
        range_rate_m_s=reported[:, 3] if range_rate else None,
        sigmas=sigma if range_rate else None,
        truth=thing.astype(np.int32),
        simulated=True,
    )
    return Sky(flown, detections, thing)


def precise(range_m: float, angle_rad: float) -> Accuracy:
    """An accuracy with both angles alike."""
    return Accuracy(range_m, angle_rad, angle_rad)
