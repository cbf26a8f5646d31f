"""What the centre itself writes into the log: events, pictures, what went out, what was refused.

Nobody waits for these entries. What cannot be written is tried again, so that a full disk costs
none of them while it does not last.
"""

from __future__ import annotations

import hashlib
import threading
from collections import Counter as Tally
from collections import deque
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from glasshield.centre.journal import Draft, Extra, Journal, Written
from glasshield.centre.metrics import Metrics
from glasshield.centre.store import StoreError
from glasshield.exchange.log.entries import Mode, RefusedEntry, ReleasedEntry

_MOST_WAITING: Final = 10_000


@dataclass(slots=True)
class _Sent:
    """What went to one viewer since the last entry."""

    digest: hashlib._Hash = field(default_factory=hashlib.sha256)
    counts: Tally[str] = field(default_factory=Tally)


class Ledger:
    """Entries of the centre itself on their way into the log."""

    __slots__ = ("_again", "_journal", "_lock", "_lost", "_metrics", "_mode", "_refused", "_sent")

    def __init__(self, journal: Journal, mode: Mode, metrics: Metrics) -> None:
        """A ledger with nothing in it.

        Args:
            journal: that writes.
            mode: of the centre.
            metrics: where what is lost and refused is counted.
        """
        self._journal, self._mode = journal, mode
        self._lock = threading.Lock()
        self._sent: dict[str, _Sent] = {}
        self._refused: Tally[str] = Tally()
        self._again: deque[tuple[Draft, Extra]] = deque()
        self._metrics = metrics
        self._lost = metrics.counter(
            "glasshield_entries_lost_total", "Entries that the log did not take for too long."
        )

    def write(self, draft: Draft, extra: Extra | None = None) -> None:
        """Have an entry written, now or later."""
        found = (draft, extra or Extra())
        try:
            future = self._journal.submit(found[0], extra=found[1])
        except StoreError:
            self._keep(found)
            return
        future.add_done_callback(partial(self._settle, found))

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
            sent, self._sent = self._sent, {}
            refused, self._refused = self._refused, Tally()
            again, self._again = self._again, deque()
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
        for draft, extra in again:
            self.write(draft, extra)

    def _settle(self, found: tuple[Draft, Extra], future: Future[Written]) -> None:
        if isinstance(future.exception(), StoreError):
            self._keep(found)

    def _keep(self, found: tuple[Draft, Extra]) -> None:
        with self._lock:
            if len(self._again) >= _MOST_WAITING:
                self._lost.add()
                return
            self._again.append(found)
