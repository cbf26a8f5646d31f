"""How widely a notice announces a launch: one that fits nearly every flight is nobody's notice.

A notice suppresses the alarm of the flight that it announces, for all parties. If it named half of
the Earth and a year, it would suppress that of any. So it counts only as far as it says something:
the bounds are assumed, and leave room for what the published regimes ask for.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final

import numpy as np

from glasshield.catalog.announced import AreaRole, NoticeArea
from glasshield.centre.warning.notices import KnownNotice
from glasshield.earth import sphere
from glasshield.monitoring import areas as on_ground

LAUNCH_M: Final = 150e3  # from the middle of a launch area to its farthest point
IMPACT_M: Final = 1_000e3  # of an impact area, or of an area of a warning, which may be either
AZIMUTH_DEG: Final = 60.0
WINDOWS_S: Final = 5.0 * 86_400.0  # altogether: a date that holds for four days more
AHEAD_S: Final = 40.0 * 86_400.0  # from the notice to the end of its last window
# Around an area flights are let in by the spread of what is known of them: several small areas let
# in more than one.
_AROUND_M: Final = 100e3


def says_enough(known: KnownNotice) -> bool:
    """Whether a notice is narrow enough to suppress the alarm of a flight."""
    notice = known.notice
    impacts = _size_m2(notice.of_role(AreaRole.IMPACT))
    sector = notice.azimuth
    spans_s = [end.since_s(begin) for begin, end in known.windows]
    return (
        launch_m2(known) <= _bound_m2(LAUNCH_M if notice.broadcast is None else IMPACT_M)
        and impacts <= _bound_m2(IMPACT_M)
        and (sector is None or sector.high_deg - sector.low_deg <= AZIMUTH_DEG)
        and 0.0 < sum(spans_s) <= WINDOWS_S
        and all(end.since_s(known.received) <= AHEAD_S for _, end in known.windows)
    )


def launch_m2(known: KnownNotice) -> float:
    """The size of where a notice lets a launch come from: infinite where it names no place."""
    notice = known.notice
    areas = notice.of_role(AreaRole.LAUNCH) or (() if notice.broadcast is None else notice.areas)
    return _size_m2(areas) if areas else math.inf


def _size_m2(areas: Iterable[NoticeArea]) -> float:
    return sum((_reach_m(area) + _AROUND_M) ** 2 for area in areas)


def _bound_m2(reach_m: float) -> float:
    return (reach_m + _AROUND_M) ** 2


def _reach_m(area: NoticeArea) -> float:
    """From the middle of an area to its farthest point; of a polygon, to its farthest corner."""
    if area.centre_deg is not None:
        return on_ground.radius_m(area)
    corners = np.radians(area.polygon_deg)
    away_m = sphere.distance_m(corners[:, 0], corners[:, 1], *on_ground.centre(area))
    return float(away_m.max())
