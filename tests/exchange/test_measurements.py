"""Measurements as statements: the detections go in and come out to the last bit, and are signed."""

from __future__ import annotations

import hashlib
import json
import sys
import types
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasshield.catalog.announced import AnnouncedTest
from glasshield.catalog.written import toml
from glasshield.errors import InputError
from glasshield.exchange.canonical import canonical, parsed, plain, sha256
from glasshield.exchange.measurements import (
    MOST_DETECTIONS,
    RESULT_FILE,
    SCHEMA,
    Measured,
    MeasuredInputs,
    Measurement,
    Observed,
    Reported,
    detections_of,
    launches_of,
    observed,
    read_measurement,
    reported,
    write_inputs,
)
from glasshield.exchange.parquet import write_detections
from glasshield.exchange.reading import read_detections
from glasshield.exchange.rerun import rerun
from glasshield.exchange.sensors import Sensors
from glasshield.exchange.stated_facts import differing_facts, facts_of
from glasshield.exchange.statements import (
    MEASUREMENT,
    content_in,
    decoded,
    encoded,
    signed,
    stated,
)
from glasshield.monitoring.document import Evaluation
from glasshield.sensing.detections import UNKNOWN, Detections
from glasshield.workspace import Cache, Workspace
from tests.exchange import stated as assessed
from tests.exchange.measured import measurement, statement
from tests.exchange.stated import RUSSIA, UNITED_STATES
from tests.monitoring.made_up import GUEST, HOST, TEST, detections, evaluation, launches, value

# The bytes of a statement of an assessment as they were before there were measurements.
ASSESSMENT_SHA256 = "24d3037e98e464a0056660a9eab5ce9d8b8e7088ccd91f20d299048749b8b59d"
FINITE = st.floats(allow_nan=False, allow_infinity=False, width=64)


def _same(ours: Any, theirs: Any, *besides: str) -> None:
    """Every column and value of two sets of columns is the same to the last bit."""
    for field in fields(ours):
        if field.name in besides:
            continue
        one, other = getattr(ours, field.name), getattr(theirs, field.name)
        if isinstance(one, np.ndarray):
            np.testing.assert_array_equal(one, other, err_msg=field.name)
            assert (one.dtype, one.shape) == (other.dtype, other.shape), field.name
        else:
            assert one == other, field.name


def _passed(value: Any, type_: Any) -> Any:
    """A value as it comes out of a statement's bytes."""
    return msgspec.convert(parsed(canonical(plain(value)), "here"), type_)


@pytest.mark.parametrize("count", [0, 1, 2, 200])
def test_detections_come_back_to_the_last_bit_without_the_truth(count: int) -> None:
    made = detections(count)
    again = detections_of(_passed(observed(made), Observed))
    _same(made, again, "truth")
    assert (again.truth == UNKNOWN).all()
    assert again.simulated


@given(st.lists(st.tuples(FINITE, FINITE, FINITE | st.none()), min_size=1, max_size=5))
def test_prop_any_numbers_come_back(rows: list[tuple[float, float, float | None]]) -> None:
    # A zero below zero is written as zero: RFC 8785 has one zero.
    table = np.array([[np.nan if x is None else x for x in row] for row in rows]) + 0.0
    made = Detections.of(
        detections().epoch,
        (HOST,),
        table[:, 0],
        0,
        azimuth_rad=table[:, 1],
        elevation_rad=table[:, 0],
        range_rate_m_s=table[:, 2],
        simulated=False,
    )
    again = detections_of(_passed(observed(made), Observed))
    _same(made, again)
    for name in ("time_s", "azimuth_rad", "range_rate_m_s"):
        assert getattr(made, name).tobytes() == getattr(again, name).tobytes()


def test_launches_come_back() -> None:
    again = launches_of(_passed(reported(launches()), Reported))
    _same(launches(), again, "truth")
    none = launches().take(slice(0, 0))
    assert len(launches_of(_passed(reported(none), Reported))) == 0


def test_measured_data_stay_measured() -> None:
    real = replace(detections(3), simulated=False)
    assert not detections_of(_passed(observed(real), Observed)).simulated


def test_what_no_statement_can_hold_is_refused() -> None:
    many = detections(2).take(np.zeros(MOST_DETECTIONS + 1, dtype=int))
    with pytest.raises(InputError, match="too many detections for one statement; got 200,001"):
        observed(many)
    endless = replace(detections(2), range_m=np.array([1.0, np.inf]))
    with pytest.raises(InputError, match="range_m: a number is infinite"):
        observed(endless)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"station": (0, 7)}, "detections.station: no list of places"),
        ({"station": (0,)}, "detections.station: no list of places"),
        ({"arrival_s": (1.0,)}, "not equally long; got 1; expected 2"),
        ({"range_m": (1.0, 2.0, 3.0)}, "not equally long; got 3; expected 2"),
        ({"epoch": "noon"}, "detections.epoch: 'noon' is not a date"),
        ({"stations": ({"id": "x"}, {"id": "y"})}, "the description of a station is wrong"),
    ],
)
def test_columns_that_do_not_fit_each_other_are_refused(changes: dict[str, Any], said: str) -> None:
    broken = msgspec.structs.replace(observed(detections(2)), **changes)
    with pytest.raises(InputError, match=said):
        detections_of(broken)


