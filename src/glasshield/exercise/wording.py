"""What happened in an exercise in words: one sentence for each record, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import singledispatch
from typing import Any, Final

from glasshield.exercise import records
from glasshield.messages import Language, clock, duration, has, text

_SEA: Final = "sea"


@dataclass(frozen=True, slots=True)
class Speech:
    """How something is said.

    Attributes:
        lang: in which language.
        names: of cells, parties, batteries, regions and notices by their ids; what has none is
            called by its id.
    """

    lang: Language
    names: Mapping[str, str] = field(default_factory=dict)

    def name(self, id: str) -> str:
        """What people call something; of `party/sensor` each part by its own name."""
        if id in self.names or "/" not in id:
            return self.names.get(id, id)
        return "/".join(self.names.get(part, part) for part in id.split("/"))

    def named(self, ids: Iterable[str]) -> str:
        """All of these with commas between."""
        return ", ".join(map(self.name, ids))

    def region(self, code: str) -> str:
        """What people call a region; of the sea that it is, and off which country."""
        if code == _SEA:
            return text(self.lang, "warning.open-sea")
        if code.startswith(f"{_SEA}/"):
            return text(self.lang, "warning.sea-off", country=self.name(code.rpartition("/")[2]))
        return self.name(code)

    def say(self, key: str, **values: Any) -> str:
        """The sentence of a kind of record."""
        return text(self.lang, f"exercise.record.{key}", **values)

    def say_of(self, viewer: str, key: str, **values: Any) -> str:
        """The sentence of a kind of record about an object of the centre, or of a party's own."""
        if viewer == records.CENTRE:
            return self.say(key, **values)
        return self.say(f"{key}_own", viewer=self.name(viewer), **values)


def sentence(record: records.Record, speech: Speech) -> str:
    """What a record says, without its time.

    Args:
        record: as somebody may know it (`records.for_cell`).
        speech: in which language, and how things are called.
    """
    return _said(record, speech)


@singledispatch
def _said(record: records.Marked, speech: Speech) -> str:
    del speech
    raise TypeError(f"a record without words: {type(record).__name__}")


@_said.register
def _begun(record: records.Begun, speech: Speech) -> str:
    del record
    return speech.say("begun")


@_said.register
def _branched(record: records.Branched, speech: Speech) -> str:
    return speech.say("branched", moment=clock(record.moment))


@_said.register
def _injected(record: records.Injected, speech: Speech) -> str:
    said = speech.say(f"inject.{record.what}", name=speech.name(record.name))
    if record.by == "script":
        return said
    return f"{said} {speech.say('by', cell=speech.name(record.by))}"


@_said.register
def _known(record: records.Known, speech: Speech) -> str:
    return speech.say(
        "known",
        viewer=speech.name(record.viewer),
        picture=record.picture,
        object=record.object,
        by=speech.named(record.by) or "?",
    )


@_said.register
def _told(record: records.Told, speech: Speech) -> str:
    key = f"release.event.{record.what}"
    values: dict[str, Any] = {
        "viewer": speech.name(record.viewer),
        "picture": record.picture,
        "object": record.object,
        "what": text(speech.lang, key) if has(key) else record.what,
    }
    if not record.region:
        return speech.say("event", **values)
    return speech.say("event_at", region=speech.region(record.region), **values)


@_said.register
def _task(record: records.Task, speech: Speech) -> str:
    sensor = speech.name(record.sensor)
    if not record.objects:
        return speech.say("task_none", sensor=sensor)
    return speech.say("task", sensor=sensor, objects=", ".join(map(str, record.objects)))


@_said.register
def _proposed(record: records.Proposed, speech: Speech) -> str:
    values: dict[str, Any] = {"proposal": record.proposal, "object": record.object}
    if not record.party:
        return speech.say_of(record.viewer, "proposed_none", **values)
    return speech.say_of(
        record.viewer,
        "proposed",
        **values,
        party=speech.name(record.party),
        battery=speech.name(record.battery),
        shots=record.shots,
        first=_moment(record.first_launch),
        last=_moment(record.last_launch),
    )


@_said.register
def _asked(record: records.Asked, speech: Speech) -> str:
    return speech.say_of(
        record.viewer,
        f"asked.{record.what}",
        request=record.request,
        cell=speech.name(record.cell),
        by=speech.name(record.by),
        object=record.object,
        proposal=record.proposal,
        until=clock(record.until),
    )


@_said.register
def _answered(record: records.Answered, speech: Speech) -> str:
    said = speech.say(
        f"answered.{record.says}",
        cell=speech.name(record.cell),
        request=record.request,
        after=duration(speech.lang, record.after_s),
    )
    return f"{said} {speech.say('words', text=record.text)}" if record.text else said


@_said.register
def _timed_out(record: records.TimedOut, speech: Speech) -> str:
    cell = speech.name(record.cell)
    return speech.say(f"timed-out.{record.then}", cell=cell, request=record.request)


@_said.register
def _decided(record: records.Decided, speech: Speech) -> str:
    said = speech.say_of(
        record.viewer,
        f"decided.{record.decision}",
        proposal=record.proposal,
        party=speech.name(record.party),
        object=record.object,
        why=speech.say(f"why.{record.why}"),
    )
    return f"{said} {speech.say('by', cell=speech.name(record.by))}" if record.by else said


@_said.register
def _engaged(record: records.Engaged, speech: Speech) -> str:
    return speech.say_of(
        record.viewer,
        "engaged",
        shot=record.shot,
        battery=speech.name(record.battery),
        party=speech.name(record.party),
        object=record.object,
        meets=clock(record.meets),
        left=record.left,
    )


@_said.register
def _outcome(record: records.Outcome, speech: Speech) -> str:
    values: dict[str, Any] = {"shot": record.shot, "object": record.object}
    if record.result == "wasted":
        values["why"] = speech.say(f"waste.{record.waste or 'no-object'}")
    return speech.say_of(record.viewer, f"outcome.{record.result}", **values)


@_said.register
def _came_down(record: records.CameDown, speech: Speech) -> str:
    values = {"flight": speech.name(record.flight)}
    if record.end == "impact":
        values["region"] = speech.name(record.region) if record.region else speech.say("nowhere")
    return speech.say(f"came-down.{record.end}", **values)


@_said.register
def _remark(record: records.Remark, speech: Speech) -> str:
    return speech.say("remark", cell=speech.name(record.cell), text=record.text)


@_said.register
def _ended(record: records.Ended, speech: Speech) -> str:
    figures = ("flights", "threats", "hits", "leakers", "shots", "wasted")
    return speech.say("ended", **{name: getattr(record, name) for name in figures})


def _moment(second: float | None) -> str:
    return "–" if second is None else clock(second)


def both(record: records.Record, names: Callable[[Language], Mapping[str, str]]) -> dict[str, str]:
    """The sentence in each language, by the language.

    Args:
        record: any.
        names: of things, in a language.
    """
    langs: tuple[Language, ...] = ("en", "ru")
    return {lang: sentence(record, Speech(lang, names(lang))) for lang in langs}
