from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from glasshield.errors import InputError, OutputError
from glasshield.report import html, pdf
from glasshield.report.write import FILES, write_all


def test_it_writes_all_files_and_tells_how_far_it_is(
    assessment: dict[str, Any], tmp_path: Path
) -> None:
    told: list[tuple[float, str]] = []
    out = tmp_path / "deep" / "out"
    paths = write_all(
        assessment, out, lang="en", progress=lambda done, doing: told.append((done, doing))
    )
    assert [p.name for p in paths] == list(FILES)
    assert sorted(p.name for p in out.iterdir()) == sorted(FILES)
    assert all(p.stat().st_size > 100 for p in paths)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] == 1.0


def test_equal_assessments_give_equal_files(assessment: dict[str, Any], tmp_path: Path) -> None:
    first = write_all(assessment, tmp_path / "a", lang="ru")
    second = write_all(assessment, tmp_path / "b", lang="ru")
    for one, other in zip(first, second, strict=True):
        assert one.read_bytes() == other.read_bytes(), one.name


def test_files_of_other_names_stay(assessment: dict[str, Any], tmp_path: Path) -> None:
    note = tmp_path / "notes.txt"
    note.write_text("mine")
    write_all(assessment, tmp_path, lang="en")
    assert note.read_text() == "mine"


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, MemoryError])
def test_an_interrupt_leaves_what_was_there(
    assessment: dict[str, Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    interruption: type[BaseException],
) -> None:
    old = tmp_path / "report.html"
    old.write_text("old")

    def interrupted(_page: object) -> bytes:
        raise interruption

    monkeypatch.setattr(pdf, "render", interrupted)
    with pytest.raises(interruption):
        write_all(assessment, tmp_path, lang="en")
    assert [p.name for p in tmp_path.iterdir()] == ["report.html"]
    assert old.read_text() == "old"


def test_a_folder_made_in_vain_goes_away(
    assessment: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_page: object, _globe: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(html, "render", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_all(assessment, tmp_path / "out", lang="en")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_is_a_file_is_refused(assessment: dict[str, Any], tmp_path: Path) -> None:
    taken = tmp_path / "out"
    taken.write_text("a file")
    with pytest.raises(OutputError, match=r"out.*cannot be written"):
        write_all(assessment, taken, lang="en")
    assert taken.read_text() == "a file"


def test_a_broken_assessment_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        write_all({"sees": []}, tmp_path / "out", lang="en")
    assert not (tmp_path / "out").exists()
