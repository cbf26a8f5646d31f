"""The thread that makes the pictures: what the log says in its order, then the ticks it allows.

It runs a tick when nothing of the log up to then can still come, so that whoever reads the log
later finds the same. Whoever asks it something is answered between two ticks.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, Final, Generic, TypeVar

from glasshield.centre.applying import Applier, BodyOf
from glasshield.centre.errors import Code, RefusedError
from glasshield.centre.health import GOOD
from glasshield.centre.log.journal import Journal, Landed
from glasshield.centre.metrics import Metrics
from glasshield.centre.picture.engine import Engine
from glasshield.centre.picture.faults import FAULTS
from glasshield.centre.picture.snapshot import Reports, Told
from glasshield.centre.picture.ticks import (
    TICK_S,
    TICK_US,
    TICKS_A_SECOND,
    instant_at,
    instant_of,
    last_tick,
)
from glasshield.centre.subscriptions import Published, Subscriptions
from glasshield.earth.time import Instant
from glasshield.errors import GlasshieldError, NumericalError
from glasshield.exchange.log.entries import (
    CentreEntry,
    PartyEntry,
    ReceivedEntry,
    RulesEntry,
    nanoseconds,
    timestamp,
)
from glasshield.sensing.detections import Detections

_LOG: Final = logging.getLogger(__name__)
_NS_A_TICK: Final = TICK_US * 1000
_NS_A_MS: Final = 1_000_000
_BEHIND_S: Final = 1.0
_POLL_S: Final = 0.001  # while the journal writes
_RETRY_S: Final = 5.0
_ANSWERING_S: Final = 0.01  # of a tick, for questions
_AT_MOST: Final = 4  # ticks run before whoever asks something is answered
_LATENCY_S: Final = (0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.5, 1.0, 2.0, 5.0, 10.0)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Question(Generic[T]):
    """Something that is asked of the pictures."""

    ask: Callable[[Engine], T]
    future: Future[T] = field(default_factory=Future)

    def answer(self, engine: Engine) -> None:
        """Ask it."""
        if self.future.set_running_or_notify_cancel():
            try:
                self.future.set_result(self.ask(engine))
            except GlasshieldError as error:
                self.future.set_exception(error)
            except FAULTS:
                _LOG.exception("something asked of the pictures has no answer")
                self.future.set_exception(
                    NumericalError("this cannot be worked out", where="pictures")
                )

    def refuse(self, error: GlasshieldError) -> None:
        """Say that no answer comes."""
        if self.future.set_running_or_notify_cancel():
            self.future.set_exception(error)


@dataclass(frozen=True, slots=True)
class Outlets:
    """Where what the pictures give goes.

    Attributes:
        subscriptions: of readers.
        event: told of each event, in its order.
        digest: told once a second of what all pictures are.
    """

    subscriptions: Subscriptions
    event: Callable[[Told], None]
    digest: Callable[[Instant, str], None]


class Pipeline:
    """The pictures of a running centre."""

    __slots__ = (
        "_applier",
        "_arrivals",
        "_asked",
        "_begun",
        "_body_of",
        "_changed",
        "_closing",
        "_failure",
        "_landed",
        "_latency",
        "_left_out",
        "_metrics",
        "_outlets",
        "_run",
        "_thread",
        "_tick",
        "_tick_s",
        "_word",
        "journal",
    )

    def __init__(
        self,
        applier: Applier,
        journal: Journal,
        body_of: BodyOf,
        outlets: Outlets,
        metrics: Metrics,
    ) -> None:
        """Pictures that have not begun.

        Args:
            applier: that has taken in the start of the centre.
            journal: to listen to.
            body_of: gives what stands in the log by its SHA-256.
            outlets: where events and pictures go.
            metrics: where ticks and latencies are counted.
        """
        self._applier, self.journal, self._body_of = applier, journal, body_of
        self._outlets, self._metrics = outlets, metrics
        self._landed: deque[Landed] = deque()
        self._asked: deque[_Question[Any]] = deque()
        self._changed = threading.Condition()
        self._closing = False
        self._failure = ""
        self._word = GOOD
        self._left_out: Mapping[str, int] = {}
        self._begun = threading.Event()
        self._arrivals: deque[tuple[int, int]] = deque()
        self._tick = 0
        self._run = ""
        self._measure(metrics)
        self._thread = threading.Thread(target=self._work, name="pictures", daemon=True)

    def start(self) -> None:
        """Begin to take in what is written: first of all that the centre starts."""
        self.journal.listen(self.told)
        self._thread.start()

    def has_begun(self, within_s: float) -> bool:
        """Whether there are pictures or a failure that health tells, after waiting so long."""
        return self._begun.wait(within_s)

    @property
    def run(self) -> str:
        """Which start of the centre this is: its time, in UTC."""
        return self._run

    def told(self, landed: Sequence[Landed]) -> None:
        """Take in what has been written; the journal calls it and must not wait."""
        wanted = [one for one in landed if isinstance(one.entry, _KINDS)]
        with self._changed:
            self._landed.extend(wanted)
            self._changed.notify()

    def ask(self, question: Callable[[Engine], T]) -> Future[T]:
        """What the pictures answer between two ticks.

        Args:
            question: asked in their thread; it must be quick.
        """
        made = _Question(question)
        with self._changed:
            if self._failure or self._closing:
                made.refuse(_ended())
            else:
                self._asked.append(made)
                self._changed.notify()
        return made.future

    @property
    def behind_s(self) -> float:
        """How far the last tick lies behind the time of the log; 0 where none comes any more."""
        if not self._tick or self._failure:
            return 0.0
        return max(self.journal.stamps.now_ns() / 1e9 - self._tick * TICK_US / 1e6, 0.0)

    @property
    def failure(self) -> str:
        """Why there are no pictures any more; empty while there are."""
        return self._failure

    def state(self) -> str:
        """How it does, in a word for health."""
        if self._failure:
            return "failed"
        if not self._begun.is_set():
            return "resuming"
        if self._word == GOOD and self.behind_s > _BEHIND_S:
            return "behind"
        return self._word

    @property
    def left_out(self) -> Mapping[str, int]:
        """How much of what each party sent went into no picture since the start, where any did."""
        return self._left_out

    def close(self) -> None:
        """Run no more ticks; whoever still asks is told so."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        if self._thread.ident is not None:
            self._thread.join()
        self._refuse()

    def _measure(self, metrics: Metrics) -> None:
        self._latency = metrics.histogram(
            "glasshield_latency_seconds",
            "From the arrival of a batch to the tick that holds it being published.",
            _LATENCY_S,
        )
        self._tick_s = metrics.histogram("glasshield_tick_seconds", "What a tick takes.")
        metrics.gauge(
            "glasshield_behind_seconds",
            "How far the pictures are behind the log.",
            lambda: self.behind_s,
        )

    def _work(self) -> None:
        """Run ticks until the centre closes."""
        try:
            while self._wait():
                self._step()
        except Exception as error:  # noqa: BLE001  # nothing is above it: why stands in the log
            _LOG.exception("the pictures end")
            self._failure = getattr(error, "sentence", "") or "the pictures ended"
        finally:  # whatever ended it: health says so, and nobody is left waiting
            if not self._closing:
                self._failure = self._failure or "the pictures ended"
            self._begun.set()
            self._refuse()

    def _refuse(self) -> None:
        """Tell whoever still asks that no answer comes."""
        with self._changed:
            left = tuple(self._asked)
            self._asked.clear()
        for question in left:
            question.refuse(_ended())

    def _wait(self) -> bool:
        """Wait until a tick may be due or something is asked; whether to go on."""
        with self._changed:
            if not self._closing and not self._asked:
                left_ns = (self._tick + 1) * _NS_A_TICK - self.journal.stamps.now_ns()
                self._changed.wait(min(max(left_ns / 1e9, _POLL_S), TICK_S))
            return not self._closing

    def _step(self) -> None:
        """Take in what was written, run the ticks that it allows, and answer."""
        settled = Instant(self.journal.settled_ns() // 1000)
        with self._changed:
            landed = tuple(self._landed)
            self._landed.clear()
        for one in landed:
            self._take(one)
        if self._applier.engine is None:
            return
        self._tick_to(min(last_tick(settled), self._tick + _AT_MOST))
        self._answer()

    def _answer(self) -> None:
        """Answer what is asked, for as long as ticks can wait; the rest after the next."""
        until_s = time.monotonic() + _ANSWERING_S
        while True:
            with self._changed:
                question = self._asked.popleft() if self._asked else None
            if question is None:
                return
            question.answer(self._applier.running)
            if time.monotonic() >= until_s:
                return

    def _take(self, one: Landed) -> None:
        """Take in an entry; data that cannot be taken in cost nobody else the pictures.

        Rules or stations that cannot end them: what was granted before may be granted no more.
        """
        carry = one.carry if isinstance(one.carry, (Detections, Reports)) else None
        try:
            self._applier.apply(one.entry, one.at_ns, self._body_of, carry)
        except FAULTS:
            if not isinstance(one.entry, ReceivedEntry):
                raise
            _LOG.exception("a batch of %s cannot be taken in", one.entry.party)
            self._count_failure("entry", one.entry.party)
        if isinstance(one.entry, ReceivedEntry):
            self._arrivals.append((one.at_ns, nanoseconds(one.entry.arrived)))
        if isinstance(one.entry, CentreEntry) and one.entry.verb == "start":
            # To the millisecond, as its last digits could tell how much was written.
            self._run = timestamp(one.at_ns // _NS_A_MS * _NS_A_MS)
            self._tick = last_tick(instant_of(one.at_ns))

    def _tick_to(self, tick: int) -> None:
        """Run the ticks up to one, and give out what they give."""
        if tick <= self._tick:
            return
        began_s = time.perf_counter()
        engine = self._applier.running
        happened = engine.advance(instant_at(tick))
        self._publish(engine)  # first: readers wait for pictures, nobody for entries
        for told in happened:
            self._outlets.event(told)
        self._tell_failures(engine)
        if tick // TICKS_A_SECOND > self._tick // TICKS_A_SECOND:
            self._outlets.digest(instant_at(tick), engine.digest())
            self._tell_left_out(engine)
        self._tick = tick
        self._note(tick)
        self._tick_s.observe(time.perf_counter() - began_s)
        self._begun.set()

    def _tell_failures(self, engine: Engine) -> None:
        """Say what failed since the tick before."""
        for fault in engine.faults():
            _LOG.error("%s %s failed at %s\n%s", fault.part, fault.name, fault.at, fault.trace)
            self._count_failure(fault.part.value, fault.name)
        self._word = "resting" if engine.is_resting else "faulty" if engine.is_faulty else GOOD

    def _count_failure(self, part: str, name: str) -> None:
        self._metrics.counter(
            "glasshield_failures_total",
            "How often a feed, a viewer, a party's data, an entry or all pictures failed.",
            part=part,
            which=name,
        ).add()

    def _tell_left_out(self, engine: Engine) -> None:
        """Count what was taken and went into no picture."""
        sums = {party: left.total for party, left in engine.left_out.items()}
        self._left_out = {party: count for party, count in sums.items() if count}
        about = "Detections, and odd states of tracks, that went into no picture."
        for party, left in engine.left_out.items():
            for why in ("unknown", "misdated", "odd"):
                gauge = self._metrics.gauge(
                    "glasshield_left_out", about, None, party=party, why=why
                )
                gauge.set(getattr(left, why))

    def _publish(self, engine: Engine) -> None:
        for viewer in self._outlets.subscriptions.viewers():
            self._outlets.subscriptions.put(self.seen(engine, viewer))

    def seen(self, engine: Engine, viewer: str) -> Published:
        """What a viewer sees now; asked in the pictures' thread."""
        return Published(
            viewer, engine.at, self._run, engine.pictures(viewer), engine.events(viewer)
        )

    def _note(self, tick: int) -> None:
        """Count how long what is in the pictures now took from its arrival."""
        now_ns = self.journal.stamps.now_ns()
        while self._arrivals and self._arrivals[0][0] <= tick * _NS_A_TICK:
            self._latency.observe((now_ns - self._arrivals.popleft()[1]) / 1e9)


_KINDS: Final = (ReceivedEntry, RulesEntry, CentreEntry, PartyEntry)


def _ended() -> RefusedError:
    """The answer of a centre that makes no pictures any more; why is its operator's business."""
    return RefusedError(
        Code.BUSY, "there are no pictures now", do="try again later", retry_after_s=_RETRY_S
    )
