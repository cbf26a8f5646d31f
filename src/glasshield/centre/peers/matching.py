"""Which objects that others report are one with which of the picture, and with each other.

Decided once a second, and whenever somebody reports a new object: source by source, by how far
apart two have been lately, each object of a source belonging to at most one of the others.

Source: Blackman and Popoli 1999, Design and analysis of modern tracking systems, chapter 9, for
assigning tracks to tracks; `fusion.covariance_intersection.difference_covariance` for the gate.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.centre.peers.pairing import Pairs, chosen_pairs, near_pairs
from glasshield.centre.peers.reported import NOBODY, Book, Owner, Reported, ReportLimits, States
from glasshield.fusion import covariance_intersection, track_fusion
from glasshield.fusion.filters import Gaussian
from glasshield.fusion.track_fusion import Sharing
from glasshield.fusion.tracks import Phase

COASTS: Final = np.eye(len(Phase))[Phase.COAST]
_FAR: Final = 4.0  # gates; what is further apart is not worked out


@dataclass(frozen=True, slots=True)
class JoinOptions:
    """How others' tracks are joined.

    Attributes:
        sharing: gate, criterion and motion.
        forget_s: an object that nobody has reported for so long is let go.
        stale_s: an object of the picture that was not seen for so long is joined to a newcomer
            only if nothing fresher is near.
        ahead_s: a state that is dated so long after it came is not taken.
        newest: what a new look counts in how far apart two are, against all looks before.
        nearest: among so many is looked for whom an object is joined to.
        limits: what is taken of each party.
    """

    sharing: Sharing = field(default_factory=Sharing)
    forget_s: float = 30.0
    stale_s: float = 10.0
    ahead_s: float = 1.0
    newest: float = 0.3
    nearest: int = 6
    limits: ReportLimits = field(default_factory=ReportLimits)


@dataclass(frozen=True, slots=True)
class Hosts:
    """Objects to which others may be joined.

    Attributes:
        number: of each.
        states: at their own times.
        is_fresh: whether it was seen lately.
        owners: who reports it; nobody for an object of the picture itself.
    """

    number: Int[np.ndarray, "h"]
    states: States
    is_fresh: Bool[np.ndarray, "h"]
    owners: tuple[Owner | None, ...]

    def with_reported(self, theirs: Sequence[Reported], numbers: Sequence[int]) -> Hosts:
        """These, and objects that others report, by the numbers that they have here."""
        return Hosts(
            np.concatenate((self.number, np.array(numbers, dtype=np.int64))),
            States.joined(self.states, States.of(theirs)),
            np.concatenate((self.is_fresh, np.ones(len(theirs), dtype=bool))),
            self.owners + tuple(one.owner for one in theirs),
        )

    def without(self, numbers: set[int]) -> Hosts:
        """These without some that turned out to be others."""
        left = np.flatnonzero(~np.isin(self.number, list(numbers)))
        owners = tuple(self.owners[at] for at in left.tolist())
        return Hosts(self.number[left], self.states.take(left), self.is_fresh[left], owners)

    def at(self, now_s: float, options: JoinOptions) -> Hosts:
        """The same, their states as they are expected at a time."""
        return replace(self, states=_moved(self.states, now_s, options))


def states_at(states: States, time_s: Float[np.ndarray, "n"], options: JoinOptions) -> Gaussian:
    """States carried on to times; whose phase nobody states is taken for coasting."""
    unstated = np.isnan(states.phases).any(axis=1)
    phases = np.where(unstated[:, None], COASTS, states.phases)
    motion = options.sharing.motion
    return track_fusion.carried(states.estimate, phases, time_s - states.time_s, motion)


class Matching:
    """Who is who, from one look to the next."""

    __slots__ = ("_apart", "_looked_s", "_options")

    def __init__(self, options: JoinOptions) -> None:
        """Nobody has been looked at.

        Args:
            options: how tracks are joined.
        """
        self._options = options
        self._apart: dict[tuple[int, int], float] = {}  # by serial and host
        self._looked_s = -math.inf

    def is_due(self, book: Book, hosts: Int[np.ndarray, "h"], now_s: float) -> bool:
        """Whether it is time to decide anew: a second has passed, or somebody came or went."""
        if book.unmatched or math.floor(now_s) > math.floor(self._looked_s):
            return True
        roll = book.roll
        there = np.isin(roll.host, np.concatenate((hosts, roll.host[roll.is_first])))
        return not there.all()

    def look(self, book: Book, hosts: Hosts, now_s: float) -> None:
        """Decides which objects are one; the sources in the order of their names.

        Args:
            book: what others report; gets its hosts.
            hosts: the objects of the picture.
            now_s: after the epoch of the book.
        """
        leading = [one for one in book.all if one.is_first]
        hosts = hosts.with_reported(leading, [one.number for one in leading])
        hosts = hosts.at(now_s, self._options)
        found: dict[int, int] = {}
        apart: dict[tuple[int, int], float] = {}
        for _, group in groupby(sorted(book.all, key=_by_owner), lambda one: one.owner):
            theirs = list(group)
            moved = _moved(States.of(theirs), now_s, self._options)
            pairs = self._lately(theirs, moved.estimate, hosts, apart)
            chosen = chosen_pairs(
                pairs, _is_wanted(pairs, theirs, hosts), self._options.sharing.gate
            )
            found |= {theirs[row].serial: int(hosts.number[host]) for row, host in chosen}
            new = [one for one in theirs if one.serial not in found and not one.is_first]
            numbers = [book.number_of(one) for one in new]
            hosts = hosts.with_reported(new, numbers).at(now_s, self._options)
            hosts = hosts.without({one.number for one in theirs if one.serial in found} - {NOBODY})
        book.put_hosts(_followed(found, book))
        book.unmatched = False
        self._apart, self._looked_s = apart, now_s

    def _lately(
        self,
        theirs: Sequence[Reported],
        estimate: Gaussian,
        hosts: Hosts,
        apart: dict[tuple[int, int], float],
    ) -> Pairs:
        """How far one source's objects were from others lately; written down in `apart`."""
        # A source knows an object once: whom it is joined to is another's.
        others = np.array([owner != theirs[0].owner for owner in hosts.owners], dtype=bool)
        there = np.flatnonzero(others)
        near = near_pairs(estimate, hosts.states.estimate.take(there), self._options.nearest)
        near = replace(near, host=there[near.host])
        pairs = near.take(_is_open(near, theirs, hosts))
        far = _FAR * self._options.sharing.gate
        newest = self._options.newest
        apart2 = covariance_intersection.distance2(
            estimate.take(pairs.row), hosts.states.estimate.take(pairs.host)
        )
        for place in np.flatnonzero(apart2 < far).tolist():
            key = (theirs[pairs.row[place]].serial, int(hosts.number[pairs.host[place]]))
            before = self._apart.get(key)
            if before is not None:
                apart2[place] = newest * apart2[place] + (1.0 - newest) * before
            apart[key] = float(apart2[place])
        return replace(pairs, apart2=apart2)


