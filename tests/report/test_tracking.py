"""The report of a tracking run: what it says, in both languages, on screen and on paper."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path

import msgspec
import numpy as np
import pytest

from glasshield.errors import InputError
from glasshield.messages import LANGUAGES, Language
from glasshield.report import html, pdf
from glasshield.report.blocks import Answers, Page, plain
from glasshield.report.tracking import charts, maps, page, panels, tables
from glasshield.report.tracking.document import MEASURED, Document, Nis, read
from glasshield.report.tracking.write import FILES, write_report
from tests.report import fake_tracking

DOCUMENT = fake_tracking.document()
EMPTY = msgspec.structs.replace(
    DOCUMENT,
    start=None,
    end=None,
    tracks=(),
    sensors=(),
    files=(),
    problems=(),
    n_detections=0,
    metrics=msgspec.structs.replace(
        DOCUMENT.metrics,
        nis=Nis(count=0, mean_per_degree=None, low=None, high=None),
        nees=None,
        all=None,
        in_view=None,
        over_time=None,
    ),
)


def built(lang: Language, document: Document = DOCUMENT) -> Page:
    return page.build(document, lang, ("tracks.json",))


def said(document: Document, lang: Language = "en") -> str:
    block = built(lang, document).sections[0].blocks[0]
    assert isinstance(block, Answers)
    return plain(
        " ".join(part for a in block.answers for part in (a.question, a.short, *a.sentences))
    )


def test_the_document_survives_its_json_form() -> None:
    plainly = json.loads(msgspec.json.encode(DOCUMENT))
    assert read(plainly) == DOCUMENT


def test_the_summary_leaves_out_what_only_pictures_need() -> None:
    summary = DOCUMENT.summary()
    assert "path" not in summary["tracks"][0]
    assert "series" not in summary["sensors"][0]
    assert "over_time" not in summary["metrics"]
    assert summary["tracks"][0]["class"] == "MRBM"


def test_a_document_of_another_form_is_refused() -> None:
    with pytest.raises(InputError, match=r"tracks\.json"):
        read({"tracks": 5})


def test_the_answers_come_first_and_say_the_numbers() -> None:
    words = said(DOCUMENT)
    assert "2 tracks" in words
    assert "2 radars reported 1800 detections; 1200 of them" in words
    assert "1 launch point" in words
    assert "25\u00a0km long" in words
    assert "1.020 for each degree of freedom" in words
    assert "Largest bias: north, azimuth 0.0904°" in words


@pytest.mark.parametrize(
    ("mean", "expected"),
    [(1.02, "good"), (1.5, "large"), (0.5, "small"), (1.2, "good"), (None, "unknown")],
)
def test_errors_are_judged_by_their_size_not_by_their_number(
    mean: float | None, expected: str
) -> None:
    assert page.verdict(Nis(count=9, mean_per_degree=mean, low=0.99, high=1.01)) == expected


def test_a_bias_below_three_deviations_is_not_named() -> None:
    good = tuple(s for s in DOCUMENT.sensors if s.id == "south")
    calm = tuple(msgspec.structs.replace(s, azimuth_bias_deg=0.001) for s in good)
    assert page.largest_bias(msgspec.structs.replace(DOCUMENT, sensors=calm)) is None


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("document", [DOCUMENT, EMPTY], ids=["full", "empty"])
def test_pages_render_in_both_languages(lang: Language, document: Document) -> None:
    source = html.render(built(lang, document))
    assert f'lang="{lang}"' in source
    assert "<script" in source
    assert "http:" not in re.sub(r'xmlns="[^"]*"', "", source)
    assert "https:" not in source
    assert "nan" not in re.findall(r' d="[^"]*nan', source)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_mark_is_on_every_page_and_sheet(lang: Language) -> None:
    mark = built(lang).mark
    assert (
        mark == {"en": "Exercise · simulated data", "ru": "Учение · смоделированные данные"}[lang]
    )
    assert html.render(built(lang)).count(mark) >= 3  # head, banner, map


def test_measured_data_are_not_called_simulated() -> None:
    measured = msgspec.structs.replace(DOCUMENT, simulated=False, mark=MEASURED)
    assert "imulated" not in html.render(built("en", measured))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_printed_report_is_tagged(lang: Language) -> None:
    made = pdf.render(built(lang))
    assert made.startswith(b"%PDF")
    assert b"pdfuaid" in made or b"StructTreeRoot" in made


def test_files_are_written_whole(tmp_path: Path) -> None:
    paths = write_report(DOCUMENT, tmp_path / "out", "en", ("tracks.oem",))
    assert [path.name for path in paths] == list(FILES)
    assert read(json.loads((tmp_path / "out" / "tracks.json").read_text())) == DOCUMENT
    assert "tracks.oem" in (tmp_path / "out" / "report.html").read_text()
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(FILES)


def test_an_ellipse_is_drawn_true_to_its_size_and_direction() -> None:
    found = fake_tracking.ellipse(60.0, 20.0)
    lat, lon = np.radians(np.array(maps.outline(found))).T
    middle = np.radians([60.0, 20.0])
    north = (lat - middle[0]) * 6371.0
    east = (lon - middle[1]) * 6371.0 * math.cos(middle[0])
    way = np.hypot(north, east)
    assert way.max() == pytest.approx(found.semi_major_km, rel=1e-3)
    assert way.min() == pytest.approx(found.semi_minor_km, rel=1e-3)
    far = int(np.argmax(way[:-1]))
    azimuth = math.degrees(math.atan2(east[far], north[far])) % 180.0
    assert azimuth == pytest.approx(found.angle_deg, abs=0.5)


def test_an_ellipse_over_the_date_line_stays_on_the_globe() -> None:
    lon = np.array(maps.outline(fake_tracking.ellipse(0.0, 179.99)))[:, 1]
    assert lon.min() >= -180.0
    assert lon.max() <= 180.0
    assert (lon < 0.0).any()


def test_the_scene_gets_every_ellipse() -> None:
    names = [one.name for one in maps.outlines(DOCUMENT, "en")]
    assert names == ["1: launch, 95 %", "1: impact, 95 %", "2: impact, 95 %"]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0.0, 100.0, [0.0, 25.0, 50.0, 75.0, 100.0]),
        (-0.05, 0.05, [-0.05, -0.025, 0.0, 0.025, 0.05]),
        (3.0, 3.0, [3.0]),
    ],
)
def test_ticks_are_round(low: float, high: float, expected: list[float]) -> None:
    assert panels.ticks(low, high) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("values", "expected"),
    [([0.0, 25.0], 0), ([0.0, 0.5], 1), ([0.0, 0.25], 2), ([0.02, 0.04], 2), ([7.0], 0)],
)
def test_ticks_are_written_apart(values: list[float], expected: int) -> None:
    assert panels.decimals(values) == expected


@pytest.mark.parametrize(
    ("sigma", "expected"), [(120.0, 0), (12.0, 0), (5.1, 1), (0.0024, 4), (0.0, 6)]
)
def test_deviations_keep_two_digits(sigma: float, expected: int) -> None:
    assert tables.decimals(sigma) == expected


@pytest.mark.parametrize("lang", LANGUAGES)
def test_charts_stay_within_their_frames(lang: Language) -> None:
    drawn = [charts.heights(lang, DOCUMENT.tracks), charts.innovations(lang, DOCUMENT)]
    drawn += [charts.residuals(lang, sensor) for sensor in DOCUMENT.sensors]
    assert DOCUMENT.metrics.over_time is not None
    drawn.append(charts.picture(lang, DOCUMENT.metrics.over_time))
    for drawing in drawn:
        assert drawing.alt
        for x, y in re.findall(r'<text[^>]* x="([-\d.]+)" y="([-\d.]+)"', drawing.body.source):
            assert 0.0 <= float(x) <= drawing.width
            assert 0.0 <= float(y) <= drawing.height


def test_many_tracks_are_folded_and_not_named_on_the_map() -> None:
    many = msgspec.structs.replace(
        DOCUMENT, tracks=tuple(fake_tracking.track(n, launch=False) for n in range(1, 60))
    )
    assert tables.tracks("en", many).shown == "folded"
    assert tables.tracks("en", DOCUMENT).shown == "open"
