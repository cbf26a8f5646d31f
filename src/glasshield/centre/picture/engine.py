"""The engine: batches in the order of the log in, pictures of all viewers out, tick by tick.

It knows no clock and no file. What it has been given decides all that it gives, to the last digit;
and what a viewer gets is decided by what that viewer may see alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from glasshield.centre.picture.faults import FAULTS, Course, Fault, Faults, Part
from glasshield.centre.picture.feeds import Running, stations_of
from glasshield.centre.picture.following import Around
from glasshield.centre.picture.in_force import Coming, InForce
from glasshield.centre.picture.kept import Kept, LeftOut
from glasshield.centre.picture.options import USUAL, EngineOptions
from glasshield.centre.picture.parcels import Registered, check
from glasshield.centre.picture.parts import Parts
from glasshield.centre.picture.planning import check_delays, longest_delay_s, on_stride
from glasshield.centre.picture.releasing import within
from glasshield.centre.picture.shown import Shown, ShownDetections, ShownEvent
from glasshield.centre.picture.snapshot import Taken, Told
from glasshield.centre.picture.ticks import (
    TICKS_A_SECOND,
    instant_at,
    is_whole_second,
    last_tick,
    tick_of,
    ticks_in,
)
from glasshield.centre.picture.usual import usual_parts
from glasshield.centre.picture.viewers import Happened, Viewer
from glasshield.centre.picture.views import Pane
from glasshield.earth.time import Instant
from glasshield.errors import RangeError
from glasshield.exchange.release.coarsen import Event
from glasshield.exchange.release.layers import Feed
from glasshield.exchange.release.rules import RuleSet
from glasshield.exchange.release.terms import Mode
from glasshield.fusion.tracks import Tracks
from glasshield.sensing.station import Station

if TYPE_CHECKING:
    from glasshield.centre.warning.notices import KnownNotice


def reach_s(rules: RuleSet, options: EngineOptions = USUAL) -> float:
    """From how far back batches are needed to make all pictures anew, in seconds."""
    return options.keep_s + longest_delay_s(rules)


def resumed_reach_s(rules: RuleSet, options: EngineOptions = USUAL) -> float:
    """From how far back a start of the centre needs batches, in seconds."""
    return _resumed_s(options) + longest_delay_s(rules)


def _resumed_s(options: EngineOptions) -> float:
    return min(options.resumed_s, options.keep_s)


class Engine:
    """Makes the pictures of all viewers; one thread calls it.

    Whatever has a time takes effect at the first tick at or after it, in the order of the log.
    Pictures are made anew, out of the batches that are kept, when what they are made of changes:
    rules, stations, viewers, or a start of the centre.
    """

    def __init__(
        self,
        mode: Mode,
        start: Instant,
        options: EngineOptions = USUAL,
        parts: Parts | None = None,
    ) -> None:
        """An engine that has been given nothing.

        Args:
            mode: of the centre; data of the other are refused.
            start: the time of the log entry that says that the centre has started. Batches of
                before may be taken until the first tick.
            options: how pictures are made.
            parts: what feeds are made of; left out, the usual.
        """
        self.mode = mode
        self.options = options
        self._coming = Coming()
        self._faults = Faults()
        self._course = Course()
        self._around = Around(
            options,
            usual_parts() if parts is None else parts,
            lambda: self._coming.now.notices.values(),
            self._faults,
        )
        self._kept = Kept(options.ahead_s, options.keep_s, self._faults)
        self._viewers: dict[str, Viewer] = {}
        self._running: tuple[Running, ...] = ()
        self._story = b""
        self._next = self._on_grid(start)
        self._has_begun = False
        self._is_built = False

    @property
    def at(self) -> Instant:
        """The last tick that was run, or the one before the first."""
        return instant_at(self._next - self.options.stride)

    # What it is given.

    def put_parties(self, stations: Mapping[str, Iterable[Station]], at: Instant) -> None:
        """Registers the sensors of all parties, by party; those of before are gone."""
        self._put(self._coming.last.with_stations(stations), at)

    def put_rules(self, rules: RuleSet, at: Instant) -> None:
        """Puts the rules of all parties in force; those of before are gone.

        Raises:
            InputError: a viewer would have too many pictures, or something waits too long; then
                nothing is changed.
        """
        self.check_rules(rules)
        coarse = on_stride(rules, self.options.stride)
        self._put(replace(self._coming.last, rules=coarse), at)

    def check_rules(self, rules: RuleSet) -> None:
        """Refuses rules that could not be put in force for those who read now.

        Raises:
            InputError: a viewer would have too many pictures, or something waits too long.
        """
        check_delays(rules, self.options.most_delay_s)
        self._check(replace(self._coming.last, rules=rules))

    def put_viewers(self, viewers: Mapping[str, bool], at: Instant) -> None:
        """Says who reads, and whether they bring data of their own.

        Raises:
            InputError: one would have too many pictures; then nothing is changed.
        """
        self._put(replace(self._coming.last, viewers=dict(viewers)), at)

    def put_notice(self, notice: KnownNotice, at: Instant) -> None:
        """Takes in a notice, open to all."""
        self._put(self._coming.last.with_notice(notice, self.options.most_notices), at)

    def _put(self, state: InForce, at: Instant) -> None:
        self._check(state)
        self._coming.put(self._tick_to_come(at), state)

    def _check(self, state: InForce) -> None:
        state.plans(self.mode, self.options.most_feeds)

    def take(self, batch: Taken) -> None:
        """Takes in a batch, in the order of the log.

        Numbers that no tracker should see are left out and counted, as the log holds them for good.

        Raises:
            RangeError: data of the other mode, or of a tick that has been run.
        """
        if batch.mode is not self.mode:
            raise RangeError("data of the other mode", where=batch.identity, got=batch.mode.value)
        tick = self._tick_to_come(batch.at)
        try:
            if batch.detections is not None:
                check(batch.detections)
        except FAULTS as error:
            self._faults.note(Part.PARTY, batch.owner, tick, error)
            if tick >= self._next:  # what came before this start was counted then
                self._kept.leave_out([batch])
        else:
            self._kept.take(tick, batch)

    def _tick_to_come(self, at: Instant) -> int:
        tick = self._on_grid(at)
        if self._has_begun and tick < self._next:
            raise RangeError(
                "this comes after its tick has been run",
                where="at",
                got=str(at),
                expected=f"after {self.at}",
            )
        return tick

    def _on_grid(self, at: Instant) -> int:
        """The first tick that is run at or after an instant."""
        stride = self.options.stride
        return -(-tick_of(at) // stride) * stride

    def restart(self, at: Instant) -> None:
        """Forgets all pictures: the centre has started again. They are made anew at that time.

        Args:
            at: the time of the log entry that says so; no tick is run until then.
        """
        self._viewers, self._running, self._story = {}, (), b""
        self._next, self._has_begun, self._is_built = self._on_grid(at), False, False
        self._course = Course()

    # What it does.

    def advance(self, to: Instant) -> tuple[Told, ...]:
        """What happened in all feeds at the ticks up to a time, which are run.

        Args:
            to: everything up to it has been put and taken.
        """
        told: list[Told] = []
        for tick in range(self._next, last_tick(to) + 1, self.options.stride):
            if self._course.is_resting(tick):
                self._let_go(tick)
                continue
            try:
                self._run(tick, told)
            except FAULTS as error:  # outside of what fails alone: no thread ends for it
                self._faults.note(Part.ALL, "", tick, error)
                self._course.fail(tick)
                self._let_go(tick)
        return tuple(told)

    def _let_go(self, tick: int) -> None:
        """All pictures are gone, and all that came: they begin anew with what comes from now on."""
        for viewer in self._viewers.values():
            viewer.let_go()
        self._running, self._is_built = (), False
        self._kept.let_go(tick)
        self._next, self._has_begun = tick + self.options.stride, True

    def _run(self, tick: int, told: list[Told]) -> None:
        """One tick: what has changed, what has come, what is seen of it."""
        fresh = self._change(tick, told)
        self._next, self._has_begun = tick + self.options.stride, True
        self._kept.gather(tick, self._stations)
        happened: dict[Running, Sequence[Event]] = {}
        for running in self._running:
            due = tick - running.delay
            came = due > running.since and running.take(tick, self._kept.at(due), self._stations)
            if came or running in fresh or is_whole_second(tick):
                happened[running] = running.look(tick, self._kept.at, self._stations)
        self._tell(told, happened, tick, again=False)
        for viewer in self._viewers.values():
            viewer.run(tick, happened, self._kept.at, self._stations)
        self._forget(tick)

    def _change(self, tick: int, told: list[Told]) -> frozenset[Running]:
        """The feeds that are made anew because of what is in force from now on."""
        before = self._coming.now
        now = self._coming.at(tick)
        if not self._has_begun:
            self._kept.gather_before(tick, self._stations)
            return self._build(tick, told)
        if now is None and self._is_built:
            return frozenset()
        now = self._coming.now
        changed = {
            owner
            for owner in before.stations.keys() | now.stations.keys()
            if before.stations.get(owner) != now.stations.get(owner)
        }
        self._kept.forget_stations(changed)
        for key, notice in now.notices.items():
            if before.notices.get(key) is not notice:
                for running in self._running:
                    running.put_notice(notice)
        if self._is_built and (before.stations, before.rules, before.viewers) == (
            now.stations,
            now.rules,
            now.viewers,
        ):
            return frozenset()
        return self._build(tick, told)

    def _build(self, tick: int, told: list[Told]) -> frozenset[Running]:
        """Takes up what is in force; the feeds that are new go through what is kept."""
        fresh: dict[Feed, Running] = {}
        stations = self._stations

        def since(feed: Feed) -> int:
            # What is kept for others' delays is nobody else's business.
            back_s = self.options.keep_s
            if not self._has_begun:
                back_s = _resumed_s(self.options) + feed.delay_s
            return self._enough(feed, tick - ticks_in(back_s), tick)

        def running(feed: Feed, pane: Pane | None) -> Running:
            if pane is not None and pane.running.stations == stations_of(feed, stations):
                return pane.running
            if feed not in fresh:
                fresh[feed] = Running(feed, stations, since(feed), self._around)
            return fresh[feed]

        plans = self._coming.now.plans(self.mode, self.options.most_feeds)
        self._viewers = {
            name: self._viewers.get(name) or Viewer(name, self.mode, self._around) for name in plans
        }
        for name, viewer in self._viewers.items():
            viewer.put_plan(plans[name], running, since)
        # In an order that is the same in every process, where two are alike.
        every = dict.fromkeys(
            pane.running for viewer in self._viewers.values() for pane in viewer.panes
        )
        self._running = tuple(sorted(every, key=lambda each: (each.sha256, each.since)))
        new = tuple(each for each in self._running if each in fresh.values())
        self._go_again(new, tick, told)
        for viewer in self._viewers.values():
            viewer.catch_up(tick, self._kept.at, stations)
        self._kept.forget_known(tick - TICKS_A_SECOND)
        self._is_built = True
        return frozenset(new)

    def _enough(self, feed: Feed, since: int, tick: int) -> int:
        """After which tick parcels are gone through again: so many that it takes no time."""
        left = self.options.most_again
        for came in range(tick - 1 - ticks_in(feed.delay_s), since, -1):
            for parcel in self._kept.at(came):
                try:
                    left -= parcel.admitted(feed, self._stations)
                except FAULTS as error:
                    self._faults.note(Part.PARTY, parcel.owner, came, error)
                    return came
            if left < 0:
                return came
        return since

    def _go_again(self, fresh: Sequence[Running], tick: int, told: list[Told]) -> None:
        """Goes through what is kept once more, with a look at every whole second before now."""
        if not fresh:
            return
        first = min(running.since + running.delay for running in fresh)
        done = first
        for look in range(first - first % -TICKS_A_SECOND, tick, TICKS_A_SECOND):
            self._feed_again(fresh, done, look)
            done = look
            happened = {each: each.look(look, self._kept.at, self._stations) for each in fresh}
            self._tell(told, happened, tick, again=True)
            for viewer in self._viewers.values():
                viewer.run_again(look, happened, tick)
        self._feed_again(fresh, done, tick - 1)

    def _feed_again(self, fresh: Sequence[Running], after: int, last: int) -> None:
        for running in fresh:
            begin = max(after - running.delay, running.since)
            running.take(last, self._kept.between(begin, last - running.delay), self._stations)

    def _tell(self, told: list[Told], happened: Happened, tick: int, *, again: bool) -> None:
        for running, events in happened.items():
            for event in events:
                told.append(Told(running.sha256, event, instant_at(tick), again))
                self._story = hashlib.sha256(self._story + repr(told[-1]).encode()).digest()

    def _forget(self, tick: int) -> None:
        delays = {running.delay for running in self._running}
        keep_s = reach_s(self._coming.now.rules, self.options)
        self._kept.forget(tick, ticks_in(keep_s), delays)

    @property
    def _stations(self) -> Registered:
        return self._coming.now.stations

    # What it gives.

    @property
    def left_out(self) -> Mapping[str, LeftOut]:
        """How much of what came never came in, by party: for that party alone."""
        found = dict(self._kept.left_out)
        for running in self._running:
            for party, odd in running.left_out.items():
                before = found.get(party, LeftOut())
                found[party] = replace(before, odd=before.odd + odd)
        return found

    @property
    def late(self) -> int:
        """How many detections of all feeds came later than the lag allows."""
        return sum(running.too_late for running in self._running)

    def faults(self) -> tuple[Fault, ...]:
        """What failed since this was asked the last time: for who runs the centre."""
        return self._faults.taken()

    @property
    def is_resting(self) -> bool:
        """Whether there are no pictures at all, as they failed again and again."""
        return self._course.is_resting(self._next)

    @property
    def is_faulty(self) -> bool:
        """Whether any picture failed not long ago."""
        tick = self._next - self.options.stride
        return (
            self._course.is_faulty(tick)
            or any(each.course.is_faulty(tick) for each in self._running)
            or any(each.is_faulty(tick) for each in self._viewers.values())
        )

    @property
    def feeds(self) -> int:
        """How many trackers run."""
        return len(self._running)

    def pictures(self, viewer: str) -> tuple[Shown, ...]:
        """The pictures of a viewer as released at the last tick; none for who is not known."""
        found = self._viewers.get(viewer)
        return () if found is None else found.pictures()

    def counts(self, viewer: str) -> tuple[tuple[int, int], ...]:
        """How many objects each picture of a viewer has had by now, with the picture's number.

        It takes no time: whoever waits for a new object asks this first.
        """
        found = self._viewers.get(viewer)
        return () if found is None else found.counts()

    def events(self, viewer: str, after: int = 0) -> tuple[ShownEvent, ...]:
        """What a viewer has been told of, oldest first.

        Args:
            viewer: who.
            after: the number of the last event that is not wanted.
        """
        found = self._viewers.get(viewer)
        return () if found is None else found.events(after)

    def history(self, viewer: str, picture: int, number: int | None = None) -> Tracks | None:
        """The released rows of one object of a picture, or of all; None where there is no picture.

        An object that is not there has no rows. Of objects that only others report there are none.

        Args:
            viewer: who.
            picture: the number of its picture.
            number: of the object in it.
        """
        found = self._viewers.get(viewer)
        return None if found is None else found.history(picture, number)

    def detections(self, viewer: str, after: int = 0) -> tuple[ShownDetections, ...]:
        """Detections released to a viewer, as far as they are kept, oldest first.

        Chunk by chunk until `options.most_answered` are reached; who wants more asks again.

        Args:
            viewer: who.
            after: the number of the last chunk that is not wanted.
        """
        found = self._viewers.get(viewer)
        return () if found is None else found.detections(after, self._stations)

    def own_track(self, owner: str, number: int, since: Instant, until: Instant) -> Tracks | None:
        """The rows of one object that an owner's own data give; None where there is none.

        Args:
            owner: whose data.
            number: of the object in its first picture, which is made of its own data alone.
            since: the first instant that is wanted.
            until: the last.
        """
        found = self._viewers.get(owner)
        if found is None or not self._coming.now.viewers.get(owner):
            return None
        pane = found.panes[0]
        rows = pane.history(pane.pictures[0], number)
        epoch = pane.running.epoch
        chosen = within(rows, since.since_s(epoch), until.since_s(epoch))
        return chosen if len(chosen) else None

    def digest(self) -> str:
        """The SHA-256 of all feeds and of what all viewers know them by, in hexadecimal digits."""
        made = hashlib.sha256(f"{self.mode.value} {self._next}".encode() + self._story)
        made.update(self._course.content())
        for running in self._running:
            for part in running.content():
                made.update(part)
        for viewer in self._viewers.values():
            made.update(viewer.digest())
        return made.hexdigest()
