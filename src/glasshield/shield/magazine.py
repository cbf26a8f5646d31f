"""How many missiles of a raid leak through a magazine of interceptors.

Every interceptor that is launched at a missile stops it with the same stated probability, and
none fails for the reason that another did. Missiles are alike; nobody chooses among them.

Salvo: each missile in turn is met by as many interceptors as the doctrine has for each, the last
one by what is left. Shoot, look, shoot: an interceptor is launched only at a missile that none has
stopped, until each has been stopped or has met as many as the doctrine has for each. In which
order the missiles are then shot at does not change the distribution (tests): every launch that
happens hits with the same probability, and how often a missile is shot at hangs on it alone.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Float, Int

from glasshield.errors import RangeError

_MOST: Final = 10_000  # missiles or interceptors: more would be a mistake


class Doctrine(enum.StrEnum):
    """How interceptors are launched at missiles."""

    SALVO = "salvo"  # all that a missile gets, at once
    SHOOT_LOOK_SHOOT = "shoot-look-shoot"  # one after another, until one has stopped it


@dataclass(frozen=True, slots=True)
class Raid:
    """A raid against a magazine.

    Attributes:
        missiles: in the raid, at least one.
        interceptors: in the magazine.
        shots_each: most interceptors at one missile, at least one.
        single_shot: the probability that one interceptor stops one missile.
        doctrine: how they are launched.
    """

    missiles: int
    interceptors: int
    shots_each: int
    single_shot: float
    doctrine: Doctrine = Doctrine.SALVO

    def __post_init__(self) -> None:
        for name, least in (("missiles", 1), ("interceptors", 0), ("shots_each", 1)):
            count = getattr(self, name)
            if not (least <= count <= _MOST and count == int(count)):
                raise RangeError(
                    "this is not a number of things",
                    where=name,
                    got=count,
                    expected=f"a whole number from {least} to {_MOST}",
                )
        if not 0.0 <= self.single_shot <= 1.0:
            raise RangeError(
                "this is not a probability",
                where="single_shot",
                got=self.single_shot,
                expected="a number from 0 to 1",
            )


def leakers(raid: Raid) -> Float[np.ndarray, "m1"]:
    """The probability that just 0, 1, ... of a raid's missiles leak through, exact.

    Returns:
        One probability for each number from none to all of the missiles.
    """
    stopped = _salvo(raid) if raid.doctrine is Doctrine.SALVO else _one_by_one(raid)
    found = np.zeros(raid.missiles + 1)
    found[: len(stopped)] = stopped
    return found[::-1]


def mean_leakers(raid: Raid) -> float:
    """How many of a raid's missiles leak through on average, exact.

    Each launch stops a missile with the stated probability where it is launched only at one that
    flies on, so that the mean number stopped is the probability times the mean number of launches.
    """
    miss = 1.0 - raid.single_shot
    if raid.doctrine is Doctrine.SALVO:
        full, rest = _full_salvos(raid)
        return raid.missiles - full * (1.0 - miss**raid.shots_each) - (1.0 - miss**rest)
    if raid.interceptors <= raid.missiles:
        return raid.missiles - raid.interceptors * raid.single_shot
    fewer = _wanted(raid)
    launched = raid.interceptors - float(
        fewer @ (raid.interceptors - np.arange(len(fewer), dtype=float))
    )
    return raid.missiles - raid.single_shot * launched


def simulated_leakers(raid: Raid, trials: int, seed: int) -> Int[np.ndarray, "t"]:
    """How many missiles leak through in each of some simulated raids.

    Shoot, look, shoot is played round by round over all missiles that still fly.

    Args:
        raid: what is simulated.
        trials: how often.
        seed: of the random numbers.
    """
    rng = np.random.default_rng(seed)
    flying = np.ones((trials, raid.missiles), dtype=bool)
    if raid.doctrine is Doctrine.SALVO:
        order = np.arange(raid.missiles * raid.shots_each).reshape(raid.missiles, raid.shots_each)
        for loaded in (order < raid.interceptors).T:
            flying &= ~(loaded & (rng.random(flying.shape) < raid.single_shot))
        return flying.sum(axis=1)
    left = np.full(trials, raid.interceptors)
    for _ in range(raid.shots_each):
        shot = flying & (np.cumsum(flying, axis=1) <= left[:, None])
        left = left - shot.sum(axis=1)
        flying &= ~(shot & (rng.random(flying.shape) < raid.single_shot))
    return flying.sum(axis=1)


def _full_salvos(raid: Raid) -> tuple[int, int]:
    """How many missiles meet a whole salvo, and what is left for the next one."""
    full = min(raid.missiles, raid.interceptors // raid.shots_each)
    rest = raid.interceptors - full * raid.shots_each if full < raid.missiles else 0
    return full, rest


def _salvo(raid: Raid) -> Float[np.ndarray, "k"]:
    """The probability of each number of missiles that salvos stop."""
    full, rest = _full_salvos(raid)
    miss = 1.0 - raid.single_shot
    last = 1.0 - miss**rest
    return np.convolve(_binomial(full, 1.0 - miss**raid.shots_each), [1.0 - last, last])[
        : raid.missiles + 1
    ]


def _binomial(trials: int, chance: float) -> Float[np.ndarray, "k"]:
    """The probability of each number of successes."""
    from scipy.stats import binom

    found: Float[np.ndarray, "k"] = binom.pmf(np.arange(trials + 1), trials, chance)
    return found


def _one_by_one(raid: Raid) -> Float[np.ndarray, "k"]:
    """The probability of each number of missiles that are stopped one launch at a time."""
    if raid.interceptors <= raid.missiles:
        # One round uses them up, each at another missile.
        return _binomial(raid.interceptors, raid.single_shot)
    if raid.interceptors >= raid.missiles * raid.shots_each:
        return _binomial(raid.missiles, 1.0 - (1.0 - raid.single_shot) ** raid.shots_each)
    state = np.zeros((raid.interceptors + 1, raid.missiles + 1))
    state[raid.interceptors, 0] = 1.0
    for _ in range(raid.missiles):
        state = _after_missile(state, raid)
    stopped: Float[np.ndarray, "k"] = state.sum(axis=0)
    return stopped


def _after_missile(state: Float[np.ndarray, "i k"], raid: Raid) -> Float[np.ndarray, "i k"]:
    """The probabilities after one more missile has been shot at.

    Rows are the interceptors that are left, columns the missiles that have been stopped.
    """
    after = np.zeros_like(state)
    flying = state
    for _ in range(raid.shots_each):
        after[0] += flying[0]  # nothing is left to launch
        launched = np.zeros_like(state)
        launched[:-1] = flying[1:]
        after[:, 1:] += raid.single_shot * launched[:, :-1]
        flying = (1.0 - raid.single_shot) * launched
    return after + flying


def _wanted(raid: Raid) -> Float[np.ndarray, "n"]:
    """The probability of each number of launches, below the magazine, that a raid asks for.

    One missile asks for a geometric number, cut at the doctrine's; a raid for their sum.
    """
    miss = 1.0 - raid.single_shot
    one = np.zeros(raid.shots_each + 1)
    one[1:] = raid.single_shot * miss ** np.arange(raid.shots_each)
    one[-1] = miss ** (raid.shots_each - 1)
    total, power, count = np.ones(1), one[: raid.interceptors], raid.missiles
    while count:
        if count & 1:
            total = np.convolve(total, power)[: raid.interceptors]
        power = np.convolve(power, power)[: raid.interceptors]
        count >>= 1
    return total
