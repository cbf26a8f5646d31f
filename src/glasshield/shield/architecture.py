"""Architectures as the calculations see them: for each phase what stands where, against whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from glasshield.catalog import Catalog
from glasshield.catalog.model import Interceptor, LaunchArea, Missile, Region, Sensor, Site
from glasshield.catalog.plans import Architecture, Phase
from glasshield.catalog.plans import Rules as RulesRecord
from glasshield.catalog.plans import Threat as ThreatRecord
from glasshield.errors import InputError, UnknownNameError


@dataclass(frozen=True, slots=True)
class Battery:
    """Interceptors of one type at one site.

    Attributes:
        site: where.
        interceptor: of which type.
        count: how many.
    """

    site: Site
    interceptor: Interceptor
    count: float

    @property
    def id(self) -> str:
        """The name of the battery, from its site and its interceptor."""
        return f"{self.site.id}.{self.interceptor.id}"


@dataclass(frozen=True, slots=True)
class Threat:
    """A class of missile from one launch area, and the places it is drawn to.

    Attributes:
        missile: of which class.
        launch: from where.
        targets: places as points.
    """

    missile: Missile
    launch: LaunchArea
    targets: tuple[Region, ...]


@dataclass(frozen=True, slots=True)
class Deployment:
    """One phase of an architecture, with everything it refers to.

    Attributes:
        id: of the phase, such as `epaa-3`; that of the architecture where it has one phase.
        architecture: its record.
        phase: its record.
        batteries: interceptors at sites.
        sensors: that give cues and see targets when they are met.
        defended: the areas whose protection is counted.
        threats: the flights it was declared against.
        disputed: the flights that another party says it could reach.
        rules: for the threats.
        disputed_rules: for the disputed flights.
    """

    id: str
    architecture: Architecture
    phase: Phase
    batteries: tuple[Battery, ...]
    sensors: tuple[Sensor, ...]
    defended: tuple[Region, ...]
    threats: tuple[Threat, ...]
    disputed: tuple[Threat, ...]
    rules: RulesRecord
    disputed_rules: RulesRecord

    @property
    def number(self) -> int | None:
        """The number of the phase; none where the architecture has only one or names it."""
        alone = len(self.architecture.phases) == 1
        return None if alone or not self.phase.id.isdigit() else int(self.phase.id)


def deployments(
    catalog: Catalog, architecture_id: str, phase_ids: Sequence[str] = ()
) -> tuple[Deployment, ...]:
    """The phases of an architecture.

    Args:
        catalog: the facts.
        architecture_id: such as `epaa`.
        phase_ids: which phases; those that have a number, or the only one, when none are named.

    Raises:
        UnknownNameError: no architecture or phase of this name.
    """
    architecture = catalog.architectures[architecture_id]
    if phase_ids:
        phases = [architecture.phase(phase_id) for phase_id in phase_ids]
    else:
        numbered = [phase for phase in architecture.phases if phase.id.isdigit()]
        phases = numbered or list(architecture.phases)
    return tuple(_deployment(catalog, architecture, phase) for phase in phases)


def only_threats(
    chosen: Sequence[Deployment], missile_ids: Sequence[str], catalog: Catalog
) -> tuple[Deployment, ...]:
    """The same phases with only the flights of some missiles.

    Raises:
        UnknownNameError: no missile of this name.
        InputError: none of the phases has such a flight.
    """
    if not missile_ids:
        return tuple(chosen)
    for missile_id in missile_ids:
        if missile_id not in catalog.missiles:
            raise UnknownNameError.among("missile", missile_id, catalog.missiles)
    wanted = set(missile_ids)
    left = tuple(_only(deployment, wanted) for deployment in chosen)
    if not any(deployment.threats or deployment.disputed for deployment in left):
        known = {t.missile.id for d in chosen for t in (*d.threats, *d.disputed)}
        raise InputError(
            "no phase has a flight of these missiles",
            where="--threat",
            got=", ".join(missile_ids),
            expected=", ".join(sorted(known)),
        )
    return left


def _only(deployment: Deployment, missile_ids: set[str]) -> Deployment:
    return replace(
        deployment,
        threats=tuple(t for t in deployment.threats if t.missile.id in missile_ids),
        disputed=tuple(t for t in deployment.disputed if t.missile.id in missile_ids),
    )


def _deployment(catalog: Catalog, architecture: Architecture, phase: Phase) -> Deployment:
    alone = len(architecture.phases) == 1
    threats = _threats(catalog, architecture.threats_of(phase))
    return Deployment(
        id=architecture.id if alone else f"{architecture.id}-{phase.id}",
        architecture=architecture,
        phase=phase,
        batteries=tuple(
            Battery(
                catalog.sites[battery.site],
                catalog.interceptors[battery.interceptor],
                battery.count.si,
            )
            for battery in phase.batteries
        ),
        sensors=tuple(catalog.sensors[sensor] for sensor in phase.sensors),
        defended=tuple(catalog.regions[region] for region in architecture.defended_by(phase)),
        threats=threats,
        disputed=_threats(catalog, architecture.disputed_of(phase)),
        rules=catalog.rules[architecture.rules_of(phase)],
        disputed_rules=catalog.rules[architecture.disputed_rules],
    )


def _threats(catalog: Catalog, records: Sequence[ThreatRecord]) -> tuple[Threat, ...]:
    return tuple(
        Threat(
            catalog.missiles[record.missile],
            catalog.launches[launch],
            tuple(catalog.regions[target] for target in record.targets),
        )
        for record in records
        for launch in record.launches
    )
