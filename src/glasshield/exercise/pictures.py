"""The pictures of an exercise: the centre's own engine, fed with what simulated sensors report.

Each party sees what its rules give it, the coordinating centre what parties release to it, and the
controller everything. A party that withholds, or whose link is cut, changes the rules that are in
force, nothing else: it still sees what its own sensors do.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from jaxtyping import Int

from glasshield.centre.picture.engine import Engine
from glasshield.centre.picture.options import EngineOptions
from glasshield.centre.picture.parts import Parts
from glasshield.centre.picture.shown import Shown, ShownEvent
from glasshield.centre.picture.snapshot import UNKNOWN_CLASS, Snapshot, Taken
from glasshield.centre.picture.ticks import TICKS_A_SECOND
from glasshield.centre.picture.usual import usual_parts
from glasshield.centre.warning.notices import KnownNotice
from glasshield.earth.time import Instant
from glasshield.errors import NumericalError
from glasshield.exchange.release.coarsen import Event
from glasshield.exchange.release.rules import Rule, RuleSet, Source
from glasshield.exchange.release.terms import EXACT, Kind, Mode
from glasshield.exercise.records import CENTRE, CONTROLLER
from glasshield.exercise.world import Stage
from glasshield.fusion.tracker import Tracker
from glasshield.sensing.detections import UNKNOWN, Detections
from glasshield.sensing.station import Station

_KEEP_S: Final = 120.0


class Audience(enum.Enum):
    """For whom pictures are made. Whoever else looks, the others' pictures are the same.

    What is decided stands on the centre's picture, and on those of parties that plan for themselves
    for a while or all along: a run that only asks what was decided leaves the others out, and
    alarms with them.
    """

    DECISIONS = "decisions"
    CELLS = "cells"
    CONTROLLER_TOO = "controller-too"


@dataclass(frozen=True, slots=True)
class Seen:
    """An object of a picture.

    Attributes:
        shown: the picture.
        row: of the object.
    """

    shown: Shown
    row: int

    @property
    def at(self) -> Instant:
        """For when its state holds."""
        return self.shown.epoch.plus_s(float(self.shown.time_s[self.row]))

    @property
    def contributors(self) -> tuple[str, ...]:
        """Whose data it stands on, as `party/sensor`, or the party alone."""
        every = zip(self.shown.contributors, self.shown.by[self.row], strict=True)
        return tuple(f"{party}/{sensor}".rstrip("/") for (party, sensor), is_by in every if is_by)


class Silent:
    """Watches nothing: for pictures of which nobody is told."""

    def __init__(self, _stations: tuple[Station, ...], _mode: Mode) -> None:
        """Nothing to set up."""

    def look(self, _snapshot: Snapshot, _tracker: Tracker, _at: Instant) -> Sequence[Event]:
        """Nothing has happened."""
        return ()

    def classes(self, number: Int[np.ndarray, "k"]) -> Int[np.ndarray, "k"]:
        """Nobody knows what objects are."""
        return np.full(len(number), UNKNOWN_CLASS)

    def put_notice(self, _notice: Any) -> None:
        """Forgets it."""


class Pictures:
    """The pictures of all viewers of one run, step by step.

    Attributes:
        rules: in force now, with what the controller is given.
        viewers: for whom pictures are made, and whether they bring data of their own.
    """

    __slots__ = ("_engine", "_given", "_rules", "_told", "rules", "viewers")

    def __init__(self, stage: Stage, audience: Audience) -> None:
        """Pictures in which nothing is.

        Args:
            stage: of the exercise.
            audience: for whom.
        """
        exercise = stage.exercise
        epoch = exercise.epoch
        parts = usual_parts()
        viewers = {CENTRE: False}
        if audience is Audience.DECISIONS and not _names_classes(exercise.rules):
            parts = Parts(Silent, parts.joiner, parts.region)
        if audience is not Audience.DECISIONS:
            viewers |= dict.fromkeys(exercise.parties, True)
        if audience is Audience.CONTROLLER_TOO:
            viewers[CONTROLLER] = False
        options = EngineOptions(stride=TICKS_A_SECOND * exercise.step_s, keep_s=_KEEP_S)
        self._engine = Engine(Mode.EXERCISE, epoch, options, parts)
        self._engine.put_parties(stage.stations_by_party(), epoch)
        self._rules = exercise.rules
        self.viewers = viewers
        self._given: dict[str, tuple[tuple[int, int], ...]] = {}
        # What the controller sees stands in no record: it is the same whether anybody looks.
        self._told = dict.fromkeys((name for name in viewers if name != CONTROLLER), 0)
        self.put_rules(exercise.parties, frozenset(), frozenset(), epoch)
        self._engine.put_viewers(viewers, epoch)

    def add(self, parties: Iterable[str], at: Instant) -> None:
        """Makes pictures for parties, too.

        Args:
            parties: for whom.
            at: the beginning of the run, for what was before is not made up for.
        """
        new = {party: True for party in sorted(parties) if party not in self.viewers}
        if new:
            self.viewers |= new
            self._told |= dict.fromkeys(new, 0)
            self._engine.put_viewers(self.viewers, at)

    def put_rules(
        self,
        parties: Iterable[str],
        withheld: frozenset[str],
        cut: frozenset[str],
        at: Instant,
    ) -> None:
        """Puts in force what parties grant now.

        Args:
            parties: all of them.
            withheld: those whose data nobody else is given.
            cut: those that give nothing to others and get nothing from them.
            at: from when on.
        """
        rules = [
            replace(rule, to=rule.to - cut)
            for rule in self._rules
            if rule.owner not in withheld | cut and rule.to - cut
        ]
        rules += [_for_controller(party) for party in parties]
        self.rules = RuleSet.of(rules)
        self._engine.put_rules(self.rules, at)

    def put_notice(self, notice: KnownNotice, at: Instant) -> None:
        """Takes in a notice, which goes to all."""
        self._engine.put_notice(notice, at)

    def take(self, party: str, detections: Detections, at: Instant) -> None:
        """Takes in what has arrived of a party; of which flight it is goes no further.

        Args:
            party: whose sensors.
            detections: one at least.
            at: now.
        """
        nobodys = np.full(len(detections), UNKNOWN, dtype=np.int32)
        bare = replace(detections, truth=nobodys)
        identity = f"{party} {at}"
        self._engine.take(Taken(party, Mode.EXERCISE, at, at, identity, detections=bare))

    def advance(self, at: Instant) -> None:
        """Makes all pictures of an instant.

        Raises:
            NumericalError: one of them could not be made.
        """
        self._engine.advance(at)
        for fault in self._engine.faults():
            raise NumericalError(
                "a picture of the exercise could not be made",
                where=str(at),
                got=f"{fault.part.value}: {fault.trace.strip().splitlines()[-1]}",
            )

    def changed(self) -> Iterator[tuple[str, Shown]]:
        """The pictures of viewers that have an object more than when this was asked last."""
        for viewer in self._told:
            given = self._engine.counts(viewer)
            if given == self._given.get(viewer):
                continue
            before = dict(self._given.get(viewer, ()))
            self._given[viewer] = given
            more = {picture for picture, count in given if count > before.get(picture, 0)}
            for shown in self._engine.pictures(viewer):
                if shown.picture in more:
                    yield viewer, shown

    def new_events(self) -> Iterator[tuple[str, ShownEvent]]:
        """What each viewer has been told of since this was asked the last time."""
        for viewer in self._told:
            for event in self._engine.events(viewer, self._told[viewer]):
                self._told[viewer] = event.number
                yield viewer, event

    def pictures(self, viewer: str) -> tuple[Shown, ...]:
        """The pictures of a viewer at the last step."""
        return self._engine.pictures(viewer)

    def events(self, viewer: str, after: int = 0) -> tuple[ShownEvent, ...]:
        """What a viewer has been told of, after the event of a number."""
        return self._engine.events(viewer, after)

    def row_of(self, viewer: str, picture: int, number: int) -> Seen | None:
        """An object of a picture as it is now; None where it is not there."""
        for shown in self._engine.pictures(viewer):
            if shown.picture == picture:
                row = int(np.searchsorted(shown.number, number))
                if row < len(shown) and shown.number[row] == number:
                    return Seen(shown, row)
        return None


def _names_classes(rules: RuleSet) -> bool:
    """Whether what anybody is given depends on what objects are taken for."""
    return any(rule.terms.classes is not None for rule in rules)


def _for_controller(party: str) -> Rule:
    """What the controller is given of a party's data: all of it."""
    return Rule(
        f"controller-{party}",
        Source(party),
        frozenset({CONTROLLER}),
        frozenset({Kind.TRACKS, Kind.EVENTS}),
        Mode.EXERCISE,
        EXACT,
        "exercise",
    )


def contributing(shown: Shown) -> Mapping[str, int]:
    """How many objects of a picture each party has seen."""
    found: dict[str, int] = {}
    for (party, _), column in zip(shown.contributors, shown.by.T, strict=True):
        found[party] = found.get(party, 0) + int(column.sum())
    return found
