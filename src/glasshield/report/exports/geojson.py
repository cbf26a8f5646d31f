"""What is defended, as GeoJSON (RFC 7946)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from glasshield.messages import Language
from glasshield.report.document import Document, Element, Layer
from glasshield.report.exports import MARK
from glasshield.report.footprint import outlines
from glasshield.report.outline import Ring
from glasshield.report.wording import Wording

# States of a cell that are drawn, and what each is called in the file.
STATES: Final = {
    1: "threatened, not defended",
    2: "defended or not, depending on uncertain values",
    3: "defended at both ends of the uncertain values",
}


def render(document: Document, lang: Language) -> bytes:
    """The footprints and the sites as a feature collection.

    Rings follow the right-hand rule; no polygon crosses the date line, since no cell does.
    """
    words = Wording(document, lang)
    features = [f for layer in document.footprints.layers for f in _layer(document, layer, words)]
    features += [_site(e, words) for e in document.elements if e.lat_deg is not None]
    collection = {"type": "FeatureCollection", "mark": MARK, "features": features}
    lines = ",\n".join(_json(f) for f in features)
    head = _json({**collection, "features": []}).removesuffix("]}")
    return f"{head}\n{lines}\n]}}\n".encode()


def _layer(document: Document, layer: Layer, words: Wording) -> Iterable[dict[str, Any]]:
    for state, meaning in STATES.items():
        merged = outlines(document.footprints, layer, state)
        if merged:
            yield {
                "type": "Feature",
                "id": f"{layer.phase}.{layer.threat}.{layer.launch}.{state}",
                "geometry": {
                    "type": "MultiPolygon",
                    "coordinates": [[_ring(r) for r in (p.outer, *p.holes)] for p in merged],
                },
                "properties": {
                    "mark": MARK,
                    "phase": layer.phase,
                    "phase_name": words.phase_of_id(layer.phase),
                    "threat": layer.threat,
                    "threat_name": words.named(layer.threat),
                    "launch": layer.launch,
                    "state": state,
                    "meaning": meaning,
                    "cell_km": document.footprints.cell_km,
                },
            }


def _site(element: Element, words: Wording) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": f"{element.phase}.{element.kind}.{element.id}.{element.interceptor or ''}",
        "geometry": {"type": "Point", "coordinates": [element.lon_deg, element.lat_deg]},
        "properties": {
            "mark": MARK,
            "phase": element.phase,
            "kind": element.kind,
            "name": words.named(element.id),
            "interceptor": element.interceptor,
            "count": element.count,
            "range_km": element.range_km,
        },
    }


def _ring(ring: Ring) -> list[list[float]]:
    # Six decimals are 0.1 m.
    return [[round(lon, 6), round(lat, 6)] for lon, lat in ring]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
