"""Which uncertain number or disputed word the margin hangs on most: total Sobol indices.

The total index of a parameter is the share of the margin's variance that would be left if all
other parameters were known: its own effect and all that it does together with others. Saltelli's
design and Jansen's estimate are SALib's.

Source: A. Saltelli and others, Variance based sensitivity analysis of model output, Computer
Physics Communications 181 (2010), 259-270.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec
import numpy as np
from jaxtyping import Float, Int

from glasshield.assurance.document import Sensitivity
from glasshield.assurance.rounding import rounded
from glasshield.assurance.sides import Parameter, exchanged, setting_of
from glasshield.assurance.verdicts import Predicate
from glasshield.assurance.worlds import World
from glasshield.catalog import Quantity
from glasshield.catalog.claims import Distribution, Setting
from glasshield.workspace import Progress

SEED: Final = 20_070_716
MOST_SAMPLES: Final = 2048  # margins computed for all indices together
_MOST_ROWS: Final = 1024
_RESAMPLES: Final = 200  # of the bootstrap behind the intervals


@dataclass(frozen=True, slots=True)
class Spread:
    """A number that is sampled between two ends.

    Attributes:
        key: of the fact.
        number: a value of it, with its unit and its source.
        low: in that unit.
        high: in that unit.
        peak: the likeliest value of a triangular distribution; None where all are alike.
    """

    key: str
    number: Quantity
    low: float
    high: float
    peak: float | None = None

    def settings(self, settings: Mapping[str, Setting], share: float) -> dict[str, Setting]:
        """Settings with the number at a share, 0 to 1, of what is likely."""
        value = self.at(share)
        return {**settings, self.key: setting_of(_point(self.number, value))}

    def at(self, share: float) -> float:
        """The value below which this share of what is likely lies."""
        width = self.high - self.low
        if self.peak is None:
            return self.low + share * width
        left = (self.peak - self.low) / width
        if share < left:
            return self.low + width * math.sqrt(share * left)
        return self.high - width * math.sqrt((1.0 - share) * (1.0 - left))


@dataclass(frozen=True, slots=True)
class Choice:
    """A parameter that is as one side holds it or as the other: both are as likely."""

    parameter: Parameter

    @property
    def key(self) -> str:
        """The key of the fact."""
        return self.parameter.key

    def settings(self, settings: Mapping[str, Setting], share: float) -> dict[str, Setting]:
        """Settings with the fact as the first side has it below one half, else the second."""
        return exchanged(settings, (self.parameter,), int(share >= 0.5))


Factor = Spread | Choice


@dataclass(frozen=True, slots=True)
class Indices:
    """Total indices, largest first, and how infinite margins were taken.

    Attributes:
        rows: one for each factor.
        evaluations: margins computed.
        clipped: the share of margins that were infinite.
        clipped_to: the range into which these were put; None where all were finite.
    """

    rows: tuple[Sensitivity, ...] = ()
    evaluations: int = 0
    clipped: float = 0.0
    clipped_to: tuple[float, float] | None = None


def spread_of(key: str, number: Quantity, distribution: Distribution) -> Spread | None:
    """A number's interval as what is sampled; None for a point."""
    low, high = number.interval
    if low == high:
        return None
    peak = number.value if distribution is Distribution.TRIANGULAR else None
    return Spread(key, number, low, high, peak)


def spread_between(parameter: Parameter) -> Spread:
    """The numbers of two sides with their intervals, and all between, as what is sampled.

    Every value is as likely; only where both sides hold the same value the likeliest does that
    value stand at the top of a triangle.
    """
    numbers = parameter.numbers
    assert numbers is not None
    low = min(number.interval[0] for number in numbers)
    high = max(number.interval[1] for number in numbers)
    triangles = all(held.distribution is Distribution.TRIANGULAR for held in parameter.held)
    same = math.isclose(numbers[0].value, numbers[1].value, rel_tol=1e-12)
    peak = numbers[0].value if triangles and same else None
    return Spread(parameter.key, numbers[0], low, high, peak)


