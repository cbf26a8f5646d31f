from __future__ import annotations

import msgspec
import pytest

from glasshield.centre import bodies
from glasshield.centre.api import wire, wrong
from glasshield.centre.api.endpoints import endpoints
from glasshield.centre.api.guarding import HEADERS
from glasshield.centre.errors import Code, ErrorBody, RefusedError
from glasshield.centre.log.store import StoreError, Trouble
from tests.centre.api.asking import Client, fault
from tests.centre.api.standing_in import (
    BODY_BYTES,
    RUN,
    TOKENS,
    VIEWER,
    StandIn,
    batch,
    bearer,
    headers_of,
)
from tests.exchange.stated import POLAND

JSON = {"Content-Type": "application/json"}
BODY = b'{"schema":"glasshield-detections/1"}'


def test_a_batch_that_a_party_signed_is_taken(client: Client, centre: StandIn) -> None:
    parts = batch(BODY)
    first, again = (
        client.post("/v1/batches", content=BODY, headers=headers_of(parts)) for _ in range(2)
    )
    receipt = msgspec.json.decode(first.content, type=bodies.Receipt)
    assert (first.status_code, receipt.again) == (200, False)
    assert msgspec.json.decode(again.content, type=bodies.Receipt).again
    assert centre.taken[0] == parts


@pytest.mark.parametrize(
    ("path", "content_type"),
    [("/v1/rules", bodies.RULES), ("/v1/notices", bodies.NOTICE)],
)
def test_other_things_that_are_signed(client: Client, path: str, content_type: str) -> None:
    parts = batch(b"body", content_type=content_type)
    assert client.post(path, content=b"body", headers=headers_of(parts, content_type)).is_success


def test_a_session_gives_a_token(client: Client) -> None:
    parts = batch(b"", content_type=bodies.SESSION_TYPE)
    answer = client.post("/v1/session", headers=headers_of(parts, bodies.SESSION_TYPE))
    session = msgspec.json.decode(answer.content, type=bodies.Session)
    assert client.get(
        "/v1/pictures", headers={"Authorization": f"Bearer {session.token}"}
    ).is_success


@pytest.mark.parametrize("missing", ["Glasshield-Batch", "Glasshield-Signature"])
def test_without_a_signature_nothing_is_taken(
    client: Client, centre: StandIn, missing: str
) -> None:
    headers = headers_of(batch(BODY))
    del headers[missing]
    assert fault(client.post("/v1/batches", content=BODY, headers=headers)) is Code.NOT_TAKEN
    assert not centre.taken


def test_a_header_that_stands_there_twice_counts_for_nothing(client: Client) -> None:
    headers = [*headers_of(batch(BODY)).items(), ("Glasshield-Batch", "x")]
    assert fault(client.post("/v1/batches", content=BODY, headers=headers)) is Code.NOT_TAKEN


def test_nobodys_batch_and_anothers_body_get_the_same_answer(client: Client) -> None:
    """Who is known cannot be found out by asking."""
    answers = [
        client.post("/v1/batches", content=body, headers=headers_of(batch(BODY, of)))
        for of, body in ((POLAND, BODY), (POLAND, b"other"))
    ]
    known = client.post("/v1/batches", content=b"other", headers=headers_of(batch(BODY)))
    assert {answer.content for answer in (*answers, known)} == {known.content}
    assert fault(known) is Code.NOT_TAKEN


def test_a_type_that_the_path_does_not_take(client: Client) -> None:
    rules = batch(BODY, content_type=bodies.RULES)
    for headers in (headers_of(rules, bodies.RULES), headers_of(batch(BODY), "text/plain")):
        answer = client.post("/v1/batches", content=BODY, headers=headers)
        assert fault(answer) is Code.CONTENT_TYPE


def test_a_packed_body_is_not_taken(client: Client) -> None:
    headers = headers_of(batch(BODY)) | {"Content-Encoding": "gzip"}
    assert fault(client.post("/v1/batches", content=BODY, headers=headers)) is Code.CONTENT_TYPE


def test_too_much_is_refused_by_its_header(client: Client, centre: StandIn) -> None:
    body = b"x" * (BODY_BYTES + 1)
    answer = client.post("/v1/batches", content=body, headers=headers_of(batch(body)))
    assert fault(answer) is Code.TOO_LARGE
    assert not centre.taken


def test_too_much_without_a_length_is_refused_too(client: Client, centre: StandIn) -> None:
    body = b"x" * (BODY_BYTES + 1)
    parts = (body[at : at + 1000] for at in range(0, len(body), 1000))
    answer = client.post("/v1/batches", content=parts, headers=headers_of(batch(body)))
    assert fault(answer) is Code.TOO_LARGE
    assert not centre.taken


