"""Detections, paths and tracks that fill every column, for round trips."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import numpy as np

from glasshield.earth.time import Instant
from glasshield.fusion.paths import Paths
from glasshield.fusion.tracks import Tracks, pack
from glasshield.sensing.detections import CLUTTER, UNKNOWN, Detections
from glasshield.sensing.sensors import Sector
from glasshield.sensing.station import Accuracy, Station

EPOCH = Instant.parse("2030-01-01T12:00:00Z")
# Messages of Orekit's test data (Apache 2.0), beside the checkout where it has them.
CCSDS = Path(__file__).parents[2] / "../shared/data/ccsds"

STATIONS = (
    Station("radar-west", np.radians(54.1), np.radians(12.2), 35.0, "A"),
    Station(
        "radar east",
        0.7123456789012345,
        1.1e-3,
        party='B "east"',
        accuracy=Accuracy(5.5, 1e-4, 2.3e-4, 0.7),
        period_s=7.0,
        false_alarms=12.5,
        range_m=6_000_123.4,
        sectors=(Sector(0.1, 2.1, 0.03, 1.4), Sector(4.0, 0.5, 0.0, 0.9)),
        process_delay_s=3.25,
    ),
)


def detections(count: int = 200, *, simulated: bool = True, full: bool = True) -> Detections:
    """Detections in order with some of every kind: angles only, without range rate, clutter.

    Args:
        count: how many.
        simulated: whether they are marked.
        full: with deviations, truth, signal to noise and arrivals, which messages do not hold.
    """
    draw = np.random.default_rng(20260115)
    range_m = draw.uniform(1e4, 4e6, count)
    range_m[draw.random(count) < 0.1] = np.nan
    rate = np.where(np.isnan(range_m), np.nan, draw.normal(0.0, 4e3, count))
    rate[draw.random(count) < 0.3] = np.nan
    time_s = np.sort(np.where(draw.random(count) < 0.5, 1.0, draw.random(count)) * 1e3)
    sigmas = draw.uniform(1e-5, 50.0, (count, 4))
    sigmas[draw.random(count) < 0.4] = np.nan
    made = Detections.of(
        EPOCH,
        STATIONS,
        time_s,
        draw.integers(0, len(STATIONS), count).astype(np.int32),
        range_m=range_m,
        azimuth_rad=draw.uniform(0.0, 2.0 * np.pi, count),
        elevation_rad=draw.uniform(-0.1, 0.5 * np.pi, count),
        range_rate_m_s=rate,
        simulated=simulated,
    )
    if full:
        made = Detections.of(
            EPOCH,
            STATIONS,
            made.time_s,
            made.station_index,
            range_m=made.range_m,
            azimuth_rad=made.azimuth_rad,
            elevation_rad=made.elevation_rad,
            range_rate_m_s=made.range_rate_m_s,
            sigmas=sigmas,
            truth=draw.choice([UNKNOWN, CLUTTER, 0, 7], count).astype(np.int32),
            snr_db=np.where(draw.random(count) < 0.5, np.nan, draw.normal(15.0, 5.0, count)),
            arrival_s=made.time_s + np.where(draw.random(count) < 0.5, 0.0, draw.random(count)),
            simulated=simulated,
        )
    return made.in_order()


def paths(objects: int = 3, states: int = 20) -> Paths:
    """Paths of objects, each with as many states."""
    draw = np.random.default_rng(7)
    count = objects * states
    state = np.concatenate(
        [draw.normal(0.0, 4e6, (count, 3)), draw.normal(0.0, 3e3, (count, 3))], axis=1
    )
    time_s = np.concatenate([np.cumsum(draw.random(states)) for _ in range(objects)])
    first = np.arange(objects + 1) * states
    return Paths(EPOCH, tuple(f"missile {each}" for each in range(objects)), first, time_s, state)


def tracks(count: int = 3, states: int = 20, *, simulated: bool = True) -> Tracks:
    """Tracks with covariances of all sizes."""
    draw = np.random.default_rng(8)
    base = paths(count, states)
    rows = len(base.time_s)
    spread = draw.normal(size=(rows, 6, 6)) * np.array([300.0, 50.0, 9.0, 5.0, 1.0, 0.1])[:, None]
    return Tracks(
        epoch=EPOCH,
        stations=STATIONS,
        id=np.arange(count, dtype=np.int32) * 3 + 4,
        first_row=base.first_row.astype(np.int32),
        time_s=base.time_s,
        state_ecef=base.state_ecef,
        packed_covariance=pack(spread @ spread.transpose(0, 2, 1) + 1e-3 * np.eye(6)),
        phase_probability=draw.dirichlet([1.0, 1.0, 1.0], rows),
        detection=draw.integers(-1, 999, rows).astype(np.int32),
        station_index=draw.integers(-1, len(STATIONS), rows).astype(np.int32),
        simulated=simulated,
    )


def differing(one: object, other: object, *aside: str) -> list[str]:
    """The fields in which two columns' worth of values differ in a single bit.

    NaN equals NaN, and the two zeros are equal.
    """
    assert type(one) is type(other)
    names = [each.name for each in fields(one) if each.name not in aside]  # type: ignore[arg-type]
    return [name for name in names if not _same(getattr(one, name), getattr(other, name))]


def _same(one: object, other: object) -> bool:
    if isinstance(one, np.ndarray):
        is_float = one.dtype.kind == "f"
        return np.array_equal(one, np.asarray(other), equal_nan=is_float)
    return one == other
