"""Azimuthal views of the Earth, with everything cut rightly at the edge of the view.

Points are turned on the sphere so that the middle of the view is a pole, cut there by the circle
of what is shown, and only then laid flat, so that poles and the date line are places like others.
Latitude counts as spherical: the flattening moves nothing by more than 0.2 degrees.

Lines and rings are arrays of latitude and longitude in radians. Rings of areas have their land to
the right of the way, as those of `glasshield.geodata` do; `outer` and `hole` turn others round.

Source: Snyder (1987), Map Projections: A Working Manual, USGS Professional Paper 1395, chapters
20, 24 and 25.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

import numpy as np
from jaxtyping import Bool, Float

from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.errors import RangeError

Line = Float[np.ndarray, "n 2"]  # latitude and longitude, radians
Plane = Float[np.ndarray, "n 2"]  # metres to the right and up
Turned = Float[np.ndarray, "n 3"]  # unit vectors, z towards the middle of the view

# Between two points of the data the Earth's surface is followed at least this closely.
STEP_RAD: Final = math.radians(2.0)
# The edge of the orthographic view is kept off the horizon itself, where places run together.
_NEARLY: Final = 1e-6


@dataclass(frozen=True, slots=True)
class _Form:
    """How far from the middle a point stands on the map: as a function and back, and its limit."""

    radius: Callable[[np.ndarray], np.ndarray]
    angle: Callable[[np.ndarray], np.ndarray]
    limit_rad: float


class Kind(Enum):
    """What a view keeps true."""

    ORTHOGRAPHIC = "orthographic"  # the look from far away
    EQUAL_AREA = "equal-area"
    EQUIDISTANT = "equidistant"  # distances from the middle


_FORMS: Final = {
    Kind.ORTHOGRAPHIC: _Form(np.sin, lambda r: np.arcsin(np.minimum(r, 1.0)), math.pi / 2),
    Kind.EQUAL_AREA: _Form(
        lambda c: 2 * np.sin(c / 2),
        lambda r: 2 * np.arcsin(np.minimum(r / 2, 1.0)),
        math.radians(175.0),
    ),
    Kind.EQUIDISTANT: _Form(lambda c: c, lambda r: r, math.radians(175.0)),
}


@dataclass(frozen=True, slots=True)
class Projection:
    """An azimuthal view of what lies within `limit_rad` of its middle."""

    kind: Kind
    lat_rad: float
    lon_rad: float
    limit_rad: float

    @classmethod
    def of(
        cls, kind: Kind, lat_rad: float, lon_rad: float, limit_rad: float | None = None
    ) -> Projection:
        """The view with its middle at the place, as far as it can reach or as is asked.

        Raises:
            RangeError: a middle that is not on the Earth, or a limit that the kind cannot show.
        """
        most = _FORMS[kind].limit_rad
        limit = most - _NEARLY if limit_rad is None else limit_rad
        if not (abs(lat_rad) <= math.pi / 2 and math.isfinite(lon_rad)):
            raise RangeError(
                "the middle of the map is not on the Earth", got=f"{lat_rad:g}, {lon_rad:g} rad"
            )
        if not 0 < limit <= most:
            raise RangeError(
                f"a map of the {kind.value} kind cannot reach so far",
                got=f"{math.degrees(limit):g} degrees",
                expected=f"up to {math.degrees(most):g}",
            )
        return cls(kind, lat_rad, lon_rad, limit)

    @property
    def radius_m(self) -> float:
        """The radius of the whole view on the map."""
        return EARTH_MEAN_RADIUS_M * float(_FORMS[self.kind].radius(np.array(self.limit_rad)))

    def forward(self, lat_rad: Float[np.ndarray, " n"], lon_rad: Float[np.ndarray, " n"]) -> Plane:
        """Where the points stand on the map, NaN for those beyond the limit."""
        turned = self.turned(np.column_stack([lat_rad, lon_rad]))
        return np.where(self._shows(turned)[:, None], self._flat(turned), np.nan)

    def inverse(self, xy_m: Plane) -> Line:
        """Latitude and longitude of points of the map, NaN outside the view."""
        x, y = xy_m.T / EARTH_MEAN_RADIUS_M
        r = np.hypot(x, y)
        shown = r <= self.radius_m / EARTH_MEAN_RADIUS_M
        c = _FORMS[self.kind].angle(np.where(shown, r, 0.0))
        scale = np.divide(np.sin(c), r, out=np.ones_like(r), where=r > 0)
        turned = np.column_stack([x * scale, y * scale, np.cos(c)])
        return np.where(shown[:, None], _lat_lon(turned @ self.axes()), np.nan)

    def lines(self, lines: Iterable[Line]) -> list[Plane]:
        """The visible pieces of the lines; between points they follow great circles."""
        return [
            self._flat(piece)
            for line in lines
            if len(line)
            for piece in self._pieces(_dense(self.turned(line)))
        ]

    def areas(self, rings: Iterable[Line]) -> list[Plane]:
        """The visible part of the area within the rings, as closed rings to be filled even-odd.

        Args:
            rings: closed rings of one area, with its holes or of several parts; land to the right.
        """
        turned = [_dense(self.turned(ring)) for ring in rings if len(ring) > 2]
        return [self._flat(ring) for ring in self._cut_rings(turned)]

    def outline(self) -> Plane:
        """The edge of the view, closed."""
        return self._flat(self._arc(2 * math.pi, 0.0))

    def turned(self, line: Line) -> Turned:
        """The points as unit vectors: x to the right, y up, z towards the middle of the view."""
        return unit_vectors(line) @ self.axes().T

    def axes(self) -> Float[np.ndarray, "3 3"]:
        """East, north and up at the middle of the view, as rows."""
        sin_lat, cos_lat = math.sin(self.lat_rad), math.cos(self.lat_rad)
        sin_lon, cos_lon = math.sin(self.lon_rad), math.cos(self.lon_rad)
        return np.array(
            [
                [-sin_lon, cos_lon, 0.0],
                [-sin_lat * cos_lon, -sin_lat * sin_lon, cos_lat],
                [cos_lat * cos_lon, cos_lat * sin_lon, sin_lat],
            ]
        )

    def _shows(self, turned: Turned) -> Bool[np.ndarray, " n"]:
        return turned[:, 2] >= math.cos(self.limit_rad) - 1e-12

    def _flat(self, turned: Turned) -> Plane:
        across = np.hypot(turned[:, 0], turned[:, 1])
        angle = np.arctan2(across, turned[:, 2])
        scale = np.ones_like(across)
        np.divide(_FORMS[self.kind].radius(angle), across, out=scale, where=across > 0)
        return turned[:, :2] * (scale * EARTH_MEAN_RADIUS_M)[:, None]

    def _pieces(self, line: Turned) -> list[Turned]:
        """The parts of a line within the limit, with the points where it crosses it."""
        shown = self._shows(line)
        if shown.all():
            return [line]
        if not shown.any():
            return []
        change = np.flatnonzero(shown[1:] != shown[:-1])
        edge = self._crossings(line[change], line[change + 1])
        pieces: list[Turned] = []
        start, head = 0, np.empty((0, 3))
        for k, i in enumerate(change):
            if shown[i]:
                pieces.append(np.vstack([head, line[start : i + 1], edge[k : k + 1]]))
            start, head = int(i) + 1, edge[k : k + 1]
        if shown[-1]:
            pieces.append(np.vstack([head, line[start:]]))
        return pieces

    def _crossings(self, first: Turned, second: Turned) -> Turned:
        """Where the great circles between the points cross the limit, by halving."""
        inside = np.where(self._shows(first)[:, None], first, second)
        outside = np.where(self._shows(first)[:, None], second, first)
        for _ in range(40):
            middle = inside + outside
            middle /= np.linalg.norm(middle, axis=1, keepdims=True)
            shown = self._shows(middle)[:, None]
            inside, outside = np.where(shown, middle, inside), np.where(shown, outside, middle)
        return inside

    def _cut_rings(self, rings: Sequence[Turned]) -> list[Turned]:
        """The rings cut by the limit and closed along it.

        Where a ring leaves, its land lies to the right, so that the edge of the land goes on
        clockwise along the limit to where the next ring comes in.
        """
        whole: list[Turned] = []
        parts: list[Turned] = []
        for ring in rings:
            shown = self._shows(ring)
            if shown.all():
                whole.append(ring)
            elif shown.any():
                # Begun at a point that is not shown, a ring's pieces are all bounded by the limit.
                start = int(np.argmin(shown))
                open_ring = ring[:-1]
                begun = np.vstack(
                    [open_ring[start:], open_ring[:start], open_ring[start : start + 1]]
                )
                parts.extend(self._pieces(begun))
        if parts:
            return whole + self._joined(parts)
        if rings and self._limit_is_inside(rings):
            return [*whole, self._arc(2 * math.pi, 0.0)]
        return whole

    def _joined(self, parts: Sequence[Turned]) -> list[Turned]:
        """Closed rings of the parts, joined clockwise along the limit."""
        starts = np.array([math.atan2(p[0, 1], p[0, 0]) for p in parts])
        ends = np.array([math.atan2(p[-1, 1], p[-1, 0]) for p in parts])
        ways = (ends[:, None] - starts[None, :]) % (2 * math.pi)
        follower = np.argmin(ways, axis=1)
        rings, free = [], set(range(len(parts)))
        while free:
            k = first = min(free)
            ring: list[Turned] = []
            while k in free:
                free.remove(k)
                after = int(follower[k])
                ring += [parts[k], self._arc(ends[k], ends[k] - ways[k, after])[1:]]
                k = after
            ring.append(parts[first][:1])
            rings.append(np.vstack(ring))
        return rings

    def _arc(self, start_rad: float, end_rad: float) -> Turned:
        """Points along the limit."""
        count = max(2, math.ceil(abs(end_rad - start_rad) / STEP_RAD) + 1)
        turn = np.linspace(start_rad, end_rad, count)
        across = math.sin(self.limit_rad)
        height = np.full(count, math.cos(self.limit_rad))
        return np.column_stack([across * np.cos(turn), across * np.sin(turn), height])

    def _limit_is_inside(self, rings: Sequence[Turned]) -> bool:
        """Whether land that no ring bounds within the view fills all of it along the limit.

        On a line from a point of the limit to some edge, the edge that comes first decides: the
        point is land when it lies to the edge's right.
        """
        points = np.vstack([ring[:-1] for ring in rings])
        after = np.vstack([ring[1:] for ring in rings])
        if _clear_of(points, self.limit_rad):
            return False
        a, b = _stereographic(points), _stereographic(after)
        start = _stereographic(self._arc(0.0, 0.0)[:1])[0]
        longest = int(np.argmax(np.hypot(*(b - a).T)))
        way = (a[longest] + b[longest]) / 2 - start
        side_a = way[0] * (a[:, 1] - start[1]) - way[1] * (a[:, 0] - start[0])
        side_b = way[0] * (b[:, 1] - start[1]) - way[1] * (b[:, 0] - start[0])
        crossed = np.flatnonzero((side_a > 0) != (side_b > 0))
        met = a[crossed] + (b - a)[crossed] * (side_a / (side_a - side_b))[crossed, None]
        along = (met - start) @ way
        ahead = along > 0
        nearest = crossed[ahead][np.argmin(along[ahead])]
        # An edge that goes from the left of the way to its right has the start to its right.
        return bool(side_a[nearest] > 0)


def unit_vectors(line: Line) -> Float[np.ndarray, "n 3"]:
    """The points as unit vectors from the middle of the Earth."""
    lat, lon = line[:, 0], line[:, 1]
    flat = np.cos(lat)
    return np.column_stack([flat * np.cos(lon), flat * np.sin(lon), np.sin(lat)])


def _lat_lon(vectors: Float[np.ndarray, "n 3"]) -> Line:
    x, y, z = vectors.T
    return np.column_stack([np.arctan2(z, np.hypot(x, y)), np.arctan2(y, x)])


def outer(ring: Line) -> Line:
    """The closed ring with the smaller part of the Earth to the right of its way."""
    closed = ring if np.array_equal(ring[0], ring[-1]) else np.vstack([ring, ring[:1]])
    return closed if _turns_right(closed) else closed[::-1]


def hole(ring: Line) -> Line:
    """The closed ring with the smaller part of the Earth to the left of its way."""
    return outer(ring)[::-1]


def _turns_right(ring: Line) -> bool:
    """Whether the smaller side is to the right: by the ring's area vector."""
    v = unit_vectors(ring)
    area = np.cross(v[:-1], v[1:]).sum(axis=0)
    return bool(area @ v[:-1].sum(axis=0) < 0)


