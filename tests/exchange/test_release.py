"""Rule files, what they grant, and what is odd in them."""

from __future__ import annotations

import math
import random
import re
from pathlib import Path

import numpy as np
import pytest

from glasshield.catalog import load
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.release.admission import Batch, places
from glasshield.exchange.release.check import CODES, Finding, Known, check
from glasshield.exchange.release.explain import REASONS, Object, Sight, explain
from glasshield.exchange.release.layers import MOST_LAYERS, layers, pictures
from glasshield.exchange.release.reading import RuleFile, parse, read_file, read_rules
from glasshield.exchange.release.regions import Box, Circle, Countries, Region, Ring
from glasshield.exchange.release.rules import Rule, RuleSet, Source
from glasshield.exchange.release.terms import (
    CLASS_NAMES,
    EXACT,
    EventKind,
    Kind,
    Mode,
    Terms,
)
from glasshield.exchange.release.wording import explanation, finding_words, terms_words
from glasshield.flight.range_classes import CLASSES
from glasshield.fusion import classify
from glasshield.messages import LANGUAGES, has
from glasshield.sensing.detections import Detections
from glasshield.sensing.station import Station
from tests.exchange.release_samples import EPOCH

PLACE_TOL_M = 1e-3  # two formulas for one place
EARTH_M = 6.4e6

TEXT = """\
schema = "glasshield-rules/1"

[region.baltic]
box_deg = [53.0, 66.0, 9.0, 31.0]

[rule.warning]
from = "united-states"
to = ["russia"]
kinds = ["events"]
sensors = ["all"]
mode = "exercise"
delay = "0 s"
events = ["launch-detected", "impact-predicted"]
round = { position = "10 km", velocity = "100 m/s", time = "10 s" }

[rule.baltic-tracks]
from = "united-states"
to = ["russia"]
kinds = ["tracks"]
sensors = ["spy1-redzikowo"]
region = "baltic"
mode = "exercise"
delay = "60 s"
classes = ["IRBM", "ICBM"]
round = { position = "1 km", velocity = "10 m/s" }
covariance_factor = 4
"""


def read(text: str = TEXT, owner: str | None = None) -> RuleFile:
    return parse(text, "rules.toml", load().regions, owner)


def rule(name: str = "a", **changed: object) -> Rule:
    given: dict[str, object] = {
        "source": Source("aurora"),
        "to": frozenset({"borealis"}),
        "kinds": frozenset({Kind.TRACKS}),
        "mode": Mode.REAL,
        "terms": Terms(),
    }
    return Rule(name, **(given | changed))  # type: ignore[arg-type]


def test_a_file_becomes_rules() -> None:
    warning, tracks = read().rules
    assert warning.source == Source("united-states")
    assert warning.to == {"russia"}
    assert warning.kinds == {Kind.EVENTS}
    assert warning.terms == Terms(
        0.0,
        10e3,
        100.0,
        10.0,
        events=frozenset({"launch-detected", "impact-predicted", "inside-notice"}),
        names_sensors=False,
    )
    assert tracks.source.sensors == frozenset({"spy1-redzikowo"})
    assert tracks.source.region is not None
    assert tracks.source.region.name == "baltic"
    assert tracks.terms.delay_s == 60.0
    assert tracks.terms.covariance_factor == 4.0
    assert tracks.terms.classes == frozenset({"IRBM", "ICBM"})
    assert tracks.where == "rules.toml:16"