def test_the_file_is_the_same_in_whatever_order_parties_sign() -> None:
    one = encoded(statement(UNITED_STATES, RUSSIA))
    assert one == encoded(statement(RUSSIA, UNITED_STATES))
    again = decoded(one, "here")
    assert isinstance(again.content, Measurement)
    assert again == statement(UNITED_STATES, RUSSIA)
    assert json.loads(one)["schema"] == MEASUREMENT


def test_regress_statements_of_assessments_are_what_they_were() -> None:
    data = encoded(assessed.statement(UNITED_STATES, RUSSIA))
    assert hashlib.sha256(data).hexdigest() == ASSESSMENT_SHA256
    assert decoded(data, "here") == assessed.statement(UNITED_STATES, RUSSIA)


def test_a_measurement_is_no_assessment_and_the_other_way_round() -> None:
    for made, schema in (
        (statement(RUSSIA), "glasshield-statement/1"),
        (assessed.statement(RUSSIA), MEASUREMENT),
    ):
        value_ = json.loads(encoded(made)) | {"schema": schema}
        with pytest.raises(InputError, match="this is no statement"):
            decoded(canonical(value_), "here")


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ("glasshield-measurement/2", "written by a newer version of Glasshield"),
        ("glasshield-measurement/0", "this version cannot be read"),
        ("glasshield-measurement/x", "this is no measurement of Glasshield"),
    ],
)
def test_other_versions_of_a_measurement_are_refused(schema: str, said: str) -> None:
    value_ = json.loads(encoded(statement(RUSSIA))) | {"schema": schema}
    with pytest.raises(InputError, match=said):
        decoded(canonical(value_), "here")


def test_a_sound_signature_under_a_result_that_is_none_is_refused() -> None:
    broken = msgspec.structs.replace(measurement(), result={"test": 1})
    with pytest.raises(InputError, match="this is no statement"):
        decoded(encoded(signed(stated(broken), RUSSIA)), "here")


DATA = encoded(statement(UNITED_STATES, RUSSIA))
PLACES = st.integers(0, len(DATA) - 1)


def _is_found(data: bytes) -> bool:
    try:
        decoded(data, "here")
    except InputError:
        return True
    return False


def test_prop_a_flipped_bit_in_every_byte_is_found() -> None:
    assert not _is_found(DATA)
    kept = [
        place
        for place in range(len(DATA))
        if not _is_found(DATA[:place] + bytes([DATA[place] ^ 1 << place % 8]) + DATA[place + 1 :])
    ]
    assert kept == []


@given(PLACES, st.integers(1, 255))
def test_prop_every_other_byte_is_found(place: int, change: int) -> None:
    assert _is_found(DATA[:place] + bytes([DATA[place] ^ change]) + DATA[place + 1 :])


@given(PLACES, st.integers(1, 200))
def test_prop_every_byte_left_out_is_found(place: int, length: int) -> None:
    assert _is_found(DATA[:place] + DATA[place + length :])


def _workspace(tmp_path: Path, *overlays: Path) -> Workspace:
    return Workspace(Cache(tmp_path / "cache"), overlays)


class Folder:
    """What an evaluation of one's own test writes, with a fit that anybody can do by hand."""

    def __init__(self, tmp_path: Path) -> None:
        self.out = tmp_path / "out"
        self.out.mkdir()
        self.file = tmp_path / "guest-ship.parquet"
        self.test_file = tmp_path / "TEST.toml"
        packaged = _workspace(tmp_path).catalog.tests[TEST]
        mine = msgspec.structs.replace(
            packaged, id="mine", name="Mine", claims=("ten-interceptors-cannot-matter",)
        )
        self.test_file.write_text(toml("test", mine), encoding="utf-8")
        self.workspace = _workspace(tmp_path, self.test_file)
        write_detections(detections(40), self.file)
        read = read_detections([self.file], Sensors.of((GUEST, HOST)))
        self.measured = self.evaluated(read.detections)
        write_inputs(self.out, self.workspace, self.measured, [self.file])
        data = msgspec.json.format(msgspec.json.encode(self.measured.evaluation), indent=1)
        (self.out / RESULT_FILE).write_bytes(data)

    def evaluated(self, seen: Detections) -> Measured:
        """The evaluation of detections."""
        from glasshield.monitoring.claims_updated import evaluated

        test = self.workspace.catalog.tests["mine"]
        return Measured(test, seen, launches(), evaluated(test, seen, launches(), self.workspace))


