"""Who saw the burn end, and how much better it would have been known had anybody.

An observer behind the horizon at burnout still sees the free flight after it, and with it the
energy; what it does not see is when the burn ended, and so how much of the speed was already lost
to gravity. What it misses is the bound of the same stations with no horizon in their way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.fusion.observed import Observed, air_lift
from glasshield.monitoring.document import BlindRow
from glasshield.monitoring.fitting import Fit, Problem, informed
from glasshield.monitoring.powered_flight import PoweredFlight
from glasshield.sensing.detections import Detections
from glasshield.sensing.measurement import measure
from glasshield.sensing.station import Station

_NEAR_S: Final = 10.0
_NEAR_LOOKS: Final = 3.0


@dataclass(frozen=True, slots=True)
class Seen:
    """What of a flight a station saw.

    Attributes:
        station: its number.
        time_s: of its detections of the flight.
        saw_burnout: whether some of them are shortly before and some shortly after burnout.
    """

    station: int
    time_s: Float[np.ndarray, "n"]
    saw_burnout: bool


def seen_by(
    problem: Problem,
    flight: PoweredFlight,
    stations: tuple[Station, ...],
    *,
    end_seen: bool = True,
) -> list[Seen]:
    """What each station saw of a flight; no station its burn end, where all together did not."""
    observed, found = problem.observed, []
    for number, station in enumerate(stations):
        time_s = np.sort(observed.time_s[observed.station == number])
        reach_s = max(_NEAR_S, _NEAR_LOOKS * station.period_s)
        since_s = time_s - flight.burnout_time_s
        before = (since_s <= 0.0) & (since_s >= -reach_s)
        after = (since_s > 0.0) & (since_s <= reach_s)
        found.append(Seen(number, time_s, end_seen and bool(before.any() and after.any())))
    return found


def blind_row(
    problem: Problem,
    fit: Fit,
    detections: Detections,
    seen: list[Seen],
    *,
    end_seen: bool,
) -> BlindRow:
    """How much less was learned because nobody saw the end of the burn."""
    if end_seen:
        return BlindRow(sees_burnout=True, if_seen_sigma_m_s=None, times_less=None)
    wide = _without_horizon(problem, fit, detections, seen)
    speed = fit.flight.figures().burnout_speed_m_s
    sigma, better = fit.sigma(speed), wide.sigma(speed)
    return BlindRow(
        sees_burnout=False, if_seen_sigma_m_s=better, times_less=max(sigma / better, 1.0)
    )


def _without_horizon(problem: Problem, fit: Fit, detections: Detections, seen: list[Seen]) -> Fit:
    """The same flight with what the stations would have detected from lift-off on."""
    times, whose = [], []
    for each in seen:
        if not len(each.time_s):
            continue
        period_s = detections.stations[each.station].period_s
        looks_s = np.arange(fit.flight.liftoff_s, float(each.time_s[-1]), period_s)
        times.append(looks_s)
        whose.append(np.full(len(looks_s), each.station))
    made = _as_if(np.concatenate(times), np.concatenate(whose), fit, detections)
    observed = Observed.of(made, np.zeros(len(made), dtype=int), air_lift(made))
    share = np.array([station.detection_probability for station in detections.stations])
    sharper = observed.per_sigma * np.sqrt(share[observed.station])[:, None]
    return informed(problem, fit, observed.weighing(sharper))


def _as_if(
    time_s: Float[np.ndarray, "n"],
    station: Int[np.ndarray, "n"],
    fit: Fit,
    detections: Detections,
) -> Detections:
    """Detections of the flight by stations that look around the Earth, within their range."""
    state = fit.flight.at(time_s)
    measured = np.empty((len(time_s), 4))
    for number, radar in enumerate(detections.stations):
        own = station == number
        measured[own] = measure(radar, state[own])
    reach_m = np.array([radar.range_m for radar in detections.stations])[station]
    within: Bool[np.ndarray, "n"] = measured[:, 0] <= reach_m
    return Detections.of(
        detections.epoch,
        detections.stations,
        time_s[within],
        station[within],
        range_m=measured[within, 0],
        azimuth_rad=measured[within, 1],
        elevation_rad=measured[within, 2],
        sigmas=_usual_sigmas(detections)[station[within]],
        simulated=True,
    )


def _usual_sigmas(detections: Detections) -> Float[np.ndarray, "s 4"]:
    """The middle of what each station's detections state of their deviations."""
    sigmas = detections.sigma_or_station
    return np.array(
        [
            np.median(sigmas[detections.station_index == number], axis=0)
            if (detections.station_index == number).any()
            else np.full(4, np.inf)
            for number in range(len(detections.stations))
        ]
    )
