"""Flights under a given thrust as curves, and how the curves move with whatever they hang on.

A curve is cut into spans. In each the acceleration is a polynomial through its values at the
nodes of Gauss, and velocity and position are its exact integrals. What the acceleration is depends
through gravity and the turning Earth on the position and velocity, so the whole curve is found by
rounds (Picard's), each of which holds for all spans at once: gravity changes little along a flight,
and ten rounds reach the last digit. How the curve moves with n unknowns obeys the same equations,
made linear.

Source: Hairer, Norsett and Wanner 1993, Solving Ordinary Differential Equations I, sections I.8
(Picard's rounds) and II.7 (collocation at Gauss's nodes).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Float, Int

from glasshield.errors import NumericalError
from glasshield.fusion.arcs import rates, slope

_NODES_EACH: Final = 6
_ROUNDS: Final = 40
_SETTLED_M_S2: Final = 1e-10  # a tenth of a millimetre after half an hour
_SETTLED_SHARE: Final = 1e-9  # of the largest slope

_ROOTS, _WEIGHTS = np.polynomial.legendre.leggauss(_NODES_EACH)
NODES: Final = 0.5 * (1.0 + _ROOTS)  # as shares of a span
SHARES: Final = 0.5 * _WEIGHTS  # what each node counts for in an integral over a span
_POWER: Final = np.arange(_NODES_EACH)
_COEFFICIENTS: Final = np.linalg.inv(NODES[:, None] ** _POWER)


def once(share: Float[np.ndarray, "n"]) -> Float[np.ndarray, "n q"]:
    """What values at the nodes count for in the integral from a span's start to a share of it."""
    return share[:, None] ** (_POWER + 1) / (_POWER + 1) @ _COEFFICIENTS


def twice(share: Float[np.ndarray, "n"]) -> Float[np.ndarray, "n q"]:
    """The same for the integral of the integral."""
    return share[:, None] ** (_POWER + 2) / ((_POWER + 1) * (_POWER + 2)) @ _COEFFICIENTS


def here(share: Float[np.ndarray, "n"]) -> Float[np.ndarray, "n q"]:
    """The same for the value itself at a share of the span."""
    return share[:, None] ** _POWER @ _COEFFICIENTS


_ONCE: Final = once(NODES)
_TWICE: Final = twice(NODES)
_ONCE_ALL: Final = once(np.ones(1))[0]
_TWICE_ALL: Final = twice(np.ones(1))[0]


@dataclass(frozen=True, slots=True)
class Curve:
    """A flight in s spans.

    Attributes:
        span_s: how long each lasts.
        knots: states at their ends, the first being the start; ECEF.
        acceleration_m_s2: at the nodes of each, relative to the turning Earth.
    """

    span_s: Float[np.ndarray, "s"]
    knots: Float[np.ndarray, "s+1 6"]
    acceleration_m_s2: Float[np.ndarray, "s q 3"]

    @property
    def nodes(self) -> Float[np.ndarray, "s q 6"]:
        """States at the nodes."""
        return _at_nodes(self.span_s, self.knots, self.acceleration_m_s2)

    def at(self, span: Int[np.ndarray, "n"], share: Float[np.ndarray, "n"]) -> _States:
        """States at shares of spans, and the accelerations there."""
        length = self.span_s[span][:, None]
        begin, push = self.knots[span], self.acceleration_m_s2[span]
        velocity = begin[:, 3:] + length * np.einsum("nq,nqi->ni", once(share), push)
        place = begin[:, :3] + length * share[:, None] * begin[:, 3:]
        place += length**2 * np.einsum("nq,nqi->ni", twice(share), push)
        acceleration = np.einsum("nq,nqi->ni", here(share), push)
        return _States(np.concatenate((place, velocity), axis=-1), acceleration)

    def then(self, after: Curve) -> Curve:
        """This curve with another one that begins where it ends."""
        return Curve(
            np.concatenate((self.span_s, after.span_s)),
            np.concatenate((self.knots, after.knots[1:])),
            np.concatenate((self.acceleration_m_s2, after.acceleration_m_s2)),
        )


@dataclass(frozen=True, slots=True)
class _States:
    """States and accelerations at n times."""

    state_ecef: Float[np.ndarray, "n 6"]
    acceleration_m_s2: Float[np.ndarray, "n 3"]


