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
from yardstick import FLOP_A_STEP, best_seconds, gigaflops_a_core, row

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


def measure(missile: Missile, limit: float) -> None:
    """Prints aims a second of one missile, and the ratios to the flights and to the processor."""
    vehicle = rockets.missile_vehicle(missile)
    planes, places = [families.plane(vehicle)], targets(missile.max_range.si)
    shape = Shape.minimum_energy()
    solved = aim(vehicle, places, shape, planes=planes)
    aiming = best_seconds(lambda: aim(vehicle, places, shape, planes=planes, threads=1), rounds=3)
    flying = best_seconds(lambda: fly([vehicle], solved.launches, threads=1), rounds=3)
    trials, steps = float(solved.tries.mean()), float(solved.flights.steps.mean())
    row(
        missile.id,
        f"{AIMS / aiming:,.0f}",
        f"{100.0 * solved.ok.mean():.1f} %, {trials:.1f}, {solved.miss_m[solved.ok].max():.0f} m, "
        f"{100.0 * trials * flying / aiming:.0f} %, "
        f"{100.0 * AIMS / aiming * trials * steps * FLOP_A_STEP / 1e9 / limit:.0f} %",
    )


def main() -> None:
    """Measures four missiles."""
    missiles = catalog.load().missiles
    limit = gigaflops_a_core()
    beside = (
        f"solved, trials each, worst miss, of the flights' limit, of {limit:.0f} GFLOP/s (fused)"
    )
    row("missile", "aims a second a core", beside)
    for name in ("srbm", "mrbm", "irbm", "icbm-solid"):
        measure(missiles[name], limit)


if __name__ == "__main__":
    main()