def test_classes_are_those_by_which_tracks_are_classified() -> None:
    names = tuple(each.name for each in CLASSES if each.scheme == classify.SCHEME)
    assert (*names, classify.ORBITAL, classify.UNKNOWN) == CLASS_NAMES


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('region = "baltic"', 'region = "balticc"', "rules.toml:21: no region is called 'balticc'"),
        ('delay = "60 s"', 'delay = "60"', "rules.toml:23: '60' has no unit"),
        ('delay = "60 s"', 'delay = "-60 s"', "rules.toml:23: delay cannot be; got -60.0"),
        ('"1 km"', '"1e300 km"', "rules.toml:25: position cannot be; got 1e+303; expected 0 to"),
        ("factor = 4", "factor = nan", "rules.toml:26: covariance_factor cannot be"),
        ("[53.0", "[nan", "rules.toml:3: this box holds nothing"),
        ('delay = "60 s"\n', "", "rules.toml:16: rule.baltic-tracks has no delay"),
        ('"ICBM"', '"icbm"', "rules.toml:24: no class of objects is called 'icbm'"),
        ("factor = 4", "factor = 0.5", "rules.toml:26: covariance_factor cannot be; got 0.5"),
        ("covariance_factor = 4", "factor = 4", "rules.toml:26: unknown key 'factor'"),
        ("[53.0, 66.0", "[66.0, 53.0", "rules.toml:3: this box holds nothing"),
        ('mode = "exercise"', 'mode = "war"', "rules.toml:11: rule.warning.mode cannot be"),
        ("rules/1", "rules/9", "rules.toml:1: this is no file of release rules"),
        ("[rule.warning]", "[rules.warning]", "rules.toml:6: unknown table 'rules'"),
        ('["tracks"]', '["tracks", "detections"]', "rules.toml:16: detections have no class"),
        ('"10 m/s"', '"10 km"', "rules.toml:25: '10 km' is a length"),
        (', velocity = "10 m/s"', "", "rules.toml:25: rule.baltic-tracks.round has no velocity"),
        ('to = ["russia"]', "to = []", "rules.toml:8: to is empty"),
        ('to = ["russia"]', 'to = "russia"', "rules.toml:8: rule.warning.to is text"),
        ('to = ["russia"]', 'to = ["all"]', "rules.toml:8: parties are named one by one"),
        ('to = ["russia"]', 'to = ["../etc"]', "rules.toml:8: this names no party"),
        ('["all"]', '["all", "x"]', "rules.toml:10: all sensors, or some by name"),
        ('["all"]', '["x", "x"]', "rules.toml:10: sensors names something twice"),
        ('"launch-detected"', '"launched"', "rules.toml:13: rule.warning.events.0 cannot be"),
        ('["events"]', '["tracks"]', "rules.toml:13: the rule names events"),
        ('[rule.warning]', '[rule."a b"]', "rules.toml:6: 'a b' is no name"),
        ('region = "baltic"', 'region = "london"', "rules.toml:21: the region 'london' is a point"),
        ('region = "baltic"', 'since = "2030-01-01"', "rules.toml:21: '2030-01-01' has no time"),
        ('box_deg = [53.0, 66.0, 9.0, 31.0]', "", "rules.toml:3: the region 'baltic' holds noth"),
        ('box_deg = [53.0, 66.0, 9.0, 31.0]', 'countries = ["XQX"]', "rules.toml:3: no country"),
        ("schema = ", "schema : ", "rules.toml:1: not TOML"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line(old: str, new: str, said: str) -> None:
    assert old in TEXT
    with pytest.raises(InputError) as caught:
        read(TEXT.replace(old, new, 1))
    assert caught.value.sentence.startswith(said)


PIECES = (
    *"[]{}=\"',.#\n\\ -0é\x00",
    "nan",
    "inf",
    "1e999",
    "true",
    "[[rule]]",
    "9999-12-31T23:59:59+99:00",
    "0001-01-01T00:00:00Z",
    '"all"',
    "2030-01-01",
)


def test_prop_a_broken_file_is_refused_in_one_sentence_or_read() -> None:
    rng = random.Random(20)
    known, places = load().regions, []
    for _ in range(3000):
        text = TEXT
        for _ in range(rng.randint(1, 3)):
            at, cut = rng.randrange(len(text)), rng.choice((0, 1, 1, 5, 20))
            text = text[:at] + rng.choice(PIECES) + text[at + cut :]
        try:
            found = parse(text, "rules.toml", known)
        except InputError as error:
            places.append(error.where)
        else:
            assert all(rule.owner for rule in found.rules)
    assert 1000 < len(places) < 3000
    assert all(re.fullmatch(r"rules.toml(:\d+)?", place) for place in places)


def test_a_file_that_nobody_reads_is_refused_at_once() -> None:
    head, rule = TEXT.split("[rule.warning]")
    rule = rule.split("[rule.")[0]
    many = head + "".join(f"[rule.r{number}]{rule}" for number in range(501))
    with pytest.raises(InputError, match="no more than 500"):
        parse(many, "many.toml", {})
    with pytest.raises(InputError, match="too long"):
        parse("#" * 300_000, "long.toml", {})


def test_detections_name_their_sensors_and_keep_their_times() -> None:
    kinds = frozenset({Kind.DETECTIONS})
    with pytest.raises(InputError, match="names it"):
        rule(kinds=kinds, terms=Terms(names_sensors=False))
    with pytest.raises(InputError, match="rounded time"):
        rule(kinds=kinds, terms=Terms(time_s=1.0))


def test_nobody_grants_what_another_owns() -> None:
    with pytest.raises(InputError, match=r"rules.toml:7: russia cannot grant data of united-st"):
        read(owner="russia")
    assert len(read(owner="united-states").rules) == 2
    rules = RuleSet.of(read().rules)
    with pytest.raises(InputError, match="russia cannot grant"):
        rules.replaced("russia", rules)
    assert len(rules.replaced("united-states", ())) == 0


def test_files_are_read_together(tmp_path: Path) -> None:
    first, second = tmp_path / "a.toml", tmp_path / "b.toml"
    first.write_text(TEXT, encoding="utf-8")
    second.write_text(TEXT.replace("united-states", "nato"), encoding="utf-8")
    assert len(read_rules([first, second], load().regions)) == 4
    with pytest.raises(InputError, match=r"two rules that are called 'warning'.*a.toml:6"):
        read_rules([first, first], load().regions)
    with pytest.raises(InputError, match="cannot be read"):
        read_file(tmp_path / "none.toml", {})
    second.write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match="no text"):
        read_file(second, {})


