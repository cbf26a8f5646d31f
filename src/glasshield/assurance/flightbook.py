"""The flights that a claim speaks of, each a point of a cube with sides from 0 to 1.

    coordinates   what                                     the middle, 0.5
    0 and 1       where in the launch area it begins       the named point
    2 and 3       where in the region it ends              the named point of a city
    4             how high it rises, as a multiple of      the middle of the claim's interval
                  the apogee that least energy gives

A launch area or a city is a disk of the radius within which its place is known, with equal areas
for equal parts of the cube; a region of countries is its land, cell by cell. What a claim leaves no
freedom has no coordinate of its own: `free` tells which have.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.assurance.memory import Memory
from glasshield.catalog import Catalog, Position
from glasshield.catalog.claims import Flown as FlownRecord
from glasshield.catalog.model import LaunchArea, Missile, Region
from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.earth import sphere
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.errors import InputError
from glasshield.flight.aim import Aimed, aim, aim_along
from glasshield.flight.aim import Targets as Aims
from glasshield.flight.bends import Bends
from glasshield.flight.families import Plane, Shape, plane
from glasshield.flight.fly import Flights, Launches, Sampling, fly
from glasshield.flight.rockets import missile_vehicle
from glasshield.shield.flights import SAMPLE_STEP_S
from glasshield.shield.regions import land_of
from glasshield.shield.windows import Targets

DIMENSIONS: Final = 5
APOGEE: Final = 4
# The point whose flight is one of least energy, which no multiple of its own apogee stands for.
LEAST_ENERGY: Final = -1.0
# What a flight depends on, of everything that a catalogue says of a missile.
BUILD: Final = (
    "stages",
    "payload_mass",
    "vertical_time",
    "pitch_ratio",
    "ballistic_coefficient",
    "max_range",
)


@dataclass(frozen=True, slots=True)
class Pair:
    """One class of missile from one launch area to one region.

    Attributes:
        missile: its record.
        launch: where it begins.
        region: where it ends.
        apogee: least and greatest multiple of the least-energy apogee; none where only flights of
            least energy are flown.
    """

    missile: Missile
    launch: LaunchArea
    region: Region
    apogee: tuple[float, float] | None = None

    @property
    def id(self) -> str:
        """The name of the pair."""
        return f"{self.launch.id}.{self.region.id}.{self.missile.id}"

    @property
    def parts(self) -> tuple[object, ...]:
        """What its flights depend on."""
        build = (getattr(self.missile, name) for name in BUILD)
        return (*build, self.launch.position, self.region.point or self.region)


def pairs_of(flown: Sequence[FlownRecord], catalog: Catalog) -> tuple[Pair, ...]:
    """The pairs of a claim's flights, in its order."""
    return tuple(
        Pair(
            catalog.missiles[record.missile],
            catalog.launches[launch],
            catalog.regions[target],
            (record.apogee.low_si, record.apogee.high_si) if record.apogee else None,
        )
        for record in flown
        for launch in record.launches
        for target in record.targets
    )


@dataclass(frozen=True, slots=True)
class Flown:
    """Flights as columns, samples every `SAMPLE_STEP_S` from the launch on.

    Attributes:
        pair: which of the pairs each belongs to.
        points: of the cube.
        ok: which have a flight; the others are NaN and take no time.
        from_lat_rad: launch.
        from_lon_rad: launch.
        to_lat_rad: aim.
        to_lon_rad: aim.
        apogee_m: above the ellipsoid.
        burnout_s: after launch.
        reentry_s: falling through 100 km; infinite where it stays below.
        impact_s: after launch.
        positions_ecef_m: NaN after impact.
        height_m: above the ellipsoid.
    """

    pair: Int[np.ndarray, "n"]
    points: Float[np.ndarray, "n 5"]
    ok: Bool[np.ndarray, "n"]
    from_lat_rad: Float[np.ndarray, "n"]
    from_lon_rad: Float[np.ndarray, "n"]
    to_lat_rad: Float[np.ndarray, "n"]
    to_lon_rad: Float[np.ndarray, "n"]
    apogee_m: Float[np.ndarray, "n"]
    burnout_s: Float[np.ndarray, "n"]
    reentry_s: Float[np.ndarray, "n"]
    impact_s: Float[np.ndarray, "n"]
    positions_ecef_m: Float[np.ndarray, "n m 3"]
    height_m: Float[np.ndarray, "n m"]

    def __len__(self) -> int:
        return len(self.pair)

    def row(self, n: int) -> Flown:
        """One of the flights."""
        return Flown(**{each.name: getattr(self, each.name)[n : n + 1] for each in fields(self)})


