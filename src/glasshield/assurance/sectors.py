"""Defence by sectors: whose sector each flight crosses when, who could act, and where nobody could.

A proposal gives each party regions in which it is responsible. A stretch of a flight belongs to the
sectors that lie under it; a flight is the business of the parties in whose sectors it comes down. A
party's batteries are those of its forces. Whether a battery could act is its window, with the rules
and sensors of the phase; over whose sector it would act is what lies under the flight meanwhile.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec
import numpy as np
from jaxtyping import Bool, Float

from glasshield import __version__
from glasshield.assurance.document import Program
from glasshield.catalog import Catalog, Position
from glasshield.catalog.model import Region
from glasshield.catalog.plans import Proposal
from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.errors import InputError
from glasshield.geodata import countries, point_in_country
from glasshield.shield.answers import Path, Route
from glasshield.shield.architecture import Deployment, deployments
from glasshield.shield.engagement import Engagement, Tables, engage
from glasshield.shield.routes import routes_of
from glasshield.workspace import Progress, Workspace, digest

Mask = Bool[np.ndarray, "m"]

NOBODY: Final = ""  # the code of water
# How far from a place on the map's water the land around it is looked for, and in how many places.
_COAST_M: Final = 15_000.0
_AROUND: Final = 16


class Standing(enum.StrEnum):
    """How the party in whose sector a flight comes down stands towards it."""

    OWN = "own-sector"  # it has a window over its own sector
    ELSEWHERE = "over-others"  # it has windows, but over other sectors or none alone
    UNABLE = "unable"  # it has no window


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a flight, in seconds after launch, and the parties that it concerns."""

    parties: tuple[str, ...]
    from_s: float
    to_s: float


class Able(msgspec.Struct, frozen=True, kw_only=True):
    """A battery with a window on a flight, and over whose sectors the window lies.

    `over` lists the stretches of the window by the parties whose sectors lie beneath.
    """

    party: str
    site: str
    interceptor: str
    window_s: tuple[float, float]
    over: tuple[Stretch, ...]


class Responsible(msgspec.Struct, frozen=True, kw_only=True):
    """A party in whose sector a flight comes down, and whether it could act.

    `needs_over` are the other parties over whose sectors its windows lie where none lies over its
    own; empty too where they lie over nobody's.
    """

    party: str
    standing: Standing
    needs_over: tuple[str, ...] = ()


class FlightRow(msgspec.Struct, frozen=True, kw_only=True):
    """One flight: what it crosses, who answers for it and who could act.

    `gaps` are stretches over nobody's sector, `overlaps` those over sectors of several parties.
    """

    id: str
    launch: str
    target: str
    missile: str
    disputed: bool
    flight_time_s: float
    crossings: tuple[Stretch, ...]
    gaps: tuple[Stretch, ...]
    overlaps: tuple[Stretch, ...]
    responsible: tuple[Responsible, ...]
    able: tuple[Able, ...]


class SectorDocument(msgspec.Struct, frozen=True, kw_only=True):
    """Every flight of a phase under a proposal's sectors.

    `unarmed` are the parties without interceptors in the phase.
    """

    proposal: str
    architecture: str
    phase: str
    sectors: dict[str, tuple[str, ...]]
    unarmed: tuple[str, ...]
    flights: tuple[FlightRow, ...]
    program: Program


