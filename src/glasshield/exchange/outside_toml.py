"""TOML that anybody may have written: judged by its looks before it is read.

The reader of Python's library takes time with the square of a key's parts, and one frame of the
stack for each bracket. What people write has few of both.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from typing import Any, Final

from glasshield.errors import InputError

MOST_PARTS: Final = 16  # of a dotted key
MOST_NESTED: Final = 16  # arrays and tables within each other

# Strings and comments, each to its end or that of the text: one pass, whatever comes.
_SAID: Final = re.compile(
    r'"""(?:\\.|(?!""")[^\\])*+(?:""")?'
    r"|'''(?:(?!''').)*+(?:''')?"
    r'|"(?:\\.|[^"\\\n])*+"?'
    r"|'[^'\n]*+'?"
    r"|#[^\n]*+",
    re.DOTALL,
)
_BETWEEN: Final = re.compile(r"[,=\[\]{}\n]")
_BRACKETS: Final = re.compile(r"[\[\]{}]")
_AT: Final = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")


def loads(text: str, where: str, parse_float: Callable[[str], Any] = float) -> dict[str, Any]:
    """The tables in a text.

    Args:
        text: from anybody.
        where: the file, for messages.
        parse_float: what becomes of numbers with a fraction.

    Raises:
        InputError: no TOML, or such as nobody writes by hand; with the line.
    """
    _judge(text, where)
    try:
        return tomllib.loads(text, parse_float=parse_float)
    except (ValueError, RecursionError) as error:  # numbers of 5,000 digits are no TOML error
        at = _AT.search(str(error))
        line = (at and at[1]) or len(text.splitlines())
        what = _AT.sub("", str(error))
        raise InputError(f"not TOML: {what}", where=f"{where}:{line}") from None


def _judge(text: str, where: str) -> None:
    """Refuse keys of many parts, and what is nested deeply.

    Raises:
        InputError: one of these.
    """
    bare = _SAID.sub("", text)
    parts = max(piece.count(".") for piece in _BETWEEN.split(bare)) + 1
    if parts > MOST_PARTS:
        raise InputError("not TOML that is read here: a key has too many parts", where=where,
                         got=str(parts), expected=f"at most {MOST_PARTS}")  # fmt: skip
    depth = 0
    for bracket in _BRACKETS.finditer(bare):
        depth = depth + 1 if bracket[0] in "[{" else max(depth - 1, 0)
        if depth > MOST_NESTED:
            raise InputError("not TOML that is read here: it is nested too deeply", where=where,
                             expected=f"at most {MOST_NESTED} levels")  # fmt: skip
