"""An exercise as its file has it: who takes part, what flies, what happens, what is agreed.

The numbers of an exercise are choices of whoever writes it, not facts; they are written with their
units, as people write them (`"30 s"`, `"1500 km"`), and are SI from here on.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final, Literal

import msgspec

from glasshield.exchange.release.places import Drawn, Pair
from glasshield.exchange.release.reading import WrittenRule
from glasshield.exercise.actions import What

FORM: Final = "glasshield-exercise-script/1"

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=120)]
Count = Annotated[int, msgspec.Meta(ge=1, le=1000)]
Share = Annotated[float, msgspec.Meta(ge=0.0, le=1.0)]
SHARES: Final = frozenset({"detection_probability", "hit_probability"})  # the keys that have one


class Seconds(float):
    """A span, written with its unit."""

    dimension = "time"


class Metres(float):
    """A length, written with its unit."""

    dimension = "length"


class Radians(float):
    """An angle, written with its unit."""

    dimension = "angle"


class Rate(float):
    """How often, written as `"8 1/s"`."""

    dimension = "rate"


QUANTITIES: Final = (Seconds, Metres, Radians, Rate)
SPANS: Final = frozenset({Seconds, Metres, Rate})  # of which none is below zero


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A part of an exercise; whoever reads it knows every key."""


class Titled(_Part, frozen=True, kw_only=True):
    """What has a name in both languages."""

    name: Name
    name_ru: str = ""

    def named(self, language: str) -> str:
        """The name in a language: `en` or `ru`; English where there is no other."""
        return (self.name_ru if language == "ru" else "") or self.name


class Head(Titled, frozen=True, kw_only=True):
    """What is said of the exercise as a whole.

    `step` is the time between two steps of a run, in whole seconds, and `plan_every` between two
    plans of who would act. `infrared` names sensors of the catalogue that only point radars.
    """

    id: Name
    lesson: Annotated[str, msgspec.Meta(min_length=1, max_length=1000)]
    lesson_ru: str = ""
    epoch: str
    seed: int = 1
    length_s: Seconds = msgspec.field(name="length")
    step_s: Seconds = msgspec.field(name="step", default=Seconds(1.0))
    plan_every_s: Seconds = msgspec.field(name="plan_every", default=Seconds(5.0))
    fluctuation: Literal["steady", "swerling-1", "swerling-3"] = "swerling-1"
    infrared: tuple[str, ...] = ()

    def taught(self, language: str) -> str:
        """The lesson in a language: `en` or `ru`; English where there is no other."""
        return (self.lesson_ru if language == "ru" else "") or self.lesson


class Party(Titled, frozen=True, kw_only=True):
    """A party of the exercise. It is consulted about what happens over its `territory`."""

    territory: tuple[Name, ...] = ()
    defends: tuple[Name, ...] = ()


class View(_Part, frozen=True, kw_only=True):
    """Where a sensor looks: clockwise between two azimuths, between two elevations."""

    azimuth_deg: Pair = (0.0, 360.0)
    elevation_deg: Pair = (2.0, 85.0)


class Biases(_Part, frozen=True, kw_only=True):
    """Standard deviations of a sensor's constant errors, which nobody but the truth knows."""

    range_m: Metres = msgspec.field(name="range", default=Metres(0.0))
    azimuth_rad: Radians = msgspec.field(name="azimuth", default=Radians(0.0))
    elevation_rad: Radians = msgspec.field(name="elevation", default=Radians(0.0))
    time_s: Seconds = msgspec.field(name="time", default=Seconds(0.0))


