"""Claims judged with a measured speed: what changes, and what holds for the flight alone."""

from __future__ import annotations

import sys
import types
from typing import Any

import msgspec
import pytest

from glasshield.assurance.judging import judged
from glasshield.catalog.announced import AnnouncedTest
from glasshield.catalog.claims import AssumptionSet, Claim
from glasshield.errors import InputError, UnknownNameError
from glasshield.exchange.canonical import plain
from glasshield.monitoring.claims_updated import check_claims, claims_updated, evaluated
from glasshield.monitoring.document import ClaimUpdate
from glasshield.workspace import Workspace
from tests.monitoring.made_up import TEST, detections, evaluation, launches, value

MODEL = "poland-gbi-cannot-reach-russian-icbm"
SETS = ("us-2007", "russia-2007", "independent-2007")
# A margin of reach is the least speed less the interceptor's own; both are rounded to nine digits.
MARGIN_TOL_KM_S = 1e-6


def _claim(model: Claim, id: str, **changes: Any) -> Claim:
    """A claim like another one, with other parts."""
    return msgspec.convert(plain(model) | {"id": id} | changes, Claim)


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    """The packaged facts with a claim about one flight, its denial, and others."""
    plain_one = Workspace.default()
    facts = plain_one.catalog
    flights = [{"missile": "icbm-solid", "launches": ["kozelsk"], "targets": ["washington"]}]
    one = _claim(facts.claims[MODEL], "one-flight", cannot_reach={"flights": flights})
    measured = facts.claims["gbi-measured-within-declared"]
    speed = "interceptor.gbi2.burnout_speed"
    mine = AssumptionSet(
        id="mine",
        name="Mine",
        by="open-studies",
        date=facts.assumption_sets["us-2007"].date,
        # A party may leave the kind out of a key.
        values={"gbi2.burnout_speed": facts.assumption_sets["us-2007"].values[speed]},
    )
    made = (
        one,
        _claim(facts.claims["poland-gbi-can-reach-russian-icbm"], "denial", denies="one-flight"),
        _claim(one, "no-speed-of-it", architecture="epaa", phases=["1"], assumptions=["us-2011"]),
        _claim(
            measured,
            "as-declared",
            within={"measured": "gbi3.burnout_speed.rivals.1", "declared": speed},
        ),
        _claim(one, "under-mine", assumptions=["mine"]),
    )
    records: dict[tuple[str, str], Any] = {("claim", claim.id): claim for claim in made}
    return plain_one.holding(facts.replaced(records | {("assumptions", mine.id): mine}))


def _test(workspace: Workspace, *claims: str) -> AnnouncedTest:
    return msgspec.structs.replace(workspace.catalog.tests[TEST], claims=claims)


def _rows(workspace: Workspace, claim: str, speed_km_s: float) -> dict[str, ClaimUpdate]:
    rows = claims_updated(_test(workspace, claim), value(speed_km_s, 0.005), workspace)
    assert {row.claim for row in rows} == {claim}
    return {row.assumptions: row for row in rows}


def test_the_verdict_before_is_that_of_assure(workspace: Workspace) -> None:
    rows = _rows(workspace, "one-flight", 6.3)
    expected = judged(workspace, workspace.catalog.claims["one-flight"])
    assert tuple(rows) == SETS
    for row in expected:
        found = rows[row.assumptions]
        assert (found.party, found.before) == (row.party, row.verdict)
        assert (found.margin_before, found.unit) == (row.margin.value, "km/s")


def test_a_margin_of_reach_moves_with_the_measured_speed(workspace: Workspace) -> None:
    """The least speed for a window stays where it is; the interceptor's is the measured one."""
    rows = _rows(workspace, "one-flight", 7.0)
    for id, stated in (("us-2007", 6.3), ("russia-2007", 9.0), ("independent-2007", 6.3)):
        before, after = rows[id].margin_before, rows[id].margin_after
        assert before is not None
        assert after is not None
        assert after - before == pytest.approx(stated - 7.0, abs=MARGIN_TOL_KM_S)


def test_a_verdict_for_which_more_speed_counts_holds_as_flown_only(workspace: Workspace) -> None:
    slow = _rows(workspace, "one-flight", 4.0)
    assert slow["us-2007"].after == "holds"
    assert slow["us-2007"].as_flown_only
    fast = _rows(workspace, "one-flight", 8.9)
    assert fast["russia-2007"].after == "fails"
    assert not fast["russia-2007"].as_flown_only


