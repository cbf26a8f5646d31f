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
from tests.web.test_panels import CLAIM, moved
from tests.web.test_pictures import BARE, MOUNTED, pages_of

SPAN_MS = 5000
RATE = """(rate) => {
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


def share_of_a_core(chromium: Any, address: str, count: int) -> float:
    """Of the main thread, while so many tracks move at 10 Hz."""
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{address}/bare#v=1&at=50,20,6500&show=live")
    page.evaluate(with_tracks(count))
    page.wait_for_timeout(2000)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.evaluate(RATE, 10)
    page.wait_for_timeout(1000)
    before = metrics(session)
    page.wait_for_timeout(SPAN_MS)
    after = metrics(session)
    page.close()
    return (after["TaskDuration"] - before["TaskDuration"]) / (SPAN_MS / 1e3)


def first_paint_ms(chromium: Any, address: str) -> float:
    """From the request to the first thing that is seen."""
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{address}/")
    page.wait_for_selector(".gs-grid")
    page.wait_for_timeout(500)
    found: float = page.evaluate(
        "performance.getEntriesByName('first-contentful-paint')[0].startTime"
    )
    page.close()
    return found


def slider_ms(chromium: Any, address: str) -> float:
    """The slowest of ten moves of a slider, until the verdict stands there and a frame came."""
    with listened(chromium, address) as opened:
        page = opened(fragment=CLAIM)
        return max(moved(page, "speed", 5.5 + 0.25 * k)["after_ms"] for k in range(10))


def main() -> None:
    served = {**pages_of(), "/": pages.page(pages.a_view()), "/bare": BARE}
    with browser(SOFTWARE_GL) as chromium, pages.served(served) as address:
        rows = (
            ("first paint, loopback", first_paint_ms(chromium, address), "ms", "1500"),
            ("slider to verdict, slowest of 10", slider_ms(chromium, address), "ms", "300"),
            ("500 tracks at 10 Hz", 1e2 * share_of_a_core(chromium, address, 500), "%", "30"),
            (
                "5,000 tracks at 10 Hz",
                1e2 * share_of_a_core(chromium, address, 5000),
                "%",
                "usable",
            ),
        )
        for name, value, unit, limit in rows:
            print(f"{name:34} {value:9.1f} {unit:3} limit {limit}")


if __name__ == "__main__":
    main()
