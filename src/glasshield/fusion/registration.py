"""Registration: what each station's range, azimuth, elevation and clock are off by.

Objects in free flight are the yardstick: gravity says how they move, so what several stations, or
one over some minutes, report of them fits together only with the right biases. The unknowns are
the biases of all stations and the state of every object; the normal equations have the shape of an
arrow, and each object's state is eliminated on its own (Schur complement). What is left is the
information on the biases, to which what is known of stations beforehand is added.

A shift of all clocks by the same time changes no flight over the turning Earth. Clocks are
therefore held by the prior alone as to their common part, and that one is far off among several
that agree is a question of odds: each clock is right, loose by a fraction of a second, or,
rarely, wrong by seconds. All combinations are weighed by their evidence and the estimate is the
mean of the mixture; with two stations and 3 s between them it says that either may be the wrong
one.

Source: Tapley, Schutz and Born 2004, Statistical Orbit Determination, section 4.8 (consider and
common parameters); Helmick and Rice 1993, IEEE Transactions on Aerospace and Electronic Systems 29
(4), 1340-1353 (biases of several sensors); Bishop 2006, Pattern Recognition and Machine Learning,
section 3.5 (evidence).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.fusion.arcs import COAST_STEP_S, arcs, height_m
from glasshield.fusion.bias_prior import BiasPrior, Clock, Information, likeliest, weighed
from glasshield.fusion.bridge import Tolerance, bridged, together
from glasshield.fusion.least_squares import GATE, FitOptions, Fits, fit, laid_out
from glasshield.fusion.observed import BIASES, Observed, air_lift
from glasshield.fusion.tracks import Phase, Tracks
from glasshield.sensing.detections import Detections
from glasshield.sensing.station import Station

# A fall through the air below it is no yardstick: nobody knows its ballistic coefficient.
LOWEST_M: Final = 110e3
LEAST_RANGE_M: Final = 1.0
COASTING: Final = 0.9  # probability from which on a track's row counts as free flight
_STEPS: Final = 12
_DONE: Final = 1e-3
_ROUNDS: Final = 8
# Of chi squared with three degrees of freedom.
MEDIAN_DISTANCE2: Final = 2.37
_UNFREE_SIGMAS: Final = 6.0  # of its sum of squares, beyond which a flight was not free
_FEWEST: Final = 6  # detections of an object that take part
_EACH: Final = 40  # detections of an object, on average, below which fewer objects take part
_TIME: Final = BIASES.index("time_s")
_AIR: Final = BIASES.index("air")


@dataclass(frozen=True, slots=True)
class Registration:
    """The biases of all stations: what they report less what is true.

    Attributes:
        stations: whose biases.
        bias: range (m), azimuth, elevation (rad), time (s) and air (share) of each.
        covariance: of all biases, station by station.
        wrong_clock: probability that each station's clock is wrong.
        detections: how many of each station took part.
        objects: how many flights took part.
    """

    stations: tuple[Station, ...]
    bias: Float[np.ndarray, "s 5"]
    covariance: Float[np.ndarray, "b b"]
    wrong_clock: Float[np.ndarray, "s"]
    detections: Int[np.ndarray, "s"]
    objects: int

    @property
    def sigma(self) -> Float[np.ndarray, "s 5"]:
        """Standard deviations of the biases."""
        return np.sqrt(np.diag(self.covariance)).reshape(-1, len(BIASES))

    def between_clocks(self, one: int, other: int) -> tuple[float, float]:
        """How far one station's clock is ahead of another's (s), and the standard deviation.

        The difference is known far better than either clock.
        """
        weights = np.zeros(self.bias.size)
        weights[[len(BIASES) * one + _TIME, len(BIASES) * other + _TIME]] = 1.0, -1.0
        apart_s = float(weights @ self.bias.ravel())
        return apart_s, float(np.sqrt(weights @ self.covariance @ weights))


@dataclass(frozen=True, slots=True)
class RegistrationOptions:
    """How biases are estimated.

    Attributes:
        prior: what is known beforehand.
        gate: distance squared beyond which a detection is left out.
        most_detections: of more, every second, third and so on takes part.
    """

    prior: BiasPrior = field(default_factory=BiasPrior)
    gate: float = GATE
    most_detections: int = 24_000


def register(
    detections: Detections,
    object_index: Int[np.ndarray, "n"],
    options: RegistrationOptions | None = None,
) -> Registration:
    """The biases of all stations from what they report of objects in free flight.

    Args:
        detections: of all stations; biased as they are.
        object_index: whose each detection is, from 0 without a gap, below 0 for none that flies
            freely; `free_flight_index` makes it from tracks.
        options: left out, the usual ones.

    Raises:
        RangeError: an index of the wrong length or with a gap.
    """
    chosen = options or RegistrationOptions()
    index = thinned(np.asarray(object_index), chosen.most_detections)
    index = tied(detections, index, chosen)
    rows = np.flatnonzero(index >= 0)
    taken, index = detections.take(rows), index[rows]
    information, index = _iterated(taken, index, chosen)
    return _registration(taken, index, information, chosen.prior)


def _iterated(
    detections: Detections, index: Int[np.ndarray, "n"], options: RegistrationOptions
) -> tuple[Information, Int[np.ndarray, "n"]]:
    """What the data say of the biases, and whose those detections are that say it."""
    bias = np.zeros((len(detections.stations), len(BIASES)))
    sigma = options.prior.sigmas(np.full(len(bias), Clock.WRONG))
    information = Information(np.zeros((bias.size, bias.size)), np.zeros(bias.size))
    lift = air_lift(detections)
    index, fits = fitted(detections, index, bias, lift)
    for turn in range(_ROUNDS):
        if not len(fits):
            break
        observed = Observed.of(detections, index, lift)
        bias, fits, information, missed = _solved(observed, fits, bias, sigma)
        agrees = _agrees(observed, missed, options.gate)
        if not agrees.all():
            index[observed.row[~agrees]] = -1
            index, fits = fitted(detections, index, bias, lift)
        elif turn:
            break
        # What all clocks share is held by the prior alone: with that of the likeliest clocks the
        # next turn is linear around a place near the answer.
        sigma = options.prior.sigmas(likeliest(information, options.prior))
    return information, index


@dataclass(frozen=True, slots=True)
class FreeFlight:
    """Which detections are of free flight, and of which tracks.

    Attributes:
        index: whose each detection is, from 0 without a gap, below 0 for none.
        track: place of each object's track.
        first_s: time of its first detection.
        last_s: time of its last.
    """

    index: Int[np.ndarray, "n"]
    track: Int[np.ndarray, "k"]
    first_s: Float[np.ndarray, "k"]
    last_s: Float[np.ndarray, "k"]


def free_flight(
    tracks: Tracks, detections: Detections, *, lowest_m: float = LOWEST_M
) -> FreeFlight:
    """The detections of tracks that fly freely above the air, of those that have enough of them.

    Args:
        tracks: of the detections.
        detections: as they were given to the tracker.
        lowest_m: height below which no detection takes part.
    """
    by_track = _by_track(tracks, len(detections), lowest_m)
    index = _renumbered(by_track)
    taken = index >= 0
    objects, time_s = index[taken], detections.time_s[taken]
    count = int(index.max(initial=-1)) + 1
    track = np.zeros(count, dtype=int)
    track[objects] = by_track[taken]
    first_s, last_s = np.full(count, np.inf), np.full(count, -np.inf)
    np.minimum.at(first_s, objects, time_s)
    np.maximum.at(last_s, objects, time_s)
    return FreeFlight(index, track, first_s, last_s)


def free_flight_index(
    tracks: Tracks, detections: int, *, lowest_m: float = LOWEST_M
) -> Int[np.ndarray, "n"]:
    """Whose each detection is, as `free_flight` has it.

    Args:
        tracks: of the detections.
        detections: how many were given to the tracker.
        lowest_m: height below which no detection takes part.
    """
    return _renumbered(_by_track(tracks, detections, lowest_m))


def _by_track(tracks: Tracks, detections: int, lowest_m: float) -> Int[np.ndarray, "n"]:
    """The place of the track that each detection of free flight is of, else below 0."""
    whose = np.repeat(np.arange(len(tracks)), np.diff(tracks.first_row))
    free = tracks.phase_probability[:, Phase.COAST] >= COASTING
    free &= (height_m(tracks.state_ecef[:, :3]) >= lowest_m) & (tracks.detection >= 0)
    index = np.full(detections, -1)
    index[tracks.detection[free]] = whose[free]
    return index


def corrected(detections: Detections, registration: Registration) -> Detections:
    """The detections with the estimated biases taken off, times included.

    Stations are matched by their ids; one without an estimate is left as it is. Taking off a bias
    puts no echo behind a radar: no range ends below a metre.
    """
    ids = (station.id for station in registration.stations)
    known = dict(zip(ids, registration.bias, strict=True))
    nothing = np.zeros(len(BIASES))
    bias = np.array([known.get(s.id, nothing) for s in detections.stations])
    freed = _freed(detections, bias, air_lift(detections))
    return replace(freed, range_m=np.maximum(freed.range_m, LEAST_RANGE_M))


def _freed(
    detections: Detections, bias: Float[np.ndarray, "s 5"], lift_rad: Float[np.ndarray, "n"]
) -> Detections:
    """The detections without these biases."""
    off = bias.reshape(-1, len(BIASES))[detections.station_index]
    return replace(
        detections,
        range_m=detections.range_m - off[:, 0],
        azimuth_rad=np.remainder(detections.azimuth_rad - off[:, 1], 2.0 * np.pi),
        elevation_rad=detections.elevation_rad - off[:, 2] - off[:, _AIR] * lift_rad,
        time_s=detections.time_s - off[:, _TIME],
    )


def _registration(
    detections: Detections,
    index: Int[np.ndarray, "n"],
    information: Information,
    prior: BiasPrior,
) -> Registration:
    bias, covariance, wrong = weighed(information, prior)
    taking_part = detections.station_index[index >= 0]
    counts = np.bincount(taking_part, minlength=len(detections.stations))
    objects = int(index.max(initial=-1)) + 1
    return Registration(detections.stations, bias, covariance, wrong, counts, objects)


def tied(
    detections: Detections, index: Int[np.ndarray, "n"], options: RegistrationOptions
) -> Int[np.ndarray, "n"]:
    """The index with stations that share no flight with others tied to theirs where they can be.

    Args:
        detections: of all stations.
        index: as for `register`; nothing changes where no station is apart.
        options: what biases may be.
    """
    stations = len(detections.stations)
    if together(detections.station_index, index, stations).all():
        return index
    index = thinned(index, options.most_detections)
    prior = options.prior
    tolerance = Tolerance(prior.range_m, prior.azimuth_rad, prior.elevation_rad)
    index, fits = fitted(
        detections, index, np.zeros((stations, len(BIASES))), np.zeros(len(detections))
    )
    return _renumbered(bridged(detections, index, fits, tolerance))


def thinned(index: Int[np.ndarray, "n"], most: int) -> Int[np.ndarray, "n"]:
    """The index with no more than so many detections: of fewer objects first, then of each fewer.

    The objects with the most detections stay, and of those every second, third and so on.
    """
    index = _renumbered(index)
    count = np.bincount(index[index >= 0])
    room = max(1, most // _EACH)
    if (count > 0).sum() > room:
        staying = np.zeros(len(count), dtype=bool)
        staying[np.argsort(-count, kind="stable")[:room]] = True
        index = np.where((index >= 0) & staying[np.maximum(index, 0)], index, -1)
    taking_part = np.flatnonzero(index >= 0)
    by_object = taking_part[np.argsort(index[taking_part], kind="stable")]
    every = max(1, -(-len(by_object) // most))
    thin = np.full(len(index), -1)
    thin[by_object[::every]] = index[by_object[::every]]
    return _renumbered(thin)


def _renumbered(index: Int[np.ndarray, "n"]) -> Int[np.ndarray, "n"]:
    """The index with those objects that have enough detections numbered without a gap."""
    count = np.bincount(index[index >= 0], minlength=1)
    enough = count >= _FEWEST
    number = np.where(enough, np.cumsum(enough) - 1, -1)
    return np.where(index >= 0, number[np.maximum(index, 0)], -1)


def fitted(
    detections: Detections,
    index: Int[np.ndarray, "n"],
    bias: Float[np.ndarray, "s 5"],
    lift_rad: Float[np.ndarray, "n"],
) -> tuple[Int[np.ndarray, "n"], Fits]:
    """The flights that fit best with the biases as they are thought to be, and whose they are."""
    index = _renumbered(index)
    fits = fit(_freed(detections, bias, lift_rad), index, FitOptions(gate=np.inf))
    good = fits.ok
    number = np.where(good, np.cumsum(good) - 1, -1)
    if len(good):
        index = np.where(index >= 0, number[np.maximum(index, 0)], -1)
    return index, _chosen(fits, good)


def _chosen(fits: Fits, good: Bool[np.ndarray, "k"]) -> Fits:
    names = ("status", "reference_s", "state_ecef", "covariance", "chi_squared", "degrees")
    return replace(fits, **{name: getattr(fits, name)[good] for name in names})


def _solved(
    observed: Observed, fits: Fits, bias: Float[np.ndarray, "s 5"], sigma: Float[np.ndarray, "b"]
) -> tuple[Float[np.ndarray, "s 5"], Fits, Information, Float[np.ndarray, "n 4"]]:
    """Biases and flights by Gauss-Newton steps on the whole arrow, information, and residuals."""
    for _ in range(_STEPS):
        information, back, _ = eliminated(observed, fits, bias)
        scaled = information.matrix * np.outer(sigma, sigma) + np.eye(len(sigma))
        after = sigma * np.linalg.solve(scaled, sigma * information.pull)
        step = after - bias.ravel()
        fits = replace(fits, state_ecef=fits.state_ecef + back.start + back.slope @ step)
        bias = after.reshape(bias.shape)
        if step @ information.matrix @ step < _DONE:
            break
    information, _, missed = eliminated(observed, fits, bias)
    return bias, fits, information, missed


def _agrees(
    observed: Observed, missed: Float[np.ndarray, "n 4"], gate: float
) -> Bool[np.ndarray, "n"]:
    """Which detections lie within the gate of a flight that is free as a whole.

    While strangers still pull at everything, the gate is as much wider as the median lies out: the
    worst go first. What burns or brakes unseen gives itself away by its sum of squares long before
    any single detection leaves the gate.
    """
    distance2 = np.sum(missed**2, axis=-1)
    usual = max(1.0, float(np.median(distance2)) / MEDIAN_DISTANCE2)
    degrees = np.maximum(observed.summed((observed.per_sigma > 0.0).sum(axis=-1)) - 6.0, 1.0)
    within: Bool[np.ndarray, "n"] = distance2 <= gate * usual
    if not within.all():
        return within  # a few strangers spoil the sum of a whole flight: first without them
    cost = observed.summed(distance2)
    free = cost <= degrees + _UNFREE_SIGMAS * np.sqrt(2.0 * degrees)
    agree: Bool[np.ndarray, "n"] = free[observed.object]
    return agree


@dataclass(frozen=True, slots=True)
class _Back:
    """What the objects' states do when biases move: `start + slope @ step`."""

    start: Float[np.ndarray, "k 6"]
    slope: Float[np.ndarray, "k 6 b"]


