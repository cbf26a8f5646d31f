"""What a page carries compressed: its longest tables, and the globe with all that it shows.

Each part is a data block of the page, gzip in letters, that the page's own script unpacks. Nothing
is loaded: the policy names the hash of the globe's script, so that the page may run it and no
other.
"""

from __future__ import annotations

import base64
import gzip
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources
from typing import Final

import msgspec

from glasshield.report.blocks import Cell, Table
from glasshield.report.markup import Markup, tag

TABLES: Final = "packed-tables"
CODE: Final = "packed-code"
# What the globe's script reads, by the ids of the data blocks that it finds unpacked.
VIEW: Final = "glasshield-view"
WORLD: Final = "glasshield-world"
ROOT: Final = "glasshield-globe"

# Five letters hold four bytes, where base 64 needs five and a third. Those that mean something in
# a page give way to such as the alphabet does not have; the page's script knows the same.
_INERT: Final = str.maketrans("<>&", ",.:")
_LETTERS: Final = str.maketrans(",.:", "<>&")


@dataclass(frozen=True, slots=True)
class Globe:
    """The globe of a page.

    Attributes:
        view: the view document, as JSON.
        code: its script.
        style: its style sheet.
        world: land and borders, as TopoJSON.
    """

    view: bytes
    code: str
    style: str
    world: bytes

    @classmethod
    def showing(cls, view: bytes) -> Globe:
        """The packaged globe with something to show."""
        package = resources.files("glasshield")
        return cls(
            view=view,
            code=package.joinpath("web", "glasshield.js").read_text(encoding="utf-8"),
            style=package.joinpath("web", "glasshield.css").read_text(encoding="utf-8"),
            world=package.joinpath("geodata", "data", "world-coarse.topo.json").read_bytes(),
        )

    def blocks(self) -> list[Markup]:
        """The data blocks of the globe."""
        return [
            block(f"packed-{VIEW}", self.view),
            block(f"packed-{WORLD}", self.world),
            block(CODE, self.code.encode("utf-8")),
        ]


def block(id: str, data: bytes) -> Markup:
    """A data block with something packed."""
    packed = base64.b85encode(gzip.compress(data, 9, mtime=0)).decode("ascii").translate(_INERT)
    return tag("script", {"type": "application/gzip", "id": id}, Markup(packed))


def unpacked(text: str) -> bytes:
    """What a data block holds."""
    return gzip.decompress(base64.b85decode(text.translate(_LETTERS)))


def is_packed(table: Table) -> bool:
    """Whether the rows of a table are packed: long lists that are only for the screen."""
    return table.shown == "screen" and not any(cell.bar for row in table.rows for cell in row)


def tables(found: Iterable[Table]) -> Markup:
    """The rows of tables as a data block, by the table's id.

    A cell is its text, or its text, the number that it sorts by, its sign and its soft part.
    """
    rows = {table.id: [[_cell(cell) for cell in row] for row in table.rows] for table in found}
    return block(TABLES, msgspec.json.encode(rows))


def _cell(cell: Cell) -> str | tuple[str, float | None, str, str]:
    if cell.sort is None and not cell.sign and not cell.soft:
        return cell.text
    return cell.text, cell.sort, cell.sign, cell.soft
