"""Interacting multiple models: each object follows several motions at once, weighed by likelihood.

One round is `predict` (the models' states are mixed by how likely one motion turned into another,
then each moves on its own), `expect` (what a radar would measure under each) and `condition` (take
measurements in, weigh the models anew). `combined` makes one Gaussian of position and velocity.

A parameter that only one model has (thrust, drag) is known only while that model goes on. What
enters the model begins with the parameter's prior: the next stage's thrust is another one, and what
drag would have been during the boost says nothing about the fall. All components of a mixture then
have the same size, and mixing neither biases a parameter nor makes a covariance lose its sign.

Source: Blom and Bar-Shalom 1988, IEEE T-AC 33(8), 780-783; on models of different sizes, for
thrusting projectiles: Yuan, Bar-Shalom, Willett, Mozeson, Pollak and Hardiman 2012, IEEE T-AES
48(4), 3250-3267.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from jaxtyping import Bool, Float, Int
from numpy.typing import ArrayLike
from scipy.special import logsumexp

from glasshield.fusion import filters, motion
from glasshield.fusion.filters import Expectation, Gaussian
from glasshield.fusion.motion import MotionModel
from glasshield.fusion.options import Filter, Models, Motion
from glasshield.fusion.tracks import Phase
from glasshield.sensing.measurement import Frames
from glasshield.sensing.station import Station

# Of boost, coast and entry in a new track, about which nothing is known.
FIRST_PROBABILITY: Final = (1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0)
# No change is impossible: a model that was given up comes back when it alone explains what is seen.
LEAST_CHANGE: Final = 1e-12
# Where there is no air or no fall, entry ends as many times faster as it begins where there is.
LEAVING: Final = 10.0
# However long nobody looks, a motor that goes out burns on for no longer than this.
LONGEST_BURN_S: Final = 60.0

_STATE: Final = slice(0, 6)  # what all models share
_PARAMETER: Final = 6

# From states and spans of time to how likely each model (rows) turns into each (columns).
Switching = Callable[[Float[np.ndarray, "n 6"], Float[np.ndarray, "n"]], Float[np.ndarray, "n m m"]]


@dataclass(frozen=True, slots=True)
class Bank:
    """The models that are run side by side.

    Attributes:
        models: how an object may move.
        switching: how likely each turns into each other within a span of time.
        first_probability: of each model for a new track.
    """

    models: tuple[MotionModel, ...]
    switching: Switching
    first_probability: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Mixture:
    """What is known of n objects under each of m models.

    Attributes:
        estimates: one set of Gaussians for each model, as wide as its state.
        probability: of each model for each object.
    """

    estimates: tuple[Gaussian, ...]
    probability: Float[np.ndarray, "n m"]

    def __len__(self) -> int:
        return len(self.probability)

    def take(self, index: Int[np.ndarray, "k"] | Bool[np.ndarray, "n"] | slice) -> Self:
        """The objects that an index array, a mask or a slice chooses."""
        return type(self)(
            tuple(estimate.take(index) for estimate in self.estimates), self.probability[index]
        )


def bank(models: Models, settings: Motion) -> Bank:
    """The models that a tracker's options ask for."""
    if models is Models.COAST:
        return Bank((motion.coast(settings),), _never, (1.0,))

    def switching(
        state: Float[np.ndarray, "n 6"], dt_s: Float[np.ndarray, "n"]
    ) -> Float[np.ndarray, "n 3 3"]:
        return between_phases(settings, state, dt_s)

    return Bank(motion.all_models(settings), switching, FIRST_PROBABILITY)


def between_phases(
    settings: Motion, state: Float[np.ndarray, "n 6"], dt_s: Float[np.ndarray, "n"]
) -> Float[np.ndarray, "n 3 3"]:
    """How likely boost, coast and entry (rows) turn into each other (columns) within a span.

    One implicit Euler step of a Markov chain in continuous time: a motion that is left at rates r
    turns into each other with r dt / (1 + sum of r dt). Entry begins only in a fall below the entry
    height, and ends anywhere else: a track that starts with a wrong velocity is not caught in it.

    Args:
        settings: with the rates.
        state: in free flight, where the change of motion is decided.
        dt_s: spans of time.
    """
    falling = np.einsum("ni,ni->n", state[:, :3], state[:, 3:]) < 0.0
    low = falling & (motion.height_m(state[:, :3]) < settings.entry_height_m)
    often = np.zeros((len(state), 3, 3))
    often[:, Phase.BOOST, Phase.COAST] = settings.burnout_rate_1_s
    often[:, Phase.COAST, Phase.BOOST] = settings.ignition_rate_1_s
    often[low, Phase.COAST, Phase.ENTRY] = settings.entry_rate_1_s
    often[~low, Phase.ENTRY, Phase.COAST] = LEAVING * settings.entry_rate_1_s
    times = often * np.abs(dt_s)[:, None, None]
    change = times / (1.0 + times.sum(axis=2, keepdims=True)) + LEAST_CHANGE
    stay = np.arange(3)
    change[:, stay, stay] += 1.0 - change.sum(axis=2)
    return change


