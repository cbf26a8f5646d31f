"""What travels to and from the centre, as types: the schemas that it publishes are made of them.

Columns of numbers are lists, in which null is what was not measured; in MessagePack they may be
binary as well, little-endian doubles in which NaN stands for null (for `sensor` and `object`
little-endian 32-bit integers). In JSON a text of base64 stands for binary.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

import msgspec

DETECTIONS: Final = "glasshield-detections/1"
TRACKS: Final = "glasshield-tracks/1"
RECEIPT: Final = "glasshield-receipt/1"
SESSION: Final = "glasshield-session/1"

JSON: Final = "application/json"
MSGPACK: Final = "application/msgpack"
TDM: Final = "application/ccsds-tdm"
TDM_XML: Final = "application/ccsds-tdm+xml"
PARQUET: Final = "application/vnd.apache.parquet"
NOTICE: Final = "application/vnd.glasshield.notice"
RULES: Final = "application/toml"
SESSION_TYPE: Final = "application/vnd.glasshield.session"
DATA_TYPES: Final = (JSON, MSGPACK, TDM, TDM_XML, PARQUET)

MODE_HEADER: Final = "Glasshield-Mode"  # of each answer: exercise or real

MOST_ROWS: Final = 20_000  # more would hold up the pictures while they are decoded
_Rows = msgspec.Meta(max_length=MOST_ROWS)
_Name = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
_Short = Annotated[str, msgspec.Meta(max_length=120)]
Text = Annotated[str, msgspec.Meta(min_length=1, max_length=2000)]
Moment = Annotated[str, msgspec.Meta(min_length=20, max_length=40)]

Column = Annotated[list[float | None], _Rows] | bytes
_Group = Annotated[
    tuple[Annotated[int, msgspec.Meta(ge=0, lt=256)], ...], msgspec.Meta(min_length=1)
]
Places = Annotated[list[Annotated[int, msgspec.Meta(ge=0, lt=MOST_ROWS)]], _Rows] | bytes


class DetectionsBody(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="schema",
    tag=DETECTIONS,
):  # fmt: skip
    """Detections as columns of equal length.

    Attributes:
        epoch: where the times count from, ISO 8601 with its zone.
        simulated: whether the data are made up.
        sensors: ids of sensors that the centre knows of this party.
        sensor: of each detection, its place in `sensors`.
        time_s: of each measurement after the epoch.
        azimuth_rad: clockwise from north at the sensor.
        elevation_rad: above its horizontal, freed of refraction.
        range_m: along the line of sight; null where it was not measured.
        range_rate_m_s: positive when the target goes away.
        sigma_range_m: standard deviation; null where the sensor's own accuracy holds.
        sigma_azimuth_rad: likewise.
        sigma_elevation_rad: likewise.
        sigma_range_rate_m_s: likewise.
        snr_db: signal to noise.
    """

    epoch: Moment
    simulated: bool
    sensors: Annotated[tuple[_Name, ...], msgspec.Meta(min_length=1, max_length=1024)]
    sensor: Places
    time_s: Column
    azimuth_rad: Column
    elevation_rad: Column
    range_m: Column | None = None
    range_rate_m_s: Column | None = None
    sigma_range_m: Column | None = None
    sigma_azimuth_rad: Column | None = None
    sigma_elevation_rad: Column | None = None
    sigma_range_rate_m_s: Column | None = None
    snr_db: Column | None = None


class TracksBody(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="schema",
    tag=TRACKS,
):  # fmt: skip
    """States of objects that a party, or another centre, tracks itself, a state a row.

    Attributes:
        epoch: where the times count from, ISO 8601 with its zone.
        simulated: whether the data behind them are made up.
        source: what tracks: two sources of one party may count objects alike.
        sensors: ids by which rules name what the tracks were made of.
        groups: which of the sensors stand behind a state together, by their places.
        group: of each state, the place of its group in `groups`.
        object: of each state, the number by which its source calls the object.
        time_s: of each state after the epoch.
        state_ecef: position (m) and velocity (m/s) relative to the turning Earth: six numbers a
            state, one state behind the other.
        covariance: the upper triangle of each covariance, row by row: 21 numbers a state.
        phase_probability: of boost, coast and entry, three numbers a state; none where not known.
    """

    epoch: Moment
    simulated: bool
    source: _Name
    sensors: Annotated[tuple[_Short, ...], msgspec.Meta(min_length=1, max_length=256)]
    groups: Annotated[tuple[_Group, ...], msgspec.Meta(min_length=1, max_length=4096)]
    group: Places
    object: Places
    time_s: Column
    state_ecef: Annotated[list[float], msgspec.Meta(max_length=6 * MOST_ROWS)] | bytes
    covariance: Annotated[list[float], msgspec.Meta(max_length=21 * MOST_ROWS)] | bytes
    phase_probability: Annotated[list[float], msgspec.Meta(max_length=3 * MOST_ROWS)] | bytes = b""


DataBody = DetectionsBody | TracksBody


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """That something is on disk. It names no place in the log, which would count what others send.

    Attributes:
        schema: its name and version.
        batch: the identity of the batch, the same whenever it comes again.
        count: of detections, states, rules or notices in it.
        at: when it was written, to the millisecond, in UTC; of what came again, when it was found.
        again: whether it was here before.
    """

    schema: str
    batch: str
    count: int
    at: str
    again: bool


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """A token with which a party reads.

    Attributes:
        schema: its name and version.
        token: to be sent as `Authorization: Bearer TOKEN`; it is told once.
        party: who reads.
        expires: when it no longer holds, in UTC.
    """

    schema: str
    token: str
    party: str
    expires: str


class Remark(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True,
             tag_field="verb", tag="remark"):  # fmt: skip
    """Words of a person, about an event or an object that it sees, or about none.

    Attributes:
        text: the words.
        event: the number of an event of its viewer.
        picture: the picture in which it sees the object.
        number: of the object in that picture.
    """

    text: Text
    event: Annotated[int, msgspec.Meta(ge=1)] | None = None
    picture: Annotated[int, msgspec.Meta(ge=0)] | None = None
    number: Annotated[int, msgspec.Meta(ge=1)] | None = None


class Acknowledge(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True,
                  tag_field="verb", tag="acknowledge"):  # fmt: skip
    """That a person has seen an event."""

    event: Annotated[int, msgspec.Meta(ge=1)]


class Request(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True,
              tag_field="verb", tag="request"):  # fmt: skip
    """Asks a party to release what it has of one object over one span.

    Attributes:
        owner: the party.
        since: the begin of the span, in UTC.
        until: its end.
        text: which object, and why.
    """

    owner: _Name
    since: Moment
    until: Moment
    text: Text


class Grant(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True,
            tag_field="verb", tag="grant"):  # fmt: skip
    """Releases one object of the owner's own picture over one span to who asked.

    Attributes:
        request: the id of the request.
        number: of the object in the picture made of the owner's data alone.
        since: the begin of the span, in UTC; not before that of the request.
        until: its end; not after that of the request.
    """

    request: _Name
    number: Annotated[int, msgspec.Meta(ge=1)]
    since: Moment
    until: Moment


class Decline(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True,
              tag_field="verb", tag="decline"):  # fmt: skip
    """Does not release what was asked for."""

    request: _Name
    text: Text


class Consult(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True,
              tag_field="verb", tag="consult"):  # fmt: skip
    """Asks a party what it thinks of something, so that question and answer stand in the log.

    Attributes:
        party: who is asked.
        text: what.
        answer_by: until when an answer helps, in UTC; none where there is no hurry.
    """

    party: _Name
    text: Text
    answer_by: Moment | None = None


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True,
             tag_field="verb", tag="answer"):  # fmt: skip
    """Answers a consultation. It releases nothing and commands nothing.

    Attributes:
        consultation: its id.
        says: whether the party agrees.
        text: why, or under which conditions.
    """

    consultation: _Name
    says: Literal["agreed", "refused"]
    text: Text


Act = Remark | Acknowledge | Request | Grant | Decline | Consult | Answer


class ActRecord(msgspec.Struct, frozen=True, kw_only=True):
    """An act as it is read back.

    Attributes:
        id: random, so that it counts nothing.
        at: when, in UTC.
        person: who.
        role: as what.
        viewer: as which viewer it reads.
        party: for which party it acts; empty for none.
        act: what it did.
        extract_sha256: of the tracks that a grant released.
    """

    id: str
    at: str
    person: str
    role: str
    viewer: str
    party: str
    act: Act
    extract_sha256: str = ""


class RequestState(msgspec.Struct, frozen=True, kw_only=True):
    """A request and what became of it.

    Attributes:
        request: the act that asked.
        state: what became of it.
        answer: the act that granted or declined; none while it is open.
    """

    request: ActRecord
    state: Literal["open", "granted", "declined"]
    answer: ActRecord | None = None


class ConsultationState(msgspec.Struct, frozen=True, kw_only=True):
    """A consultation and what came of it.

    Attributes:
        consultation: the act that asked.
        state: what came of it.
        answer: the act that answered; none while it is open.
    """

    consultation: ActRecord
    state: Literal["open", "agreed", "refused"]
    answer: ActRecord | None = None
