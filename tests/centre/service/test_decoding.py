"""Bodies of batches: each content type says the same, and nothing that cannot be comes through."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

import msgspec
import numpy as np
import pytest

from glasshield.centre import decoding
from glasshield.centre.bodies import JSON, MOST_ROWS, MSGPACK, PARQUET, TDM, TDM_XML
from glasshield.centre.client.packing import packed
from glasshield.centre.decoding import MOST_ELEMENTS, MOST_SEGMENTS, decoded
from glasshield.centre.errors import Code, RefusedError
from glasshield.centre.picture.snapshot import Reports
from glasshield.earth.time import Instant
from glasshield.exchange import tdm
from glasshield.exchange.ccsds import Message
from glasshield.exchange.line_source import Source
from glasshield.exchange.parquet import write_detections
from glasshield.exchange.tdm_writing import write_tdm
from glasshield.fusion.tracks import pack
from glasshield.sensing.detections import Detections
from glasshield.sensing.station import Station

EPOCH = Instant.parse("2026-11-22T12:00:00Z")
STATION = Station("north", 0.9, 0.3, party="aurora")
COLUMNS = ("time_s", "azimuth_rad", "elevation_rad", "range_m", "range_rate_m_s", "snr_db")
# TDM holds degrees and kilometres with so many digits.
TDM_TOL = 1e-9


def some(count: int = 40) -> Detections:
    """Detections, of which some lack a range and its rate."""
    rng = np.random.default_rng(7)
    range_m = rng.uniform(1e5, 3e6, count)
    range_m[::5] = np.nan
    return Detections.of(
        EPOCH,
        (STATION,),
        np.sort(rng.uniform(0.0, 10.0, count)),
        0,
        range_m=range_m,
        azimuth_rad=rng.uniform(0.0, 6.0, count),
        elevation_rad=rng.uniform(0.1, 1.5, count),
        range_rate_m_s=np.where(np.isnan(range_m), np.nan, rng.normal(0.0, 3e3, count)),
        snr_db=rng.uniform(8.0, 30.0, count),
        simulated=True,
    )


def as_json(found: Detections) -> bytes:
    body: dict[str, Any] = {
        "schema": "glasshield-detections/1",
        "epoch": str(found.epoch),
        "simulated": found.simulated,
        "sensors": [station.id for station in found.stations],
        "sensor": found.station_index.tolist(),
    }
    for name in COLUMNS:
        body[name] = [None if np.isnan(x) else x for x in getattr(found, name).tolist()]
    return msgspec.json.encode(body)


def same(first: Detections, second: Detections, names: tuple[str, ...] = COLUMNS) -> bool:
    shift_s = second.epoch.since_s(first.epoch)
    return all(
        np.array_equal(getattr(first, name), getattr(second, name) + shift_s * (name == "time_s"),
                       equal_nan=True)
        for name in names
    )  # fmt: skip


def test_json_messagepack_and_parquet_say_the_same_to_the_last_bit(tmp_path: Path) -> None:
    found = some()
    write_detections(found, tmp_path / "some.parquet")
    bodies = {
        JSON: as_json(found),
        MSGPACK: packed(found),
        PARQUET: (tmp_path / "some.parquet").read_bytes(),
    }
    for content_type, body in bodies.items():
        read = decoded(body, content_type, "aurora")
        assert isinstance(read, Detections)
        assert same(found, read)
        assert [station.id for station in read.stations] == ["north"]
        assert read.simulated


def test_base64_in_json_and_lists_in_messagepack_are_columns_as_well() -> None:
    found = some()
    plain = msgspec.json.decode(as_json(found))
    read = decoded(msgspec.msgpack.encode(plain), MSGPACK, "aurora")
    assert isinstance(read, Detections)
    assert same(found, read)
    binary = msgspec.json.encode(
        plain
        | {name: np.asarray(getattr(found, name), "<f8").tobytes() for name in COLUMNS}
        | {"sensor": found.station_index.astype("<i4").tobytes()}
    )
    read = decoded(binary, JSON, "aurora")
    assert isinstance(read, Detections)
    assert same(found, read)


@pytest.mark.parametrize("content_type", [TDM, TDM_XML])
def test_tracking_data_messages_are_read(tmp_path: Path, content_type: str) -> None:
    found = some().take(np.isfinite(some().range_m))
    path = tmp_path / ("some.xml" if content_type == TDM_XML else "some.tdm")
    write_tdm(found, path)
    read = decoded(path.read_bytes(), content_type, "aurora")
    assert isinstance(read, Detections)
    assert len(read) == len(found)
    np.testing.assert_allclose(read.range_m, found.range_m, rtol=TDM_TOL)
    np.testing.assert_allclose(read.azimuth_rad, found.azimuth_rad, rtol=TDM_TOL, atol=TDM_TOL)


def test_a_message_of_very_many_segments_is_read_no_further_than_it_may_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = some().take(np.isfinite(some().range_m))
    write_tdm(found, tmp_path / "some.tdm")
    text = (tmp_path / "some.tdm").read_text()
    begin = text.index("META_START")
    head, segment = text[:begin], text[begin : text.index("DATA_STOP") + len("DATA_STOP\n")]
    read = 0
    whole = tdm.segments

    def counted(source: Source, message: Message) -> Iterator[tdm.Segment]:
        nonlocal read
        for one in whole(source, message):
            read += 1
            yield one

    monkeypatch.setattr(tdm, "segments", counted)
    many = (head + segment * (MOST_SEGMENTS + 500)).encode()
    with pytest.raises(RefusedError, match="too many segments"):
        decoded(many, TDM, "aurora")
    assert read == MOST_SEGMENTS + 1
    read = 0
    faulty = (head + segment.replace("RANGE = ", "RANGE : ", 1) + segment * 500).encode()
    with pytest.raises(RefusedError):
        decoded(faulty, TDM, "aurora")
    assert read <= 2


class Reading(io.BytesIO):
    """A body that knows how much of it was read."""

    made: ClassVar[list[Reading]] = []

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.made.append(self)


METADATA = (
    "TIME_SYSTEM = UTC\nPARTICIPANT_1 = north\nMODE = SEQUENTIAL\nPATH = 1,1\nANGLE_TYPE = AZEL\n"
)
HEAD = "CCSDS_TDM_VERS = 2.0\nCREATION_DATE = 2026-11-22T00:00:00\nORIGINATOR = x\n"
DATA = "".join(f"{what} = 2026-11-22T00:00:00 10.0\n" for what in ("RANGE", "ANGLE_1", "ANGLE_2"))
SEGMENT = f"META_START\n{METADATA}META_STOP\nDATA_START\n{DATA}DATA_STOP\n"
XML = """<tdm id="CCSDS_TDM_VERS" version="2.0"><header><CREATION_DATE>2026-11-22T00:00:00\
</CREATION_DATE><ORIGINATOR>x</ORIGINATOR></header><body>"""
NOTHING = "<segment><metadata/><data/></segment>"


@pytest.mark.parametrize(
    ("content_type", "head", "fault", "where"),
    [
        (TDM, "", "no line of a message\n", "line 1"),
        (TDM, HEAD, "META_START\nMETA_STOP\nDATA_START\nDATA_STOP\n", "line 5"),
        (TDM, HEAD + SEGMENT, "x\n", "line 16"),
        (TDM, HEAD + SEGMENT.replace(DATA, DATA + "x\n"), "x\n", "line 15"),
        (TDM_XML, "", "<x/>", "line 1"),
        (TDM_XML, XML, NOTHING, "line 1"),
    ],
)
def test_a_text_is_read_no_further_than_its_first_fault(
    monkeypatch: pytest.MonkeyPatch, content_type: str, head: str, fault: str, where: str
) -> None:
    monkeypatch.setattr(decoding, "io", SimpleNamespace(BytesIO=Reading))
    body = (
        head + ("<tdm>" if fault == "<x/>" else "") + fault * (7_000_000 // len(fault))
    ).encode()
    with pytest.raises(RefusedError) as caught:
        decoded(body, content_type, "aurora")
    assert (caught.value.code, caught.value.where) == (Code.BAD_BODY, where)
    assert Reading.made.pop().tell() <= 2 << 20


def test_a_message_that_is_long_without_a_fault_is_bounded() -> None:
    assert len(decoded((HEAD + SEGMENT * 40).encode(), TDM, "aurora")) == 40
    comments = "COMMENT x\n" * 100
    long = HEAD + SEGMENT.replace(METADATA, comments + METADATA) * 700
    with pytest.raises(RefusedError, match="too many lines of metadata"):
        decoded(long.encode(), TDM, "aurora")
    with pytest.raises(RefusedError, match="too many lines of metadata"):
        decoded((HEAD + comments + SEGMENT * 700).encode(), TDM, "aurora")
    elements = f"{XML}{'<ndm/>' * MOST_ELEMENTS}".encode()
    with pytest.raises(RefusedError, match="too many elements"):
        decoded(elements, TDM_XML, "aurora")


def test_blank_lines_are_passed_over_and_counted() -> None:
    blank = "\n \t\r\n" * 300_000
    assert len(decoded((HEAD + blank + SEGMENT).encode(), TDM, "aurora")) == 1
    with pytest.raises(RefusedError) as caught:
        decoded((HEAD + blank + "  x  \n" + SEGMENT).encode(), TDM, "aurora")
    assert caught.value.where == "line 600,004"


def test_what_registered_stations_are_plays_no_part() -> None:
    read = decoded(packed(some()), MSGPACK, "aurora")
    assert isinstance(read, Detections)
    assert (read.stations[0].lat_rad, read.stations[0].party) == (0.0, "aurora")
    assert read.truth.tolist() == [-2] * len(read)


def test_a_small_file_that_stands_for_very_many_detections_is_refused(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    write_detections(some(1), tmp_path / "one.parquet")
    table = pq.read_table(tmp_path / "one.parquet")
    many = pa.concat_tables([table] * (MOST_ROWS + 1)).combine_chunks()
    pq.write_table(many, tmp_path / "many.parquet")
    body = (tmp_path / "many.parquet").read_bytes()
    assert len(body) < 100_000
    with pytest.raises(RefusedError, match="too many records"):
        decoded(body, PARQUET, "aurora")


def tracks(**changed: Any) -> bytes:
    one = pack(np.diag([1e4, 1e4, 1e4, 1e2, 1e2, 1e2])[None])[0].tolist()
    body = {
        "schema": "glasshield-tracks/1",
        "epoch": str(EPOCH),
        "simulated": True,
        "source": "north",
        "sensors": ["north", "other/east"],
        "groups": [[0], [0, 1]],
        "group": [1, 0],
        "object": [5, 9],
        "time_s": [0.0, 0.5],
        "state_ecef": [6.7e6, 0.0, 0.0, 0.0, 3e3, 0.0] * 2,
        "covariance": one * 2,
    }
    return msgspec.json.encode(body | changed)


def test_tracks_are_reports_with_their_sensors() -> None:
    read = decoded(tracks(), JSON, "aurora")
    assert isinstance(read, Reports)
    assert (read.source, read.sensors) == ("north", ("north", "other/east"))
    assert read.by.tolist() == [[True, True], [True, False]]
    assert read.track.tolist() == [5, 9]
    assert read.state_ecef.shape == (2, 6)
    assert np.isnan(read.phase_probability).all()


@pytest.mark.parametrize(
    ("changed", "where"),
    [
        ({"group": [2, 0]}, "group"),
        ({"groups": [[0], [2]]}, "groups[1]"),
        ({"groups": [[0], []]}, "groups[1]"),
        ({"state_ecef": [1.0] * 11}, "state_ecef"),
        ({"covariance": [0.0] * 42}, "covariance"),
        ({"covariance": [-1.0] * 42}, "covariance"),
        ({"covariance": [1.0] * 42}, "covariance"),
        ({"covariance": pack(np.eye(6)[None] * 1e-8).ravel().tolist() * 2}, "covariance"),
        ({"covariance": pack(np.eye(6)[None] * 1e13).ravel().tolist() * 2}, "covariance"),
        ({"state_ecef": [1.0] * 12}, "state_ecef"),
        ({"time_s": [0.0, 1e300]}, "time_s"),
        ({"time_s": [None, 1.0]}, "time_s"),
        ({"object": [-1, 1]}, "object[0]"),
        ({"sensors": []}, "sensors"),
    ],
)
def test_tracks_that_cannot_be_are_refused(changed: dict[str, Any], where: str) -> None:
    with pytest.raises(RefusedError) as caught:
        decoded(tracks(**changed), JSON, "aurora")
    assert (caught.value.code, caught.value.where) == (Code.BAD_BODY, where)


@pytest.mark.parametrize("content_type", [JSON, MSGPACK, TDM, TDM_XML, PARQUET])
def test_prop_damaged_bodies_are_refused_and_nothing_else_happens(
    content_type: str, tmp_path: Path
) -> None:
    found = some(5)
    write_detections(found, tmp_path / "some.parquet")
    for name in ("some.tdm", "some.xml"):
        write_tdm(found.take(np.isfinite(found.range_m)), tmp_path / name)
    sound = {
        JSON: as_json(found),
        MSGPACK: packed(found),
        TDM: (tmp_path / "some.tdm").read_bytes(),
        TDM_XML: (tmp_path / "some.xml").read_bytes(),
        PARQUET: (tmp_path / "some.parquet").read_bytes(),
    }[content_type]
    rng = np.random.default_rng(3)
    refused: list[RefusedError] = []
    for _ in range(150):
        body = bytearray(sound)
        for at in rng.integers(0, len(body), 3):
            body[at] = rng.integers(0, 256)
        cut = body[: rng.integers(0, len(body) + 1)] if rng.random() < 0.3 else body
        try:
            decoded(bytes(cut), content_type, "aurora")
        except RefusedError as error:
            refused.append(error)
    assert len(refused) > 20
    assert {error.code for error in refused} == {Code.BAD_BODY}


@pytest.mark.parametrize("content_type", [JSON, MSGPACK])
def test_what_is_known_is_decoded_to_the_same_digits(content_type: str) -> None:
    body = as_json(some()) if content_type == JSON else packed(some())
    first = decoded(body, content_type, "aurora")
    again = decoded(body, content_type, "aurora", is_known=True)
    assert isinstance(first, Detections)
    assert isinstance(again, Detections)
    for name in (*COLUMNS, "sigmas", "station_index", "arrival_s", "truth"):
        one, other = getattr(first, name), getattr(again, name)
        assert (one.dtype, one.tobytes()) == (other.dtype, other.tobytes()), name
    assert (first.epoch, first.stations) == (again.epoch, again.stations)
