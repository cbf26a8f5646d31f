"""Everything that can go wrong, as one tree.

    GlasshieldError
    +-- InputError            what somebody wrote is not usable (exit code 2)
    |   +-- UnitError         a quantity without its unit, or with a wrong one
    |   +-- RangeError        a number outside what is physically or formally possible
    |   +-- UnknownNameError  an id that the catalogue does not hold
    |   +-- CatalogError      a catalogue file that breaks its own rules
    |   +-- OutputError       a place that cannot be written
    +-- NumericalError        a calculation that did not reach its stated accuracy (exit code 1)

An error is one sentence: what is wrong, where, what was expected, what to do next.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class GlasshieldError(Exception):
    """The root of all errors that Glasshield raises on purpose."""

    exit_code = 1

    def __init__(
        self,
        what: str,
        *,
        where: str = "",
        got: object = None,
        expected: str = "",
        do: str = "",
    ) -> None:
        self.what = what
        self.where = where
        self.got = got
        self.expected = expected
        self.do = do
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """The error as the one sentence that a user reads."""
        parts = [f"{self.where}: {self.what}" if self.where else self.what]
        if self.got is not None:
            parts.append(f"got {self.got}")
        if self.expected:
            parts.append(f"expected {self.expected}")
        if self.do:
            parts.append(self.do)
        sentence = "; ".join(parts)
        return sentence if sentence.endswith("?") else f"{sentence}."


class InputError(GlasshieldError):
    """What somebody wrote cannot be used."""

    exit_code = 2


class UnitError(InputError):
    """A quantity without its unit, or with a unit of another kind."""


class RangeError(InputError):
    """A number outside what is possible."""


class UnknownNameError(InputError):
    """A name that nothing in the catalogue has."""

    @classmethod
    def among(cls, kind: str, name: str, known: Iterable[str]) -> UnknownNameError:
        """The error for an unknown `name`, with the nearest `known` ones offered."""
        names = sorted(known)
        near = difflib.get_close_matches(name, names, n=3, cutoff=0.4)
        offer = f"did you mean {' or '.join(near)}?" if near else f"known: {', '.join(names)}"
        return cls(f"no {kind} is called {name!r}", do=offer)


class CatalogError(InputError):
    """A catalogue file that breaks the catalogue's rules."""


class OutputError(InputError):
    """A file or folder that cannot be written."""


class NumericalError(GlasshieldError):
    """A calculation that did not reach its stated accuracy."""
