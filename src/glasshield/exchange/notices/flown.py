"""What flew, out of files of tracks or of true paths."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np

from glasshield.errors import InputError, UnknownNameError
from glasshield.exchange.tracks_reading import ReadPaths, read_paths, read_tracks
from glasshield.fusion.tracks import Phase, Tracks
from glasshield.monitoring.launched import FlownObject

_SHOWN: Final = 8  # objects named in an error


def read_flown(path: Path, name: str = "") -> FlownObject:
    """What flew, out of a file of tracks, or of a path without covariances.

    Args:
        path: Parquet, ASTERIX or an Orbit Ephemeris Message.
        name: of the object in the file; pieces of one flight by their names with commas between.
            A file of one object needs none.

    Raises:
        InputError: the file cannot be read, or holds several objects and none is named.
        UnknownNameError: the file holds no such object.
    """
    tracks = _tracks(path)
    if tracks is None:
        found = read_paths(path)
        return _of_path(found, _chosen(found.paths.id, name, path))
    names = tuple(str(number) for number in tracks.id.tolist())
    return _of_tracks(tracks, _chosen(names, name, path), name)


def _tracks(path: Path) -> Tracks | None:
    """The tracks of a file; none where it holds states without covariances."""
    try:
        return read_tracks(path).tracks
    except InputError as error:
        if error.what != "no state has a covariance":
            raise
    return None


def _chosen(names: tuple[str, ...], wanted: str, path: Path) -> list[int]:
    """Which objects of a file are meant.

    Raises:
        InputError: none is named, and there are several.
        UnknownNameError: there is none of a name.
    """
    if not wanted and len(names) == 1:
        return [0]
    if not wanted:
        shown = ", ".join(names[:_SHOWN]) + (", ..." if len(names) > _SHOWN else "")
        raise InputError(
            f"holds {len(names)} objects ({shown})",
            where=str(path),
            do="name the one that is meant, or the pieces of one flight with commas between",
        )
    places = []
    for name in wanted.split(","):
        if name not in names:
            raise UnknownNameError.among("object of the file", name, names)
        places.append(names.index(name))
    return places


def _rows(first_row: np.ndarray, time_s: np.ndarray, places: list[int]) -> np.ndarray:
    """The rows of objects, in order of time."""
    rows = np.concatenate([np.arange(first_row[k], first_row[k + 1]) for k in places])
    return rows[np.argsort(time_s[rows], kind="stable")]


def _of_path(found: ReadPaths, places: list[int]) -> FlownObject:
    paths = found.paths
    rows = _rows(paths.first_row, paths.time_s, places)
    return FlownObject(
        id=",".join(paths.id[k] for k in places),
        epoch=paths.epoch,
        time_s=paths.time_s[rows],
        state_ecef=paths.state_ecef[rows],
        covariance=None,
        is_boosting=None,
        simulated=found.simulated,
    )


def _of_tracks(tracks: Tracks, places: list[int], name: str) -> FlownObject:
    rows = _rows(tracks.first_row, tracks.time_s, places)
    boost = tracks.phase_probability[rows, Phase.BOOST]
    return FlownObject(
        id=name or str(tracks.id[places[0]]),
        epoch=tracks.epoch,
        time_s=tracks.time_s[rows],
        state_ecef=tracks.state_ecef[rows],
        covariance=tracks.covariance[rows],
        is_boosting=None if np.isnan(boost).any() else boost > 0.5,
        simulated=tracks.simulated,
    )