def circle(lat_rad: float, lon_rad: float, radius_rad: float) -> Line:
    """The closed ring of all places at this distance, with the place itself to the right."""
    return sector(lat_rad, lon_rad, radius_rad, 2 * math.pi, 0.0)


def sector(
    lat_rad: float, lon_rad: float, radius_rad: float, from_rad: float, to_rad: float
) -> Line:
    """The closed ring of a fan: azimuths from one to the other, clockwise, out to the distance."""
    width = (to_rad - from_rad) % (2 * math.pi) or 2 * math.pi
    full = width > 2 * math.pi - 1e-9
    azimuth = from_rad + np.linspace(0.0, width, max(3, math.ceil(width / math.radians(2)) + 1))
    # By vectors: at a pole the closed form for the longitude is nothing by nothing.
    east, north, up = Projection(Kind.ORTHOGRAPHIC, lat_rad, lon_rad, 1.0).axes()
    ways = np.sin(azimuth)[:, None] * east + np.cos(azimuth)[:, None] * north
    arc = _lat_lon(math.cos(radius_rad) * up + math.sin(radius_rad) * ways)
    if full:
        arc[-1] = arc[0]
        return arc
    apex = np.array([[lat_rad, lon_rad]])
    return np.vstack([apex, arc, apex])


def graticule(step_rad: float) -> list[Line]:
    """Parallels and meridians; every second or third meridian ends short of the poles."""
    step_deg = math.degrees(step_rad)
    fine = np.radians(np.arange(-90.0, 90.01, 1.0))
    around = np.radians(np.arange(-180.0, 180.01, 1.0))
    lines = [
        np.column_stack([np.full_like(around, math.radians(lat)), around])
        for lat in np.arange(-90.0 + step_deg, 90.0 - step_deg / 2, step_deg)
    ]
    for k, lon in enumerate(np.arange(-180.0, 180.0 - step_deg / 2, step_deg)):
        top = 90.0 if k % round(90.0 / step_deg) == 0 else 90.0 - step_deg
        lat = fine[np.abs(fine) <= math.radians(top) + 1e-9]
        lines.append(np.column_stack([lat, np.full_like(lat, math.radians(lon))]))
    return lines


