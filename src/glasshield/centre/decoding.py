"""What the body of a batch holds, by its content type. It depends on the bytes alone.

Stations are known by id here: what is registered of them the picture takes up itself, so that the
same bytes mean the same when the picture is made again.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import msgspec
import numpy as np
from jaxtyping import Float, Int

from glasshield.centre.bodies import (
    JSON,
    MOST_ROWS,
    MSGPACK,
    PARQUET,
    TDM,
    TDM_XML,
    Column,
    DataBody,
    DetectionsBody,
    Places,
    TracksBody,
)
from glasshield.centre.errors import Code, RefusedError
from glasshield.centre.picture.snapshot import Reports
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange import checks, parquet, tdm, tdm_records
from glasshield.exchange.line_source import LineSource, Source
from glasshield.exchange.problems import FirstProblem, Place, Problems
from glasshield.exchange.records import Records
from glasshield.exchange.xml_source import XmlSource
from glasshield.fusion.tracks import PACKED, Phase
from glasshield.sensing.detections import UNKNOWN, Detections
from glasshield.sensing.station import Station

_JSON: Final = msgspec.json.Decoder(DataBody)
_MSGPACK: Final = msgspec.msgpack.Decoder(DataBody)
_DOUBLE: Final = np.dtype("<f8")
_WHOLE: Final = np.dtype("<i4")
_STATE: Final = 6
MOST_SEGMENTS: Final = 1_000  # of a message: each costs up to a millisecond
# Of a message's metadata, the header counted with each segment, as it is judged with each.
MOST_METADATA: Final = 50_000
# Of a message in XML: as many detections as there may be take 240,000.
MOST_ELEMENTS: Final = 300_000
_NOWHERE: Final = Path("body")  # how messages name what was sent
_FAR_S: Final = 1e10
_NEAR_M: Final = 6.3e6  # somewhat below the ground at the poles
_FAR_M: Final = 1e9
_FAST_M_S: Final = 1e5
# What sums and inverses of covariances stand: deviations of position (m) and velocity (m/s), and
# the least eigenvalue of their correlations.
_DEVIATIONS: Final = np.array([(1e-2, 1e6)] * 3 + [(1e-3, 1e4)] * 3)
_LEAST: Final = 1e-9

Data = Detections | Reports


@dataclass(frozen=True, slots=True)
class _Sent:
    """Whose a body is, and whether it was checked when it came."""

    party: str
    is_known: bool


def decoded(body: bytes, content_type: str, party: str, *, is_known: bool = False) -> Data:
    """The detections or the tracks in a body.

    Args:
        body: of a batch.
        content_type: as its party signed it.
        party: whose it is.
        is_known: it was decoded when it came, so that what it says need not be checked again.

    Raises:
        RefusedError: a content type that is none of data, or a body with anything wrong in it: a
            batch is taken as a whole or not at all.
    """
    kind = content_type.partition(";")[0]
    read = _READERS.get(kind)
    if read is None:
        raise RefusedError(
            Code.CONTENT_TYPE,
            "data do not come in this content type",
            where="content_type",
            expected=", ".join(_READERS),
        )
    try:
        return read(body, _Sent(party, is_known))
    except RefusedError:
        raise
    except InputError as error:
        where = error.where.removeprefix(f"{_NOWHERE}").lstrip(":, ") or "body"
        raise _bad(error.what, where, error.expected) from None


def _of_json(body: bytes, sent: _Sent) -> Data:
    return _of_columns(_JSON.decode, body, sent)


def _of_msgpack(body: bytes, sent: _Sent) -> Data:
    return _of_columns(_MSGPACK.decode, body, sent)


def _of_columns(decode: Callable[[bytes], DataBody], body: bytes, sent: _Sent) -> Data:
    """The data in columns of JSON or MessagePack.

    Raises:
        RefusedError: another body.
    """
    try:
        found = decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        what, _, at = str(error).partition(" - at `$")
        raise _bad(_lower(what), at.strip(".`") or "body") from None
    if isinstance(found, TracksBody):
        return _reports(found, sent)
    return _detections(found, sent)


def _detections(found: DetectionsBody, sent: _Sent) -> Detections:
    """Detections that can be.

    Raises:
        RefusedError: columns of different length, or a value that cannot be.
    """
    time_s = _numbers(found.time_s, "time_s")
    count = len(time_s)
    nothing = np.full(count, np.nan)

    def column(name: str) -> Float[np.ndarray, "n"]:
        given: Column | None = getattr(found, name)
        return nothing if given is None else _as_long(_numbers(given, name), count, name)

    sensor = _as_long(_places(found.sensor, len(found.sensors), "sensor"), count, "sensor")
    measured = np.column_stack([column(name) for name in _MEASURED])
    sigmas = np.column_stack([column(f"sigma_{name}") for name in _MEASURED])
    records = Records(
        epoch=_epoch(found.epoch),
        names=found.sensors,
        number=np.arange(1, count + 1),
        name_index=sensor,
        time_s=time_s,
        measured=measured,
        sigmas=sigmas,
        truth=np.full(count, UNKNOWN, dtype=np.int32),
        snr_db=column("snr_db"),
        arrival_s=time_s,
        simulated=found.simulated,
    )
    return _checked(records, Problems(_NOWHERE, Place.RECORD), sent)


_MEASURED: Final = ("range_m", "azimuth_rad", "elevation_rad", "range_rate_m_s")


def _reports(found: TracksBody, sent: _Sent) -> Reports:
    """Tracks that can be.

    Raises:
        RefusedError: columns of different length, or a value that cannot be.
    """
    time_s = _numbers(found.time_s, "time_s")
    count = len(time_s)
    state = _rows(found.state_ecef, _STATE, count, "state_ecef")
    packed = _rows(found.covariance, PACKED, count, "covariance")
    phases = np.full((count, len(Phase)), np.nan)
    if len(found.phase_probability):
        phases = _rows(found.phase_probability, len(Phase), count, "phase_probability")
    for values, name in ((time_s, "time_s"), (state, "state_ecef"), (packed, "covariance")):
        if not np.isfinite(values).all():
            raise _bad("a number is missing", name)
    if not sent.is_known:
        _check_states(time_s, state)
        _check_covariances(packed)
    group = _as_long(_places(found.group, len(found.groups), "group"), count, "group")
    by = np.zeros((len(found.groups), len(found.sensors)), dtype=bool)
    for place, sensors in enumerate(found.groups):
        if max(sensors) >= len(found.sensors):
            raise _bad("there is no such sensor", f"groups[{place}]")
        by[place, list(sensors)] = True
    return Reports(
        source=found.source,
        epoch=_epoch(found.epoch),
        track=_as_long(_places(found.object, None, "object"), count, "object"),
        time_s=time_s,
        state_ecef=state,
        packed_covariance=packed,
        phase_probability=phases,
        sensors=found.sensors,
        by=by[group],
        simulated=found.simulated,
    )


def _check_states(time_s: Float[np.ndarray, "n"], state: Float[np.ndarray, "n 6"]) -> None:
    """Refuse places and speeds that no object near the Earth has.

    Raises:
        RefusedError: one of these.
    """
    if (np.abs(time_s) > _FAR_S).any():
        raise _bad("the time lies centuries from the epoch", "time_s")
    distance_m = np.linalg.norm(state[:, :3], axis=1)
    speed_m_s = np.linalg.norm(state[:, 3:], axis=1)
    if ((distance_m < _NEAR_M) | (distance_m > _FAR_M) | (speed_m_s > _FAST_M_S)).any():
        raise _bad("no object is there, or so fast", "state_ecef", "metres, metres per second")


def _check_covariances(packed: Float[np.ndarray, "n 21"]) -> None:
    """Refuse what can be no covariance.

    Raises:
        RefusedError: one that is not positive definite.
    """
    rows, columns = np.triu_indices(_STATE)
    full = np.empty((len(packed), _STATE, _STATE))
    full[:, rows, columns] = packed
    full[:, columns, rows] = packed
    variances = np.einsum("nii->ni", full)
    if not (variances > 0.0).all():
        raise _bad("a variance is not above zero", "covariance")
    spread = np.sqrt(variances)
    if ((spread < _DEVIATIONS[:, 0]) | (spread > _DEVIATIONS[:, 1])).any():
        expected = "1 cm to 1,000 km and 1 mm/s to 10 km/s"
        raise _bad("a deviation is beyond what tracks have", "covariance", expected)
    scaled = full / spread[:, :, None] / spread[:, None, :]
    if len(full) and not (np.linalg.eigvalsh(scaled)[:, 0] > _LEAST).all():
        raise _bad("this is no covariance: it is not positive definite", "covariance")


def _of_tdm(body: bytes, sent: _Sent) -> Data:
    return _of_message(LineSource(io.BytesIO(body)), FirstProblem(_NOWHERE), sent)


def _of_tdm_xml(body: bytes, sent: _Sent) -> Data:
    problems = FirstProblem(_NOWHERE)
    return _of_message(XmlSource(io.BytesIO(body), problems, MOST_ELEMENTS), problems, sent)


def _of_message(source: Source, problems: FirstProblem, sent: _Sent) -> Detections:
    """The detections of a Tracking Data Message, read no further than to its first fault.

    Raises:
        RefusedError: too many segments, or no detection.
        InputError: anything in it that cannot be read.
    """
    message = tdm.open_message(source, problems, None)
    records = None
    if message is not None:
        some = _not_too_many(tdm.segments(source, message), len(message.header.entries))
        read = tdm_records.records(some, problems, _anyone)
        records = read and replace(read, simulated=message.simulated)
    if records is None:
        raise _first(problems)
    return _checked(records, problems, sent)


def _not_too_many(segments: Iterable[tdm.Segment], header: int) -> Iterator[tdm.Segment]:
    """The segments of a message, whose header has so many lines.

    Raises:
        RefusedError: there are too many, or too many lines of metadata.
    """
    lines = 0
    for count, segment in enumerate(segments):
        lines += header + len(segment.metadata.entries)
        if count == MOST_SEGMENTS:
            raise _bad("this message has too many segments", "body", f"at most {MOST_SEGMENTS:,}")
        if lines > MOST_METADATA:
            what = "this message has too many lines of metadata"
            raise _bad(what, "body", f"at most {MOST_METADATA:,}, the header counted with each")
        yield segment


def _of_parquet(body: bytes, sent: _Sent) -> Data:
    problems = Problems(_NOWHERE, Place.RECORD)
    records = parquet.read_bytes(body, problems, MOST_ROWS)
    if records is None or problems.all:
        raise _first(problems)
    return _checked(records, problems, sent)


_READERS: Final[dict[str, Callable[[bytes, _Sent], Data]]] = {
    JSON: _of_json,
    MSGPACK: _of_msgpack,
    TDM: _of_tdm,
    TDM_XML: _of_tdm_xml,
    PARQUET: _of_parquet,
}


def _anyone(name: str) -> bool:
    """Whether somebody describes a sensor: who may send for it is looked up elsewhere."""
    return bool(name)


def _checked(records: Records, problems: Problems, sent: _Sent) -> Detections:
    """Records as detections.

    Raises:
        RefusedError: none at all, too many, or one that cannot be.
    """
    if len(records) > MOST_ROWS:
        raise _bad("there are too many detections", "body", f"at most {MOST_ROWS:,}")
    if not len(records):
        raise _bad("there is no detection", "body")
    if not sent.is_known and len(checks.possible(records, _anyone, problems)) < len(records):
        raise _first(problems)
    stations = {name: Station(name, 0.0, 0.0, party=sent.party) for name in records.names}
    found = checks.detections(records, stations)
    return replace(found, truth=np.full(len(found), UNKNOWN, dtype=np.int32))


def _numbers(column: Column | Sequence[float] | bytes, name: str) -> Float[np.ndarray, "n"]:
    """A column as doubles; NaN where it is null.

    Raises:
        RefusedError: bytes that are no whole doubles, or a number beyond all doubles.
    """
    if isinstance(column, bytes):
        return np.asarray(_binary(column, _DOUBLE, name), dtype=float)
    return np.array(column, dtype=float)


def _places(column: Places, count: int | None, name: str) -> Int[np.ndarray, "n"]:
    """A column of places in a list of so many.

    Raises:
        RefusedError: bytes that are no whole numbers, or a place that the list does not have.
    """
    if isinstance(column, bytes):
        found = np.asarray(_binary(column, _WHOLE, name), dtype=np.int64)
    else:
        found = np.array(column, dtype=np.int64)
    if len(found) and (found.min() < 0 or (count is not None and found.max() >= count)):
        raise _bad("there is no such place", name)
    return found


def _binary(data: bytes, kind: np.dtype, name: str) -> np.ndarray:
    """Binary numbers.

    Raises:
        RefusedError: bytes that are no whole numbers.
    """
    if len(data) % kind.itemsize:
        raise _bad("these are no whole numbers", name, f"{kind.itemsize} bytes each")
    return np.frombuffer(data, dtype=kind)


def _rows(
    values: Sequence[float] | bytes, width: int, count: int, name: str
) -> Float[np.ndarray, "n w"]:
    """Numbers as rows of a width.

    Raises:
        RefusedError: too many or too few.
    """
    return _as_long(_numbers(values, name), count * width, name).reshape(count, width)


def _as_long(values: np.ndarray, count: int, name: str) -> np.ndarray:
    """A column of the length that all have.

    Raises:
        RefusedError: another length.
    """
    if len(values) != count:
        raise _bad("all columns are equally long", name, f"{count:,} numbers")
    return values


def _epoch(text: str) -> Instant:
    return Instant.parse(text, where="epoch")


def _first(problems: Problems) -> RefusedError:
    """The first problem of a body, for its sender."""
    found = problems.all
    if not found:
        return _bad("there is no detection", "body")
    return _bad(found[0].reason, found[0].where or "body")


def _bad(what: str, where: str, expected: str = "") -> RefusedError:
    return RefusedError(
        Code.BAD_BODY, what, where=where, expected=expected, do="mend it and sign it anew"
    )


def _lower(text: str) -> str:
    """A sentence as it goes on behind another; a word in capitals stays."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]
