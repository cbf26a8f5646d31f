"""Tracks and true paths out of files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange import asterix_tracks, parquet_tracks
from glasshield.exchange.checks import in_order
from glasshield.exchange.formats import Format, recognised
from glasshield.exchange.grammar import Fault
from glasshield.exchange.oem import Ephemerides, Ephemeris, read_ephemerides
from glasshield.exchange.problems import Place, Problem, Problems
from glasshield.fusion.paths import Paths
from glasshield.fusion.tracks import PACKED, Phase, Tracks

_EARTH_FIXED: Final = ("ITRF", "WGS84", "WGS-84", "WGS 84", "EFG", "ECEF")


@dataclass(frozen=True, slots=True)
class ReadPaths:
    """The paths of a file.

    Attributes:
        paths: Earth-fixed, those of one object joined, in the order of the file.
        simulated: whether the file says that its data are made up.
        problems: what was wrong in it.
    """

    paths: Paths
    simulated: bool
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ReadTracks:
    """The tracks of a file.

    Attributes:
        tracks: in the order of the file.
        problems: what was wrong in it.
    """

    tracks: Tracks
    problems: tuple[Problem, ...]


def read_paths(path: Path, epoch: Instant | None = None) -> ReadPaths:
    """The paths of objects in an Orbit Ephemeris Message, such as the truth of a simulation.

    Args:
        path: of the file.
        epoch: where times count from; without it what the file says, or the second of its first
            state.

    Raises:
        InputError: the file cannot be opened, is no such message, or holds no Earth-fixed state.
    """
    message, problems = _opened(path, epoch)
    objects = _objects(path, message, problems)
    paths = Paths(
        message.epoch,
        tuple(each.id for each in objects),
        np.cumsum([0, *(len(each.time_s) for each in objects)]),
        np.concatenate([each.time_s for each in objects]),
        np.concatenate([each.state for each in objects]),
    )
    return ReadPaths(paths, message.simulated, (*message.problems, *problems.all))


def read_tracks(path: Path, day: Instant | None = None) -> ReadTracks:
    """The tracks of a file: Parquet, an Orbit Ephemeris Message with covariances, or ASTERIX 062.

    Parquet alone holds phases, and from which detections a state came: elsewhere they are NaN and
    -1. A state without a covariance is left out.

    Args:
        path: of the file.
        day: the day, in UTC, on which an ASTERIX recording begins.

    Raises:
        InputError: the file cannot be opened, holds no tracks, or is cut off.
    """
    kind, problems = _format(path), Problems(path, Place.RECORD)
    if kind is Format.PARQUET:
        return ReadTracks(parquet_tracks.read_tracks(path, problems), problems.all)
    if kind is Format.ASTERIX:
        return ReadTracks(asterix_tracks.read_tracks(path, problems, day), problems.all)
    message, problems = _opened(path, None)
    objects = [_with_covariances(each, problems) for each in _objects(path, message, problems)]
    objects = [each for each in objects if len(each.time_s)]
    if not objects:
        raise InputError("no state has a covariance", where=str(path), do="read it as paths")
    count = sum(len(each.time_s) for each in objects)
    tracks = Tracks(
        epoch=message.epoch,
        stations=(),
        id=_numbers([each.id for each in objects]),
        first_row=np.cumsum([0, *(len(each.time_s) for each in objects)]),
        time_s=np.concatenate([each.time_s for each in objects]),
        state_ecef=np.concatenate([each.state for each in objects]),
        packed_covariance=np.concatenate([each.packed_covariance for each in objects]),
        phase_probability=np.full((count, len(Phase)), np.nan),
        detection=np.full(count, -1, dtype=np.int32),
        station_index=np.full(count, -1, dtype=np.int32),
        simulated=message.simulated,
    )
    return ReadTracks(tracks, (*message.problems, *problems.all))


@dataclass(frozen=True, slots=True)
class _Object:
    """All states of one object; covariances are NaN where there are none."""

    id: str
    time_s: Float[np.ndarray, "n"]
    state: Float[np.ndarray, "n 6"]
    line: Int[np.ndarray, "n"]
    packed_covariance: Float[np.ndarray, "n 21"]

    def take(self, kept: Bool[np.ndarray, "n"]) -> _Object:
        columns = (self.time_s, self.state, self.line, self.packed_covariance)
        return _Object(self.id, *(column[kept] for column in columns))


def _format(path: Path) -> Format:
    try:
        return recognised(path)
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror or error})", where=str(path)) from None


def _opened(path: Path, epoch: Instant | None) -> tuple[Ephemerides, Problems]:
    return read_ephemerides(path, epoch), Problems(path)


def _objects(path: Path, message: Ephemerides, problems: Problems) -> list[_Object]:
    """The objects of a message whose states are Earth-fixed, their segments joined.

    Raises:
        InputError: there is none.
    """
    parts: dict[str, list[_Object]] = {}
    for segment in message.segments:
        fault = segment.fault or _unusable(segment)
        if fault:
            reason = f"the segment is left out: {fault.reason}"
            problems.add(fault.line, reason, records=len(segment))
        else:
            own = _object(segment)
            parts.setdefault(own.id, []).append(own)
    objects = [_joined(each, problems) for each in parts.values() if sum(len(p.line) for p in each)]
    if not objects:
        found = (*message.problems, *problems.all)
        why = f": {found[0].sentence}" if found else ""
        raise InputError(f"no Earth-fixed state could be read{why}", where=str(path))
    return objects


def _unusable(segment: Ephemeris) -> Fault | None:
    """Why a segment holds no Earth-fixed states in UTC; none where it does."""
    metadata = segment.metadata
    frame, center = metadata.get("REF_FRAME"), metadata.get("CENTER_NAME")
    if center.upper() != "EARTH":
        return Fault(metadata.line_of("CENTER_NAME"), f"its centre is {center}, not the Earth")
    if not frame.upper().startswith(_EARTH_FIXED):
        reason = f"its frame is {frame}, not an Earth-fixed one such as ITRF2000"
        return Fault(metadata.line_of("REF_FRAME"), reason)
    if metadata.get("TIME_SYSTEM") != "UTC":
        reason = f"times are in {metadata.get('TIME_SYSTEM')}, not in UTC"
        return Fault(metadata.line_of("TIME_SYSTEM"), reason)
    return None


def _object(segment: Ephemeris) -> _Object:
    """A segment's states, each with the covariance of its own time in the frame of the states."""
    packed = np.full((len(segment), PACKED), np.nan)
    covariances = segment.covariances
    frame = segment.metadata.get("REF_FRAME")
    usable = np.array([each in ("", frame) for each in covariances.frame], dtype=bool)
    given_s = covariances.time_s[usable]
    order = np.argsort(given_s, kind="stable")
    if len(order):
        place = np.clip(np.searchsorted(given_s[order], segment.time_s), 0, len(order) - 1)
        match = given_s[order][place] == segment.time_s
        packed[match] = covariances.packed[usable][order][place][match]
    name = segment.metadata.get("OBJECT_ID")
    return _Object(name, segment.time_s, segment.state, segment.line, packed)


def _joined(parts: list[_Object], problems: Problems) -> _Object:
    """One object's segments one behind the other, without states whose times run backwards."""
    whole = _Object(
        parts[0].id,
        np.concatenate([part.time_s for part in parts]),
        np.concatenate([part.state for part in parts]),
        np.concatenate([part.line for part in parts]),
        np.concatenate([part.packed_covariance for part in parts]),
    )
    kept = in_order(whole.time_s)
    problems.add_all(whole.line[~kept], "the time runs backwards")
    return whole.take(kept)


def _with_covariances(each: _Object, problems: Problems) -> _Object:
    has = np.isfinite(each.packed_covariance).all(axis=1)
    problems.add_all(each.line[~has], "the state has no covariance")
    return each.take(has)


def _numbers(names: list[str]) -> Int[np.ndarray, "k"]:
    """The numbers that tracks are called by; their places where they have names."""
    if all(name.isdecimal() and len(name) < 10 for name in names):
        return np.array([int(name) for name in names], dtype=np.int32)
    return np.arange(len(names), dtype=np.int32)
