"""Counts over many seeds: kept, taken up, the same however they are made."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

import glasshield
from glasshield.errors import InputError, OutputError
from glasshield.exercise import seeds
from glasshield.exercise.habits import File, Habits
from glasshield.exercise.seeds import Counts, Key, Line, Piece, Work, count, many
from glasshield.exercise.spreading import Answers, Means
from glasshield.exercise.withheld import UNCHANGED, Changed, changes
from glasshield.workspace import Progress
from tests.exercise import small

WITHHELD = Changed("withheld", ("birch",))
ALONE = Means(workers=1)


@pytest.fixture
def work() -> Work:
    """Twenty seeds of the small exercise, eight of them without Birch's data."""
    file = File(exercise=small.TEXT.encode())
    return Work(file, Habits(), (), first=1, numbers={UNCHANGED: 20, WITHHELD: 8})


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Made-up counts in the place of runs; which runs were made."""
    found: list[tuple[str, int]] = []

    def counts(piece: Piece, seed: int) -> Counts:
        found.append((piece.changed.change, seed))
        draw = zlib.crc32(f"{seed}".encode())
        leakers = draw % 3 + (piece.changed == WITHHELD)
        shots = 4
        measured = [name for name in seeds.MEANS if name not in seeds.TOLD]
        return dict.fromkeys(measured, 0) | {
            "leakers": leakers, "shots": shots, "wasted": draw % 2, "known@centre": 2,
            "known_after@centre": None if seed % 4 == 0 else 250 + draw % 100,
        }  # fmt: skip

    monkeypatch.setattr(seeds, "_counts", counts)
    return found


def counted(tmp_path: Path, work: Work, told: Progress | None = None) -> dict[Key, Counts]:
    """All counts of some work, kept in a folder."""
    with seeds.keeping(tmp_path / "out" / seeds.FILE, work.digest) as kept:
        return count(work, kept, ALONE, told)


def said(tmp_path: Path, work: Work) -> str:
    """What there is to say of the file in a folder."""
    with seeds.keeping(tmp_path / "out" / seeds.FILE, work.digest) as kept:
        return kept.said


def test_all_runs_are_made_once(tmp_path: Path, work: Work, made: list[tuple[str, int]]) -> None:
    counts = counted(tmp_path, work)
    assert len(counts) == 28
    assert sorted(made) == [("none", s) for s in range(1, 21)] + [
        ("withheld", s) for s in range(1, 9)
    ]


def test_a_second_call_makes_nothing_again(
    tmp_path: Path, work: Work, made: list[tuple[str, int]]
) -> None:
    first = counted(tmp_path, work)
    made.clear()
    assert said(tmp_path, work) == ""
    assert counted(tmp_path, work) == first
    assert made == []


def test_an_interrupted_count_goes_on_where_it_was(
    tmp_path: Path, work: Work, made: list[tuple[str, int]]
) -> None:
    def interrupt(done: float, _: str) -> None:
        if done > 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        counted(tmp_path, work, interrupt)
    before = list(made)
    assert 0 < len(before) < 28
    counts = counted(tmp_path, work)
    assert len(made) == 28  # each run once, over both calls
    other = counted(tmp_path / "other", work)
    assert counts == other


def test_a_half_written_line_is_cut_away_and_made_again(
    tmp_path: Path, work: Work, made: list[tuple[str, int]]
) -> None:
    path = tmp_path / "out" / seeds.FILE
    first = counted(tmp_path, work)
    path.write_bytes(path.read_bytes()[:-30])
    made.clear()
    assert said(tmp_path, work) == "half-a-line"
    assert counted(tmp_path, work) == first
    assert len(made) == 1
    assert said(tmp_path, work) == ""


def test_counts_of_another_exercise_are_not_taken(
    tmp_path: Path, work: Work, made: list[tuple[str, int]]
) -> None:
    counted(tmp_path, work)
    made.clear()
    other = Work(work.file, work.habits, ("aspen",), work.first, work.numbers)
    assert other.digest != work.digest
    counted(tmp_path, other)
    assert len(made) == 28
    assert said(tmp_path, work) == "another"


def test_more_seeds_need_only_the_new_ones(
    tmp_path: Path, work: Work, made: list[tuple[str, int]]
) -> None:
    counted(tmp_path, work)
    made.clear()
    more = Work(work.file, work.habits, (), 1, {UNCHANGED: 23, WITHHELD: 8})
    counted(tmp_path, more)
    assert made == [("none", 21), ("none", 22), ("none", 23)]


def _another() -> Answers[tuple[str, list[Line]]]:
    """The answer of a worker with another version."""
    yield 0, ("another", [])


def test_a_worker_of_another_version_is_refused(
    tmp_path: Path, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seeds, "spread", lambda *_: _another())
    with pytest.raises(InputError, match="changed while it counted"):
        counted(tmp_path, work)
    with (
        seeds.keeping(None, work.digest) as kept,
        pytest.raises(InputError, match="another version of Glasshield"),
    ):
        count(work, kept, Means(scheduler="tcp://somewhere:1"))


def test_a_place_that_cannot_be_written(tmp_path: Path, work: Work) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(OutputError):
        said(tmp_path, work)


@pytest.mark.usefixtures("made")
def test_figures_over_seeds(tmp_path: Path, work: Work) -> None:
    script = small.exercise().script
    base, withheld = many(counted(tmp_path, work), work, script)
    assert (base.change, base.seeds, base.first_seed) == ("none", 20, 1)
    assert (withheld.change, withheld.parties, withheld.seeds) == ("withheld", ("birch",), 8)
    found = {row.measure: row for row in base.estimates}
    leakers = [zlib.crc32(f"{seed}".encode()) % 3 for seed in range(1, 21)]
    assert found["leakers"].value == sum(leakers) / 20
    assert found["any_leaker"].value == sum(one > 0 for one in leakers) / 20
    assert 25.0 <= found["known_after@centre"].value <= 35.0  # seconds, not tenths
    shots = found["shots"]
    assert (shots.value, shots.low, shots.high, shots.method, shots.runs) == (
        4.0, None, None, "same", 20,
    )  # fmt: skip
    assert "any_false_alarm" not in found  # nobody's alarms were made
    assert base.differences == ()
    difference = {row.measure: row for row in withheld.differences}
    assert difference["leakers"].value == 1.0  # on the same draws every run has one more
    assert difference["leakers"].method == "same"
    for row in (*base.estimates, *withheld.differences):
        assert (row.low is None) == (row.high is None) == (row.method == "same")
        assert row.low is None or row.high is None or row.low <= row.value <= row.high


def test_changes_have_counts_of_their_own(work: Work) -> None:
    assert [key[0] for key in work.wanted()].count("withheld") == 8
    assert set(work.numbers) < set(changes(small.exercise().script))


@pytest.mark.usefixtures("made")
def test_counts_of_another_form_are_not_taken(
    tmp_path: Path, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the same version, but counted otherwise, or by other kernels or facts."""
    counted(tmp_path, work)
    before = work.digest
    monkeypatch.setattr(seeds, "MEANS", (*seeds.MEANS, "another"))
    assert work.digest != before
    monkeypatch.undo()
    monkeypatch.setattr(seeds, "_files_digest", lambda: "another")
    assert said(tmp_path, work) == "another"


def test_regress_other_maps_are_other_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They decide in whose sector something comes down."""
    monkeypatch.setattr(glasshield, "__file__", str(tmp_path / "__init__.py"))
    found = set()
    for name in ("catalog/facts/one.toml", "geodata/data/world.json"):
        (tmp_path / name).parent.mkdir(parents=True)
        for text in ("one", "another"):
            (tmp_path / name).write_text(text)
            found.add(seeds._files_digest.__wrapped__())
    assert len(found) == 4


def test_a_worker_with_other_instructions_is_refused(
    tmp_path: Path, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = seeds._program()
    monkeypatch.setenv("OPENBLAS_CORETYPE", "another")
    assert seeds._program() != here
    monkeypatch.setattr(seeds, "spread", lambda *_: _another())
    with (
        seeds.keeping(tmp_path / "seeds.jsonl", work.digest) as kept,
        pytest.raises(InputError, match="OPENBLAS_CORETYPE='another'"),
    ):
        count(work, kept, Means(scheduler="tcp://somewhere:1"))
