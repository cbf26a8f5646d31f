"""A running centre: what the API, the sources and the command line have in common.

    batch -> intake -> journal -> store     acknowledged when it is on disk
                           |
                       pictures -> readers  in the order of the log, tick by tick

Every method may be called from any thread.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import ExitStack
from copy import deepcopy
from functools import partial
from typing import Final

from glasshield.centre import starting
from glasshield.centre.applying import Applier, resumed_since_ns
from glasshield.centre.around import Around
from glasshield.centre.bodies import (
    SESSION_TYPE,
    Act,
    ActRecord,
    ConsultationState,
    Receipt,
    RequestState,
    Session,
)
from glasshield.centre.config import Config, check_exposure
from glasshield.centre.errors import Code, RefusedError, not_known
from glasshield.centre.health import GOOD, Health, Part, health_of
from glasshield.centre.intake import Intake
from glasshield.centre.log import recalling, witnessing
from glasshield.centre.log.clock import Clock, SystemClock
from glasshield.centre.log.journal import Extra, Journal, Options
from glasshield.centre.log.keeping import Bodies, opened_store, seal_signer
from glasshield.centre.log.ledger import Ledger
from glasshield.centre.log.recording import event_body
from glasshield.centre.measuring import measure, measure_part
from glasshield.centre.metrics import Metrics
from glasshield.centre.people.acting import Desk
from glasshield.centre.people.acts import Acts
from glasshield.centre.people.readers import Reader, reader_of
from glasshield.centre.people.registered import Parties, token_digest
from glasshield.centre.people.registry import Roll, trusted_keys
from glasshield.centre.people.sessions import Sessions
from glasshield.centre.picture.in_force import is_over
from glasshield.centre.picture.shown import ShownDetections
from glasshield.centre.picture.snapshot import Told
from glasshield.centre.pipeline import Outlets, Pipeline
from glasshield.centre.sources.configured import sources_of
from glasshield.centre.sourcing import Source
from glasshield.centre.subscriptions import Published, Subscription, Subscriptions
from glasshield.centre.upkeep import Upkeep
from glasshield.centre.warning.notices import KnownNotice
from glasshield.centre.world import World, check_together, viewers_of
from glasshield.earth.time import Instant
from glasshield.errors import NumericalError
from glasshield.exchange.batches import Reason as NotTaken
from glasshield.exchange.batches import SignedBatch, from_http
from glasshield.exchange.log import bundle
from glasshield.exchange.log.checkpoints import log_key, seals
from glasshield.exchange.log.entries import EventEntry, Mode, PictureEntry, timestamp
from glasshield.exchange.log.notes import NoteSignature
from glasshield.exchange.release.rules import RuleSet
from glasshield.fusion.tracks import Tracks
from glasshield.workspace import Workspace

_BEGINS_S: Final = 120.0
_LOG: Final = logging.getLogger(__name__)
_NS_A_US: Final = 1000


class Centre:
    """A running centre."""

    __slots__ = (
        "_acts",
        "_applier",
        "_bodies",
        "_desk",
        "_intake",
        "_ledger",
        "_parts",
        "_pipeline",
        "_roll",
        "_sessions",
        "_signer",
        "_sources",
        "_subscriptions",
        "_upkeep",
        "config",
        "journal",
        "metrics",
        "store",
    )

    def __init__(self, config: Config, clock: Clock | None = None) -> None:
        """A centre that has not begun; its log is open.

        Args:
            config: of the centre.
            clock: of the machine, if not its own.

        Raises:
            InputError: a file that is wrong, a key that is not the log's, a log of the other mode.
            StoreError: the store cannot be opened.
        """
        check_exposure(config, "listen.address")
        self.config, self.metrics = config, Metrics()
        self._roll = Roll(config.parties_file, config.people_file)
        self._signer, clock = seal_signer(config), clock or SystemClock()
        self.store = opened_store(config)
        with ExitStack() as undo:
            undo.callback(self.store.close)
            starting.check_mode(self.store, config.mode, config.name)
            options = Options(mode=config.mode)
            self.journal = Journal(self.store, self._signer, config.name, options, clock)
            undo.pop_all()
        self._build(clock)
        if self._clock_state() == "log-ahead":
            ahead_s = self.journal.stamps.ahead_ns / 1e9
            _LOG.warning(
                "the log ends %.0f s ahead of this machine's clock: see docs/log.md", ahead_s
            )

    def _build(self, clock: Clock) -> None:
        """Put the parts of the centre together."""
        config, at = self.config, self.config.limits
        self._bodies, self._acts = Bodies(self.store), Acts()
        self._applier = Applier(Workspace.default().catalog, starts_again=False)
        self._subscriptions = Subscriptions(at.clients, self.metrics)
        self._ledger = Ledger(self.journal, config.mode, self.metrics)
        outlets = Outlets(self._subscriptions, self._log_event, self._log_picture)
        self._pipeline = Pipeline(
            self._applier, self.journal, self._bodies.get, outlets, self.metrics
        )
        around = Around(
            name=config.name,
            mode=config.mode,
            limits=at,
            catalog=self._applier.catalog,
            parties=lambda: self.parties,
            viewers=lambda: {} if self._upkeep is None else self._upkeep.world.viewers,
            behind_s=lambda: self._pipeline.behind_s,
            remember=self._bodies.add,
        )
        self._intake = Intake(self.journal, self._ledger, around, self.metrics, clock)
        self._desk = Desk.of(
            self._acts, self._pipeline, self._bodies, lambda: self.parties, (config, clock)
        )
        self._sessions = Sessions(at.late_s + at.ahead_s)
        self._sources: dict[str, Source] = {}
        self._upkeep: Upkeep | None = None
        self._parts: dict[str, Part] = {
            "store": self._store_state,
            "intake": self._intake.state,
            "clock": self._clock_state,
            "picture": self._pipeline.state,
            "parties": self._roll.state,
        }
        measure(self.metrics, self.journal, self._parts)

    # Beginning and end

    def start(self) -> None:
        """Take up the log where it ended, and begin; done when there are pictures.

        Raises:
            InputError: rules that cannot be in force, or a log that stands for what is not there.
            StoreError: the start could not be written.
        """
        config, catalog, store = self.config, self._applier.catalog, self.store
        is_new = recalling.mode_of(store) is None
        agreed = starting.agreed_rules(config, catalog)
        keys = trusted_keys(self.parties.registry, self.now())
        story = starting.log_keys(self.journal, store, keys, config.mode)
        before = recalling.rules_in_force(store, story)
        rules = starting.put_rules_in_force(self.journal, before, agreed, config.mode)
        starting.set_intake(self._intake, rules, self._bodies, catalog)
        parties, people = self._roll.standing(self.now())
        if is_new:  # later the log says what was in force, whatever has been added since
            check_together(
                self._intake.ruling.rules, viewers_of(config, parties, people), config.mode
            )
        for record in recalling.acts(store, self._bodies.get):
            self._acts.add(record)
        for fall in story.falls:
            self._acts.end(fall.at, fall.fallen)
        now_ns = self.journal.stamps.now_ns()
        since_ns = now_ns - round(self._sessions.remembers_s * 1e9)
        self._sessions.remember(recalling.sessions(store, since_ns), self.now())
        self._applier.signers |= {party: one.key for party, one in rules.items()}
        wanted = World.of(config, parties, people, recalling.digests_of(rules))
        world = wanted.under(self._intake.ruling.rules)
        since_ns = resumed_since_ns(now_ns, self._intake.ruling.rules, world.options)
        reporters = starting.take_up(self._applier, store, self._bodies, story, since_ns)
        self._intake.reporters = reporters
        self._bodies.add(world.body)
        self._pipeline.start()
        starting.write_start(self.journal, world)
        if not self._pipeline.has_begun(_BEGINS_S):
            raise NumericalError("no picture could be made", where=self._pipeline.failure)
        self._upkeep = Upkeep(
            self._roll,
            self._sessions,
            self._subscriptions,
            self._intake,
            self._acts,
            self._ledger,
            self._bodies,
            self.journal.stamps,
            config,
            story.keys,
            recalling.tokens_in_force(store),
            deepcopy(story.trust),  # it goes on entry by entry, as that of the pictures does
            world,
            frozenset(wanted.viewers) - frozenset(world.viewers),
        )
        self._upkeep.once()
        self._upkeep.start()
        self.watch("upkeep", self._upkeep.state)
        for name, source in sources_of(config, self):
            self.run_beside(name, source)

    def run_beside(self, name: str, source: Source) -> None:
        """Start something that runs while the centre does.

        Args:
            name: under which health tells of it.
            source: to start, and to close with the centre.
        """
        self._sources[name] = source
        self.watch(name, source.word)
        source.start()

    def close(self) -> None:
        """End: what was received is written and sealed, and the log says that the centre ended."""
        for source in self._sources.values():
            source.close()
        self._subscriptions.close("the centre ends")
        self._intake.close()
        self._desk.close()
        self._pipeline.close()
        if self._upkeep is not None:
            self._upkeep.close()
            starting.write_stop(self._ledger, self._upkeep.world)
        self.journal.close()

    # Parties

    def receive(
        self, parts: SignedBatch | NotTaken, via: str, kept_s: float = 0.0
    ) -> Future[Receipt]:
        """That a batch of data, rules or a notice is on disk; fails with `RefusedError`.

        Args:
            parts: as they came; the content type that the party signed says what they are.
            via: the address of whoever sent them; empty for a source of the centre itself.
            kept_s: for how long something on the way may have kept data for the centre.
        """
        return self._intake.receive(parts, via, kept_s)

    def may_send(self, header: str, signature: str, via: str) -> None:
        """Refuse a sender before the body has come.

        Args:
            header: what stood under `Glasshield-Batch`.
            signature: what stood under `Glasshield-Signature`.
            via: the address of whoever sends.

        Raises:
            RefusedError: whoever sends is nobody here, or sends too much.
        """
        self._intake.may_send(from_http(header, signature, b""), via)

    def session(self, parts: SignedBatch | NotTaken, via: str) -> Session:
        """A token with which a party reads.

        Args:
            parts: a signed batch of the content type of a session.
            via: the address of whoever sent it.

        Raises:
            RefusedError: it is none, or was used.
        """
        batch = self._intake.opened(parts, via)
        if batch.header.content_type != SESSION_TYPE:
            raise RefusedError(
                Code.CONTENT_TYPE,
                "this is no request for a session",
                where="content_type",
                expected=SESSION_TYPE,
            )
        made = self._sessions.begin(batch, self.parties, self.now())
        self._desk.note_session(batch)
        return made

    # Readers

    def reader(self, token: str) -> Reader:
        """Who reads by a token.

        Raises:
            RefusedError: nobody does.
        """
        found = self._sessions.reader(token, self.parties, self.now())
        if found is None:
            now = self.now()
            person = self._roll.standing(now)[1].who(token, now)
            found = None if person is None else reader_of(person, token_digest(token))
        if found is None:
            raise not_known()
        return found

    def subscribe(self, reader: Reader, wake: Callable[[], None]) -> Subscription:
        """The live pictures of a reader.

        Args:
            reader: who.
            wake: called from another thread when there is something new; it must not wait.

        Raises:
            RefusedError: too many read already.
        """
        return self._subscriptions.add(reader, wake)

    def published(self, viewer: str) -> Future[Published]:
        """What a viewer sees now."""
        return self._pipeline.ask(lambda engine: self._pipeline.seen(engine, viewer))

    def history(self, viewer: str, picture: int, number: int | None) -> Future[Tracks | None]:
        """The released rows of one or all objects of a picture; None where there is no such."""
        return self._pipeline.ask(lambda engine: engine.history(viewer, picture, number))

    def detections(self, viewer: str, after: int) -> Future[tuple[ShownDetections, ...]]:
        """The released detections of a viewer after a number."""
        return self._pipeline.ask(lambda engine: engine.detections(viewer, after))

    def released(self, viewer: str, data: bytes, **counts: int) -> None:
        """Have the log say that something went out to a viewer.

        Args:
            viewer: to whom.
            data: the bytes, each once.
            counts: of what is in them, such as tracks.
        """
        self._ledger.released(viewer, data, counts)

    # People

    def act(self, reader: Reader, act: Act) -> Future[ActRecord]:
        """What was done, on disk; fails with `RefusedError`."""
        return self._desk.act(reader, act)

    def acts(self, reader: Reader) -> tuple[ActRecord, ...]:
        """The acts that a reader may see."""
        return self._acts.seen_by(reader)

    def requests(self, reader: Reader) -> tuple[RequestState, ...]:
        """The requests that a reader may see, and what became of them."""
        return self._acts.requests(reader)

    def consultations(self, reader: Reader) -> tuple[ConsultationState, ...]:
        """The consultations that a reader may see, and what came of them."""
        return self._acts.consultations(reader)

    def granted(self, reader: Reader, request: str) -> Future[Tracks]:
        """The tracks that a grant released; fails with `RefusedError`."""
        return self._desk.granted(reader, request)

    # What holds

    @property
    def mode(self) -> Mode:
        """Exercise or real."""
        return self.config.mode

    @property
    def run(self) -> str:
        """Which start of the centre this is."""
        return self._pipeline.run

    @property
    def parties(self) -> Parties:
        """As they are now."""
        return self._roll.parties

    @property
    def rules(self) -> RuleSet:
        """In force, of all parties."""
        return self._intake.ruling.rules

    @property
    def reporters(self) -> frozenset[str]:
        """The parties that have sent tracks of their own since the start."""
        return self._intake.reporters

    @property
    def notices(self) -> tuple[KnownNotice, ...]:
        """Launch notices that are not long over; they are open to all of the centre."""
        now = self.now()
        return tuple(each for each in self._applier.notices if not is_over(each, now))

    def now(self) -> Instant:
        """The time of the log."""
        return Instant(self.journal.stamps.now_ns() // _NS_A_US)

    # The log

    def log_keys(self) -> bundle.Keys:
        """Whose keys stand in the head of an exported log."""
        return witnessing.keys_of(self.config, self._signer, self.parties)

    def cosign(self, size: int, signature: NoteSignature) -> None:
        """Put a witness's signature under the checkpoint of some size.

        Raises:
            RefusedError: it is not that of a witness of this log.
            StoreError: it could not be kept.
        """
        witnesses = witnessing.witness_keys(self.config, self.parties, self.now())
        keys = seals(log_key(self._signer, self.config.name), witnesses)
        what = (size, signature)
        witness = witnessing.put_cosignature(self.journal, self.store, keys, what)
        witnessing.log_cosignature(self._ledger, self.config, self.store, (size, witness))

    # How it does

    def health(self) -> Health:
        """How the centre does, in words."""
        return health_of(self.mode, self._parts, self._pipeline.left_out)

    def watch(self, name: str, part: Part) -> None:
        """Have health and metrics tell of one more part."""
        self._parts[name] = part
        measure_part(self.metrics, name, part)

    def _store_state(self) -> str:
        trouble = self.journal.state().trouble
        return GOOD if trouble is None else trouble.value

    def _clock_state(self) -> str:
        return self.journal.stamps.word

    def _log_event(self, told: Told) -> None:
        """Have the log say what happened; what was found once more stands there already."""
        if told.again:
            return
        self.metrics.counter(
            "glasshield_events_total", "Events in all pictures.", kind=told.event.kind.value
        ).add()
        body = event_body(told)
        draft = partial(
            EventEntry, mode=self.mode, view_sha256=told.view_sha256, event_sha256=body.sha256
        )
        self._ledger.write(draft, Extra((body,)))

    def _log_picture(self, at: Instant, digest: str) -> None:
        """Have the log say what all pictures are."""
        tick = timestamp(at.posix_us * _NS_A_US)
        self._ledger.write(partial(PictureEntry, mode=self.mode, tick=tick, picture_sha256=digest))
