"""Detections of one file as they were read, before anybody has checked them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, ClassVar, Self

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.earth.time import Instant
from glasshield.sensing.detections import UNKNOWN
from glasshield.sensing.station import Station


@dataclass(frozen=True, slots=True)
class Records:
    """Records as columns; what a file does not give is NaN.

    Attributes:
        epoch: where the times count from.
        names: what `name_index` refers to: the sensors as the file calls them.
        number: line or record in the file.
        name_index: which sensor.
        time_s: after the epoch.
        measured: range (m), azimuth, elevation (rad) and range rate (m/s).
        sigmas: standard deviations of these.
        truth: as in `Detections`.
        snr_db: as in `Detections`.
        arrival_s: as in `Detections`.
        stations: sensors that the file itself describes, by name.
        simulated: whether the file says that its data are made up.
    """

    epoch: Instant
    names: tuple[str, ...]
    number: Int[np.ndarray, "n"]
    name_index: Int[np.ndarray, "n"]
    time_s: Float[np.ndarray, "n"]
    measured: Float[np.ndarray, "n 4"]
    sigmas: Float[np.ndarray, "n 4"]
    truth: Int[np.ndarray, "n"]
    snr_db: Float[np.ndarray, "n"]
    arrival_s: Float[np.ndarray, "n"]
    simulated: bool
    stations: Mapping[str, Station] = field(default_factory=lambda: MappingProxyType({}))

    COLUMNS: ClassVar = (
        "number",
        "name_index",
        "time_s",
        "measured",
        "sigmas",
        "truth",
        "snr_db",
        "arrival_s",
    )

    def __len__(self) -> int:
        return len(self.number)

    @classmethod
    def join(cls, parts: Sequence[Records]) -> Records:
        """The records of pieces of one file, on whose names and epoch all agree."""
        columns: dict[str, Any] = {
            column: np.concatenate([getattr(part, column) for part in parts])
            for column in cls.COLUMNS
        }
        return replace(parts[-1], **columns)

    @classmethod
    def nothing(
        cls,
        epoch: Instant,
        names: Sequence[str],
        stations: Mapping[str, Station],
        *,
        simulated: bool,
    ) -> Self:
        """No records at all of a file that describes these stations."""
        none = np.zeros(0)
        whole = none.astype(np.int64)
        made = cls.of(
            epoch,
            names,
            number=whole,
            name_index=whole,
            time_s=none,
            measured=none.reshape(0, 4),
        )
        return replace(made, stations=stations, simulated=simulated)

    @classmethod
    def of(
        cls,
        epoch: Instant,
        names: Sequence[str],
        *,
        number: Int[np.ndarray, "n"],
        name_index: Int[np.ndarray, "n"],
        time_s: Float[np.ndarray, "n"],
        measured: Float[np.ndarray, "n 4"],
    ) -> Self:
        """Records of a file that gives times and measurements only, not marked as simulated."""
        count = len(number)
        return cls(
            epoch=epoch,
            names=tuple(names),
            number=number,
            name_index=name_index,
            time_s=time_s,
            measured=measured,
            sigmas=np.full((count, 4), np.nan),
            truth=np.full(count, UNKNOWN, dtype=np.int32),
            snr_db=np.full(count, np.nan),
            arrival_s=time_s,
            simulated=False,
        )

    def take(self, index: Int[np.ndarray, "k"] | Bool[np.ndarray, "n"]) -> Records:
        """The records that an index array or a mask chooses."""
        return replace(self, **{column: getattr(self, column)[index] for column in self.COLUMNS})
