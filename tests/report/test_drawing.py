from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from glasshield.report import share_bar, speed_chart, timeline_chart
from glasshield.report.document import Fraction
from glasshield.report.drawing import Drawing, label, path_data, swatch
from glasshield.report.labels import Labels
from glasshield.report.markup import Markup, join, number, tag
from glasshield.report.signs import SIGNS, shape
from glasshield.report.theme import LIGHT


class TestMarkup:
    def test_text_and_attributes_are_escaped(self) -> None:
        made = tag("a", {"title": 'say "<&>"', "x": None}, "1 < 2 & 3")
        assert made.source == '<a title="say &quot;&lt;&amp;&gt;&quot;">1 &lt; 2 &amp; 3</a>'

    def test_markup_is_not_escaped_twice(self) -> None:
        assert tag("p", None, tag("b", None, "&")).source == "<p><b>&amp;</b></p>"

    def test_children_may_be_lists(self) -> None:
        assert join([["a", Markup("<br>")], "b"]).source == "a<br>b"

    @pytest.mark.parametrize(
        ("value", "expected"), [(1.0, "1"), (1.50, "1.5"), (-0.001, "0"), (1.005e3, "1005")]
    )
    def test_numbers_are_short(self, value: float, expected: str) -> None:
        assert number(value) == expected


class TestPaths:
    def test_steps_are_relative_and_do_not_drift(self) -> None:
        points = [(0.04 * k, 0.0) for k in range(100)]
        data = path_data([points])
        steps = [float(step) for step in data.split("l")[1].split()[::2]]
        assert sum(steps) == pytest.approx(3.96, abs=0.05)

    def test_closed_rings_end_in_z(self) -> None:
        assert path_data([[(0, 0), (1, 0), (1, 1)]], closed="closed") == "M0 0l1 0 0 1z"

    def test_a_minus_sign_parts_two_numbers(self) -> None:
        assert path_data([[(2, 2), (1, 1), (1.5, 0.5), (1, 2)]]) == "M2 2l-1-1 .5-.5-.5 1.5"

    def test_points_that_fall_together_are_one(self) -> None:
        assert path_data([[(0, 0), (0.01, 0), (1, 0)]]) == "M0 0l1 0"

    def test_nothing_gives_nothing(self) -> None:
        assert path_data([]) == path_data([[]]) == ""


class TestLabels:
    def test_they_keep_off_each_other(self) -> None:
        labels = Labels(400.0, 300.0)
        for k in range(6):
            labels.add((200.0 + 4 * k, 150.0), f"Place {k}")
        boxes = placed(labels)
        for i, one in enumerate(boxes):
            for other in boxes[i + 1 :]:
                assert one != other

    def test_a_name_stands_once(self) -> None:
        labels = Labels(400.0, 300.0)
        labels.add((100.0, 100.0), "Redzikowo")
        labels.add((100.0, 100.0), "Redzikowo")
        assert len(placed(labels)) == 1

    def test_things_at_one_spot_have_one_label(self) -> None:
        labels = Labels(400.0, 300.0)
        labels.add((100.0, 100.0), "SPY-1D at Deveselu")
        labels.add((101.0, 100.0), "Deveselu")
        assert len(placed(labels)) == 1

    def test_what_has_no_room_is_left_out(self) -> None:
        labels = Labels(60.0, 40.0)
        labels.add((30.0, 20.0), "A name that is longer than the map is wide")
        assert placed(labels) == []


class TestCharts:
    def test_every_drawing_is_well_formed_alone(self) -> None:
        drawing = speed_chart.speed_chart(
            "ru",
            [
                speed_chart.SpeedRow(
                    "A",
                    (
                        speed_chart.SpeedDot("A – B", 6.5, "depends"),
                        speed_chart.SpeedDot("A – C", None, "no"),
                        speed_chart.SpeedDot("A – D", 5.0, "yes"),
                    ),
                ),
            ],
            [speed_chart.SpeedMark("заявлено", 6.3, 6.1, 6.5, declared=True)],
            scale_km_s=(5.0, 9.0),
            width=speed_chart.WIDE,
            alt="Слова",
        )
        root = ET.fromstring(drawing.standalone(LIGHT, {}))
        texts = "".join(root.itertext())
        assert "6,3\u00a0км/с · заявлено" in texts
        assert "1 ни при какой скорости" in texts
        assert "A – B: 6,50\u00a0км/с" in texts

    def test_a_bar_never_leaves_its_track(self) -> None:
        share = Fraction(value=1.0, low=-0.2, high=1.4)
        drawing = share_bar.share_bar(share, alt="all")
        root = ET.fromstring(drawing.standalone(LIGHT, {}))
        for element in root.iter("{http://www.w3.org/2000/svg}rect"):
            left, width = float(element.get("x", "0")), float(element.get("width", "0"))
            assert left >= 0.0
            assert left + width <= drawing.width

    def test_notes_of_the_timeline_stand_in_rows(self) -> None:
        moments = [timeline_chart.Moment(f"a long note {k}", 100.0 + k) for k in range(7)]
        track = timeline_chart.Track([0.0, 500.0, 1000.0], [0.0, 700.0, 0.0])
        tall = timeline_chart.timeline_chart("en", track, moments, [], alt="x")
        low = timeline_chart.timeline_chart("en", track, moments[:1], [], alt="x")
        assert tall.height > low.height

    def test_heights_between_samples(self) -> None:
        track = timeline_chart.Track([0.0, 10.0, 20.0], [0.0, 100.0, 50.0])
        assert track.height_km(5.0) == 50.0
        assert track.height_km(20.0) == 50.0
        assert track.height_km(99.0) == 50.0


def test_an_inline_drawing_is_named_by_its_words() -> None:
    drawing = Drawing(10.0, 10.0, label(1, 1, "a"), "what it shows")
    source = drawing.inline("map").source
    assert 'aria-labelledby="map-alt"' in source
    assert '<title id="map-alt">what it shows</title>' in source


def test_only_definitions_that_are_used_go_into_a_file() -> None:
    drawing = Drawing(10.0, 10.0, tag("use", {"href": "#one"}), "x")
    alone = drawing.standalone(
        LIGHT, {"one": tag("g", {"id": "one"}), "two": tag("g", {"id": "two"})}
    )
    assert 'id="one"' in alone
    assert 'id="two"' not in alone


@pytest.mark.parametrize("name", sorted(SIGNS))
def test_signs_are_well_formed(name: str) -> None:
    ET.fromstring(f"<svg>{shape(name, 'black')}</svg>")


@pytest.mark.parametrize("kind", ["line", "area", "dot", "site", "radar", "launch", "target"])
def test_swatches_are_well_formed(kind: str) -> None:
    ET.fromstring(f"<svg>{swatch(kind, 'dot-depends').source}</svg>")


def placed(labels: Labels) -> list[tuple[str, str, str]]:
    root = ET.fromstring(f"<svg>{labels.drawn().source}</svg>")
    return [
        (t.get("x", ""), t.get("y", ""), t.get("text-anchor", ""))
        for t in root.iter("text")
        if t.get("aria-hidden") is None
    ]
