"""How soon, how surely and how truly a centre warns: figures over seeds, against the truth.

    python bench/measured_warnings.py one-test-two-parties --seeds 1-10 [--online] [--lag 5]

Scenarios of the catalogue, and two more: `satellites` (500 objects in orbit over the radars of
`five-hundred`: no launch) and `clutter` (nothing but false alarms). Every scenario is watched as a
centre does it: detections as they arrive, a look every 50 ms.

- latency: from the arrival of an object's first detection to its alarm, and to its first impact.
- false: launches told of nothing, of what is in orbit, or a second time; missed: objects that were
  seen at least as often as a watch needs, and never told.
- inside: how often the true impact (launch) lies in the 50 and 95 % ellipse: of each that was told,
  and of the one that held at every tenth second.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import msgspec
import numpy as np

from glasshield import catalog
from glasshield.catalog.scenarios import Scenario
from glasshield.centre.warning.watch import Watch
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.exchange.release.coarsen import Event, PlaceKind
from glasshield.exchange.release.terms import EventKind, Mode
from glasshield.fusion.ellipse import Ellipses
from glasshield.fusion.online import USUAL
from glasshield.fusion.tracker import Tracker
from glasshield.scenario.simulate import Simulation, simulate
from glasshield.scenario.truth import Truth
from glasshield.sensing.detections import CLUTTER, Detections
from tests.centre.warning.watched import Setup, ticks

EVERY_S = 10.0


@dataclass(slots=True)
class Tally:
    """What was counted over all seeds."""

    objects: int = 0
    missed: int = 0
    false: int = 0
    again: int = 0
    alarm_s: list[float] = field(default_factory=list)
    impact_s: list[float] = field(default_factory=list)
    warning_s: list[float] = field(default_factory=list)
    told: list[tuple[bool, bool, float, float]] = field(default_factory=list)
    held: list[tuple[bool, bool]] = field(default_factory=list)
    launches: list[tuple[bool, bool, float, float]] = field(default_factory=list)
    time_off: list[float] = field(default_factory=list)
    seconds: float = 0.0
    lost: int = 0
    ended: int = 0


def scenario_of(name: str) -> Scenario:
    """A scenario of the catalogue, or one of the two that are made here."""
    facts = catalog.load()
    if name not in ("satellites", "clutter"):
        return facts.scenarios[name]
    plain = facts.scenarios["five-hundred"]
    changed = msgspec.structs.replace
    observers = tuple(
        changed(each, false_alarms=changed(each.false_alarms, value=200.0))
        for each in plain.observers
    )
    if name == "clutter":
        swarm = changed(plain.swarms[0], count=changed(plain.swarms[0].count, value=1.0))
        return changed(plain, swarms=(swarm,), observers=observers)
    swarm = plain.swarms[0]
    swarm = changed(
        swarm,
        speed=changed(swarm.speed, value=7.9, low=7.85, high=7.95),
        climb=changed(swarm.climb, value=0.0, low=-0.5, high=0.5),
        height=changed(swarm.height, value=850.0, low=800.0, high=900.0),
        count=changed(swarm.count, value=100.0),
    )
    return changed(plain, swarms=(swarm,), duration=changed(plain.duration, value=120.0))


def whose(tracker: Tracker, number: int, fed: Detections) -> int:
    """Which object of the truth a track follows: that of most of its detections."""
    rows = tracker.history(number).detection
    truth = fed.truth[rows[rows >= 0]]
    return int(np.bincount(truth[truth >= 0]).argmax()) if (truth >= 0).any() else CLUTTER


def measure(made: Simulation, setup: Setup, tally: Tally) -> None:
    """One scenario watched, and everything that was told held against the truth."""
    truth, fed = made.truth, made.detections.by_arrival()
    watch = Watch(fed.stations, Mode.EXERCISE, setup.watch, setup.notices)
    first_s = np.full(len(truth), np.inf)
    mine = fed.truth >= 0
    np.minimum.at(first_s, fed.truth[mine], fed.arrival_s[mine])
    alarmed: dict[int, float] = {}
    predicted: dict[int, Event] = {}
    next_s = EVERY_S
    for snapshot, tracker, at in ticks(made.detections, setup):
        now_s = at.since_s(truth.epoch)
        for event in watch.look(snapshot, tracker, at):
            number = whose(tracker, event.object, fed)
            take_in(event, number, now_s, (alarmed, predicted, first_s), truth, tally)
        if now_s >= next_s:
            next_s += EVERY_S
            for number, event in predicted.items():
                if now_s < truth.impact_time_s[number]:
                    tally.held.append(inside(event, truth.impact_position_ecef_m[number])[:2])
    seen = np.bincount(fed.truth[mine], minlength=len(truth)) >= 30
    comes_down = np.isfinite(truth.launch_time_s) | falls(truth)
    tally.objects += int((seen & comes_down).sum())
    tally.missed += sum(k not in alarmed for k in np.flatnonzero(seen & comes_down).tolist())
    tally.seconds += made.scenario.duration.si


def falls(truth: Truth) -> np.ndarray:
    """Which objects without a launch come down all the same: their perigee is in the air."""
    from glasshield.centre.warning.orbits import fates

    first = truth.state_ecef[truth.first_row[:-1]]
    return fates(first, np.tile(1e-6 * np.eye(6), (len(first), 1, 1))).down > 0.5


def take_in(
    event: Event,
    number: int,
    now_s: float,
    known: tuple[dict[int, float], dict[int, Event], np.ndarray],
    truth: Truth,
    tally: Tally,
) -> None:
    """Counts one event."""
    alarmed, predicted, first_s = known
    tally.lost += event.kind is EventKind.LOST
    tally.ended += event.kind is EventKind.ENDED
    if event.kind is EventKind.LAUNCH_DETECTED:
        first = not np.isnan(event.latency_s)
        if first and (number < 0 or not (np.isfinite(truth.launch_time_s) | falls(truth))[number]):
            tally.false += 1
        elif first and number in alarmed:
            tally.again += 1
        elif first:
            alarmed[number] = now_s
            tally.alarm_s.append(now_s - first_s[number])
        if number >= 0 and event.place is PlaceKind.LAUNCH:
            tally.launches.append(inside(event, truth.launch_position_ecef_m[number]))
    if event.kind is EventKind.IMPACT_PREDICTED and number >= 0:
        if not np.isfinite(truth.impact_time_s[number]):
            return
        if number not in predicted:
            tally.impact_s.append(now_s - first_s[number])
            tally.warning_s.append(truth.impact_time_s[number] - now_s)
        predicted[number] = event
        tally.told.append(inside(event, truth.impact_position_ecef_m[number]))
        assert event.expected is not None
        off_s = event.expected.since_s(truth.epoch) - truth.impact_time_s[number]
        tally.time_off.append(off_s / event.expected_sigma_s)


def inside(event: Event, place_ecef_m: np.ndarray) -> tuple[bool, bool, float, float]:
    """Whether a place lies in the 50 and the 95 % ellipse of an event; how far off, how long."""
    lat, lon, _ = (float(each) for each in ecef_to_geodetic(place_ecef_m))
    radii = np.array([[event.radii[0], np.nan, event.radii[1]]])
    ellipse = Ellipses(
        np.array([event.lat_rad]),
        np.array([event.lon_rad]),
        np.array([event.covariance_m2]),
        radii,
    )
    from glasshield.earth import geodesic

    away = float(geodesic.inverse(event.lat_rad, event.lon_rad, lat, lon).distance_m)
    return (
        bool(ellipse.contains(lat, lon, 0.5)[0]),
        bool(ellipse.contains(lat, lon, 0.95)[0]),
        away,
        float(ellipse.axes(0.95)[0][0]),
    )


def shares(found: Sequence[Iterable[float]]) -> str:
    """The shares inside 50 and 95 % ellipses."""
    if not found:
        return "none"
    table = np.array([tuple(each) for each in found])
    text = f"{100 * table[:, 0].mean():.0f} and {100 * table[:, 1].mean():.0f} % of {len(table)}"
    if table.shape[1] > 2:
        text += (
            f"; off by {np.median(table[:, 2]) / 1e3:.1f} km, half of the 95 % ellipse's length "
        )
        text += f"{np.median(table[:, 3]) / 1e3:.1f} km (medians)"
    return text


def spread(values: Sequence[float]) -> str:
    """Median, nine in ten, and the most."""
    if not values:
        return "none"
    low, high, most = np.quantile(values, (0.5, 0.9, 1.0))
    return f"median {low:.1f}, 90 % {high:.1f}, most {most:.1f} s"


def main() -> None:
    """Prints the figures of one scenario."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("scenario")
    asked.add_argument("--seeds", default="1-5")
    asked.add_argument("--online", action="store_true")
    asked.add_argument("--lag", type=float, default=5.0)
    asked.add_argument("--tick", type=float, default=0.05)
    given = asked.parse_args()
    first, last = (int(each) for each in given.seeds.split("-"))
    setup = Setup(lag_s=given.lag, online=USUAL if given.online else None, tick_s=given.tick)
    record, tally = scenario_of(given.scenario), Tally()
    for seed in range(first, last + 1):
        measure(simulate(record, catalog.load(), seed), setup, tally)
    learned = "biases learned" if given.online else "biases not learned"
    print(f"{given.scenario}, seeds {given.seeds}, {learned}")
    print(f"  objects seen {tally.objects}, missed {tally.missed}, false {tally.false}, ", end="")
    print(f"told a second time {tally.again}; lost {tally.lost}, ended {tally.ended}; ", end="")
    print(f"{tally.seconds / 3600:.2f} h watched")
    print(f"  alarm after first arrival: {spread(tally.alarm_s)}")
    print(f"  impact after first arrival: {spread(tally.impact_s)}")
    print(f"  impact known before it happens: {spread(tally.warning_s)}")
    print(f"  impacts told inside: {shares(tally.told)}")
    print(f"  impacts held inside: {shares(tally.held)}")
    print(f"  launches inside: {shares(tally.launches)}")
    if tally.time_off:
        off = f"{np.std(tally.time_off):.2f} deviations, mean {np.mean(tally.time_off):.2f}"
        print(f"  impact times: {off}")


if __name__ == "__main__":
    main()