@pytest.mark.parametrize(
    ("trouble", "code", "retry"),
    [
        (RefusedError(Code.TOO_MANY, "too many", retry_after_s=1.2), Code.TOO_MANY, "2"),
        (StoreError(Trouble.FULL, "full", where="/secret/place"), Code.STORE, "5"),
        (StoreError(Trouble.BUSY, "busy", where="/secret/place"), Code.BUSY, "1"),
    ],
)
def test_when_the_centre_takes_nothing_it_says_when_it_will(
    client: Client, centre: StandIn, trouble: Exception, code: Code, retry: str
) -> None:
    centre.trouble = trouble
    answer = client.post("/v1/batches", content=BODY, headers=headers_of(batch(BODY)))
    assert fault(answer) is code
    assert answer.headers["retry-after"] == retry
    assert b"secret" not in answer.content


def test_a_fault_of_the_program_says_nothing(client: Client, centre: StandIn) -> None:
    centre.trouble = ZeroDivisionError("secret number 42")
    answer = client.post("/v1/batches", content=BODY, headers=headers_of(batch(BODY)))
    assert fault(answer) is Code.INTERNAL
    assert b"secret" not in answer.content


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"Authorization": "Bearer"},
        {"Authorization": "Bearer gs_" + "?" * 43},
        {"Authorization": f"Basic {TOKENS['party']}"},
        {"Authorization": f"bearer {TOKENS['party']}"},
        {"Authorization": TOKENS["party"]},
    ],
)
def test_without_a_token_nobody_reads(client: Client, given: dict[str, str]) -> None:
    answers = [client.get(path, headers=given) for path in ("/v1/pictures", "/v1/log/checkpoint")]
    assert {fault(answer) for answer in answers} == {Code.NOT_KNOWN}
    assert answers[0].content == answers[1].content
    assert answers[0].headers["www-authenticate"] == "Bearer"


def test_two_tokens_are_none(client: Client) -> None:
    headers = [*bearer("party").items(), *bearer("observer").items()]
    assert fault(client.get("/v1/pictures", headers=headers)) is Code.NOT_KNOWN


ALLOWED = {
    "/v1/pictures": {"party", "witness", "observer", "liaison", "operator", "other"},
    "/v1/events": {"party", "witness", "observer", "liaison", "operator", "other"},
    "/v1/acts": {"party", "witness", "liaison", "other"},
    "/v1/requests": {"party", "witness", "liaison", "other"},
    "/v1/consultations": {"party", "witness", "liaison", "other"},
    "/v1/log/entries": {"auditor"},
    "/v1/log/cosign": {"auditor", "witness"},
    "/v1/log/export": {"auditor", "witness"},
    "/metrics": {"auditor", "operator"},
}


@pytest.mark.parametrize("path", ALLOWED)
def test_each_role_reads_what_is_for_it(client: Client, path: str) -> None:
    refused = {
        name: fault(answer)
        for name in TOKENS
        if (answer := client.get(path, headers=bearer(name))).status_code in (401, 403)
    }
    assert refused == dict.fromkeys(TOKENS.keys() - ALLOWED[path], Code.NOT_ALLOWED)


def test_who_may_not_is_told_what_to_do_instead(client: Client) -> None:
    answer = client.get("/v1/pictures", headers=bearer("auditor"))
    assert fault(answer) is Code.NOT_ALLOWED
    assert "glasshield log export" in answer.json()["error"]["do"]


def test_every_path_that_is_not_open_asks_who_it_is(client: Client, centre: StandIn) -> None:
    for each in endpoints(centre.centre):
        path = each.path.replace("{picture}", "1").replace("{number}", "1")
        path = path.replace("{request}", "known")
        path = path.replace("{file}", each.path_values.get("file", ("",))[0])
        status = client.request(each.method, path).status_code
        is_open = each.right is None and not each.signed and each.name != "metrics"
        assert (status == 200) == is_open, each.name


def test_a_viewer_gets_its_own_pictures(client: Client) -> None:
    answer = client.get("/v1/pictures", headers=bearer("party"))
    found = msgspec.json.decode(answer.content, type=wire.Pictures)
    assert (found.run, found.mode, len(found.pictures)) == (RUN, "exercise", 1)
    track = found.pictures[0].tracks[1]
    assert (track.number, track.object_class, track.contributors) == (2, "MRBM", (0,))
    assert track.phases == wire.Phases(boost=0.2, coast=0.7, entry=0.1)
    other = msgspec.json.decode(
        client.get("/v1/pictures", headers=bearer("other")).content, type=wire.Pictures
    )
    assert other.pictures == ()


