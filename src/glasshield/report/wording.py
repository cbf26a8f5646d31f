"""Names and phrases of one document in one language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from glasshield.messages import (
    Language,
    duration,
    name,
    number,
    percent,
    percent_interval,
    quantity,
    text,
)
from glasshield.report.document import EVERYWHERE, Document, Flight, Fraction, Phase


@dataclass(frozen=True, slots=True)
class Wording:
    """How the things of a document are called on a page."""

    document: Document
    lang: Language

    def text(self, key: str, **params: str | int | float) -> str:
        """The text of the catalogue in this language."""
        return text(self.lang, key, **params)

    def named(self, identifier: str) -> str:
        """The name of a thing of the catalogue."""
        return self.document.named(self.lang, identifier)

    def short(self, identifier: str) -> str:
        """The name without what stands in brackets or after a comma: for maps, tables, sentences.

        The list of assumptions gives the whole name.
        """
        whole = self.named(identifier)
        return re.split(r" \(|, ", whole, maxsplit=1)[0] or whole

    def phase(self, phase: Phase) -> str:
        """The full name of a phase."""
        architecture = self.named(phase.architecture)
        if phase.number is None:
            return architecture
        return self.text("page.phase_of", architecture=architecture, number=phase.number)

    def phase_short(self, phase: Phase) -> str:
        """The name of a phase where there is little room."""
        architecture = name(
            self.lang, "short", phase.architecture, fallback=self.named(phase.architecture)
        )
        if phase.number is None:
            return architecture
        return self.text("page.phase_of", architecture=architecture, number=phase.number)

    def phase_of_id(self, identifier: str) -> str:
        """The short name of the phase with this id."""
        phase = next((p for p in self.document.phases if p.id == identifier), None)
        return self.phase_short(phase) if phase else identifier

    def flight(self, flight: Flight) -> str:
        """From where to where a flight goes."""
        return self.text(
            "cell.flight", launch=self.short(flight.launch), target=self.short(flight.target)
        )

    def region(self, identifier: str) -> str:
        """The name of a region, or that it is all that a missile can fly to."""
        return self.text("cell.everywhere") if identifier == EVERYWHERE else self.named(identifier)

    def threat(self, missile: str) -> str:
        """The class of a missile where there is little room."""
        return name(self.lang, "short", missile, fallback=self.short(missile))

    def stated_by(self, variant: str) -> str:
        """Who states a value."""
        return self.text("cell.declared") if variant == "declared" else self.named(variant)

    def speed(self, speed_km_s: float) -> str:
        """A speed in kilometres a second."""
        return quantity(self.lang, speed_km_s, "km/s", 1)

    def share(self, fraction: float) -> str:
        """A share in per cent."""
        return percent(self.lang, fraction)

    def share_ends(self, share: Fraction) -> str:
        """The interval of a share, nothing where it is no wider than the share as written."""
        ends = self.share_interval(share)
        return "" if ends == self.share(share.value) else ends

    def share_interval(self, share: Fraction) -> str:
        """The interval of a share in per cent."""
        return percent_interval(self.lang, share.low, share.high)

    def after(self, time_s: float) -> str:
        """A time after launch in minutes and seconds."""
        return duration(self.lang, time_s)

    def signed(self, value: float, decimals: int = 1) -> str:
        """A number with its sign, also when it is positive."""
        written = number(self.lang, value, decimals)
        nothing = number(self.lang, 0.0, decimals)
        return f"+{written}" if value > 0 and written != nothing else written

    def reached(self, yes: int, depends: int, total: int) -> str:
        """How many of the disputed flights are reached, and how many are too close to call."""
        key = "reached.some" if yes else "reached.none"
        counted = self.text(key, n=yes, total=total)
        return self.text("reached.close", reached=counted, n=depends) if depends else counted
