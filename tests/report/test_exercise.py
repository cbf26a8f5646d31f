"""The review of an exercise as page, print, text and data."""

from __future__ import annotations

import io
import re
from pathlib import Path

import msgspec
import pikepdf
import pytest

from glasshield.assurance.document import Text
from glasshield.messages import LANGUAGES, Language, text
from glasshield.report import html, pdf
from glasshield.report.exercise import findings, timeline_figure
from glasshield.report.exercise.document import EstimateRow, Review, decode
from glasshield.report.exercise.page import build
from glasshield.report.exercise.tables import side_by_side
from glasshield.report.exercise.wording import Words, is_sure
from glasshield.report.exercise.write import write_all
from glasshield.report.made import Made
from glasshield.report.theme import shape_classes
from tests.report import fake_exercise

MADE = Made("glasshield exercise review DIR --seeds 1000 --out DIR")
# Words of no language: formats and the names of units and commands.
LATIN = re.compile(r"[A-Za-z]{4,}")


@pytest.fixture(scope="module")
def review() -> Review:
    return fake_exercise.review()


@pytest.fixture(scope="module", params=LANGUAGES)
def lang(request: pytest.FixtureRequest) -> Language:
    found: Language = request.param
    return found


@pytest.fixture(scope="module")
def page(review: Review, lang: Language) -> str:
    return html.render(build(review, lang, MADE))


def test_the_mark_stands_everywhere(page: str, review: Review, lang: Language) -> None:
    mark = text(lang, "review.mark")
    assert page.count(mark) >= 2  # on the sheet and in the title
    assert text(lang, "review.mark_full") in page
    printed = pikepdf.open(io.BytesIO(pdf.render(build(review, lang, MADE))))
    assert len(printed.pages) >= 2
    assert msgspec.json.decode(msgspec.json.encode(review))["mark"] == "exercise"


def test_the_page_asks_nobody_for_anything(page: str) -> None:
    assert "default-src 'none'" in page
    assert not re.search(r"(src|href)=\"(https?:|//)", page)
    assert "<b>" not in page.partition("<h1>")[2].partition("</h1>")[0]  # names are escaped


def test_every_section_says_something(page: str) -> None:
    for section in ("answer", "timeline", "known", "procedure", "outcome", "others", "many",
                    "statement", "glossary", "limits", "reproduce"):  # fmt: skip
        assert f'id="{section}"' in page


def test_shapes_are_known_to_the_theme(page: str) -> None:
    drawings = re.findall(r"<svg[^>]*class=\"drawing\".*?</svg>", page, re.DOTALL)
    classes = {
        one
        for drawing in drawings
        for found in re.findall(r'class="([\w -]+)"', drawing)
        for one in found.split()
    }
    assert classes - {"drawing", "svg-text"} <= shape_classes()
    assert len(drawings) == 2


def test_the_same_review_gives_the_same_bytes(review: Review) -> None:
    first, second = (build(review, "en", MADE) for _ in range(2))
    assert html.render(first) == html.render(second)
    assert pdf.render(first) == pdf.render(second)


def test_sentences_hold_their_numbers(review: Review) -> None:
    said = " ".join(findings.summary(Words(review, "en"))).replace("\N{NO-BREAK SPACE}", " ")
    assert "if Birch had kept its data, **2** of 2 threats would have come down" in said
    assert "2 of 2 answered, in 11 s (median), 16 s at most; allowed 36 s" in said
    assert "Over 1,000 seeds" in said.replace("1000", "1,000")
    assert "one change (Birch withholds)" in said
    assert "nothing fails)" not in said  # an interval around zero is no finding
    assert "one change (nobody shares)" in said
    assert "leakers are 1 if Birch shares and **2** if not; if nothing fails, 1 and **1**" in said
    assert "if nothing fails, 0, the same in all 100 runs." in said
    assert "**1 wasted**: 1 at what was hit before a look could tell" in said


@pytest.mark.parametrize(("runs", "sure"), [(5, False), (6, True), (100, True)])
def test_runs_that_are_all_alike_say_so(runs: int, sure: bool) -> None:
    row = EstimateRow(measure="leakers", value=2.0, low=None, high=None, method="same", runs=runs)
    words = Words(fake_exercise.review(), "en")
    assert words.difference(row) == f"+2, the same in all {runs} runs"
    assert is_sure(row) is sure
    assert not is_sure(msgspec.structs.replace(row, value=0.0))


def test_one_threat_is_said_as_one(review: Review) -> None:
    figures = msgspec.structs.replace(review.figures, threats=1, leakers=1)
    others = tuple(msgspec.structs.replace(one, figures=figures) for one in review.others)
    one = msgspec.structs.replace(review, figures=figures, others=others)
    said = " ".join(findings.summary(Words(one, "en")))
    assert "**1** of 1 threat would have come down" in said
    assert "1 threats" not in said


