"""Two parties that send what their radars see, beside whatever else a test does."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator, Mapping
from typing import Any

from glasshield.earth.time import Instant
from tests.centre.faults.flights import Watch, bodies, own, seen
from tests.centre.faults.ground import NORTH, SOUTH, Ground
from tests.centre.faults.talking import Line, Outcome, Stream, until

SPAN_S = 40.0  # longer than any test; the streams are ended before
_WATCH = Watch(span_s=SPAN_S, period_s=NORTH.period_s, every_s=NORTH.period_s)


@contextlib.contextmanager
def traffic(url: str, ground: Ground) -> Iterator[Mapping[str, Stream]]:
    """The streams of both parties, once there is a picture made of both."""
    begins = Instant(int(time.time()) * 1_000_000)
    found = seen((NORTH, SOUTH), _WATCH)
    streams = {
        party: Stream(
            url, ground.signer(party), bodies(own(found, party), begins, _WATCH.every_s)
        ).start()
        for party in ground.parties
    }
    line = Line(url, ground.tokens["duty"])
    try:
        until(lambda: tracks(line), "there is a picture")
        yield streams
    finally:
        for stream in streams.values():
            stream.stop()
        line.close()


def tracks(line: Line) -> list[dict[str, Any]]:
    """The tracks that somebody sees in the first picture."""
    pictures = line.get("/v1/pictures")["pictures"]
    return list(pictures[0]["tracks"]) if pictures else []


def at(line: Line) -> str:
    """The instant of the picture that somebody sees."""
    return str(line.get("/v1/pictures")["at"])


def since(stream: Stream, begin_s: float) -> list[Outcome]:
    """What became of what was sent since an instant on the wall's clock."""
    return [each for each in stream.outcomes if each.sent_s >= begin_s]
