"""From the speed of this flight to the catalogue's measure of speed, and how far that can be off.

What a vehicle's burnout speed is relative to the turning Earth depends on where it flies and how
steeply: gravity takes more of it on a steep way. So the stated vehicles are flown once more on the
way that was measured, along its azimuth to its angle at burnout, and the measured speed is read off
between them. How a vehicle steers on its way there nobody states; over the catalogue's range of
pitch programmes and over burn times a quarter shorter or longer it moves the difference between the
two measures of a booster of 6.3 km/s by 20 m/s (one deviation).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.catalog.announced import AnnouncedTest
from glasshield.earth import sphere
from glasshield.earth.ellipsoid import east_north_up, ecef_to_geodetic
from glasshield.errors import InputError
from glasshield.monitoring.announced_flight import AnnouncedFlights, along

CARRY_SIGMA_M_S: Final = 20.0
# A flight is flown again to a tenth of a thousandth: a hair's change of the fit changes no digit.
_ANGLE_STEP_RAD: Final = 1e-5


@dataclass(frozen=True, slots=True)
class Carried:
    """How a speed in this flight becomes one in the catalogue's measure.

    Attributes:
        flights: of the stated vehicles, on the way that was measured or, if not, was announced.
        as_measured: which of the two.
        declared_m_s: the declared vehicle's speed in the catalogue's measure.
        rival_m_s: the rival's.
    """

    flights: AnnouncedFlights
    as_measured: bool
    declared_m_s: float
    rival_m_s: float

    @classmethod
    def of(cls, test: AnnouncedTest, announced: AnnouncedFlights, burnout: Burnout) -> Carried:
        """How speeds of a test are carried over.

        Args:
            test: as announced.
            announced: its flights.
            burnout: as measured.
        """
        flown = _as_measured(test, announced, burnout) if burnout.seen else None
        return cls(
            flights=flown or announced,
            as_measured=flown is not None,
            declared_m_s=test.declared.burnout_speed.si,
            rival_m_s=test.rival.burnout_speed.si,
        )

    @property
    def slope(self) -> float:
        """How much one speed grows with the other."""
        apart = self.flights.rival.burnout_speed_m_s - self.flights.declared.burnout_speed_m_s
        stated = self.rival_m_s - self.declared_m_s
        return stated / apart if abs(apart) > 1.0 and abs(stated) > 1.0 else 1.0

    def reference_m_s(self, speed_m_s: float) -> float:
        """A speed of this flight in the catalogue's measure."""
        beyond = speed_m_s - self.flights.declared.burnout_speed_m_s
        return self.declared_m_s + self.slope * beyond

    def reference_sigma_m_s(self, sigma_m_s: float) -> float:
        """Its deviation, that of the measure included."""
        return float(np.hypot(self.slope * sigma_m_s, CARRY_SIGMA_M_S))


@dataclass(frozen=True, slots=True)
class Burnout:
    """The end of the last burn as measured.

    Attributes:
        state_ecef: the state then.
        seen: whether anybody saw it; else its angle is hardly known.
    """

    state_ecef: Float[np.ndarray, "6"]
    seen: bool


def _as_measured(
    test: AnnouncedTest, announced: AnnouncedFlights, burnout: Burnout
) -> AnnouncedFlights | None:
    """The stated vehicles on the measured way; none where one of them cannot fly it."""
    declared = announced.declared
    turned = _bearing_rad(test, burnout.state_ecef) - _bearing_rad(
        test, declared.burnout_state_ecef
    )
    direction = (
        _rounded(declared.azimuth_rad + turned),
        _rounded(_climb_rad(burnout.state_ecef)),
    )
    try:
        return AnnouncedFlights(
            along("declared", declared.vehicle, test, direction),
            along("rival", announced.rival.vehicle, test, direction),
        )
    except InputError:
        return None


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
