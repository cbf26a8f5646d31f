"""A raid of ten missiles, tracked look by look, registered, traced back and marked.

python examples/track_a_raid.py
"""

from __future__ import annotations

import numpy as np

from glasshield import catalog
from glasshield.fusion.paths import Paths
from glasshield.fusion.scores import scores
from glasshield.fusion.solve import SolveOptions, solve
from glasshield.fusion.tracker import Tracker
from glasshield.scenario.simulate import Simulation, simulate
from glasshield.sensing.detections import Detections


def live(detections: Detections) -> None:
    """Shows tracks once a minute, and how well the radars' own errors are known meanwhile."""
    tracker = Tracker(detections.stations, detections.epoch)
    minutes = np.floor(detections.time_s / 60.0)
    for minute in np.unique(minutes):
        picture = tracker.step(detections.take(minutes == minute))
        assert picture.registration is not None, "biases are learned unless switched off"
        known_deg = np.degrees(np.median(picture.registration.sigma[:, 2]))
        tracks = int(picture.confirmed.sum())
        print(f"minute {minute:2.0f}: {tracks:2d} tracks, elevations known to {known_deg:.4f} deg")


def afterwards(made: Simulation, facts: catalog.Catalog) -> None:
    """Shows what all detections say together, and how far that is from the truth."""
    wanted = SolveOptions(missiles=tuple(facts.missiles.values()), reported=made.launches)
    found = solve(made.detections, wanted)
    assert found.registration is not None, "biases were asked for"
    for station, bias in zip(made.detections.stations, found.registration.bias, strict=True):
        print(f"{station.id:28} elevation bias {np.degrees(bias[2]):+.4f} deg")
    true = made.truth
    paths = Paths(true.epoch, true.id, true.first_row, true.time_s, true.state_ecef)
    marks = scores(found.tracks, paths)
    print(f"{len(found.tracks)} tracks, {marks.position_rmse_m:.0f} m off (root mean square)")
    print(f"completeness {float(marks.in_view.siap.overall.completeness):.3f}")


def main() -> None:
    """Flies, tracks and marks the raid."""
    facts = catalog.load()
    made = simulate(facts.scenarios["raid-of-ten"], facts, seed=7)
    live(made.detections)
    afterwards(made, facts)


if __name__ == "__main__":
    main()
