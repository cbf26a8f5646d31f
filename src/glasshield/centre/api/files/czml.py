"""Events as CZML: points that appear when they happen. Tracks are written by `exchange.czml`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import msgspec

from glasshield.centre.api.files.areas import Area
from glasshield.centre.api.files.places import Spot, marks, named, spots
from glasshield.centre.picture.shown import ShownEvent
from glasshield.exchange.release.terms import Mode
from glasshield.report.exports.czml import rgba

_END: Final = "9999-12-31T24:00:00Z"


def of_events(events: Sequence[ShownEvent], mode: Mode) -> bytes:
    """The places of events that have any."""
    simulated = any(each.simulated for each in events)
    mark = marks(mode, simulated=simulated)
    head = {
        "id": "document",
        "version": "1.0",
        "name": named("Events", mode, simulated=simulated),
        "description": mark,
    }
    return msgspec.json.encode([head, *(_packet(spot, mode, mark) for spot in spots(events))])


def _packet(spot: Spot, mode: Mode, mark: str) -> dict[str, Any]:
    name = named(spot.name, mode, simulated=spot.event.simulated)
    return _ground(spot.area) | {
        "id": f"event-{spot.event.number}",
        "name": name,
        "description": mark,
        "availability": f"{spot.event.event.time}/{_END}",
        "properties": {"mark": mark, **spot.properties},
        "position": {"cartographicDegrees": [spot.lon_deg, spot.lat_deg, 0.0]},
        "point": {"pixelSize": 9, "color": rgba("reaches", 255)},
        "label": {
            "text": name,
            "font": "12px sans-serif",
            "fillColor": rgba("ink", 255),
            "horizontalOrigin": "LEFT",
            "pixelOffset": {"cartesian2": [10, 0]},
        },
    }


def _ground(area: Area | None) -> dict[str, Any]:
    """The ground that holds the place of an event; nothing where that is not known."""
    if area is None:
        return {}
    corners = [value for lon, lat in area.ring[:-1] for value in (lon, lat, 0.0)]
    return {
        "polygon": {
            "positions": {"cartographicDegrees": corners},
            "material": {"solidColor": {"color": rgba("reaches", 60)}},
            "height": 0,
            "outline": True,
            "outlineColor": rgba("reaches", 255),
        }
    }