@dataclass(frozen=True, slots=True)
class Slopes:
    """How a curve moves with p unknowns, at fixed shares of its spans.

    Attributes:
        span_s: how the spans grow.
        knots: how the states at their ends move.
        acceleration_m_s2: how the accelerations at the nodes do.
    """

    span_s: Float[np.ndarray, "s p"]
    knots: Float[np.ndarray, "s+1 6 p"]
    acceleration_m_s2: Float[np.ndarray, "s q 3 p"]

    def place_at(
        self, curve: Curve, span: Int[np.ndarray, "n"], share: Float[np.ndarray, "n"]
    ) -> Float[np.ndarray, "n 3 p"]:
        """How positions at shares of spans move."""
        length, growth = curve.span_s[span][:, None], self.span_s[span][:, None, :]
        weight = twice(share)
        bent = np.einsum("nq,nqi->ni", 2.0 * length * weight, curve.acceleration_m_s2[span])
        bent += share[:, None] * curve.knots[span, 3:]
        moved = _weighed(length**2 * weight, self.acceleration_m_s2, span)
        moved += self.knots[span, :3]
        moved += (length * share[:, None])[:, :, None] * self.knots[span, 3:]
        moved += bent[:, :, None] * growth
        return moved

    def velocity_at(
        self, curve: Curve, span: Int[np.ndarray, "n"], share: Float[np.ndarray, "n"]
    ) -> Float[np.ndarray, "n 3 p"]:
        """How velocities at shares of spans move."""
        length, growth = curve.span_s[span][:, None], self.span_s[span][:, None, :]
        weight = once(share)
        bent = np.einsum("nq,nqi->ni", weight, curve.acceleration_m_s2[span])
        moved = _weighed(length * weight, self.acceleration_m_s2, span)
        moved += self.knots[span, 3:]
        moved += bent[:, :, None] * growth
        return moved

    def then(self, after: Slopes) -> Slopes:
        """These slopes with those of a curve that begins where this one ends."""
        return Slopes(
            np.concatenate((self.span_s, after.span_s)),
            np.concatenate((self.knots, after.knots[1:])),
            np.concatenate((self.acceleration_m_s2, after.acceleration_m_s2)),
        )

    def through(self, by: Float[np.ndarray, "p m"]) -> Slopes:
        """The slopes by m other unknowns that the p hang on."""
        return Slopes(self.span_s @ by, self.knots @ by, self.acceleration_m_s2 @ by)


def _weighed(
    weight: Float[np.ndarray, "n q"],
    values: Float[np.ndarray, "s q 3 p"],
    span: Int[np.ndarray, "n"],
) -> Float[np.ndarray, "n 3 p"]:
    """Sums over the nodes of each span, by products of matrices: many times share a span."""
    total = np.empty((len(span), 3, values.shape[-1]))
    flat = values.reshape(len(values), _NODES_EACH, -1)
    for number in np.unique(span):
        own = span == number
        total[own] = (weight[own] @ flat[number]).reshape(-1, *total.shape[1:])
    return total


def curve(
    start_ecef: Float[np.ndarray, "6"],
    span_s: Float[np.ndarray, "s"],
    push_m_s2: Float[np.ndarray, "s q 3"],
) -> Curve:
    """The flight from a state on, under gravity, the turning Earth and a given push.

    Args:
        start_ecef: position (m) and velocity relative to the Earth (m/s).
        span_s: lengths of the spans.
        push_m_s2: all but gravity, at the nodes.

    Raises:
        NumericalError: the rounds do not settle, as where a flight meets the Earth's centre.
    """
    acceleration = push_m_s2 + rates(start_ecef[None])[0, 3:]
    for _ in range(_ROUNDS):
        knots = _chained(start_ecef, span_s, acceleration)
        states = _at_nodes(span_s, knots, acceleration)
        pull = rates(states.reshape(-1, 6))[:, 3:].reshape(push_m_s2.shape)
        before, acceleration = acceleration, push_m_s2 + pull
        change = np.abs(acceleration - before).max(initial=0.0)
        if change <= _SETTLED_M_S2:
            return Curve(span_s, _chained(start_ecef, span_s, acceleration), acceleration)
    raise NumericalError(
        "a powered flight was not integrated", where="curve", got=float(change), expected="m/s2"
    )


