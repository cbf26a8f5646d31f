"""Writes the types of what the browser is sent, as the server and the report define them.

    python -m tools.wire_types

`web/src/core/wire.ts` holds what a centre serves, made from its `/schema.json`;
`web/src/core/view.ts` the view document, made from its own schema; `web/src/core/room.ts` what the
rooms of an exercise serve and take. A test says when a file is no
longer what this writes.

Source: JSON Schema 2020-12, as far as msgspec writes it; anything else is refused.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from glasshield.centre.api import openapi
from glasshield.centre.api.endpoints import endpoints
from glasshield.exercise.api import schema as room_schema
from glasshield.report.view import schema as view_schema

if TYPE_CHECKING:
    from glasshield.centre.service import Centre

FOLDER: Final = Path(__file__).parents[1] / "web" / "src" / "core"
_PLAIN: Final = {
    "string": "string",
    "integer": "number",
    "number": "number",
    "boolean": "boolean",
    "null": "null",
}
# What a schema says beside the type, and TypeScript cannot.
_BESIDE: Final = frozenset({
    "$schema", "contentEncoding", "default", "description", "discriminator", "exclusiveMaximum",
    "format", "maxItems", "maxLength", "maximum", "minItems", "minLength", "minimum", "pattern",
    "title",
})  # fmt: skip
_WIDTH: Final = 100


def wire() -> str:
    """The file of what a centre serves."""
    table = endpoints(cast("Centre", _Nobody()))
    return _source("tools/wire_types.py from the schema of the centre", openapi.schema(table))


def view() -> str:
    """The file of the view document."""
    return _source("tools/wire_types.py from the schema of the view", view_schema.schema())


def room() -> str:
    """The file of the rooms of an exercise."""
    return _source("tools/wire_types.py from the schema of the rooms", room_schema.schema())


FILES: Final = {"wire.ts": wire, "view.ts": view, "room.ts": room}


@dataclass(frozen=True)
class _Config:
    name: str = ""
    view: None = None


@dataclass(frozen=True)
class _Nobody:
    """In the place of a centre: the types that it serves do not hang on which centre it is."""

    config: _Config = field(default_factory=_Config)


def _source(made_by: str, schema: Mapping[str, Any]) -> str:
    types = [_declared(name, of) for name, of in sorted(schema["$defs"].items())]
    return f"/** Made by {made_by}: do not edit. */\n\n" + "\n".join(types)


def _declared(name: str, of: Mapping[str, Any]) -> str:
    head = _comment(of.get("description", ""), "")
    if of.get("type") == "object" and "properties" in of:
        return f"{head}export interface {name} {_body(of, '')}\n"
    return f"{head}export type {name} = {_typed(of)};\n"


def _body(of: Mapping[str, Any], indent: str) -> str:
    """The members of an object in braces."""
    required = frozenset(of.get("required", ()))
    lines = [
        _comment(each.get("description", ""), indent + "  ")
        + f"{indent}  readonly {name}{'' if name in required else '?'}: {_typed(each)};\n"
        for name, each in of["properties"].items()
    ]
    return "{\n" + "".join(lines) + indent + "}"


def _typed(of: Mapping[str, Any]) -> str:
    """The type that a schema allows."""
    kind = next((key for key in ("$ref", "enum", "anyOf", "type") if key in of), None)
    if kind is None:
        _no_more(of, ())
        return "unknown"
    if kind == "$ref":
        _no_more(of, ("$ref",))
        return str(of["$ref"]).rpartition("/")[2]
    if kind == "enum":
        _no_more(of, ("enum", "type"))
        return " | ".join(json.dumps(each) for each in of["enum"])
    if kind == "anyOf":
        _no_more(of, ("anyOf",))
        return " | ".join(dict.fromkeys(_typed(each) for each in of["anyOf"]))
    return _of_type(of)


def _of_type(of: Mapping[str, Any]) -> str:
    if of["type"] == "array":
        return _array(of)
    if of["type"] == "object":
        return _object(of)
    _no_more(of, ("type",))
    return _PLAIN[of["type"]]


def _array(of: Mapping[str, Any]) -> str:
    _no_more(of, ("type", "items", "prefixItems"))
    if "prefixItems" in of:
        return f"readonly [{_joined(of['prefixItems'])}]"
    if of.get("items") is False:
        return "readonly []"
    each = _typed(of.get("items", {}))
    return f"readonly ({each})[]" if " " in each else f"readonly {each}[]"


def _joined(types: Sequence[Mapping[str, Any]]) -> str:
    return ", ".join(_typed(each) for each in types)


def _object(of: Mapping[str, Any]) -> str:
    """A mapping from any text, or a type without a name."""
    if "properties" in of:
        return _body(of, "  ")
    _no_more(of, ("type", "additionalProperties", "propertyNames"))
    values = of.get("additionalProperties", {})
    return f"Readonly<Record<string, {_typed(values if isinstance(values, dict) else {})}>>"


def _no_more(of: Mapping[str, Any], known: Sequence[str]) -> None:
    """A word that changes what is allowed, and that is not written here, is no small matter."""
    more = of.keys() - _BESIDE - set(known)
    if more:
        raise ValueError(f"the schema says {sorted(more)}, which this tool does not write: {of}")


def _comment(text: str, indent: str) -> str:
    """The words about a thing as a comment before it."""
    lines = inspect.cleandoc(text).replace("*/", "* /").splitlines()
    if not lines:
        return ""
    whole = f"{indent}/** {lines[0]} */\n"
    if len(lines) == 1 and len(whole) <= _WIDTH:
        return whole
    inner = "".join(f"{indent} * {line}".rstrip() + "\n" for line in lines)
    return f"{indent}/**\n{inner}{indent} */\n"


def main() -> None:
    """Writes all files."""
    for name, make in FILES.items():
        (FOLDER / name).write_text(make(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
