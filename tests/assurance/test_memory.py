"""Results remembered by the records that they were made from."""

from __future__ import annotations

from functools import partial
from itertools import count

from glasshield.assurance.memory import Memory


def test_records_count_by_identity_and_values_by_value() -> None:
    memory: Memory[int] = Memory(8)
    made = count()
    one, twin = [1.0], [1.0]

    def make() -> int:
        return next(made)

    first = memory.of([one], ("a", 2.0), make)
    assert memory.of([one], ("a", 2.0), make) == first
    assert memory.of([twin], ("a", 2.0), make) != first
    assert memory.of([one], ("a", 3.0), make) != first
    assert memory.of([one, twin], ("a", 2.0), make) != first
    assert next(made) == 4


def test_what_was_not_asked_for_longest_goes_first() -> None:
    memory: Memory[int] = Memory(2)
    made = count()

    def ask(value: str) -> int:
        return memory.of([], value, lambda: next(made))

    assert (ask("a"), ask("b"), ask("a"), ask("c")) == (0, 1, 0, 2)
    assert ask("a") == 0
    assert ask("b") == 3


def test_an_identity_that_is_given_again_is_not_taken_for_the_old_one() -> None:
    """A record is kept as long as its result, so no other one can have its identity."""
    memory: Memory[float] = Memory(4)
    for n in range(100):
        record = [float(n)]
        assert memory.of([record], None, partial(sum, record)) == n
