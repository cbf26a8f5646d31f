"""An answer in a folder, and beside it `inputs.json`: what it was computed from, with digests.

Nothing is signed that has been changed since: neither the answer, nor its inputs, nor a file that
was read, nor a packaged fact, nor the program.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

import msgspec

from glasshield.catalog.files import toml_files
from glasshield.errors import InputError
from glasshield.exchange.canonical import differences, plain, sha256
from glasshield.exchange.schemas import check_schema
from glasshield.exchange.stated_facts import Facts, differing_facts
from glasshield.workspace import Workspace, write_atomically

INPUTS_FILE: Final = "inputs.json"
_F = TypeVar("_F", bound=Facts)
_S = TypeVar("_S")


class File(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A file as it was read."""

    path: str
    sha256: str


class Head(msgspec.Struct, frozen=True):
    """The head of a file; the rest is left alone."""

    schema: str = ""


class Kept(msgspec.Struct, Generic[_F], frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The file `inputs.json`; `own_sha256` is the digest of the rest of it."""

    schema: str
    inputs: _F
    versions: dict[str, str]
    result_sha256: str
    files: tuple[File, ...]
    own_sha256: str = ""

    @property
    def digest(self) -> str:
        """The digest of everything but the digest."""
        return sha256(plain(msgspec.structs.replace(self, own_sha256="")))


@dataclass(frozen=True, slots=True)
class Kind(Generic[_F]):
    """A kind of answer that can be signed.

    Attributes:
        name: what people call it.
        schema: of its `inputs.json`.
        result_file: the name of the answer's file.
        result: the type of the answer.
        kept: the type of its `inputs.json`.
        again: what to do where something was changed since.
    """

    name: str
    schema: str
    result_file: str
    result: Any
    kept: type[Kept[_F]]
    again: str

    def changed(self, where: str) -> InputError:
        """The error for something that is no longer what it was when the answer was made."""
        return InputError(f"changed since the {self.name} was made", where=where, do=self.again)


def files_read(workspace: Workspace, files: Iterable[Path]) -> tuple[File, ...]:
    """The files of a workspace's own facts and some others, each once, as they are now."""
    own = [file for folder in workspace.overlays for file in toml_files(folder)]
    return tuple(_file(path) for path in dict.fromkeys([*own, *files]))


def schema_beside(place: Path) -> str:
    """The schema of the `inputs.json` of an answer; empty where none can be read.

    Args:
        place: the answer's folder, or its JSON file.
    """
    path = (place if place.is_dir() else place.parent) / INPUTS_FILE
    try:
        return msgspec.json.decode(path.read_bytes(), type=Head).schema
    except (OSError, msgspec.DecodeError, RecursionError):
        return ""  # whoever reads it whole says what is wrong


def keep(out: Path, kept: Kept[_F]) -> Path:
    """The path of `inputs.json`, written into the folder of an answer.

    Args:
        out: the folder.
        kept: what is written; its own digest is filled in.

    Raises:
        OutputError: the folder cannot be written.
    """
    whole = msgspec.structs.replace(kept, own_sha256=kept.digest)
    path = out / INPUTS_FILE
    with write_atomically(path) as aside:
        aside.write_bytes(msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n")
    return path


def unchanged(
    place: Path, kind: Kind[_F], versions: Mapping[str, str]
) -> tuple[Kept[_F], dict[str, Any]]:
    """What an answer was computed from, and the answer, if neither was changed since.

    Args:
        place: the folder, or the answer's JSON file in it.
        kind: of the answer.
        versions: of what computes here.

    Raises:
        InputError: no such answer, or a result, an input file or a packaged fact that is no longer
            what it was when the answer was made.
    """
    result_path = place / kind.result_file if place.is_dir() else place
    inputs_path = result_path.with_name(INPUTS_FILE)
    kept = _decoded(inputs_path, kind.kept, kind, kind.schema)
    if kept.digest != kept.own_sha256:
        raise kind.changed(str(inputs_path))
    result: dict[str, Any] = plain(_decoded(result_path, kind.result, kind))
    if sha256(result) != kept.result_sha256:
        raise kind.changed(str(result_path))
    for file in kept.files:
        path = Path(file.path)
        if not path.is_file() or _file(path).sha256 != file.sha256:
            raise kind.changed(file.path)
    for difference in differing_facts(kept.inputs):
        raise kind.changed(difference.path)
    for difference in differences(kept.versions, dict(versions)):
        raise InputError(
            f"the {kind.name} was made with another version of {difference.path}",
            where=str(inputs_path),
            got=", ".join(difference.first),
            expected=", ".join(difference.second),
            do=kind.again,
        )
    return kept, result


def _file(path: Path) -> File:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return File(path=str(path.resolve()), sha256=digest)


def _decoded(path: Path, type_: type[_S], kind: Kind[_F], schema: str = "") -> _S:
    """A file of an answer.

    Raises:
        InputError: no such file, or something else in it.
    """
    try:
        data = path.read_bytes()
        if schema:
            check_schema(msgspec.json.decode(data, type=Head).schema, schema, str(path))
        return msgspec.json.decode(data, type=type_)
    except OSError as error:
        raise InputError(
            f"the {kind.name} cannot be read ({(error.strerror or str(error)).lower()})",
            where=str(path),
            do=kind.again,
        ) from None
    except (msgspec.DecodeError, RecursionError) as error:
        raise InputError(f"no {kind.name} ({error})", where=str(path), do=kind.again) from None
