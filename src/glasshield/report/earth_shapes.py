"""What every map shows of the Earth, cut to its rectangle and thinned to its scale."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.geodata import world
from glasshield.geodata.borders import Detail, Line
from glasshield.report.frame import Frame, thinned
from glasshield.report.projection import Projection, graticule

Plane = Float[np.ndarray, "n 2"]

# From this scale on the coarse borders look the same: their corners are 150 km2.
COARSE_FROM_M: Final = 6_000.0
# Islands that would be a fleck of less than this many pixels each way are left out.
_LEAST_PIXELS: Final = 1.2


@dataclass(frozen=True, slots=True)
class EarthShapes:
    """Areas as closed rings to be filled even-odd, and lines, in metres to the right and up."""

    sea: tuple[Plane, ...]
    land: tuple[Plane, ...]
    lakes: tuple[Plane, ...]
    coast: tuple[Plane, ...]
    borders: tuple[Plane, ...]
    undetermined: tuple[Plane, ...]  # draw dashed
    special: tuple[Plane, ...]  # draw dotted
    graticule: tuple[Plane, ...]


@functools.lru_cache(maxsize=32)
def earth_shapes(projection: Projection, frame: Frame, pixel_m: float) -> EarthShapes:
    """The base map of the view in the rectangle.

    Args:
        projection: the view.
        frame: the rectangle shown; areas go a little beyond it, so that their edges do not show.
        pixel_m: how much of the map the smallest visible step is.
    """
    detail: Detail = "coarse" if pixel_m >= COARSE_FROM_M else "fine"
    borders = world(detail)
    wide = frame.grown(4 * pixel_m)

    def areas(rings: Iterable[Line]) -> tuple[Plane, ...]:
        cut = wide.areas(projection.areas(rings))
        return tuple(thinned(ring, pixel_m) for ring in cut if _matters(ring, pixel_m))

    def lines(found: Iterable[Line]) -> tuple[Plane, ...]:
        cut = wide.lines(projection.lines(found))
        return tuple(thinned(line, pixel_m) for line in cut)

    coast = lines(borders.lines["coastline"])
    return EarthShapes(
        sea=tuple(wide.areas([projection.outline()])),
        land=areas(_land(detail)),
        lakes=areas(borders.lakes),
        coast=tuple(line for line in coast if _matters(line, pixel_m)),
        borders=lines(borders.lines["international"]),
        undetermined=lines(borders.lines["undetermined"]),
        special=lines(line for group in borders.special.values() for line in group),
        graticule=lines(graticule(graticule_step_rad(frame))),
    )


@functools.cache
def _land(detail: Detail) -> tuple[Line, ...]:
    return world(detail).land()


def _matters(shape: Plane, pixel_m: float) -> bool:
    return bool(np.ptp(shape, axis=0).max() >= _LEAST_PIXELS * pixel_m)


def graticule_step_rad(frame: Frame) -> float:
    """The step of parallels and meridians that puts about six of them across the map."""
    span_deg = math.degrees(max(frame.width_m, frame.height_m) / 6.371e6)
    steps = (1.0, 2.0, 5.0, 10.0, 15.0, 30.0)
    return math.radians(min(steps, key=lambda step: abs(span_deg / step - 6.0)))
