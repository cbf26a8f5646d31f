"""How fast the page is in a real browser that draws in software, each figure beside its limit.

Needs Chromium and playwright. Processor time is that of the page's main thread, as a share of the
time that went by.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.web import pages
from tests.web.conftest import SOFTWARE_GL, browser, listened
from tests.web.test_panels import CLAIM
from tests.web.test_pictures import BARE, MOUNTED, pages_of

SPAN_MS = 5000
# The first frame in software takes seconds, and nothing is drawn while it is made.
SETTLED_MS = 8000
RATE = """(rate) => {
  const native = requestAnimationFrame;
  window.drawnFrames = 0;
  window.requestAnimationFrame = (draw) =>
    native((time) => { window.drawnFrames += 1; draw(time); });
  const step = () => { window.stepTracks(); };
  window.stepping = setInterval(step, 1000 / rate);
}"""


def with_tracks(count: int) -> str:
    """The mounting of the tests, with so many tracks that move when told to."""
    return (
        MOUNTED.replace("[64, 24, 6.5e6]", f"[{count}, 24, 6.5e6]")
        .replace("rows: 40, count: 40", f"rows: {count}, count: {count}")
        .replace("fill(1, 0, 40)", "fill(1)")
        .replace("row < 40", f"row < {count}")
        .replace("0.04 * Math.floor(row / 5)", "0.0008 * Math.floor(row / 5)")
        .replace(
            "subscribe: () => () => undefined",
            "subscribe: (told) => { window.stepTracks = () => {"
            " for (let k = 0; k < 3 * picture.rows; k++) picture.position_ecef_m[k] += 300.0;"
            " picture.time_us += 1e5; told('moved'); }; return () => undefined; }",
        )
    )


def metrics(session: Any) -> dict[str, float]:
    """What the browser has counted so far."""
    found = session.send("Performance.getMetrics")["metrics"]
    return {each["name"]: each["value"] for each in found}


def moving(chromium: Any, address: str, count: int) -> tuple[float, float]:
    """Per cent of a core of the main thread, and frames a second, of tracks moved at 10 Hz."""
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{address}/bare#v=1&at=50,20,6500&show=live")
    page.evaluate(with_tracks(count))
    page.wait_for_timeout(SETTLED_MS)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.evaluate(RATE, 10)
    page.wait_for_timeout(1000)
    before, frames = metrics(session), page.evaluate("window.drawnFrames")
    page.wait_for_timeout(SPAN_MS)
    after, frames_after = metrics(session), page.evaluate("window.drawnFrames")
    page.close()
    share = (after["TaskDuration"] - before["TaskDuration"]) / (SPAN_MS / 1e3)
    return 1e2 * share, (frames_after - frames) / (SPAN_MS / 1e3)


def first_paint_ms(chromium: Any, address: str) -> float:
    """From the request to the first thing that is seen."""
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{address}/")
    page.wait_for_selector(".gs-grid")
    painted: list[float] = []
    while not painted:
        page.wait_for_timeout(100)
        painted = page.evaluate(
            "performance.getEntriesByName('first-contentful-paint').map((one) => one.startTime)"
        )
    page.close()
    return painted[0]


MOVED_MS = """async (value) => {
  const slider = document.getElementById("gs-knob-speed");
  const begin = performance.now();
  slider.value = value;
  slider.dispatchEvent(new Event("input", {bubbles: true}));
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - begin;
}"""


def slider_ms(chromium: Any, address: str) -> float:
    """The slowest of ten moves of a slider, until the frame that shows the verdict is drawn."""
    with listened(chromium, address) as opened:
        page = opened(fragment=CLAIM)
        page.wait_for_timeout(SETTLED_MS)
        taken = []
        for number in range(10):
            taken.append(page.evaluate(MOVED_MS, 5.5 + 0.25 * number))
            page.wait_for_timeout(300)
        return max(taken)


def main() -> None:
    served = {**pages_of(), "/": pages.page(pages.a_view()), "/bare": BARE}
    with browser(SOFTWARE_GL) as chromium, pages.served(served) as address:
        rows = [
            ("first paint, loopback", first_paint_ms(chromium, address), "ms", "1500"),
            ("slider to verdict, slowest of 10", slider_ms(chromium, address), "ms", "300"),
        ]
        for count, limit in ((500, "30"), (5000, "usable")):
            share, frames = moving(chromium, address, count)
            rows.append((f"{count} tracks at 10 Hz, main thread", share, "%", limit))
            rows.append((f"{count} tracks at 10 Hz, drawn", frames, "1/s", "10 asked for"))
        for name, value, unit, limit in rows:
            print(f"{name:34} {value:9.1f} {unit:3} limit {limit}")


if __name__ == "__main__":
    main()
