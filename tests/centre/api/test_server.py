"""A real server on a port of this machine, asked by real clients and by bytes that are no HTTP."""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from statistics import median
from types import CodeType, FrameType
from urllib.parse import urlsplit

import httpx
import pytest

from glasshield.centre.api.connection import ConnectionLimits
from glasshield.centre.api.guarding import HEADERS
from glasshield.centre.api.server import Listen, run, running
from glasshield.centre.errors import Code
from glasshield.errors import OutputError
from tests.centre.api.asking import fault
from tests.centre.api.standing_in import BODY_BYTES, StandIn, batch, bearer, headers_of

LIMITS = ConnectionLimits(most=6, most_of_one=5, head_bytes=4096, head_within_s=0.3)
BODY = b'{"schema":"glasshield-detections/1"}'
SEVERAL = 25
DELAYED_S = 0.03  # an acknowledgement that is put off takes 40 ms; an answer less than 1 ms
WAIT_S = 10.0  # for an answer of this machine; it takes milliseconds


@pytest.fixture
def url(centre: StandIn) -> Iterator[str]:
    with running(centre.app(), Listen(limits=LIMITS)) as made:
        yield made


def connected(url: str) -> socket.socket:
    parts = urlsplit(url)
    assert parts.hostname is not None
    assert parts.port is not None
    made = socket.create_connection((parts.hostname, parts.port), timeout=WAIT_S)
    made.settimeout(WAIT_S)
    return made


def answered(url: str, data: bytes) -> httpx.Response:
    """The answer to some bytes, up to where the server ends the connection."""
    with closing(connected(url)) as line:
        line.sendall(data)
        return read(line)


def read(line: socket.socket) -> httpx.Response:
    parts = []
    while part := line.recv(65536):
        parts.append(part)
    head, _, body = b"".join(parts).partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    headers = [tuple(each.split(": ", 1)) for each in lines]
    return httpx.Response(int(first.split()[1]), headers=headers, content=body)  # type: ignore[arg-type]


def get(path: bytes, *more: bytes) -> bytes:
    lines = [b"GET " + path + b" HTTP/1.1", b"Host: x", b"Connection: close", *more]
    return b"\r\n".join(lines) + b"\r\n\r\n"


def test_it_is_asked_over_http(url: str, centre: StandIn) -> None:
    with httpx.Client(base_url=url) as client:
        assert client.get("/healthz").json()["state"] == "good"
        sent = client.post("/v1/batches", content=BODY, headers=headers_of(batch(BODY)))
        assert sent.status_code == 200
        assert client.get("/v1/pictures", headers=bearer("party")).json()["pictures"]
    assert len(centre.taken) == 1


def test_answers_go_out_at_once(url: str) -> None:
    """Header and body are two pieces: the second must not wait for a word of the first's reader."""
    with httpx.Client(base_url=url) as client:
        client.get("/healthz")
        took_s = []
        for _ in range(SEVERAL):
            begun_s = time.monotonic()
            client.get("/healthz")
            took_s.append(time.monotonic() - begun_s)
    assert median(took_s) < DELAYED_S  # a few may wait for other work of the machine


@pytest.mark.parametrize(
    "path",
    [
        b"/v1/../healthz",
        b"/v1/%2e%2e/healthz",
        b"/%68ealthz",
        b"//healthz",
        b"/healthz/",
        b"/v1/download/..%2f..%2fetc%2fpasswd",
        b"/v1/download/tracks.oem%00",
        b"/v1\\healthz",
        b"/v1/./pictures",
        b"/..",
        b"/openapi.json;a=b",
        b"*",
        b"http://example.org/nowhere",
        b"/%C3%A9",
    ],
)
def test_paths_that_climb_or_hide_are_nowhere(url: str, path: bytes) -> None:
    nowhere = answered(url, get(b"/nowhere"))
    found = answered(url, get(path))
    assert fault(found) is Code.NOT_FOUND
    assert found.content == nowhere.content


@pytest.mark.parametrize(
    "data",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 64,
        b"GET / HTTP/9.9\r\n\r\n",
        b"NONSENSE\r\n\r\n",
        b"GET /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nA: b\r\n c\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"CONNECT example.org:443 HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET healthz HTTP/1.1\r\nHost: x\r\n\r\n",
    ],
)
def test_what_is_no_http_gets_the_same_shape(url: str, data: bytes) -> None:
    answer = answered(url, data)
    assert fault(answer) is Code.BAD_REQUEST
    for name, value in HEADERS.items():
        assert answer.headers[name] == value


def test_headers_without_an_end_are_cut(url: str) -> None:
    for data in (
        b"GET / HTTP/1.1\r\nA: " + b"x" * 9000,
        b"GET /" + b"x" * 9000,
        b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 1500,
    ):
        assert fault(answered(url, data)) is Code.HEADERS


def test_who_says_nothing_or_too_slowly_is_let_go(url: str) -> None:
    begun_s = time.monotonic()
    assert fault(answered(url, b"")) is Code.TOO_SLOW
    assert fault(answered(url, b"GET / HT")) is Code.TOO_SLOW
    assert time.monotonic() - begun_s < WAIT_S


