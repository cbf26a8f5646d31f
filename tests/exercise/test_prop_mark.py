"""Nothing of an exercise can be taken for real, and nothing real for an exercise's.

Three walls, each held here by tests: an engine, an intake and notices of one mode take nothing of
the other; no decoder of the real side reads a record or an action of an exercise, in whatever
form; and a record without its mark, or with another one, is none.
"""

from __future__ import annotations

import ast
import math
import typing
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import glasshield
from glasshield import catalog
from glasshield.centre import bodies
from glasshield.centre.decoding import decoded
from glasshield.centre.errors import RefusedError
from glasshield.centre.picture.engine import Engine
from glasshield.centre.picture.snapshot import Taken
from glasshield.centre.warning.notices import known_notice
from glasshield.errors import InputError, RangeError
from glasshield.exchange import batches, canonical, statements
from glasshield.exchange.log import checkpoints, entries, notes
from glasshield.exchange.notices.files import parsed_notice
from glasshield.exchange.notices.files import written as as_text
from glasshield.exchange.release.reading import parse as parse_rules
from glasshield.exchange.release.terms import Mode
from glasshield.exercise import actions, records
from glasshield.exercise.noticing import notice
from glasshield.exercise.reading import parse
from glasshield.exercise.world import Stage, World
from tests.exercise import small

FACTS = catalog.load()
RECORDS = get_args(records.Record)
ACTIONS = get_args(actions.Action)
SOURCE = Path(glasshield.__file__).parent
_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=8)
_NUMBERS = st.floats(-1e6, 1e6, allow_nan=False)


