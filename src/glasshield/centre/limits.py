"""How much each may ask for: buckets that fill at a rate, out of which is taken."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from glasshield.centre.log.clock import Clock

_NS: Final = 1_000_000_000
_MOST_NAMES: Final = 10_000  # of addresses; those that came longest ago are forgotten


@dataclass(slots=True)
class _Bucket:
    """What is left, and when that was worked out."""

    left: float
    at_ns: int


class Buckets:
    """A bucket for each name, all of one size and rate.

    What is asked for may be more than a bucket holds: it is given from a full bucket, and the
    bucket then owes the rest. So a large batch passes, and what follows waits for it.
    """

    __slots__ = ("_buckets", "_clock", "_lock", "_per_s", "_size")

    def __init__(self, per_s: float, burst_s: float, clock: Clock) -> None:
        """Full buckets.

        Args:
            per_s: how fast each fills.
            burst_s: how many seconds' worth each holds.
            clock: of the machine.
        """
        self._per_s, self._size = per_s, max(per_s * burst_s, 1.0)
        self._clock = clock
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, name: str, amount: float = 1.0) -> float:
        """Seconds to wait before this much can be had; 0 if it was taken now.

        Args:
            name: whose bucket.
            amount: what is taken.
        """
        with self._lock:
            bucket = self._filled(name)
            wanted = min(amount, self._size)
            if bucket.left < wanted:
                return (wanted - bucket.left) / self._per_s
            bucket.left -= amount
            return 0.0

    def charge(self, name: str, amount: float) -> None:
        """Take something that was done already; below zero, give it back.

        Args:
            name: whose bucket; it may owe afterwards.
            amount: what is taken.
        """
        with self._lock:
            bucket = self._filled(name)
            bucket.left = min(bucket.left - amount, self._size)

    def wait_s(self, name: str) -> float:
        """Seconds until anything can be had; nothing is taken."""
        with self._lock:
            return max(1.0 - self._filled(name).left, 0.0) / self._per_s

    def _filled(self, name: str) -> _Bucket:
        now_ns = self._clock.monotonic_ns()
        bucket = self._buckets.get(name)
        if bucket is None:
            bucket = self._buckets[name] = _Bucket(self._size, now_ns)
            if len(self._buckets) > _MOST_NAMES:
                self._buckets.popitem(last=False)
        self._buckets.move_to_end(name)
        grown = bucket.left + (now_ns - bucket.at_ns) / _NS * self._per_s
        bucket.left, bucket.at_ns = min(grown, self._size), now_ns
        return bucket
