"""The review of a run: what its records tell, and what the same exercise gives when it is changed.

A review is a function of what decides a run: the exercise, the seed, what people did. The records
are made again from these, and the folder's must be the same; so a review that one party made is
made again by another from the statement alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import msgspec

import glasshield
from glasshield.assurance.document import Program, Text
from glasshield.exchange.canonical import sha256
from glasshield.exercise import actions, records, seeds
from glasshield.exercise.actions import Action
from glasshield.exercise.counting import Counted, counted
from glasshield.exercise.habits import File, Habits, habits_of, played, read, replayed
from glasshield.exercise.records import Branched, Record
from glasshield.exercise.script import Script
from glasshield.exercise.seeds import Said
from glasshield.exercise.spreading import Means, spread
from glasshield.exercise.timeline import Story
from glasshield.exercise.tree import Tree
from glasshield.exercise.withheld import UNCHANGED, Changed, changes
from glasshield.messages import LANGUAGES, text
from glasshield.report.exercise.document import (
    ExerciseRow,
    ManyRow,
    OtherRunRow,
    PartyRow,
    Review,
    RunRow,
)
from glasshield.report.exercise.findings import matters_most
from glasshield.workspace import Progress

SEEDS: Final = 1000
PAIRED: Final = 100
_OTHERS_SHARE: Final = 0.1  # of the work, when seeds are counted too


@dataclass(frozen=True, slots=True)
class Case:
    """What decides a run, and how far it is reviewed.

    Attributes:
        file: of the exercise.
        seed: of the draws.
        withheld: the parties whose data nobody else was given.
        done: what people did.
        branch: the record with which the run began, where it is a branch.
        until_s: the last second that is reviewed; None for the whole run.
    """

    file: File
    seed: int
    withheld: tuple[str, ...] = ()
    done: tuple[Action, ...] = ()
    branch: Branched | None = None
    until_s: int | None = None

    @property
    def script(self) -> Script:
        """Of the exercise."""
        return read(self.file).script

    def replayed(self) -> tuple[Record, ...]:
        """The records of the run, made again, as far as it is reviewed.

        Raises:
            InputError: an exercise that cannot be run, or an action that it cannot take.
        """
        again = replayed(self.file, self.seed, self.withheld, self.done, self.branch)
        if self.until_s is None:
            return again.records
        return tuple(one for one in again.records if one.second <= self.until_s)


@dataclass(frozen=True, slots=True)
class Asked:
    """What else is computed beside the run itself.

    Attributes:
        seeds: how many seeds are counted; 0 for none.
        paired: how many of them with each thing changed.
        means: where it is computed.
        kept: the file in which counts are kept as they come in; None for a passing one.
        found: told what was wrong with the counts that it held.
    """

    seeds: int = 0
    paired: int = 0
    means: Means = field(default_factory=Means)
    kept: Path | None = None
    found: Callable[[Said], None] | None = None


def review(
    case: Case,
    found: Sequence[Record],
    asked: Asked,
    progress: Progress | None = None,
    warnings: Sequence[Text] = (),
) -> Review:
    """The review of a run.

    Args:
        case: what decides it.
        found: its records.
        asked: what else is computed.
        progress: told how far the work is.
        warnings: to be said first.

    Raises:
        InputError: an exercise that cannot be run, or no cluster where one is asked for.
        NumericalError: a worker ended before it had answered.
    """
    script = case.script
    story = Story.of(found, script)
    habits = habits_of(found, case.done)
    own = counted(found, script)
    tell = progress or _silent
    share = _OTHERS_SHARE if asked.seeds else 1.0
    others = _others(case, own, habits, asked.means, _part(tell, 0.0, share))
    many = _many(case, _counted_changes(case, others), habits, asked, _part(tell, share, 1.0))
    run = _run(case, found)
    return Review(
        program=Program(version=glasshield.__version__, input_hash=_inputs(case, run, asked)),
        exercise=_exercise(case),
        run=run,
        flights=story.flights(),
        known=story.known(),
        moments=story.moments(),
        waits=story.waits(),
        chains=story.chains(),
        figures=own.figures,
        others=others,
        many=many,
        warnings=(*warnings, *_branch(case)),
    )


def warning(key: str, **values: str | int) -> Text:
    """A sentence in both languages."""
    return Text(**{lang: text(lang, f"review.warn.{key}", **values) for lang in LANGUAGES})


def _silent(done: float, doing: str) -> None:
    """Tells nobody."""


def _part(tell: Progress, first: float, last: float) -> Progress:
    """The progress of a part of the work."""
    return lambda done, doing: tell(first + (last - first) * done, doing)


def _inputs(case: Case, run: RunRow, asked: Asked) -> str:
    """The digest of all that a review hangs on."""
    return sha256(
        {
            "exercise": case.file.exercise.hex(),
            "own": case.file.own.hex(),
            "run": msgspec.to_builtins(run),
            "seeds": asked.seeds,
            "paired": asked.paired,
        }
    )


def _exercise(case: Case) -> ExerciseRow:
    exercise = read(case.file)
    head = exercise.head
    return ExerciseRow(
        id=head.id,
        name=Text(en=head.name, ru=head.name_ru),
        lesson=Text(en=head.lesson, ru=head.lesson_ru),
        sha256=exercise.sha256,
        epoch=head.epoch,
        length_s=exercise.length_s,
        parties=tuple(
            PartyRow(
                id=id,
                name=Text(en=party.name, ru=party.name_ru),
                cells=exercise.cells_of(id),
                people=tuple(
                    cell for cell in exercise.cells_of(id) if exercise.cells[cell].who == "person"
                ),
            )
            for id, party in exercise.parties.items()
        ),
    )


def _run(case: Case, found: Sequence[Record]) -> RunRow:
    begun = next(one for one in found if isinstance(one, records.Begun))
    lines = [actions.encode(one) for one in case.done]
    return RunRow(
        seed=case.seed,
        withheld=case.withheld,
        actions=len(lines),
        actions_sha256=sha256([line.decode() for line in lines]),
        size=len(found),
        root=root_of(found),
        program=begun.program,
        ended=any(isinstance(one, records.Ended) for one in found),
        until_s=max(one.second for one in found),
        parent_root=case.branch.parent_root if case.branch else "",
        branched_at_s=case.branch.moment if case.branch else None,
    )


def root_of(found: Sequence[Record]) -> str:
    """The root of the tree over records, in hexadecimal digits."""
    tree = Tree()
    for one in found:
        tree.add(records.encode(one))
    return tree.root


def _branch(case: Case) -> Iterator[Text]:
    if case.branch is not None:
        yield warning("branched", moment=case.branch.moment)


# The same run with one thing changed.


class _Other(msgspec.Struct, frozen=True, kw_only=True):
    """A run to be made with one thing changed."""

    file: File
    seed: int
    changed: Changed
    withheld: tuple[str, ...]
    habits: Habits


def count_other(one: _Other) -> Counted:
    """What a run with one thing changed came to.

    Args:
        one: which run.
    """
    made = played(one.file, one.seed, one.changed, one.withheld, one.habits)
    return counted(made.records, made.script)


def _others(
    case: Case, own: Counted, habits: Habits, means: Means, tell: Progress
) -> tuple[OtherRunRow, ...]:
    """The run as it was, and with each thing changed; the first to its end, if it had none."""
    wanted = changes(case.script, case.done)
    if case.until_s is None:
        wanted = wanted[1:]
    pieces = [
        _Other(
            file=case.file,
            seed=case.seed,
            changed=changed,
            withheld=case.withheld,
            habits=habits,
        )
        for changed in wanted
    ]
    found: dict[Changed, Counted] = {UNCHANGED: own}
    for number, answer in spread(count_other, pieces, means):
        found[wanted[number]] = answer
        tell(len(found) / (len(wanted) + 1), "runs with one thing changed")
    return tuple(
        OtherRunRow(
            change=changed.change, parties=changed.parties, figures=one.figures, first=one.first
        )
        for changed in changes(case.script, case.done)
        for one in [found[changed]]
    )


def _counted_changes(case: Case, others: Sequence[OtherRunRow]) -> list[Changed]:
    """The changes that are counted over seeds: of two at once, that of which most hangs."""
    most = matters_most(others)
    return [
        one
        for one in changes(case.script, case.done)
        if one.change != "nothing-fails" or one.parties in ((), most.parties if most else ())
    ]


def _many(
    case: Case, wanted: Sequence[Changed], habits: Habits, asked: Asked, tell: Progress
) -> tuple[ManyRow, ...]:
    """Many seeds of the exercise, and of each thing changed."""
    if not asked.seeds:
        return ()
    paired = min(asked.paired, asked.seeds)
    numbers = {
        changed: asked.seeds if changed == UNCHANGED else paired
        for changed in wanted
        if changed == UNCHANGED or paired
    }
    work = seeds.Work(case.file, habits, case.withheld, first=1, numbers=numbers)
    with seeds.keeping(asked.kept, work.digest) as kept:
        if kept.said and asked.found is not None:
            asked.found(kept.said)
        counts = seeds.count(work, kept, asked.means, tell)
    return seeds.many(counts, work, case.script)
