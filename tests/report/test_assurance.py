"""The report of a judged claim: what it says, in both languages, on screen and on paper."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from glasshield import catalog
from glasshield.assurance.document import (
    BreakEven,
    ClaimRow,
    Crux,
    Document,
    MarginRow,
    Shows,
    VerdictRow,
)
from glasshield.messages import LANGUAGES, Language
from glasshield.report import html, pdf
from glasshield.report.assurance import answer, charts, listing, maps, page, tables
from glasshield.report.assurance.names import Names
from glasshield.report.assurance.wording import Words
from glasshield.report.assurance.write import FILES, write_report
from glasshield.report.blocks import Facts, Page, Paragraph, Table, plain
from glasshield.report.made import Made
from tests.report import fake_assurance as fake

DOCUMENT = fake.document()
NAMES = Names.of(catalog.load())
MADE = Made("glasshield assure poland-gbi-cannot-reach-russian-icbm")
CRUX = fake.crux()


def changed(**fields: Any) -> Document:
    return msgspec.structs.replace(DOCUMENT, **fields)


ALONE = changed(verdicts=DOCUMENT.verdicts[:1], crux=None, other_cruxes=(), agreement=True)
AGREED = changed(
    verdicts=tuple(
        msgspec.structs.replace(row, verdict="holds", would_decide=()) for row in DOCUMENT.verdicts
    ),
    crux=msgspec.structs.replace(CRUX, flip_sets=(), flip_sets_back=(), break_even=()),
    agreement=True,
)
BARE = changed(
    crux=None, other_cruxes=(), assumptions=(), flights=(), sites=(),
    claim=msgspec.structs.replace(DOCUMENT.claim, wording=(), comment=(), predicate="passes"),
    verdicts=tuple(
        msgspec.structs.replace(
            row, worst_case=None, evidence=(), would_decide=(), unanswered=(),
            margin=MarginRow(value=None, low=None, high=None, unit="1", band=0.0),
        )
        for row in DOCUMENT.verdicts
    ),
)  # fmt: skip
FORMS = {"full": DOCUMENT, "alone": ALONE, "agreed": AGREED, "bare": BARE}


def words(document: Document = DOCUMENT, lang: Language = "en") -> Words:
    return Words(document, NAMES, lang)


def built(lang: Language = "en", document: Document = DOCUMENT) -> Page:
    return page.build(document, NAMES, lang, MADE)


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def with_crux(**fields: Any) -> Document:
    return changed(crux=msgspec.structs.replace(CRUX, **fields))


def test_one_sentence_says_who_finds_what_and_where_it_turns() -> None:
    said = plain(answer.sentence(words()))
    assert "holds on the assumptions “United States, 2007”" in said
    assert "fails on “Russia, 2007”" in said
    assert "undecided on “Independent calculation, 2007”" in said
    assert "Between “United States, 2007” and “Russia, 2007”, the disagreement hangs on" in said
    assert "hangs on one assumption: Two-stage GBI: burnout speed" in said
    assert "(6.3\u00a0km/s against 9\u00a0km/s)" in said
    assert "zero at 6.64–6.65\u00a0km/s" in said


def test_the_sentence_is_russian_in_russian() -> None:
    said = plain(answer.sentence(words(lang="ru")))
    assert "верно при допущениях «США, 2007 год»" in said
    assert "6,64–6,65\u00a0км/с" in said
    assert not re.search(r"[a-z]{2,}", said)


def test_sides_that_agree_are_told_so_with_the_margin_nearest_to_zero() -> None:
    said = plain(answer.sentence(words(AGREED)))
    assert said.startswith("All 3 sets of assumptions agree: the claim holds.")
    assert "+0.34\u00a0km/s" in said
    headings = {section.id: section.heading for section in built("en", AGREED).sections}
    assert headings["map"] == "The flights"
    assert "shows" not in headings


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("verdict", ["holds", "fails", "undecided"])
def test_two_sides_that_agree_are_both(verdict: Any, lang: Language) -> None:
    rows = tuple(msgspec.structs.replace(row, verdict=verdict) for row in DOCUMENT.verdicts[:2])
    said = plain(answer.sentence(words(changed(verdicts=rows, agreement=True), lang)))
    first = {"en": ("Both sets", "Neither"), "ru": ("Оба набора", "Ни один из двух")}[lang]
    assert said.startswith(first)
    if verdict == "undecided":
        assert words(lang=lang).margin(-2.61) in said
        assert words(lang=lang).margin(0.34) in said


def test_a_side_that_stands_alone_is_no_disagreement() -> None:
    said = plain(answer.sentence(words(ALONE)))
    assert said == (
        "On the assumptions “United States, 2007” the claim holds (margin +0.34\u00a0km/s)."
    )


@pytest.mark.parametrize(
    ("sets", "back", "expected"),
    [
        ((), (), "no exchange of assumptions"),
        (((fake.SPEED,), (fake.DELAY,)), (), "any one of 2 assumptions turns it by itself"),
        (((fake.SPEED, fake.DELAY),), (), "no single assumption turns it; it takes 2 together"),
        (
            ((fake.SPEED, fake.DELAY), (fake.SPEED, fake.BOOST)),
            ((fake.SPEED, fake.DELAY),),
            "it takes 2 or more together. There are 3 smallest sets",
        ),
        (((fake.SPEED,),), ((fake.BOOST, fake.DELAY),), "“Russia, 2007” it takes 2 assumptions"),
        (((fake.SPEED,),), (), "Nothing that the other side assumes turns the verdict of “Russia"),
    ],
)
def test_what_it_hangs_on_is_said_for_every_kind_of_flip(
    sets: Any, back: Any, expected: str
) -> None:
    crux = msgspec.structs.replace(CRUX, flip_sets=sets, flip_sets_back=back)
    assert expected in plain(answer.hangs_on(words(), crux))


def test_a_margin_within_the_band_is_said_to_be() -> None:
    near = MarginRow(value=-0.02, low=-0.02, high=-0.02, unit="km/s", band=0.1)
    row = msgspec.structs.replace(DOCUMENT.verdicts[0], verdict="undecided", margin=near)
    for rows in ((row,), (row, row)):
        said = plain(answer.sentence(words(changed(verdicts=rows, agreement=True))))
        assert said.endswith(
            "within 0.10\u00a0km/s of zero, what the model itself may be wrong by."
        )


def test_figures_of_other_claims_are_not_listed() -> None:
    other = msgspec.structs.replace(DOCUMENT.assumptions[0], parameter="claim.other.passes.raid")
    own = msgspec.structs.replace(other, parameter=f"claim.{DOCUMENT.claim.id}.band")
    listed = tables.stated(changed(assumptions=(other, own)))
    assert listed == (own,)


def test_two_sides_need_no_names_where_there_are_no_others() -> None:
    two = changed(verdicts=DOCUMENT.verdicts[:2], other_cruxes=())
    assert "The disagreement hangs on one assumption" in plain(answer.sentence(words(two)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_set_says_of_itself_stands_before_its_numbers(lang: Language) -> None:
    (section,) = (one for one in built(lang).sections if one.id == "assumptions")
    first = section.blocks[0]
    assert isinstance(first, Facts)
    said = dict(first.entries)[words(lang=lang).side(fake.RUSSIA)]
    assert {"en": "Postol", "ru": "Постола"}[lang] in said


def test_each_side_would_have_to_pass_the_value_at_which_the_other_turns() -> None:
    shown = {(row[0], row[1]): row[4] for row in texts(tables.shows(words(), CRUX))}
    speed, delay = "Two-stage GBI: burnout speed", "Engagement rules: "
    assert shown["United States, 2007", speed] == "that it is below 6.65\u00a0km/s"
    assert shown["Russia, 2007", speed] == "that it is above 6.64\u00a0km/s"
    late = shown["United States, 2007", f"{delay}time from cue to launch"]
    others = "launch before the target’s burnout"
    assert late == f"250\u00a0s, together with: {delay}{others}"


def test_a_parameter_that_turns_nothing_asks_for_nothing() -> None:
    idle = Shows(
        parameter=fake.DELAY, party=fake.RUSSIA, states="180 s", other=fake.US,
        other_states="250 s", must_show=None, unit="s", flips_alone=False,
    )  # fmt: skip
    assert tables.must_show(words(), CRUX, idle).startswith("nothing")


def test_what_flips_alone_stands_first() -> None:
    rows = tables.shows(words(), CRUX).rows
    assert [row[5].sign for row in rows] == ["yes", "yes", "no", "no"]


def test_flip_sets_are_listed_both_ways_with_both_values() -> None:
    rows = texts(tables.flips(words(), CRUX))
    assert [row[:3] for row in rows] == [
        ["United States, 2007", "Russia, 2007", "1"],
        ["Russia, 2007", "United States, 2007", "1"],
        ["Russia, 2007", "United States, 2007", "2"],
    ]
    assert "launch before the target’s burnout (not allowed against allowed)" in rows[2][3]


@pytest.mark.parametrize(
    ("predicate", "denies", "verdict", "expected"),
    [
        ("cannot_reach", "", "holds", "fails"),
        ("cannot_reach", "", "fails", "holds"),
        ("cannot_reach", "other", "holds", "holds"),
        ("cannot_reach", "other", "fails", "fails"),
        ("cannot_reach", "other", "undecided", "undecided"),
    ],
)
def test_a_flight_is_within_reach_when_a_claim_that_it_is_not_fails(
    predicate: str, denies: str, verdict: Any, expected: str
) -> None:
    claim = msgspec.structs.replace(DOCUMENT.claim, predicate=predicate, denies=denies)
    assert words(changed(claim=claim)).reached(verdict) == expected


def test_flights_are_drawn_by_who_thinks_that_they_are_reached() -> None:
    figure = maps.FlightMap.of(words()).figure("mark")
    assert figure is not None
    assert "differ about **3** of 5" in figure.caption
    said = [entry.words for entry in figure.legend]
    assert said[0].startswith("within reach: Russia, 2007; too close to call: Independent")
    assert said[1] == "out of reach on all assumptions"
    assert figure.drawing.body.source.count("flight-disputed") == 3
    assert figure.drawing.body.source.count("flight-no") == 2


def test_more_patterns_than_lines_share_the_last_line() -> None:
    kinds: tuple[Any, ...] = ("holds", "fails", "undecided")
    flights = tuple(
        msgspec.structs.replace(
            fake.flight(0), id=f"{a}{b}", verdict={fake.US: a, fake.RUSSIA: b, fake.OPEN: b}
        )
        for a in kinds
        for b in kinds
    )
    figure = maps.FlightMap.of(words(changed(flights=flights))).figure("mark")
    assert figure is not None
    kinds_drawn = [entry.kind for entry in figure.legend if entry.shape == "line"]
    assert len(kinds_drawn) == len(set(kinds_drawn)) == 8
    assert any("otherwise" in entry.words for entry in figure.legend)


def test_flights_of_other_claims_are_drawn_by_whether_the_claim_holds() -> None:
    claim = msgspec.structs.replace(DOCUMENT.claim, predicate="sees")
    flights = tuple(
        msgspec.structs.replace(fake.flight(k), least_speed_km_s={}, verdict=dict.fromkeys(
            fake.SETS, "holds")) for k in (0, 1)
    )  # fmt: skip
    figure = maps.FlightMap.of(words(changed(claim=claim, flights=flights))).figure("mark")
    assert figure is not None
    assert figure.legend[0].words == "the claim holds on all assumptions"
    assert figure.legend[0].kind == "flight-holds"


def test_a_flight_of_which_one_side_does_not_speak_is_not_counted_as_disputed() -> None:
    silent = msgspec.structs.replace(fake.flight(0), verdict={fake.RUSSIA: "fails"})
    held = words(changed(flights=(silent,)))
    figure = maps.FlightMap.of(held).figure("mark")
    assert figure is not None
    assert "differ" not in figure.caption
    assert figure.legend[0].words == "within reach: Russia, 2007"
    assert [cell.text for cell in tables.flights(held).rows[0]][2:] == ["–", "within reach", "–"]


def test_no_flight_no_map() -> None:
    assert maps.FlightMap.of(words(BARE)).figure("mark") is None
    assert "map" not in {section.id for section in built("en", BARE).sections}


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (0.338, "km/s", "+0.34\u00a0km/s"),
        (-2.0, "km/s", "−2.00\u00a0km/s"),
        (0.0, "km/s", "0.00\u00a0km/s"),
        (0.072, "1", "+7.2\u00a0pp"),
        (-35.4, "s", "−35\u00a0s"),
        (None, "km", "without bound"),
    ],
)
def test_margins_bear_their_sign_and_unit(value: float | None, unit: str, expected: str) -> None:
    verdict = msgspec.structs.replace(
        DOCUMENT.verdicts[0],
        margin=MarginRow(value=value, low=value, high=value, unit=unit, band=0.0),
    )
    assert words(changed(verdicts=(verdict,))).margin(value) == expected


@pytest.mark.parametrize(
    ("lang", "stated", "expected"),
    [
        ("en", "6.3 km/s", "6.3\u00a0km/s"),
        ("ru", "9 km/s (8.5 to 9 km/s)", "9\u00a0км/с (8,5–9\u00a0км/с)"),
        ("ru", "0.84 (0.84 to 1)", "0,84 (0,84–1)"),
        ("en", "4,500 km", "4500\u00a0km"),
        ("ru", "not-allowed", "не разрешён"),
        ("en", "redzikowo", "Redzikowo, Poland"),
        ("en", "", "–"),
        ("en", "something else", "something else"),
    ],
)
def test_values_are_written_as_the_language_does(
    lang: Language, stated: str, expected: str
) -> None:
    assert words(lang=lang).stated(stated) == expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("interceptor.gbi2.burnout_speed", "Two-stage GBI: burnout speed"),
        ("rules.standard.cue", "Engagement rules: what starts the clock"),
        ("claim.x.passes.raid", "The claim: size of the raid"),
        ("architecture.epaa.phases.4.batteries.2.site", "EPAA: phase 4, battery 3, site"),
        ("missile.icbm-solid", "Notional intercontinental missile"),
        ("radar.emr", "European Midcourse Radar"),
    ],
)
def test_parameters_are_named_in_words(key: str, expected: str) -> None:
    assert words().parameter(key) == expected


def test_rules_are_told_apart_where_there_are_several() -> None:
    other = msgspec.structs.replace(DOCUMENT.assumptions[0], parameter="rules.kinematic.cue")
    several = words(changed(assumptions=(*DOCUMENT.assumptions, other)))
    named = [several.parameter(f"rules.{id}.cue") for id in ("kinematic", "standard", "own")]
    assert [name.partition(":")[0] for name in named] == [
        "Engagement rules (reach alone)",
        "Engagement rules (with radars)",
        "Engagement rules (own)",
    ]


def test_indices_that_round_to_zero_are_counted_not_drawn() -> None:
    small = tuple(
        msgspec.structs.replace(row, total_index=0.001 if row.parameter == fake.BOOST else 0.5)
        for row in CRUX.sensitivity
    )
    source = html.render(built("en", with_crux(sensitivity=small)))
    assert "1 more assumption has an index that rounds to zero." in source


def test_the_axis_of_margins_holds_all_of_them_and_both_verdicts() -> None:
    drawing = charts.margins(words())
    assert "claim fails" in drawing.body.source
    assert "claim holds" in drawing.body.source
    assert "Russia, 2007: fails, −2.36" in drawing.alt


@pytest.mark.parametrize("lang", LANGUAGES)
def test_charts_stay_within_their_frames(lang: Language) -> None:
    held = words(lang=lang)
    speed = [curve for curve in CRUX.curves if curve.parameter == fake.SPEED]
    turns = [turn for turn in CRUX.break_even if turn.parameter == fake.SPEED]
    drawn = [charts.margins(held), charts.margins(words(BARE, lang))]
    drawn.append(charts.indices(held, CRUX.sensitivity))
    drawn += [
        charts.over_parameter(held, speed, turns, CRUX.between, width)
        for width in (charts.WIDE, charts.COMPACT)
    ]
    for drawing in drawn:
        assert drawing.alt
        assert "nan" not in drawing.body.source
        for x, y in re.findall(r'<text[^>]* x="([-\d.]+)" y="([-\d.]+)"', drawing.body.source):
            assert 0.0 <= float(x) <= drawing.width
            assert 0.0 <= float(y) <= drawing.height


def test_a_curve_is_broken_where_it_has_no_finite_margin() -> None:
    whole = CRUX.curves[0]
    margin = (*whole.margin[:10], None, *whole.margin[11:])
    broken = msgspec.structs.replace(whole, margin=margin)
    held = words()
    pieces = [
        charts.over_parameter(held, [one], [], CRUX.between, charts.WIDE).body.source.count(
            'class="line-declared"'
        )
        for one in (whole, broken)
    ]
    assert pieces == [1, 1]
    drawn = charts.over_parameter(held, [broken], [], CRUX.between, charts.WIDE).body.source
    paths = re.findall(r'class="line-declared" d="([^"]*)"', drawn)
    assert paths[0].count("M") == 2


def test_a_verdict_that_turns_nowhere_is_said_to() -> None:
    nowhere = next(turn for turn in CRUX.break_even if turn.value is None)
    said = charts.turn_in_words(words(), nowhere)
    assert said.endswith("no value from 60\u00a0s to 400\u00a0s brings the margin to zero")
    often = BreakEven(
        parameter=fake.DELAY, held_by=fake.US, value=80.0, unit="s", between=(1.0, 2.0),
        searched=(0.0, 9.0), crossings=3,
    )  # fmt: skip
    assert "zero 3 times, nearest at **80\u00a0s**" in charts.turn_in_words(words(), often)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_pages_render_in_both_languages(lang: Language, form: str) -> None:
    source = html.render(built(lang, FORMS[form]))
    assert f'lang="{lang}"' in source
    assert "http:" not in re.sub(r'xmlns="[^"]*"', "", source)
    assert "https:" not in source
    assert "**" not in re.sub(r"<style>.*?</style>|<script>.*?</script>", "", source, flags=re.S)
    assert not re.findall(r' d="[^"]*nan', source)
    mark = built(lang, FORMS[form]).mark
    assert source.count(mark) >= 2


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_printed_report_is_tagged(lang: Language) -> None:
    made = pdf.render(built(lang))
    assert made.startswith(b"%PDF")
    assert b"StructTreeRoot" in made


def test_the_order_is_answer_map_curves_and_what_to_show() -> None:
    ids = [section.id for section in built().sections]
    assert ids[:5] == ["answer", "map", "turns", "shows", "hangs"]


def test_what_an_undecided_side_lacks_is_listed() -> None:
    (section,) = (one for one in built().sections if one.id == "decides")
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    assert texts(table)[0][-1] == "decides it"
    assert texts(table)[1][-1] == "leaves it open"


def test_margins_that_had_no_number_and_sets_that_were_not_tried_are_said() -> None:
    document = with_crux(clipped=0.25, clipped_to=(-5.0, 5.0), sets_up_to=3)
    source = html.render(built("en", document))
    assert "25\u00a0% of the sampled margins had no finite value" in source
    assert "Sets of up to 3 assumptions were tried." in source


def test_every_source_is_numbered_where_it_is_cited() -> None:
    document = built()
    said = " ".join(
        block.text
        for one in document.sections
        for block in one.blocks
        if isinstance(block, Paragraph)
    )
    assert "[?]" not in said
    assert page.cited(DOCUMENT) == ("S-AFP07",)
    (assumed,) = (one for one in document.sections if one.id == "assumptions")
    (table,) = (block for block in assumed.blocks if isinstance(block, Table))
    assert {row[5].text for row in table.rows} == {"[1]"}


def test_files_are_written_whole(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    paths = write_report(DOCUMENT, folder, NAMES, "en", Made("cmd", ("inputs.json",)))
    assert [path.name for path in paths] == list(FILES)
    assert sorted(path.name for path in folder.iterdir()) == sorted(FILES)
    written = msgspec.json.decode((folder / "assurance.json").read_bytes(), type=Document)
    assert written == DOCUMENT
    assert "inputs.json" in (folder / "report.html").read_text(encoding="utf-8")


def test_claims_are_listed_as_a_table_and_as_markdown() -> None:
    one = listing.Listed(DOCUMENT.claim, DOCUMENT.verdicts)
    shown = listing.table([one], NAMES, "en")
    assert [row[0].text for row in shown.rows] == [DOCUMENT.claim.id, "", ""]
    written = listing.markdown([one], NAMES, "en")
    assert "| United States, 2007 | holds | +0.34\u00a0km/s |" in written
    assert "> — US Missile Defense Agency, 2007 (AFP" in written
    assert (
        "Not computed: Independent calculation, 2007: 1 of 35 flights has no solution." in written
    )
    assert "Russia, 2007: **fails**; Independent calculation, 2007: **undecided**" in written
    assert written.count("\n## ") == 1
    assert written.endswith("\n")


def test_what_nobody_could_compute_is_said_once() -> None:
    rows = tuple(
        msgspec.structs.replace(row, unanswered=("no flight",)) for row in DOCUMENT.verdicts
    )
    assert words(changed(verdicts=rows)).unanswered() == ["no flight"]


def test_every_predicate_says_what_its_margin_measures() -> None:
    from glasshield.catalog.claims import PREDICATES

    for predicate in PREDICATES:
        claim: ClaimRow = msgspec.structs.replace(DOCUMENT.claim, predicate=predicate)
        for lang in LANGUAGES:
            assert answer.meaning(words(changed(claim=claim), lang))


def test_a_crux_of_one_side_shows_what_moves_its_margin() -> None:
    lone = Crux(between=(fake.US,), sensitivity=CRUX.sensitivity, evaluations=10)
    document = msgspec.structs.replace(ALONE, crux=lone)
    ids = [section.id for section in built("en", document).sections]
    assert "hangs" in ids
    assert "shows" not in ids


def test_rows_of_evidence_show_few_numbers_and_the_known_ones_first() -> None:
    case = msgspec.structs.replace(
        fake.case("kozelsk", 7.4, 6.3),
        numbers={f"number_{k}": float(k) for k in range(8)} | {"least_speed_km_s": 7.4},
    )
    row: VerdictRow = msgspec.structs.replace(DOCUMENT.verdicts[0], evidence=(case,))
    table = tables.evidence(words(), row)
    assert table.columns[4].title == "Least speed, km/s"
    assert len(table.columns) == 4 + 5
