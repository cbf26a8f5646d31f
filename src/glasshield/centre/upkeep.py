"""What a centre does once a second: reads its files again, ends what has expired, writes counts."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, field
from functools import partial
from typing import Final

import msgspec

from glasshield import __version__
from glasshield.centre.config import Config
from glasshield.centre.health import GOOD
from glasshield.centre.intake import Intake
from glasshield.centre.log.clock import Stamps
from glasshield.centre.log.journal import Extra
from glasshield.centre.log.keeping import Bodies
from glasshield.centre.log.ledger import Ledger
from glasshield.centre.log.recalling import digests_of
from glasshield.centre.people.acts import Acts
from glasshield.centre.people.readers import PARTY, Reader, reader_of
from glasshield.centre.people.registered import LetIn
from glasshield.centre.people.registry import (
    GoodToken,
    Keys,
    Roll,
    changes,
    good_tokens,
    token_changes,
    trusted_keys,
)
from glasshield.centre.people.sessions import Sessions
from glasshield.centre.people.trust import Fallen, Trust
from glasshield.centre.subscriptions import Subscriptions
from glasshield.centre.world import World
from glasshield.earth.time import Instant
from glasshield.errors import GlasshieldError
from glasshield.exchange.canonical import sha256
from glasshield.exchange.log.entries import CentreEntry, timestamp

EVERY_S: Final = 1.0
_ENDED: Final = "the token no longer holds"
_LOG: Final = logging.getLogger(__name__)


@dataclass(slots=True)
class Upkeep:
    """The thread that looks after a centre.

    Attributes:
        roll: of parties and people.
        sessions: of parties.
        subscriptions: of readers.
        intake: whose rules are in force.
        acts: some of which grant something.
        ledger: writes what has changed.
        bodies: of the log.
        stamps: of the journal.
        config: of the centre.
        keys: that are trusted, as the log says.
        tokens: that let people in, as the log says.
        trust: in those keys, as the log says.
        world: what pictures depend on, as the log says.
        left_out: viewers who can have no pictures, as the rules in force would give them too many.
    """

    roll: Roll
    sessions: Sessions
    subscriptions: Subscriptions
    intake: Intake
    acts: Acts
    ledger: Ledger
    bodies: Bodies
    stamps: Stamps
    config: Config
    keys: Keys
    tokens: frozenset[GoodToken]
    trust: Trust
    world: World
    left_out: frozenset[str] = frozenset()
    _closing: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin."""
        self._thread = threading.Thread(target=self._work, name="upkeep", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End, after what was counted has been given to the journal."""
        self._closing.set()
        if self._thread is not None:
            self._thread.join()
        self.once()

    def once(self) -> None:
        """Do everything that is due."""
        now = self.now()
        has_changed = self.roll.read_again()
        self.sessions.end_bad(self.roll.parties, now)
        keys = trusted_keys(self.roll.parties.registry, now)
        if has_changed or self.left_out or keys != self.keys:
            with self.intake.ruling.changing:
                self._log_keys(keys)
                self._log_world(now)
        self._log_tokens(now)
        for one in self.subscriptions.all():
            if not self._holds(one.reader, now):
                one.close(_ENDED)
        self.ledger.flush(self.rules_sha256())

    def state(self) -> str:
        """How it does, in a word for health: `refused` where a viewer has no pictures."""
        if self._thread is not None and not self._thread.is_alive():
            return "failed"
        return "refused" if self.left_out else GOOD

    def now(self) -> Instant:
        """The time of the log."""
        return Instant(self.stamps.now_ns() // 1000)

    def rules_sha256(self) -> str:
        """Of the rules in force of all parties."""
        return sha256(digests_of(self.intake.ruling.in_force))

    def _work(self) -> None:
        while not self._closing.wait(EVERY_S):
            try:
                self.once()
            except GlasshieldError as error:
                _LOG.warning("the upkeep of the centre: %s", error.sentence)

    def _log_keys(self, keys: Keys) -> None:
        """Write which keys came or went, and end what rested on them."""
        for change in changes(self.keys, keys):
            self.ledger.write(change.draft(self.world.mode), needed=True)
            fallen = self.trust.take(change.verb, change.key.party, change.key.fingerprint)
            if fallen is not None:
                self._end(fallen)
        self.keys = keys

    def _end(self, fallen: Fallen) -> None:
        """End what rests on a key; the pictures do likewise when they read its entry."""
        _LOG.info("what a key of %s signed holds no more", fallen.party)
        self.intake.ruling.end(fallen)
        self.acts.end(timestamp(self.stamps.now_ns()), fallen)

    def _log_tokens(self, now: Instant) -> None:
        """Write which tokens of people came or went, and whose pictures they are for."""
        tokens = good_tokens(self.roll.standing(now)[1], now)
        for draft in token_changes(self.tokens, tokens, self.world.mode):
            self.ledger.write(draft, needed=True)
        self.tokens = tokens

    def _log_world(self, now: Instant) -> None:
        """Write what pictures depend on, if it has changed; a viewer who cannot be is left out."""
        parties, people = self.roll.standing(now)
        wanted = World.of(self.config, parties, people, digests_of(self.intake.ruling.in_force))
        world = wanted.under(self.intake.ruling.rules)
        left_out = frozenset(wanted.viewers) - frozenset(world.viewers)
        if left_out - self.left_out:
            _LOG.warning("the rules give too many pictures to %s", ", ".join(sorted(left_out)))
        self.left_out = left_out
        if msgspec.structs.replace(world, rules=self.world.rules) == self.world:
            return
        body = world.body
        self.bodies.add(body)
        draft = partial(
            CentreEntry,
            mode=world.mode,
            verb="configure",
            version=__version__,
            config_sha256=body.sha256,
        )
        self.ledger.write(draft, Extra((body,)), needed=True)
        self.world = world

    def _holds(self, reader: Reader, now: Instant) -> bool:
        """Whether a reader still is who it was, and may read the same."""
        if reader.role == PARTY:
            return self.sessions.is_open(reader.digest, self.roll.parties, now)
        person = self.roll.standing(now)[1].people.get(reader.id)
        return person is not None and any(
            token.sha256 == reader.digest
            and token.is_good(now)
            and reader_of(LetIn(person, token), reader.digest) == reader
            for token in person.tokens
        )