def _by_owner(one: Reported) -> tuple[Owner, int]:
    return one.owner, one.serial


def _moved(states: States, now_s: float, options: JoinOptions) -> States:
    """The states as they are expected now."""
    time_s = np.full(len(states.time_s), now_s)
    return States(time_s, states_at(states, time_s, options), states.phases)


def _is_open(pairs: Pairs, theirs: Sequence[Reported], hosts: Hosts) -> Bool[np.ndarray, "p"]:
    """Which pairs may be: an object that others are joined to goes to lower numbers only.

    So numbers stay, and nothing goes round in a circle.
    """
    below = np.array([one.number if one.is_first else np.inf for one in theirs])
    return hosts.number[pairs.host] < below[pairs.row]


def _is_wanted(pairs: Pairs, theirs: Sequence[Reported], hosts: Hosts) -> Bool[np.ndarray, "p"]:
    """Who is joined already, or fresh: what is stale comes after these."""
    here = np.array([one.host for one in theirs])
    return (here[pairs.row] == hosts.number[pairs.host]) | hosts.is_fresh[pairs.host]


def _followed(found: Mapping[int, int], book: Book) -> dict[int, int]:
    """The number of every object by its serial, whoever stands in between."""
    by_number = {one.number: one.serial for one in book.all if one.number != NOBODY}
    hosts: dict[int, int] = {}
    for one in book.all:
        host = found.get(one.serial, one.number)
        while by_number.get(host) in found:
            host = found[by_number[host]]
        hosts[one.serial] = host
    return hosts
