"""The log of an exercise: its records and actions as they are written, sealed by a tree of hashes.

All of it follows from the file, the seed and the actions: after a crash the run is run again, and
what stands there is compared with it, to the last byte. `folders` reads what is written here.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Final

import msgspec

import glasshield
from glasshield.catalog import Catalog
from glasshield.errors import InputError
from glasshield.exchange.keys import new_signer
from glasshield.exchange.log.checkpoints import Checkpoint, log_key, signed
from glasshield.exercise import actions, records
from glasshield.exercise.actions import Action
from glasshield.exercise.folders import (
    ACTIONS,
    EXERCISE,
    FORM,
    KEY,
    NOTE,
    RECORDS,
    RUN,
    Played,
    Written,
    read_folder,
    root_of,
)
from glasshield.exercise.pictures import Audience
from glasshield.exercise.records import MARK, Branched, Record
from glasshield.exercise.run import USUAL, Run, Variant
from glasshield.exercise.world import Stage
from glasshield.workspace import unwritable, write_atomically

_ORIGIN: Final = "exercise.example/"
_SIGNER: Final = "exercise"

# Is shown a run that is run again after each of its steps, with the records of the step.
Watch = Callable[[Run, Sequence[Record]], None]


def unwatched(_run: Run, _found: Sequence[Record]) -> None:
    """Nobody watches."""


class Keeping:
    """A folder into which a run is written as it goes.

    Attributes:
        path: the folder.
    """

    __slots__ = ("_actions", "_audience", "_records", "_run", "_stage", "_written", "path")

    def __init__(self, path: Path, run: Run, written: Written) -> None:
        """Takes up a folder in which the files stand.

        Args:
            path: the folder.
            run: that is written there.
            written: what `run.json` says.
        """
        self.path = path
        self._run, self._stage, self._audience = run, run.stage, run.audience
        self._written = written
        self._records = _appending(path / RECORDS)
        self._actions = _appending(path / ACTIONS)

    def step(self, found: Iterable[Record]) -> None:
        """Writes the records of a step behind those that stand there.

        Raises:
            OutputError: the disk does not take them.
        """
        lines = b"".join(records.encode(record) + b"\n" for record in found)
        _append(self._records, lines, self.path / RECORDS)

    def act(self, action: Action) -> None:
        """Writes what somebody did; it is on disk when this returns.

        Raises:
            OutputError: the disk does not take it.
        """
        _append(self._actions, actions.encode(action) + b"\n", self.path / ACTIONS)
        os.fsync(self._actions.fileno())

    def end(self, run: Run) -> None:
        """Seals a run that is over.

        Raises:
            OutputError: the disk does not take it.
        """
        self.close()
        _seal(self.path, run)
        done = msgspec.structs.replace(self._written, size=run.size, root=run.root)
        _write_run(self.path, done)

    def close(self) -> None:
        """Closes the files; what was written stays. Once more does no harm."""
        for file in (self._records, self._actions):
            if not file.closed:
                file.flush()
                os.fsync(file.fileno())
                file.close()

    def branched(self, second: int, folder: Path | None = None, watch: Watch = unwatched) -> Branch:
        """A run that goes its own way from a moment of this one on, in a folder of its own.

        Args:
            second: the last one that both share.
            folder: of the new run; beside this one where left out.
            watch: is shown its steps up to that moment.

        Raises:
            InputError: a moment that has not been, or a folder that holds something.
            OutputError: the folder cannot be written.
        """
        played = read_folder(self.path, self._stage.exercise.facts)
        folder = folder or _beside(self.path)
        played = replace(played, stood_s=self._run.second)
        return branch(played, second, folder, self._stage, audience=self._audience, watch=watch)


@dataclass(frozen=True, slots=True)
class Branch:
    """A run as somebody takes it up.

    Attributes:
        run: that stands at some moment.
        found: its records up to then.
        keeping: where it is written down.
        branched_s: the last second that it shares with another run; None where there is none.
    """

    run: Run
    found: Sequence[Record]
    keeping: Keeping
    branched_s: int | None = None


@dataclass(frozen=True, slots=True)
class Start:
    """How a run begins where it is not as its exercise says.

    Attributes:
        variant: what is other than the script says.
        done: what people will do.
        shared: what was done up to the moment at which a branch begins; taken as it was.
        audience: for whom pictures are made.
        first: with which a branch begins.
    """

    variant: Variant = USUAL
    done: Sequence[Action] = ()
    audience: Audience = Audience.CELLS
    first: Branched | None = None
    shared: Sequence[Action] = ()


AS_WRITTEN: Final = Start()


def begun(folder: Path, stage: Stage, seed: int | None = None, start: Start = AS_WRITTEN) -> Branch:
    """A run that begins, with its folder.

    Args:
        folder: that there is not yet, or that is empty.
        stage: of the exercise.
        seed: of the draws; the exercise's own where left out.
        start: what is other than usual.

    Raises:
        InputError: the folder holds something, or an action cannot be taken.
        OutputError: it cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(
            "this folder holds something",
            where=str(folder),
            do="name another one, or go on with what is there: --resume",
        )
    run = Run(stage, seed, start.variant, audience=start.audience, first=start.first)
    for action in start.shared:
        run.foresee(action)
    for action in start.done:
        run.act(action)
    written = Written(
        form=FORM,
        mark=MARK,
        exercise=stage.exercise.id,
        seed=run.seed,
        withheld=tuple(sorted(run.variant.withheld)),
        program=glasshield.__version__,
        first=start.first,
    )
    _write(folder / EXERCISE, stage.exercise.text.encode())
    _write(folder / RECORDS, b"")
    every = (*start.shared, *start.done)
    _write(folder / ACTIONS, b"".join(actions.encode(action) + b"\n" for action in every))
    _write_run(folder, written)  # last: half a folder is none
    return Branch(run, (), Keeping(folder, run, written))


