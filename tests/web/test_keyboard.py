"""The page with no mouse: what is live, the globe, the sliders, the list of keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.web import pages
from tests.web.conftest import WITHOUT_GL, Open, browser, listened
from tests.web.test_streams import TOKEN, Centre, linked, standing

CLAIM = "claim=poland-gbi-cannot-reach-russian-icbm&party=russia-2007&phase=third-site-2007"
# All that can be seen and pressed; canvases have no key of their own.
WANTED = """() => [...document.querySelectorAll('[data-key], .gs canvas[tabindex="0"]')]
  .filter((each) => each.checkVisibility() && !each.disabled)
  .map((each) => each.dataset.key ?? "canvas")"""
FOCUS = """() => {
  const each = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(each);
  const is_seen = each === document.body || (outlineStyle !== "none" && outlineWidth !== "0px");
  return [each.dataset.key ?? each.localName, is_seen];
}"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A browser that draws on the canvas: keys do the same on the globe."""
    with browser(WITHOUT_GL) as found:
        yield found


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with pages.served({"/": pages.page(pages.a_view())}) as found:
        yield found


def test_all_that_is_live_is_reached_and_left_by_tab(chromium: Any) -> None:
    with standing(Centre()) as url, listened(chromium, url) as opened:
        page = opened(fragment="show=live&table=tracks")
        page.focus("[data-key=live-token]")
        page.keyboard.type(TOKEN)
        page.keyboard.press("Enter")
        linked(page, "live")
        page.wait_for_selector("table tbody tr")
        page.evaluate("document.activeElement.blur()")
        wanted = set(page.evaluate(WANTED))
        reached, unseen = set(), set()
        for _ in range(2 * len(wanted) + 20):
            page.keyboard.press("Tab")
            key, is_seen = page.evaluate(FOCUS)
            reached.add(key)
            if not is_seen:
                unseen.add(key)
        assert "body" in reached, "the focus never left the page: a trap"
        assert wanted <= reached
        assert not unseen
        assert page.heard == []


def test_the_picture_is_turned_and_drawn_nearer_by_keys(opened: Open) -> None:
    page = opened(fragment="draw=canvas")
    page.keyboard.press("g")
    assert page.evaluate(FOCUS)[0] == "canvas"
    for key in ("ArrowRight", "ArrowUp", "+", "Shift+ArrowLeft", "Home"):
        before = page.url
        page.keyboard.press(key)
        for _ in range(40):
            if page.url != before:
                break
            page.wait_for_timeout(50)
        assert page.url != before, key
    assert "at=60,16,8500" in page.url, "not where it began"


def test_sliders_obey_the_arrows(opened: Open) -> None:
    page = opened(fragment=f"draw=canvas&{CLAIM}")
    sliders = page.locator(".gs input[type=range]:visible")
    assert sliders.count() >= 4
    for slider in sliders.all():
        slider.focus()
        before = float(slider.input_value())
        slider.press("ArrowLeft")
        after = float(slider.input_value())
        slider.press("ArrowRight")
        assert after < before or float(slider.input_value()) > after


def test_the_list_of_keys_closes_and_gives_the_focus_back(opened: Open) -> None:
    page = opened(fragment="draw=canvas")
    page.focus("[data-key=help]")
    page.keyboard.press("Enter")
    assert page.is_visible(".gs-dialog")
    for _ in range(6):
        page.keyboard.press("Tab")
        is_inside = page.evaluate(
            "document.activeElement === document.body"
            " || document.activeElement.closest('.gs-dialog') !== null"
        )
        assert is_inside, "what lies behind the list was reached"
    page.keyboard.press("Escape")
    assert not page.is_visible(".gs-dialog")
    assert page.evaluate(FOCUS)[0] == "help"
