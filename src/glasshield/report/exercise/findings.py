"""What a review finds, in sentences with numbers."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from typing import Final

from glasshield.messages import percent
from glasshield.report.blocks import Answer
from glasshield.report.exercise.document import (
    EstimateRow,
    Figures,
    FirstRow,
    ManyRow,
    OtherRunRow,
    WaitRow,
)
from glasshield.report.exercise.wording import CENTRE, Words, is_sure

# Changes that teach the lesson of an exercise, by what it has in it.
_NOTICES: Final = ("notice-in-time", "no-notice")


def summary(words: Words) -> tuple[str, ...]:
    """The answer in a few sentences, for a terminal."""
    return (
        words.both(words.review.exercise.lesson),
        *lesson(words),
        *outcome(words),
        *procedure(words),
        *many(words),
        *(words.text("review.warning", said=words.both(one)) for one in words.review.warnings),
    )


def lesson(words: Words) -> Iterator[str]:
    """What the exercise teaches, in its numbers: what each thing that was changed does."""
    review = words.review
    if not review.others:
        return
    base = review.others[0]
    for other in review.others[1:]:
        if other.change in _NOTICES:
            yield _notice(words, other, base)
        elif other.change == "nothing-fails" and not other.parties:
            yield _fails(words, other, base)
    most = matters_most(review.others)
    if most is not None and base.figures.threats:
        yield _sharing(words, most, base)
        yield from _together(words, most, base)


def matters_most(others: Sequence[OtherRunRow]) -> OtherRunRow | None:
    """The run without the data of the party of which most hangs; None where nobody withholds.

    Args:
        others: the run as it was, and those with one thing changed.
    """
    withheld = [one for one in others if one.change == "withheld"]
    return max(withheld, key=lambda one: _effect(one, others[0]), default=None)


def _together(words: Words, withheld: OtherRunRow, base: OtherRunRow) -> Iterator[str]:
    """What a party's data are worth while something fails, and what while nothing does."""
    whole = {one.parties: one for one in words.review.others if one.change == "nothing-fails"}
    if () in whole and withheld.parties in whole:
        yield words.text(
            "review.lesson.together",
            party=words.parties(withheld.parties),
            fails_shared=base.figures.leakers,
            fails_withheld=withheld.figures.leakers,
            whole_shared=whole[()].figures.leakers,
            whole_withheld=whole[withheld.parties].figures.leakers,
        )


def _effect(one: OtherRunRow, base: OtherRunRow) -> tuple[float, ...]:
    """How much a change does: to leakers, then to what the centre knew, then to when."""
    here, was = _centre(one), _centre(base)
    late_s = (here.known_after_s or 0.0) - (was.known_after_s or 0.0)
    return abs(one.figures.leakers - base.figures.leakers), abs(here.known - was.known), late_s


def _notice(words: Words, other: OtherRunRow, base: OtherRunRow) -> str:
    return words.text(
        f"review.lesson.{other.change}",
        was=base.figures.unannounced,
        now=other.figures.unannounced,
        false_alarms=other.figures.false_alarms,
    )


def _fails(words: Words, other: OtherRunRow, base: OtherRunRow) -> str:
    return words.text(
        "review.lesson.nothing-fails",
        was=base.figures.leakers,
        now=other.figures.leakers,
        n=base.figures.threats,
        known_was=_centre(base).known,
        known_now=_centre(other).known,
    )


def _sharing(words: Words, other: OtherRunRow, base: OtherRunRow) -> str:
    """What one party's data were worth, that of which most hangs."""
    return words.text(
        "review.lesson.sharing",
        party=words.parties(other.parties),
        was=base.figures.leakers,
        now=other.figures.leakers,
        n=base.figures.threats,
        known_was=_knew(words, _centre(base)),
        known_now=_knew(words, _centre(other)),
    )


def _knew(words: Words, row: FirstRow) -> str:
    """How many threats a viewer knew, and how long after the launch."""
    if not row.known:
        return words.text("review.knew.none")
    return words.text("review.knew.some", n=row.known, after=words.span(row.known_after_s))


def _centre(row: OtherRunRow) -> FirstRow:
    return next(one for one in row.first if one.viewer == CENTRE)


def answers(words: Words) -> tuple[Answer, ...]:
    """Who knew, what was done within the procedures, and what came of it."""
    return (_who_knew(words), _in_time(words), _what_came(words))


def _who_knew(words: Words) -> Answer:
    review = words.review
    base = review.others[0] if review.others else None
    threats = words.threats
    # Nobody knew of threats that there were not; what a run came to that was not ended is unknown.
    rows = base.first if base and threats and review.run.ended else ()
    sentences = tuple(
        words.text(
            "review.knew.of",
            viewer=words.row(row.viewer),
            knew=_knew(words, row),
            total=threats,
        )
        for row in rows
    )
    shared = sum(row.shared for row in review.known)
    short = words.text("review.knew.short", shared=shared, total=len(review.known))
    return Answer("sees", words.text("review.question.knew"), short, sentences)


def _in_time(words: Words) -> Answer:
    waits = words.review.waits
    late = sum(one.answered == "timed-out" for one in waits)
    question = words.text("review.question.in_time")
    if not waits:
        return Answer("depends", question, words.text("review.in_time.nothing"), ())
    short = words.text("review.in_time.short", late=late, total=len(waits))
    sign = "depends" if late else "yes"
    return Answer("depends", question, short, tuple(procedure(words)), sign)


def procedure(words: Words) -> Iterator[str]:
    """How long answers took against what they may take, by kind of question."""
    for what in ("decision", "consultation", "key"):
        asked = [one for one in words.review.waits if one.what == what]
        if asked:
            yield _latencies(words, what, asked) + _without_answer(words, asked)


