"""What an exercise refuses."""

from __future__ import annotations

from typing import Literal

from glasshield.errors import InputError

Code = Literal["late", "not-yours", "answered", "unknown", "over", "cut"]


class Refused(InputError):  # noqa: N818  # what it says is what it is
    """An action that a run does not take; nothing has changed.

    Attributes:
        code: why, for who says it in another language.
    """

    def __init__(self, code: Code, what: str, *, where: str = "", do: str = "") -> None:
        self.code: Code = code
        super().__init__(what, where=where, do=do)
