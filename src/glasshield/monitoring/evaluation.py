"""What the observers' own detections say of a flight test, as a document."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

import msgspec
import numpy as np
from jaxtyping import Float
from scipy import stats

from glasshield import __version__
from glasshield.assurance.document import Program
from glasshield.catalog import Catalog
from glasshield.catalog.announced import AnnouncedTest
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.earth.time import Instant
from glasshield.fusion.observed import BIASES
from glasshield.monitoring import evaluation_texts as texts
from glasshield.monitoring.announced_flight import (
    AnnouncedFlights,
    announced_flights,
    stated,
    test_row,
)
from glasshield.monitoring.carried import Carried, SpeedFigure
from glasshield.monitoring.comparisons import (
    Claimed,
    Measured,
    compared,
    interval,
    likelihood_ratio,
    log10_likelihood_ratio,
)
from glasshield.monitoring.document import (
    BiasKind,
    BiasRow,
    Capability,
    Evaluation,
    FitRow,
    PathRow,
    Profile,
    SeenRow,
    StagesRow,
    Value,
)
from glasshield.monitoring.measuring import End, Measurement, measure
from glasshield.monitoring.powered_flight import Figure, Figures
from glasshield.monitoring.unseen import Seen, blind_row, seen_by
from glasshield.sensing.detections import Detections
from glasshield.sensing.launch_detection import LaunchDetections
from glasshield.workspace import Progress, Workspace, digest

_PATH_STEP_S: Final = 10.0
_PROFILE_STEP_S: Final = 2.0
_LEAST_PROFILE: Final = 4
_LIFTOFF_DIGITS: Final = 2
_LEAST_SIZE_M_S2: Final = 1e-6
_TO_KM: Final = 1e-3
_SPEED_PLACES: Final = 4  # of km/s
_KINDS: Final[tuple[tuple[BiasKind, str, float], ...]] = (
    ("range", "m", 1.0),
    ("azimuth", "deg", math.degrees(1.0)),
    ("elevation", "deg", math.degrees(1.0)),
    ("time", "s", 1.0),
    ("air", "1", 1.0),
)


def evaluate(
    test: AnnouncedTest,
    detections: Detections,
    launches: LaunchDetections | None,
    workspace: Workspace,
    progress: Progress | None = None,
) -> Evaluation:
    """What detections say of a test; no claim is judged anew yet.

    It depends on its arguments and on the catalogue alone. Which simulated object a detection came
    from is not looked at.

    Args:
        test: as it was announced.
        detections: of the observers, false alarms and all.
        launches: lift-offs reported from elsewhere; None where nobody did.
        workspace: the facts.
        progress: told how far it is.

    Raises:
        InputError: detections that say nothing of this test, as `measure` has it, or an announced
            flight that its vehicle cannot fly.
        NumericalError: no vehicle has a stated speed.
    """
    flights = announced_flights(test, workspace.catalog)
    measurement = measure(test, detections, launches, progress)
    return _document(measurement, flights, workspace.catalog, launches)


def _document(
    found: Measurement,
    flights: AnnouncedFlights,
    facts: Catalog,
    launches: LaunchDetections | None,
) -> Evaluation:
    test, detections = found.test, found.detections
    end_seen = found.end is End.SEEN
    seen = seen_by(found.problem, found.flight, detections.stations, end_seen=end_seen)
    figure: SpeedFigure = "surface-speed" if found.end is End.BEFORE else "burnout-speed"
    carried = Carried.of(test, flights, facts, found.flight, figure)
    measured = _measured(found, carried)
    answers = _Answers.of(found, carried)
    sides = _claimed(test, carried)
    declared, rival = (compared(side, measured) for side in sides)
    log10 = log10_likelihood_ratio(*sides, measured)
    fit, biases = _fit_row(found), _bias_rows(found)
    return Evaluation(
        test=test_row(test, flights),
        simulated=detections.simulated,
        observers=tuple(_seen_row(found, each) for each in seen),
        burnout_speed_km_s=answers.burnout_speed,
        reference_speed_km_s=answers.reference_speed,
        surface_speed_km_s=answers.surface_speed,
        motor_speed_km_s=answers.motor_speed,
        burn_time_s=answers.burn_time,
        lift_off=_moment(found, found.flight.liftoff_s),
        lift_off_sigma_s=math.hypot(found.fit.sigma(_liftoff(found)), found.liftoff_open_s),
        burnout=_moment(found, _end_s(found)),
        stages=StagesRow(
            value=found.burns.number,
            odds={str(k + 1): float(odds) for k, odds in enumerate(found.burns.odds)},
        ),
        stage_ends_s=_stage_ends(found),
        ends_in_window_s=_ends_in_window(found),
        declared=declared,
        rival=rival,
        likelihood_ratio=likelihood_ratio(log10),
        log10_likelihood_ratio=log10,
        capability=Capability(
            at_least_km_s=answers.reference_speed.low, at_most_km_s=None, why=texts.WHY_LEAST
        ),
        biases=biases,
        blind=blind_row(found.problem, found.fit, detections, seen, end_seen=end_seen),
        fit=fit,
        claims_updated=(),
        path=_path(found),
        profile=_profile(found),
        warnings=texts.warnings(found, seen, fit, biases),
        assumptions=texts.assumptions(found, carried),
        program=Program(
            version=__version__, input_hash=digest(*_inputs(test, facts, detections, launches))
        ),
    )


@dataclass(frozen=True, slots=True)
class _Answers:
    """The measured figures."""

    burnout_speed: Value
    reference_speed: Value
    surface_speed: Value
    motor_speed: Value
    burn_time: Value

    @classmethod
    def of(cls, found: Measurement, carried: Carried) -> _Answers:
        figures = found.flight.figures()
        figure = _figure(found, carried)
        return cls(
            burnout_speed=_speed(found, lambda flown: flown.burnout_speed_m_s),
            reference_speed=interval(
                carried.reference_m_s(figure.value),
                carried.reference_sigma_m_s(found.fit.sigma(figure)),
                _TO_KM,
                least=0.0,
            ),
            surface_speed=_speed(found, lambda flown: flown.surface_speed_m_s),
            motor_speed=_motor_speed(found, figures.motor_speed_m_s),
            burn_time=_burn_time(found, figures),
        )


def _figure(found: Measurement, carried: Carried) -> Figure:
    """The speed that is compared."""
    if found.end is End.AFTER:
        return found.last_speed
    figures = found.flight.figures()
    if carried.figure == "burnout-speed":
        return figures.burnout_speed_m_s
    return figures.surface_speed_m_s


def _claimed(test: AnnouncedTest, carried: Carried) -> tuple[Claimed, Claimed]:
    """What both sides state, with the speeds in this flight, to 0.1 m/s."""
    flights, expected = carried.flights, carried.expected_m_s
    rows = (
        stated(test.declared, flights.declared, test.host),
        stated(test.rival, flights.rival, "rival"),
    )
    first, second = (
        msgspec.structs.replace(row, in_flight_km_s=round(row.in_flight_km_s, _SPEED_PLACES))
        for row in rows
    )
    return (
        Claimed(first, test.declared, expected[0]),
        Claimed(second, test.rival, expected[1]),
    )


def _speed(found: Measurement, of: Callable[[Figures], Figure]) -> Value:
    """A speed with its interval.

    Of all lengths of the burn where nobody saw thrust, at the last sight where nobody saw free
    flight.
    """
    if found.lengths is not None:
        whole = found.lengths.estimate(of)
        return Value(
            value=_TO_KM * whole.value,
            low=max(_TO_KM * whole.low, 0.0),
            high=_TO_KM * whole.high,
            sigma=_TO_KM * whole.sigma,
        )
    figures = found.flight.figures()
    figure = of(figures)
    if found.end is End.AFTER and figure is figures.burnout_speed_m_s:
        figure = found.last_speed
    return interval(figure.value, found.fit.sigma(figure), _TO_KM, least=0.0)


def _motor_speed(found: Measurement, figure: Figure) -> Value:
    """The motors' speed less what noise adds to it, of which no more is known than its size."""
    covariance, size = found.fit.covariance, found.fit.layout.size
    noise = covariance @ found.fit.data_matrix @ covariance
    excess_m_s = found.flight.motor_excess_m_s(noise[:size, :size])
    sigma_m_s = math.hypot(found.fit.sigma(figure), excess_m_s)
    return interval(figure.value - excess_m_s, sigma_m_s, _TO_KM, least=0.0)


