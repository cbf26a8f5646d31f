"""A statement computed again: on this machine, from the inputs that it states."""

from __future__ import annotations

from glasshield.exchange.canonical import Difference, differences, plain
from glasshield.exchange.inputs import Content, facts_of, versions
from glasshield.workspace import Progress, Workspace


def rerun(
    content: Content, workspace: Workspace, progress: Progress | None = None
) -> tuple[Difference, ...]:
    """Every place in which the result, computed again here, differs from what was signed.

    Args:
        content: of a statement.
        workspace: whose cache is used; the facts are those of the statement.
        progress: told how far the work is.

    Raises:
        InputError: inputs that this version of the program does not understand.
    """
    from glasshield.assurance.judging import assure

    inputs, facts = content.inputs, facts_of(content.inputs)
    sets = [facts.assumption_sets[id] for id in inputs.assumptions]
    made = assure(workspace.holding(facts), facts.claims[inputs.claim], sets, progress)
    return tuple(differences(content.result, plain(made)))


def other_versions(content: Content) -> tuple[Difference, ...]:
    """Where the versions of what computes here differ from those that were signed."""
    return tuple(differences(content.versions, versions()))
