"""The facts that everything stands on, each with its source and standing.

catalog.load()                      the packaged facts
catalog.load("my-facts")            with one's own folder laid over them
.sites["redzikowo"].position.lat_rad
.interceptors["gbi2"].burnout_speed.si
.override("interceptor.sm3-2a.burnout_speed", "5.0km/s")
"""

from __future__ import annotations

from glasshield.catalog.load import KINDS, Catalog, Shelf, load
from glasshield.catalog.quantity import (
    Confidence,
    Dated,
    Fact,
    FieldOfView,
    Position,
    Quantity,
    Statement,
    Status,
)

__all__ = [
    "KINDS",
    "Catalog",
    "Confidence",
    "Dated",
    "Fact",
    "FieldOfView",
    "Position",
    "Quantity",
    "Shelf",
    "Statement",
    "Status",
    "load",
]
