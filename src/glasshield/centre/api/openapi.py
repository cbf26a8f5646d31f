"""The description of the interface: OpenAPI 3.1 and JSON Schema, from the table and the types.

Source: OpenAPI Specification 3.1.1; JSON Schema 2020-12.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final

import msgspec

from glasshield import __version__
from glasshield.centre import bodies
from glasshield.centre.api import wire
from glasshield.centre.api.calls import JSON, Endpoint
from glasshield.centre.errors import STATUS, Code, ErrorBody
from glasshield.centre.people.readers import Right
from glasshield.exchange.batches import HTTP_HEADER, HTTP_SIGNATURE

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_ABOUT: Final = (
    "Every answer that is an error has the same shape, `ErrorBody`. What is not there and what is "
    "not for whoever asks are the same answer. The live picture comes over a WebSocket at "
    "`/v1/live`: see `LiveMessage`, and the documentation of frames."
)
_REF: Final = "#/components/schemas/{name}"
_PART: Final = re.compile(r"\{(\w+)\}")
# Refusals that anything may meet.
_ALWAYS: Final = (
    Code.BAD_REQUEST,
    Code.NOT_FOUND,
    Code.METHOD,
    Code.INTERNAL,
    Code.TOO_SLOW,
    Code.HEADERS,
    Code.BUSY,
)
_OF_BODIES: Final = (Code.TOO_LARGE, Code.CONTENT_TYPE, Code.BAD_BODY)
_OF_READERS: Final = (Code.NOT_KNOWN, Code.NOT_ALLOWED)
_OF_SIGNERS: Final = (Code.NOT_TAKEN, Code.TOO_MANY)
# What travels otherwise than over an endpoint of the table.
_MORE: Final = (wire.LiveMessage, bodies.DataBody, ErrorBody)


def document(table: Sequence[Endpoint], name: str) -> dict[str, Any]:
    """The OpenAPI document.

    Args:
        table: of all endpoints.
        name: of the centre.
    """
    paths: dict[str, dict[str, Any]] = {}
    for endpoint in table:
        operation = _operation(endpoint)
        paths.setdefault(endpoint.path, {})[endpoint.method.lower()] = operation
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"Glasshield centre {name}",
            "version": __version__,
            "description": _ABOUT,
        },
        "jsonSchemaDialect": DIALECT,
        "paths": paths,
        "components": {
            "schemas": components(table, _REF),
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer"},
                "header": {"type": "apiKey", "in": "header", "name": HTTP_HEADER},
                "signature": {"type": "apiKey", "in": "header", "name": HTTP_SIGNATURE},
            },
        },
    }


def schema(table: Sequence[Endpoint]) -> dict[str, Any]:
    """The JSON Schema of all that is sent, each type under `$defs`."""
    return {
        "$schema": DIALECT,
        "title": "Glasshield centre",
        "$defs": components(table, "#/$defs/{name}"),
    }


def components(table: Sequence[Endpoint], ref: str) -> dict[str, Any]:
    """The schemas of all types by their names, each member described.

    Args:
        table: of all endpoints.
        ref: how one refers to another.
    """
    types = [
        type_ for each in table for type_ in (*each.takes.values(), *each.gives.values()) if type_
    ]
    _, found = msgspec.json.schema_components([*types, *_MORE], ref_template=ref)
    named = {name: described(each) for name, each in found.items()}
    (live,), _ = msgspec.json.schema_components([wire.LiveMessage], ref_template=ref)
    return {**named, "LiveMessage": live}


def _operation(endpoint: Endpoint) -> dict[str, Any]:
    described: dict[str, Any] = {
        "operationId": endpoint.name,
        "summary": endpoint.summary,
        "parameters": [*_path_parameters(endpoint), *_query_parameters(endpoint)],
        "responses": _responses(endpoint),
    }
    if endpoint.takes:
        described["requestBody"] = {"required": True, "content": _content(endpoint.takes)}
    if endpoint.signed:
        described["security"] = [{"header": [], "signature": []}]
    elif endpoint.right is not None:
        described["security"] = [{"token": []}]
    return described


def _path_parameters(endpoint: Endpoint) -> list[dict[str, Any]]:
    found = []
    for name in _PART.findall(endpoint.path):
        values = endpoint.path_values.get(name)
        of: dict[str, Any] = {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,64}$"}
        if values is not None:
            of = {"type": "string", "enum": list(values)}
        elif name in ("picture", "number"):
            of = {"type": "integer", "minimum": 0, "maximum": 10**15 - 1}
        found.append({"name": name, "in": "path", "required": True, "schema": of})
    return found


def _query_parameters(endpoint: Endpoint) -> list[dict[str, Any]]:
    made = described(msgspec.json.schema_components([endpoint.query])[1][endpoint.query.__name__])
    required = made.get("required", ())
    found = []
    for name, of in made["properties"].items():
        plain = {key: value for key, value in of.items() if key not in ("description", "default")}
        plain = _without_null(plain)
        about = {"description": of["description"]} if "description" in of else {}
        found.append(
            {"name": name, "in": "query", "required": name in required, "schema": plain, **about}
        )
    return found


def _without_null(of: dict[str, Any]) -> dict[str, Any]:
    """What a query can hold: a value that is left out is not null there."""
    some = [each for each in of.get("anyOf", ()) if each != {"type": "null"}]
    return some[0] if len(some) == 1 else of


def _responses(endpoint: Endpoint) -> dict[str, Any]:
    codes = {*_ALWAYS, *endpoint.refusals}
    codes |= set(_OF_BODIES) if endpoint.takes else set()
    codes |= set(_OF_SIGNERS) if endpoint.signed else set()
    codes |= set(_OF_READERS) if endpoint.right is not None else set()
    codes |= {Code.TOO_MANY} if endpoint.right is Right.PICTURE else set()
    by_status: dict[int, list[str]] = {}
    for code in sorted(codes):
        by_status.setdefault(STATUS[code], []).append(code.value)
    marks = {bodies.MODE_HEADER: {"schema": {"type": "string", "enum": ["exercise", "real"]}}}
    good = {"description": "Done.", "content": _content(endpoint.gives), "headers": marks}
    found: dict[str, Any] = {"200": good}
    for status, names in sorted(by_status.items()):
        found[str(status)] = {
            "description": f"{HTTPStatus(status).phrase}: {', '.join(names)}",
            "content": {JSON: {"schema": {"$ref": _REF.format(name="ErrorBody")}}},
        }
    return found | _beside(endpoint)


def _beside(endpoint: Endpoint) -> dict[str, Any]:
    """Answers beside 200 that are no refusals."""
    return {
        str(status): {"description": words, "content": _content(endpoint.gives)}
        for status, words in endpoint.beside.items()
    }


def _content(of: Mapping[str, Any]) -> dict[str, Any]:
    return {
        content_type: {} if type_ is None else {"schema": _schema_of(type_)}
        for content_type, type_ in of.items()
    }


def _schema_of(type_: Any) -> dict[str, Any]:
    (found,), _ = msgspec.json.schema_components([type_], ref_template=_REF)
    return found


def described(of: dict[str, Any]) -> dict[str, Any]:
    """A schema whose members bear the words that its docstring has for them."""
    head, _, attributes = inspect.cleandoc(of.get("description", "")).partition("\n\nAttributes:\n")
    words = _attributes(attributes)
    described = {**of, "description": " ".join(head.split())} if head else of
    if "properties" in of:
        described["properties"] = {
            name: {**each, "description": words[name]} if name in words else each
            for name, each in of["properties"].items()
        }
    return described


def _attributes(text: str) -> dict[str, str]:
    """What a docstring says of each attribute."""
    found = re.findall(r"^    (\w+): (.*(?:\n {8,}.*)*)", text, re.MULTILINE)
    return {name: " ".join(words.split()) for name, words in found}
