"""A served page before a server that says what no centre says: it tells so, and tries again."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response
from websockets.sync.server import Server, ServerConnection, serve

from tests.web import pages
from tests.web.conftest import WITHOUT_GL, Open, browser, listened

RECORDED = Path(__file__).parents[2] / "web" / "test" / "recorded" / "live.json"
PROTOCOL = "glasshield.frames.v1"
TOKEN = "a" * 43
WAIT_MS = 12_000
ADMITTED = {"schema": "glasshield-events/1", "mode": "exercise", "run": "1", "events": []}
PAGE = (
    b'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Glasshield</title>'
    b'<link rel="icon" href="data:,"><link rel="stylesheet" href="/glasshield.css"></head><body>'
    b'<main id="glasshield-globe" data-page data-live></main>'
    b'<script type="module" src="/glasshield.js"></script></body></html>'
)

Message = str | bytes


def recorded() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(RECORDED.read_text(encoding="utf-8"))
    return found


MESSAGES = recorded()["messages"]
HELLO: str = MESSAGES[0]["text"]
EVENTS: str = MESSAGES[1]["text"]
FRAMES = bytes.fromhex(MESSAGES[-2]["hex"])


@dataclass
class Centre:
    """What stands in for a centre; a test changes it while the page looks on.

    Attributes:
        says: over each line, one after the other; then nothing, and the line stays.
        status: of what is asked over HTTP, and of lines that are asked for.
        protocol: that it answers with.
    """

    says: tuple[Message, ...] = (HELLO, EVENTS, FRAMES)
    status: int = 200
    protocol: str = PROTOCOL
    lines: list[ServerConnection] = field(default_factory=list)

    def talk(self, line: ServerConnection) -> None:
        self.lines.append(line)
        try:
            for message in self.says:
                line.send(message)
            for _ in line:
                pass
        except ConnectionClosed:
            pass

    def cut(self) -> None:
        """Lets all lines fall, without a word."""
        for line in self.lines:
            line.socket.close()
        self.lines.clear()

    def answer(self, line: ServerConnection, request: Request) -> Response | None:
        path = request.path.partition("?")[0]
        if path == "/v1/live":
            return None if self.status == 200 else line.respond(HTTPStatus(self.status), "no")
        if path.startswith("/v1/"):
            return self._said(path)
        if path == "/":
            return _sent("text/html", PAGE)
        return _sent(
            pages.TYPES[Path(path).suffix], (pages.PACKAGE / "web" / path[1:]).read_bytes()
        )

    def _said(self, path: str) -> Response:
        answers = {"/v1/events": ADMITTED, **{f"/v1/{key}": recorded()[key] for key in KNOWN}}
        body = json.dumps(answers[path]).encode()
        return _sent("application/json", body, HTTPStatus(self.status))


KNOWN = ("pictures", "notices")


def _sent(kind: str, body: bytes, status: HTTPStatus = HTTPStatus.OK) -> Response:
    headers = Headers({"Content-Type": kind, "Content-Length": str(len(body))})
    headers["Content-Security-Policy"] = pages.POLICY
    headers["Connection"] = "close"
    return Response(status, status.phrase, headers, body)


@contextmanager
def standing(centre: Centre) -> Iterator[str]:
    def chosen(_line: ServerConnection, _offered: object) -> Any:
        return centre.protocol

    server: Server = serve(
        centre.talk,
        "127.0.0.1",
        0,
        process_request=centre.answer,
        select_subprotocol=chosen,
        compression=None,
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.socket.getsockname()[1]}"
    finally:
        centre.cut()
        server.shutdown()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A browser that draws on the canvas: what is looked at here is words."""
    with browser(WITHOUT_GL) as found:
        yield found


@pytest.fixture
def centre() -> Centre:
    return Centre()


@pytest.fixture
def opened(chromium: Any, centre: Centre) -> Iterator[Open]:
    with standing(centre) as address, listened(chromium, address) as found:
        yield found


def entered(opened: Open) -> Any:
    """A page that shows the live picture."""
    page = opened(fragment="show=live&table=tracks")
    page.fill("[data-key=live-token]", TOKEN)
    page.click("[data-key=live-open]")
    linked(page, "live")
    page.wait_for_selector("table tbody tr")
    return page


def linked(page: Any, link: str) -> None:
    page.wait_for_selector(f".gs-live-entrance[data-link={link}]", timeout=WAIT_MS)


def uncaught(page: Any) -> list[str]:
    """What was not caught; that a line was refused is said by the browser itself."""
    own = ("WebSocket connection", "Failed to load resource")
    return [said for said in page.heard if not any(each in said for each in own)]


def again(page: Any, link: str) -> None:
    """The line is asked for at once, whatever the page waits for."""
    page.click("[data-key=live-retry]")
    linked(page, link)


def told(page: Any, sentence: str) -> None:
    """Waits until the page says why nothing is live."""
    page.wait_for_selector(f".gs-live-entrance:has-text('{sentence}')", timeout=WAIT_MS)


def rows(page: Any) -> int:
    found: int = page.locator("table tbody tr").count()
    return found


# Each ends a line that has said hello, and is told as what it is.
BROKEN: dict[str, Message] = {
    "bytes": b"\x00\xff" * 40,
    "a-frame-cut-off": FRAMES[:-5],
    "more-tracks-than-bytes": FRAMES[:20] + b"\xff\xff\xff\xff" + FRAMES[24:],
    "a-time-that-no-clock-tells": FRAMES[:8] + (2**63 - 1).to_bytes(8, "little") + FRAMES[16:],
    "no-json": "{",
    "another-message": '{"type":"hello2"}',
    "a-hello-without-a-run": '{"type":"hello"}',
    "numbers-for-events": '{"type":"events","events":[1,2]}',
    "an-event-at-no-time": EVENTS.replace('"time":"2026', '"time":"x'),
    "an-event-told-at-no-time": EVENTS.replace('"at":"2026', '"at":"x'),
}


def test_what_is_no_picture_is_told_and_the_last_one_stays(opened: Open, centre: Centre) -> None:
    page = entered(opened)
    before = rows(page)
    assert before
    for name, message in BROKEN.items():
        centre.says = (HELLO, message)
        centre.cut()
        linked(page, "lost")
        page.click("[data-key=live-retry]")
        told(page, "What came was no picture")
        page.wait_for_selector(".gs-live-age:has-text('what is seen is')", timeout=WAIT_MS)
        assert rows(page) == before, name
        centre.says = Centre().says
        again(page, "live")
        page.wait_for_selector(".gs-live-age:has-text('is of now')", timeout=WAIT_MS)
    assert uncaught(page) == []


def test_a_centre_of_another_version_is_not_taken_for_one_that_is_away(
    opened: Open, centre: Centre
) -> None:
    page = entered(opened)
    centre.protocol = "glasshield.frames.v9"
    centre.cut()
    told(page, "another version")
    assert rows(page)
    centre.protocol = PROTOCOL
    again(page, "live")
    assert uncaught(page) == []


@pytest.mark.parametrize(
    ("status", "link", "sentence"),
    [(401, "refused", "does not know this token"), (503, "lost", "more to do than it can")],
)
def test_a_token_revoked_and_a_centre_that_is_busy_are_told(
    opened: Open, centre: Centre, status: int, link: str, sentence: str
) -> None:
    page = entered(opened)
    centre.status = status
    centre.cut()
    linked(page, "lost")
    again(page, link)
    told(page, sentence)
    assert rows(page)
    assert uncaught(page) == []
