"""Flights whose burn end nobody saw: all lengths of the burn, each as likely as it is.

A free flight alone fixes its orbit but not where on it the motor stopped: any time before the first
sight would do, and after it there is a wall. The most probable time says little of such a posterior
and its curvature there nothing, so the length of the burn is integrated over: one fit for each of a
row of lengths, weighed by its evidence and by what is known of burns beforehand.

Source: Bishop 2006, Pattern Recognition and Machine Learning, section 3.5 (evidence) and 2.3.9
(mixtures).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from jaxtyping import Float
from scipy import optimize, special

from glasshield.errors import NumericalError
from glasshield.monitoring.association import Phases
from glasshield.monitoring.fitting import Fit, Problem, held, held_again
from glasshield.monitoring.powered import BurnTimes
from glasshield.monitoring.powered_flight import Figure, Figures
from glasshield.monitoring.stages import CERTAIN_S, Place, first_push, thinned

_SHORTEST_S: Final = 25.0
_LONGEST_S: Final = 600.0
_RATIO: Final = 1.15
_NEAR_S: Final = 12.0  # around the first sight, where the wall stands, lengths lie closer
_NEAR_STEP_S: Final = 2.0
_LEAST_WEIGHT: Final = 1e-3
_TAIL: Final = 0.025
_EVEN: Final = float(np.sqrt(12.0))  # the width of an even distribution over its deviation


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its deviation and the ends of its 95 % interval."""

    value: float
    sigma: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Mixture:
    """Flights with burns of different lengths.

    Attributes:
        fits: of each length.
        weight: how likely each is; adding up to one.
    """

    fits: tuple[Fit, ...]
    weight: Float[np.ndarray, "k"]

    def estimate(self, of: Callable[[Figures], Figure]) -> Estimate:
        """A figure of all flights together."""
        figures = [of(fit.flight.figures()) for fit in self.fits]
        value = np.array([figure.value for figure in figures])
        sigma = np.array(
            [_sigma_held(fit, figure) for fit, figure in zip(self.fits, figures, strict=True)]
        )
        # Each length stands for all those nearest to it.
        between = np.abs(np.gradient(value)) / _EVEN if len(value) > 1 else np.zeros(1)
        sigma = np.hypot(sigma, between)
        mean = float(self.weight @ value)
        spread = float(np.sqrt(self.weight @ (sigma**2 + (value - mean) ** 2)))
        low, high = (self._quantile(share, value, sigma) for share in (_TAIL, 1.0 - _TAIL))
        return Estimate(mean, spread, low, high)

    @property
    def shown(self) -> Fit:
        """The flight nearest the middle, as uncertain of its burn's length as all are together."""
        logs = np.array([fit.flight.unknowns[4] for fit in self.fits])
        mean = float(self.weight @ logs)
        variance = float(self.weight @ (logs - mean) ** 2)
        fit = self.fits[int(np.argmin(np.abs(logs - mean)))]
        free = fit.free_of_lengths
        across = fit.matrix[free, 4]
        # What the others fix of the length, and beside it what the mixture does.
        own = float(across @ np.linalg.solve(fit.matrix[np.ix_(free, free)], across))
        matrix = fit.matrix.copy()
        matrix[4, 4] = own + 1.0 / max(variance, 1e-8)
        return replace(fit, matrix=matrix)

    def _quantile(
        self, share: float, value: Float[np.ndarray, "k"], sigma: Float[np.ndarray, "k"]
    ) -> float:
        def beyond(at: float) -> float:
            return float(self.weight @ special.ndtr((at - value) / sigma)) - share

        reach = 10.0 * sigma.max()
        return float(optimize.brentq(beyond, value.min() - reach, value.max() + reach))


def integrated(problem: Problem, place: Place, seen: Phases) -> Mixture | None:
    """The flights that a free flight may have begun with; none where none can be flown.

    Args:
        problem: what they have to fit.
        place: from where.
        seen: with a state of the free flight.
    """
    thin = thinned(problem, seen)
    fits = [fit for length_s in _lengths_s(problem) if (fit := _with(thin, place, seen, length_s))]
    if not fits:
        return None
    weight = _weights(fits)
    kept = weight > _LEAST_WEIGHT
    again = [held_again(problem, fit) for fit, stays in zip(fits, kept, strict=True) if stays]
    return Mixture(tuple(again), weight[kept] / weight[kept].sum())


def _weights(fits: list[Fit]) -> Float[np.ndarray, "k"]:
    """Of lengths, each standing for the logarithms nearest to its own."""
    logs = np.array([fit.flight.unknowns[4] for fit in fits])
    evidence = np.array([fit.log_evidence_of_lengths for fit in fits])
    width = np.gradient(logs) if len(logs) > 1 else np.ones(1)
    weight = np.exp(evidence - evidence.max()) * width
    shares: Float[np.ndarray, "k"] = weight / weight.sum()
    return shares


def _lengths_s(problem: Problem) -> list[float]:
    """Lengths of a burn to try, the shortest first."""
    before = problem.beforehand
    first_s = float(problem.observed.time_s.min())
    if before.liftoff_sigma_s > CERTAIN_S:
        return _geometric(_SHORTEST_S, _LONGEST_S)
    until_s = first_s - before.liftoff_s
    if until_s - _NEAR_S >= _LONGEST_S:
        return _geometric(_SHORTEST_S, _LONGEST_S)
    near = np.arange(until_s - _NEAR_S, until_s + _NEAR_S + 0.1, _NEAR_STEP_S)
    far = _geometric(_SHORTEST_S, until_s - _NEAR_S - _NEAR_STEP_S)
    return [*far, *(float(length) for length in near if length >= _SHORTEST_S)]


def _geometric(low: float, high: float) -> list[float]:
    if high <= low:
        return []
    count = int(np.ceil(np.log(high / low) / np.log(_RATIO))) + 1
    return [float(length) for length in np.geomspace(low, high, count)]


def _with(problem: Problem, place: Place, seen: Phases, length_s: float) -> Fit | None:
    """The flight with a burn of a length; none where it cannot be flown."""
    before, first_s = problem.beforehand, float(problem.observed.time_s.min())
    liftoff_s = before.liftoff_s
    if before.liftoff_sigma_s > CERTAIN_S:
        liftoff_s = first_s - length_s - _NEAR_S
    layout = place.layout([length_s])
    end_s = liftoff_s + length_s
    start = layout.starting(BurnTimes(liftoff_s, (liftoff_s,), (end_s,)))
    start[layout.push_columns(0)] = first_push(layout, seen.coasting(end_s), start)
    try:
        return held(problem, layout, start)
    except NumericalError:
        return None


def _sigma_held(fit: Fit, figure: Figure) -> float:
    """The deviation of a figure with the length of the burn as it is."""
    free = fit.free_of_lengths
    slope = np.zeros(len(fit.matrix))
    slope[: len(figure.slope)] = figure.slope
    found = np.linalg.solve(fit.matrix[np.ix_(free, free)], slope[free])
    return float(np.sqrt(slope[free] @ found))
