"""An exercise as it is played: the run, what of it each room is told, and what rooms do in it.

One thread has it. Whatever somebody does is on disk before it takes effect.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, get_args

from glasshield.centre.people.readers import PARTY, Reader
from glasshield.centre.subscriptions import Published
from glasshield.centre.warning.notices import KnownNotice
from glasshield.earth.time import Instant
from glasshield.exercise import actions, records
from glasshield.exercise.actions import Action, What
from glasshield.exercise.api import wire
from glasshield.exercise.api.agreed import procedures
from glasshield.exercise.api.desk import Desk
from glasshield.exercise.api.entering import CONTROLLER
from glasshield.exercise.api.objects import Found, State, best_first
from glasshield.exercise.api.rooms import Now
from glasshield.exercise.api.saying import Voice
from glasshield.exercise.api.setting import sensor_id
from glasshield.exercise.api.truths import truth
from glasshield.exercise.errors import Refused
from glasshield.exercise.log import Branch
from glasshield.exercise.noticing import notice
from glasshield.exercise.reading import Exercise, targets
from glasshield.exercise.world import Stage
from glasshield.messages import LANGUAGES, Language

_RUN_BYTES: Final = 6
_OWN: Final = (actions.WITHHOLDS, actions.RELEASES)


@dataclass(slots=True)
class _Kept:
    """What a room has been told."""

    room: wire.Room
    viewer: str
    reader: Reader
    desk: Desk
    found: Found = field(default_factory=Found)
    records: list[wire.RecordBody] = field(default_factory=list)


class Table:
    """A run that is played in rooms."""

    def __init__(self, branch: Branch, folder: Path | None = None) -> None:
        """The rooms of a run, as they stand.

        Args:
            branch: the run.
            folder: where the tokens of the rooms lie; that of the run where left out.
        """
        self._branch, self._run = branch, branch.run
        self.exercise: Exercise = branch.run.exercise
        self.folder = branch.keeping.path if folder is None else folder
        self._id = secrets.token_urlsafe(_RUN_BYTES)
        self._voice = Voice.of(self.exercise.script)
        self._objects: dict[str, Mapping[int, State]] = {}  # of those who plan, at this step
        self._notices: tuple[KnownNotice, ...] = ()
        self._rooms = {id: self._kept(id) for id in (*self.exercise.cells, CONTROLLER)}
        self._take(branch.found)

    @property
    def rooms(self) -> tuple[str, ...]:
        """All rooms by id, the controller's last."""
        return tuple(self._rooms)

    @property
    def cells(self) -> tuple[str, ...]:
        """The rooms of cells."""
        return tuple(self.exercise.cells)

    @property
    def stage(self) -> Stage:
        """What all runs of the exercise share."""
        return self._run.stage

    @property
    def second(self) -> int:
        """How far the run has come."""
        return self._run.second

    @property
    def at(self) -> Instant:
        """The same as an instant."""
        return self._run.at

    @property
    def step_s(self) -> float:
        """How much of the exercise a step is."""
        return float(self.exercise.step_s)

    @property
    def is_over(self) -> bool:
        """Whether nothing more happens."""
        return self._run.is_over

    def title(self, lang: Language) -> str:
        """What the exercise is called."""
        return self.exercise.head.named(lang)

    def now(self, room: str, clock: wire.Clock) -> Now:
        """What a room is shown now.

        Args:
            room: its id.
            clock: that is shown with it.
        """
        kept = self._rooms[room]
        pictures = self._run.pictures(kept.viewer)
        if kept.viewer == CONTROLLER:
            pictures += (truth(self._run),)
        events = self._run.events(kept.viewer)
        published = Published(kept.viewer, self._run.at, self._id, pictures, events)
        return Now(
            room=kept.room,
            published=published,
            clock=clock,
            desk=kept.desk.body(),
            objects=self._found(kept),
            records=kept.records,
            count=len(kept.records),
            reader=kept.reader,
            rules=self._run.rules,
            notices=self._notices,
        )

    def _found(self, kept: _Kept) -> wire.Objects:
        """What the objects that a room was told of are in its own pictures."""
        asked = list(kept.desk.objects)
        for viewer in dict.fromkeys(viewer for viewer, _ in asked):
            if viewer not in self._objects:
                self._objects[viewer] = self._run.objects(viewer)
        pictures = best_first(self._run.pictures(kept.viewer)) if asked else []
        return kept.found.look(asked, self._objects, pictures, self._run.at)

    def step(self) -> None:
        """Make the next step."""
        self._objects = {}
        found = self._run.step()
        self._branch.keeping.step(found)
        if self._run.is_over:
            self._branch.keeping.end(self._run)
        self._take(found)

    def close(self) -> None:
        """End what is written down where it is; it can be gone on with."""
        if not self._run.is_over:
            self._branch.keeping.close()

    def act(self, room: str, wanted: wire.Answer | wire.Inject | wire.Say) -> int:
        """The second at which something takes effect that a room does; it is on disk by then.

        Args:
            room: which.
            wanted: what.

        Raises:
            Refused: the run cannot take it; nothing has changed.
        """
        action = self._action(room, wanted)
        self._run.check(action)
        self._branch.keeping.act(action)
        self._run.act(action)
        return action.second

    def check_moment(self, second: int) -> None:
        """Refuses a moment that has not been.

        Raises:
            Refused: one that cannot be gone back to.
        """
        if not 0 <= second <= self.second:
            raise Refused(
                "unknown",
                "this moment has not been",
                where=f"second {second}",
                do=f"choose one up to {self.second}",
            )

    def rewound(self, second: int) -> Table:
        """The rooms of a run that goes another way from a moment on.

        Raises:
            InputError: no moment that has been, or the folder cannot be written.
        """
        self.check_moment(second)
        branch = self._branch.keeping.branched(second)
        self.close()
        return Table(branch, self.folder)

    def _action(self, room: str, wanted: wire.Answer | wire.Inject | wire.Say) -> Action:
        """What is done, as a run knows it.

        Raises:
            Refused: an answer to what this room was not asked.
        """
        second = self._run.second + self.exercise.step_s
        match wanted:
            case wire.Say():
                return actions.Say(second=second, cell=room, text=wanted.text)
            case wire.Inject():
                return actions.Inject(second=second, cell=room, what=wanted.what, name=wanted.name)
            case wire.Answer():
                request = self._rooms[room].desk.request(wanted.question)
                if request is None:
                    raise Refused(
                        "unknown",
                        "this room has no question of this number",
                        where=f"question {wanted.question}",
                        do="answer one that is open",
                    )
                return actions.Answer(
                    second=second, cell=room, request=request, says=wanted.says, text=wanted.text
                )

    def _take(self, found: Sequence[records.Record]) -> None:
        """Tells the rooms what concerns each."""
        for record in found:
            if isinstance(record, records.Injected) and record.what == actions.NOTICE:
                at = self.exercise.epoch.plus_s(record.second)
                self._notices += (notice(record.name, self._run.stage, at),)
            for kept in self._rooms.values():
                told = kept.desk.take(record)
                if told is not None:
                    kept.records.append(told)

    def _kept(self, id: str) -> _Kept:
        is_controller = id == CONTROLLER
        party = "" if is_controller else self.exercise.cells[id].party
        viewer = CONTROLLER if is_controller else party
        end = self.exercise.epoch.plus_s(self.exercise.length_s)
        reader = Reader(id, id, PARTY, party, viewer, end, "", frozenset())
        sensors = {name: sensor_id(self.exercise, name) for name in self.exercise.script.sensor}
        desk = Desk(id, self._voice, sensors, viewer)
        return _Kept(self._room(id, party), viewer, reader, desk)

    def _room(self, id: str, party: str) -> wire.Room:
        head, voice = self.exercise.head, self._voice
        is_controller = id == CONTROLLER
        lesson = wire.Text(en=head.lesson, ru=head.lesson_ru or head.lesson)
        return wire.Room(
            run=self._id,
            room=id,
            name=voice.name(id),
            party=party,
            is_controller=is_controller,
            exercise=self.exercise.id,
            title=wire.Text(**{lang: head.named(lang) for lang in LANGUAGES}),
            lesson=lesson if is_controller else None,
            begins=str(self.exercise.epoch),
            length_s=self.exercise.length_s,
            step_s=self.exercise.step_s,
            branched_s=self._branch.branched_s,
            folder=self._branch.keeping.path.name if is_controller else "",
            parties=tuple(map(voice.named, self.exercise.parties)),
            cells=tuple(
                wire.CellBody(
                    id=each, name=voice.name(each), party=cell.party, is_person=cell.who == "person"
                )
                for each, cell in self.exercise.cells.items()
            ),
            procedures=procedures(self.exercise.script.procedure, voice),
            injects=injects(self.exercise, party, voice),
        )


def injects(exercise: Exercise, party: str, voice: Voice) -> tuple[wire.Injectable, ...]:
    """What can be made to happen from a room.

    Args:
        exercise: which.
        party: of the room; empty for the controller's, which may do everything.
        voice: how things are called.
    """
    found = []
    for what in get_args(What):
        _, names = targets(exercise.script, what)
        if party and what == actions.NOTICE:
            names = tuple(name for name in names if exercise.script.notice[name].party == party)
        elif party:
            names = (party,) if what in _OWN else ()
        if names:
            found.append(wire.Injectable(what=what, names=tuple(map(voice.named, names))))
    return tuple(found)
