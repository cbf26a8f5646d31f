"""What a page carries packed: it is all there, and nothing else may run."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import Any

import pytest

from glasshield.messages import Language
from glasshield.report import html
from glasshield.report.blocks import Table
from glasshield.report.document import Document
from glasshield.report.packed import CODE, TABLES, VIEW, WORLD, Globe, block, unpacked
from glasshield.report.page import build
from glasshield.report.view.build import rendered, view_of

FILES = ("results.json",)


@pytest.fixture(scope="module")
def view(assessment: dict[str, Any]) -> bytes:
    return rendered(view_of(assessment))


@pytest.fixture(scope="module")
def source(document: Document, lang: Language, view: bytes) -> str:
    return html.render(build(document, lang, FILES), Globe.showing(view))


def held(source: str, id: str) -> bytes:
    (text,) = re.findall(rf'<script type="application/gzip" id="{id}">([^<]*)</script>', source)
    return unpacked(text)


def test_prop_what_is_packed_comes_back() -> None:
    data = bytes(range(256)) * 40
    packed = block("x", data).source
    (text,) = re.findall(">([^<]*)<", packed)
    assert unpacked(text) == data
    assert len(packed) < len(data)


def test_the_page_holds_the_view_the_borders_and_the_script(source: str, view: bytes) -> None:
    assert held(source, f"packed-{VIEW}") == view
    assert json.loads(held(source, f"packed-{WORLD}"))["type"] == "Topology"
    assert held(source, CODE).decode() == Globe.showing(view).code


def test_the_policy_names_the_two_scripts_and_no_more(source: str) -> None:
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', source)
    allowed = re.findall(r"'(sha256-[^']*)'", policy.partition("script-src")[2])
    (loader,) = re.findall(r"<script>(.*?)</script>", source, re.DOTALL)
    codes = (loader, held(source, CODE).decode())
    assert allowed == [digest(code) for code in codes]
    assert "unsafe" not in policy
    assert "strict-dynamic" not in policy
    assert "connect-src" not in policy  # and so nothing, as by default
    assert policy.startswith("default-src 'none'")


def test_every_style_sheet_is_one_that_the_policy_names(source: str) -> None:
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', source)
    styles = re.findall(r"<style>(.*?)</style>", source, re.DOTALL)
    named = re.findall(r"'(sha256-[^']*)'", policy.partition("style-src")[2].partition(";")[0])
    assert named == [digest(style) for style in styles]
    assert len(styles) == 2


def digest(content: str) -> str:
    found = hashlib.sha256(content.encode()).digest()
    return f"sha256-{base64.b64encode(found).decode()}"


def test_packed_rows_are_those_of_the_whole_page(
    document: Document, lang: Language, source: str
) -> None:
    page = build(document, lang, FILES)
    whole = {
        block.id: block
        for section in page.sections
        for block in section.blocks
        if isinstance(block, Table) and block.shown == "screen"
    }
    rows = json.loads(held(source, TABLES))
    assert rows.keys() == whole.keys()
    assert len(rows) > 2
    for id, table in whole.items():
        for packed, row in zip(rows[id], table.rows, strict=True):
            for cell, written in zip(row, packed, strict=True):
                text, sort, sign, soft = (
                    written if isinstance(written, list) else [written, None, "", ""]
                )
                assert (text, sign, soft) == (cell.text, cell.sign, cell.soft)
                assert sort == cell.sort


def test_without_scripts_the_page_says_where_the_rows_are(source: str) -> None:
    assert source.count("<noscript>") == 4
    assert "CSV" in re.findall("<noscript>(.*?)</noscript>", source)[-1]


def test_a_page_without_a_globe_packs_nothing(document: Document) -> None:
    source = html.render(build(document, "en", FILES))
    assert "application/gzip" not in source
    assert "noscript" not in source


def test_hostile_names_stay_packed(assessment: dict[str, Any], document: Document) -> None:
    evil = "</script><script>alert(1)</script>"
    names = {**assessment["names"], "redzikowo": {"en": evil, "ru": evil}}
    view = rendered(view_of({**assessment, "names": names}))
    source = html.render(build(document, "en", FILES), Globe.showing(view))
    assert "alert(1)" not in source
    assert evil in json.loads(held(source, f"packed-{VIEW}"))["names"]["redzikowo"]["en"]
