"""What could be planned against each object: timetables of simulated launches, and what they cost.

An engagement takes interceptors of one battery or of two. The next one starts after a look at what
the one before did, where the windows permit that for all of them; else all start as early as they
can. Of several opportunities of one battery it takes the one with the fewest consents that are
still open, then the earliest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.coordination.opportunities import Opportunities
from glasshield.coordination.opportunities_rows import Rows

VALUE_A_UNIT: Final = 10_000  # the weight of what is stopped is counted in ten-thousandths
_TENTHS: Final = 10.0


@dataclass(frozen=True, slots=True)
class Usable:
    """Which opportunities can be used, and from when on.

    Attributes:
        ready_s: the first moment at which an interceptor may start; infinite for never.
        open: as bits, the parties whose consent is still to come.
    """

    ready_s: Float[np.ndarray, "k"]
    open: Int[np.ndarray, "k"]


@dataclass(frozen=True, slots=True)
class Timetable:
    """Launches and meetings of engagements, in their order; NaN behind the last one.

    Attributes:
        option: the opportunity of each launch; -1 behind the last one.
        launch_s: when each interceptor starts.
        meet_s: when it meets the object.
        over: the party above whose territory that is, by number; -1 for nobody's.
        looks: whether each launch waits for what the one before did.
        fits: whether there is time for all of it.
    """

    option: Int[np.ndarray, "e k"]
    launch_s: Float[np.ndarray, "e k"]
    meet_s: Float[np.ndarray, "e k"]
    over: Int[np.ndarray, "e k"]
    looks: Bool[np.ndarray, "e"]
    fits: Bool[np.ndarray, "e"]

    def take(self, keep: np.ndarray) -> Timetable:
        """Some of the engagements."""
        return Timetable(
            self.option[keep],
            self.launch_s[keep],
            self.meet_s[keep],
            self.over[keep],
            self.looks[keep],
            self.fits[keep],
        )

    def meet_sum(self, now_s: float) -> Int[np.ndarray, "e"]:
        """The sum of the times of intercept after a moment, in tenths of a second."""
        tenths = np.rint(_TENTHS * (self.meet_s - now_s))
        return np.nansum(np.where(self.option >= 0, tenths, 0.0), axis=1).astype(int)


@dataclass(frozen=True, slots=True)
class Engagements:
    """What could be planned; rows are alternatives.

    Attributes:
        object: the number of each one's object.
        uses: interceptors of each battery.
        probability: that it stops the object.
        aims: as `choosing.Choices` has them.
        times: its launches and meetings.
    """

    object: Int[np.ndarray, "e"]
    uses: Int[np.ndarray, "e s"]
    probability: Float[np.ndarray, "e"]
    aims: Int[np.ndarray, "e 4"]
    times: Timetable


@dataclass(frozen=True, slots=True)
class Doctrine:
    """How interceptors are planned.

    Attributes:
        shots_each: most at one object.
        look_s: from an intercept until it is known what it did.
    """

    shots_each: int
    look_s: float


def engagements(
    found: Opportunities,
    usable: Usable,
    worth: Float[np.ndarray, "n"],
    doctrine: Doctrine,
) -> Engagements:
    """All engagements that could be planned.

    They stand in the order of the names of objects and batteries, so that a plan does not hang on
    the order in which these were given.

    Args:
        found: the opportunities.
        usable: which of them.
        worth: what it is worth to stop each object.
        doctrine: how many interceptors, and whether they wait for a look.
    """
    best = _best(found, usable, doctrine)
    option = np.array(list(_sequences(found, best, doctrine.shots_each)), dtype=int)
    option = option.reshape(-1, doctrine.shots_each)
    times = timetable(found, usable, option, doctrine.look_s)
    times = times.take(times.fits)
    option = times.option
    object_ = found.object[option[:, 0]]
    uses = np.zeros((len(option), len(found.shooters)), dtype=int)
    for column in option.T:
        row = np.flatnonzero(column >= 0)
        uses[row, found.shooter[column[row]]] += 1
    single = np.array([shooter.single_shot for shooter in found.shooters])
    probability = 1.0 - np.prod((1.0 - single) ** uses, axis=1)
    value = np.rint(VALUE_A_UNIT * worth[object_] * probability).astype(int)
    open_ = _open_consents(found, usable, option)
    aims = (-value, uses.sum(axis=1), open_, times.meet_sum(found.now_s))
    made = Engagements(object_, uses, probability, np.column_stack(aims).astype(int), times)
    return _worth_something(made)


def _open_consents(
    found: Opportunities, usable: Usable, option: Int[np.ndarray, "e k"]
) -> Int[np.ndarray, "e"]:
    """How many consents of engagements are still open; what two parties ask for counts for both."""
    parties = np.array([shooter.party for shooter in found.shooters])
    last = np.maximum((option >= 0).sum(axis=1) - 1, 0)
    one, two = option[:, 0], option[np.arange(len(option)), last]
    together = usable.open[one] | usable.open[two]
    apart = np.bitwise_count(usable.open[one]) + np.bitwise_count(usable.open[two])
    same = parties[found.shooter[one]] == parties[found.shooter[two]]
    return np.where(same, np.bitwise_count(together), apart)


def _worth_something(made: Engagements) -> Engagements:
    keep = made.aims[:, 0] < 0
    return Engagements(
        made.object[keep],
        made.uses[keep],
        made.probability[keep],
        made.aims[keep],
        made.times.take(keep),
    )


def timetable(
    found: Opportunities, usable: Usable, option: Int[np.ndarray, "e k"], look_s: float
) -> Timetable:
    """When interceptors start for engagements, and when they meet their objects.

    Args:
        found: the opportunities.
        usable: from when on they can be used.
        option: of each launch in its order, which opportunity; -1 behind the last one.
        look_s: from an intercept until it is known what it did.
    """
    intervals = np.array([s.place.rules.shot_interval_s for s in found.shooters])
    waiting = _in_turn(found.rows, usable.ready_s, option, look_s)
    together = _at_once(found.rows, usable.ready_s, option, intervals[found.shooter])
    waits = (np.isfinite(waiting[1]) | (option < 0)).all(axis=1)
    fits = waits | (np.isfinite(together[1]) | (option < 0)).all(axis=1)
    columns = [np.where(waits[:, None], a, b) for a, b in zip(waiting, together, strict=True)]
    return Timetable(option, columns[0], columns[1], columns[2].astype(int), waits, fits)


def _in_turn(
    rows: Rows, ready_s: Float[np.ndarray, "k"], option: Int[np.ndarray, "e k"], look_s: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Launches each of which waits for what the one before did."""
    launch, meet, over = _empty(option)
    for turn, which in enumerate(option.T):
        not_before = ready_s[which]
        if turn:
            not_before = np.maximum(not_before, meet[:, turn - 1] + look_s)
        _put(rows, which, not_before, (launch[:, turn], meet[:, turn], over[:, turn]))
    return launch, meet, over


