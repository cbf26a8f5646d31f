"""What lies on the desk of one room: made of the records that concern it, and of nothing else.

Numbers are the room's own, in the order in which it hears of things: what others are asked and
answer leaves no gaps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

import msgspec

from glasshield.exercise import actions, records
from glasshield.exercise.api import wire
from glasshield.exercise.api.objects import Name
from glasshield.exercise.api.saying import Voice
from glasshield.exercise.api.saying import said as said_as

# Decided, answered and over: so many of each kind stay on the desk; all stand in the records.
KEPT: Final = 40

K = TypeVar("K")
V = TypeVar("V", bound=msgspec.Struct)


@dataclass(slots=True)
class Numbers:
    """The numbers of one kind of thing in a room."""

    _own: dict[int, int] = field(default_factory=dict)
    _run: list[int] = field(default_factory=list)

    def own(self, number: int) -> int:
        """The number in the room of what has this number in the run."""
        if number not in self._own:
            self._run.append(number)
            self._own[number] = len(self._run)
        return self._own[number]

    def run(self, own: int) -> int | None:
        """The number in the run of what has this number in the room; None where nothing has."""
        return self._run[own - 1] if 1 <= own <= len(self._run) else None


class Desk:
    """The desk of a room."""

    def __init__(
        self, room: str, voice: Voice, sensors: Mapping[str, str] | None = None, viewer: str = ""
    ) -> None:
        """An empty desk.

        Args:
            room: the id of its cell, or of the controller.
            voice: how things are said.
            sensors: as `party/sensor`, by their names in the file; left out, as the file has them.
            viewer: whose pictures the room is shown.
        """
        self._room, self._voice, self._sensors = room, voice, dict(sensors or {})
        self._viewer = viewer
        self._numbers = {name: Numbers() for name in ("request", "proposal", "shot")}
        self._questions: dict[int, wire.Question] = {}
        self._proposals: dict[int, wire.ProposalBody] = {}
        self._shots: dict[int, wire.ShotBody] = {}
        self._tasks: dict[str, wire.TaskBody] = {}
        self._failures: dict[tuple[str, str], wire.FailureBody] = {}
        self._objects: dict[Name, None] = {}
        self._count = 0
        self._body: wire.Desk | None = None

    @property
    def objects(self) -> Iterable[Name]:
        """All objects of whoever plans that the room was told of, in that order."""
        return self._objects

    def request(self, question: int) -> int | None:
        """The number in the run of a question of this room; None where there is none."""
        return self._numbers["request"].run(question)

    def take(self, record: records.Record) -> wire.RecordBody | None:
        """Takes in a record of the run; what the room is told of it, None where it is not told.

        Args:
            record: the next one of the run.
        """
        mine = records.for_cell(record, self._room)
        if mine is None:
            return None
        own = self._numbered(mine)
        said = self._voice.said(own)
        put = _PUT.get(type(own))
        if put is not None:
            put(self, own, said)
            self._body = None
        self._count += 1
        names = named(own)
        self._objects |= dict.fromkeys(names)
        return wire.RecordBody(
            number=self._count,
            second=own.second,
            kind=str(own.__struct_config__.tag),
            object=(
                wire.ObjectName(viewer=names[0][0], number=names[0][1]) if len(names) == 1 else None
            ),
            track=self._track(own),
            said=said,
        )

    def _track(self, record: records.Record) -> wire.TrackName | None:
        """The track of the room's own pictures that a record is about."""
        if not isinstance(record, records.Known | records.Told) or record.viewer != self._viewer:
            return None
        return wire.TrackName(picture=record.picture, number=record.object)

    def body(self) -> wire.Desk:
        """All that lies there; the same object until something changes."""
        if self._body is None:
            self._body = wire.Desk(
                questions=_last(self._questions, lambda each: each.state == "open"),
                proposals=_last(self._proposals, lambda each: _is_open(each)),
                shots=_last(self._shots, lambda each: each.result is None),
                tasks=tuple(self._tasks[sensor] for sensor in sorted(self._tasks)),
                failures=tuple(self._failures.values()),
            )
        return self._body

    def _numbered(self, record: records.Record) -> records.Record:
        """A record with the numbers of the room."""
        changed: dict[str, Any] = {
            name: numbers.own(getattr(record, name))
            for name, numbers in self._numbers.items()
            if name in record.__struct_fields__
        }
        if isinstance(record, records.Injected) and self._room != records.CONTROLLER:
            # What the controller made happen is as any other misfortune to those who play.
            changed["by"] = "script" if record.by == records.CONTROLLER else record.by
        return msgspec.structs.replace(record, **changed) if changed else record

    def _ask(self, record: records.Asked, said: wire.Text) -> None:
        self._questions[record.request] = wire.Question(
            number=record.request,
            what=record.what,
            proposal=record.proposal,
            viewer=record.viewer,
            object=record.object,
            cell=record.cell,
            by=record.by,
            asked=record.second,
            until=record.until,
            is_mine=record.cell == self._room,
            state="open",
            then=None,
            after_s=None,
            text="",
            said=said,
        )

    def _answer(self, record: records.Answered, said: wire.Text) -> None:
        del said
        _change(
            self._questions,
            record.request,
            state=record.says,
            after_s=record.after_s,
            text=record.text,
        )

    def _time_out(self, record: records.TimedOut, said: wire.Text) -> None:
        del said
        _change(self._questions, record.request, state="timed-out", then=record.then)

    def _propose(self, record: records.Proposed, said: wire.Text) -> None:
        for number, each in self._proposals.items():
            if (each.viewer, each.object) == (record.viewer, record.object):
                _change(self._proposals, number, is_old=True)
        self._proposals[record.proposal] = wire.ProposalBody(
            number=record.proposal,
            viewer=record.viewer,
            object=record.object,
            party=record.party,
            battery=f"{record.party}/{record.battery}" if record.battery else "",
            first_launch=record.first_launch,
            last_launch=record.last_launch,
            meets=record.meets,
            impact=self._voice.name(record.impact) if record.impact else None,
            decision=None,
            is_old=False,
            said=said,
            why=said_as(record.why),
            decided=None,
        )

    def _decide(self, record: records.Decided, said: wire.Text) -> None:
        _change(self._proposals, record.proposal, decision=record.decision, decided=said)
        for number, each in self._questions.items():
            if each.proposal == record.proposal and each.state == "open":
                _change(self._questions, number, state="over")

    def _engage(self, record: records.Engaged, said: wire.Text) -> None:
        self._shots[record.shot] = wire.ShotBody(
            number=record.shot,
            viewer=record.viewer,
            object=record.object,
            party=record.party,
            battery=f"{record.party}/{record.battery}",
            left=record.left,
            meets=record.meets,
            result=None,
            said=said,
        )

    def _end(self, record: records.Outcome, said: wire.Text) -> None:
        _change(self._shots, record.shot, result=record.result, said=said)

    def _fail(self, record: records.Injected, said: wire.Text) -> None:
        """What fails, is cut or kept back stands there until it is told that it is over."""
        what = _FAILURES.get(record.what)
        if what is None:
            return
        is_sensor = what == actions.SENSOR_FAILS
        name = self._sensors.get(record.name, record.name) if is_sensor else record.name
        if record.what != what:
            self._failures.pop((what, name), None)
            return
        failure = wire.FailureBody(what=what, name=name, since=record.second, said=said)
        self._failures.setdefault((what, name), failure)

    def _set_task(self, record: records.Task, said: wire.Text) -> None:
        self._tasks[record.sensor] = wire.TaskBody(
            sensor=record.sensor,
            objects=record.objects,
            since=record.second,
            said=said,
            why=tuple(map(said_as, record.why)),
        )


