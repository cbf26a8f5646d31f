"""How long before the last possible moment an interceptor could start, sample by sample.

The kernel of `shield.windows` needs a flyout table at the very speed of an interceptor, a tenth of
a second's work. Who asks for thousands of speeds reads the times of two rungs of a ladder instead
and goes between them in the reciprocal of the time, as `shield.least_speed` does; at a rung both
agree, between two rungs within 0.01 km/s (tests).
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.assurance.flightbook import Flown
from glasshield.assurance.needs import Needs, Samples
from glasshield.catalog import Position
from glasshield.shield.least_speed import Ladder
from glasshield.shield.rules import Rules

# Between two launches: an interval of zero means any number at once.
_SHORTEST_S: Final = 1e-9
_MOST_INTERVALS: Final = 1e6

_Reading = tuple[Float[np.ndarray, "k"], Float[np.ndarray, "k"]]


class Asked(enum.Enum):
    """How often flights are asked about."""

    ONCE = enum.auto()  # in a search: only the rungs that are needed are read
    OFTEN = enum.auto()  # every rung is read, and what none reaches in time left out


@dataclass(frozen=True, slots=True)
class Approach:
    """One kind of interceptor at one site against flights, at any speed and under any rules.

    Attributes:
        samples: of the flights. What the fastest rung flies past before its burnout a slow one may
            reach, so that is kept.
        ladder: the interceptor at the site's latitude.
    """

    samples: Samples
    ladder: Ladder
    # By rung: the reciprocals of the times, and the rooms.
    _read: dict[int, _Reading] = field(default_factory=dict, repr=False)

    @classmethod
    def of(
        cls,
        flown: Flown,
        ladder: Ladder,
        place: Position,
        asked: Asked = Asked.ONCE,
        rules: Rules | None = None,
    ) -> Approach:
        """The approach of an interceptor at a place.

        Args:
            flown: the flights.
            ladder: the interceptor at the place's latitude.
            place: of the site.
            asked: how often.
            rules: the only ones under which flights will be asked about once; all when left out.
        """
        if asked is Asked.ONCE or not ladder.tables:
            return cls(Samples.of(flown, place, rules), ladder)
        needs = Needs.of(flown, ladder, place)
        read = zip(needs.readings.times_s, needs.readings.rooms_m, strict=True)
        return cls(
            needs.samples,
            ladder,
            {k: (_rates(times), room) for k, (times, room) in enumerate(read)},
        )

    def times_s(self, speed_m_s: float) -> Float[np.ndarray, "k"]:
        """The least flight times to the samples with a burnout speed; infinite beyond the reach."""
        speeds = self.ladder.speeds_m_s
        if not len(speeds) or speed_m_s < speeds[0]:
            return np.full(len(self.samples.flight), np.inf)
        fast = int(np.searchsorted(speeds, speed_m_s))
        if fast == len(speeds):
            return _times(self._rung(fast - 1)[0])
        if speeds[fast] == speed_m_s:
            return _times(self._rung(fast)[0])
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

        From the first launch that is possible in a part to its last, an interval apart. Where an
        interceptor would have to start with the missile itself it may be one fewer: of what is
        asked about often no sample that is met later is kept.

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
        follows[1:] = (np.diff(flight) == 0) & (np.diff(number) == 1)
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
        high, rooms = self._rung(fast)
        low, slow_rooms = self._rung(fast - 1)
        rate = high - back * (high - low)
        # Where the slower rung does not reach, the faster pair gives the slope, and the ceiling of
        # the reach rises through the point between the two rungs.
        beyond = np.flatnonzero((low == 0.0) & (high > 0.0))
        if len(beyond):
            above = self._rung(min(fast + 1, len(self.ladder.tables) - 1))[0][beyond]
            here, room, slow_room = high[beyond], rooms[beyond], slow_rooms[beyond]
            rising = np.where(above > here, above - here, np.inf)
            crossing = (slow_room < 0.0) & (room > 0.0)
            part = np.where(crossing, -slow_room / np.where(crossing, room - slow_room, 1.0), 1.0)
            rate[beyond] = np.where(part <= 1.0 - back, here - back * rising, 0.0)
        # Nor is there a way back from a rung that has flown past the point.
        rate[high == 0.0] = 0.0
        return _times(rate)

    def _rung(self, k: int) -> _Reading:
        """Rates and rooms with one rung, read once."""
        if k not in self._read:
            times, rooms = self.ladder.tables[k].times_and_room(self.samples.enu_m, threads=0)
            self._read[k] = _rates(times), rooms
        return self._read[k]


def _rates(times_s: Float[np.ndarray, "k"]) -> Float[np.ndarray, "k"]:
    """The reciprocals of times; zero where nothing is reached."""
    rates: Float[np.ndarray, "k"] = 1.0 / times_s
    return rates


def _times(rates: Float[np.ndarray, "k"]) -> Float[np.ndarray, "k"]:
    """The times of which these are the reciprocals; infinite for none above zero."""
    times = np.full(len(rates), np.inf)
    return np.divide(1.0, rates, out=times, where=rates > 0.0)
