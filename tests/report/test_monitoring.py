"""The reports of monitoring: what they say, in both languages, on screen and on paper."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from glasshield import catalog
from glasshield.messages import LANGUAGES, Language
from glasshield.monitoring.document import (
    BlindRow,
    Evaluation,
    Plan,
    StagesRow,
    StationRow,
    Value,
)
from glasshield.report import html, pdf
from glasshield.report.assurance.names import Names
from glasshield.report.blocks import Figure, Page, Plates, Table, plain
from glasshield.report.made import Made
from glasshield.report.monitoring import (
    charts,
    evaluation_page,
    maps,
    places,
    plan_page,
    reported_page,
    tables,
    write,
)
from glasshield.report.monitoring.places import Classes
from glasshield.report.monitoring.wording import Words
from glasshield.report.theme import shape_classes
from tests.report import fake_monitoring as fake

NAMES = Names.of(catalog.load())
MADE = Made("glasshield monitor plan third-site-booster --out out/plan")
PLAN = fake.plan(spacing_km=100.0)
FOUND = fake.evaluation()
REPORTED = fake.reported()
MAX_BYTES = 1_500_000  # what a mail gateway still takes


def words(lang: Language = "en") -> Words:
    return Words(NAMES, lang)


def of_plan(lang: Language = "en", plan: Plan = PLAN) -> Page:
    return plan_page.build(plan, words(lang), MADE)


def of_evaluation(lang: Language = "en", found: Evaluation = FOUND) -> Page:
    return evaluation_page.build(found, words(lang), MADE, fake.best()[1].places)


def of_reported(lang: Language = "en") -> Page:
    return reported_page.build(REPORTED, words(lang), MADE)


PAGES: dict[str, Callable[[Language], Page]] = {
    "plan": of_plan,
    "evaluation": of_evaluation,
    "reported": of_reported,
}


def plan_with(**fields: Any) -> Plan:
    return msgspec.structs.replace(PLAN, **fields)


def found_with(**fields: Any) -> Evaluation:
    return msgspec.structs.replace(FOUND, **fields)


def from_free_flight(blind: BlindRow) -> Evaluation:
    """An evaluation of those who saw the free flight alone."""
    by_energy = {
        who: msgspec.structs.replace(getattr(FOUND, who), figure="surface-speed")
        for who in ("declared", "rival")
    }
    return found_with(blind=blind, **by_energy)


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def figures(page: Page) -> list[Figure]:
    return [
        item
        for section in page.sections
        for block in section.blocks
        for item in (block.items if isinstance(block, Plates) else (block,))
        if isinstance(item, Figure)
    ]


def body(page: Page) -> str:
    """The words of a page, without styles, scripts and drawings' paths."""
    source = html.render(page)
    source = re.sub(r"<(style|script).*?</\1>", "", source, flags=re.S)
    return re.sub(r"<[^>]*>", " ", source)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", PAGES)
def test_pages_become_html_and_print(kind: str, lang: Language) -> None:
    page = PAGES[kind](lang)
    source = html.render(page)
    assert len(source.encode()) < MAX_BYTES
    assert pdf.render(page).startswith(b"%PDF")
    assert html.render(PAGES[kind](lang)) == source


@pytest.mark.parametrize("kind", PAGES)
def test_ids_are_unique_and_every_reference_has_its_aim(kind: str) -> None:
    source = html.render(PAGES[kind]("en"))
    ids = re.findall(r' id="([^"]+)"', source)
    assert len(ids) == len(set(ids))
    aims = re.findall(r'href="#([^"]+)"', source)
    assert set(aims) <= set(ids)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", PAGES)
def test_drawings_have_words_known_classes_and_stay_in_their_frames(
    kind: str, lang: Language
) -> None:
    known = shape_classes() | {"svg-text", "text-halo"}
    for figure in figures(PAGES[kind](lang)):
        drawing = figure.drawing
        assert drawing.alt
        for classes in re.findall(r'class="([^"]*)"', drawing.body.source):
            assert set(classes.split()) <= known, (figure.id, classes)
        for x, y in re.findall(r'<text[^>]* x="([-\d.]+)" y="([-\d.]+)"', drawing.body.source):
            assert 0.0 <= float(x) <= drawing.width, figure.id
            assert 0.0 <= float(y) <= drawing.height, figure.id