def test_what_is_not_there_and_what_is_not_for_you_is_the_same(client: Client) -> None:
    there = client.get("/v1/tracks/1/2", headers=bearer("party"))
    assert msgspec.json.decode(there.content, type=wire.History).number == 2
    nowhere = [
        client.get(path, headers=bearer(who))
        for who, path in (
            ("other", "/v1/tracks/1/2"),
            ("party", "/v1/tracks/1/999"),
            ("party", "/v1/tracks/9/2"),
            ("party", f"/v1/tracks/{'9' * 5000}/1"),
            ("party", "/v1/tracks/x/1"),
            ("party", "/v1/grants/unknown"),
            ("other", "/v1/grants/known"),
            ("other", "/v1/download/tracks.oem"),
            ("party", "/v1/download/tracks.tdm"),
            ("party", "/v1/download/secrets.oem"),
            ("witness", "/v1/log/proof?index=0"),
            ("party", "/nowhere"),
            ("party", "/v1"),
            ("party", "/v1/pictures/"),
        )
    ]
    assert {answer.content for answer in nowhere} == {nowhere[0].content}
    assert {tuple(sorted(answer.headers.items())) for answer in nowhere} == {
        tuple(sorted(nowhere[0].headers.items()))
    }
    assert fault(nowhere[0]) is Code.NOT_FOUND


def test_events_after_a_number(client: Client) -> None:
    answer = client.get("/v1/events?after=1", headers=bearer("party"))
    (told,) = msgspec.json.decode(answer.content, type=wire.Events).events
    assert (told.number, told.kind, told.lat_rad, told.detections) == (2, "confirmed", 0.9, None)


def test_released_detections_are_columns(client: Client) -> None:
    answer = client.get("/v1/detections", headers=bearer("party"))
    (chunk,) = msgspec.json.decode(answer.content, type=wire.Detections).chunks
    assert chunk.range_m == [1e6] * 3
    assert chunk.range_rate_m_s == [None] * 3
    assert chunk.sensors[0].id == "russia/armavir"


@pytest.mark.parametrize(
    "query", ["after=-1", "after=x", "after=1&after=2", "other=1", "after=1.5", "after="]
)
def test_a_query_that_cannot_be(client: Client, query: str) -> None:
    answer = client.get(f"/v1/events?{query}", headers=bearer("party"))
    assert fault(answer) is Code.BAD_REQUEST


@pytest.mark.parametrize(
    "path",
    [
        "/v1/log/export?first={}",
        "/v1/log/entries?start={}",
        "/v1/log/proof?index={}",
        "/v1/log/cosign?old={}",
    ],
)
@pytest.mark.parametrize("number", [-1, 2**53, 2**64, 10**400])
def test_no_place_of_a_log_is_so_large(client: Client, path: str, number: int) -> None:
    assert fault(client.get(path.format(number), bearer("auditor"))) is Code.BAD_REQUEST


def test_a_log_is_not_exported_from_behind_its_end(client: Client) -> None:
    assert fault(client.get(f"/v1/log/export?first={2**53 - 1}", bearer("auditor"))) is (
        Code.NOT_FOUND
    )


@pytest.mark.parametrize("code", Code)
def test_every_refusal_says_what_to_do(code: Code) -> None:
    assert RefusedError(code, "it is so").body.error.do


@pytest.mark.parametrize(
    ("body", "where", "expected"),
    [
        (b'{"verb":"remark","text":""}', "body.text", "a text of 1 or more characters"),
        (b'{"verb":"remark","text":7}', "body.text", "a text"),
        (b'{"verb":"acknowledge","event":0}', "body.event", "a whole number, 1 or more"),
        (b'{"verb":"acknowledge"}', "body", "a key event"),
        (b'{"verb":"secret"}', "body.verb", ""),
        (b'{"verb":"acknowledge","event":1,"secret":1}', "body", ""),
        (b"secret", "body", ""),
    ],
)
def test_a_fault_of_a_body_is_said_in_words(
    client: Client, body: bytes, where: str, expected: str
) -> None:
    answer = client.post("/v1/acts", bearer("party") | JSON, body)
    found = msgspec.json.decode(answer.content, type=ErrorBody).error
    assert (found.where, found.expected, found.do) == (where, expected, wrong.FORM)
    assert b"secret" not in answer.content


def test_what_goes_out_is_counted_for_the_log(client: Client, centre: StandIn) -> None:
    answer = client.get("/v1/pictures", headers=bearer("party"))
    client.get("/v1/events", headers=bearer("party"))
    client.get("/v1/detections", headers=bearer("party"))
    assert centre.sent[0] == (VIEWER, answer.content, {"tracks": 3})
    assert [counts for _, _, counts in centre.sent[1:]] == [{"events": 2}, {"detections": 3}]


