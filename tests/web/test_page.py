"""The page as a whole: its own server alone, its policy, its link, its tables, its language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.web import pages
from tests.web.conftest import Open
from tests.web.test_pictures import whole_view

CLAIM = "claim=poland-gbi-cannot-reach-russian-icbm&party=russia-2007&phase=third-site-2007"
# Layers whose things stand in a table, and the tables in which they stand.
TABLES = {
    "flights": ("flights",),
    "disputed": ("flights",),
    "fans": ("sensors",),
    "sites": ("sensors", "batteries"),
}
KINDS = {"flights": "flight", "sensors": "sensor", "batteries": "battery"}


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    view = pages.a_view()
    simulated = view.replace(b'"mark":"analysis"', b'"mark":"simulated"', 1)
    texts = {
        "/": pages.page(view),
        "/ru": pages.page(view, "ru"),
        "/whole": pages.page(whole_view()),
        "/simulated": pages.page(simulated),
        "/foreign": pages.page(view).replace(
            b"</main>", b'</main><script>document.title = "ran"</script>', 1
        ),
    }
    with pages.served(texts) as found:
        yield found


def settled(page: Any) -> None:
    """Waits until the address and the picture follow the state."""
    page.wait_for_timeout(500)


def saved(page: Any, key: str) -> bytes:
    with page.expect_download() as found:
        page.click(f"[data-key={key}]")
    return Path(found.value.path()).read_bytes()


def test_no_request_leaves_the_pages_own_server(opened: Open, address: str) -> None:
    page = opened(fragment=CLAIM)
    for key in ("language-ru", "table-flights", "compare", "help"):
        page.click(f"[data-key={key}]")
    page.keyboard.press("Escape")
    page.select_option("[data-key=view]", "polar")
    settled(page)
    asked = [url for url in page.asked if not url.startswith(("data:", "blob:"))]
    assert {f"{address}/glasshield.js", f"{address}/glasshield.css"} <= set(asked)
    assert [url for url in asked if not url.startswith(f"{address}/")] == []
    assert page.heard == []


def test_the_policy_stops_what_is_not_the_pages_own(opened: Open) -> None:
    page = opened(path="/foreign")
    assert page.title() != "ran"
    assert any("Content Security Policy" in text for text in page.heard)
    page.heard.clear()
    reached = page.evaluate(
        """async () => {
          try { await fetch("http://127.0.0.1:9/"); return "sent"; }
          catch { return "refused"; }
        }"""
    )
    assert reached == "refused"
    assert any("connect-src" in text for text in page.heard)


@pytest.mark.parametrize("projection", ["globe", "polar", "flat"])
def test_a_link_restores_all_that_is_seen(opened: Open, projection: str) -> None:
    fragment = (
        f"lang=ru&theme=dark&view={projection}&at=62.5,15.25,6000&hide=fans&{CLAIM}&speed=7.25"
        "&delay=120&compare=1&c-phase=epaa-3&c-party=us-2007&t=700&rate=10"
        "&sel=battery:redzikowo.gbi2&table=batteries&sort=speed_km_s&desc=1"
    )
    first = opened(fragment=fragment)
    assert first.heard == []
    assert first.locator(".gs-notices li, .gs-notices p").count() == 0
    for _ in range(2):  # there and back, so that the page writes its link anew
        first.click("[data-key=sort-speed_km_s]")
    settled(first)
    link = first.evaluate("location.hash")
    said = set(f"v=1&{fragment}".split("&")) - {"view=globe"}
    assert set(link[1:].split("&")) == said
    second = opened(fragment=link.removeprefix("#v=1&"))
    for part in (
        "header",
        "phases",
        "layers",
        "timeline",
        "explain",
        "claims",
        "tables",
        "compare",
    ):
        assert second.inner_text(f".gs-{part}") == first.inner_text(f".gs-{part}"), part


def test_the_way_back_goes_back(opened: Open) -> None:
    page = opened(fragment="draw=canvas&lang=en&table=sensors")
    page.evaluate("location.hash = '#v=1&draw=canvas&lang=ru&table=flights'")
    settled(page)
    assert page.get_attribute("html", "lang") == "ru"
    assert page.get_attribute("[data-key=table-flights]", "aria-expanded") == "true"
    page.go_back()
    settled(page)
    assert page.get_attribute("html", "lang") == "en"
    assert page.get_attribute("[data-key=table-sensors]", "aria-expanded") == "true"


def drawn(page: Any) -> dict[str, set[tuple[str, str]]]:
    """What the map shows and can be asked about, by layer: from the file of the picture."""
    found: dict[str, set[tuple[str, str]]] = {}
    for feature in json.loads(saved(page, "export-GeoJSON"))["features"]:
        held = feature["properties"]
        if held.get("id") is not None:
            found.setdefault(held["layer"], set()).add((held["kind"], held["id"]))
    return found


def listed(page: Any, table: str) -> set[tuple[str, str]]:
    """What a table lists: kind and id of each row."""
    if page.get_attribute(f"[data-key=table-{table}]", "aria-expanded") != "true":
        page.click(f"[data-key=table-{table}]")
    while page.locator("[data-key=more-rows]").count() > 0:
        page.click("[data-key=more-rows]")
    keys = page.eval_on_selector_all(
        ".gs-table-box tbody [data-key^=row-]", "(rows) => rows.map((each) => each.dataset.key)"
    )
    parts = [key.removeprefix("row-").rpartition("-")[0].partition("-") for key in keys]
    return {(kind, id) for kind, _, id in parts}


@pytest.mark.parametrize("phase", ["third-site-2007", "epaa-3"])
def test_the_tables_list_what_the_map_draws(opened: Open, phase: str) -> None:
    page = opened(fragment=f"phase={phase}&draw=canvas", accept_downloads=True)
    on_map = drawn(page)
    for layer, names in TABLES.items():
        rows = set().union(*(listed(page, name) for name in names))
        assert {each for each in on_map[layer] if each[0] != "place"} <= rows, layer
    everything = set().union(*on_map.values())
    unseen = {("sensor", "overhead-ir")}  # stands nowhere on the Earth
    for name, kind in KINDS.items():
        assert listed(page, name) - unseen == {each for each in everything if each[0] == kind}


def test_the_tables_list_the_cells_the_reach_and_the_observers(opened: Open) -> None:
    page = opened(path="/whole", fragment="phase=epaa-3&draw=canvas", accept_downloads=True)
    on_map = drawn(page)
    places = {each for each in on_map["observers"] if each[0] == "observer"}
    assert places
    assert places == listed(page, "observers")
    assert on_map["reach"]
    assert on_map["reach"] <= listed(page, "batteries")
    assert len(listed(page, "cells")) == painted_cells(page) > 0


def painted_cells(page: Any) -> int:
    """So many cells the file of the picture holds."""
    features = json.loads(saved(page, "export-GeoJSON"))["features"]
    return sum(
        len(each["geometry"]["coordinates"])
        for each in features
        if each["properties"]["layer"] == "defended"
    )


def test_what_is_hidden_on_the_map_is_not_in_the_table_of_flights(opened: Open) -> None:
    page = opened(fragment="draw=canvas&hide=flights", accept_downloads=True)
    on_map = drawn(page)
    assert "flights" not in on_map
    assert listed(page, "flights") == {each for each in on_map["disputed"] if each[0] == "flight"}


@pytest.mark.parametrize("kind", ["webgl", "canvas"])
def test_a_click_on_the_map_explains_what_is_there(opened: Open, kind: str) -> None:
    page = opened(
        fragment=f"draw={kind}&at=54.48,17.10,1500&hide=flights&hide=disputed&hide=labels"
    )
    page.wait_for_timeout(300)
    box = page.locator(".gs-picture canvas").first.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_selector(".gs-explain", state="visible")
    told = page.inner_text(".gs-explain")
    assert "Redzikowo" in told or "GBI" in told
    assert "54" in told
    assert page.heard == []


def test_the_language_changes_every_text(opened: Open) -> None:
    page = opened(fragment=f"draw=canvas&{CLAIM}&table=flights&sel=flight:semnan.rome.irbm")
    english = page.inner_text(".gs")
    page.click("[data-key=language-ru]")
    russian = page.inner_text(".gs")
    # Names of types and quotations stay as they are; sentences of ours do not.
    ours = {line for line in english.splitlines() if len(line.split()) >= 4 and "·" not in line}
    assert sorted(ours & set(russian.splitlines())) == []
    page.click("[data-key=language-en]")
    assert page.inner_text(".gs") == english


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_in_print_the_picture_and_the_words_stand_without_the_controls(
    opened: Open, lang: str
) -> None:
    page = opened(
        path="/simulated", fragment=f"lang={lang}&draw=canvas&theme=dark&{CLAIM}&table=flights"
    )
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    settled(page)
    for part in (
        ".gs-mark",
        ".gs-name",
        ".gs-picture .gs-sheet",
        ".gs-verdict-now",
        ".gs-table-box",
    ):
        assert page.locator(part).first.is_visible(), part
    assert not page.locator(".gs-controls").first.is_visible()
    assert page.get_attribute(".gs", "data-shade") == "light"
    brightness = page.eval_on_selector(
        ".gs-sheet",
        "(sheet) => { const { width, height } = sheet;"
        " const { data } = sheet.getContext('2d').getImageData(0, 0, width, height);"
        " return data.reduce((sum, each) => sum + each, 0) / data.length; }",
    )
    assert brightness > 128  # of 255: dark ink on light paper
    assert page.inner_text(".gs-mark b").isupper()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.get_attribute(".gs", "data-shade") == "dark"


def test_more_rows_of_a_long_table_are_shown_when_asked_for(opened: Open) -> None:
    page = opened(fragment="phase=epaa-3&draw=canvas&table=cells")
    before = page.locator(".gs-table-box tbody tr").count()
    page.click("[data-key=more-rows]")
    assert page.locator(".gs-table-box tbody tr").count() > before
