"""What the log stands for by hash, as bytes: events as they were found, acts, released extracts."""

from __future__ import annotations

from typing import Final

import msgspec
import numpy as np

from glasshield.centre.bodies import ActRecord
from glasshield.centre.log.store import Body
from glasshield.centre.picture.snapshot import Told
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.canonical import canonical
from glasshield.exchange.station_values import station_from_si, station_to_si
from glasshield.fusion.tracks import Tracks

EXTRACT: Final = "glasshield-extract/1"


class Extract(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Tracks that their owner released, exactly.

    Attributes:
        schema: its name and version.
        epoch: where the times count from.
        simulated: whether any of the data were made up.
        stations: in SI units and radians.
        number: of each track.
        first_row: offsets into the rows.
        time_s: of each row.
        state_ecef: six numbers a row.
        packed_covariance: 21 numbers a row.
        phase_probability: three numbers a row.
        station: whose detection a row took in, by its place; -1 for several.
    """

    schema: str
    epoch: str
    simulated: bool
    stations: list[dict[str, object]]
    number: list[int]
    first_row: list[int]
    time_s: list[float]
    state_ecef: list[list[float]]
    packed_covariance: list[list[float]]
    phase_probability: list[list[float]]
    station: list[int]


def event_body(told: Told) -> Body:
    """An event as the log stands for it by hash: all that was found, to the last digit."""
    return Body.of(canonical({"at": str(told.at), "event": _plain(told.event)}))


def act_body(record: ActRecord) -> Body:
    """An act as the log stands for it by hash."""
    return Body.of(canonical(_plain(record)))


def act_in(data: bytes, where: str) -> ActRecord:
    """The act in stored bytes.

    Raises:
        InputError: there is none.
    """
    try:
        return msgspec.json.decode(data, type=ActRecord)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError("this is no act", where=where, got=str(error)) from None


def extract_body(tracks: Tracks) -> Body:
    """Tracks as the log stands for them by hash."""
    made = Extract(
        schema=EXTRACT,
        epoch=str(tracks.epoch),
        simulated=tracks.simulated,
        stations=[station_to_si(station) for station in tracks.stations],
        number=tracks.id.tolist(),
        first_row=tracks.first_row.tolist(),
        time_s=tracks.time_s.tolist(),
        state_ecef=tracks.state_ecef.tolist(),
        packed_covariance=tracks.packed_covariance.tolist(),
        phase_probability=tracks.phase_probability.tolist(),
        station=tracks.station_index.tolist(),
    )
    return Body.of(msgspec.json.encode(made))


def extract_in(data: bytes, where: str) -> Tracks:
    """The tracks in stored bytes.

    Raises:
        InputError: there are none.
    """
    try:
        found = msgspec.json.decode(data, type=Extract)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError("these are no tracks", where=where, got=str(error)) from None
    rows = len(found.time_s)
    return Tracks(
        epoch=Instant.parse(found.epoch, where=where),
        stations=tuple(station_from_si(values) for values in found.stations),
        id=np.array(found.number, dtype=np.int32),
        first_row=np.array(found.first_row, dtype=np.int64),
        time_s=np.array(found.time_s, dtype=float),
        state_ecef=np.array(found.state_ecef, dtype=float).reshape(rows, 6),
        packed_covariance=np.array(found.packed_covariance, dtype=float).reshape(rows, 21),
        phase_probability=np.array(found.phase_probability, dtype=float).reshape(rows, 3),
        detection=np.full(rows, -1, dtype=np.int32),
        station_index=np.array(found.station, dtype=np.int32),
        simulated=found.simulated,
    )


def _plain(value: object) -> object:
    """A value as JSON has it; instants as texts, numbers of NumPy as numbers."""
    return msgspec.json.decode(msgspec.json.encode(value, enc_hook=_simple))


def _simple(value: object) -> object:
    if isinstance(value, np.ndarray):
        return value.tolist()
    if isinstance(value, np.generic):
        return value.item()
    raise TypeError(f"a {type(value).__name__} cannot be written")
