"""How large what is sent may be, and that a report is one file that needs no server."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from glasshield.messages import LANGUAGES, Language
from glasshield.report.write import write_all
from tests.report import fake_assessment
from tests.web import pages
from tests.web.conftest import listened

BUNDLE_BYTES = 300_000  # compressed, script and style, without boundaries
REPORT_BYTES = 1_500_000  # what a mail gateway and a phone still take without complaint
# By how much the report of the demo is larger than that of the made-up assessment, with which it
# shares script, borders, letters and maps; bench/bench_globe_large.py measures it.
DEMO_MORE_BYTES = {"en": 404_000, "ru": 437_000}


def test_the_bundle_is_small() -> None:
    files = [pages.PACKAGE / "web" / f"glasshield.{kind}" for kind in ("js", "css")]
    assert sum(len(gzip.compress(each.read_bytes(), 9, mtime=0)) for each in files) < BUNDLE_BYTES


def test_boundaries_are_not_in_the_bundle() -> None:
    world = (pages.PACKAGE / "geodata" / "data" / "world-coarse.topo.json").read_text("utf-8")
    arcs = json.dumps(json.loads(world)["arcs"][0], separators=(",", ":"))
    assert arcs not in (pages.PACKAGE / "web" / "glasshield.js").read_text("utf-8")


@pytest.fixture(scope="module", params=LANGUAGES)
def report(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Language, Path]:
    """A report of the made-up assessment alone in a folder."""
    written = tmp_path_factory.mktemp("written")
    write_all(fake_assessment.document(), written, lang=request.param)
    alone = tmp_path_factory.mktemp("alone") / "report.html"
    alone.write_bytes((written / "report.html").read_bytes())
    return request.param, alone


def test_a_report_of_the_demo_is_one_small_file(report: tuple[Language, Path]) -> None:
    lang, path = report
    assert path.stat().st_size + DEMO_MORE_BYTES[lang] < REPORT_BYTES


@pytest.fixture
def shown(chromium: Any, report: tuple[Language, Path]) -> Iterator[tuple[Language, Any]]:
    lang, path = report
    with listened(chromium, "") as opened:
        yield lang, opened(path.as_uri())


def test_a_report_shows_its_globe_from_a_file_and_asks_for_nothing(
    shown: tuple[Language, Any],
) -> None:
    lang, page = shown
    page.wait_for_selector("#glasshield-globe .gs-picture canvas")
    assert page.get_attribute("#glasshield-globe", "lang") == lang
    page.click("[data-key=table-flights]")
    page.wait_for_timeout(400)
    assert page.locator("#glasshield-globe .gs-table-box tbody tr").count() > 5
    own = [url for url in page.asked if not url.startswith(("data:", "blob:"))]
    assert [url for url in own if url.partition("#")[0] != page.url.partition("#")[0]] == []
    assert page.heard == []
