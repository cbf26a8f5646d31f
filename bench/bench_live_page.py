"""What the live page costs its main thread: frames of a centre over a real WebSocket, ten a second.

All of it counts: reading the frame, filters, trails, the table of tracks, and drawing with WebGL in
software. Needs Chromium and playwright.

    python bench/bench_live_page.py [COUNT ...]
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np
from bench.bench_globe import SETTLED_MS, SPAN_MS, metrics
from websockets.exceptions import ConnectionClosed
from websockets.sync.server import ServerConnection

from glasshield.centre.api.frames import Frame, pack, unpack
from tests.web.conftest import SOFTWARE_GL, browser, listened
from tests.web.test_streams import FRAMES, HELLO, Centre, entered, standing

RATE_HZ = 10.0
COUNTS = (500, 5000)


class Streaming(Centre):
    """A centre that sends pictures of many tracks until the line falls."""

    def __init__(self, count: int) -> None:
        """A centre whose pictures hold `count` tracks."""
        super().__init__()
        self.frame = many(count)

    def talk(self, line: ServerConnection) -> None:
        """Sends a greeting, then a picture at each tenth of a second."""
        self.lines.append(line)
        frame, state = self.frame, self.frame.state_ecef.copy()
        try:
            line.send(HELLO)
            begin = time.monotonic()
            for number in range(100_000):
                state[:, :3] += state[:, 3:] / RATE_HZ
                at = frame.time.plus_s(number / RATE_HZ)
                line.send(pack(replace(frame, time=at, state_ecef=state)))
                time.sleep(max(0.0, begin + (number + 1) / RATE_HZ - time.monotonic()))
        except ConnectionClosed:
            pass


def many(count: int) -> Frame:
    """A picture of so many tracks, some kilometres from each other."""
    one = unpack(FRAMES)[1]  # of the picture that the page shows first
    rows = np.arange(count)
    state = np.tile(one.state_ecef[0], (count, 1))
    state[:, :3] += 8e3 * np.stack((rows % 71, rows // 71, np.zeros(count)), axis=1)
    return replace(
        one,
        number=rows + 1,
        state_ecef=state,
        class_index=np.full(count, one.class_index[0]),
        phase=np.full(count, one.phase[0]),
        is_coasted=rows % 9 == 0,
        is_shared=rows % 5 == 0,
    )


def share(chromium: Any, count: int) -> float:
    """Per cent of a core that the main thread takes."""
    with standing(Streaming(count)) as address, listened(chromium, address) as opened:
        page = entered(opened)
        page.wait_for_timeout(SETTLED_MS)
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        before = metrics(session)
        page.wait_for_timeout(SPAN_MS)
        return 1e2 * (metrics(session)["TaskDuration"] - before["TaskDuration"]) / (SPAN_MS / 1e3)


def main() -> None:
    counts = [int(each) for each in sys.argv[1:]] or COUNTS
    with browser(SOFTWARE_GL) as chromium:
        for count in counts:
            limit = "30 %" if count <= 500 else "usable"
            took = share(chromium, count)
            print(f"{count:5} tracks at {RATE_HZ:g} Hz, main thread {took:6.1f} %   limit {limit}")


if __name__ == "__main__":
    main()
