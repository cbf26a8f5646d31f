"""What the centre itself writes stands in the log in its order, whatever the store does."""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from glasshield.catalog import load
from glasshield.centre.log import ledger as ledgers
from glasshield.centre.log.journal import Journal
from glasshield.centre.log.ledger import Ledger
from glasshield.centre.log.logged import opened
from glasshield.centre.log.replaying import replayed
from glasshield.centre.log.sqlite_store import SqliteStore
from glasshield.centre.log.store import Record, Store, StoreError, Trouble
from glasshield.centre.metrics import Metrics
from glasshield.earth.time import Instant
from glasshield.exchange.log.entries import (
    LOST,
    EventEntry,
    PictureEntry,
    RefusedEntry,
    decoded,
)
from tests.centre.faults.flights import Watch
from tests.centre.service.running import ANSWER_S, entries, running, within
from tests.exchange.stated import signer

FLY = Watch(count=6, span_s=9.0, every_s=0.1)
DIGEST = "0" * 64


class Failing:
    """A store that takes nothing while it is told to."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.fails = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def append(self, records: Sequence[Record]) -> int:
        if self.fails:
            raise StoreError(Trouble.FULL, "no space is left", where="test")
        return self._store.append(records)


def event(number: int) -> partial[EventEntry]:
    return partial(EventEntry, mode="exercise", view_sha256=DIGEST, event_sha256=f"{number:064d}")


def numbers(store: SqliteStore) -> list[int]:
    """The events of a log, and below zero what it says that it lacks."""
    found = [decoded(data, "test") for data in store.entries(0, store.size)]
    return [
        int(one.event_sha256) if isinstance(one, EventEntry) else -one.count
        for one in found
        if isinstance(one, (EventEntry, RefusedEntry))
    ]


def test_a_log_that_took_nothing_for_a_while_is_replayed_to_the_same(tmp_path: Path) -> None:
    with running(tmp_path) as here:
        store = Failing(here.centre.store)
        here.centre.journal._store = store
        begins_s = time.monotonic()
        for _ in here.flying(9.0, FLY):
            store.fails = 3.0 < time.monotonic() - begins_s < 6.0
        store.fails = False
        assert within(ANSWER_S, lambda: not here.centre._ledger._is_held)
        at = here.centre.now().posix_us
        assert within(ANSWER_S, lambda: last_picture(here.centre) > at)
        found = entries(here.centre)
    pictures = [one.tick for one in found if isinstance(one, PictureEntry)]
    assert pictures == sorted(pictures)
    assert len(pictures) >= 9
    with opened(here.ground.config.data) as log:
        result = replayed(log, load())
    assert result.findings == ()
    assert result.pictures >= len(pictures)
    assert result.events > 0
    assert result.lost == 0


def last_picture(centre: Any) -> int:
    ticks = [one.tick for one in entries(centre) if isinstance(one, PictureEntry)]
    return Instant.parse(ticks[-1], where="tick").posix_us


def test_entries_wait_behind_each_other_and_what_is_lost_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledgers, "_MOST_WAITING", 20)
    kept = SqliteStore(tmp_path / "log.sqlite")
    store = Failing(kept)
    journal = Journal(store, signer("centre", 7), "centre.example/log")
    ledger = Ledger(journal, "exercise", Metrics())
    for number in range(5):
        ledger.write(event(number))
    assert within(ANSWER_S, lambda: kept.size >= 5)
    store.fails = True
    for number in range(5, 10):
        ledger.write(event(number))
        time.sleep(0.002)
    assert within(ANSWER_S, lambda: ledger._is_held)
    store.fails = False
    for number in range(10, 35):  # the store is well again, but they wait behind 5 to 9
        ledger.write(event(number))
    assert kept.size < 7
    ledger.write(event(100), needed=True)
    assert within(ANSWER_S, lambda: _flushed(ledger))
    ledger.write(event(35))
    assert within(ANSWER_S, lambda: numbers(kept)[-1] == 35)
    assert numbers(kept) == [*range(25), -10, 100, 35]
    reasons = {one.reason for one in _entries(kept) if isinstance(one, RefusedEntry)}
    assert reasons == {LOST}
    journal.close()


def _flushed(ledger: Ledger) -> bool:
    ledger.flush(DIGEST)
    return not ledger._waiting


def _entries(store: SqliteStore) -> list[Any]:
    return [decoded(data, "test") for data in store.entries(0, store.size)]
