"""TOML from anybody: read as it is, or refused before it takes time."""

from __future__ import annotations

import time
import tomllib

import pytest

from glasshield.errors import InputError
from glasshield.exchange.outside_toml import MOST_NESTED, MOST_PARTS, loads

LONG = 1 << 18
SOON_S = 10.0  # beside other work; the worst that is read takes 0.2 s alone, what is refused less

HOSTILE = {
    "parts": "a." * (LONG // 2) + "a=1",
    "quoted parts": '"a".' * (LONG // 4) + "a=1",
    "parts of a header": "[" + "a." * (LONG // 2) + "a]",
    "parts with spaces": "a . " * (LONG // 4) + "a=1",
    "arrays": "a=" + "[" * LONG,
    "tables": "a=" + "{a=" * (LONG // 3),
    "digits": "a=" + "1" * LONG,
    "strings that do not end": "a=" + '"""\\' * (LONG // 4),
    "quotes": '"' * LONG,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_would_take_minutes_is_refused_at_once(kind: str) -> None:
    began_s = time.process_time()
    with pytest.raises(InputError) as error:
        loads(HOSTILE[kind], "rules")
    assert time.process_time() - began_s < SOON_S
    assert error.value.where.startswith("rules")


@pytest.mark.parametrize(
    "text",
    [
        ".".join("a" * MOST_PARTS) + " = 1",
        "a = " + "[" * MOST_NESTED + "]" * MOST_NESTED,
        'a = "' + "." * 100 + '"  # ' + "." * 100 + "[" * 100,
        "a = [" + "1.5, " * 100 + "]\n[b]\nc = '''\n" + "[" * 100 + "'''",
        'a = """' + '."[\\"' * 50 + '"""\n[[b]]\n[[b]]\n',
        "a = 'it''s'".replace("''", ""),
    ],
)
def test_what_people_write_is_read_as_it_is(text: str) -> None:
    assert loads(text, "rules") == tomllib.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        ".".join("a" * (MOST_PARTS + 1)) + " = 1",
        "a = " + "[" * (MOST_NESTED + 1) + "]" * (MOST_NESTED + 1),
    ],
)
def test_one_more_is_not_read(text: str) -> None:
    assert tomllib.loads(text)
    with pytest.raises(InputError, match="not TOML that is read here"):
        loads(text, "rules")


def test_what_is_no_toml_is_told_with_its_line() -> None:
    with pytest.raises(InputError) as error:
        loads("a = 1\nb = \n", "rules")
    assert error.value.where == "rules:2"
