"""From pieces of tracks to the flight that fits them, and how many burns it had.

The search goes from one burn to more: each next layout starts from the flight found so far with
one of its burns divided. What decides between them is the evidence, so that a burn more has to
explain more than the unknowns that it brings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.earth.ellipsoid import geodetic_to_ecef
from glasshield.earth.time import Instant
from glasshield.errors import NumericalError
from glasshield.monitoring.association import Phases
from glasshield.monitoring.fitting import Fit, Problem, fitted, found
from glasshield.monitoring.powered import BurnTimes, Layout, Site, coefficients
from glasshield.monitoring.splines import greville

MOST_BURNS: Final = 4
CERTAIN_S: Final = 30.0  # deviation of a lift-off below which one start is enough
_BEFORE_FIRST_S: Final = (15.0, 45.0, 100.0, 200.0)
_UNSEEN_BURNS_S: Final = (60.0, 90.0, 130.0, 190.0, 280.0)
_UNSEEN_SHARES: Final = (0.6, 0.95)  # of the time until the first sight
_INSIDE_S: Final = 3.0  # as much of a burn is not told from free flight
_APART_S: Final = 4.0
_MOST_ENDS: Final = 6
_AFTER_LAST_S: Final = (3.0, 15.0, 45.0)
_LEAST_BURN_S: Final = 10.0
_DIVIDED_AT: Final = (0.3, 0.5, 0.7)
_FIRST_PUSH_M_S2: Final = 25.0
_GRAVITY_M_S2: Final = 9.5  # about that of the first few hundred kilometres
_FEW: Final = 150  # detections of each station in a search, after the burn and before its end
_SAMPLE_S: Final = 1.0


@dataclass(frozen=True, slots=True)
class Place:
    """From where a flight is thought to lift off, and its first direction.

    Attributes:
        epoch: where times count from.
        site: as announced.
        azimuth_rad: toward what was seen.
    """

    epoch: Instant
    site: Site
    azimuth_rad: float

    def layout(self, burn_s: Sequence[float]) -> Layout:
        """A layout for burns of these lengths."""
        burns = tuple(coefficients(length_s) for length_s in burn_s)
        return Layout(self.epoch, self.site, self.azimuth_rad, burns, gaps=len(burns) > 1)


@dataclass(frozen=True, slots=True)
class Burns:
    """Flights of one burn, of two and so on, and what speaks for each.

    Attributes:
        fits: the best of each number, from one on.
        told: whether the detections tell burns apart; if not, only the odds beforehand stand.
    """

    fits: tuple[Fit, ...]
    told: bool = True

    @property
    def odds(self) -> Float[np.ndarray, "k"]:
        """The probabilities of the numbers of burns that were tried.

        Beforehand a burn more is a third as probable: where nothing tells them apart, fewer do.
        """
        evidence = np.array([fit.log_evidence for fit in self.fits])
        if not self.told:
            evidence = np.zeros(MOST_BURNS)
        evidence -= np.log(_RARER) * np.arange(len(evidence))
        weight = np.exp(evidence - evidence.max())
        shares: Float[np.ndarray, "k"] = weight / weight.sum()
        return shares

    @property
    def number(self) -> int:
        """The most probable number."""
        return int(np.argmax(self.odds)) + 1

    @property
    def best(self) -> Fit:
        """The flight of that number."""
        return self.fits[self.number - 1]


_RARER: Final = 3.0  # a burn more, beforehand


def single(problem: Problem, place: Place, seen: Phases) -> Fit | None:
    """The best flight of one burn; none where no start can be flown.

    Args:
        problem: what it has to fit.
        place: from where.
        seen: when what was tracked burnt and flew freely.
    """
    thin = thinned(problem, seen)
    best: Fit | None = None
    for liftoff_s, burnout_s in _starts(problem, seen):
        layout = place.layout([burnout_s - liftoff_s])
        start = layout.starting(BurnTimes(liftoff_s, (liftoff_s,), (burnout_s,)))
        start[layout.push_columns(0)] = first_push(layout, seen.coasting(burnout_s), start)
        try:
            tried = found(thin, layout, start)
        except NumericalError:
            continue
        best = _likelier(best, tried)
    return best


def _likelier(best: Fit | None, tried: Fit) -> Fit:
    """Of two flights that of more evidence.

    Not that of less cost: with more burn time than the flight needs there are more unknowns to fit
    the noise with.
    """
    return tried if best is None or tried.log_evidence > best.log_evidence else best


def first_push(
    layout: Layout, burnt_out: Float[np.ndarray, "6"] | None, start: Float[np.ndarray, "p"]
) -> Float[np.ndarray, "c"]:
    """A push that changes evenly and leads about to a state at burnout."""
    count = layout.burns[0]
    if burnt_out is None:
        return np.full(3 * count, _FIRST_PUSH_M_S2)
    burn_s = float(layout.durations_s(start)[0])
    site = layout.site
    away = burnt_out[:3] - geodetic_to_ecef(site.lat_rad, site.lon_rad, site.height_m)
    lift = np.array((0.0, 0.0, _GRAVITY_M_S2))
    speed, path = layout.axes @ burnt_out[3:], layout.axes @ away
    mean = speed / burn_s + lift
    # Of a push mean + slope (2 s - 1) over the share s of the burn, the path is mean/2 - slope/6.
    slope = 6.0 * (0.5 * mean - 0.5 * lift - path / burn_s**2)
    share = greville(count)
    return np.concatenate([m + d * (2.0 * share - 1.0) for m, d in zip(mean, slope, strict=True)])


def counted(problem: Problem, place: Place, first: Fit, least: int) -> Burns:
    """Flights of one burn, two and so on, until one more is not more probable.

    Args:
        problem: what they have to fit.
        place: from where.
        first: the flight of one burn.
        least: up to which number is gone at least.
    """
    until_s = first.flight.burnout_time_s
    thin = thinned(problem, Phases(until_s, until_s))
    fits = [fitted(problem, first.layout, first.flight.unknowns, first.bias)]
    while len(fits) < MOST_BURNS:
        more = divided(thin, place, fits[-1])
        if more is None:
            break
        fits.append(fitted(problem, more.layout, more.flight.unknowns, more.bias))
        gained = fits[-1].log_evidence - fits[-2].log_evidence
        if gained <= np.log(_RARER) and len(fits) >= least:
            break
    return Burns(tuple(fits))


def thinned(problem: Problem, seen: Phases) -> Problem:
    """A part of the detections, those around the burn kept closer together."""
    observed = problem.observed
    turn_s = max(seen.burning_until_s, -1e12)
    turn_s = min(turn_s + 60.0, 1e12)
    kept = np.zeros(len(observed.row), dtype=bool)
    for station in np.unique(observed.station):
        for part in (observed.time_s <= turn_s, observed.time_s > turn_s):
            rows = np.flatnonzero((observed.station == station) & part)
            kept[rows[:: max(1, len(rows) // _FEW)]] = True
    return problem.keep(kept)


def _starts(problem: Problem, seen: Phases) -> list[tuple[float, float]]:
    """Times of lift-off and burnout to try."""
    first_s, last_s = float(problem.observed.time_s.min()), float(problem.observed.time_s.max())
    before = problem.beforehand
    liftoffs = [first_s - early for early in _BEFORE_FIRST_S]
    if before.liftoff_sigma_s <= CERTAIN_S:
        liftoffs = [min(before.liftoff_s, first_s - 1.0)]
    starts = []
    for liftoff_s in liftoffs:
        if not np.isfinite(seen.burning_until_s):
            ends = _unseen_ends(liftoff_s, first_s)
        elif not np.isfinite(seen.free_from_s):
            ends = [last_s + late for late in _AFTER_LAST_S]
        else:
            ends = _seen_ends(seen)[:: 1 if len(liftoffs) == 1 else 2]
        starts += [(liftoff_s, max(end_s, liftoff_s + _LEAST_BURN_S)) for end_s in ends]
    return starts


def _seen_ends(seen: Phases) -> list[float]:
    """Times of a burnout between the last stretch that burnt and the first that flew freely.

    From too late a start a burn may end in a push that fades away, and from there none gets back.
    """
    begin_s, end_s = seen.burning_until_s + _INSIDE_S, seen.free_from_s + _INSIDE_S
    count = int(np.clip(np.ceil((end_s - begin_s) / _APART_S) + 1, 2, _MOST_ENDS))
    return [float(time_s) for time_s in np.linspace(begin_s, end_s, count)]


def _unseen_ends(liftoff_s: float, first_s: float) -> list[float]:
    """Times of a burnout that nobody saw: before the first sight, as burns usually last."""
    until_s = first_s - liftoff_s
    lengths = [length_s for length_s in _UNSEEN_BURNS_S if length_s < until_s]
    if until_s <= _UNSEEN_BURNS_S[-1]:
        # A burn may also end just in sight.
        lengths += [*(share * until_s for share in _UNSEEN_SHARES), until_s + 0.5 * _INSIDE_S]
    return [liftoff_s + length_s for length_s in lengths]


def divided(problem: Problem, place: Place, fit: Fit) -> Fit | None:
    """The best flight with one burn more."""
    flight = fit.flight
    time_s = np.arange(flight.liftoff_s, flight.burnout_time_s + 10.0, _SAMPLE_S)
    state = flight.at(time_s)
    best: Fit | None = None
    for burns in _more_burns(fit):
        lengths = np.subtract(burns.end_s, burns.ignition_s)
        layout = place.layout([float(length) for length in lengths])
        try:
            start = layout.like(time_s, state, burns)
            start[1:4] = flight.unknowns[1:4]
            tried = fitted(problem, layout, start, fit.bias)
        except NumericalError:
            continue
        best = _likelier(best, tried)
    return best


def _more_burns(fit: Fit) -> list[BurnTimes]:
    """The burns of a flight with one of them divided, in several ways."""
    flight = fit.flight
    ends = np.array(flight.stage_ends_s)
    lengths = np.exp(flight.unknowns[[fit.layout.duration_column(k) for k in range(len(ends))]])
    shares = _DIVIDED_AT if len(ends) == 1 else (0.5,)
    cuts = [float(cut) for share in shares for cut in ends - (1.0 - share) * lengths]
    return [_cut(flight.liftoff_s, ends, lengths, cut_s) for cut_s in cuts]


def _cut(
    liftoff_s: float,
    ends_s: Float[np.ndarray, "b"],
    lengths_s: Float[np.ndarray, "b"],
    cut_s: float,
) -> BurnTimes:
    """Burns of which one ends at a time and goes on as another."""
    begins = sorted([*(ends_s - lengths_s).tolist(), cut_s])
    return BurnTimes(liftoff_s, tuple(begins), tuple(sorted([*ends_s.tolist(), cut_s])))
