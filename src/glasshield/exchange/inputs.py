"""What an assessment was computed from, as data: enough to compute it again on another machine.

`assure --out` writes it beside its answer as `inputs.json`, with a digest of every file that it
read, so that nothing is signed that has been changed since.
"""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec

import glasshield
from glasshield import __version__, catalog, geodata
from glasshield.assurance.document import Document
from glasshield.assurance.inputs import stands_on
from glasshield.catalog import Catalog, Shelf, schema
from glasshield.catalog.files import toml_files
from glasshield.catalog.kinds import TYPES
from glasshield.catalog.model import Record
from glasshield.catalog.quantity import Fact
from glasshield.errors import InputError
from glasshield.exchange.canonical import Difference, differences, plain, sha256
from glasshield.exchange.declarations import bare, differing_records
from glasshield.exchange.schemas import check_schema
from glasshield.workspace import Workspace, write_atomically

SCHEMA: Final = "glasshield-inputs/1"
RESULT_FILE: Final = "assurance.json"
INPUTS_FILE: Final = "inputs.json"

# Whose versions may show in the last digit.
_LIBRARIES: Final = ("numpy", "scipy", "SALib", "geographiclib")
_AGAIN: Final = "run glasshield assure --out again"
_S = TypeVar("_S", bound=msgspec.Struct)


