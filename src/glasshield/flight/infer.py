"""What a reported flight proves.

A report gives an apogee, a range, perhaps a time. The free flight with that apogee and range is a
floor under the time. Boost and entry add to it by as much as a missile that can fly so needs: the
ensemble of `flight.ensemble`, fitted to just this apogee and range, says how much at least and at
most. The reported time never enters the prediction that it is compared with.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

import numpy as np

from glasshield import messages
from glasshield.flight import ensemble, kepler, range_classes, rotation
from glasshield.flight.fly import EarthModel
from glasshield.flight.observation import FARTHEST_M, Measured, Outcome, Report, check
from glasshield.flight.range_classes import Answer, Classified, Span, TreatyLines
from glasshield.units import UNITS

__all__ = [
    "FlightTime",
    "Inference",
    "Measured",
    "Outcome",
    "Reason",
    "Report",
    "Verdict",
    "infer",
]

# Within this the predicted time is claimed to meet an honest report.
TIME_ACCURACY_S: Final = 90.0

# Entry may last longer than any fitted body's by this: a light body falls its last 20 km slowly.
SLOW_ENTRY_S: Final = 60.0

# Steeper than this and lower than that no flight shows a range (see `Verdict`).
STEEP_RAD: Final = np.radians(80.0)
STEEP_APOGEE_M: Final = 300e3
# Flatter than this and lower than that lift can carry the flight.
FLAT_RAD: Final = np.radians(30.0)
AIR_TOP_M: Final = 100e3

# Where the direction of a flight is not known: all of them, from the equator to the far north.
_AZIMUTHS_RAD: Final = np.radians(np.arange(0.0, 360.0, 10.0))
_LATS_RAD: Final = np.radians([0.0, 30.0, 60.0])
_MIDDLE_LAT_RAD: Final = np.radians(45.0)

# A figure this near to a round number of miles may have been one.
_ROUND_TOL: Final = 5e-4
_ROUND_DIGITS: Final = 2


class Verdict(StrEnum):
    """What a report is worth.

    `consistent`: a ballistic flight can be so. `inconsistent`: none can. `not-ballistic-evidence`:
    whatever flew, it says nothing of a ballistic missile's range, for it is recorded as failed or
    braked, took longer than the free flight by more than any boost lasts, went nearly straight up
    to less than 300 km, stayed low and flat in the air, or is beyond any missile.
    """

    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent"
    NOT_EVIDENCE = "not-ballistic-evidence"


@dataclass(frozen=True, slots=True)
class FlightTime:
    """The time that a ballistic flight takes: middle, least and greatest, in seconds."""

    value_s: float
    low_s: float
    high_s: float


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence to be said in any language: its key among the messages, and its numbers."""

    key: str
    numbers: dict[str, float]

    def text(self, lang: messages.Language = "en") -> str:
        """The sentence."""
        return messages.text(lang, self.key, **self.numbers)


@dataclass(frozen=True, slots=True)
class Inference:
    """What a report proves; what it does not prove is none.

    Attributes:
        verdict: see `Verdict`.
        reason: why.
        unit_doubt: a reading of its miles as nautical ones that fits the time distinctly better.
        kepler_time_s: of the free flight; over a still Earth when no direction is known.
        flight_time: with boost and entry; none where no missile flies so.
        surface_speed_m_s: of the free flight at the ground of a still Earth.
        demonstrated_range_m: the range flown.
        capability: the missile's greatest range over a still Earth: at least that of the free
            flight's energy, at most that of the fitted missiles steered for distance.
        classes: by range, scheme by scheme.
        treaty: lines of treaties.
    """

    verdict: Verdict
    reason: Reason
    unit_doubt: Reason | None
    kepler_time_s: float
    flight_time: FlightTime | None
    surface_speed_m_s: float
    demonstrated_range_m: float
    capability: Span | None
    classes: tuple[Classified, ...]
    treaty: TreatyLines | None

    def why(self, lang: messages.Language = "en") -> str:
        """Why the verdict is so, in words."""
        reasons = [self.reason] if self.unit_doubt is None else [self.reason, self.unit_doubt]
        return " ".join(reason.text(lang) for reason in reasons)

    def to_json(self, lang: messages.Language = "en") -> dict[str, Any]:
        """The answer as the command line prints it."""
        time = self.flight_time
        return {
            "verdict": self.verdict.value,
            "why": self.why(lang),
            "kepler_time_s": round(self.kepler_time_s, 1),
            "flight_time_s": {
                "value": None if time is None else round(time.value_s, 1),
                "low": None if time is None else round(time.low_s, 1),
                "high": None if time is None else round(time.high_s, 1),
            },
            "surface_speed_km_s": round(self.surface_speed_m_s / 1e3, 3),
            "demonstrated_range_km": _km(self.demonstrated_range_m),
            "capability_range_km": _span_json(self.capability),
            "range_classes": [
                {
                    "scheme": each.scheme,
                    "demonstrated": each.demonstrated,
                    "capability": list(each.capability),
                }
                for each in self.classes
            ],
            "treaty": None if self.treaty is None else _treaty_json(self.treaty, lang),
        }


