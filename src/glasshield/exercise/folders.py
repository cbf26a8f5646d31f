"""The folder of a run, as it is read: what stands there, and whether it is what was sealed.

exercise.toml     the file, as it was run
run.json          seed, variant, version of the program; at the end size and root
records.jsonl     a record a line, in the very bytes that are hashed
actions.jsonl     what people did, a line each; it is on disk before it takes effect
log.note          the root, signed by a key that was made for it
log.vkey          that key
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from glasshield.catalog import Catalog
from glasshield.errors import InputError
from glasshield.exchange.log.checkpoints import opened, seals
from glasshield.exchange.log.notes import parsed_key, parsed_note
from glasshield.exercise import actions, records
from glasshield.exercise.actions import Action
from glasshield.exercise.reading import Exercise, parse
from glasshield.exercise.records import Branched, Mark, Record
from glasshield.exercise.run import Variant
from glasshield.exercise.tree import Tree

FORM: Final = "glasshield-exercise-run/2"
EXERCISE: Final = "exercise.toml"
RUN: Final = "run.json"
RECORDS: Final = "records.jsonl"
ACTIONS: Final = "actions.jsonl"
NOTE: Final = "log.note"
KEY: Final = "log.vkey"


class Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What `run.json` says; `size` and `root` stand there once the run has ended."""

    form: str
    mark: Mark
    exercise: str
    seed: int
    withheld: tuple[str, ...]
    program: str
    first: Branched | None = None
    size: int | None = None
    root: str | None = None


@dataclass(frozen=True, slots=True)
class Played:
    """A folder of a run, as it was read.

    Attributes:
        folder: that was read.
        exercise: that was run.
        written: what `run.json` says.
        records: all that stand there.
        actions: likewise.
        cut: bytes of a half-written end that were left out, of both files.
        stood_s: the second at which the run stands, where that is known.
    """

    folder: Path
    exercise: Exercise
    written: Written
    records: tuple[Record, ...]
    actions: tuple[Action, ...]
    cut: int = 0
    stood_s: int | None = None

    @property
    def last_s(self) -> int:
        """The last second that has been; that of the last record where no other is known."""
        if self.stood_s is not None:
            return self.stood_s
        return max((record.second for record in self.records), default=0)

    @property
    def seed(self) -> int:
        """Of the draws."""
        return self.written.seed

    @property
    def variant(self) -> Variant:
        """What was other than the script says."""
        return Variant(frozenset(self.written.withheld))

    @property
    def has_ended(self) -> bool:
        """Whether the run came to its end."""
        return self.written.root is not None

    @property
    def root(self) -> str:
        """The root over the records that stand there, in hexadecimal digits."""
        return root_of(self.records)[0]


def read_folder(folder: Path, facts: Catalog) -> Played:
    """The run in a folder.

    Args:
        folder: as a run was written into it.
        facts: the catalogue.

    Raises:
        InputError: no folder of a run, or one that was changed since it was written; with the file
            and the line.
    """
    played = unchecked(folder, facts)
    check(played)
    return played


def unchecked(folder: Path, facts: Catalog) -> Played:
    """The run in a folder as it stands there, whether or not it is what was sealed.

    Args:
        folder: as a run was written into it.
        facts: the catalogue.

    Raises:
        InputError: no folder of a run, or a line that is no record or action.
    """
    path = folder / RUN
    if not path.is_file():
        raise InputError("there is no run of an exercise in this folder", where=str(folder),
                         expected=f"{RUN} and {RECORDS}")  # fmt: skip
    try:
        written = msgspec.json.decode(path.read_bytes(), type=Written)
    except (msgspec.DecodeError, ValueError) as error:
        raise InputError(f"this is no run of an exercise ({error})", where=str(path)) from None
    if written.form != FORM:
        raise InputError("this run is of another form", where=str(path), got=written.form,
                         expected=FORM)  # fmt: skip
    exercise = parse(_text(folder / EXERCISE).decode(), str(folder / EXERCISE), facts)
    lines, cut = _whole_lines(folder / RECORDS)
    done, torn = _whole_lines(folder / ACTIONS)
    return Played(
        folder,
        exercise,
        written,
        tuple(records.decode(line, f"{folder / RECORDS}:{n}") for n, line in enumerate(lines, 1)),
        tuple(actions.decode(line, f"{folder / ACTIONS}:{n}") for n, line in enumerate(done, 1)),
        cut + torn,
    )


def check(played: Played) -> None:
    """Refuses a run whose records are not what was sealed.

    Raises:
        InputError: what is wrong.
    """
    first = next((one for one in played.records if isinstance(one, records.Begun)), None)
    if first is not None and first.exercise_sha256 != played.exercise.sha256:
        raise InputError(
            "the exercise in this folder is not the one that was run",
            where=str(played.folder / EXERCISE),
        )
    if not played.has_ended:
        return
    if (played.root, len(played.records)) != (played.written.root, played.written.size):
        raise InputError(
            "the records are not those that were sealed",
            where=str(played.folder / RECORDS),
            got=f"{len(played.records)} with the root {played.root}",
            expected=f"{played.written.size} with the root {played.written.root}",
        )
    key = parsed_key(_text(played.folder / KEY).decode().strip(), str(played.folder / KEY))
    note = parsed_note(_text(played.folder / NOTE), str(played.folder / NOTE))
    sealed = opened(note, seals(key), str(played.folder / NOTE)).checkpoint
    if (sealed.size, sealed.root.hex()) != (played.written.size, played.written.root):
        raise InputError("the note seals another run", where=str(played.folder / NOTE))


def root_of(found: Iterable[Record]) -> tuple[str, int]:
    """The root over some records, in hexadecimal digits, and how many they are."""
    tree = Tree()
    for record in found:
        tree.add(records.encode(record))
    return tree.root, tree.size


def _text(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(f"this file of a run cannot be read ({reason})",
                         where=str(path)) from None  # fmt: skip


def _whole_lines(path: Path) -> tuple[list[bytes], int]:
    """The lines of a file that were written to their end, and how many bytes were not."""
    content = _text(path)
    whole, newline, torn = content.rpartition(b"\n")
    return (whole.split(b"\n") if newline else []), len(torn)
