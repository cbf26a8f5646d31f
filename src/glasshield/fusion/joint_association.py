"""Joint probabilistic data association: which detection may be whose, over all ways at once.

A joint event gives each track at most one detection and each detection to at most one track; its
weight is the product of its pairs'. A pair's probability is the share of the events that hold it.
Tracks that compete for no detection are independent, so each cluster of competitors is solved
alone, exactly: detections are given out one after another, and the weight of all events so far is
kept for every *set* of tracks that have got one. From the front and from the back this takes
d k 2^k steps for k tracks and d detections; going through the events takes up to d! / (d - k)!.

Source: Fortmann, Bar-Shalom and Scheffe 1983, IEEE J. Oceanic Engineering 8(3), 173-184 (JPDA);
Jurkat and Ryser 1966, J. Algebra 3, 1-27 (sums over matchings by sets of rows).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from glasshield.errors import NumericalError
from glasshield.fusion import imm
from glasshield.fusion.imm import Mixture
from glasshield.fusion.options import Filter
from glasshield.sensing.measurement import Frames
from glasshield.sensing.station import Station

# Sets of so many tracks and no more are kept at once: half a megabyte for each detection.
MOST_TRACKS: Final = 16


def marginals(
    ratio: Float[np.ndarray, "t d"],
) -> tuple[Float[np.ndarray, "t d"], Float[np.ndarray, "t"]]:
    """The probability of each pair of a track and a detection, and of each track's having none.

    Args:
        ratio: how much likelier each pair is than a missed track and a false alarm; 0 for pairs
            that are out of the question.

    Raises:
        NumericalError: a cluster of more than `MOST_TRACKS` tracks.
    """
    pairs, none = np.zeros_like(ratio), np.ones(len(ratio))
    for tracks, detections in clusters(ratio > 0.0):
        if len(tracks) > MOST_TRACKS:
            raise NumericalError(
                "too many tracks compete for the same detections",
                got=len(tracks),
                expected=f"at most {MOST_TRACKS}",
                do="make the gate smaller",
            )
        block = np.ix_(tracks, detections)
        pairs[block], none[tracks] = _cluster(ratio[block])
    return pairs, none


def clusters(
    possible: Bool[np.ndarray, "t d"],
) -> Iterator[tuple[Int[np.ndarray, "k"], Int[np.ndarray, "m"]]]:
    """Tracks that share possible detections, directly or over others, with these detections.

    Tracks without any possible detection stand in none.
    """
    tracks, detections = np.nonzero(possible)
    size = sum(possible.shape)
    edges = coo_array(
        (np.ones(len(tracks)), (tracks, detections + len(possible))), shape=(size, size)
    )
    _, label = connected_components(edges, directed=False)
    for number in np.unique(label[tracks]):
        members = np.flatnonzero(label == number)
        yield members[members < len(possible)], members[members >= len(possible)] - len(possible)


def take_in(
    mixture: Mixture,
    station: Station | Frames,
    measured: Float[np.ndarray, "d 4"],
    sigmas: Float[np.ndarray, "d 4"],
    pairs: Float[np.ndarray, "n d"],
    kind: Filter = Filter.EKF,
) -> Mixture:
    """The objects after each took in every detection with the probability that it is its own.

    Each detection makes a story of its own, and no detection one more; they are blended model by
    model, so that a model is moved by a detection only as far as it had foreseen it.

    Args:
        mixture: of n objects, predicted to the time of the detections.
        station: who measured: one station, or a frame for each object.
        measured: range (m), azimuth, elevation (rad), range rate (m/s); NaN where not measured.
        sigmas: standard deviations of the four; infinite or NaN where not measured.
        pairs: probability of each object and each detection.
        kind: how measurements are linearised.

    Source: Bar-Shalom and Fortmann 1988, Tracking and Data Association, section 6.4, as a mixture.
    """
    expected = imm.expect(mixture, station, kind)
    count = len(mixture)
    stories, weights = [mixture], [np.maximum(1.0 - pairs.sum(axis=1), 0.0)]
    for number in np.flatnonzero(pairs.any(axis=0)):
        one = np.broadcast_to(measured[number], (count, 4))
        story, _ = imm.condition(mixture, expected, one, sigmas[number])
        stories.append(story)
        weights.append(pairs[:, number])
    return imm.blended(np.stack(weights), stories)


def _cluster(
    ratio: Float[np.ndarray, "k m"],
) -> tuple[Float[np.ndarray, "k m"], Float[np.ndarray, "k"]]:
    """The marginals of one cluster."""
    # Rows scaled to one at most: a product over many tracks neither overflows nor vanishes.
    scale = np.maximum(ratio.max(axis=1), 1.0)
    weight, missed = ratio / scale[:, None], 1.0 / scale
    count, number = weight.shape
    ahead = np.zeros((number + 1, 1 << count))  # weight of the first detections, by set
    ahead[0, 0] = 1.0
    for detection in range(number):
        ahead[detection + 1] = ahead[detection]
        for track in range(count):
            _give(track, weight[track, detection] * ahead[detection], ahead[detection + 1])
    behind = _all_missed(missed)  # weight of the last detections, given the set before them
    total = ahead[-1] @ behind
    none = np.array([_lacking(track, ahead[-1] * behind).sum() for track in range(count)])
    pairs = np.empty_like(weight)
    for detection in reversed(range(number)):
        before = behind.copy()
        for track in range(count):
            share = weight[track, detection]
            having = _having(track, behind)
            pairs[track, detection] = share * np.sum(_lacking(track, ahead[detection]) * having)
            _lacking(track, before)[...] += share * having
        behind = before
    return pairs / total, none / total


# A set of tracks is a number whose bit t stands for track t. Reshaped to (..., 2, 2^t), an array
# over all sets has those that lack track t in the first half of its middle axis.


def _lacking(track: int, by_set: Float[np.ndarray, "s"]) -> Float[np.ndarray, "a b"]:
    """A view of the sets without a track."""
    return by_set.reshape(-1, 2, 1 << track)[:, 0]


def _having(track: int, by_set: Float[np.ndarray, "s"]) -> Float[np.ndarray, "a b"]:
    """A view of the same sets with the track."""
    return by_set.reshape(-1, 2, 1 << track)[:, 1]


def _give(track: int, weight: Float[np.ndarray, "s"], out: Float[np.ndarray, "s"]) -> None:
    """Adds to `out` what becomes of the sets without a track when it gets a detection."""
    _having(track, out)[...] += _lacking(track, weight)


def _all_missed(missed: Float[np.ndarray, "k"]) -> Float[np.ndarray, "s"]:
    """For every set, the weight of all tracks outside it having no detection."""
    by_set = np.ones(1)
    for one in missed:
        by_set = np.concatenate((one * by_set, by_set))
    return by_set
