"""Turns of those who read: one answer at a time, and not more than so much of it over a time.

What is asked of the pictures is worked out between two ticks, and all answers are written in the
thread that serves everybody: whoever asks for much must not make the others wait.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterable, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final
from weakref import WeakValueDictionary

from glasshield.centre.config import LimitsAt
from glasshield.centre.errors import Code, RefusedError
from glasshield.centre.limits import Buckets
from glasshield.centre.log.clock import Clock

_LEAST_BYTES: Final = 20_000  # what an answer counts at least: a question costs, too

Part = str | bytes | memoryview


@dataclass(slots=True, weakref_slot=True)
class _Turn:
    """The answer that a reader waits for."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Turns:
    """Whose turn it is, of each reader."""

    __slots__ = ("_buckets", "_turns")

    def __init__(self, limits: LimitsAt, clock: Clock) -> None:
        """Nobody has asked for anything.

        Args:
            limits: of the centre.
            clock: of the machine.
        """
        self._buckets = Buckets(limits.read_bytes_per_s, limits.burst_s, clock)
        self._turns: WeakValueDictionary[str, _Turn] = WeakValueDictionary()

    @asynccontextmanager
    async def of(self, reader: str) -> AsyncIterator[None]:
        """A reader's turn, once its earlier questions are answered.

        Raises:
            RefusedError: it has had more than may be had by now.
        """
        turn = self._turns.setdefault(reader, _Turn())
        async with turn.lock:
            wait_s = self._buckets.take(reader, 0.0)
            if wait_s > 0.0:
                raise RefusedError(
                    Code.TOO_MANY,
                    "this is more than you may ask for at once",
                    do="ask less often, or for less; the live picture costs nothing",
                    retry_after_s=wait_s,
                )
            yield

    async def paced(self, reader: str, parts: AsyncIterable[Part]) -> AsyncIterator[Part]:
        """A long answer in its parts, no faster than a reader may have it; one at a time of each.

        Args:
            reader: who gets it.
            parts: of the answer.
        """
        turn = self._turns.setdefault(f"{reader} at length", _Turn())
        async with turn.lock:
            async for part in parts:
                self._buckets.charge(reader, len(part))
                await asyncio.sleep(self._buckets.take(reader, 0.0))
                yield part

    def answered(self, reader: str, size_bytes: int) -> None:
        """Count an answer.

        Args:
            reader: who got it.
            size_bytes: of its body.
        """
        self._buckets.charge(reader, max(size_bytes, _LEAST_BYTES))
