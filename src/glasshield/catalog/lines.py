"""Where in a TOML file a key stands, so that an error can name its line.

tomllib does not keep positions. This reads only what positions need: table headers, keys, and
the nesting of brackets outside strings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

_HEADER: Final = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY: Final = re.compile(r"""^\s*([A-Za-z0-9_\-."' ]+?)\s*=""")
_STRING: Final = re.compile(r'"(?:\\.|[^"\\])*"|' + r"'[^']*'|#.*$")

Path = tuple[str, ...]


def line_of(text: str, path: Path) -> int:
    """The line, counted from 1, of the deepest key on `path` that the file spells out.

    Args:
        text: the file.
        path: keys from the top; an element of an array is its index as text.
    """
    spelled, above = _index(text)
    if path in above:
        return above[path]
    shorter = (path[:depth] for depth in range(len(path) - 1, 0, -1))
    return next((spelled[each] for each in shorter if each in spelled), 1)


@lru_cache(maxsize=2)  # whoever reads a file asks for one key after another
def _index(text: str) -> tuple[dict[Path, int], dict[Path, int]]:
    """The first line of each key of a file, and the first of each key or of one below it."""
    spelled: dict[Path, int] = {}
    above: dict[Path, int] = {}
    for number, found in _positions(text):
        spelled.setdefault(found, number)
        for depth in range(1, len(found) + 1):
            above.setdefault(found[:depth], number)
    return spelled, above


def _positions(text: str) -> Iterator[tuple[int, Path]]:
    """Each key of the file with its line."""
    table: Path = ()
    counts: dict[Path, int] = {}
    array: Path | None = None
    depth = element = 0
    for number, line in _lines_outside_long_strings(text):
        bare = _STRING.sub(_blank, line)
        if array is not None:
            if depth == 1 and bare.lstrip().startswith(("{", "[", '"')):
                yield number, (*array, str(element))
                element += 1
        elif header := _HEADER.match(line):
            table = _table(_split(header[2]), counts, is_element=header[1] == "[[")
            yield number, table
            continue
        elif key := _KEY.match(line):
            array, element = (*table, *_split(key[1])), 0
            yield number, array
        depth += bare.count("[") + bare.count("{") - bare.count("]") - bare.count("}")
        if depth <= 0:
            array, depth = None, 0


def _table(keys: Path, counts: dict[Path, int], *, is_element: bool) -> Path:
    """The path of a table, with the index in each array of tables that it goes through.

    Args:
        keys: the keys of its header.
        counts: the last index met in each array of tables; an element adds to its own.
        is_element: whether the header opens an element of an array.
    """
    path: Path = ()
    for end, key in enumerate(keys, start=1):
        path = (*path, key)
        if is_element and end == len(keys):
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, str(counts[path]))
    return path


def _blank(found: re.Match[str]) -> str:
    """What stands for a string, or for a comment, once its brackets no longer matter."""
    return "" if found[0].startswith("#") else '""'


def _split(dotted: str) -> Path:
    """The keys of a dotted key, without their quotes."""
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))


def _lines_outside_long_strings(text: str) -> Iterator[tuple[int, str]]:
    """The numbered lines that do not lie within a string of several lines."""
    closing = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if closing:
            if closing in line:
                closing = ""
            continue
        for quote in ('"""', "'''"):
            if line.count(quote) % 2:
                closing = quote
        yield number, line
