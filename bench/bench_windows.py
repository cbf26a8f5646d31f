"""Engagement windows a second: pairs of an interceptor's site and a flight of 500 samples.

Two mixes: flights from all over the Earth, of which few pass within reach, and flights that all
pass by the site. The peer looks at every sample of every pair with NumPy on the same flyout table;
the limit is the processor's arithmetic. Where few pairs are feasible most samples are left out
unseen, so that the kernel may seem to pass it.
"""

from __future__ import annotations

import numpy as np

from glasshield import catalog
from glasshield.catalog.plans import AtIntercept, Cue, InBoost
from glasshield.earth import ellipsoid
from glasshield.flight import families, rockets
from glasshield.flight.aim import Targets as Aims
from glasshield.flight.aim import aim
from glasshield.flight.families import Shape
from glasshield.flight.fly import Flights, Sampling
from glasshield.shield import flyout, windows
from glasshield.shield.rules import Rules
from yardstick import best_seconds, gigaflops_a_core, row

SAMPLES = 500
FLIGHTS = 2_000
SITES = 50
COMMIT_S = 250.0
PEER_PAIRS = 200
# Operations for one sample, counted in the source: the site's frame 30, ground and height 25, the
# cell's cubic in three directions 45, the rules 10.
FLOP_A_SAMPLE = 110.0


def sampled(lat: np.ndarray, lon: np.ndarray, to_lat: np.ndarray, to_lon: np.ndarray) -> Flights:
    """Minimum-energy flights of the notional solid missile with 500 samples each."""
    vehicle = rockets.missile_vehicle(catalog.load().missiles["icbm-solid"])
    aimed = aim(
        vehicle,
        Aims(lat, lon, to_lat, to_lon),
        Shape.minimum_energy(),
        planes=[families.plane(vehicle)],
        sampling=Sampling(4.0, SAMPLES),
    )
    return aimed.flights.take(aimed.ok)


def everywhere() -> Flights:
    """Flights of 4,000 to 7,000 km all over the Earth, seed 5."""
    rng = np.random.default_rng(5)
    lat, lon = rng.uniform(-1.2, 1.3, FLIGHTS), rng.uniform(-np.pi, np.pi, FLIGHTS)
    turn, angle = rng.uniform(0.0, 6.28, FLIGHTS), rng.uniform(0.63, 1.1, FLIGHTS)
    to_lat = np.arcsin(np.sin(lat) * np.cos(angle) + np.cos(lat) * np.sin(angle) * np.cos(turn))
    to_lon = lon + np.arctan2(
        np.sin(turn) * np.sin(angle) * np.cos(lat),
        np.cos(angle) - np.sin(lat) * np.sin(to_lat),
    )
    return sampled(lat, lon, to_lat, to_lon)


def passing_by() -> Flights:
    """Flights from the east of Europe to the north-west, past the Baltic, seed 6."""
    rng = np.random.default_rng(6)
    start = np.radians(rng.uniform((48.0, 44.0), (54.0, 60.0), (FLIGHTS, 2)))
    end = np.radians(rng.uniform((56.0, -22.0), (64.0, -12.0), (FLIGHTS, 2)))
    return sampled(*start.T, *end.T)


def emplacements(table: flyout.FlyoutTable, rules: Rules) -> list[windows.Emplacement]:
    """Sites along the latitude of the table, ten kilometres apart."""
    lat = float(np.radians(54.48))
    return [
        windows.Emplacement(table, lat, float(np.radians(17.1)) + 0.0025 * k, 0.0, rules)
        for k in range(SITES)
    ]


def peer(flights: Flights, place: windows.Emplacement) -> int:
    """Windows by looking at every sample with NumPy, one pair at a time; how many there are."""
    origin = ellipsoid.geodetic_to_ecef(place.lat_rad, place.lon_rad, 0.0)
    axes = ellipsoid.east_north_up(place.lat_rad, place.lon_rad)
    clock = np.arange(SAMPLES) * flights.sample_step_s
    found = 0
    for positions in flights.positions_ecef_m[:PEER_PAIRS]:
        there = positions[np.isfinite(positions[:, 0])]
        height = ellipsoid.ecef_to_geodetic(there)[2]
        time = place.table.times_s((there - origin) @ axes.T)
        allowed = (height >= place.rules.min_height_m) & (height <= place.rules.max_height_m)
        found += bool((allowed & (clock[: len(there)] - time >= COMMIT_S)).any())
    return found


def main() -> None:
    """Prints pairs a second for both mixes, with the ratio to NumPy."""
    interceptor = catalog.load().interceptors["gbi2"]
    vehicle = rockets.interceptor_vehicle(interceptor, 6300.0)
    table = flyout.table(vehicle, float(np.radians(54.48)))
    rules = Rules(
        cue=Cue.LAUNCH,
        commit_delay_s=COMMIT_S,
        in_boost=InBoost.ALLOWED,
        at_intercept=AtIntercept.NOT_REQUIRED,
        min_height_m=100e3,
        max_ground_m=3e6,
    )
    places, limit = emplacements(table, rules), gigaflops_a_core()
    for name, flights in (("few feasible", everywhere()), ("most feasible", passing_by())):
        targets = windows.Targets.of(flights)
        pairs = windows.every_pair(SITES, len(targets))
        commit = np.full(len(pairs), COMMIT_S)
        job = (targets, places, pairs, commit)
        found = windows.find(*job).found.mean()
        one = len(pairs) / best_seconds(lambda j=job: windows.find(*j, threads=1))
        two = len(pairs) / best_seconds(lambda j=job: windows.find(*j, threads=2))
        numpy_rate = PEER_PAIRS / best_seconds(lambda f=flights: peer(f, places[0]), rounds=2)
        row(f"{name}: {100.0 * found:.0f} % of pairs", f"{one / 1e6:.2f} M pairs/s a core",
            f"two threads {two / one:.2f}, {one / numpy_rate:,.0f} times NumPy")  # fmt: skip
        done = one * SAMPLES * FLOP_A_SAMPLE / 1e9
        row("  as if every sample were looked at", f"{done:.0f} GFLOP/s",
            f"{100.0 * done / limit:.0f} % of {limit:.0f} GFLOP/s (fused)")  # fmt: skip


if __name__ == "__main__":
    main()
