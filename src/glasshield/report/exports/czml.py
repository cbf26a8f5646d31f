"""The scene in time, as CZML: sites, radar fans, interceptor reach, flights."""

from __future__ import annotations

import json
from typing import Any, Final

from glasshield.messages import Language
from glasshield.report.base_map import fan
from glasshield.report.document import Document, Element, Flight, Phase
from glasshield.report.exports import MARK
from glasshield.report.theme import LIGHT
from glasshield.report.wording import Wording

# All flights start at this instant, which stands for "launch" and for no day.
EPOCH: Final = "2000-01-01T00:00:00Z"


def render(document: Document, lang: Language) -> bytes:
    """The scene as a list of CZML packets, the document packet with the clock first."""
    words = Wording(document, lang)
    end_s = max((f.flight_time_s for f in document.flights), default=60.0)
    packets: list[dict[str, Any]] = [_head(end_s, words)]
    for phase in document.phases:
        packets.append(_folder(phase, words))
        packets += [_element(e, words) for e in document.elements if _drawn(e, phase)]
    packets.append({"id": "flights", "name": words.text("export.flights")})
    packets += [_flight(f, end_s, words) for f in document.flights]
    lines = ",\n".join(
        json.dumps(p, ensure_ascii=False, allow_nan=False, separators=(",", ":")) for p in packets
    )
    return f"[\n{lines}\n]\n".encode()


def instant(seconds: float) -> str:
    """The instant so long after the epoch, ISO 8601 in UTC."""
    hours, rest = divmod(round(seconds), 3600)
    minutes, whole = divmod(rest, 60)
    return f"2000-01-01T{hours:02d}:{minutes:02d}:{whole:02d}Z"


def _head(end_s: float, words: Wording) -> dict[str, Any]:
    return {
        "id": "document",
        "version": "1.0",
        "name": f"{words.text('page.title')} – {words.text('page.mark')}",
        "description": f"{words.text('page.mark_full')} {words.text('export.epoch')}",
        "clock": {
            "interval": f"{EPOCH}/{instant(end_s)}",
            "currentTime": EPOCH,
            "multiplier": 30,
            "range": "LOOP_STOP",
            "step": "SYSTEM_CLOCK_MULTIPLIER",
        },
    }


def _drawn(element: Element, phase: Phase) -> bool:
    return element.phase == phase.id and element.lat_deg is not None


def _folder(phase: Phase, words: Wording) -> dict[str, Any]:
    return {"id": phase.id, "name": words.phase(phase)}


def _element(element: Element, words: Wording) -> dict[str, Any]:
    interceptors = element.kind == "interceptors"
    colour = "reaches" if interceptors else "sees"
    name = words.named(element.id)
    packet: dict[str, Any] = {
        "id": f"{element.phase}.{element.kind}.{element.id}.{element.interceptor or ''}",
        "parent": element.phase,
        "name": f"{name}, {words.named(element.interceptor)}" if element.interceptor else name,
        "description": words.text("page.mark"),
        "properties": {"mark": MARK, "kind": element.kind},
        "position": {"cartographicDegrees": [element.lon_deg, element.lat_deg, 0.0]},
        "point": {
            "pixelSize": 9,
            "color": rgba(colour, 255),
            "outlineColor": rgba("paper", 255),
            "outlineWidth": 1,
        },
        "label": {
            "text": name,
            "font": "12px sans-serif",
            "fillColor": rgba("ink", 255),
            "showBackground": True,
            "backgroundColor": rgba("paper", 200),
            "horizontalOrigin": "LEFT",
            "pixelOffset": {"cartesian2": [10, 0]},
        },
    }
    if element.range_km and interceptors:
        packet["ellipse"] = {
            "semiMajorAxis": element.range_km * 1e3,
            "semiMinorAxis": element.range_km * 1e3,
            "height": 0,
            "fill": False,
            "outline": True,
            "outlineColor": rgba(colour, 160),
        }
    elif element.range_km:
        packet["polyline"] = _fan(element, colour)
    return packet


def _fan(element: Element, colour: str) -> dict[str, Any]:
    assert element.lat_deg is not None
    assert element.lon_deg is not None
    place = (element.lat_deg, element.lon_deg)
    ring = fan(place, element.range_km or 0.0, element.azimuth_deg or (0.0, 360.0))
    return {
        "positions": {"cartographicDegrees": [x for lon, lat in ring for x in (lon, lat, 0.0)]},
        "arcType": "GEODESIC",
        "width": 1.5,
        "material": {"solidColor": {"color": rgba(colour, 160)}},
    }


def _flight(flight: Flight, end_s: float, words: Wording) -> dict[str, Any]:
    colour = "depends" if flight.role == "disputed" else "ink"
    samples: list[float] = []
    for time_s, lat, lon, height_km in zip(
        flight.time_s, flight.lat_deg, flight.lon_deg, flight.height_km, strict=True
    ):
        samples += [time_s, lon, lat, round(height_km * 1e3, 1)]
    return {
        "id": flight.id,
        "parent": "flights",
        "name": f"{words.named(flight.missile)}, {words.flight(flight)}",
        "description": words.text("page.mark"),
        "availability": f"{EPOCH}/{instant(end_s)}",
        "properties": {"mark": MARK, "role": flight.role, "missile": flight.missile},
        "position": {
            "epoch": EPOCH,
            "interpolationAlgorithm": "LAGRANGE",
            "interpolationDegree": 3,
            "forwardExtrapolationType": "HOLD",
            "cartographicDegrees": samples,
        },
        "point": {"pixelSize": 7, "color": rgba(colour, 255)},
        "path": {
            "width": 2,
            "resolution": 10,
            "leadTime": end_s,
            "trailTime": end_s,
            "material": {"solidColor": {"color": rgba(colour, 200)}},
        },
    }


def rgba(colour: str, opacity: int) -> dict[str, list[int]]:
    """A colour of the light palette as CZML writes it."""
    value = LIGHT[colour].removeprefix("#")
    return {"rgba": [int(value[i : i + 2], 16) for i in (0, 2, 4)] + [opacity]}