@pytest.mark.parametrize("kind", PAGES)
def test_russian_pages_hold_no_english_sentences(kind: str) -> None:
    said = body(PAGES[kind]("ru"))
    for english in ("standard deviation", "burnout", "measured", "declared", "likelier"):
        assert english not in said.replace(MADE.command, ""), english


def test_a_plan_says_first_what_the_best_place_would_teach() -> None:
    said = plain(plan_page.sentence(PLAN, words()))
    assert "host-ship, 35.60°" in said
    assert "to 3.4\u00a0m/s (standard deviation)" in said
    assert "tell 6.30\u00a0km/s from 9.00\u00a0km/s" in said
    assert "at 5 % false alarm" in said


def test_a_plan_that_cannot_tell_says_so() -> None:
    weak = msgspec.structs.replace(fake.best()[0], power=0.31)
    plan = plan_with(best=(weak,), least_access=fake.least(place=None))
    assert "no more than 31\u00a0%" in plain(plan_page.sentence(plan, words()))
    settled, _, let = plan_page.answers(plan, words()).answers
    assert (settled.sign, let.sign) == ("no", "no")
    assert "no single place gives 95\u00a0%" in plain(
        " ".join(plan_page.access_sentences(plan.least_access, words()))
    )
    assert of_plan(plan=plan).sections


def test_a_plan_from_which_nothing_is_learned_is_still_a_page() -> None:
    blind = tuple(
        msgspec.structs.replace(
            row, burnout_speed_sigma_m_s=None, burn_time_sigma_s=None, stages_sigma=None,
            visible_s=0.0, sees_burnout=False, power=0.05,
        )
        for row in PLAN.stations
    )  # fmt: skip
    plan = plan_with(stations=blind, best=(), least_access=fake.least(place=None))
    assert "nothing" in plan_page.sentence(plan, words()) or "anything" in plan_page.sentence(
        plan, words()
    )
    page = of_plan(plan=plan)
    assert {section.id for section in page.sections} >= {"answer", "map", "access"}
    assert "best" not in {section.id for section in page.sections}


def test_the_least_access_is_said_limit_by_limit() -> None:
    said = " ".join(plan_page.access_sentences(PLAN.least_access, words()))
    assert "Each of these limits by itself still leaves 95\u00a0%" in said
    assert "nothing below 480\u00a0km" in said
    only = fake.least(not_before_s=None, not_after_s=None)
    assert " ".join(plan_page.access_sentences(only, words())).startswith("This limit still")
    none = fake.least(not_below_km=None, not_before_s=None, not_after_s=None, seconds=None)
    assert plan_page.access_sentences(none, words()) == [
        "No limit beyond those of the host leaves enough."
    ]
    rows = texts(tables.access(words(), only))
    assert rows[1] == ["No view before a time after launch", "none would leave enough"]


def test_each_observer_has_a_map_and_a_table_beside_it() -> None:
    (section,) = (one for one in of_plan().sections if one.id == "map")
    plates = [block for block in section.blocks if isinstance(block, Plates)]
    assert [type(item) for one in plates for item in one.items] == [Figure, Table] * 2
    table = plates[0].items[1]
    assert isinstance(table, Table)
    counted = sum(row[1].sort or 0.0 for row in table.rows)
    assert counted == sum(row.observer == "guest-ship" for row in PLAN.stations)


def test_places_that_do_not_see_the_burn_are_parted_on_the_map() -> None:
    legend = {entry.kind for entry in figures(of_plan())[0].legend}
    assert {"learned-1", "learned-nothing", "learned-edge", "hazard", "radar"} <= legend


def test_a_few_places_are_dots_with_their_deviations() -> None:
    some = PLAN.stations[5:60:9]
    page = of_plan(plan=plan_with(stations=some))
    picture = figures(page)[0].drawing.body.source
    assert picture.count('class="learned-') == len(some)
    assert "m/s" in picture


