"""What an assessment was computed from, as data: enough to compute it again on another machine.

`assure --out` writes it beside its answer as `inputs.json`, with a digest of every file that it
read, so that nothing is signed that has been changed since.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec

from glasshield.assurance.document import Document
from glasshield.assurance.inputs import stands_on
from glasshield.exchange.canonical import plain, sha256
from glasshield.exchange.kept import INPUTS_FILE, Kept, Kind, files_read, keep, unchanged
from glasshield.exchange.stated_facts import (
    Facts,
    differing_facts,
    facts_of,
    stated_facts,
    versions,
)
from glasshield.workspace import Workspace

__all__ = [
    "INPUTS_FILE",
    "Content",
    "Inputs",
    "differing_facts",
    "facts_of",
    "gathered",
    "read_content",
    "versions",
    "write_inputs",
]

SCHEMA: Final = "glasshield-inputs/1"
RESULT_FILE: Final = "assurance.json"


class Inputs(Facts, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Everything that an assessment was computed from: a claim, sets of assumptions, and facts."""

    claim: str
    assumptions: tuple[str, ...]


class Content(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a statement states: the inputs, what computed them, and the result."""

    inputs: Inputs
    versions: dict[str, str]
    result: dict[str, Any]


ASSESSMENT: Final = Kind(
    name="assessment",
    schema=SCHEMA,
    result_file=RESULT_FILE,
    result=Document,
    kept=Kept[Inputs],
    again="run glasshield assure --out again",
)


def gathered(workspace: Workspace, claim: str, sets: Sequence[str]) -> Inputs:
    """What an assessment of a claim under sets of assumptions is computed from.

    Raises:
        UnknownNameError: an id that the catalogue does not hold.
    """
    facts = workspace.catalog
    stands = stated_facts(facts, stands_on(facts, claim, sets))
    return Inputs(claim=claim, assumptions=tuple(sets), **stands)


def write_inputs(
    out: Path, workspace: Workspace, document: Document, files: Iterable[Path] = ()
) -> Path:
    """The path of `inputs.json`, written into the folder of an assessment.

    Args:
        out: the folder.
        workspace: with which the assessment was made.
        document: the assessment.
        files: that were read besides the workspace's own folders of facts.

    Raises:
        OutputError: the folder cannot be written.
    """
    sets = [verdict.assumptions for verdict in document.verdicts]
    kept = Kept(
        schema=SCHEMA,
        inputs=gathered(workspace, document.claim.id, sets),
        versions=versions(),
        result_sha256=sha256(plain(document)),
        files=files_read(workspace, files),
    )
    return keep(out, kept)


def read_content(place: Path) -> Content:
    """What an assessment states that was written into a folder.

    Args:
        place: the folder, or the assessment's JSON file in it.

    Raises:
        InputError: no assessment, or a result, an input file or a packaged fact that is no longer
            what it was when the assessment was made.
    """
    kept, result = unchanged(place, ASSESSMENT, versions())
    return Content(inputs=kept.inputs, versions=kept.versions, result=result)
