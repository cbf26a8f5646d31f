"""The folder of a run: written as it goes, taken up after a crash, branched, never changed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from glasshield import catalog
from glasshield.errors import InputError
from glasshield.exercise import folders, log, records
from glasshield.exercise.actions import Answer, Inject, Say
from glasshield.exercise.reading import parse
from glasshield.exercise.records import CONTROLLER
from glasshield.exercise.world import Stage
from tests.exercise import small

FACTS = catalog.load()
_PROGRAM = """
import sys, time
from pathlib import Path
from glasshield.exercise import log
from glasshield.exercise.world import Stage
from tests.exercise import small
made = log.begun(Path(sys.argv[1]), Stage.of(small.exercise()), 3)
while not made.run.is_over:
    made.keeping.step(made.run.step())
    if made.run.second == 200:
        print("half", flush=True)
        time.sleep(60.0)
made.keeping.end(made.run)
"""


@pytest.fixture(scope="module")
def stage() -> Stage:
    """The stage of the small exercise."""
    return Stage.of(small.exercise())


@pytest.fixture(scope="module")
def whole(stage: Stage, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a run that nothing interrupted."""
    folder = tmp_path_factory.mktemp("runs") / "whole"
    log.finished(log.begun(folder, stage, 3))
    return folder


def test_a_folder_is_read_back(whole: Path) -> None:
    """With the root that its note seals."""
    played = folders.read_folder(whole, FACTS)
    assert played.has_ended
    assert played.root == played.written.root
    assert played.cut == 0
    assert isinstance(played.records[-1], records.Ended)


def test_a_run_that_is_killed_goes_on_to_the_same_root(whole: Path, tmp_path: Path) -> None:
    """In mid-exercise, by a signal that nobody can catch."""
    folder = tmp_path / "killed"
    process = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, str(folder)],
        cwd=Path(__file__).parents[2],
        env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "half"
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    made, cut = log.resumed(folder, FACTS)
    assert 150 <= made.run.second <= 200
    assert cut == 0
    log.finished(made)
    assert folders.read_folder(folder, FACTS).root == folders.read_folder(whole, FACTS).root
    assert (folder / folders.RECORDS).read_bytes() == (whole / folders.RECORDS).read_bytes()


def _broken_off(whole: Path, folder: Path, size: int) -> None:
    """A copy of a run as a crash would have left it when so many bytes had been written."""
    shutil.copytree(whole, folder)
    (folder / folders.NOTE).unlink()
    (folder / folders.KEY).unlink()
    written = json.loads((folder / folders.RUN).read_text())
    (folder / folders.RUN).write_text(json.dumps(written | {"size": None, "root": None}))
    content = (whole / folders.RECORDS).read_bytes()
    (folder / folders.RECORDS).write_bytes(content[:size])


@pytest.mark.parametrize("share", [0.0, 0.31, 0.77, 1.0])
def test_a_torn_end_is_cut_away(whole: Path, tmp_path: Path, share: float) -> None:
    """Wherever it was torn."""
    folder = tmp_path / "torn"
    size = int(share * (whole / folders.RECORDS).stat().st_size)
    _broken_off(whole, folder, size)
    (folder / folders.ACTIONS).write_bytes(b'{"cell":"contr')
    made, cut = log.resumed(folder, FACTS)
    assert cut >= len(b'{"cell":"contr')
    log.finished(made)
    assert (folder / folders.RECORDS).read_bytes() == (whole / folders.RECORDS).read_bytes()
    assert (folder / folders.ACTIONS).read_bytes() == b""


def test_what_people_did_is_there_again(stage: Stage, tmp_path: Path) -> None:
    """It is on disk before it takes effect."""
    first = log.begun(tmp_path / "first", stage, 3)
    for _ in range(10):
        first.keeping.step(first.run.step())
    done = Inject(second=100, cell=CONTROLLER, what="link-cut", name="birch")
    first.run.act(done)
    first.keeping.act(done)
    for _ in range(20):
        first.keeping.step(first.run.step())
    first.keeping.close()
    again, _ = log.resumed(tmp_path / "first", FACTS)
    log.finished(again)
    other = log.begun(tmp_path / "other", stage, 3, log.Start(done=[done]))
    assert log.finished(other).root == again.run.root


def test_a_branch_shares_what_was_before_it(stage: Stage, whole: Path, tmp_path: Path) -> None:
    """And names the root of its parent at that moment."""
    played = folders.read_folder(whole, FACTS)
    second = 160
    done = Inject(second=second + 4, cell=CONTROLLER, what="link-cut", name="birch")
    made = log.branch(played, second, tmp_path / "branch", stage, more=[done])
    assert made.run.second == second
    log.finished(made)
    branch = folders.read_folder(tmp_path / "branch", FACTS)
    first, *rest = branch.records
    assert isinstance(first, records.Branched)
    shared = [one for one in played.records if one.second <= second]
    assert rest[: len(shared)] == shared
    assert (first.moment, first.parent_size) == (second, len(shared))
    assert first.parent_root == _root(shared)
    # And byte for byte: what follows the branch's own first record begins as its parent does.
    kept = (whole / folders.RECORDS).read_bytes().splitlines(keepends=True)[: len(shared)]
    own = (tmp_path / "branch" / folders.RECORDS).read_bytes().splitlines(keepends=True)
    assert b"".join(own[1 : len(shared) + 1]) == b"".join(kept)
    assert tuple(rest) != played.records
    again = log.branch(branch, second, tmp_path / "again", stage)
    log.finished(again)
    assert folders.read_folder(tmp_path / "again", FACTS).records[1:] == played.records


