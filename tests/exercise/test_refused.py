"""Exercise files: numbers that cannot be are refused when the file is read, with file and line."""

from __future__ import annotations

import pytest

from glasshield import catalog
from glasshield.errors import InputError
from glasshield.exercise.reading import parse
from tests.exercise import small

FACTS = catalog.load()
BELOW = "is below zero"
NO_SHARE = "hit_probability is not a number from 0 to 1"


@pytest.mark.parametrize(
    ("table", "before", "after", "sentence"),
    [
        ("[procedure.consult]", "", 'wait = "-40 s"', BELOW),
        ("[procedure.consult]", "", 'wait_for = { birch = "-1 s" }', BELOW),
        ("[procedure.decision]", "", 'wait = "-1 s"', BELOW),
        ("[procedure]", "", 'look = "-1 min"', BELOW),
        ("", 'range = "700 km"', 'range = "-700 km"', BELOW),
        ("", "hit_probability = 0.6", "hit_probability = nan", NO_SHARE),
        ("", "hit_probability = 0.6", "hit_probability = 1.6", NO_SHARE),
        ("", "hit_probability = 0.6", "hit_probability = -0.1", NO_SHARE),
    ],
)
def test_regress_a_number_that_cannot_be_is_refused_with_its_line(
    table: str, before: str, after: str, sentence: str
) -> None:
    text = f"{small.TEXT}\n{table}\n{after}\n" if table else small.TEXT.replace(before, after, 1)
    line = 1 + text.splitlines().index(after)
    with pytest.raises(InputError) as error:
        parse(text, "small.toml", FACTS)
    assert sentence in error.value.sentence
    assert error.value.sentence.startswith(f"small.toml:{line}:")
