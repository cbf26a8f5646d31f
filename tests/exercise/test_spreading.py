"""Work over processes and over a Dask cluster: the same answers, and clear sentences."""

from __future__ import annotations

import gc
import importlib
import math
import operator
import os
import socket
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from glasshield.errors import InputError, NumericalError
from glasshield.exercise.spreading import Means, processors, spread

PIECES = list(range(40))
EXPECTED = {number: math.factorial(number) for number in PIECES}


def local_cluster(workers: int) -> Any:
    """A scheduler with workers in threads of this process."""
    dask: Any = importlib.import_module("distributed")
    return dask.LocalCluster(
        n_workers=workers, threads_per_worker=1, processes=False, dashboard_address=":0"
    )


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """A scheduler with two workers, in threads of this process."""
    with local_cluster(2) as made:
        yield made.scheduler_address


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_processes_answer_as_one(workers: int) -> None:
    assert dict(spread(math.factorial, PIECES, Means(workers))) == EXPECTED


def test_a_cluster_answers_as_one_process(cluster: str) -> None:
    assert dict(spread(math.factorial, PIECES, Means(scheduler=cluster))) == EXPECTED


def test_nothing_to_do_is_done() -> None:
    assert list(spread(math.factorial, [], Means(4))) == []


def test_a_fault_of_the_work_comes_through() -> None:
    with pytest.raises(ValueError, match="factorial"):
        dict(spread(math.factorial, [3, -1, 4, 5], Means(2)))


def test_a_process_that_ends_is_said() -> None:
    with pytest.raises(NumericalError, match="ended before it had answered"):
        dict(spread(os._exit, [3, 3], Means(2)))


def test_what_came_back_before_it_was_given_up_stays() -> None:
    answers = spread(operator.neg, PIECES, Means(2))
    first = next(answers)
    answers.close()
    assert first[1] == -PIECES[first[0]]


def test_no_scheduler_is_said_in_one_sentence() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("glasshield.exercise.spreading.CONNECT_S", 0.3)
        with pytest.raises(InputError, match="no Dask scheduler answers"):
            dict(spread(math.factorial, PIECES, Means(scheduler=address)))


@pytest.mark.parametrize("address", ["nonsense://x", "tcp://", "host:port"])
def test_an_address_that_is_none(address: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("glasshield.exercise.spreading.CONNECT_S", 0.3)
        with pytest.raises(InputError, match="no Dask scheduler answers"):
            dict(spread(math.factorial, PIECES, Means(scheduler=address)))


def test_the_collector_stays_off_while_a_client_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """A client that failed earlier would be found then, and wait for its own lock."""
    dask: Any = importlib.import_module("distributed")
    on = []

    def client(*_: object, **__: object) -> None:
        on.append(gc.isenabled())
        raise OSError("nobody")

    monkeypatch.setattr(dask, "Client", client)
    with pytest.raises(InputError, match="nobody"):
        dict(spread(math.factorial, PIECES, Means(scheduler="tcp://127.0.0.1:1")))
    assert (on, gc.isenabled()) == ([False], True)


def test_a_scheduler_without_workers() -> None:
    with (
        local_cluster(0) as made,
        pytest.raises(InputError, match="has no worker"),
    ):
        dict(spread(math.factorial, PIECES, Means(scheduler=made.scheduler_address)))


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(InputError, match=r"glasshield\[cluster\]"):
        dict(spread(math.factorial, PIECES, Means(scheduler="tcp://127.0.0.1:1")))


def test_there_is_a_processor() -> None:
    assert processors() >= 1
