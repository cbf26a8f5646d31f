"""Centres whose clocks are set by hand, and all that one viewer can fetch, to the byte."""

from __future__ import annotations

import random
import re
import shutil
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from glasshield.centre.api import frames
from glasshield.centre.api.live import JSON as LIVE_JSON
from glasshield.centre.api.serving import serving
from glasshield.centre.bodies import SESSION_TYPE
from glasshield.centre.client.packing import CONTENT_TYPE, packed
from glasshield.centre.people.registered import Role
from glasshield.centre.picture.snapshot import Taken
from glasshield.centre.service import Centre
from glasshield.earth.time import Instant
from glasshield.exchange.batches import SignedBatch, sign_batch
from tests.centre.faults.ground import Ground, Plan, configure, person, prepared
from tests.centre.faults.rule_files import rules_text
from tests.centre.faults.talking import Answer, Line, envelope, until
from tests.centre.picture.worlds import World
from tests.fusion.made_up import EPOCH

EVERY_S = 2.0  # of the log's time, between two looks at everything
_PAST_TICK_S = 0.02
_WAIT_S = 20.0
_CONFIG = "[picture]\nkeep_s = 60.0\n"
_TOKEN = re.compile(rb'"token":"[^"]*"')
_PORT = re.compile(r"127\.0\.0\.1:\d+")
_RANDOM_ID = re.compile(rb'"id":"[^"]*"')


@dataclass
class SetClock:
    """Both clocks of a machine, which stand until they are set; nothing sets them back."""

    now_ns: int = EPOCH.plus_s(-0.5 + _PAST_TICK_S).posix_us * 1000

    def wall_ns(self) -> int:
        return self.now_ns

    def monotonic_ns(self) -> int:
        return self.now_ns


@dataclass(frozen=True)
class Fetched:
    """What a viewer asked for, and all of the answer that may not differ."""

    path: str
    answer: Answer


@dataclass
class Told:
    """What came over a viewer's live connections.

    Attributes:
        frames: the bytes of each picture, by its number and its instant.
        events: each, as it was written, by the way in which it came.
    """

    frames: dict[tuple[int, int], bytes] = field(default_factory=dict)
    events: dict[str, list[bytes]] = field(default_factory=dict)


