"""Vehicles as the flight kernel sees them: stages, payload, and how they steer.

A vehicle rises vertically, turns over by a kick, follows a gravity turn, and from a stated time on
turns its thrust at a constant rate in the plane of flight. The kick belongs to the flight, not to
the vehicle: it decides how lofted the flight is, and the pitch rate is proportional to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield import kernels
from glasshield.constants import STANDARD_GRAVITY_M_S2
from glasshield.errors import RangeError

MAX_STAGES: Final = 4
_HEADER: Final = 5
_STAGE_COLUMNS: Final = 6


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage.

    Attributes:
        total_mass_kg: structure and propellant together.
        structural_fraction: what stays of `total_mass_kg` when the propellant is gone.
        specific_impulse_s: effective, over the whole burn.
        burn_time_s: at constant mass flow.
        reference_area_m2: the cross-section that drag refers to.
        delay_s: from the end of the stage before to ignition.
    """

    total_mass_kg: float
    structural_fraction: float
    specific_impulse_s: float
    burn_time_s: float
    reference_area_m2: float
    delay_s: float = 0.0

    @property
    def propellant_mass_kg(self) -> float:
        """The mass that leaves through the nozzle."""
        return self.total_mass_kg * (1.0 - self.structural_fraction)

    @property
    def mass_flow_kg_s(self) -> float:
        """Propellant burnt in a second."""
        return self.propellant_mass_kg / self.burn_time_s

    @property
    def thrust_n(self) -> float:
        """The thrust, constant over the burn."""
        return self.mass_flow_kg_s * self.specific_impulse_s * STANDARD_GRAVITY_M_S2


@dataclass(frozen=True, slots=True)
class Vehicle:
    """A rocket: its stages from the ground up, what it carries, how it steers.

    Attributes:
        name: for messages.
        stages: one to four.
        payload_mass_kg: what flies on after the last stage.
        ballistic_coefficient_kg_m2: of what flies on.
        vertical_time_s: from launch to the kick.
        pitch_ratio_per_s: pitch rate (rad/s) for a kick of one radian.
        pitch_start_s: when the gravity turn ends and the constant pitch rate begins.
    """

    name: str
    stages: tuple[Stage, ...]
    payload_mass_kg: float
    ballistic_coefficient_kg_m2: float
    vertical_time_s: float
    pitch_ratio_per_s: float
    pitch_start_s: float

    def __post_init__(self) -> None:
        if not 1 <= len(self.stages) <= MAX_STAGES:
            raise RangeError(
                f"{self.name} has {len(self.stages)} stages", expected=f"1 to {MAX_STAGES}"
            )

    @property
    def burnout_time_s(self) -> float:
        """When the last stage burns out, after launch."""
        return sum(stage.delay_s + stage.burn_time_s for stage in self.stages)

    @property
    def liftoff_mass_kg(self) -> float:
        """All stages and the payload."""
        return self.payload_mass_kg + sum(stage.total_mass_kg for stage in self.stages)

    @property
    def ideal_speed_m_s(self) -> float:
        """The speed that the stages would give without gravity and air (Tsiolkovsky)."""
        speed, mass = 0.0, self.liftoff_mass_kg
        for stage in self.stages:
            left = mass - stage.propellant_mass_kg
            speed += stage.specific_impulse_s * STANDARD_GRAVITY_M_S2 * float(np.log(mass / left))
            mass -= stage.total_mass_kg
        return speed

    @property
    def thrust_to_weight(self) -> float:
        """At lift-off; above one, or it stays where it is."""
        return self.stages[0].thrust_n / (self.liftoff_mass_kg * STANDARD_GRAVITY_M_S2)


def pack(vehicles: Sequence[Vehicle]) -> Float[np.ndarray, "v c"]:
    """Vehicles as rows for the kernels; the columns are those of `native/flight.hpp`."""
    rows = np.zeros((len(vehicles), kernels.VEHICLE_COLUMNS))
    for row, vehicle in zip(rows, vehicles, strict=True):
        row[:_HEADER] = (
            len(vehicle.stages),
            vehicle.ballistic_coefficient_kg_m2,
            vehicle.vertical_time_s,
            vehicle.pitch_ratio_per_s,
            vehicle.pitch_start_s,
        )
        mass, ignition = vehicle.liftoff_mass_kg, 0.0
        for k, stage in enumerate(vehicle.stages):
            ignition += stage.delay_s
            start = _HEADER + k * _STAGE_COLUMNS
            row[start : start + _STAGE_COLUMNS] = (
                ignition,
                stage.burn_time_s,
                mass,
                stage.mass_flow_kg_s,
                stage.thrust_n,
                stage.reference_area_m2,
            )
            ignition += stage.burn_time_s
            mass -= stage.total_mass_kg
    return rows
