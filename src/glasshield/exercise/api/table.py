"""An exercise as it is played: the run, what of it each room is told, and what rooms do in it.

One thread has it. Whatever somebody does is on disk before it takes effect.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final, get_args

from glasshield.centre.subscriptions import Published
from glasshield.centre.warning.notices import KnownNotice
from glasshield.earth.time import Instant
from glasshield.exercise import actions, records
from glasshield.exercise.actions import Action, What
from glasshield.exercise.api import wire
from glasshield.exercise.api.agreed import procedures
from glasshield.exercise.api.entering import CONTROLLER
from glasshield.exercise.api.rooms import Now
from glasshield.exercise.api.saying import Voice
from glasshield.exercise.api.truths import truth
from glasshield.exercise.api.watching import Kept, Watched
from glasshield.exercise.errors import Refused
from glasshield.exercise.log import Branch
from glasshield.exercise.noticing import notice
from glasshield.exercise.reading import Exercise, targets
from glasshield.exercise.world import Stage
from glasshield.messages import LANGUAGES, Language

_RUN_BYTES: Final = 6
_OWN: Final = (actions.WITHHOLDS, actions.RELEASES)


class Table:
    """A run that is played in rooms."""

    def __init__(
        self, branch: Branch, folder: Path | None = None, watched: Watched | None = None
    ) -> None:
        """The rooms of a run, as they stand.

        Args:
            branch: the run.
            folder: where the tokens of the rooms lie; that of the run where left out.
            watched: what the rooms have seen of a run that was run again up to here; left out for
                one that begins.
        """
        self._branch, self._run = branch, branch.run
        self.exercise: Exercise = branch.run.exercise
        self.folder = branch.keeping.path if folder is None else folder
        self._id = secrets.token_urlsafe(_RUN_BYTES)
        self._voice = Voice.of(self.exercise.script)
        self._notices = tuple(self._given(branch.found))
        self._watched = Watched() if watched is None else watched
        if watched is None:
            self._watched.see(branch.run, branch.found)
        self._watched.begin(self.exercise)
        self._bodies = {id: self._room(id, kept.party) for id, kept in self._kept.items()}

    @property
    def rooms(self) -> tuple[str, ...]:
        """All rooms by id, the controller's last."""
        return tuple(self._kept)

    @property
    def _kept(self) -> Mapping[str, Kept]:
        """What each room has been told."""
        return self._watched.rooms

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
        kept = self._kept[room]
        pictures = self._run.pictures(kept.viewer)
        if kept.viewer == CONTROLLER:
            pictures += (truth(self._run),)
        events = self._run.events(kept.viewer)
        published = Published(kept.viewer, self._run.at, self._id, pictures, events)
        return Now(
            room=self._bodies[room],
            published=published,
            clock=clock,
            desk=kept.desk.body(),
            objects=kept.found.body,
            records=kept.records,
            count=len(kept.records),
            reader=kept.reader,
            rules=self._run.rules,
            notices=self._notices,
        )

    def step(self) -> None:
        """Make the next step."""
        found = self._run.step()
        self._branch.keeping.step(found)
        if self._run.is_over:
            self._branch.keeping.end(self._run)
        self._notices += tuple(self._given(found))
        self._watched.see(self._run, found)

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
        watched = Watched()
        branch = self._branch.keeping.branched(second, watch=watched.see)
        self.close()
        return Table(branch, self.folder, watched)

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
                request = self._kept[room].desk.request(wanted.question)
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

    def _given(self, found: Iterable[records.Record]) -> Iterator[KnownNotice]:
        """The notices that were given, which are for all."""
        for record in found:
            if isinstance(record, records.Injected) and record.what == actions.NOTICE:
                at = self.exercise.epoch.plus_s(record.second)
                yield notice(record.name, self._run.stage, at)

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
