"""The three maps of a phase: what it sees, what it defends, whom it reaches.

All phases are drawn over the same two base maps, so that they can be compared at a glance; a page
holds each base map once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from glasshield.report import base_map
from glasshield.report.base_map import View
from glasshield.report.blocks import Figure, LegendEntry, plain
from glasshield.report.document import Defence, Document, Element, Flight, Layer, Verdict
from glasshield.report.drawing import (
    Drawing,
    hatch,
    label,
    launch_mark,
    path,
    path_data,
    radar_mark,
    rect,
    site_mark,
    target_mark,
)
from glasshield.report.findings import FlightSeen, PhaseFindings
from glasshield.report.footprint import outlines
from glasshield.report.labels import Labels
from glasshield.report.markup import EMPTY, Markup, join, tag
from glasshield.report.wording import Wording

_ALL_AROUND: Final = (0.0, 360.0)
_CELL_CLASSES: Final = {1: "cell-no", 2: "cell-depends", 3: "cell-yes"}


@dataclass(frozen=True, slots=True)
class Atlas:
    """The two views of the Earth on which an assessment is drawn."""

    document: Document
    theatre: View
    strategic: View

    @classmethod
    def of(cls, document: Document) -> Atlas:
        """The views that hold all that the assessment's maps must show."""
        return cls(
            document,
            theatre=base_map.fitted("theatre", _theatre_places(document)),
            strategic=base_map.fitted("strategic", _strategic_places(document)),
        )

    def definitions(self) -> dict[str, Markup]:
        """The base maps and the hatching by their ids, to be defined once on a page."""
        return {
            self.theatre.id: self.theatre.base(),
            f"{self.theatre.id}-borders": self.theatre.borders(),
            self.strategic.id: self.strategic.base(),
            f"{self.strategic.id}-borders": self.strategic.borders(),
            "hatch": hatch(),
            **self._tracks(),
        }

    def _tracks(self) -> dict[str, Markup]:
        """The disputed flights, which all phases draw alike but for their verdict."""
        lines = {
            f"track-{place}": self.strategic.lines(_track(flight))
            for place, flight in enumerate(self.document.flights)
            if flight.role == "disputed"
        }
        return {
            name: tag("path", {"id": name, "d": path_data(base_map.fine(line))})
            for name, line in lines.items()
        }

    def maps(self, phase: PhaseFindings, words: Wording) -> tuple[Figure, ...]:
        """The three maps of a phase, each with a caption that states its finding."""
        return (
            self._sees(phase, words),
            self._defends(phase, words),
            self._reaches(phase, words),
        )

    def _sees(self, phase: PhaseFindings, words: Wording) -> Figure:
        seen, total = phase.seen.counted("threat")
        first = min(
            (f.first_radar for f in phase.seen.flights
             if f.flight.role == "threat" and f.first_radar is not None),
            key=lambda s: s.first_seen_s or 0.0,
            default=None,
        )  # fmt: skip
        if first is None:
            caption = words.text("map.sees.caption_none")
        else:
            caption = words.text(
                "map.sees.caption",
                seen=seen,
                total=total,
                when=words.after(first.first_seen_s or 0.0),
                sensor=words.short(first.sensor),
            )
        view, labels = self.theatre, Labels(self.theatre.width, self.theatre.height)
        layers = [_borders(view), _fans(view, phase.elements)]
        layers += [_sight_lines(view, f, self.document, phase) for f in phase.seen.flights
                   if f.flight.role == "threat"]  # fmt: skip
        flights = [f.flight for f in phase.seen.flights if f.flight.role == "threat"]
        layers.append(_ends(view, flights, labels, words, "named"))
        layers.append(_stands(view, phase.elements, labels, words))
        legend = [
            LegendEntry("fan", "area", words.text("legend.fan")),
            LegendEntry("seen", "line", words.text("legend.seen")),
            LegendEntry("unseen", "line", words.text("legend.unseen")),
            LegendEntry("radar", "radar", words.text("legend.radar")),
            LegendEntry("launch", "launch", words.text("legend.launch")),
        ]
        return _figure("sees", phase, view, layers, labels, caption, legend, words)

    def _defends(self, phase: PhaseFindings, words: Wording) -> Figure:
        row = phase.headline
        if row is None:
            caption = words.text("map.defends.caption_none")
        else:
            caption = words.text(
                "map.defends.caption",
                value=words.share(row.population_fraction.value),
                interval=words.share_interval(row.population_fraction),
                threat=words.threat(row.threat),
                launch=words.short(row.launch),
            )
        view, labels = self.theatre, Labels(self.theatre.width, self.theatre.height)
        layer = _layer(self.document, row) if row else None
        layers = [self._cells(view, layer)] if layer else []
        layers.append(_borders(view))
        batteries = [e for e in phase.elements if e.kind == "interceptors"]
        layers.append(_stands(view, batteries, labels, words))
        launches = [f for f in self.document.flights if row and f.launch == row.launch]
        layers.append(_ends(view, launches[:1], labels, words, "launch"))
        legend = [
            LegendEntry("cell-yes", "area", words.text("legend.cell_yes")),
            LegendEntry("cell-depends", "area", words.text("legend.cell_depends")),
            LegendEntry("cell-no", "area", words.text("legend.cell_no")),
            LegendEntry("site", "site", words.text("legend.site")),
        ]
        return _figure("defends", phase, view, layers, labels, caption, legend, words)

    def _cells(self, view: View, layer: Layer) -> Markup:
        parts = []
        for state, kind in _CELL_CLASSES.items():
            merged = outlines(self.document.footprints, layer, state)
            rings = [r for polygon in merged for r in view.areas([polygon.outer, *polygon.holes])]
            if rings:
                parts.append(path(kind, base_map.fine(rings), closed="closed"))
        return join(parts)

    def _reaches(self, phase: PhaseFindings, words: Wording) -> Figure:
        views = phase.reached.views
        sentences = []
        for reached in views:
            key = "map.reaches.caption" if reached.view.declared else "map.reaches.caption_rival"
            sentence = words.text(
                key,
                reached=words.reached(*reached.counts),
                speed=words.speed(reached.top_speed_km_s),
                by=words.stated_by(reached.view.variant),
            )
            sentences.append(sentence)
        caption = " ".join(sentences) or words.text("answer.reaches.none")
        view, labels = self.strategic, Labels(self.strategic.width, self.strategic.height)
        batteries = [e for e in phase.elements if e.kind == "interceptors"]
        layers = [_borders(view), *(_reach_circle(view, e) for e in batteries)]
        flights = _agreed(phase)
        order: tuple[Verdict, ...] = ("no", "depends", "yes")
        places = {flight.id: place for place, flight in enumerate(self.document.flights)}
        for verdict in order:
            layers += [
                tag("use", {"href": f"#track-{places[flight.id]}", "class": f"flight-{verdict}"})
                for flight, found in flights
                if found == verdict
            ]
        layers.append(_ends(view, [f for f, _ in flights], labels, words, "named"))
        layers.append(_stands(view, batteries, labels, words))
        legend = [
            LegendEntry("flight-yes", "line", words.text("legend.flight_yes")),
            LegendEntry("flight-depends", "line", words.text("legend.flight_depends")),
            LegendEntry("flight-no", "line", words.text("legend.flight_no")),
            LegendEntry("circle", "line", words.text("legend.circle")),
            LegendEntry("site", "site", words.text("legend.site")),
        ]
        return _figure("reaches", phase, view, layers, labels, caption, legend, words)


