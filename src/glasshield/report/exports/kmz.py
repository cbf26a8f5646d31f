"""The scene as KML 2.2, zipped: sites, radar fans, footprints and flights in folders by phase."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from typing import Final

from glasshield.messages import Language
from glasshield.report.base_map import fan
from glasshield.report.document import Document, Element, Flight, Phase
from glasshield.report.exports import MARK
from glasshield.report.footprint import outlines
from glasshield.report.markup import Child, Markup, number, tag
from glasshield.report.outline import Ring
from glasshield.report.theme import LIGHT
from glasshield.report.wording import Wording

# Entries of the archive carry this date, so that equal scenes are equal files.
_DATE: Final = (1980, 1, 1, 0, 0, 0)
_AREAS: Final = {2: "cell-depends", 3: "cell-yes"}


def render(document: Document, lang: Language) -> bytes:
    """The scene as a KMZ archive that holds one `doc.kml`."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as zipped:
        entry = zipfile.ZipInfo("doc.kml", _DATE)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = 0o644 << 16
        zipped.writestr(entry, _kml(document, lang), compresslevel=9)
    return archive.getvalue()


def _kml(document: Document, lang: Language) -> str:
    words = Wording(document, lang)
    title = f"{words.text('page.title')} – {words.text('page.mark')}"
    flights = [_flight(f, words) for f in document.flights]
    content = tag(
        "Document",
        None,
        tag("name", None, title),
        tag("description", None, words.text("page.mark_full")),
        tag("ExtendedData", None, tag("Data", {"name": "mark"}, tag("value", None, MARK))),
        _styles(),
        [_phase(document, p, words) for p in document.phases],
        _folder(words.text("export.flights"), flights),
    )
    kml = tag("kml", {"xmlns": "http://www.opengis.net/kml/2.2"}, content)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{kml.source}\n'


def _styles() -> list[Markup]:
    def line(name: str, colour: str, width: float, opacity: int = 255) -> Markup:
        style = tag("LineStyle", None, _leaf("color", abgr(colour, opacity)), _leaf("width", width))
        return tag("Style", {"id": name}, style, tag("PolyStyle", None, _leaf("fill", 0)))

    def area(name: str, colour: str, opacity: int) -> Markup:
        edge = tag("LineStyle", None, _leaf("color", abgr(colour, 255)), _leaf("width", 1))
        return tag(
            "Style",
            {"id": name},
            edge,
            tag("PolyStyle", None, _leaf("color", abgr(colour, opacity))),
        )

    return [
        line("flight-threat", "ink", 2),
        line("flight-disputed", "depends", 2),
        line("reach", "reaches", 1.5, 200),
        line("fan", "sees", 1.5, 200),
        area("cell-yes", "defends", 150),
        area("cell-depends", "defends", 60),
    ]


def _phase(document: Document, phase: Phase, words: Wording) -> Markup:
    elements = [_element(e, words) for e in document.elements if e.phase == phase.id]
    areas = []
    for layer in document.footprints.layers:
        if layer.phase != phase.id:
            continue
        for state, style in _AREAS.items():
            rings = [
                _polygon(p.outer, p.holes) for p in outlines(document.footprints, layer, state)
            ]
            if rings:
                meaning = words.text("legend." + style.replace("-", "_"))
                name = f"{words.named(layer.threat)}: {meaning}"
                shape = tag("MultiGeometry", None, rings)
                areas.append(_placemark(name, style, shape, words))
    return _folder(words.phase(phase), [m for group in elements for m in group] + areas)


def _element(element: Element, words: Wording) -> list[Markup]:
    if element.lat_deg is None or element.lon_deg is None:
        return []
    name = words.named(element.id)
    point = tag("Point", None, _leaf("coordinates", _places([(element.lon_deg, element.lat_deg)])))
    marks = [_placemark(name, "", point, words)]
    if element.range_km:
        sector = element.azimuth_deg or (0.0, 360.0)
        ring = fan((element.lat_deg, element.lon_deg), element.range_km, sector)
        style = "reach" if element.kind == "interceptors" else "fan"
        # A line, since a filled ring around a pole is drawn wrongly by common viewers.
        edge = tag("LineString", None, _leaf("tessellate", 1), _leaf("coordinates", _places(ring)))
        marks.append(_placemark(f"{name}, {number(element.range_km, 0)} km", style, edge, words))
    return marks


def _flight(flight: Flight, words: Wording) -> Markup:
    path = " ".join(
        f"{number(lon, 4)},{number(lat, 4)},{number(height_km * 1e3, 0)}"
        for lat, lon, height_km in zip(
            flight.lat_deg, flight.lon_deg, flight.height_km, strict=True
        )
    )
    line = tag("LineString", None, _leaf("altitudeMode", "absolute"), _leaf("coordinates", path))
    name = f"{words.named(flight.missile)}, {words.flight(flight)}"
    return _placemark(name, f"flight-{flight.role}", line, words)


def _placemark(name: str, style: str, shape: Markup, words: Wording) -> Markup:
    return tag(
        "Placemark",
        None,
        _leaf("name", name),
        _leaf("description", words.text("page.mark")),
        _leaf("styleUrl", f"#{style}") if style else (),
        shape,
    )


def _folder(name: str, children: Iterable[Child]) -> Markup:
    return tag("Folder", None, _leaf("name", name), *children)


def _polygon(outer: Ring, holes: Iterable[Ring] = ()) -> Markup:
    return tag(
        "Polygon",
        None,
        _leaf("tessellate", 1),
        tag("outerBoundaryIs", None, _linear_ring(outer)),
        [tag("innerBoundaryIs", None, _linear_ring(hole)) for hole in holes],
    )


def _linear_ring(ring: Ring) -> Markup:
    return tag("LinearRing", None, _leaf("coordinates", _places(ring)))


def _places(ring: Ring) -> str:
    return " ".join(f"{number(lon, 5)},{number(lat, 5)},0" for lon, lat in ring)


def _leaf(name: str, value: str | float) -> Markup:
    return tag(name, None, value if isinstance(value, str) else number(value))


def abgr(colour: str, opacity: int) -> str:
    """A colour of the light palette as KML writes it: opacity, blue, green, red."""
    value = LIGHT[colour].removeprefix("#")
    return f"{opacity:02x}{value[4:6]}{value[2:4]}{value[0:2]}"
