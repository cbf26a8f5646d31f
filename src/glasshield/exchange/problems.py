"""What was wrong with files that were read: named, counted, and never more than memory holds."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import numpy as np
from jaxtyping import Int

from glasshield.errors import InputError

# Of one reason in one file so many places are named one by one; the rest is counted.
_NAMED: Final = 20
# A file of noise has as many reasons as lines; beyond these all count as one.
_REASONS: Final = 100
_LONGEST_QUOTE: Final = 40
_AT_END: Final = 2**62  # where a problem of the whole file is named


class Place(enum.Enum):
    """How a place in a file is named."""

    LINE = "line"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at one place of a file, or at many of the same kind.

    Attributes:
        file: as it was given.
        where: the line or record, such as `line 26`; empty for the file as a whole.
        reason: what is wrong there.
        got: a piece of what stands there; may be empty.
        count: how many records it holds for; above 1, `where` is the first of them.
    """

    file: str
    where: str
    reason: str
    got: str = ""
    count: int = 1

    @property
    def sentence(self) -> str:
        """The problem as one line for a reader."""
        place = f"{self.file}, {self.where}" if self.where else self.file
        got = f"; got {self.got}" if self.got else ""
        more = f" ({self.count:,} from there on)" if self.count > 1 else ""
        return f"{place}: {self.reason}{got}{more}"

    def __str__(self) -> str:
        return self.sentence


@dataclass(slots=True)
class Problems:
    """The problems of one file, collected while it is read.

    Attributes:
        file: as it was given.
        place: how its records are counted.
        rejected: records that were not kept.
    """

    file: Path
    place: Place = Place.LINE
    rejected: int = 0
    _found: list[tuple[int, Problem]] = field(default_factory=list)
    _count: dict[str, int] = field(default_factory=dict)
    _rest: dict[str, Problem] = field(default_factory=dict)
    _sensors: dict[str, tuple[int, Problem]] = field(default_factory=dict)

    def add(self, number: int, reason: str, *, records: int = 1, got: str = "") -> None:
        """Note a problem at a line or record, which costs so many records."""
        where = f"{self.place.value} {number:,}"
        self._note(number, Problem(str(self.file), where, reason, got, max(records, 1)))
        self.rejected += records

    def add_all(
        self,
        numbers: Int[np.ndarray, "n"],
        reason: str,
        got: Callable[[int], str] = lambda _: "",
        *,
        counted: bool = True,
    ) -> None:
        """Note the same problem at many places, a record each.

        Args:
            numbers: the lines or records.
            reason: what is wrong there.
            got: a piece of what stands at the place of this index.
            counted: false where these records have been counted before.
        """
        before = self.rejected
        for index, number in enumerate(numbers[:_NAMED].tolist()):
            self.add(number, reason, got=got(index))
        if len(numbers) > _NAMED:
            self.add(int(numbers[_NAMED]), reason, records=len(numbers) - _NAMED)
        if not counted:
            self.rejected = before

    def add_sensor(self, name: str, number: int, records: int) -> None:
        """Note records of a sensor that nobody describes; those of one sensor are one problem."""
        if name not in self._sensors and len(self._sensors) >= _REASONS:
            name = "of other names"
        reason = f"sensor {name or 'without a name'} is unknown to the catalogue"
        first = Problem(str(self.file), f"{self.place.value} {number:,}", reason, count=0)
        at, before = self._sensors.get(name, (number, first))
        self._sensors[name] = at, replace(before, count=before.count + records)
        self.rejected += records

    def add_file(self, reason: str) -> None:
        """Note a problem of the file as a whole."""
        self._note(_AT_END, Problem(str(self.file), "", reason))

    def _note(self, number: int, problem: Problem) -> None:
        reason = problem.reason
        if reason not in self._count and len(self._count) >= _REASONS:
            reason = "more that cannot be read"
            problem = replace(problem, reason=reason, got="")
        named = self._count.get(reason, 0)
        self._count[reason] = named + 1
        if named < _NAMED:
            self._found.append((number, problem))
            return
        first = self._rest.get(reason, replace(problem, got="", count=0))
        self._rest[reason] = replace(first, count=first.count + problem.count)

    @property
    def all(self) -> tuple[Problem, ...]:
        """The problems named one by one in the order of the file, then those only counted."""
        named = sorted([*self._found, *self._sensors.values()], key=lambda found: found[0])
        return (*(problem for _, problem in named), *self._rest.values())


class FirstProblem(Problems):
    """What ends the reading of a file at the first problem met, as it is taken as a whole or not.

    Whoever adds a problem gets an `InputError` that names it.
    """

    def add_sensor(self, name: str, number: int, records: int) -> None:
        """Raise, as at any other problem."""
        del records
        self.add(number, f"sensor {name or 'without a name'} is unknown")

    def _note(self, number: int, problem: Problem) -> None:
        del number
        where = f"{problem.file}, {problem.where}" if problem.where else problem.file
        raise InputError(problem.reason, where=where)


def quoted(text: bytes | str) -> str:
    """A piece of a file as it may stand in a sentence: printable and short."""
    shown = text.decode("utf-8", errors="replace") if isinstance(text, bytes) else text
    shown = "".join(sign if sign.isprintable() else "." for sign in shown)
    cut = shown if len(shown) <= _LONGEST_QUOTE else f"{shown[:_LONGEST_QUOTE]}..."
    return f"'{cut}'"
