"""A centre in this process, batches for it, and what it must not do."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec
import numpy as np

from glasshield.centre.bodies import JSON, Receipt
from glasshield.centre.client.packing import packed
from glasshield.centre.errors import RefusedError
from glasshield.centre.log.clock import SystemClock
from glasshield.centre.people.readers import Reader
from glasshield.centre.service import Centre
from glasshield.earth.time import Instant
from glasshield.exchange.batches import Envelope, SignedBatch, sign_batch
from glasshield.exchange.keys import Signer
from glasshield.exchange.log.entries import AnyEntry, decoded
from tests.centre.faults.flights import Watch, own, seen
from tests.centre.faults.ground import Ground, Plan, prepared

ANSWER_S = 20.0  # for a thread on a machine with other work; it takes milliseconds
HERE = "192.0.2.1"


@dataclass
class MovedClock(SystemClock):
    """The clocks of this machine, of which that on the wall can be set."""

    moved_s: float = 0.0

    def wall_ns(self) -> int:
        return super().wall_ns() + round(self.moved_s * 1e9)


@dataclass
class Running:
    """A running centre, and who sends to it."""

    ground: Ground
    centre: Centre
    clock: MovedClock
    _sequence: int = 0
    _signers: dict[str, Signer] = field(default_factory=dict)

    def signer(self, party: str) -> Signer:
        if party not in self._signers:
            self._signers[party] = self.ground.signer(party)
        return self._signers[party]

    def signed(
        self,
        party: str,
        body: bytes,
        content_type: str = JSON,
        sent: Instant | None = None,
        to: str | None = None,
    ) -> SignedBatch:
        """A batch of a party, signed now and for this centre, or as said."""
        self._sequence += 1
        at = sent or self.centre.now()
        name = self.centre.config.name if to is None else to
        envelope = Envelope("exercise", content_type, self._sequence, at, name)
        return sign_batch(self.signer(party), body, envelope)

    def send(self, party: str, body: bytes, content_type: str = JSON) -> Future[Receipt]:
        return self.centre.receive(self.signed(party, body, content_type), HERE)

    def sent(self, party: str, body: bytes, content_type: str = JSON) -> Receipt:
        return self.send(party, body, content_type).result(ANSWER_S)

    def reader(self, person: str) -> Reader:
        return self.centre.reader(self.ground.tokens[person])

    def tracks(self, viewer: str) -> int:
        """How many objects a viewer sees in its fullest picture, made of all that came by now."""
        now = self.centre.now()
        assert within(ANSWER_S, lambda: self.centre.published(viewer).result(ANSWER_S).at >= now)
        shown = self.centre.published(viewer).result(ANSWER_S).pictures
        return max((len(each) for each in shown), default=0)

    def fly(self, seconds: float, watch: Watch | None = None) -> list[Future[Receipt]]:
        """Send what the parties see of some objects, in real time."""
        watch = watch or Watch(count=3, span_s=seconds, every_s=0.1)
        return [future for _, future in self.flying(seconds, watch)]

    def flying(self, seconds: float, watch: Watch) -> Iterator[tuple[str, Future[Receipt]]]:
        found = seen(Plan().stations, watch)
        begins = self.centre.now()
        parts = [(party, own(found, party)) for party in self.ground.parties]
        for step in range(round(seconds / watch.every_s)):
            until = (step + 1) * watch.every_s
            time.sleep(max(until - self.centre.now().since_s(begins), 0.0))
            for party, data in parts:
                few = data.take((data.time_s >= until - watch.every_s) & (data.time_s < until))
                if len(few):
                    moved = packed(replace(few, epoch=begins))
                    yield party, self.send(party, moved, "application/msgpack")


def detections(name: str, at: Instant, count: int = 1, /, **more: object) -> bytes:
    """Detections as JSON."""
    azimuth = np.linspace(0.1, 0.2, count).tolist()
    body = {
        "schema": "glasshield-detections/1",
        "epoch": str(at),
        "simulated": True,
        "sensors": [name],
        "sensor": [0] * count,
        "time_s": [0.0] * count,
        "azimuth_rad": azimuth,
        "elevation_rad": [0.5] * count,
        "range_m": [5e5] * count,
    }
    return msgspec.json.encode(body | more)


def refused(future: Future[Receipt]) -> RefusedError:
    """Why a batch was not taken."""
    error = future.exception(ANSWER_S)
    assert isinstance(error, RefusedError), error
    return error


@contextlib.contextmanager
def running(
    folder: Path, plan: Plan | None = None, ground: Ground | None = None
) -> Iterator[Running]:
    """A centre that runs until the block ends."""
    ground = ground or prepared(folder, plan)
    clock = MovedClock()
    centre = Centre(ground.config, clock)
    try:
        centre.start()
        yield Running(ground, centre, clock)
    finally:
        centre.close()


def within(seconds: float, holds: Callable[[], bool]) -> bool:
    """Whether something comes to hold in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.02)
    return holds()


def entries(centre: Centre) -> list[AnyEntry]:
    """All entries of the log."""
    stored = centre.store.entries(0, centre.store.size)
    return [decoded(data, str(at)) for at, data in enumerate(stored)]