def resumed(
    folder: Path,
    facts: Catalog,
    *,
    audience: Audience = Audience.CELLS,
    watch: Watch = unwatched,
) -> tuple[Branch, int]:
    """A run that was broken off, where it stood; and how many bytes of a torn end were cut away.

    Args:
        folder: of the run.
        facts: the catalogue.
        audience: for whom pictures are made from now on.
        watch: is shown the steps that are run again.

    Raises:
        InputError: no folder of a run, one that has ended, or one whose records are not those that
            its exercise, seed and actions give here.
        OutputError: the folder cannot be written.
    """
    played = read_folder(folder, facts)
    if played.has_ended:
        raise InputError(
            "this run has ended",
            where=str(folder),
            do="branch from a moment of it with --from and --at, or review it",
        )
    stage = Stage.of(played.exercise)
    run = Run(stage, played.seed, played.variant, audience=audience, first=played.written.first)
    for action in played.actions:
        run.foresee(action)
    found = _again(run, played, watch)
    for name, kept in (
        (RECORDS, b"".join(records.encode(one) + b"\n" for one in found)),
        (ACTIONS, b"".join(actions.encode(one) + b"\n" for one in played.actions)),
    ):
        _cut_to(folder / name, len(kept))
    branched_s = None if played.written.first is None else played.written.first.moment
    keeping = Keeping(folder, run, played.written)
    return Branch(run, found, keeping, branched_s), played.cut