def sectors(
    workspace: Workspace,
    proposal_id: str,
    architecture_id: str,
    phase_id: str = "",
    progress: Progress | None = None,
) -> tuple[SectorDocument, ...]:
    """What a proposal's sectors mean for the flights of an architecture's phases.

    Args:
        workspace: the catalogue and the cache.
        proposal_id: such as `sectoral`.
        architecture_id: whose batteries, sensors and flights.
        phase_id: one phase; all that have a number when empty.
        progress: told how far the work is.

    Raises:
        UnknownNameError: a proposal, architecture or phase that the catalogue does not hold.
        InputError: a proposal without sectors, or a sector's region without an area.
    """
    catalog = workspace.catalog
    proposal = catalog.proposals[proposal_id]
    if not proposal.sectors:
        having = ", ".join(id for id, p in catalog.proposals.items() if p.sectors)
        raise InputError(
            "this proposal gives no sectors", where=f"proposal.{proposal_id}", do=f"try {having}"
        )
    chosen = deployments(catalog, architecture_id, [phase_id] if phase_id else [])
    routes = routes_of(chosen, catalog, workspace.cache)
    map_ = _SectorMap.of(catalog, proposal)
    tables = Tables(workspace.cache)
    found = []
    for done, deployment in enumerate(chosen):
        if progress is not None:
            progress(done / len(chosen), deployment.id)
        rows = [row for route in routes for row in _rows(map_, route, deployment, tables)]
        found.append(_document(proposal, map_, deployment, rows))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _SectorMap:
    """Whose sector lies where, and whose interceptors act for whom."""

    regions: dict[str, tuple[Region, ...]]
    forces: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, catalog: Catalog, proposal: Proposal) -> _SectorMap:
        regions: dict[str, tuple[Region, ...]] = {}
        forces: dict[str, tuple[str, ...]] = {}
        for sector in proposal.sectors:
            areas = tuple(catalog.regions[id] for id in sector.regions)
            for area in areas:
                if area.point is not None:
                    raise InputError(
                        "a sector is made of areas",
                        where=f"region.{area.id}",
                        expected="countries or a box",
                    )
            regions[sector.party] = regions.get(sector.party, ()) + areas
            acting = sector.forces or (sector.party,)
            forces[sector.party] = tuple(dict.fromkeys(forces.get(sector.party, ()) + acting))
        return cls(regions, forces)

    @property
    def parties(self) -> tuple[str, ...]:
        return tuple(self.regions)

    def under(
        self, lat_rad: Float[np.ndarray, "m"], lon_rad: Float[np.ndarray, "m"]
    ) -> Bool[np.ndarray, "p m"]:
        """For each party, which points lie in its sector."""
        codes = np.array([country.code for country in countries()] + [NOBODY])
        held = codes[point_in_country(lat_rad, lon_rad)]
        lat, lon = np.degrees(lat_rad), np.degrees(lon_rad)
        inside = [
            np.any([_in_region(area, held, lat, lon) for area in areas], axis=0)
            for areas in self.regions.values()
        ]
        return np.stack(inside)


def _ashore(place: Position) -> tuple[Float[np.ndarray, "k"], Float[np.ndarray, "k"]]:
    """Where a place aimed at is: cities are on land, which the map may have a little beside them.

    Returns:
        Latitudes and longitudes: of the place, or of the land around it where it falls on water.
    """
    lat, lon = np.array([place.lat_rad]), np.array([place.lon_rad])
    if point_in_country(lat, lon)[0] >= 0:
        return lat, lon
    bearing = np.arange(_AROUND) * (2.0 * np.pi / _AROUND)
    ring_lat = lat + _COAST_M / EARTH_MEAN_RADIUS_M * np.cos(bearing)
    ring_lon = lon + _COAST_M / EARTH_MEAN_RADIUS_M * np.sin(bearing) / np.cos(lat)
    land = point_in_country(ring_lat, ring_lon) >= 0
    return (ring_lat[land], ring_lon[land]) if land.any() else (lat, lon)


def _in_region(
    region: Region,
    held: np.ndarray,
    lat_deg: Float[np.ndarray, "m"],
    lon_deg: Float[np.ndarray, "m"],
) -> Mask:
    """Which points lie in an area: in its countries; a box without countries is a sea."""
    inside = np.isin(held, region.countries or (NOBODY,))
    if (box := region.box) is not None:
        inside &= (lat_deg >= box.south_deg) & (lat_deg <= box.north_deg)
        inside &= (lon_deg >= box.west_deg) & (lon_deg <= box.east_deg)
    return inside


def _rows(
    map_: _SectorMap, route: Route, deployment: Deployment, tables: Tables
) -> Iterator[FlightRow]:
    """The flights of a route that a phase is judged against."""
    numbers = route.of(deployment)
    if not numbers:
        return
    met = {
        disputed: engage(
            route.sky,
            deployment.sensors,
            [tables.emplaced(b, rules) for b in deployment.batteries],
        )
        for disputed, rules in ((False, deployment.rules), (True, deployment.disputed_rules))
    }
    for n in numbers:
        path = route.paths[n]
        yield _row(map_, route, n, path, deployment, met[path.disputed])