def slopes(
    flown: Curve,
    start: Float[np.ndarray, "6 p"],
    span_s: Float[np.ndarray, "s p"],
    push_m_s2: Float[np.ndarray, "s q 3 p"],
) -> Slopes:
    """How a curve moves when its start, its spans and its push do.

    Args:
        flown: the curve.
        start: how the first state moves with each of p unknowns.
        span_s: how the spans do.
        push_m_s2: how the push at the nodes does.
    """
    bends = slope(flown.nodes.reshape(-1, 6))[:, :, :6]
    change = push_m_s2
    for _ in range(_ROUNDS):
        knots, states = _moved(flown, start, span_s, change)
        pull = (bends @ states.reshape(len(bends), 6, -1)).reshape(push_m_s2.shape)
        before, change = change, push_m_s2 + pull
        if np.abs(change - before).max() <= _SETTLED_SHARE * np.abs(change).max():
            break
    knots, _ = _moved(flown, start, span_s, change)
    return Slopes(span_s, knots, change)


def _chained(
    start: Float[np.ndarray, "6"],
    span_s: Float[np.ndarray, "s"],
    acceleration: Float[np.ndarray, "s q 3"],
) -> Float[np.ndarray, "s+1 6"]:
    """States at the ends of all spans."""
    knots = np.empty((len(span_s) + 1, 6))
    knots[0] = start
    length = span_s[:, None]
    knots[1:, 3:] = start[3:] + np.cumsum(length * (_ONCE_ALL @ acceleration), axis=0)
    gain = length * knots[:-1, 3:] + length**2 * (_TWICE_ALL @ acceleration)
    knots[1:, :3] = start[:3] + np.cumsum(gain, axis=0)
    return knots


def _at_nodes(
    span_s: Float[np.ndarray, "s"],
    knots: Float[np.ndarray, "s+1 6"],
    acceleration: Float[np.ndarray, "s q 3"],
) -> Float[np.ndarray, "s q 6"]:
    length = span_s[:, None, None]
    begin = knots[:-1, None]
    states = np.empty((*acceleration.shape[:2], 6))
    states[..., 3:] = begin[..., 3:] + length * (_ONCE @ acceleration)
    states[..., :3] = begin[..., :3] + length * NODES[:, None] * begin[..., 3:]
    states[..., :3] += length**2 * (_TWICE @ acceleration)
    return states


def _moved(
    flown: Curve,
    start: Float[np.ndarray, "6 p"],
    growth_s: Float[np.ndarray, "s p"],
    change: Float[np.ndarray, "s q 3 p"],
) -> tuple[Float[np.ndarray, "s+1 6 p"], Float[np.ndarray, "s q 6 p"]]:
    """How the ends of all spans and the states at the nodes move: `_chained` made linear."""
    spans, _, _, unknowns = change.shape
    length, growth = flown.span_s[:, None, None], growth_s[:, None, :]
    push, flat = flown.acceleration_m_s2, change.reshape(spans, _NODES_EACH, -1)
    knots = np.empty((spans + 1, 6, unknowns))
    knots[0] = start
    gain = length * (_ONCE_ALL @ flat).reshape(spans, 3, unknowns)
    gain += (_ONCE_ALL @ push)[:, :, None] * growth
    knots[1:, 3:] = start[3:] + np.cumsum(gain, axis=0)
    gain = length**2 * (_TWICE_ALL @ flat).reshape(spans, 3, unknowns)
    gain += (flown.knots[:-1, 3:] + 2.0 * flown.span_s[:, None] * (_TWICE_ALL @ push))[
        :, :, None
    ] * growth
    gain += length * knots[:-1, 3:]
    knots[1:, :3] = start[:3] + np.cumsum(gain, axis=0)
    states = np.empty((spans, _NODES_EACH, 6, unknowns))
    shape = (spans, _NODES_EACH, 3, unknowns)
    length, growth, begin = length[..., None], growth[:, None], knots[:-1, None]
    states[:, :, 3:] = begin[:, :, 3:] + length * (_ONCE @ flat).reshape(shape)
    states[:, :, 3:] += (_ONCE @ push)[..., None] * growth
    share = NODES[:, None, None]
    states[:, :, :3] = begin[:, :, :3] + length * share * begin[:, :, 3:]
    states[:, :, :3] += length**2 * (_TWICE @ flat).reshape(shape)
    bent = NODES[:, None] * flown.knots[:-1, None, 3:]
    bent = bent + 2.0 * flown.span_s[:, None, None] * (_TWICE @ push)
    states[:, :, :3] += bent[..., None] * growth
    return knots, states
