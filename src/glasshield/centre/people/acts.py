"""What people do at a centre: remarks, acknowledgements, requests, consultations, and answers.

Each act is in the log, its words in the store. Who sees an act is decided by whom it concerns: the
people of the same viewer, and for a request or a consultation the people of the party that is
asked.
"""

from __future__ import annotations

import secrets
import threading
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

import msgspec

from glasshield.centre.bodies import (
    Act,
    ActRecord,
    Answer,
    Consult,
    ConsultationState,
    Decline,
    Grant,
    Request,
    RequestState,
)
from glasshield.centre.errors import Code, RefusedError, not_allowed, not_found
from glasshield.centre.people.readers import PARTY, Reader, Right
from glasshield.centre.people.trust import Fallen
from glasshield.earth.time import Instant
from glasshield.exchange.log.entries import timestamp

MOST_ACTS: Final = 1_000  # of a viewer
# Under which an act is found again in the log: with the viewer that acts, or whose request it is.
ACT_MARK: Final = "act/"
ANSWER_MARK: Final = "answer/"
RENUMBERED: Final = 1  # what a granted object is called by who asked for it
_ID_BYTES: Final = 8
_LONGEST_S: Final = 24 * 3600.0
_NS_A_US: Final = 1000


@dataclass(slots=True)
class Acts:
    """The last acts of a centre's people, and what became of what was asked; the log has them all.

    As many are kept for each viewer, so that nobody's acts push out another's.
    """

    most: int = MOST_ACTS
    _records: dict[str, ActRecord] = field(default_factory=dict)
    _of_viewer: dict[str, deque[str]] = field(default_factory=dict)
    _asked: dict[str, ActRecord] = field(default_factory=dict)
    _answers: dict[str, ActRecord] = field(default_factory=dict)
    _fallen: list[tuple[str, Fallen]] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, record: ActRecord) -> None:
        """Take in an act that is in the log."""
        with self._lock:
            self._records[record.id] = record
            match record.act:
                case Request() | Consult():
                    self._asked[record.id] = record
                case Grant() | Decline() | Answer() if _asked_by(record.act) in self._asked:
                    self._answers.setdefault(_asked_by(record.act), record)
            self._keep_last(record)

    def _keep_last(self, record: ActRecord) -> None:
        """Forget the oldest act of a viewer that has too many; an answer goes with its request."""
        its = self._of_viewer.setdefault(record.viewer, deque())
        its.append(record.id)
        if len(its) > self.most:
            oldest = its.popleft()
            self._records.pop(oldest, None)
            self._asked.pop(oldest, None)
            self._answers.pop(oldest, None)

    def end(self, at: str, fallen: Fallen) -> None:
        """Have what a party granted before a time hold no more, where its keys did not either.

        Which key opened the session that granted is not kept: what any of them granted falls. What
        people of the party granted by tokens of their own falls with the party.

        Args:
            at: the time, in UTC.
            fallen: what fell then.
        """
        with self._lock:
            self._fallen.append((at, fallen))

    def has_fallen(self, answer: ActRecord) -> bool:
        """Whether what an answer granted holds no more."""
        with self._lock:
            return any(
                answer.party == fallen.party
                and answer.at <= at
                and (fallen.is_whole or answer.role == PARTY)
                for at, fallen in self._fallen
            )

    def mark(self, viewer: str, act: Act) -> str:
        """Under which an act is found again in the log.

        Args:
            viewer: as which it is done.
            act: which.
        """
        if isinstance(act, Grant | Decline | Answer):
            with self._lock:
                asked = self._asked.get(_asked_by(act))
            if asked is not None:
                return f"{ANSWER_MARK}{asked.viewer}"
        return f"{ACT_MARK}{viewer}"

    def seen_by(self, reader: Reader) -> tuple[ActRecord, ...]:
        """The acts that a reader may see, in their order."""
        with self._lock:
            records, requests = tuple(self._records.values()), dict(self._asked)
        found = (one for one in records if _concerns(one, reader, requests))
        return tuple(_as_seen(one, reader) for one in found)

    def requests(self, reader: Reader) -> tuple[RequestState, ...]:
        """The requests that a reader may see, in their order."""
        with self._lock:
            found, answers = dict(self._asked), dict(self._answers)
        return tuple(
            _state(request, _as_seen(answers[id], reader) if id in answers else None)
            for id, request in found.items()
            if isinstance(request.act, Request) and _concerns(request, reader, found)
        )

    def consultations(self, reader: Reader) -> tuple[ConsultationState, ...]:
        """The consultations that a reader may see, in their order."""
        with self._lock:
            found, answers = dict(self._asked), dict(self._answers)
        return tuple(
            _came_of(asked, _as_seen(answers[id], reader) if id in answers else None)
            for id, asked in found.items()
            if isinstance(asked.act, Consult) and _concerns(asked, reader, found)
        )

    def consultation(self, reader: Reader, id: str) -> ConsultationState:
        """One consultation.

        Raises:
            RefusedError: there is none, or none that this reader may see.
        """
        found = (one for one in self.consultations(reader) if one.consultation.id == id)
        state = next(found, None)
        if state is None:
            raise not_found()
        return state

    def granted(self, id: str) -> ActRecord | None:
        """The act that granted a request, whole; None where none did."""
        with self._lock:
            found = self._answers.get(id)
        return found if found is not None and isinstance(found.act, Grant) else None

    def request(self, reader: Reader, id: str) -> RequestState:
        """One request.

        Raises:
            RefusedError: there is none, or none that this reader may see.
        """
        found = next((one for one in self.requests(reader) if one.request.id == id), None)
        if found is None:
            raise not_found()
        return found


