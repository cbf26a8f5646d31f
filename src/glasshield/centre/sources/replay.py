"""Recorded detections as if they came now: which are sent when, and for when they are dated.

No clock is read here: whoever sends waits until each parcel is due.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from glasshield.earth.time import Instant
from glasshield.errors import RangeError
from glasshield.sensing.detections import Detections

_LEAST_GATHER_S: Final = 1e-3


@dataclass(frozen=True, slots=True)
class Replay:
    """How recorded detections are sent once more.

    Attributes:
        rate: how much faster than they came; infinite for as fast as they are taken.
        keep_times: whether they stay dated as they are; otherwise they are moved, all by the same
            span of time: so that each is as old as it was when it came (at rate 1), or that the
            last one is when it is sent.
        gather_s: what is due within so many seconds is sent together.
        most: detections in a parcel at most.
    """

    rate: float = 1.0
    keep_times: bool = False
    gather_s: float = 0.05
    most: int = 2000

    def __post_init__(self) -> None:
        if not (self.rate > 0.0 and self.gather_s >= _LEAST_GATHER_S and self.most > 0):
            raise RangeError(
                "rate and most are above zero, gather_s at least a millisecond", where="Replay"
            )


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is sent together.

    Attributes:
        due_s: when, after the begin.
        detections: by arrival.
    """

    due_s: float
    detections: Detections


def replayed(detections: Detections, begin: Instant, options: Replay) -> Iterator[Parcel]:
    """Detections in parcels, by when they are due.

    Args:
        detections: of one party, as recorded.
        begin: when sending begins.
        options: how fast, and dated for when.
    """
    if not len(detections):
        return
    ordered = detections.by_arrival()
    came_s = ordered.arrival_s - ordered.arrival_s[0]
    due_s = np.zeros_like(came_s) if math.isinf(options.rate) else came_s / options.rate
    dated = ordered if options.keep_times else _moved(ordered, begin, float(due_s[-1]))
    # A parcel is sent at the end of its span, when all in it has come.
    span = np.floor(due_s / options.gather_s).astype(np.int64)
    for rows in np.split(np.arange(len(span)), np.flatnonzero(np.diff(span)) + 1):
        due = float(due_s[rows[-1]])
        for first in range(0, len(rows), options.most):
            piece = rows[first : first + options.most]
            yield Parcel(due, dated.take(slice(int(piece[0]), int(piece[-1]) + 1)))


def _moved(ordered: Detections, begin: Instant, spent_s: float) -> Detections:
    """The same at other times: the last one came when sending ends."""
    ends = begin.plus_s(spent_s - float(ordered.arrival_s[-1]))
    return replace(ordered, epoch=ends)
