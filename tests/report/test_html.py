from __future__ import annotations

import html.parser
import itertools
import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from glasshield.messages import Language
from glasshield.report import html as page_html
from glasshield.report.document import Document, read
from glasshield.report.page import build
from glasshield.report.theme import DARK, LIGHT, shape_classes

MAX_BYTES = 1_500_000  # what a mail gateway and a phone still take without complaint
CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
# Attributes by which a browser fetches something.
FETCHING = {"src", "srcset", "href", "xlink:href", "data", "poster", "action", "formaction"}
MIN_CONTRAST = 4.5  # WCAG 2.1, level AA, text


class Elements(html.parser.HTMLParser):
    """All elements of a page in their order, with the text that stands directly in them."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str]]] = []
        self.texts: list[tuple[str, str]] = []
        self._open: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {k: v or "" for k, v in attrs}))
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts.append((self._open[-1], data))

    def named(self, *tags: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.found if tag in tags]


@pytest.fixture(scope="module")
def source(document: Document, lang: Language) -> str:
    return page_html.render(build(document, lang, ("results.json",)))


@pytest.fixture(scope="module")
def elements(source: str) -> Elements:
    return Elements(source)


def test_nothing_is_fetched(source: str, elements: Elements) -> None:
    for tag, attributes in elements.found:
        for name in FETCHING & set(attributes):
            assert attributes[name].startswith("#"), (tag, name, attributes[name])
    styles = "".join(text for tag, text in elements.texts if tag == "style")
    for address in re.findall(r"url\(([^)]*)\)", styles):
        assert address.startswith(("data:font/woff2;base64,", "#")), address[:60]
    assert "@import" not in styles
    assert not elements.named("link", "iframe", "img", "object", "embed", "base")
    scripts = "".join(text for tag, text in elements.texts if tag == "script")
    assert not re.search(r"fetch|XMLHttpRequest|WebSocket|import\(|https?:", scripts)
    assert source.count("http") == source.count('http-equiv="')


def test_the_policy_allows_nothing_but_what_stands_in_the_file(elements: Elements) -> None:
    (policy,) = [m["content"] for m in elements.named("meta") if "http-equiv" in m]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not [a for _, a in elements.found if "style" in a or any(k[:2] == "on" for k in a)]


def test_it_is_small(source: str) -> None:
    assert len(source.encode("utf-8")) < MAX_BYTES


def test_ids_are_unique_and_every_reference_has_its_aim(elements: Elements) -> None:
    ids = [a["id"] for _, a in elements.found if "id" in a]
    assert len(ids) == len(set(ids))
    aims = {a["href"][1:] for _, a in elements.found if a.get("href", "").startswith("#")}
    aims |= {i for _, a in elements.found for i in a.get("aria-labelledby", "").split()}
    assert aims <= set(ids)


def test_headings_descend_one_level_at_a_time(elements: Elements) -> None:
    levels = [int(tag[1]) for tag, _ in elements.found if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_every_drawing_has_words_or_is_hidden(elements: Elements) -> None:
    for attributes in elements.named("svg"):
        assert "aria-labelledby" in attributes or attributes.get("aria-hidden") == "true"
    assert all(text.strip() for tag, text in elements.texts if tag == "title")


def test_tables_have_captions_and_headers(elements: Elements) -> None:
    tables = len(elements.named("table"))
    assert tables == len(elements.named("caption")) > 4
    assert {a.get("scope") for a in elements.named("th")} == {"col", "row"}


def test_the_language_and_the_mark_are_stated(
    source: str, elements: Elements, lang: Language
) -> None:
    assert elements.named("html")[0]["lang"] == lang
    mark = {"en": "simulated from published figures", "ru": "расчёт по опубликованным данным"}
    assert source.count(mark[lang]) >= 2


def test_drawings_use_known_classes_only(document: Document) -> None:
    page = build(document, "en")
    known = shape_classes() | {"svg-text", "text-halo"}
    drawings = [
        b.drawing.body.source
        for s in page.sections
        for block in s.blocks
        for b in getattr(block, "items", (block,))
        if hasattr(b, "drawing")
    ]
    assert len(drawings) > 10
    for drawing in drawings:
        for classes in re.findall(r'class="([^"]*)"', drawing):
            assert set(classes.split()) <= known, classes


def test_hostile_names_are_text(assessment: dict[str, Any]) -> None:
    evil = '<script>alert("x")</script>'
    names = {**assessment["names"], "redzikowo": {"en": evil, "ru": evil}}
    source = page_html.render(build(read({**assessment, "names": names}), "en"))
    assert "<script>alert" not in source
    assert "&lt;script&gt;alert" in source
    assert len(Elements(source).named("script")) == 1


def test_the_same_assessment_gives_the_same_bytes(
    document: Document, source: str, lang: Language
) -> None:
    assert page_html.render(build(document, lang, ("results.json",))) == source


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_text_colours_stand_out_from_the_ground(palette: dict[str, str]) -> None:
    for name in ("ink", "soft", "sees", "defends", "reaches", "depends"):
        for ground in ("paper", "panel"):
            contrast = _contrast(palette[name], palette[ground])
            assert contrast >= MIN_CONTRAST, (name, ground, round(contrast, 2))


def test_russian_pages_hold_no_english_sentences(assessment: dict[str, Any]) -> None:
    names = {key: {"en": "Qqq", "ru": "Имя"} for key in assessment["names"]}
    assumptions = [{**row, "source": ""} for row in assessment["assumptions"]]
    bare = {**assessment, "names": names, "sources": [], "assumptions": assumptions}
    elements = Elements(page_html.render(build(read(bare), "ru")))
    words = " ".join(t for tag, t in elements.texts if tag not in ("style", "script", "code"))
    latin = set(re.findall(r"[A-Za-z]{3,}", words))
    hashes = set(re.findall(r"[A-Za-z]{3,}", assessment["program"]["input_hash"]))
    assert latin <= {"Glasshield", "glasshield", "results", "json", "CSV"} | hashes


def test_a_browser_opens_it_without_a_request_or_an_error(source: str, tmp_path: Path) -> None:
    opened = open_in_browser(source, tmp_path)
    assert "CONSOLE" not in opened.console, re.findall(r".*CONSOLE.*", opened.console)[:5]
    assert opened.requests == []
    # The script ran: headings have become buttons.
    assert opened.page.count('<button type="button">') > 10


def test_the_browser_test_notices_a_request(tmp_path: Path) -> None:
    opened = open_in_browser('<img src="http://127.0.0.1:9/x.png" alt="">', tmp_path)
    assert opened.requests == ["http://127.0.0.1:9/x.png"]


@dataclass(frozen=True)
class Opened:
    """What a headless browser made of a page."""

    page: str
    console: str
    requests: list[str]


def open_in_browser(source: str, folder: Path) -> Opened:
    """Opens the page from disk and waits until it is quiet."""
    if CHROMIUM is None:
        pytest.skip("no Chromium found: install chromium to test the page in a browser")
    file, log = folder / "page.html", folder / "net.json"
    file.write_text(source, encoding="utf-8")
    result = subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
         "--no-first-run", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", f"--user-data-dir={folder / 'profile'}", f"--log-net-log={log}",
         "--enable-logging=stderr", "--virtual-time-budget=2000", "--dump-dom", file.as_uri()],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    return Opened(result.stdout, result.stderr, _asked(log))


def _asked(log: Path) -> list[str]:
    """The addresses that the page asked for; what the browser asks for itself has no origin."""
    events = json.loads(log.read_text(encoding="utf-8"))["events"]
    parameters = [event.get("params", {}) for event in events]
    own = (None, "not an origin")
    return sorted({p["url"] for p in parameters if p.get("initiator") not in own and "url" in p})


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255.0 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
