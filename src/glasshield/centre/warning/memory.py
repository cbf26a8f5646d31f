"""Who is who: flights that go on under another number, and second tracks of one flight."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np
from jaxtyping import Float, Int

from glasshield.centre.warning import again
from glasshield.centre.warning.look import Look, at_place, at_state, event
from glasshield.centre.warning.sightings import Flight, Gone
from glasshield.earth.time import Instant
from glasshield.exchange.release.coarsen import Event, PlaceKind
from glasshield.exchange.release.terms import EventKind

_MOST: Final = 500
_DOWN_S: Final = 300.0  # how long a flight that has come down is known again
_AWAY_S: Final = 30.0  # after which what has left coverage is taken to be gone
_AFTER_S: Final = 5.0  # after an impact, and three of its deviations, it has passed


def has_come_down(flight: Flight, at: Instant) -> bool:
    """Whether a flight's impact has passed for certain."""
    latest = flight.latest
    return latest is not None and at > latest.time.plus_s(_AFTER_S + 3.0 * latest.sigma_s)


@dataclass(slots=True)
class Memory:
    """Flights that are no longer in the picture, to know them again.

    Attributes:
        memory_s: how long.
        lost_after_s: what was not seen for so long, and should have been, is lost.
        gone: the flights, the latest at the end.
    """

    memory_s: float
    lost_after_s: float
    gone: list[Gone] = field(default_factory=list)
    _carried: dict[int, _Carried] = field(default_factory=dict)

    def keep(self, gone: Gone) -> None:
        """Remembers a flight; of too many the oldest are forgotten."""
        self.gone = [*self.gone[-_MOST + 1 :], gone]
        self._carried.pop(gone.number, None)

    def take(self, gone: Gone) -> Flight:
        """A flight that is in the picture again."""
        self.gone = [each for each in self.gone if each is not gone]
        self._carried.pop(gone.number, None)
        return gone.flight

    def pass_by(self, now: Look) -> tuple[list[Gone], list[Gone]]:
        """Flights that are lost now, and those that have come down or left all coverage now.

        Those that are over for long are forgotten.
        """
        lost, over, kept = [], [], []
        for each in self.gone:
            flight, away_s = each.flight, now.now_s - each.seen_s
            latest = flight.latest
            if flight.is_told and not flight.ended:
                if has_come_down(flight, now.at) or (latest is None and away_s > _AWAY_S):
                    over.append(each)
                elif each.in_view and not flight.lost and away_s > self.lost_after_s:
                    lost.append(each)
            down = latest is not None and now.at > latest.time.plus_s(_DOWN_S)
            if not down and away_s <= self.memory_s:
                kept.append(each)
        self.gone = kept
        if kept:
            self._carry(now.now_s)
        return lost, over

    def missing(self, now: Look) -> Missing:
        """All that are gone, carried to now, to be known again among what is new."""
        self._carry(now.now_s)
        there = [self._carried[each.number] for each in self.gone]
        since_s = now.now_s - np.array([each.time_s for each in self.gone])
        free = np.array([each.was_free for each in self.gone], dtype=bool)
        spread = np.array([one.covariance for one in there]).reshape(-1, 6, 6)
        return Missing(
            list(self.gone),
            np.array([one.state_ecef for one in there]).reshape(-1, 6),
            spread + again.unsteady(since_s, free),
        )

    @np.errstate(all="ignore")  # what is no number is like nothing
    def _carry(self, to_s: float) -> None:
        """Brings the states along: little by little, since all at once takes long."""
        fresh = (_Carried(each.time_s, each.state_ecef, each.covariance) for each in self.gone)
        before = [
            self._carried.get(each.number, new) for each, new in zip(self.gone, fresh, strict=True)
        ]
        times_s = np.array([one.time_s for one in before])
        if (times_s != to_s).any():
            states = np.array([one.state_ecef for one in before])
            spreads = np.array([one.covariance for one in before])
            there, spread = again.carried(times_s, states, spreads, to_s)
            before = [_Carried(to_s, *one) for one in zip(there, spread, strict=True)]
        numbers = (each.number for each in self.gone)
        self._carried = dict(zip(numbers, before, strict=True))


@dataclass(frozen=True, slots=True)
class _Carried:
    """The state of a flight that is gone, at another time."""

    time_s: float
    state_ecef: Float[np.ndarray, "6"]
    covariance: Float[np.ndarray, "6 6"]


@dataclass(slots=True)
class Missing:
    """Flights that are gone, at the time of one look."""

    gone: list[Gone]
    state_ecef: Float[np.ndarray, "k 6"]
    covariance: Float[np.ndarray, "k 6 6"]

    def take(
        self, number: int, state_ecef: Float[np.ndarray, "6"], covariance: Float[np.ndarray, "6 6"]
    ) -> Gone | None:
        """Which flight a new object was before it was lost, and is again; None for none.

        Args:
            number: of the object.
            state_ecef: of it, at the same time.
            covariance: of that.
        """
        same = [k for k, each in enumerate(self.gone) if each.number == number]
        best = same[0] if same else None
        if best is None and self.gone:
            spread = covariance + again.LOST
            best = again.nearest(state_ecef, spread, self.state_ecef, self.covariance)
        if best is None:
            return None
        self.state_ecef = np.delete(self.state_ecef, best, axis=0)
        self.covariance = np.delete(self.covariance, best, axis=0)
        return self.gone.pop(best)


def beside(
    now: Look,
    rows: Int[np.ndarray, "n"],
    covariance: Float[np.ndarray, "n 6 6"],
    flying: Int[np.ndarray, "f"],
) -> list[list[int]]:
    """The rows of what each of some new objects may be a second track of, the nearest first.

    Args:
        now: the look.
        rows: of the new objects.
        covariance: of their states.
        flying: rows of flights; those before it of the new objects may be flights by then.
    """
    state = now.snapshot.state_ecef
    others = np.union1d(flying, rows)
    new, other = again.close(state[rows, :3], state[others, :3])
    apart = rows[new] != others[other]
    new, other = new[apart], other[apart]
    used, place = np.unique(other, return_inverse=True)
    spread = now.covariance(others[used])[place] + covariance[new] + again.BESIDE
    far2 = again.distances2(state[others[other]] - state[rows[new]], spread)
    found: list[list[int]] = [[] for _ in range(len(rows))]
    for k in np.argsort(far2, kind="stable").tolist():
        if far2[k] <= again.GATE:
            found[new[k]].append(int(others[other[k]]))
    return found


def come_down(flight: Flight, now: Look, class_index: int) -> Event:
    """The impact of a flight has passed."""
    assert flight.latest is not None
    flight.ended = True
    place = at_place(PlaceKind.IMPACT, flight.latest)
    return event(EventKind.ENDED, flight, now.at, class_index, **place)


def left(gone: Gone, now: Look) -> Event:
    """A flight has left all coverage, and nobody knows where it comes down."""
    gone.flight.ended = True
    return last_seen(EventKind.ENDED, gone, now)


def last_seen(kind: EventKind, gone: Gone, now: Look) -> Event:
    """What happened to a flight where it was seen last."""
    place = at_state(PlaceKind.LAST_SEEN, gone.state_ecef, gone.covariance)
    return event(kind, gone.flight, now.at, gone.class_index, **place)
