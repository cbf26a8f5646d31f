"""The past of a picture whose times are rounded: what it showed, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from glasshield.centre.picture.shown import Shown
from glasshield.earth.time import Instant
from glasshield.fusion.tracks import PACKED, Tracks

_NOBODY: Final = -1


def rows_shown(past: Sequence[Shown], number: int | None, epoch: Instant) -> Tracks:
    """The rows of one object, or of all, as a picture showed them, of nobody's detections.

    Args:
        past: what was shown, oldest first, from one epoch on.
        number: of the object; None for all.
        epoch: where the times count from.
    """
    whose = _joined([each.number for each in past], 0).astype(np.int64)
    order = np.argsort(whose, kind="stable")
    if number is not None:
        order = order[whose[order] == number]
    ids, first = np.unique(whose[order], return_index=True)
    nobody = np.full(len(order), _NOBODY, dtype=np.int32)
    return Tracks(
        epoch=epoch,
        stations=(),
        id=ids,
        first_row=np.append(first, len(order)),
        time_s=_joined([each.time_s for each in past], 0)[order],
        state_ecef=_joined([each.state_ecef for each in past], 6)[order],
        packed_covariance=_joined([each.packed_covariance for each in past], PACKED)[order],
        phase_probability=_joined([each.phase_probability for each in past], 3)[order],
        detection=nobody,
        station_index=nobody,
        simulated=any(each.simulated for each in past),
    )


def _joined(columns: Sequence[Any], width: int) -> Any:
    """Columns one after another; as wide as said where there are none."""
    nothing = np.empty((0, width) if width else 0)
    return np.concatenate([nothing, *columns])
