"""Aims a second: flights solved onto their targets, 50 m, on the rotating ellipsoid.

The limit is the flights themselves: an aim flies its trials, so flights a second over trials an aim
is the most that it could do.
"""

from __future__ import annotations

import numpy as np

from glasshield import catalog
from glasshield.catalog.model import Missile
from glasshield.earth import geodesic
from glasshield.flight import families, rockets
from glasshield.flight.aim import Targets, aim
from glasshield.flight.families import Shape
from glasshield.flight.fly import fly
from yardstick import best_seconds, row

AIMS = 10_000


def targets(range_m: float) -> Targets:
    """Launches all over the Earth with targets at 0.4 to 0.75 of a range, seed 3."""
    rng = np.random.default_rng(3)
    lat, lon = rng.uniform(-1.0, 1.3, AIMS), rng.uniform(-np.pi, np.pi, AIMS)
    azimuth, distance = rng.uniform(0.0, 6.28, AIMS), rng.uniform(0.4, 0.75, AIMS) * range_m
    ends = [geodesic.direct(*at) for at in zip(lat, lon, azimuth, distance, strict=True)]
    return Targets(
        lat, lon, np.array([e.lat_rad for e in ends]), np.array([e.lon_rad for e in ends])
    )


def measure(missile: Missile) -> None:
    """Prints aims a second of one missile and the ratio to the flights' own limit."""
    vehicle = rockets.missile_vehicle(missile)
    planes, places = [families.plane(vehicle)], targets(missile.max_range.si)
    shape = Shape.minimum_energy()
    solved = aim(vehicle, places, shape, planes=planes)
    aiming = best_seconds(lambda: aim(vehicle, places, shape, planes=planes, threads=1), rounds=3)
    flying = best_seconds(lambda: fly([vehicle], solved.launches, threads=1), rounds=3)
    trials = float(solved.tries.mean())
    row(
        missile.id,
        f"{AIMS / aiming:,.0f}",
        f"{100.0 * solved.ok.mean():.1f} %, {trials:.1f}, {solved.miss_m[solved.ok].max():.0f} m, "
        f"{100.0 * trials * flying / aiming:.0f} %",
    )


def main() -> None:
    """Measures four missiles."""
    missiles = catalog.load().missiles
    row("missile", "aims a second a core", "solved, trials each, worst miss, of the flights' limit")
    for name in ("srbm", "mrbm", "irbm", "icbm-solid"):
        measure(missiles[name])


if __name__ == "__main__":
    main()
