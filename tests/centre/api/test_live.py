"""The live picture, over a real server and with a real client of WebSockets."""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import httpx
import msgspec
import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from glasshield.centre.api import wire
from glasshield.centre.api.connection import ConnectionLimits
from glasshield.centre.api.frames import SUBPROTOCOL as FRAMES
from glasshield.centre.api.frames import unpack
from glasshield.centre.api.live import BEARER, JSON, Sent, Written
from glasshield.centre.api.server import Listen, running
from glasshield.centre.errors import Code, RefusedError
from glasshield.centre.metrics import Metrics
from glasshield.centre.subscriptions import Subscriptions
from glasshield.exchange.release.terms import EventKind
from tests.centre.api.asking import fault
from tests.centre.api.standing_in import (
    OTHER,
    RUN,
    TOKENS,
    VIEWER,
    StandIn,
    bearer,
    event,
    reader,
    shown,
)
from tests.centre.logged import NOW

WAIT_S = 10.0  # for a message of this machine; it takes milliseconds
MESSAGES = msgspec.json.Decoder(wire.LiveMessage)
SLOW_TICKS = 400
TRACKS = 500

Opener = Callable[..., ClientConnection]


@pytest.fixture
def live(centre: StandIn) -> Iterator[Opener]:
    with running(centre.app(), Listen()) as url:

        def opened(
            who: str = "party", *protocols: str, query: str = "", max_queue: int = 16
        ) -> ClientConnection:
            return connect(
                f"ws{url.removeprefix('http')}/v1/live{query}",
                subprotocols=[Subprotocol(each) for each in protocols or (FRAMES,)],
                additional_headers=bearer(who) if who else None,
                proxy=None,
                max_queue=max_queue,
            )

        yield opened


def said(line: ClientConnection) -> wire.LiveMessage:
    return MESSAGES.decode(line.recv(WAIT_S))


def frames(line: ClientConnection) -> bytes:
    message = line.recv(WAIT_S)
    assert isinstance(message, bytes)
    return message


def test_hello_then_events_then_pictures(live: Opener) -> None:
    with live() as line:
        assert line.subprotocol == FRAMES
        hello = said(line)
        assert isinstance(hello, wire.Hello)
        assert (hello.mode, hello.run, hello.viewer) == ("exercise", RUN, VIEWER)
        assert "EXERCISE" in hello.notice
        events = said(line)
        assert isinstance(events, wire.LiveEvents)
        assert [each.number for each in events.events] == [1, 2]
        (frame,) = unpack(frames(line))
        assert (len(frame), frame.time, frame.picture) == (3, NOW, 1)


def test_the_same_in_json(live: Opener) -> None:
    with live("party", JSON) as line:
        found = [said(line) for _ in range(3)]
    assert isinstance(found[2], wire.LivePictures)
    assert [each.number for each in found[2].pictures[0].tracks] == [1, 2, 3]


def test_the_token_may_be_among_the_subprotocols(live: Opener) -> None:
    """As browsers have to do it; the server does not repeat it."""
    with live("", JSON, BEARER + TOKENS["observer"]) as line:
        assert line.subprotocol == JSON
        hello = said(line)
    assert isinstance(hello, wire.Hello)


def test_only_what_changed_is_sent(live: Opener, centre: StandIn) -> None:
    first, second = shown(2, 1), shown(3, 2)
    centre.put(VIEWER, first, second)
    with live(query=f"?after=2&run={RUN}") as line:
        assert isinstance(said(line), wire.Hello)
        assert [each.picture for each in unpack(frames(line))] == [1, 2]
        later = NOW.plus_s(0.05)
        centre.put(VIEWER, first, replace(second, at=later))
        (frame,) = unpack(frames(line))
        assert (frame.picture, frame.time) == (2, later)
        centre.told[VIEWER] += (event(3, EventKind.LOST),)
        centre.put(VIEWER, first)
        news = said(line)
        assert isinstance(news, wire.LiveEvents)
        assert [each.number for each in news.events] == [3]
        assert said(line) == wire.Gone(pictures=(2,))


def test_the_same_news_is_written_once_for_all_who_see_it(centre: StandIn) -> None:
    written = Written(centre.centre.released)
    ways = [Sent(JSON, 0) for _ in range(3)]
    published = centre.published(VIEWER).result()
    first, *others = [tuple(each.news(published, written)) for each in ways]
    assert all(mine is own for each in others for mine, own in zip(first, each, strict=True))
    late = tuple(Sent(JSON, 1).news(published, written))
    assert [each.number for each in MESSAGES.decode(late[0]).events] == [2]
    other = centre.published(OTHER).result()
    assert tuple(Sent(JSON, 0).news(other, written)) != first


def test_another_run_counts_its_events_anew(live: Opener) -> None:
    with live(query="?after=2&run=run-0") as line:
        assert isinstance(said(line), wire.Hello)
        events = said(line)
    assert isinstance(events, wire.LiveEvents)
    assert [each.number for each in events.events] == [1, 2]


def test_one_reader_takes_the_places_of_no_others() -> None:
    held = Subscriptions(100, Metrics())
    one, other = reader("one", VIEWER), reader("other", VIEWER)
    lines = [held.add(one, lambda: None) for _ in range(10)]
    with pytest.raises(RefusedError, match="you read too many") as found:
        held.add(one, lambda: None)
    assert found.value.code is Code.TOO_MANY
    held.add(other, lambda: None)
    lines[0].close()
    held.add(one, lambda: None)


