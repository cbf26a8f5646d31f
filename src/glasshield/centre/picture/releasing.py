"""From what a tracker has to what a viewer is given of it: chosen by class, rounded, renamed."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.centre.picture.numbering import Numbering
from glasshield.centre.picture.shown import Shown
from glasshield.centre.picture.snapshot import COLUMNS, Snapshot
from glasshield.centre.picture.ticks import TICK_US, instant_at, ticks_in
from glasshield.earth.time import Instant
from glasshield.exchange.release import coarsen
from glasshield.exchange.release.terms import CLASS_NAMES, Terms
from glasshield.fusion.options import Motion
from glasshield.fusion.track_fusion import states_at
from glasshield.fusion.tracks import Tracks, pack, unpack

# From so long on an object counts as coasted, even if no look has missed it since.
_COASTED_S: Final = 10.0
_US_A_S: Final = 1e6
_NOBODY: Final = -1


def step_of(terms: Terms) -> int:
    """At multiples of how many ticks something is released."""
    return max(ticks_in(terms.time_s), 1)


def allowed(class_index: Int[np.ndarray, "k"], terms: Terms) -> Bool[np.ndarray, "k"]:
    """Which objects the terms release, by what they are taken for."""
    if terms.classes is None:
        return np.ones(len(class_index), dtype=bool)
    return np.array([terms.has_class(name) for name in CLASS_NAMES])[class_index]


def chosen(snapshot: Snapshot, rows: Int[np.ndarray, "m"]) -> Snapshot:
    """Some objects of a snapshot."""
    if len(rows) == len(snapshot) and (np.diff(rows) == 1).all():
        return snapshot
    return replace(snapshot, **{name: getattr(snapshot, name)[rows] for name in COLUMNS})


def shown(
    seen: Snapshot, tick: int, terms: Terms, numbering: Numbering, viewer: str, picture: int
) -> Shown:
    """What a viewer is given of a snapshot.

    Args:
        seen: of the feed.
        tick: at which it is released.
        terms: under which.
        numbering: of the viewer; every object that the terms release has its number.
        viewer: who.
        picture: which of its pictures.
    """
    number = numbering.of(seen.number)
    rows = np.flatnonzero(allowed(seen.class_index, terms) & (number > 0))
    rows = rows[np.argsort(number[rows], kind="stable")]
    one = chosen(seen, rows)
    time_s, state, packed = _states(one, terms)
    last_seen_s = _floored(one.last_seen_s, one.epoch, terms)
    age_s = instant_at(tick).since_s(one.epoch) - last_seen_s
    waited_s = instant_at(tick).since_s(one.at)
    contributors, by = _contributors(one, terms)
    return Shown(
        viewer=viewer,
        picture=picture,
        terms=terms,
        mode=one.mode,
        simulated=one.simulated,
        at=instant_at(tick),
        epoch=one.epoch,
        number=number[rows],
        time_s=time_s,
        state_ecef=state,
        packed_covariance=packed,
        phase_probability=coarsen.shares(one.phase_probability, terms),
        class_index=one.class_index,
        first_seen_s=_floored(one.first_seen_s, one.epoch, terms),
        last_seen_s=last_seen_s,
        age_s=age_s,
        is_coasted=(one.looks_missed > 0) | (age_s - waited_s > _COASTED_S),
        contributors=contributors,
        by=by,
        failed_at=None if one.failed_at is None else _began(one.failed_at, terms),
        is_down=one.is_down,
    )


def _states(
    one: Snapshot, terms: Terms
) -> tuple[Float[np.ndarray, "k"], Float[np.ndarray, "k 6"], Float[np.ndarray, "k 21"]]:
    """Times, states and covariances as they are released.

    Where times are rounded, all states hold for one time on the grid: when each was last measured
    would say more than its rounded time.
    """
    time_s, state, packed = one.state_time_s, one.state_ecef, one.packed_covariance
    if terms.time_s and len(one):
        step_us = step_of(terms) * TICK_US
        held = Instant(-(-one.at.posix_us // step_us) * step_us)
        time_s = np.full(len(one), held.since_s(one.epoch))
        moved = states_at(as_tracks(one), np.arange(len(one)), time_s, Motion())
        state, packed = moved.mean, pack(moved.covariance)
    if terms.is_exact:
        return time_s, state, packed
    state, covariance = coarsen.states(state, unpack(packed), terms)
    return time_s, state, pack(covariance)


def as_tracks(one: Snapshot) -> Tracks:
    """The snapshot as tracks of one row each, of nobody's detections."""
    nobody = np.full(len(one), _NOBODY, dtype=np.int32)
    return Tracks(
        epoch=one.epoch,
        stations=(),
        id=one.number,
        first_row=np.arange(len(one) + 1),
        time_s=one.state_time_s,
        state_ecef=one.state_ecef,
        packed_covariance=one.packed_covariance,
        phase_probability=one.phase_probability,
        detection=nobody,
        station_index=nobody,
        simulated=one.simulated,
    )