def begin(models: Bank, estimate: Gaussian, apart_s: float = 0.0) -> Mixture:
    """New tracks at 6-state estimates: every model there, its parameter where it begins.

    Args:
        models: that are run.
        estimate: of position and velocity.
        apart_s: time between the two points that the velocity was taken from: under power it has
            grown since their middle.
    """
    share = np.broadcast_to(models.first_probability, (len(estimate), len(models.models)))
    starts = [entering(model, estimate) for model in models.models]
    for number, model in enumerate(models.models):
        if model.phase is Phase.BOOST:
            starts[number] = _gained(starts[number], 0.5 * apart_s)
    return Mixture(tuple(starts), share)


def _gained(boost: Gaussian, since_s: float) -> Gaussian:
    """Boost whose velocity is that of some time before, thrust being as it is."""
    velocity = boost.mean[:, 3:6]
    slope = np.zeros((len(boost), 7, 7))
    slope[:] = np.eye(7)
    slope[:, 3:6, _PARAMETER] = since_s * velocity / motion.held_speed(velocity)
    return Gaussian(np.einsum("nij,nj->ni", slope, boost.mean), slope @ boost.covariance @ slope.mT)


def combined(mixture: Mixture) -> Gaussian:
    """One Gaussian of position and velocity with the mean and the covariance of the mixture."""
    return filters.moment_matched(
        mixture.probability.T,
        np.stack([estimate.mean[:, _STATE] for estimate in mixture.estimates]),
        np.stack([estimate.covariance[:, _STATE, _STATE] for estimate in mixture.estimates]),
    )


def predict(models: Bank, mixture: Mixture, dt_s: ArrayLike, kind: Filter = Filter.EKF) -> Mixture:
    """The mixture after a span of time, the models' probabilities included.

    Args:
        models: that are run.
        mixture: before.
        dt_s: one span for all or one for each object.
        kind: how motions are linearised.
    """
    spans = np.broadcast_to(np.asarray(dt_s, dtype=float), (len(mixture),))
    mixed = mix(models, mixture, changes(models, mixture, spans), spans)
    ahead = tuple(
        filters.predict(model, estimate, spans, kind).estimate
        for model, estimate in zip(models.models, mixed.estimates, strict=True)
    )
    return Mixture(ahead, mixed.probability)


def changes(
    models: Bank, mixture: Mixture, dt_s: Float[np.ndarray, "n"]
) -> Float[np.ndarray, "n m m"]:
    """How likely each model (rows) turns into each (columns) within spans of time."""
    decisive = [model.phase for model in models.models].index(Phase.COAST)
    return models.switching(mixture.estimates[decisive].mean, dt_s)


def mix(
    models: Bank,
    mixture: Mixture,
    change: Float[np.ndarray, "n m m"],
    dt_s: Float[np.ndarray, "n"],
) -> Mixture:
    """The interaction: each model's estimates given that it is the one that holds from now on.

    Args:
        models: that are run.
        mixture: of m models.
        change: how likely each model (rows) turns into each (columns).
        dt_s: spans of time in which it does.
    """
    joint = mixture.probability[:, :, None] * change
    ahead = joint.sum(axis=1)
    # A model that cannot hold keeps its own estimates.
    own = np.eye(change.shape[-1])
    share = np.where(ahead[:, None] > 0.0, joint / np.where(ahead > 0.0, ahead, 1.0)[:, None], own)
    estimates = []
    for number, model in enumerate(models.models):
        incoming = [
            estimate if old is model else turned_into(model, old, estimate, dt_s)
            for old, estimate in zip(models.models, mixture.estimates, strict=True)
        ]
        estimates.append(
            filters.moment_matched(
                share[:, :, number].T,
                np.stack([estimate.mean for estimate in incoming]),
                np.stack([estimate.covariance for estimate in incoming]),
            )
        )
    return Mixture(tuple(estimates), ahead)


def turned_into(
    model: MotionModel, old: MotionModel, estimate: Gaussian, dt_s: Float[np.ndarray, "n"]
) -> Gaussian:
    """What one model takes over from another that ends somewhere within spans of time."""
    if old.phase is Phase.BOOST and model.phase is Phase.COAST:
        return burnt_out(estimate, dt_s)
    return entering(model, estimate)


