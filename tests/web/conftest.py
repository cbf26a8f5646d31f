"""A real browser for the tests of the page: one for each file of tests, with or without WebGL."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

CHROMIUM = next(
    (
        path
        for name in ("chromium", "chromium-browser", "google-chrome")
        if (path := shutil.which(name))
    ),
    None,
)
IS_REQUIRED = os.environ.get("GLASSHIELD_TEST_SERVERS") == "required"
# WebGL computed by the processor: the same picture on every machine.
SOFTWARE_GL = (
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
)
WITHOUT_GL = ("--disable-gpu", "--disable-3d-apis")
WITH_AND_WITHOUT = {"webgl": SOFTWARE_GL, "canvas": WITHOUT_GL}
# The same letters and edges wherever it runs.
STEADY = (
    "--no-sandbox",
    "--font-render-hinting=none",
    "--disable-lcd-text",
    "--force-color-profile=srgb",
)

# What has not come by then on a busy machine does not come.
PATIENCE_MS = 15_000.0

Open = Callable[..., Any]


@contextmanager
def browser(flags: tuple[str, ...]) -> Iterator[Any]:
    """A browser of this machine; skips where there is none and none is required."""
    if CHROMIUM is None and not IS_REQUIRED:
        pytest.skip("no Chromium is installed on this machine")
    api = pytest.importorskip("playwright.sync_api") if not IS_REQUIRED else _playwright()
    with api.sync_playwright() as player:
        found = player.chromium.launch(executable_path=CHROMIUM, args=[*STEADY, *flags])
        yield found
        found.close()


def _playwright() -> Any:
    from playwright import sync_api

    return sync_api


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A browser with WebGL in software."""
    with browser(SOFTWARE_GL) as found:
        yield found


@contextmanager
def listened(chromium: Any, address: str) -> Iterator[Open]:
    """Opens pages, and hears in `heard` what they complain of and what they ask of others."""
    contexts = []

    def open_page(path: str = "/", fragment: str = "", **options: Any) -> Any:
        size = {"width": options.pop("width", 1300), "height": options.pop("height", 850)}
        context = chromium.new_context(viewport=size, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.heard, page.asked = [], []
        page.on("pageerror", lambda error: page.heard.append(f"error: {error}"))
        page.on("console", lambda said: _complained(page, said))
        page.on("request", lambda asked: page.asked.append(asked.url))
        page.on("websocket", lambda socket: page.asked.append(socket.url))
        full = path if path.startswith("file:") else address + path
        page.goto(f"{full}{'#v=1&' + fragment if fragment else ''}")
        page.wait_for_selector(".gs-grid, .gs-refused")
        return page

    yield open_page
    for context in contexts:
        context.close()


def _complained(page: Any, said: Any) -> None:
    if said.type in ("error", "warning"):
        page.heard.append(f"{said.type}: {said.text}")


@pytest.fixture
def opened(chromium: Any, address: str) -> Iterator[Open]:
    """Opens a page of the module's `address`."""
    with listened(chromium, address) as found:
        yield found
