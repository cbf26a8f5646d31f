"""Tracks as CZML: moving points with labels and clouds of uncertainty on a globe.

Positions are Earth-fixed, in metres; times are seconds after the epoch. Simulated data say so in
the document's name and in every label.

Source: "CZML Structure", documentation of CesiumJS.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np
from jaxtyping import Float

from glasshield.earth.time import Instant
from glasshield.exchange.marking import UNMARKED, Mark, labelled
from glasshield.fusion.tracks import Phase, Tracks, unpack
from glasshield.workspace import write_atomically

# A cloud in three dimensions holds 95 % within so many deviations (chi-square, 3 degrees).
_DEVIATIONS_95: Final = 2.795483482915108
# So many clouds a track: they change slowly.
_CLOUDS: Final = 100
_COLOURS: Final = {
    Phase.BOOST: [230, 97, 1, 255],
    Phase.COAST: [53, 151, 143, 255],
    Phase.ENTRY: [118, 42, 131, 255],
}
_GREY: Final = [120, 120, 120, 255]
_SIMULATED: Final = "SIMULATED"


@dataclass(frozen=True, slots=True)
class Outline:
    """A region on the ground to be drawn with the tracks, such as a launch ellipse.

    Attributes:
        name: shown with it.
        lat_rad: of its corners, geodetic.
        lon_rad: east positive.
    """

    name: str
    lat_rad: Float[np.ndarray, "m"]
    lon_rad: Float[np.ndarray, "m"]


def write_tracks(
    tracks: Tracks, path: Path, outlines: Sequence[Outline] = (), *, mark: Mark = UNMARKED
) -> None:
    """Write tracks for a globe, each with the cloud that holds it with 95 % probability.

    Args:
        tracks: one without a state is left out.
        path: of the file.
        outlines: regions to be drawn with them.
        mark: stands in the name of everything, and in labels.

    Raises:
        OutputError: the file cannot be written.
    """
    with write_atomically(path) as aside:
        aside.write_bytes(msgspec.json.encode(packets(tracks, outlines, mark)))


def packets(
    tracks: Tracks, outlines: Sequence[Outline] = (), mark: Mark = UNMARKED
) -> list[dict[str, Any]]:
    """The packets of a document: the document itself, tracks, regions."""
    words = labelled("", mark.word, _SIMULATED if tracks.simulated else "")
    moving = [
        _track(tracks, place, words)
        for place in range(len(tracks))
        if tracks.first_row[place + 1] > tracks.first_row[place]
    ]
    ground = [_region(outline, number, words) for number, outline in enumerate(outlines)]
    document = _document(tracks, words)
    if mark.sentence:
        document["description"] = mark.sentence
    return [document, *moving, *ground]


def _document(tracks: Tracks, mark: str) -> dict[str, Any]:
    document: dict[str, Any] = {
        "id": "document",
        "name": labelled("Tracks", mark),
        "version": "1.0",
        "description": "Exercise data: nothing here has happened." if mark else "Tracks.",
    }
    if len(tracks.time_s):
        first, last = float(tracks.time_s.min()), float(tracks.time_s.max())
        document["clock"] = {
            "interval": _interval(tracks.epoch, first, last),
            "currentTime": str(tracks.epoch.plus_s(first)),
            "multiplier": 10,
        }
    return document


def _track(tracks: Tracks, place: int, mark: str) -> dict[str, Any]:
    own = tracks.rows(place)
    time_s, position = tracks.time_s[own], tracks.state_ecef[own, :3]
    number = int(tracks.id[place])
    colour = _colour(tracks.phase_probability[own])
    some = np.unique(np.linspace(0, len(time_s) - 1, min(_CLOUDS, len(time_s))).astype(int))
    radii, turns = clouds(unpack(tracks.packed_covariance[own][some])[:, :3, :3])
    epoch = str(tracks.epoch)
    return {
        "id": f"track-{number}",
        "name": labelled(f"Track {number}", mark),
        "availability": _interval(tracks.epoch, float(time_s[0]), float(time_s[-1])),
        "position": {
            "epoch": epoch,
            "referenceFrame": "FIXED",
            "interpolationAlgorithm": "LAGRANGE",
            "interpolationDegree": min(3, len(time_s) - 1) or 1,
            "cartesian": _sampled(time_s, position),
        },
        "point": {"pixelSize": 7, "color": {"rgba": colour}},
        "label": {
            "text": labelled(str(number), mark),
            "font": "13px sans-serif",
            "fillColor": {"rgba": colour},
            "horizontalOrigin": "LEFT",
            "pixelOffset": {"cartesian2": [9, 0]},
        },
        "path": {"width": 2, "leadTime": 0, "material": _solid(colour)},
        "orientation": {"epoch": epoch, "unitQuaternion": _sampled(time_s[some], turns)},
        "ellipsoid": {
            "radii": {"epoch": epoch, "cartesian": _sampled(time_s[some], radii)},
            "material": _solid([*colour[:3], 60]),
        },
    }


def _region(outline: Outline, number: int, mark: str) -> dict[str, Any]:
    corners = np.column_stack([outline.lon_rad, outline.lat_rad, np.zeros(len(outline.lat_rad))])
    return {
        "id": f"region-{number}",
        "name": labelled(outline.name, mark),
        "polygon": {
            "positions": {"cartographicRadians": corners.reshape(-1).tolist()},
            "material": _solid([*_GREY[:3], 60]),
            "outline": True,
            "height": 0,
            "outlineColor": {"rgba": _GREY},
        },
    }


def clouds(
    covariance: Float[np.ndarray, "n 3 3"],
) -> tuple[Float[np.ndarray, "n 3"], Float[np.ndarray, "n 4"]]:
    """Ellipsoids that hold 95 %: their semi-axes (m) and how they are turned.

    Args:
        covariance: of positions, one behind the other in time.

    Returns:
        Semi-axes, the longest first, and unit quaternions (x, y, z, w) that turn the axes x, y
        and z onto them; neighbours in time are turned alike.
    """
    values, vectors = np.linalg.eigh(covariance)
    axes = vectors[:, :, ::-1]
    # An eigenvector has no sign of its own: it takes that of its predecessor.
    agreement = np.sign(np.einsum("nij,nij->nj", axes[1:], axes[:-1]))
    signs = np.cumprod(np.where(agreement < 0.0, -1.0, 1.0), axis=0)
    axes = axes * np.concatenate([np.ones((1, 3)), signs])[:, None, :]
    axes[:, :, 2] = np.cross(axes[:, :, 0], axes[:, :, 1])
    radii = _DEVIATIONS_95 * np.sqrt(np.maximum(values[:, ::-1], 0.0))
    return radii, _quaternions(axes)


def _quaternions(axes: Float[np.ndarray, "n 3 3"]) -> Float[np.ndarray, "n 4"]:
    """Unit quaternions (x, y, z, w) of rotation matrices, neighbours with the same sign."""
    from scipy.spatial.transform import Rotation

    turns = np.asarray(Rotation.from_matrix(axes).as_quat())
    agreement = np.sign(np.einsum("ni,ni->n", turns[1:], turns[:-1]))
    signs = np.cumprod(np.where(agreement < 0.0, -1.0, 1.0))
    return turns * np.concatenate([[1.0], signs])[:, None]


def _colour(phases: Float[np.ndarray, "n 3"]) -> list[int]:
    """The colour of the phase in which a track ends."""
    last = phases[-1]
    return _GREY if np.isnan(last).any() else _COLOURS[Phase(int(np.argmax(last)))]


def _sampled(time_s: Float[np.ndarray, "n"], values: Float[np.ndarray, "n c"]) -> list[float]:
    """Times and values in turn, as CZML wants them."""
    flat: list[float] = np.column_stack([time_s, values]).reshape(-1).tolist()
    return flat


def _solid(rgba: list[int]) -> dict[str, Any]:
    return {"solidColor": {"color": {"rgba": rgba}}}


def _interval(epoch: Instant, first_s: float, last_s: float) -> str:
    return f"{epoch.plus_s(first_s)}/{epoch.plus_s(last_s)}"
