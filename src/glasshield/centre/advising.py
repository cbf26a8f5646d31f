"""Who should look where, as advice for one viewer: made of what that viewer is given, and no more.

What goes in are the viewer's own pictures, the detections that were released to it, and, where
whoever asks speaks for a party, that party's own sensors. Of others' sensors the release of a
detection tells the place and how well it measures. How far they look is what they have been seen to
reach; that all of their horizon is in view, and how surely they detect, is assumed. A sensor of
which no detection was released is nowhere in the advice. It commands nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

import numpy as np
from jaxtyping import Bool, Float

from glasshield.centre.picture.shown import Shown, ShownDetections
from glasshield.coordination import sensor_plan
from glasshield.coordination.looks import Limits, Objects
from glasshield.coordination.sensor_plan import SensorPlan, Share
from glasshield.earth.time import Instant
from glasshield.exchange.release.terms import CLASS_NAMES
from glasshield.fusion.filters import Gaussian, predict
from glasshield.fusion.motion import coast, height_m
from glasshield.fusion.options import Motion
from glasshield.fusion.tracks import Phase, unpack
from glasshield.sensing.detections import Detections
from glasshield.sensing.sensors import Sector
from glasshield.sensing.station import Accuracy, Station

STEPS: Final = 6
# More are left out, those with the highest numbers: a plan takes a part of a second then.
MOST_OBJECTS: Final = 100
# What each sensor adds is told up to so many objects times sensors: a plan is made for each.
_MOST_SHARED: Final = 40
# A velocity that is not known to this in the worst direction says not where anything comes down.
_KNOWN_M_S: Final = 1_000.0
_OLD_S: Final = 120.0
_POWERED: Final = 0.5
# Assumed of a sensor that is known by its detections alone.
_DETECTS: Final = 0.9
# How often others' sensors look is not told: once in a step, however long that is.
_EVERY_STEP_S: Final = 1e9
_IN_ORBIT: Final = "in-orbit"
_ORBITAL: Final = CLASS_NAMES.index("orbital")


# Why nothing is advised about an object: it does not come down within two hours; it burns, so that
# it is not decided where; its velocity is not known; nobody has seen it for long; there are others.
Reason = Literal["in-orbit", "under-power", "too-little-known", "long-unseen", "too-many"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What whoever asks for advice says.

    Attributes:
        objects: how many each sensor can attend to in a step.
        horizon_s: for how long looks are planned, in `STEPS` steps.
    """

    objects: int
    horizon_s: float


@dataclass(frozen=True, slots=True)
class Advice:
    """Who should look where.

    Attributes:
        picture: of the viewer's pictures, the one that was looked at.
        simulated: whether any of the data are made up.
        at: when the plan begins.
        sensors: who might look.
        is_own: of each sensor, whether all of it is known.
        number: of each object of the plan.
        plan: for these.
        naive_km2: what would count if each sensor looked in turn at what it sees.
        shares: what each sensor adds; None where that is too much to work out.
        left_out: objects that are not planned for.
    """

    picture: Shown
    simulated: bool
    at: Instant
    sensors: tuple[Station, ...]
    is_own: tuple[bool, ...]
    number: tuple[int, ...]
    plan: SensorPlan
    naive_km2: float
    shares: tuple[Share, ...] | None
    left_out: tuple[tuple[int, Reason], ...]


def advised(
    pictures: Sequence[Shown],
    released: Sequence[ShownDetections],
    own: Sequence[Station],
    asked: Asked,
) -> Advice | None:
    """The advice to a viewer; None where it has no picture.

    Args:
        pictures: of the viewer; the earliest and finest is looked at.
        released: detections that the viewer was given.
        own: sensors of the party for which whoever asks speaks.
        asked: by whoever asks.
    """
    shown = min(pictures, key=_rank, default=None)
    if shown is None:
        return None
    known = {f"{each.party}/{each.id}": each for each in own}
    sensors = known | {k: v for k, v in _seen_at_work(released).items() if k not in known}
    names = sorted(sensors)
    stations = tuple(replace(sensors[name], id=name) for name in names)
    objects, left_out = _objects(shown)
    step_s = asked.horizon_s / STEPS
    limits = Limits.of(stations, asked.objects, step_s)
    plan = sensor_plan.plan_sensors(objects, stations, limits, asked.horizon_s, step_s)
    for number, falls in zip(plan.id, plan.falls, strict=True):
        if not falls:
            left_out.append((int(number), _IN_ORBIT))
    is_small = len(objects) * len(stations) <= _MOST_SHARED
    return Advice(
        shown,
        shown.simulated or any(each.detections.simulated for each in released),
        shown.at,
        stations,
        tuple(name in known for name in names),
        tuple(map(int, plan.id)),
        plan,
        sensor_plan.in_turn_total_km2(plan),
        sensor_plan.shares(plan) if is_small else None,
        tuple(sorted(left_out)),
    )


