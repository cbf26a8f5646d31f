"""Claims and assumption sets as records: what they refuse, and what stands in the packaged ones."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from glasshield import catalog
from glasshield.assurance.worlds import World
from glasshield.catalog import claims
from glasshield.catalog.claims import AssumptionSet, Claim, Setting
from glasshield.errors import CatalogError, InputError, RangeError, UnitError, UnknownNameError

SHIPPED_CLAIMS = {
    "poland-gbi-cannot-reach-russian-icbm",
    "poland-gbi-can-reach-russian-icbm",
    "romania-cannot-reach-russian-icbm",
    "poland-gbi-cannot-reach-russian-slbm",
    "epaa-directed-outside-europe",
    "epaa-no-growth-against-russia",
    "third-site-helps-poland",
    "ten-interceptors-cannot-matter",
}
SHIPPED_SETS = {"us-2007", "russia-2007", "independent-2007", "us-2011", "russia-2011"}


def _setting(**parts: object) -> Setting:
    given = {"source": "glasshield", "status": "assumed", "note": "for a test"} | parts
    return msgspec.convert(given, Setting)


def _written(folder: Path, text: str) -> Path:
    file = folder / "mine.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_claims_and_sets_that_are_promised_ship() -> None:
    facts = catalog.load()
    assert set(facts.claims) >= SHIPPED_CLAIMS
    assert set(facts.assumption_sets) >= SHIPPED_SETS


def test_every_claim_cites_its_words_in_both_languages() -> None:
    for claim in catalog.load().claims.values():
        assert claim.wording, claim.id
        for said in claim.wording:
            assert said.by, claim.id
            assert said.text, claim.id
            assert said.text_ru, claim.id
        assert claim.assumptions, claim.id


def test_every_predicate_is_used_by_a_shipped_claim() -> None:
    used = {claim.predicate for claim in catalog.load().claims.values()}
    assert used == {*claims.PREDICATES, "denies"}


def test_what_a_party_sets_keeps_its_source_and_loses_the_rivals() -> None:
    facts = catalog.load()
    world = World.of(facts).with_settings(facts.assumption_sets["russia-2007"].values)
    speed = world.catalog.interceptors["gbi2"].burnout_speed
    assert speed.value == 9.0
    assert speed.by == "postol-2007"
    assert speed.rivals == ()
    assert facts.interceptors["gbi2"].burnout_speed.value == 6.3


def test_worlds_that_agree_share_their_records() -> None:
    facts = catalog.load()
    base = World.of(facts)
    values = facts.assumption_sets["russia-2007"].values
    one, other = base.with_settings(values), base.with_settings(dict(values))
    assert one.catalog.interceptors["gbi2"] is other.catalog.interceptors["gbi2"]
    assert one.catalog.sites["redzikowo"] is facts.sites["redzikowo"]


@pytest.mark.parametrize(
    ("key", "parts", "error"),
    [
        ("interceptor.gbi9.burnout_speed", {"value": 6.0, "unit": "km/s"}, UnknownNameError),
        ("interceptor.gbi2.speed", {"value": 6.0, "unit": "km/s"}, UnknownNameError),
        ("interceptor.gbi2.burnout_speed", {"value": 6.0, "unit": "km"}, UnitError),
        ("interceptor.gbi2.burnout_speed", {"word": "fast"}, InputError),
        ("rules.kinematic.cue", {"word": "rumour"}, UnknownNameError),
        ("interceptor.gbi2.stages.0.share", {"value": 0.5, "unit": "1"}, RangeError),
    ],
)
def test_settings_that_cannot_be_are_refused(
    key: str, parts: dict[str, object], error: type[InputError]
) -> None:
    world = World.of(catalog.load()).with_settings({key: _setting(**parts)})
    with pytest.raises(error):
        _ = world.catalog


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"value": 6.0, "unit": "km/s", "low": 7.0}, "not within its interval"),
        ({"value": 6.0, "unit": "km/s", "low": 7.0, "high": 5.0}, "not within its interval"),
        ({"value": 6.0, "unit": "parsec"}, "unknown unit"),
        ({"value": 6.0, "unit": "km/s", "word": "fast"}, "one of"),
        ({}, "one of"),
        ({"word": "fast", "low": 1.0}, "only a value"),
    ],
)
def test_a_setting_is_one_thing_with_its_interval_the_right_way_up(
    parts: dict[str, object], why: str
) -> None:
    with pytest.raises(msgspec.ValidationError, match=why):
        _setting(**parts)


def test_a_key_and_a_part_of_it_are_not_both_set() -> None:
    values = {
        "rules.kinematic.commit_delay": _setting(value=1.0, unit="s"),
        "rules.kinematic.commit_delay.low": _setting(value=1.0, unit="s"),
    }
    date = catalog.load().assumption_sets["us-2007"].date
    with pytest.raises(ValueError, match="both"):
        AssumptionSet(name="x", by="russia", date=date, values=values)


CLAIM = """
[claim.mine]
name = "Mine"
by = ["russia"]
date = {{ date = "2007", source = "glasshield", status = "assumed", note = "for a test" }}
wording = [
  {{ text = "Mine.", by = "russia", source = "glasshield", status = "assumed", note = "x" }},
]
{rest}
"""


@pytest.mark.parametrize(
    ("rest", "why"),
    [
        ("", "a claim has one of"),
        (('denies = "us-2007"\narchitecture = "epaa"\n[claim.mine.within]\nmeasured = "a"\n'
         'declared = "b"'), "a claim has one of"),
        (("[claim.mine.sees]\nflights = []\n"
         'no_later_than = { value = 1, unit = "s", source = "x", status = "read" }'),
         "names an architecture"),
        ('denies = "mine"\nvolume = "loud"', "unknown key 'volume'"),
    ],
)  # fmt: skip
def test_a_claim_says_one_thing(tmp_path: Path, rest: str, why: str) -> None:
    file = _written(tmp_path, CLAIM.format(rest=rest))
    with pytest.raises(CatalogError, match=why):
        _ = catalog.load(file).claims


def test_check_names_the_line_of_a_set_whose_key_leads_nowhere(tmp_path: Path) -> None:
    file = _written(
        tmp_path,
        '[assumptions.mine]\nname = "Mine"\nby = "russia"\n'
        'date = { date = "2007", source = "glasshield", status = "assumed", note = "x" }\n'
        "[assumptions.mine.values]\n"
        '"interceptor.gbi2.burnout_sped" = { value = 6, unit = "km/s", source = "S-AFP07", '
        'status = "read" }\n',
    )
    (problem,) = catalog.check_folders([file])
    assert "burnout_sped" in problem.sentence
    assert "did you mean burnout_speed" in problem.sentence
    assert str(file) in problem.where


def test_a_predicate_is_named_by_its_table() -> None:
    claim: Claim = catalog.load().claims["third-site-helps-poland"]
    assert claim.predicate == "helps_host"
    assert claims.unit_of_margin("helps_host") == "1"
