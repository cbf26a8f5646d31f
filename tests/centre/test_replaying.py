"""A log played again: the same digits, and the exact place of whatever is not the same."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec
import pytest

from glasshield import __version__
from glasshield.catalog import load
from glasshield.centre.applying import Applier
from glasshield.centre.client.packing import CONTENT_TYPE, packed
from glasshield.centre.config import SCHEMA, Config
from glasshield.centre.log.recording import event_body
from glasshield.centre.log.replaying import Finding, Replayed, What, replayed
from glasshield.centre.people.registered import Parties, People
from glasshield.centre.picture.engine import Engine
from glasshield.centre.picture.snapshot import Told
from glasshield.centre.simulated import run
from glasshield.centre.world import World
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.batches import Envelope, sign_batch
from glasshield.exchange.canonical import canonical
from glasshield.exchange.log.entries import (
    AnyEntry,
    CentreEntry,
    EventEntry,
    PictureEntry,
    ReceivedEntry,
    RulesEntry,
    timestamp,
)
from glasshield.exchange.parties import Party, PartyKey, Registry
from glasshield.scenario.simulate import simulate
from tests.exchange.stated import signer

FACTS = load()
BEGIN = Instant.parse("2030-01-01T00:00:00Z")
ASPEN = signer("aspen", 1)
SALT = "0" * 32
SPAN_S = 12.0
EVERY_S = 0.25


@dataclass
class Log:
    """A log in memory, as a centre of one party would have written it."""

    entries: list[AnyEntry] = field(default_factory=list)
    bodies: dict[str, bytes] = field(default_factory=dict)

    @property
    def size(self) -> int:
        return len(self.entries)

    def all_entries(self) -> Iterator[tuple[int, AnyEntry]]:
        yield from enumerate(self.entries)

    def body(self, sha256: str) -> bytes | None:
        return self.bodies.get(sha256)

    def keep(self, data: bytes) -> str:
        digest = hashlib.sha256(data).hexdigest()
        self.bodies[digest] = data
        return digest

    def place(self, kind: type[AnyEntry], number: int = 0) -> int:
        """The index of an entry of a kind."""
        places = [at for at, entry in enumerate(self.entries) if isinstance(entry, kind)]
        return places[number]


class Written:
    """Writes a log while the pictures that it gives are made."""

    def __init__(self) -> None:
        self.log = Log()
        self.applier = Applier(FACTS)
        self.made = run(simulate(FACTS.scenarios["joint-centre"], FACTS), 0, BEGIN)
        stations = tuple(one.station for one in self.made.made.observers)
        own = {"aspen": tuple(one for one in stations if one.party == "aspen")}
        config = Config(schema=SCHEMA, name="test.example/log", mode="exercise")
        registry = Registry().added(Party("aspen", "Aspen", (PartyKey(ASPEN.public, BEGIN),)))
        parties = Parties(registry, stations=own)
        self.world = World.of(config, parties, People(), {})

    def put(self, at: Instant, entry: Callable[..., AnyEntry], **more: Any) -> None:
        at_ns = at.posix_us * 1000
        made = entry(index=self.log.size, at=timestamp(at_ns), mode="exercise", salt=SALT, **more)
        self.log.entries.append(made)
        self.applier.apply(made, at_ns, self.log.body)

    def start(self, at: Instant) -> None:
        digest = self.log.keep(self.world.body.data)
        self.put(at, CentreEntry, verb="start", version=__version__, config_sha256=digest)

    def send(self, at: Instant, first: int, last: int) -> None:
        body = packed(self.made.detections["aspen"].take(slice(first, last)))
        batch = sign_batch(ASPEN, body, Envelope("exercise", CONTENT_TYPE, first, at))
        self.put(
            at,
            ReceivedEntry,
            party="aspen",
            key=ASPEN.public.fingerprint,
            batch_sha256=self.log.keep(body),
            header=base64.b64encode(batch.header).decode(),
            signature=base64.b64encode(batch.signature).decode(),
            count=last - first,
            arrived=timestamp(at.posix_us * 1000),
        )

    def look(self, tick: Instant, written: Instant) -> None:
        """Writes the events up to a tick, and what all pictures are then."""
        for told in self.applier.running.advance(tick):
            if not told.again:
                digest = self.log.keep(event_body(told).data)
                self.put(written, EventEntry, view_sha256=told.view_sha256, event_sha256=digest)
        digest = self.applier.running.digest()
        tick_text = timestamp(tick.posix_us * 1000)
        self.put(written, PictureEntry, tick=tick_text, picture_sha256=digest)

    def go_on(self, begin_s: float, end_s: float) -> None:
        """What the party sends from one time to another, and a picture every second."""
        arrival = self.made.detections["aspen"].arrival_s
        offset = self.made.begins.since_s(BEGIN)
        steps = round((end_s - begin_s) / EVERY_S)
        for step in range(1, steps + 1):
            now_s = begin_s + step * EVERY_S
            at = BEGIN.plus_s(now_s)
            first = int((arrival + offset <= now_s - EVERY_S).sum())
            last = int((arrival + offset <= now_s).sum())
            if last > first:
                self.send(at.plus_s(-0.001), first, last)
            if now_s == int(now_s):
                self.look(at, at.plus_s(0.01))


@pytest.fixture(scope="module")
def written() -> Log:
    """Twelve seconds of one radar, with a restart in the middle."""
    made = Written()
    made.start(BEGIN.plus_s(-0.5))
    made.go_on(0.0, SPAN_S / 2)
    made.start(BEGIN.plus_s(SPAN_S / 2 + 0.02))
    made.go_on(SPAN_S / 2 + 1.0, SPAN_S)
    return made.log


def again(log: Log) -> Replayed:
    return replayed(log, FACTS)


def changed(log: Log, at: int, **more: Any) -> Log:
    """The log with an entry that says something else."""
    entries = list(log.entries)
    entries[at] = msgspec.structs.replace(entries[at], **more)
    return replace(log, entries=entries, bodies=dict(log.bodies))


def without(log: Log, at: int) -> Log:
    return replace(log, entries=log.entries[:at] + log.entries[at + 1 :])


def only(found: Replayed, what: What) -> Finding:
    (finding,) = (one for one in found.findings if one.what is what)
    return finding


def test_the_same_log_gives_the_same_digits(written: Log) -> None:
    found = again(written)
    assert (found.is_same, found.findings) == (True, ())
    assert (found.starts, found.entries) == (2, written.size)
    assert found.pictures == 11
    assert found.events >= 1
    assert found.detections > 10
    assert found.versions == (__version__,)
    assert not found.is_other_version


def test_another_hash_of_a_picture_is_named(written: Log) -> None:
    at = written.place(PictureEntry, 3)
    found = again(changed(written, at, picture_sha256="0" * 64))
    finding = only(found, What.PICTURE)
    assert (finding.index, found.found) == (at, 1)
    assert finding.values[0].first == ("0" * 64,)


def test_another_digit_of_an_event_is_named(written: Log) -> None:
    at = written.place(EventEntry)
    entry = written.entries[at]
    assert isinstance(entry, EventEntry)
    said = json.loads(written.bodies[entry.event_sha256])
    latitude = said["event"]["lat_rad"]
    said["event"]["lat_rad"] = latitude + 1e-12
    log = replace(written, bodies=dict(written.bodies))
    log = changed(log, at, event_sha256=log.keep(canonical(said)))
    finding = only(again(log), What.EVENT)
    assert finding.index == at
    (difference,) = finding.values
    assert difference.path == "event.lat_rad"
    assert (difference.first, difference.second) == ((latitude + 1e-12,), (latitude,))


def test_an_event_that_was_taken_out_is_found(written: Log) -> None:
    at = written.place(EventEntry)
    finding = only(again(without(written, at)), What.ADDED)
    assert finding.values[0].path == "event"


def test_an_event_that_was_put_in_is_found(written: Log) -> None:
    at = written.place(EventEntry)
    entries = [*written.entries[: at + 1], written.entries[at], *written.entries[at + 1 :]]
    finding = only(again(replace(written, entries=entries)), What.MISSING)
    assert finding.index == at + 1


def test_a_batch_that_was_taken_out_changes_the_pictures_behind_it(written: Log) -> None:
    found = again(without(written, written.place(ReceivedEntry, 2)))
    assert not found.is_same
    assert {one.what for one in found.findings} >= {What.PICTURE}


def test_the_end_of_a_log_that_was_cut_is_no_difference(written: Log) -> None:
    cut = replace(written, entries=written.entries[: written.place(PictureEntry, 2) + 1])
    assert again(cut).is_same


def test_regress_a_log_may_end_between_an_event_and_the_next_picture(written: Log) -> None:
    """As one does that is exported while the centre runs, or whose centre was killed there."""
    place = written.place(EventEntry)
    assert isinstance(written.entries[place + 1], PictureEntry)
    for end in range(1, written.size + 1):
        found = again(replace(written, entries=written.entries[:end]))
        assert (found.is_same, found.findings) == (True, ()), end
        assert found.events == (end > place)


@pytest.mark.parametrize("is_killed", [False, True])
def test_another_digit_of_an_event_behind_the_last_picture_is_named(
    written: Log, is_killed: bool
) -> None:
    place = written.place(EventEntry)
    entry = written.entries[place]
    assert isinstance(entry, EventEntry)
    said = json.loads(written.bodies[entry.event_sha256])
    said["event"]["lat_rad"] += 1e-12
    log = replace(written, bodies=dict(written.bodies))
    log = changed(log, place, event_sha256=log.keep(canonical(said)))
    behind = [log.entries[log.place(CentreEntry, 1)]] if is_killed else []
    found = again(replace(log, entries=[*log.entries[: place + 1], *behind]))
    assert (only(found, What.EVENT).index, found.found) == (place, 1)


def test_a_start_long_after_a_kill_takes_no_longer(
    written: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the time in which nobody ran no picture is made again."""
    place = written.place(EventEntry)
    last = Instant.parse(written.entries[place].at)
    later = last.plus_s(30.0 * 86_400.0)

    def advanced(engine: Engine, to: Instant) -> tuple[Told, ...]:
        assert to <= last
        return advance(engine, to)

    advance = Engine.advance
    monkeypatch.setattr(Engine, "advance", advanced)
    start = msgspec.structs.replace(
        written.entries[written.place(CentreEntry, 1)], at=timestamp(later.posix_us * 1000)
    )
    found = again(replace(written, entries=[*written.entries[: place + 1], start]))
    assert (found.is_same, found.starts, found.events) == (True, 2, 1)


