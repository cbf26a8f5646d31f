"""From the speed of this flight to the catalogue's measure of speed, and how far that can be off.

What a vehicle's burnout speed is relative to the turning Earth depends on where it flies and how
steeply: gravity takes more of it on a steep way. So the stated vehicles are flown once more on the
way that was measured, along its azimuth to its angle at burnout, and the measured speed is read off
between them. Where nobody saw the end of the burn, the speed at the ground that the free flight's
energy stands for is read off instead, on the way whose angle the free flight has at the height
where the declared vehicle burns out. How a vehicle steers nobody states: what the catalogue's
intervals of its pitch programme, its vertical rise and, unseen, its burn times leave open is the
deviation of the reading.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

import numpy as np
from jaxtyping import Float

from glasshield.catalog import Catalog
from glasshield.catalog.announced import AnnouncedTest
from glasshield.catalog.model import Rocket
from glasshield.catalog.quantity import Quantity
from glasshield.earth import sphere
from glasshield.earth.ellipsoid import east_north_up, ecef_to_geodetic
from glasshield.errors import InputError
from glasshield.flight import rockets
from glasshield.flight.vehicle import Vehicle
from glasshield.fusion.arcs import Grid, arcs
from glasshield.monitoring.announced_flight import AnnouncedFlight, AnnouncedFlights, along
from glasshield.monitoring.powered_flight import PoweredFlight, surface_speed_m_s

SpeedFigure = Literal["burnout-speed", "surface-speed"]

LEAST_CARRY_M_S: Final = 3.0
# A flight is flown again to a tenth of a thousandth: a hair's change of the fit changes no digit.
_ANGLE_STEP_RAD: Final = 1e-5
_BACK_S: Final = 600.0
_STEP_S: Final = 0.5
_EVEN: Final = math.sqrt(12.0)  # the width of an even distribution over its deviation


@dataclass(frozen=True, slots=True)
class Carried:
    """How a speed in this flight becomes one in the catalogue's measure.

    Attributes:
        figure: which speed of the flight.
        flights: of the stated vehicles, on the way that was measured or, if not, was announced.
        as_measured: which of the two.
        declared_m_s: the declared vehicle's speed in the catalogue's measure.
        rival_m_s: the rival's.
        sigma_m_s: what steering leaves open.
    """

    figure: SpeedFigure
    flights: AnnouncedFlights
    as_measured: bool
    declared_m_s: float
    rival_m_s: float
    sigma_m_s: float

    @classmethod
    def of(
        cls,
        test: AnnouncedTest,
        announced: AnnouncedFlights,
        facts: Catalog,
        measured: PoweredFlight,
        figure: SpeedFigure,
    ) -> Carried:
        """How speeds of a test are carried over.

        Args:
            test: as announced.
            announced: its flights.
            facts: where its vehicle stands.
            measured: what was measured.
            figure: which speed of it is compared.
        """
        flown = _as_measured(test, announced, measured, figure)
        flights = flown or announced
        return cls(
            figure=figure,
            flights=flights,
            as_measured=flown is not None,
            declared_m_s=test.declared.burnout_speed.si,
            rival_m_s=test.rival.burnout_speed.si,
            sigma_m_s=carry_sigma_m_s(test, facts, flights.declared, figure),
        )

    @property
    def expected_m_s(self) -> tuple[float, float]:
        """The figure of the declared and of the rival vehicle on this way."""
        flights = self.flights
        return figure_of(flights.declared, self.figure), figure_of(flights.rival, self.figure)

    @property
    def slope(self) -> float:
        """How much the speed in the catalogue's measure grows with the figure."""
        declared, rival = self.expected_m_s
        stated = self.rival_m_s - self.declared_m_s
        return stated / (rival - declared) if abs(rival - declared) > 1.0 else 1.0

    def reference_m_s(self, figure_m_s: float) -> float:
        """A figure of this flight in the catalogue's measure."""
        return self.declared_m_s + self.slope * (figure_m_s - self.expected_m_s[0])

    def reference_sigma_m_s(self, sigma_m_s: float) -> float:
        """Its deviation, what steering leaves open included."""
        return abs(self.slope) * math.hypot(sigma_m_s, self.sigma_m_s)


def figure_of(flight: AnnouncedFlight, figure: SpeedFigure) -> float:
    """One of the two speeds of a flight (m/s)."""
    if figure == "burnout-speed":
        return flight.burnout_speed_m_s
    return surface_speed_m_s(flight.burnout_state_ecef)


def carry_sigma_m_s(
    test: AnnouncedTest, facts: Catalog, flight: AnnouncedFlight, figure: SpeedFigure
) -> float:
    """What steering leaves open between a figure of a flight and the catalogue's speed (m/s).

    The ends of each interval that the catalogue states are flown along the same azimuth to the same
    angle; an interval is taken for an even distribution, and the intervals for independent.

    Args:
        test: what flies.
        facts: where its vehicle stands.
        flight: of a stated vehicle.
        figure: which speed of it.
    """
    rocket: Rocket = (
        facts.interceptors[test.interceptor] if test.interceptor else facts.missiles[test.missile]
    )
    total = LEAST_CARRY_M_S**2
    for low, high in _ends(rocket, flight.vehicle, figure):
        gaps = [_gap_m_s(test, vehicle, flight, figure) for vehicle in (low, high)]
        known = [gap for gap in gaps if gap is not None]
        if len(known) == len(gaps):
            total += ((known[1] - known[0]) / _EVEN) ** 2
    return math.sqrt(total)