_PUT: Final[dict[type, Callable[[Desk, Any, wire.Text], None]]] = {
    records.Asked: Desk._ask,
    records.Answered: Desk._answer,
    records.TimedOut: Desk._time_out,
    records.Proposed: Desk._propose,
    records.Decided: Desk._decide,
    records.Engaged: Desk._engage,
    records.Outcome: Desk._end,
    records.Task: Desk._set_task,
    records.Injected: Desk._fail,
}
# Which failure begins or ends with what is made to happen.
_FAILURES: Final[dict[str, wire.Failure]] = {
    actions.SENSOR_FAILS: "sensor-fails",
    actions.SENSOR_RETURNS: "sensor-fails",
    actions.LINK_CUT: "link-cut",
    actions.LINK_RESTORED: "link-cut",
    actions.WITHHOLDS: "withholds",
    actions.RELEASES: "withholds",
}


def named(record: records.Record) -> tuple[Name, ...]:
    """The objects of whoever plans that a record is about."""
    match record:
        case records.Task():
            return tuple((records.CENTRE, number) for number in record.objects)
        case (
            records.Proposed()
            | records.Asked()
            | records.Decided()
            | records.Engaged()
            | records.Outcome()
        ):
            return ((record.viewer, record.object),)
        case _:
            return ()


def _is_open(proposal: wire.ProposalBody) -> bool:
    return proposal.decision is None and not proposal.is_old


def _change(of: dict[int, V], number: int, **members: object) -> None:
    """Puts other members into one of these, where it is known here."""
    if number in of:
        of[number] = msgspec.structs.replace(of[number], **members)


def _last(of: dict[int, V], is_open: Callable[[V], bool]) -> tuple[V, ...]:
    """All that are open, and the last of the others, in their order."""
    over = [number for number, each in of.items() if not is_open(each)]
    for number in over[:-KEPT]:
        del of[number]
    return tuple(of.values())