def _borders(view: View) -> Markup:
    return tag("use", {"href": f"#{view.id}-borders"})


def _layer(document: Document, row: Defence) -> Layer | None:
    """The footprint that the map of a phase shows: the one that its caption speaks of."""
    wanted = (row.phase, row.threat, row.launch)
    layers = (
        layer
        for layer in document.footprints.layers
        if (layer.phase, layer.threat, layer.launch) == wanted
    )
    return next(layers, None)


def _figure(
    topic: str,
    phase: PhaseFindings,
    view: View,
    layers: Sequence[Markup],
    labels: Labels,
    caption: str,
    legend: Sequence[LegendEntry],
    words: Wording,
) -> Figure:
    assert topic in ("sees", "defends", "reaches")
    alt = words.text(f"map.{topic}.alt", phase=words.phase(phase.phase), caption=plain(caption))
    body = join([
        tag("use", {"href": f"#{view.id}"}),
        *layers,
        labels.drawn(),
        label(8, view.height - 8, words.text("page.mark_short"), size=8.5, kind="text-soft",
              halo="halo"),
        rect("frame", 0.4, 0.4, view.width - 0.8, view.height - 0.8),
    ])  # fmt: skip
    return Figure(
        id=f"map-{topic}-{phase.phase.id}",
        drawing=Drawing(view.width, view.height, body, alt),
        caption=caption,
        title=words.text(f"map.{topic}.title"),
        topic=topic,  # type: ignore[arg-type]  # asserted above
        legend=tuple(legend),
    )


def _theatre_places(document: Document) -> list[tuple[float, float]]:
    # What is farther than this from where the threat starts belongs on the strategic map.
    near_km = 6000.0
    places = [
        (e.lat_deg, e.lon_deg)
        for e in document.elements
        if e.kind == "interceptors" and e.lat_deg is not None and e.lon_deg is not None
    ]
    for flight in document.flights:
        if flight.role == "threat" and flight.range_km < near_km:
            places += [(flight.lat_deg[i], flight.lon_deg[i]) for i in (0, -1)]
    return places


