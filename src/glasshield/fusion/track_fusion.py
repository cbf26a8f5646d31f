"""One picture from parties that share tracks, not detections.

Tracks of one object are found by how near they stay to each other while both live. Where both
parties know an object, their states are joined by covariance intersection at each time at which one
of them says something new: errors that they have in common (the same detections, the same gravity,
each other's earlier tracks) make nothing surer than it is, and a picture that comes back changes
nothing.

Source: Bar-Shalom and Campo 1986, IEEE T-AES 22(6), 803-805, for why tracks hang together;
`covariance_intersection` for what is done about it.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from jaxtyping import Float, Int
from scipy.optimize import linear_sum_assignment

from glasshield import kernels
from glasshield.constants import EARTH_SEMI_MAJOR_AXIS_M
from glasshield.errors import NumericalError, RangeError
from glasshield.flight.fly import EarthModel, air_table, constants, drag_table
from glasshield.fusion import covariance_intersection, motion
from glasshield.fusion.covariance_intersection import Criterion
from glasshield.fusion.filters import Gaussian
from glasshield.fusion.kernel_rows import motion_row
from glasshield.fusion.metrics import NOTHING
from glasshield.fusion.options import Filter, Motion
from glasshield.fusion.paths import Paths, instants
from glasshield.fusion.tracks import Phase, Tracks, pack, unpack

# From the centre of the Earth: beyond it there is no drag that anybody knows.
_NO_AIR_M: Final = EARTH_SEMI_MAJOR_AXIS_M + 200e3
# Pairs of tracks whose states are held against each other in one go.
_PAIRS_AT_ONCE: Final = 50_000


@dataclass(frozen=True, slots=True)
class Sharing:
    """How tracks of several parties are joined.

    Attributes:
        criterion: by which states are joined.
        gate: two tracks are one object's when their squared Mahalanobis distance, with room for any
            correlation, is less than this on average. Independent errors give 3, for six numbers.
        step_s: between the times at which tracks are held against each other; those that live
            together for less stay apart.
        motion: what states do between a party's own rows.
    """

    criterion: Criterion = Criterion.DETERMINANT
    gate: float = 12.0
    step_s: float = 2.0
    motion: Motion = field(default_factory=Motion)

    def __post_init__(self) -> None:
        if not (self.gate > 0.0 and self.step_s > 0.0):
            raise RangeError("gate and step_s are above zero", where="Sharing")


def fuse(pictures: Sequence[Tracks], sharing: Sharing | None = None) -> Tracks:
    """All parties' tracks as one picture, on the epoch of the first.

    An object that several parties follow has the id that the first of them gave it, and a row at
    every time at which one of them has a row. Its rows have no detection: several made them.

    Args:
        pictures: of each party.
        sharing: how they are joined.

    Raises:
        RangeError: no picture at all, or two stations that share an id and differ.
        NumericalError: states of one object that cannot be joined.
    """
    if not pictures:
        raise RangeError("there are no tracks to join")
    settings = Sharing() if sharing is None else sharing
    return functools.reduce(lambda one, other: _fuse_two(one, other, settings), pictures)


def same_objects(
    one: Tracks, other: Tracks, sharing: Sharing | None = None
) -> Int[np.ndarray, "p 2"]:
    """The places of tracks of two parties that follow the same objects, each track at most once.

    Args:
        one: of one party.
        other: of another, on the same epoch.
        sharing: how near they have to be.
    """
    settings = Sharing() if sharing is None else sharing
    apart = _mean_distance2(one, other, settings)
    # Whatever is not nearer than the gate is worth no more than staying alone.
    rows, columns = linear_sum_assignment(np.minimum(apart - settings.gate, 0.0))
    near = apart[rows, columns] < settings.gate
    return np.stack((rows[near], columns[near]), axis=-1)


def states_at(
    tracks: Tracks, row: Int[np.ndarray, "q"], time_s: Float[np.ndarray, "q"], settings: Motion
) -> Gaussian:
    """The states of rows carried on to times, in free flight."""
    start = Gaussian(tracks.state_ecef[row], unpack(tracks.packed_covariance[row]))
    return carried(start, tracks.phase_probability[row], time_s - tracks.time_s[row], settings)


def carried(
    start: Gaussian,
    phases: Float[np.ndarray, "n 3"],
    span_s: Float[np.ndarray, "n"],
    settings: Motion,
) -> Gaussian:
    """States carried on by spans of time, in free flight.

    Thrust and drag, as likely as the phases say, are not known in size: they widen the covariance.

    Args:
        start: the states.
        phases: probabilities of boost, coast and entry.
        span_s: each state's own.
        settings: what is known of motion.
    """
    ahead = coasted(start, span_s, settings)
    unknown = _unknown_acceleration2(start.mean, phases, settings)
    reach = np.stack((0.5 * span_s**2, span_s), axis=-1)
    spread = unknown[:, None, None] * reach[:, :, None] * reach[:, None, :]
    wider = np.einsum("nab,ij->naibj", spread, np.eye(3)).reshape(-1, 6, 6)
    return Gaussian(ahead.mean, ahead.covariance + wider)


def coasted(start: Gaussian, span_s: Float[np.ndarray, "n"], settings: Motion) -> Gaussian:
    """States after spans of time, if they coast: `filters.predict` of that motion, compiled.

    Args:
        start: the states.
        span_s: each state's own.
        settings: what is known of motion.
    """
    states = np.array(start.mean, dtype=float, order="C")
    packed = np.ascontiguousarray(pack(start.covariance), dtype=float)
    kernels.track_predict(
        int(Phase.COAST),
        int(Filter.EKF),
        constants(EarthModel.ROTATING),
        air_table(),
        drag_table(),
        motion_row(settings),
        np.ascontiguousarray(span_s, dtype=float),
        states,
        packed,
    )
    return Gaussian(states, unpack(packed))


def _unknown_acceleration2(
    state: Float[np.ndarray, "n 6"], phases: Float[np.ndarray, "n 3"], settings: Motion
) -> Float[np.ndarray, "n"]:
    """The mean square of what free flight leaves out, at most."""
    thrust2 = sum(part**2 for part in settings.thrust_m_s2)
    drag2 = np.zeros(len(state))
    low = np.einsum("ni,ni->n", state[:, :3], state[:, :3]) < _NO_AIR_M**2
    falls = np.flatnonzero(low & (phases[:, Phase.ENTRY] > 0.0))
    if len(falls):
        light = np.full((len(falls), 1), sum(settings.drag_m2_kg))
        falling = motion.entry(settings).rate(np.hstack((state[falls], light)))[:, 3:6]
        drag = falling - motion.coast(settings).rate(state[falls])[:, 3:]
        drag2[falls] = np.sum(drag**2, axis=-1)
    return phases[:, Phase.BOOST] * thrust2 + phases[:, Phase.ENTRY] * drag2


def _mean_distance2(one: Tracks, other: Tracks, sharing: Sharing) -> Float[np.ndarray, "k l"]:
    """How far each two tracks are apart on average; infinite for those that never live together."""
    total, count = np.zeros((len(one), len(other))), np.zeros((len(one), len(other)))
    if not (len(one) and len(other)):
        return total
    begin = max(one.time_s.min(), other.time_s.min())
    end = min(one.time_s.max(), other.time_s.max())
    for instant in instants(begin, end, sharing.step_s):
        ours, theirs = _alive(one, float(instant), sharing), _alive(other, float(instant), sharing)
        block = np.ix_(ours[0], theirs[0])
        total[block] += _capped_distance2(ours[1], theirs[1], 4.0 * sharing.gate)
        count[block] += 1.0
    return np.where(count > 0.0, total / np.maximum(count, 1.0), np.inf)


def _alive(
    tracks: Tracks, instant_s: float, sharing: Sharing
) -> tuple[Int[np.ndarray, "a"], Gaussian]:
    """Which tracks live at an instant, and their states then."""
    time = np.full(len(tracks), instant_s)
    row = Paths.of(tracks).before(np.arange(len(tracks)), time)
    place = np.flatnonzero(row != NOTHING)
    return place, states_at(tracks, row[place], time[place], sharing.motion)


def _capped_distance2(one: Gaussian, other: Gaussian, most: float) -> Float[np.ndarray, "a b"]:
    """Squared Mahalanobis distances of all pairs; those beyond the most are not worked out."""
    apart = np.linalg.norm(one.mean[:, None, :3] - other.mean[None, :, :3], axis=-1)
    size = [np.trace(each.covariance[:, :3, :3], axis1=1, axis2=2) for each in (one, other)]
    # No distance is less than that over the largest spread, nor this less than over all three.
    left, right = np.nonzero(apart**2 <= most * 2.0 * (size[0][:, None] + size[1][None, :]))
    distance2 = np.full(apart.shape, most)
    for start in range(0, len(left), _PAIRS_AT_ONCE):
        rows, columns = left[start : start + _PAIRS_AT_ONCE], right[start : start + _PAIRS_AT_ONCE]
        found = covariance_intersection.distance2(one.take(rows), other.take(columns))
        distance2[rows, columns] = np.minimum(found, most)
    return distance2


def _fuse_two(one: Tracks, other: Tracks, sharing: Sharing) -> Tracks:
    theirs = _onto(other, one)
    pairs = same_objects(one, theirs, sharing)
    new = np.setdiff1d(np.arange(len(theirs)), pairs[:, 1])
    owner = np.full(len(theirs), NOTHING)
    owner[pairs[:, 1]] = pairs[:, 0]
    owner[new] = len(one) + np.arange(len(new))
    alone = np.setdiff1d(np.arange(len(one)), pairs[:, 0])
    parts = (
        _rows_of(one, np.arange(len(one)), alone),
        _rows_of(theirs, owner, new),
        _joint_rows(one, theirs, pairs, sharing),
    )
    first_new = int(one.id.max(initial=-1)) + 1
    ids = np.concatenate((one.id, first_new + np.arange(len(new), dtype=one.id.dtype)))
    return _assembled(theirs, ids, parts, simulated=one.simulated or other.simulated)


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows of the joint picture, in any order, with the place of the track that each is of."""

    owner: Int[np.ndarray, "n"]
    time_s: Float[np.ndarray, "n"]
    estimate: Gaussian
    phases: Float[np.ndarray, "n 3"]
    station_index: Int[np.ndarray, "n"]


