"""Tracks seen from their end: every state given all of an object's detections, also the later ones.

A track's own detections are filtered once more, with all models' states kept, and then gone through
backward. With one motion that is Rauch, Tung and Striebel's smoother. With several, each pair of a
motion before and a motion after is smoothed on its own, and the pairs are joined by how likely they
were (Kim). Tracks lie side by side: one round of NumPy takes one row of each.

Source: Rauch, Tung and Striebel 1965, AIAA J. 3(8), 1445-1450; Kim 1994, Dynamic linear models with
Markov-switching, J. Econometrics 60, 1-22.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Self

import numpy as np
from jaxtyping import Float, Int

from glasshield.errors import RangeError
from glasshield.fusion import filters, imm
from glasshield.fusion.filters import Gaussian, Prediction
from glasshield.fusion.imm import Bank, Mixture
from glasshield.fusion.motion import SLOWEST_M_S, MotionModel
from glasshield.fusion.options import Filter, Options
from glasshield.fusion.tracks import Phase, Tracks, pack, unpack
from glasshield.sensing import measurement
from glasshield.sensing.detections import Detections
from glasshield.sensing.measurement import Frames
from glasshield.workspace import Progress

# Tracks side by side in one go; a row takes a kilobyte and a half until its group is done.
ROWS_AT_ONCE: Final = 60_000
# A motion and the next that are less likely than this, given everything, are not smoothed through.
LEAST_SHARE: Final = 1e-5

_STATE: Final = slice(0, 6)
_VELOCITY: Final = slice(3, 6)
_PARAMETER: Final = 6


def smooth(
    tracks: Tracks,
    detections: Detections,
    options: Options | None = None,
    progress: Progress | None = None,
) -> Tracks:
    """The same tracks with every state given all of the track's detections.

    Args:
        tracks: as the tracker made them.
        detections: that it was given, in the same order: what `Tracks.detection` counts through.
            A row without a number is carried without a measurement.
        options: of the tracker: its motions, their noise and the filter.
        progress: told how far it is.

    Raises:
        RangeError: other detections than those the tracks were made from.
    """
    settings = Options() if options is None else options
    _check(tracks, detections)
    states, covariances = tracks.state_ecef.copy(), tracks.packed_covariance.copy()
    phases, done = tracks.phase_probability.copy(), 0
    for strand in _strands(tracks, detections):
        for rows, mixture in strand.smoothed(settings):
            whole = imm.combined(mixture)
            states[rows], covariances[rows] = whole.mean, pack(whole.covariance)
            phases[rows] = _phases(mixture)
            done += len(rows)
        if progress is not None:
            progress(done / len(states), "smoothing")
    return replace(
        tracks, state_ecef=states, packed_covariance=covariances, phase_probability=phases
    )


def backward(
    bank: Bank, before: Mixture, dt_s: Float[np.ndarray, "n"], after: Mixture, kind: Filter
) -> Mixture:
    """Mixtures at one time given all detections, from those at the next.

    Args:
        bank: of the models.
        before: filtered at the one time.
        dt_s: from the one to the next.
        after: at the next, given all detections.
        kind: how motions are linearised.
    """
    share = _pair_shares(bank, before, dt_s, after)
    estimates = []
    for left, own in enumerate(before.estimates):
        # A motion that nobody believes in any more stays as it was filtered.
        stories, weights = [own], [np.where(share[:, left].max(axis=1) > LEAST_SHARE, 0.0, 1.0)]
        for right, model in enumerate(bank.models):
            lanes = np.flatnonzero(share[:, left, right] > LEAST_SHARE)
            if not lanes.size:
                continue
            part, then = own.take(lanes), after.estimates[right].take(lanes)
            if left == right:
                ahead = filters.predict(model, part, dt_s[lanes], kind)
                story = _given(part, ahead, then)
            else:
                start = imm.entering(model, part)
                ahead = filters.predict(model, start, dt_s[lanes], kind)
                ahead = _at_some_moment(ahead, part, (bank.models[left], model), dt_s[lanes])
                story = _with_own_parameter(part, _given(start, ahead, then))
            stories.append(_exchanged(own, lanes, story))
            weights.append(
                np.where(share[:, left, right] > LEAST_SHARE, share[:, left, right], 0.0)
            )
        weight = np.stack(weights)
        estimates.append(
            filters.moment_matched(
                weight / weight.sum(axis=0),
                np.stack([story.mean for story in stories]),
                np.stack([story.covariance for story in stories]),
            )
        )
    return Mixture(tuple(estimates), share.sum(axis=2))


def _pair_shares(
    bank: Bank, before: Mixture, dt_s: Float[np.ndarray, "n"], after: Mixture
) -> Float[np.ndarray, "n m m"]:
    """How likely each motion (second axis) was followed by each (third), given all detections."""
    change = imm.changes(bank, before, dt_s)
    joint = before.probability[:, :, None] * change
    ahead = joint.sum(axis=1, keepdims=True)
    given = np.divide(joint, ahead, out=np.zeros_like(joint), where=ahead > 0.0)
    return given * after.probability[:, None, :]


def _given(start: Gaussian, ahead: Prediction, after: Gaussian) -> Gaussian:
    """The estimates at one time, given what they came to at the next.

    Source: Rauch, Tung and Striebel 1965.
    """
    gain = _quotient(ahead.cross, ahead.estimate.covariance)
    mean = start.mean + np.einsum("nij,nj->ni", gain, after.mean - ahead.estimate.mean)
    narrower = gain @ (ahead.estimate.covariance - after.covariance) @ gain.mT
    return Gaussian(mean, start.covariance - 0.5 * (narrower + narrower.mT))


def _at_some_moment(
    ahead: Prediction,
    own: Gaussian,
    motions: tuple[MotionModel, MotionModel],
    dt_s: Float[np.ndarray, "n"],
) -> Prediction:
    """A prediction over a span in which thrust began or ended, nobody knows when.

    Thrust for a part of the span, uniform between nothing and all of it, adds along the velocity
    half of a dt in speed and a third of a dt^2 in way, with variances of a^2 dt^2 / 12 and
    a^2 dt^4 / 45 and a covariance of a^2 dt^3 / 24. Where it begins, the prediction has as much too
    much of it. Without this a flight would be traced back through burnout as if it were exact.
    """
    before, after = motions
    if Phase.BOOST not in (before.phase, after.phase):
        return ahead
    ending = before.phase is Phase.BOOST
    thrust, sigma = np.full(len(dt_s), after.parameter[0]), np.full(len(dt_s), after.parameter[1])
    if ending:
        thrust, sigma = own.mean[:, _PARAMETER], np.sqrt(own.covariance[:, _PARAMETER, _PARAMETER])
    velocity = own.mean[:, _VELOCITY]
    speed = np.linalg.norm(velocity, axis=1, keepdims=True)
    along = velocity / np.maximum(speed, SLOWEST_M_S)
    shift = (
        np.stack((dt_s**2 / 3.0, dt_s / 2.0), axis=-1) * np.where(ending, thrust, -thrust)[:, None]
    )
    spread = np.empty((len(dt_s), 2, 2))
    spread[:, 0, 0], spread[:, 1, 1] = dt_s**4 / 45.0, dt_s**2 / 12.0
    spread[:, 0, 1] = spread[:, 1, 0] = dt_s**3 / 24.0
    spread *= (thrust**2 + sigma**2)[:, None, None]
    mean, covariance = ahead.estimate.mean.copy(), ahead.estimate.covariance.copy()
    mean[:, _STATE] += np.einsum("na,ni->nai", shift, along).reshape(-1, 6)
    covariance[:, _STATE, _STATE] += np.einsum("nab,ni,nj->naibj", spread, along, along).reshape(
        -1, 6, 6
    )
    return Prediction(Gaussian(mean, covariance), ahead.cross)


def _exchanged(whole: Gaussian, lanes: Int[np.ndarray, "k"], part: Gaussian) -> Gaussian:
    """Estimates with some of their objects exchanged."""
    mean, covariance = whole.mean.copy(), whole.covariance.copy()
    mean[lanes], covariance[lanes] = part.mean, part.covariance
    return Gaussian(mean, covariance)


def _with_own_parameter(own: Gaussian, smoothed: Gaussian) -> Gaussian:
    """Smoothed position and velocity with the motion's own parameter, which hangs on them."""
    state = Gaussian(smoothed.mean[:, _STATE], smoothed.covariance[:, _STATE, _STATE])
    if own.mean.shape[-1] == _PARAMETER:
        return state
    slope = _quotient(own.covariance[:, _PARAMETER:, _STATE], own.covariance[:, _STATE, _STATE])
    shift = state.mean - own.mean[:, _STATE]
    narrower = own.covariance[:, _STATE, _STATE] - state.covariance
    mean, covariance = own.mean.copy(), own.covariance.copy()
    mean[:, _STATE] = state.mean
    mean[:, _PARAMETER] += np.einsum("nj,nj->n", slope[:, 0], shift)
    covariance[:, _STATE, _STATE] = state.covariance
    covariance[:, _PARAMETER:, _STATE] = slope @ state.covariance
    covariance[:, _STATE, _PARAMETER:] = covariance[:, _PARAMETER:, _STATE].mT
    covariance[:, _PARAMETER:, _PARAMETER:] -= slope @ narrower @ slope.mT
    return Gaussian(mean, covariance)