@pytest.mark.parametrize(
    ("region", "inside", "outside"),
    [
        ((Box(-0.1, 0.1, 3.0, -3.0),), (0.0, math.pi), (0.0, 0.0)),
        ((Box(0.0, math.pi / 2, -math.pi, math.pi),), (1.5, 2.0), (-0.1, 2.0)),
        ((Circle(math.pi / 2, 0.0, 500e3),), (1.55, -2.0), (1.4, 0.0)),
        ((Ring((0.0, 0.0, 0.5), (0.0, 0.5, 0.25)),), (0.1, 0.25), (0.4, 0.05)),
        ((Box(0.0, 0.5, 0.0, 0.5), Circle(0.0, 0.0, 1e6)), (0.1, 0.1), (0.4, 0.4)),
    ],
)
def test_regions_hold_what_lies_in_all_their_shapes(
    region: tuple[Box | Circle | Ring | Countries, ...],
    inside: tuple[float, float],
    outside: tuple[float, float],
) -> None:
    lat, lon = np.array([inside, outside, (math.nan, math.nan)]).T
    assert Region("r", region).holds(lat, lon).tolist() == [True, False, False]
    assert Region("r", region).holds(lat[:0], lon[:0]).tolist() == []


def test_countries_and_regions_of_the_catalogue_are_regions() -> None:
    warsaw, moscow, nowhere = np.radians([(52.2, 21.0), (55.75, 37.6), (math.nan, math.nan)])
    text = TEXT.replace('region = "baltic"', 'region = "POL"')
    found = read(text).rules[1].source.region
    assert found is not None
    assert found.holds(*np.array([warsaw, moscow, nowhere]).T).tolist() == [True, False, False]
    catalogue = next(each for each in load().regions.values() if each.members is not None)
    named = read(TEXT.replace('region = "baltic"', f'region = "{catalogue.id}"')).rules[1]
    assert named.source.region is not None
    assert named.source.region.name == catalogue.id


def station(lat_rad: float, lon_rad: float) -> Station:
    return Station("radar", lat_rad, lon_rad, 0.0, party="another")


def test_places_of_detections_are_where_they_point() -> None:
    found = Detections.of(
        EPOCH,
        [station(0.9, 0.3)],
        np.zeros(3),
        0,
        range_m=np.array([1e-3, 1000e3, np.nan]),
        azimuth_rad=np.array([0.0, 0.0, 0.0]),
        elevation_rad=np.array([0.0, 0.0, 0.1]),
        simulated=True,
    )
    lat, lon = places(found)
    assert abs(lat[0] - 0.9) * EARTH_M < PLACE_TOL_M + 1e-2
    assert abs(lon[1] - 0.3) * EARTH_M < PLACE_TOL_M
    assert lat[1] > 0.9 + 0.14
    assert np.isnan(lat[2])