def infer(report: Report) -> Inference:
    """What a reported flight proves.

    Raises:
        RangeError: a number that no flight can have.
    """
    check(report)
    still = kepler.arc(report.apogee_m.value, report.range_m.value)
    prediction = _predict(report)
    doubt = _unit_doubt(report, prediction)
    reason = (
        _recorded(report)
        or _shape(report, float(still.angle_rad))
        or _reach(report, prediction)
        or _timing(report, prediction, doubt)
    )
    verdict = _VERDICTS[reason.key]
    evidence = verdict is not Verdict.NOT_EVIDENCE
    capability = _capability(report, prediction) if evidence else None
    return Inference(
        verdict=verdict,
        reason=reason,
        unit_doubt=doubt if evidence else None,
        kepler_time_s=prediction.kepler_s,
        flight_time=prediction.time,
        surface_speed_m_s=float(still.speed_m_s),
        demonstrated_range_m=report.range_m.value,
        capability=capability,
        classes=()
        if capability is None
        else range_classes.classify(report.range_m.value, capability),
        treaty=None
        if capability is None
        else range_classes.treaty_lines(
            report.apogee_m.value, report.range_m.value, capability, report.lat_rad
        ),
    )


@dataclass(frozen=True, slots=True)
class _Prediction:
    """What apogee and range alone make of a flight's time.

    Attributes:
        kepler_s: of the free flight.
        floor_s: the least free flight that rounding and unknown direction allow.
        time: with boost and entry; none where no missile flies so.
        longest_burn_s: of the missiles that do.
        goal: what they were fitted to.
        fits: they themselves.
    """

    kepler_s: float
    floor_s: float
    time: FlightTime | None
    longest_burn_s: float
    goal: ensemble.Goal
    fits: ensemble.Fits


def _predict(report: Report) -> _Prediction:
    """The free flight, the fitted missiles, and the interval of their times.

    The ensemble flies the reported numbers; rounding and unknown direction shift its interval by
    as much as they shift the free flight.
    """
    apogee_m, range_m = report.apogee_m.value, report.range_m.value
    goal = ensemble.Goal(
        apogee_m,
        range_m,
        lat_rad=_MIDDLE_LAT_RAD if report.lat_rad is None else report.lat_rad,
        azimuth_rad=0.5 * np.pi if report.azimuth_rad is None else report.azimuth_rad,
        earth=EarthModel.ROTATING if report.direction_known else EarthModel.STILL,
    )
    kepler_s = float(_free_times_s(report, report.apogee_m.value, report.range_m.value)[0])
    corners = itertools.product(
        {report.apogee_m.low, report.apogee_m.high}, {report.range_m.low, report.range_m.high}
    )
    around_s = np.concatenate([_free_times_s(report, *corner) for corner in corners])
    fits = ensemble.fit(goal)
    time, burn_s = None, 0.0
    if fits.vehicles:
        shortest_s, longest_s = float(fits.flight_time_s.min()), float(fits.flight_time_s.max())
        time = FlightTime(
            value_s=0.5 * (shortest_s + longest_s),
            low_s=shortest_s + float(around_s.min()) - kepler_s,
            high_s=longest_s + float(around_s.max()) - kepler_s,
        )
        burn_s = float(fits.burnout_time_s.max())
    return _Prediction(kepler_s, float(around_s.min()), time, burn_s, goal, fits)


