"""A rehearsal of an announced test: a flight made up, and what the observers' radars make of it.

What really flies is chosen: the declared vehicle or the rival one, with its full burn or with some
of its energy hidden. The observers stand where they are told to, and see what the host lets them
see. Everything is simulated and marked so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import Any, Final

import msgspec
import numpy as np
from jaxtyping import Bool, Float
from scipy.optimize import brentq

from glasshield.catalog import Catalog
from glasshield.catalog.announced import Access, AnnouncedTest, Guest
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.earth.time import Instant
from glasshield.errors import InputError, UnknownNameError
from glasshield.flight.vehicle import Vehicle
from glasshield.fusion.arcs import Grid, arcs
from glasshield.monitoring.announced_flight import (
    LONGEST_S,
    STEP_S,
    AnnouncedFlight,
    AnnouncedFlights,
    along,
    announced_flights,
    flown,
    vehicle_of,
)
from glasshield.monitoring.document import PlaceRow
from glasshield.scenario.detect import detect
from glasshield.scenario.launches import report_launches
from glasshield.scenario.observers import Observer, observer
from glasshield.scenario.salvos import TRUTH_ACCURACY
from glasshield.scenario.truth import Truth
from glasshield.sensing.detections import CLUTTER, Detections
from glasshield.sensing.launch_detection import LaunchDetections, LaunchSensor, shifted
from glasshield.sensing.measurement import position

# Streams of random numbers: what one of them draws does not change the others.
_LIFT_OFF: Final = 0
_OBSERVERS: Final = 2
_DETECTIONS: Final = 3
_LAUNCHES: Final = 4
_CALL: Final = 5

LIFT_OFF_CALL: Final = "lift-off-call"
LOOK_BEFORE_S: Final = 60.0
DEFAULT_COUNT: Final = 3  # places at which radars of one kind can stand
_LOOK_AFTER_S: Final = 5.0
_SITE_M: Final = 100.0  # how well a site is known whose record does not say
_MOST_PAYLOAD: Final = 100.0  # times the payload, searched for one that is slow enough
_SLOWING_STEPS: Final = 33
_FALL_S: Final = 100.0  # of a falling stage, followed at once


class Flown(StrEnum):
    """What really flies in a rehearsal."""

    DECLARED = "declared"  # the declared vehicle, as announced
    RIVAL = "rival"  # the rival vehicle, with its full burn
    CUT_OFF = "rival-cut-off"  # the rival vehicle, cut off at the declared speed
    HEAVY = "rival-heavy"  # the rival vehicle, with so much ballast that it is as fast as declared
    LOFTED = "rival-lofted"  # the rival vehicle, half as far again from the vertical as announced


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """How a test is rehearsed.

    Attributes:
        seed: of the draws; the test's own where left out.
        flown: what really flies.
        places: who stands where; without any, each observer where its sensor or station does.
        spent_stages: whether radars see the spent stages fall as well.
    """

    seed: int | None = None
    flown: Flown = Flown.DECLARED
    places: tuple[PlaceRow, ...] = ()
    spent_stages: bool = False


PLAIN: Final = Rehearsal()


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """A simulated test.

    Attributes:
        test: what was announced.
        seed: of the draws.
        flown: what really flew.
        flight: the same, with times from the launch.
        truth: the same, on the clock of the detections, and after it what else flew.
        observers: who looked, with the errors that nobody but the truth knows.
        detections: what they report.
        launches: the lift-off as the host calls it, and what infrared sensors in orbit report.
    """

    test: AnnouncedTest
    seed: int
    flown: Flown
    flight: AnnouncedFlight
    truth: Truth
    observers: tuple[Observer, ...]
    detections: Detections
    launches: LaunchDetections

    @property
    def simulated(self) -> bool:
        """True, always."""
        return True


def rehearse(
    test: AnnouncedTest,
    facts: Catalog,
    rehearsal: Rehearsal = PLAIN,
    flights: AnnouncedFlights | None = None,
) -> Rehearsed:
    """The test flown past its observers.

    The vehicle lifts off at a time drawn evenly from the first window, at a place drawn evenly from
    the circle within which the site is known. The same test, catalogue and seed give the same
    digits.

    Args:
        test: what is announced.
        facts: where its vehicle and radars stand.
        rehearsal: what flies, and who stands where.
        flights: `announced_flights` of the test, where they are known already.

    Raises:
        InputError: a test without observers, more places than an observer has radars, or a vehicle
            that cannot hide its energy as asked.
        UnknownNameError: a place of an observer that the test does not have.
    """
    seed = test.seed if rehearsal.seed is None else rehearsal.seed
    rng = np.random.default_rng((seed, _LIFT_OFF))
    stands = stationed(test, rehearsal.places)
    known = flights or announced_flights(test, facts)
    flight = _flight(_somewhere(test, rng), facts, rehearsal.flown, known)
    vehicle = _truth(test, flight, rng)
    truth = Truth.join([vehicle, *_spent(vehicle, flight)]) if rehearsal.spent_stages else vehicle
    lift_off_s = float(truth.launch_time_s[0])
    errors = [np.random.default_rng((seed, _OBSERVERS, number)) for number in range(len(stands))]
    made = [observer_at(s, test, facts, drawn) for s, drawn in zip(stands, errors, strict=True)]
    observers = _looking(made, lift_off_s, rng)
    until_s = float(vehicle.time_s[-1]) + _LOOK_AFTER_S
    # Everybody knows from where something will come: a radar that needs a cue has one.
    cue_s = np.full(len(truth), lift_off_s - LOOK_BEFORE_S)
    seen = detect(observers, truth, until_s, (seed, _DETECTIONS), cue_s)
    return Rehearsed(
        test=test,
        seed=seed,
        flown=rehearsal.flown,
        flight=flight,
        truth=truth,
        observers=observers,
        detections=seen.take(_shown(seen, stands, observers, truth)),
        launches=_launches(test, facts, truth, until_s, seed),
    )


@dataclass(frozen=True, slots=True)
class Stationed:
    """An observer of the test where it stands.

    Attributes:
        id: of the station: the observer's, with a number behind it from the second place on.
        guest: the record.
        place: where; none for where its sensor or station is.
    """

    id: str
    guest: Guest
    place: PlaceRow | None = None


def stationed(test: AnnouncedTest, places: Sequence[PlaceRow] = ()) -> tuple[Stationed, ...]:
    """The observers of a test at places; without any, each where its sensor or station is.

    Args:
        test: whose observers.
        places: who stands where.

    Raises:
        InputError: no observer at all, or more places than an observer has radars.
        UnknownNameError: a place of an observer that the test does not have.
    """
    guests = {guest.id: guest for guest in test.observers}
    if not guests:
        raise InputError(
            "the test has no observers", where=f"test.{test.id}", do="add a table of observers"
        )
    if not places:
        return tuple(Stationed(guest.id, guest) for guest in test.observers)
    used = dict.fromkeys(guests, 0)
    found = []
    for place in places:
        if place.observer not in guests:
            raise UnknownNameError.among("observer of the test", place.observer, guests)
        guest = guests[place.observer]
        used[guest.id] += 1
        if used[guest.id] > radars(guest):
            raise InputError(
                "an observer stands at more places than it has radars",
                where=f"test.{test.id}.observers.{guest.id}",
                got=used[guest.id],
                expected=f"at most {radars(guest)}",
            )
        id = guest.id if used[guest.id] == 1 else f"{guest.id}-{used[guest.id]}"
        found.append(Stationed(id, guest, place))
    return tuple(found)


def guest_of(test: AnnouncedTest, station_id: str) -> Guest | None:
    """The observer of a test to whom a station belongs, by the station's id; none where nobody's.

    Args:
        test: whose observers.
        station_id: an observer's id, or one with a number behind it as `stationed` gives.
    """
    by_id = {guest.id: guest for guest in test.observers}
    name, _, number = station_id.rpartition("-")
    return by_id.get(station_id) or (by_id.get(name) if number.isdecimal() else None)


def observer_at(
    stands: Stationed, test: AnnouncedTest, facts: Catalog, rng: np.random.Generator
) -> Observer:
    """The observer where it stands, its constant errors drawn.

    Args:
        stands: who, where.
        test: which.
        facts: where radars of the catalogue stand.
        rng: what draws.

    Raises:
        InputError: a sensor of the catalogue that is no radar, or lacks a figure.
    """
    made = observer(stands.guest, test, facts, rng)
    station = replace(made.station, id=stands.id, party=stands.guest.party or made.station.party)
    if stands.place is not None:
        station = replace(
            station,
            lat_rad=float(np.radians(stands.place.lat_deg)),
            lon_rad=float(np.radians(stands.place.lon_deg)),
        )
    return replace(made, station=station)


def radars(guest: Guest) -> int:
    """At how many places radars of this kind can stand at once."""
    return DEFAULT_COUNT if guest.count is None else int(guest.count.si)


def allowed(
    access: Access, time_s: Float[np.ndarray, "n"], height_m: Float[np.ndarray, "n"]
) -> Bool[np.ndarray, "n"]:
    """What a host lets an observer see.

    Args:
        access: the host's conditions.
        time_s: since the launch.
        height_m: of what is seen above the ellipsoid.
    """
    low_m = access.not_below.si if access.not_below else -np.inf
    early_s = access.not_before.si if access.not_before else -np.inf
    late_s = access.not_after.si if access.not_after else np.inf
    return (height_m >= low_m) & (time_s >= early_s) & (time_s <= late_s)


def _looking(
    observers: Sequence[Observer], lift_off_s: float, rng: np.random.Generator
) -> tuple[Observer, ...]:
    """Observers whose looks begin before the lift-off, at any part of their period."""
    shares = rng.random(len(observers))
    return tuple(
        replace(each, start_s=lift_off_s - LOOK_BEFORE_S - float(share) * each.station.period_s)
        for each, share in zip(observers, shares, strict=True)
    )


def _flight(
    test: AnnouncedTest, facts: Catalog, what: Flown, flights: AnnouncedFlights
) -> AnnouncedFlight:
    """What really flies, sampled as finely as radars measure."""
    declared = flights.declared
    direction = (declared.azimuth_rad, declared.burnout_angle_rad)
    if what is Flown.DECLARED:
        return _again(test, declared)
    if what is Flown.RIVAL:
        return _again(test, flights.rival)
    vehicle = vehicle_of(test, facts, test.rival)
    if what is Flown.LOFTED:
        steep_rad = 0.5 * (direction[1] + 0.5 * np.pi)
        return _again(test, along("rival", vehicle, test, (direction[0], steep_rad)))
    hide = _cut_off if what is Flown.CUT_OFF else _laden
    return _again(test, hide(test, vehicle, direction, declared.burnout_speed_m_s))


def _again(test: AnnouncedTest, flight: AnnouncedFlight) -> AnnouncedFlight:
    """The same flight with the accuracy of a truth."""
    launch = (flight.azimuth_rad, flight.kick_rad, flight.cutoff_s)
    return flown(flight.side, flight.vehicle, test, launch, TRUTH_ACCURACY)


def _cut_off(
    test: AnnouncedTest, vehicle: Vehicle, direction_rad: tuple[float, float], speed_m_s: float
) -> AnnouncedFlight:
    """The flight of a vehicle whose motor is stopped at a speed."""
    last_s = vehicle.stages[-1].delay_s + vehicle.stages[-1].burn_time_s

    def cut(left: float) -> AnnouncedFlight:
        cutoff_s = vehicle.burnout_time_s - left * last_s
        return along("rival", vehicle, test, direction_rad, cutoff_s=cutoff_s)

    return _slowed(test, cut, (0.0, 0.95), speed_m_s)


def _laden(
    test: AnnouncedTest, vehicle: Vehicle, direction_rad: tuple[float, float], speed_m_s: float
) -> AnnouncedFlight:
    """The flight of a vehicle with so much ballast that it burns out at a speed."""

    def laden(log_times: float) -> AnnouncedFlight:
        payload_kg = vehicle.payload_mass_kg * float(np.exp(log_times))
        heavy = replace(vehicle, payload_mass_kg=payload_kg)
        return along("rival", heavy, test, direction_rad)

    return _slowed(test, laden, (0.0, float(np.log(_MOST_PAYLOAD))), speed_m_s)


def _slowed(
    test: AnnouncedTest,
    fly_with: Callable[[float], AnnouncedFlight],
    between: tuple[float, float],
    speed_m_s: float,
) -> AnnouncedFlight:
    """The flight with as much of something that slows it as brings it to a speed.

    Raises:
        InputError: nothing in that range does.
    """

    def too_fast_m_s(amount: float) -> float:
        return fly_with(amount).burnout_speed_m_s - speed_m_s

    steps = np.linspace(*between, _SLOWING_STEPS).tolist()
    for less, more in pairwise(steps):
        try:
            is_slow = too_fast_m_s(more) < 0.0
        except InputError:
            break  # so much of it keeps the vehicle from flying at all
        if is_slow and too_fast_m_s(less) > 0.0:
            return fly_with(float(brentq(too_fast_m_s, less, more, rtol=1e-9)))
    raise InputError(
        "the rival vehicle cannot be slowed to the declared speed so",
        where=f"test.{test.id}",
        do="rehearse another flight",
    )


def _somewhere(test: AnnouncedTest, rng: np.random.Generator) -> AnnouncedTest:
    """The test from a place within the circle in which its site is known."""
    site = test.site
    if not site.within_km:
        return test
    away_m, bearing = 1e3 * site.within_km * np.sqrt(rng.random()), 2.0 * np.pi * rng.random()
    north, east = away_m * np.cos(bearing), away_m * np.sin(bearing)
    lat, lon = shifted(
        np.array([site.lat_rad]), np.array([site.lon_rad]), np.array([north]), np.array([east])
    )
    place = msgspec.structs.replace(
        site, lat_deg=float(np.degrees(lat[0])), lon_deg=float(np.degrees(lon[0])), rivals=()
    )
    return msgspec.structs.replace(test, site=place)


def _truth(test: AnnouncedTest, flight: AnnouncedFlight, rng: np.random.Generator) -> Truth:
    """The flight on the clock of the test, lifted off at some time of the first window."""
    window = test.windows[0]
    epoch = Instant.parse(window.begin)
    lift_off_s = Instant.parse(window.end).since_s(epoch) * rng.random(1)
    truth = Truth.of(
        epoch,
        STEP_S,
        [("flight", test.interceptor or test.missile)],
        np.array([test.radar_cross_section.si]),
        lift_off_s,
        flight.states_ecef[None],
    )
    return replace(
        truth,
        launch_time_s=lift_off_s,
        launch_position_ecef_m=flight.states_ecef[:1, :3],
        burnout_time_s=lift_off_s + flight.burnout_time_s,
        burnout_state_ecef=flight.burnout_state_ecef[None],
        impact_time_s=lift_off_s + flight.impact_time_s,
        impact_position_ecef_m=flight.impact_position_ecef_m[None],
    )


def _spent(vehicle: Truth, flight: AnnouncedFlight) -> Iterator[Truth]:
    """The stages that fall off, from where they burn out until they come down."""
    lift_off_s = float(vehicle.launch_time_s[0])
    for number, end_s in enumerate(flight.stage_ends_s[:-1]):
        stage = flight.vehicle.stages[number]
        left_kg = stage.total_mass_kg * stage.structural_fraction
        begins_s = np.array([lift_off_s + end_s])
        state = vehicle.states(np.zeros(1, dtype=int), begins_s)
        path = _falling(state, stage.reference_area_m2 / left_kg)
        name = [(f"stage-{number + 1}", "")]
        yield Truth.of(vehicle.epoch, STEP_S, name, vehicle.cross_section_m2, begins_s, path[None])


def _falling(state_ecef: Float[np.ndarray, "1 6"], drag_m2_kg: float) -> Float[np.ndarray, "m 6"]:
    """The states of what falls from a state, every `STEP_S` until it comes down."""
    path = state_ecef
    while len(path) * STEP_S < LONGEST_S:
        grid = Grid(0.0, _FALL_S, STEP_S, partials=False)
        more = arcs(np.zeros(1), path[-1:], grid, np.array([drag_m2_kg])).states[1:, 0]
        path = np.concatenate((path, more))
        down = np.flatnonzero(ecef_to_geodetic(more[:, :3])[2] < 0.0)
        if len(down):
            return path[: len(path) - len(more) + int(down[0])]
    return path


def _shown(
    seen: Detections, stands: Sequence[Stationed], observers: Sequence[Observer], truth: Truth
) -> Bool[np.ndarray, "n"]:
    """Which detections the host lets observers have; of false alarms, by where they seem to be."""
    shown = np.ones(len(seen), dtype=bool)
    for number, (each, looks) in enumerate(zip(stands, observers, strict=True)):
        own = np.flatnonzero(seen.station_index == number)
        time_s = seen.time_s[own] - looks.biases.time_s
        real = seen.truth[own] != CLUTTER
        place = np.empty((len(own), 3))
        place[real] = truth.states(seen.truth[own[real]], time_s[real])[:, :3]
        false = own[~real]
        range_m = np.nan_to_num(seen.range_m[false], nan=looks.station.range_m)
        place[~real] = position(
            looks.station, range_m, seen.azimuth_rad[false], seen.elevation_rad[false]
        )
        since_s = time_s - truth.launch_time_s[0]
        shown[own] = allowed(each.guest.access, since_s, ecef_to_geodetic(place)[2])
    return shown


def _launches(
    test: AnnouncedTest, facts: Catalog, truth: Truth, until_s: float, seed: int
) -> LaunchDetections:
    """The lift-off as the host calls it, where it is known, and as infrared sensors report it."""
    sensors = [LaunchSensor.of(facts.sensors[id]) for id in test.infrared]
    seen = report_launches(sensors, truth, until_s, (seed, _LAUNCHES))
    if test.liftoff_known is None:
        return seen
    rng = np.random.default_rng((seed, _CALL))
    sigma_s = test.liftoff_known.si
    lift_off_s = truth.launch_time_s[:1]
    called_s = lift_off_s + sigma_s * rng.standard_normal(1)
    within_m = 1e3 * (test.site.within_km or 0.0)
    columns: dict[str, Any] = {
        "time_s": called_s,
        "lat_rad": np.array([test.site.lat_rad]),
        "lon_rad": np.array([test.site.lon_rad]),
        "position_sigma_m": np.array([max(within_m, _SITE_M)]),
        "time_sigma_s": np.array([sigma_s]),
        "arrival_s": np.maximum(called_s, lift_off_s),
        "sensor_index": np.array([len(sensors)], dtype=np.int32),
        "truth": np.zeros(1, dtype=np.int32),
    }
    for name, column in columns.items():
        columns[name] = np.concatenate((getattr(seen, name), column))
    return replace(seen, sensors=(*seen.sensors, LIFT_OFF_CALL), **columns)