def eliminated(
    observed: Observed, fits: Fits, bias: Float[np.ndarray, "s 5"]
) -> tuple[Information, _Back, Float[np.ndarray, "n 4"]]:
    """The information on the biases with every object's state eliminated."""
    grid = laid_out(observed, fits.reference_s, COAST_STEP_S)
    longest_s = float(np.abs(bias[:, _TIME]).max(initial=0.0))
    grid = replace(grid, before_s=grid.before_s + longest_s, after_s=grid.after_s + longest_s)
    flown = arcs(fits.reference_s, fits.state_ecef, grid)
    normal = observed.normal(flown, bias)
    shared = normal.shared
    assert shared is not None
    scale = 1.0 / np.sqrt(np.einsum("kii->ki", normal.matrix))
    scaled = normal.matrix * scale[:, :, None] * scale[:, None, :]
    both = np.concatenate((normal.pull[:, :, None], shared.coupling), axis=-1)
    solved = np.linalg.solve(scaled, both * scale[:, :, None]) * scale[:, :, None]
    turned_over = np.swapaxes(shared.coupling, 1, 2)
    matrix = shared.matrix - np.einsum("kbi,kic->bc", turned_over, solved[:, :, 1:])
    pull = shared.pull - np.einsum("kbi,ki->b", turned_over, solved[:, :, 0])
    matrix = _positive(0.5 * (matrix + matrix.T))
    missed, _ = observed.residuals(flown, bias)
    information = Information(matrix, pull + matrix @ bias.ravel())
    return information, _Back(solved[:, :, 0], -solved[:, :, 1:]), missed


def _positive(matrix: Float[np.ndarray, "b b"]) -> Float[np.ndarray, "b b"]:
    """The matrix without the small negative eigenvalues that rounding gives a singular one."""
    diagonal = np.sqrt(np.maximum(np.diag(matrix), 0.0))
    scale = np.where(diagonal > 0.0, diagonal, 1.0)
    values, vectors = np.linalg.eigh(matrix / np.outer(scale, scale))
    return (vectors * np.maximum(values, 0.0)) @ vectors.T * np.outer(scale, scale)
