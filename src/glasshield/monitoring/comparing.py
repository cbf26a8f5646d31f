"""Two evaluations of one test side by side, and the bias of a radar that would explain a gap.

Each side measured for itself. Where their figures differ by more than both intervals leave, one of
them was misled, and the likeliest way is a constant error of one radar beyond what it states. Every
such error is weighed by how many of its stated deviations it would have to be, and one of too many
is no explanation.

Both sides may know the lift-off from the same call, the host's. What counts from it, as burn times
do, is wrong alike on both sides; the ends of the burns by the clock, which each side sees for
itself, are compared in its stead. The speed that the motors gave in all is not compared: what the
splines of two fits smooth away is alike as well.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from statistics import NormalDist
from typing import Final, NamedTuple

from glasshield.assurance.rounding import rounded
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.monitoring.document import (
    BiasRow,
    Comparison,
    Difference,
    Evaluation,
    Explanation,
    Value,
)

_KM: Final = 1e3  # metres in one
_MOST: Final = 10.0  # times the stated deviations of the likeliest explanation
# An error of more of its stated deviations explains nothing: the radar is not the one stated.
MOST_DEVIATIONS: Final = 15.0
_SAME_FLIGHT: Final = 10.0  # joint deviations between the lift-offs of one flight, at most
_CLOCK_S: Final = 0.01  # how finely a lift-off is written
_LEVEL: Final = 0.95  # of the intervals
_FIGURES: Final = (
    ("burnout_speed_km_s", "km/s"),
    ("surface_speed_km_s", "km/s"),
)
# The figures whose shift by a bias is known, and where it stands.
_SHIFTS: Final = {
    "burnout_speed_km_s": "speed_shift_m_s",
    "surface_speed_km_s": "surface_shift_m_s",
}
# What two evaluations of one test say of it alike, whoever made them.
_SAME: Final = ("id", "host", "vehicle_class", "windows", "site_lat_deg", "site_lon_deg")


class Sides(NamedTuple):
    """What the two sides are called; two different names."""

    first: str
    second: str


def compare(first: Evaluation, second: Evaluation, sides: Sides) -> Comparison:
    """Whether two evaluations agree, figure by figure, and what would explain it if not.

    A figure agrees where the difference, with both uncertainties together, may be zero at 95 %.
    Of figures so compared one in twenty differs by chance; the evaluations as a whole agree where
    no figure differs by more than chance among so many makes likely (5 % in all, Bonferroni).
    Compared are the speeds at burnout and at the ground, and the ends of the burns by the clock.

    Args:
        first: of one side.
        second: of the other, from detections of its own.
        sides: their names.

    Raises:
        InputError: evaluations of two tests or of two flights, or two sides of one name.
    """
    _check(first, second, sides)
    _check_flight(first, second, sides)
    figures = tuple(
        _difference(name, unit, getattr(first, name), getattr(second, name))
        for name, unit in _FIGURES
    ) + tuple(_ends(first, second))
    return Comparison(
        test=first.test.id,
        sides=(sides.first, sides.second),
        agree=_agree_together(figures),
        figures=figures,
        explanations=_explanations(first, second, sides, figures),
    )


def shared_stations(first: Evaluation, second: Evaluation) -> tuple[str, ...]:
    """The radars whose detections both sides used: what they measured hangs together."""
    theirs = {row.station for row in second.observers if row.used}
    return tuple(row.station for row in first.observers if row.used and row.station in theirs)


def _check(first: Evaluation, second: Evaluation, sides: Sides) -> None:
    """Passes two evaluations of one announced test by two sides."""
    if sides.first == sides.second:
        raise InputError("both sides have one name", got=sides.first, do="give each its own")
    for name in _SAME:
        ours, theirs = getattr(first.test, name), getattr(second.test, name)
        if ours != theirs:
            raise InputError(
                "the two evaluations are not of one test",
                where=f"test.{name}",
                got=f"{theirs} from {sides.second}",
                expected=f"{ours} as from {sides.first}",
            )


def _check_flight(first: Evaluation, second: Evaluation, sides: Sides) -> None:
    """Passes two evaluations whose lift-offs may be one: a test may be flown on several days."""
    moments = [Instant.parse(one.lift_off) for one in (first, second)]
    apart_s = abs(moments[0].since_s(moments[1]))
    most_s = _SAME_FLIGHT * math.hypot(first.lift_off_sigma_s, second.lift_off_sigma_s, _CLOCK_S)
    if apart_s > most_s:
        raise InputError(
            "the two sides did not watch the same flight, or the clock of one is wrong",
            where="lift_off",
            got=f"{second.lift_off} from {sides.second}",
            expected=f"{first.lift_off} as from {sides.first}, give or take {most_s:.0f} s "
            f"({_SAME_FLIGHT:.0f} joint deviations)",
            do="compare evaluations of one flight",
        )


def _agree_together(figures: Sequence[Difference]) -> bool:
    """Whether no figure differs by more than is likely among so many compared at once."""
    share = (1.0 - _LEVEL) / (2.0 * len(figures))
    wider = NormalDist().inv_cdf(1.0 - share) / NormalDist().inv_cdf(0.5 + 0.5 * _LEVEL)
    apart = [figure.difference for figure in figures]
    return all(
        one.value - wider * (one.value - one.low)
        <= 0.0
        <= one.value + wider * (one.high - one.value)
        for one in apart
    )


def _ends(first: Evaluation, second: Evaluation) -> Iterator[Difference]:
    """The end of the last burn by the clock, and of those before where both found as many."""
    ours, theirs = first.ends_in_window_s, second.ends_in_window_s
    yield _difference("end_in_window_s", "s", ours[-1], theirs[-1])
    if len(ours) == len(theirs):
        for n, pair in enumerate(zip(ours[:-1], theirs[:-1], strict=True)):
            yield _difference(f"ends_in_window_s[{n}]", "s", *pair)


def _difference(figure: str, unit: str, first: Value, second: Value) -> Difference:
    """The first less the second, with the ends of both intervals taken together."""
    apart = first.value - second.value
    below = math.hypot(first.value - first.low, second.high - second.value)
    above = math.hypot(first.high - first.value, second.value - second.low)
    return Difference(
        figure=figure,
        unit=unit,
        values=(first, second),
        difference=Value(
            value=rounded(apart),
            low=rounded(apart - below),
            high=rounded(apart + above),
            sigma=rounded(math.hypot(first.sigma, second.sigma)),
        ),
        agree=apart - below <= 0.0 <= apart + above,
    )


def _explanations(
    first: Evaluation, second: Evaluation, sides: Sides, figures: Sequence[Difference]
) -> tuple[Explanation, ...]:
    """The biases of either side that alone would explain the gap, the likeliest first.

    Those that would need ten times as many stated deviations as the likeliest are no explanation,
    nor are those that would need too many by any measure: there may be none.
    The gap is that of the speed that differs by most: who did not see the end of the burn knows
    the speed on the ground far better than that at burnout.
    """
    apart = [row for row in figures if row.figure in _SHIFTS and not row.agree]
    if not apart:
        return ()
    worst = max(apart, key=_sigmas)
    gap_m_s = _KM * (worst.values[0].value - worst.values[1].value)
    shift = _SHIFTS[worst.figure]
    found = [_explanation(row, shift, -gap_m_s, sides.first) for row in first.biases]
    found += [_explanation(row, shift, gap_m_s, sides.second) for row in second.biases]
    known = sorted((one for one in found if one is not None), key=lambda one: one.stated_sigmas)
    if not known:
        return ()
    most = min(_MOST * known[0].stated_sigmas, MOST_DEVIATIONS)
    return tuple(one for one in known if one.stated_sigmas <= most)


def _sigmas(row: Difference) -> float:
    """By how many joint deviations a figure differs."""
    sigma = row.difference.sigma
    return abs(row.difference.value) / sigma if sigma > 0.0 else math.inf


def _explanation(row: BiasRow, shift: str, wanted_m_s: float, side: str) -> Explanation | None:
    """The error beyond the stated one with which a side would have measured what the other did.

    Args:
        row: the bias, with how speeds move when the station is known to have more of it.
        shift: which of these.
        wanted_m_s: by how much the side's speed would have to move.
        side: whose it is.
    """
    moved_m_s: float = getattr(row, shift)
    if moved_m_s == 0.0 or row.stated_sigma <= 0.0:
        return None  # the speed does not hang on it
    needed = wanted_m_s / moved_m_s
    return Explanation(
        side=side,
        station=row.station,
        kind=row.kind,
        needed=rounded(needed),
        unit=row.unit,
        stated_sigmas=rounded(abs(needed) / row.stated_sigma),
    )
