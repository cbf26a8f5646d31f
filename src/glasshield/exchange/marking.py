"""What files say of all their data, such as that they are of an exercise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Mark:
    """What a file says of all of its data, so that it stands for itself under any name.

    Attributes:
        word: where people look: in names and labels.
        sentence: in comments and metadata.
    """

    word: str = ""
    sentence: str = ""


UNMARKED: Final = Mark()


def labelled(name: str, *words: str) -> str:
    """A name with the words of its marks behind it."""
    return " ".join(each for each in (name, *words) if each)