def _quotient(
    cross: Float[np.ndarray, "n a b"], covariance: Float[np.ndarray, "n b b"]
) -> Float[np.ndarray, "n a b"]:
    """A cross-covariance over a covariance, in units of deviations that differ by many orders."""
    sigma = np.sqrt(np.diagonal(covariance, axis1=-2, axis2=-1))
    scaled = covariance / (sigma[:, :, None] * sigma[:, None, :])
    return np.linalg.solve(scaled, (cross / sigma[:, None, :]).mT).mT / sigma[:, None, :]


@dataclass(frozen=True, slots=True)
class _Strand:
    """Tracks side by side, the longest first: those that still go on stand in front.

    Attributes:
        start: estimates of their first rows.
        rows: for each round, the row of every track that goes on.
        dt_s: of each round after the round before.
        measured: range, azimuth, elevation and range rate.
        sigmas: standard deviations of the four.
        frames: of the stations that measured.
    """

    start: Gaussian
    rows: list[Int[np.ndarray, "n"]]
    dt_s: list[Float[np.ndarray, "n"]]
    measured: list[Float[np.ndarray, "n 4"]]
    sigmas: list[Float[np.ndarray, "n 4"]]
    frames: list[Frames]

    @classmethod
    def of(
        cls,
        tracks: Tracks,
        lanes: Int[np.ndarray, "k"],
        measured: Float[np.ndarray, "n 4"],
        sigmas: Float[np.ndarray, "n 4"],
    ) -> Self:
        """The tracks at these places, which are ordered by length."""
        first, length = tracks.first_row[lanes], np.diff(tracks.first_row)[lanes]
        rows = [first[length > step] + step for step in range(int(length.max(initial=0)))]
        frames = Frames.of(tracks.stations)
        return cls(
            start=Gaussian(tracks.state_ecef[first], unpack(tracks.packed_covariance[first])),
            rows=rows,
            dt_s=[tracks.time_s[now] - tracks.time_s[now - 1] for now in rows[1:]],
            measured=[measured[now] for now in rows],
            sigmas=[sigmas[now] for now in rows],
            frames=[frames.take(tracks.station_index[now]) for now in rows],
        )

    def filtered(self, bank: Bank, kind: Filter) -> list[Mixture]:
        """Of each round, given the detections up to it."""
        rounds = [imm.begin(bank, self.start)]
        for number, dt_s in enumerate(self.dt_s, start=1):
            ahead = imm.predict(bank, rounds[-1].take(slice(len(dt_s))), dt_s, kind)
            mixture, _ = imm.update(
                ahead, self.frames[number], self.measured[number], self.sigmas[number], kind
            )
            rounds.append(mixture)
        return rounds

    def smoothed(self, settings: Options) -> Iterator[tuple[Int[np.ndarray, "n"], Mixture]]:
        """Rows and their mixtures given all detections, the last round first."""
        bank = imm.bank(settings.models, settings.motion)
        rounds = self.filtered(bank, settings.filter)
        after = rounds[-1]
        yield self.rows[-1], after
        for number in reversed(range(len(rounds) - 1)):
            going = len(after)
            here = backward(
                bank,
                rounds[number].take(slice(going)),
                self.dt_s[number],
                after,
                settings.filter,
            )
            after = _together(here, rounds[number].take(slice(going, None)))
            yield self.rows[number], after


