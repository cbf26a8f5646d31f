"""The moments at which batteries could meet objects, as ragged rows, parted by whose consent.

A row is a sample of a predicted flight inside a window: the time of the meeting, and the time at
which an interceptor has to start for it. Between two samples of one unbroken stretch both are read
on a straight line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Self

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.catalog.plans import AtIntercept
from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.coordination.forecast import SAMPLE_S, Forecast
from glasshield.coordination.nearness import near
from glasshield.coordination.sectors import Sectors
from glasshield.earth.ellipsoid import east_north_up, ecef_to_geodetic, geodetic_to_ecef
from glasshield.shield.windows import Emplacement, Windows

_APART_S: Final = 1e6  # longer than any exercise: keeps the launches of opportunities apart


@dataclass(frozen=True)
class Rows:
    """Moments of meetings, those of one opportunity together and rising in time.

    Attributes:
        first: of each opportunity, its first row; one more for the end. None is empty.
        meet_s: when the object would be met.
        launch_s: when the interceptor starts for it.
        over: the party above whose territory that is, by its number; -1 for nobody's.
    """

    first: Int[np.ndarray, "k1"]
    meet_s: Float[np.ndarray, "r"]
    launch_s: Float[np.ndarray, "r"]
    over: Int[np.ndarray, "r"]

    def __len__(self) -> int:
        return len(self.first) - 1

    @classmethod
    def none(cls) -> Self:
        """The rows of no opportunity."""
        times = np.empty(0)
        return cls(np.zeros(1, dtype=int), times, times, np.empty(0, dtype=int))

    @cached_property
    def owner(self) -> Int[np.ndarray, "r"]:
        """The opportunity of each row."""
        return np.repeat(np.arange(len(self)), np.diff(self.first))

    @cached_property
    def _rising(self) -> Float[np.ndarray, "r"]:
        """The last launch up to each row, opportunities far apart."""
        return np.maximum.accumulate(self.launch_s + _APART_S * self.owner)

    def earliest(
        self, number: Int[np.ndarray, "q"], not_before_s: Float[np.ndarray, "q"]
    ) -> tuple[Float[np.ndarray, "q"], Float[np.ndarray, "q"], Int[np.ndarray, "q"]]:
        """The earliest meetings whose interceptors need not start before some times.

        Args:
            number: of opportunities.
            not_before_s: for each; NaN gives NaN.

        Returns:
            Launches, meetings, and above whose territory; NaN and -1 where there are none.
        """
        asked = np.isfinite(not_before_s)
        wanted = np.where(asked, not_before_s, 0.0)
        row = np.searchsorted(self._rising, wanted + _APART_S * number, side="left")
        row = np.maximum(row, self.first[number])
        there = asked & (row < self.first[number + 1])
        row = np.where(there, row, 0)
        before = np.maximum(row - 1, 0)
        joined = (
            (row > self.first[number])
            & (self.meet_s[row] - self.meet_s[before] < 1.5 * SAMPLE_S)
            & (self.launch_s[before] < wanted)
        )
        rise = np.where(joined, self.launch_s[row] - self.launch_s[before], 1.0)
        share = np.where(joined, (wanted - self.launch_s[before]) / rise, 1.0)
        launch = np.where(joined, wanted, self.launch_s[row])
        meet = self.meet_s[before] + share * (self.meet_s[row] - self.meet_s[before])
        meet = np.where(joined, meet, self.meet_s[row])
        nan = np.nan
        return (
            np.where(there, launch, nan),
            np.where(there, meet, nan),
            np.where(there, self.over[row], -1),
        )

    def since(
        self, launch_s: float, keep: Bool[np.ndarray, "k"]
    ) -> tuple[Rows, Int[np.ndarray, "m"]]:
        """The rows of some opportunities that start later than a time, and which have any left."""
        chosen = keep[self.owner] & (self.launch_s >= launch_s)
        left, size = np.unique(self.owner[chosen], return_counts=True)
        first = np.concatenate(([0], np.cumsum(size)))
        columns = (column[chosen] for column in (self.meet_s, self.launch_s, self.over))
        return Rows(first, *columns), left

    def and_then(self, others: Rows) -> Rows:
        """The rows of these opportunities and behind them those of others."""
        return Rows(
            np.concatenate((self.first, others.first[1:] + self.first[-1])),
            np.concatenate((self.meet_s, others.meet_s)),
            np.concatenate((self.launch_s, others.launch_s)),
            np.concatenate((self.over, others.over)),
        )


def found_rows(
    ahead: Forecast,
    places: Sequence[Emplacement],
    pairs: Int[np.ndarray, "p 2"],
    windows: Windows,
    commit_s: Float[np.ndarray, "p"],
    seen: Bool[np.ndarray, "n m"],
) -> tuple[Rows, Int[np.ndarray, "k"]]:
    """The moments inside the windows that the kernel found, and which pairs have any.

    Args:
        ahead: the flights.
        places: the batteries.
        pairs: indices of battery and flight.
        windows: of the pairs, in seconds after the beginning of the flights.
        commit_s: of the pairs, absolute.
        seen: at which samples a radar sees the flights.
    """
    found = np.flatnonzero(windows.found)
    opens = np.ceil(windows.open_s[found] / SAMPLE_S - 1e-6).astype(int)
    closes = np.floor(windows.close_s[found] / SAMPLE_S + 1e-6).astype(int)
    count = np.maximum(closes - opens + 1, 0)
    pair = np.repeat(found, count)
    ends = np.cumsum(count)
    sample = np.arange(len(pair)) - np.repeat(ends - count - opens, count)
    place, flight = pairs[pair].T
    launch = np.full(len(pair), -np.inf)
    for number in np.unique(place):
        its = np.flatnonzero(place == number)
        launch[its] = _launch_s(places[number], ahead, flight[its], sample[its], seen)
    kept = launch >= commit_s[pair]
    pair, sample, launch = pair[kept], sample[kept], launch[kept]
    having, size = np.unique(pair, return_counts=True)
    first = np.concatenate(([0], np.cumsum(size)))
    meet = ahead.start_s[pairs[pair, 1]] + sample * SAMPLE_S
    return Rows(first, meet, launch, np.full(len(pair), -1)), having


def _launch_s(
    place: Emplacement,
    ahead: Forecast,
    flight: Int[np.ndarray, "r"],
    sample: Int[np.ndarray, "r"],
    seen: Bool[np.ndarray, "n m"],
) -> Float[np.ndarray, "r"]:
    """When an interceptor starts for each meeting; minus infinity where a rule forbids it."""
    rules = place.rules
    position = ahead.state_ecef[flight, sample, :3]
    offset = position - geodetic_to_ecef(place.lat_rad, place.lon_rad, place.height_m)
    enu = offset @ east_north_up(place.lat_rad, place.lon_rad).T
    angle = np.arctan2(np.hypot(enu[:, 0], enu[:, 1]), EARTH_MEAN_RADIUS_M + enu[:, 2])
    height = ecef_to_geodetic(position)[2]
    meet = ahead.start_s[flight] + sample * SAMPLE_S
    flyout = place.table.times_s(enu)
    allowed = (
        np.isfinite(flyout)
        & (height >= rules.min_height_m)
        & (height <= rules.max_height_m)
        & (angle * EARTH_MEAN_RADIUS_M <= rules.max_ground_m)
        & (meet <= ahead.reentry_s[flight] - rules.before_reentry_s)
    )
    if rules.at_intercept is AtIntercept.REQUIRED:
        allowed &= seen[flight, sample]
    return np.where(allowed, meet - np.where(allowed, flyout, 0.0), -np.inf)


def split_by_consent(
    rows: Rows,
    pairs: Int[np.ndarray, "p 2"],
    ahead: Forecast,
    parties: Sequence[str],
    territories: Sectors,
    near_m: Mapping[str, float],
) -> tuple[Rows, Int[np.ndarray, "k 2"], tuple[tuple[str, ...], ...]]:
    """The rows of pairs, parted by the parties that have to agree to them.

    Args:
        rows: of the pairs.
        pairs: battery and flight.
        ahead: the flights.
        parties: of the batteries.
        territories: of the parties.
        near_m: how far beside a territory its party still has to agree.

    Returns:
        Rows of opportunities, their pairs, and who has to agree to each.
    """
    flight = pairs[rows.owner, 1]
    sample = np.rint((rows.meet_s - ahead.start_s[flight]) / SAMPLE_S).astype(int)
    over, need = _beneath(ahead, flight, sample, territories, near_m)
    own = [_bit(territories.parties, party) for party in parties]
    need &= ~np.array(own, dtype=np.int64)[pairs[rows.owner, 0]]
    chosen, having, consents = [], [], []
    for number in range(len(rows)):
        its = np.arange(rows.first[number], rows.first[number + 1])
        for consent in np.unique(need[its]).tolist():
            chosen.append(its[need[its] & ~consent == 0])
            having.append(number)
            consents.append(consent)
    first = np.concatenate(([0], np.cumsum([len(its) for its in chosen]))).astype(int)
    row = np.concatenate(chosen) if chosen else np.empty(0, dtype=int)
    hosts = tuple(
        tuple(p for k, p in enumerate(territories.parties) if consent >> k & 1)
        for consent in consents
    )
    parted = Rows(first, rows.meet_s[row], rows.launch_s[row], over[row])
    return parted, pairs[np.array(having, dtype=int)], hosts


def _bit(parties: Sequence[str], party: str) -> int:
    return 1 << parties.index(party) if party in parties else 0


def _beneath(
    ahead: Forecast,
    flight: Int[np.ndarray, "r"],
    sample: Int[np.ndarray, "r"],
    territories: Sectors,
    near_m: Mapping[str, float],
) -> tuple[Int[np.ndarray, "r"], Int[np.ndarray, "r"]]:
    """The party above whose territory each sample is, and as bits all who have to agree there."""
    key = flight * ahead.state_ecef.shape[1] + sample
    once, row = np.unique(key, return_inverse=True)
    positions = ahead.state_ecef.reshape(-1, 6)[once, :3]
    lat, lon, _ = ecef_to_geodetic(positions)
    holders = territories.holders(lat, lon)
    first = np.full(len(once), -1)
    if len(holders):
        first = np.where(holders.any(axis=0), holders.argmax(axis=0), -1)
    for number, party in enumerate(territories.parties):
        if near_m.get(party, 0.0) > 0.0:
            holders[number] |= near(territories.of[number], lat, lon, near_m[party])
    bits = (holders.T @ (1 << np.arange(len(holders)))).astype(np.int64)
    return first[row], bits[row]
