"""Whether what flew was what was announced: window, launch area, azimuth, impact area.

The azimuth is that from the launch to the point under the end of thrust. The impact is that of the
last state, left to gravity and air. How a flight began, `launched` says.

An answer is yes or no where at least 95 % speaks for it, and unknown otherwise; it is unknown, too,
where the notice states nothing, or the track shows too little.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

import numpy as np
from jaxtyping import Float

from glasshield import __version__, messages
from glasshield.assurance.document import Part, Program, Text
from glasshield.catalog.announced import AreaRole, NoticeArea
from glasshield.catalog.plans import Regime
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.earth.time import Instant
from glasshield.fusion.even import normals
from glasshield.fusion.impact_point import impacts
from glasshield.monitoring import areas as on_ground
from glasshield.monitoring.launched import (
    GROUND_M,
    SAMPLES,
    FlownObject,
    Launch,
    covariances,
    free_rows,
    launch_of,
    places_around,
)
from glasshield.monitoring.notice import Notice, Standing, spans, start_of
from glasshield.workspace import Workspace, digest

Answer = Literal["yes", "no", "unknown"]
Said = dict[str, str | float]
_Spans = tuple[tuple[Instant, Instant], ...]
Item = Literal["window", "launch-area", "azimuth", "impact-area"]

SURE: Final = 0.95
_DAY_S: Final = 86_400.0


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
    launch = launch_of(flown, list(workspace.catalog.missiles.values()))
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


def _window_row(notice: Notice, regime: Regime, launch: Launch | None, epoch: Instant) -> CheckRow:
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


def _launch_row(notice: Notice, launch: Launch | None) -> CheckRow:
    """Whether it was launched inside a launch area."""
    areas = notice.of_role(AreaRole.LAUNCH)
    if not areas:
        return _silent("launch-area")
    if launch is None:
        return _unseen("launch-area")
    return _area_row("launch-area", areas, launch.lat_rad, launch.lon_rad)


def _azimuth_row(notice: Notice, launch: Launch | None) -> CheckRow:
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
    if flown.covariance is None and height_m < GROUND_M and len(flown.time_s) > 1:
        return np.atleast_1d(lat), np.atleast_1d(lon)
    if _is_boosting_at_end(flown):
        return None
    down = impacts(flown.time_s[-1:], flown.state_ecef[-1:], covariances(flown)[-1:])
    return places_around(down.ellipse, normals(SAMPLES, 2)) if down.known[0] else None


def _is_boosting_at_end(flown: FlownObject) -> bool:
    """Whether thrust may still have been on in the last state."""
    if flown.is_boosting is not None:
        return bool(flown.is_boosting[-1])
    _, _, height_m = ecef_to_geodetic(flown.state_ecef[:, :3])
    falling = height_m[-1] < height_m.max() - 1.0
    return not falling and free_rows(flown) is None


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
