"""What people do in an exercise, each with the second at which it takes effect.

A run is decided by its exercise, its seed and its actions. So actions are kept beside the records,
and whoever runs them again has the same records.
"""

from __future__ import annotations

import re
from typing import Annotated, Final, Literal

import msgspec

from glasshield.errors import InputError
from glasshield.exchange import canonical
from glasshield.exercise.records import MARK, Mark

# Control characters, and those that turn the direction of what stands behind them. Lines may end.
_UNSEEN: Final = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"
)
Words = Annotated[str, msgspec.Meta(max_length=2000)]
_Name = Annotated[str, msgspec.Meta(min_length=1, max_length=120)]

# What can be made to happen, by the script or by the controller, and what it names.
SENSOR_FAILS: Final = "sensor-fails"
SENSOR_RETURNS: Final = "sensor-returns"
LINK_CUT: Final = "link-cut"
LINK_RESTORED: Final = "link-restored"
WITHHOLDS: Final = "withholds"
RELEASES: Final = "releases"
NOTICE: Final = "notice"
LAUNCH: Final = "launch"
What = Literal[
    "sensor-fails",
    "sensor-returns",
    "link-cut",
    "link-restored",
    "withholds",
    "releases",
    "notice",
    "launch",
]


def check_words(text: str) -> None:
    """Refuses words that would not be read as they stand there.

    Raises:
        ValueError: a control character, or one that turns the direction of the text.
    """
    found = _UNSEEN.search(text)
    if found is not None:
        raise ValueError(
            "words hold no control characters and none that turn the direction of the text, "
            f"but there is U+{ord(found[0]):04X}"
        )


class Done(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="do"):
    """What every action has.

    Attributes:
        second: at which it takes effect: the step that ends there is the first that knows it.
        cell: who did it.
        mark: that it is of an exercise.
    """

    second: Annotated[int, msgspec.Meta(ge=0)]
    cell: _Name
    mark: Mark = MARK

    def __post_init__(self) -> None:
        """Refuse another mark.

        Raises:
            ValueError: a mark that is not that of an exercise.
        """
        if self.mark != MARK:
            raise ValueError("an action of an exercise has the mark of an exercise")


class Answer(Done, frozen=True, kw_only=True, tag="answer"):
    """Answers what a procedure asked the cell.

    Attributes:
        request: which.
        says: yes (engage, agree, turn the key) or no.
        text: words that go with it.
    """

    request: Annotated[int, msgspec.Meta(ge=1)]
    says: Literal["yes", "no"]
    text: Words = ""

    def __post_init__(self) -> None:
        """Refuse another mark, and words that cannot be read.

        Raises:
            ValueError: what is wrong.
        """
        Done.__post_init__(self)
        check_words(self.text)


class Inject(Done, frozen=True, kw_only=True, tag="inject"):
    """Makes something happen: the controller anything, a cell what is its own party's to do.

    Attributes:
        what: kind.
        name: of the sensor (`party/sensor`), party, notice or flight.
    """

    what: What
    name: _Name


class Say(Done, frozen=True, kw_only=True, tag="say"):
    """Writes words into the log."""

    text: Words

    def __post_init__(self) -> None:
        """Refuse another mark, and words that cannot be read.

        Raises:
            ValueError: what is wrong.
        """
        Done.__post_init__(self)
        check_words(self.text)


Action = Answer | Inject | Say
_DECODER: Final = msgspec.json.Decoder(Action)


def encode(action: Action) -> bytes:
    """The canonical JSON line of an action, without its newline."""
    return canonical.canonical(msgspec.to_builtins(action))


def decode(line: bytes, where: str) -> Action:
    """The action in a line.

    Raises:
        InputError: no action of an exercise.
    """
    try:
        found = _DECODER.decode(line)
    except (msgspec.DecodeError, ValueError) as error:
        raise InputError(f"this is no action of an exercise ({error})", where=where) from None
    if encode(found) != line:
        raise InputError("this is no action of an exercise (not in canonical form)", where=where)
    return found