def _without_answer(words: Words, asked: list[WaitRow]) -> str:
    """How many questions neither had an answer nor ran out of time."""
    n = sum(one.answered == "open" for one in asked)
    key = "over" if words.review.run.ended else "open"
    return " " + words.text(f"review.took.{key}", n=n) if n else ""


def _latencies(words: Words, what: str, asked: list[WaitRow]) -> str:
    took = sorted(one.after_s for one in asked if one.after_s is not None)
    out = sum(one.answered == "timed-out" for one in asked)
    if not took:
        return words.text(f"review.took.{what}.nobody", total=len(asked), out=out)
    return words.text(
        f"review.took.{what}.some",
        total=len(asked),
        answered=len(took),
        median=words.span(statistics.median(took)),
        most=words.span(took[-1]),
        allowed=words.span(max(one.allowed_s for one in asked)),
        out=out,
    )


def _what_came(words: Words) -> Answer:
    review = words.review
    figures = review.figures
    question = words.text("review.question.came")
    if not review.run.ended:
        short = words.text("review.came.not_ended", second=words.second(review.run.until_s))
        return Answer("depends", question, short, tuple(outcome(words)))
    if not figures.threats:
        short = words.text("review.came.no_threat", n=figures.false_alarms)
        sign = "no" if figures.false_alarms else "yes"
        return Answer("reaches", question, short, tuple(outcome(words)), sign)
    short = words.text("review.came.short", leakers=figures.leakers, n=figures.threats)
    sign = "no" if figures.leakers else "yes"
    return Answer("defends", question, short, tuple(outcome(words)), sign)


def outcome(words: Words) -> Iterator[str]:
    """Leakers, shots, waste and false alarms of the run."""
    review = words.review
    if not review.run.ended:
        yield words.text("review.not_ended", second=words.second(review.run.until_s))
    figures = review.figures
    if figures.threats:
        yield words.text(
            "review.outcome.threats",
            threats=figures.threats,
            hits=figures.hits,
            leakers=figures.leakers,
        )
    if figures.shots:
        yield _shots(words, figures)
    if figures.false_alarms or not words.threats:
        yield words.text("review.outcome.false_alarms", n=figures.false_alarms)
    if not words.threats:
        yield words.text("review.outcome.unannounced", n=figures.unannounced)


def _shots(words: Words, figures: Figures) -> str:
    key = "shots_apart" if figures.uncoordinated else "shots"
    return words.text(
        f"review.outcome.{key}",
        shots=figures.shots,
        wasted=figures.wasted,
        before_look=figures.before_look,
        uncoordinated=figures.uncoordinated,
        avoidable=figures.avoidable,
        hit_known=figures.already_hit - figures.before_look - figures.uncoordinated,
        no_threat=figures.no_threat,
        no_object=figures.no_object,
    )


def others(words: Words) -> Iterator[str]:
    """How the runs with one thing changed are made, and what a party does that keeps its data."""
    run = words.review.run
    yield words.text("review.others.intro")
    if not run.ended:
        yield words.text("review.others.not_ended", second=words.second(run.until_s))
    if any(one.change in ("withheld", "nobody-shares") for one in words.review.others):
        yield words.text("review.others.alone")


def many(words: Words) -> Iterator[str]:
    """Leakers and waste over many seeds, and what surely changes them."""
    review = words.review
    if not review.many:
        return
    base = review.many[0]
    yield _over_seeds(words, base)
    yield from _together_over_seeds(words)
    for row in review.many[1:]:
        for one in row.differences:
            if one.measure == words.at_stake and is_sure(one):
                yield words.text(
                    "review.many.differs",
                    change=words.change(row.change, row.parties),
                    measure=words.measure(one.measure),
                    seeds=row.seeds,
                    difference=words.difference(one),
                )


def method(words: Words) -> Iterator[str]:
    """What kind of intervals figures over many seeds have."""
    if words.review.many:
        yield words.text("review.many.method", first=words.review.many[0].first_seed)


def _over_seeds(words: Words, base: ManyRow) -> str:
    found = {row.measure: row for row in base.estimates}
    if not words.threats and "any_false_alarm" in found:
        return words.text(
            "review.many.alarms",
            n=base.seeds,
            share=words.estimate(found["any_false_alarm"]),
            unannounced=words.estimate(found["unannounced"]),
        )
    return words.text(
        "review.many.sentence",
        n=base.seeds,
        leakers=words.estimate(found["leakers"]),
        share=_share(words, found["any_leaker"]),
        shots=words.estimate(found["shots"]),
        before_look=words.estimate(found["before_look"]),
        avoidable=words.estimate(found["avoidable"]),
    )


def _together_over_seeds(words: Words) -> Iterator[str]:
    """What the data of the party of which most hangs are worth, with what fails and without."""
    most = matters_most(words.review.others)
    if most is None:
        return
    rows = {one.change: one for one in words.review.many if one.parties == most.parties}
    if "withheld" in rows and "nothing-fails" in rows:
        fails = _measured(rows["withheld"].differences, words.at_stake)
        whole = _measured(rows["nothing-fails"].sharing, words.at_stake)
        if fails and whole:
            yield words.text(
                "review.many.together",
                party=words.parties(most.parties),
                seeds=rows["withheld"].seeds,
                measure=words.measure(words.at_stake),
                fails=words.difference(fails),
                whole=words.difference(whole),
            )


def _measured(rows: Sequence[EstimateRow], measure: str) -> EstimateRow | None:
    return next((one for one in rows if one.measure == measure), None)


def _share(words: Words, row: EstimateRow) -> str:
    return percent(words.lang, row.value)
