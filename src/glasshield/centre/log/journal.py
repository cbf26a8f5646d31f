"""The only writer of the log: what it acknowledges is on disk.

One thread takes what has come while it wrote the last time, gives each entry its place, its time
and its salt, and writes all of it in one transaction (group commit): a disk that flushes 250 times
a second then takes a thousand batches. A batch that its party sends again is acknowledged with the
place that it has. On a clock the length and the root of the log are sealed in a checkpoint.
"""

from __future__ import annotations

import base64
import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from typing import Final

from glasshield.centre.log.clock import Clock, Stamps, Step, SystemClock
from glasshield.centre.log.resuming import latest_ns, taken_up
from glasshield.centre.log.store import Body, Once, Record, Seal, Store, StoreError, Trouble
from glasshield.centre.log.submissions import Draft, Extra, Landed, Submission, Written, own_record
from glasshield.errors import InputError
from glasshield.exchange.batches import Batch
from glasshield.exchange.keys import Signer
from glasshield.exchange.log.checkpoints import Checkpoint, checked_origin, signed
from glasshield.exchange.log.entries import (
    ClockEntry,
    Mode,
    PaddingEntry,
    ReceivedEntry,
    new_salts,
    timestamp,
)
from glasshield.exchange.log.notes import Note, NoteSignature, parsed_note

__all__ = ["Draft", "Extra", "Journal", "Landed", "Options", "State", "Written"]

_NS: Final = 1_000_000_000

Told = Callable[[Sequence[Landed]], None]


@dataclass(frozen=True, slots=True)
class Options:
    """How the journal works.

    Attributes:
        mode: of the entries that the journal itself writes.
        gather_s: for how long it waits for more before it writes; what comes while it writes
            gathers anyway.
        group: how many entries it writes at once at most.
        waiting_bytes: how much may wait to be written; beyond it nothing more is taken.
        seal_s: after how long what is new is sealed.
        pad_to: before each checkpoint the log is filled up to a multiple of this, so that its
            length tells less of what happened; 1 for not at all.
    """

    mode: Mode = "exercise"
    gather_s: float = 0.0
    group: int = 1024
    waiting_bytes: int = 64 << 20
    seal_s: float = 1.0
    pad_to: int = 1


@dataclass(frozen=True, slots=True)
class State:
    """How the journal does, for whoever watches over it.

    Attributes:
        size: of the log.
        sealed: how many entries the last checkpoint covers.
        waiting: how many submissions are not written yet.
        trouble: why the last write failed; None when it did not.
        written: entries since the start.
        groups: transactions since the start.
        again: batches that came again.
        refused: submissions that could not be written.
        clock_steps: how often the wall clock was set back.
    """

    size: int
    sealed: int
    waiting: int
    trouble: Trouble | None
    written: int
    groups: int
    again: int
    refused: int
    clock_steps: int


@dataclass(slots=True)
class _Counts:
    written: int = 0
    groups: int = 0
    again: int = 0
    refused: int = 0
    clock_steps: int = 0