def _dense(turned: Turned) -> Turned:
    """The line with points added where two are more than a step apart."""
    cosine = np.clip(np.einsum("ij,ij->i", turned[:-1], turned[1:]), -1.0, 1.0)
    parts = np.maximum(1, np.ceil(np.arccos(cosine) / STEP_RAD)).astype(np.int64)
    if (parts == 1).all():
        return turned
    edge = np.repeat(np.arange(len(parts)), parts)
    within = np.arange(len(edge)) - np.repeat(np.cumsum(parts) - parts, parts)
    share = (within / parts[edge])[:, None]
    angle = np.arccos(cosine)[edge][:, None]
    sine = np.sin(angle)
    flat = sine < 1e-9  # a repeated point, or opposite ones, between which no way is the shortest
    safe = np.where(flat, 1.0, sine)
    first = np.where(flat, 1 - share, np.sin((1 - share) * angle) / safe)
    second = np.where(flat, share, np.sin(share * angle) / safe)
    added = first * turned[edge] + second * turned[edge + 1]
    added /= np.linalg.norm(added, axis=1, keepdims=True)
    return np.vstack([added, turned[-1:]])


def _clear_of(points: Turned, limit_rad: float) -> bool:
    """Whether a cap around the points, if below half the Earth, does not touch the limit."""
    middle = points.sum(axis=0)
    length = float(np.linalg.norm(middle))
    if length == 0:
        return False
    middle /= length
    reach = math.acos(min(1.0, max(-1.0, float((points @ middle).min()))))
    away = math.acos(min(1.0, max(-1.0, float(middle[2]))))
    return reach < math.pi / 2 and (away > reach + limit_rad or away + reach < limit_rad)


def _stereographic(turned: Turned) -> Plane:
    return turned[:, :2] / np.maximum(1 + turned[:, 2], 1e-9)[:, None]
