from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest

from glasshield.messages import Language, text
from glasshield.report import pdf
from glasshield.report.document import Document
from glasshield.report.page import build

MAX_BYTES = 5_000_000  # one mail
PHASES = 5
FIGURES = 3 * PHASES + PHASES + 1  # three maps and a speed chart for each phase, the timeline


@pytest.fixture(scope="module")
def printed(document: Document, lang: Language) -> bytes:
    return pdf.render(build(document, lang, ("results.json",)))


@pytest.fixture(scope="module")
def opened(printed: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(printed)) as file:
        yield file


def test_it_declares_itself_tagged_and_universally_accessible(
    opened: pikepdf.Pdf, lang: Language
) -> None:
    assert opened.Root.MarkInfo.Marked
    assert opened.Root.StructTreeRoot
    assert str(opened.Root.Lang) == lang
    assert opened.Root.ViewerPreferences.DisplayDocTitle
    with opened.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert text(lang, "page.title") in str(metadata["dc:title"])
        assert "pdf:Producer" not in metadata


def test_every_figure_has_words(opened: pikepdf.Pdf) -> None:
    figures = [node for node in nodes(opened) if str(node.get("/S", "")) == "/Figure"]
    assert len(figures) >= FIGURES
    assert all(str(node.get("/Alt", "")).strip() for node in figures)


def test_headings_tables_and_their_heads_are_tagged(opened: pikepdf.Pdf) -> None:
    kinds = [str(node.get("/S", "")) for node in nodes(opened)]
    for kind in ("/H1", "/H2", "/Table", "/TR", "/TH", "/TD", "/P"):
        assert kind in kinds, kind


def test_all_fonts_are_embedded(opened: pikepdf.Pdf) -> None:
    described = [
        item for item in opened.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
    ]  # fmt: skip
    assert described
    for font in described:
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(font.keys())
    names = {str(font.FontName).split("+")[-1] for font in described}
    assert all(name.startswith(("IBMPlex", "DejaVuSansMono")) for name in names), names


def test_every_page_bears_the_mark(opened: pikepdf.Pdf) -> None:
    # The header is an artifact of the page, drawn on each.
    for page in opened.pages:
        assert b"/Artifact" in page.Contents.read_bytes()


def test_it_is_small(printed: bytes) -> None:
    assert len(printed) < MAX_BYTES


def test_the_same_assessment_gives_the_same_bytes(
    document: Document, printed: bytes, lang: Language
) -> None:
    assert pdf.render(build(document, lang, ("results.json",))) == printed


def nodes(opened: pikepdf.Pdf) -> Iterator[Any]:
    """All elements of the structure tree."""
    open_ = [opened.Root.StructTreeRoot]
    while open_:
        node = open_.pop()
        if isinstance(node, pikepdf.Array):
            open_.extend(node)
        elif isinstance(node, pikepdf.Dictionary):
            if node.get("/Type") != "/MCR":
                yield node
            if "/K" in node:
                open_.append(node.K)
