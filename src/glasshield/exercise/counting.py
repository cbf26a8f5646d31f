"""What a run came to, counted from its records alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from glasshield.exercise import actions, records
from glasshield.exercise.records import Record
from glasshield.exercise.script import Script
from glasshield.report.exercise.document import Figures, FirstRow

LAUNCH: Final = frozenset({"launch-detected", "outside-notice"})  # what warns of a launch
IMPACT: Final = "impact-predicted"
# Measures of a viewer, by which many seeds are compared: `warned_after@birch`.
OF_VIEWER: Final = ("known", "known_after", "warned", "warned_after")
TENTHS: Final = ("known_after", "warned_after")  # are kept as whole tenths of a second


@dataclass(frozen=True, slots=True)
class Truth:
    """What the script says of the flights.

    Attributes:
        launched_s: when each is launched, in seconds of the exercise; of those in reserve, none.
        space: those that go into orbit.
        viewers: the parties in their order, then the centre.
    """

    launched_s: dict[str, float]
    space: frozenset[str]
    viewers: tuple[str, ...]

    @classmethod
    def of(cls, script: Script) -> Truth:
        """The truth of a script."""
        launched: dict[str, float] = {}
        for id, flight in script.flight.items():
            if not flight.reserve:
                names = [id] if flight.count == 1 else [f"{id}-{n}" for n in range(flight.count)]
                launched |= {
                    name: flight.start_s + number * flight.interval_s
                    for number, name in enumerate(names)
                }
        launched |= {id: one.start_s for id, one in script.ascent.items() if not one.reserve}
        return cls(launched, frozenset(script.ascent), (*script.party, records.CENTRE))

    def with_injected(self, found: Iterable[Record]) -> Truth:
        """The same with the flights that were made to fly in a run."""
        launched = dict(self.launched_s)
        for one in found:
            if isinstance(one, records.Injected) and one.what == actions.LAUNCH:
                launched.setdefault(one.name, float(one.second))
        return Truth(launched, self.space, self.viewers)


@dataclass(slots=True)
class Counted:
    """A run, counted.

    Attributes:
        figures: of the run as a whole.
        first: what each viewer knew of the threats, in the order of the viewers.
    """

    figures: Figures
    first: tuple[FirstRow, ...] = field(default=())


def counted(found: Sequence[Record], script: Script) -> Counted:
    """What a run came to.

    Args:
        found: all its records, in their order.
        script: of its exercise.
    """
    truth = Truth.of(script).with_injected(found)
    return Counted(_figures(found, truth), _first(found, truth))


def measures(run: Counted) -> dict[str, int | None]:
    """The whole numbers of a run by which many seeds are compared.

    Those of a viewer are called `NAME@VIEWER`; spans are in tenths of a second, and None where
    there is nothing to measure.
    """
    found: dict[str, int | None] = {
        name: getattr(run.figures, name) for name in Figures.__struct_fields__
    }
    for row in run.first:
        for name in OF_VIEWER:
            value = getattr(row, f"{name}_s" if name in TENTHS else name)
            if name in TENTHS:
                value = None if value is None else round(10 * value)
            found[f"{name}@{row.viewer}"] = value
    return found


def _figures(found: Sequence[Record], truth: Truth) -> Figures:
    """The figures of a run as a whole."""
    down = records.of(found, records.CameDown)
    threats = [one for one in down if one.aimed_at]
    outcomes = records.of(found, records.Outcome)
    decided = records.of(found, records.Decided)
    waste = [one.waste for one in outcomes if one.result == "wasted"]
    lost, apart = _lost(found)
    return Figures(
        flights=len(down),
        threats=len(threats),
        hits=sum(one.end == "intercepted" for one in threats),
        leakers=sum(one.end == "impact" for one in threats),
        shots=len(records.of(found, records.Engaged)),
        wasted=len(waste),
        already_hit=waste.count("already-hit"),
        no_threat=waste.count("no-threat"),
        no_object=waste.count("no-object"),
        before_look=lost,
        uncoordinated=apart,
        avoidable=len(waste) - lost - apart,
        engaged=sum(one.decision == "engage" for one in decided),
        held=sum(one.decision == "hold" for one in decided),
        asked=len(records.of(found, records.Asked)),
        timed_out=len(records.of(found, records.TimedOut)),
        false_alarms=_false_alarms(found, truth),
        unannounced=len(
            {
                (one.viewer, one.flight)
                for one in records.of(found, records.Told)
                if one.what in LAUNCH and one.flight
            }
        ),
    )


def _lost(found: Sequence[Record]) -> tuple[int, int]:
    """How many shots were at what another had hit, and why that was not known when they left.

    Of the first the plan was the other's, and its outcome was not there yet; of the second the plan
    was another, which did not know of it.
    """
    left: dict[int, int] = {}
    hit: dict[str, tuple[int, str]] = {}
    early = apart = 0
    for place, one in enumerate(found):
        if isinstance(one, records.Engaged):
            left[one.shot] = place
        elif isinstance(one, records.Outcome) and one.result == "hit":
            hit[one.flight] = place, one.viewer
        elif isinstance(one, records.Outcome) and one.waste == "already-hit":
            known, viewer = hit[one.flight]
            apart += one.viewer != viewer
            early += one.viewer == viewer and left[one.shot] < known
    return early, apart


def _false_alarms(found: Sequence[Record], truth: Truth) -> int:
    """How often somebody was told of an attack that was none, or would have acted against one.

    A launch that was reported and took place is true, whatever went up.
    """
    harmless = {"", *truth.space} | {
        one.flight for one in records.of(found, records.CameDown) if not one.aimed_at
    }
    count = 0
    for one in found:
        match one:
            case records.Told(flight="", what=what) if what in LAUNCH:
                count += 1
            case (
                records.Told(what="impact-predicted", flight=flight)
                | records.Decided(decision="engage", flight=flight)
                | records.Engaged(flight=flight)
            ):
                count += flight in harmless
            case records.Proposed(shots=shots, flight=flight):
                count += shots > 0 and flight in harmless
    return count


def threatened(found: Iterable[Record]) -> frozenset[str]:
    """The flights of a run that were aimed at what is defended."""
    return frozenset(
        one.flight for one in found if isinstance(one, records.CameDown) and one.aimed_at
    )


def _first(found: Sequence[Record], truth: Truth) -> tuple[FirstRow, ...]:
    """What each viewer knew of the threats."""
    threats = threatened(found)
    known: dict[tuple[str, str], int] = {}
    warned: dict[tuple[str, str], int] = {}
    for one in found:
        if isinstance(one, records.Known) and one.flight in threats:
            known.setdefault((one.viewer, one.flight), one.second)
        if isinstance(one, records.Told) and one.what in LAUNCH and one.flight in threats:
            warned.setdefault((one.viewer, one.flight), one.second)
    return tuple(
        FirstRow(
            viewer=viewer,
            known=sum(who == viewer for who, _ in known),
            known_after_s=_mean_after_s(known, viewer, truth),
            warned=sum(who == viewer for who, _ in warned),
            warned_after_s=_mean_after_s(warned, viewer, truth),
        )
        for viewer in truth.viewers
    )


def _mean_after_s(when: dict[tuple[str, str], int], viewer: str, truth: Truth) -> float | None:
    """The mean span from a launch to what a viewer learned, to a tenth of a second."""
    spans = [
        second - truth.launched_s[flight]
        for (who, flight), second in when.items()
        if who == viewer and flight in truth.launched_s
    ]
    return round(sum(spans) / len(spans), 1) if spans else None