def test_a_page_says_what_a_party_does_that_keeps_its_data(page: str, lang: Language) -> None:
    assert text(lang, "review.others.alone") in page


def test_shots_of_two_plans_at_one_object_are_shown(review: Review) -> None:
    words = Words(review, "en")
    assert "two plans" not in " ".join(column.title for column in side_by_side(words).columns)
    figures = msgspec.structs.replace(
        review.figures, wasted=3, already_hit=3, before_look=1, uncoordinated=2
    )
    base = msgspec.structs.replace(review.others[0], figures=figures)
    apart = msgspec.structs.replace(review, figures=figures, others=(base, *review.others[1:]))
    words = Words(apart, "en")
    assert "two plans" in " ".join(column.title for column in side_by_side(words).columns)
    assert "2 at what another plan had hit" in " ".join(findings.outcome(words))


def test_no_marks_lie_on_each_other_with_one_meaning() -> None:
    """What happens at one second to one flight in one lane can be told apart by its shape."""
    for kinds in timeline_figure.LANES.values():
        drawn = [timeline_figure.MARKS[kind] for kind in kinds]
        assert len(set(drawn)) == len(drawn)
    everything = {kind for kinds in timeline_figure.LANES.values() for kind in kinds}
    assert everything == set(timeline_figure.MARKS)


def test_a_review_without_runs_beside_it_or_seeds(lang: Language) -> None:
    bare = msgspec.structs.replace(fake_exercise.review(seeds=0), others=(), waits=(), moments=())
    shown = html.render(build(bare, lang, MADE))
    for section in ("timeline", "others", "many", "procedure"):
        assert f'<section id="{section}"' not in shown


def test_a_run_that_was_not_ended_says_so(review: Review) -> None:
    run = msgspec.structs.replace(review.run, ended=False, until_s=120)
    shown = html.render(build(msgspec.structs.replace(review, run=run), "en", MADE))
    assert "reviewed up to second 120" in shown


def test_regress_a_run_that_was_not_ended_has_the_tables_of_one_that_was(
    review: Review, lang: Language
) -> None:
    run = msgspec.structs.replace(review.run, ended=False, until_s=120)
    so_far = msgspec.structs.replace(review.figures, threats=0, hits=0, leakers=0, unannounced=80)
    waits = (msgspec.structs.replace(review.waits[0], answered="open", after_s=None),)
    cut = msgspec.structs.replace(review, run=run, figures=so_far, waits=waits)
    whole, words = side_by_side(Words(review, lang)), Words(cut, lang)
    table = side_by_side(words)
    assert [one.title for one in table.columns] == [one.title for one in whole.columns]
    assert table.rows[0][0].text == text(lang, "review.change.none-to-its-end")
    assert table.rows[0][1:] == whole.rows[0][1:]
    assert words.at_stake == "leakers"
    assert text(lang, "review.others.not_ended", second="120") in list(findings.others(words))
    said = " ".join(findings.summary(words))
    assert text(lang, "review.outcome.unannounced", n=80) not in said
    assert text(lang, "review.took.open", n=1) in said
    assert findings.answers(words)[2].short == text(lang, "review.came.not_ended", second="120")


def test_where_there_are_no_threats_nobody_knew_of_none(review: Review, lang: Language) -> None:
    figures = msgspec.structs.replace(review.figures, threats=0)
    base = msgspec.structs.replace(review.others[0], figures=figures)
    none = msgspec.structs.replace(review, figures=figures, others=(base, *review.others[1:]))
    assert findings.answers(Words(none, lang))[0].sentences == ()
    assert findings.answers(Words(review, lang))[0].sentences


def test_warnings_stand_first(review: Review) -> None:
    warned = msgspec.structs.replace(review, warnings=(Text(en="look out.", ru="осторожно."),))
    shown = html.render(build(warned, "ru", MADE))
    assert "осторожно." in shown.partition('id="timeline"')[0]


def test_russian_pages_are_russian(review: Review) -> None:
    said = " ".join(findings.summary(Words(review, "ru")))
    assert set(LATIN.findall(said)) == set()


def test_files_are_written_and_read_back(review: Review, tmp_path: Path) -> None:
    paths = write_all(review, tmp_path / "out", "en", MADE)
    assert [path.name for path in paths] == ["report.html", "report.pdf", "review.json"]
    assert decode(paths[2].read_bytes()) == review


@pytest.mark.parametrize("change", [{"mark": "real"}, {"mark": None}, {"schema": "another/1"}])
def test_no_other_mark_can_be_read(review: Review, change: dict[str, str | None]) -> None:
    data = msgspec.json.decode(msgspec.json.encode(review)) | change
    with pytest.raises(msgspec.ValidationError):
        decode(msgspec.json.encode(data))
    data.pop("mark")
    with pytest.raises(msgspec.ValidationError):
        decode(msgspec.json.encode(data))
