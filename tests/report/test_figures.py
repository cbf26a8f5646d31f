"""Figures from the globe: read from files that may be anything, and shown in a report."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Any

import pytest

from glasshield.errors import InputError
from glasshield.report import html, page, pdf
from glasshield.report.added_figures import OnGlobe, with_figures
from glasshield.report.blocks import Page
from glasshield.report.document import read
from glasshield.report.pixels import read_png
from glasshield.report.saved_figure import SavedFigure, read_figure
from tests.report import fake_assessment
from tests.report.fake_figure import (
    HASH,
    PICTURE,
    SIGNATURE,
    WHOLE,
    WIDTH,
    WORDS,
    chunk,
    header,
    png,
    rows,
    saved,
    svg,
    text,
)

HERE = OnGlobe("0.1.0", HASH)
BOMB = chunk(b"IDAT", zlib.compress(bytes(50_000_000)))


def figure(folder: Path, **changed: Any) -> SavedFigure:
    return read_figure(saved(folder, png({**WORDS, **changed})))


def a_page(lang: Any = "en") -> Page:
    return page.build(read(fake_assessment.document()), lang)


@pytest.mark.parametrize(("content", "name"), [(png(), "f.png"), (svg(), "f.svg")])
def test_both_forms_give_the_picture_and_the_words(
    tmp_path: Path, content: bytes, name: str
) -> None:
    found = read_figure(saved(tmp_path, content, name))
    assert found.said.marks == ("analysis",)
    assert found.said.title == WORDS["title"]
    assert (found.picture.width, found.picture.height) == (WIDTH, PICTURE)
    assert found.picture.rows == rows(PICTURE)


def test_prop_what_is_packed_anew_is_the_same_picture(tmp_path: Path) -> None:
    once = figure(tmp_path).picture
    again, texts = read_png(once.png(), "again")
    assert again == once
    assert texts == {}


def without(key: str) -> dict[str, Any]:
    return {name: value for name, value in WORDS.items() if name != key}


PNG_FAULTS = {
    "not-a-picture": (b"hello", "is no figure of the globe"),
    "another-picture": (png(None), "a picture that is no figure of the globe"),
    "cut": (png()[:-20], "damaged"),
    "spoilt": (png().replace(b"IDAT", b"IDAU"), "damaged"),
    "no-mark": (png({**WORDS, "marks": []}), "marks"),
    "another-mark": (png({**WORDS, "marks": ["real"]}), "marks"),
    "mark-left-out": (png(without("marks")), "marks"),
    "another-form": (png({**WORDS, "form": "glasshield-figure/2"}), "form"),
    "more-words": (png({**WORDS, "script": "x"}), "script"),
    "a-way-out": (png({**WORDS, "link": "javascript:alert(1)"}), "link"),
    "another-page": (png({**WORDS, "link": "//evil.example/#v=1"}), "link"),
    "turned-around": (png({**WORDS, "title": "a\u202eb"}), "signs that nobody sees"),
    "taller-than-it-is": (png({**WORDS, "picture_height_px": WHOLE + 1}), "smaller than it says"),
    "sixteen-bits": (SIGNATURE + header(4, 4, depth=16) + text(WORDS) + chunk(b"IEND", b""),
                     "not as browsers write them"),
    "interlaced": (SIGNATURE + header(4, 4, interlace=1) + text(WORDS) + chunk(b"IEND", b""),
                   "not as browsers write them"),
    "too-wide": (SIGNATURE + header(9000, 4) + text(WORDS) + chunk(b"IEND", b""),
                 "too many pixels"),
    "too-many": (SIGNATURE + header(8000, 8000) + text(WORDS) + chunk(b"IEND", b""),
                 "too many pixels"),
    "a-bomb": (SIGNATURE + header(40, 30) + text(WORDS) + BOMB + chunk(b"IEND", b""), "damaged"),
}  # fmt: skip


@pytest.mark.parametrize("fault", PNG_FAULTS)
def test_what_is_no_figure_is_refused_in_a_sentence(tmp_path: Path, fault: str) -> None:
    content, said = PNG_FAULTS[fault]
    with pytest.raises(InputError, match=said) as refused:
        read_figure(saved(tmp_path, content))
    assert refused.value.exit_code == 2
    assert "figure.png" in refused.value.sentence


SVG_FAULTS = {
    "script": (svg(inside="<script>alert(1)</script>"), "script"),
    "handler": (svg().replace(b"<rect ", b'<rect onload="alert(1)" '), "onload"),
    "foreign": (svg(inside="<foreignObject/>"), "foreignObject"),
    "style": (svg(inside="<style>@import 'http://evil.example'</style>"), "style"),
    "reference": (svg(inside='<use href="http://evil.example/x.svg#a"/>'), "use"),
    "deep": (svg().replace(b"ANALYSIS", b"<text>a</text>"), "text"),
    "other-names": (svg(inside='<x:a xmlns:x="http://x"/>'), "element a"),
    "picture-elsewhere": (svg(picture="http://evil.example/a.png"), "stands elsewhere"),
    "no-base64": (svg(picture="data:image/png;base64,%%%"), "no base64"),
    "svg-in-svg": (svg(picture="data:image/svg+xml;base64,PHN2Zy8+"), "stands elsewhere"),
    "entities": (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg(), "document type"),
    "instruction": (b'<?xml-stylesheet href="x"?>' + svg(), "instruction"),
    "no-words": (svg().replace(b"metadata", b"desc"), "desc"),
    "no-xml": (svg()[:-3], "no XML"),
    "another-svg": (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "expected title, metadata"),
    "no-mark": (svg({**WORDS, "marks": []}), "marks"),
    "too-many": (svg(inside="<text/>" * 300), "text"),
}


@pytest.mark.parametrize("fault", SVG_FAULTS)
def test_an_svg_that_the_page_does_not_write_is_refused(tmp_path: Path, fault: str) -> None:
    content, said = SVG_FAULTS[fault]
    with pytest.raises(InputError, match=said):
        read_figure(saved(tmp_path, content, "figure.svg"))


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = saved(tmp_path, png())
    with path.open("r+b") as file:
        file.truncate(30_000_000)
    with pytest.raises(InputError, match="too large"):
        read_figure(path)
    with pytest.raises(InputError, match="cannot be read"):
        read_figure(tmp_path / "none.png")


def test_the_report_shows_it_with_mark_caption_and_link(tmp_path: Path) -> None:
    shown = html.render(with_figures(a_page(), (figure(tmp_path),), HERE))
    count = shown.count("<figure ")
    part = shown[shown.index('<section id="figures"') :]
    part = part[: part.index("</section>")]
    assert f"<b>Figure {count}.</b>" in shown
    assert "<strong>ANALYSIS · SIMULATED.</strong> A shield &amp; its &lt;flights&gt;." in part
    assert 'href="#v=1&amp;lang=en&amp;at=60,16,8500&amp;phase=epaa-3"' in part
    assert "The Earth with sensors; phase: 3. A shield" in part
    assert "ANALYSIS · SIMULATED.</title>" in part
    assert part.count("data:image/png;base64,") == 1
    assert "5.0 km/s" in part


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"marks": ["exercise", "simulated"], "document": None}, "УЧЕНИЕ · МОДЕЛИРОВАНИЕ"),
        ({"marks": ["live"], "document": None}, "ТЕКУЩАЯ КАРТИНА"),
        ({"marks": ["analysis"]}, "АНАЛИЗ · РАСЧЁТ"),
    ],
)
def test_marks_are_said_in_the_language_of_the_report(
    tmp_path: Path, changed: dict[str, Any], said: str
) -> None:
    shown = html.render(with_figures(a_page("ru"), (figure(tmp_path, **changed),), None))
    assert f"<strong>{said}.</strong>" in shown
    assert 'href="#v=1' not in shown


def test_a_figure_of_another_document_says_so(tmp_path: Path) -> None:
    one = figure(tmp_path)
    for globe in (None, OnGlobe("0.2.0", HASH), OnGlobe("0.1.0", "cd" * 32)):
        shown = html.render(with_figures(a_page(), (one,), globe))
        assert "belongs to another document" in shown
        assert 'href="#v=1' not in shown
    alone = figure(tmp_path, document=None)
    assert "live picture of a centre" in html.render(with_figures(a_page(), (alone,), HERE))


def test_strong_words_of_others_are_not_strong(tmp_path: Path) -> None:
    one = figure(tmp_path, title="**EXERCISE** over")
    assert "<strong>EXERCISE" not in html.render(with_figures(a_page(), (one,), HERE))


def test_a_page_without_figures_is_as_it_was() -> None:
    before = a_page()
    assert with_figures(before, (), HERE) is before


def test_the_printed_document_shows_it_too(tmp_path: Path) -> None:
    pikepdf = pytest.importorskip("pikepdf")
    printed = tmp_path / "report.pdf"
    printed.write_bytes(pdf.render(with_figures(a_page(), (figure(tmp_path),), HERE)))
    with pikepdf.open(printed) as document:
        sizes = {
            (int(each.Width), int(each.Height))
            for each in document.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        }
    assert (WIDTH, PICTURE) in sizes
