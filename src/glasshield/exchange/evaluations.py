"""Evaluations as sides bring them to a comparison: signed statements, or what was just written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from glasshield.errors import InputError
from glasshield.exchange.keys import PublicKey
from glasshield.exchange.measurements import RESULT_FILE, Measurement
from glasshield.exchange.schemas import name_of
from glasshield.exchange.statements import MEASUREMENT, SCHEMA, Statement, check_keys, read
from glasshield.monitoring.comparing import Sides
from glasshield.monitoring.document import Evaluation

STATEMENT_FILE: Final = "statement.json"


class _Head(msgspec.Struct, frozen=True):
    """What tells a statement from a bare evaluation."""

    schema: str = ""


@dataclass(frozen=True, slots=True)
class Brought:
    """An evaluation that a side brings.

    Attributes:
        file: where it was read.
        evaluation: what was measured.
        statement: in which it stands signed; None where nobody signed it.
    """

    file: Path
    evaluation: Evaluation
    statement: Statement | None

    @property
    def signers(self) -> tuple[str, ...]:
        """The parties that signed it."""
        return tuple(one.party for one in self.statement.signatures) if self.statement else ()

    @property
    def name(self) -> str:
        """What the side is called: by whose radars measured, or else by who signed."""
        used = (row.party for row in self.evaluation.observers if row.used and row.party)
        parties = tuple(dict.fromkeys(used))
        return "+".join(parties or self.signers) or self.file.stem


def read_evaluation(place: Path) -> Brought:
    """The evaluation in a folder or a file; the statement of it where a folder holds both.

    Args:
        place: what `monitor evaluate --out` wrote, its JSON file, or a signed statement.

    Raises:
        InputError: neither an evaluation nor a sound statement of one.
    """
    path = place
    if place.is_dir():
        path = place / STATEMENT_FILE
        path = path if path.is_file() else place / RESULT_FILE
    data = _bytes(path)
    try:
        schema = msgspec.json.decode(data, type=_Head).schema
        if not schema:
            return Brought(path, msgspec.json.decode(data, type=Evaluation), None)
    except (msgspec.DecodeError, RecursionError) as error:
        raise InputError(
            f"no evaluation of a flight test ({error})",
            where=str(path),
            do="name what monitor evaluate --out wrote, or a statement of it",
        ) from None
    return _signed(path, schema)


def check_signers(brought: Sequence[Brought], keys: Sequence[PublicKey]) -> None:
    """Refuse a known key whose party has signed none of some evaluations, or with another key.

    Raises:
        InputError: which of the two.
    """
    for key in keys:
        signed = [one for one in brought if key.party in one.signers]
        if not signed:
            raise InputError(f"{key.party} has signed neither evaluation", got=key.fingerprint)
        for one in signed:
            assert one.statement is not None
            check_keys(one.statement, [key], str(one.file))


def sides_of(first: Brought, second: Brought) -> Sides:
    """What two sides are called; by their files too where they have one name.

    Raises:
        InputError: both are one file.
    """
    if first.file == second.file:
        raise InputError(
            "one evaluation was given twice", where=str(first.file), do="name the other side's too"
        )
    if first.name != second.name:
        return Sides(first.name, second.name)
    return Sides(f"{first.name} ({first.file})", f"{second.name} ({second.file})")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            f"the evaluation cannot be read ({(error.strerror or str(error)).lower()})",
            where=str(path),
        ) from None


def _signed(path: Path, schema: str) -> Brought:
    """The evaluation in a statement, every byte of which is as it was signed."""
    if name_of(schema) == name_of(SCHEMA):
        raise InputError(
            "this states an assessment of a claim, not a measurement",
            where=str(path),
            expected=MEASUREMENT,
        )
    statement = read(path)
    assert isinstance(statement.content, Measurement)
    return Brought(path, msgspec.convert(statement.content.result, Evaluation), statement)
