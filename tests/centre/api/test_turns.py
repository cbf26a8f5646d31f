"""Turns of readers: who asks for much waits, and nobody else does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from glasshield.centre.api.turns import Turns
from glasshield.centre.config import LimitsAt
from glasshield.centre.errors import Code, RefusedError

LIMITS = LimitsAt(read_bytes_per_s=1e6, burst_s=2.0)


@dataclass
class SetClock:
    monotonic: int = 0

    def wall_ns(self) -> int:
        return self.monotonic

    def monotonic_ns(self) -> int:
        return self.monotonic


async def asked(turns: Turns, reader: str, size_bytes: int) -> None:
    async with turns.of(reader):
        turns.answered(reader, size_bytes)


def test_whoever_has_had_much_waits_until_it_is_made_up_for() -> None:
    clock = SetClock()
    turns = Turns(LIMITS, clock)
    asyncio.run(asked(turns, "one", 5_000_000))  # 2 MB at hand: 3 MB are owed
    with pytest.raises(RefusedError) as found:
        asyncio.run(asked(turns, "one", 1))
    assert found.value.code is Code.TOO_MANY
    assert found.value.retry_after_s == pytest.approx(3.0)
    asyncio.run(asked(turns, "other", 1))
    clock.monotonic = 3_000_000_000
    asyncio.run(asked(turns, "one", 1))


def test_small_questions_count_too() -> None:
    turns = Turns(LIMITS, SetClock())
    for _ in range(101):  # 20 kB each out of 2 MB
        asyncio.run(asked(turns, "one", 1))
    with pytest.raises(RefusedError):
        asyncio.run(asked(turns, "one", 1))


def test_a_reader_has_one_answer_at_a_time() -> None:
    turns = Turns(LIMITS, SetClock())
    order: list[str] = []

    async def slow(reader: str, name: str) -> None:
        async with turns.of(reader):
            order.append(f"{name} begins")
            await asyncio.sleep(0.01)
            order.append(f"{name} ends")

    async def both() -> None:
        await asyncio.gather(slow("one", "a"), slow("one", "b"), slow("other", "c"))

    asyncio.run(both())
    assert order.index("b begins") > order.index("a ends")
    assert order.index("c begins") < order.index("a ends")


def test_a_long_answer_comes_no_faster_than_it_may() -> None:
    clock = SetClock()
    turns = Turns(LIMITS, clock)
    waited: list[float] = []

    async def sleep(wait_s: float) -> None:
        waited.append(wait_s)
        clock.monotonic += round(wait_s * 1e9)

    async def parts() -> AsyncIterator[bytes]:
        for _ in range(4):
            yield bytes(1_000_000)

    async def read() -> int:
        return sum([len(part) async for part in turns.paced("one", parts())])

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(asyncio, "sleep", sleep)
        assert asyncio.run(read()) == 4_000_000
    assert waited == pytest.approx([0.0, 0.0, 1.0, 1.0])  # 2 MB are at hand


def test_a_reader_has_one_long_answer_at_a_time_and_short_ones_beside() -> None:
    turns = Turns(LIMITS, SetClock())
    order: list[str] = []

    async def parts(name: str) -> AsyncIterator[bytes]:
        order.append(f"{name} begins")
        await asyncio.sleep(0.01)
        order.append(f"{name} ends")
        yield b""

    async def read(name: str) -> None:
        async for _ in turns.paced("one", parts(name)):
            pass

    async def all_of_them() -> None:
        await asyncio.gather(read("a"), read("b"), asked(turns, "one", 1))
        order.append("all")

    asyncio.run(all_of_them())
    assert order.index("b begins") > order.index("a ends")
    assert order[-1] == "all"