def _ends(
    rocket: Rocket, vehicle: Vehicle, figure: SpeedFigure
) -> Iterator[tuple[Vehicle, Vehicle]]:
    """The vehicle at both ends of each interval of what shapes its way."""
    pitch, rise = rocket.pitch_ratio, rocket.vertical_time
    yield (
        replace(vehicle, pitch_ratio_per_s=pitch.low_si),
        replace(vehicle, pitch_ratio_per_s=pitch.high_si),
    )
    yield (
        replace(vehicle, vertical_time_s=rise.low_si),
        replace(vehicle, vertical_time_s=rise.high_si),
    )
    if figure == "surface-speed":
        burns = [stage.burn_time for stage in rocket.stages]
        yield _timed(vehicle, _share(burns, "low_si")), _timed(vehicle, _share(burns, "high_si"))


def _share(burns: list[Quantity], end: str) -> float:
    """An end of all burn times' intervals over their values."""
    total: float = sum(getattr(burn, end) for burn in burns) / sum(burn.si for burn in burns)
    return total


def _timed(vehicle: Vehicle, share: float) -> Vehicle:
    """A vehicle that burns so much longer."""
    stages = tuple(
        replace(stage, burn_time_s=share * stage.burn_time_s, delay_s=share * stage.delay_s)
        for stage in vehicle.stages
    )
    return replace(vehicle, stages=stages, pitch_start_s=share * vehicle.pitch_start_s)


def _gap_m_s(
    test: AnnouncedTest, vehicle: Vehicle, like: AnnouncedFlight, figure: SpeedFigure
) -> float | None:
    """The catalogue's speed of a vehicle less a figure of its flight; none where it cannot fly."""
    direction = like.azimuth_rad, like.burnout_angle_rad
    try:
        flown = along(like.side, vehicle, test, direction)
    except InputError:
        return None
    reference = float(rockets.reference_speeds_m_s([vehicle])[0])
    return reference - figure_of(flown, figure) if math.isfinite(reference) else None


def _as_measured(
    test: AnnouncedTest,
    announced: AnnouncedFlights,
    measured: PoweredFlight,
    figure: SpeedFigure,
) -> AnnouncedFlights | None:
    """The stated vehicles on the measured way; none where one of them cannot fly it."""
    declared = announced.declared
    state = measured.burnout_state
    if figure == "surface-speed":
        found = _at_height(measured, declared.burnout_state_ecef)
        if found is None:
            return None
        state = found
    turned = _bearing_rad(test, state) - _bearing_rad(test, declared.burnout_state_ecef)
    turned = math.remainder(turned, 2.0 * math.pi)
    direction = _rounded(declared.azimuth_rad + turned), _rounded(_climb_rad(state))
    try:
        return AnnouncedFlights(
            along("declared", declared.vehicle, test, direction),
            along("rival", announced.rival.vehicle, test, direction),
        )
    except InputError:
        return None


def _at_height(
    measured: PoweredFlight, burnout_ecef: Float[np.ndarray, "6"]
) -> Float[np.ndarray, "6"] | None:
    """The free flight, followed on or back, where it rises through the height of a burnout."""
    since_s = np.arange(-_BACK_S, _BACK_S, _STEP_S)
    grid = Grid(_BACK_S, _BACK_S, partials=False)
    flown = arcs(np.zeros(1), measured.burnout_state[None], grid)
    states = flown.at(since_s, np.zeros(len(since_s), dtype=int))
    distance = np.linalg.norm(states[:, :3], axis=-1)
    wanted = float(np.linalg.norm(burnout_ecef[:3]))
    passes = np.flatnonzero((distance[:-1] < wanted) & (distance[1:] >= wanted))
    return states[passes[-1]] if len(passes) else None


def _bearing_rad(test: AnnouncedTest, state_ecef: Float[np.ndarray, "6"]) -> float:
    """From the site toward the point below a state."""
    lat, lon, _ = ecef_to_geodetic(state_ecef[:3])
    return float(sphere.azimuth_rad(test.site.lat_rad, test.site.lon_rad, lat, lon))


def _climb_rad(state_ecef: Float[np.ndarray, "6"]) -> float:
    """How steeply a velocity relative to the Earth rises."""
    lat, lon, _ = ecef_to_geodetic(state_ecef[:3])
    up = east_north_up(lat, lon)[2]
    return float(np.arcsin(up @ state_ecef[3:] / np.linalg.norm(state_ecef[3:])))


def _rounded(angle_rad: float) -> float:
    return round(angle_rad / _ANGLE_STEP_RAD) * _ANGLE_STEP_RAD
