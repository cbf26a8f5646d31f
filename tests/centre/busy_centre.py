"""A process that takes batches as fast as it can and says what it acknowledged, until it is killed.

    python -m tests.centre.busy_centre ADDRESS SCHEMA FOLDER FIRST

Each line of its output is the number of a batch and its place in the log.
"""

from __future__ import annotations

import itertools
import os
import sys
import threading

from glasshield.centre.log.journal import Options
from tests.centre.logged import Place, answer, batch, journal

SENDERS = 6
_LARGEST = 30_000  # bytes, beyond what a page of the store holds


def body_of(number: int) -> bytes:
    """The body of a batch, of another size for each."""
    head = f"{number} ".encode()
    return head + b"x" * (number * 7919 % _LARGEST)


def main() -> None:
    """Take batches for ever."""
    place, first = Place.of(*sys.argv[1:4]), int(sys.argv[4])
    os.write(1, b"begins\n")
    running = journal(place, Options(seal_s=0.05))
    numbers, lock = itertools.count(first), threading.Lock()

    def send() -> None:
        while True:
            with lock:
                number = next(numbers)
            place = answer(running.received(batch(body_of(number)), 1, running.stamps.now_ns()))
            os.write(1, f"{number} {place.index}\n".encode())

    for _ in range(SENDERS):
        threading.Thread(target=send, daemon=True).start()
    threading.Event().wait()


if __name__ == "__main__":
    main()
