from __future__ import annotations

import json
from typing import Any

import jsonschema_rs
import msgspec
import pytest

from glasshield.centre import bodies
from glasshield.centre.api import openapi, wire
from glasshield.centre.api.calls import Endpoint
from glasshield.centre.api.endpoints import endpoints
from glasshield.centre.errors import STATUS, Code
from tests.centre.api.asking import Client
from tests.centre.api.standing_in import StandIn, bearer


@pytest.fixture
def table(centre: StandIn) -> tuple[Endpoint, ...]:
    return endpoints(centre.centre)


@pytest.fixture
def described(client: Client) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/openapi.json").json()
    return found


def test_what_is_served_is_made_of_the_table(
    client: Client, centre: StandIn, table: tuple[Endpoint, ...]
) -> None:
    for path, made in (
        ("/openapi.json", openapi.document(table, centre.config.name)),
        ("/schema.json", openapi.schema(table)),
    ):
        assert client.get(path).json() == json.loads(json.dumps(made))


def test_every_path_and_method_is_described(
    described: dict[str, Any], table: tuple[Endpoint, ...]
) -> None:
    there = {
        (method.upper(), path) for path, methods in described["paths"].items() for method in methods
    }
    assert there == {(each.method, each.path) for each in table}
    names = [each.name for each in table]
    assert len(set(names)) == len(names)


def test_every_member_of_every_type_is_described(described: dict[str, Any]) -> None:
    bare = {
        f"{name}.{member}"
        for name, of in described["components"]["schemas"].items()
        for member, each in of.get("properties", {}).items()
        if member not in ("schema", "type", "verb") and "description" not in each
    }
    assert bare <= KNOWN_BARE


# Whose type says all that there is to say.
KNOWN_BARE = {
    "Acknowledge.event",
    "Acts.acts",
    "Consultations.consultations",
    "Cosigned.taken",
    "Decline.request",
    "Decline.text",
    "ErrorBody.error",
    "Explained.kind",
    "Explained.shown",
    "Explained.withheld",
    "Gone.pictures",
    "Goodbye.why",
    "LiveEvents.events",
    "Phases.boost",
    "Phases.coast",
    "Phases.entry",
    "Requests.requests",
}


def test_every_query_is_described(described: dict[str, Any], table: tuple[Endpoint, ...]) -> None:
    for each in table:
        said = described["paths"][each.path][each.method.lower()]["parameters"]
        in_query = {one["name"] for one in said if one["in"] == "query"}
        assert in_query == set(each.query.__struct_fields__), each.name
        assert all("description" in one for one in said if one["in"] == "query"), each.name


def test_every_code_is_an_answer_somewhere(described: dict[str, Any]) -> None:
    statuses = {
        int(status)
        for methods in described["paths"].values()
        for each in methods.values()
        for status in each["responses"]
    }
    assert {STATUS[code] for code in Code} - statuses <= {426}


@pytest.mark.parametrize(
    ("path", "name", "who"),
    [
        ("/v1/pictures", "Pictures", "party"),
        ("/v1/events", "Events", "party"),
        ("/v1/tracks/1/1", "History", "party"),
        ("/v1/detections", "Detections", "party"),
        ("/v1/advice", "Advice", "party"),
        ("/v1/notices", "Notices", "party"),
        ("/v1/acts", "Acts", "party"),
        ("/v1/requests", "Requests", "party"),
        ("/v1/consultations", "Consultations", "party"),
        ("/v1/grants/known", "Extract", "party"),
        ("/v1/rules/explain?seen=a/b", "Explanation", "party"),
        ("/healthz", "Health", "auditor"),
        ("/nowhere", "ErrorBody", "party"),
    ],
)
def test_answers_are_what_the_schema_says(client: Client, path: str, name: str, who: str) -> None:
    schema = client.get("/schema.json").json()
    checker = jsonschema_rs.validator_for({**schema, "$ref": f"#/$defs/{name}"})
    answer = client.get(path, headers=bearer(who)).json()
    assert [error.message for error in checker.iter_errors(answer)] == []
    assert not checker.is_valid({})


def test_live_messages_are_in_the_schema(client: Client) -> None:
    schema = client.get("/schema.json").json()
    checker = jsonschema_rs.validator_for({**schema, "$ref": "#/$defs/LiveMessage"})
    for message in (
        wire.Hello(mode="exercise", run="r", viewer="v", notice="n"),
        wire.Gone(pictures=(1,)),
        wire.Goodbye(why="w"),
    ):
        assert checker.is_valid(msgspec.to_builtins(message))
    assert not checker.is_valid({"type": "other"})


def test_bodies_are_in_the_schema(client: Client) -> None:
    schema = client.get("/schema.json").json()
    checker = jsonschema_rs.validator_for({**schema, "$ref": "#/$defs/DetectionsBody"})
    body = {
        "schema": bodies.DETECTIONS,
        "epoch": "2030-01-01T00:00:00Z",
        "simulated": True,
        "sensors": ["west"],
        "sensor": [0],
        "time_s": [0.5],
        "azimuth_rad": [1.0],
        "elevation_rad": [0.1],
        "range_m": [None],
    }
    assert checker.is_valid(body)
    assert not checker.is_valid(body | {"beyond": 1})
    assert not checker.is_valid(body | {"sensors": []})