def _rows_of(tracks: Tracks, owner: Int[np.ndarray, "k"], places: Int[np.ndarray, "p"]) -> _Rows:
    """The rows of the tracks at these places, as they are."""
    whose = Paths.of(tracks).owner
    row = np.flatnonzero(np.isin(whose, places))
    return _Rows(
        owner[whose[row]],
        tracks.time_s[row],
        Gaussian(tracks.state_ecef[row], unpack(tracks.packed_covariance[row])),
        tracks.phase_probability[row],
        tracks.station_index[row],
    )


def _joint_rows(
    one: Tracks, other: Tracks, pairs: Int[np.ndarray, "p 2"], sharing: Sharing
) -> _Rows:
    """For each pair, a row at every time at which either has one."""
    pair, time = _all_times(one, other, pairs)
    sides = [
        _side(tracks, pairs[pair, column], time, sharing)
        for column, tracks in enumerate((one, other))
    ]
    (left, ours), (right, theirs) = sides
    both = (left != NOTHING) & (right != NOTHING)
    joint, weight = covariance_intersection.intersect(
        ours.take(both), theirs.take(both), sharing.criterion
    )
    if np.isnan(weight).any():
        raise NumericalError(
            "states of one object cannot be joined: a covariance is none, or two are too unlike",
            where=f"track {other.id[pairs[pair[both], 1][np.isnan(weight)][0]]}",
        )
    share = np.where(left != NOTHING, 1.0, 0.0)  # of the first party
    share[both] = weight
    mean = np.where((left != NOTHING)[:, None], ours.mean, theirs.mean)
    covariance = np.where((left != NOTHING)[:, None, None], ours.covariance, theirs.covariance)
    mean[both], covariance[both] = joint.mean, joint.covariance
    newer = _last_time(one, left) >= _last_time(other, right)
    return _Rows(
        pairs[pair, 0],
        time,
        Gaussian(mean, covariance),
        share[:, None] * one.phase_probability[left]
        + (1.0 - share[:, None]) * other.phase_probability[right],
        np.where(newer, one.station_index[left], other.station_index[right]),
    )


