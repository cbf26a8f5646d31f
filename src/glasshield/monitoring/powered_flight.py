"""A flight under power and after it: its states, their slopes by the unknowns, and its figures."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.constants import EARTH_MEAN_RADIUS_M, EARTH_MU_M3_S2, EARTH_ROTATION_RAD_S
from glasshield.earth import gravity
from glasshield.monitoring.integration import SHARES, Curve, Slopes
from glasshield.monitoring.splines import DEGREE, node_basis, splines

if TYPE_CHECKING:
    from glasshield.monitoring.powered import Layout


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a flight has, and how it changes with the unknowns."""

    value: float
    slope: Float[np.ndarray, "p"]


@dataclass(frozen=True, slots=True)
class Figures:
    """What is asked of a flight.

    Attributes:
        burnout_speed_m_s: at the end of the last burn, relative to the turning Earth.
        burn_time_s: from lift-off to the end of the last burn.
        surface_speed_m_s: what the energy of its free flight (without the turning of the Earth)
            would be at the ground of a sphere of the Earth's mean radius: the speed that apogee
            and range alone say.
        motor_speed_m_s: the integral of the sensed acceleration's magnitude over all burns; noise
            lengthens it (`PoweredFlight.motor_excess_m_s`).
    """

    burnout_speed_m_s: Figure
    burn_time_s: Figure
    surface_speed_m_s: Figure
    motor_speed_m_s: Figure


