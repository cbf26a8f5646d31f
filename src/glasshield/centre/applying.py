"""From the log to the pictures: one way, for the running centre and for whoever makes them again.

The pictures take nothing from anywhere else. So the same entries, with what they stand for by hash,
give the same pictures and the same events, to the last digit.
"""

from __future__ import annotations

import base64
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

import msgspec

from glasshield.catalog import Catalog
from glasshield.centre.bodies import NOTICE
from glasshield.centre.decoding import Data, decoded
from glasshield.centre.people.trust import Fallen, Trust
from glasshield.centre.picture.engine import Engine, resumed_reach_s
from glasshield.centre.picture.in_force import is_over
from glasshield.centre.picture.options import EngineOptions
from glasshield.centre.picture.parts import Parts
from glasshield.centre.picture.snapshot import Reports, Taken
from glasshield.centre.picture.ticks import instant_of
from glasshield.centre.warning.notices import KnownNotice, known_notice
from glasshield.centre.world import World, world_in
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.batches import Header
from glasshield.exchange.log.entries import (
    AnyEntry,
    CentreEntry,
    PartyEntry,
    ReceivedEntry,
    RulesEntry,
    nanoseconds,
)
from glasshield.exchange.release.reading import parse
from glasshield.exchange.release.rules import Rule, RuleSet
from glasshield.exchange.release.terms import Mode

MOST_NOTICES: Final = 100  # of a party
MOST_NOTICE_BYTES: Final = 16 << 10
MOST_OF_NOTICE: Final = 64  # areas, and windows
# A start takes up all that came so long before it, however much that is: were there a bound for
# each party, what a party withholds would shorten what it grants. Each feed has one of its own.
LONGEST_RESUMED_S: Final = 600.0
_LONGEST_NS: Final = round(LONGEST_RESUMED_S * 1e9)

BodyOf = Callable[[str], bytes | None]


@dataclass(frozen=True, slots=True)
class Arrived:
    """A batch of data that stands in the log.

    Attributes:
        at_ns: the time of its entry.
        count: of what it holds.
        taken: as a picture takes it.
    """

    at_ns: int
    count: int
    taken: Taken


@dataclass(slots=True)
class Recent:
    """The last batches of a log, as far back as any start may reach."""

    _entries: deque[tuple[int, ReceivedEntry]] = field(default_factory=deque)

    def add(self, entry: ReceivedEntry, at_ns: int) -> None:
        """Keep a batch, and let go those that no start reaches any more."""
        self._entries.append((at_ns, entry))
        while self._entries[0][0] <= at_ns - _LONGEST_NS:
            self._entries.popleft()

    def since(self, at_ns: int) -> list[tuple[int, ReceivedEntry]]:
        """Those that reached the log after an instant, in its order."""
        return [each for each in self._entries if each[0] > at_ns]


def resumed_since_ns(at_ns: int, rules: RuleSet, options: EngineOptions) -> int:
    """After which instant batches are taken up at a start.

    Args:
        at_ns: the time of the start.
        rules: in force then.
        options: of the pictures.
    """
    return at_ns - round(min(resumed_reach_s(rules, options), LONGEST_RESUMED_S) * 1e9)


@dataclass(frozen=True, slots=True)
class SignedNotice:
    """A notice, and the fingerprint of the key that signed it."""

    notice: KnownNotice
    key: str


