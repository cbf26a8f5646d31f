"""A real centre behind the interface: what parties send comes out again, in every form."""

from __future__ import annotations

import io
import json
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import msgspec
import numpy as np
import pytest
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from glasshield.centre import bodies
from glasshield.centre.api import wire
from glasshield.centre.api.files import forms
from glasshield.centre.api.frames import SUBPROTOCOL as FRAMES
from glasshield.centre.api.frames import unpack
from glasshield.centre.api.live import JSON
from glasshield.centre.api.serving import serving
from glasshield.centre.api.showing import frame, picture
from glasshield.centre.errors import Code
from glasshield.centre.people.registered import Role
from glasshield.exchange.log import verification
from glasshield.exchange.log.checkpoints import (
    checked_growth,
    cosigned,
    parsed_request,
    seals,
    witness_key,
)
from glasshield.exchange.log.notes import parsed_note
from glasshield.exchange.log.proofs import checked, parsed_proof
from glasshield.exchange.parquet_tracks import read_tracks as read_parquet
from glasshield.exchange.problems import Problems
from glasshield.exchange.reading import read_detections
from glasshield.exchange.tracks_reading import read_tracks
from tests.centre.api.asking import fault
from tests.centre.faults.ground import Plan, person, prepared
from tests.centre.service.running import Running, detections, running, within
from tests.exchange.stated import signer

PARTY, OTHER = "aurora", "borealis"
FLOWN_S = 3.0
WAIT_S = 10.0  # for something that takes a second on an idle machine
STEP_M = 1.0  # of a frame within 8,388 km
WITNESS = signer("witness", 7)
COARSE = f"""\
schema = "glasshield-rules/1"

[rule.late]
from = "{OTHER}"
to = ["{PARTY}"]
kinds = ["tracks", "events", "detections"]
sensors = ["all"]
mode = "exercise"
delay = "0 s"
round = {{ position = "10 km", velocity = "100 m/s" }}
name_sensors = true
"""


@dataclass
class Served:
    """A centre, and sessions of its parties and people."""

    url: str
    made: Running
    tokens: dict[str, str]

    def get(self, path: str, who: str = PARTY) -> httpx.Response:
        headers = {"Authorization": f"Bearer {self.tokens[who]}"}
        return httpx.get(f"{self.url}{path}", headers=headers, timeout=WAIT_S)

    def wire(self, path: str, type_: Any, who: str = PARTY) -> Any:
        answer = self.get(path, who)
        assert answer.status_code == 200, answer.text
        return msgspec.json.decode(answer.content, type=type_)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    plan = Plan(
        rules={OTHER: COARSE},
        people=(person("officer", Role.LIAISON, PARTY),),
        witnesses=frozenset({OTHER}),
    )
    ground = prepared(tmp_path_factory.mktemp("centre"), plan)
    written = ground.file.read_text(encoding="utf-8")
    head = f'witnesses = ["{witness_key(WITNESS).line}"]\n'
    ground.file.write_text(head + written, encoding="utf-8")
    with running(ground.folder, ground=ground) as made, serving(made.centre) as url:
        tokens = dict(made.ground.tokens)
        for party in (PARTY, OTHER):
            parts = made.signed(party, b"", bodies.SESSION_TYPE)
            headers = parts.http_headers() | {"Content-Type": bodies.SESSION_TYPE}
            answer = httpx.post(f"{url}/v1/session", headers=headers, timeout=WAIT_S)
            session = msgspec.json.decode(answer.content, type=bodies.Session)
            tokens[party] = session.token
        for future in made.fly(FLOWN_S):
            future.result(WAIT_S)
        assert within(WAIT_S, lambda: made.tracks(PARTY) > 0)
        yield Served(url, made, tokens)


def test_a_batch_over_http_is_on_disk(served: Served) -> None:
    body = detections("north", served.made.centre.now())
    parts = served.made.signed(PARTY, body)
    headers = parts.http_headers() | {"Content-Type": bodies.JSON}
    receipts = [
        msgspec.json.decode(
            httpx.post(
                f"{served.url}/v1/batches", content=body, headers=headers, timeout=WAIT_S
            ).content,
            type=bodies.Receipt,
        )
        for _ in range(2)
    ]
    assert [each.again for each in receipts] == [False, True]
    assert receipts[0].batch == receipts[1].batch


def test_pictures_in_json_and_in_frames_agree(served: Served) -> None:
    found = served.wire("/v1/pictures", wire.Pictures)
    assert found.mode == "exercise"
    headers = {"Authorization": f"Bearer {served.tokens[PARTY]}"}
    lines = {
        subprotocol: connect(
            f"ws{served.url.removeprefix('http')}/v1/live",
            subprotocols=[Subprotocol(subprotocol)],
            additional_headers=headers,
            proxy=None,
        )
        for subprotocol in (FRAMES, JSON)
    }
    with lines[FRAMES] as binary, lines[JSON] as text:
        frames = next(unpack(each) for each in binary if isinstance(each, bytes))
        decoder = msgspec.json.Decoder(wire.LiveMessage)
        messages = (decoder.decode(each) for each in text)
        pictures = next(each for each in messages if isinstance(each, wire.LivePictures))
    assert {each.picture for each in frames} == {each.picture for each in pictures.pictures}
    assert any(len(each) for each in frames)


