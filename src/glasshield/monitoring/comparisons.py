"""A measured performance against what somebody states: how far apart, and which is likelier.

Source: Kay 1998, Fundamentals of Statistical Signal Processing II, chapter 3 (the likelihood
ratio); p-values are those of normal errors, two-sided.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.catalog.announced import Performance
from glasshield.monitoring.carried import SpeedFigure
from glasshield.monitoring.document import Compared, Stated, Value

QUANTILE: Final = 1.959963984540054  # of a 95 % interval of a normal
LEAST_P: Final = 0.05
_SHORTEST_BURN_S: Final = 5.0
_LEAST_ODDS: Final = 1e-12  # of a number of burns that was tried, or was not
_LARGEST_LOG10: Final = 300.0


@dataclass(frozen=True, slots=True)
class Measured:
    """What is compared.

    Attributes:
        figure: which speed is compared.
        speed_m_s: it: at burnout, relative to the Earth, or at the ground.
        burn_s: from lift-off to burnout.
        covariance: of the speed and the burn time; in that of the speed what the steering of a
            stated vehicle leaves open of its speed in this flight.
        odds: of one burn, two and so on.
        unseen_s: from lift-off until somebody saw the vehicle: burns may have ended meanwhile.
        sees_burnout: whether anybody saw the burn end; else burn time and burns are not compared.
        at_least: whether the speed is that of the last sight, the motor perhaps still burning: what
            is stated may then be more, but not less.
    """

    figure: SpeedFigure
    speed_m_s: float
    burn_s: float
    covariance: Float[np.ndarray, "2 2"]
    odds: Float[np.ndarray, "k"]
    unseen_s: float
    sees_burnout: bool
    at_least: bool = False

    @property
    def speed_sigma_m_s(self) -> float:
        """The deviation of the speed."""
        return math.sqrt(float(self.covariance[0, 0]))

    @property
    def burn_sigma_s(self) -> float:
        """The deviation of the burn time."""
        return math.sqrt(float(self.covariance[1, 1]))


@dataclass(frozen=True, slots=True)
class Claimed:
    """What somebody states, and what that would be in this flight.

    Attributes:
        stated: as a document has it.
        performance: the same as it stands in the record.
        speed_m_s: the figure that is compared, of a vehicle with the stated speed on this way.
    """

    stated: Stated
    performance: Performance
    speed_m_s: float


def compared(claimed: Claimed, measured: Measured) -> Compared:
    """A stated performance against what was measured.

    A speed or burn time that is stated with an interval is compared by the nearest end of it, or
    agrees wholly where the measured one lies within. All that is compared is compared together:
    each p-value counts as many times as there are (Bonferroni), so that of a hundred honest hosts
    five are doubted, not fifteen.

    Args:
        claimed: what is stated.
        measured: what the flight was.
    """
    stated, speed = claimed.stated, claimed.performance.burnout_speed
    factor = claimed.speed_m_s / speed.si
    apart = _beyond(measured.speed_m_s, factor * speed.low_si, factor * speed.high_si)
    sigmas = (max(apart, 0.0) if measured.at_least else apart) / measured.speed_sigma_m_s
    parts = [two_sided(sigmas), _burn_p(claimed.performance, measured), _burns_p(stated, measured)]
    told = [part for part in parts if part is not None]
    together = [None if part is None else min(1.0, len(told) * part) for part in parts]
    p_value = min(part for part in together if part is not None)
    burn, burns = (None if part is None else part >= LEAST_P for part in together[1:])
    names = {name: getattr(stated, name) for name in stated.__struct_fields__}
    return Compared(
        **names,
        consistent=p_value >= LEAST_P,
        p_value=p_value,
        sigmas=sigmas,
        exceeded=sigmas > QUANTILE,
        burn_time_consistent=burn,
        stages_consistent=burns,
        figure=measured.figure,
        speed_p_value=two_sided(sigmas),
        burn_time_p_value=parts[1],
    )


def log10_likelihood_ratio(declared: Claimed, rival: Claimed, measured: Measured) -> float:
    """How much likelier what was measured is of the declared vehicle than of the rival one.

    By the speed, and by the burn time and the number of burns where both state them.
    """
    sides = (declared, rival)
    timed = measured.sees_burnout and all(each.stated.burn_time_s is not None for each in sides)
    log = _log_density(declared, measured, timed=timed)
    log -= _log_density(rival, measured, timed=timed)
    if all(_burns_p(each.stated, measured) is not None for each in sides):
        odds = [_odds_of(each.stated.stages or 0, measured) for each in sides]
        log += math.log(odds[0] / odds[1])
    return log / math.log(10.0)


def likelihood_ratio(log10: float) -> float | None:
    """The ratio itself; none where no number of this machine is so large or small."""
    return 10.0**log10 if abs(log10) <= _LARGEST_LOG10 else None


def two_sided(sigmas: float) -> float:
    """The probability of a normal error at least so many deviations large."""
    return math.erfc(abs(sigmas) / math.sqrt(2.0))


def interval(value: float, sigma: float, scale: float = 1.0, least: float = -math.inf) -> Value:
    """A value with its 95 % interval.

    Args:
        value: in SI units.
        sigma: its deviation.
        scale: by which all is multiplied.
        least: below which no end of the interval lies.
    """
    reach = QUANTILE * sigma
    return Value(
        value=scale * value,
        low=max(scale * (value - reach), least),
        high=scale * (value + reach),
        sigma=scale * sigma,
    )


def _beyond(value: float, low: float, high: float) -> float:
    """How far above an interval a value lies, below zero how far below; zero within."""
    return value - min(max(value, low), high)


def _burn_p(performance: Performance, measured: Measured) -> float | None:
    """Of a burn time so far from the stated one; none where it is not stated or was not seen."""
    burn = performance.burn_time
    if burn is None or not measured.sees_burnout:
        return None
    return two_sided(_beyond(measured.burn_s, burn.low_si, burn.high_si) / measured.burn_sigma_s)


def _burns_p(stated: Stated, measured: Measured) -> float | None:
    """The odds of a stated number of burns; none where those not found may have gone unseen."""
    if stated.stages is None or not measured.sees_burnout:
        return None
    found = int(np.argmax(measured.odds)) + 1
    if stated.stages > found and measured.unseen_s > _SHORTEST_BURN_S * (stated.stages - found):
        return None
    return _odds_of(stated.stages, measured)


def _odds_of(number: int, measured: Measured) -> float:
    """The odds of a number of burns; next to nothing where it was not even tried."""
    tried = 1 <= number <= len(measured.odds)
    return max(float(measured.odds[number - 1]), _LEAST_ODDS) if tried else _LEAST_ODDS


def _log_density(claimed: Claimed, measured: Measured, *, timed: bool) -> float:
    """Of what was measured if the vehicle is as stated, up to what all share."""
    beyond = measured.speed_m_s - claimed.speed_m_s
    apart = np.array((max(beyond, 0.0) if measured.at_least else beyond, 0.0))
    if not timed or claimed.stated.burn_time_s is None:
        return -0.5 * float(apart[0]) ** 2 / float(measured.covariance[0, 0])
    apart[1] = measured.burn_s - claimed.stated.burn_time_s
    return -0.5 * float(apart @ np.linalg.solve(measured.covariance, apart))