class Journal:
    """The log of a centre while it runs."""

    __slots__ = (
        "_bytes",
        "_changed",
        "_clock",
        "_closing",
        "_cosigning",
        "_counts",
        "_frontier",
        "_note",
        "_options",
        "_origin",
        "_sealed",
        "_signer",
        "_steps",
        "_store",
        "_thread",
        "_told",
        "_trouble",
        "_waiting",
        "_writing_ns",
        "stamps",
    )

    def __init__(
        self,
        store: Store,
        signer: Signer,
        origin: str,
        options: Options | None = None,
        clock: Clock | None = None,
    ) -> None:
        """Takes up a log where it ended, and begins to write.

        Args:
            store: which keeps it, and which the journal closes in the end.
            signer: whose key seals it.
            origin: the name of the log.
            options: how to work.
            clock: of the machine, if not its own.

        Raises:
            InputError: an origin that can be none, or the log of another.
            StoreError: the store cannot be read.
        """
        self._store, self._signer = store, signer
        self._origin = checked_origin(origin, "log")
        self._options = options or Options()
        self._clock = clock or SystemClock()
        seal = store.last_seal()
        self._frontier = taken_up(store, seal, signer, self._origin)
        self._note = None if seal is None else parsed_note(seal.note, self._origin)
        self._sealed = 0 if seal is None else seal.size
        self.stamps = Stamps(self._clock, latest_ns(store))
        self._waiting: deque[Submission] = deque()
        self._writing_ns: int | None = None
        self._told: Told = _to_nobody
        self._bytes = 0
        self._steps: list[Step] = []
        self._changed, self._cosigning = threading.Condition(), threading.Lock()
        self._closing = False
        self._trouble: Trouble | None = None
        self._counts = _Counts()
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    def submit(
        self, draft: Draft, bodies: Sequence[Body] = (), extra: Extra | None = None
    ) -> Future[Written]:
        """Where an entry will stand; done when it is on disk.

        Args:
            draft: the entry without its place, time and salt.
            bodies: what it stands for by hash.
            extra: what else goes with it; then with its own bodies.

        Returns:
            A future that fails with `StoreError` when the entry could not be written; it then is
            not in the log, and may be submitted again.

        Raises:
            InputError: an entry that can be none.
            StoreError: too much waits to be written already.
        """
        made = Submission.of(draft, extra or Extra(tuple(bodies)))
        with self._changed:
            if self._closing:
                what = "the journal is closed"
                raise StoreError(Trouble.BROKEN, what, where=self._origin)
            if self._waiting and self._bytes + made.size_bytes > self._options.waiting_bytes:
                self._counts.refused += 1
                raise _overrun(self._origin, self._bytes)
            self._waiting.append(made)
            self._bytes += made.size_bytes
            self._changed.notify()
        return made.future

    def received(
        self, batch: Batch, count: int, arrived_ns: int, *, mark: str = "", carry: object = None
    ) -> Future[Written]:
        """Where a batch will stand in the log; done when it is on disk, once.

        Args:
            batch: whose signature was checked.
            count: of detections or tracks in it.
            arrived_ns: when it came, by `stamps`.
            mark: under which it is found again.
            carry: for whoever listens.

        Raises:
            StoreError: too much waits to be written already.
        """
        head = batch.header
        draft = partial(
            ReceivedEntry,
            mode=head.mode,
            party=head.party,
            key=head.key,
            batch_sha256=head.body_sha256,
            header=base64.b64encode(batch.parts.header).decode("ascii"),
            signature=base64.b64encode(batch.parts.signature).decode("ascii"),
            count=count,
            arrived=timestamp(arrived_ns),
        )
        once = Once(batch.identity, arrived_ns, head.body_sha256)
        body = Body(batch.body, head.body_sha256)
        return self.submit(draft, extra=Extra((body,), once, mark, carry))

    def listen(self, told: Told) -> None:
        """Has somebody told of all that is written from now on, in the order of the log.

        Args:
            told: called from the thread that writes, while no stamp is given; it must not wait.
        """
        with self._changed:
            self._told = told

    def settled_ns(self) -> int:
        """A time up to which nothing more will be written, and all that was has been told of."""
        with self._changed:
            return self.stamps.now_ns() if self._writing_ns is None else self._writing_ns

    @property
    def checkpoint(self) -> Note | None:
        """The last checkpoint; None before the first."""
        return self._note

    def cosigned(self, size: int, signature: NoteSignature) -> None:
        """Keeps a witness's signature, which was checked, under the checkpoint of some size.

        Raises:
            InputError: there is no such checkpoint.
            StoreError: the store takes nothing.
        """
        with self._cosigning:  # two witnesses at once would undo each other
            found = [seal for seal in self._store.seals(size - 1)[:1] if seal.size == size]
            if not found:
                raise InputError(f"no checkpoint is of {size} entries", where=self._origin)
            note = parsed_note(found[0].note, self._origin).with_signature(signature)
            self._store.seal(Seal(size, found[0].peaks, note.encoded()))
            with self._changed:
                if size == self._sealed:
                    self._note = note

    def state(self) -> State:
        """How the journal does now."""
        with self._changed:
            counts = self._counts
            return State(
                self._frontier.size,
                self._sealed,
                len(self._waiting),
                self._trouble,
                counts.written,
                counts.groups,
                counts.again,
                counts.refused,
                counts.clock_steps,
            )

    def close(self) -> None:
        """Writes and seals what waits, and closes the store."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join()
        self._store.close()

    def _run(self) -> None:
        """Write and seal until the journal is closed and nothing waits."""
        try:
            self._work()
        finally:  # whatever ended it: nobody is left waiting
            with self._changed:
                self._closing = True
                left = tuple(self._waiting)
            for one in left:
                if one.future.set_running_or_notify_cancel():
                    one.future.set_exception(_ended(self._origin))

    def _work(self) -> None:
        due_ns = self._clock.monotonic_ns()
        while True:
            group, is_last = self._gathered(due_ns)
            if group:
                self._write(group)
            if is_last or self._clock.monotonic_ns() >= due_ns:
                self._seal()
                due_ns = self._clock.monotonic_ns() + round(self._options.seal_s * _NS)
            if is_last:
                return

    def _gathered(self, due_ns: int) -> tuple[list[Submission], bool]:
        """What is to be written together, if anything, and whether it is the last."""
        with self._changed:
            if not self._waiting and not self._closing:
                left_s = (due_ns - self._clock.monotonic_ns()) / _NS
                has_new = self._frontier.size > self._sealed
                self._changed.wait(max(left_s, 0.0) if has_new else None)
            if self._waiting and self._options.gather_s > 0.0:
                self._changed.wait_for(self._has_group, self._options.gather_s)
            count = min(len(self._waiting), self._options.group)
            group = [self._waiting.popleft() for _ in range(count)]
            self._bytes -= sum(one.size_bytes for one in group)
            return group, self._closing and not self._waiting

    def _has_group(self) -> bool:
        return self._closing or len(self._waiting) >= self._options.group

    def _write(self, group: list[Submission]) -> None:
        """Write some submissions together, and tell each where it stands."""
        wanted = self._wanted(group)
        failure = _ended(self._origin)
        places = None
        with self._changed:
            self._writing_ns = self.stamps.now_ns()
        try:
            places = self._appended(wanted)
        except StoreError as error:
            failure = error
        finally:
            if places is None:
                self._refuse(wanted, failure)
        if places is None:
            return
        for one, place in zip(wanted, places, strict=True):
            one.future.set_result(place)

    def _wanted(self, group: list[Submission]) -> list[Submission]:
        """Those that somebody waits for and that lack nothing before them; others are refused."""
        wanted = []
        for one in group:
            if not one.future.set_running_or_notify_cancel():
                continue
            lacks = one.lacks()
            if lacks is None:
                wanted.append(one)
                continue
            with self._changed:
                self._counts.refused += 1
            one.future.set_exception(lacks)
        return wanted

    def _refuse(self, wanted: list[Submission], failure: StoreError) -> None:
        """Tell some submissions that they are not in the log."""
        with self._changed:
            self._writing_ns = None
            self._trouble = failure.trouble
            self._counts.refused += len(wanted)
        for one in wanted:
            one.future.set_exception(failure)

    def _appended(self, wanted: list[Submission]) -> list[Written]:
        """Where each submission stands, all on disk, and whoever listens told of it.

        Raises:
            StoreError: none of them is.
        """
        known = dict(self._store.found([one.identity for one in wanted if one.identity]))
        records: list[Record] = []
        places: list[Written] = []
        landed: list[Landed] = []
        salts = new_salts(len(wanted))
        for one in wanted:
            at_ns = self.stamps.now_ns()
            if one.identity is not None and one.identity in known:
                places.append(Written(known[one.identity], at_ns, is_again=True))
                continue
            index = self._frontier.size + len(records)
            records.append(one.record(index, at_ns, salts.pop()))
            places.append(Written(index, at_ns))
            landed.append(Landed(index, at_ns, one.entry, one.extra.carry))
            if one.identity is not None:
                known[one.identity] = index
        self._keep(records + self._clock_records(self._frontier.size + len(records)))
        self._steps.clear()
        with self._changed:
            self._counts.again += sum(place.is_again for place in places)
            self._told(landed)
            self._writing_ns = None
        return places

    def _clock_records(self, index: int) -> list[Record]:
        """Entries from an index on that say how the wall clock was set back."""
        new = self.stamps.steps()
        self._steps += new  # kept until they are written
        with self._changed:
            self._counts.clock_steps += len(new)
        draft = partial(ClockEntry, mode=self._options.mode)
        return [
            own_record(partial(draft, back_ms=step.back_ms), index + at, self.stamps.now_ns())
            for at, step in enumerate(self._steps)
        ]

    def _keep(self, records: list[Record]) -> None:
        """Append records, and take them into the tree when they are on disk.

        Raises:
            StoreError: they are not.
        """
        if not records:
            return
        self._store.append(records)
        with self._changed:
            self._frontier.extend(record.leaf for record in records)
            self._trouble = None
            self._counts.groups += 1
            self._counts.written += len(records)

    def _seal(self) -> None:
        """Sign how long the log is and what its root is, if it has grown."""
        if self._frontier.size == self._sealed:
            return
        try:
            self._keep(self._padding())
            size, peaks = self._frontier.size, self._frontier.peaks
            note = signed(Checkpoint(self._origin, size, self._frontier.root()), self._signer)
            self._store.seal(Seal(size, peaks, note.encoded()))
        except StoreError as error:
            with self._changed:
                self._trouble = error.trouble
            return
        with self._changed:
            self._note, self._sealed, self._trouble = note, size, None

    def _padding(self) -> list[Record]:
        """Entries that fill the log up to its next round length."""
        size = self._frontier.size
        draft = partial(PaddingEntry, mode=self._options.mode)
        return [
            own_record(draft, size + at, self.stamps.now_ns())
            for at in range(-size % self._options.pad_to)
        ]


def _to_nobody(landed: Sequence[Landed]) -> None:
    """Whom a journal tells to which nobody listens."""
    del landed


def _ended(origin: str) -> StoreError:
    return StoreError(Trouble.BROKEN, "the log is no longer written", where=origin)


def _overrun(origin: str, waiting_bytes: int) -> StoreError:
    what = "more comes than the store takes"
    return StoreError(Trouble.BUSY, what, where=origin, got=f"{waiting_bytes:,} bytes waiting")
