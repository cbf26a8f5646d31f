"""A radar's view of a few flights, asked again and again with other ranges and cross-sections.

Where a flight lies inside the radar's sectors and how far away it is hangs on neither: that is
computed once. A range then only cuts the distances.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from jaxtyping import Bool, Float

from glasshield.earth.ellipsoid import geodetic_to_ecef
from glasshield.sensing.sensors import Radar
from glasshield.sensing.visibility import Paths, first_seen_s, visible

_EVERYWHERE_M: Final = 1e9


@dataclass(frozen=True, slots=True)
class View:
    """What a radar would see of flights if its range had no end.

    Attributes:
        step_s: between samples.
        distance_m: from the radar; NaN after impact.
        inside: at which samples a flight lies in one of the sectors.
        enters_s: when it came in, at the first sample inside after one outside; NaN elsewhere.
    """

    step_s: float
    distance_m: Float[np.ndarray, "n m"]
    inside: Bool[np.ndarray, "n m"]
    enters_s: Float[np.ndarray, "n m"]

    @classmethod
    def of(cls, radar: Radar, paths: Paths) -> View:
        """The view from a radar's place into its sectors.

        Args:
            radar: with any range.
            paths: the flights, with any cross-sections.
        """
        endless = replace(radar, range_m=_EVERYWHERE_M, reference_cross_section_m2=1.0)
        paths = replace(paths, cross_section_m2=np.ones(len(paths)))
        origin = geodetic_to_ecef(radar.lat_rad, radar.lon_rad, radar.height_m)
        distance = np.linalg.norm(paths.positions_ecef_m - origin, axis=-1)
        inside = visible(endless, paths)
        return cls(paths.step_s, distance, inside, _enters_s(endless, paths, inside))

    def seen(
        self, radar: Radar, cross_section_m2: Float[np.ndarray, "n"]
    ) -> tuple[Bool[np.ndarray, "n m"], Float[np.ndarray, "n"]]:
        """At which samples the radar sees each flight, and when first; infinite for never.

        Args:
            radar: at the same place and with the same sectors.
            cross_section_m2: of each flight.
        """
        range_m = radar.range_to_m(1.0) * cross_section_m2**0.25
        # NaN compares false: nobody sees a flight after its impact.
        near = self.distance_m <= range_m[:, None]
        seen = near & self.inside
        rows = np.arange(len(seen))
        index = np.argmax(seen, axis=1) if seen.shape[1] else np.zeros(len(seen), dtype=int)
        before = np.maximum(index - 1, 0)
        came_near = ~near[rows, before] & (index > 0)
        came_in = ~self.inside[rows, before] & (index > 0)
        # Over one step the distance goes straight to some metres.
        far_m, near_m = self.distance_m[rows, before], self.distance_m[rows, index]
        share = np.zeros(len(rows))
        np.divide(far_m - range_m, far_m - near_m, out=share, where=came_near)
        nears_s = np.where(came_near, (before + share) * self.step_s, 0.0)
        first_s = np.maximum(nears_s, np.where(came_in, self.enters_s[rows, index], 0.0))
        return seen, np.where(seen[rows, index], first_s, np.inf)


def _enters_s(
    endless: Radar, paths: Paths, inside: Bool[np.ndarray, "n m"]
) -> Float[np.ndarray, "n m"]:
    """When each flight comes into a sector, at the sample by which it has."""
    comes = inside.copy()
    comes[:, 1:] &= ~inside[:, :-1]
    flight, sample = np.nonzero(comes)
    each = Paths(
        paths.positions_ecef_m[flight],
        paths.step_s,
        paths.burnout_s[flight],
        paths.cross_section_m2[flight],
    )
    # From each coming in on, as if nothing had been seen before.
    since = np.arange(inside.shape[1]) >= sample[:, None]
    enters = np.full(inside.shape, np.nan)
    enters[flight, sample] = first_seen_s(endless, each, inside[flight] & since)
    return enters