@pytest.mark.parametrize(
    ("sigmas", "bounds"),
    [
        ([3.0, 30.0], (5.0,)),
        ([3.0, 8.0, 9.0, 30.0, 300.0], (5.0, 10.0, 50.0)),
        ([0.5, 0.8, 1.2, 1.7, 2.5, 3.8], (0.7, 1.0, 1.5, 2.0)),
        ([7.0, 7.0], ()),
        ([None, 4.0, 6.0], (5.0,)),
        ([None], ()),
        ([1e-3, *(1.5 * 10.0**k for k in range(5)), 9e3], (2e-3, 2.0, 20.0, 2e3)),
    ],
)
def test_classes_have_round_bounds(sigmas: list[float | None], bounds: tuple[float, ...]) -> None:
    found = Classes.over(sigmas)
    assert found.bounds == pytest.approx(bounds)
    assert found.count <= places.CLASSES
    assert found.of(None) is None
    for sigma in sigmas:
        place = found.of(sigma)
        if place is not None and sigma is not None:
            low, high = found.ends(place)
            assert (low or 0.0) <= sigma <= (high or sigma)


def station(lat_deg: float, lon_deg: float) -> StationRow:
    return StationRow(
        observer="ship", lat_deg=lat_deg, lon_deg=lon_deg, visible_s=1.0, sees_burnout=True,
        burnout_speed_sigma_m_s=1.0, burn_time_sigma_s=1.0, stages_sigma=0.1, power=1.0,
    )  # fmt: skip


def test_cells_meet_half_way_and_do_not_reach_across_gaps() -> None:
    rows = [station(lat, lon) for lat in (10.0, 11.0) for lon in (0.0, 1.0, 5.0)]
    boxes = places.cells(rows)
    assert boxes[0].east == boxes[1].west == 0.5
    assert boxes[0].north == boxes[3].south == 10.5
    assert (boxes[1].east, boxes[2].west) == (1.5, 4.5)


def test_one_place_alone_has_a_cell_around_it() -> None:
    (box,) = places.cells([station(10.0, 20.0)])
    assert box.south < 10.0 < box.north
    assert box.west < 20.0 < box.east


def test_the_burnout_lies_on_the_path_beyond_the_date_line() -> None:
    path = fake.path("declared", 108.0, 4900.0, (131.0, 4000.0))
    lat, lon = maps.burnout(path)
    assert -180.0 <= lon <= 180.0
    assert min(path.lat_deg) <= lat <= max(path.lat_deg)


def test_an_evaluation_says_first_that_it_is_a_lower_bound() -> None:
    said = plain(evaluation_page.sentence(FOUND, words()))
    assert said.startswith(
        "In the measure of what is declared (still Earth, 45°) the vehicle can do"
    )
    assert "at least 6.294\u00a0km/s (95 %)" in said
    assert "6.0524\u00a0±\u00a00.0063\u00a0km/s" in said
    assert "at most, no flight shows" in said


def test_a_lower_bound_is_never_rounded_up() -> None:
    assert words().at_least(6.2999, 0.14) == "6.29\u00a0km/s"
    assert words().at_least(6.2999, 0.001) == "6.299\u00a0km/s"


def test_the_declared_fits_and_the_rival_is_not_refuted_by_a_slower_flight() -> None:
    fast, declared, rival = evaluation_page.answers(FOUND, words()).answers
    assert fast.short == "6.0524\u00a0km/s"
    assert (declared.short, declared.sign) == ("Yes", "yes")
    assert (rival.short, rival.topic) == ("No, this flight was slower", "depends")
    assert "does not refute it" in " ".join(rival.sentences)


def test_a_speed_above_what_was_declared_is_said_plainly() -> None:
    faster = fake.compared(fake.DECLARED, 1e-9, 6.1, consistent=False, exceeded=True)
    _, declared, _ = evaluation_page.answers(found_with(declared=faster), words()).answers
    assert (declared.short, declared.topic) == ("No, it was faster", "reaches")
    assert "The vehicle is faster than that" in plain(" ".join(declared.sentences))