def burnt_out(boost: Gaussian, dt_s: Float[np.ndarray, "n"]) -> Gaussian:
    """Boost that ends within spans of time, as free flight over all of them.

    Thrust goes on for a part of the span, between nothing and all of it, each as likely.
    Thrust a for a time t adds a t to the velocity that free flight would have had to begin with to
    end up there, and takes a t^2 / 2 off the place.

    Args:
        boost: position, velocity and thrust acceleration.
        dt_s: spans of time.
    """
    span = np.clip(dt_s, -LONGEST_BURN_S, LONGEST_BURN_S)
    velocity, thrust = boost.mean[:, 3:6], boost.mean[:, _PARAMETER]
    along = velocity / motion.held_speed(velocity)
    mean = np.stack((-(span**2) / 6.0, span / 2.0), axis=-1)  # of -t^2 / 2 and of t
    spread = np.empty((len(span), 2, 2))
    spread[:, 0, 0], spread[:, 1, 1] = span**4 / 45.0, span**2 / 12.0
    spread[:, 0, 1] = spread[:, 1, 0] = -(span**3) / 24.0
    spread *= (thrust**2 + boost.covariance[:, _PARAMETER, _PARAMETER])[:, None, None]
    slope = np.zeros((len(span), 6, 7))
    slope[:] = np.eye(6, 7)
    slope[:, :, _PARAMETER] = np.einsum("na,ni->nai", mean, along).reshape(-1, 6)
    apart = np.einsum("nab,ni,nj->naibj", spread, along, along).reshape(-1, 6, 6)
    return Gaussian(
        np.einsum("nij,nj->ni", slope, boost.mean),
        slope @ boost.covariance @ slope.mT + apart,
    )


def entering(model: MotionModel, estimate: Gaussian) -> Gaussian:
    """Position and velocity as a model takes them over, its parameter where it begins."""
    state = Gaussian(estimate.mean[:, _STATE], estimate.covariance[:, _STATE, _STATE])
    if model.size == _PARAMETER:
        return state
    middle, sigma = model.parameter
    mean = np.pad(state.mean, ((0, 0), (0, 1)), constant_values=middle)
    covariance = np.pad(state.covariance, ((0, 0), (0, 1), (0, 1)))
    covariance[:, _PARAMETER, _PARAMETER] = sigma**2
    return Gaussian(mean, covariance)


def expect(
    mixture: Mixture, station: Station | Frames, kind: Filter = Filter.EKF
) -> tuple[Expectation, ...]:
    """What a radar would measure of each object under each model."""
    return tuple(filters.expect(estimate, station, kind) for estimate in mixture.estimates)


def condition(
    mixture: Mixture,
    expected: Sequence[Expectation],
    measured: Float[np.ndarray, "n 4"],
    sigmas: Float[np.ndarray, "n 4"],
) -> tuple[Mixture, Float[np.ndarray, "n"]]:
    """The mixture after measurements are taken in, and the logarithm of their density under it.

    Args:
        mixture: before.
        expected: under each model.
        measured: range (m), azimuth, elevation (rad), range rate (m/s); NaN where not measured.
        sigmas: standard deviations of the four; infinite or NaN where not measured.
    """
    after = [
        filters.condition(estimate, what, measured, sigmas)
        for estimate, what in zip(mixture.estimates, expected, strict=True)
    ]
    likelihood = np.stack([quality.log_likelihood for _, quality in after], axis=-1)
    total = logsumexp(likelihood, b=mixture.probability, axis=-1, keepdims=True)
    probability = mixture.probability * np.exp(likelihood - total)
    return Mixture(tuple(estimate for estimate, _ in after), probability), total[:, 0]


def log_likelihood(
    mixture: Mixture,
    expected: Sequence[Expectation],
    measured: Float[np.ndarray, "n 4"],
    sigmas: Float[np.ndarray, "n 4"],
) -> Float[np.ndarray, "n"]:
    """The logarithm of the density of measurements, as from `condition`."""
    likelihood = [filters.fit(what, measured, sigmas).log_likelihood for what in expected]
    return logsumexp(np.stack(likelihood, axis=-1), b=mixture.probability, axis=-1)


def update(
    mixture: Mixture,
    station: Station | Frames,
    measured: Float[np.ndarray, "n 4"],
    sigmas: Float[np.ndarray, "n 4"],
    kind: Filter = Filter.EKF,
) -> tuple[Mixture, Float[np.ndarray, "n"]]:
    """`expect` and `condition` in one: each object takes in one measurement of its own."""
    return condition(mixture, expect(mixture, station, kind), measured, sigmas)


def blended(weights: Float[np.ndarray, "h n"], stories: Sequence[Mixture]) -> Mixture:
    """One mixture in place of several weighted ones, model by model.

    Args:
        weights: of the h stories for each object, adding up to 1.
        stories: what would be known of the objects if each were true, such as each detection.
    """
    joint = weights[:, :, None] * np.stack([story.probability for story in stories])
    probability = joint.sum(axis=0)
    # A model that no story believes in takes the stories' own weights.
    given = np.where(
        probability > 0.0, joint / np.where(probability > 0.0, probability, 1.0), weights[..., None]
    )
    estimates = tuple(
        filters.moment_matched(
            given[:, :, model],
            np.stack([story.estimates[model].mean for story in stories]),
            np.stack([story.estimates[model].covariance for story in stories]),
        )
        for model in range(probability.shape[-1])
    )
    return Mixture(estimates, probability)


def _never(
    state: Float[np.ndarray, "n 6"], _dt_s: Float[np.ndarray, "n"]
) -> Float[np.ndarray, "n 1 1"]:
    return np.ones((len(state), 1, 1))
