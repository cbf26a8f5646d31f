"""Footprints as polygons."""

from __future__ import annotations

from glasshield.report.document import Footprints, Layer
from glasshield.report.outline import Box, Polygon, polygons


def outlines(grid: Footprints, layer: Layer, state: int) -> list[Polygon]:
    """The cells of a layer that are in one state, merged into polygons."""
    return polygons(
        Box(grid.south_deg[i], grid.north_deg[i], grid.west_deg[i], grid.east_deg[i])
        for i, found in enumerate(layer.state)
        if found == state
    )