def test_a_burn_that_does_not_agree_is_named() -> None:
    other = fake.compared(
        fake.DECLARED, 0.4, 0.8, consistent=False, burn_time_consistent=False,
        stages_consistent=False,
    )  # fmt: skip
    _, declared, _ = evaluation_page.answers(found_with(declared=other), words()).answers
    assert declared.short == "The speed does, the burn does not"
    assert {"The burn time does not agree.", "The number of stages does not agree."} <= set(
        declared.sentences
    )


def test_observers_who_missed_the_burn_are_told_how_much_less_they_learned() -> None:
    blind = BlindRow(sees_burnout=False, if_seen_sigma_m_s=3.4, times_less=41.2)
    speed = Value(value=6.05, low=5.776, high=6.324, sigma=0.14)
    found = msgspec.structs.replace(from_free_flight(blind), burnout_speed_km_s=speed)
    said = " ".join(evaluation_page.blind(found, words()))
    assert "Nobody saw the end of the burn" in said
    assert "not of the radars" in said
    assert "41 times less" in said
    assert "140\u00a0m/s, against 3.4\u00a0m/s" in said
    assert evaluation_page.blind(FOUND, words()) == []


@pytest.mark.parametrize(
    ("decades", "expected"),
    [
        (812.0, "more than 10¹² times likelier if the vehicle flew as declared"),
        (2.0, "100 times likelier if the vehicle flew as declared"),
        (-3.5, "3200 times likelier if the rival vehicle flew with its full burn"),
        (-40.0, "more than 10¹² times likelier if the rival vehicle flew"),
        (0.4, "clearly for neither"),
    ],
)
def test_odds_are_said_in_words(decades: float, expected: str) -> None:
    said = evaluation_page.ratio(found_with(log10_likelihood_ratio=decades), words())
    assert expected in said