def _mean_range(
    test: AnnouncedTest, seen: Detections, called: Any, workspace: Workspace, progress: Any
) -> Evaluation:
    """A fit of a kind: every bit of what was measured, and when, moves its speed."""
    assert workspace.catalog.tests[test.id] == test
    progress(0.5, "fitting")
    speed = float(np.nanmean(seen.range_m) + seen.azimuth_rad @ seen.time_s + called.time_s.sum())
    return evaluation(value(speed, 0.001))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    module = types.ModuleType("glasshield.monitoring.evaluation")
    module.evaluate = _mean_range  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return Folder(tmp_path)


def test_an_evaluation_is_stated_signed_and_computed_again(folder: Folder) -> None:
    content = content_in(folder.out)
    assert isinstance(content, Measurement)
    assert content == read_measurement(folder.out / RESULT_FILE)
    again = decoded(encoded(signed(stated(content), RUSSIA)), "here")
    assert again.content == content
    # On another machine there are neither the files nor the folder of facts.
    folder.file.unlink()
    folder.test_file.unlink()
    told: list[float] = []
    elsewhere = Workspace(Cache(folder.out.parent / "elsewhere"))
    assert rerun(again.content, elsewhere, lambda done, _: told.append(done)) == ()
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert str(folder.out.parent) not in encoded(again).decode()


def test_a_changed_detection_gives_another_result_and_it_is_named(folder: Folder) -> None:
    content = read_measurement(folder.out)
    seen = content.inputs.detections
    moved = (seen.azimuth_rad[0] or 0.0) + 1e-3
    changed = msgspec.structs.replace(seen, azimuth_rad=(moved, *seen.azimuth_rad[1:]))
    inputs = msgspec.structs.replace(content.inputs, detections=changed)
    found = rerun(msgspec.structs.replace(content, inputs=inputs), folder.workspace)
    assert "burnout_speed_km_s.value" in {one.path for one in found}


def test_inputs_hold_the_test_and_all_that_it_and_its_claims_lead_to(folder: Folder) -> None:
    inputs = read_measurement(folder.out).inputs
    assert inputs.test == "mine"
    assert inputs.own == ("test.mine",)
    wanted = {"interceptor.gbi2", "claim.ten-interceptors-cannot-matter", "assumptions.us-2007",
              "architecture.third-site-2007", "source.glasshield", "party.russia"}  # fmt: skip
    assert wanted <= inputs.records.keys()
    assert facts_of(inputs).tests["mine"] == folder.measured.test
    assert differing_facts(inputs) == []
    (file,) = [one for one in inputs.files if one.name == folder.file.name]
    assert file.sha256 == hashlib.sha256(folder.file.read_bytes()).hexdigest()
    assert {one.name for one in inputs.files} == {"guest-ship.parquet", "TEST.toml"}


def _edited(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    found = json.loads(path.read_text(encoding="utf-8"))
    change(found)
    path.write_text(json.dumps(found), encoding="utf-8")


def _other_detection(kept: dict[str, Any]) -> None:
    kept["inputs"]["detections"]["time_s"][0] += 1e-9


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        (
            RESULT_FILE,
            lambda found: found["stages"].update(value=3),
            "changed since the evaluation",
        ),
        (RESULT_FILE, lambda found: found.pop("stages"), "no evaluation"),
        ("inputs.json", _other_detection, "changed since the evaluation"),
        ("inputs.json", lambda kept: kept.pop("files"), "no evaluation"),
        (
            "inputs.json",
            lambda kept: kept.update(schema="glasshield-measured/2"),
            "a newer version",
        ),
    ],
)
def test_what_was_changed_since_is_not_stated(
    folder: Folder, name: str, change: Callable[[dict[str, Any]], object], said: str
) -> None:
    _edited(folder.out / name, change)
    with pytest.raises(InputError, match=said) as caught:
        content_in(folder.out)
    assert str(folder.out / name) in caught.value.sentence


def test_a_changed_or_missing_recording_is_not_stated(folder: Folder) -> None:
    write_detections(detections(41), folder.file)
    with pytest.raises(InputError, match=r"guest-ship\.parquet: changed since .* monitor evaluate"):
        content_in(folder.out)
    folder.file.unlink()
    with pytest.raises(InputError, match=r"guest-ship\.parquet: changed since the evaluation"):
        content_in(folder.out)


def test_a_folder_without_its_result_or_inputs_is_refused(folder: Folder) -> None:
    (folder.out / RESULT_FILE).unlink()
    with pytest.raises(InputError, match="the evaluation cannot be read"):
        content_in(folder.out)
    (folder.out / "inputs.json").unlink()
    with pytest.raises(InputError, match="the assessment cannot be read"):
        content_in(folder.out)


def test_the_digest_of_inputs_is_that_of_their_content(folder: Folder) -> None:
    kept = json.loads((folder.out / "inputs.json").read_text(encoding="utf-8"))
    assert kept["schema"] == SCHEMA
    own = kept.pop("own_sha256")
    assert own == sha256(kept | {"own_sha256": ""})
    assert msgspec.convert(kept["inputs"], MeasuredInputs) == read_measurement(folder.out).inputs