def _all_times(
    one: Tracks, other: Tracks, pairs: Int[np.ndarray, "p 2"]
) -> tuple[Int[np.ndarray, "q"], Float[np.ndarray, "q"]]:
    """All times at which one of a pair of tracks has a row, each once, pair by pair."""
    found = []
    for column, tracks in enumerate((one, other)):
        number = np.full(len(tracks), NOTHING)
        number[pairs[:, column]] = np.arange(len(pairs))
        pair = number[Paths.of(tracks).owner]
        found.append(np.stack((pair, tracks.time_s), axis=-1)[pair != NOTHING])
    times = np.unique(np.concatenate(found), axis=0)
    return times[:, 0].astype(np.intp), times[:, 1]


def _side(
    tracks: Tracks, number: Int[np.ndarray, "q"], time_s: Float[np.ndarray, "q"], sharing: Sharing
) -> tuple[Int[np.ndarray, "q"], Gaussian]:
    """The last rows of one party's tracks and their states at the times; any where it has none."""
    row = Paths.of(tracks).before(number, time_s)
    there = row != NOTHING
    time = np.where(there, time_s, tracks.time_s[row] if len(tracks.time_s) else 0.0)
    return row, states_at(tracks, row, time, sharing.motion)


def _last_time(tracks: Tracks, row: Int[np.ndarray, "q"]) -> Float[np.ndarray, "q"]:
    return np.where(row != NOTHING, tracks.time_s[row], -np.inf)