@dataclass(frozen=True, slots=True)
class PoweredFlight:
    """A flight and how it changes with its unknowns; stands where `Observed` wants arcs.

    Times count from the epoch of the layout. Before lift-off it stands on its site.

    Attributes:
        layout: what the unknowns are.
        unknowns: in the order of `layout.names`.
        curve: from lift-off on, gaps and free flight included.
        slopes: of the curve by the unknowns, at fixed shares of its spans.
        begins_s: when each span begins.
        begins_slopes: how that changes with the unknowns.
        pieces: for each span the number of its burn; -1 in gaps and in free flight.
        powered_spans: how many spans there are until the last burn ends.
    """

    layout: Layout
    unknowns: Float[np.ndarray, "p"]
    curve: Curve
    slopes: Slopes
    begins_s: Float[np.ndarray, "s"]
    begins_slopes: Float[np.ndarray, "s p"]
    pieces: Int[np.ndarray, "s"]
    powered_spans: int

    @property
    def drag_m2_kg(self) -> None:
        """None: where a powered flight is observed, its drag is a part of what it senses."""
        return

    @property
    def liftoff_s(self) -> float:
        """When it lifts off."""
        return float(self.unknowns[0])

    @property
    def burnout_time_s(self) -> float:
        """When the last burn ends."""
        return self.stage_ends_s[-1]

    @property
    def stage_ends_s(self) -> tuple[float, ...]:
        """When each burn ends."""
        return tuple(float(self.begins_s[last + 1]) for last in self._last_spans())

    @property
    def stage_end_slopes(self) -> Float[np.ndarray, "b p"]:
        """How these times change with the unknowns."""
        return self.begins_slopes[[last + 1 for last in self._last_spans()]]

    @property
    def burnout_state(self) -> Float[np.ndarray, "6"]:
        """The state when the last burn ends."""
        return self.curve.knots[self.powered_spans]

    @property
    def burnout_slopes(self) -> Float[np.ndarray, "6 p"]:
        """How the state at the end of the last burn changes, its time moving along."""
        return self.slopes.knots[self.powered_spans]

    def at(
        self, time_s: Float[np.ndarray, "n"], _object: Int[np.ndarray, "n"] | None = None
    ) -> Float[np.ndarray, "n 6"]:
        """States at these times, ECEF; the number of the object is always 0 and not looked at."""
        span, share, still = self._found(time_s)
        state = self.curve.at(span, share).state_ecef
        state[still] = self.curve.knots[0]
        return state

    def partials_at(
        self, time_s: Float[np.ndarray, "n"], _object: Int[np.ndarray, "n"] | None = None
    ) -> Float[np.ndarray, "n 6 p"]:
        """How the states at these times change with the unknowns."""
        span, share, still = self._found(time_s)
        moved = np.concatenate(
            (
                self.slopes.place_at(self.curve, span, share),
                self.slopes.velocity_at(self.curve, span, share),
            ),
            axis=1,
        )
        moved -= self.rates_at(time_s)[:, :, None] * self._later(span, share)[:, None, :]
        moved[still] = self.slopes.knots[0]
        return moved

    def place_partials_at(
        self, time_s: Float[np.ndarray, "n"], _object: Int[np.ndarray, "n"] | None = None
    ) -> Float[np.ndarray, "n 3 p"]:
        """The first three rows of `partials_at`."""
        span, share, still = self._found(time_s)
        moved = self.slopes.place_at(self.curve, span, share)
        velocity = self.curve.at(span, share).state_ecef[:, 3:]
        moved -= velocity[:, :, None] * self._later(span, share)[:, None, :]
        moved[still] = self.slopes.knots[0, :3]
        return moved

    def rates_at(
        self,
        time_s: Float[np.ndarray, "n"],
        _object: Int[np.ndarray, "n"] | None = None,
        _state: Float[np.ndarray, "n 6"] | None = None,
    ) -> Float[np.ndarray, "n 6"]:
        """How the states change with time (m/s, m/s2): with the push, unlike free flight."""
        span, share, still = self._found(time_s)
        found = self.curve.at(span, share)
        change = np.concatenate((found.state_ecef[:, 3:], found.acceleration_m_s2), axis=-1)
        change[still] = 0.0
        return change

    def sensed(self, time_s: Float[np.ndarray, "n"]) -> Float[np.ndarray, "n 3"]:
        """The sensed acceleration (m/s2) along, across and up; nothing outside burns."""
        basis, pushed = self._basis(time_s)
        push = np.zeros((len(pushed), 3))
        for burn, rows in self._by_burn(pushed):
            push[rows] = basis[burn][rows] @ self._spline(burn)
        return push

    def sensed_slopes(self, time_s: Float[np.ndarray, "n"]) -> Float[np.ndarray, "n 3 p"]:
        """How the sensed acceleration at shares of burns changes with the unknowns.

        Each time stands for its share of its burn: the profile moves with the burn's ends.
        """
        basis, pushed = self._basis(time_s)
        moved = np.zeros((len(pushed), 3, self.layout.size))
        for burn, rows in self._by_burn(pushed):
            columns, count = self.layout.push_columns(burn), self.layout.burns[burn]
            for axis in range(3):
                first = columns.start + axis * count
                moved[rows, axis, first : first + count] = basis[burn][rows]
        return moved

    def figures(self) -> Figures:
        """The numbers that are asked of the flight."""
        velocity, moved = self.burnout_state[3:], self.burnout_slopes
        speed = float(np.linalg.norm(velocity))
        ends = self.stage_end_slopes[-1].copy()
        ends[0] -= 1.0
        return Figures(
            Figure(speed, velocity / speed @ moved[3:]),
            Figure(self.burnout_time_s - self.liftoff_s, ends),
            self._surface_speed(),
            self._motor_speed(),
        )

    def _surface_speed(self) -> Figure:
        state = self.burnout_state
        speed, spin = surface_speed_m_s(state), EARTH_ROTATION_RAD_S
        inertial = _inertial(state)
        by_state = np.empty(6)
        by_state[3:] = inertial
        by_state[:3] = spin * np.array((inertial[1], -inertial[0], 0.0))
        by_state[:3] -= gravity.acceleration(state[:3])
        return Figure(speed, by_state @ self.burnout_slopes / speed)

    def _motor_speed(self) -> Figure:
        total, slope = 0.0, np.zeros(self.layout.size)
        for burn in range(len(self.layout.burns)):
            basis, weight = self._nodes(burn)
            push = basis @ self._spline(burn)
            size = np.linalg.norm(push, axis=-1)
            way = push / np.maximum(size, np.finfo(float).tiny)[:, None]
            total += float(weight @ size)
            slope[self.layout.duration_column(burn)] += float(weight @ size)
            slope[self.layout.push_columns(burn)] = ((weight[:, None] * way).T @ basis).ravel()
        return Figure(total, slope)

    def motor_excess_m_s(self, noise: Float[np.ndarray, "p p"]) -> float:
        """By how much noise across the push makes the motor speed too great, on average.

        The length of a vector with an error across it is greater than its own, by the error's
        variance over twice the length; never taken for more than the length itself.

        Args:
            noise: covariance of the unknowns that the errors of the detections make.
        """
        total = 0.0
        for burn, count in enumerate(self.layout.burns):
            basis, weight = self._nodes(burn)
            push, columns = basis @ self._spline(burn), self.layout.push_columns(burn)
            size = np.maximum(np.linalg.norm(push, axis=-1), np.finfo(float).tiny)
            own = noise[columns, columns].reshape(3, count, 3, count)
            spread = np.einsum("nk,ikjl,nl->nij", basis, own, basis)
            along = np.einsum("ni,nij,nj->n", push, spread, push) / size**2
            across = np.trace(spread, axis1=1, axis2=2) - along
            total += float(weight @ np.minimum(across / (2.0 * size), size))
        return total

    def _nodes(self, burn: int) -> tuple[Float[np.ndarray, "n c"], Float[np.ndarray, "n"]]:
        """A burn's splines where it is integrated, and the seconds that each node stands for."""
        count = self.layout.burns[burn]
        length_s = float(np.exp(self.unknowns[self.layout.duration_column(burn)]))
        spans = count - DEGREE
        return node_basis(count).reshape(-1, count), length_s / spans * np.tile(SHARES, spans)

    def _spline(self, burn: int) -> Float[np.ndarray, "c 3"]:
        """Coefficients of a burn in the three components."""
        return self.unknowns[self.layout.push_columns(burn)].reshape(3, -1).T

    def _last_spans(self) -> list[int]:
        """The last span of each burn."""
        return [int(np.flatnonzero(self.pieces == k)[-1]) for k in range(len(self.layout.burns))]

    def _found(
        self, time_s: Float[np.ndarray, "n"]
    ) -> tuple[Int[np.ndarray, "n"], Float[np.ndarray, "n"], Bool[np.ndarray, "n"]]:
        """The span that each time falls into, the share of it, and which times precede lift-off."""
        span = np.searchsorted(self.begins_s, time_s, side="right") - 1
        still: Bool[np.ndarray, "n"] = span < 0
        span = np.maximum(span, 0)
        share = (time_s - self.begins_s[span]) / self.curve.span_s[span]
        return span, np.where(still, 0.0, share), still

    def _later(
        self, span: Int[np.ndarray, "n"], share: Float[np.ndarray, "n"]
    ) -> Float[np.ndarray, "n p"]:
        """By how much later the same share of the span comes for more of each unknown."""
        return self.begins_slopes[span] + share[:, None] * self.slopes.span_s[span]

    def _basis(
        self, time_s: Float[np.ndarray, "n"]
    ) -> tuple[dict[int, Float[np.ndarray, "n c"]], Int[np.ndarray, "n"]]:
        """Values of each burn's splines at times, and the burn that each time falls into."""
        span, share, still = self._found(time_s)
        pushed = np.where(still, -1, self.pieces[span])
        basis = {}
        for burn, rows in self._by_burn(pushed):
            first = int(np.flatnonzero(self.pieces == burn)[0])
            count = self.layout.burns[burn]
            whole = (span[rows] - first + share[rows]) / (count - DEGREE)
            basis[burn] = np.zeros((len(pushed), count))
            basis[burn][rows] = splines(count, whole)
        return basis, pushed

    def _by_burn(self, pushed: Int[np.ndarray, "n"]) -> list[tuple[int, Bool[np.ndarray, "n"]]]:
        rows = ((burn, pushed == burn) for burn in range(len(self.layout.burns)))
        return [(burn, own) for burn, own in rows if own.any()]


def surface_speed_m_s(state_ecef: Float[np.ndarray, "6"]) -> float:
    """The speed at the ground of a still sphere that a free flight's energy stands for (m/s).

    Of the energy without the turning of the Earth; J2 counts in it, or it would not stay the same
    along a flight.

    Args:
        state_ecef: any state of the free flight.

    Source: vis-viva over a still sphere, as in `flight.kepler`.
    """
    inertial = _inertial(state_ecef)
    potential = float(gravity.potential(state_ecef[:3])) + EARTH_MU_M3_S2 / EARTH_MEAN_RADIUS_M
    return math.sqrt(max(float(inertial @ inertial) + 2.0 * potential, 1.0))


def _inertial(state_ecef: Float[np.ndarray, "6"]) -> Float[np.ndarray, "3"]:
    """The velocity without the turning of the Earth."""
    turning = EARTH_ROTATION_RAD_S * np.array((-state_ecef[1], state_ecef[0], 0.0))
    return state_ecef[3:] + turning
