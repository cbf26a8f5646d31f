"""What the program says: data on stdout, talk on stderr."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from rich.console import Console

    from glasshield.workspace import Progress

# Wide enough that nothing is cut where a table goes into a file or another program.
_PIPED_WIDTH: Final = 200


def print_json(answer: Any) -> None:
    """Prints an answer as JSON on stdout."""
    import msgspec

    text = msgspec.json.format(msgspec.json.encode(answer), indent=2)
    sys.stdout.write(text.decode() + "\n")


def print_table(
    title: str, header: Sequence[str], rows: Sequence[Sequence[str]], *, right: Sequence[int] = ()
) -> None:
    """Prints a table on stdout.

    Args:
        title: what the table shows.
        header: the head of each column.
        rows: the cells, as many in each row as there are columns.
        right: the columns that hold numbers, to be set flush right.
    """
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD)
    for index, head in enumerate(header):
        table.add_column(head, justify="right" if index in right else "left")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    _console(sys.stdout.isatty()).print(table)


def print_lines(*lines: str) -> None:
    """Prints lines of text on stdout."""
    for line in lines:
        sys.stdout.write(line + "\n")


def say(line: str) -> None:
    """Says something to the person at the terminal, on stderr."""
    sys.stderr.write(line + "\n")


@contextlib.contextmanager
def progress(title: str) -> Iterator[Progress]:
    """A progress bar on stderr, moved by what it gives; silent where nobody watches."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn(title), BarColumn(), TextColumn("{task.percentage:>3.0f} %"))
    bar = Progress(
        *columns,
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
        console=Console(stderr=True),
        transient=True,
        disable=not sys.stderr.isatty(),
    )
    with bar:
        task = bar.add_task("", total=1.0)
        yield lambda done, doing: bar.update(task, completed=done, description=doing)


def _console(watched: bool) -> Console:
    from rich.console import Console

    return Console() if watched else Console(width=_PIPED_WIDTH)
