"""What press figures alone say of a flight: apogee, range and time, each as it was rounded.

Apogee and range fix one free flight over a still sphere, and with it a speed at the ground. Every
pair of values that rounds to what was reported gives one; their span is the interval. In that
convention it is a lower bound of what the vehicle can do, never an upper one; relative to the
turning Earth, where the direction is known, a flight to the east needs less. Stated burnout speeds
hold at the end of thrust; brought down to the ground with the catalogue's vehicle, they can be laid
beside it.

Source: Bate, Mueller and White 1971, chapter 6, as in `flight.kepler` and `flight.rotation`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield import messages
from glasshield.assurance.document import Text
from glasshield.catalog import Catalog
from glasshield.catalog.flights import FlightTest, ReportedFlight, Role
from glasshield.catalog.model import Interceptor
from glasshield.catalog.quantity import Quantity, Status
from glasshield.constants import EARTH_MEAN_RADIUS_M, EARTH_MU_M3_S2
from glasshield.errors import UnknownNameError
from glasshield.flight import kepler, rockets, rotation
from glasshield.flight.infer import infer
from glasshield.flight.reported import report_of
from glasshield.messages.numbers import rounded_down
from glasshield.monitoring.document import ReportedRow, Stated, Value
from glasshield.units import UNITS
from glasshield.workspace import Workspace

# The interceptors whose booster a flight tested or stood for.
_BOOSTER_OF: Final[Mapping[str, tuple[str, ...]]] = {
    "obv-20030206": ("gbi2", "gbi3"),
    "obv": ("gbi2", "gbi3"),
}
_STEPS: Final = 9  # values tried of each figure between the ends of its rounding
_PLACES: Final = 3  # decimals of a kilometre a second that a lower bound of press figures gets
_EVEN: Final = math.sqrt(12.0)  # width of an even spread over its deviation
_NAUTICAL: Final = UNITS["nmi"].si / UNITS["mi"].si


@dataclass(frozen=True, slots=True)
class _Pressed:
    """A flight as the press had it."""

    id: str
    name: Text
    date: str
    apogee: Quantity
    range: Quantity
    flight: ReportedFlight | None


def reported(workspace: Workspace, ids: tuple[str, ...] = ()) -> tuple[ReportedRow, ...]:
    """What press figures say of the flights of the catalogue.

    Args:
        workspace: whose catalogue has them.
        ids: of reported flights, or of flight tests with an apogee and a range; without any, all
            flights, each once.

    Raises:
        UnknownNameError: no such flight.
    """
    facts = workspace.catalog
    known = {each.id: each for each in _pressed(facts)}
    for id in ids:
        if id not in known:
            raise UnknownNameError.among("reported flight", id, known)
    chosen = [known[id] for id in ids] if ids else _once(list(known.values()))
    return tuple(_row(each, facts) for each in chosen)


def _pressed(facts: Catalog) -> Iterator[_Pressed]:
    """All flights with an apogee and a range."""
    for flight in facts.reported_flights.values():
        yield _Pressed(flight.id, _name(flight), flight.date, flight.apogee, flight.range, flight)
    for test in facts.flight_tests.values():
        if "apogee" in test.figures and "range" in test.figures:
            figures = test.figures
            yield _Pressed(
                test.id, _name(test), test.date.date, figures["apogee"], figures["range"], None
            )


def _name(record: ReportedFlight | FlightTest) -> Text:
    return Text(en=record.name, ru=record.name_ru)


def _once(flights: list[_Pressed]) -> list[_Pressed]:
    """Flights without tests that stand among them as reported flights as well."""
    told = {(each.date, each.range.si) for each in flights if each.flight is not None}
    return [
        each
        for each in flights
        if each.flight is not None or (each.date, each.range.si) not in told
    ]


def _row(pressed: _Pressed, facts: Catalog) -> ReportedRow:
    boosters = [facts.interceptors[id] for id in _BOOSTER_OF.get(pressed.id, ())]
    is_free = pressed.flight is None or pressed.flight.role is not Role.POWERED_ENTRY
    speed = _still_speed(pressed) if is_free else None
    turning = _turning_speed(pressed.flight) if is_free else None
    stated = tuple(one for booster in boosters for one in _stated(booster))
    return ReportedRow(
        id=pressed.id,
        name=pressed.name,
        date=pressed.date,
        surface_speed_km_s=speed,
        turning_speed_km_s=turning,
        stated=stated,
        why=(*_bounds(speed, turning), *_reasons(pressed, speed, boosters, stated)),
        source=tuple(dict.fromkeys((*pressed.apogee.sources, *pressed.range.sources))),
        status=pressed.range.status.value,
    )


def _still_speed(pressed: _Pressed) -> Value:
    """The speed at the ground of a still Earth."""
    apogee_m, range_m = _spread(pressed.apogee), _spread(pressed.range)
    # Below and above the flight of least energy the speed rises: it may lie in between.
    bends = np.atleast_1d(kepler.minimum_energy(range_m).apogee_m)
    inside = (bends >= apogee_m[0]) & (bends <= apogee_m[-1])
    heights = np.concatenate((apogee_m, bends[inside]))
    speeds = kepler.arc(heights[:, None], range_m).speed_m_s
    middle = kepler.arc(pressed.apogee.si, pressed.range.si).speed_m_s
    return _value(float(middle), speeds)


def _turning_speed(flight: ReportedFlight | None) -> Value | None:
    """The speed at the ground relative to the turning Earth; none where no direction is known."""
    if flight is None or flight.launch_latitude is None or flight.azimuth is None:
        return None
    lat = flight.launch_latitude.si
    spread = np.meshgrid(
        *(_spread(figure) for figure in (flight.apogee, flight.range, flight.azimuth))
    )
    apogee_m, range_m, azimuth = (each.ravel() for each in spread)
    speeds = rotation.arc(apogee_m, range_m, lat, azimuth).ground_speed_m_s
    middle = rotation.arc(flight.apogee.si, flight.range.si, lat, flight.azimuth.si)
    return _value(float(middle.ground_speed_m_s), speeds)


def _spread(figure: Quantity) -> Float[np.ndarray, "s"]:
    """Values of a figure from one end of its rounding to the other."""
    return np.linspace(figure.low_si, figure.high_si, _STEPS)


def _value(middle_m_s: float, speeds_m_s: Float[np.ndarray, "..."]) -> Value:
    """A speed with the ends of its span; nothing makes one value in it likelier than another."""
    low, high = float(speeds_m_s.min()), float(speeds_m_s.max())
    return Value(
        value=middle_m_s / 1e3,
        low=low / 1e3,
        high=high / 1e3,
        sigma=(high - low) / _EVEN / 1e3,
    )


def _stated(booster: Interceptor) -> Iterator[Stated]:
    """What is said of a booster; what was computed from its flights says nothing of its own."""
    boost = booster.boost_time
    burn_s = sum(stage.burn_time.si for stage in booster.stages) if boost is None else boost.si
    for by, speed in booster.burnout_speed.variants().items():
        if speed.status is not Status.COMPUTED:
            yield Stated(
                by=by,
                burnout_speed_km_s=speed.si / 1e3,
                in_flight_km_s=surface_speed_m_s(booster, speed.si) / 1e3,
                burn_time_s=burn_s,
                stages=len(booster.stages),
                source=speed.sources,
                status=speed.status.value,
            )


def surface_speed_m_s(booster: Interceptor, burnout_speed_m_s: float) -> float:
    """The speed at the ground of a still Earth with the energy of a stated burnout speed.

    The burnout is that of the catalogue's vehicle with this speed: 45 degrees above the horizon
    after a full burn, at the height that it then has.

    Raises:
        NumericalError: no mass gives the speed with the stated stages.
    """
    vehicle = rockets.interceptor_vehicle(booster, burnout_speed_m_s)
    flights = rockets.fan([vehicle], rockets.KICKS_RAD)
    position, velocity = flights.burnout_position_ecef_m, flights.burnout_velocity_ecef_m_s
    distance, speed = (np.linalg.norm(vector, axis=-1) for vector in (position, velocity))
    angle = np.arcsin(np.clip(np.sum(position * velocity, axis=-1) / (distance * speed), -1.0, 1.0))
    known = np.isfinite(angle)
    order = np.argsort(angle[known])
    at_m = np.interp(rockets.REFERENCE_ANGLE_RAD, angle[known][order], distance[known][order])
    fallen = 2.0 * EARTH_MU_M3_S2 * (1.0 / EARTH_MEAN_RADIUS_M - 1.0 / float(at_m))
    return math.sqrt(burnout_speed_m_s**2 + fallen)


def _bounds(speed: Value | None, turning: Value | None) -> Iterator[Text]:
    """What the flight needs at least: by convention, and as the Earth turns where that is known."""
    if speed is None:
        yield _text("powered-entry")
    else:
        yield _least("lower-bound", speed)
    if turning is not None:
        yield _least("turning-bound", turning)


def _reasons(
    pressed: _Pressed,
    speed: Value | None,
    boosters: list[Interceptor],
    stated: tuple[Stated, ...],
) -> Iterator[Text]:
    """Why the speed says so much and no more."""
    if pressed.flight is not None:
        found = infer(report_of(pressed.flight))
        yield Text(en=found.why("en"), ru=found.why("ru"))
    if speed is not None and "mi" in (pressed.apogee.unit, pressed.range.unit):
        yield _text("nautical", speed=_nautical_m_s(pressed) / 1e3)
    if speed is not None and boosters:
        ground = sorted(one.in_flight_km_s for one in stated)
        yield _text("at-ground", low=ground[0], high=ground[-1], speed=speed.value)
        for reason in ("stages", "payload", "test-range", "energy"):
            yield _text(reason)


def _nautical_m_s(pressed: _Pressed) -> float:
    """The speed if what was reported in miles was in nautical ones."""
    apogee_m, range_m = (
        figure.si * (_NAUTICAL if figure.unit == "mi" else 1.0)
        for figure in (pressed.apogee, pressed.range)
    )
    return float(kepler.arc(apogee_m, range_m).speed_m_s)


def _least(key: str, speed: Value) -> Text:
    """A sentence with the lower end of a speed, rounded down."""
    least = rounded_down(speed.low, _PLACES)
    name = f"notices.reported.{key}"
    en, ru = (
        messages.text(lang, name, least=messages.quantity(lang, least, "km/s", _PLACES))
        for lang in messages.LANGUAGES
    )
    return Text(en=en, ru=ru)


def _text(key: str, **numbers: float) -> Text:
    name = f"notices.reported.{key}"
    return Text(en=messages.text("en", name, **numbers), ru=messages.text("ru", name, **numbers))
