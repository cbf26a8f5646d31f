"""Falls to the ground, many at once: from any state to the ellipsoid, with drag on the way.

Each fall has its own step: long in space, shortened towards the air, and in it short against the
scale height of the density and the time in which drag takes the speed. Errors stay within metres,
far below what an unknown ballistic coefficient moves. The loop is compiled: `native/falls.isa.cpp`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float

from glasshield import kernels
from glasshield.earth import atmosphere
from glasshield.flight.fly import EarthModel, air_table, constants, drag_table
from glasshield.fusion.arcs import LOG_AIR_STEP_M, log_air

LONGEST_S: Final = 7_200.0


@dataclass(frozen=True, slots=True)
class Falls:
    """Where n falls ended; NaN where one did not as long as it was followed.

    Attributes:
        time_s: from the state to the ground.
        state_ecef: on the ground: position (m) and velocity (m/s).
    """

    time_s: Float[np.ndarray, "n"]
    state_ecef: Float[np.ndarray, "n 6"]

    @property
    def landed(self) -> Bool[np.ndarray, "n"]:
        """Which falls reached the ground."""
        return np.isfinite(self.time_s)


@dataclass(frozen=True, slots=True)
class Way:
    """Which places on the way are wanted.

    Attributes:
        longest_s: how far falls are followed.
        sample_s: between two samples; the first one is the state itself.
        every: the falls 0, every, 2 every and so on have samples.
    """

    longest_s: float = LONGEST_S
    sample_s: float = 4.0
    every: int = 1


def fall(state_ecef: Float[np.ndarray, "n 6"], drag_m2_kg: Float[np.ndarray, "n"]) -> Falls:
    """The falls from states to the ground in two hours; what sinks below it has fallen already.

    Args:
        state_ecef: position (m) and velocity relative to the Earth (m/s).
        drag_m2_kg: inverse ballistic coefficients.
    """
    return _fallen(state_ecef, drag_m2_kg, Way(), np.empty((0, 0, 6)))


def followed(
    state_ecef: Float[np.ndarray, "n 6"], drag_m2_kg: Float[np.ndarray, "n"], way: Way
) -> tuple[Falls, Float[np.ndarray, "k m 6"]]:
    """The falls from states to the ground, and samples of their ways.

    Args:
        state_ecef: position (m) and velocity relative to the Earth (m/s).
        drag_m2_kg: inverse ballistic coefficients.
        way: how far they are followed, and of which there are samples.

    Returns:
        Where the falls ended; position (m) and velocity (m/s) of each sample, read between steps by
        Hermite's cubic, NaN after landing; so many of them as the longest of these flights needs,
        but two.
    """
    count = -(-len(state_ecef) // way.every)
    samples = np.empty((count, int(way.longest_s / way.sample_s) + 1, 6))
    falls = _fallen(state_ecef, drag_m2_kg, way, samples)
    there = np.count_nonzero(np.isfinite(samples[:, :, 0]).any(axis=0))
    return falls, np.ascontiguousarray(samples[:, : max(int(there), 2)])


def _fallen(
    state_ecef: Float[np.ndarray, "n 6"],
    drag_m2_kg: Float[np.ndarray, "n"],
    way: Way,
    samples: Float[np.ndarray, "k m 6"],
) -> Falls:
    """Where falls ended; of states that are not finite nothing is known."""
    ended = np.empty((len(state_ecef), kernels.ENDED_COLUMNS))
    kernels.fall(
        np.ascontiguousarray(state_ecef, dtype=float),
        np.ascontiguousarray(drag_m2_kg, dtype=float),
        way.longest_s,
        constants(EarthModel.ROTATING),
        air_table(),
        drag_table(),
        log_air(),
        atmosphere.BOTTOM_M,
        LOG_AIR_STEP_M,
        way.sample_s,
        way.every,
        1,
        ended,
        samples,
    )
    return Falls(ended[:, 0], ended[:, 1:])
