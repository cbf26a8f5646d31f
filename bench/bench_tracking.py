"""The whole tracker against Stone Soup 1.9.1: same detections, same motion, same run, one core.

Objects in free flight, three radars at 1 Hz a third of a second apart, 50 m, 0.05 deg, detection
probability 0.95, 5 false alarms a look. Initiation, deletion and history are part of what is timed,
on both sides. Stone Soup runs as long as its budget lets it, from the same beginning. Times are
those of the processor, of one core, so that what else the machine does counts on neither side.

The limit is the arithmetic of one prediction and one update, counted in the source, at what one
core does in a matrix product with fused multiply-add.

    python bench/bench_tracking.py            all of it, some minutes
    python bench/bench_tracking.py --quick    a tenth of Stone Soup's time
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
import warnings
from collections.abc import Callable
from dataclasses import replace
from typing import Any

# First, because it sets the number of threads of BLAS, which NumPy reads as it loads.
from yardstick import gigaflops_a_core, row

# isort: split
import numpy as np

import stonesoup_tracker as peer
from glasshield import kernels
from glasshield.fusion import tracker as tracking
from glasshield.fusion.kernel_rows import columns_of
from glasshield.fusion.options import Association, Initiation, Models, Options
from glasshield.fusion.paths import Paths, instants, picture
from glasshield.fusion.siap import associate
from glasshield.fusion.tracker import track
from glasshield.fusion.tracks import Tracks
from glasshield.scenario.benchmark import benchmark
from glasshield.scenario.simulate import Simulation

# One object's share of a look: Runge and Kutta's four rates 4 x 45, partials 60, the exponential's
# two products 2 x 432, F P F' 2 x 432, measurement and slopes 120, gain and update 500.
FLOP_A_DETECTION = 2_600.0
DURATION_S = 100.0
# As Stone Soup is set up: one motion, a track begins at one detection.
COAST = Options(models=Models.COAST, initiation=Initiation.ONE_POINT)
BUDGET_S = 3.0 if "--quick" in sys.argv else 30.0
# Stone Soup's full joint probabilities are given so long for a single look.
JPDA_S = 5.0 if "--quick" in sys.argv else 60.0


def least_cpu_seconds(work: Callable[[], object], rounds: int = 3) -> float:
    """The least processor time that the work took."""
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def spent(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds of the processor that the work took: its own, and the system's for it."""
    before = os.times()
    work()
    after = os.times()
    return after.user - before.user, after.system - before.system


def rate(simulation: Simulation, options: Options) -> float:
    """Detections a second."""
    detections = simulation.detections
    return len(detections) / least_cpu_seconds(lambda: track(detections, options))


def compiled_rate(simulation: Simulation, options: Options) -> float:
    """Detections a second of the loops alone: input checked before, history left as it is kept."""
    detections = simulation.detections
    columns = columns_of(detections)
    stations = np.ascontiguousarray(detections.station_index, dtype=np.int32)
    numbers = np.arange(len(detections), dtype=np.int64)
    taken = []
    for _ in range(10):
        kernel = tracking.Tracker(
            detections.stations, detections.epoch, options, online=None
        )._kernel
        start = time.process_time()
        kernel.feed(detections.time_s, stations, *columns, numbers, lambda _: True)
        taken.append(time.process_time() - start)
    return len(detections) / min(taken)


def speed(objects: int, limit: float) -> Simulation:
    """Prints our rates, the peer's, and the ratios."""
    simulation = benchmark(objects, seed=1, duration_s=DURATION_S)
    row(f"{objects} objects, detections", f"{len(simulation.detections):,}")
    ours = rate(simulation, COAST)
    share = 100.0 * ours * FLOP_A_DETECTION / 1e9 / limit
    row("  free flight, detections a second", f"{ours:,.0f}",
        f"{share:.0f} % of {limit:.0f} GFLOP/s (fused), {kernels.isa()}")  # fmt: skip
    inside = compiled_rate(simulation, COAST)
    row("    of it inside the compiled loops", f"{inside:,.0f}")
    mixed = rate(simulation, Options())
    row("  boost, coast and entry", f"{mixed:,.0f}")
    for name, how in (
        ("Stone Soup, its own radar, 2-D assignment", peer.How("assignment", "stock", BUDGET_S)),
        ("Stone Soup, lean radar, 2-D assignment", peer.How("assignment", "lean", BUDGET_S)),
        ("Stone Soup, lean radar, kd-tree", peer.How("kd-tree", "lean", BUDGET_S)),
    ):
        done = peer.run(simulation.detections, COAST, how)
        row(f"  {name}", f"{done.rate:,.1f}",
            f"{done.scans} looks; ours {ours / done.rate:,.0f} times")  # fmt: skip
    return simulation


def errors_m(simulation: Simulation, time_s: np.ndarray, position_m: np.ndarray) -> np.ndarray:
    """Distances of believed positions from the nearest true object."""
    from scipy.spatial import cKDTree

    apart = np.empty(len(time_s))
    for moment in np.unique(time_s):
        rows = time_s == moment
        true = simulation.truth.states_at(np.array([moment]))[:, 0, :3]
        apart[rows] = cKDTree(true).query(position_m[rows])[0]
    return apart


