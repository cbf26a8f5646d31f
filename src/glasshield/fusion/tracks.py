"""Tracks as columns: every state that a tracker kept, of every object."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Float, Int

from glasshield.earth.time import Instant
from glasshield.sensing.station import Station

# The upper triangle of a 6 x 6 covariance, row by row: how it is kept.
PACKED: Final = 21
_ROWS, _COLUMNS = np.triu_indices(6)


class Phase(enum.IntEnum):
    """What a missile does: the columns of `Tracks.phase_probability`."""

    BOOST = 0
    COAST = 1
    ENTRY = 2


def unpack(packed: Float[np.ndarray, "... 21"]) -> Float[np.ndarray, "... 6 6"]:
    """Whole covariances from upper triangles."""
    full = np.empty((*packed.shape[:-1], 6, 6))
    full[..., _ROWS, _COLUMNS] = packed
    full[..., _COLUMNS, _ROWS] = packed
    return full


def pack(covariance: Float[np.ndarray, "... 6 6"]) -> Float[np.ndarray, "... 21"]:
    """Upper triangles of covariances."""
    return covariance[..., _ROWS, _COLUMNS]


@dataclass(frozen=True, slots=True)
class Tracks:
    """Tracks: the rows of one track stand together, by time; k tracks, n rows.

    A row is the state after a detection was taken in. States are Earth-fixed: position (m) and
    velocity relative to the Earth (m/s), six numbers.

    Attributes:
        epoch: where the times count from.
        stations: what `station_index` refers to.
        id: of each track, from 1 in the order of confirmation; they stand here as they began.
        first_row: k + 1 offsets into the rows.
        time_s: of each row after the epoch.
        state_ecef: position and velocity.
        packed_covariance: upper triangle of each covariance, row by row.
        phase_probability: of boost, coast and entry.
        detection: which of the detections given to the tracker was taken in; -1 where several
            shared it.
        station_index: whose detection.
        simulated: whether any of the data were made up.
    """

    epoch: Instant
    stations: tuple[Station, ...]
    id: Int[np.ndarray, "k"]
    first_row: Int[np.ndarray, "k+1"]
    time_s: Float[np.ndarray, "n"]
    state_ecef: Float[np.ndarray, "n 6"]
    packed_covariance: Float[np.ndarray, "n 21"]
    phase_probability: Float[np.ndarray, "n 3"]
    detection: Int[np.ndarray, "n"]
    station_index: Int[np.ndarray, "n"]
    simulated: bool

    def __len__(self) -> int:
        return len(self.id)

    def rows(self, track: int) -> slice:
        """The rows of the track at this place (not: with this id)."""
        return slice(int(self.first_row[track]), int(self.first_row[track + 1]))

    @property
    def covariance(self) -> Float[np.ndarray, "n 6 6"]:
        """All covariances, unpacked."""
        return unpack(self.packed_covariance)