def test_a_frame_is_the_picture_to_a_step(served: Served) -> None:
    published = served.made.centre.published(PARTY).result(WAIT_S)
    for shown in published.pictures:
        (packed,) = unpack(frame(shown))
        plain = picture(shown)
        assert packed.number.tolist() == [each.number for each in plain.tracks]
        stood = np.array([each.position_ecef_m for each in plain.tracks]).reshape(-1, 3)
        moved_m = np.linalg.norm(packed.state_ecef[:, :3] - stood, axis=1)
        speed = np.linalg.norm(shown.state_ecef[:, 3:], axis=1)
        assert (moved_m <= speed * 15.0 + 1200.0 + STEP_M).all()


def test_what_another_grants_coarsely_is_coarse_everywhere(served: Served) -> None:
    found = served.wire("/v1/pictures", wire.Pictures)
    coarse = [each for each in found.pictures if each.terms.position_m == 1e4]
    assert coarse
    for each in coarse:
        for track in each.tracks:
            assert all(x % 1e4 == 0.0 for x in track.position_ecef_m)
            way = served.wire(f"/v1/tracks/{each.picture}/{track.number}", wire.History)
            assert np.all(np.array(way.state_ecef)[:, :3] % 1e4 == 0.0)


def test_every_file_is_one_of_its_kind(served: Served, tmp_path: Path) -> None:
    """Read back by our own readers, or by those of the format."""
    files = {}
    for name in forms.NAMES:
        answer = served.get(f"/v1/download/{name}")
        assert answer.status_code == 200 or name.startswith("events."), (name, answer.text)
        if answer.status_code == 200:
            assert "exercise-" in answer.headers["content-disposition"]
            files[name] = tmp_path / name
            files[name].write_bytes(answer.content)
    oem, parquet = read_tracks(files["tracks.oem"]).tracks, files["tracks.parquet"]
    again = read_parquet(parquet, Problems(parquet))
    assert oem.simulated
    assert again.simulated
    np.testing.assert_allclose(oem.state_ecef, again.state_ecef)
    found = read_detections([files["detections.parquet"]]).detections
    # A message does not say where a sensor stands: the other file does.
    both = read_detections([files["detections.tdm"], files["detections.parquet"]])
    assert found.simulated
    assert len(both.detections) >= len(found) > 0
    assert json.loads(files["tracks.czml"].read_bytes())[0]["id"] == "document"
    features = json.loads(files["tracks.geojson"].read_bytes())
    assert "EXERCISE" in features["mark"]
    assert len(features["features"]) == len(oem)
    with zipfile.ZipFile(io.BytesIO(files["tracks.kmz"].read_bytes())) as archive:
        kml = ET.fromstring(archive.read("doc.kml"))
    assert len(kml.findall(".//{*}Placemark")) == len(oem)


def test_one_object_alone_and_its_last_seconds(served: Served, tmp_path: Path) -> None:
    (first, *_) = served.wire("/v1/pictures", wire.Pictures).pictures
    number = first.tracks[0].number
    sizes: list[int] = []
    for query in ("", "&last_s=0.4"):
        path = tmp_path / f"{len(sizes)}.oem"
        asked = f"/v1/download/tracks.oem?picture={first.picture}&number={number}{query}"
        path.write_bytes(served.get(asked).content)
        tracks = read_tracks(path).tracks
        assert len(tracks) == 1
        sizes.append(len(tracks.time_s))
    assert 0 < sizes[1] < sizes[0]


def test_events_are_numbered_without_a_gap(served: Served) -> None:
    found = served.wire("/v1/events", wire.Events)
    assert [each.number for each in found.events] == list(range(1, len(found.events) + 1))


def test_what_is_explained_is_as_far_as_it_is_for_you(served: Served) -> None:
    own = served.wire(f"/v1/rules/explain?seen={OTHER}/south", wire.Explanation)
    assert own.to == PARTY
    shown = {each.kind: each.shown for each in own.answers}
    assert shown["tracks"][0].rules == (f"{OTHER}/late",)
    assert "10\u00a0km" in "\n".join(own.text)
    mine = served.wire(
        f"/v1/rules/explain?seen={PARTY}/north,{OTHER}/south&to={OTHER}&lang=ru", wire.Explanation
    )
    told = {rule for answer in mine.answers for each in answer.shown for rule in each.rules}
    assert told == {f"{PARTY}/partner"}
    refused = served.get(f"/v1/rules/explain?seen={PARTY}/north&to={OTHER}", "officer")
    assert fault(refused) is Code.NOT_ALLOWED


