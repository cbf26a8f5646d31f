"""What the centre itself writes into the log: events, pictures, what went out, what was refused.

Nobody waits for these entries. What cannot be written is tried again, in the order in which it was
found, so that a full disk costs none of them while it does not last; where it lasts too long, the
log says how many it lacks.
"""

from __future__ import annotations

import hashlib
import threading
from collections import Counter as Tally
from collections import deque
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final

from glasshield.centre.log.journal import Draft, Extra, Journal, Written
from glasshield.centre.log.store import StoreError
from glasshield.centre.metrics import Metrics
from glasshield.exchange.log.entries import LOST, Mode, RefusedEntry, ReleasedEntry

_MOST_WAITING: Final = 10_000


@dataclass(slots=True)
class _Sent:
    """What went to one viewer since the last entry."""

    digest: hashlib._Hash = field(default_factory=hashlib.sha256)
    counts: Tally[str] = field(default_factory=Tally)


@dataclass(slots=True)
class _Waiting:
    """An entry that is not on disk yet; without a future it is not on its way."""

    draft: Draft
    extra: Extra
    future: Future[Written] | None = None


class Ledger:
    """Entries of the centre itself on their way into the log, one behind the other."""

    __slots__ = (
        "_is_held",
        "_journal",
        "_left_out",
        "_lock",
        "_lost",
        "_metrics",
        "_mode",
        "_refused",
        "_sent",
        "_waiting",
    )

    def __init__(self, journal: Journal, mode: Mode, metrics: Metrics) -> None:
        """A ledger with nothing in it.

        Args:
            journal: that writes.
            mode: of the centre.
            metrics: where what is lost and refused is counted.
        """
        self._journal, self._mode = journal, mode
        self._lock = threading.RLock()
        self._sent: dict[str, _Sent] = {}
        self._refused: Tally[str] = Tally()
        self._waiting: deque[_Waiting] = deque()
        self._is_held = False  # since an entry could not be written; what comes waits behind it
        self._left_out = 0
        self._metrics = metrics
        self._lost = metrics.counter(
            "glasshield_entries_lost_total", "Entries that the log did not take for too long."
        )

    def write(self, draft: Draft, extra: Extra | None = None, *, needed: bool = False) -> None:
        """Have an entry written, now or later, behind all that came before.

        Args:
            draft: the entry without its place, time and salt.
            extra: what goes with it.
            needed: pictures depend on it, so that it waits however many do.
        """
        with self._lock:
            if len(self._waiting) >= _MOST_WAITING and not needed:
                self._left_out += 1
                self._lost.add()
                return
            if self._left_out:
                count, self._left_out = self._left_out, 0
                self._put(partial(RefusedEntry, mode=self._mode, reason=LOST, count=count), Extra())
            self._put(draft, extra or Extra())

    def refused(self, reason: str) -> None:
        """Count something that was not taken."""
        self._metrics.counter(
            "glasshield_refused_total", "Batches that were not taken.", reason=reason
        ).add()
        with self._lock:
            self._refused[reason] += 1

    def released(self, viewer: str, data: bytes, counts: dict[str, int]) -> None:
        """Count something that went out to a viewer."""
        with self._lock:
            sent = self._sent.setdefault(viewer, _Sent())
            sent.digest.update(len(data).to_bytes(8, "little"))
            sent.digest.update(data)
            sent.counts.update(counts)

    def flush(self, view_sha256: str) -> None:
        """Write what was counted since the last time, one entry a viewer and one a reason.

        Args:
            view_sha256: of the rules by which the viewers saw.
        """
        with self._lock:
            self._try_again()
            if self._is_held:  # counted on, and written when the log takes something again
                return
            sent, self._sent = self._sent, {}
            refused, self._refused = self._refused, Tally()
        for reason, count in sorted(refused.items()):
            self.write(partial(RefusedEntry, mode=self._mode, reason=reason, count=count))
        for viewer, one in sorted(sent.items()):
            self.write(
                partial(
                    ReleasedEntry,
                    mode=self._mode,
                    viewer=viewer,
                    view_sha256=view_sha256,
                    sent_sha256=one.digest.hexdigest(),
                    counts=dict(one.counts),
                )
            )

    def _put(self, draft: Draft, extra: Extra) -> None:
        """Put an entry behind those that wait, and on its way where they are."""
        one = _Waiting(draft, extra)
        if not self._is_held:
            self._send(one, self._waiting[-1].future if self._waiting else None)
        self._waiting.append(one)
        if one.future is not None:
            one.future.add_done_callback(partial(self._settle, one))

    def _send(self, one: _Waiting, after: Future[Written] | None) -> None:
        """Give an entry to the journal, to be written if the one before it is."""
        try:
            one.future = self._journal.submit(one.draft, extra=replace(one.extra, after=after))
        except StoreError:
            self._is_held = True

    def _try_again(self) -> None:
        """Send all that waits once more, in its order, when nothing of it is on its way."""
        if not self._is_held or any(one.future is not None for one in self._waiting):
            return
        self._is_held = False
        before: Future[Written] | None = None
        sent = []
        for one in self._waiting:
            self._send(one, before)
            if one.future is None:
                break
            before = one.future
            sent.append((one, before))
        for one, future in sent:
            future.add_done_callback(partial(self._settle, one))

    def _settle(self, one: _Waiting, future: Future[Written]) -> None:
        """Let go of an entry that is on disk; keep one that is not. Told in their order."""
        with self._lock:
            if isinstance(future.exception(), StoreError):
                one.future, self._is_held = None, True
            else:
                self._waiting.popleft()