def test_odds_between_two_stories_that_both_fail_are_qualified() -> None:
    assert "Neither of the two stories" not in evaluation_page.ratio(FOUND, words())
    short = fake.compared(fake.DECLARED, 0.4, 0.8, consistent=False, burn_time_consistent=False)
    assert "Neither of the two stories" in evaluation_page.ratio(
        found_with(declared=short), words()
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_view_that_ends_under_power_decides_nothing(lang: Language) -> None:
    unseen = BlindRow(sees_burnout=False, if_seen_sigma_m_s=None, times_less=None)
    found = found_with(blind=unseen)
    said = evaluation_page.answers(found, words(lang)).answers
    cannot = {"en": "Cannot be told", "ru": "Судить нельзя"}
    assert [answer.short for answer in said[1:]] == 2 * [cannot[lang]]
    last_seen = {"en": "when it was last seen", "ru": "в последний момент наблюдения"}
    assert last_seen[lang] in evaluation_page.sentence(found, words(lang))


def test_what_hides_the_burn_is_not_always_the_horizon() -> None:
    far = BlindRow(sees_burnout=False, if_seen_sigma_m_s=291.0, times_less=1.0)
    said = " ".join(evaluation_page.blind(from_free_flight(far), words()))
    assert "The horizon is not the reason" in said
    assert "times less" not in said


def test_intervals_are_rounded_outward() -> None:
    reported = Value(value=6.325, low=6.3005, high=6.3491, sigma=0.012)
    assert words().ends(reported, "km/s", most=3) == "6.300–6.350\u00a0km/s"
    assert words().at_least(reported.low, reported.sigma) == "6.300\u00a0km/s"
    exact = Value(value=0.3, low=0.1 + 0.2, high=0.3, sigma=0.01)
    assert words().ends(exact, "km/s") == "0.300\u00a0km/s"


def test_simulated_data_are_marked_and_measured_ones_are_not() -> None:
    assert "Exercise" in of_evaluation().mark
    real = of_evaluation(found=found_with(simulated=False))
    assert "Exercise" not in real.mark
    assert "simulated" not in real.mark_full


def test_shares_are_shown_in_per_cent() -> None:
    air = [row for row in texts(tables.biases(words(), FOUND)) if "refractivity" in row[1]]
    assert air[0][2] == "0.30\u00a0%"


def test_claims_stand_before_and_after() -> None:
    rows = tables.claims(words(), FOUND.claims_updated).rows
    assert [(row[2].text, row[3].text) for row in rows] == [
        ("holds", "holds"), ("fails", "undecided"), ("undecided", "fails"),
    ]  # fmt: skip
    assert rows[2][4].text == "any faster one as well"
    assert "claims" not in {one.id for one in of_evaluation(found=found_with(claims_updated=()))
                            .sections}  # fmt: skip


def test_an_open_number_of_burns_is_left_open() -> None:
    stages = StagesRow(value=1, odds={"1": 0.46, "2": 0.54})
    fast = evaluation_page.answers(found_with(stages=stages), words()).answers[0]
    assert "leave open (1: 46\u00a0%, 2: 54\u00a0%)" in " ".join(fast.sentences)


def test_what_was_stated_but_not_seen_cannot_be_told() -> None:
    unseen = fake.compared(fake.DECLARED, 0.8, 0.2, burn_time_consistent=None)
    rows = texts(tables.compared(words(), found_with(declared=unseen)))
    assert (rows[0][6], rows[1][6]) == ("cannot be told", "not stated")


def test_who_missed_the_burn_compares_speeds_at_the_ground() -> None:
    unseen = fake.compared(fake.RIVAL, 1e-9, -6.0, figure="surface-speed")
    _, declared, rival = evaluation_page.answers(found_with(rival=unseen), words()).answers
    assert "speeds at the ground are compared" in " ".join(rival.sentences)
    assert "at the ground" not in " ".join(declared.sentences)


def test_an_interval_that_leans_is_given_by_its_ends() -> None:
    leaning = Value(value=142.0, low=76.0, high=265.0, sigma=48.0)
    assert words().spread(leaning, "s") == "142 (76–265\u00a0s)"


def test_p_values_are_never_zero() -> None:
    assert words().p_value(0.0) == "<\u00a00.001"
    assert words().p_value(0.46) == "0.46"
    assert words("ru").p_value(0.0321) == "0,032"


def test_a_comparison_has_both_sides_and_what_would_explain_it() -> None:
    found = fake.comparison()
    table = tables.differences(words(), found)
    assert [column.title for column in table.columns][1:3] == ["Russia", "United States"]
    assert [row[-1].sign for row in table.rows] == ["no", "yes"]
    assert texts(tables.explanations(words(), found))[0][3] == "0.148°"


def test_figures_of_burns_have_names() -> None:
    assert tables.figure_name(words(), "ends_in_window_s[1]").startswith("End of burn 2")
    assert tables.figure_name(words(), "burn_time_s") == "Burn time"


def test_reported_flights_are_lower_bounds() -> None:
    page = of_reported()
    assert "lower bound" in body(page)
    assert [section.id for section in page.sections][:2] == ["answer", "flights"]
    assert "refutes none of it" in reported_page.sentences(REPORTED, words())[0]
    assert charts.reported(words(), REPORTED[1:]) is None


def test_ends_of_burns_that_follow_each_other_closely_do_not_overlap() -> None:
    close = tuple(fake.value(at, 0.5) for at in (60.0, 64.0, 68.0))
    drawn = charts.profile(words(), found_with(stage_ends_s=close)).body.source
    heights = re.findall(r'y="([\d.]+)"[^>]*>\d: 6', drawn)
    assert len(set(heights)) > 1


@pytest.mark.parametrize("kind", ["plan", "evaluation", "reported"])
def test_files_are_written_whole(kind: str, tmp_path: Path) -> None:
    writer = getattr(write, f"write_{kind}")
    document = {"plan": PLAN, "evaluation": FOUND, "reported": REPORTED}[kind]
    paths = writer(document, tmp_path / "out", words(), MADE)
    globe = ["view.json"] if kind == "plan" else []
    names = [path.name for path in paths]
    assert names == ["report.html", "report.pdf", f"{kind}.json", *globe]
    found = json.loads(paths[2].read_text(encoding="utf-8"))
    if kind == "reported":
        assert [row["id"] for row in found["flights"]] == ["obv", "silent"]
    else:
        assert msgspec.json.decode(paths[2].read_bytes(), type=type(document)) == document
