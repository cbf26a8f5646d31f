"""Words that people write: what could not be read as it stands there is refused."""

from __future__ import annotations

import msgspec
import pytest

from glasshield.errors import InputError
from glasshield.exercise import actions
from glasshield.exercise.api import wire


@pytest.mark.parametrize("letter", ["\x00", "\x1b", "\x7f", "\u061c", "\u202e", "\u2066", "\u2028"])
def test_words_that_turn_or_hide_are_refused_in_one_sentence(letter: str) -> None:
    said = msgspec.json.encode({"do": "say", "text": f"a{letter}b"})
    with pytest.raises(msgspec.ValidationError, match=rf"there is U\+{ord(letter):04X}"):
        msgspec.json.decode(said, type=wire.Act)
    done = msgspec.json.encode({"do": "say", "text": f"a{letter}b", "cell": "x", "second": 1})
    with pytest.raises(InputError, match="no control characters"):
        actions.decode(done, "here")
    with pytest.raises(ValueError, match="no control characters"):
        actions.Answer(second=1, cell="x", request=1, says="yes", text=letter)
    with pytest.raises(ValueError, match="no control characters"):
        wire.Answer(question=1, says="no", text=letter)


def test_words_of_any_language_and_of_several_lines_are_taken() -> None:
    for text in ("agreed,\nkeep us told", "согласны", "متفقون", "同意", "🚀\t"):
        assert wire.Say(text=text).text == actions.Say(second=1, cell="x", text=text).text == text
