"""The page around the globe, in a real browser: what a person does, and what must then be there."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.web import pages

sync_api = pytest.importorskip("playwright.sync_api")

CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome")
                 if (path := shutil.which(name))), None)  # fmt: skip
IS_REQUIRED = os.environ.get("GLASSHIELD_TEST_SERVERS") == "required"
pytestmark = pytest.mark.skipif(
    CHROMIUM is None and not IS_REQUIRED, reason="no Chromium is installed on this machine"
)

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
FLAGS = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
CLAIM = "claim=poland-gbi-cannot-reach-russian-icbm&party=russia-2007&phase=third-site-2007"
# What a person is promised after a slider was moved.
HOSTILE = "<img src=x onerror=hacked()><script>hacked()</script>"

Open = Callable[..., Any]


def broken(view: bytes, **members: object) -> bytes:
    """A page with a document that is right outside and wrong inside."""
    return pages.page(json.dumps({**json.loads(view), **members}).encode())


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    view = pages.a_view()
    hostile = json.loads(view)
    hostile["names"] = {id: {"en": HOSTILE, "ru": HOSTILE} for id in hostile["names"]}
    hostile["short"] = {}
    hostile["title"] = {"en": HOSTILE, "ru": HOSTILE}
    texts = {
        "/": pages.page(view),
        "/ru": pages.page(view, "ru"),
        "/hostile": pages.page(json.dumps(hostile).encode()),
        "/broken": pages.page(view.decode()[:5000].encode()),
        "/other": pages.page(view.replace(b"glasshield-view/1", b"glasshield-view/9")),
        "/inside": broken(view, timeline={"phase": "epaa-3"}),
        "/drawn": broken(view, cells={}),
        "/later": broken(view, claims=[{**each, "wording": None} for each in hostile["claims"]]),
        "/exercise": pages.page(view.replace(b'"mark":"analysis"', b'"mark":"exercise"', 1)),
    }
    with pages.served(texts) as found:
        yield found


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with sync_api.sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Any, address: str) -> Iterator[Open]:
    """Opens a page and hears what it asks for and complains about."""
    contexts = []

    def open_page(path: str = "/", fragment: str = "", **options: Any) -> Any:
        size = {"width": options.pop("width", 1300), "height": options.pop("height", 850)}
        context = chromium.new_context(viewport=size, **options)
        contexts.append(context)
        page = context.new_page()
        page.heard = []
        page.on("pageerror", lambda error: page.heard.append(str(error)))
        page.on("console", lambda said: said.type == "error" and page.heard.append(said.text))
        page.on(
            "request",
            lambda asked: (
                asked.url.startswith((address, "data:", "blob:"))
                or page.heard.append(f"asked for {asked.url}")
            ),
        )
        page.goto(f"{address}{path}{'#v=1&' + fragment if fragment else ''}")
        page.wait_for_selector(".gs-grid, .gs-refused")
        return page

    yield open_page
    for context in contexts:
        context.close()


def until(page: Any, script: str) -> None:
    """Waits for what a script says; the page's policy allows no script that waits there."""
    for _ in range(100):
        if page.evaluate(script):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never came: {script}")


def moved(page: Any, knob: str, value: float) -> dict[str, Any]:
    """Moves a slider as a person does; what stands there one frame later."""
    found: dict[str, Any] = page.evaluate(
        """async ([id, value]) => {
          const slider = document.getElementById(id);
          slider.value = value;
          slider.dispatchEvent(new Event("input", {bubbles: true}));
          await new Promise((resolve) => requestAnimationFrame(resolve));
          const verdict = document.querySelector(".gs-verdict-now").textContent;
          const changed = document.querySelectorAll(".gs-changed li").length;
          return {verdict, changed};
        }""",
        [f"gs-knob-{knob}", value],
    )
    return found


def rows(page: Any) -> list[list[str]]:
    found: list[list[str]] = page.evaluate(
        """() => [...document.querySelectorAll(".gs-table-box tbody tr")]
          .map((row) => [...row.cells].map((cell) => cell.textContent))"""
    )
    return found


