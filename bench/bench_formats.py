"""How fast files are read and written, against the library that judges the messages' grammar.

Processor time of one core; each figure is the best of three. The library alone turns a message into
objects and fetches its observations; our reading adds times, grouping into reports, checks,
duplicates and the last bit.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import ccsds_ndm
import numpy as np

from glasshield.exchange.czml import write_tracks as write_czml
from glasshield.exchange.oem_writing import write_tracks as write_oem
from glasshield.exchange.parquet_tracks import write_tracks as write_parquet
from glasshield.exchange.reading import read_detections
from glasshield.exchange.sensors import Sensors
from glasshield.exchange.tracks_reading import read_tracks
from glasshield.exchange.writing import write_detections
from glasshield.fusion.tracks import Tracks, pack
from glasshield.scenario.benchmark import benchmark
from glasshield.scenario.truth import Truth
from glasshield.sensing.detections import Detections

OBSERVATIONS = 3  # range and two angles


def best_s(run: Callable[[], object]) -> float:
    """Processor seconds of the fastest of three runs."""
    spans = []
    for _ in range(3):
        start = time.process_time()
        run()
        spans.append(time.process_time() - start)
    return min(spans)


def detections(folder: Path, made: Detections) -> None:
    """Detections in every format."""
    sensors = Sensors.of(made.stations)
    print(f"{len(made):,} detections a second: written, read")
    for suffix in ("parquet", "tdm", "xml", "csv"):
        path = folder / f"detections.{suffix}"
        written = len(made) / best_s(partial(write_detections, made, path))
        read = len(made) / best_s(partial(read_detections, [path], sensors))
        print(f"  {suffix:8} {written:12,.0f} {read:12,.0f}")


def library(folder: Path, made: Detections) -> None:
    """The library alone on the same message."""
    text = (folder / "detections.tdm").read_text()

    def fetch() -> object:
        message = ccsds_ndm.from_str(text)
        return [
            (each.epoch, each.keyword, each.value)
            for segment in message.segments
            for each in segment.data.observations
        ]

    count = OBSERVATIONS * len(made)
    sensors = Sensors.of(made.stations)
    theirs = count / best_s(fetch)
    ours = count / best_s(lambda: read_detections([folder / "detections.tdm"], sensors))
    print("observations of a TDM a second")
    print(f"  ccsds-ndm-py, observations fetched {theirs:12,.0f}")
    print(f"  ours, detections made of them      {ours:12,.0f}  ratio {ours / theirs:.2f}")


def tracks(folder: Path, truth: Truth, made: Detections) -> None:
    """Tracks in every format."""
    rows = len(truth.time_s)
    spread = np.random.default_rng(1).normal(size=(rows, 6, 6))
    scaled = spread * np.array([300.0, 50.0, 9.0, 5.0, 1.0, 0.1])[:, None]
    kept = Tracks(
        epoch=truth.epoch,
        stations=made.stations,
        id=np.arange(len(truth), dtype=np.int32),
        first_row=truth.first_row,
        time_s=truth.time_s,
        state_ecef=truth.state_ecef,
        packed_covariance=pack(scaled @ scaled.transpose(0, 2, 1) + 1e-3 * np.eye(6)),
        phase_probability=np.full((rows, 3), 1.0 / 3.0),
        detection=np.full(rows, -1, dtype=np.int32),
        station_index=np.zeros(rows, dtype=np.int32),
        simulated=True,
    )
    print(f"{rows:,} states of {len(truth)} tracks a second: written, read")
    for suffix, write in (("parquet", write_parquet), ("oem", write_oem), ("xml", write_oem)):
        path = folder / f"tracks.{suffix}"
        written = rows / best_s(partial(write, kept, path))
        read = rows / best_s(partial(read_tracks, path))
        print(f"  {suffix:8} {written:12,.0f} {read:12,.0f}")
    drawn = rows / best_s(lambda: write_czml(kept, folder / "tracks.czml"))
    print(f"  czml     {drawn:12,.0f}")


def main() -> None:
    """Print all of it."""
    simulated = benchmark(500, seed=1, duration_s=60.0)
    few = benchmark(20, seed=1, duration_s=500.0)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        detections(folder, simulated.detections)
        library(folder, simulated.detections)
        tracks(folder, few.truth, few.detections)


if __name__ == "__main__":
    main()
