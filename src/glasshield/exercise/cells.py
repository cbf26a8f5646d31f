"""Scripted cells: how long they take to answer, and what they say."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from glasshield.exercise.records import Asked
from glasshield.exercise.script import Cell


@dataclass(frozen=True, slots=True)
class Coming:
    """An answer that a scripted cell will give.

    Attributes:
        second: when.
        request: to which request.
        cell: who.
        says: yes or no.
        text: words that go with it.
    """

    second: int
    request: int
    cell: str
    says: Literal["yes", "no"]
    text: str


def coming(cell: Cell, asked: Asked) -> Coming | None:
    """The answer that a cell will give to a request; None where it will give none.

    A cell of people answers by itself, and so does a script that knows no rule for what is asked.

    Args:
        cell: who is asked.
        asked: what.
    """
    if cell.who == "person":
        return None
    for rule in cell.answers:
        fits = rule.when in ("anything", asked.what) and (not rule.by or asked.by in rule.by)
        if fits and rule.since_s <= asked.second < rule.until_s:
            if rule.says == "nothing":
                return None
            second = asked.second + math.ceil(rule.after_s)
            return Coming(second, asked.request, asked.cell, rule.says, rule.text)
    return None


def withholds(cell: Cell, second: int) -> bool:
    """Whether a scripted cell keeps its party's data to itself at a second."""
    return any(span.since_s <= second < span.until_s for span in cell.withholds)