def test_a_branch_takes_over_what_people_answered(tmp_path: Path) -> None:
    """Also where it begins after the answer: nobody is asked twice."""
    scripted = 'party = "aspen"\nanswers = [{ says = "yes", after = "6 s" }]'
    assert scripted in small.TEXT, "the small exercise has changed"
    people = small.TEXT.replace(scripted, 'party = "aspen"\nwho = "person"')
    stage = Stage.of(parse(people, "small.toml", FACTS))
    made = log.begun(tmp_path / "asked", stage, 3)
    asked: list[records.Asked] = []
    while not asked:
        step = made.run.step()
        made.keeping.step(step)
        asked = records.of(step, records.Asked)
    (one,) = asked
    soon = made.run.second + 4
    answer = Answer(second=soon, cell=one.cell, request=one.request, says="yes")
    made.run.act(answer)
    made.keeping.act(answer)
    log.finished(made)
    played = folders.read_folder(tmp_path / "asked", FACTS)
    branch = log.branch(played, soon + 20, tmp_path / "branch", stage)
    log.finished(branch)
    assert folders.read_folder(tmp_path / "branch", FACTS).records[1:] == played.records
    before = log.branch(played, soon - 4, tmp_path / "before", stage)
    log.finished(before)
    answered = records.of(folders.read_folder(tmp_path / "before", FACTS).records, records.Answered)
    assert one.request not in [each.request for each in answered]


def test_a_branch_with_an_inject_before_it_is_none(
    stage: Stage, whole: Path, tmp_path: Path
) -> None:
    """Refused before anything is written."""
    played = folders.read_folder(whole, FACTS)
    early = Inject(second=100, cell=CONTROLLER, what="link-cut", name="birch")
    with pytest.raises(InputError, match="before the moment that both runs share"):
        log.branch(played, 160, tmp_path / "early", stage, more=[early])
    assert not (tmp_path / "early").exists()


def _root(found: list[records.Record]) -> str:
    from glasshield.exercise.tree import Tree

    tree = Tree()
    for one in found:
        tree.add(records.encode(one))
    return tree.root


def test_a_branch_at_the_beginning_and_at_no_moment(
    stage: Stage, whole: Path, tmp_path: Path
) -> None:
    """Second 0 is a moment, one that has not been is none."""
    played = folders.read_folder(whole, FACTS)
    made = log.branch(played, 0, tmp_path / "zero", stage)
    made.keeping.close()
    assert made.run.second == 0
    with pytest.raises(InputError, match="this moment has not been"):
        log.branch(played, 481, tmp_path / "late", stage)


def _changed(folder: Path, name: str, before: bytes, after: bytes) -> None:
    content = (folder / name).read_bytes()
    assert before in content
    (folder / name).write_bytes(content.replace(before, after, 1))


@pytest.mark.parametrize(
    ("name", "before", "after", "sentence"),
    [
        (
            folders.RECORDS,
            b'"second":0',
            b'"second":1',
            "the records are not those that were sealed",
        ),
        (
            folders.RUN,
            b'"glasshield-exercise-run/2"',
            b'"glasshield-exercise-run/1"',
            "this run is of another form",
        ),
        (
            folders.RECORDS,
            b'"mark":"exercise"',
            b'"mark":"real"',
            "this is no record of an exercise",
        ),
        (folders.RECORDS, b'"mark":"exercise",', b"", "this is no record of an exercise"),
        (folders.RUN, b'"exercise"', b'"real"', "this is no run of an exercise"),
        (folders.EXERCISE, b"0.6", b"0.9", "is not the one that was run"),
        (folders.NOTE, b"\n", b"\n1", "log.note"),
    ],
)
def test_what_was_changed_is_refused(
    whole: Path, tmp_path: Path, name: str, before: bytes, after: bytes, sentence: str
) -> None:
    """In one sentence."""
    folder = tmp_path / "changed"
    shutil.copytree(whole, folder)
    _changed(folder, name, before, after)
    with pytest.raises(InputError) as error:
        folders.read_folder(folder, FACTS)
    assert sentence in error.value.sentence


def test_another_past_does_not_go_on(whole: Path, tmp_path: Path) -> None:
    """What stands there has to be what the exercise, the seed and the actions give."""
    folder = tmp_path / "other"
    _broken_off(whole, folder, 10_000_000)
    written = json.loads((folder / folders.RUN).read_text())
    (folder / folders.RUN).write_text(json.dumps(written | {"seed": 4}))
    with pytest.raises(InputError, match="this run gives other records here"):
        log.resumed(folder, FACTS)


def test_folders_that_are_none(stage: Stage, whole: Path, tmp_path: Path) -> None:
    """An empty one is no run, a full one takes none, and one that has ended does not go on."""
    with pytest.raises(InputError, match="there is no run of an exercise in this folder"):
        folders.read_folder(tmp_path, FACTS)
    with pytest.raises(InputError, match="this folder holds something"):
        log.begun(whole, stage, 3)
    with pytest.raises(InputError, match="this run has ended"):
        log.resumed(whole, FACTS)


def test_words_stand_in_the_log(stage: Stage, tmp_path: Path) -> None:
    """Who said what, and when."""
    done = Say(second=8, cell="aspen-national", text="We see it – да.")
    made = log.begun(tmp_path / "words", stage, 3, log.Start(done=[done]))
    log.finished(made)
    found = records.of(folders.read_folder(tmp_path / "words", FACTS).records, records.Remark)
    assert [(one.second, one.cell, one.text) for one in found] == [
        (8, "aspen-national", "We see it – да.")
    ]
