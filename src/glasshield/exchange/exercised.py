"""What the review of an exercise was computed from, as data: enough to compute it again elsewhere.

`exercise review --out` writes it beside its answer as `inputs.json`. The exercise file stands in it
as text, and everything that people did; no record of the run does: whoever holds a signed review
runs the exercise again and has them. It has the mark of an exercise, and so has its answer.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final, Literal

import msgspec

from glasshield.assurance.inputs import led_to
from glasshield.catalog import Catalog
from glasshield.catalog.model import Record
from glasshield.errors import InputError
from glasshield.exchange.canonical import plain, sha256
from glasshield.exchange.kept import Kept, Kind, keep, unchanged
from glasshield.exchange.stated_facts import Facts, stated_facts, versions

SCHEMA: Final = "glasshield-exercised/1"
RESULT_SCHEMA: Final = "glasshield-exercise-review/1"
RESULT_FILE: Final = "review.json"
MARK: Final = "exercise"
_BEFORE: Final = (RESULT_FILE, "records.jsonl", "seeds.jsonl")  # of a run, and of its review


class Inputs(Facts, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Everything that a review was computed from.

    Attributes:
        mark: that it is of an exercise.
        exercise: the exercise file, as text.
        seed: of the draws.
        withheld: the parties whose data nobody else was given.
        actions: what people did.
        branch: the record with which the run began, where it is a branch of another.
        until_s: the last second that is reviewed; None for the whole run.
        seeds: how many seeds were counted.
        paired: how many of them with each thing changed.
    """

    mark: Literal["exercise"] = MARK
    exercise: str
    seed: int
    withheld: tuple[str, ...]
    actions: tuple[dict[str, Any], ...]
    branch: dict[str, Any] | None
    until_s: int | None
    seeds: int
    paired: int


class Reviewed(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a statement about an exercise states: the inputs, what computed them, the result."""

    inputs: Inputs
    versions: dict[str, str]
    result: dict[str, Any]

    def __post_init__(self) -> None:
        """Refuse a result without the mark of an exercise.

        Raises:
            ValueError: something else than the review of an exercise.
        """
        check_result(self.result)


class _Result(msgspec.Struct, frozen=True):
    """The head of a review."""

    schema: Literal["glasshield-exercise-review/1"]
    mark: Literal["exercise"]


REVIEW: Final = Kind(
    name="review of an exercise",
    schema=SCHEMA,
    result_file=RESULT_FILE,
    result=dict[str, Any],
    kept=Kept[Inputs],
    again="run glasshield exercise review --out again",
)


def check_result(result: object) -> None:
    """Refuse what is not the review of an exercise.

    Raises:
        ValueError: another schema, or without the mark.
    """
    try:
        msgspec.convert(result, _Result)
    except msgspec.ValidationError as error:
        raise ValueError(f"this is no review of an exercise ({error})") from None


def facts_named(facts: Catalog, keys: tuple[str, ...]) -> dict[str, Any]:
    """The fields of `Facts` for an exercise.

    Args:
        facts: the catalogue that it was run with.
        keys: of the records that it names, such as `missile.mrbm`.

    Raises:
        UnknownNameError: a record that the catalogue does not hold.
    """
    records: dict[str, Record] = {}
    for key in keys:
        records |= led_to(facts, key)
    return stated_facts(facts, dict(sorted(records.items())))


def write_inputs(out: Path, inputs: Inputs, result: msgspec.Struct) -> Path:
    """The path of `inputs.json`, written into the folder of a review.

    Args:
        out: the folder.
        inputs: what was reviewed.
        result: the review.

    Raises:
        OutputError: the folder cannot be written.
    """
    kept = Kept(
        schema=SCHEMA,
        inputs=inputs,
        versions=versions(),
        result_sha256=sha256(plain(result)),
        files=(),
    )
    return keep(out, kept)


def is_of_exercise(place: Path) -> bool:
    """Whether a folder is that of a run of an exercise, or of a review of one, finished or not.

    Args:
        place: the folder, or a file in it.
    """
    folder = place if place.is_dir() else place.parent
    return any((folder / name).is_file() for name in _BEFORE)


def read_reviewed(place: Path) -> Reviewed:
    """What a review states that was written into a folder.

    Args:
        place: the folder, or the review's JSON file in it.

    Raises:
        InputError: no review, or a result or a packaged fact that is no longer what it was when the
            review was made.
    """
    kept, result = unchanged(place, REVIEW, versions())
    try:
        return Reviewed(inputs=kept.inputs, versions=kept.versions, result=result)
    except ValueError as error:
        raise InputError(str(error), where=str(place), do=REVIEW.again) from None