def test_a_second_request_has_its_own_time(url: str) -> None:
    with closing(connected(url)) as line:
        line.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        assert line.recv(65536).startswith(b"HTTP/1.1 200")
        line.sendall(b"GET /healthz")
        assert fault(read(line)) is Code.TOO_SLOW


def test_one_address_has_so_many_connections_and_no_more(url: str) -> None:
    with ExitStack() as stack:
        lines = [stack.enter_context(closing(connected(url))) for _ in range(LIMITS.most_of_one)]
        extra = stack.enter_context(closing(connected(url)))
        assert fault(read(extra)) is Code.BUSY
        lines[0].sendall(get(b"/healthz"))
        assert read(lines[0]).status_code == 200


def test_who_holds_all_of_an_address_keeps_out_no_other(url: str) -> None:
    with ExitStack() as stack:
        own = [stack.enter_context(closing(connected(url))) for _ in range(LIMITS.most_of_one + 1)]
        assert fault(read(own[-1])) is Code.BUSY
        host, port = url.removeprefix("http://").split(":")
        other = stack.enter_context(
            closing(socket.create_connection((host, int(port)), WAIT_S, ("127.0.0.2", 0)))
        )
        other.sendall(get(b"/healthz"))
        assert read(other).status_code == 200


def test_a_body_that_is_announced_too_large_is_not_read(url: str, centre: StandIn) -> None:
    head = "".join(f"{name}: {value}\r\n" for name, value in headers_of(batch(BODY)).items())
    length = f"Host: x\r\nContent-Length: {BODY_BYTES + 1}\r\n{head}\r\n"
    answer = answered(url, f"POST /v1/batches HTTP/1.1\r\n{length}".encode())
    assert fault(answer) is Code.TOO_LARGE
    assert not centre.taken


def test_a_stranger_is_refused_before_his_body_is_read(url: str, centre: StandIn) -> None:
    """The body was only announced; the answer does not wait for it."""
    lines = f"Host: x\r\nContent-Length: {BODY_BYTES}\r\nGlasshield-Batch: e30\r\n"
    head = f"POST /v1/batches HTTP/1.1\r\nConnection: close\r\n{lines}\r\n"
    assert fault(answered(url, head.encode())) is Code.NOT_TAKEN
    assert not centre.taken


def test_a_large_body_meets_its_refusal(url: str) -> None:
    """A real client that is still sending reads why."""
    body = b"x" * (16 << 20)
    with httpx.Client(base_url=url) as client:
        answer = client.post("/v1/batches", content=body, headers=headers_of(batch(b"")))
    assert fault(answer) is Code.TOO_LARGE


def test_an_upgrade_to_something_else_is_a_plain_request(url: str) -> None:
    upgrade = (b"Upgrade: h2c", b"Connection: Upgrade")
    assert answered(url, get(b"/nowhere", *upgrade)).status_code == 404
    websocket = (b"Upgrade: websocket", b"Connection: Upgrade")
    for more in (
        (),
        (b"Sec-WebSocket-Version: 13",),
        (b"Sec-WebSocket-Version: 13", b"Sec-WebSocket-Key: eA=="),
        (b"Sec-WebSocket-Version: 8", b"Sec-WebSocket-Key: " + b"A" * 22 + b"=="),
    ):
        answer = answered(url, get(b"/v1/live", *websocket, *more))
        assert fault(answer) is Code.UPGRADE
    whole = (b"Sec-WebSocket-Version: 13", b"Sec-WebSocket-Key: " + b"A" * 22 + b"==")
    assert fault(answered(url, get(b"/nowhere", *websocket, *whole))) is Code.NOT_FOUND


def waits(thread: int) -> bool:
    """Whether a thread serves, and waits for the end."""
    found: FrameType | None = sys._current_frames()[thread]
    callers: list[CodeType] = []
    while found is not None and len(callers) < 3:
        callers.append(found.f_code)
        found = found.f_back
    return [code.co_name for code in callers[:2]] == ["wait", "wait"] and callers[2] == run.__code__


@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGTERM])
def test_regress_it_ends_by_a_signal_that_another_thread_took(
    centre: StandIn, kind: signal.Signals
) -> None:
    """As the system may do when a process that was halted goes on."""
    ended, main = threading.Event(), threading.get_ident()

    def end() -> None:
        while not waits(main):
            time.sleep(0.01)
        signal.pthread_kill(threading.get_ident(), kind)
        if not ended.wait(WAIT_S):
            too_late.append(kind)
            os.kill(os.getpid(), kind)  # taken by the main thread, so that the test ends

    too_late: list[signal.Signals] = []
    thread = threading.Thread(target=end)
    run(centre.app(), Listen(), lambda _url: thread.start())
    ended.set()
    thread.join(WAIT_S)
    assert not too_late


def test_a_place_that_is_taken_is_an_error(url: str, centre: StandIn) -> None:
    port = urlsplit(url).port
    assert port is not None
    with (
        pytest.raises(OutputError, match="cannot listen here"),
        running(centre.app(), Listen(port=port)),
    ):
        pass
