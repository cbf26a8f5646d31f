"""A centre without engine, store and clock: what it shows is set, what it is asked is noted.

The real one stands behind the interface in `test_real.py`; here it is seen what the interface
itself adds, and that it adds nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

import msgspec
import numpy as np
from starlette.types import ASGIApp

from glasshield.centre import bodies
from glasshield.centre.api.application import application
from glasshield.centre.config import Config, Listen
from glasshield.centre.errors import Code, RefusedError, not_found, not_known
from glasshield.centre.health import Health
from glasshield.centre.log.sqlite_store import SqliteStore
from glasshield.centre.metrics import Metrics
from glasshield.centre.people.readers import Reader, Right, party_reader
from glasshield.centre.people.registered import Parties
from glasshield.centre.picture.shown import Shown, ShownDetections, ShownEvent
from glasshield.centre.subscriptions import Published, Subscription, Subscriptions
from glasshield.centre.warning.notices import KnownNotice
from glasshield.earth.time import Instant
from glasshield.exchange.batches import (
    Envelope,
    Limits,
    Reason,
    SignedBatch,
    from_http,
    judged,
    judged_header,
    sign_batch,
)
from glasshield.exchange.keys import Signer
from glasshield.exchange.log import bundle
from glasshield.exchange.log.entries import timestamp
from glasshield.exchange.log.notes import NoteSignature
from glasshield.exchange.release.coarsen import Event, PlaceKind
from glasshield.exchange.release.rules import RuleSet
from glasshield.exchange.release.terms import EXACT, EventKind, Mode, Terms
from glasshield.fusion.tracks import Tracks
from glasshield.sensing.detections import Detections
from glasshield.sensing.station import Station
from tests.centre.logged import NOW, ORIGIN, PARTIES, REGISTRY, SEALS, journal
from tests.exchange.stated import RUSSIA

if TYPE_CHECKING:
    from glasshield.centre.service import Centre

T = TypeVar("T")

RUN: Final = "run-1"
BODY_BYTES: Final = 64 << 10
VIEWER: Final = RUSSIA.public.party
OTHER: Final = "other-viewer"
TOKENS: Final = {
    "party": "gs_" + "p" * 43,
    "witness": "gs_" + "w" * 43,
    "observer": "gs_" + "o" * 43,
    "liaison": "gs_" + "l" * 43,
    "auditor": "gs_" + "a" * 43,
    "operator": "gs_" + "c" * 43,
    "other": "gs_" + "x" * 43,
}
_LATE: Final = NOW.plus_s(3600.0)


def reader(id: str, viewer: str, *rights: Right) -> Reader:
    return Reader(id, id, id, "", viewer, _LATE, id, frozenset(rights))


READERS: Final = {
    TOKENS["party"]: party_reader(VIEWER, VIEWER, _LATE, "p", is_witness=False),
    TOKENS["witness"]: party_reader(VIEWER, VIEWER, _LATE, "w", is_witness=True),
    TOKENS["observer"]: reader("observer", VIEWER, Right.PICTURE),
    TOKENS["liaison"]: reader("liaison", f"{VIEWER}-liaison", Right.PICTURE, Right.ACT),
    TOKENS["auditor"]: reader("auditor", "", Right.LOG, Right.WITNESS, Right.METRICS, Right.HEALTH),
    TOKENS["operator"]: reader("operator", "centre-staff", Right.PICTURE, Right.METRICS),
    TOKENS["other"]: reader("other", OTHER, Right.PICTURE, Right.ACT),
}


def bearer(name: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {TOKENS[name]}"}


def done(value: T) -> Future[T]:
    future: Future[T] = Future()
    future.set_result(value)
    return future


def failed(error: Exception) -> Future[Any]:
    future: Future[Any] = Future()
    future.set_exception(error)
    return future


def shown(
    count: int = 3, picture: int = 1, viewer: str = VIEWER, at: Instant = NOW, terms: Terms = EXACT
) -> Shown:
    rng = np.random.default_rng(count)
    state = rng.normal(size=(count, 6)) * np.array([7e6] * 3 + [5e3] * 3)
    return Shown(
        viewer=viewer,
        picture=picture,
        terms=terms,
        mode=Mode.EXERCISE,
        simulated=True,
        at=at,
        epoch=NOW,
        number=np.arange(1, count + 1),
        time_s=np.full(count, at.since_s(NOW)),
        state_ecef=state,
        packed_covariance=rng.normal(size=(count, 21)),
        phase_probability=np.tile([0.2, 0.7, 0.1], (count, 1)),
        class_index=np.arange(count) % 6,
        first_seen_s=np.full(count, -10.0),
        last_seen_s=np.full(count, -0.5),
        age_s=np.full(count, 10.0),
        is_coasted=np.arange(count) % 2 == 1,
        contributors=(("russia", "armavir"), ("united-states", "")),
        by=np.stack([np.ones(count, dtype=bool), np.arange(count) % 2 == 0], axis=1),
    )


def event(number: int, kind: EventKind = EventKind.LAUNCH_DETECTED) -> ShownEvent:
    told = Event(
        kind=kind,
        object=number,
        time=NOW,
        object_class="MRBM",
        contributors=(("russia", "armavir"),),
        place=PlaceKind.FIRST_SEEN,
        lat_rad=0.9,
        lon_rad=0.5,
        latency_s=1.5,
    )
    return ShownEvent(number, 1, told, NOW, again=False, mode=Mode.EXERCISE, simulated=True)


def tracks(rows: int = 4, number: int = 1) -> Tracks:
    return Tracks(
        epoch=NOW,
        stations=(),
        id=np.array([number], dtype=np.int32),
        first_row=np.array([0, rows], dtype=np.int32),
        time_s=np.arange(float(rows)),
        state_ecef=np.tile([6.6e6, 1e5, 2e5, 1e3, 2e3, 3e3], (rows, 1))
        + np.arange(rows)[:, None] * 1e3,
        packed_covariance=np.tile(np.eye(6)[np.triu_indices(6)], (rows, 1)),
        phase_probability=np.tile([0.0, 1.0, 0.0], (rows, 1)),
        detection=np.full(rows, -1, dtype=np.int32),
        station_index=np.full(rows, -1, dtype=np.int32),
        simulated=False,
    )


def released() -> ShownDetections:
    station = Station("russia/armavir", 0.78, 0.71, 100.0, party="russia")
    found = Detections.of(
        NOW, [station], np.arange(3.0), 0,
        range_m=np.full(3, 1e6), azimuth_rad=np.ones(3), elevation_rad=np.full(3, 0.2),
        simulated=False,
    )  # fmt: skip
    return ShownDetections(1, EXACT, Mode.EXERCISE, NOW, found)


@dataclass
class StandIn:
    """What the interface asks of a centre."""

    folder: Path
    config: Config = field(
        default_factory=lambda: Config(
            schema="glasshield-centre/1", name=ORIGIN, mode="exercise", listen=Listen(port=0)
        )
    )
    mode: str = "exercise"
    run: str = RUN
    rules: RuleSet = field(default_factory=RuleSet)
    parties: Parties = field(default_factory=Parties)
    notices: tuple[KnownNotice, ...] = ()
    pictures: dict[str, tuple[Shown, ...]] = field(default_factory=dict)
    told: dict[str, tuple[ShownEvent, ...]] = field(default_factory=dict)
    taken: list[SignedBatch] = field(default_factory=list)
    sent: list[tuple[str, bytes, dict[str, int]]] = field(default_factory=list)
    state: str = "good"
    trouble: Exception | None = None

    def __post_init__(self) -> None:
        limits = self.config.limits
        self.config = _with(self.config, limits=_with(limits, body_bytes=BODY_BYTES))
        self.store = SqliteStore(self.folder / "log.sqlite")
        self.journal = journal(self.store)
        self.metrics = Metrics()
        self.subscriptions = Subscriptions(8, self.metrics)
        self.pictures = {VIEWER: (shown(),)}
        self.told = {VIEWER: (event(1), event(2, EventKind.CONFIRMED))}

    def close(self) -> None:
        self.subscriptions.close("the centre ends")
        self.journal.close()

    def now(self) -> Instant:
        return NOW

    def may_send(self, header: str, signature: str, via: str) -> None:
        del via
        parts = from_http(header, signature, b"")
        if self.trouble is not None:
            raise self.trouble
        found = (
            parts if isinstance(parts, Reason) else judged_header(parts, REGISTRY, NOW, Limits())
        )
        if isinstance(found, Reason):
            raise RefusedError(Code.NOT_TAKEN, "this batch is not taken")

    def receive(self, parts: SignedBatch, via: str) -> Future[bodies.Receipt]:
        del via
        found = judged(parts, REGISTRY, NOW)
        if isinstance(found, Reason):
            return failed(RefusedError(Code.NOT_TAKEN, "this batch is not taken"))
        again = any(each.body == parts.body for each in self.taken)
        self.taken.append(parts)
        return done(
            bodies.Receipt(
                schema=bodies.RECEIPT, batch=found.identity, count=1, at=str(NOW), again=again
            )
        )

    def session(self, parts: SignedBatch, via: str) -> bodies.Session:
        del via
        if isinstance(judged(parts, REGISTRY, NOW), Reason):
            raise RefusedError(Code.NOT_TAKEN, "this batch is not taken")
        return bodies.Session(
            schema=bodies.SESSION, token=TOKENS["party"], party=VIEWER, expires=str(_LATE)
        )

    def reader(self, token: str) -> Reader:
        if token not in READERS:
            raise not_known()
        return READERS[token]

    def subscribe(self, who: Reader, wake: Callable[[], None]) -> Subscription:
        made = self.subscriptions.add(who, wake)
        made.put(self._published(who.viewer))
        return made

    def put(self, viewer: str, *pictures: Shown) -> None:
        """Show other pictures, as at the next tick."""
        self.pictures[viewer] = pictures
        self.subscriptions.put(self._published(viewer))

    def published(self, viewer: str) -> Future[Published]:
        return done(self._published(viewer))

    def _published(self, viewer: str) -> Published:
        return Published(
            viewer, NOW, self.run, self.pictures.get(viewer, ()), self.told.get(viewer, ())
        )

    def history(self, viewer: str, picture: int, number: int | None) -> Future[Tracks | None]:
        found = [each for each in self.pictures.get(viewer, ()) if each.picture == picture]
        if not found:
            return done(None)
        is_there = number is None or number in found[0].number
        return done(tracks(4 if is_there else 0, number or 1))

    def detections(self, viewer: str, after: int) -> Future[tuple[ShownDetections, ...]]:
        return done((released(),) if viewer == VIEWER and after < 1 else ())

    def act(self, who: Reader, what: Any) -> Future[bodies.ActRecord]:
        return done(_record(who, what))

    def acts(self, who: Reader) -> tuple[bodies.ActRecord, ...]:
        return (_record(who, bodies.Acknowledge(event=1)),)

    def requests(self, who: Reader) -> tuple[bodies.RequestState, ...]:
        asked = bodies.Request(owner="russia", since=str(NOW), until=str(_LATE), text="why")
        return (bodies.RequestState(request=_record(who, asked), state="open"),)

    def consultations(self, who: Reader) -> tuple[bodies.ConsultationState, ...]:
        asked = bodies.Consult(party="russia", text="why", answer_by=str(_LATE))
        return (bodies.ConsultationState(consultation=_record(who, asked), state="open"),)

    def granted(self, who: Reader, request: str) -> Future[Tracks]:
        if (who.viewer, request) != (VIEWER, "known"):
            return failed(not_found())
        return done(tracks())

    def released(self, viewer: str, data: bytes, **counts: int) -> None:
        self.sent.append((viewer, data, counts))

    def cosign(self, size: int, signature: NoteSignature) -> None:
        self.journal.cosigned(size, signature)

    def log_keys(self) -> bundle.Keys:
        return bundle.Keys(SEALS.log, (), {of.public.party: (of.public.line,) for of in PARTIES})

    def health(self) -> Health:
        return Health(state=cast("Any", self.state), mode="exercise", parts={"store": "good"})

    def app(self) -> ASGIApp:
        return application(self.centre)

    @property
    def centre(self) -> Centre:
        return cast("Centre", self)


def batch(
    body: bytes, of: Signer = RUSSIA, content_type: str = bodies.JSON, sequence: int = 1
) -> SignedBatch:
    return sign_batch(of, body, Envelope("exercise", content_type, sequence, NOW))


def headers_of(parts: SignedBatch, content_type: str = bodies.JSON) -> dict[str, str]:
    return parts.http_headers() | {"Content-Type": content_type}


def _record(who: Reader, what: Any) -> bodies.ActRecord:
    return bodies.ActRecord(
        id=hashlib.sha256(repr(what).encode()).hexdigest()[:16],
        at=timestamp(NOW.posix_us * 1000),
        person=who.id,
        role=who.role,
        viewer=who.viewer,
        party=who.party,
        act=what,
    )


def _with(struct: Any, **values: Any) -> Any:
    return msgspec.structs.replace(struct, **values)