@dataclass
class Stand:
    """A centre in which a world takes place, looked at by one viewer.

    Attributes:
        ground: its folder.
        viewer: who looks, as a party if it is one, and as a person.
        fetched: what was fetched so far.
        told: what came by itself.
    """

    ground: Ground
    viewer: str
    clock: SetClock = field(default_factory=SetClock)
    fetched: list[Fetched] = field(default_factory=list)
    told: Told = field(default_factory=Told)

    def run(self, world: World, until_s: float, beside: Beside) -> None:
        """Has the world take place, step by step, and fetches everything now and then."""
        centre = self._started()
        with serving(centre) as url:
            tokens = tuple(self._tokens(url))
            readers = [
                threading.Thread(target=self._read, args=(url, protocol))
                for protocol in (LIVE_JSON, frames.SUBPROTOCOL)
            ]
            for reader in readers:
                reader.start()
            waiting = list(world.batches)
            for step in range(1, round(until_s / EVERY_S) + 1):
                now = EPOCH.plus_s(step * EVERY_S + _PAST_TICK_S)
                while waiting and waiting[0].at <= now:
                    self._post(centre, url, waiting.pop(0))
                beside.happen(url, self.ground, self.clock)
                self._set(centre, now)
                self._await_tick(centre, EPOCH.plus_s(step * EVERY_S))
                for token in tokens:
                    self.fetched += everything(url, token)
        for reader in readers:
            reader.join(_WAIT_S)
        centre.close()

    def _started(self) -> Centre:
        """A centre that has begun, which takes a tick."""
        centre = Centre(self.ground.config, self.clock)
        starting = threading.Thread(target=centre.start)
        starting.start()
        until(lambda: centre.run, "the start is in the log")
        self._set(centre, EPOCH.plus_s(_PAST_TICK_S))
        starting.join(_WAIT_S)
        return centre

    def _tokens(self, url: str) -> Iterator[str]:
        """With which the viewer reads: of a person, and of its session if it is a party."""
        yield self.ground.tokens["watcher"]
        if self.viewer in self.ground.parties:
            line = Line(url)
            batch = signed_at(self.clock, self.ground, self.viewer, b"", SESSION_TYPE)
            answer = line.post(batch, "/v1/session")
            line.close()
            self.fetched.append(Fetched("session", told(answer)))
            yield answer.json["token"]

    def _post(self, centre: Centre, url: str, batch: Taken) -> None:
        """Sends a batch at its time; the viewer keeps what it is answered."""
        assert batch.detections is not None
        self._set(centre, batch.at)
        if not len(batch.detections):
            return
        body = packed(batch.detections)
        line = Line(url)
        answer = line.post(signed_at(self.clock, self.ground, batch.owner, body))
        line.close()
        assert answer.status == 200, answer
        if batch.owner == self.viewer:
            self.fetched.append(Fetched("receipt", told(answer)))

    def _set(self, centre: Centre, now: Instant) -> None:
        """Sets the clock; a first stamp is taken, so that all that follow are alike to the us."""
        self.clock.now_ns = max(self.clock.now_ns, now.posix_us * 1000)
        centre.now()

    def _await_tick(self, centre: Centre, tick: Instant) -> None:
        until(lambda: centre.published(self.viewer).result(_WAIT_S).at >= tick, f"{tick}")

    def _read(self, url: str, protocol: str) -> None:
        """Keeps what comes over a live connection."""
        said = {"Authorization": f"Bearer {self.ground.tokens['watcher']}"}
        live = f"ws{url.removeprefix('http')}/v1/live"
        offered = [Subprotocol(protocol)]
        try:
            with connect(live, subprotocols=offered, additional_headers=said, proxy=None) as socket:
                for message in socket:
                    self._keep(message, protocol)
        except ConnectionClosed:
            return

    def _keep(self, message: str | bytes, protocol: str) -> None:
        if isinstance(message, bytes):
            first = 0
            for one in frames.unpack(message):
                last = first + frames.HEADER_BYTES + frames.TRACK_BYTES * len(one)
                self.told.frames[one.picture, one.time.posix_us] = message[first:last]
                first = last
            return
        found = msgspec.json.decode(message)
        if found["type"] == "events":
            events = self.told.events.setdefault(protocol, [])
            events += [msgspec.json.encode(each) for each in found["events"]]
        if found["type"] == "pictures":
            for each in found["pictures"]:
                at = Instant.parse(each["at"]).posix_us
                self.told.frames[-each["picture"] - 1, at] = msgspec.json.encode(each)


class Beside:
    """What others do beside sending data: nothing."""

    def happen(self, url: str, ground: Ground, clock: SetClock) -> None:
        """Whatever it is."""


@dataclass
class Busy(Beside):
    """Others who open sessions, remark, ask for release and send what is not taken."""

    viewer: str
    rng: random.Random

    def happen(self, url: str, ground: Ground, clock: SetClock) -> None:
        """One of these, as it comes."""
        line = Line(url)
        party = self.rng.choice([each for each in ground.parties if each != self.viewer])
        batch = signed_at(clock, ground, party, self.rng.randbytes(20))
        which = self.rng.randrange(4)
        if which == 0:
            assert line.post(batch).status == 422
        elif which == 1:
            forged = replace(batch, signature=bytes(64))
            assert line.post(forged).status == 401
        else:
            self._act(Line(url, ground.tokens[f"{party}-officer"]), ground, party)
        line.close()

    def _act(self, line: Line, ground: Ground, party: str) -> None:
        """A remark, or a request to a party that is not the viewer."""
        owners = [each for each in ground.parties if each not in (party, self.viewer)]
        act: dict[str, object] = {"verb": "remark", "text": "x" * self.rng.randint(1, 50)}
        if self.rng.random() < 0.5:
            since, end = str(EPOCH.plus_s(-60.0)), str(EPOCH)
            act = {"verb": "request", "owner": self.rng.choice(owners), "text": "why",
                   "since": since, "until": end}  # fmt: skip
        answer = line.ask("POST", "/v1/acts", msgspec.json.encode(act),
                          {"Content-Type": "application/json"})  # fmt: skip
        assert answer.status == 200, answer
        line.close()


