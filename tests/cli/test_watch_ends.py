"""`glasshield watch` ends quietly, also while the centre is being asked for a session."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator

import pytest

from glasshield.centre.client.links import Link
from glasshield.centre.client.reading import PartyTokens, Reader
from glasshield.centre.client.sending import Sender
from glasshield.cli import watch
from tests.exchange.stated import POLAND

END_S = 5.0  # for a thread to end once nothing holds it; it takes milliseconds


@contextlib.contextmanager
def silent() -> Iterator[tuple[str, threading.Event]]:
    """A place that takes connections and answers nothing; and whether somebody has come."""
    came = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as place, contextlib.ExitStack() as stack:
        place.settimeout(END_S)

        def take() -> None:
            line, _ = place.accept()
            stack.enter_context(line)
            came.set()

        thread = threading.Thread(target=take)
        thread.start()
        yield f"http://127.0.0.1:{place.getsockname()[1]}", came
        thread.join()


def test_it_ends_while_its_session_is_being_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """What its thread raised would be a warning, and so an error of this test."""
    monkeypatch.setattr(watch, "_END_S", 0.05)
    with silent() as (url, came):
        link = Link(url)
        sender = Sender(link, POLAND, "exercise", to="test.example/centre")
        coming = watch.Coming(Reader(link, PartyTokens(sender)), keeps_lines=False)
        coming.start()
        assert came.wait(END_S)
        begun_s = time.monotonic()
        coming.close()
        assert time.monotonic() - begun_s < END_S
    coming.join(END_S)
    assert not coming.is_running