class Inputs(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Everything that an assessment was computed from.

    `records` are all records that the claim and the assumptions lead to, by `kind.id`, without
    what is empty, and the sources and parties that they cite; `own` are those that somebody
    brought or set, other than the packaged ones. `catalog` is the digest of each kind of record,
    packaged ones and these together, and `geodata` that of each packaged map.
    """

    claim: str
    assumptions: tuple[str, ...]
    records: dict[str, dict[str, Any]]
    own: tuple[str, ...]
    catalog: dict[str, str]
    geodata: dict[str, str]


class Content(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a statement states: the inputs, what computed them, and the result."""

    inputs: Inputs
    versions: dict[str, str]
    result: dict[str, Any]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A file as it was read."""

    path: str
    sha256: str


class _Headed(msgspec.Struct, frozen=True):
    """The head of a file; the rest is left alone."""

    schema: str = ""


class _Kept(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The file `inputs.json`; `own_sha256` is the digest of the rest of it."""

    schema: str
    inputs: Inputs
    versions: dict[str, str]
    result_sha256: str
    files: tuple[_File, ...]
    own_sha256: str = ""

    @property
    def digest(self) -> str:
        """The digest of everything but the digest."""
        return sha256(plain(msgspec.structs.replace(self, own_sha256="")))


def gathered(workspace: Workspace, claim: str, sets: Sequence[str]) -> Inputs:
    """What an assessment of a claim under sets of assumptions is computed from.

    Raises:
        UnknownNameError: an id that the catalogue does not hold.
    """
    facts, packaged = workspace.catalog, catalog.load()
    records = stands_on(facts, claim, sets)
    records |= _cited(facts, records)
    replaced = packaged.replaced({_split(key): record for key, record in records.items()})
    return Inputs(
        claim=claim,
        assumptions=tuple(sets),
        records={key: bare(record) for key, record in records.items()},
        own=tuple(key for key, record in records.items() if _packaged(packaged, key) != record),
        catalog=_digests(replaced),
        geodata=_maps(),
    )


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
    read = [file for folder in workspace.overlays for file in toml_files(folder)]
    kept = _Kept(
        schema=SCHEMA,
        inputs=gathered(workspace, document.claim.id, sets),
        versions=versions(),
        result_sha256=sha256(plain(document)),
        files=tuple(_file(path) for path in dict.fromkeys([*read, *files])),
    )
    kept = msgspec.structs.replace(kept, own_sha256=kept.digest)
    path = out / INPUTS_FILE
    with write_atomically(path) as aside:
        aside.write_bytes(msgspec.json.format(msgspec.json.encode(kept), indent=1) + b"\n")
    return path


def read_content(place: Path) -> Content:
    """What an assessment states that was written into a folder.

    Args:
        place: the folder, or the assessment's JSON file in it.

    Raises:
        InputError: no assessment, or a result, an input file or a packaged fact that is no longer
            what it was when the assessment was made.
    """
    result_path = place / RESULT_FILE if place.is_dir() else place
    inputs_path = result_path.with_name(INPUTS_FILE)
    kept = _decoded(inputs_path, _Kept, SCHEMA)
    if kept.digest != kept.own_sha256:
        raise _changed(str(inputs_path))
    result = plain(_decoded(result_path, Document))
    if sha256(result) != kept.result_sha256:
        raise _changed(str(result_path))
    for file in kept.files:
        path = Path(file.path)
        if not path.is_file() or _file(path).sha256 != file.sha256:
            raise _changed(file.path)
    for difference in differing_facts(kept.inputs):
        raise _changed(difference.path)
    for difference in differences(kept.versions, versions()):
        raise InputError(
            f"the assessment was made with another version of {difference.path}",
            where=str(inputs_path),
            got=", ".join(difference.first),
            expected=", ".join(difference.second),
            do=_AGAIN,
        )
    return Content(inputs=kept.inputs, versions=kept.versions, result=result)


def facts_of(inputs: Inputs) -> Catalog:
    """The packaged catalogue with the records of an assessment in the place of its own.

    Raises:
        InputError: a record that this version of the program does not understand.
    """
    return catalog.load().replaced(_records(inputs))


def differing_facts(inputs: Inputs) -> list[Difference]:
    """Where the packaged facts here differ from those of an assessment, by their keys.

    Records of somebody's own are no difference. Of kinds of record that the assessment does not
    stand on the digests are given.

    Raises:
        InputError: a record that this version of the program does not understand.
    """
    packaged = catalog.load()
    found: list[Difference] = []
    for key, record in inputs.records.items():
        here = _packaged(packaged, key)
        if key not in inputs.own:
            found += differing_records(record, bare(here) if here else {}, key)
    found += differences(inputs.catalog, _digests(facts_of(inputs)), "catalog")
    found += differences(inputs.geodata, _maps(), "geodata")
    return found


def versions() -> dict[str, str]:
    """The versions of what computes: the program with its source, Python, and the libraries."""
    found = {
        "glasshield": __version__,
        "source": _source_digest(),
        "python": platform.python_version(),
    }
    return found | {name.lower(): metadata.version(name) for name in _LIBRARIES}


@cache
def _source_digest() -> str:
    """The digest of every Python file of the program, which a version's name does not tell."""
    root = Path(glasshield.__file__).parent
    total = hashlib.sha256()
    for path in sorted(root.rglob("*.py"), key=lambda path: path.relative_to(root).as_posix()):
        # Git may write line ends as the machine has them.
        text = path.read_bytes().replace(b"\r\n", b"\n")
        total.update(f"{path.relative_to(root).as_posix()} {len(text)}\n".encode() + text)
    return total.hexdigest()


def _records(inputs: Inputs) -> dict[tuple[str, str], Record]:
    """The records of an assessment by kind and id."""
    found: dict[tuple[str, str], Record] = {}
    for key, table in inputs.records.items():
        kind, id = _split(key)
        try:
            record = msgspec.convert(table, TYPES[kind])
        except (KeyError, msgspec.ValidationError) as error:
            what = f"no kind is called {kind!r}" if isinstance(error, KeyError) else str(error)
            raise InputError(f"this record cannot be read here ({what})", where=key) from None
        if record.id != id:
            raise InputError("the record has another id", where=key, got=record.id)
        found[kind, id] = record
    return found


def _cited(facts: Catalog, records: Mapping[str, Record]) -> dict[str, Record]:
    """The sources and the parties that records name, by `kind.id`."""
    nodes = [node for record in records.values() for node in schema.walk(record)]
    stated = [node.value for node in nodes if isinstance(node.value, Fact)]
    keys = {f"source.{id}" for fact in stated for id in fact.sources}
    keys |= {f"party.{fact.by}" for fact in stated if fact.by}
    keys |= {f"party.{node.value}" for node in nodes if node.field.kind == "party"}
    found = {key: facts.of_kind(_split(key)[0]) for key in sorted(keys)}
    return {key: shelf[_split(key)[1]] for key, shelf in found.items() if _split(key)[1] in shelf}


def _digests(facts: Catalog) -> dict[str, str]:
    """The digest of each kind of record."""
    return {
        kind: sha256({id: bare(record) for id, record in facts.of_kind(kind).items()})
        for kind in sorted(TYPES)
    }


def _split(key: str) -> tuple[str, str]:
    kind, _, id = key.partition(".")
    return kind, id


def _packaged(packaged: Catalog, key: str) -> Record | None:
    """The packaged record of a key; None where there is none."""
    kind, id = _split(key)
    shelf: Shelf[Record] = packaged.of_kind(kind)
    # A shelf's `get` would raise: to it an unknown id is a mistake of somebody's.
    return shelf[id] if id in shelf else None  # noqa: SIM401


def _maps() -> dict[str, str]:
    """The digest of each file of the packaged maps."""
    folder = Path(geodata.__file__).parent / "data"
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
    }


def _file(path: Path) -> _File:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return _File(path=str(path.resolve()), sha256=digest)


def _decoded(path: Path, type_: type[_S], schema: str = "") -> _S:
    """A file of an assessment.

    Raises:
        InputError: no such file, or something else in it.
    """
    try:
        data = path.read_bytes()
        if schema:
            check_schema(msgspec.json.decode(data, type=_Headed).schema, schema, str(path))
        return msgspec.json.decode(data, type=type_)
    except OSError as error:
        raise InputError(
            f"the assessment cannot be read ({(error.strerror or str(error)).lower()})",
            where=str(path),
            do=_AGAIN,
        ) from None
    except (msgspec.DecodeError, RecursionError) as error:
        raise InputError(f"no assessment ({error})", where=str(path), do=_AGAIN) from None


def _changed(where: str) -> InputError:
    return InputError("changed since the assessment was made", where=where, do=_AGAIN)
