"""How long before the last possible moment an interceptor could start, sample by sample.

The kernel of `shield.windows` needs a flyout table at the very speed of an interceptor, a tenth of
a second's work. Who asks for thousands of speeds reads the times of two rungs of a ladder instead
and goes between them in the reciprocal of the time, as `shield.least_speed` does; at a rung both
agree, between two rungs within 0.01 km/s (tests).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.assurance.flightbook import Flown
from glasshield.assurance.needs import Samples
from glasshield.catalog import Position
from glasshield.shield.least_speed import Ladder
from glasshield.shield.rules import Rules

# Between two launches: an interval of zero means any number at once.
_SHORTEST_S: Final = 1e-9
_MOST_INTERVALS: Final = 1e6

_Reading = tuple[Float[np.ndarray, "k"], Float[np.ndarray, "k"]]


@dataclass(frozen=True, slots=True)
class Approach:
    """One kind of interceptor at one site against flights, at any speed and under any rules.

    Attributes:
        samples: of the flights. None is left out: what a fast interceptor has passed before its
            burnout a slow one may reach.
        ladder: the interceptor at the site's latitude.
        every: one of so many samples is looked at.
    """

    samples: Samples
    ladder: Ladder
    every: int = 1
    _read: dict[int, _Reading] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, flown: Flown, ladder: Ladder, place: Position, every: int = 1) -> Approach:
        """The approach of an interceptor at a place.

        Args:
            flown: the flights.
            ladder: the interceptor at the place's latitude.
            place: of the site.
            every: one of so many samples is looked at.
        """
        samples = Samples.of(flown, place)
        return cls(samples.taken(np.flatnonzero(samples.number % every == 0)), ladder, every)

    def times_s(self, speed_m_s: float) -> Float[np.ndarray, "k"]:
        """The least flight times to the samples with a burnout speed; infinite beyond the reach."""
        speeds = self.ladder.speeds_m_s
        if not len(speeds) or speed_m_s < speeds[0]:
            return np.full(len(self.samples.flight), np.inf)
        fast = int(np.searchsorted(speeds, speed_m_s))
        if fast == len(speeds):
            return self._rung(fast - 1)[0]
        if speeds[fast] == speed_m_s:
            return self._rung(fast)[0]
        back = float((speeds[fast] - speed_m_s) / (speeds[fast] - speeds[fast - 1]))
        return self._between_s(fast, back)

    def slack_s(
        self,
        rules: Rules,
        speed_m_s: float,
        commit_s: Float[np.ndarray, "n"],
        seen: Bool[np.ndarray, "n m"] | None,
    ) -> Float[np.ndarray, "k"]:
        """How long after the earliest launch the last one that meets each sample is.

        Below zero where it comes too late; minus infinity where a rule forbids the meeting.

        Args:
            rules: under which it engages.
            speed_m_s: burnout speed.
            commit_s: earliest commit for each flight.
            seen: at which samples a radar sees each flight, where the rules ask for one.
        """
        slack: Float[np.ndarray, "k"] = self.samples.available_s(
            rules, commit_s, seen
        ) - self.times_s(speed_m_s)
        return slack

    def shots(self, slack_s: Float[np.ndarray, "k"], interval_s: float) -> Int[np.ndarray, "n"]:
        """The launches one after the other that fit into one unbroken part of each window.

        From the first launch that is possible in a part to its last, an interval apart.

        Args:
            slack_s: of the kept samples.
            interval_s: between two launches.
        """
        flight, number = self.samples.flight, self.samples.number
        found = np.zeros(self.samples.count, dtype=int)
        inside = np.flatnonzero(slack_s >= 0.0)
        if not len(inside):
            return found
        follows = np.zeros(len(slack_s), dtype=bool)
        follows[1:] = (np.diff(flight) == 0) & (np.diff(number) == self.every)
        opens = np.flatnonzero((np.diff(inside, prepend=-2) > 1) | ~follows[inside])
        first = np.maximum.reduceat(slack_s[inside], opens)
        least = np.minimum.reduceat(slack_s[inside], opens)
        # Where the slack alone closes a part it falls to zero at the part's edge.
        before, after = inside[opens], np.append(inside[opens[1:] - 1], inside[-1])
        closed = follows[before] & np.isfinite(slack_s[before - 1])
        ahead = np.minimum(after + 1, len(slack_s) - 1)
        closed |= (ahead > after) & follows[ahead] & np.isfinite(slack_s[ahead])
        spread = first - np.where(closed, 0.0, least)
        intervals = np.minimum(spread / max(interval_s, _SHORTEST_S), _MOST_INTERVALS)
        np.maximum.at(found, flight[before], 1 + intervals.astype(int))
        return found

    def _between_s(self, fast: int, back: float) -> Float[np.ndarray, "k"]:
        """The times between two rungs, a part of the way back from the faster one."""
        above, rooms = self._rung(fast)
        slow, slow_rooms = self._rung(fast - 1)
        # 1/inf is 0: where the slower rung does not reach, the faster pair gives the slope.
        high, low = 1.0 / above, 1.0 / slow
        reached = low > 0.0
        slope = high - low
        if not reached.all():
            next_up = 1.0 / self._rung(min(fast + 1, len(self.ladder.tables) - 1))[0]
            rising = np.where(next_up > high, next_up - high, np.inf)
            slope = np.where(reached, slope, rising)
        rate = high - back * slope
        # The ceiling of the reach rises through the point between the two rungs.
        crossing = ~reached & (slow_rooms < 0.0) & (rooms > 0.0)
        part = np.where(crossing, -slow_rooms / np.where(crossing, rooms - slow_rooms, 1.0), 1.0)
        within = reached | (part <= 1.0 - back)
        with np.errstate(divide="ignore"):
            return np.where(within & (rate > 0.0), 1.0 / rate, np.inf)

    def _rung(self, k: int) -> _Reading:
        """Times and rooms with one rung, read once."""
        if k not in self._read:
            self._read[k] = self.ladder.tables[k].times_and_room(self.samples.enu_m, threads=0)
        return self._read[k]
