"""A review as a statement: what it was computed from, and the same computed again from that."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from glasshield.catalog import Catalog
from glasshield.errors import InputError
from glasshield.exchange.canonical import Difference, differences, plain
from glasshield.exchange.exercised import Inputs, Reviewed, facts_named
from glasshield.exchange.stated_facts import records_of
from glasshield.exercise import records
from glasshield.exercise.actions import Action
from glasshield.exercise.habits import File, read
from glasshield.exercise.reading import Exercise
from glasshield.exercise.reviewing import Asked, Case, review
from glasshield.exercise.spreading import Means
from glasshield.workspace import Progress


def inputs_of(case: Case, asked: Asked) -> Inputs:
    """What a review was computed from, as data.

    Args:
        case: what decides the run.
        asked: what else was computed.
    """
    exercise = read(case.file)
    stands = facts_named(exercise.facts, tuple(sorted(set(_keys(exercise)))))
    return Inputs(
        exercise=exercise.text,
        seed=case.seed,
        withheld=case.withheld,
        actions=tuple(msgspec.to_builtins(one) for one in case.done),
        branch=msgspec.to_builtins(case.branch) if case.branch else None,
        until_s=case.until_s,
        seeds=asked.seeds,
        paired=asked.paired,
        **stands,
    )


def case_of(inputs: Inputs) -> Case:
    """What decides the run that a statement is about.

    Raises:
        InputError: an exercise, an action or a record that this version does not understand.
    """
    own = {key: inputs.records[key] for key in inputs.own if key in inputs.records}
    try:
        done = tuple(msgspec.convert(one, Action) for one in inputs.actions)
        branch = msgspec.convert(inputs.branch, records.Branched | None)
    except msgspec.ValidationError as error:
        raise InputError(f"the actions cannot be read here ({error})", where="actions") from None
    return Case(
        file=File(exercise=inputs.exercise.encode(), own=msgspec.json.encode(own) if own else b""),
        seed=inputs.seed,
        withheld=inputs.withheld,
        done=tuple(sorted(done, key=lambda one: one.second)),
        branch=branch,
        until_s=inputs.until_s,
    )


def rerun(
    content: Reviewed, progress: Progress | None = None, means: Means | None = None
) -> tuple[Difference, ...]:
    """Every place in which the review, computed again here, differs from what was signed.

    Args:
        content: of a statement.
        progress: told how far the work is.
        means: where it is computed; on all processors of this machine where left out.

    Raises:
        InputError: inputs that this version of the program does not understand.
    """
    inputs = content.inputs
    case = case_of(inputs)
    asked = Asked(seeds=inputs.seeds, paired=inputs.paired, means=means or Means())
    made = review(case, case.replayed(), asked, progress)
    return tuple(differences(content.result, plain(made)))


def own_records(facts: Catalog, exercise: Exercise) -> bytes:
    """The records of somebody's own that an exercise names, for `File.own`."""
    stands = facts_named(facts, tuple(sorted(set(_keys(exercise)))))
    own = {key: stands["records"][key] for key in stands["own"]}
    if not own:
        return b""
    records_of(own)
    return msgspec.json.encode(own)


def _keys(exercise: Exercise) -> Iterator[str]:
    """The records of the catalogue that an exercise names."""
    script, facts = exercise.script, exercise.facts
    yield from (f"sensor.{id}" for id in script.exercise.infrared)
    yield from (f"sensor.{one.sensor}" for one in script.sensor.values() if one.sensor)
    for battery in script.battery.values():
        yield f"interceptor.{battery.interceptor}"
        yield f"rules.{battery.rules}"
        if battery.site:
            yield f"site.{battery.site}"
    for flight in script.flight.values():
        yield f"missile.{flight.missile}"
        if flight.launch:
            yield f"launch.{flight.launch}"
        if flight.target:
            yield f"region.{flight.target}"
    named = {name for party in script.party.values() for name in (*party.territory, *party.defends)}
    named |= {name for sector in script.sector.values() for name in sector.regions}
    yield from (f"region.{name}" for name in named - set(script.region) if name in facts.regions)
