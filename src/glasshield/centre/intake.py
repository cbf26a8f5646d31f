"""The way of a signed batch into the log: signature, rate, meaning; then the disk; then the answer.

Whatever is not taken leaves nothing behind but a count of its reason. A batch is decoded before it
is written, so that the log holds nothing that no picture can be made of.
"""

from __future__ import annotations

import logging
import threading
from collections import Counter as Tally
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from time import thread_time
from typing import Final

from glasshield.centre.applying import notice_in
from glasshield.centre.around import Around
from glasshield.centre.bodies import (
    DATA_TYPES,
    NOTICE,
    RECEIPT,
    RULES,
    SESSION_TYPE,
    TDM,
    TDM_XML,
    Receipt,
)
from glasshield.centre.decoding import Data, decoded
from glasshield.centre.errors import Code, RefusedError, told
from glasshield.centre.health import GOOD
from glasshield.centre.limits import Buckets
from glasshield.centre.log.clock import Clock
from glasshield.centre.log.journal import Journal, Written
from glasshield.centre.log.ledger import Ledger
from glasshield.centre.log.recalling import NOTICE_MARK
from glasshield.centre.log.store import Body
from glasshield.centre.metrics import Metrics
from glasshield.centre.picture.parcels import check
from glasshield.centre.picture.snapshot import Reports
from glasshield.centre.picture.ticks import instant_of
from glasshield.centre.ruling import Ruling
from glasshield.centre.turns import Turns
from glasshield.earth.time import Instant
from glasshield.errors import GlasshieldError
from glasshield.exchange.batches import (
    Batch,
    Limits,
    Reason,
    SignedBatch,
    judged,
    judged_header,
    refusal,
)
from glasshield.exchange.log.entries import nanoseconds, timestamp
from glasshield.exchange.release.terms import Mode as ReleaseMode