class Sensor(_Part, frozen=True, kw_only=True):
    """A radar of the catalogue (`sensor`), or one as plain as a tracker knows it.

    `looks` is how many objects it can look at in a second: only then does a plan of who looks where
    decide what it sees.
    """

    party: Name
    sensor: str = ""
    position_deg: Pair | None = None
    range_m: Metres = msgspec.field(name="range", default=Metres(0.0))
    views: tuple[View, ...] = (View(),)
    range_accuracy_m: Metres = msgspec.field(name="range_accuracy", default=Metres(50.0))
    angle_accuracy_rad: Radians = msgspec.field(name="angle_accuracy", default=Radians(8.73e-4))
    detection_probability: Share = 0.95
    start_s: Seconds = msgspec.field(name="start", default=Seconds(0.0))
    period_s: Seconds | None = msgspec.field(name="period", default=None)
    false_alarms: Annotated[float, msgspec.Meta(ge=0.0)] = 0.0
    delay_s: Seconds = msgspec.field(name="delay", default=Seconds(0.0))
    delay_spread_s: Seconds = msgspec.field(name="delay_spread", default=Seconds(0.0))
    biases: Biases = Biases()
    looks_per_s: Rate | None = msgspec.field(name="looks", default=None)

    def __post_init__(self) -> None:
        """Refuse a sensor that is no radar, or two.

        Raises:
            ValueError: not exactly one of a sensor of the catalogue and a place of its own.
        """
        if bool(self.sensor) == (self.position_deg is not None):
            raise ValueError("a sensor is either one of the catalogue or has a position_deg")
        if self.position_deg is not None and not self.range_m > 0.0:
            raise ValueError("a sensor with a position_deg has a range")


class Battery(_Part, frozen=True, kw_only=True):
    """Interceptors of the exercise, all of one type at one place; they exist in it alone.

    `hit_probability` is the stated probability of one simulated engagement.
    """

    party: Name
    interceptor: Name
    site: str = ""
    position_deg: Pair | None = None
    count: Count
    rules: Name = "standard"
    hit_probability: Share

    def __post_init__(self) -> None:
        """Refuse interceptors at no place, or at two.

        Raises:
            ValueError: not exactly one of a site of the catalogue and a place of its own.
        """
        if bool(self.site) == (self.position_deg is not None):
            raise ValueError("interceptors stand either at a site of the catalogue or at a "
                             "position_deg")  # fmt: skip


class Flight(_Part, frozen=True, kw_only=True):
    """Simulated flights of one missile of the catalogue from about one place to about another.

    They are called `ID` where there is one, else `ID-0`, `ID-1` and so on. Those in `reserve` fly
    only when somebody makes them.
    """

    missile: Name
    launch: str = ""
    from_deg: Pair | None = None
    target: str = ""
    to_deg: Pair | None = None
    shape: Literal["minimum-energy", "lofted", "depressed"] = "minimum-energy"
    count: Count = 1
    start_s: Seconds = msgspec.field(name="start", default=Seconds(0.0))
    interval_s: Seconds = msgspec.field(name="interval", default=Seconds(0.0))
    scatter_m: Metres = msgspec.field(name="scatter", default=Metres(0.0))
    reserve: bool = False

    def __post_init__(self) -> None:
        """Refuse flights from nowhere or to nowhere.

        Raises:
            ValueError: neither or both of a name and a place at an end.
        """
        if bool(self.launch) == (self.from_deg is not None):
            raise ValueError("flights start either at a launch area or at from_deg")
        if bool(self.target) == (self.to_deg is not None):
            raise ValueError("flights end either at a target region or at to_deg")


class Ascent(_Part, frozen=True, kw_only=True):
    """A simulated space launch: a smooth ascent into a circular orbit, of no real vehicle."""

    from_deg: Pair
    azimuth_deg: float
    burn_s: Seconds = msgspec.field(name="burn")
    height_m: Metres = msgspec.field(name="height")
    radar_cross_section_m2: Annotated[float, msgspec.Meta(gt=0.0)] = 10.0
    start_s: Seconds = msgspec.field(name="start", default=Seconds(0.0))
    reserve: bool = False


class Notice(_Part, frozen=True, kw_only=True):
    """A notice of one flight; given at `at` after the beginning, or only by an inject.

    `given` is the instant at which it would launch by the notice, where that is not the truth.
    """

    party: Name
    flight: Name
    at_s: Seconds | None = msgspec.field(name="at", default=None)
    window_s: Seconds = msgspec.field(name="window", default=Seconds(600.0))
    area_m: Metres = msgspec.field(name="area", default=Metres(80_000.0))


class Inject(_Part, frozen=True, kw_only=True):
    """Something that the script makes happen, at a time after the beginning."""

    at_s: Seconds = msgspec.field(name="at")
    what: What
    name: Name


