"""What a room is sent beside its picture, and what is sent from it: SI units, and the mark.

Pictures and events come in the messages of the centre's live picture. Numbers of records,
questions, proposals and shots count in each room from 1: a room that is told of some of them only
must not read from gaps what others do. Every sentence comes in both languages.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from glasshield.centre.api.wire import Moment
from glasshield.exercise.actions import What, check_words
from glasshield.exercise.records import MARK, Mark

State = Literal["paused", "running", "rewinding", "ended", "failed"]
Failure = Literal["sensor-fails", "link-cut", "withholds"]
Speed = Annotated[float, msgspec.Meta(ge=1.0, le=60.0)]
Second = Annotated[int, msgspec.Meta(ge=0)]
Number = Annotated[int, msgspec.Meta(ge=1, le=2**53 - 1)]
Words = Annotated[str, msgspec.Meta(max_length=2000)]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=120)]


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """The same words in both languages."""

    en: str
    ru: str


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """Something that has an id, and what people call it."""

    id: str
    name: Text


class CellBody(msgspec.Struct, frozen=True, kw_only=True):
    """A cell.

    Attributes:
        id: of the cell.
        name: that people read.
        party: whose.
        is_person: whether people sit in it; a script answers for it otherwise.
    """

    id: str
    name: Text
    party: str
    is_person: bool


class Injectable(msgspec.Struct, frozen=True, kw_only=True):
    """What can be made to happen from a room.

    Attributes:
        what: kind.
        names: of what it can happen to.
    """

    what: What
    names: tuple[Named, ...]


class Room(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="room"):
    """Which room this is, and of which exercise: before anything else of a run.

    Attributes:
        mark: there is no other.
        run: as in `hello`; another one after each rewind.
        room: the id of the cell, or `controller`.
        name: that people read.
        party: of the cell; empty for the controller.
        is_controller: whether this room sees all and may do all.
        exercise: its id.
        title: of the exercise.
        lesson: what it teaches, for the controller alone; null for others.
        begins: the instant of second 0.
        length_s: how long it lasts.
        step_s: how much of it is one step.
        branched_s: the moment up to which this run is as the one that it came from; null where it
            is the first.
        folder: into which the run is written, for the controller alone; empty for others.
        parties: that take part.
        cells: all of them.
        procedures: what is agreed, a sentence each.
        injects: what can be made to happen from here.
    """

    mark: Mark = MARK
    run: str
    room: str
    name: Text
    party: str
    is_controller: bool
    exercise: str
    title: Text
    lesson: Text | None
    begins: Moment
    length_s: float
    step_s: float
    branched_s: Second | None
    folder: str
    parties: tuple[Named, ...]
    cells: tuple[CellBody, ...]
    procedures: tuple[Text, ...]
    injects: tuple[Injectable, ...]


class Clock(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="clock"):
    """How far the exercise has come, and how fast it goes.

    Attributes:
        second: of the exercise.
        at: the same as an instant.
        state: what it does now.
        speed: seconds of the exercise in one of the wall clock, as they are wanted.
        real_speed: as they really went by in the last seconds; null where too few have.
    """

    second: Second
    at: Moment
    state: State
    speed: float
    real_speed: float | None


class TrackName(msgspec.Struct, frozen=True, kw_only=True):
    """A track of the room's own pictures, as frames number it."""

    picture: int
    number: int


class ObjectName(msgspec.Struct, frozen=True, kw_only=True):
    """An object of whoever plans.

    Attributes:
        viewer: in whose picture it has its number: `centre`, or a party that plans for itself.
        number: its number there.
    """

    viewer: str
    number: int


class ObjectBody(msgspec.Struct, frozen=True, kw_only=True):
    """What an object is in the room's own pictures.

    Attributes:
        viewer: in whose picture it has its number.
        number: its number there.
        tracks: that are taken for it, one of each picture at most, the best picture first; none
            where it is in none of them.
        is_now: whether that is so now; what was taken for it last where it is not, or where the
            room may not know.
    """

    viewer: str
    number: int
    tracks: tuple[TrackName, ...]
    is_now: bool