def rows_for(factors: int, most: int = MOST_SAMPLES) -> int:
    """The rows of Saltelli's design for this many factors: a power of two, for Sobol's sequence.

    Args:
        factors: how many.
        most: margins that may be computed; at least 64 rows are taken even so.
    """
    rows = min(most // (factors + 2), _MOST_ROWS)
    return max(2 ** int(math.log2(max(rows, 1))), 64)


def total_indices(
    predicate: Predicate,
    world: World,
    factors: Sequence[Factor],
    progress: Progress | None = None,
    *,
    most: int = MOST_SAMPLES,
    seed: int = SEED,
) -> Indices:
    """The total Sobol index of every factor over the margins, with 95 % intervals.

    No true index is below zero or above one, and intervals end there; an estimate may exceed one.

    Args:
        predicate: whose margin it is.
        world: what is assumed of everything else.
        factors: what is varied.
        progress: told how far the sampling is.
        most: margins computed at most, as for `rows_for`.
        seed: of the scrambled sequence and of the bootstrap.
    """
    if not factors:
        return Indices()
    shares = _design(len(factors), rows_for(len(factors), most), seed)
    margins = np.empty(len(shares))
    for done, row in enumerate(_order(factors, shares)):
        settings: Mapping[str, Setting] = world.settings
        for factor, share in zip(factors, shares[row], strict=True):
            settings = factor.settings(settings, float(share))
        margins[row] = predicate.margin(world.with_settings(settings))
        if progress and done % 32 == 0:
            progress(done / len(shares), "sensitivity")
    return _indices(factors, margins, seed)


def _order(factors: Sequence[Factor], shares: Float[np.ndarray, "r k"]) -> Int[np.ndarray, "r"]:
    """The rows, those together that make the same choices: what is dear is then made once."""
    made = [shares[:, n] >= 0.5 for n, factor in enumerate(factors) if isinstance(factor, Choice)]
    return np.lexsort(made) if made else np.arange(len(shares))


def _design(factors: int, rows: int, seed: int) -> Float[np.ndarray, "r k"]:
    """Saltelli's design in the unit cube."""
    from SALib.sample import sobol

    return sobol.sample(_problem(factors), rows, calc_second_order=False, seed=seed)


def _indices(factors: Sequence[Factor], margins: Float[np.ndarray, "r"], seed: int) -> Indices:
    """The indices that SALib reads from the margins of the design."""
    from SALib.analyze import sobol

    finite = np.isfinite(margins)
    ends: tuple[float, float] | None = None
    if not finite.all():
        ends = _ends(margins[finite])
        margins = np.clip(margins, *ends)
    total = width = np.zeros(len(factors))
    if np.ptp(margins) > 0.0:
        found = sobol.analyze(
            _problem(len(factors)),
            margins,
            calc_second_order=False,
            num_resamples=_RESAMPLES,
            seed=seed,
        )
        total, width = found["ST"], found["ST_conf"]
    rows = [
        Sensitivity(
            parameter=factor.key,
            total_index=rounded(float(index)),
            low=rounded(max(float(index - half), 0.0)),
            high=rounded(min(float(index + half), max(float(index), 1.0))),
        )
        for factor, index, half in zip(factors, total, width, strict=True)
    ]
    rows.sort(key=lambda row: (-row.total_index, row.parameter))
    clipped = rounded(1.0 - float(finite.mean()))
    stated = (rounded(ends[0]), rounded(ends[1])) if ends else None
    return Indices(tuple(rows), len(margins), clipped, stated)


def _ends(finite: Float[np.ndarray, "n"]) -> tuple[float, float]:
    """The range into which infinite margins are put: as far from zero as any finite one goes.

    Where none is finite there is nothing but the sign, and one stands for it.
    """
    most = float(np.abs(finite).max(initial=0.0)) or 1.0
    return -most, most


def _problem(factors: int) -> dict[str, object]:
    """The unit cube, as SALib describes it."""
    return {
        "num_vars": factors,
        "names": [str(n) for n in range(factors)],
        "bounds": [[0.0, 1.0]] * factors,
    }


def _point(number: Quantity, value: float) -> Quantity:
    return msgspec.structs.replace(number, value=value, low=None, high=None)
