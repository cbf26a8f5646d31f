"""The maps of monitoring: what each place teaches, and the flight over what was announced."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from glasshield.geodata.disclaimer import DISCLAIMER_SHORT
from glasshield.messages.numbers import significant, with_unit
from glasshield.monitoring.document import (
    AreaRow,
    BestRow,
    PathRow,
    PlaceRow,
    StationRow,
    TestRow,
)
from glasshield.report import base_map
from glasshield.report.base_map import Corner, Place, Spot, View
from glasshield.report.blocks import Figure, LegendEntry, plain
from glasshield.report.drawing import (
    Drawing,
    circle,
    label,
    launch_mark,
    path,
    radar_mark,
    rect,
)
from glasshield.report.labels import Labels
from glasshield.report.markup import Markup, join, tag
from glasshield.report.monitoring.places import Classes, cells, on_grid
from glasshield.report.monitoring.wording import Words
from glasshield.report.outline import Box, polygons
from glasshield.report.projection import unit_vectors

_AREAS: Final = {"launch": "hazard", "hazard": "hazard", "impact": "impact-area"}
_FLIGHTS: Final = {"declared": "curve", "rival": "line-rival", "measured": "seen"}
# Kept around the places where observers may stand.
_MARGIN_M: Final = 60e3
_NAMED: Final = 24  # of more single places only the best have names
# A class with a smaller share of the places is too small for its name.
_SMALL: Final = 0.02
# An edge of an area is divided into so many pieces, which are straight on the map.
_STEPS: Final = 12
_NOTHING: Final = "learned-nothing"


@dataclass(frozen=True, slots=True)
class FlightMap:
    """The view that holds a test: its site, areas, flights, and where observers stand."""

    words: Words
    test: TestRow
    paths: tuple[PathRow, ...]
    observers: tuple[PlaceRow, ...]
    view: View

    @classmethod
    def of(
        cls,
        words: Words,
        test: TestRow,
        paths: tuple[PathRow, ...],
        observers: tuple[PlaceRow, ...] = (),
    ) -> FlightMap:
        """The view around everything that is drawn."""
        places = [(test.site_lat_deg, test.site_lon_deg)]
        places += [corner for area in test.areas for corner in _corners(area)]
        places += [(one.lat_deg, one.lon_deg) for one in observers]
        for one in paths:
            # A rival flight may go so far that the announced one would be a dot.
            if one.id != "rival":
                places += list(zip(one.lat_deg, one.lon_deg, strict=True))
        return cls(words, test, paths, observers, base_map.fitted("ground", places, base_map.LARGE))

    def definitions(self) -> dict[str, Markup]:
        """The base map by its ids, to be defined once on a page."""
        return definitions(self.view)

    def figure(self, mark: str, caption: str) -> Figure:
        """The map with its legend."""
        labels = Labels(self.view.width, self.view.height)
        parts = [
            *drawn_areas(self.view, self.test.areas),
            *(flight(self.view, one) for one in self.paths),
            *self._burnouts(),
            *self._marks(labels),
        ]
        drawing = framed(self.words, self.view, parts, labels, mark, caption)
        return Figure("flight-map", drawing, caption, legend=self._legend())

    def _marks(self, labels: Labels) -> list[Markup]:
        parts = []
        spot = self.view.spot((self.test.site_lat_deg, self.test.site_lon_deg))
        if spot is not None:
            parts.append(launch_mark(*spot))
            labels.add(spot, self.words.text("monitoring.map.site"))
        for one in self.observers:
            spot = self.view.spot((one.lat_deg, one.lon_deg))
            if spot is not None:
                parts.append(radar_mark(*spot))
                labels.add(spot, one.observer)
        return parts

    def _burnouts(self) -> list[Markup]:
        """Where the last burn of each flight ends."""
        spots = [self.view.spot(burnout(one)) for one in self.paths if one.stage_ends_s]
        return [circle("dot", *spot, 3.4) for spot in spots if spot is not None]

    def _legend(self) -> tuple[LegendEntry, ...]:
        words = self.words
        entries = [
            LegendEntry(_FLIGHTS.get(one.id, "seen"), "line", words.named("flight", one.id))
            for one in self.paths
        ]
        if any(one.stage_ends_s for one in self.paths):
            entries.append(LegendEntry("dot", "dot", words.text("monitoring.map.burnout")))
        entries += area_legend(words, self.test.areas)
        entries.append(LegendEntry("launch", "launch", words.text("monitoring.map.site")))
        if self.observers:
            entries.append(LegendEntry("radar", "radar", words.text("monitoring.map.observer")))
        return tuple(entries)


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """The view of where one observer may stand, filled by what it would learn there."""

    words: Words
    test: TestRow
    stations: tuple[StationRow, ...]
    paths: tuple[PathRow, ...]
    best: tuple[BestRow, ...]
    classes: Classes
    view: View

    @classmethod
    def of(
        cls,
        words: Words,
        test: TestRow,
        stations: Sequence[StationRow],
        paths: tuple[PathRow, ...],
        best: tuple[BestRow, ...],
        classes: Classes,
    ) -> PlaceMap:
        """The view around the places of one observer."""
        spots = [(row.lat_deg, row.lon_deg) for row in stations]
        name = f"places-{stations[0].observer}"
        view = base_map.fitted(name, spots, base_map.SMALL, _MARGIN_M)
        return cls(words, test, tuple(stations), paths, best, classes, view)

    @property
    def observer(self) -> str:
        """Whose places these are."""
        return self.stations[0].observer

    def definitions(self) -> dict[str, Markup]:
        """The base map by its ids, to be defined once on a page."""
        return definitions(self.view)

    def figure(self, mark: str, caption: str) -> Figure:
        """The map with its legend."""
        labels = Labels(self.view.width, self.view.height)
        filled, named = self._cells() if on_grid(self.stations) else (self._dots(labels), [])
        parts = [
            *filled,
            *drawn_areas(self.view, self.test.areas),
            *(flight(self.view, one) for one in self.paths),
            *named,
            *self._best(labels),
        ]
        drawing = framed(self.words, self.view, parts, labels, mark, caption)
        title = self.words.text("monitoring.map.places_title", observer=self.observer)
        return Figure(f"map-{self.observer}", drawing, caption, title=title, legend=self._legend())

    def _cells(self) -> tuple[list[Markup], list[Markup]]:
        """The places as areas, one for each class, and the bounds to be written in each."""
        boxes = cells(self.stations)
        by_class: dict[int | None, list[int]] = {}
        for place, row in enumerate(self.stations):
            by_class.setdefault(self.classes.of(row.burnout_speed_sigma_m_s), []).append(place)
        parts, named = [], []
        for found in sorted(by_class, key=lambda one: self.classes.count if one is None else one):
            places = by_class[found]
            parts.append(self._area(kind_of(found), [boxes[place] for place in places]))
            spot = self.view.spot(self._middle(places))
            small = len(places) < _SMALL * len(self.stations) and found != 0
            if spot is not None and found is not None and not small:
                said = bounds(self.words, self.classes, found)
                named.append(label(spot[0], spot[1] + 4.0, said, size=10.5, anchor="middle",
                                   halo="halo"))  # fmt: skip
        seeing = [boxes[k] for k, row in enumerate(self.stations) if row.sees_burnout]
        if 0 < len(seeing) < len(boxes):
            parts.append(self._area("learned-edge", seeing))
        return parts, named

    def _area(self, kind: str, boxes: Iterable[Box]) -> Markup:
        rings = [ring for one in polygons(boxes) for ring in (one.outer, *one.holes)]
        return path(kind, self.view.areas(rings), closed="closed")

    def _middle(self, places: Sequence[int]) -> Place:
        """The place of a class that lies deepest in it, for its name."""
        here = np.array([[self.stations[k].lat_deg, self.stations[k].lon_deg] for k in places])
        inside = set(places)
        others = np.array(
            [[row.lat_deg, row.lon_deg] for k, row in enumerate(self.stations) if k not in inside]
        ).reshape(-1, 2)
        edge = np.array([here.min(axis=0), here.max(axis=0)])
        room = np.minimum(here - edge[0], edge[1] - here).min(axis=1) + 0.3
        if len(others):
            away = np.linalg.norm(here[:, None, :] - others[None, :, :], axis=2).min(axis=1)
            room = np.minimum(room, away)
        lat, lon = here[int(np.argmax(room))]
        return float(lat), float(lon)

    def _dots(self, labels: Labels) -> list[Markup]:
        """Single places as dots with their deviation."""
        parts = []
        for row in self.stations:
            spot = self.view.spot((row.lat_deg, row.lon_deg))
            if spot is None:
                continue
            found = self.classes.of(row.burnout_speed_sigma_m_s)
            parts.append(circle(kind_of(found), *spot, 7.0))
            if len(self.stations) <= _NAMED:
                said = self.words.deviation(row.burnout_speed_sigma_m_s, "m/s")
                labels.add(spot, said, soft=True)
        return parts

    def _best(self, labels: Labels) -> list[Markup]:
        """The places of this observer among the best, by how many stand together."""
        numbers: dict[Spot, list[str]] = {}
        for row in self.best:
            for one in row.places:
                spot = self.view.spot((one.lat_deg, one.lon_deg))
                if one.observer == self.observer and spot is not None:
                    numbers.setdefault(spot, []).append(str(len(row.places)))
        parts = []
        for spot, counts in numbers.items():
            parts.append(radar_mark(*spot))
            labels.add(spot, ", ".join(counts))
        return parts

    def _legend(self) -> tuple[LegendEntry, ...]:
        words = self.words
        found = {self.classes.of(row.burnout_speed_sigma_m_s) for row in self.stations}
        entries = [
            LegendEntry(kind_of(one), "area", bounds(words, self.classes, one))
            for one in sorted(one for one in found if one is not None)
        ]
        if None in found:
            entries.append(LegendEntry(_NOTHING, "area", words.text("monitoring.map.nothing")))
        if len({row.sees_burnout for row in self.stations}) > 1 and on_grid(self.stations):
            said = words.text("monitoring.map.sees_burnout")
            entries.append(LegendEntry("learned-edge", "area", said))
        if any(one.observer == self.observer for row in self.best for one in row.places):
            entries.append(LegendEntry("radar", "radar", words.text("monitoring.map.best")))
        entries += [
            LegendEntry(_FLIGHTS.get(one.id, "seen"), "line", words.named("flight", one.id))
            for one in self.paths
        ]
        shown = [area for area in self.test.areas if self.view.areas([_ring(area)])]
        return (*entries, *area_legend(words, shown))


def kind_of(found: int | None) -> str:
    """How a class is drawn."""
    return _NOTHING if found is None else f"learned-{found + 1}"


def bounds(words: Words, classes: Classes, found: int) -> str:
    """The bounds of a class in words."""
    low, high = classes.ends(found)
    if low is None and high is None:
        return words.text("monitoring.map.any")
    if low is None and high is not None:
        return words.text("monitoring.map.below", high=_bound(words, high))
    if high is None and low is not None:
        return words.text("monitoring.map.above", low=_bound(words, low))
    assert low is not None
    assert high is not None
    return words.text("monitoring.map.between", low=significant(words.lang, low, 3),
                      high=_bound(words, high))  # fmt: skip


def _bound(words: Words, value: float) -> str:
    """A round bound of a class with its unit."""
    return with_unit(words.lang, significant(words.lang, value, 3), "m/s")


def definitions(view: View) -> dict[str, Markup]:
    """The base map of a view by its ids."""
    return {view.id: view.base(), f"{view.id}-borders": view.borders()}


def framed(
    words: Words, view: View, parts: Sequence[Markup], labels: Labels, mark: str, caption: str
) -> Drawing:
    """The parts over their base map, with labels, mark and frame."""
    said = f"{mark} · {DISCLAIMER_SHORT[words.lang]}"
    body = join([
        tag("use", {"href": f"#{view.id}"}),
        tag("use", {"href": f"#{view.id}-borders"}),
        *parts,
        labels.drawn(),
        label(8, view.height - 8, said, size=8.5 if view.width > base_map.SMALL[0] else 6.5,
              kind="text-soft", halo="halo"),
        rect("frame", 0.4, 0.4, view.width - 0.8, view.height - 0.8),
    ])  # fmt: skip
    alt = words.text("monitoring.map.alt", caption=plain(caption))
    return Drawing(view.width, view.height, body, alt)


def drawn_areas(view: View, areas: Sequence[AreaRow]) -> list[Markup]:
    """The announced areas."""
    return [
        tag(
            "g",
            None,
            tag("title", None, area.id),
            path(_AREAS.get(area.role, "hazard"), view.areas([_ring(area)]), closed="closed"),
        )
        for area in areas
    ]


def _ring(area: AreaRow) -> list[Corner]:
    """The closed edge of an area along great circles, with the inside to its left."""
    lat, lon = (
        np.radians([*area.lat_deg, area.lat_deg[0]]),
        np.radians([*area.lon_deg, area.lon_deg[0]]),
    )
    corners = unit_vectors(np.column_stack([lat, lon]))
    part = np.linspace(0.0, 1.0, _STEPS, endpoint=False)[:, None]
    way = [(1.0 - part) * a + part * b for a, b in itertools.pairwise(corners)]
    x, y, z = np.vstack([*way, corners[-1:]]).T
    lats = np.degrees(np.arctan2(z, np.hypot(x, y)))
    lons = np.degrees(np.unwrap(np.arctan2(y, x)))
    ring = list(zip(lons.tolist(), lats.tolist(), strict=True))
    turn = sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(ring))
    return ring if turn > 0.0 else ring[::-1]


def flight(view: View, one: PathRow) -> Markup:
    """The ground track of a flight."""
    places = list(zip(one.lat_deg, one.lon_deg, strict=True))
    return path(_FLIGHTS.get(one.id, "seen"), view.lines(places))


def burnout(one: PathRow) -> Place:
    """Above which place the last burn ends."""
    end = one.stage_ends_s[-1]
    lon = np.unwrap(one.lon_deg, period=360.0)
    there = float(np.interp(end, one.time_s, lon))
    return float(np.interp(end, one.time_s, one.lat_deg)), (there + 180.0) % 360.0 - 180.0


def area_legend(words: Words, areas: Sequence[AreaRow]) -> list[LegendEntry]:
    """What the announced areas are, each role once."""
    roles = dict.fromkeys(area.role for area in areas if area.role != "launch")
    return [
        LegendEntry(_AREAS.get(role, "hazard"), "area", words.named("area", role)) for role in roles
    ]


def _corners(area: AreaRow) -> list[Place]:
    return list(zip(area.lat_deg, area.lon_deg, strict=True))
