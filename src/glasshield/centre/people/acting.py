"""What happens when somebody acts: whether it may be, what it releases, its entry in the log."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, TypeVar

import msgspec
import numpy as np

from glasshield.centre.bodies import (
    Acknowledge,
    Act,
    ActRecord,
    Answer,
    Consult,
    Decline,
    Grant,
    Remark,
    Request,
)
from glasshield.centre.config import Config
from glasshield.centre.errors import Code, RefusedError, not_allowed, not_found, told
from glasshield.centre.limits import Buckets
from glasshield.centre.log.clock import Clock
from glasshield.centre.log.journal import Extra, Journal
from glasshield.centre.log.keeping import Bodies
from glasshield.centre.log.recording import act_body, extract_body, extract_in
from glasshield.centre.log.store import Body
from glasshield.centre.people.acts import (
    RENUMBERED,
    Acts,
    check_answer,
    check_consult,
    check_reply,
    check_request,
    is_owners,
    record_of,
)
from glasshield.centre.people.readers import PARTY, Reader, Right
from glasshield.centre.people.registered import Parties
from glasshield.centre.people.sessions import SESSION_MARK
from glasshield.centre.picture.engine import Engine
from glasshield.centre.pipeline import Pipeline
from glasshield.earth.time import Instant
from glasshield.errors import GlasshieldError
from glasshield.exchange.batches import Batch
from glasshield.exchange.log.entries import ActEntry, Mode
from glasshield.fusion.tracks import Tracks

_WAIT_S: Final = 10.0

_VERBS: Final = {
    Remark: "remark",
    Acknowledge: "acknowledge",
    Request: "request",
    Grant: "grant",
    Decline: "decline",
    Consult: "consult",
    Answer: "answer",
}

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Desk:
    """Where acts are done, one after the other.

    Attributes:
        acts: that were done.
        journal: writes them.
        pipeline: whose pictures they are about.
        bodies: of the log.
        parties: as they are now.
        limits: of each person.
        mode: of the centre.
    """

    acts: Acts
    journal: Journal
    pipeline: Pipeline
    bodies: Bodies
    parties: Callable[[], Parties]
    limits: Buckets
    mode: Mode
    _pool: ThreadPoolExecutor

    @classmethod
    def of(
        cls,
        acts: Acts,
        pipeline: Pipeline,
        bodies: Bodies,
        parties: Callable[[], Parties],
        settings: tuple[Config, Clock],
    ) -> Desk:
        """A desk of a centre.

        Args:
            acts: that were done.
            pipeline: whose pictures they are about.
            bodies: of the log.
            parties: as they are now.
            settings: the configuration, and the clock of the machine.
        """
        config, clock = settings
        limits = Buckets(config.limits.acts_per_s, config.limits.burst_s, clock)
        pool = ThreadPoolExecutor(1, thread_name_prefix="acts")
        return cls(acts, pipeline.journal, pipeline, bodies, parties, limits, config.mode, pool)

    def act(self, reader: Reader, act: Act) -> Future[ActRecord]:
        """What was done, on disk; the future fails with `RefusedError`.

        Args:
            reader: who acts.
            act: what is to be done.
        """
        return self._pool.submit(self._act, reader, act)

    def granted(self, reader: Reader, request: str) -> Future[Tracks]:
        """The tracks that a grant released; the future fails with `RefusedError`."""
        return self._pool.submit(self._granted, reader, request)

    def note_session(self, batch: Batch) -> None:
        """Have the log say that a party began to read."""
        body = Body.of(batch.parts.header)
        draft = partial(
            ActEntry,
            mode=self.mode,
            person=batch.party,
            role=PARTY,
            verb="session",
            object_sha256=body.sha256,
        )
        self.journal.submit(draft, extra=Extra((body,), mark=SESSION_MARK)).result(_WAIT_S)

    def _granted(self, reader: Reader, request: str) -> Tracks:
        """The tracks that a grant released.

        Raises:
            RefusedError: no such request that this reader may see, or it was not granted.
        """
        self.acts.request(reader, request)
        answer = self.acts.granted(request)
        if answer is None or self.acts.has_fallen(answer):
            raise not_found()
        body = self.bodies.get(answer.extract_sha256)
        if body is None:
            raise not_found()
        found = extract_in(body, request)
        if is_owners(answer, reader):
            return found
        return replace(found, id=np.full_like(found.id, RENUMBERED))

    def close(self) -> None:
        """Do nothing more."""
        self._pool.shutdown(wait=True)

    def _act(self, reader: Reader, act: Act) -> ActRecord:
        try:
            return self._done(reader, act)
        except GlasshieldError as error:
            raise told(error) from error

    def _done(self, reader: Reader, act: Act) -> ActRecord:
        """What was done.

        Raises:
            RefusedError: it may not be.
            StoreError: it could not be written; then it was not done.
        """
        if not reader.may(Right.ACT):
            raise not_allowed()
        wait_s = self.limits.take(f"{reader.role}/{reader.id}")
        if wait_s > 0.0:
            raise RefusedError(
                Code.TOO_MANY, "this is more than one person does", retry_after_s=wait_s
            )
        now = Instant(self.journal.stamps.now_ns() // 1000)
        extract = self._checked(reader, act, now)
        record = record_of(reader, act, now)
        if extract is not None:
            record = msgspec.structs.replace(record, extract_sha256=extract.sha256)
        self._write(record, extract)
        self.acts.add(record)
        return record

    def _checked(self, reader: Reader, act: Act, now: Instant) -> Body | None:
        """What an act releases, if anything.

        Raises:
            RefusedError: it may not be done.
        """
        match act:
            case Acknowledge(event=event) | Remark(event=int(event)):
                self._check_event(reader, event)
            case Remark(picture=int(picture), number=number):
                self._check_object(reader, picture, number)
            case Request():
                check_request(reader, act, self.parties().registry.parties, now)
            case Consult():
                check_consult(reader, act, self.parties().registry.parties, now)
            case Answer():
                check_reply(reader, self.acts.consultation(reader, act.consultation))
            case Decline():
                check_answer(reader, act, self.acts.request(reader, act.request))
            case Grant():
                check_answer(reader, act, self.acts.request(reader, act.request))
                return extract_body(self._own(reader.party, act))
        return None

    def _check_event(self, reader: Reader, number: int) -> None:
        """Refuse an event that this reader does not see.

        Raises:
            RefusedError: there is none.
        """
        events = self._asked(partial(_events, viewer=reader.viewer))
        if not any(event == number for event in events):
            raise not_found()

    def _check_object(self, reader: Reader, picture: int, number: int | None) -> None:
        """Refuse an object that this reader does not see.

        Raises:
            RefusedError: there is none.
        """
        found = self._asked(lambda engine: engine.history(reader.viewer, picture, number))
        if found is None or (number is not None and not len(found)):
            raise not_found()

    def _own(self, owner: str, act: Grant) -> Tracks:
        """What a party has of one object of its own.

        Raises:
            RefusedError: nothing over that span.
        """
        since = Instant.parse(act.since, where="since")
        until = Instant.parse(act.until, where="until")
        found = self._asked(lambda engine: engine.own_track(owner, act.number, since, until))
        if found is None or not len(found.time_s):
            raise not_found()
        return found

    def _asked(self, question: Callable[[Engine], T]) -> T:
        return self.pipeline.ask(question).result(_WAIT_S)

    def _write(self, record: ActRecord, extract: Body | None) -> None:
        body = act_body(record)
        draft = partial(
            ActEntry,
            mode=self.mode,
            person=record.person,
            role=record.role,
            verb=_VERBS[type(record.act)],
            object_sha256=body.sha256,
        )
        bodies = (body,) if extract is None else (body, extract)
        mark = self.acts.mark(record.viewer, record.act)
        self.journal.submit(draft, extra=Extra(bodies, mark=mark)).result(_WAIT_S)


def _events(engine: Engine, viewer: str) -> tuple[int, ...]:
    return tuple(event.number for event in engine.events(viewer))
