"""What radars of made-up parties see from now on, as bodies of batches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from glasshield.centre.client.packing import packed
from glasshield.earth.time import Instant
from glasshield.sensing.detections import UNKNOWN, Detections
from glasshield.sensing.station import Station
from tests.fusion.made_up import sky


@dataclass(frozen=True)
class Watch:
    """How some objects are watched.

    Attributes:
        count: of objects.
        span_s: for how long.
        period_s: of each radar.
        every_s: how often a party sends.
        seed: of the draws.
    """

    count: int = 5
    span_s: float = 20.0
    period_s: float = 0.5
    every_s: float = 0.1
    seed: int = 1


def seen(stations: tuple[Station, ...], watch: Watch) -> Detections:
    """What radars see of some objects, from the epoch on."""
    made = sky(
        np.random.default_rng(watch.seed),
        watch.count,
        span_s=watch.span_s,
        period_s=watch.period_s,
        stations=stations,
        probability=0.97,
    ).detections
    time_s = made.time_s + 0.5 * watch.span_s
    truth = np.full(len(made), UNKNOWN, dtype=np.int32)
    return replace(made, time_s=time_s, arrival_s=time_s, truth=truth).in_order()


def own(found: Detections, party: str) -> Detections:
    """Those of one party alone."""
    chosen = [k for k, station in enumerate(found.stations) if station.party == party]
    number = np.full(len(found.stations), -1, dtype=np.int32)
    number[chosen] = np.arange(len(chosen))
    kept = found.take(np.isin(found.station_index, chosen))
    stations = tuple(found.stations[k] for k in chosen)
    return replace(kept, stations=stations, station_index=number[kept.station_index])


def bodies(found: Detections, begins: Instant, every_s: float) -> Iterator[tuple[float, bytes]]:
    """When each body is due, by the clock on the wall, and the body.

    Args:
        found: of one party, by time.
        begins: the instant of the epoch.
        every_s: how often the party sends what it has seen since.
    """
    moved = replace(found, epoch=begins)
    slot = np.floor(moved.time_s / every_s).astype(int)
    for each in np.unique(slot):
        few = moved.take(slot == each)
        yield begins.posix_us / 1e6 + float(each + 1) * every_s, packed(few)