_MS: Final = 1_000_000
_MOST_AT_WORK: Final = 512  # batches that are looked at, or wait to be
_MOST_OF_ONE: Final = 128  # of them from one address
_WORKERS: Final = 2
_SLOW: Final = (TDM, TDM_XML)  # text that takes long to read, and has a thread of its own
_MOST_SLOW: Final = 2  # of one party; they are read in turn with those of others
_SLOW_SHARE: Final = 0.5  # of the time of that thread, which one party may take for long
_BYTES_A_ROW: Final = 100.0  # what a body is charged for before it is known how much it holds
_RETRY_S: Final = 1.0
# Rules and notices make pictures anew, which costs others time.
_CHANGES_PER_S: Final = 0.1
_CHANGES_BURST_S: Final = 50.0
_FLOODED_NS: Final = 5_000_000_000
_LATE: Final = "Batches of data that were kept on the way for longer than others may be late."
_LOG: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What becomes of a batch."""

    batch: Batch
    count: int
    written: Future[Written]


class Intake:
    """Takes signed batches of any kind."""

    __slots__ = (
        "_around",
        "_at_work",
        "_batches",
        "_changes",
        "_clock",
        "_flooded_ns",
        "_journal",
        "_ledger",
        "_limits",
        "_lock",
        "_metrics",
        "_pool",
        "_rows",
        "_slow",
        "_strangers",
        "reporters",
        "ruling",
    )

    def __init__(
        self, journal: Journal, ledger: Ledger, around: Around, metrics: Metrics, clock: Clock
    ) -> None:
        """An intake of a running journal.

        Args:
            journal: that writes.
            ledger: that is told of refusals.
            around: the centre.
            metrics: where all is counted.
            clock: of the machine.
        """
        at = around.limits
        self._journal, self._ledger, self._around = journal, ledger, around
        self._metrics = metrics
        self._limits = Limits(at.body_bytes, at.late_s, at.ahead_s)
        self._strangers = Buckets(at.refused_per_s, at.burst_s, clock)
        self._batches = Buckets(at.batches_per_s, at.burst_s, clock)
        self._changes = Buckets(_CHANGES_PER_S, _CHANGES_BURST_S, clock)
        self._rows = Buckets(at.detections_per_s, at.burst_s, clock)
        self._pool = ThreadPoolExecutor(_WORKERS, thread_name_prefix="intake")
        self._slow: Turns[_Outcome] = Turns(_MOST_SLOW, "slow-intake")
        self._lock = threading.Lock()
        self.ruling = Ruling(journal, around)
        self._at_work: Tally[str] = Tally()
        self._flooded_ns = 0
        self._clock = clock
        self.reporters: frozenset[str] = frozenset()

    def receive(
        self, parts: SignedBatch | Reason, via: str, kept_s: float = 0.0
    ) -> Future[Receipt]:
        """That a batch is on disk; the future fails with `RefusedError`.

        Args:
            parts: as they came.
            via: the address of whoever sent it; empty for a source of the centre itself.
            kept_s: for how long something on the way may have kept data for the centre.
        """
        future: Future[Receipt] = Future()
        with self._lock:
            total, own = self._at_work.total(), self._at_work[via]
            if total >= _MOST_AT_WORK or (via and own >= _MOST_OF_ONE):
                future.set_exception(_busy())
                return future
            self._at_work[via] += 1
        future.add_done_callback(partial(self._done, via))
        arrived_ns = self._journal.stamps.now_ns()
        task = self._pool.submit(self._taken, parts, via, arrived_ns, kept_s)
        task.add_done_callback(partial(self._answer, future))
        return future

    def may_send(self, parts: SignedBatch | Reason, via: str) -> None:
        """Refuse a sender before the body has come.

        Args:
            parts: of the batch, without its body.
            via: the address of whoever sends.

        Raises:
            RefusedError: whoever sends is nobody here, or sends too much.
        """
        if isinstance(parts, Reason):
            raise self._refused(parts, via)
        found = judged_header(parts, self._around.parties().registry, self._now(), self._limits)
        if isinstance(found, Reason):
            raise self._refused(found, via)
        self._check_wait(self._batches.wait_s(found.party), found.party)

    def opened(self, parts: SignedBatch | Reason, via: str, kept_s: float = 0.0) -> Batch:
        """A batch whose signature, mode and rate are right.

        Args:
            parts: as they came.
            via: the address of whoever sent it; empty for a source of the centre itself.
            kept_s: for how long something on the way may have kept data for the centre.

        Raises:
            RefusedError: one that is not.
        """
        limits = replace(self._limits, late_s=max(self._limits.late_s, kept_s))
        now = self._now()
        found = judged(parts, self._around.parties().registry, now, limits)
        if isinstance(found, Reason):
            raise self._refused(found, via)
        if now.since_s(instant_of(nanoseconds(found.header.sent))) > self._limits.late_s:
            if _kind(found) not in DATA_TYPES:
                raise self._refused(Reason.TOO_OLD, via)
            self._count("glasshield_late_total", _LATE, found, 1)
        if found.header.mode != self._around.mode:
            self._ledger.refused("other-mode")
            raise _bad(f"this centre is one of {self._around.mode} data", "mode", self._around.mode)
        self._check_meant(found)
        self._check_wait(self._batches.take(found.party), found.party)
        return found

    def _check_meant(self, batch: Batch) -> None:
        """Refuse what its party signed for another centre; data may travel, if it did not say so.

        Raises:
            RefusedError: it is for another centre, or for none where it has to be for one.
        """
        may_travel = _kind(batch) in DATA_TYPES
        if batch.header.to != self._around.name and (batch.header.to or not may_travel):
            self._ledger.refused(Reason.OTHER_CENTRE.value)
            raise RefusedError(
                Code.NOT_TAKEN,
                "this was not signed for this centre",
                where="to",
                expected="the name of the centre's log, under which its operator gave you its key",
                do="sign it anew with that name",
            )

    def state(self) -> str:
        """How it does, in a word for health: `flooded` while a party sends too much."""
        since_ns = self._clock.monotonic_ns() - self._flooded_ns
        return "flooded" if self._flooded_ns and since_ns < _FLOODED_NS else GOOD

    def close(self) -> None:
        """Take nothing more."""
        self._pool.shutdown(wait=True)
        self._slow.close()

    def _taken(
        self, parts: SignedBatch | Reason, via: str, arrived_ns: int, kept_s: float
    ) -> _Outcome | Future[_Outcome]:
        """Where a batch of any kind will stand; of one that takes long, what will say so."""
        batch = self.opened(parts, via, kept_s)
        kind = _kind(batch)
        if kind == RULES:
            self._check_wait(self._changes.take(batch.party), batch.party)
            return _Outcome(batch, *self.ruling.put(batch))
        if kind == NOTICE:
            return _Outcome(batch, 1, self._notice(batch, arrived_ns))
        if kind in _SLOW:
            slow = self._slow.put(batch.party, partial(self._taken_in, batch, arrived_ns))
            if slow is None:
                raise self._flooding(batch.party, _RETRY_S)
            return slow
        return self._taken_in(batch, arrived_ns)

    def _taken_in(self, batch: Batch, arrived_ns: int) -> _Outcome:
        """Where a batch of data will stand."""
        data = self._data(batch)
        return _Outcome(batch, len(data), self._write(batch, data, arrived_ns))

    def _answer(
        self, future: Future[Receipt], task: Future[_Outcome | Future[_Outcome]] | Future[_Outcome]
    ) -> None:
        """Answer when a batch is on disk, or say why it is not."""
        error = task.exception()
        if error is not None:
            if future.set_running_or_notify_cancel():
                future.set_exception(self._said(error))
            return
        outcome = task.result()
        if isinstance(outcome, Future):
            outcome.add_done_callback(partial(self._answer, future))
            return
        if not future.set_running_or_notify_cancel():
            return

        def on_disk(written: Future[Written]) -> None:
            failed = written.exception()
            if failed is None:
                future.set_result(_receipt(outcome.batch, outcome.count, written.result()))
            else:
                future.set_exception(self._said(failed))

        outcome.written.add_done_callback(on_disk)

    def _said(self, error: BaseException) -> RefusedError:
        """What the sender is told of an error."""
        if not isinstance(error, GlasshieldError):
            _LOG.error("a batch was not taken", exc_info=error)
            return RefusedError(Code.INTERNAL, "the centre failed at this", do="tell its operator")
        found = told(error)
        if found.code is Code.BAD_BODY:
            self._ledger.refused(found.code.value)
        return found

    def _data(self, batch: Batch) -> Data:
        """What a batch holds, if its party may send it.

        Raises:
            RefusedError: a body that cannot be read, a sensor that is not the party's, made-up
                data in a real centre, or too much at once.
        """
        kind = _kind(batch)
        if kind not in DATA_TYPES:
            what = "this is sent to another place" if kind == SESSION_TYPE else "no such data"
            raise RefusedError(Code.CONTENT_TYPE, what, where="content_type",
                               expected=", ".join(DATA_TYPES))  # fmt: skip
        if self._around.behind_s() > self._around.limits.backlog_s:
            raise _busy()
        data = self._decoded(batch)
        if isinstance(data, Reports):
            self.reporters |= {batch.party}
        else:
            self._check_sensors(batch, [station.id for station in data.stations])
            check(data)
        if data.simulated and self._around.mode == "real":
            raise _bad("made-up data have no place in a real centre", "simulated", "true")
        return data

    def _decoded(self, batch: Batch) -> Data:
        """What a batch of data holds.

        It is charged for by its size before it is decoded, so that what is too much takes no time
        of others; then by its rows; and a text by the time that it took, whatever came of it.

        Raises:
            RefusedError: a body that cannot be read, or too much at once.
        """
        charged = cost = len(batch.body) / _BYTES_A_ROW
        self._check_wait(self._rows.take(batch.party, charged), batch.party)
        began_s = thread_time()
        try:
            data = decoded(batch.body, batch.header.content_type, batch.party)
            cost = len(data)
        finally:
            if _kind(batch) in _SLOW:
                share_s = (thread_time() - began_s) / _SLOW_SHARE
                cost = max(cost, share_s * self._around.limits.detections_per_s)
            self._rows.charge(batch.party, cost - charged)
        return data

    def _check_sensors(self, batch: Batch, names: list[str]) -> None:
        """Refuse sensors that the centre does not know of this party.

        Raises:
            RefusedError: with the first of them.
        """
        known = {station.id for station in self._around.parties().stations.get(batch.party, ())}
        for name in names:
            if name not in known:
                raise RefusedError(
                    Code.BAD_BODY,
                    f"the centre knows no sensor {name!r} of your party",
                    where="sensors",
                    do="have it registered",
                )

    def _write(self, batch: Batch, data: Data, arrived_ns: int) -> Future[Written]:
        written = self._journal.received(batch, len(data), arrived_ns, carry=data)
        written.add_done_callback(partial(self._count_taken, batch, len(data)))
        return written

    def _notice(self, batch: Batch, arrived_ns: int) -> Future[Written]:
        """Where a notice will stand.

        Raises:
            InputError: it is none, or another's.
        """
        mode = ReleaseMode(self._around.mode)
        self._check_wait(self._changes.take(batch.party), batch.party)
        notice_in(batch.body, batch.party, self._now(), mode, self._around.catalog)
        self._around.remember(Body(batch.body, batch.header.body_sha256))
        return self._journal.received(batch, 1, arrived_ns, mark=f"{NOTICE_MARK}{batch.party}")

    def _check_wait(self, wait_s: float, party: str) -> None:
        """Refuse a party that sends too much.

        Raises:
            RefusedError: say when to try again.
        """
        if wait_s > 0.0:
            raise self._flooding(party, wait_s)

    def _flooding(self, party: str, wait_s: float) -> RefusedError:
        """The answer to a party that sends too much."""
        self._flooded_ns = self._clock.monotonic_ns()
        self._ledger.refused(Code.TOO_MANY.value)
        self._metrics.counter(
            "glasshield_flooded_total", "Batches beyond the rate of a party.", party=party
        ).add()
        return _too_many(wait_s)

    def _refused(self, reason: Reason, via: str) -> RefusedError:
        """The answer to a batch that is not taken; the same words whatever the reason.

        An address from which too much of this comes is told to wait. Whoever is known is not held
        up by others behind the same address.
        """
        self._ledger.refused(reason.value)
        wait_s = self._strangers.take(via) if via else 0.0
        if wait_s > 0.0:
            return _too_many(wait_s)
        error = refusal(self._limits)
        return RefusedError(
            Code.NOT_TAKEN, error.what, where=error.where, expected=error.expected, do=error.do
        )

    def _count_taken(self, batch: Batch, amount: int, written: Future[Written]) -> None:
        """Count what has been written now, not what was here before."""
        if written.exception() is None and not written.result().is_again:
            about = "Detections and states taken."
            self._count("glasshield_received_total", about, batch, amount)

    def _count(self, name: str, about: str, batch: Batch, amount: int) -> None:
        self._metrics.counter(name, about, party=batch.party).add(amount)

    def _done(self, via: str, future: Future[Receipt]) -> None:
        del future
        with self._lock:
            self._at_work[via] -= 1
            if not self._at_work[via]:
                del self._at_work[via]

    def _now(self) -> Instant:
        return Instant(self._journal.stamps.now_ns() // 1000)


def _kind(batch: Batch) -> str:
    """The content type of a batch without its parameters."""
    return batch.header.content_type.partition(";")[0]


def _receipt(batch: Batch, count: int, written: Written) -> Receipt:
    """That a batch is on disk. The time is cut to the millisecond: its last digits would count."""
    at = timestamp(written.at_ns // _MS * _MS)
    return Receipt(schema=RECEIPT, batch=batch.identity, count=count, at=at, again=written.is_again)


def _bad(what: str, where: str, expected: str = "") -> RefusedError:
    return RefusedError(Code.BAD_BODY, what, where=where, expected=expected)


def _busy() -> RefusedError:
    return RefusedError(
        Code.BUSY,
        "more comes than the centre takes",
        do="send it again later; nothing that was acknowledged is lost",
        retry_after_s=_RETRY_S,
    )


def _too_many(wait_s: float) -> RefusedError:
    return RefusedError(
        Code.TOO_MANY,
        "this is more than may come at once",
        do="send it again later, and less often",
        retry_after_s=wait_s,
    )
