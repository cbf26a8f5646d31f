"""How people answered in a run, so that they answer alike in a run that differs from it.

Where a party's data are withheld, or another seed is drawn, other questions are asked at other
seconds, under other numbers. A cell of people is then taken to answer the same question about the
same flight with the same word, as soon after it was asked. What it was not asked in the run under
review it does not answer, and the time-out of the procedure acts. Scripted cells need no habits.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

import msgspec

from glasshield import catalog
from glasshield.exchange.stated_facts import records_of
from glasshield.exercise import actions, records
from glasshield.exercise.actions import Action
from glasshield.exercise.errors import Refused
from glasshield.exercise.pictures import Audience
from glasshield.exercise.reading import Exercise, parse
from glasshield.exercise.records import Record
from glasshield.exercise.run import Run, Variant
from glasshield.exercise.script import Script
from glasshield.exercise.withheld import Changed, changed_actions, changed_script
from glasshield.exercise.world import Stage


class File(msgspec.Struct, frozen=True, kw_only=True):
    """An exercise as another process is given it.

    Attributes:
        exercise: the bytes of its file.
        own: the records of somebody's own that it was run with, as JSON by `kind.id`; empty for
            none.
    """

    exercise: bytes
    own: bytes = b""


class Habit(msgspec.Struct, frozen=True, kw_only=True):
    """What a cell of people answered to one question."""

    cell: str
    what: str
    by: str
    flight: str
    after_s: int
    says: Literal["yes", "no"]
    text: str = ""


class Habits(msgspec.Struct, frozen=True, kw_only=True):
    """What people did in a run: how they answered, and everything else as it was done."""

    answers: tuple[Habit, ...] = ()
    others: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class Played:
    """A run that was played to its end.

    Attributes:
        records: all of them.
        script: of the exercise as it was played.
        root: of its log.
    """

    records: tuple[Record, ...]
    script: Script
    root: str


def habits_of(found: Sequence[Record], done: Iterable[Action]) -> Habits:
    """The habits of people in a run.

    Args:
        found: its records.
        done: what they did.
    """
    done = tuple(done)
    asked = {one.request: one for one in records.of(found, records.Asked)}
    flights = {one.proposal: one.flight for one in records.of(found, records.Proposed)}
    given = {(one.request, one.cell): one for one in records.of(found, records.Answered)}
    answers = [
        Habit(
            cell=one.cell,
            what=question.what,
            by=question.by,
            flight=flights.get(question.proposal, ""),
            after_s=max(0, math.ceil(given[one.request, one.cell].after_s)),
            says=one.says,
            text=one.text,
        )
        for one in done
        if isinstance(one, actions.Answer)
        and (question := asked.get(one.request)) is not None
        and (one.request, one.cell) in given
    ]
    others = tuple(one for one in done if not isinstance(one, actions.Answer))
    return Habits(answers=tuple(answers), others=others)


def played(
    file: File,
    seed: int,
    changed: Changed,
    withheld: Sequence[str],
    habits: Habits,
    audience: Audience = Audience.CELLS,
) -> Played:
    """An exercise, played to its end with one thing changed.

    Args:
        file: of the exercise.
        seed: of the draws.
        changed: what is changed.
        withheld: the parties whose data were withheld anyway.
        habits: of people.
        audience: for whom pictures are made; it changes no decision.

    Raises:
        InputError: an exercise that cannot be run.
    """
    stage = _stage(file, changed)
    others = changed_actions(habits.others, changed)
    run = Run(
        stage, seed, Variant(frozenset((*withheld, *changed.parties))), others, audience=audience
    )
    return Played(tuple(_stepped(run, habits.answers)), stage.exercise.script, run.root)


def replayed(
    file: File,
    seed: int,
    withheld: Sequence[str],
    done: Sequence[Action],
    first: records.Branched | None = None,
) -> Played:
    """A run, run again from what decides it: exercise, seed, and everything that people did.

    Args:
        file: of the exercise.
        seed: of the draws.
        withheld: the parties whose data were withheld.
        done: what people did.
        first: the record with which a branch began.

    Raises:
        InputError: an exercise that cannot be run, or an action that it cannot take.
    """
    stage = _stage(file, Changed())
    run = Run(stage, seed, Variant(frozenset(withheld)), done, first=first)
    return Played(tuple(_stepped(run, ())), stage.exercise.script, run.root)


def _stepped(run: Run, answers: Sequence[Habit]) -> list[Record]:
    """The records of a run whose people answer as they do."""
    usual = {(one.cell, one.what, one.by, one.flight): one for one in answers}
    flights: dict[int, str] = {}
    coming: list[tuple[int, actions.Answer]] = []
    found: list[Record] = []
    while not run.is_over:
        coming = _given(run, coming)
        for one in run.step():
            found.append(one)
            if isinstance(one, records.Proposed):
                flights[one.proposal] = one.flight
            elif isinstance(one, records.Asked) and usual:
                key = (one.cell, one.what, one.by, flights.get(one.proposal, ""))
                if habit := usual.get(key):
                    coming.append((one.second + habit.after_s, _answer(one, habit)))
    return found


def _answer(asked: records.Asked, habit: Habit) -> actions.Answer:
    return actions.Answer(
        second=asked.second + habit.after_s,
        cell=habit.cell,
        request=asked.request,
        says=habit.says,
        text=habit.text,
    )


def _given(run: Run, coming: list[tuple[int, actions.Answer]]) -> list[tuple[int, actions.Answer]]:
    """Gives a run the answers that are due with its next step; the others stay."""
    then = run.second + run.exercise.step_s
    for due, answer in coming:
        if due <= then:
            # What is no longer asked is not answered.
            with contextlib.suppress(Refused):
                run.act(msgspec.structs.replace(answer, second=max(due, run.second + 1)))
    return [one for one in coming if one[0] > then]


@lru_cache(maxsize=16)
def _stage(file: File, changed: Changed) -> Stage:
    """The stage of an exercise with one thing changed; made once in a process."""
    whole = read(file)
    return Stage.of(replace(whole, script=changed_script(whole.script, changed)))


@lru_cache(maxsize=4)
def read(file: File) -> Exercise:
    """The exercise in a file, with the facts that it was run with.

    Raises:
        InputError: no exercise, or a fact that this version does not understand.
    """
    facts = catalog.load()
    if file.own:
        facts = facts.replaced(records_of(msgspec.json.decode(file.own)))
    return parse(file.exercise.decode(), "exercise.toml", facts)