@dataclass(slots=True)
class Applier:
    """Entries of a log, one after the other, as changes of pictures.

    Attributes:
        catalog: with the regions and the regimes that rules and notices name.
        parts: of the pictures, if not the usual ones.
        engine: none before the first start of the centre.
        rules: in force.
        signers: the fingerprint of the key that signed the rules of each party; empty for none.
        trust: in those keys.
        signed: the last notices of each party, in the order of the log.
        starts: how many starts of the centre there were.
        starts_again: whether another start may follow that takes up what came before it.
    """

    catalog: Catalog
    parts: Parts | None = None
    engine: Engine | None = None
    rules: RuleSet = field(default_factory=RuleSet)
    signers: dict[str, str] = field(default_factory=dict)
    trust: Trust = field(default_factory=Trust)
    signed: list[SignedNotice] = field(default_factory=list)
    starts: int = 0
    starts_again: bool = True
    _remembered: list[Arrived] = field(default_factory=list)
    _kept: Recent = field(default_factory=Recent)

    @property
    def running(self) -> Engine:
        """The pictures of a centre that has begun.

        Raises:
            InputError: it has not.
        """
        if self.engine is None:
            raise InputError("the log does not say how the centre began", where="log",
                             do="give the log from its first entry on")  # fmt: skip
        return self.engine

    @property
    def notices(self) -> tuple[KnownNotice, ...]:
        """Those that count, in the order of the log."""
        return tuple(each.notice for each in self.signed)

    def apply(
        self, entry: AnyEntry, at_ns: int, body_of: BodyOf, carry: Data | None = None
    ) -> None:
        """Take in one entry; others than these change no picture.

        Args:
            entry: in the order of the log.
            at_ns: its time.
            body_of: gives what stands in it by its SHA-256.
            carry: the data of a batch, where they have been decoded.

        Raises:
            InputError: a body is missing, or is not what it has to be.
        """
        match entry:
            case CentreEntry(verb="start"):
                self._start(self._world(entry, body_of), at_ns, body_of)
            case CentreEntry(verb="configure"):
                self._configure(self._world(entry, body_of), at_ns)
            case RulesEntry():
                self._put_rules(entry, at_ns, body_of)
            case ReceivedEntry():
                self._receive(entry, at_ns, body_of, carry)
            case PartyEntry():
                fallen = self.trust.take(entry.verb, entry.party, entry.key)
                if fallen is not None:
                    self._end(fallen, instant_of(at_ns))

    def remember(self, arrived: Iterable[Arrived], notices: Iterable[SignedNotice]) -> None:
        """Have something to take up at the next start, instead of the entries before it.

        Args:
            arrived: in the order of the log.
            notices: likewise.
        """
        self._remembered = list(arrived)
        for notice in notices:
            self._note(notice)

    def _note(self, notice: SignedNotice) -> None:
        """Keep a notice, and let go the oldest of its party where there are too many."""
        own = [each for each in self.signed if each.notice.party == notice.notice.party]
        gone = own[: max(len(own) + 1 - MOST_NOTICES, 0)]
        self.signed = [each for each in self.signed if each not in gone] + [notice]

    def _end(self, fallen: Fallen, at: Instant) -> None:
        """End what rests on a key that is revoked: its party's rules and notices."""
        party = fallen.party
        if fallen.takes(party, self.signers.get(party, "")):
            self._set_rules(party, "", (), at)
        gone = [each for each in self.signed if fallen.takes(each.notice.party, each.key)]
        self.signed = [each for each in self.signed if each not in gone]
        if self.engine is None:
            return
        left = {each.notice.key: each.notice for each in self.signed}
        for notice in {each.notice.key: each.notice for each in gone}.values():
            self.engine.put_notice(left.get(notice.key, _void(notice)), at)

    def _world(self, entry: CentreEntry, body_of: BodyOf) -> World:
        where = f"entry {entry.verb}"
        return world_in(_body(entry.config_sha256, body_of, where), where)

    def _start(self, world: World, at_ns: int, body_of: BodyOf) -> None:
        """Make all pictures anew, out of what came last."""
        at = instant_of(at_ns)
        self.starts += 1
        self.rules = rules_of(world.rules, body_of, self.catalog)
        self.engine = Engine(Mode(world.mode), at, world.options, self.parts)
        self._put_world(world, at)
        self.engine.put_rules(self.rules, at)
        for notice in self.notices:
            if not is_over(notice, at):
                self.engine.put_notice(notice, at)
        since_ns = resumed_since_ns(at_ns, self.rules, world.options)
        for arrived in self._remembered:
            if arrived.at_ns > since_ns:
                self.engine.take(arrived.taken)
        self._remembered = []
        for came_ns, entry in self._kept.since(since_ns):
            self.engine.take(arrived_of(entry, came_ns, body_of, is_own=True).taken)

    def _configure(self, world: World, at_ns: int) -> None:
        self._put_world(world, instant_of(at_ns))

    def _put_world(self, world: World, at: Instant) -> None:
        self.running.put_parties(world.all_stations, at)
        self.running.put_viewers(world.viewers, at)

    def _put_rules(self, entry: RulesEntry, at_ns: int, body_of: BodyOf) -> None:
        """Put a party's rules in force; before the centre has begun, its start names them."""
        rules = _rules(entry.party, entry.rules_sha256, body_of, self.catalog)
        if not self.trust.is_revoked(entry.party, entry.key):
            self._set_rules(entry.party, entry.key, rules, instant_of(at_ns))

    def _set_rules(self, party: str, key: str, rules: Iterable[Rule], at: Instant) -> None:
        self.rules = self.rules.replaced(party, rules)
        self.signers[party] = key
        if self.engine is not None:
            self.engine.put_rules(self.rules, at)

    def _receive(
        self, entry: ReceivedEntry, at_ns: int, body_of: BodyOf, carry: Data | None
    ) -> None:
        header = header_of(entry)
        if header.content_type == NOTICE:
            notice = notice_of(entry, at_ns, body_of, self.catalog)
            if not self.trust.is_revoked(entry.party, entry.key):
                self._note(SignedNotice(notice, entry.key))
                self.running.put_notice(notice, instant_of(at_ns))
            return
        arrived = arrived_of(entry, at_ns, body_of, carry)
        if self.starts_again:
            self._kept.add(entry, at_ns)
        if self.engine is not None:
            self.engine.take(arrived.taken)


