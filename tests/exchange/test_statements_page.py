"""The page about statements says what the code does, and its program checks a statement."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import msgspec

from glasshield.exchange import measurements
from glasshield.exchange.inputs import INPUTS_FILE, RESULT_FILE, Content, Inputs
from glasshield.exchange.measurements import MeasuredInputs, Observed, Recorded, Reported
from glasshield.exchange.statements import (
    MEASUREMENT,
    MESSAGE,
    SCHEMA,
    Signature,
    encoded,
    write,
)
from tests.exchange import measured
from tests.exchange.stated import RUSSIA, UNITED_STATES, statement

PAGE = (Path(__file__).parents[2] / "docs/statements.md").read_text(encoding="utf-8")
(PROGRAM,) = re.findall(r"```python\n(.+?)```", PAGE, flags=re.DOTALL)


def _run(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=folder, capture_output=True, text=True, check=False
    )


def test_the_program_on_the_page_takes_a_statement_and_finds_a_change(tmp_path: Path) -> None:
    made = statement(RUSSIA, UNITED_STATES)
    write(made, tmp_path / "statement.json")
    assert _run(tmp_path).returncode == 0
    for old, new in ((b'"value":0.5', b'"value":0.6'), (b'"party":"russia"', b'"party":"prussia"')):
        changed = encoded(made).replace(old, new)
        assert changed != encoded(made)
        (tmp_path / "statement.json").write_bytes(changed)
        assert _run(tmp_path).returncode != 0


def test_the_program_on_the_page_checks_a_measurement_too(tmp_path: Path) -> None:
    made = measured.statement(RUSSIA, UNITED_STATES)
    write(made, tmp_path / "statement.json")
    assert _run(tmp_path).returncode == 0
    (tmp_path / "statement.json").write_bytes(
        encoded(made).replace(b'"value":6.05', b'"value":6.06')
    )
    assert _run(tmp_path).returncode != 0


def test_every_name_in_a_measurement_stands_on_the_page() -> None:
    names = [
        *(f"inputs.{field.name}" for field in msgspec.structs.fields(MeasuredInputs)),
        *(field.name for type_ in (Observed, Reported, Recorded)
          for field in msgspec.structs.fields(type_)),
    ]  # fmt: skip
    assert [name for name in names if f"`{name}`" not in PAGE] == []
    words = (MEASUREMENT, measurements.SCHEMA, measurements.RESULT_FILE)
    assert [word for word in words if word not in PAGE] == []
    assert f"{measurements.MOST_DETECTIONS:,} detections" in PAGE


def test_every_name_in_a_statement_stands_on_the_page() -> None:
    names = [
        *("schema", "content", "content_sha256", "signatures"),
        *(field.name for field in msgspec.structs.fields(Signature)),
        *(field.name for field in msgspec.structs.fields(Content)),
        *(f"inputs.{field.name}" for field in msgspec.structs.fields(Inputs)),
    ]
    assert [name for name in names if f"`{name}`" not in PAGE and name != "inputs"] == []
    assert [word for word in (SCHEMA, MESSAGE, RESULT_FILE, INPUTS_FILE) if word not in PAGE] == []
