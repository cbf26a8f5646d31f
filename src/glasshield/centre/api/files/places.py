"""Ways of objects and places of events in degrees, as maps want them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.centre.api.files.areas import Area, area_of
from glasshield.centre.picture.shown import ShownEvent
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.earth.time import Instant
from glasshield.exchange.marking import UNMARKED, Mark, labelled
from glasshield.exchange.release.terms import Mode
from glasshield.fusion.tracks import Tracks

EXERCISE: Final = "EXERCISE: nothing here has happened"
_EXERCISE: Final = Mark("EXERCISE", EXERCISE)
SIMULATED: Final = "SIMULATED"
_HALF_TURN_DEG: Final = 180.0

# Longitude and latitude in degrees, height in metres.
Point = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Way:
    """The way of one object.

    Attributes:
        number: of the object.
        start: when it begins.
        stop: when it ends.
        points: one behind the other.
    """

    number: int
    start: Instant
    stop: Instant
    points: tuple[Point, ...]

    def pieces(self) -> list[list[Point]]:
        """The way cut where it crosses the antimeridian (RFC 7946, 3.1.9)."""
        found = [[self.points[0]]]
        for before, after in zip(self.points, self.points[1:], strict=False):
            if abs(after[0] - before[0]) <= _HALF_TURN_DEG:
                found[-1].append(after)
                continue
            edge = math.copysign(_HALF_TURN_DEG, before[0])
            gone = abs(edge - before[0])
            share = gone / (gone + abs(edge + after[0]) or 1.0)
            lat, height = (b + share * (a - b) for b, a in zip(before[1:], after[1:], strict=True))
            found[-1].append((edge, lat, height))
            found.append([(-edge, lat, height), after])
        return found


@dataclass(frozen=True, slots=True)
class Spot:
    """The place of an event.

    Attributes:
        event: with its number, as the viewer is told it.
        lon_deg: east positive.
        lat_deg: geodetic.
        area: that holds it with 95 %; None where that is not known.
    """

    event: ShownEvent
    lon_deg: float
    lat_deg: float
    area: Area | None = None

    @property
    def name(self) -> str:
        """What people read."""
        told = self.event.event
        return f"{told.kind}, {told.object_class}, object {told.object}"

    @property
    def properties(self) -> dict[str, object]:
        """What programs read beside the place."""
        told = self.event.event
        return {
            "number": self.event.number,
            "picture": self.event.picture,
            "kind": told.kind.value,
            "object": told.object,
            "object_class": told.object_class,
            "time": str(told.time),
            "place": told.place.value,
            "region": told.region,
            "latency_s": _known(told.latency_s),
            "again": self.event.again,
            "expected": None if told.expected is None else str(told.expected),
            "expected_sigma_s": _known(told.expected_sigma_s),
            "contributors": ", ".join("/".join(filter(None, each)) for each in told.contributors),
            "ellipse_95_semi_major_m": self.area and self.area.semi_major_m,
            "ellipse_95_semi_minor_m": self.area and self.area.semi_minor_m,
            "ellipse_95_azimuth_deg": self.area and self.area.azimuth_deg,
        }


def marks(mode: Mode, *, simulated: bool) -> str:
    """What a file says of itself; empty for real data."""
    said = [EXERCISE] if mode is Mode.EXERCISE else []
    return "; ".join([*said, *([SIMULATED] if simulated else [])])


def mark_of(mode: Mode) -> Mark:
    """What a file of this centre says of itself, whatever data are in it."""
    return _EXERCISE if mode is Mode.EXERCISE else UNMARKED


def named(name: str, mode: Mode, *, simulated: bool) -> str:
    """A name as people read it: with all marks behind it; as it is for real data."""
    return labelled(name, mark_of(mode).word, SIMULATED if simulated else "")


def ways(tracks: Tracks) -> Iterator[Way]:
    """The ways of tracks that have any rows."""
    lat_rad, lon_rad, height_m = ecef_to_geodetic(tracks.state_ecef[:, :3])
    for place, number in enumerate(tracks.id.tolist()):
        own = tracks.rows(place)
        if own.start == own.stop:
            continue
        yield Way(
            number,
            tracks.epoch.plus_s(float(tracks.time_s[own][0])),
            tracks.epoch.plus_s(float(tracks.time_s[own][-1])),
            tuple(_points(lon_rad[own], lat_rad[own], height_m[own])),
        )


def spots(events: Sequence[ShownEvent]) -> list[Spot]:
    """The events that have a place."""
    return [
        Spot(
            each,
            round(math.degrees(each.event.lon_rad), 6),
            round(math.degrees(each.event.lat_rad), 6),
            area_of(each.event),
        )
        for each in events
        if math.isfinite(each.event.lat_rad)
    ]


def _known(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _points(
    lon_rad: Float[np.ndarray, "n"],
    lat_rad: Float[np.ndarray, "n"],
    height_m: Float[np.ndarray, "n"],
) -> Iterator[Point]:
    # Six decimals are 0.1 m.
    columns = (
        np.round(np.degrees(lon_rad), 6),
        np.round(np.degrees(lat_rad), 6),
        np.round(height_m, 1),
    )
    yield from zip(*(column.tolist() for column in columns), strict=True)
