"""Who answers for each object: the party in whose sector most of where it may come down lies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from jaxtyping import Float, Int

from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.coordination.forecast import Forecast
from glasshield.coordination.sectors import Sectors
from glasshield.fusion.even import normals

_SAMPLES: Final = 64


@dataclass(frozen=True, slots=True)
class Answering:
    """Who answers for each object.

    Attributes:
        party: its number among the sectors; -1 where the object comes down in nobody's.
        share: of the places where the object may come down, what lies in that party's sector.
        total: what lies in anybody's.
    """

    party: Int[np.ndarray, "n"]
    share: Float[np.ndarray, "n"]
    total: Float[np.ndarray, "n"]

    @classmethod
    def of(cls, ahead: Forecast, sectors: Sectors, least_share: float) -> Self:
        """Who answers, by the places where flights come down and how uncertain these are.

        Of two parties with the same share the one answers whose sector stands first.

        Args:
            ahead: the flights.
            sectors: of the parties.
            least_share: with less in all sectors together, nobody answers.
        """
        lat, lon = _places(ahead)
        holder = sectors.answering(lat.ravel(), lon.ravel()).reshape(lat.shape)
        shares = np.zeros((len(lat), max(1, len(sectors.of))))
        for number in range(len(sectors.of)):
            shares[:, number] = (holder == number).mean(axis=1)
        total = shares.sum(axis=1)
        matters = (total > 0.0) & (total >= least_share)
        return cls(
            party=np.where(matters, shares.argmax(axis=1), -1),
            share=np.where(matters, shares.max(axis=1), 0.0),
            total=np.where(matters, total, 0.0),
        )


def _places(ahead: Forecast) -> tuple[Float[np.ndarray, "n m"], Float[np.ndarray, "n m"]]:
    """Places where each object may come down; NaN where it does not."""
    known = np.where(np.isfinite(ahead.ground_m2), ahead.ground_m2, 0.0)
    values, vectors = np.linalg.eigh(known)
    root = vectors * np.sqrt(np.maximum(values, 0.0))[:, None, :]
    away = normals(_SAMPLES, 2) @ np.swapaxes(root, 1, 2) / EARTH_MEAN_RADIUS_M
    lat = np.clip(ahead.lat_rad[:, None] + away[..., 1], -np.pi / 2, np.pi / 2)
    lon = ahead.lon_rad[:, None] + away[..., 0] / np.cos(ahead.lat_rad)[:, None]
    return lat, lon