@pytest.mark.parametrize(
    "query",
    ["seen=x", "seen=", "seen=a/b&lat_deg=1", "seen=a/b&lat_deg=91&lon_deg=0", "",
     "seen=a/b&object_class=UFO", "seen=a/b&time=now", "seen=a/b&lang=fr"],
)  # fmt: skip
def test_a_question_that_cannot_be(served: Served, query: str) -> None:
    assert fault(served.get(f"/v1/rules/explain?{query}")) is Code.BAD_REQUEST


def test_the_log_goes_out_whole_to_an_auditor(served: Served, tmp_path: Path) -> None:
    path = tmp_path / "centre.log"
    assert within(WAIT_S, lambda: served.get("/v1/log/checkpoint", "auditor").status_code == 200)
    path.write_bytes(served.get("/v1/log/export", "auditor").content)
    trust = verification.Trust(served.made.ground.seals, _keys(served))
    report = verification.verify(path, trust)
    assert report.findings == ()
    entries = served.get("/v1/log/entries?start=1&stop=4", "auditor").text.splitlines()
    assert [json.loads(each)["index"] for each in entries] == [1, 2, 3]


def test_a_party_that_witnesses_sees_its_own_entries_alone(served: Served, tmp_path: Path) -> None:
    path = tmp_path / "own.log"
    path.write_bytes(served.get("/v1/log/export", OTHER).content)
    trust = verification.Trust(served.made.ground.seals, _keys(served))
    assert verification.verify(path, trust).findings == ()
    text = path.read_text()
    assert f'"party":"{OTHER}"' in text
    assert f'"party":"{PARTY}"' not in text.split("\n", 1)[1]
    assert f'"viewer":"{PARTY}"' not in text


def test_a_batch_is_proven_to_whom_it_belongs(served: Served) -> None:
    body = detections("south", served.made.centre.now())
    receipt = served.made.sent(OTHER, body)
    path = f"/v1/log/proof?batch={receipt.batch}"
    assert within(WAIT_S, lambda: served.get(path, OTHER).status_code == 200)
    proven = checked(
        parsed_proof(served.get(path, OTHER).content, "proof"), served.made.ground.seals, "proof"
    )
    assert proven.entry.party == OTHER  # type: ignore[union-attr]
    assert fault(served.get(path, PARTY)) is Code.NOT_ALLOWED
    mine = served.made.sent(PARTY, detections("north", served.made.centre.now()))
    nowhere = served.get(f"/v1/log/proof?batch={'0' * 64}", OTHER)
    assert fault(nowhere) is Code.NOT_FOUND
    anothers = served.get(f"/v1/log/proof?batch={mine.batch}", OTHER)
    assert anothers.content == nowhere.content


@pytest.mark.parametrize("query", ["", "index=1&batch=00", "index=-1", "index=x"])
def test_a_proof_of_nothing(served: Served, query: str) -> None:
    code = fault(served.get(f"/v1/log/proof?{query}", "auditor"))
    assert code in (Code.BAD_REQUEST, Code.NOT_FOUND)


def test_a_witness_countersigns(served: Served) -> None:
    """By the bytes of C2SP's add-checkpoint, asked for and answered over HTTP."""
    log = served.made.ground.seals.log
    assert within(WAIT_S, lambda: served.get("/v1/log/checkpoint", OTHER).status_code == 200)
    request = parsed_request(served.get("/v1/log/cosign?old=0", OTHER).content, "request")
    checkpoint = checked_growth(None, request, log, "request")
    signature = cosigned(request.note, WITNESS, 1_900_000_000)
    headers = {"Authorization": f"Bearer {served.tokens[OTHER]}", "Content-Type": "text/plain"}

    def post(line: str) -> httpx.Response:
        url = f"{served.url}/v1/log/cosign?size={checkpoint.size}"
        return httpx.post(url, content=line, headers=headers, timeout=WAIT_S)

    assert post(signature.line).json() == {"taken": 1}
    forged = cosigned(request.note, signer("witness", 8), 1_900_000_000)
    for line in (forged.line, "— witness AAAA", "nonsense"):
        assert fault(post(line)) in (Code.BAD_BODY, Code.BAD_REQUEST)
    assert post("").json() == {"taken": 0}
    signed = [parsed_note(each.note, "store") for each in served.made.centre.store.seals()]
    keys = seals(log, (witness_key(WITNESS),))
    assert any(each.signature_of(keys.witnesses[0], "store") for each in signed)
    later = cosigned(request.note, WITNESS, 1_900_000_001)
    assert post(later.line).status_code == 200
    (kept,) = (x.note for x in served.made.centre.store.seals() if x.size == checkpoint.size)
    assert signature.line in kept.decode()
    assert later.line not in kept.decode()
    assert fault(served.get("/v1/log/cosign?old=99999999", OTHER)) is Code.NOT_FOUND


def _keys(served: Served) -> dict[str, Any]:
    signers = [served.made.signer(party) for party in (PARTY, OTHER)]
    return {each.public.fingerprint: each.public for each in signers}
