"""A folder of a run, opened for its review: what decides it, and whether it gives its records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path
from typing import Final

import glasshield
from glasshield.assurance.document import Text
from glasshield.catalog import Catalog
from glasshield.errors import InputError
from glasshield.exercise import folders, records
from glasshield.exercise.folders import Played
from glasshield.exercise.habits import File
from glasshield.exercise.records import Record
from glasshield.exercise.restating import own_records
from glasshield.exercise.reviewing import Case, warning

_AS_WRITTEN: Final = "take the folder as it was written"


@dataclass(frozen=True, slots=True)
class Opened:
    """A run as its folder has it.

    Attributes:
        case: what decides it.
        records: as they were written, of whole steps.
        warnings: what to mind.
        reproduced: whether the same records come out here.
    """

    case: Case
    records: tuple[Record, ...]
    warnings: tuple[Text, ...]
    reproduced: bool


def opened(folder: Path, facts: Catalog) -> Opened:
    """The run in a folder.

    Args:
        folder: as `glasshield exercise run --out` wrote it.
        facts: the catalogue.

    Raises:
        InputError: no run; records that were changed since, with the first such record; or another
            exercise than the one that was run.
    """
    played = folders.unchecked(folder, facts)
    case = _case(played, facts)
    again = case.replayed()
    found = _whole_steps(played.records, again)
    warned = (warning("cut"),) if played.cut else ()
    place = _first_difference(found, again)
    if place is None:
        folders.check(played)
        until_s = None if case.until_s is None else found[-1].second
        return Opened(replace(case, until_s=until_s), found, warned, reproduced=True)
    return Opened(case, found, (*warned, _differs(played, place)), reproduced=False)


def _case(played: Played, facts: Catalog) -> Case:
    """What decides the run of a folder.

    Raises:
        InputError: records that do not begin as a run does, or of another exercise.
    """
    begun = next((one for one in played.records[:2] if isinstance(one, records.Begun)), None)
    where = str(played.folder / folders.RECORDS)
    if begun is None:
        raise InputError(
            "the records do not begin with the beginning of a run", where=where, do=_AS_WRITTEN
        )
    if begun.exercise_sha256 != played.exercise.sha256:
        raise InputError(
            "the exercise was changed since it was run",
            where=str(played.folder / folders.EXERCISE),
            got=f"SHA-256 {played.exercise.sha256}",
            expected=begun.exercise_sha256,
            do=_AS_WRITTEN,
        )
    has_ended = any(isinstance(one, records.Ended) for one in played.records)
    return Case(
        file=File(exercise=played.exercise.text.encode(), own=own_records(facts, played.exercise)),
        seed=played.seed,
        withheld=tuple(sorted(played.variant.withheld)),
        done=tuple(sorted(played.actions, key=lambda one: one.second)),
        branch=played.written.first,
        until_s=None if has_ended else max(one.second for one in played.records),
    )


def _differs(played: Played, place: int) -> Text:
    """What to mind where other records come out here.

    Raises:
        InputError: the records are not those that were sealed, so that they were changed.
    """
    where = f"{played.folder / folders.RECORDS}:{place + 1}"
    program = played.written.program
    try:
        folders.check(played)
    except InputError as error:
        raise InputError(
            "this record was changed, or one was taken out before it: the exercise, its seed and "
            "its actions give another",
            where=where,
            do=_AS_WRITTEN,
        ) from error
    if program != glasshield.__version__:
        return warning("program", then=program, now=glasshield.__version__)
    if not played.has_ended:
        # Nothing seals a run that was broken off but that it comes out again.
        raise InputError(
            "the exercise, its seed and its actions give another record than this",
            where=where,
            do=_AS_WRITTEN,
        )
    return warning("differs", number=place + 1)


def _whole_steps(found: Sequence[Record], again: Sequence[Record]) -> tuple[Record, ...]:
    """The records of a run without those of a step in the middle of which it was broken off."""
    last = found[-1].second
    written, wanted = (sum(one.second == last for one in some) for some in (found, again))
    if isinstance(found[-1], records.Ended) or written >= wanted or last == found[0].second:
        return tuple(found)
    return tuple(one for one in found if one.second < last)


def _first_difference(found: Sequence[Record], again: Sequence[Record]) -> int | None:
    """The place of the first record that is another one; None where all are the same."""
    if not isinstance(found[-1], records.Ended):
        again = again[: len(found)]
    pairs = enumerate(zip_longest(found, again))
    return next((place for place, (one, other) in pairs if one != other), None)