def _burn_time(found: Measurement, figures: Figures) -> Value:
    """The burn time, its interval in the logarithm: where it is hardly known it is above zero.

    Where nobody saw free flight it is the time until the last sight, which the burn lasted at
    least.
    """
    if found.lengths is not None:
        whole = found.lengths.estimate(lambda flown: flown.burn_time_s)
        if not found.liftoff_open_s:
            return Value(value=whole.value, low=whole.low, high=whole.high, sigma=whole.sigma)
        return _in_logarithm(whole.value, math.hypot(whole.sigma, found.liftoff_open_s))
    figure = figures.burn_time_s
    if found.end is End.AFTER:
        figure = replace(_liftoff(found), value=_end_s(found) - found.flight.liftoff_s)
    return _in_logarithm(figure.value, math.hypot(found.fit.sigma(figure), found.liftoff_open_s))


def _in_logarithm(value: float, sigma: float) -> Value:
    """A value above zero with an interval that stays there."""
    logs = interval(math.log(value), sigma / value)
    return Value(value=value, low=math.exp(logs.low), high=math.exp(logs.high), sigma=sigma)


def _end_s(found: Measurement) -> float:
    """When the last burn ended or, where nobody saw that, was last seen."""
    if found.end is End.AFTER:
        return float(found.problem.observed.time_s.max())
    return found.flight.burnout_time_s


