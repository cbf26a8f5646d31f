"""Which kind comes in which form, and the bytes of it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
from jaxtyping import Bool

from glasshield.centre.api.files import czml as event_czml
from glasshield.centre.api.files import geojson, kmz
from glasshield.centre.api.files.places import mark_of
from glasshield.centre.picture.shown import ShownEvent
from glasshield.exchange import czml, oem_writing, parquet, parquet_tracks, tdm_writing
from glasshield.exchange.release.terms import Mode
from glasshield.exchange.station_values import place_to_si
from glasshield.fusion.tracks import Tracks
from glasshield.sensing.detections import Detections

MEDIA_TYPES: Final = {
    "oem": "text/plain",
    "tdm": "text/plain",
    "czml": "application/json",
    "geojson": "application/geo+json",
    "kmz": "application/vnd.google-earth.kmz",
    "parquet": "application/vnd.apache.parquet",
}

TRACKS: Final[dict[str, Callable[[Tracks, Mode], bytes]]] = {
    "oem": lambda tracks, mode: _written(
        lambda path: oem_writing.write_tracks(tracks, path, mark=mark_of(mode))
    ),
    "czml": lambda tracks, mode: _written(
        lambda path: czml.write_tracks(tracks, path, mark=mark_of(mode))
    ),
    "geojson": geojson.of_tracks,
    "kmz": kmz.of_tracks,
    "parquet": lambda tracks, mode: _written(
        lambda path: parquet_tracks.write_tracks(tracks, path, mark_of(mode), place_to_si)
    ),
}
DETECTIONS: Final[dict[str, Callable[[Detections, Mode], bytes]]] = {
    "tdm": lambda found, mode: _written(
        lambda path: tdm_writing.write_tdm(found.in_order(), path, mark=mark_of(mode))
    ),
    "parquet": lambda found, mode: _written(
        lambda path: parquet.write_detections(found, path, mark_of(mode), place_to_si)
    ),
}
EVENTS: Final[dict[str, Callable[[Sequence[ShownEvent], Mode], bytes]]] = {
    "czml": event_czml.of_events,
    "geojson": geojson.of_events,
    "kmz": kmz.of_events,
}
NAMES: Final = (
    *(f"tracks.{form}" for form in TRACKS),
    *(f"detections.{form}" for form in DETECTIONS),
    *(f"events.{form}" for form in EVENTS),
)


def with_rows(tracks: Tracks, kept: Bool[np.ndarray, "n"]) -> Tracks:
    """Those tracks of which rows are kept, with these rows."""
    lengths = np.add.reduceat(
        np.append(kept, False).astype(np.int64),
        tracks.first_row[:-1],
    ) * (np.diff(tracks.first_row) > 0)
    some = lengths > 0
    return replace(
        tracks,
        id=tracks.id[some],
        first_row=np.append(0, np.cumsum(lengths[some])).astype(tracks.first_row.dtype),
        time_s=tracks.time_s[kept],
        state_ecef=tracks.state_ecef[kept],
        packed_covariance=tracks.packed_covariance[kept],
        phase_probability=tracks.phase_probability[kept],
        detection=tracks.detection[kept],
        station_index=tracks.station_index[kept],
    )


def _written(write: Callable[[Path], None]) -> bytes:
    """What a writer puts into a file."""
    with tempfile.TemporaryDirectory(prefix="glasshield-") as folder:
        path = Path(folder) / "file"
        write(path)
        return path.read_bytes()