def test_another_viewer_sees_nothing_of_it(live: Opener, centre: StandIn) -> None:
    centre.put(OTHER)
    with live("other") as line:
        assert isinstance(said(line), wire.Hello)
        centre.put(VIEWER, shown(9))
        centre.put(OTHER, shown(1, viewer=OTHER))
        (frame,) = unpack(frames(line))
    assert len(frame) == 1


@pytest.mark.parametrize(
    ("who", "protocols", "query", "code"),
    [
        ("", (FRAMES,), "", Code.NOT_KNOWN),
        ("", (FRAMES, BEARER + "gs_wrong"), "", Code.NOT_KNOWN),
        ("", (FRAMES, BEARER + TOKENS["party"], BEARER + TOKENS["other"]), "", Code.NOT_KNOWN),
        ("auditor", (FRAMES,), "", Code.NOT_ALLOWED),
        ("party", ("glasshield.frames.v0",), "", Code.BAD_REQUEST),
        ("party", (FRAMES,), "?after=x", Code.BAD_REQUEST),
        ("party", (FRAMES,), "?beyond=1", Code.BAD_REQUEST),
    ],
)
def test_who_is_refused_is_told_in_the_one_shape(
    live: Opener, who: str, protocols: tuple[str, ...], query: str, code: Code
) -> None:
    with pytest.raises(InvalidStatus) as caught, live(who, *protocols, query=query):
        pass
    answer = caught.value.response
    headers = [*answer.headers.raw_items()]
    assert (
        fault(httpx.Response(answer.status_code, headers=headers, content=bytes(answer.body)))
        is code
    )
    assert answer.headers["glasshield-mode"] == "exercise"


def test_beyond_the_most_clients_nobody_gets_in(live: Opener, centre: StandIn) -> None:
    centre.subscriptions._most = 1
    with live() as line:
        said(line)
        with pytest.raises(InvalidStatus) as caught, live():
            pass
    assert caught.value.response.status_code == 429


def test_who_speaks_is_closed(live: Opener) -> None:
    with live() as line:
        line.send("hello")
        with pytest.raises(ConnectionClosed) as caught:
            list(line)
    assert caught.value.rcvd is not None
    assert caught.value.rcvd.code == 1008


def test_what_is_no_text_is_closed_and_no_fault_of_ours(
    live: Opener, caplog: pytest.LogCaptureFixture
) -> None:
    with live() as line:
        said(line)
        line.send(b"\xff\xfe", text=True)
        with pytest.raises(ConnectionClosed) as caught:
            list(line)
    assert caught.value.rcvd is not None
    assert caught.value.rcvd.code == 1007
    assert caplog.records == []


def test_who_does_not_answer_the_close_is_cut_off(centre: StandIn) -> None:
    limits = ConnectionLimits(close_within_s=0.2)
    with running(centre.app(), Listen(limits=limits)) as url:
        address = url.removeprefix("http://").split(":")
        with socket.create_connection((address[0], int(address[1])), WAIT_S) as line:
            line.sendall(
                b"GET /v1/live HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\n"
                b"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                b"Sec-WebSocket-Protocol: " + FRAMES.encode() + b"\r\n"
                b"Authorization: Bearer " + TOKENS["party"].encode() + b"\r\n\r\n"
            )
            assert b" 101 " in line.recv(64)
            line.sendall(b"\x81\x82\0\0\0\0hi")  # it speaks, and is closed for it
            with contextlib.suppress(ConnectionResetError):
                while line.recv(4096):
                    pass
    # The socket's own limit would have ended this with an error.
    assert len(centre.subscriptions) == 0


def test_a_reader_whose_token_ends_is_told_so(live: Opener, centre: StandIn) -> None:
    with live(query=f"?after=2&run={RUN}") as line:
        said(line)
        frames(line)
        (subscription,) = centre.subscriptions.all()
        subscription.close("the token has expired")
        assert said(line) == wire.Goodbye(why="the token has expired")
        with pytest.raises(ConnectionClosed):
            line.recv(WAIT_S)


def test_who_goes_leaves_nothing_behind(live: Opener, centre: StandIn) -> None:
    for _ in range(3):
        with live() as line:
            said(line)
    waited_s = time.monotonic() + WAIT_S
    while len(centre.subscriptions) and time.monotonic() < waited_s:
        time.sleep(0.01)
    assert len(centre.subscriptions) == 0


def test_a_slow_reader_misses_pictures_and_holds_up_nobody(live: Opener, centre: StandIn) -> None:
    """Ticks go on at full speed; the slow one then reads the newest, not all that was."""
    with live(max_queue=1) as slow, live() as quick:
        said(slow)
        said(quick)
        said(quick)
        frames(quick)
        for tick in range(1, SLOW_TICKS + 1):
            at = NOW.plus_s(0.05 * tick)
            centre.put(VIEWER, shown(TRACKS, at=at))
            (frame,) = unpack(frames(quick))
            while frame.time < at:
                (frame,) = unpack(frames(quick))
        said(slow)
        times = [unpack(frames(slow))[0].time]
        while times[-1] < at:
            times.append(unpack(frames(slow))[0].time)
    assert times == sorted(set(times))
    assert len(times) < SLOW_TICKS / 2


def test_each_picture_is_written_and_counted_once_for_all(live: Opener, centre: StandIn) -> None:
    with live() as one, live("observer") as other:
        for line in (one, other):
            said(line)
            said(line)
            frames(line)
        before = len(centre.sent)
        centre.put(VIEWER, shown(4))
        assert frames(one) == frames(other)
    assert [counts for _, _, counts in centre.sent[before:]] == [{"tracks": 4}]
