"""A run reviewed from its folder: beside other runs, over seeds, signed and run again."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from glasshield import catalog
from glasshield.cli.app import app
from glasshield.errors import InputError
from glasshield.exchange.exercised import read_reviewed, write_inputs
from glasshield.exchange.keys import new_signer
from glasshield.exchange.statements import content_in, decoded, encoded, signed, stated
from glasshield.exercise import actions, folders, records, reviewing, seeds
from glasshield.exercise.habits import File, habits_of, played, read, replayed
from glasshield.exercise.log import begun, finished
from glasshield.exercise.opened import Opened, opened
from glasshield.exercise.pictures import Audience
from glasshield.exercise.restating import inputs_of, rerun
from glasshield.exercise.reviewing import Asked, Case, review
from glasshield.exercise.seeds import Work, count, many
from glasshield.exercise.spreading import Means
from glasshield.exercise.withheld import UNCHANGED, Changed
from glasshield.exercise.world import Stage
from glasshield.report.exercise.document import Review
from glasshield.report.exercise.write import write_all
from glasshield.report.made import Made
from tests.exercise import small
from tests.exercise.test_spreading import local_cluster

FILE = File(exercise=small.TEXT.encode())
ALONE = Means(workers=1)
BLIND = Changed("withheld", ("birch",))
# People's answers, in the place of a script's.
PEOPLE = File(
    exercise=small.TEXT.replace(
        'party = "aspen"\nanswers = [{ says = "yes", after = "6 s" }]',
        'party = "aspen"\nwho = "person"',
    ).encode()
)


@pytest.fixture(scope="module", autouse=True)
def remembered() -> Iterator[None]:
    """Runs with one thing changed are made once for all tests: they are pure functions."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reviewing, "count_other", cache(reviewing.count_other))
        patch.setattr(Case, "replayed", cache(Case.replayed))
        yield


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a run of the small exercise."""
    path = tmp_path_factory.mktemp("run") / "small"
    finished(begun(path, Stage.of(small.exercise()), 1))
    return path


@pytest.fixture(scope="module")
def run(folder: Path) -> Opened:
    return opened(folder, catalog.load())


@pytest.fixture(scope="module")
def made(run: Opened) -> Review:
    """The review of the run, with two seeds of each."""
    return review(run.case, run.records, Asked(seeds=2, paired=1, means=ALONE))


@pytest.fixture
def copy(folder: Path, tmp_path: Path) -> Path:
    """The folder, to be changed."""
    shutil.copytree(folder, tmp_path / "copy")
    return tmp_path / "copy"


def test_a_run_gives_its_records_again(run: Opened) -> None:
    assert run.reproduced
    assert run.warnings == ()
    assert run.case.until_s is None


def test_the_run_stands_beside_those_with_one_thing_changed(made: Review) -> None:
    assert [(row.change, row.parties) for row in made.others] == [
        ("none", ()),
        ("withheld", ("aspen",)),
        ("withheld", ("birch",)),
        ("nobody-shares", ("aspen", "birch")),
        ("nothing-fails", ()),
        ("nothing-fails", ("aspen",)),
        ("nothing-fails", ("birch",)),
    ]
    base, _, without_birch, alone, whole, _, both = made.others
    assert base.figures == made.figures
    assert base.figures.threats == base.figures.hits == 2
    # Aspen's own radar fails: what Birch keeps to itself, nobody meets.
    assert without_birch.figures.shots == alone.figures.shots == 0
    assert {row.viewer: row.known for row in alone.first}["centre"] == 0
    assert {row.viewer: row.known for row in without_birch.first}["birch"] == 2
    # While nothing fails, Aspen's own radar is there, and Birch's data are worth less.
    assert whole.figures.hits == 2
    assert both.figures.shots > 0


def test_seeds_are_counted_for_each(made: Review) -> None:
    assert [(row.change, row.seeds) for row in made.many][:2] == [("none", 2), ("withheld", 1)]
    assert all(row.differences for row in made.many[1:])
    # Of two things at once, only that of which most hangs is counted over seeds.
    both = [row for row in made.many if row.change == "nothing-fails" and row.parties]
    assert [row.parties for row in both] == [("birch",)]
    assert both[0].sharing


def test_the_same_for_any_number_of_workers_and_over_a_cluster(tmp_path: Path) -> None:
    habits = habits_of((), ())
    work = Work(FILE, habits, (), first=1, numbers={UNCHANGED: 3, BLIND: 1})
    found = []
    with local_cluster(2) as cluster:
        for number, means in enumerate(
            (ALONE, Means(workers=2), Means(scheduler=cluster.scheduler_address))
        ):
            path = tmp_path / str(number) / seeds.FILE
            with seeds.keeping(path, work.digest) as kept:
                counts = count(work, kept, means)
            found.append(many(counts, work, read(FILE).script))
            assert len(path.read_bytes().splitlines()) == 1 + 4
    assert found[0] == found[1] == found[2]


def test_decisions_are_the_same_whoever_looks() -> None:
    """Many seeds make the centre's picture alone; what is decided is what all pictures give."""
    habits = habits_of((), ())
    every = played(FILE, 3, UNCHANGED, (), habits)
    few = played(FILE, 3, UNCHANGED, (), habits, Audience.DECISIONS)
    seen = records.Known | records.Told
    decided = [[one for one in each.records if not isinstance(one, seen)] for each in (every, few)]
    assert decided[0] == decided[1]
    assert any(isinstance(one, records.Engaged) for one in decided[0])


