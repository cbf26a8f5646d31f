"""Launch-to-impact flights a second, against scipy's solve_ivp on the same flights.

Full physics: rotating WGS 84, J2, US Standard Atmosphere 1976, drag over the Mach number. The peer
is the readable twin of the tests, integrated by `solve_ivp` (DOP853) with the loosest tolerances
that meet the same impact error. The limit is what one core does in a matrix product, with fused
multiply-add; the kernels forgo fusing, which costs up to half, so that every processor finds the
same digits.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import numpy as np

from glasshield import catalog, kernels
from glasshield.earth import ellipsoid
from glasshield.flight import families, rockets
from glasshield.flight.aim import Targets, aim
from glasshield.flight.families import Shape
from glasshield.flight.fly import Accuracy, Launches, fly
from glasshield.flight.vehicle import Vehicle
from tests.reference import fly as twin
from yardstick import FLOP_A_STEP, best_seconds, gigaflops_a_core, row

MISSILES = ("mrbm", "irbm", "icbm-solid", "icbm-liquid")
FLIGHTS = 12_000
TIGHT = Accuracy(position_m=1e-5, velocity_m_s=1e-8)
PEER_FLIGHTS = 12
# Loosest of the tolerances tried at which the peer, too, stays below 10 m at the 99th percentile.
PEER_TOLERANCES = {"relative_tolerance": 1e-9, "absolute_tolerance": 1e-4}


def flights_to_fly() -> tuple[list[Vehicle], Launches]:
    """Minimum-energy and lofted flights of four missiles all over the Earth, seed 2."""
    missiles = catalog.load().missiles
    vehicles = [rockets.missile_vehicle(missiles[name]) for name in MISSILES]
    planes = families.planes(vehicles)
    rng = np.random.default_rng(2)
    rows = []
    for k, name in enumerate(MISSILES):
        for shape in (Shape.minimum_energy(), Shape.lofted()):
            n = FLIGHTS // 8
            lat, lon = rng.uniform(-1.0, 1.3, n), rng.uniform(-np.pi, np.pi, n)
            azimuth = rng.uniform(0.0, 2.0 * np.pi, n)
            angle = rng.uniform(0.4, 0.75, n) * missiles[name].max_range.si / 6_371e3
            to_lat = np.arcsin(
                np.sin(lat) * np.cos(angle) + np.cos(lat) * np.sin(angle) * np.cos(azimuth)
            )
            to_lon = lon + np.arctan2(
                np.sin(azimuth) * np.sin(angle) * np.cos(lat),
                np.cos(angle) - np.sin(lat) * np.sin(to_lat),
            )
            aimed = aim(vehicles[k], Targets(lat, lon, to_lat, to_lon), shape, planes=[planes[k]])
            launches = aimed.launches.rows()[aimed.ok]
            launches[:, 0] = k
            rows.append(launches)
    table = rng.permutation(np.concatenate(rows))
    index, lat, lon, height, azimuth, kick, cutoff = table.T
    return vehicles, Launches(index.astype(int), lat, lon, azimuth, kick, height, cutoff)


def impact_errors_m(vehicles: list[Vehicle], launches: Launches) -> np.ndarray:
    """Impact errors at the default accuracy, against tight tolerances."""
    got = fly(vehicles, launches).impact_position_ecef_m
    exact = fly(vehicles, launches, accuracy=TIGHT).impact_position_ecef_m
    return np.linalg.norm(got - exact, axis=-1)


def peer(vehicles: list[Vehicle], launches: Launches) -> tuple[float, float]:
    """Flights a second and worst impact error of scipy on some of the same flights."""
    rows = launches.rows()[:PEER_FLIGHTS]
    exact = fly(vehicles, launches, accuracy=TIGHT).impact_position_ecef_m[:PEER_FLIGHTS]
    start = time.perf_counter()
    flown = [
        twin.fly(vehicles[int(r[0])], twin.Launch(r[1], r[2], r[4], r[5], r[6]), **PEER_TOLERANCES)
        for r in rows
    ]
    seconds = time.perf_counter() - start
    misses = [
        np.linalg.norm(f.impact_position_ecef_m - e) for f, e in zip(flown, exact, strict=True)
    ]
    return PEER_FLIGHTS / seconds, float(max(misses))


def main() -> None:
    """Prints flights a second, errors, and ratios to the peer and to the limit."""
    vehicles, launches = flights_to_fly()
    n = len(launches.rows())
    one = n / best_seconds(lambda: fly(vehicles, launches, threads=1))
    two = n / best_seconds(lambda: fly(vehicles, launches, threads=2))
    error = impact_errors_m(vehicles, launches)
    steps = float(np.mean(fly(vehicles, launches).steps))
    scipy_rate, scipy_error = peer(vehicles, launches)
    limit = gigaflops_a_core()
    used = one * steps * FLOP_A_STEP / 1e9
    apogee = ellipsoid.ecef_to_geodetic(fly(vehicles, launches).apogee_position_ecef_m)[2]
    row("flights", f"{n:,}", f"apogees {apogee.min() / 1e3:,.0f} to {apogee.max() / 1e3:,.0f} km")
    row("flights a second, one core", f"{one:,.0f}", f"{kernels.isa()}, {steps:.0f} steps each")
    row("impact error, median and 99th percentile", f"{np.median(error):.1f} and "
        f"{np.percentile(error, 99.0):.1f} m")  # fmt: skip
    row("two threads against one", f"{two / one:.2f}")
    row(
        "scipy solve_ivp, flights a second",
        f"{scipy_rate:,.1f}",
        f"worst error {scipy_error:.1f} m",
    )
    row("ratio to scipy", f"{one / scipy_rate:,.0f}")
    row("arithmetic of the flights, one core", f"{used:.1f} GFLOP/s",
        f"{100.0 * used / limit:.0f} % of {limit:.0f} GFLOP/s (fused)")  # fmt: skip
    for isa in ("baseline", "avx2", "avx512"):
        kernels.set_isa(isa)
        rate = n / best_seconds(lambda: fly(vehicles, launches, threads=1), rounds=3)
        row(f"  the same with {isa}", f"{rate:,.0f}")
        if isa == kernels.best_isa():
            break


if __name__ == "__main__":
    main()