def _rank(shown: Shown) -> tuple[float, float, int, int]:
    """The earliest picture, of these the finest, of these that of most parties."""
    parties = len({party for party, _ in shown.contributors})
    return shown.terms.delay_s, shown.terms.position_m, -parties, shown.picture


def _objects(shown: Shown) -> tuple[Objects, list[tuple[int, Reason]]]:
    """The objects of a picture at its instant, and those that are left out."""
    ahead_s = shown.at.since_s(shown.epoch) - shown.time_s
    state, covariance = shown.state_ecef, unpack(shown.packed_covariance)
    why = _reasons(shown, covariance, ahead_s)
    rows = np.array([row for row, reason in enumerate(why) if reason is None], dtype=int)
    left_out = [
        (number, reason)
        for number, reason in zip(shown.number.tolist(), why, strict=True)
        if reason is not None
    ]
    ahead_s = np.maximum(ahead_s[rows], 0.0)
    then = predict(coast(Motion()), Gaussian(state[rows], covariance[rows]), ahead_s).estimate
    # What has come down meanwhile is no object any more.
    flying = height_m(then.mean[:, :3]) > 0.0
    ids = [str(number) for number in shown.number[rows[flying]].tolist()]
    spread = 0.5 * (then.covariance + then.covariance.mT)
    return Objects.of(ids, then.mean[flying], spread[flying]), left_out


def _reasons(
    shown: Shown, covariance: Float[np.ndarray, "n 6 6"], ahead_s: Float[np.ndarray, "n"]
) -> list[Reason | None]:
    """Why nothing is advised about each object; None where something is."""
    boosting = np.nan_to_num(shown.phase_probability[:, Phase.BOOST]) > _POWERED
    tests: tuple[tuple[Reason, Bool[np.ndarray, "n"]], ...] = (
        ("too-little-known", ~_is_known(shown.state_ecef, covariance)),
        (_IN_ORBIT, shown.class_index == _ORBITAL),
        ("under-power", boosting),
        ("long-unseen", ~(ahead_s <= _OLD_S)),
    )
    why: list[Reason | None] = []
    for row in range(len(shown)):
        first = next((reason for reason, applies in tests if applies[row]), None)
        is_full = first is None and why.count(None) == MOST_OBJECTS
        why.append("too-many" if is_full else first)
    return why


def _is_known(
    state: Float[np.ndarray, "n 6"], covariance: Float[np.ndarray, "n 6 6"]
) -> Bool[np.ndarray, "n"]:
    """Whether so much is known of objects that it can be said where they come down."""
    known = np.isfinite(state).all(axis=1) & np.isfinite(covariance).all(axis=(1, 2))
    known[known] = height_m(state[known, :3]) > 0.0
    scale = np.array((1.0, 1.0, 1.0, 1e-3, 1e-3, 1e-3))
    known[known] = np.linalg.eigvalsh(covariance[known] / np.outer(scale, scale))[:, 0] > 0.0
    known[known] = np.linalg.eigvalsh(covariance[known, 3:, 3:])[:, -1] <= _KNOWN_M_S**2
    return known


def _seen_at_work(released: Sequence[ShownDetections]) -> dict[str, Station]:
    """Others' sensors, as far as their released detections show them, by `party/sensor`."""
    found: dict[str, list[tuple[Detections, Bool[np.ndarray, "n"]]]] = {}
    places: dict[str, Station] = {}
    for each in released:
        for number, station in enumerate(each.detections.stations):
            own = each.detections.station_index == number
            own &= np.isfinite(each.detections.range_m)
            if own.any():
                places[station.id] = station
                found.setdefault(station.id, []).append((each.detections, own))
    return {id: _at_work(places[id], parts) for id, parts in found.items()}


def _at_work(place: Station, parts: Sequence[tuple[Detections, Bool[np.ndarray, "n"]]]) -> Station:
    """A sensor as its released detections show it."""
    sigmas = np.concatenate([found.sigma_or_station[own] for found, own in parts])
    range_m = max(float(found.range_m[own].max()) for found, own in parts)
    elevation = np.concatenate([found.elevation_rad[own] for found, own in parts])
    lowest = float(np.clip(np.nanmin(elevation, initial=0.5 * np.pi), 0.0, 1.0))
    usual = np.where(np.isfinite(sigmas) & (sigmas > 0.0), sigmas, np.inf)
    typical = np.median(usual, axis=0).tolist()
    return Station(
        id=place.id.partition("/")[2],
        party=place.party or place.id.partition("/")[0],
        lat_rad=place.lat_rad,
        lon_rad=place.lon_rad,
        height_m=place.height_m,
        accuracy=Accuracy(*typical),
        period_s=_EVERY_STEP_S,
        detection_probability=_DETECTS,
        range_m=range_m,
        sectors=(Sector(0.0, 2.0 * np.pi, lowest, 0.5 * np.pi),),
    )
