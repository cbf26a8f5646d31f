"""Work that takes long, of several parties: one thread, to which they come in turn."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import partial
from typing import Generic, TypeVar

T = TypeVar("T")


class Turns(Generic[T]):
    """A thread that does one thing of a party, then one of the next that waits."""

    __slots__ = ("_is_busy", "_lock", "_most", "_open", "_pool", "_waiting")

    def __init__(self, most: int, name: str) -> None:
        """Nobody waits.

        Args:
            most: how much of one party may wait or be done.
            name: of the thread.
        """
        self._most = most
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._lock = threading.Lock()
        self._is_busy = False
        self._open: dict[Future[T], str] = {}
        self._waiting: OrderedDict[str, deque[tuple[Callable[[], T], Future[T]]]] = OrderedDict()

    def put(self, party: str, task: Callable[[], T]) -> Future[T] | None:
        """What a task will give; None where its party has as many already as it may.

        Args:
            party: whose.
            task: is called in the thread.
        """
        future: Future[T] = Future()
        with self._lock:
            if list(self._open.values()).count(party) >= self._most:
                return None
            self._open[future] = party
            self._waiting.setdefault(party, deque()).append((task, future))
        self._go_on()
        return future

    def close(self) -> None:
        """Do what waits, and nothing more."""
        with self._lock:
            left = tuple(self._open)
        wait(left)
        self._pool.shutdown(wait=True)

    def _go_on(self) -> None:
        """Begin one thing of the party whose turn it is, if nothing is being done."""
        with self._lock:
            if self._is_busy or not self._waiting:
                return
            self._is_busy = True
            party, queue = self._waiting.popitem(last=False)
            task, future = queue.popleft()
            if queue:
                self._waiting[party] = queue  # behind all others that wait
        future.set_running_or_notify_cancel()
        self._pool.submit(task).add_done_callback(partial(self._ended, future))

    def _ended(self, future: Future[T], task: Future[T]) -> None:
        """Tell whoever waits, and begin the next."""
        with self._lock:
            self._is_busy = False
            del self._open[future]
        self._go_on()
        error = task.exception()
        if error is None:
            future.set_result(task.result())
        else:
            future.set_exception(error)
