"""A centre that is killed at any moment has lost nothing that it acknowledged, and doubled nothing.

What the kernel was given survives the end of a process; that the disk has it too, after a loss of
power, rests on the flush at the end of each transaction, which `test_store` holds.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time

import pytest

from tests.centre.busy_centre import body_of
from tests.centre.logged import ROOT, Place, journal, sound_log
from tests.thorough import samples

KILLS = {"sqlite": samples(10, 20), "postgresql": samples(4, 8)}
LATEST_S = 0.4  # after it begins; it acknowledges its first batch after some 0.02 s
AGAIN = 30  # batches that were acknowledged and are sent again by the next process


def killed(place: Place, first: int, after_s: float) -> dict[int, int]:
    """The places of the batches that a centre acknowledged until it was killed."""
    command = [sys.executable, "-m", "tests.centre.busy_centre", *place.arguments, str(first)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"begins\n"
        time.sleep(after_s)
        process.kill()
        said, wrong = process.stdout.read(), process.stderr.read()
    assert wrong == b""
    lines = said.split(b"\n")[:-1]
    return {int(number): int(index) for number, index in (line.split() for line in lines)}


def stored(place: Place) -> dict[int, int]:
    """The places of the batches in a store, by their numbers; each is whole and there once."""
    store = place.open()
    found: dict[int, int] = {}
    for one in store.batches_since(0):
        number = int(one.body.split(b" ")[0])
        assert one.body == body_of(number)
        assert number not in found
        found[number] = one.index
    store.close()
    return found


@pytest.mark.slow
def test_prop_a_centre_killed_at_random_moments_loses_and_doubles_nothing(place: Place) -> None:
    moments, kills = random.Random(6), KILLS["postgresql" if place.schema else "sqlite"]
    acknowledged: dict[int, int] = {}
    for _ in range(kills):
        first = max(len(stored(place)) - AGAIN, 0)
        new = killed(place, first, moments.uniform(0.0, LATEST_S))
        for number, index in new.items():
            assert acknowledged.setdefault(number, index) == index
        here = stored(place)
        assert {number: here.get(number) for number in acknowledged} == acknowledged
    assert len(acknowledged) > kills  # it was under load
    journal(place).close()
    assert len(sound_log(place)) == len(stored(place))