class Sector(_Part, frozen=True, kw_only=True):
    """Regions in which one party is responsible; `forces` are others that act for it there."""

    party: Name
    regions: tuple[Name, ...]
    forces: tuple[Name, ...] = ()


class Answering(_Part, frozen=True, kw_only=True):
    """How a scripted cell answers: the first rule that fits holds.

    `when` is what it is asked, `by` which party asks, `since` and `until` when this holds.
    """

    when: Literal["decision", "consultation", "key", "anything"] = "anything"
    by: tuple[Name, ...] = ()
    since_s: Seconds = msgspec.field(name="since", default=Seconds(0.0))
    until_s: Seconds = msgspec.field(name="until", default=Seconds(1e9))
    after_s: Seconds = msgspec.field(name="after", default=Seconds(0.0))
    says: Literal["yes", "no", "nothing"]
    text: str = ""


class Withholding(_Part, frozen=True, kw_only=True):
    """A span in which a scripted cell keeps its party's data to itself."""

    since_s: Seconds = msgspec.field(name="since")
    until_s: Seconds = msgspec.field(name="until", default=Seconds(1e9))


class Cell(Titled, frozen=True, kw_only=True):
    """A cell of a party: people in a room, or a script."""

    party: Name
    who: Literal["scripted", "person"] = "scripted"
    answers: tuple[Answering, ...] = ()
    withholds: tuple[Withholding, ...] = ()


class Consult(_Part, frozen=True, kw_only=True):
    """How others are consulted: above whose territory one would act, or in whose place.

    `near` is how far beside its territory a party is still asked, `wait_for` are the waits of
    single parties, `then` what a missing answer means; `neighbours` say when batteries of others
    act for the party that answers for a place.
    """

    wait_s: Seconds = msgspec.field(name="wait", default=Seconds(30.0))
    wait_for: dict[str, Seconds] = {}
    near_m: Metres = msgspec.field(name="near", default=Metres(0.0))
    then: Literal["proceed", "hold"] = "hold"
    neighbours: Literal["never", "no-window", "agreed"] = "no-window"


class Keys(_Part, frozen=True, kw_only=True):
    """Cells of which so many turn their keys before a party's interceptors leave."""

    party: Name
    cells: tuple[Name, ...]
    needed: Count = 2
    wait_s: Seconds = msgspec.field(name="wait")


class Decision(_Part, frozen=True, kw_only=True):
    """How long the cell of the party that would act has to decide, and what holds otherwise."""

    wait_s: Seconds = msgspec.field(name="wait", default=Seconds(20.0))
    then: Literal["proceed", "hold"] = "hold"


class Procedure(_Part, frozen=True, kw_only=True):
    """What comes before a simulated engagement: a decision, consultations, keys.

    `shots_each` are the most interceptors at one object, `look` is how long after an intercept it
    is known whether the object flies on, `reaction` the time from a decision to a launch.
    """

    decision: Decision = Decision()
    consult: Consult = Consult()
    keys: tuple[Keys, ...] = ()
    shots_each: Annotated[int, msgspec.Meta(ge=1, le=4)] = 2
    look_s: Seconds = msgspec.field(name="look", default=Seconds(10.0))
    reaction_s: Seconds = msgspec.field(name="reaction", default=Seconds(5.0))


class Script(_Part, frozen=True, kw_only=True):
    """An exercise file."""

    schema: Literal["glasshield-exercise-script/1"]
    exercise: Head
    party: dict[str, Party]
    sensor: dict[str, Sensor]
    battery: dict[str, Battery] = {}
    region: dict[str, Drawn] = {}
    rule: dict[str, WrittenRule] = {}
    sector: dict[str, Sector] = {}
    flight: dict[str, Flight] = {}
    ascent: dict[str, Ascent] = {}
    notice: dict[str, Notice] = {}
    inject: tuple[Inject, ...] = ()
    cell: dict[str, Cell] = {}
    procedure: Procedure = Procedure()

    @property
    def flights(self) -> Mapping[str, Flight | Ascent]:
        """All that may fly, by name."""
        return {**self.flight, **self.ascent}
