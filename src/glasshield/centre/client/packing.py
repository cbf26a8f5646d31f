"""Detections as the body of a batch: columns of little-endian numbers in MessagePack."""

from __future__ import annotations

from typing import Final

import msgspec
import numpy as np
from jaxtyping import Float

from glasshield.centre.bodies import MSGPACK, DetectionsBody
from glasshield.sensing.detections import Detections

CONTENT_TYPE: Final = MSGPACK

_SIGMAS: Final = (
    "sigma_range_m",
    "sigma_azimuth_rad",
    "sigma_elevation_rad",
    "sigma_range_rate_m_s",
)
_OPTIONAL: Final = ("range_m", "range_rate_m_s", "snr_db")


def packed(detections: Detections) -> bytes:
    """The body that holds these detections; which objects they came from stays behind.

    Args:
        detections: at most `bodies.MOST_ROWS`, of stations of one party; stations without any are
            left out.
    """
    used, place = np.unique(detections.station_index, return_inverse=True)
    columns = {name: getattr(detections, name) for name in _OPTIONAL}
    columns |= {name: detections.sigmas[:, at] for at, name in enumerate(_SIGMAS)}
    given = {name: _column(one) for name, one in columns.items() if np.isfinite(one).any()}
    body = DetectionsBody(
        epoch=detections.epoch.isoformat(),
        simulated=detections.simulated,
        sensors=tuple(detections.stations[at].id for at in used),
        sensor=place.astype("<i4").tobytes(),
        time_s=_column(detections.time_s),
        azimuth_rad=_column(detections.azimuth_rad),
        elevation_rad=_column(detections.elevation_rad),
        **given,
    )
    return msgspec.msgpack.encode(body)


def _column(values: Float[np.ndarray, "n"]) -> bytes:
    return np.ascontiguousarray(values, dtype="<f8").tobytes()
