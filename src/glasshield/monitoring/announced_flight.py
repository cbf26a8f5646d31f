"""The flight of an announced test, as it would be with the declared and with the rival speed.

Both are flown by the catalogue's vehicle with the mass that gives the stated speed. The declared
one flies as announced: to the centre of the impact area, or along an azimuth to a burnout angle.
The rival one leaves along the same azimuth with a full burn to the same burnout angle, so that the
two differ in nothing but speed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import msgspec
import numpy as np
from jaxtyping import Float

from glasshield.assurance.document import Text
from glasshield.catalog import Catalog
from glasshield.catalog.announced import AnnouncedTest, NoticeArea, Performance
from glasshield.catalog.model import Rocket
from glasshield.catalog.quantity import Quantity
from glasshield.catalog.scenarios import FlightShape
from glasshield.earth.ellipsoid import east_north_up, ecef_to_geodetic
from glasshield.errors import InputError, NumericalError
from glasshield.flight import rockets
from glasshield.flight.aim import Targets, aim
from glasshield.flight.families import Kind, Shape
from glasshield.flight.fly import (
    DEFAULT_ACCURACY,
    Accuracy,
    Flights,
    Launches,
    Sampling,
    Status,
    fly,
)
from glasshield.flight.vehicle import Vehicle
from glasshield.monitoring.areas import centre, outline
from glasshield.monitoring.document import AreaRow, PathRow, Stated, TestRow

Side = Literal["declared", "rival"]

STEP_S: Final = 0.5
LONGEST_S: Final = 3600.0  # of a flight that takes hours, what is followed
MISS_ALLOWED_M: Final = 100.0
_PATH_STEP_S: Final = 10.0
_KICKS: Final = 64
_ZOOMS: Final = 3
_LEAST_KICK_RAD: Final = float(np.radians(0.005))
_MOST_KICK_RAD: Final = float(np.radians(60.0))


@dataclass(frozen=True, slots=True)
class AnnouncedFlight:
    """One flight of the test; times count from the launch.

    Attributes:
        side: whose speed it has.
        vehicle: what flies.
        azimuth_rad: of the launch.
        kick_rad: turn at the end of the vertical rise.
        cutoff_s: end of thrust; infinite for a full burn.
        states_ecef: every `STEP_S` from the launch to the impact, or for `LONGEST_S`.
        burnout_time_s: end of thrust.
        burnout_state_ecef: the state then.
        stage_ends_s: when each stage that burns ends.
        impact_time_s: when it meets the ellipsoid; NaN where it does not within some hours.
        impact_position_ecef_m: where.
    """

    side: Side
    vehicle: Vehicle
    azimuth_rad: float
    kick_rad: float
    cutoff_s: float
    states_ecef: Float[np.ndarray, "m 6"]
    burnout_time_s: float
    burnout_state_ecef: Float[np.ndarray, "6"]
    stage_ends_s: tuple[float, ...]
    impact_time_s: float
    impact_position_ecef_m: Float[np.ndarray, "3"]

    @property
    def time_s(self) -> Float[np.ndarray, "m"]:
        """The times of the states."""
        return STEP_S * np.arange(len(self.states_ecef))

    @property
    def burnout_speed_m_s(self) -> float:
        """The speed relative to the turning Earth at the end of thrust."""
        return float(np.linalg.norm(self.burnout_state_ecef[3:]))

    @property
    def burnout_angle_rad(self) -> float:
        """How steeply the velocity relative to the Earth rises at the end of thrust."""
        position, velocity = np.split(self.burnout_state_ecef, 2)
        return float(_climb_rad(position, velocity))

    def path_row(self) -> PathRow:
        """The flight for maps and charts."""
        last = len(self.states_ecef) - 1
        wanted = np.append(np.arange(0, last, round(_PATH_STEP_S / STEP_S)), last)
        lat, lon, height = ecef_to_geodetic(self.states_ecef[wanted, :3])
        return PathRow(
            id=self.side,
            time_s=tuple(map(float, self.time_s[wanted])),
            lat_deg=tuple(map(float, np.degrees(lat).round(4))),
            lon_deg=tuple(map(float, np.degrees(lon).round(4))),
            height_km=tuple(map(float, (height / 1e3).round(3))),
            stage_ends_s=self.stage_ends_s,
        )


@dataclass(frozen=True, slots=True)
class AnnouncedFlights:
    """The two flights of a test."""

    declared: AnnouncedFlight
    rival: AnnouncedFlight

    def of(self, side: Side) -> AnnouncedFlight:
        """The flight of a side."""
        return self.declared if side == "declared" else self.rival


def announced_flights(test: AnnouncedTest, facts: Catalog) -> AnnouncedFlights:
    """The flights of a test with the declared and with the rival speed.

    Args:
        test: what is announced.
        facts: where its vehicle stands.

    Raises:
        InputError: no mass gives the vehicle a stated speed, the declared one does not fly as
            announced, or the rival one cannot burn out at the same angle.
    """
    declared = _declared(test, vehicle_of(test, facts, test.declared))
    rival = along(
        "rival",
        vehicle_of(test, facts, test.rival),
        test,
        (declared.azimuth_rad, declared.burnout_angle_rad),
    )
    return AnnouncedFlights(declared, rival)


def vehicle_of(test: AnnouncedTest, facts: Catalog, performance: Performance) -> Vehicle:
    """The vehicle of a test with the mass that gives it a stated speed, and the stated burn time.

    Args:
        test: what flies.
        facts: where it stands.
        performance: what somebody says of it; without a burn time the catalogue's holds.

    Raises:
        InputError: no mass gives the speed.
    """
    return vehicle_from(test, rocket_of(test, facts), performance)


def rocket_of(test: AnnouncedTest, facts: Catalog) -> Rocket:
    """The interceptor or missile that flies in a test."""
    if test.interceptor:
        return facts.interceptors[test.interceptor]
    return facts.missiles[test.missile]


def vehicle_from(test: AnnouncedTest, rocket: Rocket, performance: Performance) -> Vehicle:
    """A rocket with the mass that gives it a stated speed, and the stated burn time.

    Args:
        test: for messages.
        rocket: of the catalogue, or a variant of it.
        performance: what somebody says of it; without a burn time the rocket's holds.

    Raises:
        InputError: no mass gives the speed.
    """
    if performance.burn_time is not None:
        rocket = _timed(rocket, performance.burn_time.si)
    try:
        return rockets.rocket_vehicle(rocket, performance.burnout_speed.si)
    except NumericalError as failure:
        raise InputError(
            failure.what,
            where=f"test.{test.id}",
            expected=failure.expected,
            do="state another burnout speed",
        ) from failure


def along(
    side: Side,
    vehicle: Vehicle,
    test: AnnouncedTest,
    direction_rad: tuple[float, float],
    *,
    cutoff_s: float = np.inf,
    accuracy: Accuracy = DEFAULT_ACCURACY,
) -> AnnouncedFlight:
    """The flight along an azimuth to a burnout angle.

    Args:
        side: whose flight it is called.
        vehicle: what flies.
        test: from where.
        direction_rad: the azimuth of the launch, and the angle of the velocity relative to the
            Earth above the horizon at the end of thrust.
        cutoff_s: end of thrust after the launch.
        accuracy: of the integration.

    Raises:
        InputError: the vehicle does not burn out at that angle.
    """
    azimuth_rad, angle_rad = direction_rad
    low, high = _LEAST_KICK_RAD, _MOST_KICK_RAD
    for _ in range(_ZOOMS):
        kicks = np.geomspace(low, high, _KICKS)
        angles = _burnout_angles_rad(
            fly([vehicle], launches_of(test, azimuth_rad, kicks, cutoff_s))
        )
        # The angle falls with the kick; NaN, where nothing lifts off, compares false.
        passes = np.flatnonzero((angles[:-1] >= angle_rad) & (angles[1:] < angle_rad))
        if not len(passes):
            raise InputError(
                f"{vehicle.name} does not burn out {np.degrees(angle_rad):.3g} deg above level",
                where=f"test.{test.id}",
                do="state another burnout_angle, impact area or shape",
            )
        k = int(passes[0])
        low, high = float(kicks[k]), float(kicks[k + 1])
    part = (angle_rad - angles[k]) / (angles[k + 1] - angles[k])
    kick_rad = low + float(part) * (high - low)
    return flown(side, vehicle, test, (azimuth_rad, kick_rad, cutoff_s), accuracy)


def flown(
    side: Side,
    vehicle: Vehicle,
    test: AnnouncedTest,
    launch: tuple[float, float, float],
    accuracy: Accuracy = DEFAULT_ACCURACY,
) -> AnnouncedFlight:
    """The flight of a vehicle from the site of a test.

    Args:
        side: whose flight it is called.
        vehicle: what flies.
        test: from where.
        launch: azimuth and kick (rad) and cut-off (s).
        accuracy: of the integration.
    """
    azimuth_rad, kick_rad, cutoff_s = launch
    sampling = Sampling(STEP_S, round(LONGEST_S / STEP_S) + 1, velocities=True)
    launches = launches_of(test, azimuth_rad, np.array([kick_rad]), cutoff_s)
    flights = fly([vehicle], launches, sampling=sampling, accuracy=accuracy)
    count = int(flights.sample_count[0])
    states = np.concatenate((flights.positions_ecef_m, flights.velocities_ecef_m_s), axis=-1)
    burnout = (flights.burnout_position_ecef_m[0], flights.burnout_velocity_ecef_m_s[0])
    burnout_s = float(flights.burnout_time_s[0])
    ends_s = np.cumsum([stage.delay_s + stage.burn_time_s for stage in vehicle.stages])
    return AnnouncedFlight(
        side=side,
        vehicle=vehicle,
        azimuth_rad=azimuth_rad,
        kick_rad=kick_rad,
        cutoff_s=cutoff_s,
        states_ecef=states[0, :count],
        burnout_time_s=burnout_s,
        burnout_state_ecef=np.concatenate(burnout),
        stage_ends_s=(*(float(end) for end in ends_s if end < burnout_s - 1e-6), burnout_s),
        impact_time_s=float(flights.flight_time_s[0]),
        impact_position_ecef_m=flights.impact_position_ecef_m[0],
    )


def launches_of(
    test: AnnouncedTest, azimuth_rad: float, kick_rad: Float[np.ndarray, "n"], cutoff_s: float
) -> Launches:
    """Launches from the site of a test, one for each kick."""
    site = test.site
    return Launches(
        vehicle_index=np.zeros(len(kick_rad), dtype=int),
        lat_rad=site.lat_rad,
        lon_rad=site.lon_rad,
        azimuth_rad=azimuth_rad,
        kick_rad=kick_rad,
        height_m=site.height_m,
        cutoff_s=cutoff_s,
    )


def test_row(test: AnnouncedTest, flights: AnnouncedFlights) -> TestRow:
    """The announced test as a row of a document."""
    return TestRow(
        id=test.id,
        name=Text(en=test.name, ru=test.name_ru),
        host=test.host,
        issued=test.issued,
        vehicle_class=test.vehicle_class,
        windows=tuple((window.begin, window.end) for window in test.windows),
        site_lat_deg=test.site.lat_deg,
        site_lon_deg=test.site.lon_deg,
        declared=stated(test.declared, flights.declared, test.host),
        rival=stated(test.rival, flights.rival, "rival"),
        areas=tuple(area_row(area) for area in test.areas),
    )


test_row.__test__ = False  # type: ignore[attr-defined]  # no test of pytest's


def stated(performance: Performance, flight: AnnouncedFlight, otherwise: str) -> Stated:
    """What somebody says of the vehicle, with the speed that radars would measure in this flight.

    Args:
        performance: as stated.
        flight: with that performance.
        otherwise: who states it, where the record does not say.
    """
    speed, burn, stages = performance.burnout_speed, performance.burn_time, performance.stages
    return Stated(
        by=speed.by or otherwise,
        burnout_speed_km_s=speed.si / 1e3,
        in_flight_km_s=flight.burnout_speed_m_s / 1e3,
        burn_time_s=burn.si if burn else None,
        stages=round(stages.si) if stages else None,
        source=speed.sources,
        status=str(speed.status),
    )


def area_row(area: NoticeArea) -> AreaRow:
    """An area of the notice for maps."""
    lat, lon = outline(area)
    return AreaRow(id=area.id, role=str(area.role), lat_deg=lat, lon_deg=lon)


def _declared(test: AnnouncedTest, vehicle: Vehicle) -> AnnouncedFlight:
    """The flight as announced."""
    if test.azimuth is not None and test.burnout_angle is not None:
        return along("declared", vehicle, test, (test.azimuth.si, test.burnout_angle.si))
    area = test.impact_area
    assert area is not None, "the catalogue refuses a test without an end"
    targets = Targets(test.site.lat_rad, test.site.lon_rad, *centre(area))
    solved = aim(vehicle, targets, _shape(test.shape))
    if not solved.ok[0] or not solved.miss_m[0] <= MISS_ALLOWED_M:
        status = Status(int(solved.status[0]))
        why = Status.NOT_SOLVED.sentence if status is Status.OK else status.sentence
        raise InputError(
            f"{vehicle.name} with the declared speed does not fly to the impact area: {why}",
            where=f"test.{test.id}",
            do="announce another impact area or shape, or an azimuth and a burnout_angle",
        )
    chosen = solved.launches
    launch = tuple(
        float(np.ravel(column)[0])
        for column in (chosen.azimuth_rad, chosen.kick_rad, chosen.cutoff_s)
    )
    return flown("declared", vehicle, test, (launch[0], launch[1], launch[2]))


def _shape(shape: FlightShape) -> Shape:
    return Shape(Kind(shape.value))


def _timed(rocket: Rocket, burn_time_s: float) -> Rocket:
    """The rocket with its burns and coasts between them stretched to last so long together."""
    lasts_s = sum(
        stage.burn_time.si + (stage.ignition_delay.si if stage.ignition_delay else 0.0)
        for stage in rocket.stages
    )
    stretch = burn_time_s / lasts_s
    if abs(stretch - 1.0) < 1e-9:
        return rocket
    changed = [
        msgspec.structs.replace(
            stage,
            burn_time=_stretched(stage.burn_time, stretch),
            ignition_delay=stage.ignition_delay and _stretched(stage.ignition_delay, stretch),
        )
        for stage in rocket.stages
    ]
    return msgspec.structs.replace(rocket, stages=tuple(changed))


def _stretched(duration: Quantity, stretch: float) -> Quantity:
    return msgspec.structs.replace(
        duration, value=duration.value * stretch, low=None, high=None, rivals=()
    )


def _burnout_angles_rad(flights: Flights) -> Float[np.ndarray, "n"]:
    """The angles at burnout, NaN where a flight does not get so far."""
    angles = _climb_rad(flights.burnout_position_ecef_m, flights.burnout_velocity_ecef_m_s)
    return np.where(np.isin(flights.status, (Status.OK, Status.NO_RETURN)), angles, np.nan)


def _climb_rad(
    position_ecef_m: Float[np.ndarray, "... 3"], velocity_ecef_m_s: Float[np.ndarray, "... 3"]
) -> Float[np.ndarray, "..."]:
    """The angles of velocities above the horizon."""
    lat, lon, _ = ecef_to_geodetic(position_ecef_m)
    up = east_north_up(lat, lon)[..., 2, :]
    rise = np.sum(up * velocity_ecef_m_s, axis=-1)
    return np.arcsin(rise / np.linalg.norm(velocity_ecef_m_s, axis=-1))