def accuracy(simulation: Simulation) -> None:
    """Prints the errors of both sides in the second half and at the end."""
    tracks = track(simulation.detections, COAST)
    done = peer.run(simulation.detections, COAST, peer.How("kd-tree", "lean", 20.0 * BUDGET_S))
    points, _ = done.updates()
    sides = (
        ("ours", tracks.time_s, tracks.state_ecef[:, :3]),
        ("Stone Soup", points.time_s, points.position_m),
    )
    until = done.end_s
    found: dict[str, list[float]] = {}
    for name, time_s, position_m in sides:
        parts = []
        for start in (0.5 * until, until - 1.0):
            late = (time_s >= start) & (time_s <= until + 1e-6)
            apart = errors_m(simulation, time_s[late], position_m[late])
            parts.append(float(np.sqrt(np.mean(apart[apart < 5e3] ** 2))))
        found[name] = parts
        row(
            f"  error after {until:.0f} s, {name}",
            f"{parts[0]:.2f} m",
            f"last second {parts[1]:.2f} m",
        )
    off = 100.0 * (found["ours"][0] / found["Stone Soup"][0] - 1.0)
    row("  ours against Stone Soup, second half", f"{off:+.2f} %")


def many() -> None:
    """Prints how much faster than real time 5,000 objects are tracked, and how many are lost.

    Their tracks take 0.7 GB. What the system takes to fetch memory that nobody has used yet depends
    on the machine, and on what else runs there, so it is also told apart.
    """
    simulation = benchmark(5_000, seed=1, duration_s=DURATION_S)
    for name, options in (("free flight", COAST), ("boost, coast and entry", Options())):
        rounds = [spent(lambda o=options: track(simulation.detections, o)) for _ in range(3)]
        mine, fetching = min(rounds, key=sum)
        seconds = mine + fetching
        tracks = track(simulation.detections, options)
        row(f"5,000 objects, {name}", f"{len(simulation.detections) / seconds:,.0f}",
            f"{DURATION_S / seconds:,.0f} times real time, "
            f"{DURATION_S / mine:,.0f} without what the system takes; "
            f"{100.0 * lost(simulation, tracks):.2f} % of objects lost")  # fmt: skip


def lost(simulation: Simulation, tracks: Tracks) -> float:
    """Share of the objects that one and the same track does not follow until the end."""
    true = simulation.truth
    paths = Paths(true.epoch, true.id, true.first_row, true.time_s, true.state_ecef)
    times = instants(0.0, DURATION_S, 5.0)
    following = associate(paths.grid(times)[1], picture(tracks, times), 5e3, confirm=2)
    until = following.end_s >= DURATION_S - 10.0
    changed = np.bincount(following.truth, minlength=len(true)) > 1
    kept = np.zeros(len(true), dtype=bool)
    kept[following.truth[until]] = True
    return float(np.mean(~kept | changed))


def joint(simulation: Simulation) -> None:
    """Prints the rates with joint probabilities."""
    options = replace(COAST, association=Association.JPDA)
    ours = rate(simulation, options)
    row("  joint probabilities, detections a second", f"{ours:,.0f}")
    done = peer.run(simulation.detections, COAST, peer.How("lbp", "lean", BUDGET_S))
    row("  Stone Soup, loopy belief propagation", f"{done.rate:,.1f}",
        f"approximate; ours {ours / done.rate:,.0f} times")  # fmt: skip
    looks = enumerated(simulation)
    row("  Stone Soup, JPDA", looks or "does not end",
        f"one look with confirmed tracks in {JPDA_S:.0f} s")  # fmt: skip


def enumerated(simulation: Simulation) -> str:
    """How fast Stone Soup enumerates all joint events; nothing where a look does not end."""
    context = multiprocessing.get_context("fork")
    receive, send = context.Pipe(duplex=False)
    worker = context.Process(target=_enumerate, args=(simulation.detections, send), daemon=True)
    worker.start()
    answer = f"{receive.recv():,.1f}" if receive.poll(JPDA_S) else ""
    worker.kill()
    worker.join()
    return answer


def _enumerate(detections: Any, send: Any) -> None:
    early = detections.take(detections.time_s < 2.0)
    send.send(peer.run(early, COAST, peer.How("jpda", "lean", 1e9)).rate)


def memory(simulation: Simulation) -> None:
    """Prints the bytes that are kept for each state of a track."""
    tracks = track(simulation.detections, COAST)
    columns = (
        tracks.time_s,
        tracks.state_ecef,
        tracks.packed_covariance,
        tracks.phase_probability,
        tracks.detection,
        tracks.station_index,
    )
    size = sum(column.nbytes for column in columns) / len(tracks.time_s)
    row("  bytes a track-state kept", f"{size:.0f}", "Stone Soup: 5,400 (measured before)")


def main() -> None:
    """Runs all of it."""
    warnings.simplefilter("ignore")
    limit = gigaflops_a_core()
    few = speed(100, limit)
    accuracy(few)
    joint(few)
    memory(few)
    speed(500, limit)
    many()


if __name__ == "__main__":
    main()
