"""Records of announced flight tests: what the host gives notice of, and who may come and see.

The notice states places, windows and areas, as the published regimes have it, and what the host
declares of the vehicle; the rival is what somebody else says of it. The observers are radars, where
they may stand, and what the host lets them see.
"""

from __future__ import annotations

import math
from enum import StrEnum
from typing import Final

import msgspec

from glasshield.catalog.claims import ClaimId
from glasshield.catalog.model import (
    Basing,
    Box,
    InterceptorId,
    MissileId,
    Record,
    RegionId,
    SensorId,
)
from glasshield.catalog.quantity import (
    Angle,
    Area,
    Duration,
    Fact,
    Length,
    Number,
    Position,
    Speed,
)
from glasshield.catalog.scenarios import FlightShape, Observer, Swerling, moment

_MOST_VERTICES: Final = 64
_MOST_STAGES: Final = 4
_LEAST_COSINE: Final = 0.5
_ON_LINE: Final = 1e-9  # of an angle: a millimetre beside a line of 1,000 km

_Point = tuple[float, float]


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A part of an announced test; whoever reads it knows every key."""


class Window(_Part, frozen=True, kw_only=True):
    """From when until when a launch may come, in UTC as 2030-06-01T06:00:00Z is."""

    begin: str
    end: str

    def __post_init__(self) -> None:
        """Refuse a window that ends before it begins.

        Raises:
            ValueError: with the reason.
        """
        if moment(self.end) <= moment(self.begin):
            raise ValueError(f"the window ends at {self.end}, not after it begins at {self.begin}")


class RadiusUnit(StrEnum):
    """In which unit a radius was given."""

    KM = "km"
    NMI = "nmi"


# A quarter of the way round the Earth.
_MOST_RADIUS: Final = {RadiusUnit.KM: 10_000.0, RadiusUnit.NMI: 5_400.0}


class AreaRole(StrEnum):
    """What an area of a notice is."""

    LAUNCH = "launch"
    IMPACT = "impact"  # where what flew to the end comes down
    HAZARD = "hazard"  # where stages and debris may come down, and where nobody should be


class NoticeArea(Fact, frozen=True, kw_only=True):
    """An area of a notice: a polygon by its vertices, or a circle by centre and radius.

    Angles are in degrees, latitude first. The radius keeps the unit in which it was given: a
    nautical mile is 1,852 m exactly. Edges of polygons are great circles.
    """

    id: str
    role: AreaRole
    polygon_deg: tuple[tuple[float, float], ...] = ()
    centre_deg: tuple[float, float] | None = None
    radius: float | None = None
    radius_unit: RadiusUnit = RadiusUnit.KM

    def __post_init__(self) -> None:
        """Refuse an area that is no area.

        Raises:
            ValueError: not exactly one of polygon and circle, a place off the Earth, too few
                vertices, edges that cross or touch each other or the date line, or an area that
                goes too far round the Earth.
        """
        super().__post_init__()
        is_circle = self.centre_deg is not None and self.radius is not None
        if is_circle == bool(self.polygon_deg) or (self.centre_deg is None) != (
            self.radius is None
        ):
            raise ValueError(
                f"the area {self.id} is either a polygon or a circle of centre and radius"
            )
        vertices = self.polygon_deg or (self.centre_deg,)
        for place in vertices:
            assert place is not None
            if not (-90.0 <= place[0] <= 90.0 and -180.0 <= place[1] <= 180.0):
                raise ValueError(f"a vertex of the area {self.id} is off the Earth: {place}")
        if self.radius is not None and not 0.0 < self.radius <= _MOST_RADIUS[self.radius_unit]:
            most = f"{_MOST_RADIUS[self.radius_unit]:,.0f} {self.radius_unit}"
            raise ValueError(f"the radius of the area {self.id} is above zero and at most {most}")
        if self.polygon_deg:
            _check_polygon(self.id, self.polygon_deg)


class Performance(_Part, frozen=True, kw_only=True):
    """What somebody says of the vehicle: the speed at the end of the last burn, and more if known.

    The burnout speed is that of the catalogue: over a still Earth, 45 degrees above the horizon.
    """

    burnout_speed: Speed
    burn_time: Duration | None = None
    stages: Number | None = None

    def __post_init__(self) -> None:
        """Refuse a performance that no vehicle has.

        Raises:
            ValueError: a speed or a burn time not above zero, or a number of stages that is not 1
                to 4.
        """
        if self.burnout_speed.low_si <= 0.0:
            raise ValueError("a burnout speed is above zero")
        if self.burn_time is not None and self.burn_time.low_si <= 0.0:
            raise ValueError("a burn time is above zero")
        if self.stages is not None and self.stages.si not in range(1, _MOST_STAGES + 1):
            raise ValueError(f"stages are counted from 1 to {_MOST_STAGES}, not {self.stages.text}")


class Place(_Part, frozen=True, kw_only=True):
    """Where an observer may stand: at named positions, or on a grid in a box or a region.

    `on` is land or sea where only one of the two will do.
    """

    positions: tuple[Position, ...] = ()
    box: Box | None = None
    region: RegionId = ""
    spacing: Length | None = None
    on: Basing | None = None

    def __post_init__(self) -> None:
        """Refuse a place that is nowhere, or two things at once.

        Raises:
            ValueError: not exactly one of positions, box and region, or no distance between
                places.
        """
        if (bool(self.positions) + (self.box is not None) + bool(self.region)) != 1:
            raise ValueError("an observer may stand either at positions, or in a box or a region")
        if self.spacing is not None and self.spacing.low_si < 1e3:
            raise ValueError("places lie at least 1 km apart")


class Access(_Part, frozen=True, kw_only=True):
    """What the host lets an observer see; what is left out is not limited.

    Times count from the launch.
    """

    not_below: Length | None = None
    not_before: Duration | None = None
    not_after: Duration | None = None

    def __post_init__(self) -> None:
        """Refuse an access that ends before it begins.

        Raises:
            ValueError: with the reason.
        """
        if self.not_before is None or self.not_after is None:
            return
        if self.not_after.si <= self.not_before.si:
            raise ValueError(
                f"the host lets nothing be seen: not before {self.not_before.text}, "
                f"and not after {self.not_after.text}"
            )


class Guest(Observer, frozen=True, kw_only=True):
    """An observer of a test: a radar as in a scenario, and where it may stand.

    Without `place` it stands where its sensor or station does. `count` says at how many places
    radars of this kind can stand at once; three where it is left out.
    """

    party: str = ""
    place: Place | None = None
    access: Access = Access()
    count: Number | None = None


class AnnouncedTest(Record, frozen=True, kw_only=True):
    """A flight test that is announced, and who may come and see.

    What flies is an interceptor or a missile of the catalogue; its burnout speed, that which is
    declared. It flies from the site to the centre of the impact area with a full burn, on the
    higher or the lower way, or by least energy, or along `azimuth` with `burnout_angle` above the
    horizon where both are given. `issued` is when the notice was given. `burn_time_known` is what
    all sides take for granted of the burn time before anybody looks, `liftoff_known` how well the
    time of lift-off is known to the observers from elsewhere. `claims` are judged anew with what
    is measured.
    """

    interceptor: InterceptorId = ""
    missile: MissileId = ""
    host: str
    issued: str
    vehicle_class: str
    site: Position
    windows: tuple[Window, ...]
    areas: tuple[NoticeArea, ...]
    azimuth: Angle | None = None
    burnout_angle: Angle | None = None
    shape: FlightShape = FlightShape.LOFTED
    apogee: Length | None = None
    range: Length | None = None
    radar_cross_section: Area
    fluctuation: Swerling = Swerling.SWERLING_1
    declared: Performance
    rival: Performance
    burn_time_known: Duration | None = None
    liftoff_known: Duration | None = None
    observers: tuple[Guest, ...] = ()
    infrared: tuple[SensorId, ...] = ()
    claims: tuple[ClaimId, ...] = ()
    seed: int = 1

    def __post_init__(self) -> None:
        """Refuse a test of nothing, without a window or an end.

        Raises:
            ValueError: with the reason.
        """
        if bool(self.interceptor) == bool(self.missile):
            raise ValueError("a test flies either an interceptor or a missile")
        if not self.windows:
            raise ValueError("a test has at least one window")
        moment(self.issued)
        if self.azimuth is not None and not -180.0 <= self.azimuth.value <= 360.0:
            raise ValueError(
                f"an azimuth lies between -180 and 360 deg, not at {self.azimuth.text}"
            )
        if self.azimuth is None and self.burnout_angle is not None:
            raise ValueError("a burnout_angle needs an azimuth")
        if self.burnout_angle is None and self.impact_area is None:
            raise ValueError("a test has an impact area, or an azimuth and a burnout_angle")
        for names in ([area.id for area in self.areas], [guest.id for guest in self.observers]):
            if len(set(names)) < len(names):
                raise ValueError("two parts of a test share an id")

    @property
    def impact_area(self) -> NoticeArea | None:
        """The first area of impact; none where the notice has none."""
        return next((area for area in self.areas if area.role is AreaRole.IMPACT), None)


def _check_polygon(id: str, vertices: tuple[tuple[float, float], ...]) -> None:
    """Refuse a polygon that nothing can be inside of.

    Raises:
        ValueError: with the reason.
    """
    if not 3 <= len(vertices) <= _MOST_VERTICES or len(set(vertices)) < len(vertices):
        raise ValueError(
            f"the polygon {id} must have 3 to {_MOST_VERTICES} vertices, each named once"
        )
    if any(abs(a[1] - b[1]) >= 180.0 for a, b in _edges(vertices)):
        raise ValueError(
            f"the polygon {id} crosses the date line: divide it there into two, one on each side"
        )
    flat = _flattened(id, vertices)
    edges = _edges(flat)
    for k, (a, b) in enumerate(edges):
        after = edges[(k + 1) % len(edges)][1]
        if _side(a, b, after) == 0.0 and _ahead(b, a, after) > 0.0:
            raise ValueError(f"the polygon {id} turns back on itself at a vertex")
        # The next edge and the one before share a vertex with this one.
        others = edges[k + 2 : len(edges) - (k == 0)]
        if any(_meet(a, b, c, d) for c, d in others):
            raise ValueError(f"the edges of the polygon {id} cross or touch each other")


def _flattened(id: str, vertices: tuple[tuple[float, float], ...]) -> tuple[_Point, ...]:
    """The vertices on the plane that touches the Earth in their middle: edges become straight.

    Raises:
        ValueError: a polygon that is too wide for it.
    """
    places = [_unit_vector(*place) for place in vertices]
    total = [sum(place[axis] for place in places) for axis in range(3)]
    size = math.hypot(*total)
    ahead = [sum(p * t for p, t in zip(place, total, strict=True)) for place in places]
    if min(ahead) < _LEAST_COSINE * size:
        raise ValueError(f"the polygon {id} reaches further than 60 degrees from its middle")
    lon = math.atan2(total[1], total[0])
    lat = math.asin(total[2] / size)
    east = (-math.sin(lon), math.cos(lon), 0.0)
    north = (-math.sin(lat) * math.cos(lon), -math.sin(lat) * math.sin(lon), math.cos(lat))
    return tuple(
        (
            size * sum(p * e for p, e in zip(place, east, strict=True)) / away,
            size * sum(p * n for p, n in zip(place, north, strict=True)) / away,
        )
        for place, away in zip(places, ahead, strict=True)
    )


def _unit_vector(lat_deg: float, lon_deg: float) -> tuple[float, float, float]:
    lat, lon = math.radians(lat_deg), math.radians(lon_deg)
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)


def _edges(vertices: tuple[_Point, ...]) -> list[tuple[_Point, _Point]]:
    """The edges one after the other, the last one back to the first vertex."""
    return [(vertices[k], vertices[(k + 1) % len(vertices)]) for k in range(len(vertices))]


def _meet(a: _Point, b: _Point, c: _Point, d: _Point) -> bool:
    """Whether two edges have a point in common."""
    sides = (_side(a, b, c), _side(a, b, d), _side(c, d, a), _side(c, d, b))
    if sides[0] * sides[1] < 0.0 and sides[2] * sides[3] < 0.0:
        return True
    ends = ((a, b, c), (a, b, d), (c, d, a), (c, d, b))
    return any(
        side == 0.0 and _ahead(p, start, end) <= 0.0
        for side, (start, end, p) in zip(sides, ends, strict=True)
    )


def _side(a: _Point, b: _Point, p: _Point) -> float:
    """Above zero where a point lies left of an edge, below zero right of it, zero on its line."""
    across = (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])
    return 0.0 if abs(across) < _ON_LINE * math.dist(a, b) * math.dist(a, p) else across


def _ahead(p: _Point, a: _Point, b: _Point) -> float:
    """Above zero where two points are seen from a third in one direction, not in opposite ones."""
    return (a[0] - p[0]) * (b[0] - p[0]) + (a[1] - p[1]) * (b[1] - p[1])
