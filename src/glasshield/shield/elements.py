"""What stands in a phase, as rows of the document: batteries and sensors, with who says so."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Any

from glasshield.catalog import Catalog, Position, Quantity
from glasshield.catalog.model import Basing, Site
from glasshield.catalog.quantity import Fact, FieldOfView
from glasshield.shield.architecture import Battery, Deployment
from glasshield.shield.rules import Rules

Json = dict[str, Any]


def elements(catalog: Catalog, deployment: Deployment) -> Iterator[Json]:
    """The rows of a phase.

    Args:
        catalog: where sensors have their designs and sites.
        deployment: the phase.
    """
    for battery in deployment.batteries:
        yield {"phase": deployment.id} | _interceptors(battery, deployment)
    for record in deployment.sensors:
        position = catalog.position_of(record)
        design = catalog.radars[record.radar] if record.radar else None
        yield {
            "phase": deployment.id,
            "kind": str(record.type),
            "id": record.id,
            "site": record.site or None,
            "party": record.party,
            **_place(position),
            "at_sea": bool(record.site) and _at_sea(catalog.sites[record.site]),
            "interceptor": None,
            "count": None,
            "range_km": km(design.detection_range.si) if design else None,
            "reference_cross_section_m2": design.reference_cross_section.si if design else None,
            "search": str(design.search) if design else None,
            **_field_of_view(record.fields_of_view),
            "fields_of_view": [_sector(view) for view in record.fields_of_view],
            **_cited(position),
        }


def _interceptors(battery: Battery, deployment: Deployment) -> Json:
    rules = Rules.stated(deployment.rules, battery.interceptor)
    return {
        "kind": "interceptors",
        "id": battery.site.id,
        "site": battery.site.id,
        "party": battery.interceptor.party,
        **_place(battery.site.position),
        "at_sea": _at_sea(battery.site),
        "interceptor": battery.interceptor.id,
        "count": battery.count,
        "range_km": km(rules.max_ground_m),
        "min_height_km": km(rules.min_height_m),
        "max_height_km": km(rules.max_height_m),
        "speeds": [_speed(by, one) for by, one in battery.interceptor.variants().items()],
        "azimuth_deg": None,
        "elevation_deg": None,
        **_cited(battery.site.position),
    }


def _speed(by: str, speed: Quantity) -> Json:
    """A burnout speed as somebody states it."""
    ends = {"value": speed.si, "low": speed.low_si, "high": speed.high_si}
    return {
        "by": by,
        **{f"{name}_km_s": km(end, 3) for name, end in ends.items()},
        **_cited(speed),
    }


def _cited(fact: Fact | None) -> Json:
    """Where a fact was read, and how well it is known."""
    return {
        "source": list(fact.sources) if fact else [],
        "status": str(fact.status) if fact else "",
        "note": fact.note if fact else "",
    }


def _place(position: Position | None) -> Json:
    return {
        "lat_deg": position.lat_deg if position else None,
        "lon_deg": position.lon_deg if position else None,
        "height_m": position.height_m if position else None,
    }


def _at_sea(site: Site) -> bool:
    return site.basing is Basing.SEA


def _sector(view: FieldOfView) -> Json:
    """What a radar can turn to, clockwise from one edge to the other."""
    edges = ("azimuth_from_deg", "azimuth_to_deg", "elevation_min_deg", "elevation_max_deg")
    return {**{edge: getattr(view, edge) for edge in edges}, **_cited(view)}


def _field_of_view(views: Iterable[Any]) -> Json:
    """The first sector, as a map draws it; others reach further to the side or higher."""
    for view in views:
        return {
            "azimuth_deg": [view.azimuth_from_deg, view.azimuth_to_deg],
            "elevation_deg": [view.elevation_min_deg, view.elevation_max_deg],
        }
    return {"azimuth_deg": None, "elevation_deg": None}


def km(value_m: float, digits: int = 1) -> float | None:
    """Kilometres (or km/s) to so many decimals; null for what does not exist."""
    return round(float(value_m) / 1e3, digits) if math.isfinite(value_m) else None