def arrived_of(
    entry: ReceivedEntry,
    at_ns: int,
    body_of: BodyOf,
    carry: Data | None = None,
    *,
    is_own: bool = False,
) -> Arrived:
    """The batch of data behind an entry.

    Args:
        entry: of data.
        at_ns: its time.
        body_of: gives what stands in it by its SHA-256.
        carry: the data, where they have been decoded.
        is_own: this centre wrote the log, and checked the data when they came.

    Raises:
        InputError: a body is missing, or is not what it has to be.
    """
    if carry is None:
        body = _body(entry.batch_sha256, body_of, f"batch of {entry.party}")
        carry = decoded(body, header_of(entry).content_type, entry.party, is_known=is_own)
    return Arrived(at_ns, entry.count, _taken(entry, at_ns, carry))


def _taken(entry: ReceivedEntry, at_ns: int, data: Data) -> Taken:
    return Taken(
        owner=entry.party,
        mode=Mode(entry.mode),
        at=instant_of(at_ns),
        arrived=instant_of(nanoseconds(entry.arrived)),
        identity=entry.batch_sha256,
        detections=None if isinstance(data, Reports) else data,
        reports=data if isinstance(data, Reports) else None,
    )


def notice_of(entry: ReceivedEntry, at_ns: int, body_of: BodyOf, catalog: Catalog) -> KnownNotice:
    """The notice behind an entry.

    Raises:
        InputError: the body is missing, or is none.
    """
    body = _body(entry.batch_sha256, body_of, f"notice of {entry.party}")
    return notice_in(body, entry.party, instant_of(at_ns), Mode(entry.mode), catalog)


def notice_in(
    body: bytes, party: str, received: Instant, mode: Mode, catalog: Catalog
) -> KnownNotice:
    """The notice that a party has sent, if it is not too much for the pictures.

    Each flight is held against each area and window of each notice.

    Args:
        body: its text in UTF-8.
        party: who sent it.
        received: when.
        mode: of the centre.
        catalog: with the regimes.

    Raises:
        InputError: no notice, another's, or too large.
    """
    if len(body) > MOST_NOTICE_BYTES:
        raise InputError("is too large for a notice", where="notice", got=f"{len(body):,} bytes",
                         expected=f"at most {MOST_NOTICE_BYTES:,}")  # fmt: skip
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise InputError("this is no text", where="notice", expected="UTF-8") from None
    found = known_notice(text, party, received, mode, catalog.regimes)
    for what, its in (("areas", found.notice.areas), ("windows", found.notice.windows)):
        if len(its) > MOST_OF_NOTICE:
            raise InputError(f"the notice has too many {what}", where="notice", got=len(its),
                             expected=f"at most {MOST_OF_NOTICE}")  # fmt: skip
    return found


def _void(notice: KnownNotice) -> KnownNotice:
    """What takes the place of a notice that counts no more: no flight is ever its."""
    return replace(notice, windows=((Instant(0), Instant(0)),))


def rules_of(digests: Mapping[str, str], body_of: BodyOf, catalog: Catalog) -> RuleSet:
    """The rules of all parties, by their SHA-256.

    Raises:
        InputError: a text is missing, or holds no rules.
    """
    return RuleSet.of(
        rule
        for party, digest in digests.items()
        for rule in _rules(party, digest, body_of, catalog)
    )


def parsed_rules(text: bytes, party: str, catalog: Catalog) -> tuple[Rule, ...]:
    """The rules of a party in a text.

    Raises:
        InputError: with the line of what is wrong.
    """
    try:
        said = text.decode("utf-8")
    except UnicodeDecodeError:
        raise InputError("this is no text", where="rules", expected="TOML in UTF-8") from None
    return parse(said, "rules", catalog.regions, owner=party).rules


def header_of(entry: ReceivedEntry | RulesEntry) -> Header:
    """What a party signed about what stands in an entry."""
    return msgspec.json.decode(base64.b64decode(entry.header), type=Header)


def _rules(party: str, digest: str, body_of: BodyOf, catalog: Catalog) -> tuple[Rule, ...]:
    return parsed_rules(_body(digest, body_of, f"rules of {party}"), party, catalog)


def _body(digest: str, body_of: BodyOf, where: str) -> bytes:
    """What stands in an entry by its hash.

    Raises:
        InputError: it is not there.
    """
    found = body_of(digest)
    if found is None:
        raise InputError("what the log stands for is not here", where=where, got=digest,
                         do="give the bodies of the log, too")  # fmt: skip
    return found