def _measured(found: Measurement, carried: Carried) -> Measured:
    figures = found.flight.figures()
    pair = (_figure(found, carried), figures.burn_time_s)
    slopes = np.stack([figure.slope for figure in pair])
    size = slopes.shape[1]
    covariance = slopes @ found.fit.covariance[:size, :size] @ slopes.T
    covariance[0, 0] += carried.sigma_m_s**2
    covariance[1, 1] += found.liftoff_open_s**2
    return Measured(
        figure=carried.figure,
        speed_m_s=pair[0].value,
        burn_s=pair[1].value,
        covariance=covariance,
        odds=found.burns.odds,
        unseen_s=found.unseen_s,
        sees_burnout=found.end is End.SEEN,
        at_least=found.end is End.AFTER,
    )


def _stage_ends(found: Measurement) -> tuple[Value, ...]:
    """When the burns ended, since the lift-off."""
    slopes = found.flight.stage_end_slopes.copy()
    slopes[:, 0] -= 1.0
    ends_s = found.flight.stage_ends_s
    before = [
        interval(
            end_s - found.flight.liftoff_s,
            math.hypot(found.fit.sigma(Figure(end_s, slope)), found.liftoff_open_s),
        )
        for end_s, slope in zip(ends_s[:-1], slopes[:-1], strict=True)
    ]
    return (*before, _burn_time(found, found.flight.figures()))


def _ends_in_window(found: Measurement) -> tuple[Value, ...]:
    """When the burns ended by the clock, since the first window began: no lift-off is in it.

    The last of them is that of all lengths where nobody saw thrust, and the last sight where nobody
    saw free flight.
    """
    since_s = found.detections.epoch.since_s(Instant.parse(found.test.windows[0].begin))
    flight = found.flight
    ends = [
        interval(since_s + end_s, found.fit.sigma(Figure(end_s, slope)))
        for end_s, slope in zip(flight.stage_ends_s, flight.stage_end_slopes, strict=True)
    ]
    if found.end is End.AFTER:
        ends[-1] = interval(since_s + _end_s(found), 0.0)
    return tuple(ends)


def _liftoff(found: Measurement) -> Figure:
    """The lift-off by the clock, which is the first unknown."""
    slope = np.zeros(found.fit.layout.size)
    slope[0] = 1.0
    return Figure(found.flight.liftoff_s, slope)


def _seen_row(found: Measurement, seen: Seen) -> SeenRow:
    detections = found.detections
    station = detections.stations[seen.station]
    since_s = seen.time_s - found.flight.liftoff_s
    return SeenRow(
        station=station.id,
        party=station.party,
        detections=int(np.count_nonzero(detections.station_index == seen.station)),
        used=len(since_s),
        first_s=float(since_s[0]) if len(since_s) else None,
        last_s=float(since_s[-1]) if len(since_s) else None,
        saw_burnout=seen.saw_burnout,
    )


def _bias_rows(found: Measurement) -> tuple[BiasRow, ...]:
    """All constant errors of the stations that saw the flight.

    A prior mean moved by one moves the estimates by their covariance with the bias times the
    weight of the prior.
    """
    fit, sigmas = found.fit, found.problem.bias_sigma
    figures = fit.flight.figures()
    size, sigma = fit.layout.size, np.sqrt(np.diag(fit.covariance))
    by_speed = fit.with_everything(figures.burnout_speed_m_s)
    by_surface = fit.with_everything(figures.surface_speed_m_s)
    rows = []
    for number in np.unique(found.problem.observed.station):
        for kind, (name, unit, scale) in enumerate(_KINDS):
            column = size + len(BIASES) * int(number) + kind
            stated = float(sigmas[number, kind])
            rows.append(
                BiasRow(
                    station=found.detections.stations[number].id,
                    kind=name,
                    unit=unit,
                    value=interval(float(fit.bias[number, kind]), float(sigma[column]), scale),
                    stated_sigma=scale * stated,
                    speed_shift_m_s=float(by_speed[column]) / stated**2 / scale,
                    surface_shift_m_s=float(by_surface[column]) / stated**2 / scale,
                )
            )
    return tuple(rows)


