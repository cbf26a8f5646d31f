"""What an exercise writes down: one record a line, each with the mark of an exercise.

    begun, branched, ended          the run itself
    inject                          what the script or the controller made happen
    known, event                    what a viewer has in its picture, what it was told of
    task, proposed                  which sensor should look where, who would act
    asked, answered, timed-out      consultations and keys, and what became of them
    decided, engaged, outcome       what a cell decided, a simulated engagement, what came of it
    came-down                       the truth of where a simulated flight ended
    remark                          words

Records are made here alone, and nothing outside of exercises reads or writes them. The mark is part
of the bytes that are hashed; what has another mark, none, or one more key is no record.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Final, Literal, TypeVar

import msgspec

from glasshield.errors import InputError
from glasshield.exchange import canonical

FORM: Final = "glasshield-exercise/2"
MARK: Final = "exercise"
CONTROLLER: Final = "controller"  # the cell that sees everything
CENTRE: Final = "centre"  # the viewer that coordinates: it sees what parties release to it

Mark = Literal["exercise"]
Second = Annotated[int, msgspec.Meta(ge=0)]


class Marked(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="kind"
):
    """What every record has.

    Attributes:
        second: of the exercise, counted from its beginning.
        to: the cells that it concerns, beside the controller; empty for all of them.
        mark: that it is of an exercise. There is no other.
    """

    second: Second
    to: tuple[str, ...] = ()
    mark: Mark = MARK

    def __post_init__(self) -> None:
        """Refuse another mark.

        Raises:
            ValueError: a mark that is not that of an exercise.
        """
        if self.mark != MARK:
            raise ValueError("a record of an exercise has the mark of an exercise")


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A sentence in both languages.

    Attributes:
        en: in English.
        ru: in Russian.
    """

    en: str
    ru: str


class Begun(Marked, frozen=True, kw_only=True, tag="begun"):
    """That a run began, and all that decides it beside what people do.

    Attributes:
        exercise: its id.
        exercise_sha256: of the file.
        program: the version of this program.
        epoch: the instant of second 0, UTC.
        seed: of the draws.
        withheld: the parties whose data nobody else is given in this run.
        form: of these records.
    """

    exercise: str
    exercise_sha256: str
    program: str
    epoch: str
    seed: int
    withheld: tuple[str, ...] = ()
    form: Literal["glasshield-exercise/2"] = FORM


class Branched(Marked, frozen=True, kw_only=True, tag="branched"):
    """That a run goes on from a moment of another.

    Attributes:
        parent_root: of the other's log, in hexadecimal digits, as it was then.
        parent_size: how many records that had.
        moment: the last second that both share.
    """

    parent_root: str
    parent_size: int
    moment: Second


class Injected(Marked, frozen=True, kw_only=True, tag="inject"):
    """Something that the script, a cell or the controller made happen.

    Attributes:
        what: as a script calls it: `sensor-fails`, `link-cut`, `launch` and so on.
        name: of the sensor, party, notice or flight.
        by: `script`, or the cell that did it.
    """

    what: str
    name: str
    by: str = "script"


class Known(Marked, frozen=True, kw_only=True, tag="known"):
    """That a viewer has an object in its picture for the first time.

    Attributes:
        viewer: the party, or `centre`.
        picture: which of the viewer's pictures.
        object: its number there.
        flight: the flight that it is, empty where it is none: known to the controller alone.
        by: whose data it stands on, as `party/sensor`, or the party where the sensor is not named.
        first_seen: the second at which it was first detected.
    """

    viewer: str
    picture: int
    object: int
    flight: str
    by: tuple[str, ...]
    first_seen: float


class Told(Marked, frozen=True, kw_only=True, tag="event"):
    """That a viewer was told of something by its picture.

    Attributes:
        viewer: the party, or `centre`.
        number: of the viewer's events.
        what: `launch-detected`, `impact-predicted` and so on.
        picture: in which the object is.
        object: its number there.
        flight: the flight that it is: known to the controller alone.
        object_class: what it is taken for.
        by: whose data it stands on.
        lat_deg: of the place, where it has one.
        lon_deg: of the place.
        radius_km: half the length of the ellipse that holds 95 %.
        region: in which the place lies.
        expected: the second at which it was or will be there.
        notice: the reference of the notice that it is about.
    """

    viewer: str
    number: int
    what: str
    picture: int
    object: int
    flight: str
    object_class: str
    by: tuple[str, ...]
    lat_deg: float | None = None
    lon_deg: float | None = None
    radius_km: float | None = None
    region: str = ""
    expected: float | None = None
    notice: str = ""


