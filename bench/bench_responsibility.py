"""Responsibility plans: how fast, and against a greedy plan and one integer programme for each aim.

python bench/bench_responsibility.py [--objects 200] [--batteries 12]
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable
from dataclasses import replace
from tempfile import TemporaryDirectory
from typing import TypeVar

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from pathlib import Path

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, vstack

from glasshield import catalog
from glasshield.coordination import responsibility
from glasshield.coordination.choosing import Choices, choose
from glasshield.coordination.opportunities import Shooter, Tracked, opportunities, renewed
from glasshield.coordination.procedures import Neighbours, Procedures
from glasshield.coordination.sectors import Area, Sector, Sectors
from glasshield.coordination.sectors_check import check_sectors
from glasshield.flight import rockets
from glasshield.flight.aim import Targets as Aims
from glasshield.flight.aim import aim
from glasshield.flight.families import Shape
from glasshield.flight.fly import Sampling
from glasshield.shield.architecture import deployments
from glasshield.shield.engagement import Tables
from glasshield.workspace import Cache
from yardstick import row

RECORDS = catalog.load()
NOW_S = 200.0
LAND = {
    "aspen": ("ROU", "BGR", "GRC", "TUR"),
    "birch": ("POL", "CZE", "SVK", "HUN"),
    "cedar": ("DEU", "FRA", "ITA", "AUT"),
    "oak": ("UKR", "RUS", "BLR", "KAZ"),
}
OWNERS = ("birch", "aspen", "cedar")
T = TypeVar("T")


def tracked(count: int) -> Tracked:
    """Intermediate-range flights from the south-east to Europe, three minutes after launch."""
    rng = np.random.default_rng(1)
    start = np.radians(rng.uniform((30.0, 45.0), (38.0, 55.0), (2 * count, 2)))
    end = np.radians(rng.uniform((45.0, 5.0), (53.0, 25.0), (2 * count, 2)))
    solved = aim(
        rockets.missile_vehicle(RECORDS.missiles["irbm"]),
        Aims(start[:, 0], start[:, 1], end[:, 0], end[:, 1]),
        Shape.minimum_energy(),
        sampling=Sampling(4.0, 500),
    )
    places = solved.flights.positions_ecef_m[solved.ok][:count]
    state = np.concatenate((places[:, 50], (places[:, 51] - places[:, 49]) / 8.0), axis=1)
    covariance = np.tile(np.diag([500.0**2] * 3 + [5.0**2] * 3), (count, 1, 1))
    names = tuple(f"object-{k}" for k in range(count))
    return Tracked(names, state, covariance, np.ones(count, dtype=bool), np.ones(count))


def batteries(count: int, magazine: int, folder: Path) -> list[Shooter]:
    """Those of the third European phase, some kilometres apart, given to parties."""
    phase = deployments(RECORDS, "epaa", ["3"])[0]
    tables = Tables(Cache(folder))
    places = [tables.emplaced(battery, phase.rules) for battery in phase.batteries]
    return [
        Shooter(
            f"battery-{k}",
            OWNERS[k % 3],
            replace(places[k % 3], lon_rad=places[k % 3].lon_rad + 0.02 * (k // 3)),
            magazine,
            0.6 + 0.02 * (k % 4),
        )
        for k in range(count)
    ]


def cpu(work: Callable[[], T], rounds: int = 3) -> tuple[float, T]:
    """The least processor time that the work took, and what came of it."""
    taken, made = [], work()
    for _ in range(rounds):
        start = time.process_time()
        made = work()
        taken.append(time.process_time() - start)
    return min(taken), made


def one_programme_for_each_aim(choices: Choices, magazine: np.ndarray) -> np.ndarray:
    """The aims of the best plan by HiGHS alone."""
    count = len(choices.object)
    once = csr_array((np.ones(count), (choices.object, np.arange(count))))
    rows = vstack((once, csr_array(choices.uses.T.astype(float))), format="csr")
    most = np.concatenate((np.ones(once.shape[0]), magazine.astype(float)))
    least = np.full(len(most), -np.inf)
    taken = np.zeros(count, dtype=bool)
    for cost in choices.aims.T:
        answer = milp(
            cost.astype(float),
            integrality=np.ones(count),
            bounds=Bounds(0, 1),
            constraints=LinearConstraint(rows, least, most),
            options={"mip_rel_gap": 0.0},
        )
        taken = np.rint(answer.x) == 1.0
        rows = vstack((rows, csr_array(cost[None].astype(float))), format="csr")
        least, most = (np.append(end, cost[taken].sum()) for end in (least, most))
    return choices.aims[taken].sum(axis=0)


def greedy(choices: Choices, magazine: np.ndarray) -> np.ndarray:
    """The aims of a plan that takes the best choice left, one after the other."""
    left, done = magazine.copy(), set()
    total = np.zeros(choices.aims.shape[1], dtype=int)
    for k in np.lexsort(choices.aims.T[::-1]).tolist():
        if choices.object[k] not in done and (choices.uses[k] <= left).all():
            done.add(int(choices.object[k]))
            left -= choices.uses[k]
            total += choices.aims[k]
    return total


def kept_choices(work: Callable[[], object]) -> tuple[Choices, np.ndarray]:
    """What a plan was chosen from."""
    kept: list[tuple[Choices, np.ndarray]] = []

    def keeping(choices: Choices, magazine: np.ndarray) -> np.ndarray:
        kept.append((choices, magazine))
        return choose(choices, magazine)

    responsibility.choose = keeping
    work()
    responsibility.choose = choose
    return kept[-1]


def main(objects: int, count: int, folder: Path) -> None:
    land = Sectors(tuple(Sector(p, (Area.of_countries(p, codes),)) for p, codes in LAND.items()))
    sectors = Sectors(land.of[:3])
    seen = tracked(objects)
    row("objects x batteries", f"{objects} x {count}")
    found = [Area.of_region(RECORDS.regions["nato-europe-2011"])]
    taken, faults = cpu(lambda: check_sectors(sectors, found))
    row("sectors checked", f"{taken * 1e3:.0f} ms", f"{len(faults.patches)} faults, all of Europe")
    for magazine in (5, 20, 40):
        shooters = batteries(count, magazine, folder)
        taken, every = cpu(lambda s=shooters: opportunities(seen, s, land, NOW_S))
        row(f"magazines of {magazine}: opportunities", f"{taken * 1e3:.0f} ms", f"{len(every)}")
        later = replace(seen, state_ecef=every.forecast.state_ecef[:, 5].copy())
        taken, _ = cpu(lambda e=every, s=shooters, o=later: renewed(e, o, s, land, NOW_S + 20.0))
        row("  taken over 20 s later", f"{taken * 1e3:.1f} ms")
        for neighbours in (Neighbours.NO_WINDOW, Neighbours.AGREED):
            procedures = Procedures(neighbours=neighbours)
            work = lambda e=every, p=procedures: responsibility.assign(e, sectors, p)  # noqa: E731
            taken, plan = cpu(work)
            row(
                f"  plan, neighbours {neighbours}",
                f"{taken * 1e3:.0f} ms",
                f"{plan.expected:.2f} stopped with {plan.interceptors}",
            )
            choices, left = kept_choices(work)
            simple = -greedy(choices, left)[0] / 1e4
            row("    a greedy plan", f"{simple:.2f} stopped", f"of {len(choices.object)} choices")
            start = time.process_time()
            best = one_programme_for_each_aim(choices, left)
            other = time.process_time() - start
            same = np.array_equal(best, choices.aims[choose(choices, left)].sum(axis=0))
            row("    HiGHS alone, aim by aim", f"{other * 1e3:.0f} ms", f"the same aims: {same}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--objects", type=int, default=200)
    parser.add_argument("--batteries", type=int, default=12)
    given = parser.parse_args()
    with TemporaryDirectory() as name:
        main(given.objects, given.batteries, Path(name))
