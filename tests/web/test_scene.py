"""The globe in WebGL, in a real browser: it is there, it rests, and it gives back what it took."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from tests.thorough import samples
from tests.web import pages

sync_api = pytest.importorskip("playwright.sync_api")

CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome")
                 if (path := shutil.which(name))), None)  # fmt: skip
IS_REQUIRED = os.environ.get("GLASSHIELD_TEST_SERVERS") == "required"
pytestmark = pytest.mark.skipif(
    CHROMIUM is None and not IS_REQUIRED, reason="no Chromium is installed on this machine"
)
FLAGS = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
         "--ignore-gpu-blocklist"]  # fmt: skip
BARE = b'<!doctype html><html lang="en"><title>Glasshield</title><body></body></html>'
# What a browser keeps of its own while code runs often; a leak of one scene's borders is 2 MB.
HEAP_GROWTH_TOL_BYTES = 3_000_000
OPENED = """async (count) => {
  const { mount } = await import("/glasshield.js");
  const [view, world] = await Promise.all(
    ["/view.json", "/world.json"].map((path) => fetch(path).then((answer) => answer.text())),
  );
  const frame = () => new Promise((shown) => requestAnimationFrame(() => shown()));
  let canvases = 0;
  for (let k = 0; k < count; k++) {
    const root = document.createElement("div");
    document.body.append(root);
    const mounted = mount(root, { view, world, language: "en", is_addressed: false });
    await frame();
    await frame();
    canvases += root.querySelectorAll("canvas").length;
    mounted.dispose();
    root.remove();
  }
  return canvases;
}"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    world = pages.PACKAGE / "geodata" / "data" / "world-coarse.topo.json"
    view = pages.a_view()
    texts = {"/": pages.page(view), "/bare": BARE, "/view.json": view}
    with pages.served({**texts, "/world.json": world.read_bytes()}) as found:
        yield found


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with sync_api.sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    found = chromium.new_page(viewport={"width": 480, "height": 360})
    found.heard = []
    found.on("pageerror", lambda error: found.heard.append(str(error)))
    found.on(
        "console", lambda said: said.type in ("error", "warning") and found.heard.append(said.text)
    )
    yield found
    found.close()


def test_many_globes_leave_nothing(page: Any, address: str) -> None:
    page.goto(f"{address}/bare")
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    session.send("HeapProfiler.enable")

    def left() -> tuple[float, float]:
        session.send("HeapProfiler.collectGarbage")
        found = {
            each["name"]: each["value"]
            for each in session.send("Performance.getMetrics")["metrics"]
        }
        return found["JSHeapUsedSize"], found["Nodes"]

    assert page.evaluate(OPENED, 10) >= 20, "a globe and its names are two canvases"
    heap, nodes = left()
    more = samples(45, 90)
    assert page.evaluate(OPENED, more) >= 2 * more
    heap_after, nodes_after = left()
    assert heap_after - heap < HEAP_GROWTH_TOL_BYTES
    assert nodes_after <= nodes
    # A browser that has too many contexts takes the oldest away, and says so.
    assert not [text for text in page.heard if "context" in text.lower()]


def test_the_globe_is_drawn_and_then_rests(page: Any, address: str) -> None:
    page.add_init_script(
        "window.drawnFrames = 0; const request = requestAnimationFrame.bind(window);"
        "window.requestAnimationFrame = (f) => request((t) => { window.drawnFrames += 1; f(t); });"
    )
    page.goto(f"{address}/")
    page.wait_for_selector("canvas[role=img]")
    page.wait_for_timeout(1500)
    kind = "(c) => c.getContext('webgl2') !== null"
    assert page.eval_on_selector("canvas[role=img]", kind), "not in WebGL"
    before = page.evaluate("window.drawnFrames")
    assert before > 0
    page.wait_for_timeout(1500)
    assert page.evaluate("window.drawnFrames") == before, "something draws in a loop"
    assert not page.heard


def test_the_globe_turns_by_keyboard(page: Any, address: str) -> None:
    page.goto(f"{address}/")
    page.wait_for_selector("canvas[role=img]")
    before = page.evaluate("location.hash")
    page.focus("canvas[role=img]")
    for key in ("ArrowRight", "ArrowUp", "+"):
        page.keyboard.press(key)
    page.wait_for_function("(before) => location.hash !== before", arg=before)
