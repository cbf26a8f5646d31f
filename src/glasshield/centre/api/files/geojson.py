"""Tracks and events as GeoJSON (RFC 7946)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from glasshield.centre.api.files.places import Point, Spot, Way, marks, named, spots, ways
from glasshield.centre.picture.shown import ShownEvent
from glasshield.exchange.release.terms import Mode
from glasshield.fusion.tracks import Tracks


def of_tracks(tracks: Tracks, mode: Mode) -> bytes:
    """The ways of tracks, with heights."""
    simulated = tracks.simulated
    mark = marks(mode, simulated=simulated)
    return _collection(
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
    return _collection(
        named("Events", mode, simulated=simulated),
        mark,
        [feature for spot in spots(events) for feature in _features(spot, mode, mark)],
    )


def _features(spot: Spot, mode: Mode, mark: str) -> Iterator[dict[str, Any]]:
    """The place of an event, and the area that holds it where that is known."""
    point = {"type": "Point", "coordinates": [spot.lon_deg, spot.lat_deg]}
    name = named(spot.name, mode, simulated=spot.event.simulated)
    properties = {"name": name, "mark": mark, **spot.properties}
    yield {
        "type": "Feature",
        "id": spot.event.number,
        "geometry": point,
        "properties": properties,
    }
    if spot.area is not None:
        yield {
            "type": "Feature",
            "id": f"{spot.event.number}-area",
            "geometry": {
                "type": "MultiPolygon",
                "coordinates": [[ring] for ring in spot.area.rings()],
            },
            "properties": properties,
        }


def _collection(name: str, mark: str, features: list[dict[str, Any]]) -> bytes:
    head = {"type": "FeatureCollection", "name": name, "mark": mark}
    return msgspec.json.encode({**head, "features": features})


def _way(way: Way, name: str, mark: str) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": way.number,
        "geometry": _line(way.pieces()),
        "properties": {
            "name": name,
            "mark": mark,
            "number": way.number,
            "start": str(way.start),
            "stop": str(way.stop),
        },
    }


def _line(pieces: list[list[Point]]) -> dict[str, Any]:
    """A line, several where it was cut, or a point."""
    if len(pieces) > 1:
        return {"type": "MultiLineString", "coordinates": pieces}
    if len(pieces[0]) == 1:
        return {"type": "Point", "coordinates": pieces[0][0]}
    return {"type": "LineString", "coordinates": pieces[0]}
