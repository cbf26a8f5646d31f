"""A small exercise of two parties, and a made-up run of it, for tests of reviews."""

from __future__ import annotations

from glasshield import catalog
from glasshield.exercise import records
from glasshield.exercise.reading import Exercise, parse
from glasshield.exercise.records import Record

TEXT = """\
schema = "glasshield-exercise-script/1"

[exercise]
id = "small"
name = "A small one"
name_ru = "Малое"
lesson = "Who shares knows sooner."
lesson_ru = "Кто делится, узнаёт раньше."
epoch = "2031-05-05T09:00:00Z"
length = "480 s"
step = "4 s"
plan_every = "20 s"

[party.aspen]
name = "Aspen"
name_ru = "Осина"
territory = ["aspen-land"]
defends = ["aspen-land"]

[party.birch]
name = "Birch"
territory = ["birch-land"]
defends = ["birch-land"]

[region.aspen-land]
circle = { centre_deg = [26.5, -32.0], radius = "120 km" }

[region.birch-land]
circle = { centre_deg = [26.5, -28.0], radius = "120 km" }

[sensor.west]
party = "aspen"
position_deg = [25.0, -32.5]
range = "700 km"
delay = "0.5 s"

[sensor.east]
party = "birch"
position_deg = [24.0, -30.0]
range = "1100 km"
delay = "0.5 s"

[rule.aspen]
from = "aspen"
to = ["birch", "centre"]
kinds = ["tracks", "events"]
sensors = ["all"]
delay = "0 s"
name_sensors = true

[rule.birch]
from = "birch"
to = ["aspen", "centre"]
kinds = ["tracks", "events"]
sensors = ["all"]
delay = "0 s"
name_sensors = true

[sector.aspen]
party = "aspen"
regions = ["aspen-land"]

[sector.birch]
party = "birch"
regions = ["birch-land"]

[flight.first]
missile = "mrbm"
from_deg = [20.0, -32.0]
to_deg = [26.5, -32.0]
start = "10 s"
count = 2
interval = "20 s"
scatter = "5 km"

[[inject]]
at = "100 s"
what = "sensor-fails"
name = "west"

[cell.aspen-national]
name = "Aspen's national cell"
party = "aspen"
answers = [{ says = "yes", after = "6 s" }]

[cell.birch-national]
name = "Birch's national cell"
party = "birch"
answers = [{ says = "yes", after = "6 s" }]

[battery.south]
party = "aspen"
interceptor = "sm3-1b"
position_deg = [26.0, -32.5]
count = 4
hit_probability = 0.6
"""

DIGEST = "0" * 64


def exercise() -> Exercise:
    """The small exercise."""
    return parse(TEXT, "small.toml", catalog.load())


def run() -> tuple[Record, ...]:
    """A made-up run: one of two threats leaks, one shot of three is wasted, a cell is silent."""
    return (
        records.Begun(second=0, exercise="small", exercise_sha256=DIGEST, program="0",
                      epoch="2031-05-05T09:00:00Z", seed=1),
        known(30, "birch", "first-0", "birch/east"),
        known(40, "aspen", "first-0", "birch/east"),
        told(42, "aspen", "launch-detected", "first-0"),
        known(44, "centre", "first-0", "birch/east", "aspen/west"),
        known(50, "centre", "first-1", "birch/east"),
        told(52, "centre", "impact-predicted", "first-0"),
        told(53, "centre", "launch-detected", ""),
        proposed(60, 1, "first-0"),
        asked(60, 1, "decision", 1, "aspen-national", until=90),
        records.Answered(second=66, request=1, cell="aspen-national", says="yes", after_s=6.0),
        asked(66, 2, "consultation", 1, "birch-national", until=80),
        records.TimedOut(second=80, request=2, cell="birch-national", then="proceed"),
        decided(80, 1, "first-0", "engage"),
        shot(80, 1, "first-0"),
        shot(82, 2, "first-0"),
        proposed(84, 2, "first-1"),
        asked(84, 3, "decision", 2, "aspen-national", until=120),
        records.Injected(second=100, what="sensor-fails", name="west"),
        records.Answered(second=100, request=3, cell="aspen-national", says="yes", after_s=16.0),
        decided(100, 2, "first-1", "engage"),
        shot(100, 3, "first-1"),
        outcome(140, 1, "first-0", "hit"),
        down(140, "first-0", "intercepted"),
        outcome(142, 2, "first-0", "wasted", "already-hit"),
        outcome(160, 3, "first-1", "missed"),
        down(250, "first-1", "impact"),
        records.Ended(second=480, flights=2, threats=2, hits=1, leakers=1, shots=3, wasted=1),
    )  # fmt: skip


def known(second: int, viewer: str, flight: str, *by: str) -> records.Known:
    """A first sighting; the flight was first detected at second 28."""
    return records.Known(second=second, viewer=viewer, picture=1, object=1, flight=flight, by=by,
                         first_seen=28.0)  # fmt: skip


def told(second: int, viewer: str, what: str, flight: str) -> records.Told:
    """Something that a viewer was told."""
    return records.Told(second=second, viewer=viewer, number=1, what=what, picture=1, object=1,
                        flight=flight, object_class="", by=())  # fmt: skip


def proposed(second: int, proposal: int, flight: str) -> records.Proposed:
    """A proposal for Aspen to act."""
    return records.Proposed(
        second=second, proposal=proposal, object=1, flight=flight, party="aspen",
        battery="south", shots=1, first_launch=70.0, last_launch=120.0, meets=140.0,
        over=("birch",), impact="aspen-land",
        why=records.Said(en="It can.", ru="Она может."),
    )  # fmt: skip


def asked(
    second: int, request: int, what: str, proposal: int, cell: str, *, until: int
) -> records.Asked:
    """A question of a procedure."""
    return records.Asked(
        second=second, request=request, what=what,  # type: ignore[arg-type]
        proposal=proposal, cell=cell, by="aspen", object=1, until=until,
    )  # fmt: skip


def decided(second: int, proposal: int, flight: str, decision: str) -> records.Decided:
    """What became of a proposal."""
    return records.Decided(
        second=second, proposal=proposal, party="aspen", object=1, flight=flight,
        decision=decision, why="agreed",  # type: ignore[arg-type]
    )  # fmt: skip


def shot(second: int, number: int, flight: str) -> records.Engaged:
    """A simulated shot."""
    return records.Engaged(second=second, shot=number, proposal=1, party="aspen", battery="south",
                           object=1, flight=flight, meets=140.0, left=1)  # fmt: skip


def outcome(second: int, number: int, flight: str, result: str, waste: str = "") -> records.Outcome:
    """What came of a shot."""
    return records.Outcome(
        second=second, shot=number, object=1, flight=flight,
        result=result, waste=waste, probability=0.6,  # type: ignore[arg-type]
    )  # fmt: skip


def down(second: int, flight: str, end: str) -> records.CameDown:
    """The end of a threat to Aspen."""
    return records.CameDown(
        second=second, flight=flight, end=end,  # type: ignore[arg-type]
        lat_deg=25.5, lon_deg=-32.0, region="aspen-land", party="aspen", aimed_at="aspen-land",
    )  # fmt: skip