def _row(
    map_: _SectorMap, route: Route, n: int, path: Path, deployment: Deployment, met: Engagement
) -> FlightRow:
    flights = route.sky.flights.flights
    positions = flights.positions_ecef_m[n]
    positions = positions[np.isfinite(positions[:, 0])]
    times_s = np.arange(len(positions)) * flights.sample_step_s
    lat_rad, lon_rad, _ = ecef_to_geodetic(positions)
    under = map_.under(lat_rad, lon_rad)
    able = tuple(_able(map_, deployment, met, n, times_s, under))
    at_end = map_.under(*_ashore(path.target_position))
    answering = [party for party, ends in zip(map_.parties, at_end, strict=True) if ends.any()]
    count = under.sum(axis=0)
    return FlightRow(
        id=path.id,
        launch=path.launch.id,
        target=path.target.id,
        missile=path.missile.id,
        disputed=path.disputed,
        flight_time_s=_round_s(float(flights.flight_time_s[n])),
        crossings=tuple(
            stretch
            for party, inside in zip(map_.parties, under, strict=True)
            for stretch in _stretches(times_s, inside, (party,))
        ),
        gaps=tuple(_stretches(times_s, count == 0, ())),
        overlaps=tuple(_over(map_, times_s, under, count > 1)),
        responsible=tuple(_responsible(party, able) for party in answering),
        able=able,
    )


def _able(
    map_: _SectorMap,
    deployment: Deployment,
    met: Engagement,
    n: int,
    times_s: Float[np.ndarray, "m"],
    under: Bool[np.ndarray, "p m"],
) -> Iterator[Able]:
    """The batteries with a window on a flight."""
    opens, closes = (met.by_battery(c)[:, n] for c in (met.windows.open_s, met.windows.close_s))
    found = met.by_battery(met.windows.found)[:, n]
    for b, battery in enumerate(deployment.batteries):
        if not found[b]:
            continue
        within = (times_s >= opens[b]) & (times_s <= closes[b])
        # A window shorter than the samples are apart lies where its middle does.
        within[np.argmin(np.abs(times_s - 0.5 * (opens[b] + closes[b])))] = True
        owner = next(
            (p for p, forces in map_.forces.items() if battery.interceptor.party in forces),
            battery.interceptor.party,
        )
        yield Able(
            party=owner,
            site=battery.site.id,
            interceptor=battery.interceptor.id,
            window_s=(_round_s(opens[b]), _round_s(closes[b])),
            over=tuple(_over(map_, times_s, under, within)),
        )


def _responsible(party: str, able: Sequence[Able]) -> Responsible:
    """Whether a party could act, over its own sector or over others."""
    own = [window for window in able if window.party == party]
    beneath = dict.fromkeys(p for w in own for stretch in w.over for p in stretch.parties)
    if not own:
        return Responsible(party=party, standing=Standing.UNABLE)
    if party in beneath:
        return Responsible(party=party, standing=Standing.OWN)
    return Responsible(party=party, standing=Standing.ELSEWHERE, needs_over=tuple(beneath))


def _over(
    map_: _SectorMap, times_s: Float[np.ndarray, "m"], under: Bool[np.ndarray, "p m"], where: Mask
) -> Iterator[Stretch]:
    """The stretches of a mask, cut where the set of parties beneath changes."""
    bits = 1 << np.arange(len(map_.parties))
    below = bits @ under
    for value in np.unique(below[where]):
        parties = tuple(p for p, bit in zip(map_.parties, bits, strict=True) if value & bit)
        yield from _stretches(times_s, where & (below == value), parties)


def _stretches(
    times_s: Float[np.ndarray, "m"], mask: Mask, parties: tuple[str, ...]
) -> Iterator[Stretch]:
    """The runs of a mask as stretches, from their first to their last sample."""
    edges = np.diff(np.concatenate(([0], mask.astype(np.int8), [0])))
    for first, last in zip(np.flatnonzero(edges == 1), np.flatnonzero(edges == -1), strict=True):
        yield Stretch(
            parties=parties, from_s=_round_s(times_s[first]), to_s=_round_s(times_s[last - 1])
        )


def _round_s(time_s: float) -> float:
    """A time as people read it: samples are seconds apart."""
    return round(float(time_s), 1)


def _document(
    proposal: Proposal, map_: _SectorMap, deployment: Deployment, rows: Sequence[FlightRow]
) -> SectorDocument:
    owners = {battery.interceptor.party for battery in deployment.batteries}
    return SectorDocument(
        proposal=proposal.id,
        architecture=deployment.architecture.id,
        phase=deployment.id,
        sectors={p: tuple(area.id for area in areas) for p, areas in map_.regions.items()},
        unarmed=tuple(p for p, forces in map_.forces.items() if not owners & set(forces)),
        flights=tuple(rows),
        program=Program(version=__version__, input_hash=digest(proposal, deployment)),
    )