def _fit_row(found: Measurement) -> FitRow:
    """How well the flight fits: what detections fix is taken off the degrees of freedom."""
    numbers = int(np.count_nonzero(found.problem.observed.per_sigma > 0.0))
    degrees = max(round(numbers - found.fit.effective_unknowns), 1)
    return FitRow(
        chi_squared=found.fit.chi_squared,
        degrees=degrees,
        p_value=float(stats.chi2.sf(found.fit.chi_squared, degrees)),
        left_out=len(found.detections) - len(found.used),
    )


def _path(found: Measurement) -> PathRow:
    """The flight from lift-off to the last detection."""
    flight, last_s = found.flight, float(found.problem.observed.time_s.max())
    time_s = np.append(np.arange(flight.liftoff_s, last_s, _PATH_STEP_S), last_s)
    lat, lon, height = ecef_to_geodetic(flight.at(time_s)[:, :3])
    return PathRow(
        id="measured",
        time_s=_plain(time_s - flight.liftoff_s),
        lat_deg=_plain(np.degrees(lat)),
        lon_deg=_plain(np.degrees(lon)),
        height_km=_plain(height * _TO_KM),
        stage_ends_s=tuple(end_s - flight.liftoff_s for end_s in flight.stage_ends_s),
    )


def _profile(found: Measurement) -> Profile:
    """The sensed acceleration's magnitude over each burn, from its first moment to its last."""
    flight, size = found.flight, found.fit.layout.size
    covariance = found.fit.covariance[:size, :size]
    time_s = _profile_times(found)
    push = flight.sensed(time_s)
    value = np.linalg.norm(push, axis=-1)
    way = push / np.maximum(value, _LEAST_SIZE_M_S2)[:, None]
    slopes = np.einsum("ni,nip->np", way, flight.sensed_slopes(time_s))
    sigma = np.sqrt(np.einsum("np,pq,nq->n", slopes, covariance, slopes))
    bands = [interval(float(v), float(s), least=0.0) for v, s in zip(value, sigma, strict=True)]
    return Profile(
        time_s=_plain(time_s - flight.liftoff_s),
        value_m_s2=tuple(band.value for band in bands),
        low_m_s2=tuple(band.low for band in bands),
        high_m_s2=tuple(band.high for band in bands),
    )


def _profile_times(found: Measurement) -> Float[np.ndarray, "n"]:
    flight, parts = found.flight, []
    for burn, end_s in enumerate(flight.stage_ends_s):
        length_s = float(np.exp(flight.unknowns[flight.layout.duration_column(burn)]))
        count = max(_LEAST_PROFILE, round(length_s / _PROFILE_STEP_S) + 1)
        # A hair inside: at its ends a burn and what follows meet.
        share = np.linspace(1e-6, 1.0 - 1e-6, count)
        parts.append(end_s - (1.0 - share) * length_s)
    return np.concatenate(parts)


def _moment(found: Measurement, time_s: float) -> str:
    """A time of the flight, to a hundredth of a second."""
    return found.detections.epoch.plus_s(round(time_s, _LIFTOFF_DIGITS)).isoformat()


def _inputs(
    test: AnnouncedTest,
    facts: Catalog,
    detections: Detections,
    launches: LaunchDetections | None,
) -> list[Any]:
    """Everything that an evaluation is computed from."""
    vehicle = (
        facts.interceptors[test.interceptor] if test.interceptor else facts.missiles[test.missile]
    )
    columns = (
        detections.time_s,
        np.asarray(detections.station_index, dtype=np.int64),
        detections.range_m,
        detections.azimuth_rad,
        detections.elevation_rad,
        detections.range_rate_m_s,
        detections.sigmas,
    )
    reported = (
        ()
        if launches is None
        else (launches.epoch.posix_us, launches.time_s, launches.time_sigma_s)
    )
    return [
        test,
        vehicle,
        detections.epoch.posix_us,
        detections.stations,
        *columns,
        *reported,
    ]


def _plain(values: Float[np.ndarray, "n"]) -> tuple[float, ...]:
    return tuple(values.tolist())
