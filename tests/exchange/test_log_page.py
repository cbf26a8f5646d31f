"""The page about the log says what the code does."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import msgspec

from glasshield.exchange.log import verify_log
from glasshield.exchange.log.bundle import SCHEMA, Head
from glasshield.exchange.log.entries import AnyEntry, Entry
from glasshield.exchange.log.findings import Kind

PAGE = (Path(__file__).parents[2] / "docs/log.md").read_text(encoding="utf-8")


def rows(title: str) -> dict[str, str]:
    """The tables of a section: the name in the first column, and the rest of the row."""
    section = PAGE.split(f"## {title}\n")[1].split("\n## ")[0]
    return dict(re.findall(r"^\| `(\w+)` \|(.*)\|$", section, flags=re.MULTILINE))


def test_every_kind_of_entry_and_every_key_of_it_is_described() -> None:
    kinds = {kind.__struct_config__.tag: kind for kind in get_args(AnyEntry)}
    common = set(Entry.__struct_fields__)
    described = rows("What an entry says")
    assert list(described) == list(kinds)
    for tag, row in described.items():
        assert re.findall(r"`(\w+)`", row) == [
            name for name in kinds[tag].__struct_fields__ if name not in common
        ], tag
    section = PAGE.split("## What an entry says\n")[1]
    assert all(f"`{name}`" in section for name in (*common, "kind"))


def test_every_key_of_the_head_is_described() -> None:
    names = [field.name for field in msgspec.structs.fields(Head)]
    assert ["schema", *rows("The file")] == names
    assert f'"schema":"{SCHEMA}"' in PAGE


def test_every_word_for_what_is_wrong_is_described() -> None:
    assert list(rows("Check it")) == [kind.value for kind in Kind]


def test_the_program_apart_uses_the_same_words() -> None:
    text = Path(verify_log.__file__).read_text(encoding="utf-8")
    assert set(re.findall(r'f?"(\w+): ', text)) == {kind.value for kind in Kind}
