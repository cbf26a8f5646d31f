"""The page about the interface says what the server does."""

from __future__ import annotations

import json
import re
from pathlib import Path

from glasshield.centre.api import frames
from glasshield.centre.api.calls import Endpoint
from glasshield.centre.api.connection import ConnectionLimits
from glasshield.centre.api.endpoints import LIVE, endpoints
from glasshield.centre.api.files import forms
from glasshield.centre.api.live import BEARER
from glasshield.centre.api.live import JSON as LIVE_JSON
from glasshield.centre.api.looking import MOST_ROWS
from glasshield.centre.api.moving import MOST_S
from glasshield.centre.api.reading import BodyLimits
from glasshield.centre.api.wire import LiveMessage
from glasshield.centre.config import LimitsAt
from glasshield.centre.errors import STATUS, Code
from glasshield.centre.people.readers import Right
from glasshield.exchange.release.terms import CLASS_NAMES
from tests.centre.api.asking import Client
from tests.centre.api.standing_in import StandIn

PAGE = (Path(__file__).parents[3] / "docs/centre-api.md").read_text(encoding="utf-8")
WHO = {
    Right.PICTURE: "viewers",
    Right.ACT: "parties, liaison officers, operators",
    Right.LOG: "auditors",
    Right.WITNESS: "auditors, witnesses",
}


def who(endpoint: Endpoint) -> str:
    if endpoint.signed:
        return "a party, signed"
    return "all" if endpoint.right is None else WHO[endpoint.right]


def test_every_path_stands_there_and_for_whom_it_is(centre: StandIn) -> None:
    rows = re.findall(r"^\| `(GET|POST|WebSocket) (/\S*)` \| ([^|]+) \|", PAGE, flags=re.MULTILINE)
    said = {(method, path): readers for method, path, readers in rows}
    # Who asks is looked at by the handler: the centre of an exercise tells everybody here.
    own = {"metrics": "auditors, operators", "grant": "who asked, and the owner"}
    same = {"acts", "requests", "consultations"}
    made = {
        (each.method, each.path): own.get(each.name, "the same" if each.name in same else who(each))
        for each in endpoints(centre.centre)
    }
    assert said == made | {("WebSocket", LIVE): "viewers"}


def test_every_file_stands_there() -> None:
    for name in forms.NAMES:
        assert f"`{name}`" in PAGE


def test_every_code_stands_there_with_its_status() -> None:
    rows = re.findall(r"^\| (\d+) \| `([\w-]+)` \|", PAGE, flags=re.MULTILINE)
    assert {(int(status), code) for status, code in rows} == {
        (STATUS[code], code.value) for code in Code
    }


def test_the_error_of_the_page_is_the_one_that_comes(client: Client) -> None:
    (said,) = re.findall(r"```json\n(.+?)\n```", PAGE)
    assert client.get("/nowhere").text == said
    assert json.loads(said)["error"]["code"] == "not-found"


def test_every_live_message_and_subprotocol_stands_there() -> None:
    kinds = re.findall(r"^\| `(\w+)`:", PAGE, flags=re.MULTILINE)
    tags = {each.__struct_config__.tag for each in LiveMessage.__args__}
    assert set(kinds) == tags
    for word in (frames.SUBPROTOCOL, LIVE_JSON, f"{BEARER}TOKEN"):
        assert f"`{word}`" in PAGE


def test_the_layout_is_that_of_the_code() -> None:
    said = PAGE.split("## A frame")[1]
    assert f"{frames.HEADER_BYTES} bytes and {frames.TRACK_BYTES} for each track" in said
    assert "3 bits: " + ", ".join(f"`{name}`" for name in CLASS_NAMES) in said
    code = {" ".join(line.split()) for line in (frames.__doc__ or "").splitlines()}
    (layout,) = re.findall(r"```\n(.+?)\n```", said, flags=re.DOTALL)
    for line in filter(None, layout.splitlines()):
        words = " ".join(line.split()[:3])
        assert any(words in each for each in code), line
    assert f"for {MOST_S:g} s at\nmost" in said


def test_limits_are_those_of_the_code() -> None:
    said = " ".join(PAGE.split("## Limits")[1].split())
    at, limits, body = LimitsAt(), ConnectionLimits(), BodyLimits()
    assert f"Bodies of {at.body_bytes >> 20} MiB" in said
    assert f"headers of {limits.head_bytes >> 10} KiB within {limits.head_within_s:g} s" in said
    assert f"bodies within {body.within_s:g} s, {at.clients} live readers" in said
    assert f"{MOST_ROWS:,} rows" in said
