"""Claims judged anew with the measured burnout speed in the place of the stated one.

A flight shows that a vehicle is at least so fast. What is judged here is the vehicle as it flew;
where more speed could lead to another verdict, the row says that it holds for that alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from glasshield.assurance.crux import part
from glasshield.assurance.document import Text, VerdictRow, VerdictWord
from glasshield.assurance.inputs import stands_on
from glasshield.assurance.judging import judged
from glasshield.assurance.predicates import decided
from glasshield.assurance.sides import overlap
from glasshield.assurance.worlds import World
from glasshield.catalog import Catalog
from glasshield.catalog.announced import AnnouncedTest
from glasshield.catalog.claims import AssumptionSet, Claim, Setting
from glasshield.catalog.quantity import Status
from glasshield.errors import GlasshieldError, InputError
from glasshield.monitoring.document import ClaimUpdate, Evaluation, Value
from glasshield.monitoring.rounding import rounded
from glasshield.sensing.detections import Detections
from glasshield.sensing.launch_detection import LaunchDetections
from glasshield.workspace import Progress, Workspace

_FITTED: Final = 0.7  # of the work is done when the flight is fitted

# The verdict that more speed leaves as it is, by the predicate. What is not here may turn either
# way: from phase to phase, or with a site and without it, more speed moves both terms.
_SETTLED: Final[dict[str, VerdictWord]] = {
    "cannot_reach": "fails",
    "directed_outside": "fails",
    "within": "fails",
    "defends": "holds",
}
_UNMOVED: Final = ("passes", "sees")  # no speed of an interceptor enters these
_OPPOSITE: Final[dict[VerdictWord, VerdictWord]] = {"fails": "holds", "holds": "fails"}


def claims_updated(
    test: AnnouncedTest, speed: Value, workspace: Workspace, progress: Progress | None = None
) -> tuple[ClaimUpdate, ...]:
    """Every claim of a test under each of its own sets of assumptions, before and after.

    Args:
        test: with the claims.
        speed: measured, in km/s, in the catalogue's measure of burnout speed.
        workspace: the facts and the cache.
        progress: told how far the work is.

    Raises:
        InputError: a claim that cannot be judged, or not with this speed.
        NumericalError: no interceptor of the stated proportions has this speed.
    """
    check_claims(test, workspace.catalog)
    rows: list[ClaimUpdate] = []
    for n, id in enumerate(test.claims):
        done = part(progress, n / len(test.claims), (n + 1) / len(test.claims))
        if done:
            done(0.0, id)
        rows += _updated(test, workspace.catalog.claims[id], speed, workspace, done)
    return tuple(rows)


def evaluated(
    test: AnnouncedTest,
    detections: Detections,
    launches: LaunchDetections | None,
    workspace: Workspace,
    progress: Progress | None = None,
) -> Evaluation:
    """What detections say of a test, and what becomes of its claims: the whole answer.

    It depends on these inputs alone and its numbers are rounded to what they are worth, so that
    another machine computes the same. A claim that cannot be judged becomes a warning.

    Args:
        test: as it was announced.
        detections: of the observers.
        launches: reported from elsewhere; None where nobody did.
        workspace: the facts and the cache.
        progress: told how far the work is.

    Raises:
        InputError: claims that cannot be judged anew, or detections that say nothing of the test.
    """
    from glasshield.monitoring.evaluation import evaluate

    check_claims(test, workspace.catalog)
    fitted = part(progress, 0.0, _FITTED) or _silent
    found = rounded(evaluate(test, detections, launches, workspace, fitted))
    rows: list[ClaimUpdate] = []
    warnings: list[Text] = []
    for n, id in enumerate(test.claims):
        step = (1.0 - _FITTED) / len(test.claims)
        done = part(progress, _FITTED + n * step, _FITTED + (n + 1) * step)
        alone = msgspec.structs.replace(test, claims=(id,))
        try:
            rows += claims_updated(alone, found.reference_speed_km_s, workspace, done)
        except GlasshieldError as error:
            warnings.append(_unjudged(id, error.sentence))
    if progress:
        progress(1.0, "")
    return msgspec.structs.replace(
        found, claims_updated=tuple(rows), warnings=(*found.warnings, *warnings)
    )


def _silent(done: float, doing: str) -> None:
    """Progress that nobody watches."""
    del done, doing


def _unjudged(claim: str, why: str) -> Text:
    return Text(
        en=f"The claim {claim} is not judged with the measured speed: {why}",
        ru=f"Утверждение {claim} не оценено с измеренной скоростью: {why}",
    )


def check_claims(test: AnnouncedTest, facts: Catalog) -> None:
    """Passes a test whose claims there are, and can be judged with a measured burnout speed.

    Raises:
        UnknownNameError: a claim or a set of assumptions that the catalogue does not hold.
        InputError: a missile's test with claims: its record states a range and no speed.
    """
    base = World.of(facts)
    for id in test.claims:
        for name in _own_sets(facts.claims[id], base):
            facts.assumption_sets[name]  # an unknown one is refused here
    if test.claims and not test.interceptor:
        raise InputError(
            "claims are judged anew with the burnout speed of an interceptor, and a missile flies",
            where=f"test.{test.id}.claims",
            do="leave the claims out",
        )


def _updated(
    test: AnnouncedTest,
    claim: Claim,
    speed: Value,
    workspace: Workspace,
    progress: Progress | None,
) -> list[ClaimUpdate]:
    """A claim under each of its own sets, with the set as it is and with the measured speed."""
    facts = workspace.catalog
    base = World.of(facts)
    measured, is_denied = decided(claim, base)
    sets = [facts.assumption_sets[id] for id in _own_sets(claim, base)]
    before = judged(workspace, claim, sets, part(progress, 0.0, 0.5))
    key = _key(measured, test.interceptor, facts)
    if not _hangs_on(key, claim, measured, sets, facts):
        return [_row(claim, row, row, as_flown_only=False) for row in before]
    setting = _setting(test, speed)
    moved = [_with(one, key, setting, facts) for one in sets]
    after = judged(workspace, claim, moved, part(progress, 0.5, 1.0))
    settled = _SETTLED.get(measured.predicate)
    if is_denied and settled:
        settled = _OPPOSITE[settled]
    return [
        _row(claim, old, new, as_flown_only=new.verdict != settled)
        for old, new in zip(before, after, strict=True)
    ]


def _own_sets(claim: Claim, base: World) -> tuple[str, ...]:
    """The ids of the sets with which a claim is judged when nobody names any."""
    measured, _ = decided(claim, base)
    return claim.assumptions or measured.assumptions


def _key(measured: Claim, interceptor: str, facts: Catalog) -> str:
    """The key of the fact whose place the measured speed takes.

    A claim that what is measured stays within what is declared has a place of its own for it.
    """
    speed = f"interceptor.{interceptor}.burnout_speed"
    within = measured.within
    if within is None:
        return speed
    figures = [_full(key, facts) for key in (within.measured, within.declared)]
    return figures[0] if any(overlap(speed, key) for key in figures) else speed


def _hangs_on(
    key: str, claim: Claim, measured: Claim, sets: Sequence[AssumptionSet], facts: Catalog
) -> bool:
    """Whether a measured speed at this key may change what is found of a claim."""
    if measured.predicate in _UNMOVED:
        return False
    if measured.within is not None:
        return key == _full(measured.within.measured, facts)
    record = ".".join(key.split(".")[:2])
    return record in stands_on(facts, claim.id, [one.id for one in sets])


def _setting(test: AnnouncedTest, speed: Value) -> Setting:
    """The measured speed with its interval, as a party assumes a number."""
    return Setting(
        value=speed.value,
        unit="km/s",
        low=speed.low,
        high=speed.high,
        by=test.id,
        source="glasshield",
        status=Status.COMPUTED,
        note=f"measured in the test {test.id}, with its 95 % interval",
    )


def _with(given: AssumptionSet, key: str, setting: Setting, facts: Catalog) -> AssumptionSet:
    """A set of assumptions with another number at a key, whatever it had there."""
    kept = {
        own: value for own, value in given.values.items() if not overlap(_full(own, facts), key)
    }
    return msgspec.structs.replace(given, values={**kept, key: setting})


def _full(key: str, facts: Catalog) -> str:
    """A key that begins with its kind."""
    kind, id, steps = facts.split(key)
    return ".".join((kind, id, *steps))


def _row(claim: Claim, old: VerdictRow, new: VerdictRow, *, as_flown_only: bool) -> ClaimUpdate:
    return ClaimUpdate(
        claim=claim.id,
        assumptions=new.assumptions,
        party=new.party,
        before=old.verdict,
        after=new.verdict,
        margin_before=old.margin.value,
        margin_after=new.margin.value,
        unit=new.margin.unit,
        as_flown_only=as_flown_only,
    )
