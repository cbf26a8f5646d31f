"""Free flights and falls of many objects at once, and how they change with where they began.

An arc is a solution of the equations of motion in the Earth-fixed frame: gravity with J2, the
turning Earth, and, where a ballistic coefficient is given, the drag of the standard atmosphere.
It is carried both ways from its reference time by Runge-Kutta steps of order 4 on a grid of nodes;
between nodes one shorter step of the same kind. With every state goes the matrix of its partial
derivatives with respect to the state (and the inverse ballistic coefficient) at the reference time,
from the variational equations.

Source: Tapley, Schutz and Born 2004, Statistical Orbit Determination, section 4.2; Montenbruck and
Gill 2000, Satellite Orbits, section 7.2.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from jaxtyping import Float, Int

from glasshield.constants import (
    EARTH_ECCENTRICITY_SQUARED,
    EARTH_J2,
    EARTH_MU_M3_S2,
    EARTH_ROTATION_RAD_S,
    EARTH_SEMI_MAJOR_AXIS_M,
    EARTH_SEMI_MINOR_AXIS_M,
)
from glasshield.earth import atmosphere, gravity
from glasshield.errors import RangeError

COAST_STEP_S: Final = 10.0  # a centimetre off after ten minutes
FALL_STEP_S: Final = 0.5
# From here down the fit of a fall has to know the drag: at 7 km/s and 2,000 kg/m2 it is 3 mm/s2 at
# 110 km, which moves nothing that a radar sees, and 20 times as much at 90 km.
AIR_HEIGHT_M: Final = 110e3

LOG_AIR_STEP_M: Final = 100.0
_AIR_TOP_M: Final = 200e3
_SPIN2: Final = EARTH_ROTATION_RAD_S**2
_CORIOLIS: Final = (
    2.0 * EARTH_ROTATION_RAD_S * np.array(((0.0, 1.0, 0.0), (-1.0, 0.0, 0.0), (0.0,) * 3))
)
_CENTRIFUGAL: Final = _SPIN2 * np.diag((1.0, 1.0, 0.0))


@dataclass(frozen=True, slots=True)
class Arcs:
    """k arcs on a common grid of nodes around their reference times; p = 6, or 7 with drag.

    Attributes:
        reference_s: when each arc has its reference state.
        step_s: between two nodes.
        first: number of the first node; node 0 is the reference time.
        states: of each node, position (m) and velocity (m/s) in ECEF.
        partials: of each node's state by the reference state and the inverse ballistic coefficient.
        drag_m2_kg: inverse ballistic coefficients; none without air.
    """

    reference_s: Float[np.ndarray, "k"]
    step_s: float
    first: int
    states: Float[np.ndarray, "j k 6"]
    partials: Float[np.ndarray, "j k 6 p"] | None
    drag_m2_kg: Float[np.ndarray, "k"] | None

    def at(
        self, time_s: Float[np.ndarray, "n"], arc: Int[np.ndarray, "n"]
    ) -> Float[np.ndarray, "n 6"]:
        """States at these times on these arcs."""
        node, rest_s = self._nearest(time_s, arc)
        drag = None if self.drag_m2_kg is None else self.drag_m2_kg[arc]
        return step(self.states[node, arc], rest_s, drag)

    def partials_at(
        self, time_s: Float[np.ndarray, "n"], arc: Int[np.ndarray, "n"]
    ) -> Float[np.ndarray, "n 6 p"]:
        """Partial derivatives of the states at these times by the reference states.

        From the nearest node on by a series to second order: 3e-5 off after half of a coast's step.
        """
        assert self.partials is not None
        node, rest_s = self._nearest(time_s, arc)
        drag = None if self.drag_m2_kg is None else self.drag_m2_kg[arc]
        slopes = slope(self.states[node, arc], drag)
        before = self.partials[node, arc]
        rest = rest_s[:, None, None]
        first = rest * _times(slopes, before, drag is not None)
        second = 0.5 * rest * _times(slopes, first, forced=False)
        return before + first + second

    def place_partials_at(
        self, time_s: Float[np.ndarray, "n"], arc: Int[np.ndarray, "n"]
    ) -> Float[np.ndarray, "n 3 p"]:
        """The first three rows of `partials_at`: of the positions alone, at half the cost."""
        assert self.partials is not None
        node, rest_s = self._nearest(time_s, arc)
        drag = None if self.drag_m2_kg is None else self.drag_m2_kg[arc]
        slopes = slope(self.states[node, arc], drag)
        before = self.partials[node, arc]
        rest = rest_s[:, None, None]
        bent = np.matmul(slopes[:, :, :6], before)
        if drag is not None:
            bent[:, :, 6] += slopes[:, :, 6]
        bent *= 0.5 * rest**2
        bent += before[:, :3]
        bent += rest * before[:, 3:]
        return bent

    def rates_at(
        self,
        time_s: Float[np.ndarray, "n"],  # noqa: ARG002 (of flights under power it depends on time)
        arc: Int[np.ndarray, "n"],
        state_ecef: Float[np.ndarray, "n 6"],
    ) -> Float[np.ndarray, "n 6"]:
        """How the states at these times on these arcs change."""
        return rates(state_ecef, None if self.drag_m2_kg is None else self.drag_m2_kg[arc])

    def _nearest(
        self, time_s: Float[np.ndarray, "n"], arc: Int[np.ndarray, "n"]
    ) -> tuple[Int[np.ndarray, "n"], Float[np.ndarray, "n"]]:
        """The node nearest to each time, and the time left from there."""
        since_s = time_s - self.reference_s[arc]
        node = np.clip(np.rint(since_s / self.step_s).astype(int) - self.first, 0, None)
        node = np.minimum(node, len(self.states) - 1)
        return node, since_s - (node + self.first) * self.step_s


@dataclass(frozen=True, slots=True)
class Grid:
    """How arcs are laid out.

    Attributes:
        before_s: how far they go back from the reference time.
        after_s: how far they go on.
        step_s: between two nodes.
        partials: whether the partial derivatives are wanted.
    """

    before_s: float
    after_s: float
    step_s: float = COAST_STEP_S
    partials: bool = True


def arcs(
    reference_s: Float[np.ndarray, "k"],
    state_ecef: Float[np.ndarray, "k 6"],
    grid: Grid,
    drag_m2_kg: Float[np.ndarray, "k"] | None = None,
) -> Arcs:
    """The arcs through these states.

    Args:
        reference_s: when each arc has its state.
        state_ecef: position (m) and velocity relative to the Earth (m/s).
        grid: how far, in which steps.
        drag_m2_kg: inverse ballistic coefficients; left out, there is no air.

    Raises:
        RangeError: a state that is not finite.
    """
    if not np.isfinite(state_ecef).all():
        raise RangeError("a state holds a number that is not finite", where="arcs")
    back = int(np.ceil(max(grid.before_s, 0.0) / grid.step_s - 0.5 + 1e-9))
    on = int(np.ceil(max(grid.after_s, 0.0) / grid.step_s - 0.5 + 1e-9))
    size = 6 if drag_m2_kg is None else 7
    count = len(state_ecef)
    states = np.empty((back + on + 1, count, 6))
    partials = np.empty((back + on + 1, count, 6, size)) if grid.partials else None
    states[back] = state_ecef
    if partials is not None:
        partials[back] = np.eye(6, size)
    for sign, steps in ((-1, back), (1, on)):
        for j in range(steps):
            here, there = back + sign * j, back + sign * (j + 1)
            span_s = np.full(count, sign * grid.step_s)
            if partials is None:
                states[there] = step(states[here], span_s, drag_m2_kg)
            else:
                states[there], partials[there] = _step_with_partials(
                    states[here], partials[here], span_s, drag_m2_kg
                )
    return Arcs(reference_s, grid.step_s, -back, states, partials, drag_m2_kg)


def rates(
    state_ecef: Float[np.ndarray, "n 6"], drag_m2_kg: Float[np.ndarray, "n"] | None = None
) -> Float[np.ndarray, "n 6"]:
    """How states change: velocity (m/s), and acceleration (m/s2) relative to the turning Earth.

    Source: Vallado 2013, Fundamentals of Astrodynamics, section 3.7 (rotating frame), eq. 8-30.
    """
    position, velocity = state_ecef[:, :3], state_ecef[:, 3:]
    change = np.empty_like(state_ecef)
    change[:, :3] = velocity
    change[:, 3:] = gravity.acceleration(position)
    change[:, 3:5] += _SPIN2 * position[:, :2]
    change[:, 3] += 2.0 * EARTH_ROTATION_RAD_S * velocity[:, 1]
    change[:, 4] -= 2.0 * EARTH_ROTATION_RAD_S * velocity[:, 0]
    if drag_m2_kg is not None:
        speed = np.linalg.norm(velocity, axis=-1)
        air = density(height_m(position))
        change[:, 3:] -= (0.5 * drag_m2_kg * air * speed)[:, None] * velocity
    return change


def step(
    state_ecef: Float[np.ndarray, "n 6"],
    span_s: Float[np.ndarray, "n"],
    drag_m2_kg: Float[np.ndarray, "n"] | None = None,
) -> Float[np.ndarray, "n 6"]:
    """States one Runge-Kutta step of order 4 later (earlier where the span is negative)."""
    span = span_s[:, None]
    one = rates(state_ecef, drag_m2_kg)
    two = rates(state_ecef + 0.5 * span * one, drag_m2_kg)
    three = rates(state_ecef + 0.5 * span * two, drag_m2_kg)
    four = rates(state_ecef + span * three, drag_m2_kg)
    return state_ecef + span / 6.0 * (one + 2.0 * (two + three) + four)


def slope(
    state_ecef: Float[np.ndarray, "n 6"], drag_m2_kg: Float[np.ndarray, "n"] | None = None
) -> Float[np.ndarray, "n 3 7"]:
    """How accelerations change with position, velocity and the inverse ballistic coefficient."""
    position, velocity = state_ecef[:, :3], state_ecef[:, 3:]
    slopes = np.zeros((len(state_ecef), 3, 7))
    slopes[:, :, :3] = gravity_slope(position) + _CENTRIFUGAL
    slopes[:, :, 3:6] = _CORIOLIS
    if drag_m2_kg is None:
        return slopes
    speed = np.linalg.norm(velocity, axis=-1)
    height = height_m(position)
    air = density(height)
    pull = -0.5 * (air * speed)[:, None] * velocity  # for one unit of inverse coefficient
    up = position / np.linalg.norm(position, axis=-1, keepdims=True)
    held = drag_m2_kg[:, None, None]
    slopes[:, :, :3] += held * pull[:, :, None] * (_log_slope(height)[:, None] * up)[:, None, :]
    stretch = speed[:, None, None] * np.eye(3)
    stretch += velocity[:, :, None] * velocity[:, None, :] / speed[:, None, None]
    slopes[:, :, 3:6] -= 0.5 * held * air[:, None, None] * stretch
    slopes[:, :, 6] = pull
    return slopes


def gravity_slope(position_m: Float[np.ndarray, "n 3"]) -> Float[np.ndarray, "n 3 3"]:
    """The gradient (1/s2) of gravity's central term and J2 at positions, symmetric.

    Source: the derivative of Vallado 2013, eq. 8-30, by hand.
    """
    radius2 = np.sum(position_m**2, axis=-1)
    central = EARTH_MU_M3_S2 / (radius2 * np.sqrt(radius2))
    oblate = 1.5 * EARTH_J2 * EARTH_SEMI_MAJOR_AXIS_M**2 / radius2
    sine2 = position_m[:, 2] ** 2 / radius2
    plain = -central * (1.0 + oblate * (1.0 - 5.0 * sine2))
    outer = central / radius2 * (3.0 + 5.0 * oblate * (1.0 - 7.0 * sine2))
    mixed = 10.0 * central * oblate / radius2 * position_m[:, 2]
    gradient = outer[:, None, None] * position_m[:, :, None] * position_m[:, None, :]
    gradient += plain[:, None, None] * np.eye(3)
    gradient[:, 2, :] += mixed[:, None] * position_m
    gradient[:, :, 2] += mixed[:, None] * position_m
    gradient[:, 2, 2] -= 2.0 * central * oblate
    return gradient


def height_m(position_m: Float[np.ndarray, "n 3"]) -> Float[np.ndarray, "n"]:
    """Heights above the ellipsoid along the radius: 1 m less than along the normal at 100 km."""
    radius2 = np.sum(position_m**2, axis=-1)
    level2 = np.sum(position_m[:, :2] ** 2, axis=-1) / radius2
    ground = EARTH_SEMI_MINOR_AXIS_M / np.sqrt(1.0 - EARTH_ECCENTRICITY_SQUARED * level2)
    return np.sqrt(radius2) - ground


def _step_with_partials(
    state: Float[np.ndarray, "n 6"],
    partials: Float[np.ndarray, "n 6 p"],
    span_s: Float[np.ndarray, "n"],
    drag: Float[np.ndarray, "n"] | None,
) -> tuple[Float[np.ndarray, "n 6"], Float[np.ndarray, "n 6 p"]]:
    """One step of the state and of its variational equations together."""
    forced = drag is not None
    total, total_partials = np.zeros_like(state), np.zeros_like(partials)
    at, at_partials = state, partials
    for share, weight in ((0.5, 1.0), (0.5, 2.0), (1.0, 2.0), (0.0, 1.0)):
        change = rates(at, drag)
        change_partials = _times(slope(at, drag), at_partials, forced)
        total += weight * change
        total_partials += weight * change_partials
        at = state + (share * span_s)[:, None] * change
        at_partials = partials + (share * span_s)[:, None, None] * change_partials
    sixth = span_s / 6.0
    return state + sixth[:, None] * total, partials + sixth[:, None, None] * total_partials


def _times(
    slopes: Float[np.ndarray, "n 3 7"],
    partials: Float[np.ndarray, "n 6 p"],
    forced: bool,  # noqa: FBT001
) -> Float[np.ndarray, "n 6 p"]:
    """The rate of change of partials: the slopes of the motion times them."""
    change = np.empty_like(partials)
    change[:, :3] = partials[:, 3:]
    np.matmul(slopes[:, :, :6], partials, out=change[:, 3:])
    if forced:
        change[:, 3:, 6] += slopes[:, :, 6]
    return change


def density(height: Float[np.ndarray, "n"]) -> Float[np.ndarray, "n"]:
    """Densities of the air (kg/m3): the standard atmosphere, held below -5 and above 200 km."""
    row, share = _place(height)
    logarithm = log_air()
    return np.exp(logarithm[row] + share * (logarithm[row + 1] - logarithm[row]))


def _log_slope(height: Float[np.ndarray, "n"]) -> Float[np.ndarray, "n"]:
    """How the logarithm of the density changes with height; nothing where it is held."""
    row, share = _place(height)
    logarithm = log_air()
    within = (share > 0.0) & (share < 1.0)
    return np.where(within, (logarithm[row + 1] - logarithm[row]) / LOG_AIR_STEP_M, 0.0)


def _place(
    height: Float[np.ndarray, "n"],
) -> tuple[Int[np.ndarray, "n"], Float[np.ndarray, "n"]]:
    """The row of the table of air below each height, and the share of the step above it."""
    at = (height - atmosphere.BOTTOM_M) / LOG_AIR_STEP_M
    row = np.clip(at, 0.0, len(log_air()) - 2.0).astype(np.intp)
    return row, np.clip(at - row, 0.0, 1.0)


@cache
def log_air() -> Float[np.ndarray, "h"]:
    """The logarithm of the density at every step of height from the bottom."""
    heights = np.arange(atmosphere.BOTTOM_M, _AIR_TOP_M + 1.0, LOG_AIR_STEP_M)
    return np.log(atmosphere.state(heights).density_kg_m3)