def test_the_page_asks_only_its_own_server_and_complains_of_nothing(opened: Open) -> None:
    page = opened()
    page.wait_for_timeout(1000)
    assert page.heard == []
    assert "simulated" in page.inner_text(".gs-mark").lower()
    for part in ("header", "phases", "layers", "picture", "timeline", "claims", "tables", "footer"):
        assert page.is_visible(f".gs-{part}"), part


def test_a_slider_changes_the_verdict_at_once_and_tells_which_flights(opened: Open) -> None:
    page = opened(fragment=CLAIM)
    assert page.inner_text(".gs-verdict-now").strip() == "the claim fails"
    moved(page, "cap", 2500.0)
    moved(page, "speed", 5.6)
    found = moved(page, "delay", 450.0)
    assert found["verdict"] == "the claim holds"
    assert found["changed"] > 0
    assert "burnout speed" in page.inner_text(".gs-crux")
    for knob in ("speed", "delay", "cap"):
        page.click(f"[data-key=gs-knob-{knob}-reset]")
    assert page.inner_text(".gs-verdict-now").strip() == "the claim fails"
    assert page.locator(".gs-changed li").count() == 0


def test_what_each_side_states_is_a_mark_and_a_press_goes_there(opened: Open) -> None:
    page = opened(fragment=CLAIM)
    assert page.locator(".gs-knob").first.locator(".gs-mark-at").count() == 3
    page.click("[data-key=gs-knob-speed-side-0]")
    assert page.inner_text(".gs-knob output >> nth=0").startswith("6.30")
    assert page.input_value("#gs-knob-speed") == "6.3"


def test_a_link_shows_the_same(opened: Open) -> None:
    page = opened(fragment=CLAIM)
    moved(page, "speed", 7.5)
    page.click("[data-key=table-flights]")
    page.click("[data-key=sort-apogee_km]")
    page.click("[data-key=language-ru]")
    until(page, "location.hash.includes('sort=apogee_km') && location.hash.includes('ru')")
    fragment = page.evaluate("location.hash").removeprefix("#v=1&")
    other = opened(fragment=fragment)
    for part in (".gs-verdict", ".gs-table-box", ".gs-knob >> nth=0", ".gs-header"):
        assert other.inner_text(part) == page.inner_text(part)
    assert other.evaluate("location.hash") == page.evaluate("location.hash")


def test_a_link_of_another_version_and_unknown_words_are_told(opened: Open) -> None:
    page = opened(fragment="bogus=<b>1&t=never")
    told = page.inner_text(".gs-notices")
    assert "bogus" in told
    assert "never" in told
    page.goto("about:blank")
    again = opened(path="/#v=9&lang=ru")
    assert "another version" in again.inner_text(".gs-notices")


def test_the_language_changes_without_a_reload_and_the_focus_stays(opened: Open) -> None:
    page = opened(fragment=CLAIM)
    page.evaluate("document.body.dataset.same = 'page'")
    page.focus("[data-key=language-ru]")
    page.keyboard.press("Enter")
    assert page.inner_text(".gs-verdict-now").strip() == "утверждение неверно"
    assert page.evaluate("document.documentElement.lang") == "ru"
    assert page.evaluate("document.activeElement.dataset.key") == "language-ru"
    assert page.evaluate("document.body.dataset.same") == "page"
    assert opened(path="/ru").inner_text(".gs-claims h3") == "Что утверждают стороны"


def test_a_press_explains_what_a_thing_is_who_says_so_and_why_not(opened: Open) -> None:
    page = opened(fragment="table=sensors")
    page.click(".gs-table-box tbody tr >> nth=0 >> button")
    told = page.inner_text(".gs-explain")
    assert "What it sees in this phase" in told
    assert "Place" in told
    page.click("[data-key=table-reached]")
    page.click(".gs-table-box tbody tr >> nth=0 >> button")
    told = page.inner_text(".gs-explain")
    assert "Who sees it" in told
    assert "Who could meet it" in told
    why_not = {row[-1] for row in rows(page)} - {"–"}
    assert any(reason in told for reason in why_not)
    page.keyboard.press("Escape")
    assert not page.is_visible(".gs-explain")


def test_tables_sort_by_every_column(opened: Open) -> None:
    page = opened(fragment="table=flights")
    unsorted = rows(page)
    page.click("[data-key=sort-range_km]")
    ranges = [float(row[5].replace("\u202f", "")) for row in rows(page) if row[5] != "–"]
    assert ranges == sorted(ranges)
    page.click("[data-key=sort-range_km]")
    assert sorted(rows(page)) == sorted(unsorted)
    assert page.get_attribute("thead th >> nth=5", "aria-sort") == "descending"