def test_the_owner_is_who_signed_not_whom_the_station_names() -> None:
    rules = RuleSet.of([rule(source=Source("another"))])
    found = Detections.of(
        EPOCH,
        [station(0.9, 0.3)],
        np.zeros(2),
        0,
        azimuth_rad=np.zeros(2),
        elevation_rad=np.zeros(2),
        simulated=False,
    )
    (layer,) = layers(rules, "borealis", Kind.TRACKS, Mode.REAL, contributes=False)
    assert not layer.admits(Batch.of(found, "aurora", Mode.REAL)).any()
    assert layer.admits(Batch.of(found, "another", Mode.REAL)).all()
    assert not layer.admits(Batch.of(found, "another", Mode.EXERCISE)).any()


def test_tighter_data_make_a_further_picture_and_leave_the_finer_one() -> None:
    late = rule("late", source=Source("cirrus"), terms=Terms(delay_s=60.0, position_m=5e3))
    live = rule("live", terms=Terms(position_m=1e3, covariance_factor=4.0))
    found = layers(RuleSet.of([late, live]), "borealis", Kind.TRACKS, Mode.REAL)
    assert {
        layer.terms: {source.owner for source in layer.feed.sources} - {"borealis"}
        for layer in found
    } == {
        EXACT: set(),
        live.terms: {"aurora"},
        late.terms: {"cirrus"},
        Terms(delay_s=60.0, position_m=5e3, covariance_factor=4.0): {"aurora", "cirrus"},
    }
    assert all(Source("borealis") in layer.feed.sources for layer in found)


def test_layers_of_the_same_data_share_a_feed() -> None:
    rules = RuleSet.of([rule("a", kinds=frozenset({Kind.TRACKS, Kind.EVENTS}))])
    feeds = {
        layer.feed
        for kind in (Kind.TRACKS, Kind.EVENTS)
        for layer in layers(rules, "borealis", kind, Mode.REAL)
    }
    assert len(feeds) == 1


def test_a_feed_knows_which_sensors_it_may_ever_take() -> None:
    rules = RuleSet.of([rule(source=Source("aurora", frozenset({"north"})))])
    (layer,) = layers(rules, "borealis", Kind.TRACKS, Mode.REAL)
    assert layer.feed.may_take("aurora", "north")
    assert not layer.feed.may_take("aurora", "south")
    assert not layer.feed.may_take("cirrus", "north")
    assert layer.feed.may_take("borealis", "whatever")


def test_a_rule_that_hides_another_makes_one_picture() -> None:
    wide = rule("wide")
    narrow = rule("narrow", source=Source("aurora", frozenset({"x"})), terms=Terms(delay_s=5.0))
    found = layers(RuleSet.of([narrow, wide]), "borealis", Kind.TRACKS, Mode.REAL)
    assert [layer.terms for layer in found] == [EXACT]


def test_classes_that_nothing_shares_make_no_joint_picture() -> None:
    one = rule("one", terms=Terms(classes=frozenset({"SRBM"})))
    other = rule("other", source=Source("cirrus"), terms=Terms(classes=frozenset({"ICBM"})))
    found = layers(RuleSet.of([one, other]), "borealis", Kind.TRACKS, Mode.REAL, contributes=False)
    assert {layer.terms.classes for layer in found} == {
        frozenset({"SRBM"}),
        frozenset({"ICBM"}),
    }


def test_a_rule_for_its_owner_makes_no_coarser_copy_of_its_own_data() -> None:
    rules = RuleSet.of([rule(to=frozenset({"aurora"}), terms=Terms(position_m=1e3))])
    (own,) = layers(rules, "aurora", Kind.TRACKS, Mode.REAL)
    assert own.terms == EXACT


