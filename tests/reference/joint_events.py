"""Joint association by brute force: every joint event is written down, none is skipped."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import numpy as np
from jaxtyping import Float

NONE = -1
Event = tuple[int, ...]  # the detection of each track, or NONE


def events(tracks: int, detections: int) -> Iterator[Event]:
    """All ways to give each track at most one detection and each detection to at most one track."""
    for event in itertools.product(range(NONE, detections), repeat=tracks):
        taken = [detection for detection in event if detection != NONE]
        if len(taken) == len(set(taken)):
            yield event


def marginals(
    ratio: Float[np.ndarray, "t d"],
) -> tuple[Float[np.ndarray, "t d"], Float[np.ndarray, "t"]]:
    """The probability of each pair, and of each track's having no detection."""
    tracks, detections = ratio.shape
    pairs, none = np.zeros_like(ratio), np.zeros(tracks)
    for event in events(tracks, detections):
        weight = np.prod([ratio[t, d] for t, d in enumerate(event) if d != NONE])
        for track, detection in enumerate(event):
            if detection == NONE:
                none[track] += weight
            else:
                pairs[track, detection] += weight
    total = pairs[0].sum() + none[0] if tracks else 1.0
    return pairs / total, none / total
