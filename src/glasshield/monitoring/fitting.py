"""The flight and the biases that fit detections best, with what was known beforehand.

Gauss-Newton steps on the flight's unknowns and the biases of all stations at once. With the times
of lift-off and burns held all else is nearly linear, and is brought to rest after every step of
the times: a burn that is a second too long would otherwise throw the flight far off what radars
see. The covariance is the inverse of the last normal equations, so that it is the Cramer-Rao bound
with prior knowledge at the flight that was found. How well a layout explains the detections is its
evidence: the probability of the detections over all its flights, by Laplace's approximation, which
weighs a better fit against more unknowns.

Source: Golub and Pereyra 1973, SIAM Journal on Numerical Analysis 10 (2), 413-432 (separable least
squares); Levenberg 1944, Quarterly of Applied Mathematics 2, 164-168 (damping); van Trees 1968,
Detection, Estimation, and Modulation Theory I, section 2.4.3; Bishop 2006, Pattern Recognition and
Machine Learning, section 4.4.1 (evidence).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.errors import NumericalError
from glasshield.fusion.observed import BIASES, Compared, Observed
from glasshield.monitoring.beforehand import Beforehand
from glasshield.monitoring.powered import Layout
from glasshield.monitoring.powered_flight import Figure, PoweredFlight

_STEPS: Final = 40
_DONE: Final = 1e-3  # of a step's length squared, in variances
_RESTED: Final = 1e-2
_POLISHED: Final = 1e-14
_SETTLED: Final = 1e-8
_POLISHES: Final = 30
_SHARES: Final = (0.2, 2.0)
_WORSE: Final = 1e-3  # by which a last step may look worse, in variances
_RESTS: Final = 3
_FIRST_RESTS: Final = 6
_HALVINGS: Final = 6
_GREATEST_DAMPING: Final = 1e10
_ROUNDING: Final = 1e-9
_REACH_S: Final = 10.0  # by which a lift-off moves at most in one step
_REACH_LOG: Final = 0.3  # and the logarithm of a burn's length
_REACH_GAP: Final = 1.0  # and that of a gap's
# A start is some 100 km off, where angles and ranges are no straight lines.
_BLURS: Final = (1000.0, 30.0)
_AFTER_S: Final = 60.0  # clocks may be wrong, and the last detection wants a flight


@dataclass(frozen=True, slots=True)
class Problem:
    """What a flight has to fit.

    Attributes:
        observed: detections of the one object.
        beforehand: what is known of the flight.
        bias_sigma: deviations of the biases of each station.
    """

    observed: Observed
    beforehand: Beforehand
    bias_sigma: Float[np.ndarray, "s 5"]

    @property
    def until_s(self) -> float:
        """How far a flight has to be followed."""
        return float(self.observed.time_s.max()) + _AFTER_S

    def blurred(self, times: float) -> Problem:
        """The same with detections so many times less exact."""
        return replace(self, observed=self.observed.weighing(self.observed.per_sigma / times))

    def keep(self, kept: Bool[np.ndarray, "n"]) -> Problem:
        """The same with a part of the detections."""
        return replace(self, observed=self.observed.take(kept))


@dataclass(frozen=True, slots=True)
class Fit:
    """The flight that fits best; matrices are of its unknowns and, after them, of all biases.

    Attributes:
        flight: the flight.
        bias: of each station, in the order of `BIASES`.
        cost: sum of squares of everything, in variances.
        chi_squared: the part of it that detections have.
        matrix: of the normal equations.
        pull: the right side of them.
        data_matrix: the part of the matrix that detections have.
        settled: whether no step leads any further.
    """

    flight: PoweredFlight
    bias: Float[np.ndarray, "s 5"]
    cost: float
    chi_squared: float
    matrix: Float[np.ndarray, "q q"]
    pull: Float[np.ndarray, "q"]
    data_matrix: Float[np.ndarray, "q q"]
    settled: bool = False

    @property
    def layout(self) -> Layout:
        """What the unknowns of the flight are."""
        return self.flight.layout

    @property
    def covariance(self) -> Float[np.ndarray, "q q"]:
        """Of the unknowns and all biases."""
        return inverse(self.matrix)

    @property
    def log_evidence(self) -> float:
        """Of the layout, up to what all layouts share."""
        prior = log_determinant(self.matrix - self.data_matrix)
        return 0.5 * (prior - log_determinant(self.matrix) - self.cost)

    @property
    def free_of_lengths(self) -> Int[np.ndarray, "f"]:
        """The columns of all but the lengths of burns and gaps."""
        lengths = np.arange(4, 4 + self.layout.times)
        return np.setdiff1d(np.arange(len(self.matrix)), lengths)

    @property
    def log_evidence_of_lengths(self) -> float:
        """Of the lengths of burns and gaps as they are, up to what all lengths share."""
        both = np.ix_(self.free_of_lengths, self.free_of_lengths)
        prior = log_determinant((self.matrix - self.data_matrix)[both])
        return 0.5 * (prior - log_determinant(self.matrix[both]) - self.cost)

    @property
    def effective_unknowns(self) -> float:
        """How many numbers the detections have fixed."""
        return float(np.sum(self.covariance * self.data_matrix))

    def sigma(self, figure: Figure) -> float:
        """The standard deviation of a figure of the flight."""
        return float(np.sqrt(self.with_everything(figure)[: len(figure.slope)] @ figure.slope))

    def with_everything(self, figure: Figure) -> Float[np.ndarray, "q"]:
        """The covariances of a figure of the flight with all unknowns and biases."""
        slope = np.zeros(len(self.matrix))
        slope[: len(figure.slope)] = figure.slope
        return self.covariance @ slope


def inverse(matrix: Float[np.ndarray, "q q"]) -> Float[np.ndarray, "q q"]:
    """The inverse of a positive matrix whose unknowns differ widely in size; symmetric."""
    scale = 1.0 / np.sqrt(np.diag(matrix))
    both = np.outer(scale, scale)
    found = np.linalg.inv(matrix * both) * both
    return 0.5 * (found + found.T)


def log_determinant(matrix: Float[np.ndarray, "q q"]) -> float:
    """The logarithm of the determinant of such a matrix."""
    scale = np.sqrt(np.diag(matrix))
    within = float(np.linalg.slogdet(matrix / np.outer(scale, scale))[1])
    return within + 2.0 * float(np.log(scale).sum())


def found(problem: Problem, layout: Layout, start: Float[np.ndarray, "p"]) -> Fit:
    """The best flight from a start of which the times alone are about right.

    Args:
        problem: what it has to fit.
        layout: of its unknowns.
        start: unknowns to start from; the lift-off and the lengths of burns and gaps matter most.

    Raises:
        NumericalError: the start itself cannot be flown.
    """
    at = _linearised(problem, layout, start, np.zeros_like(problem.bias_sigma))
    for blur in _BLURS:
        blurred = problem.blurred(blur)
        at = _linearised(blurred, layout, at.flight.unknowns, at.bias)
        at = _rested(blurred, at, _FIRST_RESTS)
    return fitted(problem, layout, at.flight.unknowns, at.bias)


def fitted(
    problem: Problem,
    layout: Layout,
    start: Float[np.ndarray, "p"],
    bias: Float[np.ndarray, "s 5"],
) -> Fit:
    """The best flight from a start that is nearly right.

    Args:
        problem: what it has to fit.
        layout: of its unknowns.
        start: unknowns to start from.
        bias: biases to start from.

    Raises:
        NumericalError: the start itself cannot be flown.
    """
    at = _rested(problem, _linearised(problem, layout, start, bias), _FIRST_RESTS)
    damping = 0.0
    for _ in range(_STEPS):
        step, damping = _step(at, damping)
        arrived = float(step @ at.matrix @ step) < _DONE
        trial = _tried(problem, at, step)
        if trial is not None:
            trial = _rested(problem, trial, _RESTS)
        if trial is not None and trial.cost <= at.cost * (1.0 + _ROUNDING):
            at, damping = trial, 0.1 * damping if damping > 0.1 else 0.0
        else:
            damping = max(10.0 * damping, 1.0)
        if arrived:
            return replace(at, settled=True)
        if damping > _GREATEST_DAMPING:
            break
    return at


def held(problem: Problem, layout: Layout, start: Float[np.ndarray, "p"]) -> Fit:
    """The best flight with the lengths of burns and gaps as they are in a start.

    Args:
        problem: what it has to fit.
        layout: of its unknowns.
        start: unknowns to start from.

    Raises:
        NumericalError: the start itself cannot be flown.
    """
    at = _linearised(problem, layout, start, np.zeros_like(problem.bias_sigma))
    for blur in _BLURS:
        blurred = problem.blurred(blur)
        at = _linearised(blurred, layout, at.flight.unknowns, at.bias)
        at = _rested(blurred, at, _FIRST_RESTS)
    return held_again(problem, at)


def held_again(problem: Problem, fit: Fit) -> Fit:
    """The best flight with the lengths as they are in a fit, perhaps of other detections."""
    at = _linearised(problem, fit.layout, fit.flight.unknowns, fit.bias)
    free = fit.free_of_lengths
    return replace(_rested(problem, at, _STEPS, free), settled=True)


def polished(problem: Problem, fit: Fit) -> Fit:
    """The same flight to the last digits, so that every machine finds the same.

    Gauss-Newton steps leave out how the flight bends with its times, and so go too far or not far
    enough by about the same share each time: that share is made good (Aitken).
    """
    at = _linearised(problem, fit.layout, fit.flight.unknowns, fit.bias)
    share, before, size = 1.0, np.zeros(len(at.matrix)), np.inf
    for _ in range(_POLISHES):
        step = _solved(at.matrix, at.pull)
        size, last = (float(each @ at.matrix @ each) for each in (step, before))
        if size < _POLISHED:
            break
        if last > 0.0:
            left = float(step @ at.matrix @ before) / last
            share = float(np.clip(share / (1.0 - left), *_SHARES))
        nearer = _tried(problem, at, share * step)
        if nearer is None or nearer.cost > at.cost + _WORSE:
            nearer, before = _halved(problem, at, share * step), np.zeros(len(step))
            share = 1.0
            if nearer is None:
                break
            at = nearer
            continue
        at, before = nearer, step
    return replace(at, settled=fit.settled or size < _SETTLED)


def informed(problem: Problem, fit: Fit, observed: Observed) -> Fit:
    """The same flight and biases with the information of other detections, whatever they say."""
    other = replace(problem, observed=observed)
    return _linearised(other, fit.layout, fit.flight.unknowns, fit.bias)


def _rested(problem: Problem, at: Fit, most: int, free: Int[np.ndarray, "f"] | None = None) -> Fit:
    """The best flight with the times, or all that is not free, as they are: nearly linear."""
    if free is None:
        free = _untimed(at.layout, len(at.matrix))
    for _ in range(most):
        step = np.zeros(len(at.matrix))
        step[free] = _solved(at.matrix[np.ix_(free, free)], at.pull[free])
        if step @ at.matrix @ step < _RESTED:
            break
        nearer = _halved(problem, at, step)
        if nearer is None:
            break
        at = nearer
    return at


def _halved(problem: Problem, at: Fit, step: Float[np.ndarray, "q"]) -> Fit | None:
    """The first flight on a step, a third of it, and so on, that is better; none where none is."""
    for _ in range(_HALVINGS):
        trial = _tried(problem, at, step)
        if trial is not None and trial.cost <= at.cost * (1.0 + _ROUNDING):
            return trial
        step = 0.3 * step
    return None


def _step(at: Fit, damping: float) -> tuple[Float[np.ndarray, "q"], float]:
    """A step of everything, its times so much damped that none goes too far, and the damping."""
    timed = np.arange(4 + at.layout.times)[_timed(at.layout)]
    reach = _reach(at.layout)
    while True:
        matrix = at.matrix.copy()
        matrix[timed, timed] += damping / reach**2
        step = _solved(matrix, at.pull)
        if (np.abs(step[timed]) <= reach).all() or damping > _GREATEST_DAMPING:
            return step, damping
        damping = max(10.0 * damping, 1.0)


def _reach(layout: Layout) -> Float[np.ndarray, "t"]:
    """How far the times go at most in one step."""
    reach = np.full(1 + layout.times, _REACH_LOG)
    reach[0] = _REACH_S
    for burn in range(1, len(layout.burns) if layout.gaps else 1):
        reach[layout.gap_column(burn) - 3] = _REACH_GAP
    return reach


def _timed(layout: Layout) -> Bool[np.ndarray, "t"]:
    """Which of the first unknowns are times: all but the three of the site."""
    timed = np.ones(4 + layout.times, dtype=bool)
    timed[1:4] = False
    return timed


def _untimed(layout: Layout, size: int) -> Int[np.ndarray, "f"]:
    free = np.ones(size, dtype=bool)
    free[: 4 + layout.times] = ~_timed(layout)
    return np.flatnonzero(free)


def _solved(
    matrix: Float[np.ndarray, "f f"], pull: Float[np.ndarray, "f"]
) -> Float[np.ndarray, "f"]:
    """The solution of normal equations whose unknowns differ widely in size."""
    scale = 1.0 / np.sqrt(np.diag(matrix))
    found: Float[np.ndarray, "f"] = np.linalg.solve(matrix * np.outer(scale, scale), pull * scale)
    return found * scale


def _linearised(
    problem: Problem,
    layout: Layout,
    unknowns: Float[np.ndarray, "p"],
    bias: Float[np.ndarray, "s 5"],
) -> Fit:
    """The flight of some unknowns and the normal equations there."""
    flight = layout.flown(unknowns, problem.until_s)
    slopes, missed = stacked(problem.observed, problem.observed.compared(flight, bias))
    data_matrix = slopes.T @ slopes
    pull = slopes.T @ missed
    chi_squared = float(missed @ missed)
    off, by = problem.beforehand.misfit(layout, unknowns)
    matrix, size = data_matrix.copy(), layout.size
    matrix[:size, :size] += by.T @ by
    pull[:size] -= by.T @ off
    per_sigma = 1.0 / problem.bias_sigma.ravel()
    matrix[np.arange(size, len(matrix)), np.arange(size, len(matrix))] += per_sigma**2
    pull[size:] -= bias.ravel() * per_sigma**2
    cost = chi_squared + float(off @ off) + float(np.sum((bias.ravel() * per_sigma) ** 2))
    return Fit(flight, bias, cost, chi_squared, matrix, pull, data_matrix)


def stacked(
    observed: Observed, compared: Compared
) -> tuple[Float[np.ndarray, "m q"], Float[np.ndarray, "m"]]:
    """Slopes by the unknowns and all biases, and residuals, of each quantity that was measured."""
    wide = widened(observed, compared)
    measured = observed.per_sigma.ravel() > 0.0
    return wide.reshape(-1, wide.shape[2])[measured], compared.missed.ravel()[measured]


def widened(observed: Observed, compared: Compared) -> Float[np.ndarray, "n 4 q"]:
    """Slopes by the unknowns and, after them, by the biases of all stations."""
    stations = len(observed.frames.origin_ecef_m)
    size, own = compared.by_unknowns.shape[2], len(BIASES)
    wide = np.zeros((len(observed.row), 4, size + own * stations))
    wide[:, :, :size] = compared.by_unknowns
    for number in range(stations):
        rows = observed.station == number
        first = size + own * number
        wide[rows, :, first : first + own] = compared.by_bias[rows]
    return wide


@dataclass(frozen=True, slots=True)
class Distances:
    """How far n detections lie from a flight.

    Attributes:
        squared: in variances of detection and expectation together.
        spread: the greatest variance of what is expected, in variances of the detection.
    """

    squared: Float[np.ndarray, "n"]
    spread: Float[np.ndarray, "n"]


def distances(observed: Observed, fit: Fit) -> Distances:
    """How far detections, used or not, lie from the flight of a fit.

    Args:
        observed: of the same stations as those of the fit.
        fit: what it found.
    """
    compared = observed.compared(fit.flight, fit.bias)
    wide = widened(observed, compared)
    spread = wide @ fit.covariance @ np.swapaxes(wide, 1, 2)
    away = np.linalg.solve(spread + np.eye(4), compared.missed[:, :, None])[:, :, 0]
    return Distances(
        np.sum(compared.missed * away, axis=-1), np.einsum("nii->ni", spread).max(axis=-1)
    )


def _tried(problem: Problem, at: Fit, step: Float[np.ndarray, "q"]) -> Fit | None:
    """Where a step leads; none where no flight is."""
    size = at.layout.size
    bias = at.bias + step[size:].reshape(at.bias.shape)
    try:
        return _linearised(problem, at.layout, at.flight.unknowns + step[:size], bias)
    except NumericalError:
        return None
