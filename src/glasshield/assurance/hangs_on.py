"""The keys of the facts that margins hang on.

A number or a word that costs milliseconds to vary is named by its own key; what costs more, such as
what a missile is built of, by the record or the part that holds it.
"""

from __future__ import annotations

from collections.abc import Sequence

from glasshield.catalog import Catalog
from glasshield.catalog.claims import Flown
from glasshield.shield.architecture import Deployment

_RULES = (
    "cue",
    "sensor_at_intercept",
    "launch_in_boost",
    "commit_delay",
    "latest_intercept",
    "min_intercept_height",
    "max_ground_range",
)
_INTERCEPTOR = (
    "burnout_speed",
    "min_intercept_height",
    "max_intercept_height",
    "max_ground_range",
)


def flight_keys(flown: Sequence[Flown], catalog: Catalog) -> list[str]:
    """The records of which flights are made."""
    del catalog
    missiles = [f"missile.{one.missile}" for one in flown]
    launches = [f"launch.{launch}.position" for one in flown for launch in one.launches]
    targets = [f"region.{target}" for one in flown for target in one.targets]
    return list(dict.fromkeys([*missiles, *launches, *targets]))


def sensor_keys(phase: Deployment, catalog: Catalog) -> list[str]:
    """The sensors of a phase: ranges by themselves, the rest by the record."""
    keys = [f"architecture.{phase.architecture.id}.phases.{phase.phase.id}.sensors"]
    for sensor in phase.sensors:
        keys.append(f"sensor.{sensor.id}")
        if sensor.site:
            keys.append(f"site.{sensor.site}.position")
        if sensor.radar:
            radar = f"radar.{catalog.radars[sensor.radar].id}"
            keys += [f"{radar}.detection_range", f"{radar}.reference_cross_section"]
            keys.append(f"{radar}.search")
    return keys


def battery_keys(phase: Deployment) -> list[str]:
    """The rules and the interceptors of a phase."""
    keys = [f"rules.{phase.rules.id}.{name}" for name in _RULES]
    here = f"architecture.{phase.architecture.id}.phases.{phase.phase.id}.batteries"
    for n, battery in enumerate(phase.batteries):
        id = battery.interceptor.id
        keys += [f"{here}.{n}.site", f"{here}.{n}.interceptor"]
        keys += [f"interceptor.{id}.{name}" for name in _INTERCEPTOR]
        keys.append(f"interceptor.{id}")
        keys.append(f"site.{battery.site.id}.position")
    return keys
