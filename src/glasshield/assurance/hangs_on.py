"""The keys of the facts that margins hang on.

A number or a word that costs milliseconds to vary is named by its own key; what costs more, such as
what a missile is built of, by the record that holds it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from glasshield.catalog.claims import Flown
from glasshield.catalog.model import SensorType
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


def flight_keys(flown: Sequence[Flown]) -> list[str]:
    """The records that flights are made of, and the cross-sections that radars see."""
    missiles = [f"missile.{one.missile}" for one in flown]
    seen = [f"{missile}.radar_cross_section" for missile in missiles]
    launches = [f"launch.{launch}" for one in flown for launch in one.launches]
    targets = [f"region.{target}" for one in flown for target in one.targets]
    return list(dict.fromkeys([*missiles, *seen, *launches, *targets]))


def sensor_keys(phase: Deployment) -> list[str]:
    """The sensors of a phase: ranges and cloud heights by themselves, the rest by the record."""
    keys = [f"architecture.{phase.architecture.id}"]
    for sensor in phase.sensors:
        keys.append(f"sensor.{sensor.id}")
        if sensor.site:
            keys.append(f"site.{sensor.site}")
        if sensor.type is SensorType.INFRARED:
            keys.append(f"sensor.{sensor.id}.cloud_height")
        else:
            keys += [f"radar.{sensor.radar}", f"radar.{sensor.radar}.detection_range"]
    return keys


def battery_keys(phase: Deployment) -> list[str]:
    """The rules and the interceptors of a phase."""
    keys = [f"rules.{phase.rules.id}.{name}" for name in _RULES]
    for battery in phase.batteries:
        interceptor = f"interceptor.{battery.interceptor.id}"
        keys += [interceptor, *(f"{interceptor}.{name}" for name in _INTERCEPTOR)]
        keys.append(f"site.{battery.site.id}")
    return keys