# What is signed.


@pytest.fixture(scope="module")
def out(run: Opened, made: Review, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a review."""
    path = tmp_path_factory.mktemp("review")
    write_all(made, path, "en", Made("glasshield exercise review DIR"))
    write_inputs(path, inputs_of(run.case, Asked(seeds=2, paired=1)), made)
    return path


def test_parties_sign_a_review_and_anybody_reads_it(out: Path, made: Review) -> None:
    content = content_in(out)
    statement = stated(content)
    for party in ("birch", "aspen"):
        statement = signed(statement, new_signer(party))
    data = encoded(statement)
    assert b'"schema":"glasshield-exercise-statement/1"' in data
    again = decoded(data, "statement.json")
    assert [one.party for one in again.signatures] == ["aspen", "birch"]
    assert again.content == content
    assert msgspec.convert(again.content.result, Review) == made


def test_a_signed_review_is_run_again_to_the_last_digit(out: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reviewing, "count_other", reviewing.count_other.__wrapped__)  # type: ignore[attr-defined]
        assert rerun(read_reviewed(out), means=ALONE) == ()


def test_a_difference_is_named(out: Path) -> None:
    content = read_reviewed(out)
    result: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(content.result))
    result["figures"]["leakers"] += 1
    inputs = msgspec.structs.replace(content.inputs, seeds=0)
    changed = msgspec.structs.replace(content, result=result | {"many": []}, inputs=inputs)
    found = {one.path: (one.first, one.second) for one in rerun(changed, means=ALONE)}
    assert found["figures.leakers"] == ((1,), (0,))
    assert set(found) == {"figures.leakers", "program.input_hash"}


def test_nothing_is_signed_that_was_changed(out: Path, tmp_path: Path) -> None:
    shutil.copytree(out, tmp_path / "out")
    path = tmp_path / "out" / "review.json"
    path.write_bytes(path.read_bytes().replace(b'"leakers": 0', b'"leakers": 1', 1))
    with pytest.raises(InputError, match="changed since the review of an exercise was made"):
        content_in(tmp_path / "out")


def test_regress_who_signs_a_run_is_told_to_review_it(folder: Path) -> None:
    with pytest.raises(InputError) as error:
        content_in(folder)
    assert "run glasshield exercise review --out again" in str(error.value)
    assert "assure" not in str(error.value)


def test_a_review_without_its_mark_is_none(out: Path) -> None:
    content = read_reviewed(out)
    for mark in ("real", None):
        with pytest.raises(ValueError, match="no review of an exercise"):
            msgspec.structs.replace(content, result=content.result | {"mark": mark})


# People.


def test_people_answer_alike_in_a_changed_run() -> None:
    nobody = habits_of((), ())
    silent = played(PEOPLE, 1, UNCHANGED, (), nobody, Audience.DECISIONS)
    asked = next(one for one in silent.records if isinstance(one, records.Asked))
    assert records.of(silent.records, records.TimedOut)
    assert not records.of(silent.records, records.Engaged)
    answer = actions.Answer(
        second=asked.second + 8, cell="aspen-national", request=asked.request, says="yes"
    )
    was = replayed(PEOPLE, 1, (), [answer])
    habits = habits_of(was.records, [answer])
    assert [(one.flight, one.after_s, one.says) for one in habits.answers] == [
        ("first-0", 8, "yes")
    ]
    again = played(PEOPLE, 1, UNCHANGED, (), habits)
    assert again.records == was.records
    other = played(PEOPLE, 2, UNCHANGED, (), habits, Audience.DECISIONS)
    assert {one.flight for one in records.of(other.records, records.Engaged)} == {"first-0"}


# Folders that are none, or were changed.


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no run of an exercise"):
        opened(tmp_path, catalog.load())


def test_a_changed_record_is_named(copy: Path) -> None:
    path = copy / folders.RECORDS
    lines = path.read_bytes().splitlines(keepends=True)
    at = next(n for n, line in enumerate(lines) if b'"kind":"answered"' in line)
    lines[at] = lines[at].replace(b'"says":"yes"', b'"says":"no"')
    path.write_bytes(b"".join(lines))
    with pytest.raises(InputError, match=rf"records\.jsonl:{at + 1}: this record was changed"):
        opened(copy, catalog.load())


def test_a_record_that_was_taken_out_is_named(copy: Path) -> None:
    path = copy / folders.RECORDS
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:6] + lines[7:]))
    with pytest.raises(InputError, match=r"records\.jsonl:7: this record was changed, or one was"):
        opened(copy, catalog.load())


def test_an_exercise_that_was_changed(copy: Path) -> None:
    path = copy / folders.EXERCISE
    path.write_text(path.read_text("utf-8").replace("count = 4", "count = 5"), "utf-8")
    with pytest.raises(InputError, match=r"exercise\.toml: the exercise was changed"):
        opened(copy, catalog.load())


def test_a_run_that_was_not_ended_is_reviewed_up_to_there(copy: Path) -> None:
    path, about = copy / folders.RECORDS, copy / folders.RUN
    lines = path.read_bytes().splitlines(keepends=True)
    at = next(n for n, line in enumerate(lines) if b'"kind":"engaged"' in line)
    path.write_bytes(b"".join(lines[: at + 1]) + lines[at + 1][:20])
    written = json.loads(about.read_text()) | {"size": None, "root": None}
    about.write_text(json.dumps(written))
    found = opened(copy, catalog.load())
    assert found.reproduced
    assert found.case.until_s == found.records[-1].second
    assert found.records == tuple(
        one for one in found.case.replayed() if one.second <= found.records[-1].second
    )
    assert [one.en.split()[:4] for one in found.warnings] == [["the", "last", "line", "of"]]
    made = review(found.case, found.records, Asked(means=ALONE))
    assert not made.run.ended
    assert made.run.until_s == found.case.until_s
    assert made.figures.threats == 0  # nothing had come down
    assert made.others[0].figures.threats == 2  # what stands beside it runs to the end


def test_a_run_of_another_version_is_said(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its records are reviewed as they are, beside runs of this version; nobody can sign that."""
    about = copy / folders.RUN
    written = json.loads(about.read_text()) | {"program": "0.0.1"}
    about.write_text(json.dumps(written))

    def other(case: Case) -> tuple[records.Record, ...]:
        return replayed(case.file, case.seed + 1, (), ()).records

    monkeypatch.setattr(Case, "replayed", other)
    found = opened(copy, catalog.load())
    assert not found.reproduced
    assert "version 0.0.1" in found.warnings[0].en


# The command.


def command(*words: str, capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    app(["exercise", "review", *words], prog_name="glasshield", standalone_mode=False)
    said = capsys.readouterr()
    return said.out, said.err


def test_the_command_writes_what_can_be_signed(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    words = (str(folder), "--seeds", "1", "--paired", "0", "--workers", "1", "--out", str(out))
    shown, said = command(*words, capsys=capsys)
    assert shown.startswith("EXERCISE")
    assert "if Birch had kept its data" in shown
    assert sorted(path.name for path in out.iterdir()) == [
        "inputs.json", "report.html", "report.pdf", "review.json", "seeds.jsonl",
    ]  # fmt: skip
    assert "report.pdf" in said
    answer, _ = command(*words[:-2], "--json", "--lang", "ru", capsys=capsys)
    assert json.loads(answer) == json.loads((out / "review.json").read_text())
    assert json.loads(answer)["mark"] == "exercise"
    assert read_reviewed(out).inputs.seeds == 1