def _strands(tracks: Tracks, detections: Detections) -> Iterator[_Strand]:
    """All tracks in groups that fit into memory."""
    length = np.diff(tracks.first_row)
    order = np.argsort(-length, kind="stable")
    group = np.cumsum(length[order]) // ROWS_AT_ONCE
    measured, sigmas = _measured(tracks, detections)
    for number in np.unique(group):
        yield _Strand.of(tracks, order[group == number], measured, sigmas)


def _measured(
    tracks: Tracks, detections: Detections
) -> tuple[Float[np.ndarray, "n 4"], Float[np.ndarray, "n 4"]]:
    """What each row took in and how well it was measured; NaN for a row without a detection.

    Where several detections are shared, a row stands at the beginning of its look: what was
    measured later in the look is taken back to then.
    """
    four = np.stack(
        (
            detections.range_m,
            detections.azimuth_rad,
            detections.elevation_rad,
            detections.range_rate_m_s,
        ),
        axis=-1,
    )
    taken = np.flatnonzero(tracks.detection >= 0)
    number, state = tracks.detection[taken], tracks.state_ecef[taken]
    frames = Frames.of(tracks.stations).take(tracks.station_index[taken])
    slopes = measurement.jacobian(frames, state)[:, :3, :3]
    delay_s = detections.time_s[number] - tracks.time_s[taken]
    measured, sigmas = (np.full((len(tracks.time_s), 4), np.nan) for _ in range(2))
    measured[taken] = four[number]
    measured[taken, :3] -= np.einsum("nqi,ni,n->nq", slopes, state[:, 3:], delay_s)
    sigmas[taken] = detections.sigma_or_station[number]
    return measured, sigmas


