"""A statement computed again: on this machine, from the inputs that it states."""

from __future__ import annotations

from glasshield.assurance.document import Document, Part
from glasshield.exchange.canonical import Difference, differences, plain
from glasshield.exchange.inputs import Content
from glasshield.exchange.measurements import Measurement, detections_of, launches_of
from glasshield.exchange.stated_facts import facts_of, versions
from glasshield.exchange.statements import Stated
from glasshield.monitoring.document import Evaluation
from glasshield.workspace import Progress, Workspace


def rerun(
    content: Content | Measurement, workspace: Workspace, progress: Progress | None = None
) -> tuple[Difference, ...]:
    """Every place in which the result, computed again here, differs from what was signed.

    Args:
        content: of a statement about a claim or a flight test.
        workspace: whose cache is used; the facts are those of the statement.
        progress: told how far the work is.

    Raises:
        InputError: inputs that this version of the program does not understand.
    """
    made: Part = (
        _measured(content, workspace, progress)
        if isinstance(content, Measurement)
        else _judged(content, workspace, progress)
    )
    return tuple(differences(content.result, plain(made)))


def _judged(content: Content, workspace: Workspace, progress: Progress | None) -> Document:
    """The assessment of a claim from the inputs of a statement."""
    from glasshield.assurance.judging import assure

    inputs, facts = content.inputs, facts_of(content.inputs)
    sets = [facts.assumption_sets[id] for id in inputs.assumptions]
    return assure(workspace.holding(facts), facts.claims[inputs.claim], sets, progress)


def _measured(content: Measurement, workspace: Workspace, progress: Progress | None) -> Evaluation:
    """The evaluation of a test from the inputs of a statement, the detections among them."""
    from glasshield.monitoring.claims_updated import evaluated

    inputs, facts = content.inputs, facts_of(content.inputs)
    return evaluated(
        facts.tests[inputs.test],
        detections_of(inputs.detections),
        launches_of(inputs.launches) if inputs.launches is not None else None,
        workspace.holding(facts),
        progress,
    )


def other_versions(content: Stated) -> tuple[Difference, ...]:
    """Where the versions of what computes here differ from those that were signed."""
    return tuple(differences(content.versions, versions()))
