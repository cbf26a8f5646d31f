"""Watching a flight test: the plan for 1,000 km by 1,000 km at 25 km, and an evaluation.

The plan is that of the shipped test with two observers, as `glasshield monitor plan` computes it:
two flights from every place, the best one, two and three places, the least access. The peer forms,
for a few of the places, the normal equations of one look a second with `fusion.observed`, as an
evaluation does it. Threads are as the machine has them, since a plan lives by products of matrices.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable

import numpy as np

from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.fusion.observed import Observed, air_lift
from glasshield.monitoring.announced_flight import announced_flights
from glasshield.monitoring.beforehand import bias_sigmas
from glasshield.monitoring.claims_updated import evaluated
from glasshield.monitoring.document import PlaceRow
from glasshield.monitoring.followed import Reconstruction
from glasshield.monitoring.learning import Bases, Pair, watcher_of
from glasshield.monitoring.places import places_of
from glasshield.monitoring.planning import plan
from glasshield.monitoring.rehearsal import Rehearsal, rehearse
from glasshield.sensing.detections import Detections
from glasshield.sensing.measurement import measure
from glasshield.sensing.stations import in_view
from glasshield.workspace import Workspace

TEST = "third-site-booster"
ROUNDS = 3
PEER_PLACES = 20
LAST_S = 700.0  # after it nobody has the declared flight in range


def taken_s(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The least time that the work took."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Prints the table."""
    workspace = Workspace.default()
    facts = workspace.catalog
    test = facts.tests[TEST]
    flights = announced_flights(test, facts)
    all_s = taken_s(lambda: plan(test, workspace))
    places = [places_of(guest, test, facts) for guest in test.observers]
    count = sum(len(each) for each in places)
    print(f"{os.cpu_count()} cores; {TEST}: {count:,} places of {len(places)} observers")
    print(f"plan                          {all_s:8.2f} s")

    bases = Bases(Pair.of(test, flights, facts))
    watcher, first = watcher_of(test.observers[0], test, facts), places[0]
    some = slice(0, 480)
    bases.brought(watcher, first.lat_rad[some], first.lon_rad[some])
    ours_s = taken_s(lambda: bases.brought(watcher, first.lat_rad[some], first.lon_rad[some]))
    ours = 480 / ours_s
    print(f"two flights from a place      {1e3 / ours:8.2f} ms")

    both = (flights.declared, flights.rival)
    reconstructions = [Reconstruction.of(test, flight, facts) for flight in both]
    chosen = np.linspace(0, len(first) - 1, PEER_PLACES).astype(int)

    def peer() -> None:
        for k in chosen:
            station = watcher.at(float(first.lat_rad[k]), float(first.lon_rad[k]))
            for reconstruction in reconstructions:
                flown = reconstruction.flown
                time_s = np.arange(0.5, LAST_S)
                states = flown.at(time_s)
                seen = in_view(station, states[None, :, :3])[0]
                seen &= ecef_to_geodetic(states[:, :3])[2] > 0.0
                exact = measure(station, states[seen])
                looks = Detections.of(
                    flown.layout.epoch,
                    [station],
                    time_s[seen],
                    0,
                    range_m=exact[:, 0],
                    azimuth_rad=exact[:, 1],
                    elevation_rad=exact[:, 2],
                    simulated=True,
                )
                seen_by = Observed.of(looks, np.zeros(len(looks), dtype=int), air_lift(looks))
                equations = seen_by.normal(flown, np.zeros((1, 5)))
                shared = equations.shared
                assert shared is not None
                known = np.diag(bias_sigmas(test, [test.observers[0].id])[0] ** -2.0)
                coupling = shared.coupling[0]
                equations.matrix[0] - coupling @ np.linalg.solve(shared.matrix + known, coupling.T)

    peer_ms = 1e3 * taken_s(peer) / PEER_PLACES
    print(f"the same, place by place      {peer_ms:8.2f} ms  {peer_ms * ours / 1e3:.1f} x as long")

    best = PlaceRow(observer=test.observers[0].id, lat_deg=33.0, lon_deg=-126.0)
    rehearsal = Rehearsal(seed=1, places=(best,))
    rehearse_s = taken_s(lambda: rehearse(test, facts, rehearsal, flights))
    print(f"a rehearsal                   {rehearse_s:8.2f} s")
    made = rehearse(test, facts, Rehearsal(seed=1), flights)
    evaluate_s = taken_s(
        lambda: evaluated(test, made.detections, made.launches, workspace), rounds=1
    )
    print(f"its evaluation, claims too    {evaluate_s:8.2f} s")


if __name__ == "__main__":
    main()