def _assembled(
    picture: Tracks, ids: Int[np.ndarray, "k"], parts: Sequence[_Rows], *, simulated: bool
) -> Tracks:
    """Tracks from their rows."""
    owner = np.concatenate([part.owner for part in parts])
    time = np.concatenate([part.time_s for part in parts])
    order = np.lexsort((time, owner))
    return Tracks(
        epoch=picture.epoch,
        stations=picture.stations,
        id=ids,
        first_row=np.searchsorted(owner[order], np.arange(len(ids) + 1)),
        time_s=time[order],
        state_ecef=np.concatenate([part.estimate.mean for part in parts])[order],
        packed_covariance=pack(np.concatenate([part.estimate.covariance for part in parts]))[order],
        phase_probability=np.concatenate([part.phases for part in parts])[order],
        detection=np.full(len(order), NOTHING, dtype=np.int32),
        station_index=np.concatenate([part.station_index for part in parts])[order],
        simulated=simulated,
    )


def _onto(tracks: Tracks, picture: Tracks) -> Tracks:
    """Tracks on the epoch and with the stations of another picture, its own behind them."""
    stations = {station.id: station for station in picture.stations}
    for station in tracks.stations:
        if stations.setdefault(station.id, station) != station:
            raise RangeError("two descriptions of one station differ", where=station.id)
    number = {name: place for place, name in enumerate(stations)}
    renumbered = np.array([number[station.id] for station in tracks.stations], dtype=np.int32)
    return replace(
        tracks,
        epoch=picture.epoch,
        stations=tuple(stations.values()),
        time_s=tracks.time_s + tracks.epoch.since_s(picture.epoch),
        station_index=renumbered[tracks.station_index],
    )