def _values(annotation: Any) -> st.SearchStrategy[Any]:
    """Values of an annotation, as far as records have them."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _annotated(*get_args(annotation))
    if origin is Literal:
        return st.sampled_from(get_args(annotation))
    if origin is tuple:
        return st.lists(_values(get_args(annotation)[0]), max_size=3).map(tuple)
    if origin in (UnionType, typing.Union):
        return st.one_of([_values(each) for each in get_args(annotation)])
    if annotation is NoneType:
        return st.none()
    if annotation is records.Said:
        return st.builds(records.Said, en=_TEXT, ru=_TEXT)
    plain = {str: _TEXT, int: st.integers(0, 10**6), float: _NUMBERS}
    return plain[annotation]


def _annotated(inner: Any, *metas: Any) -> st.SearchStrategy[Any]:
    if inner is int:
        least = max((meta.ge or 0 for meta in metas), default=0)
        return st.integers(least, 10**6)
    return st.text("abcdefghij-", min_size=1, max_size=8)


def _made(type_: type[Any]) -> st.SearchStrategy[Any]:
    hints = typing.get_type_hints(type_, include_extras=True)
    fields = {name: hints[name] for name in type_.__struct_fields__ if name != "mark"}
    return st.builds(type_, **{name: _values(each) for name, each in fields.items()})


ANY_RECORD = st.one_of([_made(each) for each in RECORDS])
ANY_ACTION = st.one_of([_made(each) for each in ACTIONS])
LINES = st.one_of(ANY_RECORD.map(records.encode), ANY_ACTION.map(actions.encode))


@given(ANY_RECORD)
def test_prop_a_record_comes_back_with_its_mark(record: Any) -> None:
    """To the last byte."""
    line = records.encode(record)
    assert msgspec.json.decode(line)["mark"] == "exercise"
    back = records.decode(line, "here")
    assert back == record
    assert back.mark == "exercise"


@given(ANY_RECORD, st.one_of(st.none(), _TEXT, st.integers(), st.just("real")))
def test_prop_a_record_with_another_mark_is_none(record: Any, mark: object) -> None:
    """Nor is one without, whoever writes it."""
    table = msgspec.json.decode(records.encode(record))
    del table["mark"]
    with pytest.raises(InputError):
        records.decode(canonical.canonical(table), "here")
    if mark != "exercise":
        with pytest.raises(InputError):
            records.decode(canonical.canonical(table | {"mark": mark}), "here")
        with pytest.raises(ValueError, match="mark"):
            msgspec.structs.replace(record, mark=mark)


@given(ANY_RECORD, _TEXT.filter(bool), _TEXT)
def test_prop_no_key_can_be_added_to_a_record(record: Any, key: str, value: str) -> None:
    """A second mark would be one."""
    table = msgspec.json.decode(records.encode(record))
    if key in table:
        return
    with pytest.raises(InputError):
        records.decode(canonical.canonical(table | {key: value}), "here")


@given(ANY_ACTION)
def test_prop_actions_have_the_mark_too(action: Any) -> None:
    """And only that one."""
    line = actions.encode(action)
    assert actions.decode(line, "here") == action
    table = msgspec.json.decode(line)
    del table["mark"]
    for other in (table, table | {"mark": "real"}):
        with pytest.raises(InputError):
            actions.decode(canonical.canonical(other), "here")


def _types(union: Any) -> tuple[type, ...]:
    return get_args(union) or (union,)


_REAL_BODIES = (
    *_types(bodies.DataBody),
    *_types(bodies.Act),
    bodies.ActRecord,
    bodies.Receipt,
    bodies.Session,
    bodies.RequestState,
)
_DECODERS: dict[str, Callable[[bytes], object]] = {
    "an entry of the log": lambda line: entries.decoded(line, "here"),
    "a statement": lambda line: statements.decoded(line, "here"),
    "a checkpoint": lambda line: checkpoints.checkpoint_in(line.decode(), "here"),
    "a note": lambda line: notes.parsed_note(line, "here"),
    "a request of a log": lambda line: checkpoints.parsed_request(line, "here"),
    "a notice": lambda line: parsed_notice(line.decode(), FACTS.regimes, "here"),
    "rules": lambda line: parse_rules(line.decode(), "here", {}),
    **{
        f"a body of {each.__name__}": partial(msgspec.json.decode, type=each)
        for each in _REAL_BODIES
    },
    **{
        f"data as {kind}": partial(decoded, content_type=kind, party="aspen")
        for kind in bodies.DATA_TYPES
    },
}


@settings(max_examples=40)
@given(LINES)
def test_prop_no_decoder_of_the_real_side_reads_a_line_of_an_exercise(line: bytes) -> None:
    """Neither bodies of parties, nor entries of the log, nor exports, nor notices."""
    for name, decode in _DECODERS.items():
        try:
            found = decode(line)
        except (InputError, RefusedError, msgspec.DecodeError):
            continue
        pytest.fail(f"{name} was read from a line of an exercise: {found}")
    assert isinstance(batches.from_frame(line), batches.Reason)


def _entry() -> bytes:
    at = entries.timestamp(1_900_000_000_000_000_000)
    made = entries.PaddingEntry(index=0, at=at, mode="real", salt=entries.new_salt())
    return entries.encoded(made)


def test_no_record_is_read_from_the_real_side() -> None:
    """A real entry gains no mark."""
    for line in (_entry(), b'{"schema":"glasshield-receipt/1"}', b"{}"):
        with pytest.raises(InputError):
            records.decode(line, "here")
        with pytest.raises(InputError):
            actions.decode(line, "here")
    table = msgspec.json.decode(_entry()) | {"mark": "exercise"}
    with pytest.raises(InputError):
        records.decode(canonical.canonical(table), "here")


@pytest.fixture(scope="module")
def stage() -> Stage:
    """The stage of the small exercise."""
    return Stage.of(small.exercise())


@settings(max_examples=15)
@given(seed=st.integers(0, 2**31), mode=st.sampled_from(list(Mode)))
def test_prop_an_engine_takes_nothing_of_the_other_mode(
    stage: Stage, seed: int, mode: Mode
) -> None:
    """All that an exercise gives an engine is marked as simulated, and of its mode."""
    found = World(stage, seed).launched("first", 10.0).take(slice(0, 5))
    assert found.simulated
    epoch = stage.exercise.epoch
    engine = Engine(Mode.REAL, epoch)
    batch = Taken("aspen", Mode.EXERCISE, epoch, epoch, "one", detections=found)
    with pytest.raises(RangeError, match="other mode"):
        engine.take(batch)
    with pytest.raises(RangeError, match="other mode"):
        Engine(Mode.EXERCISE, epoch).take(replace(batch, mode=Mode.REAL))
    other = next(each for each in Mode if each is not mode)
    with pytest.raises(RangeError, match="other mode"):
        Engine(mode, epoch).take(replace(batch, mode=other))


def test_a_notice_of_an_exercise_is_none_in_a_real_centre() -> None:
    """Nor the other way round."""
    text = small.TEXT + '\n[notice.told]\nparty = "aspen"\nflight = "first"\nat = "4 s"\n'
    its = Stage.of(parse(text, "small.toml", FACTS))
    at = its.exercise.epoch
    known = notice("told", its, at)
    assert known.mode is Mode.EXERCISE
    written = known.notice
    assert written.standing.value == "exercise"
    with pytest.raises(InputError, match="never meet"):
        known_notice(as_text(written, FACTS.regimes), "aspen", at, Mode.REAL, FACTS.regimes)


def _imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{each.name}" for each in node.names)}
        elif isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
    return found


def test_nothing_that_serves_real_data_knows_exercises() -> None:
    """What is not imported cannot be written: records are made and read above the centre alone."""
    allowed = ("exercise", "cli", "report/exercise", "exchange/rerun.py", "exchange/statements.py")
    knows = [
        path.relative_to(SOURCE).as_posix()
        for path in sorted(SOURCE.rglob("*.py"))
        if any(name.startswith("glasshield.exercise") for name in _imports(path))
    ]
    assert knows
    assert [path for path in knows if not path.startswith(allowed)] == []
    centre = [path for path in knows if path.startswith(("centre", "exchange", "monitoring"))]
    assert [path for path in centre if "rerun" not in path and "statements" not in path] == []


@given(st.integers(0, 10**6), st.sampled_from([-math.inf, math.nan]))
def test_prop_numbers_that_json_has_not_are_refused(second: int, value: float) -> None:
    """No line could be read back that holds one."""
    with pytest.raises(InputError):
        records.encode(records.Outcome(second=second, shot=1, object=1, flight="", result="missed",
                                       probability=value))  # fmt: skip
