"""Estimates that take longer than a tick: made beside the ticks, and taken at a set time.

What is asked for at one time is taken some time later, neither before nor after, however long it
takes: whoever takes it waits if it must. So the same questions give the same answers at the same
times, on a slow machine as on a fast one, live as in a replay.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Generic, TypeVar

from glasshield.earth.time import Instant

Answer = TypeVar("Answer")


@functools.cache
def _worker() -> ThreadPoolExecutor:
    """One thread for all watches: estimates are rare, and others need the processors more."""
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="estimates")


def soon(work: Callable[[], object]) -> None:
    """Has something done before it is asked for, such as a table that takes long to make."""
    _worker().submit(work)


@dataclass(slots=True)
class Beside(Generic[Answer]):
    """One estimate at a time, made beside everything else."""

    _due: Instant | None = None
    _answer: Future[Answer] | None = None

    @property
    def is_free(self) -> bool:
        """Whether nothing is being estimated."""
        return self._answer is None

    def ask(self, work: Callable[[], Answer], due: Instant) -> None:
        """Begins an estimate whose answer is taken at the first look from `due` on."""
        self._due, self._answer = due, _worker().submit(work)

    def answer(self, at: Instant) -> Answer | None:
        """The answer that is due now; None before, and where nothing was asked."""
        if self._answer is None or self._due is None or at < self._due:
            return None
        found, self._answer = self._answer.result(), None
        return found
