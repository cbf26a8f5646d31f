"""What a changed declaration does to claims: which verdicts and margins are others now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from glasshield.assurance.crux import part
from glasshield.assurance.document import MarginRow, Part, Text, VerdictRow, VerdictWord
from glasshield.assurance.inputs import stands_on
from glasshield.assurance.judging import judged
from glasshield.catalog import Catalog
from glasshield.catalog.claims import Claim
from glasshield.catalog.model import Record
from glasshield.errors import InputError
from glasshield.workspace import Progress, Workspace

Changed = Literal["verdict", "margin", "judged", "nothing"]


class Answer(Part, frozen=True, kw_only=True):
    """A verdict with its margin."""

    verdict: VerdictWord
    margin: MarginRow


class ChangeRow(Part, frozen=True, kw_only=True):
    """A claim under one set of assumptions, before and after.

    `changed` is `verdict` where that is another, `margin` where only the margin is, to the last
    digit, and `judged` where the claim can be judged on one side only. `old` and `new` are null
    where it cannot, and `why` says why; `party` and `assumptions` are empty where it can on none.
    """

    claim: str
    name: Text
    party: str
    assumptions: str
    changed: Changed
    old: Answer | None
    new: Answer | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class _Side:
    """A claim judged on one side, or why it could not be."""

    answers: dict[str, VerdictRow]
    why: str = ""


def changes(
    old: Workspace, new: Workspace, claims: Sequence[str], progress: Progress | None = None
) -> tuple[ChangeRow, ...]:
    """Each claim under each of its own sets of assumptions, before and after a change of facts.

    A claim that stands on the same records on both sides is judged once.

    Args:
        old: with the facts as they were declared.
        new: with the facts as they are declared now.
        claims: ids; a claim may be missing on one side.
        progress: told how far the work is.
    """
    rows: list[ChangeRow] = []
    for n, id in enumerate(claims):
        start, middle, end = ((n + step) / len(claims) for step in (0.0, 0.5, 1.0))
        if progress:
            progress(start, id)
        before = _judged(old, id, part(progress, start, middle))
        after = before
        if not _same(old.catalog, new.catalog, id):
            after = _judged(new, id, part(progress, middle, end))
        facts = new.catalog if id in new.catalog.claims else old.catalog
        rows += _rows(facts.claims[id], before, after)
    if progress:
        progress(1.0, "")
    return tuple(rows)


def transposed(workspace: Workspace, architecture: str, others: Sequence[str]) -> Workspace:
    """A workspace whose claims about some architectures are about another one.

    A claim keeps those of its phases that this architecture has, and is about all of its phases
    when it has none of them.

    Args:
        workspace: with the claims.
        architecture: id of what they are to be about.
        others: ids of what they are about.

    Raises:
        UnknownNameError: no such architecture.
    """
    facts = workspace.catalog
    known = {phase.id for phase in facts.architectures[architecture].phases}
    replaced: dict[tuple[str, str], Record] = {}
    for id, claim in facts.claims.items():
        if claim.architecture in others:
            phases = tuple(phase for phase in claim.phases if phase in known)
            replaced["claim", id] = msgspec.structs.replace(
                claim, architecture=architecture, phases=phases
            )
    return workspace.holding(facts.replaced(replaced))


def about(facts: Catalog, architectures: Sequence[str]) -> tuple[str, ...]:
    """The ids of the claims about some architectures, those that deny such a claim among them."""
    return tuple(id for id in facts.claims if _architecture(facts, id) in architectures)


def overruled(facts: Catalog, sets: Sequence[str], paths: Sequence[str]) -> dict[str, list[str]]:
    """The keys that sets of assumptions have in the place of changed facts, by the set.

    Args:
        facts: with the sets.
        sets: ids.
        paths: of what was changed, such as `interceptor.gbi2.burnout_speed.value`.
    """
    found = {
        id: [
            key
            for key in facts.assumption_sets[id].values
            if any(f"{path}.".startswith(f"{key}.") for path in paths)
        ]
        for id in sets
    }
    return {id: keys for id, keys in found.items() if keys}


def _architecture(facts: Catalog, claim: str) -> str:
    """The architecture that a claim, or what it denies in the end, is about."""
    seen: set[str] = set()
    while facts.claims[claim].denies and claim not in seen:
        seen.add(claim)
        claim = facts.claims[claim].denies
    return facts.claims[claim].architecture


def _judged(workspace: Workspace, id: str, progress: Progress | None) -> _Side:
    """The answers to a claim by the ids of the sets of assumptions."""
    if id not in workspace.catalog.claims:
        return _Side({}, f"no claim is called {id} there")
    try:
        rows = judged(workspace, workspace.catalog.claims[id], (), progress)
    except InputError as error:
        return _Side({}, error.sentence)
    return _Side({row.assumptions: row for row in rows})


def _same(old: Catalog, new: Catalog, id: str) -> bool:
    """Whether a claim stands on the same records on both sides."""
    if id not in old.claims or id not in new.claims:
        return False
    try:
        return _stands_on(old, id) == _stands_on(new, id)
    except InputError:
        return False


def _stands_on(facts: Catalog, id: str) -> dict[str, Record]:
    claim = facts.claims[id]
    sets = claim.assumptions
    while claim.denies and not sets:
        claim = facts.claims[claim.denies]
        sets = claim.assumptions
    return stands_on(facts, id, sets)


def _rows(claim: Claim, before: _Side, after: _Side) -> list[ChangeRow]:
    """The rows of a claim: one for each set of assumptions of either side."""
    sets = list(dict.fromkeys((*before.answers, *after.answers)))
    why = "; ".join(dict.fromkeys(side.why for side in (before, after) if side.why))
    return [
        _row(claim, before.answers.get(one), after.answers.get(one), why) for one in sets or [""]
    ]


def _row(claim: Claim, old: VerdictRow | None, new: VerdictRow | None, why: str) -> ChangeRow:
    either = new or old
    return ChangeRow(
        claim=claim.id,
        name=Text(en=claim.name, ru=claim.name_ru),
        party=either.party if either else "",
        assumptions=either.assumptions if either else "",
        changed=_changed(old, new),
        old=Answer(verdict=old.verdict, margin=old.margin) if old else None,
        new=Answer(verdict=new.verdict, margin=new.margin) if new else None,
        why=why,
    )


def _changed(old: VerdictRow | None, new: VerdictRow | None) -> Changed:
    if old is None and new is None:
        return "nothing"
    if old is None or new is None:
        return "judged"
    if old.verdict != new.verdict:
        return "verdict"
    return "margin" if old.margin != new.margin else "nothing"