def test_detections_come_under_the_terms_of_their_own_rule_alone() -> None:
    kinds = frozenset({Kind.DETECTIONS})
    fine = rule("fine", kinds=kinds, source=Source("aurora", frozenset({"north"})))
    coarse = rule("coarse", kinds=kinds, source=Source("cirrus"), terms=Terms(position_m=1e3))
    found = layers(RuleSet.of([fine, coarse]), "borealis", Kind.DETECTIONS, Mode.REAL)
    assert {layer.terms: layer.feed.sources for layer in found} == {
        EXACT: frozenset({fine.source, Source("borealis")}),
        coarse.terms: frozenset({coarse.source}),
    }


def test_too_many_terms_are_refused() -> None:
    rules = RuleSet.of(
        rule(f"r{k}", terms=Terms(delay_s=float(k), position_m=1e3 * (MOST_LAYERS - k)))
        for k in range(MOST_LAYERS // 2)
    )
    with pytest.raises(InputError, match="too many different terms"):
        layers(rules, "borealis", Kind.TRACKS, Mode.REAL)
    with pytest.raises(InputError, match="too many different terms"):
        pictures(rules)


@pytest.mark.parametrize(
    ("name", "value"), [("delay_s", -1.0), ("covariance_factor", 0.5), ("time_s", math.inf)]
)
def test_terms_that_cannot_be_are_refused(name: str, value: float) -> None:
    with pytest.raises(InputError, match=name):
        Terms(**{name: value})  # type: ignore[arg-type]


ODD = """
[rule.again]
from = "united-states"
to = ["russia"]
kinds = ["tracks"]
sensors = ["spy1-redzikowo"]
region = "baltic"
mode = "exercise"
delay = "90 s"
classes = ["ICBM"]
round = { position = "1 km", velocity = "10 m/s" }
covariance_factor = 4

[rule.odd]
from = "united-states"
to = ["poland", "united-states"]
kinds = ["tracks"]
sensors = ["nowhere", "armavir"]
mode = "exercise"
delay = "0 s"
since = "2030-05-02T00:00:00Z"
until = "2030-05-01T00:00:00Z"

[rule.past]
from = "united-states"
to = ["russia"]
kinds = ["tracks"]
sensors = ["all"]
mode = "exercise"
delay = "0 s"
until = "2030-05-01T00:00:00Z"

[region.unused]
countries = ["POL"]
"""
KNOWN = Known(
    frozenset({"united-states", "russia"}),
    {"spy1-redzikowo": "united-states", "armavir": "russia"},
    Instant.parse("2031-01-01T00:00:00Z"),
)


def test_odd_rules_are_found() -> None:
    found = check([read(TEXT + ODD)], KNOWN)
    assert [(each.code, each.name, each.about) for each in found] == [
        ("hidden", "again", "baltic-tracks"),
        ("unknown-party", "odd", "poland"),
        ("anothers-sensor", "odd", "armavir"),
        ("unknown-sensor", "odd", "nowhere"),
        ("to-itself", "odd", "united-states"),
        ("ends-before-it-begins", "odd", "2030-05-01T00:00:00Z"),
        ("over", "past", "2030-05-01T00:00:00Z"),
        ("unused-region", "unused", ""),
    ]
    assert found[0].where == "rules.toml:28"
    assert {each.code for each in found} == set(CODES)
    assert check([read()], KNOWN) == ()


def test_of_two_rules_that_say_the_same_the_later_is_hidden() -> None:
    twice = TEXT + TEXT[TEXT.index("[rule.warning]") :].replace("[rule.", "[rule.second-")
    assert [(each.code, each.name) for each in check([read(twice)], KNOWN)] == [
        ("hidden", "second-warning"),
        ("hidden", "second-baltic-tracks"),
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_finding_and_reason_has_words(lang: str) -> None:
    for code in CODES:
        said = finding_words(Finding(code, "f.toml:1", "some-rule", "about"), lang)  # type: ignore[arg-type]
        assert said.startswith("f.toml:1: ")
    for reason in REASONS:
        assert has(f"release.why.{reason}")
    for kind in EventKind:
        assert has(f"release.event.{kind}")
    for name in CLASS_NAMES:
        assert has(f"release.class.{name}")


BALTIC = (math.radians(55.0), math.radians(18.0))
SEEN = Object(
    (
        Sight("united-states", "spy1-redzikowo", *BALTIC),
        Sight("russia", "armavir", *BALTIC),
        Sight("united-states", "fylingdales", *BALTIC),
    ),
    Mode.EXERCISE,
    Instant.parse("2030-06-01T00:00:00Z"),
    "ICBM",
)


EXPLAINED = """\
What russia would see of this object (exercise, taken for ICBM)
Events: from armavir (russia), at once, numbers as they are; because these are its own data.
Events: from spy1-redzikowo (united-states), armavir (russia), fylingdales (united-states), at \
once, positions to 10 km, velocities to 100 m/s, times to 10 s, only the events: launch \
detected, impact predicted, as its notice says, sensors not named; its own data, and by rule \
united-states/warning.
Tracks: from armavir (russia), at once, numbers as they are; because these are its own data.
Tracks: from spy1-redzikowo (united-states), armavir (russia), 60 s after arrival, positions to \
1 km, velocities to 10 m/s, covariances times 4, only while taken for IRBM, ICBM, sensors not \
named; its own data, and by rule united-states/baltic-tracks.
  not from fylingdales (united-states): rule united-states/baltic-tracks does not name this \
sensor
Detections: from armavir (russia), at once, numbers as they are; because these are its own data.
  not from spy1-redzikowo (united-states): rule united-states/warning does not grant this kind
  not from fylingdales (united-states): rule united-states/warning does not grant this kind"""


def test_an_explanation_says_what_is_seen_and_why() -> None:
    rules = RuleSet.of(read().rules)
    lines = explanation(explain(rules, SEEN, "russia"), SEEN, "russia", "en")
    assert "\n".join(lines).replace("\u00a0", " ") == EXPLAINED


def test_who_has_no_rule_sees_nothing() -> None:
    answers = explain(RuleSet.of(read().rules), SEEN, "poland")
    assert not any(answer.shown for answer in answers)
    assert {each.reason for answer in answers for each in answer.withheld} == {"no-rule"}
    lines = explanation(answers, SEEN, "poland", "ru")
    assert "Трассы: ничего." in lines


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"mode": Mode.REAL}, "other-mode"),
        ({"object_class": "SRBM"}, "other-class"),
        ({"sights": (Sight("united-states", "another", *BALTIC),)}, "other-sensors"),
        ({"sights": (Sight("united-states", "spy1-redzikowo", 0.0, 0.0),)}, "other-region"),
        ({"sights": (Sight("united-states", "spy1-redzikowo"),)}, "no-place"),
        ({"time": Instant.parse("2030-07-01T00:00:00Z")}, "other-time"),
    ],
)
def test_a_sensor_is_withheld_for_the_reason_that_the_nearest_rule_lacks(
    change: dict[str, object], reason: str
) -> None:
    until = 'delay = "60 s"\nuntil = "2030-06-30T00:00:00Z"'
    rules = RuleSet.of(read(TEXT.replace('delay = "60 s"', until)).rules)
    asked = {
        "sights": (SEEN.sights[0],),
        "mode": SEEN.mode,
        "time": SEEN.time,
        "object_class": "ICBM",
    }
    seen = Object(**(asked | change))  # type: ignore[arg-type]
    tracks = explain(rules, seen, "russia")[1]
    assert tracks.shown == ()
    assert tracks.withheld[0].reason == reason
    assert len(explanation([tracks], seen, "russia", "ru")) == 3


def test_a_picture_that_has_no_more_than_a_finer_one_is_not_explained() -> None:
    fine = rule("fine", source=Source("aurora", frozenset({"north"})))
    late = rule("late", source=Source("cirrus"), terms=Terms(delay_s=60.0))
    seen = Object((Sight("aurora", "north"),), Mode.REAL, EPOCH)
    tracks = explain(RuleSet.of([fine, late]), seen, "borealis")[1]
    assert [each.terms for each in tracks.shown] == [EXACT]
    assert tracks.shown[0].rules == (fine,)


def test_exact_terms_are_said_to_be_exact() -> None:
    assert terms_words(EXACT, Kind.TRACKS, "en") == "at once, numbers as they are"
