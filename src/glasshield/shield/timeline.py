"""What happens during one flight: launch, burnout, sights, windows, impact."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.flight.fly import Flights
from glasshield.sensing.visibility import Watch
from glasshield.shield.architecture import Battery
from glasshield.shield.engagement import Engagement


class Happening(enum.StrEnum):
    """A kind of event."""

    LAUNCH = "launch"
    BURNOUT = "burnout"
    FIRST_SEEN = "first-seen"
    COMMIT = "commit"
    LAUNCH_OPENS = "launch-window-opens"
    LAUNCH_CLOSES = "launch-window-closes"
    WINDOW_OPENS = "window-opens"
    WINDOW_CLOSES = "window-closes"
    APOGEE = "apogee"
    REENTRY = "reentry"
    IMPACT = "impact"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens during a flight.

    Attributes:
        happening: what.
        time_s: when, after the target's launch.
        height_m: of the target at that moment, above the ellipsoid.
        by: the id of the sensor or battery that it happens to, or empty.
    """

    happening: Happening
    time_s: float
    height_m: float
    by: str = ""


def events(
    flights: Flights,
    row: int,
    watch: Watch,
    batteries: Sequence[Battery],
    met: Engagement,
) -> list[Event]:
    """The events of one flight, in the order of time.

    Args:
        flights: with samples.
        row: which flight.
        watch: what sensors see of the flights.
        batteries: in the order of the engagement's emplacements.
        met: the windows.
    """
    found: list[tuple[Happening, float, str]] = [
        (Happening.LAUNCH, 0.0, ""),
        (Happening.BURNOUT, float(flights.burnout_time_s[row]), ""),
        (Happening.APOGEE, float(flights.apogee_time_s[row]), ""),
        (Happening.REENTRY, float(flights.reentry_time_s[row]), ""),
        (Happening.IMPACT, float(flights.flight_time_s[row]), ""),
    ]
    for sensor, first_s in zip(watch.sensors, watch.first_s[:, row], strict=True):
        found.append((Happening.FIRST_SEEN, float(first_s), sensor.id))
    windows = met.windows
    columns = (
        (Happening.COMMIT, met.commit_s),
        (Happening.LAUNCH_OPENS, met.by_battery(windows.first_launch_s)),
        (Happening.LAUNCH_CLOSES, met.by_battery(windows.last_launch_s)),
        (Happening.WINDOW_OPENS, met.by_battery(windows.open_s)),
        (Happening.WINDOW_CLOSES, met.by_battery(windows.close_s)),
    )
    for k, battery in enumerate(batteries):
        found += [(happening, float(column[k, row]), battery.id) for happening, column in columns]
    real = sorted((one for one in found if np.isfinite(one[1])), key=lambda one: one[1])
    heights = height_at(flights, row, np.array([time_s for _, time_s, _ in real]))
    return [
        Event(happening, time_s, float(height), by)
        for (happening, time_s, by), height in zip(real, heights, strict=True)
    ]


def height_at(flights: Flights, row: int, time_s: Float[np.ndarray, "k"]) -> Float[np.ndarray, "k"]:
    """The height (m) of a flight at times after launch, on straight lines between samples."""
    path = flights.positions_ecef_m[row]
    path = path[np.isfinite(path[:, 0])]
    heights = ecef_to_geodetic(path)[2]
    clock = np.arange(len(path)) * flights.sample_step_s
    # After the last sample it falls to the ground at the moment of impact.
    clock = np.append(clock, flights.flight_time_s[row])
    return np.interp(time_s, clock, np.append(heights, 0.0))