class Objects(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="objects"):
    """All objects that the room was told of, in the place of what came before."""

    objects: tuple[ObjectBody, ...]


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What a procedure asks a cell.

    Attributes:
        number: in this room.
        what: kind.
        proposal: about which; its number in this room.
        viewer: in whose picture the object has its number: `centre`, or a party's.
        object: its number there.
        cell: who is asked.
        by: for which party.
        asked: when.
        until: the last second at which an answer counts.
        is_mine: whether this room is asked.
        state: `open` until it was answered, or timed out, or its proposal was decided before.
        then: what the procedure does without an answer; null unless it timed out.
        after_s: how long the answer took; null without one.
        text: words that came with the answer.
        said: in one sentence.
    """

    number: Number
    what: Literal["decision", "consultation", "key"]
    proposal: Number
    viewer: str
    object: int
    cell: str
    by: str
    asked: Second
    until: Second
    is_mine: bool
    state: Literal["open", "yes", "no", "timed-out", "over"]
    then: Literal["proceed", "hold"] | None
    after_s: float | None
    text: str
    said: Text


class ProposalBody(msgspec.Struct, frozen=True, kw_only=True):
    """Who would act against an object.

    Attributes:
        number: in this room.
        viewer: in whose picture the object has its number: `centre`, or a party's.
        object: its number there.
        party: whose interceptors; empty where nobody would act.
        battery: which of them, as `party/battery`; empty likewise.
        first_launch: the first second at which one could be launched.
        last_launch: the last.
        meets: the second at which the first would meet the object.
        impact: the region in which the object would come down; null where it is in none.
        decision: what became of it; null while nothing has.
        is_old: whether a later proposal about the same object has taken its place.
        said: in one sentence.
        why: this one, in one sentence.
        decided: the sentence of the decision.
    """

    number: Number
    viewer: str
    object: int
    party: str
    battery: str
    first_launch: float | None
    last_launch: float | None
    meets: float | None
    impact: Text | None
    decision: Literal["engage", "hold"] | None
    is_old: bool
    said: Text
    why: Text
    decided: Text | None


class ShotBody(msgspec.Struct, frozen=True, kw_only=True):
    """A simulated engagement.

    Attributes:
        number: in this room.
        viewer: in whose picture the object has its number: `centre`, or a party's.
        object: its number there.
        party: whose.
        battery: which of them, as `party/battery`.
        left: how many interceptors it has left then.
        meets: the second at which they would meet.
        result: what came of it; null while that is not known here.
        said: in one sentence.
    """

    number: Number
    viewer: str
    object: int
    party: str
    battery: str
    left: int
    meets: float
    result: Literal["hit", "missed", "wasted"] | None
    said: Text


class TaskBody(msgspec.Struct, frozen=True, kw_only=True):
    """What a sensor should look at: advice, until another one takes its place.

    Attributes:
        sensor: as `party/sensor`.
        objects: their numbers in the centre's picture.
        since: when it was told.
        said: in one sentence.
        why: each one, in one sentence.
    """

    sensor: str
    objects: tuple[int, ...]
    since: Second
    said: Text
    why: tuple[Text, ...]


class FailureBody(msgspec.Struct, frozen=True, kw_only=True):
    """Something that does not work, or is kept back, as far as the room was told.

    Attributes:
        what: kind; what it was told to have happened.
        name: of the sensor, as `party/sensor`, or of the party.
        since: when.
        said: in one sentence.
    """

    what: Failure
    name: str
    since: Second
    said: Text


class Desk(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="desk"):
    """What lies on a room's desk: the whole of it, in the place of what came before."""

    questions: tuple[Question, ...]
    proposals: tuple[ProposalBody, ...]
    shots: tuple[ShotBody, ...]
    tasks: tuple[TaskBody, ...]
    failures: tuple[FailureBody, ...]


class RecordBody(msgspec.Struct, frozen=True, kw_only=True):
    """A record that concerns a room.

    Attributes:
        number: in this room, from 1 without a gap.
        second: of the exercise.
        kind: of record.
        object: of whoever plans, that it is about; null where it is about none, or about several.
        track: of this room's own pictures, that it is about; null likewise.
        said: in one sentence.
    """

    number: Number
    second: Second
    kind: str
    object: ObjectName | None
    track: TrackName | None
    said: Text


class Records(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="records"):
    """Records that the room has not been sent, the oldest first."""

    records: tuple[RecordBody, ...]


RoomMessage = Room | Clock | Desk | Objects | Records


class _Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is sent from a room."""


class Answer(_Body, frozen=True, kw_only=True, tag_field="do", tag="answer"):
    """Answers a question that the room was asked.

    Attributes:
        question: its number in this room.
        says: yes (engage, agree, turn the key) or no.
        text: words that go with it.
    """

    question: Number
    says: Literal["yes", "no"]
    text: Words = ""

    def __post_init__(self) -> None:
        """Refuse words that cannot be read.

        Raises:
            ValueError: which.
        """
        check_words(self.text)


class Inject(_Body, frozen=True, kw_only=True, tag_field="do", tag="inject"):
    """Makes something happen.

    Attributes:
        what: kind.
        name: of the sensor, party, notice or flight.
    """

    what: What
    name: Name


class Say(_Body, frozen=True, kw_only=True, tag_field="do", tag="say"):
    """Writes words into the log, where all read them."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=2000)]

    def __post_init__(self) -> None:
        """Refuse words that cannot be read.

        Raises:
            ValueError: which.
        """
        check_words(self.text)


class Go(_Body, frozen=True, kw_only=True, tag_field="do", tag="go"):
    """Lets the exercise go on; for the controller."""


class PutSpeed(_Body, frozen=True, kw_only=True, tag_field="do", tag="speed"):
    """Sets how fast it goes; for the controller.

    Attributes:
        speed: seconds of the exercise in one of the wall clock.
    """

    speed: Speed


class Pause(_Body, frozen=True, kw_only=True, tag_field="do", tag="pause"):
    """Stops the exercise where it is; for the controller."""


class Step(_Body, frozen=True, kw_only=True, tag_field="do", tag="step"):
    """Makes some steps, and stops there; for the controller.

    Attributes:
        steps: how many.
    """

    steps: Annotated[int, msgspec.Meta(ge=1, le=600)] = 1


class Rewind(_Body, frozen=True, kw_only=True, tag_field="do", tag="rewind"):
    """Goes back to a moment, stops there, and goes another way from then on; for the controller.

    Attributes:
        second: of the exercise.
    """

    second: Second


Act = Answer | Inject | Say | Go | PutSpeed | Pause | Step | Rewind


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """That something was written down and will be done.

    Attributes:
        mark: there is no other.
        second: of the exercise, at which it takes effect.
    """

    mark: Mark = MARK
    second: Second