def test_time_goes_by_events_and_runs_only_while_it_is_let(opened: Open) -> None:
    page = opened()
    clock = ".gs-time-head .gs-clock"
    page.click("[data-key=event-0]")
    assert page.inner_text(clock) == "T+0:00"
    page.click("[data-key=event-on]")
    assert page.inner_text(clock) != "T+0:00"
    page.select_option("[data-key=rate]", "60")
    before = page.inner_text(clock)
    page.click("[data-key=play]")
    until(page, f"document.querySelector('{clock}').textContent !== '{before}'")
    page.click("[data-key=play]")
    page.wait_for_timeout(300)
    frames = page.evaluate(
        """async () => {
          const native = window.requestAnimationFrame;
          let asked = 0;
          window.requestAnimationFrame = (call) => { asked += 1; return native(call); };
          await new Promise((resolve) => setTimeout(resolve, 500));
          return asked;
        }"""
    )
    assert frames == 0


def test_two_settings_are_compared(opened: Open) -> None:
    page = opened(fragment=CLAIM)
    page.click("[data-key=compare]")
    page.select_option("[data-key=compare-phase]", "epaa-3")
    page.select_option("[data-key=compare-party]", "us-2007")
    told = page.inner_text(".gs-compare")
    assert "better in the second" in told
    assert "differ" in told
    assert "whichever phase the map shows" in told
    page.click("[data-key=compare-swap]")
    assert page.get_attribute("[data-key=side-us-2007]", "aria-pressed") == "true"
    page.click("[data-key=compare-close]")
    until(page, "!location.hash.includes('c-phase')")


def saved(page: Any, key: str) -> bytes:
    with page.expect_download() as found:
        page.click(f"[data-key={key}]")
    return Path(found.value.path()).read_bytes()


def test_files_hold_the_mark_and_what_is_shown(opened: Open) -> None:
    page = opened(fragment="table=flights&sort=range_km", accept_downloads=True)
    lines = list(csv.DictReader(io.StringIO(saved(page, "export-CSV").decode("utf-8-sig"))))
    assert len(lines) == len(rows(page))
    assert all("ANALYSIS" in line["mark"] for line in lines)
    features = json.loads(saved(page, "export-GeoJSON"))
    assert "ANALYSIS" in features["mark"]
    assert {"flights", "sites", "defended"} <= {
        each["properties"]["layer"] for each in features["features"]
    }
    packets = json.loads(saved(page, "export-CZML"))
    assert packets[0]["id"] == "document"
    assert any("cartographicDegrees" in each.get("position", {}) for each in packets)
    with zipfile.ZipFile(io.BytesIO(saved(page, "export-KMZ"))) as archive:
        assert archive.testzip() is None
        assert b"<kml" in archive.read("doc.kml")
    assert saved(page, "png").startswith(b"\x89PNG")
    figure = saved(page, "svg").decode()
    assert "ANALYSIS" in figure
    assert "#v=1" in figure
    assert page.heard == []


def test_hostile_names_are_texts_everywhere(opened: Open) -> None:
    page = opened(path="/hostile", fragment=f"{CLAIM}&table=flights&sel=flight:semnan.rome.irbm")
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    assert HOSTILE in page.inner_text(".gs-table-box")
    assert HOSTILE in page.inner_text(".gs-explain")
    assert page.locator(".gs img, .gs script").count() == 0
    assert page.heard == []


@pytest.mark.parametrize(("path", "told"), [("/broken", "damaged"), ("/other", "another version")])
def test_a_document_that_cannot_be_shown_says_why(opened: Open, path: str, told: str) -> None:
    page = opened(path=path)
    assert told in page.inner_text(".gs-refused")
    assert page.heard == []


def test_the_mark_stands_on_top_whatever_is_hidden(opened: Open) -> None:
    page = opened(path="/exercise", fragment="&".join(f"hide={each}" for each in ("sites", "fans")))
    assert page.inner_text(".gs-mark b") == "EXERCISE"
    assert page.evaluate("document.querySelector('.gs-mark').getBoundingClientRect().top") == 0
    page.emulate_media(media="print")
    assert page.is_visible(".gs-mark")
    assert not page.is_visible(".gs-controls")