def _strategic_places(document: Document) -> list[tuple[float, float]]:
    places = [
        (e.lat_deg, e.lon_deg)
        for e in document.elements
        if e.kind == "interceptors" and e.lat_deg is not None and e.lon_deg is not None
    ]
    for flight in document.flights:
        if flight.role == "disputed":
            middle = len(flight.lat_deg) // 2
            places += [(flight.lat_deg[i], flight.lon_deg[i]) for i in (0, middle, -1)]
    return places


def _track(flight: Flight) -> list[tuple[float, float]]:
    return list(zip(flight.lat_deg, flight.lon_deg, strict=True))


def _agreed(phase: PhaseFindings) -> list[tuple[Flight, Verdict]]:
    """Each disputed flight with the verdict on which all views agree, or that it depends."""
    found = []
    for place, first in enumerate(phase.reached.views[0].flights if phase.reached.views else ()):
        verdicts = {view.flights[place].verdict for view in phase.reached.views}
        agreed: Verdict = verdicts.pop() if len(verdicts) == 1 else "depends"
        found.append((first.flight, agreed))
    return found


def _fans(view: View, elements: Iterable[Element]) -> Markup:
    fans = [
        view.fan((e.lat_deg, e.lon_deg), e.range_km, e.azimuth_deg or _ALL_AROUND)
        for e in elements
        if e.kind == "radar" and e.lat_deg is not None and e.lon_deg is not None and e.range_km
    ]
    return join([path("fan", base_map.fine(rings), closed="closed") for rings in fans if rings])


def _reach_circle(view: View, element: Element) -> Markup:
    if element.lat_deg is None or element.lon_deg is None or not element.range_km:
        return EMPTY
    corners = base_map.fan((element.lat_deg, element.lon_deg), element.range_km, _ALL_AROUND)
    return path("circle", base_map.fine(view.lines([(lat, lon) for lon, lat in corners])))


def _sight_lines(view: View, seen: FlightSeen, document: Document, phase: PhaseFindings) -> Markup:
    """The track of a flight, drawn in full where some radar of the phase sees it."""
    radars = {e.id for e in phase.elements if e.kind == "radar"}
    spans = [
        (s.first_seen_s, s.last_seen_s or seen.flight.flight_time_s)
        for s in document.sees
        if s.phase == phase.phase.id
        and s.flight == seen.flight.id
        and s.sensor in radars
        and s.first_seen_s is not None
    ]
    pieces: dict[bool, list[list[tuple[float, float]]]] = {False: [], True: []}
    before: bool | None = None
    for time_s, place in zip(seen.flight.time_s, _track(seen.flight), strict=True):
        now = any(first <= time_s <= last for first, last in spans)
        if now is not before:
            if before is not None:
                pieces[before][-1].append(place)
            pieces[now].append([])
            before = now
        pieces[now][-1].append(place)
    return join([
        path(kind, base_map.fine(line for piece in pieces[state] for line in view.lines(piece)))
        for state, kind in ((False, "unseen"), (True, "seen"))
        if pieces[state]
    ])  # fmt: skip


def _ends(
    view: View, flights: Sequence[Flight], labels: Labels, words: Wording, which: str
) -> Markup:
    """The launch areas and, unless only those are asked for, the aims of the flights."""
    parts = []
    launches = {f.launch: (f.lat_deg[0], f.lon_deg[0]) for f in flights}
    targets = {f.target: (f.lat_deg[-1], f.lon_deg[-1]) for f in flights}
    if which == "named":
        for name, place in targets.items():
            spot = view.spot(place)
            if spot is not None:
                parts.append(target_mark(*spot))
                labels.add(spot, words.short(name), soft=True)
    for name, place in launches.items():
        spot = view.spot(place)
        if spot is not None:
            parts.append(launch_mark(*spot))
            labels.add(spot, words.short(name))
    return join(parts)


def _stands(view: View, elements: Sequence[Element], labels: Labels, words: Wording) -> Markup:
    parts = []
    # Interceptors last, so that they lie on top where a radar stands at the same place.
    for e in sorted(elements, key=lambda e: e.kind == "interceptors"):
        if e.lat_deg is None or e.lon_deg is None:
            continue
        spot = view.spot((e.lat_deg, e.lon_deg))
        if spot is None:
            continue
        parts.append(site_mark(*spot) if e.kind == "interceptors" else radar_mark(*spot))
        labels.add(spot, words.short(e.id))
    return join(parts)
