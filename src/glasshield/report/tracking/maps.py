"""The map of a tracking run: tracks over the ground, radars, launch and impact ellipses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.exchange.czml import Outline
from glasshield.geodata.disclaimer import DISCLAIMER_SHORT
from glasshield.messages import Language, text
from glasshield.report import base_map
from glasshield.report.base_map import Place, View
from glasshield.report.blocks import Figure, LegendEntry
from glasshield.report.drawing import (
    Drawing,
    label,
    launch_mark,
    path,
    radar_mark,
    rect,
    target_mark,
)
from glasshield.report.labels import Labels
from glasshield.report.markup import Markup, join, tag
from glasshield.report.tracking.document import Document, Ellipse, Track

# Of more tracks than this only the radars have names on the map.
_NAMED: Final = 20
_CORNERS: Final = 48


@dataclass(frozen=True, slots=True)
class TrackMap:
    """The view that holds all that a tracking run is about."""

    document: Document
    view: View

    @classmethod
    def of(cls, document: Document) -> TrackMap:
        """The view around tracks, radars, launches and impacts."""
        return cls(document, base_map.fitted("ground", _places(document), base_map.LARGE))

    def definitions(self) -> dict[str, Markup]:
        """The base map by its ids, to be defined once on a page."""
        return {
            self.view.id: self.view.base(),
            f"{self.view.id}-borders": self.view.borders(),
        }

    def figure(self, lang: Language, mark: str) -> Figure:
        """The map, with a caption that says what it shows."""
        tracks, view = self.document.tracks, self.view
        caption = text(lang, "tracking.map.caption", n=len(tracks))
        labels = Labels(view.width, view.height)
        body = join([
            tag("use", {"href": f"#{view.id}"}),
            tag("use", {"href": f"#{view.id}-borders"}),
            *(self._path(track) for track in tracks),
            *(self._ellipse("ellipse-launch", track.launch) for track in tracks),
            *(self._ellipse("ellipse-impact", track.impact) for track in tracks),
            *(self._ends(track, labels) for track in tracks),
            *self._radars(labels),
            labels.drawn(),
            label(8, view.height - 8, f"{mark} · {DISCLAIMER_SHORT[lang]}", size=8.5,
                  kind="text-soft", halo="halo"),
            rect("frame", 0.4, 0.4, view.width - 0.8, view.height - 0.8),
        ])  # fmt: skip
        alt = text(lang, "tracking.map.alt", caption=caption)
        return Figure(
            "map", Drawing(view.width, view.height, body, alt), caption, legend=_legend(lang)
        )

    def _path(self, track: Track) -> Markup:
        if track.path is None:
            return join([])
        places = list(zip(track.path.lat_deg, track.path.lon_deg, strict=True))
        return path("seen", self.view.lines(places))

    def _ellipse(self, kind: str, ellipse: Ellipse | None) -> Markup:
        if ellipse is None:
            return join([])
        corners = outline(ellipse)
        return path(kind, self.view.areas([[(lon, lat) for lat, lon in corners]]), closed="closed")

    def _ends(self, track: Track, labels: Labels) -> Markup:
        """Marks at launch and impact, which at the scale of a map are hardly larger than dots."""
        parts = []
        for ellipse, mark in ((track.launch, launch_mark), (track.impact, target_mark)):
            spot = self.view.spot((ellipse.lat_deg, ellipse.lon_deg)) if ellipse else None
            if spot is not None:
                parts.append(mark(*spot))
                if len(self.document.tracks) <= _NAMED:
                    labels.add(spot, str(track.id), soft=True)
        return join(parts)

    def _radars(self, labels: Labels) -> list[Markup]:
        parts = []
        for sensor in self.document.sensors:
            spot = self.view.spot((sensor.lat_deg, sensor.lon_deg))
            if spot is not None:
                parts.append(radar_mark(*spot))
                labels.add(spot, sensor.id)
        return parts


def outline(ellipse: Ellipse) -> list[Place]:
    """Latitudes and longitudes (deg) around an ellipse on the sphere; the first comes again."""
    turn = np.linspace(0.0, 2.0 * np.pi, _CORNERS + 1)
    angle = np.radians(ellipse.angle_deg)
    along, across = ellipse.semi_major_km * np.cos(turn), ellipse.semi_minor_km * np.sin(turn)
    azimuth = angle + np.arctan2(across, along)
    way = np.hypot(along, across) * 1e3 / EARTH_MEAN_RADIUS_M
    lat, lon = np.radians(ellipse.lat_deg), np.radians(ellipse.lon_deg)
    sine = np.sin(lat) * np.cos(way) + np.cos(lat) * np.sin(way) * np.cos(azimuth)
    east = np.sin(azimuth) * np.sin(way) * np.cos(lat)
    there_lon = lon + np.arctan2(east, np.cos(way) - np.sin(lat) * sine)
    there_lat = np.degrees(np.arcsin(np.clip(sine, -1.0, 1.0)))
    turned = (np.degrees(there_lon) + 180.0) % 360.0 - 180.0
    return list(zip(there_lat.tolist(), turned.tolist(), strict=True))


def _places(document: Document) -> list[Place]:
    places = [(sensor.lat_deg, sensor.lon_deg) for sensor in document.sensors if sensor.n_used]
    for track in document.tracks:
        if track.path is not None:
            ends = {0, len(track.path.lat_deg) // 2, len(track.path.lat_deg) - 1}
            places += [(track.path.lat_deg[i], track.path.lon_deg[i]) for i in sorted(ends)]
        places += [(e.lat_deg, e.lon_deg) for e in (track.launch, track.impact) if e is not None]
    return places


def _legend(lang: Language) -> tuple[LegendEntry, ...]:
    return (
        LegendEntry("seen", "line", text(lang, "tracking.legend.track")),
        LegendEntry("ellipse-launch", "area", text(lang, "tracking.legend.launch")),
        LegendEntry("ellipse-impact", "area", text(lang, "tracking.legend.impact")),
        LegendEntry("radar", "radar", text(lang, "tracking.legend.radar")),
    )


def outlines(document: Document, lang: Language) -> list[Outline]:
    """The ellipses of all launches and impacts, to be drawn in a scene."""
    found = []
    for track in document.tracks:
        for name, ellipse in (("launch", track.launch), ("impact", track.impact)):
            if ellipse is not None:
                lat, lon = np.radians(np.array(outline(ellipse))).T
                title = text(lang, f"tracking.legend.{name}")
                found.append(Outline(f"{track.id}: {title}", lat, lon))
    return found