def test_a_body_that_is_not_here_is_said(written: Log) -> None:
    entry = written.entries[written.place(ReceivedEntry)]
    assert isinstance(entry, ReceivedEntry)
    bodies = {
        digest: data for digest, data in written.bodies.items() if digest != entry.batch_sha256
    }
    with pytest.raises(InputError, match="what the log stands for is not here"):
        again(replace(written, bodies=bodies))


@pytest.mark.parametrize("body", [b"{}", b"[" * 10_000])
def test_data_that_the_centre_left_out_are_left_out_again(body: bytes) -> None:
    made = Written()
    made.start(BEGIN.plus_s(-0.5))
    made.go_on(0.0, 2.0)
    digest = made.log.keep(body)
    place = made.log.place(ReceivedEntry)
    bad = msgspec.structs.replace(
        made.log.entries[place],
        index=made.log.size,
        at=timestamp(BEGIN.plus_s(2.02).posix_us * 1000),
        batch_sha256=digest,
    )
    made.log.entries.append(bad)  # as a centre writes it, whose pictures then go on without it
    made.go_on(2.0, 4.0)
    found = again(made.log)
    assert (found.is_same, found.left_out, found.entries) == (True, 1, made.log.size)
    assert found.pictures == 4


def test_rules_that_cannot_be_end_a_replay_as_they_end_the_pictures(written: Log) -> None:
    log = replace(written, bodies=dict(written.bodies))
    rules = RulesEntry(
        index=1,
        at=timestamp(BEGIN.plus_s(-0.4).posix_us * 1000),
        mode="exercise",
        salt=SALT,
        party="aspen",
        key=ASPEN.public.fingerprint,
        rules_sha256=log.keep(b"no rules"),
        header="",
        signature="",
    )
    with pytest.raises(InputError):
        again(replace(log, entries=[log.entries[0], rules, *log.entries[1:]]))


def test_another_version_is_said(written: Log) -> None:
    found = again(changed(written, 0, version="0.0.9"))
    assert found.is_other_version
    assert found.is_same