def test_the_keyboard_reaches_everything_and_is_never_trapped(opened: Open) -> None:
    page = opened(fragment=f"{CLAIM}&table=flights")
    wanted = page.evaluate(
        """() => [...document.querySelectorAll('[data-key], .gs canvas[tabindex="0"]')]
          .filter((each) => each.checkVisibility() && !each.disabled)
          .map((each) => each.dataset.key ?? "canvas")"""
    )
    reached, unseen = set(), set()
    for _ in range(len(wanted) + 40):
        page.keyboard.press("Tab")
        key, outline = page.evaluate(
            """() => {
              const each = document.activeElement;
              return [each.dataset.key ?? each.localName, getComputedStyle(each).outlineStyle];
            }"""
        )
        reached.add(key)
        if outline == "none" and key != "body":
            unseen.add(key)
    assert set(wanted) <= reached
    assert not unseen


def test_keys_are_listed_do_what_they_say_and_can_be_put_off(opened: Open) -> None:
    page = opened()
    page.focus("[data-key=phase-epaa-1]")
    page.keyboard.press("?")
    assert page.is_visible(".gs-dialog")
    page.uncheck("[data-key=keys-on]")
    page.keyboard.press("Escape")
    assert not page.is_visible(".gs-dialog")
    page.focus("[data-key=phase-epaa-1]")
    page.keyboard.press("3")
    assert page.get_attribute("[data-key=phase-epaa-2]", "aria-current") is None
    page.click("[data-key=help]")
    page.check("[data-key=keys-on]")
    page.keyboard.press("Escape")
    page.focus("[data-key=phase-epaa-1]")
    page.keyboard.press("3")
    assert page.get_attribute("[data-key=phase-epaa-2]", "aria-current") == "step"


FULL = f"{CLAIM}&speed=7&compare=1&c-phase=epaa-3&table=reached&sort=flight&sel=cell:5&bogus=1"


@pytest.mark.parametrize("width", [1300, 420])
@pytest.mark.parametrize("shade", ["light", "dark"])
@pytest.mark.parametrize("fragment", ["lang=en", f"lang=ru&{FULL}"])
@pytest.mark.skipif(not AXE.exists() and not IS_REQUIRED, reason="npm ci was not run in web/")
def test_axe_finds_nothing_at_wcag_2_1_aa(
    opened: Open, fragment: str, shade: str, width: int
) -> None:
    page = opened(fragment=fragment, width=width, color_scheme=shade, bypass_csp=True)
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    page.add_script_tag(path=str(AXE))
    found = page.evaluate(
        "(rules) => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES
    )
    told = [(each["id"], [n["html"] for n in each["nodes"]]) for each in found["violations"]]
    assert told == []


def test_more_rows_of_a_long_table_are_shown_when_asked_for(opened: Open) -> None:
    page = opened(fragment="phase=epaa-3&table=cells")
    first = len(rows(page))
    page.click("[data-key=more-rows]")
    assert len(rows(page)) > first
    assert page.locator("[data-key=more-rows]").count() == 0, "all of them are there now"
    page.click("[data-key=table-sensors]")
    page.click("[data-key=table-cells]")
    assert len(rows(page)) == first
    assert page.heard == []


@pytest.mark.parametrize("path", ["/inside", "/drawn"])
def test_a_document_wrong_inside_says_so_and_leaves_nothing_else(opened: Open, path: str) -> None:
    page = opened(path)
    told = page.locator(".gs-refused")
    told.wait_for()
    assert told.get_attribute("role") == "alert"
    assert "not of the form" in told.inner_text()
    assert page.locator(".gs-grid, canvas").count() == 0
    assert page.heard == []


def test_a_part_that_fails_later_leaves_the_page_standing(opened: Open) -> None:
    page = opened("/later")
    assert page.heard == []
    page.click(".gs-claims button")
    page.wait_for_selector(".gs-notices p")
    assert "could not be shown" in page.inner_text(".gs-notices")
    page.click("[data-key=table-sensors]")
    assert rows(page)
    assert page.is_visible(".gs-picture canvas")
    assert len(page.heard) == 1, page.heard
