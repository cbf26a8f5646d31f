"""A review of the made-up run, with made-up runs beside it."""

from __future__ import annotations

import msgspec

from glasshield.assurance.document import Program, Text
from glasshield.exercise.counting import counted
from glasshield.exercise.intervals import Estimate
from glasshield.exercise.timeline import Story
from glasshield.report.exercise.document import (
    EstimateRow,
    ExerciseRow,
    FirstRow,
    ManyRow,
    OtherRunRow,
    PartyRow,
    Review,
    RunRow,
)
from tests.exercise import small

ROOT = "ab" * 32
VIEWERS = ("aspen", "birch", "centre")


def review(seeds: int = 1000) -> Review:
    """The review of the made-up run."""
    script = small.exercise().script
    story = Story.of(small.run(), script)
    own = counted(small.run(), script)
    base = OtherRunRow(change="none", parties=(), figures=own.figures, first=own.first)
    worse = msgspec.structs.replace(own.figures, leakers=2, hits=0, shots=1, wasted=0)
    blind = tuple(
        FirstRow(viewer=viewer, known=0, known_after_s=None, warned=0, warned_after_s=None)
        for viewer in VIEWERS
    )
    return Review(
        program=Program(version="0.0", input_hash="cd" * 32),
        exercise=ExerciseRow(
            id="small",
            name=Text(en="A small one <b>", ru="Малое"),
            lesson=Text(en="Who shares knows sooner.", ru="Кто делится, узнаёт раньше."),
            sha256="ef" * 32,
            epoch="2031-05-05T09:00:00Z",
            length_s=360,
            parties=(
                PartyRow(id="aspen", name=Text(en="Aspen", ru="Осина"), cells=("aspen-national",)),
                PartyRow(id="birch", name=Text(en="Birch", ru="Берёза"), cells=("birch-national",)),
            ),
        ),
        run=RunRow(
            seed=1,
            withheld=(),
            actions=0,
            actions_sha256="12" * 32,
            size=28,
            root=ROOT,
            program="0.0",
            ended=True,
            until_s=360,
        ),
        flights=story.flights(),
        known=story.known(),
        moments=story.moments(),
        waits=story.waits(),
        chains=story.chains(),
        figures=own.figures,
        others=(
            base,
            OtherRunRow(change="withheld", parties=("birch",), figures=worse, first=blind),
            OtherRunRow(change="nothing-fails", parties=(), figures=own.figures, first=own.first),
            OtherRunRow(
                change="nothing-fails", parties=("birch",), figures=own.figures, first=own.first
            ),
            OtherRunRow(
                change="nobody-shares", parties=("aspen", "birch"), figures=worse, first=blind
            ),
        ),
        many=_many(seeds) if seeds else (),
    )


def _many(seeds: int) -> tuple[ManyRow, ...]:
    shares = (("any_leaker", 0.62), ("any_wasted", 0.1))
    means = (
        ("leakers", 0.8), ("shots", 3.1), ("wasted", 0.12), ("before_look", 0.1),
        ("avoidable", 0.02), ("known@centre", 2.0),
    )  # fmt: skip
    estimates = (
        *(
            _row(name, Estimate(value, (value - 0.03, value + 0.03), seeds), "wilson")
            for name, value in shares
        ),
        *(
            _row(name, Estimate(value, (value - 0.05, value + 0.05), seeds), "student")
            for name, value in means
        ),
    )
    more = _row("leakers", Estimate(1.1, (0.9, 1.3), 100), "student")
    none = _row("leakers", Estimate(0.01, (-0.1, 0.12), 100), "student")
    same = _row("leakers", Estimate(0.0, None, 100), "same")
    late = _row("known_after@centre", Estimate(12.25, (10.0, 14.5), 100), "student")
    return (
        ManyRow(change="none", parties=(), seeds=seeds, first_seed=1, estimates=estimates),
        ManyRow(
            change="withheld", parties=("birch",), seeds=100, first_seed=1, estimates=estimates,
            differences=(more, late),
        ),
        ManyRow(
            change="nothing-fails", parties=(), seeds=100, first_seed=1, estimates=estimates,
            differences=(none,),
        ),
        ManyRow(
            change="nothing-fails", parties=("birch",), seeds=100, first_seed=1,
            estimates=estimates, differences=(none,), sharing=(same,),
        ),
        ManyRow(
            change="nobody-shares", parties=("aspen", "birch"), seeds=100, first_seed=1,
            estimates=estimates, differences=(more,),
        ),
    )  # fmt: skip


def _row(measure: str, found: Estimate, method: str) -> EstimateRow:
    return EstimateRow(
        measure=measure, value=found.value, runs=found.runs,
        low=found.ends[0] if found.ends else None, high=found.ends[1] if found.ends else None,
        method=method,  # type: ignore[arg-type]
    )  # fmt: skip
