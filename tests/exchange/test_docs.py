"""The page about formats says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pyarrow.parquet as pq

from glasshield.exchange.parquet_tracks import write_tracks
from glasshield.exchange.sensors import NAME, read_sensors
from glasshield.exchange.writing import SUFFIXES, write_detections
from tests.exchange.samples import detections, tracks

PAGE = (Path(__file__).parents[2] / "docs/formats.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    return PAGE.split(f"## {title}\n")[1].split("\n## ")[0]


def columns(title: str) -> list[str]:
    """Names in the first column of a section's table."""
    cells = re.findall(r"^\| (`.+?) \|", section(title), flags=re.MULTILINE)
    return [name for cell in cells for name in re.findall(r"`(\w+)`", cell)]


def test_the_columns_of_detections_are_described(tmp_path: Path) -> None:
    write_detections(detections(), tmp_path / "a.parquet")
    written = pq.read_schema(tmp_path / "a.parquet").names
    assert sorted(columns("Detections as Parquet")) == sorted(written)


def test_the_columns_of_tracks_are_described(tmp_path: Path) -> None:
    write_tracks(tracks(), tmp_path / "a.parquet")
    written = pq.read_schema(tmp_path / "a.parquet").names
    described = columns("Tracks as Parquet")
    assert [name for name in written if not name.startswith("cov_")] == [
        name for name in described if not name.startswith("cov_")
    ]
    assert sum(name.startswith("cov_") for name in written) == 21
    assert set(described) <= set(written)


def test_the_example_of_sensors_is_read(tmp_path: Path) -> None:
    (text,) = re.findall(r"```toml\n(.+?)```", section("Stations"), flags=re.DOTALL)
    (tmp_path / NAME).write_text(text)
    found = read_sensors(tmp_path / NAME)
    assert found.asterix == {(25, 13): "radar-west"}
    assert found.stations["radar-west"].range_m == 3_000e3


def test_every_suffix_and_comment_is_named() -> None:
    message = section("Tracking Data Messages")
    assert "SIMULATED" in message
    assert "SIMULATED" in section("CSV")
    assert "GLASSHIELD EPOCH" in message
    for suffix in SUFFIXES:
        assert suffix.lstrip(".").upper() in PAGE.upper()
