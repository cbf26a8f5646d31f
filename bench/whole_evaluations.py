"""How far whole evaluations of honest flights are off, beside the plan's bound and their own words.

Each flight is rehearsed with errors of its own and evaluated from its detections, false alarms
among them, as `glasshield monitor evaluate` does it: about three seconds each, so it stands apart
from what `make bench` runs. The shipped test, watched by its two ships for five minutes.

    OPENBLAS_NUM_THREADS=1 python bench/whole_evaluations.py [FLIGHTS] [FIRST_SEED]
"""

from __future__ import annotations

import sys
from typing import Final

import msgspec
import numpy as np

from glasshield.catalog.announced import Access
from glasshield.catalog.quantity import Quantity, Status
from glasshield.monitoring.announced_flight import announced_flights
from glasshield.monitoring.document import PlaceRow
from glasshield.monitoring.evaluation import evaluate
from glasshield.monitoring.learning import learned_together
from glasshield.monitoring.rehearsal import Flown, Rehearsal, rehearse
from glasshield.workspace import Workspace

FLIGHTS: Final = 200
FIRST_SEED: Final = 1000
WATCHED: Final = Quantity(
    value=300.0, unit="s", source="glasshield", status=Status.ASSUMED, note="five minutes"
)
PLACES: Final = (
    PlaceRow(observer="guest-ship", lat_deg=35.6, lon_deg=-123.5),
    PlaceRow(observer="host-ship", lat_deg=33.2, lon_deg=-123.5),
)


def main() -> None:
    """Evaluates the flights and prints root mean square errors, deviations and shares held."""
    given = [int(text) for text in sys.argv[1:]]
    count, first = (*given, *(FLIGHTS, FIRST_SEED)[len(given) :])
    workspace = Workspace.default()
    test = workspace.catalog.tests["third-site-booster"]
    access = Access(not_after=WATCHED)
    guests = tuple(msgspec.structs.replace(guest, access=access) for guest in test.observers)
    test = msgspec.structs.replace(test, observers=guests, claims=())
    flights = announced_flights(test, workspace.catalog)
    rows = []
    for seed in range(first, first + count):
        made = rehearse(test, workspace.catalog, Rehearsal(seed, Flown.DECLARED, PLACES), flights)
        found = evaluate(made.test, made.detections, made.launches, workspace)
        speed, burn = found.burnout_speed_km_s, found.burn_time_s
        true = made.flight.burnout_speed_m_s / 1e3, made.flight.burnout_time_s
        rows.append((
            1e3 * (speed.value - true[0]), 1e3 * speed.sigma, speed.low <= true[0] <= speed.high,
            burn.value - true[1], burn.sigma, burn.low <= true[1] <= burn.high,
            found.declared.consistent,
        ))  # fmt: skip
    table = np.array(rows, dtype=float)
    bound = learned_together(test, workspace.catalog, PLACES, flights)
    names = (("burnout speed, m/s", bound.burnout_speed_sigma_m_s, 0),
             ("burn time, s", bound.burn_time_sigma_s, 3))  # fmt: skip
    for name, least, column in names:
        error, sigma, held = table[:, column : column + 3].T
        print(
            f"{name}: root mean square {np.sqrt(np.mean(error**2)):.3f}, own deviation "
            f"{sigma.mean():.3f}, plan's bound {least:.3f}, held by {100.0 * held.mean():.1f} % "
            f"of the intervals"
        )
    print(f"{count} honest flights, called consistent: {100.0 * table[:, 6].mean():.1f} %")


if __name__ == "__main__":
    main()
