"""The report of a real assessment: what the made-up one cannot hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from glasshield.messages import Language
from glasshield.report import html, pdf
from glasshield.report.document import EVERYWHERE, Document, read
from glasshield.report.page import build
from glasshield.report.write import FILES, write_all
from glasshield.shield.assessment import Request, assess
from glasshield.workspace import Workspace

pytestmark = pytest.mark.slow

MAX_BYTES = 1_500_000  # of the page


@pytest.fixture(scope="module")
def real() -> dict[str, Any]:
    """The 2007 plan and the first phase of the 2011 plan."""
    request = Request(
        architectures=("third-site-2007", "epaa"), phases=("1",), command="glasshield demo"
    )
    found: dict[str, Any] = assess(Workspace.default(), request).to_json()
    return found


@pytest.fixture(scope="module")
def real_document(real: dict[str, Any]) -> Document:
    return read(real)


def test_every_id_has_a_name_in_both_languages(real_document: Document) -> None:
    names = real_document.names
    nameless = sorted(i for i in ids(real_document) if i not in names or not names[i].ru)
    assert nameless == []


def test_every_source_that_is_cited_is_listed(real_document: Document) -> None:
    listed = {source.id for source in real_document.sources}
    cited = {source for a in real_document.assumptions for source in a.sources}
    assert cited <= listed


def test_the_page_is_whole_in_both_languages(real_document: Document, lang: Language) -> None:
    page = build(real_document, lang, FILES)
    kinds = [section.id.partition("-")[0] for section in page.sections]
    assert kinds[:2] == ["answer", "crux"]
    assert kinds.count("phase") == 2
    assert "timeline" in kinds
    assert len(html.render(page).encode("utf-8")) < MAX_BYTES
    assert pdf.render(page).startswith(b"%PDF")


def test_all_files_are_written(real: dict[str, Any], tmp_path: Path) -> None:
    assert all(path.stat().st_size > 0 for path in write_all(real, tmp_path, lang="ru"))


def ids(document: Document) -> set[str]:
    """Everything that the report calls by its name."""
    found = {phase.architecture for phase in document.phases}
    found |= {e.id for e in document.elements}
    found |= {e.interceptor for e in document.elements if e.interceptor}
    found |= {i for f in document.flights for i in (f.launch, f.target, f.missile)}
    found |= {d.region for d in document.defends if d.region != EVERYWHERE}
    found |= {d.threat for d in document.defends}
    found |= {r.variant for r in document.reaches if r.variant != "declared"}
    found |= {a.key.split(".")[1] for a in document.assumptions}
    found |= {a.by for a in document.assumptions if a.by}
    return found