@dataclass(frozen=True, slots=True)
class Bent:
    """How high flights rise.

    Attributes:
        multiples: of the apogee that least energy gives; NaN for flights of least energy itself.
        span: least and greatest multiple that may be asked; those of `multiples` when left out.
    """

    multiples: Float[np.ndarray, "n"]
    span: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Flightbook:
    """Flies points of the cube; what is dear for a missile or a region is made once."""

    _planes: Memory[Plane] = field(default_factory=lambda: Memory(16), repr=False)
    _bends: Memory[Bends] = field(default_factory=lambda: Memory(16), repr=False)
    _cells: Memory[Float[np.ndarray, "c 2"]] = field(default_factory=lambda: Memory(32), repr=False)

    def free(self, pairs: Sequence[Pair]) -> Bool[np.ndarray, "p 5"]:
        """Which coordinates change the flights of each pair."""
        rows = np.zeros((len(pairs), DIMENSIONS), dtype=bool)
        for row, pair in zip(rows, pairs, strict=True):
            row[0:2] = bool(pair.launch.position.within_km)
            row[2:4] = pair.region.point is None or bool(pair.region.point.within_km)
            row[APOGEE] = pair.apogee is not None and pair.apogee[0] < pair.apogee[1]
        return rows

    def named(self, pairs: Sequence[Pair]) -> Float[np.ndarray, "p 5"]:
        """For each pair the point of the flight between its named places, of least energy."""
        points = np.full((len(pairs), DIMENSIONS), 0.5)
        points[:, APOGEE] = LEAST_ENERGY
        return points

    def fly(
        self,
        pairs: Sequence[Pair],
        pair: Int[np.ndarray, "n"],
        points: Float[np.ndarray, "n 5"],
        *,
        threads: int = 0,
    ) -> Flown:
        """The flights of points of the cube.

        Args:
            pairs: what the index refers to.
            pair: whose cube each point belongs to.
            points: coordinates from 0 to 1; the last may be `LEAST_ENERGY`.
            threads: 0 for all processors.
        """
        ends = self._ends_rad(pairs, pair, points)
        parts = []
        for rows, missile_pairs in _by_missile(pairs, pair):
            spans = [one.apogee for one in missile_pairs if one.apogee]
            span = (min(s[0] for s in spans), max(s[1] for s in spans)) if spans else None
            bent = Bent(_multiples(pairs, pair[rows], points[rows]), span)
            missile = missile_pairs[0].missile
            aimed = self._aimed(missile, Aims(*ends[rows].T), bent, threads)
            parts.append((rows, _sampled(missile, aimed, threads)))
        return _together(pair, points, ends, parts)

    def fly_to(
        self,
        missile: Missile,
        ends_rad: Float[np.ndarray, "n 4"],
        bent: Bent | None = None,
        *,
        threads: int = 0,
    ) -> Flown:
        """The flights of a missile between given places; their pair is 0, their points NaN.

        Args:
            missile: its record.
            ends_rad: latitude and longitude of launch and aim.
            bent: how high they rise; all at least energy when left out.
            threads: 0 for all processors.
        """
        n = len(ends_rad)
        bent = bent or Bent(np.full(n, np.nan), None)
        flights = _sampled(missile, self._aimed(missile, Aims(*ends_rad.T), bent, threads), threads)
        pair, points = np.zeros(n, dtype=int), np.full((n, DIMENSIONS), np.nan)
        return _together(pair, points, ends_rad, [(np.arange(n), flights)])

    def _aimed(self, missile: Missile, targets: Aims, bent: Bent, threads: int) -> Aimed:
        """The solved aims of one missile, those without a multiple at least energy."""
        multiples = bent.multiples
        build = [getattr(missile, name) for name in BUILD]
        vehicle = missile_vehicle(missile)
        known = self._planes.of(build, None, lambda: plane(vehicle))
        least = np.isnan(multiples)
        if least.all():
            return aim(vehicle, targets, Shape.minimum_energy(), planes=[known], threads=threads)
        low, high = bent.span or (float(np.nanmin(multiples)), float(np.nanmax(multiples)))
        bends = self._bends.of(build, (low, high), lambda: Bends.of(vehicle, low, high))
        curves = bends.curves(np.where(least, 1.0, multiples))
        if least.any():
            # The family of least energy at as many points as the others.
            own = known.curve(Shape.minimum_energy())
            at = np.linspace(0.0, len(own) - 1.0, curves.shape[1])
            curves[least] = np.stack(
                [np.interp(at, np.arange(len(own)), column) for column in own.T], axis=-1
            )
        return aim_along(vehicle, targets, curves, threads=threads)

    def _ends_rad(
        self, pairs: Sequence[Pair], pair: Int[np.ndarray, "n"], points: Float[np.ndarray, "n 5"]
    ) -> Float[np.ndarray, "n 4"]:
        """Latitude and longitude of launch and aim."""
        ends = np.empty((len(pair), 4))
        for k in np.unique(pair):
            rows = pair == k
            chosen, region = points[rows], pairs[k].region
            ends[rows, :2] = in_disk(pairs[k].launch.position, chosen[:, 0:2])
            if region.point is not None:
                ends[rows, 2:] = in_disk(region.point, chosen[:, 2:4])
            else:
                ends[rows, 2:] = _in_land(self._land_of(region), chosen[:, 2:4])
        return ends

    def _land_of(self, region: Region) -> Float[np.ndarray, "c 2"]:
        """The middles of a region's cells, from south to north and from west to east."""

        def make() -> Float[np.ndarray, "c 2"]:
            if not region.countries:
                raise InputError(
                    "flights end at a place or on the land of countries",
                    where=f"region.{region.id}",
                    do="name a city or a region of countries",
                )
            land = land_of([region])
            inside = np.unique(land.row_cell[land.parts[region.id]])
            return np.stack([land.lat_rad[inside], land.lon_rad[inside]], axis=-1)

        return self._cells.of([region], None, make)