def _together(front: Mixture, rest: Mixture) -> Mixture:
    """Two mixtures as one, the second behind the first."""
    return Mixture(
        tuple(
            Gaussian(
                np.concatenate((one.mean, other.mean)),
                np.concatenate((one.covariance, other.covariance)),
            )
            for one, other in zip(front.estimates, rest.estimates, strict=True)
        ),
        np.concatenate((front.probability, rest.probability)),
    )


def _phases(mixture: Mixture) -> Float[np.ndarray, "n 3"]:
    """The probabilities of boost, coast and entry."""
    if len(mixture.estimates) == len(Phase):
        return mixture.probability
    return np.tile(np.arange(len(Phase)) == Phase.COAST, (len(mixture), 1)).astype(float)


def _check(tracks: Tracks, detections: Detections) -> None:
    taken = tracks.detection >= 0
    number = tracks.detection[taken]
    if number.max(initial=-1) < len(detections):
        delay_s = detections.time_s[number] - tracks.time_s[taken]
        period_s = np.array([station.period_s for station in tracks.stations])
        own = detections.station_index[number] == tracks.station_index[taken]
        if np.all(own & (np.abs(delay_s) <= period_s[tracks.station_index[taken]])):
            return
    raise RangeError(
        "tracks and detections do not belong together",
        where="Tracks.detection",
        do="give the detections that the tracks were made from, in the same order",
    )
