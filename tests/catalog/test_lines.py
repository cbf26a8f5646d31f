"""The line of a key in a TOML file."""

from __future__ import annotations

import pytest

from glasshield.catalog.lines import line_of

TEXT = '''# a comment with a = sign
[site.a]
name = "A [not.a.header] # nor a comment"
position = { lat_deg = 1, lon_deg = 2 }

[site."b"] # quoted
note = """
[site.not-a-table]
name = "inside a string"
"""
facts = [
  { text = "one" },
  # a comment
  { text = "two { and [ in a string" },
]
after.dotted = 1

[[phase.x.phases]]
id = "1"

[[phase.x.phases.threats]]
missile = "mrbm"

[[phase.x.phases]]
id = "2"

[[phase.x.phases.threats]]
missile = "irbm"

[[phase.x.phases.threats]]
missile = "icbm"
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("site", "a"), 2),
        (("site", "a", "name"), 3),
        (("site", "a", "position", "lat_deg"), 4),
        (("site", "a", "missing"), 2),
        (("site", "b"), 6),
        (("site", "b", "facts", "0", "text"), 12),
        (("site", "b", "facts", "1"), 14),
        (("site", "b", "after", "dotted"), 16),
        (("site", "not-a-table"), 1),
        (("phase", "x", "phases", "0", "id"), 19),
        (("phase", "x", "phases", "1", "id"), 25),
        (("phase", "x", "phases", "1", "threats", "1", "missile"), 31),
        (("phase",), 18),
        (("nothing",), 1),
    ],
)
def test_the_deepest_key_that_is_spelled_out(path: tuple[str, ...], line: int) -> None:
    assert line_of(TEXT, path) == line


def test_an_empty_file_has_one_line() -> None:
    assert line_of("", ("site", "a")) == 1