def _free_times_s(report: Report, apogee_m: float, range_m: float) -> np.ndarray:
    """Times of the free flight: first the one to count by, then those of other directions."""
    if report.lat_rad is not None and report.azimuth_rad is not None:
        turning = rotation.arc(apogee_m, range_m, report.lat_rad, report.azimuth_rad)
        return np.atleast_1d(turning.inertial.time_s)
    lats = _LATS_RAD if report.lat_rad is None else np.array([report.lat_rad])
    azimuths = _AZIMUTHS_RAD if report.azimuth_rad is None else np.array([report.azimuth_rad])
    turning = rotation.arc(apogee_m, range_m, lats[:, None], azimuths)
    still = kepler.arc(apogee_m, range_m)
    return np.concatenate(([still.time_s], turning.inertial.time_s.ravel()))


def _recorded(report: Report) -> Reason | None:
    """A reason that the records give."""
    if report.outcome is Outcome.UNSTATED:
        return None
    return Reason(f"infer.{report.outcome}", {})


def _shape(report: Report, angle_rad: float) -> Reason | None:
    """A reason that the shape of the free flight gives."""
    apogee_m = report.apogee_m.value
    numbers = {
        "angle_deg": float(np.degrees(angle_rad)),
        "apogee_km": apogee_m / 1e3,
        "range_km": report.range_m.value / 1e3,
    }
    if angle_rad > STEEP_RAD and apogee_m < STEEP_APOGEE_M:
        return Reason("infer.steep", numbers)
    if angle_rad < FLAT_RAD and apogee_m <= AIR_TOP_M:
        return Reason("infer.in-air", numbers)
    return None


def _reach(report: Report, prediction: _Prediction) -> Reason | None:
    """A reason that lies in no missile being able to fly so."""
    if prediction.time is not None:
        return None
    return Reason(
        "infer.no-vehicle",
        {"apogee_km": report.apogee_m.value / 1e3, "range_km": report.range_m.value / 1e3},
    )


def _timing(report: Report, prediction: _Prediction, doubt: Reason | None) -> Reason:
    """What the reported time says against the predicted one, each with its rounding."""
    predicted, reported = prediction.time, report.time_s
    if predicted is None:
        raise AssertionError("a flight that no missile makes has been dealt with")
    interval = {"low_s": predicted.low_s, "high_s": predicted.high_s}
    if reported is None:
        return Reason("infer.untimed", interval)
    numbers = interval | {
        "time_s": reported.value,
        "kepler_s": prediction.floor_s,
        "short_s": max(predicted.low_s, prediction.floor_s) - reported.value,
        "long_s": reported.value - predicted.high_s,
        "excess_s": reported.value - prediction.kepler_s,
    }
    if reported.high < prediction.floor_s:
        return Reason(
            "infer.below-floor", numbers | {"short_s": prediction.floor_s - reported.value}
        )
    if reported.high < predicted.low_s:
        return Reason("infer.too-short", numbers)
    if reported.low <= predicted.high_s:
        return Reason("infer.consistent", numbers)
    # Thrust lengthens a flight by less than it lasts: what is longer was not all free flight,
    # unless it was another flight, in other miles.
    longest_s = prediction.kepler_s + prediction.longest_burn_s + SLOW_ENTRY_S
    free = reported.low <= longest_s or doubt is not None
    return Reason("infer.too-long" if free else "infer.not-free", numbers)


_VERDICTS: Final = {
    "infer.consistent": Verdict.CONSISTENT,
    "infer.untimed": Verdict.CONSISTENT,
    "infer.below-floor": Verdict.INCONSISTENT,
    "infer.too-short": Verdict.INCONSISTENT,
    "infer.too-long": Verdict.INCONSISTENT,
    "infer.not-free": Verdict.NOT_EVIDENCE,
    "infer.failed": Verdict.NOT_EVIDENCE,
    "infer.parachute": Verdict.NOT_EVIDENCE,
    "infer.powered-entry": Verdict.NOT_EVIDENCE,
    "infer.steep": Verdict.NOT_EVIDENCE,
    "infer.in-air": Verdict.NOT_EVIDENCE,
    "infer.no-vehicle": Verdict.NOT_EVIDENCE,
}


