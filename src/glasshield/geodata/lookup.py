"""Which country holds a point.

All borders are cut into edges that know the country to their east. The country of a point is that
of the first edge to its west along its parallel, around the globe where there is none before the
date line, so that poles, holes and the date line need no special case.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Float, Int

from glasshield.errors import RangeError
from glasshield.geodata.borders import world

WATER: Final = -1
_BANDS: Final = 1440
_CHUNK: Final = 4096  # points at once, so that a column of points on one parallel stays small


@dataclass(frozen=True, slots=True)
class Cap:
    """Who holds a pole, and the parallel up to which no border is met from it."""

    owner: int
    limit_rad: float


@dataclass(frozen=True, slots=True)
class Edges:
    """All edges of borders that are not parallels, from south to north.

    Longitudes run from -pi to pi; an edge across the date line stands there twice.
    """

    south_rad: Float[np.ndarray, " n"]
    north_rad: Float[np.ndarray, " n"]
    lon_rad: Float[np.ndarray, " n"]  # at the southern end
    slope: Float[np.ndarray, " n"]  # longitude by latitude
    east: Int[np.ndarray, " n"]  # index of the country to the east, -1 for water
    caps: tuple[Cap, Cap]  # what lies around the South and the North Pole

    def around(self, lat_rad: Float[np.ndarray, " k"]) -> Int[np.ndarray, " k"]:
        """Who holds the whole of a parallel that no border crosses."""
        south, north = self.caps
        held = np.where(lat_rad < south.limit_rad, south.owner, WATER)
        return np.where(lat_rad > north.limit_rad, north.owner, held)

    def longitudes(
        self, lat_rad: Float[np.ndarray, " k"], edge: Int[np.ndarray, " k"]
    ) -> Float[np.ndarray, " k"]:
        """Where the edges cross the parallels, radians."""
        return self.lon_rad[edge] + (lat_rad - self.south_rad[edge]) * self.slope[edge]


@functools.cache
def edges() -> Edges:
    """The edges of all borders at the fine level."""
    borders = world("fine")
    used = [k for k, sides in enumerate(borders.sides) if sides != (WATER, WATER)]
    start = np.concatenate([borders.arcs[k][:-1] for k in used])
    end = np.concatenate([borders.arcs[k][1:] for k in used])
    lengths = [len(borders.arcs[k]) - 1 for k in used]
    left, right = np.repeat(np.array([borders.sides[k] for k in used]), lengths, axis=0).T
    width = _short(end[:, 1] - start[:, 1])
    up = end[:, 0] > start[:, 0]
    south, north = np.minimum(start[:, 0], end[:, 0]), np.maximum(start[:, 0], end[:, 0])
    lon = np.where(up, start[:, 1], start[:, 1] + width)
    tilted = north > south
    slope = np.zeros_like(width)
    rise = end[:, 0] - start[:, 0]
    np.divide(width, rise, out=slope, where=tilted)
    east = np.where(up, right, left)
    table = np.column_stack([south, north, lon, slope, east])[tilted]
    far = table[:, 2] + (table[:, 1] - table[:, 0]) * table[:, 3]
    low, high = np.minimum(table[:, 2], far), np.maximum(table[:, 2], far)
    again = [table]
    for side, over in ((-2 * np.pi, high >= np.pi), (2 * np.pi, low < -np.pi)):
        copy = table[over].copy()
        copy[:, 2] += side
        again.append(copy)
    table = np.concatenate(again)
    ends = [np.ascontiguousarray(column) for column in table.T]
    return Edges(ends[0], ends[1], ends[2], ends[3], ends[4].astype(np.int64), _caps())


def _caps() -> tuple[Cap, Cap]:
    """Who holds the poles: a ring once around the globe has its land to the right of its way."""
    borders = world("fine")
    south, north = Cap(WATER, -np.pi / 2), Cap(WATER, np.pi / 2)
    for index in range(len(borders.rings)):
        for ring in (ring for polygon in borders.polygons(index) for ring in polygon):
            turn = float(np.sum(_short(np.diff(ring[:, 1]))))
            if turn > np.pi:
                south = Cap(index, float(ring[:, 0].min()))
            elif turn < -np.pi:
                north = Cap(index, float(ring[:, 0].max()))
    return south, north


def _short(difference_rad: Float[np.ndarray, " n"]) -> Float[np.ndarray, " n"]:
    return (difference_rad + np.pi) % (2 * np.pi) - np.pi


@functools.cache
def _bands() -> tuple[Int[np.ndarray, " m"], Int[np.ndarray, " k"]]:
    """The edges of each band of latitude: where they start, and their numbers."""
    table = edges()
    first, last = _band(table.south_rad), _band(table.north_rad)
    counts = last - first + 1
    edge = np.repeat(np.arange(len(counts)), counts)
    offset = np.arange(len(edge)) - np.repeat(np.cumsum(counts) - counts, counts)
    band = first[edge] + offset
    order = np.argsort(band, kind="stable")
    return np.searchsorted(band[order], np.arange(_BANDS + 1)), edge[order]


def _band(lat_rad: Float[np.ndarray, " n"]) -> Int[np.ndarray, " n"]:
    return np.clip((lat_rad / np.pi + 0.5) * _BANDS, 0, _BANDS - 1).astype(np.int64)


def point_in_country(
    lat_rad: Float[np.ndarray, "..."] | float, lon_rad: Float[np.ndarray, "..."] | float
) -> Int[np.ndarray, "..."]:
    """The index in `countries()` of the country that holds each point, -1 on the sea.

    Lakes within a country belong to it. Coasts are those of a map at 1:25 million: a point within
    some ten kilometres of one may fall on the wrong side.

    Args:
        lat_rad: latitudes, -pi/2 to pi/2.
        lon_rad: longitudes, any turn.

    Raises:
        RangeError: a latitude beyond a pole, or a number that is not finite.
    """
    lat, lon = np.broadcast_arrays(np.asarray(lat_rad, float), np.asarray(lon_rad, float))
    if not (np.isfinite(lat).all() and np.isfinite(lon).all()):
        raise RangeError("a point is not finite", expected="latitude and longitude in radians")
    if lat.size and np.abs(lat).max() > np.pi / 2:
        worst = float(np.abs(lat).max())
        raise RangeError("a point lies beyond a pole", got=f"latitude {worst:.6g} rad")
    flat_lat, flat_lon = lat.ravel(), _short(lon.ravel())
    found = np.full(flat_lat.shape, WATER, dtype=np.int64)
    for chosen, candidates in _batches(flat_lat):
        found[chosen] = _held_by(flat_lat[chosen], flat_lon[chosen], candidates)
    return found.reshape(lat.shape)


def country_at(lat_rad: float, lon_rad: float) -> int:
    """The index in `countries()` of the country that holds one point, -1 on the sea.

    What `point_in_country` says of it, in a third of the time.

    Args:
        lat_rad: latitude, -pi/2 to pi/2.
        lon_rad: longitude, any turn; both finite.
    """
    starts, numbers = _bands()
    lat, lon = np.array([lat_rad]), _short(np.array([lon_rad]))
    band = int(_band(lat)[0])
    return int(_held_by(lat, lon, numbers[starts[band] : starts[band + 1]])[0])


def _batches(
    lat_rad: Float[np.ndarray, " n"],
) -> Iterator[tuple[Int[np.ndarray, " k"], Int[np.ndarray, " m"]]]:
    """The points band by band, with the edges of the band."""
    starts, numbers = _bands()
    band = _band(lat_rad)
    order = np.argsort(band, kind="stable")
    present, first = np.unique(band[order], return_index=True)
    ends = np.append(first[1:], len(order))[: len(first)]
    for b, begin, end in zip(present, first, ends, strict=True):
        candidates = numbers[starts[b] : starts[b + 1]]
        for chunk in range(begin, end, _CHUNK):
            yield order[chunk : min(chunk + _CHUNK, end)], candidates


def _held_by(
    lat_rad: Float[np.ndarray, " k"],
    lon_rad: Float[np.ndarray, " k"],
    candidates: Int[np.ndarray, " m"],
) -> Int[np.ndarray, " k"]:
    table = edges()
    south, north = table.south_rad[candidates], table.north_rad[candidates]
    lat = lat_rad[:, None]
    crossing = table.lon_rad[candidates] + (lat - south) * table.slope[candidates]
    crossing[(lat < south) | (lat >= north)] = -np.inf
    # An edge to the east comes after a whole turn to the west.
    crossing -= np.where(crossing > lon_rad[:, None], 2 * np.pi, 0.0)
    if not len(candidates):
        return table.around(lat_rad)
    nearest = np.argmax(crossing, axis=1)
    met = np.isfinite(crossing[np.arange(len(nearest)), nearest])
    return np.where(met, table.east[candidates[nearest]], table.around(lat_rad))
