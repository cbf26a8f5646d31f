"""Free flight without air, carried forward in time.

The same integrator as the coast of `flight.fly`, on its own: central gravity and J2, Dormand-Prince
of order 8 with steps chosen by its error, or of order 5. For two bodies alone, without J2, the
closed form is `flight.kepler.propagate`, whose error is stated there.
"""

from __future__ import annotations

import enum
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield import kernels
from glasshield.errors import RangeError
from glasshield.flight.fly import (
    LANES,
    Accuracy,
    EarthModel,
    air_table,
    constants,
    drag_table,
)

COAST_ACCURACY: Final = Accuracy(position_m=1e-3, velocity_m_s=1e-6)


class Method(enum.IntEnum):
    """The Runge-Kutta method, by its order."""

    DORMAND_PRINCE_5 = 5
    DORMAND_PRINCE_8 = 8


def coast(
    state_eci: Float[np.ndarray, "n 6"],
    duration_s: float,
    *,
    accuracy: Accuracy = COAST_ACCURACY,
    method: Method = Method.DORMAND_PRINCE_8,
    fixed_step_s: float = 0.0,
    threads: int = 0,
    lanes: int = LANES,
) -> Float[np.ndarray, "n 6"]:
    """The states after free flight under central gravity and J2.

    Args:
        state_eci: positions (m) and velocities (m/s) in any inertial frame whose third axis is the
            Earth's.
        duration_s: not negative.
        accuracy: error allowed in one step.
        method: of integration.
        fixed_step_s: above zero for equal steps whatever their error, for tests of order.
        threads: 0 for all processors.
        lanes: states in one vector, for tests.

    Raises:
        RangeError: a state that is not finite, a duration below zero.
    """
    states = np.ascontiguousarray(state_eci, dtype=float).reshape(-1, 6)
    if not np.isfinite(states).all():
        raise RangeError("a state holds a number that is not finite")
    if not duration_s >= 0.0:
        raise RangeError("a flight goes forward in time", where="duration_s", got=duration_s)
    after = np.empty_like(states)
    kernels.coast(
        states,
        duration_s,
        constants(EarthModel.STILL),
        air_table(),
        drag_table(),
        accuracy.position_m,
        accuracy.velocity_m_s,
        fixed_step_s,
        int(method),
        threads,
        lanes,
        after,
    )
    return after
