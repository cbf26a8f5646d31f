"""`glasshield sectors` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest

from tests.cli.run import glasshield, refusal


def test_the_answer_comes_in_sentences_and_a_table() -> None:
    done = glasshield("sectors", "sectoral", "--phase", "3")
    assert done.returncode == 0, done.stderr
    assert "flights come down in somebody's sector" in done.stdout
    assert "Russia: no interceptors in this phase" in done.stdout
    assert "Semnan – Berlin" in done.stdout


def test_json_holds_every_flight_and_nothing_else() -> None:
    done = glasshield("sectors", "sectoral", "--architecture", "epaa", "--json")
    documents = json.loads(done.stdout)
    assert [document["phase"] for document in documents] == [
        f"epaa-{number}" for number in (1, 2, 3, 4)
    ]
    row = documents[2]["flights"][0]
    assert {"crossings", "gaps", "overlaps", "responsible", "able"} <= set(row)


@pytest.mark.parametrize(("lang", "word"), [("en", "Who answers for it"), ("ru", "кто отвечает")])
def test_the_files_are_written_in_the_language(tmp_path: Path, lang: str, word: str) -> None:
    done = glasshield("sectors", "sectoral", "--phase", "3", "--out", str(tmp_path), "--lang", lang)
    assert done.returncode == 0, done.stderr
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"sectors.json", "sectors-epaa-3.html", "sectors-epaa-3.pdf"}
    page = (tmp_path / "sectors-epaa-3.html").read_text(encoding="utf-8")
    assert word.lower() in page.lower()
    assert "<svg" in page
    with pikepdf.open(tmp_path / "sectors-epaa-3.pdf") as paper:
        assert paper.Root.MarkInfo.Marked
        assert len(paper.pages) >= 3


def test_what_cannot_be_is_refused() -> None:
    assert "gives no sectors" in refusal("sectors", "gabala")
    assert "did you mean sectoral" in refusal("sectors", "sectorial")
    assert "no phase" in refusal("sectors", "sectoral", "--phase", "9")
