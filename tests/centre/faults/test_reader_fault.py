"""A client that reads nothing of its live picture holds up nobody and costs no memory."""

from __future__ import annotations

import base64
import os
import socket
import time
from pathlib import Path
from urllib.parse import urlsplit

from websockets.sync.client import connect
from websockets.typing import Subprotocol

from glasshield.centre.api.frames import SUBPROTOCOL
from tests.centre.faults.ground import prepared
from tests.centre.faults.served import Served
from tests.centre.faults.talking import health, metrics, until
from tests.centre.faults.traffic import since, traffic

SLOW = 10
SMALL_BYTES = 2048  # of what the system keeps for a slow reader
WATCHED_S = 3.0
TICKS_PER_S = 20
MOST_BYTES = 20e6  # the process may grow by while it is watched, with its pictures


def slow_reader(url: str, token: str) -> socket.socket:
    """A reader of the live picture that opens it and then reads nothing."""
    parts = urlsplit(url)
    assert parts.hostname is not None
    made = socket.socket()
    made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL_BYTES)
    made.connect((parts.hostname, parts.port))
    key = base64.b64encode(os.urandom(16)).decode()
    head = (
        f"GET /v1/live HTTP/1.1\r\nHost: {parts.netloc}\r\nUpgrade: websocket\r\n"
        f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n"
        f"Sec-WebSocket-Protocol: glasshield.json.v1\r\nAuthorization: Bearer {token}\r\n\r\n"
    )
    made.sendall(head.encode())
    assert made.recv(12) == b"HTTP/1.1 101"
    return made


def frames_in(url: str, token: str, seconds: float) -> int:
    """How many messages somebody gets who reads."""
    live = f"ws{url.removeprefix('http')}/v1/live"
    said = {"Authorization": f"Bearer {token}"}
    until_s = time.monotonic() + seconds
    count = 0
    with connect(
        live, subprotocols=[Subprotocol(SUBPROTOCOL)], additional_headers=said, proxy=None
    ) as socket_:
        while time.monotonic() < until_s:
            count += isinstance(socket_.recv(timeout=seconds), bytes)
    return count


def test_a_reader_who_reads_nothing_misses_frames_and_holds_up_nobody(tmp_path: Path) -> None:
    ground = prepared(tmp_path / "centre")
    token = ground.tokens["duty"]
    with Served.start(ground) as served, traffic(served.url, ground) as streams:
        slow = [slow_reader(served.url, token) for _ in range(SLOW)]
        until(lambda: metrics(served.url, token)["glasshield_clients"] == SLOW, "they read")
        frames_in(served.url, token, 1.0)
        begin_s, before = time.time(), served.memory_bytes
        enough = 0.5 * TICKS_PER_S * WATCHED_S
        until(lambda: frames_in(served.url, token, WATCHED_S) > enough, "who reads gets frames")
        until(lambda: metrics(served.url, token)["glasshield_frames_skipped"] > 0, "they miss some")
        assert served.memory_bytes - before < MOST_BYTES
        assert health(served.url, token)["state"] == "good"
        assert all(
            one.is_acknowledged for stream in streams.values() for one in since(stream, begin_s)
        )
        for each in slow:
            each.close()
        until(lambda: metrics(served.url, token)["glasshield_clients"] == 0, "they have gone")
