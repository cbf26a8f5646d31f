"""Notices as a centre knows them, and whether a flight in progress is what was announced.

A notice goes to all parties of a centre: that is what notices are for. So it is the same for every
feed, and an alarm that it suppresses tells nobody of it. One notice is for one flight.

`monitoring.checking` says after a flight, item by item, how surely it was inside. Here the question
is asked while it flies, from estimates that are still wide: does anything contradict the notice,
and is the launch known well enough for the agreement to mean anything?
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from glasshield.catalog.announced import AreaRole, NoticeArea
from glasshield.catalog.plans import Regime
from glasshield.centre.warning.impacts import Prediction
from glasshield.centre.warning.launches import Origin
from glasshield.earth import sphere
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.notices.files import parsed_notice
from glasshield.exchange.release.coarsen import NORMAL_RADII
from glasshield.exchange.release.terms import Mode
from glasshield.monitoring import areas as on_ground
from glasshield.monitoring.notice import Notice, Standing, spans, start_of

# Beyond so many standard deviations something contradicts a notice: 0.3 % of what is announced do.
CONTRADICTS: Final = 3.0
# A launch that is known worse than this agrees with too much: half of the 95 % ellipse's length.
LAUNCH_M: Final = 150e3
# A flight from the announced place within so long of the window is that of the notice, if late.
NEAR_WINDOW_S: Final = 86_400.0
_DAY_S: Final = 86_400.0
# By how much the direction of a flight under power is other than at its launch: steering, the
# turning Earth.
_BEND_RAD: Final = math.radians(2.0)
_STANDING: Final = {Mode.EXERCISE: Standing.EXERCISE, Mode.REAL: Standing.GENUINE}


@dataclass(frozen=True, slots=True)
class KnownNotice:
    """A notice that a party of the centre has given.

    Attributes:
        notice: what it says.
        party: whose key signed it; the host of the test.
        received: when the centre had it.
        mode: of the centre.
        windows: of the launch; of a date, as long as a notice of it may be valid.
    """

    notice: Notice
    party: str
    received: Instant
    mode: Mode
    windows: tuple[tuple[Instant, Instant], ...]

    @property
    def key(self) -> tuple[str, str]:
        """What a newer notice takes the place of: party and reference."""
        return self.party, self.notice.reference


def known_notice(
    text: str, party: str, received: Instant, mode: Mode, regimes: Mapping[str, Regime]
) -> KnownNotice:
    """The notice that a party has sent.

    Args:
        text: a launch notice, or a warning to ships.
        party: whose key signed it.
        received: when.
        mode: of the centre.
        regimes: of the catalogue.

    Raises:
        InputError: no notice, another party's, or an exercise's in a real centre or the other way
            round.
    """
    notice = parsed_notice(text, regimes, "notice")
    if notice.host.lower() != party.lower():
        raise InputError(
            "a notice is given by the host of the test",
            where="notice",
            got=notice.host,
            expected=party,
        )
    if notice.standing is not _STANDING[mode]:
        raise InputError(
            "notices of exercises and genuine ones never meet",
            where="notice",
            got=notice.standing.value,
            expected=_STANDING[mode].value,
        )
    windows = _windows(notice, regimes[notice.regime])
    return KnownNotice(notice, party, received, mode, windows)


def _windows(notice: Notice, regime: Regime) -> tuple[tuple[Instant, Instant], ...]:
    """When a launch may come; of a date, the widest reading of how long its notice is valid."""
    if notice.windows or not notice.planned_date:
        return spans(notice.windows)
    begin = start_of(notice.planned_date)
    valid_s = 0.0 if regime.valid_after is None else regime.valid_after.si
    return ((begin, begin.plus_s(valid_s + _DAY_S)),)


@dataclass(frozen=True, slots=True)
class Progress:
    """What is known so far of a flight.

    Attributes:
        first_seen: when its first detection was measured.
        origin: where it was launched; None where that is not known.
        over: a place under it, towards the end of its thrust: latitude and longitude (rad).
        impact: where it comes down; None where that is not known.
    """

    first_seen: Instant
    origin: Origin | None
    over: tuple[float, float]
    impact: Prediction | None


@dataclass(frozen=True, slots=True)
class Fit:
    """How a flight stands to a notice.

    Attributes:
        against: the items that it contradicts: window, launch-area, azimuth, impact-area.
        is_known: whether its launch is known well enough to be this or another one.
        distance: how far off it is, in standard deviations squared, over all items.
    """

    against: tuple[str, ...]
    is_known: bool
    distance: float

    @property
    def is_inside(self) -> bool:
        """Whether it is taken for the flight that was announced."""
        return self.is_known and not self.against

    @property
    def is_outside(self) -> bool:
        """Whether it came from where the notice says, and does what the notice does not."""
        return self.is_known and bool(self.against) and "launch-area" not in self.against


def is_near(known: KnownNotice, first_seen: Instant) -> bool:
    """Whether a flight that was seen first then may be that of a notice, early or late."""
    if known.received > first_seen:
        return False
    return any(
        begin.plus_s(-NEAR_WINDOW_S) <= first_seen <= end.plus_s(NEAR_WINDOW_S)
        for begin, end in known.windows
    )


def fit(known: KnownNotice, so_far: Progress) -> Fit:
    """Whether a flight contradicts a notice, as far as it is known."""
    off = {
        "window": _window_off(known, so_far),
        "launch-area": _launch_off(known.notice, so_far.origin),
        "azimuth": _azimuth_off(known.notice, so_far),
        "impact-area": _impact_off(known.notice, so_far.impact),
    }
    is_known = so_far.origin is not None and so_far.origin.semi_major_m <= LAUNCH_M
    return Fit(
        tuple(item for item, sigmas in off.items() if sigmas > CONTRADICTS),
        is_known,
        sum(max(sigmas, 0.0) ** 2 for sigmas in off.values()),
    )


def _window_off(known: KnownNotice, so_far: Progress) -> float:
    """How far the launch lies from the nearest window."""
    if so_far.origin is None or not known.windows:
        return 0.0
    time, sigma_s = so_far.origin.time, max(so_far.origin.sigma_s, 1.0)
    return min(
        max(begin.since_s(time), time.since_s(end)) / sigma_s for begin, end in known.windows
    )


def _launch_off(notice: Notice, origin: Origin | None) -> float:
    """How far the launch lies from the nearest launch area; a warning says not which that is."""
    areas = notice.of_role(AreaRole.LAUNCH) or (() if notice.broadcast is None else notice.areas)
    return 0.0 if origin is None else _areas_off(areas, origin)


def _impact_off(notice: Notice, impact: Prediction | None) -> float:
    """How far the impact lies from the nearest impact area; of a warning, from any area."""
    areas = notice.of_role(AreaRole.IMPACT) or (() if notice.broadcast is None else notice.areas)
    return 0.0 if impact is None else _areas_off(areas, impact)


def _areas_off(areas: Sequence[NoticeArea], place: Origin | Prediction) -> float:
    """How far a place lies outside the nearest of some areas; nothing where there are none."""
    return min((_area_off(area, place) for area in areas), default=0.0)


def _area_off(area: NoticeArea, place: Origin | Prediction) -> float:
    """How far a place lies outside an area, by its spread towards the middle of the area."""
    beyond_m = float(on_ground.beyond_m(area, place.lat_rad, place.lon_rad))
    toward = float(sphere.azimuth_rad(place.lat_rad, place.lon_rad, *on_ground.centre(area)))
    ahead = np.array((math.sin(toward), math.cos(toward)))
    sigma_m = math.sqrt(float(ahead @ place.covariance_m2 @ ahead))
    # Where few far ones make the ellipse larger than a normal one, the spread counts for more.
    wider = max(1.0, place.radii[1] / NORMAL_RADII[1])
    return beyond_m / (wider * max(sigma_m, 1.0))


def _azimuth_off(notice: Notice, so_far: Progress) -> float:
    """How far the direction of the launch lies from the announced sector."""
    sector, origin = notice.azimuth, so_far.origin
    if sector is None or origin is None:
        return 0.0
    way_m = float(sphere.distance_m(origin.lat_rad, origin.lon_rad, *so_far.over))
    if way_m < origin.semi_major_m:
        return 0.0  # it has not gone far enough to say whereto
    toward = float(sphere.azimuth_rad(origin.lat_rad, origin.lon_rad, *so_far.over))
    aside = np.array((math.cos(toward), -math.sin(toward)))
    across_m = math.sqrt(float(aside @ origin.covariance_m2 @ aside))
    sigma_deg = math.degrees(math.hypot(across_m / way_m, _BEND_RAD))
    width = sector.high_deg - sector.low_deg
    into = (math.degrees(toward) - sector.low_deg) % 360.0
    if width >= 360.0 or into <= width:
        return 0.0
    return min(into - width, 360.0 - into) / sigma_deg
