"""Names, numbers and phrases of the review of an exercise in one language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from glasshield.assurance.document import Text
from glasshield.messages import Language, number, percent, percent_interval, quantity, text
from glasshield.messages.numbers import NBSP
from glasshield.report.exercise.document import EstimateRow, Review

CENTRE: Final = "centre"
SCRIPT: Final = "script"
OF_VIEWER: Final = "@"
SPANS: Final = ("known_after", "warned_after")
FEW: Final = 0.1  # counts below it get a decimal more
ALIKE: Final = 6  # runs with a difference of one sign that are no chance


@dataclass(frozen=True, slots=True)
class Words:
    """How the things of a review are called on a page."""

    review: Review
    lang: Language

    def text(self, key: str, **params: str | int | float) -> str:
        """The text of the catalogue in this language."""
        return text(self.lang, key, **params)

    def both(self, said: Text) -> str:
        """A sentence of the document; English where nobody gave another."""
        return (said.ru if self.lang == "ru" else "") or said.en

    def rows(self) -> tuple[str, ...]:
        """The rows of the time line: the parties, the centre, the script."""
        parties = (party.id for party in self.review.exercise.parties)
        return (*parties, CENTRE, SCRIPT)

    def viewers(self) -> tuple[str, ...]:
        """Who has pictures: the parties and the centre."""
        return self.rows()[:-1]

    def row(self, id: str) -> str:
        """The name of a party, of the centre, or of the script."""
        if id in (CENTRE, SCRIPT):
            return self.text(f"review.row.{id}")
        known = {party.id: party.name for party in self.review.exercise.parties}
        return self.both(known[id]) if id in known else id

    def parties(self, ids: tuple[str, ...]) -> str:
        """The names of several parties."""
        return ", ".join(self.row(id) for id in ids)

    def sources(self, by: tuple[str, ...], viewer: str = "") -> str:
        """Whose data: those of others by the party's name, one's own as such."""
        owners = dict.fromkeys(source.partition("/")[0] for source in by)
        return ", ".join(
            self.text("review.own") if owner == viewer else self.row(owner) for owner in owners
        )

    def change(self, change: str, parties: tuple[str, ...]) -> str:
        """What is changed in another run."""
        if change == "nothing-fails" and parties:
            change = "nothing-fails-withheld"
        if change == "none" and not self.review.run.ended:
            change = "none-to-its-end"
        return self.text(f"review.change.{change}", parties=self.parties(parties))

    def second(self, value: float | None) -> str:
        """A moment of the exercise; a dash where there is none."""
        return self.text("cell.none") if value is None else number(self.lang, value)

    def span(self, value_s: float | None) -> str:
        """A span in seconds; a dash where there is none."""
        if value_s is None:
            return self.text("cell.none")
        places = 0 if float(value_s).is_integer() else 1
        return quantity(self.lang, value_s, "s", places)

    @property
    def threats(self) -> int:
        """How many threats the run has; one that was not ended, as it would have ended."""
        others = self.review.others
        return (others[0].figures if others else self.review.figures).threats

    @property
    def at_stake(self) -> str:
        """The measure on which the exercise turns: leakers; without threats what was reported."""
        return "leakers" if self.threats else "unannounced"

    def count(self, value: int) -> str:
        """A whole number."""
        return number(self.lang, value)

    def measure(self, name: str) -> str:
        """What a measure is called; one of a viewer with its name."""
        kind, _, viewer = name.partition(OF_VIEWER)
        if viewer:
            return self.text(f"review.measure.{kind}", viewer=self.row(viewer))
        return self.text(f"review.measure.{kind}")

    def estimate(self, row: EstimateRow) -> str:
        """A figure with its interval, or that all runs gave the same."""
        if row.low is None or row.high is None:
            return self._same(row, number(self.lang, row.value, self.places(row)))
        if row.method == "wilson":
            ends = percent_interval(self.lang, row.low, row.high)
            return self.text("review.estimate", value=percent(self.lang, row.value), ends=ends)
        value, low, high = (
            number(self.lang, end, self.places(row)) for end in (row.value, row.low, row.high)
        )
        ends = f"{low}{NBSP}…{NBSP}{high}"
        return self.text("review.estimate", value=value, ends=ends)

    def difference(self, row: EstimateRow) -> str:
        """A difference with its sign and its interval, or that all runs gave the same."""
        if row.low is None or row.high is None:
            return self._same(row, self.signed(row.value, self.places(row)))
        value, low, high = (
            self.signed(end, self.places(row)) for end in (row.value, row.low, row.high)
        )
        return self.text("review.estimate", value=value, ends=f"{low}{NBSP}…{NBSP}{high}")

    def _same(self, row: EstimateRow, value: str) -> str:
        return self.text("review.estimate_same", value=value, n=row.runs)

    def signed(self, value: float, places: int) -> str:
        """A number with its sign, also above zero; plain where it reads as nothing."""
        written, nothing = (number(self.lang, one, places) for one in (value, 0.0))
        if round(value, places) == 0.0:
            return nothing
        return f"+{written}" if value > 0.0 else written

    def places(self, row: EstimateRow) -> int:
        """The decimals that the width of an interval leaves to a figure."""
        if row.low is None or row.high is None:
            return 0 if row.value.is_integer() else 1
        width = row.high - row.low
        return 1 if width >= 1.0 else 2 if width >= FEW else 3


def is_sure(row: EstimateRow) -> bool:
    """Whether a difference is surely not none, at 95 %.

    Where all runs gave the same difference, the sign test says so from six runs on: 2 / 2**6 < 5 %.
    """
    if row.low is None or row.high is None:
        return row.value != 0.0 and row.runs >= ALIKE
    return not row.low <= 0.0 <= row.high