def _by_missile(
    pairs: Sequence[Pair], pair: Int[np.ndarray, "n"]
) -> list[tuple[Int[np.ndarray, "m"], list[Pair]]]:
    """The rows of each missile, and the pairs that fly it."""
    missiles = {id(one.missile): one.missile for one in pairs}
    groups = []
    for key in missiles:
        numbers = [k for k, one in enumerate(pairs) if id(one.missile) == key]
        rows = np.flatnonzero(np.isin(pair, numbers))
        if len(rows):
            groups.append((rows, [pairs[k] for k in numbers]))
    return groups


def _multiples(
    pairs: Sequence[Pair], pair: Int[np.ndarray, "n"], points: Float[np.ndarray, "n 5"]
) -> Float[np.ndarray, "n"]:
    """The multiple of the least-energy apogee that each point asks for; NaN for least energy."""
    spans = np.array([one.apogee or (np.nan, np.nan) for one in pairs])[pair]
    asked = points[:, APOGEE]
    found = spans[:, 0] + asked * (spans[:, 1] - spans[:, 0])
    return np.where(asked == LEAST_ENERGY, np.nan, found)


def in_disk(place: Position, square: Float[np.ndarray, "n 2"]) -> Float[np.ndarray, "n 2"]:
    """Latitude and longitude of points of a square laid over a disk, equal areas on equal areas.

    Source: Shirley and Chiu 1997, the concentric map.
    """
    radius_rad = 1e3 * (place.within_km or 0.0) / EARTH_MEAN_RADIUS_M
    if radius_rad == 0.0:
        return np.broadcast_to([place.lat_rad, place.lon_rad], square.shape).copy()
    x, y = (2.0 * square - 1.0).T
    wide = np.abs(x) >= np.abs(y)
    outward = np.where(wide, x, y)
    part = np.where(wide, y, x) / np.where(outward == 0.0, 1.0, outward)
    turn = 0.25 * np.pi * part
    angle = np.where(wide, turn, 0.5 * np.pi - turn) + np.where(outward < 0.0, np.pi, 0.0)
    azimuth = 0.5 * np.pi - angle
    lat, lon = sphere.destination(
        place.lat_rad, place.lon_rad, azimuth, radius_rad * np.abs(outward)
    )
    return np.stack([lat, lon], axis=-1)


