"""The answers about some phases, as the calculations give them: SI units, radians, no texts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Int

from glasshield.catalog import Catalog, Position
from glasshield.catalog.model import LaunchArea, Missile, Region
from glasshield.errors import InputError
from glasshield.geodata.raster import Raster
from glasshield.shield.architecture import Battery, Deployment, Threat
from glasshield.shield.coverage import Coverage, Protection
from glasshield.shield.engagement import Engagement, Sky
from glasshield.shield.outline import Outline
from glasshield.shield.reach import Reached
from glasshield.shield.regions import Land
from glasshield.shield.rules import Rule
from glasshield.shield.sights import Sight
from glasshield.shield.timeline import Event


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be assessed.

    Attributes:
        architectures: ids, such as `epaa`.
        phases: ids of phases; all that have a number when empty. With several architectures, each
            is taken with those of these phases that it has.
        threats: ids of missiles; all when empty.
        command: the command line, for the record.
        people: a user's own figures of where people live; the packaged ones when left out.
    """

    architectures: tuple[str, ...]
    phases: tuple[str, ...] = ()
    threats: tuple[str, ...] = ()
    command: str = ""
    people: Raster | None = None


@dataclass(frozen=True, slots=True)
class Path:
    """One modelled flight from a launch area to a named place.

    Attributes:
        missile: of which class.
        launch: from where.
        target: to where.
        disputed: whether some party says that a shield could reach it; else it is a threat.
    """

    missile: Missile
    launch: LaunchArea
    target: Region
    disputed: bool

    @property
    def id(self) -> str:
        """The name of the flight."""
        return f"{self.launch.id}.{self.target.id}.{self.missile.id}"

    @property
    def target_position(self) -> Position:
        """Where it ends."""
        position = self.target.point
        if position is None:
            raise InputError(
                "a flight is drawn to a place, not to an area", where=f"region.{self.target.id}"
            )
        return position

    def belongs_to(self, deployment: Deployment) -> bool:
        """Whether a phase is judged against this flight."""
        threats = deployment.disputed if self.disputed else deployment.threats
        return any(
            threat.missile.id == self.missile.id
            and threat.launch.id == self.launch.id
            and any(target.id == self.target.id for target in threat.targets)
            for threat in threats
        )


@dataclass(frozen=True, slots=True)
class Route:
    """The flights of one missile to named places, and what sensors see of them.

    Attributes:
        paths: in the order of the flights.
        sky: the flights.
    """

    paths: tuple[Path, ...]
    sky: Sky

    def of(self, deployment: Deployment) -> list[int]:
        """The numbers of the flights against which a phase is judged."""
        ok = self.sky.flights.ok
        return [n for n, path in enumerate(self.paths) if ok[n] and path.belongs_to(deployment)]


@dataclass(frozen=True, slots=True)
class Seen:
    """What the sensors of a phase see of the flights of a route: for each path, each sensor."""

    deployment: Deployment
    route: Route
    sights: tuple[tuple[Sight, ...], ...]


@dataclass(frozen=True, slots=True)
class Defended:
    """What a phase defends against one missile from one launch area.

    Attributes:
        deployment: the phase.
        threat: the missile and the launch area.
        cells: which cells of the land the phase defends.
        coverage: of these cells.
        parts: of each region and country.
    """

    deployment: Deployment
    threat: Threat
    cells: Int[np.ndarray, "c"]
    coverage: Coverage
    parts: tuple[Protection, ...]


@dataclass(frozen=True, slots=True)
class Disputed:
    """What the batteries of a phase reach of the flights of a route."""

    deployment: Deployment
    route: Route
    rows: tuple[Reached, ...]


@dataclass(frozen=True, slots=True)
class Met:
    """When the batteries of a phase could meet the flights of a route.

    Attributes:
        deployment: the phase.
        route: the flights.
        engagement: the windows, with the stated inputs.
        why_not: the rule that closes each window, battery by battery; None where there is one.
    """

    deployment: Deployment
    route: Route
    engagement: Engagement
    why_not: tuple[tuple[Rule | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One flight against one phase, event by event."""

    deployment: Deployment
    path: Path
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Outlined:
    """How high a battery's interceptors come, with a burnout speed that somebody states."""

    battery: Battery
    variant: str
    burnout_speed_m_s: float
    outline: Outline


@dataclass(frozen=True, slots=True)
class Answers:
    """All answers to a request.

    Attributes:
        catalog: the facts, with the user's own values.
        request: what was asked.
        deployments: the phases.
        land: the cells that any of them is to defend.
        routes: flights to named places.
        sees: for each phase and route.
        defends: for each phase, missile and launch area.
        reaches: for each phase and route with disputed flights.
        meets: for each phase and route with threats.
        story: the flight that the timeline tells; None when no flight of a threat is met.
        outlines: for each battery, whatever its phases, and each stated burnout speed.
    """

    catalog: Catalog
    request: Request
    deployments: tuple[Deployment, ...]
    land: Land
    routes: tuple[Route, ...]
    sees: tuple[Seen, ...]
    defends: tuple[Defended, ...]
    reaches: tuple[Disputed, ...]
    meets: tuple[Met, ...]
    story: Story | None
    outlines: tuple[Outlined, ...]
