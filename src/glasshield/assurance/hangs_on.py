"""The keys of the facts that margins hang on.

A number or a word that costs milliseconds to vary is named by its own key; what costs more, such as
what a missile is built of, by the record that holds it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from glasshield.catalog.claims import Flown
from glasshield.catalog.model import Interceptor, Sensor, SensorType, Site
from glasshield.catalog.plans import Rules
from glasshield.shield.architecture import Deployment

_RULES: Final = (
    "cue",
    "sensor_at_intercept",
    "launch_in_boost",
    "commit_delay",
    "latest_intercept",
    "min_intercept_height",
    "max_ground_range",
)
_INTERCEPTOR: Final = (
    "burnout_speed",
    "min_intercept_height",
    "max_intercept_height",
    "max_ground_range",
)
_RADAR: Final = ("detection_range", "reference_cross_section")


def flight_keys(flown: Sequence[Flown]) -> list[str]:
    """The records that flights are made of, and the cross-sections that radars see."""
    missiles = [f"missile.{one.missile}" for one in flown]
    seen = [f"{missile}.radar_cross_section" for missile in missiles]
    launches = [f"launch.{launch}" for one in flown for launch in one.launches]
    targets = [f"region.{target}" for one in flown for target in one.targets]
    return list(dict.fromkeys([*missiles, *seen, *launches, *targets]))


def sensor_keys(sensors: Sequence[Sensor]) -> list[str]:
    """Some sensors: what says how far they see by itself, the rest by the record."""
    keys = []
    for sensor in sensors:
        keys.append(f"sensor.{sensor.id}")
        if sensor.site:
            keys.append(f"site.{sensor.site}")
        if sensor.type is SensorType.INFRARED:
            keys.append(f"sensor.{sensor.id}.cloud_height")
        else:
            radar = f"radar.{sensor.radar}"
            keys += [radar, *(f"{radar}.{name}" for name in _RADAR)]
    return keys


def battery_keys(rules: Rules, interceptor: Interceptor, site: Site) -> list[str]:
    """Interceptors at a site, and the rules under which they engage."""
    record = f"interceptor.{interceptor.id}"
    keys = [f"rules.{rules.id}.{name}" for name in _RULES]
    return [*keys, record, *(f"{record}.{name}" for name in _INTERCEPTOR), f"site.{site.id}"]


def phase_keys(phase: Deployment) -> list[str]:
    """Everything that a phase is made of, and the rules by which it is judged."""
    keys = [f"architecture.{phase.architecture.id}"]
    for battery in phase.batteries:
        keys += battery_keys(phase.rules, battery.interceptor, battery.site)
    return keys + sensor_keys(phase.sensors)