class Task(Marked, frozen=True, kw_only=True, tag="task"):
    """What a sensor should look at from now on.

    Attributes:
        sensor: as `party/sensor`.
        objects: numbers in the centre's picture; the first one first.
        flights: that they are: known to the controller alone.
        looks_per_s: at each.
        why: a sentence for each object, or one for all.
    """

    sensor: str
    objects: tuple[int, ...]
    flights: tuple[str, ...]
    looks_per_s: tuple[float, ...] = ()
    why: tuple[Said, ...] = ()


class Proposed(Marked, frozen=True, kw_only=True, tag="proposed"):
    """Who would act against an object, as the plan has it.

    A later proposal for the same object takes the place of this one.

    Attributes:
        proposal: its number in this run, from 1.
        object: its number where it was planned.
        viewer: in whose picture: `centre`, or the party that planned for itself.
        flight: that it is: known to the controller alone.
        party: whose interceptors; empty where nobody can act.
        battery: which of them.
        shots: how many are planned.
        first_launch: the first second at which one could be launched.
        last_launch: the last.
        meets: the second at which the first would meet the object.
        over: the parties over or near whose territory that would be, who are consulted.
        impact: the region in which it would come down, by name.
        why: in one sentence.
    """

    proposal: int
    object: int
    viewer: str = CENTRE
    flight: str
    party: str
    battery: str
    shots: int
    first_launch: float | None
    last_launch: float | None
    meets: float | None
    over: tuple[str, ...]
    impact: str
    why: Said


class Asked(Marked, frozen=True, kw_only=True, tag="asked"):
    """That a procedure asks a cell.

    Attributes:
        request: its number in this run, from 1.
        what: `decision`, `consultation` or `key`.
        proposal: about which proposal.
        cell: who is asked.
        by: for which party.
        object: its number where it was planned.
        viewer: in whose picture: `centre`, or the party that planned for itself.
        until: the last second at which an answer counts.
    """

    request: int
    what: Literal["decision", "consultation", "key"]
    proposal: int
    cell: str
    by: str
    object: int
    viewer: str = CENTRE
    until: Second


class Answered(Marked, frozen=True, kw_only=True, tag="answered"):
    """What a cell answered.

    Attributes:
        request: which.
        cell: who.
        says: yes or no.
        after_s: since it was asked.
        text: words that came with it.
    """

    request: int
    cell: str
    says: Literal["yes", "no"]
    after_s: float
    text: str = ""


class TimedOut(Marked, frozen=True, kw_only=True, tag="timed-out"):
    """That a cell did not answer in time, and what the procedure does then.

    Attributes:
        request: which.
        cell: who.
        then: `proceed` or `hold`.
    """

    request: int
    cell: str
    then: Literal["proceed", "hold"]


class Decided(Marked, frozen=True, kw_only=True, tag="decided"):
    """What became of a proposal when all that the procedure asks for was there.

    Attributes:
        proposal: which.
        party: whose interceptors.
        object: its number where it was planned.
        viewer: in whose picture: `centre`, or the party that planned for itself.
        flight: that it is: known to the controller alone.
        decision: `engage`, or `hold`.
        why: `agreed`, or what held it: `refused`, `timed-out`, `too-late`, `withdrawn`, or
            `own-plan`: the party acts against it by its own plan.
        by: the cell whose answer decided; empty where it was the procedure.
    """

    proposal: int
    party: str
    object: int
    viewer: str = CENTRE
    flight: str
    decision: Literal["engage", "hold"]
    why: Literal["agreed", "refused", "timed-out", "too-late", "withdrawn", "own-plan"]
    by: str = ""


class Engaged(Marked, frozen=True, kw_only=True, tag="engaged"):
    """A simulated engagement: an interceptor of the exercise leaves for an object of it.

    Attributes:
        shot: its number in this run, from 1.
        proposal: under which.
        party: whose.
        battery: which.
        object: its number where it was planned.
        viewer: in whose picture: `centre`, or the party that planned for itself.
        flight: that it is: known to the controller alone.
        meets: the second at which it would meet the object.
        left: how many interceptors the battery has left.
    """

    shot: int
    proposal: int
    party: str
    battery: str
    object: int
    viewer: str = CENTRE
    flight: str
    meets: float
    left: int


