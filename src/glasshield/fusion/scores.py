"""Marks of a picture whose truth is known: all metrics, over all of it and what was in view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float

from glasshield.fusion import consistency
from glasshield.fusion.consistency import Consistency
from glasshield.fusion.metrics import Gospa, Points, Scale, gospa, ospa
from glasshield.fusion.paths import Paths, instants, picture
from glasshield.fusion.siap import Associations, Siap, associate, siap
from glasshield.fusion.tracks import Tracks
from glasshield.sensing.measurement import Frames, measure
from glasshield.sensing.station import Station

# More instants than this say no more about a picture.
MOST_INSTANTS: Final = 1_000
SCALE: Final = Scale()
# An object that no track is nearer to has none.
THRESHOLD_M: Final = 10e3


@dataclass(frozen=True, slots=True)
class Marks:
    """Metrics over some part of the truth.

    Attributes:
        gospa: instant by instant.
        ospa_m: the same instants.
        siap: attributes of the picture.
    """

    gospa: Gospa
    ospa_m: Float[np.ndarray, "m"]
    siap: Siap


@dataclass(frozen=True, slots=True)
class Scores:
    """All that can be said of tracks where the truth is known.

    Attributes:
        scale: cut-off and order of GOSPA and OSPA.
        whole: over all of the truth.
        in_view: over the truth as far as a station could see it.
        associations: which track followed which object, and when, over all of the truth.
        position_rmse_m: root of the mean squared error of all rows that follow an object.
        velocity_rmse_m_s: the same for the velocity.
        nees: how errors compare with covariances; as if each track counted once.
    """

    scale: Scale
    whole: Marks
    in_view: Marks
    associations: Associations
    position_rmse_m: float
    velocity_rmse_m_s: float
    nees: Consistency


def scores(tracks: Tracks, truth: Paths, scale: Scale = SCALE) -> Scores:
    """The marks of tracks as a tracker kept them, not smoothed.

    Instants are a second apart, or further where the detections last longer than a thousand. What a
    track said at an instant is its last state by then in free flight; OSPA is of the first order.

    Args:
        tracks: on any epoch.
        truth: the paths of all objects.
        scale: cut-off, order and price of changed tracks of GOSPA; cut-off of OSPA.
    """
    true = truth.onto(tracks.epoch)
    times = _instants(tracks)
    _, everything = true.grid(times)
    said = picture(tracks, times)
    visible = _only(everything, seen(tracks.stations, everything))
    following = associate(everything, said, THRESHOLD_M)
    squares, _ = consistency.nees(tracks, true, following)
    _, error = consistency.errors(tracks, true, following)
    return Scores(
        scale=scale,
        whole=_marks(everything, said, following, scale),
        in_view=_marks(visible, said, associate(visible, said, THRESHOLD_M), scale),
        associations=following,
        position_rmse_m=_root_mean_square(error[:, :3]),
        velocity_rmse_m_s=_root_mean_square(error[:, 3:]),
        nees=_once_a_track(squares, len(np.unique(following.track))),
    )


def seen(stations: tuple[Station, ...], points: Points) -> Bool[np.ndarray, "n"]:
    """Which points lie within the range and a sector of at least one station."""
    states = np.hstack([points.position_m, points.velocity_m_s])
    view = np.zeros(len(points), dtype=bool)
    for station in stations:
        distance, azimuth, elevation, _ = measure(Frames.of(station), states).T
        inside = np.zeros(len(points), dtype=bool)
        for sector in station.sectors:
            turn = np.remainder(azimuth - sector.azimuth_from_rad, 2.0 * np.pi)
            inside |= (
                (turn <= sector.azimuth_width_rad)
                & (elevation >= sector.elevation_min_rad)
                & (elevation <= sector.elevation_max_rad)
            )
        view |= inside & (distance <= station.range_m)
    return view


def _instants(tracks: Tracks) -> Float[np.ndarray, "m"]:
    if not len(tracks.time_s):
        return np.empty(0)
    start, end = float(tracks.time_s.min()), float(tracks.time_s.max())
    return instants(start, end, max(1.0, np.ceil((end - start) / MOST_INSTANTS)))


def _marks(truth: Points, said: Points, following: Associations, scale: Scale) -> Marks:
    return Marks(
        gospa=gospa(truth, said, scale),
        ospa_m=ospa(truth, said, Scale(scale.cutoff_m, order=1.0))[1],
        siap=siap(truth, said, following),
    )


def _only(points: Points, kept: Bool[np.ndarray, "n"]) -> Points:
    return Points(
        points.time_s[kept], points.number[kept], points.position_m[kept], points.velocity_m_s[kept]
    )


def _root_mean_square(error: Float[np.ndarray, "n 3"]) -> float:
    return float(np.sqrt(np.mean(np.sum(error**2, axis=-1)))) if len(error) else float("nan")


def _once_a_track(squares: Float[np.ndarray, "e"], tracks: int) -> Consistency:
    """The mean over all rows, with the bounds of one sample a track: its rows hang together."""
    every, bounds = consistency.summary(squares, 6), consistency.summary(np.ones(tracks), 6)
    return Consistency(every.count, every.degrees, every.mean, bounds.low, bounds.high)
