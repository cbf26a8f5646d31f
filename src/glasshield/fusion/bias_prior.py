"""What is known of biases beforehand, and what it makes of what data say.

Ranges, angles and the air are normal around zero. A clock is of one of three kinds, and which is a
question of odds: with a few stations every combination is weighed by its evidence, with more those
in which all but two are right. The answer is the mean and covariance of the mixture.

Source: Bishop 2006, Pattern Recognition and Machine Learning, sections 2.3.9 (mixtures) and 3.5
(evidence).
"""

from __future__ import annotations

import enum
import itertools
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Float, Int

from glasshield.errors import RangeError
from glasshield.fusion.observed import BIASES

_TIME: Final = BIASES.index("time_s")
_ALL_CLOCKS: Final = 5  # stations up to which every combination of clocks is weighed
_MOST_OFF: Final = 2  # clocks that are not right at once among more stations


@dataclass(frozen=True, slots=True)
class BiasPrior:
    """What is known of every station's biases beforehand: standard deviations around zero.

    Attributes:
        range_m: of the range.
        azimuth_rad: of the azimuth.
        elevation_rad: of the elevation.
        time_s: of a clock that is right.
        loose_time_s: of a clock that nobody compares.
        air: of the share by which the air bends rays more than the standard air.
        wrong_time_s: of a clock that is wrong.
        loose_clock: probability that a clock is loose.
        wrong_clock: probability that a clock is wrong.
    """

    range_m: float = 200.0
    azimuth_rad: float = float(np.radians(0.2))
    elevation_rad: float = float(np.radians(0.2))
    time_s: float = 0.05
    air: float = 0.02
    loose_time_s: float = 0.25
    wrong_time_s: float = 10.0
    loose_clock: float = 0.3
    wrong_clock: float = 0.001

    def __post_init__(self) -> None:
        for name in (*BIASES, "loose_time_s", "wrong_time_s"):
            if not getattr(self, name) > 0.0:
                raise RangeError("a deviation is above zero", where=name, got=getattr(self, name))
        if not (0.0 < self.wrong_clock < 1.0 and 0.0 < self.loose_clock < 1.0 - self.wrong_clock):
            raise RangeError(
                "a probability lies between 0 and 1", got=(self.loose_clock, self.wrong_clock)
            )

    def sigmas(self, clock: Int[np.ndarray, "s"]) -> Float[np.ndarray, "b"]:
        """Deviations of all biases, with each station's clock right, loose or wrong: a `Clock`."""
        rows = np.tile([getattr(self, name) for name in BIASES], (len(clock), 1))
        rows[:, _TIME] = np.array((self.time_s, self.loose_time_s, self.wrong_time_s))[clock]
        return rows.ravel()

    @property
    def log_odds(self) -> Float[np.ndarray, "3"]:
        """Logarithms of the probabilities of the three kinds of clock."""
        right = 1.0 - self.loose_clock - self.wrong_clock
        return np.log(np.array((right, self.loose_clock, self.wrong_clock)))


class Clock(enum.IntEnum):
    """How far a clock may be off."""

    RIGHT = 0
    LOOSE = 1
    WRONG = 2


@dataclass(frozen=True, slots=True)
class Information:
    """What data say of the biases alone, whatever is known beforehand: `matrix @ bias = pull`.

    Attributes:
        matrix: inverse covariance; singular where the data say nothing.
        pull: the matrix times the biases that the data point to.
    """

    matrix: Float[np.ndarray, "b b"]
    pull: Float[np.ndarray, "b"]


def weighed(
    information: Information, prior: BiasPrior
) -> tuple[Float[np.ndarray, "s 5"], Float[np.ndarray, "b b"], Float[np.ndarray, "s"]]:
    """Biases, their covariance and the odds of wrong clocks, from data and prior together."""
    cases, weight, means, covariances = _cases(information, prior)
    mean = weight @ means
    apart = means - mean
    covariance = np.einsum("c,cij->ij", weight, covariances)
    covariance += np.einsum("c,ci,cj->ij", weight, apart, apart)
    return mean.reshape(-1, len(BIASES)), covariance, weight @ (cases == Clock.WRONG)


def likeliest(information: Information, prior: BiasPrior) -> Int[np.ndarray, "s"]:
    """Which clocks are likeliest right, loose and wrong."""
    cases, weight, _, _ = _cases(information, prior)
    likeliest: Int[np.ndarray, "s"] = cases[int(weight.argmax())]
    return likeliest


def _cases(
    information: Information, prior: BiasPrior
) -> tuple[
    Int[np.ndarray, "c s"],
    Float[np.ndarray, "c"],
    Float[np.ndarray, "c b"],
    Float[np.ndarray, "c b b"],
]:
    """Which clocks may be how far off, how likely that is, and the biases and covariances then."""
    cases = _clock_cases(len(information.pull) // len(BIASES))
    means, covariances, evidence = [], [], []
    for clock in cases:
        sigma = prior.sigmas(clock)
        scaled = information.matrix * np.outer(sigma, sigma) + np.eye(len(sigma))
        inverse = np.linalg.inv(scaled)
        inverse = 0.5 * (inverse + inverse.T)
        mean = inverse @ (sigma * information.pull)
        size = -0.5 * float(np.linalg.slogdet(scaled)[1])
        fit_to_data = 0.5 * float(mean @ (sigma * information.pull))
        evidence.append(float(prior.log_odds[clock].sum()) + size + fit_to_data)
        means.append(sigma * mean)
        covariances.append(inverse * np.outer(sigma, sigma))
    weight = np.exp(np.array(evidence) - max(evidence))
    return cases, weight / weight.sum(), np.array(means), np.array(covariances)


def _clock_cases(stations: int) -> Int[np.ndarray, "c s"]:
    """Which clocks may be right, loose or wrong together."""
    if stations <= _ALL_CLOCKS:
        return np.array(list(itertools.product(Clock, repeat=stations)), dtype=int)
    cases = [np.full(stations, Clock.RIGHT)]
    for count in range(1, _MOST_OFF + 1):
        for chosen in itertools.combinations(range(stations), count):
            for kinds in itertools.product((Clock.LOOSE, Clock.WRONG), repeat=count):
                clock = np.full(stations, Clock.RIGHT)
                clock[list(chosen)] = kinds
                cases.append(clock)
    return np.array(cases)
