"""How long the crux of two sides takes that differ in twelve facts, on real flights.

The claim is that of 2007: interceptors in Poland and intercontinental missiles from Russia. The
sides are those of the catalogue, made to differ in twelve facts on which the claim hangs. The peer
for one margin is the whole way that an assessment goes in a world: `shield.reach` of the battery on
the disputed flights of the architecture.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec

from glasshield.assurance.crux import crux
from glasshield.assurance.measured import band_of
from glasshield.assurance.predicates import predicate
from glasshield.assurance.sides import Side, differing, may_matter
from glasshield.assurance.verdicts import Predicate
from glasshield.assurance.worlds import World
from glasshield.catalog.claims import Setting
from glasshield.shield.architecture import deployments
from glasshield.shield.engagement import Tables
from glasshield.shield.reach import reach
from glasshield.shield.routes import routes_of
from glasshield.shield.rules import Bound
from glasshield.workspace import Cache, Workspace
from yardstick import row

CLAIM: Final = "poland-gbi-cannot-reach-russian-icbm"
ARCHITECTURE: Final = "third-site-2007"
SETS: Final = ("us-2007", "russia-2007")
# Beside what the two sets differ in already.
MORE: Final = {
    "interceptor.gbi2.max_intercept_height": (2000.0, 2500.0, "km"),
    "rules.kinematic.min_intercept_height": (130.0, 80.0, "km"),
    "radar.emr.detection_range": (2000.0, 3000.0, "km"),
}
FACTS: Final = 12
ALLOWED_S: Final = 10.0


def sides(base: World) -> tuple[Side, Side]:
    """The two sides, made to differ in twelve facts."""
    made = []
    for n, id in enumerate(SETS):
        given = base.catalog.assumption_sets[id]
        more = {key: a_setting(both[n], both[2]) for key, both in MORE.items()}
        made.append(Side.of(msgspec.structs.replace(given, values={**given.values, **more}), base))
    return made[0], made[1]


def a_setting(value: float, unit: str) -> Setting:
    """A number for the bench."""
    return Setting(value=value, unit=unit, source="glasshield", status="assumed", note="a bench")


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the wall and of all processors."""
    wall, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - processor


def margins(ready: Predicate, both: tuple[Side, Side]) -> float:
    """Seconds for one margin, once the flights are known."""
    turns = 200
    worlds = [side.world for side in both]
    wall, _ = timed(
        lambda: [ready.margin(worlds[n % 2], tuple(Bound)[n % 3]) for n in range(turns)]
    )
    return wall / turns


def new_margins(ready: Predicate, both: tuple[Side, Side]) -> float:
    """Seconds of CPU for one margin under rules that were not asked about before."""
    turns = 200
    worlds = []
    for n in range(turns):
        delay = a_setting(60.0 + 0.5 * n, "s")
        settings = {**both[n % 2].world.settings, "rules.kinematic.commit_delay": delay}
        worlds.append(both[n % 2].world.with_settings(settings))
    _, processor = timed(lambda: [ready.margin(world) for world in worlds])
    return processor / turns


def peer(world: World) -> float:
    """Seconds for what an assessment computes of one world, the flights known."""
    (phase,) = deployments(world.catalog, ARCHITECTURE)
    with tempfile.TemporaryDirectory() as folder:
        cache = Cache(Path(folder))
        route = next(
            route
            for route in routes_of([phase], world.catalog, cache)
            if any(path.disputed for path in route.paths)
        )
        (battery,) = phase.batteries
        job = (battery, route.sky, phase.sensors, phase.disputed_rules, Tables(cache))
        return timed(lambda: reach(*job))[0]


def main() -> None:
    """Prints the time of the search for worst flights and of the crux, cold and warm."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Cache(Path(folder)))
        base = World.of(workspace.catalog)
        claim = workspace.catalog.claims[CLAIM]
        both = sides(base)
        named = predicate(claim, base, workspace).keys(both[0].world)
        disputed = [
            parameter.key
            for parameter in differing(both[0].world, both[1].world)
            if may_matter(parameter.key, named)
        ]
        assert len(disputed) == FACTS, disputed
        worlds = [side.world for side in both]
        print(f"{os.cpu_count()} processors, {len(disputed)} facts in dispute")
        for name in ("cold", "warm"):
            ready = predicate(claim, base, workspace)
            wall, processor = timed(lambda ready=ready: ready.prepared(worlds))
            row(
                f"worst flights of both sides, {name}", f"{wall:.2f} s", f"{processor:.2f} s of CPU"
            )
        ready = ready.prepared(worlds)
        for name in ("first", "second"):
            found = []
            wall, processor = timed(
                lambda found=found: found.append(
                    crux(ready, both, lambda world: band_of(claim, world, ready.unit))
                )
            )
            row(
                f"crux, {name} time, {found[0].evaluations} margins",
                f"{wall:.2f} s",
                f"{processor:.2f} s of CPU, allowed {ALLOWED_S:g} s",
            )
        own, whole = margins(ready, both), peer(both[0].world)
        row("one margin of a known world", f"{1e3 * own:.3f} ms")
        row("one margin under new rules", f"{1e3 * new_margins(ready, both):.3f} ms", "of CPU")
        row("the same by an assessment", f"{whole:.2f} s", f"{whole / own:,.0f} times as long")


if __name__ == "__main__":
    main()