def _capability(report: Report, prediction: _Prediction) -> Span:
    """The greatest range of the missile behind a flight, over an Earth that stands still.

    As with the time, the report's rounding shifts the fitted missiles' range by as much as it
    shifts that of the free flight.
    """
    corners = itertools.product(
        (report.apogee_m.value, report.apogee_m.low, report.apogee_m.high),
        (report.range_m.value, report.range_m.low, report.range_m.high),
    )
    free_m = kepler.farthest_range_m([kepler.arc(*corner).speed_m_s for corner in corners])
    reach_m = float(ensemble.farthest_range_m(prediction.fits, prediction.goal).max())
    high_m = max(float(free_m.max()), reach_m + float(free_m.max() - free_m[0]))
    return Span(float(free_m.min()), min(high_m, kepler.HALF_EARTH_M))


def _unit_doubt(report: Report, prediction: _Prediction) -> Reason | None:
    """A reading in nautical miles that brings the time distinctly nearer, where there is one.

    Only figures that are round in statute miles are read anew, and only a gain of more than the
    accuracy claimed for a predicted time counts.
    """
    if report.time_s is None or prediction.time is None:
        return None
    best, best_miss_s = None, abs(report.time_s.value - prediction.time.value_s) - TIME_ACCURACY_S
    for key, reading in _readings(report):
        other = _predict(reading)
        if other.time is None:
            continue
        miss_s = abs(report.time_s.value - other.time.value_s)
        if miss_s < best_miss_s:
            gain_s = abs(report.time_s.value - prediction.time.value_s) - miss_s
            numbers = {
                "apogee_mi": report.apogee_m.value / _MILE_M,
                "range_mi": report.range_m.value / _MILE_M,
                "low_s": other.time.low_s,
                "high_s": other.time.high_s,
                "better_s": gain_s,
            }
            best, best_miss_s = Reason(key, numbers), miss_s
    return best


_MILE_M: Final = UNITS["mi"].si
_NAUTICAL: Final = UNITS["nmi"].si / UNITS["mi"].si


def _readings(report: Report) -> Iterator[tuple[str, Report]]:
    """The report with its round miles read as nautical miles."""
    apogee_m, range_m = report.apogee_m.scaled(_NAUTICAL), report.range_m.scaled(_NAUTICAL)
    apogee, distance = _round_in_miles(report.apogee_m.value), _round_in_miles(report.range_m.value)
    distance = distance and range_m.high <= FARTHEST_M
    if apogee:
        yield "infer.doubt-apogee", replace(report, apogee_m=apogee_m)
    if distance:
        yield "infer.doubt-range", replace(report, range_m=range_m)
    if apogee and distance:
        yield "infer.doubt-both", replace(report, apogee_m=apogee_m, range_m=range_m)


def _round_in_miles(length_m: float) -> bool:
    """Whether a length is a number of statute miles with two digits and zeros."""
    miles = length_m / _MILE_M
    if miles == 0.0:
        return False
    rounded = float(f"{miles:.{_ROUND_DIGITS - 1}e}")
    return abs(miles - rounded) <= _ROUND_TOL * rounded


def _km(length_m: float) -> float:
    return round(length_m / 1e3, 1)


def _span_json(span: Span | None) -> dict[str, float | None]:
    if span is None:
        return {"low": None, "high": None}
    return {"low": _km(span.low_m), "high": _km(span.high_m)}


def _treaty_json(lines: TreatyLines, lang: messages.Language) -> dict[str, Any]:
    lat_deg = float(np.degrees(lines.lat_rad))
    convention = "treaty.convention" if lat_deg else "treaty.convention-equator"

    def line(key: str, **answers: Answer) -> dict[str, str]:
        said = {name: answer.value for name, answer in answers.items()}
        return said | {"what": messages.text(lang, key)}

    return {
        "convention": messages.text(lang, convention, lat_deg=lat_deg),
        "latitude_deg": round(lat_deg, 2),
        "still_range_km": _span_json(lines.still),
        "due_east_range_km": _span_json(lines.due_east),
        "due_west_range_km": _span_json(lines.due_west),
        "agreement_1988": line(
            "treaty.agreement-1988",
            applies=lines.intercontinental,
            applies_any_azimuth=lines.intercontinental_any_azimuth,
        ),
        "inf_1987": line(
            "treaty.inf-1987", applies=lines.inf, applies_as_tested=lines.inf_as_tested
        ),
        "plns_2000": line("treaty.plns-2000", applies=lines.plns),
        "hcoc_2002": line("treaty.hcoc-2002", applies=Answer.YES),
    }
