"""Work spread over the processors of this machine, or over a Dask cluster.

Both are the same to who asks: pieces of work go out, answers come back in any order, each with the
number of its piece. What has come back stays good when the rest is given up.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import signal
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

from glasshield.errors import InputError, NumericalError

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

_P = TypeVar("_P")
_A = TypeVar("_A")
Answers = Generator[tuple[int, _A], None, None]  # can be given up by closing it

CONNECT_S: Final = 10.0  # within which a scheduler answers, or there is none
_THREADS: Final = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
_SELDOM: Final = 200_000  # new objects between two looks for rings
_AHEAD: Final = 2  # pieces that wait for each worker, so that none is idle


@dataclass(frozen=True, slots=True)
class Means:
    """Where work is done.

    Attributes:
        workers: processes on this machine; 0 for one for each processor.
        scheduler: the address of a Dask scheduler, such as `tcp://host:8786`; empty for this
            machine.
    """

    workers: int = 0
    scheduler: str = ""


def spread(work: Callable[[_P], _A], pieces: Sequence[_P], means: Means) -> Answers[_A]:
    """The answers to all pieces of work, each with its piece's number, as they come.

    Args:
        work: a function of a module, so that another process finds it.
        pieces: what it is asked.
        means: where the work is done.

    Raises:
        InputError: no scheduler at the address, no worker, or one without the program.
        NumericalError: a worker ended before it had answered.
    """
    if means.scheduler:
        return _over_cluster(work, pieces, means.scheduler)
    workers = min(means.workers or processors(), len(pieces))
    if workers <= 1:
        return ((number, work(piece)) for number, piece in enumerate(pieces))
    return _over_processes(work, pieces, workers)


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _over_processes(work: Callable[[_P], _A], pieces: Sequence[_P], workers: int) -> Answers[_A]:
    """Answers from processes of this machine.

    Processes begin anew: a copy of this one would hold its locks, but not the threads that open
    them.
    """
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("spawn")
    with _one_thread_each():
        pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_prepare)
        try:
            yield from _fed(pool, work, pieces, _AHEAD * workers)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


@contextlib.contextmanager
def _one_thread_each() -> Iterator[None]:
    """Gives linear algebra one thread in every process that begins meanwhile.

    Its threads wait for each other by turning round and round: on small matrices several processes
    with several threads each take many times as long.
    """
    before = {name: os.environ.get(name) for name in _THREADS}
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _fed(
    pool: ProcessPoolExecutor, work: Callable[[_P], _A], pieces: Sequence[_P], ahead: int
) -> Answers[_A]:
    """Answers of a pool that is given new pieces as it is done with others."""
    from concurrent.futures import FIRST_COMPLETED, wait
    from concurrent.futures.process import BrokenProcessPool

    left = iter(enumerate(pieces))
    out: dict[Future[_A], int] = {}
    while True:
        for number, piece in left:
            out[pool.submit(work, piece)] = number
            if len(out) >= ahead:
                break
        if not out:
            return
        for done in wait(out, return_when=FIRST_COMPLETED).done:
            number = out.pop(done)
            try:
                answer = done.result()
            except BrokenProcessPool:
                raise NumericalError(
                    "a process ended before it had answered, for want of memory perhaps",
                    do="run the same command again with fewer --workers; what was done is kept",
                ) from None
            yield number, answer


def _prepare() -> None:
    """Leave the interrupt from the keyboard to the process that started this one.

    Rings of objects are looked for more seldom: a run makes many small objects and few rings, and
    looking takes a twentieth of the time.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(_SELDOM, 50, 50)


def _over_cluster(work: Callable[[_P], _A], pieces: Sequence[_P], address: str) -> Answers[_A]:
    """Answers from the workers of a Dask cluster.

    Raises:
        InputError: no library, no scheduler, no worker, or one without the program.
        NumericalError: a worker ended before it had answered.
    """
    dask = _dask()
    client = _client(dask, address)
    try:
        if not client.scheduler_info(n_workers=1)["workers"]:
            raise InputError(
                "this scheduler has no worker", where=address, do=f"start dask worker {address}"
            )
        sent = client.map(work, pieces, pure=False)
        numbers = {future.key: number for number, future in enumerate(sent)}
        for future in dask.as_completed(sent, loop=client.loop):
            yield numbers[future.key], _answer(dask, future, address)
            future.release()
    finally:
        with contextlib.suppress(OSError, TimeoutError), _no_rings_looked_for():
            client.close()


def _dask() -> Any:
    """The library, which says nothing of its types.

    Raises:
        InputError: it is not installed.
    """
    try:
        return importlib.import_module("distributed")
    except ModuleNotFoundError:
        raise InputError(
            "work over a cluster needs Dask, which is not installed",
            where="--scheduler",
            do="pip install 'glasshield[cluster]'",
        ) from None


def _client(dask: Any, address: str) -> Any:
    """The other end of a scheduler.

    Raises:
        InputError: nobody is there.
    """
    try:
        with _no_rings_looked_for():
            return dask.Client(address, timeout=CONNECT_S, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise InputError(
            f"no Dask scheduler answers ({str(error).splitlines()[0].rstrip('.')})",
            where="--scheduler",
            got=address,
            expected="an address such as tcp://host:8786",
        ) from None


@contextlib.contextmanager
def _no_rings_looked_for() -> Iterator[None]:
    """Keeps the garbage collector from running, as where a library holds a lock.

    A Dask client that found no scheduler lies in a ring of objects. Found while another one takes
    the lock of all clients, it would close itself, and wait for that lock for ever.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _answer(dask: Any, future: Any, address: str) -> Any:
    """What a worker answered.

    Raises:
        InputError: it has not the program.
        NumericalError: it ended before it had answered.
    """
    try:
        return future.result()
    except ModuleNotFoundError as error:
        raise InputError(
            "a worker of the cluster lacks what the work needs",
            where=address,
            got=f"no {error.name}",
            do="install the same Glasshield on every worker",
        ) from None
    except (dask.scheduler.KilledWorker, dask.CancelledError) as error:
        raise NumericalError(
            "a worker of the cluster ended before it had answered",
            where=address,
            got=type(error).__name__,
            do="run the same command again; what was done is kept",
        ) from None
