"""Files that were cut, changed and shuffled: never anything but an answer or one sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from glasshield.errors import InputError
from glasshield.exchange.asterix_writing import write_asterix
from glasshield.exchange.oem_writing import write_tracks as write_oem
from glasshield.exchange.parquet_tracks import write_tracks as write_parquet
from glasshield.exchange.reading import ReadOptions, read_detections
from glasshield.exchange.sensors import Sensors
from glasshield.exchange.tracks_reading import read_tracks
from glasshield.exchange.writing import write_detections
from tests.exchange.samples import EPOCH, STATIONS, detections, tracks

SENSORS = Sensors(
    {station.id: station for station in STATIONS}, {(1, 1): "radar-west", (1, 2): "radar east"}
)
WHOLE = detections(25)
NEAR = replace(WHOLE, range_m=np.nan_to_num(WHOLE.range_m, nan=5e5) % 4e5 + 1e3)
IDENTITIES = {"radar-west": (1, 1), "radar east": (1, 2)}
CHANGES = 40


def records(path: Path) -> int:
    result = read_detections([path], SENSORS, ReadOptions(day=EPOCH))
    assert result.kept == len(result.detections)
    assert result.rejected == sum(count.rejected for count in result.files)
    return result.kept


def states(path: Path) -> int:
    return len(read_tracks(path, EPOCH).tracks.time_s)


FILES: dict[str, tuple[Callable[[Path], None], Callable[[Path], int]]] = {
    "a.tdm": (lambda path: write_detections(WHOLE, path), records),
    "a.xml": (lambda path: write_detections(WHOLE, path), records),
    "a.csv": (lambda path: write_detections(WHOLE, path), records),
    "a.parquet": (lambda path: write_detections(WHOLE, path), records),
    "a.ast": (lambda path: write_asterix(NEAR, path, 15, IDENTITIES), records),
    "t.oem": (lambda path: write_oem(tracks(2, 5), path), states),
    "t.xml": (lambda path: write_oem(tracks(2, 5), path), states),
    "t.parquet": (lambda path: write_parquet(tracks(2, 5), path), states),
}


def broken(whole: bytes, draw: np.random.Generator) -> bytes:
    """A file cut off, with some other bytes, without a part, or with a part twice."""
    first, last = sorted(draw.integers(0, len(whole), 2).tolist())
    kind = int(draw.integers(4))
    if kind == 0:
        return whole[:last]
    if kind == 1:
        changed = bytearray(whole)
        for place in draw.integers(0, len(whole), 5).tolist():
            changed[place] = int(draw.integers(256))
        return bytes(changed)
    return whole[:first] + whole[last:] if kind == 2 else whole[:last] + whole[first:]


@pytest.mark.parametrize("name", FILES)
def test_prop_a_broken_file_is_an_answer_or_a_sentence(tmp_path: Path, name: str) -> None:
    write, read = FILES[name]
    path = tmp_path / name
    write(path)
    whole = path.read_bytes()
    assert read(path) > 0
    draw = np.random.default_rng(2026)
    for _ in range(CHANGES):
        path.write_bytes(broken(whole, draw))
        try:
            read(path)
        except InputError as error:
            assert str(path) in error.sentence  # noqa: PT017
