"""Cells of the live picture's tables, and the widest of several tables that a terminal takes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Final

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from glasshield import messages
from glasshield.centre.api.wire import Contributor
from glasshield.cli.at_centre import plain
from glasshield.earth.time import Instant
from glasshield.messages import Language, text

COARSE_KM: Final = 10.0  # from here on whole kilometres are enough

_RIGHT: Final = ("object", "height", "speed", "sigma", "seen", "ago", "latency")
_WIDEST: Final = 10_000


@dataclass(frozen=True, slots=True)
class Width:
    """What a terminal has room for.

    Attributes:
        columns: of the terminal.
        is_small: whether there is no room for frames and empty lines.
    """

    columns: int
    is_small: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    Attributes:
        cells: by the names of their columns.
        style: of the row.
    """

    cells: Mapping[str, str]
    style: str = ""


def widest(
    rows: Sequence[Row], choices: Sequence[tuple[str, ...]], width: Width, lang: Language
) -> Table:
    """The table of the first choice of columns that fits; no row takes more than one line.

    Args:
        rows: the cells of all columns of all choices.
        choices: the columns, the widest choice first; of the last one the end may be cut.
        width: of the terminal.
        lang: of the headings.
    """
    console = Console(width=_WIDEST, file=StringIO())
    for names in choices:
        made = _table(rows, names, width, lang)
        over = console.measure(made).maximum - width.columns
        if over <= 0:
            return made
    last = made.columns[-1]
    longest = max((cell_len(row.cells[names[-1]]) for row in rows), default=0)
    last.max_width = max(longest - over, cell_len(str(last.header)))
    return made


def _table(rows: Sequence[Row], names: tuple[str, ...], width: Width, lang: Language) -> Table:
    """The table of some columns."""
    if width.is_small:
        made = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold underline")
    else:
        made = Table(box=box.SIMPLE_HEAD)
    for name in names:
        is_right = name in _RIGHT
        head = text(lang, f"centre.watch.{name.removesuffix('.parties').removesuffix('.brief')}")
        made.add_column(
            head, justify="right" if is_right else "left", no_wrap=True, overflow="ellipsis"
        )
    for row in rows:
        made.add_row(*(Text(row.cells[name]) for name in names), style=row.style)
    return made


def names(contributors: Iterable[Contributor]) -> str:
    """Parties, with their sensors where these are named."""
    found = [f"{one.party}/{one.sensor}" if one.sensor else one.party for one in contributors]
    return ", ".join(plain(name) for name in found)


def parties(contributors: Iterable[Contributor]) -> str:
    """Parties alone."""
    return ", ".join(dict.fromkeys(plain(one.party) for one in contributors))


def coordinates(lat_deg: float, lon_deg: float, digits: int = 2) -> str:
    """A place; the figures of a column stand below each other."""
    north, east = "NS"[lat_deg < 0.0], "EW"[lon_deg < 0.0]
    lat, lon = f"{abs(lat_deg):{3 + digits}.{digits}f}", f"{abs(lon_deg):{4 + digits}.{digits}f}"
    return f"{lat}{north} {lon}{east}"


def seconds(value: float, lang: Language, digits: int = 1) -> str:
    """A duration; a dash where there is none."""
    return messages.quantity(lang, value, "s", digits) if math.isfinite(value) else "–"


def clock(at: Instant) -> str:
    """The time of day in UTC."""
    return at.isoformat()[11:19]