def test_a_denial_has_it_the_other_way_round(workspace: Workspace) -> None:
    slow, fast = (_rows(workspace, "denial", speed) for speed in (4.0, 8.9))
    assert (slow["us-2007"].after, slow["us-2007"].as_flown_only) == ("fails", True)
    assert (fast["russia-2007"].after, fast["russia-2007"].as_flown_only) == ("holds", False)


def test_what_does_not_hang_on_the_vehicle_stays(workspace: Workspace) -> None:
    for id in ("ten-interceptors-cannot-matter", "no-speed-of-it", "gbi-measured-within-declared"):
        for row in _rows(workspace, id, 8.0).values():
            assert (row.after, row.margin_after) == (row.before, row.margin_before)
            assert not row.as_flown_only


@pytest.mark.parametrize(
    ("speed", "verdict", "only"), [(6.0, "holds", True), (6.6, "fails", False)]
)
def test_a_measured_speed_is_held_against_the_declared_one(
    workspace: Workspace, speed: float, verdict: str, only: bool
) -> None:
    """It takes the place of what was measured so far, not of what is declared."""
    row = _rows(workspace, "as-declared", speed)["us-2007"]
    assert row.margin_after == pytest.approx(6.3 - speed, abs=MARGIN_TOL_KM_S)
    assert (row.after, row.as_flown_only) == (verdict, only)


def test_a_set_that_leaves_the_kind_out_of_its_key_is_overruled_too(workspace: Workspace) -> None:
    row = _rows(workspace, "under-mine", 7.0)["mine"]
    assert row.margin_before is not None
    assert row.margin_after == pytest.approx(row.margin_before - 0.7, abs=MARGIN_TOL_KM_S)


def test_progress_is_told_to_the_end(workspace: Workspace) -> None:
    told: list[tuple[float, str]] = []
    test = _test(workspace, "ten-interceptors-cannot-matter", "one-flight")
    claims_updated(test, value(6.3, 0.005), workspace, lambda *said: told.append(said))
    assert told == sorted(told, key=lambda said: said[0])
    assert {(0.0, "ten-interceptors-cannot-matter"), (0.5, "one-flight")} <= set(told)
    assert told[-1][0] == pytest.approx(1.0)


def test_claims_that_cannot_be_judged_are_refused_before_anything_is_fitted(
    workspace: Workspace,
) -> None:
    with pytest.raises(UnknownNameError, match="no claim is called 'one-fligt'; did you mean"):
        check_claims(_test(workspace, "one-fligt"), workspace.catalog)
    missile = msgspec.structs.replace(
        _test(workspace, "one-flight"), interceptor="", missile="icbm-solid"
    )
    with pytest.raises(InputError, match=r"test\.third-site-booster\.claims: .* a missile flies"):
        check_claims(missile, workspace.catalog)
    check_claims(msgspec.structs.replace(missile, claims=()), workspace.catalog)


@pytest.fixture
def fitted(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """A fit that gives a made-up evaluation, and notes what it was given."""
    given: list[Any] = []

    def evaluate(*arguments: Any) -> Any:
        given.append(arguments)
        return evaluation(value(6.0524381234, 0.003217), warnings=())

    module = types.ModuleType("glasshield.monitoring.evaluation")
    module.evaluate = evaluate  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    return given


def test_the_whole_answer_holds_rounded_numbers_and_claims(
    workspace: Workspace, fitted: list[Any]
) -> None:
    test = _test(workspace, "ten-interceptors-cannot-matter")
    seen, called = detections(), launches()
    found = evaluated(test, seen, called, workspace)
    assert fitted[0][:4] == (test, seen, called, workspace)
    assert found.burnout_speed_km_s.value == 6.05244
    assert found.burnout_speed_km_s.sigma == 0.00322
    assert [row.claim for row in found.claims_updated] == list(test.claims) * 3
    assert found.warnings == ()


def test_a_claim_that_no_interceptor_of_this_speed_can_be_judged_by_is_a_warning(
    workspace: Workspace, fitted: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: Any) -> Any:
        raise InputError("no such speed", where="interceptor.gbi2")

    monkeypatch.setattr("glasshield.monitoring.claims_updated._updated", fails)
    found = evaluated(_test(workspace, "one-flight"), detections(), None, workspace)
    assert fitted[0][2] is None
    assert found.claims_updated == ()
    (warning,) = found.warnings
    assert warning.en.startswith("The claim one-flight is not judged with the measured speed: ")
    assert "no such speed" in warning.en
    assert "one-flight" in warning.ru
