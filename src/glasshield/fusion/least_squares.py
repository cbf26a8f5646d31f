"""One object over all its data: weighted least squares of free flights and falls, many at once.

Each object's unknowns are its state at a time in the middle of its detections and, for a fall
through the air, its inverse ballistic coefficient. They are found by Gauss-Newton steps, damped
where a step does not lower the cost, from a start that solves the lines of sight and ranges for a
straight line bent by gravity. The covariance is that of the last normal equations: it is honest
where the detections' standard deviations are, and where nothing but gravity and drag moved the
object.

Source: Tapley, Schutz and Born 2004, Statistical Orbit Determination, sections 4.3 and 4.7;
Levenberg 1944, Quarterly of Applied Mathematics 2, 164-168, for the damping.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.earth import gravity
from glasshield.fusion.arcs import COAST_STEP_S, FALL_STEP_S, Arcs, Grid, arcs
from glasshield.fusion.observed import Normal, Observed
from glasshield.sensing.detections import Detections

# Distance squared beyond which a detection counts as another's: one in a million of its own.
GATE: Final = 33.4
_STEPS: Final = 30
_ROUNDS: Final = 3  # of leaving out what lies beyond the gate
# A step this small, in variances, is the last: the next would be a hundredth of it or less.
_DONE: Final = 1e-2
_THIN: Final = 40  # detections of an object, on average, that are enough to begin with
_FIRST_DAMPING: Final = 1e-3
_GREATEST_DAMPING: Final = 1e9
# Smallest eigenvalue of the scaled normal matrix at which the detections still fix the state.
_LEAST_EIGENVALUE: Final = 1e-11
# What the start leaves out: the turning Earth to second order in time, then gravity's change.
_START_TURN_M_S2: Final = 0.2
_START_BEND_M_S3: Final = 2e-3
_SIGHT_M: Final = 1_000e3  # how far a target is taken to be where no range says so
_CHUNK: Final = 50_000  # detections at a time, for the memory


class Status(enum.IntEnum):
    """How a fit ended."""

    OK = 0
    UNDETERMINED = 1
    NOT_CONVERGED = 2

    @property
    def sentence(self) -> str:
        """The status as a person reads it."""
        return _SENTENCES[self]


_SENTENCES: Final = {
    Status.OK: "the fit converged",
    Status.UNDETERMINED: "the detections do not fix a state",
    Status.NOT_CONVERGED: "the fit did not converge",
}


@dataclass(frozen=True, slots=True)
class FitOptions:
    """How flights are fitted.

    Attributes:
        drag_m2_kg: inverse ballistic coefficient known beforehand and its standard deviation, to
            be improved; left out, there is no air.
        gate: distance squared beyond which a detection is left out; infinite to keep all.
    """

    drag_m2_kg: tuple[float, float] | None = None
    gate: float = GATE

    @property
    def step_s(self) -> float:
        """Between two nodes of an arc."""
        return COAST_STEP_S if self.drag_m2_kg is None else FALL_STEP_S


@dataclass(frozen=True, slots=True)
class Fits:
    """Fitted flights of k objects; p = 6 unknowns, or 7 with the inverse ballistic coefficient.

    What was not found is NaN.

    Attributes:
        status: a `Status` for each.
        reference_s: when each has its state, after the detections' epoch.
        state_ecef: position (m) and velocity relative to the Earth (m/s).
        drag_m2_kg: inverse ballistic coefficients; none without air.
        covariance: of the unknowns.
        chi_squared: sum of squared residuals, in variances.
        degrees: of freedom: measured numbers less unknowns.
        used: which of the detections were taken in.
    """

    status: Int[np.ndarray, "k"]
    reference_s: Float[np.ndarray, "k"]
    state_ecef: Float[np.ndarray, "k 6"]
    drag_m2_kg: Float[np.ndarray, "k"] | None
    covariance: Float[np.ndarray, "k p p"]
    chi_squared: Float[np.ndarray, "k"]
    degrees: Int[np.ndarray, "k"]
    used: Bool[np.ndarray, "n"]

    def __len__(self) -> int:
        return len(self.status)

    @property
    def ok(self) -> Bool[np.ndarray, "k"]:
        """Which fits converged."""
        return self.status == Status.OK

    def at(
        self, time_s: Float[np.ndarray, "k"]
    ) -> tuple[Float[np.ndarray, "k 6"], Float[np.ndarray, "k 6 6"]]:
        """The states of the k objects at a time for each, and their covariances."""
        state, covariance = np.full((len(self), 6), np.nan), np.full((len(self), 6, 6), np.nan)
        good = np.flatnonzero(self.ok)
        if not len(good):
            return state, covariance
        since = np.broadcast_to(time_s, self.reference_s.shape)[good] - self.reference_s[good]
        drag = None if self.drag_m2_kg is None else self.drag_m2_kg[good]
        step_s = COAST_STEP_S if drag is None else FALL_STEP_S
        grid = Grid(-float(since.min()), float(since.max()), step_s)
        flown = arcs(np.zeros(len(good)), self.state_ecef[good], grid, drag)
        state[good] = flown.at(since, np.arange(len(good)))
        slopes = flown.partials_at(since, np.arange(len(good)))
        covariance[good] = slopes @ self.covariance[good] @ np.swapaxes(slopes, 1, 2)
        return state, covariance

    def speed_at(
        self, time_s: Float[np.ndarray, "k"]
    ) -> tuple[Float[np.ndarray, "k"], Float[np.ndarray, "k"]]:
        """The speeds of the k objects relative to the Earth, and their standard deviations."""
        state, covariance = self.at(time_s)
        speed = np.linalg.norm(state[:, 3:], axis=-1)
        toward = state[:, 3:] / speed[:, None]
        variance = np.einsum("ki,kij,kj->k", toward, covariance[:, 3:, 3:], toward)
        return speed, np.sqrt(variance)


def fit(
    detections: Detections,
    object_index: Int[np.ndarray, "n"] | None = None,
    options: FitOptions | None = None,
) -> Fits:
    """The flights that fit the detections of each object best.

    Args:
        detections: of any stations; range rates and bearings without range are taken in too.
        object_index: whose each detection is, from 0 without a gap, below 0 for nobody's; left
            out, all are of one object.
        options: left out, a flight without air.

    Raises:
        RangeError: an index of the wrong length or with a gap.
    """
    chosen = options or FitOptions()
    index = np.zeros(len(detections), dtype=int) if object_index is None else object_index
    observed = Observed.of(detections, index)
    parts = [_fit(part, chosen) for part in _chunks(observed)]
    return _joined(parts, len(detections))


def reference_times(observed: Observed) -> Float[np.ndarray, "k"]:
    """The time of each object's middle detection."""
    in_time = np.lexsort((observed.time_s, observed.object))
    count = np.diff(np.append(observed.first, len(observed.row)))
    return observed.time_s[in_time][observed.first + count // 2]


def laid_out(observed: Observed, reference_s: Float[np.ndarray, "k"], step_s: float) -> Grid:
    """A grid of nodes that covers all detections."""
    since = observed.time_s - reference_s[observed.object]
    return Grid(-float(since.min()), float(since.max()), step_s)


def started(observed: Observed, reference_s: Float[np.ndarray, "k"]) -> Float[np.ndarray, "k 6"]:
    """States to start from: what ranges and lines of sight say of a line bent by gravity.

    Linear in the state, so that bearings alone from two places are enough; NaN where even so the
    state is not fixed.
    """
    since = observed.time_s - reference_s[observed.object]
    origin = observed.frames.origin_ecef_m[observed.station]
    weight, sight_m = _sight_weights(observed, since)
    design = np.concatenate((np.broadcast_to(np.eye(3), weight.shape),) * 2, axis=-1)
    design[:, :, 3:] *= since[:, None, None]
    weighted = np.swapaxes(design, 1, 2) @ weight
    matrix = observed.summed(weighted @ design)
    state = np.full((observed.count, 6), np.nan)
    fixed = _is_fixed(matrix)
    fall = np.zeros_like(origin)
    for _ in range(3):  # gravity is known only as well as the place
        seen = origin + sight_m - 0.5 * since[:, None] ** 2 * fall
        pull = observed.summed((weighted @ seen[:, :, None])[:, :, 0])
        state[fixed] = np.linalg.solve(matrix[fixed], pull[fixed, :, None])[:, :, 0]
        fall = gravity.acceleration(np.where(fixed[:, None], state[:, :3], 1e7))[observed.object]
    return state


def _sight_weights(
    observed: Observed, since_s: Float[np.ndarray, "n"]
) -> tuple[Float[np.ndarray, "n 3 3"], Float[np.ndarray, "n 3"]]:
    """What each detection says of the place, as a matrix, and the vector to where it puts it."""
    distance, azimuth, elevation = observed.measured[:, :3].T
    known = observed.per_sigma[:, 0] > 0.0
    distance = np.where(known, distance, _SIGHT_M)
    level = np.cos(elevation)
    local = np.stack((level * np.sin(azimuth), level * np.cos(azimuth), np.sin(elevation)), -1)
    toward = observed.frames.take(observed.station).ecef(local)
    left_out = _START_TURN_M_S2 * since_s**2 + _START_BEND_M_S3 * np.abs(since_s) ** 3
    along = np.where(known, 1.0 / (_variance(observed.per_sigma[:, 0]) + left_out**2), 0.0)
    angles = _variance(observed.per_sigma[:, 1:3].min(axis=-1))
    across = 1.0 / (angles * distance**2 + left_out**2)
    lengthwise = toward[:, :, None] * toward[:, None, :]
    weight = across[:, None, None] * np.eye(3) + (along - across)[:, None, None] * lengthwise
    return weight, toward * distance[:, None]


def _variance(per_sigma: Float[np.ndarray, "n"]) -> Float[np.ndarray, "n"]:
    return np.divide(1.0, per_sigma**2, out=np.full_like(per_sigma, np.inf), where=per_sigma > 0.0)


def _chunks(observed: Observed) -> list[Observed]:
    """The objects in parts that fit into memory."""
    parts, start = [], 0
    ends = np.append(observed.first[1:], len(observed.row))
    while start < observed.count:
        limit = observed.first[start] + _CHUNK
        stop = max(start + 1, int(np.searchsorted(ends, limit, side="right")))
        rows = slice(int(observed.first[start]), int(ends[stop - 1]))
        parts.append(
            replace(
                observed,
                row=observed.row[rows],
                time_s=observed.time_s[rows],
                station=observed.station[rows],
                measured=observed.measured[rows],
                per_sigma=observed.per_sigma[rows],
                lift=observed.lift[rows],
                object=observed.object[rows] - start,
                first=observed.first[start:stop] - rows.start,
            )
        )
        start = stop
    return parts


@dataclass(slots=True)
class _Search:
    """Where the search for k objects stands: unknowns, their arcs and normal equations."""

    unknowns: Float[np.ndarray, "k p"]
    flown: Arcs
    normal: Normal
    damping: Float[np.ndarray, "k"]
    done: Bool[np.ndarray, "k"]


@dataclass(frozen=True, slots=True)
class _Part:
    """The fits of some objects, and which detections they used."""

    fits: Fits
    rows: Int[np.ndarray, "m"]


def _fit(observed: Observed, options: FitOptions) -> _Part:
    reference = reference_times(observed)
    begin = started(observed, reference)
    fixed = np.isfinite(begin).all(axis=-1)
    begin[~fixed] = _STAND_IN
    if options.drag_m2_kg is not None:
        drag = np.full((observed.count, 1), options.drag_m2_kg[0])
        begin = np.concatenate((begin, drag), axis=-1)
    used = observed
    begin = _searched(_thinned(observed), reference, begin, options).unknowns
    search = _searched(used, reference, begin, options)
    for _ in range(_ROUNDS):
        missed, _ = observed.residuals(search.flown)
        # An object not yet found loses nothing: it cannot tell its own detections from others'.
        kept = (np.sum(missed**2, axis=-1) <= options.gate) | ~search.done[observed.object]
        if np.array_equal(kept, used.used | ~observed.used):
            break
        used = observed.keep(kept)
        search = _searched(used, reference, search.unknowns, options)
    return _Part(_result(used, reference, search, fixed), observed.row)


def _thinned(observed: Observed) -> Observed:
    """A part of the detections, spread over each object's; all where there are few."""
    every = len(observed.row) // (_THIN * observed.count)
    if every < 2:
        return observed
    place = np.arange(len(observed.row)) - observed.first[observed.object]
    return observed.take(place % every == 0)


# Where an object without a start of its own waits: high above the pole, at rest.
_STAND_IN: Final = np.array((0.0, 0.0, 1e7, 0.0, 0.0, 0.0))


def _searched(
    observed: Observed,
    reference_s: Float[np.ndarray, "k"],
    begin: Float[np.ndarray, "k p"],
    options: FitOptions,
) -> _Search:
    """Damped Gauss-Newton steps, each object's own, until none moves any more."""
    grid = laid_out(observed, reference_s, options.step_s)
    flown, normal = _linearised(observed, reference_s, begin, grid, options)
    count = observed.count
    search = _Search(begin, flown, normal, np.zeros(count), np.zeros(count, dtype=bool))
    for _ in range(_STEPS):
        step = _damped_step(search)
        size = np.einsum("ki,kij,kj->k", step, search.normal.matrix, step)
        trial = np.where(search.done[:, None], search.unknowns, search.unknowns + step)
        flown, normal = _linearised(observed, reference_s, trial, grid, options)
        better = ~(normal.cost > search.normal.cost * (1.0 + 1e-9)) & ~search.done
        # Rounding can make the last, vanishing step look worse; it is then not taken.
        arrived = (size < _DONE) & (search.damping <= _FIRST_DAMPING)
        search = _moved(search, trial, flown, normal, better)
        search.done |= arrived
        if (search.done | (search.damping > _GREATEST_DAMPING)).all():
            break
    return search


def _linearised(
    observed: Observed,
    reference_s: Float[np.ndarray, "k"],
    unknowns: Float[np.ndarray, "k p"],
    grid: Grid,
    options: FitOptions,
) -> tuple[Arcs, Normal]:
    """The arcs of some unknowns, and their normal equations with what was known beforehand."""
    if options.drag_m2_kg is None:
        flown = arcs(reference_s, unknowns, grid)
        return flown, observed.normal(flown)
    drag = unknowns[:, 6]
    flown = arcs(reference_s, unknowns[:, :6], grid, drag)
    normal = observed.normal(flown)
    mean, sigma = options.drag_m2_kg
    normal.matrix[:, 6, 6] += 1.0 / sigma**2
    normal.pull[:, 6] += (mean - drag) / sigma**2
    cost = normal.cost + ((mean - drag) / sigma) ** 2
    return flown, replace(normal, cost=cost)


def _damped_step(search: _Search) -> Float[np.ndarray, "k p"]:
    """The Gauss-Newton step, shortened by the damping; none where the matrix fixes nothing."""
    matrix = search.normal.matrix
    scale = np.sqrt(np.maximum(np.einsum("kii->ki", matrix), np.finfo(float).tiny))
    scaled = matrix / (scale[:, :, None] * scale[:, None, :])
    floor = np.maximum(search.damping, _LEAST_EIGENVALUE)
    scaled = scaled + floor[:, None, None] * np.eye(matrix.shape[-1])
    step = np.linalg.solve(scaled, (search.normal.pull / scale)[:, :, None])[:, :, 0]
    return step / scale


def _moved(
    search: _Search,
    trial: Float[np.ndarray, "k p"],
    flown: Arcs,
    normal: Normal,
    better: Bool[np.ndarray, "k"],
) -> _Search:
    """The search with those objects moved that got better, and the others more damped."""
    flown.states[:, ~better] = search.flown.states[:, ~better]
    assert flown.partials is not None
    assert search.flown.partials is not None
    flown.partials[:, ~better] = search.flown.partials[:, ~better]
    pairs = ((normal.matrix, search.normal.matrix), (normal.pull, search.normal.pull))
    for new, old in (*pairs, (normal.cost, search.normal.cost), (trial, search.unknowns)):
        new[~better] = old[~better]
    if flown.drag_m2_kg is not None:
        flown = replace(flown, drag_m2_kg=trial[:, 6])
    worse = ~better & ~search.done
    damping = np.where(better, 0.1 * search.damping, search.damping)
    damping = np.where(worse, np.maximum(10.0 * damping, _FIRST_DAMPING), damping)
    damping[damping < _FIRST_DAMPING] = 0.0
    return _Search(trial, flown, normal, damping, search.done)


def _result(
    observed: Observed,
    reference_s: Float[np.ndarray, "k"],
    search: _Search,
    fixed: Bool[np.ndarray, "k"],
) -> Fits:
    fixed = fixed & _is_fixed(search.normal.matrix)
    found = fixed & search.done
    status = np.where(fixed, np.where(found, Status.OK, Status.NOT_CONVERGED), Status.UNDETERMINED)
    size = search.unknowns.shape[-1]
    covariance = np.full((observed.count, size, size), np.nan)
    covariance[found] = inverted(search.normal.matrix[found])
    unknowns = np.where(found[:, None], search.unknowns, np.nan)
    numbers = observed.summed((observed.per_sigma > 0.0).sum(axis=-1))
    return Fits(
        status=status,
        reference_s=reference_s,
        state_ecef=unknowns[:, :6],
        drag_m2_kg=unknowns[:, 6] if size > 6 else None,
        covariance=covariance,
        chi_squared=np.where(found, search.normal.cost, np.nan),
        degrees=numbers - 6,  # what was known of the drag beforehand is a measurement too
        used=observed.used,
    )


def _joined(parts: list[_Part], detections: int) -> Fits:
    """The fits of all parts, with the detections used in the order in which they were given."""
    if not parts:
        nothing = np.empty(0)
        zero = np.empty(0, dtype=int)
        none = np.zeros(detections, dtype=bool)
        six = np.empty((0, 6))
        return Fits(zero, nothing, six, None, np.empty((0, 6, 6)), nothing, zero, none)
    used = np.zeros(detections, dtype=bool)
    for part in parts:
        used[part.rows] = part.fits.used
    names = ("status", "reference_s", "state_ecef", "covariance", "chi_squared", "degrees")
    columns = {name: np.concatenate([getattr(part.fits, name) for part in parts]) for name in names}
    drags = [part.fits.drag_m2_kg for part in parts if part.fits.drag_m2_kg is not None]
    return Fits(**columns, drag_m2_kg=np.concatenate(drags) if drags else None, used=used)


def _is_fixed(matrix: Float[np.ndarray, "k p p"]) -> Bool[np.ndarray, "k"]:
    """Whether normal equations fix all of their unknowns."""
    diagonal = np.einsum("kii->ki", matrix)
    some = (diagonal > 0.0).all(axis=-1)
    scale = np.sqrt(np.where(some[:, None], diagonal, 1.0))
    scaled = np.where(some[:, None, None], matrix / (scale[:, :, None] * scale[:, None, :]), 0.0)
    least: Bool[np.ndarray, "k"] = np.linalg.eigvalsh(scaled)[:, 0] > _LEAST_EIGENVALUE
    return least & some


def inverted(matrix: Float[np.ndarray, "k p p"]) -> Float[np.ndarray, "k p p"]:
    """Inverses of positive matrices whose unknowns differ widely in size; symmetric."""
    scale = 1.0 / np.sqrt(np.einsum("kii->ki", matrix))
    both = scale[:, :, None] * scale[:, None, :]
    inverse = np.linalg.inv(matrix * both) * both
    return 0.5 * (inverse + np.swapaxes(inverse, 1, 2))
