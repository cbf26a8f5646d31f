"""Long answers of a store page by page: no more is read than is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

Rows = Sequence[tuple[Any, ...]]  # each begins with its position in the log


def upwards(page: Callable[[int], Rows], begin: int | None, most: int) -> Iterator[tuple[Any, ...]]:
    """The rows from a position on.

    Args:
        page: the rows from one on, at most so many.
        begin: the first position; None where there is none.
        most: rows a page.
    """
    while begin is not None:
        rows = page(begin)
        yield from rows
        begin = rows[-1][0] + 1 if len(rows) == most else None


def downwards(page: Callable[[int], Rows], end: int, most: int) -> Iterator[tuple[Any, ...]]:
    """The rows before a position, the last one first.

    Args:
        page: the rows before one, at most so many.
        end: the position after the last.
        most: rows a page.
    """
    before: int | None = end
    while before is not None:
        rows = page(before)
        yield from rows
        before = rows[-1][0] if len(rows) == most else None


def each(next_after: Callable[[str], str | None]) -> Iterator[str]:
    """The texts of an index, each once: from one to the next, without reading what lies between.

    Args:
        next_after: the first text after another one; None behind the last.
    """
    text = next_after("")
    while text is not None:
        yield text
        text = next_after(text)
