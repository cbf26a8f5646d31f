"""The facts that everything stands on, each with its source and standing.

facts = catalog.load()                      the packaged facts
facts = catalog.load("my-facts")            with one's own folder laid over them
facts.sites["redzikowo"].position.lat_rad
facts.interceptors["gbi2"].burnout_speed.si
facts.override("interceptor.sm3-2a.burnout_speed", "5.0km/s")
"""

from __future__ import annotations

from glasshield.catalog.assumptions import Assumption, assumptions, cited
from glasshield.catalog.check import Problem, check, check_folders
from glasshield.catalog.kinds import KINDS
from glasshield.catalog.listing import listing, show
from glasshield.catalog.load import Catalog, Shelf, load
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
    "Assumption",
    "Catalog",
    "Confidence",
    "Dated",
    "Fact",
    "FieldOfView",
    "Position",
    "Problem",
    "Quantity",
    "Shelf",
    "Statement",
    "Status",
    "assumptions",
    "check",
    "check_folders",
    "cited",
    "listing",
    "load",
    "show",
]
