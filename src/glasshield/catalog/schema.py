"""The shape of the catalogue's records, read from their annotations.

Checks, overrides and listings walk any record by this table, so that none of them names a field.
"""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, Literal

import msgspec

Shape = Literal["one", "many", "map"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record: its key in the file and what stands in it."""

    name: str
    key: str
    annotation: object
    shape: Shape
    struct: type[msgspec.Struct] | None
    dimension: str
    kind: str
    is_required: bool


@dataclass(frozen=True, slots=True)
class Node:
    """A value met on a walk: the path of keys to it, and its field."""

    path: tuple[str, ...]
    field: Field
    value: Any

    @property
    def key(self) -> str:
        """The path as one writes it, such as `stages.0.burn_time`."""
        return ".".join(self.path)


@functools.cache
def fields(struct: type[msgspec.Struct]) -> Mapping[str, Field]:
    """The fields of a record type by their key in the file."""
    return {f.encode_name: _field(f) for f in msgspec.structs.fields(struct)}


def walk(record: msgspec.Struct, path: tuple[str, ...] = ()) -> Iterator[Node]:
    """Every value of a record, depth first, each as one node; empty fields are left out."""
    for field in fields(type(record)).values():
        value = getattr(record, field.name)
        for step, item in _items(field, value):
            here = (*path, field.key, *step)
            yield Node(here, field, item)
            if isinstance(item, msgspec.Struct):
                yield from walk(item, here)


def _items(field: Field, value: Any) -> Iterator[tuple[tuple[str, ...], Any]]:
    """The values inside a field, each with its step below the field's key."""
    if value is None or value == "":
        return
    if field.shape == "one":
        yield (), value
    elif field.shape == "map":
        yield from (((key,), item) for key, item in value.items())
    else:
        for index, item in enumerate(value):
            yield (str(getattr(item, "id", "") or index),), item


def _field(info: msgspec.structs.FieldInfo) -> Field:
    """The field that msgspec describes, with what its annotation says."""
    annotation, extra = _bare(info.type)
    shape: Shape = "one"
    origin = typing.get_origin(annotation)
    if origin is tuple:
        shape = "many"
        annotation, inner = _bare(typing.get_args(annotation)[0])
        extra |= inner
    elif origin is dict:
        shape = "map"
        annotation, inner = _bare(typing.get_args(annotation)[1])
        extra |= inner
    is_struct = isinstance(annotation, type) and issubclass(annotation, msgspec.Struct)
    return Field(
        name=info.name,
        key=info.encode_name,
        annotation=annotation,
        shape=shape,
        struct=annotation if is_struct else None,
        dimension=extra.get("dimension", ""),
        kind=extra.get("kind", ""),
        is_required=info.required,
    )


def _bare(annotation: Any) -> tuple[Any, dict[str, str]]:
    """A type without `Annotated` and `| None`, and the extras that it carried."""
    extra: dict[str, str] = {}
    while True:
        origin = typing.get_origin(annotation)
        if origin is Annotated:
            for meta in annotation.__metadata__:
                extra |= getattr(meta, "extra", None) or {}
            annotation = annotation.__origin__
        elif origin in (types.UnionType, typing.Union):
            members = [a for a in typing.get_args(annotation) if a is not type(None)]
            if len(members) > 1:
                return annotation, extra
            annotation = members[0]
        else:
            return annotation, extra


def choices(field: Field) -> tuple[str, ...]:
    """The words that a field of a fixed set of words takes; empty for any other field."""
    annotation = field.annotation
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return tuple(member.value for member in annotation)
    return ()
