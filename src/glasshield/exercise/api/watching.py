"""What the rooms of a run have been told up to a moment, and what they took objects for.

It is taken in step by step, from the first step on, whether anybody looks or not: after a start
anew or a rewind a room is shown what it would have been shown without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from glasshield.centre.people.readers import PARTY, Reader
from glasshield.exercise.api import wire
from glasshield.exercise.api.desk import Desk, named
from glasshield.exercise.api.objects import Found, Name, State, best_first
from glasshield.exercise.api.saying import Voice
from glasshield.exercise.api.setting import sensor_id
from glasshield.exercise.reading import Exercise
from glasshield.exercise.records import CENTRE, CONTROLLER, Record
from glasshield.exercise.run import Run
from glasshield.exercise.sharing import is_given_all

Objects = Callable[[str], Mapping[int, State]]  # of who plans, by number


@dataclass(slots=True)
class Kept:
    """What a room has been told.

    Attributes:
        party: of the room; empty for the controller's.
        viewer: whose pictures it is shown.
        reader: as whom it reads them.
        desk: what lies on it.
        found: what objects are in its pictures.
        records: that concern it.
    """

    party: str
    viewer: str
    reader: Reader
    desk: Desk
    found: Found = field(default_factory=Found)
    records: list[wire.RecordBody] = field(default_factory=list)

    def take(self, found: Iterable[Record]) -> Iterator[Name]:
        """Takes in records of the run; the objects of those that the room is told of.

        Args:
            found: the next ones.
        """
        for record in found:
            told = self.desk.take(record)
            if told is not None:
                self.records.append(told)
                yield from named(record)

    def look(self, run: Run, told: Iterable[Name], objects: Objects) -> None:
        """Finds the objects of others in the room's own pictures.

        Args:
            run: that stands where it is looked at.
            told: the objects that the room was told of in this step.
            objects: where those who plan have theirs.
        """
        asked = list(self.desk.objects)
        if not asked:
            return
        live = {name for name in asked if is_live(run, self.party, name[0])}
        live |= {name for name in told if hears(run, self.party, name[0])}
        states = {
            viewer: {
                number: state
                for number, state in objects(viewer).items()
                if (viewer, number) in live
            }
            for viewer in dict.fromkeys(viewer for viewer, _ in live)
        }
        pictures = best_first(run.pictures(self.viewer)) if live else []
        self.found.look(asked, states, pictures, run.at)


class Watched:
    """The rooms of one run as they watch it.

    Attributes:
        rooms: by id, the controller's last; none before the run is seen first.
    """

    def __init__(self) -> None:
        """Nothing has been seen."""
        self.rooms: dict[str, Kept] = {}

    def begin(self, exercise: Exercise) -> None:
        """Opens the rooms, where they are not open.

        Args:
            exercise: whose cells.
        """
        if not self.rooms:
            self.rooms = {id: _kept(exercise, id) for id in (*exercise.cells, CONTROLLER)}

    def see(self, run: Run, found: Sequence[Record]) -> None:
        """Takes in a step.

        Args:
            run: that stands behind it.
            found: the records of the step.
        """
        self.begin(run.exercise)
        objects = cache(run.objects)  # for all rooms
        for kept in self.rooms.values():
            kept.look(run, tuple(kept.take(found)), objects)


def hears(run: Run, party: str, viewer: str) -> bool:
    """Whether the room of a party is told anything by whoever plans: no link between is cut.

    Args:
        run: as it stands.
        party: of the room; empty for the controller's, to which no link leads.
        viewer: the centre, or a party that plans for itself.
    """
    return party in ("", viewer) or not {party, viewer} & run.cut


def is_live(run: Run, party: str, viewer: str) -> bool:
    """Whether the room of a party may know, step by step, which objects somebody's picture has.

    Those of its own picture; of the centre's while its link stands; of another party's where that
    gives it all that its picture is made of.

    Args:
        run: as it stands.
        party: of the room; empty for the controller's, which may know all.
        viewer: the centre, or a party that plans for itself.
    """
    if party in ("", viewer):
        return True
    if not hears(run, party, viewer):
        return False
    return viewer == CENTRE or is_given_all(run.exercise, run.rules, viewer, party)


def _kept(exercise: Exercise, id: str) -> Kept:
    """A room that has been told nothing."""
    party = "" if id == CONTROLLER else exercise.cells[id].party
    viewer = party or CONTROLLER
    end = exercise.epoch.plus_s(exercise.length_s)
    reader = Reader(id, id, PARTY, party, viewer, end, "", frozenset())
    sensors = {name: sensor_id(exercise, name) for name in exercise.script.sensor}
    desk = Desk(id, Voice.of(exercise.script), sensors, viewer)
    return Kept(party, viewer, reader, desk)