class Outcome(Marked, frozen=True, kw_only=True, tag="outcome"):
    """What came of a simulated engagement, drawn with the probability that the exercise states.

    Attributes:
        shot: which.
        object: its number where it was planned.
        viewer: in whose picture: `centre`, or the party that planned for itself.
        flight: that it is: known to the controller alone.
        result: `hit`, `missed`, or `wasted`.
        waste: why it was wasted: `already-hit`, `no-threat` (it would not have come down where
            anybody is defended), or `no-object` (there is no such flight).
        probability: that was drawn with.
    """

    shot: int
    object: int
    viewer: str = CENTRE
    flight: str
    result: Literal["hit", "missed", "wasted"]
    waste: Literal["", "already-hit", "no-threat", "no-object"] = ""
    probability: float = 0.0


class CameDown(Marked, frozen=True, kw_only=True, tag="came-down"):
    """Where a simulated flight really ended: known to the controller alone.

    Attributes:
        flight: which.
        end: `impact`, `intercepted`, or `orbit` (it had not come down
            when the exercise ended).
        lat_deg: where.
        lon_deg: where.
        region: of those that are defended, the one in which it came down; empty for none.
        party: who defends that.
        aimed_at: the defended region in which it would have come down if nothing had met it.
    """

    flight: str
    end: Literal["impact", "intercepted", "orbit"]
    lat_deg: float | None
    lon_deg: float | None
    region: str = ""
    party: str = ""
    aimed_at: str = ""


class Remark(Marked, frozen=True, kw_only=True, tag="remark"):
    """Words of a cell.

    Attributes:
        cell: whose.
        text: the words.
    """

    cell: str
    text: str


class Ended(Marked, frozen=True, kw_only=True, tag="ended"):
    """That a run ended, and what it came to.

    Attributes:
        flights: that flew.
        threats: of these, aimed at what is defended.
        hits: threats that were met.
        leakers: threats that came down where they were aimed.
        shots: interceptors spent.
        wasted: of these, spent for nothing.
    """

    flights: int
    threats: int
    hits: int
    leakers: int
    shots: int
    wasted: int


Record = (
    Begun
    | Branched
    | Injected
    | Known
    | Told
    | Task
    | Proposed
    | Asked
    | Answered
    | TimedOut
    | Decided
    | Engaged
    | Outcome
    | CameDown
    | Remark
    | Ended
)
R = TypeVar("R", bound=Marked)
_DECODER: Final = msgspec.json.Decoder(Record)


def encode(record: Record) -> bytes:
    """The canonical JSON line of a record, without its newline.

    Raises:
        InputError: a number that JSON has no form for.
    """
    return canonical.canonical(msgspec.to_builtins(record))


def decode(line: bytes, where: str) -> Record:
    """The record in a line.

    Args:
        line: as `encode` writes it, to the last byte.
        where: file and line, for messages.

    Raises:
        InputError: no record of an exercise: another mark or none, an unknown kind or key, or
            not in canonical form.
    """
    try:
        found = _DECODER.decode(line)
    except (msgspec.DecodeError, ValueError) as error:
        raise InputError(f"this is no record of an exercise ({error})", where=where) from None
    if encode(found) != line:
        raise InputError(
            "this is no record of an exercise (not in canonical form, or without its mark)",
            where=where,
            do="take the file as it was written",
        )
    return found


def for_cell(record: R, cell: str) -> R | None:
    """A record as a cell may know it; None where it does not concern the cell.

    What only the truth knows is left empty for all but the controller.

    Args:
        record: any.
        cell: who asks.
    """
    if cell == CONTROLLER:
        return record
    if record.to and cell not in record.to:
        return None
    hidden = {
        name: type(getattr(record, name))()
        for name in ("flight", "flights", "withheld", "seed")
        if name in record.__struct_fields__
    }
    return msgspec.structs.replace(record, **hidden) if hidden else record


def of(records: Iterable[Record], type_: type[R]) -> list[R]:
    """The records of one kind, in their order."""
    return [record for record in records if isinstance(record, type_)]
