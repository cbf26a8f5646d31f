"""The assessment itself, as `results.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping

from glasshield.report.exports import MARK


def render(assessment: Mapping[str, object]) -> bytes:
    """The assessment as JSON in the order in which it was given, the mark first.

    Every row of a table stands on a line of its own, so that two results can be compared line by
    line.
    """
    marked = {"mark": MARK} | {k: v for k, v in assessment.items() if k != "mark"}
    entries = [f"{_json(key)}: {_table(value)}" for key, value in marked.items()]
    return ("{\n" + ",\n".join(entries) + "\n}\n").encode("utf-8")


def _table(value: object) -> str:
    if isinstance(value, list | tuple) and value:
        return "[\n" + ",\n".join(f"  {_json(row)}" for row in value) + "\n]"
    return _json(value)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