def _in_land(
    cells_rad: Float[np.ndarray, "c 2"], square: Float[np.ndarray, "n 2"]
) -> Float[np.ndarray, "n 2"]:
    """The cell at a part of the land from south to north, and of its row from west to east."""
    count = len(cells_rad)
    first = np.flatnonzero(np.diff(cells_rad[:, 0], prepend=-np.inf) > 1e-12)
    last = np.append(first[1:], count)
    at = np.minimum((square[:, 0] * count).astype(int), count - 1)
    band = np.searchsorted(first, at, side="right") - 1
    width = last[band] - first[band]
    column = np.minimum((square[:, 1] * width).astype(int), width - 1)
    chosen: Float[np.ndarray, "n 2"] = cells_rad[first[band] + column]
    return chosen


def _sampled(missile: Missile, aimed: Aimed, threads: int) -> Flights:
    """The solved flights with samples; what has no solution is flown straight up."""
    ok, launches = aimed.ok, aimed.launches
    longest_s = float(np.max(aimed.flights.flight_time_s, initial=SAMPLE_STEP_S, where=ok))
    sampling = Sampling(SAMPLE_STEP_S, int(longest_s / SAMPLE_STEP_S) + 1)
    up = Launches(
        vehicle_index=0,
        lat_rad=launches.lat_rad,
        lon_rad=launches.lon_rad,
        azimuth_rad=np.where(ok, launches.azimuth_rad, 0.0),
        kick_rad=np.where(ok, launches.kick_rad, 0.0),
        cutoff_s=np.where(ok, launches.cutoff_s, 1.0),
    )
    flights = fly([missile_vehicle(missile)], up, sampling=sampling, threads=threads)
    return replace(flights, status=aimed.status)


def _together(
    pair: Int[np.ndarray, "n"],
    points: Float[np.ndarray, "n 5"],
    ends: Float[np.ndarray, "n 4"],
    parts: Sequence[tuple[Int[np.ndarray, "m"], Flights]],
) -> Flown:
    """The flights of several missiles as columns in the order of the points."""
    n = len(pair)
    samples = max((flights.positions_ecef_m.shape[1] for _, flights in parts), default=1)
    positions = np.full((n, samples, 3), np.nan)
    ok = np.zeros(n, dtype=bool)
    times = np.full((4, n), np.nan)
    for rows, flights in parts:
        ok[rows] = flights.ok
        positions[rows, : flights.positions_ecef_m.shape[1]] = flights.positions_ecef_m
        times[0, rows] = ecef_to_geodetic(flights.apogee_position_ecef_m)[2]
        times[1, rows] = flights.burnout_time_s
        times[2, rows] = flights.reentry_time_s
        times[3, rows] = flights.flight_time_s
    positions[~ok] = np.nan
    times[:, ~ok] = np.nan
    return Flown(
        pair=pair,
        points=points,
        ok=ok,
        from_lat_rad=ends[:, 0],
        from_lon_rad=ends[:, 1],
        to_lat_rad=ends[:, 2],
        to_lon_rad=ends[:, 3],
        apogee_m=times[0],
        burnout_s=times[1],
        reentry_s=np.where(np.isnan(times[2]), np.inf, times[2]),
        impact_s=times[3],
        positions_ecef_m=positions,
        height_m=_heights_m(positions),
    )


def _heights_m(positions_ecef_m: Float[np.ndarray, "n m 3"]) -> Float[np.ndarray, "n m"]:
    """Heights above the ellipsoid, as the kernel of windows has them; NaN after impact."""
    n, m = positions_ecef_m.shape[:2]
    never = np.full(n, np.inf)
    laid = Targets.sampled(positions_ecef_m, SAMPLE_STEP_S, burnout_s=never, reentry_s=never)
    heights = laid.samples[:, :, 3, :].reshape(n, -1)[:, :m].astype(float)
    return np.where(np.isfinite(positions_ecef_m[..., 0]), heights, np.nan)
