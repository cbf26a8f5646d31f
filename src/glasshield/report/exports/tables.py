"""The rows of an assessment as CSV (RFC 4180), one file for each question."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from glasshield.report.document import Document
from glasshield.report.exports import MARK


def render(document: Document) -> dict[str, bytes]:
    """The tables by file name: numbers with a decimal point, empty where there is none."""
    return {
        "sees.csv": _table(document.sees),
        "defends.csv": _table(document.defends),
        "reaches.csv": _table(document.reaches),
        "assumptions.csv": _table(document.assumptions),
    }


def _table(rows: Sequence[msgspec.Struct]) -> bytes:
    flat = [_flat(msgspec.structs.asdict(row)) for row in rows]
    columns = list(dict.fromkeys(key for row in flat for key in row))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, [*columns, "mark"], lineterminator="\r\n", restval="")
    writer.writeheader()
    for row in flat:
        writer.writerow({**row, "mark": MARK})
    return out.getvalue().encode("utf-8")


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    """The row with nested parts as columns of their own."""
    return dict(pair for key, value in row.items() for pair in _columns(key, value))


def _columns(key: str, value: object) -> Iterable[tuple[str, object]]:
    if isinstance(value, msgspec.Struct):
        for part, inner in msgspec.structs.asdict(value).items():
            yield f"{key}_{part}", inner
    elif key.endswith("window_s"):
        opens, closes = value if isinstance(value, tuple) else (None, None)
        stem = key.removesuffix("_s")
        yield f"{stem}_opens_s", opens
        yield f"{stem}_closes_s", closes
    elif isinstance(value, tuple):
        yield key, " ".join(str(v) for v in value)
    else:
        yield key, value
