"""How far the speed of a vehicle in one flight is fixed by its speed in the catalogue's measure.

The catalogue's burnout speed is that of a flight over a still Earth, 45 degrees above level. What
the same vehicle does along another way depends a little on how it gets there: how long it rises,
how it turns, how long it burns. None of that is stated with the speed. It is taken from the
catalogue's intervals, one figure at a time at both of its ends, each time with the mass that gives
the stated speed, and flown along the same azimuth to the same angle at burnout.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import msgspec
import numpy as np
from jaxtyping import Float

from glasshield.catalog import Catalog
from glasshield.catalog.announced import AnnouncedTest, Performance
from glasshield.catalog.model import Rocket
from glasshield.catalog.quantity import Quantity
from glasshield.constants import EARTH_MEAN_RADIUS_M, EARTH_MU_M3_S2, EARTH_ROTATION_RAD_S
from glasshield.earth import gravity
from glasshield.errors import InputError
from glasshield.monitoring.announced_flight import AnnouncedFlight, along, rocket_of, vehicle_from

LEAST_M_S: Final = 3.0  # what else the model of a flight leaves out
_EVEN: Final = math.sqrt(3.0)  # half an interval over the deviation, where all of it is as likely


@dataclass(frozen=True, slots=True)
class CarryOver:
    """Deviations of a flight's speeds for a vehicle of which only the catalogue's speed is stated.

    Attributes:
        burnout_m_s: of the speed at burnout.
        surface_m_s: of the speed that the energy of the free flight would be at the ground.
    """

    burnout_m_s: float
    surface_m_s: float


def carry_over(
    test: AnnouncedTest,
    facts: Catalog,
    performance: Performance,
    direction_rad: tuple[float, float],
) -> CarryOver:
    """How far a stated speed leaves the speeds of one flight open.

    A figure at one of whose ends the vehicle cannot have the speed, or not fly there, is left out.

    Args:
        test: what flies, and from where.
        facts: where it stands.
        performance: what somebody states of it.
        direction_rad: azimuth of the launch, and angle above level at burnout.
    """
    spread = np.zeros(2)
    for ends in _varied(rocket_of(test, facts)):
        found = [
            speeds
            for rocket in ends
            if (speeds := _speeds_m_s(test, rocket, performance, direction_rad)) is not None
        ]
        if len(found) == len(ends):
            spread += (0.5 * (found[1] - found[0]) / _EVEN) ** 2
    burnout, surface = np.maximum(np.sqrt(spread), LEAST_M_S)
    return CarryOver(float(burnout), float(surface))


def surface_speed_m_s(state_ecef: Float[np.ndarray, "6"]) -> float:
    """The speed at the ground of a still sphere that has the energy of a free flight.

    Source: vis-viva with J2, as `powered.Figures` has it.
    """
    position, velocity = state_ecef[:3], state_ecef[3:]
    inertial = velocity + EARTH_ROTATION_RAD_S * np.array((-position[1], position[0], 0.0))
    potential = float(gravity.potential(position)) + EARTH_MU_M3_S2 / EARTH_MEAN_RADIUS_M
    return math.sqrt(max(float(inertial @ inertial) + 2.0 * potential, 1.0))


def _varied(rocket: Rocket) -> Iterator[tuple[Rocket, Rocket]]:
    """The rocket with each of its open figures at the lower and at the upper end."""
    for name in ("vertical_time", "pitch_ratio"):
        quantity = getattr(rocket, name)
        if quantity.high_si > quantity.low_si:
            low, high = _ends(quantity)
            yield (
                msgspec.structs.replace(rocket, **{name: low}),
                msgspec.structs.replace(rocket, **{name: high}),
            )
    if any(stage.burn_time.high_si > stage.burn_time.low_si for stage in rocket.stages):
        yield tuple(  # type: ignore[misc]  # two, as there are two ends
            msgspec.structs.replace(
                rocket,
                stages=tuple(
                    msgspec.structs.replace(stage, burn_time=_ends(stage.burn_time)[end])
                    for stage in rocket.stages
                ),
            )
            for end in range(2)
        )


def _ends(quantity: Quantity) -> tuple[Quantity, Quantity]:
    low, high = (
        msgspec.structs.replace(quantity, value=value, low=None, high=None, rivals=())
        for value in quantity.interval
    )
    return low, high


def _speeds_m_s(
    test: AnnouncedTest,
    rocket: Rocket,
    performance: Performance,
    direction_rad: tuple[float, float],
) -> Float[np.ndarray, "2"] | None:
    """Burnout and surface speed of a rocket; none where it cannot fly there at all."""
    try:
        flight: AnnouncedFlight = along(
            "declared", vehicle_from(test, rocket, performance), test, direction_rad
        )
    except InputError:
        return None
    return np.array((flight.burnout_speed_m_s, surface_speed_m_s(flight.burnout_state_ecef)))
