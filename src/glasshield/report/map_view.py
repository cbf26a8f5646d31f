"""What part of the Earth a map shows, how large, and in which projection."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.errors import InputError
from glasshield.report.frame import Frame
from glasshield.report.projection import Kind, Line, Plane, Projection, unit_vectors

Size = tuple[int, int]  # width and height, pixels

DEFAULT_SIZE: Final[Size] = (900, 640)
# Beyond this angle from the middle an equal-area map is squeezed past reading.
_FARTHEST_RAD: Final = math.radians(170.0)


@dataclass(frozen=True, slots=True)
class MapView:
    """A rectangle of an azimuthal view, drawn at a size in pixels."""

    projection: Projection
    frame: Frame
    size: Size

    @classmethod
    def around(
        cls,
        lat_rad: float,
        lon_rad: float,
        width_m: float,
        *,
        kind: Kind = Kind.EQUAL_AREA,
        size: Size = DEFAULT_SIZE,
    ) -> MapView:
        """The view around a place, so wide."""
        half = width_m / 2, width_m / 2 * size[1] / size[0]
        limit = _limit_rad(kind, math.hypot(*half))
        projection = Projection.of(kind, lat_rad, lon_rad, limit)
        return cls(projection, Frame(-half[0], -half[1], half[0], half[1]), size)

    @classmethod
    def globe(cls, lat_rad: float, lon_rad: float, *, size: Size = DEFAULT_SIZE) -> MapView:
        """The half of the Earth around a place, as from far away."""
        projection = Projection.of(Kind.ORTHOGRAPHIC, lat_rad, lon_rad)
        half_m = projection.radius_m * 1.03
        across = half_m * max(1.0, size[0] / size[1]), half_m * max(1.0, size[1] / size[0])
        return cls(projection, Frame(-across[0], -across[1], across[0], across[1]), size)

    @classmethod
    def fitting(
        cls,
        places: Line,
        *,
        margin_m: float = 400e3,
        kind: Kind = Kind.EQUAL_AREA,
        size: Size = DEFAULT_SIZE,
    ) -> MapView:
        """The view that holds all the places with a margin.

        Raises:
            InputError: no place at all, or places all around the Earth.
        """
        shown = places[np.isfinite(places).all(axis=1)]
        if not len(shown):
            raise InputError("a map needs a place to show")
        mean = unit_vectors(shown).mean(axis=0)
        middle = math.atan2(mean[2], math.hypot(mean[0], mean[1])), math.atan2(mean[1], mean[0])
        flat = Projection.of(kind, *middle).forward(*shown.T)
        # The mean of the places is not the middle of their picture, which moves as the middle does.
        for _ in range(3):
            if np.isnan(flat).any():
                break
            centre = (flat.min(axis=0) + flat.max(axis=0)) / 2
            lat, lon = Projection.of(kind, *middle).inverse(centre[None, :])[0]
            middle = float(lat), float(lon)
            flat = Projection.of(kind, *middle).forward(*shown.T)
        if np.isnan(flat).any():
            raise InputError("the places lie too far apart for one map", do="show fewer of them")
        half = np.abs(flat).max(axis=0) + margin_m
        width_m = 2 * max(half[0], half[1] * size[0] / size[1])
        return cls.around(*middle, float(width_m), kind=kind, size=size)

    @property
    def pixel_m(self) -> float:
        """How much of the map one pixel is."""
        return self.frame.width_m / self.size[0]

    def pixels(self, xy_m: Plane) -> Plane:
        """Points of the map in pixels, to the right and up from the lower left corner."""
        return (xy_m - (self.frame.left_m, self.frame.bottom_m)) / self.pixel_m

    def centres(self) -> Float[np.ndarray, "n 2"]:
        """Latitude and longitude of the middle of each pixel, row by row from the top."""
        x = self.frame.left_m + (np.arange(self.size[0]) + 0.5) * self.pixel_m
        y = self.frame.top_m - (np.arange(self.size[1]) + 0.5) * self.pixel_m
        return self.projection.inverse(np.column_stack([np.tile(x, len(y)), np.repeat(y, len(x))]))


def _limit_rad(kind: Kind, corner_m: float) -> float:
    """How far from the middle the corner of the map lies, as far as the kind can show it."""
    r = corner_m / EARTH_MEAN_RADIUS_M
    match kind:
        case Kind.ORTHOGRAPHIC:
            return math.asin(min(r, 1.0)) if r < 1.0 else math.pi / 2 - 1e-6
        case Kind.EQUAL_AREA:
            return min(2 * math.asin(min(r / 2, 1.0)) + 1e-6, _FARTHEST_RAD)
        case Kind.EQUIDISTANT:
            return min(r + 1e-6, _FARTHEST_RAD)
