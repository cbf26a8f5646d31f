"""What happened in a run, when, and how long it took, read from its records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from glasshield.assurance.document import Text
from glasshield.exercise import records
from glasshield.exercise.api.saying import names
from glasshield.exercise.counting import IMPACT, LAUNCH, Truth
from glasshield.exercise.records import Record
from glasshield.exercise.script import Script
from glasshield.exercise.wording import Speech, sentence
from glasshield.messages import LANGUAGES, Language
from glasshield.report.exercise.document import (
    ChainRow,
    FlightRow,
    Happened,
    KnownRow,
    MomentRow,
    WaitRow,
)

SCRIPT_ROW: Final = "script"  # the row of what the script made happen, and of where flights ended
INSIDE: Final = "inside-notice"
_ENDS: Final[dict[str, Happened]] = {
    "impact": "down", "intercepted": "stopped", "orbit": "orbit",
}  # fmt: skip
_SHOTS: Final[dict[str, Happened]] = {"hit": "hit", "missed": "missed", "wasted": "wasted"}


@dataclass(frozen=True, slots=True)
class Story:
    """A run as its records tell it.

    Attributes:
        found: the records, in their order.
        truth: what the script says of the flights.
        speeches: how things are called, in each language.
    """

    found: Sequence[Record]
    truth: Truth
    speeches: Mapping[Language, Speech]

    @classmethod
    def of(cls, found: Sequence[Record], script: Script) -> Story:
        """The story of a run of an exercise."""
        speeches = {lang: Speech(lang, names(script, lang)) for lang in LANGUAGES}
        return cls(found, Truth.of(script).with_injected(found), speeches)

    def flights(self) -> tuple[FlightRow, ...]:
        """Every flight that was launched or ended, in the order of their launches."""
        ended = {one.flight: one for one in records.of(self.found, records.CameDown)}
        shots = [one.flight for one in records.of(self.found, records.Engaged)]
        launched = self.truth.launched_s
        names = sorted({*ended, *launched}, key=lambda id: (launched.get(id, 0.0), _natural(id)))
        return tuple(self._flight(id, ended.get(id), shots.count(id)) for id in names)

    def _flight(self, id: str, end: records.CameDown | None, shots: int) -> FlightRow:
        launched_s = self.truth.launched_s.get(id)
        return FlightRow(
            id=id,
            launched_s=None if launched_s is None else round(launched_s),
            space=id in self.truth.space,
            aimed_at=end.aimed_at if end else "",
            end=end.end if end else "",
            ended_s=end.second if end else None,
            region=end.region if end else "",
            shots=shots,
        )

    def known(self) -> tuple[KnownRow, ...]:
        """When each viewer first had each flight in its picture, in the order of time."""
        first: dict[tuple[str, str], records.Known] = {}
        for one in records.of(self.found, records.Known):
            if one.flight:
                first.setdefault((one.viewer, one.flight), one)
        told = records.of(self.found, records.Told)
        warned = _first_told(told, LAUNCH)
        impacts = _first_told(told, frozenset({IMPACT}))
        detected = _detected_s(first.values())
        return tuple(
            KnownRow(
                viewer=viewer,
                flight=flight,
                second=one.second,
                after_s=round(one.second - detected[flight], 1),
                by=one.by,
                shared=any(_party(source) != viewer for source in one.by),
                warned_s=warned.get((viewer, flight)),
                impact_s=impacts.get((viewer, flight)),
            )
            for (viewer, flight), one in first.items()
        )

    def waits(self) -> tuple[WaitRow, ...]:
        """Everything that a procedure asked, with how long the answer took."""
        answered = {one.request: one for one in records.of(self.found, records.Answered)}
        out = {one.request: one for one in records.of(self.found, records.TimedOut)}
        flights = {one.proposal: one.flight for one in records.of(self.found, records.Proposed)}
        return tuple(
            WaitRow(
                request=one.request,
                what=one.what,
                cell=one.cell,
                by=one.by,
                flight=flights.get(one.proposal, ""),
                asked_s=one.second,
                allowed_s=one.until - one.second,
                answered=_answer(answered.get(one.request), out.get(one.request)),
                after_s=answered[one.request].after_s if one.request in answered else None,
                then=out[one.request].then if one.request in out else "",
            )
            for one in records.of(self.found, records.Asked)
        )

    def chains(self) -> tuple[ChainRow, ...]:
        """From the first detection to what met it, for each flight that the centre knew."""
        known = [one for one in records.of(self.found, records.Known) if one.flight]
        detected = _detected_s(known)
        centre = [one for one in known if one.viewer == records.CENTRE]
        shots = records.of(self.found, records.Engaged)
        met = {
            one.flight: one.second
            for one in reversed(records.of(self.found, records.Outcome))
            if one.result == "hit"
        }
        engaged = [
            one for one in records.of(self.found, records.Decided) if one.decision == "engage"
        ]
        acting = [one for one in records.of(self.found, records.Proposed) if one.party]
        return tuple(
            ChainRow(
                flight=flight,
                detected_s=detected_s,
                centre_knows_s=_first_second(centre, flight),
                proposed_s=_first_second(acting, flight),
                decided_s=_first_second(engaged, flight),
                shot_s=_first_second(shots, flight),
                met_s=met.get(flight),
            )
            for flight, detected_s in sorted(detected.items(), key=lambda one: (one[1], one[0]))
        )

    def moments(self) -> tuple[MomentRow, ...]:
        """What the time line shows, in the order of time."""
        flights = {one.proposal: one.flight for one in records.of(self.found, records.Proposed)}
        asked = {one.request: one for one in records.of(self.found, records.Asked)}
        shooters = {one.shot: one.party for one in records.of(self.found, records.Engaged)}
        here = _Context(flights, asked, shooters)
        found: list[MomentRow] = []
        seen: set[_Mark] = set()
        for one in self.found:
            mark = _mark(one, here)
            if mark is None or (mark.happened in _ONCE and mark in seen):
                continue
            seen.add(mark)
            found.append(
                MomentRow(
                    second=one.second,
                    row=mark.row,
                    happened=mark.happened,
                    flight=mark.flight,
                    said=self._said(one),
                )
            )
        return tuple(found)

    def _said(self, one: Record) -> Text:
        """A record in one sentence."""
        return Text(**{lang: sentence(one, speech) for lang, speech in self.speeches.items()})


_ONCE: Final = frozenset({"known", "alarm", "impact", "notice"})


@dataclass(frozen=True, slots=True)
class _Context:
    """What numbers in records stand for."""

    flights: Mapping[int, str]
    asked: Mapping[int, records.Asked]
    shooters: Mapping[int, str]


class _Mark(NamedTuple):
    """Where a record stands on the time line."""

    row: str
    happened: Happened
    flight: str


def _mark(one: Record, here: _Context) -> _Mark | None:
    """Where a record stands on the time line; None for one that does not."""
    match one:
        case records.Known():
            return _Mark(one.viewer, "known", one.flight)
        case records.Told():
            happened = _told(one.what)
            return _Mark(one.viewer, happened, one.flight) if happened else None
        case records.Injected():
            return _Mark(SCRIPT_ROW, "inject", "")
        case records.CameDown():
            return _Mark(SCRIPT_ROW, _ENDS[one.end], one.flight)
        case records.Asked() | records.Answered() | records.TimedOut():
            return _consulted(one, here)
        case records.Decided():
            return _Mark(one.party, one.decision, one.flight) if one.party else None
        case records.Engaged():
            return _Mark(one.party, "shot", one.flight)
        case records.Outcome():
            return _Mark(here.shooters.get(one.shot, SCRIPT_ROW), _SHOTS[one.result], one.flight)
    return None


def _told(what: str) -> Happened | None:
    """What it is that a viewer was told; None for what stands on no time line."""
    if what in LAUNCH:
        return "alarm"
    if what == IMPACT:
        return "impact"
    return "notice" if what == INSIDE else None


def _consulted(
    one: records.Asked | records.Answered | records.TimedOut, here: _Context
) -> _Mark | None:
    """A question, an answer, or that there was none in time; in the row of who asks."""
    asked = one if isinstance(one, records.Asked) else here.asked.get(one.request)
    if asked is None:
        return None
    flight = here.flights.get(asked.proposal, "")
    match one:
        case records.Asked():
            return _Mark(asked.by, "asked", flight)
        case records.Answered():
            return _Mark(asked.by, one.says, flight)
    return _Mark(asked.by, "timed-out", flight)


def _answer(
    answered: records.Answered | None, out: records.TimedOut | None
) -> Literal["yes", "no", "timed-out", "open"]:
    """What became of a question; one that was answered after its time counts as timed out."""
    if out is not None:
        return "timed-out"
    return answered.says if answered is not None else "open"


def _first_told(told: Sequence[records.Told], what: frozenset[str]) -> dict[tuple[str, str], int]:
    """The second at which each viewer was first told something of each flight."""
    found: dict[tuple[str, str], int] = {}
    for one in told:
        if one.what in what and one.flight:
            found.setdefault((one.viewer, one.flight), one.second)
    return found


def _detected_s(known: Iterable[records.Known]) -> dict[str, float]:
    """When each flight was first detected by anybody."""
    found: dict[str, float] = {}
    for one in known:
        found[one.flight] = min(one.first_seen, found.get(one.flight, one.first_seen))
    return found


def _first_second(
    found: Sequence[records.Known | records.Proposed | records.Decided | records.Engaged],
    flight: str,
) -> int | None:
    """The second of the first record of a flight."""
    return next((one.second for one in found if one.flight == flight), None)


def _party(source: str) -> str:
    """Whose data a source is."""
    return source.partition("/")[0]


def _natural(name: str) -> tuple[str, int]:
    """A name so that the tenth of a kind comes after the second."""
    stem, _, number = name.rpartition("-")
    return (stem, int(number)) if number.isdecimal() else (name, 0)
