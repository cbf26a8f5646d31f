"""Stations: what they have in view, and those of the catalogue."""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool, Float

from glasshield.catalog.model import Search
from glasshield.sensing.refraction import Refraction
from glasshield.sensing.sensors import Radar
from glasshield.sensing.station import Station
from glasshield.sensing.visibility import Paths, visible


def in_view(
    station: Station,
    positions_ecef_m: Float[np.ndarray, "n m 3"],
    refraction: Refraction = Refraction.FOUR_THIRDS,
) -> Bool[np.ndarray, "n m"]:
    """Which positions lie in a station's sectors, above its horizon and within its range.

    Args:
        station: whose view.
        positions_ecef_m: of anything; NaN is out of view.
        refraction: whether rays bend.
    """
    # A target of the reference cross-section is seen just as far as the station looks.
    reach = Radar(
        id=station.id,
        lat_rad=station.lat_rad,
        lon_rad=station.lon_rad,
        height_m=station.height_m,
        sectors=station.sectors,
        range_m=station.range_m,
        reference_cross_section_m2=1.0,
        search=Search.VOLUME,
    )
    n = len(positions_ecef_m)
    # When motors burn, and how far apart the samples are, does not matter to a radar.
    paths = Paths(positions_ecef_m, 1.0, np.zeros(n), np.ones(n))
    return visible(reach, paths, refraction)
