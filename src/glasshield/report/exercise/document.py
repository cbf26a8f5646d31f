"""The review of an exercise as a document: plain numbers and texts, units in the names.

This is what `--json` prints, what a report is drawn from, and what a statement signs. It depends on
its inputs alone: neither time nor machine stands in it. None stands for what no number answers.
Every document has the mark of an exercise, and nothing else can be read as one.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from glasshield.assurance.document import Part, Program, Text

SCHEMA = "glasshield-exercise-review/1"

# What happened at a moment of the time line.
Happened = Literal[
    "known",
    "alarm",
    "impact",
    "notice",
    "inject",
    "asked",
    "yes",
    "no",
    "timed-out",
    "engage",
    "hold",
    "shot",
    "hit",
    "missed",
    "wasted",
    "down",
    "stopped",
    "orbit",
]
# How another run of the same exercise differs from the one under review.
# "nothing-fails" with parties: nothing fails, and they withhold their data.
Change = Literal[
    "none", "withheld", "nobody-shares", "nothing-fails", "notice-in-time", "no-notice"
]


class PartyRow(Part, frozen=True, kw_only=True):
    """A party of the exercise, and its cells."""

    id: str
    name: Text
    cells: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


class ExerciseRow(Part, frozen=True, kw_only=True):
    """The exercise."""

    id: str
    name: Text
    lesson: Text
    sha256: str
    epoch: str
    length_s: int
    parties: tuple[PartyRow, ...]


class RunRow(Part, frozen=True, kw_only=True):
    """The run under review.

    `root` is that of its log of `size` records; `until_s` is the last second of which there is one.
    """

    seed: int
    withheld: tuple[str, ...]
    actions: int
    actions_sha256: str
    size: int
    root: str
    program: str
    ended: bool
    until_s: int
    parent_root: str = ""
    branched_at_s: int | None = None


class FlightRow(Part, frozen=True, kw_only=True):
    """What flew, and how it ended; seconds of the exercise.

    `aimed_at` is the defended region in which it would have come down; empty for what threatened
    none.
    """

    id: str
    launched_s: int | None
    space: bool
    aimed_at: str
    end: Literal["impact", "intercepted", "orbit", ""]
    ended_s: int | None
    region: str
    shots: int


class KnownRow(Part, frozen=True, kw_only=True):
    """When a viewer first had a flight in its picture, and whose data told it.

    `after_s` counts from the first detection by anybody. `shared` says that data of others were in
    it. `warned_s` is when it was told of a launch, `impact_s` when of the impact.
    """

    viewer: str
    flight: str
    second: int
    after_s: float
    by: tuple[str, ...]
    shared: bool
    warned_s: int | None = None
    impact_s: int | None = None


class MomentRow(Part, frozen=True, kw_only=True):
    """Something that happened, for the time line: in whose row, to which flight."""

    second: int
    row: str
    happened: Happened
    flight: str
    said: Text


class WaitRow(Part, frozen=True, kw_only=True):
    """What a procedure asked a cell, and how long the answer took against what it may take."""

    request: int
    what: Literal["decision", "consultation", "key"]
    cell: str
    by: str
    flight: str
    asked_s: int
    allowed_s: int
    answered: Literal["yes", "no", "timed-out", "open"]
    after_s: float | None
    then: Literal["proceed", "hold", ""] = ""


class ChainRow(Part, frozen=True, kw_only=True):
    """From the first detection of a flight to what met it; seconds of the exercise."""

    flight: str
    detected_s: float | None
    centre_knows_s: int | None
    proposed_s: int | None
    decided_s: int | None
    shot_s: int | None
    met_s: int | None


class Figures(Part, frozen=True, kw_only=True):
    """What a run came to, in whole numbers.

    Of the `wasted` shots, `before_look` left before the hit was known that made them needless;
    `uncoordinated` ones were at what another plan had hit (that of a party for itself, or that of
    the centre); the others were `avoidable`: the hit was known, or there was no threat.
    `false_alarms` counts the attacks that were none: an impact of what threatens nobody, a launch
    or an impact of nothing, and every proposal with shots, decision to engage and shot at such.
    `unannounced` counts the launches that took place and of which viewers were told without a
    notice that covered them: each viewer and flight once.
    """

    flights: int
    threats: int
    hits: int
    leakers: int
    shots: int
    wasted: int
    already_hit: int
    no_threat: int
    no_object: int
    before_look: int
    uncoordinated: int = 0
    avoidable: int
    engaged: int
    held: int
    asked: int
    timed_out: int
    false_alarms: int
    unannounced: int


class FirstRow(Part, frozen=True, kw_only=True):
    """How much a viewer knew of the threats in a run: of how many, and how long after the launch.

    `known_after_s` and `warned_after_s` are means over those that it knew, or was warned of.
    """

    viewer: str
    known: int
    known_after_s: float | None
    warned: int
    warned_after_s: float | None


class OtherRunRow(Part, frozen=True, kw_only=True):
    """The same run with one thing changed; the first is the run as it was."""

    change: Change
    parties: tuple[str, ...]
    figures: Figures
    first: tuple[FirstRow, ...]


class EstimateRow(Part, frozen=True, kw_only=True):
    """A figure over many seeds with its 95 % interval.

    Where all `runs` gave the same, the method is `same`, and there is no interval.
    """

    measure: str
    value: float
    low: float | None
    high: float | None
    method: Literal["wilson", "student", "same"]
    runs: int


class ManyRow(Part, frozen=True, kw_only=True):
    """Many seeds of the exercise with one thing changed.

    `differences` are means of the differences to the unchanged exercise, seed by seed: both share
    every draw that the change leaves alone. `sharing` are those to the exercise in which nothing
    fails either and the parties do not withhold.
    """

    change: Change
    parties: tuple[str, ...]
    seeds: int
    first_seed: int
    estimates: tuple[EstimateRow, ...]
    differences: tuple[EstimateRow, ...] = ()
    sharing: tuple[EstimateRow, ...] = ()


class Review(Part, frozen=True, kw_only=True, tag_field="mark", tag="exercise"):
    """A whole review; its `mark` is that of an exercise."""

    schema: str = SCHEMA
    program: Program
    exercise: ExerciseRow
    run: RunRow
    flights: tuple[FlightRow, ...]
    known: tuple[KnownRow, ...]
    moments: tuple[MomentRow, ...]
    waits: tuple[WaitRow, ...]
    chains: tuple[ChainRow, ...]
    figures: Figures
    others: tuple[OtherRunRow, ...]
    many: tuple[ManyRow, ...] = ()
    warnings: tuple[Text, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a document of another form.

        Raises:
            ValueError: another schema.
        """
        if self.schema != SCHEMA:
            raise ValueError(f"this is no {SCHEMA}")


class _Head(msgspec.Struct, frozen=True):
    """The mark, which a file has to state itself."""

    mark: Literal["exercise"]


def decode(data: bytes) -> Review:
    """The review in the bytes of `review.json`.

    Raises:
        ValidationError: no review, or one without the mark of an exercise.
    """
    msgspec.json.decode(data, type=_Head)
    return msgspec.json.decode(data, type=Review)
