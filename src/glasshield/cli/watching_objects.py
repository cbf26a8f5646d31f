"""The objects of a picture as a table on a terminal."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import numpy as np
from jaxtyping import Float
from rich.console import Group, RenderableType
from rich.text import Text

from glasshield import messages
from glasshield.centre.api.wire import Picture, Track
from glasshield.cli.watching_cells import Row, Width, coordinates, names, parties, seconds, widest
from glasshield.cli.watching_pictures import title
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.earth.time import Instant
from glasshield.messages import Language, text

# An object that nobody has seen for so long is pale.
OLD_S: Final = 10.0

_DIAGONAL: Final = (0, 6, 11)  # of position, in the packed upper triangle of six rows
_PHASES: Final = ("boost", "coast", "entry")
_FLIGHT: Final = ("object", "class", "phase", "place", "height", "speed", "sigma")
_CHOICES: Final = (
    (*_FLIGHT, "seen", "by"),
    (*_FLIGHT, "seen", "by.parties"),
    (*_FLIGHT, "seen"),
    (*_FLIGHT, "ago"),
    ("object", "class", "phase", "place", "height", "speed", "ago"),
    ("object", "class", "place", "height", "speed", "ago"),
)


def table(shown: Picture, at: Instant, most: int, width: Width, lang: Language) -> RenderableType:
    """The table of the last objects of a picture.

    Args:
        shown: the picture.
        at: the instant up to which the centre has come.
        most: how many objects.
        width: of the terminal.
        lang: of the words.
    """
    tracks = shown.tracks[len(shown.tracks) - most :]
    rows = [
        _row(track, place, _age_s(track, shown, at), shown, lang)
        for track, place in zip(tracks, _places(tracks), strict=True)
    ]
    parts: list[RenderableType] = [
        Text(title(shown, width, lang), style="italic"),
        widest(rows, _CHOICES, width, lang),
    ]
    left_out = len(shown.tracks) - len(tracks)
    if left_out:
        parts.append(Text(text(lang, "centre.watch.more", n=left_out), style="dim"))
    return Group(*parts)


def _row(
    track: Track, place: Float[np.ndarray, "3"], age_s: float, shown: Picture, lang: Language
) -> Row:
    """The cells of an object."""
    speed_m_s = math.hypot(*track.velocity_ecef_m_s)
    by = [shown.contributors[at] for at in track.contributors]
    ago = seconds(age_s, lang) + ("*" if track.is_coasted else "")
    cells = {
        "object": str(track.number),
        "class": text(lang, f"centre.watch.class_of.{track.object_class}"),
        "phase": _phase(track, lang),
        "place": coordinates(float(place[0]), float(place[1])),
        "height": messages.quantity(lang, float(place[2]) / 1e3, "km", 0),
        "speed": messages.quantity(lang, speed_m_s / 1e3, "km/s", 2),
        "sigma": _sigma(track, lang),
        "seen": ago,
        "ago": ago,
        "by": names(by),
        "by.parties": parties(by),
    }
    return Row(cells, "dim" if age_s > OLD_S else "")


def _age_s(track: Track, shown: Picture, at: Instant) -> float:
    """How long ago an object was last detected, as the centre knows it."""
    if track.last_seen_s is None:
        return math.inf
    last = Instant.parse(shown.epoch).plus_s(track.last_seen_s)
    return max(at.since_s(last), 0.0)


def _phase(track: Track, lang: Language) -> str:
    if track.phases is None:
        return ""
    shares = (track.phases.boost, track.phases.coast, track.phases.entry)
    best = max(range(len(shares)), key=shares.__getitem__)
    return text(lang, f"centre.watch.phase_of.{_PHASES[best]}")


def _sigma(track: Track, lang: Language) -> str:
    """The deviation of the position, root of the mean over its axes."""
    if track.covariance is None:
        return "–"
    mean = sum(track.covariance[at] for at in _DIAGONAL) / len(_DIAGONAL)
    return messages.quantity(lang, math.sqrt(mean), "m", 0)


def _places(tracks: Sequence[Track]) -> Float[np.ndarray, "n 3"]:
    """Latitude and longitude in degrees, and height in metres, of objects."""
    if not tracks:
        return np.empty((0, 3))
    lat, lon, height = ecef_to_geodetic(np.array([one.position_ecef_m for one in tracks]))
    return np.column_stack((np.degrees(lat), np.degrees(lon), height))
