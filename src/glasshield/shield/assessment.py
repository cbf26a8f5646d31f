"""The assessment of one or more architectures: what they see, what they defend, whom they reach.

from glasshield.shield.assessment import Request, assess
from glasshield.workspace import Workspace
document = assess(Workspace.default(), Request(architectures=("epaa",), phases=("3",))).to_json()
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from jaxtyping import Bool, Int

from glasshield.catalog import Catalog
from glasshield.catalog.plans import AtIntercept, Cue
from glasshield.flight.aim import Targets as Aims
from glasshield.geodata.raster import Raster
from glasshield.shield import document
from glasshield.shield.answers import (
    Answers,
    Defended,
    Disputed,
    Met,
    Outlined,
    Request,
    Route,
    Seen,
    Story,
)
from glasshield.shield.architecture import Battery, Deployment, Threat, deployments, only_threats
from glasshield.shield.coverage import cover, protections
from glasshield.shield.engagement import Sky, Tables, engage
from glasshield.shield.flights import fly_set
from glasshield.shield.outline import outline
from glasshield.shield.reach import Reached, reach
from glasshield.shield.regions import Land, land_of
from glasshield.shield.routes import routes_of
from glasshield.shield.sights import Sight, sights
from glasshield.shield.timeline import events
from glasshield.shield.windows import every_pair, explain
from glasshield.workspace import Progress, Workspace

__all__ = ["Assessment", "Request", "assess"]


@dataclass(frozen=True, slots=True)
class Assessment:
    """The answers to a request.

    Attributes:
        answers: as the calculations give them.
    """

    answers: Answers

    def to_json(self) -> dict[str, Any]:
        """The document that reports are made from: plain numbers and texts, units in the names."""
        return document.document(self.answers)


def assess(workspace: Workspace, request: Request, progress: Progress | None = None) -> Assessment:
    """What architectures see, what they defend and whom they reach.

    Args:
        workspace: the catalogue and the cache.
        request: what is to be assessed.
        progress: told how far the work is.

    Raises:
        UnknownNameError: an architecture, phase or missile that the catalogue does not hold.
        InputError: nothing is left of the request.
    """
    catalog = workspace.catalog
    chosen = _chosen(catalog, request)
    tables = Tables(workspace.cache)
    work = _Work(workspace, catalog, chosen, progress or _nobody, tables, request.people)
    land = work.land()
    routes = work.routes()
    sees = work.sees(routes)
    defends = work.defends(land)
    reaches = work.reaches(routes)
    meets = work.meets(routes)
    story = work.story(meets)
    outlines = work.outlines()
    work.progress(1.0, "")
    return Assessment(
        Answers(
            catalog, request, chosen, land, routes, sees, defends, reaches, meets, story, outlines
        )
    )


def _nobody(done: float, doing: str) -> None:
    """Tells no one."""


def _chosen(catalog: Catalog, request: Request) -> tuple[Deployment, ...]:
    """The phases that are asked for."""
    found: list[Deployment] = []
    for architecture_id in request.architectures:
        phases: Sequence[str] = request.phases
        if len(request.architectures) > 1:
            own = {phase.id for phase in catalog.architectures[architecture_id].phases}
            phases = [phase for phase in request.phases if phase in own]
        found += deployments(catalog, architecture_id, phases)
    return only_threats(found, request.threats, catalog)


@dataclass(frozen=True, slots=True)
class _Work:
    """The calculation, step by step, with what its steps share."""

    workspace: Workspace
    catalog: Catalog
    deployments: tuple[Deployment, ...]
    progress: Progress
    tables: Tables
    people: Raster | None
    _reached: dict[tuple[object, ...], list[Reached]] = field(default_factory=dict)

    def land(self) -> Land:
        """The land that any phase is to defend."""
        self.progress(0.0, "land")
        regions = {region.id: region for d in self.deployments for region in d.defended}
        return land_of(list(regions.values()), people=self.people)

    def routes(self) -> tuple[Route, ...]:
        """The flights to named places, missile by missile, each once for all phases."""
        self.progress(0.05, "flights")
        return routes_of(self.deployments, self.catalog, self.workspace.cache)

    def sees(self, routes: Sequence[Route]) -> tuple[Seen, ...]:
        """What the sensors of each phase see of each flight."""
        self.progress(0.1, "sensors")
        return tuple(
            Seen(deployment, route, self._sights(deployment, route))
            for deployment in self.deployments
            for route in routes
            if route.of(deployment)
        )

    def _sights(self, deployment: Deployment, route: Route) -> tuple[tuple[Sight, ...], ...]:
        found = sights(route.sky.watch(deployment.sensors), route.sky.flights.paths)
        return tuple(tuple(of_flight) for of_flight in found)

    def defends(self, land: Land) -> tuple[Defended, ...]:
        """What each phase defends against each missile from each launch area."""
        skies: dict[tuple[str, str], Sky] = {}
        pairs = [
            (deployment, threat) for deployment in self.deployments for threat in deployment.threats
        ]
        found = []
        for done, (deployment, threat) in enumerate(pairs):
            self.progress(0.15 + 0.55 * done / len(pairs), deployment.id)
            key = threat.missile.id, threat.launch.id
            if key not in skies:
                skies[key] = self._sky_over(land, threat)
            found.append(self._defended(deployment, threat, skies[key], land))
        return tuple(found)

    def _sky_over(self, land: Land, threat: Threat) -> Sky:
        start = threat.launch.position
        aims = Aims(start.lat_rad, start.lon_rad, land.lat_rad, land.lon_rad)
        return Sky(fly_set(threat.missile, aims, self.workspace.cache), self.catalog)

    def _defended(self, deployment: Deployment, threat: Threat, sky: Sky, land: Land) -> Defended:
        parts = _parts(deployment, land)
        cells: Int[np.ndarray, "c"] = np.unique(land.row_cell[np.any(list(parts.values()), axis=0)])
        coverage = cover(deployment, sky, cells, self.tables)
        return Defended(
            deployment, threat, cells, coverage, tuple(protections(coverage, land, cells, parts))
        )

    def reaches(self, routes: Sequence[Route]) -> tuple[Disputed, ...]:
        """What each battery of each phase reaches of the disputed flights."""
        tasks = [
            (deployment, route)
            for deployment in self.deployments
            for route in routes
            if any(route.paths[n].disputed for n in route.of(deployment))
        ]
        found = []
        for done, (deployment, route) in enumerate(tasks):
            self.progress(0.7 + 0.3 * done / len(tasks), deployment.id)
            rows = [
                row
                for battery in deployment.batteries
                for row in self._reach(deployment, battery, route)
            ]
            found.append(Disputed(deployment, route, tuple(rows)))
        return tuple(found)

    def _reach(self, deployment: Deployment, battery: Battery, route: Route) -> list[Reached]:
        """What a battery reaches; where no sensor has a say, the same in every phase."""
        rules = deployment.disputed_rules
        seen = rules.cue is not Cue.LAUNCH or rules.sensor_at_intercept is AtIntercept.REQUIRED
        sensors = tuple(sensor.id for sensor in deployment.sensors) if seen else ()
        key = (battery.id, route.paths[0].missile.id, rules.id, sensors)
        if key not in self._reached:
            self._reached[key] = reach(battery, route.sky, deployment.sensors, rules, self.tables)
        return self._reached[key]

    def outlines(self) -> tuple[Outlined, ...]:
        """How high each battery's interceptors come with each stated speed, each once."""
        batteries = {b.id: (b, d.rules) for d in self.deployments for b in d.batteries}
        found = []
        for battery, rules in batteries.values():
            for variant, speed in battery.interceptor.variants().items():
                place = self.tables.emplaced(battery, rules, burnout_speed_m_s=speed.si)
                found.append(Outlined(battery, variant, speed.si, outline(place.table)))
        return tuple(found)

    def meets(self, routes: Sequence[Route]) -> tuple[Met, ...]:
        """When the batteries of each phase could meet each flight of a threat."""
        return tuple(
            self._met(deployment, route)
            for deployment in self.deployments
            for route in routes
            if any(not route.paths[n].disputed for n in route.of(deployment))
        )

    def _met(self, deployment: Deployment, route: Route) -> Met:
        places = [self.tables.emplaced(b, deployment.rules) for b in deployment.batteries]
        found = engage(route.sky, deployment.sensors, places)
        pairs = every_pair(len(places), len(found.targets))
        why = explain(found.targets, places, pairs, found.commit_s.ravel())
        count = len(found.targets)
        rows = tuple(tuple(why[k * count : (k + 1) * count]) for k in range(len(places)))
        return Met(deployment, route, found, rows)

    def story(self, meets: Sequence[Met]) -> Story | None:
        """The flight of a threat that the first phase able to meet one can meet for longest."""
        for deployment in self.deployments:
            told = [self._longest(one) for one in meets if one.deployment is deployment]
            longest = max((one for one in told if one), key=lambda one: one[0], default=None)
            if longest:
                return longest[1]
        return None

    def _longest(self, one: Met) -> tuple[float, Story] | None:
        """The flight of a route with the longest window, and how long that is."""
        deployment, route, met = one.deployment, one.route, one.engagement
        threats = [n for n in route.of(deployment) if not route.paths[n].disputed]
        length = met.by_battery(met.windows.close_s - met.windows.open_s)
        length = np.where(np.isfinite(length), length, 0.0).max(axis=0, initial=0.0)[threats]
        if length.max(initial=0.0) <= 0.0:
            return None
        row = threats[int(np.argmax(length))]
        watch = route.sky.watch(deployment.sensors)
        told = events(route.sky.flights.flights, row, watch, deployment.batteries, met)
        return float(length.max()), Story(deployment, route.paths[row], tuple(told))


def _parts(deployment: Deployment, land: Land) -> dict[str, Bool[np.ndarray, "r"]]:
    """The rows of each region that a phase defends, and of each country in them."""
    parts = {region.id: land.parts[region.id] for region in deployment.defended if region.countries}
    everywhere = np.any(list(parts.values()), axis=0)
    codes = sorted({code for region in deployment.defended for code in region.countries})
    return parts | {code: land.parts[code] & everywhere for code in codes}
