"""What a changed declaration does to claims that a closed form decides."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from glasshield import catalog
from glasshield.assurance import changes as subject
from glasshield.assurance.changes import ChangeRow, about, changes, transposed
from glasshield.assurance.judging import judged
from glasshield.catalog.claims import AssumptionSet, Claim
from glasshield.catalog.model import Record
from glasshield.errors import UnknownNameError
from glasshield.workspace import Cache, Workspace
from tests.assurance.claims import a_claim, statement

SHARE_TOL = 1e-9  # closed form
COUNT = "architecture.third-site-2007.phases.1.batteries.0.count"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Claims that half, and nine tenths, of a hundred missiles pass, each with one set."""
    plain = Workspace(Cache(tmp_path_factory.mktemp("changes")))
    records: dict[tuple[str, str], Record] = {
        ("claim", claim.id): claim for claim in (_passing("half", 0.5), _passing("most", 0.9))
    }
    records["assumptions", "sure"] = _set("sure")
    return plain.holding(plain.catalog.replaced(records))


def _passing(id: str, at_least: float, **parts: Any) -> Claim:
    """Of a hundred missiles so many pass interceptors that always hit, one at each."""
    return a_claim(
        id=id,
        architecture="third-site-2007",
        phases=["1"],
        assumptions=["sure"],
        passes={
            "raid": statement(100.0), "at_least": statement(at_least),
            "single_shot": statement(1.0), "shots_each": statement(1.0),
        },
        **parts,
    )  # fmt: skip


def _set(id: str) -> AssumptionSet:
    date = {"date": "2030", "source": "S-AFP07", "status": "read"}
    return msgspec.convert({"id": id, "name": id, "by": "russia", "date": date}, AssumptionSet)


def _rows(old: Workspace, new: Workspace, *claims: str) -> dict[str, ChangeRow]:
    return {row.claim: row for row in changes(old, new, claims)}


def test_a_count_that_grew_changes_margins_and_one_verdict(base: Workspace) -> None:
    rows = _rows(base, base.overridden([(COUNT, "20")]), "half", "most")
    assert rows["half"].changed == "margin"
    assert rows["most"].changed == "verdict"
    for row, at_least in ((rows["half"], 0.5), (rows["most"], 0.9)):
        assert row.old is not None
        assert row.new is not None
        # Ten and twenty of a hundred are stopped.
        assert row.old.margin.value == pytest.approx(0.9 - at_least, abs=SHARE_TOL)
        assert row.new.margin.value == pytest.approx(0.8 - at_least, abs=SHARE_TOL)
        assert (row.party, row.assumptions) == ("russia", "sure")
    assert rows["most"].new is not None
    assert rows["most"].new.verdict == "fails"


def test_what_a_claim_does_not_stand_on_changes_nothing_and_is_judged_once(
    base: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def counted(*arguments: Any) -> Any:
        asked.append(arguments[1].id)
        return judged(*arguments)

    monkeypatch.setattr(subject, "judged", counted)
    other = base.overridden([("interceptor.sm3-2a.burnout_speed", "5km/s")])
    rows = _rows(base, other, "half", "most")
    assert [row.changed for row in rows.values()] == ["nothing", "nothing"]
    assert rows["half"].old == rows["half"].new
    assert asked == ["half", "most"]


def test_a_claim_that_stands_on_one_side_only(base: Workspace) -> None:
    more = base.holding(base.catalog.replaced({("claim", "new"): _passing("new", 0.7)}))
    row = _rows(base, more, "new")["new"]
    assert row.changed == "judged"
    assert row.old is None
    assert row.new is not None
    assert row.why == "no claim is called new there"


def test_a_claim_that_cannot_be_judged_says_why(base: Workspace) -> None:
    lost = _passing("half", 0.5)
    lost = msgspec.structs.replace(lost, phases=("9",))
    new = base.holding(base.catalog.replaced({("claim", "half"): lost}))
    row = _rows(base, new, "half")["half"]
    assert (row.changed, row.new) == ("judged", None)
    assert row.old is not None
    assert "no phase of third-site-2007 is called '9'" in row.why
    neither = _rows(new, new, "half")["half"]
    assert (neither.changed, neither.old, neither.new) == ("nothing", None, None)
    assert neither.why == row.why


def test_claims_about_one_architecture_are_asked_of_another(base: Workspace) -> None:
    other = transposed(base, "epaa", ("third-site-2007", "epaa"))
    assert other.catalog.claims["half"].architecture == "epaa"
    assert other.catalog.claims["half"].phases == ("1",)
    kept = transposed(base, "third-site-2007", ("epaa", "third-site-2007")).catalog.claims
    assert kept["half"] == base.catalog.claims["half"]
    fourth = [c for c in catalog.load().claims.values() if c.phases == ("4",)]
    assert fourth
    assert all(kept[claim.id].phases == () for claim in fourth)
    with pytest.raises(UnknownNameError, match="did you mean epaa"):
        transposed(base, "epaaa", ("epaa",))


def test_claims_about_an_architecture_are_those_that_deny_one_too(base: Workspace) -> None:
    facts = base.catalog
    denial = msgspec.structs.replace(
        _passing("denial", 0.5), architecture="", phases=(), passes=None, denies="half"
    )
    facts = facts.replaced({("claim", "denial"): denial})
    found = about(facts, ("third-site-2007",))
    assert {"half", "most", "denial"} <= set(found)
    assert not {"half", "denial"} & set(about(facts, ("epaa",)))
    circle = facts.replaced(
        {
            ("claim", "half"): msgspec.structs.replace(denial, id="half", denies="denial"),
        }
    )
    assert "denial" not in about(circle, ("third-site-2007",))


def test_progress_runs_from_nothing_to_everything(base: Workspace) -> None:
    told: list[float] = []
    new = base.overridden([(COUNT, "20")])
    changes(base, new, ("half", "most"), lambda done, _: told.append(done))
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)
    assert 0.5 in told


def test_packaged_claims_are_listed_by_their_architecture(tmp_path: Path) -> None:
    facts = Workspace(Cache(tmp_path)).catalog
    both = {*about(facts, ("epaa",)), *about(facts, ("third-site-2007",))}
    assert "poland-gbi-cannot-reach-russian-icbm" in both
    assert set(about(facts, ("epaa", "third-site-2007"))) == both