def branch(
    played: Played,
    second: int,
    folder: Path,
    stage: Stage | None = None,
    *,
    audience: Audience = Audience.CELLS,
    more: Sequence[Action] = (),
    watch: Watch = unwatched,
) -> Branch:
    """A run that goes its own way from a moment of another on, standing at that moment.

    Args:
        played: the other one.
        second: the last one that both share.
        folder: of the new run.
        stage: of the exercise, where somebody has it.
        audience: for whom pictures are made.
        more: what people do after that moment.
        watch: is shown the steps up to that moment.

    Raises:
        InputError: a moment that has not been, an inject before it, or a folder that holds
            something.
        OutputError: the folder cannot be written.
    """
    if not 0 <= second <= played.last_s:
        raise InputError(
            "this moment has not been",
            where=str(played.folder),
            got=f"second {second}",
            expected=f"0 to {played.last_s}",
        )
    early = min((action.second for action in more), default=second + 1)
    if early <= second:
        raise InputError(
            "what is injected lies before the moment that both runs share",
            got=f"second {early}",
            expected=f"a second after {second}",
        )
    shared = tuple(
        record
        for record in played.records
        if record.second <= second and not isinstance(record, Branched)
    )
    root, size = root_of([one for one in played.records if one.second <= second])
    first = Branched(second=0, parent_root=root, parent_size=size, moment=second)
    done = [action for action in played.actions if action.second <= second]
    stage = stage or Stage.of(played.exercise)
    start = Start(played.variant, more, audience, first, shared=done)
    made = begun(folder, stage, played.seed, start)
    found: list[Record] = []
    while made.run.second + stage.exercise.step_s <= second and not made.run.is_over:
        step = made.run.step()
        made.keeping.step(step)
        watch(made.run, step)
        found += step
    _compare([one for one in found if not isinstance(one, Branched)], shared, played.folder)
    return replace(made, found=tuple(found), branched_s=second)


def finished(made: Branch) -> Run:
    """The run, run to its end and sealed; each step is on disk before the next.

    Raises:
        OutputError: the disk does not take it.
    """
    run = made.run
    while not run.is_over:
        made.keeping.step(run.step())
    made.keeping.end(run)
    return run


def _again(run: Run, played: Played, watch: Watch) -> tuple[Record, ...]:
    """Runs again what was run; the records of whole steps, which have to be those that stand there.

    Raises:
        InputError: another record.
    """
    found: list[Record] = []
    while len(found) < len(played.records) and not run.is_over:
        last = played.records[-1].second
        if run.second + run.exercise.step_s >= last:
            break  # a step of which the end may be missing is run when the run goes on
        step = run.step()
        watch(run, step)
        found += step
    _compare(found, played.records[: len(found)], played.folder)
    return tuple(found)


def _compare(here: Sequence[Record], there: Sequence[Record], folder: Path) -> None:
    for number, record in enumerate(here):
        if number >= len(there) or record != there[number]:
            raise InputError(
                "this run gives other records here than those that stand there",
                where=f"{folder / RECORDS}:{number + 1}",
                do="run it with the version of the program that wrote it, see run.json",
            )


def _seal(folder: Path, run: Run) -> None:
    """Signs the root with a key that is made for it and forgotten."""
    signer = new_signer(_SIGNER)
    origin = f"{_ORIGIN}{run.exercise.id}"
    note = signed(Checkpoint(origin, run.size, bytes.fromhex(run.root)), signer)
    _write(folder / KEY, f"{log_key(signer, origin).line}\n".encode())
    _write(folder / NOTE, note.encoded())


def _write_run(folder: Path, written: Written) -> None:
    text = msgspec.json.format(msgspec.json.encode(written), indent=2)
    _write(folder / RUN, text + b"\n")


def _write(path: Path, content: bytes) -> None:
    with write_atomically(path) as aside:
        aside.write_bytes(content)


def _cut_to(path: Path, size: int) -> None:
    try:
        with path.open("r+b") as file:
            file.truncate(size)
            os.fsync(file.fileno())
    except OSError as failure:
        raise unwritable(path, failure) from failure


def _appending(path: Path) -> BinaryIO:
    try:
        return path.open("ab")
    except OSError as failure:
        raise unwritable(path, failure) from failure


def _append(file: BinaryIO, content: bytes, path: Path) -> None:
    try:
        file.write(content)
        file.flush()
    except OSError as failure:
        raise unwritable(path, failure) from failure


def _beside(path: Path) -> Path:
    """A folder beside one that there is not yet."""
    number = 2
    while (found := path.with_name(f"{path.name}-{number}")).exists():
        number += 1
    return found
