"""One record of each kind, for tests."""

from __future__ import annotations

from typing import Literal

from glasshield.exercise import records

_ASKED: tuple[Literal["decision", "consultation", "key"], ...] = (
    "decision",
    "consultation",
    "key",
)
_DECIDED: tuple[
    tuple[
        Literal["engage", "hold"],
        Literal["agreed", "refused", "timed-out", "too-late", "withdrawn", "own-plan"],
        str,
    ],
    ...,
] = (
    ("engage", "agreed", ""),
    ("hold", "refused", "birch-cell"),
    ("hold", "timed-out", ""),
    ("hold", "too-late", ""),
    ("hold", "withdrawn", ""),
    ("hold", "own-plan", ""),
)
BOTH = records.Said(en="It has the first window.", ru="У неё первое окно.")
ONE_OF_EACH: tuple[records.Record, ...] = (
    records.Begun(
        second=0, exercise="try", exercise_sha256="00", program="1", epoch="2031", seed=7
    ),
    records.Branched(second=0, parent_root="00", parent_size=3, moment=60),
    *(
        records.Injected(second=5, what=what, name="birch/east", by=by)
        for what, by in (
            ("sensor-fails", "script"),
            ("sensor-returns", "script"),
            ("link-cut", "script"),
            ("link-restored", "script"),
            ("withholds", "birch-cell"),
            ("releases", "birch-cell"),
            ("notice", "controller"),
            ("launch", "controller"),
        )
    ),
    records.Known(
        second=9, viewer="aspen", picture=1, object=2, flight="first", by=("aspen/west",),
        first_seen=8.5,
    ),
    records.Told(
        second=9, viewer="aspen", number=1, what="launch-detected", picture=1, object=2,
        flight="first", object_class="MRBM", by=("aspen/west",), region="aspen-land",
    ),
    records.Told(
        second=9, viewer="aspen", number=2, what="impact-predicted", picture=1, object=2,
        flight="first", object_class="MRBM", by=("aspen/west",),
    ),
    records.Task(second=10, sensor="aspen/west", objects=(1, 2), flights=("a", "b"), why=(BOTH,)),
    records.Task(second=10, sensor="aspen/west", objects=(), flights=()),
    records.Proposed(
        second=12, proposal=1, object=1, flight="first", party="aspen", battery="south", shots=2,
        first_launch=100.0, last_launch=160.0, meets=240.0, over=("birch",), impact="aspen-land",
        why=BOTH,
    ),
    records.Proposed(
        second=12, proposal=2, object=2, flight="second", party="", battery="", shots=0,
        first_launch=None, last_launch=None, meets=None, over=(), impact="", why=BOTH,
    ),
    *(
        records.Asked(
            second=12, request=number, what=what, proposal=1, cell="birch-cell", by="aspen",
            object=1, until=42,
        )
        for number, what in enumerate(_ASKED, 1)
    ),
    records.Answered(second=20, request=1, cell="birch-cell", says="yes", after_s=8.0),
    records.Answered(second=20, request=2, cell="birch-cell", says="no", after_s=8.0, text="No."),
    records.TimedOut(second=43, request=3, cell="birch-cell", then="proceed"),
    records.TimedOut(second=43, request=3, cell="birch-cell", then="hold"),
    *(
        records.Decided(
            second=44, proposal=1, party="aspen", object=1, flight="first", decision=decision,
            why=why, by=by,
        )
        for decision, why, by in _DECIDED
    ),
    records.Engaged(
        second=100, shot=1, proposal=1, party="aspen", battery="south", object=1, flight="first",
        meets=240.0, left=7,
    ),
    records.Outcome(second=240, shot=1, object=1, flight="first", result="hit"),
    records.Outcome(second=240, shot=1, object=1, flight="first", result="missed"),
    *(
        records.Outcome(
            second=240, shot=1, object=1, flight="first", result="wasted", waste=waste
        )
        for waste in ("already-hit", "no-threat", "no-object")
    ),
    records.CameDown(
        second=500, flight="second", end="impact", lat_deg=33.0, lon_deg=-28.0, region="birch-land"
    ),
    records.CameDown(second=500, flight="second", end="impact", lat_deg=0.0, lon_deg=0.0),
    records.CameDown(second=500, flight="first", end="intercepted", lat_deg=None, lon_deg=None),
    records.CameDown(second=500, flight="third", end="orbit", lat_deg=None, lon_deg=None),
    records.Remark(second=501, cell="birch-cell", text="Understood."),
    records.Ended(second=600, flights=3, threats=2, hits=1, leakers=1, shots=1, wasted=0),
)  # fmt: skip