def _at_once(
    rows: Rows,
    ready_s: Float[np.ndarray, "k"],
    option: Int[np.ndarray, "e k"],
    interval_s: Float[np.ndarray, "k"],
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Launches as early as they can be, those of one battery spaced by its interval."""
    launch, meet, over = _empty(option)
    for turn, which in enumerate(option.T):
        not_before = ready_s[which]
        if turn:
            after = launch[:, turn - 1] + interval_s[which]
            not_before = np.where(which == option[:, turn - 1], after, not_before)
        _put(rows, which, not_before, (launch[:, turn], meet[:, turn], over[:, turn]))
    return launch, meet, over


def _empty(option: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    nothing = np.full(option.shape, np.nan)
    return nothing, nothing.copy(), np.full(option.shape, -1)


def _put(
    rows: Rows,
    which: Int[np.ndarray, "e"],
    not_before_s: Float[np.ndarray, "e"],
    out: tuple[np.ndarray, np.ndarray, np.ndarray],
) -> None:
    """Writes the earliest meetings of those that have an opportunity."""
    there = np.flatnonzero(which >= 0)
    answers = rows.earliest(which[there], not_before_s[there])
    for column, answer in zip(out, answers, strict=True):
        column[there] = answer


def _best(
    found: Opportunities, usable: Usable, doctrine: Doctrine
) -> dict[tuple[int, int], list[int]]:
    """For each object and battery the opportunity that so many interceptors take, from one on.

    The list is as long as there is room for interceptors.
    """
    most = [min(s.shots_each, s.magazine, doctrine.shots_each) for s in found.shooters]
    option = np.flatnonzero(np.isfinite(usable.ready_s) & (np.array(most)[found.shooter] > 0))
    best: dict[tuple[int, int], list[int]] = {}
    open_ = np.bitwise_count(usable.open)
    for count in range(1, doctrine.shots_each + 1):
        option = option[np.array(most)[found.shooter[option]] >= count]
        times = timetable(found, usable, np.repeat(option[:, None], count, axis=1), doctrine.look_s)
        option, times = option[times.fits], times.take(times.fits)
        consents = np.array([len(found.hosts[k]) for k in option.tolist()], dtype=int)
        order = np.lexsort(
            (consents, times.meet_sum(found.now_s), open_[option], *_names(found, option))
        )
        for k in option[order].tolist():
            its = best.setdefault((int(found.object[k]), int(found.shooter[k])), [])
            if len(its) == count - 1:
                its.append(k)
    return best


def _names(found: Opportunities, option: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The places of batteries and objects in the order of their names, the last first."""
    shooter, object_ = _ranks([s.id for s in found.shooters]), _ranks(found.objects)
    return shooter[found.shooter[option]], object_[found.object[option]]


def _ranks(names: list[str] | tuple[str, ...]) -> Int[np.ndarray, "n"]:
    """The place of each name among all in their order."""
    rank = np.empty(len(names), dtype=int)
    rank[sorted(range(len(names)), key=names.__getitem__)] = np.arange(len(names))
    return rank


def _sequences(
    found: Opportunities, best: dict[tuple[int, int], list[int]], most: int
) -> Iterator[list[int]]:
    """The opportunities of each engagement, in the order of its launches, filled up with -1."""
    of_object: dict[int, list[list[int]]] = {}
    for (object_, _), its in best.items():
        of_object.setdefault(object_, []).append(its)
    open_s = found.open_s
    for lists in of_object.values():
        for number, its in enumerate(lists):
            for count, k in enumerate(its, start=1):
                yield [k] * count + [-1] * (most - count)
            for others in lists[:number]:
                yield from _of_two(others, its, most, open_s)


def _of_two(
    one: list[int], two: list[int], most: int, open_s: Float[np.ndarray, "k"]
) -> Iterator[list[int]]:
    """Engagements of two batteries: first the one that could meet the object earlier."""
    for count, k in enumerate(one, start=1):
        for more, other in enumerate(two[: most - count], start=1):
            launches = [k] * count + [other] * more
            if open_s[other] < open_s[k]:
                launches = [other] * more + [k] * count
            yield launches + [-1] * (most - count - more)
