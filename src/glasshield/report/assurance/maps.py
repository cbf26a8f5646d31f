"""The map of the disputed flights: which side thinks what of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from glasshield.assurance.document import DrawnFlight, VerdictWord
from glasshield.geodata.disclaimer import DISCLAIMER_SHORT
from glasshield.report import base_map
from glasshield.report.assurance.wording import Words
from glasshield.report.base_map import Place, View
from glasshield.report.blocks import Figure, LegendEntry, plain
from glasshield.report.drawing import (
    Drawing,
    label,
    launch_mark,
    path,
    rect,
    site_mark,
    target_mark,
)
from glasshield.report.labels import Labels
from glasshield.report.markup import Markup, join, tag

# How flights are drawn about which the sides differ, the one that most of them reach first.
_DISPUTED: Final = (
    "flight-disputed",
    "flight-disputed-2",
    "flight-disputed-3",
    "flight-disputed-4",
    "flight-disputed-5",
)
_REACHED: Final[dict[VerdictWord, str]] = {
    "holds": "flight-yes",
    "fails": "flight-no",
    "undecided": "flight-depends",
}
_CLAIMED: Final[dict[VerdictWord, str]] = {
    "holds": "flight-holds",
    "fails": "flight-yes",
    "undecided": "flight-depends",
}
_ORDER: Final[tuple[VerdictWord, ...]] = ("holds", "undecided", "fails")

# What every side says of a flight, in the order of the sides; None where it does not speak of it.
Views = tuple[VerdictWord | None, ...]


def views(words: Words, flight: DrawnFlight) -> Views:
    """What every side says: of reach whether it reaches, of others whether the claim holds."""
    found = (words.at(flight.verdict, place) for place in range(len(words.sides)))
    return tuple(words.reached(one) if one and words.reaches else one for one in found)


@dataclass(frozen=True, slots=True)
class FlightMap:
    """The view that holds all flights and sites of a document."""

    words: Words
    view: View

    @classmethod
    def of(cls, words: Words) -> FlightMap:
        """The view around everything that is drawn."""
        document = words.document
        places: list[Place] = [(site.lat_deg, site.lon_deg) for site in document.sites]
        for flight in document.flights:
            places += list(zip(flight.lat_deg, flight.lon_deg, strict=True))
        return cls(words, base_map.fitted("ground", places, base_map.LARGE))

    def definitions(self) -> dict[str, Markup]:
        """The base map by its ids, to be defined once on a page."""
        if not self.words.document.flights:
            return {}
        return {
            self.view.id: self.view.base(),
            f"{self.view.id}-borders": self.view.borders(),
        }

    def figure(self, mark: str) -> Figure | None:
        """The map with its legend; None where no flight is drawn."""
        flights, words, view = self.words.document.flights, self.words, self.view
        if not flights:
            return None
        kinds = self._kinds()
        labels = Labels(view.width, view.height)
        marks = [*self._sites(labels), *self._ends(labels)]
        drawn = sorted(flights, key=lambda f: list(kinds).index(views(words, f)), reverse=True)
        body = join([
            tag("use", {"href": f"#{view.id}"}),
            tag("use", {"href": f"#{view.id}-borders"}),
            *(self._flight(flight, kinds[views(words, flight)]) for flight in drawn),
            *marks,
            labels.drawn(),
            label(8, view.height - 8, f"{mark} · {DISCLAIMER_SHORT[words.lang]}", size=8.5,
                  kind="text-soft", halo="halo"),
            rect("frame", 0.4, 0.4, view.width - 0.8, view.height - 0.8),
        ])  # fmt: skip
        caption = self._caption()
        alt = words.text("assurance.map.alt", caption=plain(caption))
        drawing = Drawing(view.width, view.height, body, alt)
        return Figure("flights", drawing, caption, legend=self._legend(kinds))

    def _kinds(self) -> dict[Views, str]:
        """How each pattern of views is drawn, the one with the most reach first."""
        found = dict.fromkeys(views(self.words, flight) for flight in self.words.document.flights)
        patterns = sorted(found, key=_reach, reverse=True)
        disputed = [one for one in patterns if _agreed(one) is None]
        styles = {one: _DISPUTED[min(k, len(_DISPUTED) - 1)] for k, one in enumerate(disputed)}
        agreed_styles = _REACHED if self.words.reaches else _CLAIMED
        for one in patterns:
            if (agreed := _agreed(one)) is not None:
                styles[one] = agreed_styles[agreed]
        return {one: styles[one] for one in patterns}

    def _flight(self, flight: DrawnFlight, kind: str) -> Markup:
        places = list(zip(flight.lat_deg, flight.lon_deg, strict=True))
        name = self.words.route(flight.launch, flight.target)
        return tag(
            "g",
            None,
            tag("title", None, f"{name}: {said_of(self.words, views(self.words, flight))}"),
            path(kind, self.view.lines(places)),
        )

    def _sites(self, labels: Labels) -> list[Markup]:
        parts = []
        for site in self.words.document.sites:
            spot = self.view.spot((site.lat_deg, site.lon_deg))
            if spot is not None:
                parts.append(site_mark(*spot))
                labels.add(spot, self.words.both(site.name).partition(",")[0])
        return parts

    def _ends(self, labels: Labels) -> list[Markup]:
        """Marks where flights begin and end; a name once, though flights may begin apart."""
        words, parts = self.words, []
        for end, mark, kind in ((0, launch_mark, "launch"), (-1, target_mark, "region")):
            for flight in words.document.flights:
                spot = self.view.spot((flight.lat_deg[end], flight.lon_deg[end]))
                if spot is not None:
                    id = flight.launch if end == 0 else flight.target
                    parts.append(mark(*spot))
                    labels.add(spot, words.names.short(kind, id, words.lang), soft=True)
        return list({part.source: part for part in parts}.values())

    def _caption(self) -> str:
        words, flights = self.words, self.words.document.flights
        family = "reach" if words.reaches else "claim"
        said = [words.text(f"assurance.map.caption_{family}")]
        spoken = (set(views(words, flight)) - {None} for flight in flights)
        if disputed := sum(len(verdicts) > 1 for verdicts in spoken):
            said.append(words.text("assurance.map.counted", n=disputed, total=len(flights)))
        return " ".join(said)

    def _legend(self, kinds: dict[Views, str]) -> tuple[LegendEntry, ...]:
        entries = {}
        for pattern, kind in kinds.items():
            said = said_of(self.words, pattern)
            if kind in entries:  # more patterns than ways to draw them
                said = self.words.text("assurance.map.otherwise")
            entries[kind] = LegendEntry(kind, "line", said)
        marks = (
            LegendEntry("site", "site", self.words.text("legend.site")),
            LegendEntry("launch", "launch", self.words.text("legend.launch")),
            LegendEntry("target", "target", self.words.text("legend.target")),
        )
        return (*entries.values(), *marks)


def said_of(words: Words, pattern: Views) -> str:
    """What the sides say of a flight, in words."""
    family = "reach" if words.reaches else "claim"
    agreed = _agreed(pattern)
    if agreed is not None:
        many = "all" if len(pattern) > 1 else "one"
        return words.text(f"assurance.flight.{family}.{agreed}_{many}")
    parts = []
    for verdict in _ORDER:
        said_by = [side for side, one in zip(words.sides, pattern, strict=True) if one == verdict]
        if said_by:
            who = words.sides_joined(said_by)
            parts.append(words.text(f"assurance.flight.{family}.{verdict}", sides=who))
    return "; ".join(parts)


def _agreed(pattern: Views) -> VerdictWord | None:
    """What all sides say; None where they differ."""
    return pattern[0] if len(set(pattern)) == 1 else None


def _reach(pattern: Views) -> tuple[int, ...]:
    """How much a pattern reaches, for sorting."""
    return tuple(pattern.count(verdict) for verdict in _ORDER)
