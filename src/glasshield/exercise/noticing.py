"""Launch notices of an exercise, in the fields of a published regime, marked as such."""

from __future__ import annotations

from typing import Final

import numpy as np

from glasshield.centre.warning.notices import KnownNotice, known_notice
from glasshield.earth import sphere
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.earth.time import Instant
from glasshield.exchange.release.terms import Mode
from glasshield.exercise.script import Ascent
from glasshield.exercise.world import Stage
from glasshield.scenario.truth import Truth

_BEFORE_S: Final = 60.0  # of the window, before the launch
_EITHER_SIDE_DEG: Final = 8
_IMPACT_KM: Final = 100.0
_MISSILE: Final = "plns"
_SPACE: Final = "hcoc"  # under which nobody states an impact


def notice(name: str, stage: Stage, at: Instant) -> KnownNotice:
    """A notice of the exercise as the pictures take it in.

    Args:
        name: of the notice in the file.
        stage: of the exercise.
        at: when it is given.

    Raises:
        InputError: the fields do not make a notice.
    """
    script = stage.exercise.script
    written = script.notice[name]
    flight = script.flights[written.flight]
    truth = stage.flights[written.flight]
    epoch = stage.exercise.epoch
    launch = epoch.plus_s(flight.start_s)
    begins = _second(launch.plus_s(-_BEFORE_S))
    issued = min(at, launch.plus_s(-_BEFORE_S - 1.0))
    text = "\n".join(
        (
            "EXERCISE EXERCISE EXERCISE",
            "LAUNCH NOTICE",
            f"regime: {_SPACE if isinstance(flight, Ascent) else _MISSILE}",
            f"from: {written.party}",
            f"issued: {_second(issued)}",
            f"reference: {name}",
            "",
            f"launch_window: {begins} to {_second(launch.plus_s(written.window_s))}",
            f"missile_class: {_class(flight)}",
            *_where(truth, written.area_m, is_orbital=isinstance(flight, Ascent)),
            "",
        )
    )
    regimes = stage.exercise.facts.regimes
    return known_notice(text, written.party, at, Mode.EXERCISE, regimes)


def _class(flight: object) -> str:
    return "space launch vehicle" if isinstance(flight, Ascent) else "ballistic missile"


def _where(truth: Truth, area_m: float, *, is_orbital: bool) -> tuple[str, ...]:
    """Where from, which way and, for what comes down, where to."""
    start = _place(truth.launch_position_ecef_m[0])
    end_ecef = truth.burnout_state_ecef[0, :3] if is_orbital else truth.impact_position_ecef_m[0]
    end = _place(end_ecef)
    azimuth_deg = round(float(np.degrees(sphere.azimuth_rad(*start, *end)))) % 360
    low, high = azimuth_deg - _EITHER_SIDE_DEG, azimuth_deg + _EITHER_SIDE_DEG
    area = f"launch_area: launch = circle of {area_m / 1e3:g} km around {_written(start)}"
    way = f"{azimuth_deg} deg, {low} to {high} deg"
    if is_orbital:
        return area, f"planned_direction: {way}"
    return (
        area,
        f"launch_azimuth: {way}",
        f"impact_area: impact = circle of {_IMPACT_KM:g} km around {_written(end)}",
    )


def _place(position_ecef_m: np.ndarray) -> tuple[float, float]:
    lat, lon, _ = ecef_to_geodetic(position_ecef_m)
    return float(lat), float(lon)


def _written(place_rad: tuple[float, float]) -> str:
    lat_deg, lon_deg = (round(float(np.degrees(one)), 4) for one in place_rad)
    return f"{abs(lat_deg):g} {'NS'[lat_deg < 0]} {abs(lon_deg):g} {'EW'[lon_deg < 0]}"


def _second(at: Instant) -> Instant:
    """An instant to the second."""
    return Instant(at.posix_us // 1_000_000 * 1_000_000)
