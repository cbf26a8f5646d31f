"""Records written as text and read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from glasshield import catalog
from glasshield.catalog import files
from glasshield.catalog.written import toml

FACTS = catalog.load()


@pytest.mark.parametrize("kind", catalog.KINDS)
def test_prop_every_record_comes_back(kind: str, tmp_path: Path) -> None:
    records = FACTS.of_kind(kind)
    file = tmp_path / "written.toml"
    file.write_text("\n".join(toml(kind, record) for record in records.values()), encoding="utf-8")
    read = {entry.id: files.decode(entry) for entry in files.read_file(file, tmp_path)}
    assert read == dict(records)


def test_overridden_records_are_written_as_they_are(tmp_path: Path) -> None:
    changed = FACTS.override("scenario.five-hundred.swarms.object.count", "7")
    file = tmp_path / "written.toml"
    file.write_text(toml("scenario", changed.scenarios["five-hundred"]), encoding="utf-8")
    (entry,) = files.read_file(file, tmp_path)
    assert files.decode(entry) == changed.scenarios["five-hundred"]