def signed_at(
    clock: SetClock, ground: Ground, party: str, body: bytes, content_type: str = CONTENT_TYPE
) -> SignedBatch:
    """A body that a party signs at the time of the clock."""
    now = Instant(clock.now_ns // 1000)
    said = envelope(content_type, now.posix_us - EPOCH.posix_us, now)
    return sign_batch(ground.signer(party), body, said)


PATHS = (
    "/v1/pictures",
    "/v1/events",
    "/v1/events?after=2",
    "/v1/detections",
    "/v1/detections?after=1",
    "/v1/advice",
    "/v1/advice?objects=1&horizon_s=30",
    *(f"/v1/tracks/{picture}/{number}" for picture in range(1, 6) for number in range(1, 5)),
    *(
        f"/v1/download/{name}?picture={picture}"
        for picture in (1, 2, 3)
        for name in ("tracks.oem", "tracks.czml", "tracks.geojson", "tracks.kmz", "tracks.parquet")
    ),
    *(f"/v1/download/tracks.oem?picture={picture}&number=1" for picture in (1, 2)),
    "/v1/download/detections.tdm",
    "/v1/download/detections.parquet",
    "/v1/download/events.czml",
    "/v1/download/events.geojson",
    "/v1/download/events.kmz",
    "/v1/notices",
    "/v1/rules/explain?seen=aurora/north,borealis/east&lat_deg=50&lon_deg=25",
    "/v1/rules/explain?seen=cirrus/east",
    "/v1/acts",
    "/v1/requests",
    "/v1/consultations",
    "/v1/grants/nothing",
    "/v1/log/checkpoint",
    "/v1/log/entries?start=0&stop=9",
    "/v1/log/proof?index=1",
    "/v1/log/export",
    "/metrics",
    "/healthz",
    "/",
    "/openapi.json",
    "/schema.json",
    "/v1/nothing",
)


def everything(url: str, token: str) -> list[Fetched]:
    """The answers to all that can be asked."""
    line = Line(url, token)
    found = [Fetched(path, told(line.ask("GET", path))) for path in PATHS]
    line.close()
    return found


def told(answer: Answer) -> Answer:
    """An answer without what is random in any: date, the centre's port, tokens and ids of acts."""
    kept = tuple(
        (name, _PORT.sub("127.0.0.1", value))
        for name, value in answer.headers
        if name.lower() != "date"
    )
    body = _RANDOM_ID.sub(b'"id":""', _TOKEN.sub(b'"token":""', answer.body))
    return Answer(answer.status, kept, body)


def both(folder: Path, viewer: str, worlds: Sequence[World]) -> tuple[Ground, ...]:
    """Grounds for two worlds that have the same keys and tokens."""
    first = prepared(folder / "0", _plan(viewer, worlds[0]))
    grounds = [first]
    for number, world in enumerate(worlds[1:], 1):
        made = folder / str(number)
        shutil.copytree(first.folder, made)
        shutil.rmtree(made / "rules")
        (made / "centre.toml").unlink()
        grounds.append(replace(first, folder=made))
        configure(made, _plan(viewer, world))
    return tuple(grounds)


def _plan(viewer: str, world: World) -> Plan:
    """What a centre is made of in which a world takes place."""
    parties = tuple(world.stations)
    people = [person("watcher", Role.OBSERVER, viewer=viewer)]
    people += [person(f"{party}-officer", Role.LIAISON, party) for party in parties]
    return Plan(
        tuple(station for of in world.stations.values() for station in of),
        {party: rules_text(tuple(world.rules), party) for party in parties},
        _CONFIG,
        tuple(people),
        since=EPOCH.plus_s(-60.0),
    )