@pytest.mark.parametrize(
    ("path", "counts"),
    [
        ("/v1/rules/explain?seen=russia/armavir", {"explanations": 1}),
        ("/v1/acts", {"acts": 1}),
        ("/v1/requests", {"requests": 1}),
        ("/v1/consultations", {"consultations": 1}),
    ],
)
def test_what_a_viewer_is_told_of_rules_and_acts_is_in_the_log_as_released(
    centre: StandIn, client: Client, path: str, counts: dict[str, int]
) -> None:
    answer = client.get(path, headers=bearer("party"))
    assert centre.sent == [(VIEWER, answer.content, counts)]


def test_notices_and_what_was_granted_are_in_the_log_as_released(
    centre: StandIn, client: Client
) -> None:
    listed = client.get("/v1/notices", headers=bearer("party"))
    count = len(msgspec.json.decode(listed.content, type=wire.Notices).notices)
    granted = client.get("/v1/grants/known", headers=bearer("party"))
    assert centre.sent[0] == (VIEWER, listed.content, {"notices": count})
    assert centre.sent[1][:2] == (VIEWER, granted.content)
    assert centre.sent[1][2]["tracks"] > 0


def test_an_act_and_what_comes_of_it(client: Client) -> None:
    done = client.post("/v1/acts", bearer("party") | JSON, b'{"verb":"acknowledge","event":1}')
    record = msgspec.json.decode(done.content, type=bodies.ActRecord)
    assert record.act == bodies.Acknowledge(event=1)
    acts = client.get("/v1/acts", headers=bearer("party"))
    assert msgspec.json.decode(acts.content, type=wire.Acts).acts == (record,)
    (asked,) = msgspec.json.decode(
        client.get("/v1/requests", headers=bearer("party")).content, type=wire.Requests
    ).requests
    assert asked.state == "open"
    extract = client.get("/v1/grants/known", headers=bearer("party"))
    assert len(msgspec.json.decode(extract.content, type=wire.Extract).time_s) == 4


@pytest.mark.parametrize(
    "body", [b"", b"{", b'{"verb":"fire"}', b'{"verb":"acknowledge"}', b"\xff", b"[" * 5000,
             b'{"verb":"remark","text":"\\ud800"}']
)  # fmt: skip
def test_an_act_that_can_be_none(client: Client, body: bytes) -> None:
    headers = bearer("party") | {"Content-Type": "application/json"}
    answer = client.post("/v1/acts", content=body, headers=headers)
    assert fault(answer) is Code.BAD_REQUEST


def test_an_act_in_another_form(client: Client) -> None:
    headers = bearer("party") | {"Content-Type": "text/plain"}
    assert fault(client.post("/v1/acts", content=b"{}", headers=headers)) is Code.CONTENT_TYPE


def test_a_wrong_method_names_the_right_ones(client: Client) -> None:
    answer = client.request("DELETE", "/v1/acts")
    assert fault(answer) is Code.METHOD
    assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD", "POST"}


def test_health_is_words_and_a_status(client: Client, centre: StandIn) -> None:
    said = {"state": "good", "mode": "exercise", "left_out": {}}
    assert client.get("/healthz").json() == said | {"parts": {}}
    seen = client.get("/healthz", headers=bearer("auditor"))
    assert seen.json() == said | {"parts": {"store": "good"}}
    assert fault(client.get("/healthz", headers=bearer("party"))) is Code.NOT_ALLOWED
    centre.state = "degraded"
    assert client.get("/healthz").json() == said | {"parts": {}}
    centre.state = "failing"
    assert client.get("/healthz").status_code == 503


def test_metrics_are_for_those_who_run_the_centre(client: Client) -> None:
    assert fault(client.get("/metrics")) is Code.NOT_KNOWN
    answer = client.get("/metrics", headers=bearer("operator"))
    assert answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert "glasshield_clients 0" in answer.text


@pytest.mark.parametrize(
    "path",
    ["/", "/healthz", "/openapi.json", "/nowhere", "/v1/pictures", "/v1/live", "/%2e%2e/etc"],
)
def test_every_answer_bears_the_mark_and_the_guards(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.headers["glasshield-mode"] == "exercise"
    for name, value in HEADERS.items():
        assert name in answer.headers
        assert path == "/" or answer.headers[name] == value
    assert "server" not in answer.headers


def test_a_place_for_websockets_says_so(client: Client) -> None:
    answer = client.get("/v1/live")
    assert fault(answer) is Code.UPGRADE
    assert answer.headers["upgrade"] == "websocket"


def test_a_head_has_no_body(client: Client) -> None:
    answer = client.request("HEAD", "/healthz")
    assert (answer.status_code, answer.content) == (200, b"")