def _floored(
    times_s: Float[np.ndarray, "k"], epoch: Instant, terms: Terms
) -> Float[np.ndarray, "k"]:
    """Times rounded down to the grid on which the terms release them."""
    if not terms.time_s:
        return times_s
    step_us = step_of(terms) * TICK_US
    whole_us = epoch.posix_us + np.floor(times_s * _US_A_S).astype(np.int64)
    return (whole_us // step_us * step_us - epoch.posix_us) / _US_A_S


def _began(at: Instant, terms: Terms) -> Instant:
    """An instant rounded down to the grid on which the terms release anything."""
    step_us = step_of(terms) * TICK_US
    return Instant(at.posix_us // step_us * step_us)


def _contributors(
    one: Snapshot, terms: Terms
) -> tuple[tuple[tuple[str, str], ...], Bool[np.ndarray, "k c"]]:
    """The parties and sensors that have detected any of the objects, and which of them each."""
    by = np.isfinite(one.seen_by_s)
    names = [
        coarsen.contributors([sensor], terms)[0] if has_any else None
        for sensor, has_any in zip(one.sensors, by.any(axis=0), strict=True)
    ]
    found = sorted({name for name in names if name is not None})
    columns = [by[:, [k for k, name in enumerate(names) if name == each]] for each in found]
    joint = [column.any(axis=1) for column in columns]
    return tuple(found), np.stack(joint, axis=1) if joint else np.zeros((len(one), 0), dtype=bool)


def released_rows(made: Tracks, terms: Terms, numbering: Numbering) -> Tracks:
    """The rows of tracks as they are released, under the viewer's numbers.

    Args:
        made: of a tracker, all of objects that have a number.
        terms: under which; not at rounded times.
        numbering: of the viewer.
    """
    used = np.unique(made.station_index[made.station_index >= 0])
    place = np.full(len(made.stations) + 1, _NOBODY, dtype=made.station_index.dtype)
    place[used] = np.arange(len(used))
    bare = replace(
        made,
        id=numbering.of(made.id.astype(np.int64)),
        stations=tuple(made.stations[index] for index in used.tolist()),
        station_index=place[made.station_index],
    )
    return in_order(coarsen.tracks(bare, terms))


def in_order(tracks: Tracks) -> Tracks:
    """The same tracks by number."""
    return picked(tracks, np.argsort(tracks.id, kind="stable"))


def picked(tracks: Tracks, places: Int[np.ndarray, "m"]) -> Tracks:
    """The tracks at some places, in that order."""
    counts = np.diff(tracks.first_row)[places]
    starts = tracks.first_row[places]
    first = np.append(0, np.cumsum(counts))
    rows = np.repeat(starts - first[:-1], counts) + np.arange(first[-1])
    return replace(
        tracks,
        id=tracks.id[places],
        first_row=first,
        **{name: getattr(tracks, name)[rows] for name in _ROWS},
    )


def within(tracks: Tracks, since_s: float, until_s: float) -> Tracks:
    """The rows of tracks within a span of time; tracks without any are left out."""
    inside = (tracks.time_s >= since_s) & (tracks.time_s <= until_s)
    owner = np.repeat(np.arange(len(tracks)), np.diff(tracks.first_row))
    counts = np.bincount(owner[inside], minlength=len(tracks))
    staying = counts > 0
    return replace(
        tracks,
        id=tracks.id[staying],
        first_row=np.append(0, np.cumsum(counts[staying])),
        **{name: getattr(tracks, name)[inside] for name in _ROWS},
    )


_ROWS: Final = (
    "time_s",
    "state_ecef",
    "packed_covariance",
    "phase_probability",
    "detection",
    "station_index",
)
