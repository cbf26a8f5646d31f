"""How much the centre takes in: signed batches, checked, logged and on disk before the answer.

Against a transaction for each batch, in the same run. The folder is to lie on the disk that is
meant: in a folder of memory a flush costs nothing.

    python bench/bench_centre.py [FOLDER]
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from glasshield.centre.log.journal import Journal, Options, Written
from glasshield.centre.log.sqlite_store import SqliteStore
from glasshield.earth.time import Instant
from glasshield.exchange.batches import (
    Batch,
    Envelope,
    SignedBatch,
    from_frame,
    open_batch,
    sign_batch,
)
from glasshield.exchange.keys import Signer, new_signer
from glasshield.exchange.parties import Party, PartyKey, Registry
from yardstick import row

NOW = Instant.parse("2030-01-01T00:00:00Z")
DETECTIONS = 500
DETECTION_BYTES = 84  # ten numbers and a sensor, in MessagePack
SENDERS = 20


def frames(signer: Signer, count: int) -> list[bytes]:
    """Signed batches of noise."""
    size = DETECTIONS * DETECTION_BYTES
    return [
        sign_batch(
            signer, os.urandom(size), Envelope("exercise", "application/msgpack", at, NOW)
        ).framed()
        for at in range(count)
    ]


def opened(frame: bytes, registry: Registry) -> Batch:
    """A batch, checked."""
    parts = from_frame(frame)
    assert isinstance(parts, SignedBatch)
    return open_batch(parts, registry, NOW)


def flushes_a_second(folder: Path, count: int = 200) -> float:
    """How often the disk flushes a small write."""
    with (folder / "flushed").open("wb", buffering=0) as file:
        start = time.perf_counter()
        for _ in range(count):
            file.write(b"x" * 4096)
            os.fsync(file.fileno())
        return count / (time.perf_counter() - start)


def one_by_one(folder: Path, given: Sequence[bytes], registry: Registry) -> float:
    """Batches a second when each has a transaction of its own."""
    options = Options(gather_s=0.0, group=1)
    journal = Journal(SqliteStore(folder / "each.sqlite"), new_signer("c"), "bench/log", options)
    start = time.perf_counter()
    for frame in given:
        journal.received(opened(frame, registry), DETECTIONS, journal.stamps.now_ns()).result()
    spent_s = time.perf_counter() - start
    journal.close()
    return len(given) / spent_s


def together(folder: Path, given: Sequence[bytes], registry: Registry, gather_s: float) -> None:
    """Batches a second of some senders, each of whom waits for its answer."""
    path = folder / f"together-{gather_s}.sqlite"
    options = Options(gather_s=gather_s)
    journal = Journal(SqliteStore(path), new_signer("centre"), "bench/log", options)
    spent: list[float] = []

    def send(frame: bytes) -> None:
        start = time.perf_counter()
        batch = opened(frame, registry)
        journal.received(batch, DETECTIONS, journal.stamps.now_ns()).result()
        spent.append(time.perf_counter() - start)

    start = time.perf_counter()
    with ThreadPoolExecutor(SENDERS) as senders:
        list(senders.map(send, given))
    rate = len(given) / (time.perf_counter() - start)
    groups = journal.state().groups
    journal.close()
    spent.sort()
    median, p99 = spent[len(spent) // 2], spent[len(spent) * 99 // 100]
    row(
        f"{SENDERS} senders, gathered for {gather_s * 1e3:g} ms",
        f"{rate:,.0f} batches/s",
        f"{rate * DETECTIONS:,.0f} detections/s, answer {median * 1e3:.1f} ms,"
        f" p99 {p99 * 1e3:.1f} ms, {len(given) / groups:.1f} a flush",
    )


def lone(folder: Path, given: Sequence[bytes], registry: Registry, gather_s: float) -> None:
    """How long a lone sender waits for its answer."""
    path = folder / f"lone-{gather_s}.sqlite"
    options = Options(gather_s=gather_s)
    journal = Journal(SqliteStore(path), new_signer("centre"), "bench/log", options)
    spent = []
    for frame in given:
        start = time.perf_counter()
        journal.received(opened(frame, registry), DETECTIONS, journal.stamps.now_ns()).result()
        spent.append(time.perf_counter() - start)
    journal.close()
    spent.sort()
    row(
        f"a lone sender, gathered for {gather_s * 1e3:g} ms",
        f"{spent[len(spent) // 2] * 1e3:.1f} ms",
    )


def unhindered(folder: Path, given: Sequence[bytes], registry: Registry) -> None:
    """Batches a second when nobody waits: what the processor and the disk allow."""
    journal = Journal(SqliteStore(folder / "all.sqlite"), new_signer("centre"), "bench/log")
    waiting: list[Future[Written]] = []
    start, spent = time.perf_counter(), time.process_time()
    for frame in given:
        batch = opened(frame, registry)
        waiting.append(journal.received(batch, DETECTIONS, journal.stamps.now_ns()))
    for future in waiting:
        future.result()
    rate = len(given) / (time.perf_counter() - start)
    cost_ms = (time.process_time() - spent) / len(given) * 1e3
    journal.close()
    row(
        "nobody waits",
        f"{rate:,.0f} batches/s",
        f"{rate * DETECTIONS:,.0f} detections/s, {cost_ms:.2f} ms of a core each",
    )


def main() -> None:
    """Print all of it."""
    signer = new_signer("sender")
    since = NOW.plus_s(-1.0)
    registry = Registry().added(Party("sender", "Sender", (PartyKey(signer.public, since),)))
    given = frames(signer, 1500)
    at = sys.argv[1] if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory(dir=at) as name:
        folder = Path(name)
        row("flushes of the disk", f"{flushes_a_second(folder):,.0f} /s")
        row(
            "a transaction for each batch",
            f"{one_by_one(folder, given[:300], registry):,.0f} batches/s",
        )
        for gather_s in (0.0, 0.002, 0.005):
            lone(folder, given[:150], registry, gather_s)
        for gather_s in (0.0, 0.002, 0.005):
            together(folder, given, registry, gather_s)
        unhindered(folder, given, registry)


if __name__ == "__main__":
    main()