def record_of(reader: Reader, act: Act, at: Instant) -> ActRecord:
    """An act as it is kept.

    Args:
        reader: who acts.
        act: what is done.
        at: when.
    """
    return ActRecord(
        id=secrets.token_hex(_ID_BYTES),
        at=timestamp(at.posix_us * _NS_A_US),
        person=reader.id,
        role=reader.role,
        viewer=reader.viewer,
        party=reader.party,
        act=act,
    )


def check_request(reader: Reader, act: Request, parties: Iterable[str], now: Instant) -> None:
    """Refuse a request that nobody can grant.

    Raises:
        RefusedError: no such party, one's own, or a span that is none or is not over.
    """
    if act.owner == reader.party:
        raise _bad("your own data need no release", "owner")
    if act.owner not in parties:
        raise _bad("no party here is called so", "owner")
    since, until = _span(act)
    if not 0.0 <= until.since_s(since) <= _LONGEST_S:
        raise _bad("this is no span", "until", f"at most {_LONGEST_S:g} s after since")
    if until > now:
        raise _bad("the span is not over yet", "until", f"{now} or earlier")


def check_answer(reader: Reader, act: Grant | Decline, asked: RequestState) -> None:
    """Refuse an answer that is not this reader's to give.

    Raises:
        RefusedError: another's to give, given already, or more than was asked for.
    """
    request = asked.request.act
    assert isinstance(request, Request)
    if not reader.may(Right.GRANT) or reader.party != request.owner:
        raise not_allowed()
    if asked.state != "open":
        raise RefusedError(Code.OUT_OF_ORDER, "this request has been answered", where="request")
    if isinstance(act, Grant):
        (since, until), (asked_since, asked_until) = _span(act), _span(request)
        if not asked_since <= since <= until <= asked_until:
            raise _bad(
                "the span is not within what was asked for",
                "since",
                f"{asked_since} to {asked_until}",
            )


def check_consult(reader: Reader, act: Consult, parties: Iterable[str], now: Instant) -> None:
    """Refuse a consultation that nobody can answer.

    Raises:
        RefusedError: no such party, one's own, or a time to answer by that has passed.
    """
    if act.party == reader.party:
        raise _bad("your own party is not consulted here", "party")
    if act.party not in parties:
        raise _bad("no party here is called so", "party")
    if act.answer_by is not None:
        left_s = Instant.parse(act.answer_by, where="answer_by").since_s(now)
        if not 0.0 < left_s <= _LONGEST_S:
            raise _bad(
                "nobody can answer by then", "answer_by", f"within {_LONGEST_S:g} s after {now}"
            )


def check_reply(reader: Reader, asked: ConsultationState) -> None:
    """Refuse an answer that is not this reader's to give.

    Raises:
        RefusedError: another's to give, or given already.
    """
    consult = asked.consultation.act
    assert isinstance(consult, Consult)
    if not reader.may(Right.GRANT) or reader.party != consult.party:
        raise not_allowed()
    if asked.state != "open":
        raise RefusedError(
            Code.OUT_OF_ORDER, "this consultation has been answered", where="consultation"
        )


def _span(act: Request | Grant) -> tuple[Instant, Instant]:
    """From when to when something is asked for or released."""
    return Instant.parse(act.since, where="since"), Instant.parse(act.until, where="until")


def _concerns(one: ActRecord, reader: Reader, requests: dict[str, ActRecord]) -> bool:
    """Whether a reader may see an act."""
    if reader.may(Right.LOG) or (reader.viewer and one.viewer == reader.viewer):
        return True
    match one.act:
        case Request(owner=owner):
            return bool(reader.party) and reader.party == owner and reader.may(Right.GRANT)
        case Consult(party=party):
            return bool(reader.party) and reader.party == party and reader.may(Right.ACT)
        case Grant() | Decline() | Answer():
            request = requests.get(_asked_by(one.act))
            return request is not None and _concerns(request, reader, {})
        case _:
            return False


def _as_seen(one: ActRecord, reader: Reader) -> ActRecord:
    """An act as a reader may see it: of an answer, others learn no number and no name.

    Objects are numbered in the order in which their owner first sees them, so that a number says
    how many there were; by its hash a number could be found out.
    """
    if not isinstance(one.act, Grant | Decline | Answer) or is_owners(one, reader):
        return one
    act = one.act
    if isinstance(act, Grant):
        act = msgspec.structs.replace(act, number=RENUMBERED)
    return msgspec.structs.replace(one, act=act, person=one.party, extract_sha256="")


def is_owners(answer: ActRecord, reader: Reader) -> bool:
    """Whether a reader is of the party that answered, or may read the whole log."""
    return reader.may(Right.LOG) or reader.party == answer.party


def _state(request: ActRecord, answer: ActRecord | None) -> RequestState:
    if answer is None:
        return RequestState(request=request, state="open")
    granted = isinstance(answer.act, Grant)
    return RequestState(request=request, state="granted" if granted else "declined", answer=answer)


def _came_of(asked: ActRecord, answer: ActRecord | None) -> ConsultationState:
    if answer is None or not isinstance(answer.act, Answer):
        return ConsultationState(consultation=asked, state="open")
    return ConsultationState(consultation=asked, state=answer.act.says, answer=answer)


def _asked_by(act: Grant | Decline | Answer) -> str:
    """The id of what an act answers."""
    return act.consultation if isinstance(act, Answer) else act.request


def _bad(what: str, where: str, expected: str = "") -> RefusedError:
    return RefusedError(Code.BAD_BODY, what, where=where, expected=expected)
