"""Tracks and events as KML 2.2, zipped."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Final

from glasshield.centre.api.files.areas import Area
from glasshield.centre.api.files.places import Point, Spot, Way, marks, named, spots, ways
from glasshield.centre.picture.shown import ShownEvent
from glasshield.exchange.release.terms import Mode
from glasshield.fusion.tracks import Tracks
from glasshield.report.markup import Markup, number, tag

# Entries of the archive carry this date, so that equal pictures are equal files.
_DATE: Final = (1980, 1, 1, 0, 0, 0)


def of_tracks(tracks: Tracks, mode: Mode) -> bytes:
    """The ways of tracks, with heights."""
    simulated = tracks.simulated
    mark = marks(mode, simulated=simulated)
    return _archive(
        named("Tracks", mode, simulated=simulated),
        mark,
        [
            _way(way, named(f"Track {way.number}", mode, simulated=simulated), mark)
            for way in ways(tracks)
        ],
    )


def of_events(events: Sequence[ShownEvent], mode: Mode) -> bytes:
    """The places of events that have any."""
    simulated = any(each.simulated for each in events)
    mark = marks(mode, simulated=simulated)
    return _archive(
        named("Events", mode, simulated=simulated),
        mark,
        [
            _spot(spot, named(spot.name, mode, simulated=spot.event.simulated), mark)
            for spot in spots(events)
        ],
    )


def _archive(name: str, mark: str, placemarks: Iterable[Markup]) -> bytes:
    content = tag(
        "Document",
        None,
        tag("name", None, name),
        tag("description", None, mark),
        tag("ExtendedData", None, tag("Data", {"name": "mark"}, tag("value", None, mark))),
        placemarks,
    )
    kml = tag("kml", {"xmlns": "http://www.opengis.net/kml/2.2"}, content)
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as zipped:
        entry = zipfile.ZipInfo("doc.kml", _DATE)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = 0o644 << 16
        zipped.writestr(entry, f'<?xml version="1.0" encoding="UTF-8"?>\n{kml.source}\n')
    return archive.getvalue()


def _way(way: Way, name: str, mark: str) -> Markup:
    lines = [
        tag(
            "LineString",
            None,
            tag("altitudeMode", None, "absolute"),
            tag("coordinates", None, " ".join(_place(point) for point in piece)),
        )
        for piece in way.pieces()
    ]
    return tag(
        "Placemark",
        None,
        tag("name", None, name),
        tag("description", None, mark),
        tag(
            "TimeSpan",
            None,
            tag("begin", None, str(way.start)),
            tag("end", None, str(way.stop)),
        ),
        tag("MultiGeometry", None, lines),
    )


def _spot(spot: Spot, name: str, mark: str) -> Markup:
    point = tag("Point", None, tag("coordinates", None, _place((spot.lon_deg, spot.lat_deg, 0.0))))
    data = [
        tag("Data", {"name": key}, tag("value", None, str(value)))
        for key, value in spot.properties.items()
        if value is not None
    ]
    return tag(
        "Placemark",
        None,
        tag("name", None, name),
        tag("description", None, mark),
        tag("TimeStamp", None, tag("when", None, str(spot.event.event.time))),
        tag("ExtendedData", None, data),
        tag("MultiGeometry", None, point, _polygons(spot.area)),
    )


def _polygons(area: Area | None) -> list[Markup]:
    """The ground that holds the place of an event; nothing where that is not known."""
    return [
        tag(
            "Polygon",
            None,
            tag(
                "outerBoundaryIs",
                None,
                tag(
                    "LinearRing",
                    None,
                    tag("coordinates", None, " ".join(_place((*at, 0.0)) for at in ring)),
                ),
            ),
        )
        for ring in (area.rings() if area else ())
    ]


def _place(point: Point) -> str:
    lon, lat, height = point
    return f"{number(lon, 6)},{number(lat, 6)},{number(height, 1)}"
