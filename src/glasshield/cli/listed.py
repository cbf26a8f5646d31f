"""Options that take several words, as `--assumptions A.toml B.toml` does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from typer.core import TyperCommand

SEVERAL: Final = "--assumptions"


class ListedCommand(TyperCommand):
    """A command whose `--assumptions` takes all words up to the next option."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Reads the arguments after giving each word an option of its own."""
        return super().parse_args(ctx, spread(args, SEVERAL))


def spread(arguments: Sequence[str], option: str) -> list[str]:
    """The arguments with the option repeated before each of its words.

    Args:
        arguments: as somebody wrote them.
        option: that takes all words up to the next option, or to `--`.
    """
    spread_out: list[str] = []
    taking = False
    for place, word in enumerate(arguments):
        if word == "--":
            return [*spread_out, *arguments[place:]]
        if taking and not word.startswith("-") and spread_out[-1] != option:
            spread_out.append(option)
        elif word.startswith("-"):
            taking = word == option or word.startswith(f"{option}=")
        spread_out.append(word)
    return spread_out
