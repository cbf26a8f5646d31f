"""Whether what flew was what was announced: window, launch area, azimuth, impact area.

A flight that is known from the ground on says itself when and where it began. Of another the launch
is traced back: from its free flight, with every vehicle drawn around the catalogue's missiles that
could have led onto it, and from where it was first seen under power. The azimuth is that from the
launch to the point under the end of thrust. The impact is that of the last state, left to gravity
and air.

An answer is yes or no where at least 95 % speaks for it, and unknown otherwise; it is unknown, too,
where the notice states nothing, or the track shows too little.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

import numpy as np
from jaxtyping import Bool, Float

from glasshield import __version__, messages
from glasshield.assurance.document import Part, Program, Text
from glasshield.catalog.announced import AreaRole, NoticeArea
from glasshield.catalog.plans import Regime
from glasshield.constants import EARTH_MU_M3_S2, EARTH_ROTATION_RAD_S
from glasshield.earth import geodesic, sphere
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.earth.time import Instant
from glasshield.fusion.boosts import fleet
from glasshield.fusion.ellipse import Ellipses
from glasshield.fusion.even import normals
from glasshield.fusion.impact_point import impacts
from glasshield.fusion.launch_point import AlsoSeen, LaunchPoints, UnderPower, launch_points
from glasshield.monitoring import areas as on_ground
from glasshield.monitoring.notice import Notice, Standing, spans, start_of
from glasshield.workspace import Workspace, digest

Answer = Literal["yes", "no", "unknown"]
Said = dict[str, str | float]
_Spans = tuple[tuple[Instant, Instant], ...]
Item = Literal["window", "launch-area", "azimuth", "impact-area"]

SURE: Final = 0.95
_GROUND_M: Final = 2_000.0  # what is below it and slow stands on the ground
_SLOW_M_S: Final = 300.0
_AIR_TOP_M: Final = 100e3
_STEADY: Final = 0.01  # share by which the energy of a free flight may seem to change
_SAMPLES: Final = 2_000
# What burns unlike the catalogue's missiles, as interceptors do, is traced back this much worse:
# assumed, after rehearsals of both tests of the catalogue (off by 2 to 9 s and 0.5 to 2 km).
_UNLIKE_S: Final = 5.0
_UNLIKE_M: Final = 1_000.0
_INTERVAL: Final = 1.96  # deviations on either side of the mean that hold 95 %
_DAY_S: Final = 86_400.0
_NEAR_M: Final = 1_000.0  # launch to the end of thrust, below which there is no direction


@dataclass(frozen=True, slots=True)
class FlownObject:
    """What flew, as somebody tracked it or as it really was.

    Attributes:
        id: what it is called.
        epoch: where times count from.
        time_s: of each state.
        state_ecef: position (m) and velocity relative to the Earth (m/s).
        covariance: of the states; none of a path that is exact.
        is_boosting: whether the tracker held thrust for likelier than not; none where it says
            nothing.
        simulated: whether the data are made up.
    """

    id: str
    epoch: Instant
    time_s: Float[np.ndarray, "n"]
    state_ecef: Float[np.ndarray, "n 6"]
    covariance: Float[np.ndarray, "n 6 6"] | None
    is_boosting: Bool[np.ndarray, "n"] | None
    simulated: bool


class CheckRow(Part, frozen=True, kw_only=True):
    """One thing that was announced, against what flew.

    `probability` is that of yes; None where nothing can be said. What the notice does not state is
    not `announced`, and its answer unknown.
    """

    item: Item
    announced: bool
    answer: Answer
    why: Text
    probability: float | None
    numbers: dict[str, float | None]


class Check(Part, frozen=True, kw_only=True):
    """Whether what flew was inside what was announced.

    No where one answer is no, and unknown where one to what was announced is.
    """

    notice: str
    regime: str
    exercise: bool
    object: str
    simulated: bool
    inside: Answer
    items: tuple[CheckRow, ...]
    program: Program


def check(notice: Notice, flown: FlownObject, workspace: Workspace) -> Check:
    """What flew against what was announced.

    Args:
        notice: under any regime.
        flown: one object.
        workspace: whose catalogue has the regime, and the missiles by which launches are traced.
    """
    launch = _launch(flown, workspace)
    regime = workspace.catalog.regimes[notice.regime]
    rows = (
        _window_row(notice, regime, launch, flown.epoch),
        _launch_row(notice, launch),
        _azimuth_row(notice, launch),
        _impact_row(notice, flown),
    )
    answers = [row.answer for row in rows if row.announced]
    inside: Answer = "no" if "no" in answers else "unknown" if "unknown" in answers else "yes"
    inside = inside if answers else "unknown"
    return Check(
        notice=notice.reference,
        regime=notice.regime,
        exercise=notice.standing is Standing.EXERCISE,
        object=flown.id,
        simulated=flown.simulated,
        inside=inside,
        items=rows,
        program=Program(version=__version__, input_hash=digest(_plain(notice), *_columns(flown))),
    )


def _plain(notice: Notice) -> str:
    return repr(notice)


def _columns(flown: FlownObject) -> tuple[object, ...]:
    spread = () if flown.covariance is None else (flown.covariance,)
    return (flown.id, flown.epoch, flown.time_s, flown.state_ecef, *spread)


@dataclass(frozen=True, slots=True)
class _Launch:
    """When, where and whereto a flight began, by equally likely samples.

    Attributes:
        time_s: of launch.
        lat_rad: of the launch.
        lon_rad: of the launch.
        azimuth_rad: from there to the point under the end of thrust.
    """

    time_s: Float[np.ndarray, "m"]
    lat_rad: Float[np.ndarray, "m"]
    lon_rad: Float[np.ndarray, "m"]
    azimuth_rad: Float[np.ndarray, "m"]


def _launch(flown: FlownObject, workspace: Workspace) -> _Launch | None:
    """How a flight began; none where that cannot be said."""
    free = _free(flown)
    lat, lon, height_m = ecef_to_geodetic(flown.state_ecef[:, :3])
    speed_m_s = float(np.linalg.norm(flown.state_ecef[0, 3:]))
    if height_m[0] < _GROUND_M and speed_m_s < _SLOW_M_S:
        # It stands or has just left: the speed and a mean acceleration of 20 m/s2 say since when.
        time_s = flown.time_s[:1] - speed_m_s / 20.0
        end = len(lat) - 1 if free is None else int(free[0])
        azimuth = _azimuth(lat[:1], lon[:1], float(lat[end]), float(lon[end]))
        return _Launch(time_s, lat[:1], lon[:1], azimuth)
    return None if free is None else _traced(flown, free, workspace)


def _free(flown: FlownObject) -> np.ndarray | None:
    """The rows of free flight above the air, those on the way; none where there are no such.

    They are those at the end of the track whose energy is that of the last but for a hundredth.
    """
    _, _, height_m = ecef_to_geodetic(flown.state_ecef[:, :3])
    above = np.flatnonzero(height_m > _AIR_TOP_M)
    if not len(above):
        return None
    energy = _energy(flown.state_ecef[above])
    steady = np.abs(energy - energy[-1]) <= _STEADY * abs(energy[-1])
    begin = len(steady) - int(np.argmin(steady[::-1])) if not steady.all() else 0
    rows = above[begin:]
    if flown.is_boosting is not None:
        rows = rows[~flown.is_boosting[rows]]
    # A handful of rows would look free under thrust, too.
    return rows if len(rows) >= 10 or (len(rows) and flown.covariance is None) else None


def _energy(state_ecef: Float[np.ndarray, "n 6"]) -> Float[np.ndarray, "n"]:
    """Energy for each kilogram of states in the central field."""
    turning = np.array((0.0, 0.0, EARTH_ROTATION_RAD_S))
    velocity = state_ecef[:, 3:] + np.cross(turning, state_ecef[:, :3])
    potential = EARTH_MU_M3_S2 / np.linalg.norm(state_ecef[:, :3], axis=-1)
    energy: Float[np.ndarray, "n"] = 0.5 * np.sum(velocity**2, axis=-1) - potential
    return energy


def _traced(flown: FlownObject, free: np.ndarray, workspace: Workspace) -> _Launch | None:
    """The launch traced back from a free flight; none where too few vehicles lead onto it."""
    first, last = int(free[0]), int(free[-1])
    covariance = _covariance(flown)
    under_power = None
    if first > 0:
        place = flown.state_ecef[:1, :3]
        under_power = UnderPower(flown.time_s[:1], place, covariance[:1, :3, :3])
    found = launch_points(
        flown.time_s[[last]],
        flown.state_ecef[[last]],
        covariance[[last]],
        fleet(list(workspace.catalog.missiles.values())),
        AlsoSeen(burnt_out_by_s=flown.time_s[[first]], under_power=under_power),
    )
    if not found.known[0]:
        return None
    return _sampled(found, flown.state_ecef[first, :3])


def _sampled(found: LaunchPoints, end_of_thrust_m: Float[np.ndarray, "3"]) -> _Launch:
    """Samples of a launch, normal in time and on the ground."""
    draws = normals(_SAMPLES, 3)
    wider = replace(
        found.ellipse, covariance_m2=found.ellipse.covariance_m2 + _UNLIKE_M**2 * np.eye(2)
    )
    lat, lon = _places(wider, draws[:, :2])
    own_s = (found.time_high_s[0] - found.time_low_s[0]) / (2.0 * _INTERVAL)
    sigma_s = np.hypot(own_s, _UNLIKE_S)
    end_lat, end_lon, _ = ecef_to_geodetic(end_of_thrust_m)
    azimuth = _azimuth(lat, lon, float(end_lat), float(end_lon))
    return _Launch(found.time_s[0] + sigma_s * draws[:, 2], lat, lon, azimuth)


def _covariance(flown: FlownObject) -> Float[np.ndarray, "n 6 6"]:
    """The covariances; next to nothing of a path that is exact."""
    if flown.covariance is not None:
        return flown.covariance
    exact = np.diag([1.0, 1.0, 1.0, 1e-6, 1e-6, 1e-6])
    return np.broadcast_to(exact, (len(flown.time_s), 6, 6))


def _places(
    ellipse: Ellipses, draws: Float[np.ndarray, "m 2"]
) -> tuple[Float[np.ndarray, "m"], Float[np.ndarray, "m"]]:
    """Latitudes and longitudes of samples around one ellipse."""
    east_north = draws @ np.linalg.cholesky(ellipse.covariance_m2[0]).T
    away = np.hypot(east_north[:, 0], east_north[:, 1])
    toward = np.arctan2(east_north[:, 0], east_north[:, 1])
    moved = geodesic.direct(ellipse.lat_rad[0], ellipse.lon_rad[0], toward, away)
    return moved.lat_rad, moved.lon_rad


def _azimuth(
    lat_rad: Float[np.ndarray, "m"],
    lon_rad: Float[np.ndarray, "m"],
    end_lat_rad: float,
    end_lon_rad: float,
) -> Float[np.ndarray, "m"]:
    """Azimuths to a place; NaN from next to it."""
    azimuth = sphere.azimuth_rad(lat_rad, lon_rad, end_lat_rad, end_lon_rad)
    away_m = sphere.distance_m(lat_rad, lon_rad, end_lat_rad, end_lon_rad)
    return np.where(away_m > _NEAR_M, azimuth, np.nan)


def _window_row(notice: Notice, regime: Regime, launch: _Launch | None, epoch: Instant) -> CheckRow:
    """Whether it was launched within a window; on a date, while the notice of it was valid."""
    surely, perhaps = _allowed(notice, regime)
    if not surely:
        return _silent("window")
    if launch is None:
        return _unseen("window")
    share = _share_within(launch.time_s, surely, epoch)
    widest = _share_within(launch.time_s, perhaps, epoch)
    mean_s = float(np.mean(launch.time_s))
    low_s, high_s = np.quantile(launch.time_s, (0.025, 0.975))
    numbers = {
        "launch_after_epoch_s": mean_s,
        "low_s": float(low_s),
        "high_s": float(high_s),
        "outside_s": _outside_s(mean_s, surely, epoch),
    }
    said: Said = {
        "time": _shown(epoch.plus_s(mean_s)),
        "minutes": abs(numbers["outside_s"]) / 60.0,
    }
    if share < SURE and widest >= SURE:
        return _row("window", "unknown", "open-day", said, None, numbers)
    answer = _answer(share)
    key = answer if notice.windows else f"dated-{answer}"
    return _row("window", answer, key, said, share, numbers)


def _allowed(notice: Notice, regime: Regime) -> tuple[_Spans, _Spans]:
    """The windows of a notice, and those that a wider reading of a date allows.

    A notice of a date is valid for so many days, counted from that date on or from its end on:
    the last day is open.
    """
    if notice.windows or not notice.planned_date:
        return spans(notice.windows), spans(notice.windows)
    begin = start_of(notice.planned_date)
    valid_s = _DAY_S if regime.valid_after is None else regime.valid_after.si
    longer_s = valid_s if regime.valid_after is None else valid_s + _DAY_S
    return ((begin, begin.plus_s(valid_s)),), ((begin, begin.plus_s(longer_s)),)


def _launch_row(notice: Notice, launch: _Launch | None) -> CheckRow:
    """Whether it was launched inside a launch area."""
    areas = notice.of_role(AreaRole.LAUNCH)
    if not areas:
        return _silent("launch-area")
    if launch is None:
        return _unseen("launch-area")
    return _area_row("launch-area", areas, launch.lat_rad, launch.lon_rad)


def _azimuth_row(notice: Notice, launch: _Launch | None) -> CheckRow:
    """Whether it left within the announced sector."""
    sector = notice.azimuth
    if sector is None:
        return _silent("azimuth")
    if launch is None or np.isnan(launch.azimuth_rad).any():
        return _unseen("azimuth")
    azimuth_deg = np.degrees(launch.azimuth_rad)
    width = sector.high_deg - sector.low_deg
    beyond = np.remainder(azimuth_deg - sector.low_deg, 360.0)
    share = float(np.mean(beyond <= width)) if width < 360.0 else 1.0
    mean_deg = float(np.degrees(np.angle(np.mean(np.exp(1j * launch.azimuth_rad))))) % 360.0
    away = np.remainder(azimuth_deg - mean_deg + 180.0, 360.0) - 180.0
    said: Said = {"azimuth": mean_deg, "low": sector.low_deg, "high": sector.high_deg}
    numbers = {
        "azimuth_deg": mean_deg,
        "sigma_deg": float(np.std(away)),
        "low_deg": sector.low_deg,
        "high_deg": sector.high_deg,
    }
    return _row("azimuth", _answer(share), _answer(share), said, share, numbers)


def _impact_row(notice: Notice, flown: FlownObject) -> CheckRow:
    """Whether it came down, or will, inside an impact area; in a warning, inside any area."""
    areas = notice.of_role(AreaRole.IMPACT)
    if not areas and notice.broadcast is not None:
        areas = notice.of_role(AreaRole.HAZARD)
    if not areas:
        return _silent("impact-area")
    place = _impact(flown)
    return _unseen("impact-area") if place is None else _area_row("impact-area", areas, *place)


def _impact(
    flown: FlownObject,
) -> tuple[Float[np.ndarray, "m"], Float[np.ndarray, "m"]] | None:
    """Latitudes and longitudes (rad) of where it comes down; none where that is not known."""
    lat, lon, height_m = ecef_to_geodetic(flown.state_ecef[-1, :3])
    if flown.covariance is None and height_m < _GROUND_M and len(flown.time_s) > 1:
        return np.atleast_1d(lat), np.atleast_1d(lon)
    if _is_boosting_at_end(flown):
        return None
    down = impacts(flown.time_s[-1:], flown.state_ecef[-1:], _covariance(flown)[-1:])
    return _places(down.ellipse, normals(_SAMPLES, 2)) if down.known[0] else None


def _is_boosting_at_end(flown: FlownObject) -> bool:
    """Whether thrust may still have been on in the last state."""
    if flown.is_boosting is not None:
        return bool(flown.is_boosting[-1])
    _, _, height_m = ecef_to_geodetic(flown.state_ecef[:, :3])
    falling = height_m[-1] < height_m.max() - 1.0
    return not falling and _free(flown) is None


def _area_row(
    item: Item,
    areas: Sequence[NoticeArea],
    lat_rad: Float[np.ndarray, "m"],
    lon_rad: Float[np.ndarray, "m"],
) -> CheckRow:
    """Whether places lie inside one of several areas."""
    beyond = np.stack([on_ground.beyond_m(area, lat_rad, lon_rad) for area in areas])
    share = float(np.mean(beyond.min(axis=0) <= 0.0))
    nearest = areas[int(np.argmin(beyond.mean(axis=1)))]
    lat, lon = (float(np.degrees(np.mean(angle))) for angle in (lat_rad, _unrolled(lon_rad)))
    lon = (lon + 180.0) % 360.0 - 180.0
    away_m = float(on_ground.beyond_m(nearest, np.radians(lat), np.radians(lon)))
    said: Said = {"area": nearest.id, "lat": lat, "lon": lon, "away": abs(away_m) / 1e3}
    numbers = {"lat_deg": lat, "lon_deg": lon, "beyond_km": away_m / 1e3}
    return _row(item, _answer(share), _answer(share), said, share, numbers)


def _unrolled(lon_rad: Float[np.ndarray, "m"]) -> Float[np.ndarray, "m"]:
    """Longitudes without a jump at the date line."""
    turned = np.remainder(lon_rad - lon_rad[0] + np.pi, 2.0 * np.pi) - np.pi
    unrolled: Float[np.ndarray, "m"] = lon_rad[0] + turned
    return unrolled


def _share_within(time_s: Float[np.ndarray, "m"], windows: _Spans, epoch: Instant) -> float:
    """The share of times that lie within one of several windows."""
    inside = np.zeros(len(time_s), dtype=bool)
    for begin, end in windows:
        inside |= (time_s >= begin.since_s(epoch)) & (time_s <= end.since_s(epoch))
    return float(np.mean(inside))


def _outside_s(time_s: float, windows: _Spans, epoch: Instant) -> float:
    """How far a time lies from the nearest window: before it below zero, inside of it zero."""
    gaps = []
    for begin, end in windows:
        late, early = time_s - end.since_s(epoch), time_s - begin.since_s(epoch)
        gaps.append(late if late > 0.0 else min(early, 0.0))
    return min(gaps, key=abs)


def _shown(moment: Instant) -> str:
    """An instant to the second."""
    return Instant(round(moment.posix_us / 1e6) * 1_000_000).isoformat()


def _answer(share: float) -> Answer:
    return "yes" if share >= SURE else "no" if share <= 1.0 - SURE else "unknown"


def _silent(item: Item) -> CheckRow:
    """The row of what the notice does not state."""
    return _row(item, "unknown", "silent", {}, None, {})


def _unseen(item: Item) -> CheckRow:
    """The row of what the track does not show."""
    return _row(item, "unknown", "unseen", {}, None, {})


def _row(
    item: Item,
    answer: Answer,
    key: str,
    said: Said,
    probability: float | None,
    numbers: dict[str, float],
) -> CheckRow:
    name = f"notices.check.{item}.{key}"
    if not messages.has(name):
        name = f"notices.check.{key}"
    told: dict[str, str | int | float] = {**said}
    if probability is not None:
        told["percent"] = 100.0 * probability
    return CheckRow(
        item=item,
        announced=key != "silent",
        answer=answer,
        why=Text(en=messages.text("en", name, **told), ru=messages.text("ru", name, **told)),
        probability=probability,
        numbers=dict(numbers),
    )
