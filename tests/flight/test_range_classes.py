"""Classes by range and lines of treaties."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from glasshield.flight.range_classes import CLASSES, SCHEMES, Answer, Span, classify, treaty_lines


@pytest.mark.parametrize("scheme", SCHEMES)
def test_classes_of_a_scheme_leave_no_gap(scheme: str) -> None:
    classes = [each for each in CLASSES if each.scheme == scheme]
    assert classes[0].over_m == 0.0
    assert classes[-1].up_to_m == np.inf
    for shorter, longer in pairwise(classes):
        assert shorter.up_to_m == longer.over_m


@pytest.mark.parametrize(
    ("range_km", "names"),
    [
        (300.0, ("below the treaty", "SRBM", "SRBM")),
        (1000.0, ("shorter-range", "SRBM", "SRBM")),
        (1050.0, ("intermediate-range", "SRBM", "MRBM")),
        (2750.0, ("intermediate-range", "MRBM", "MRBM")),
        (2900.0, ("intermediate-range", "IRBM", "MRBM")),
        (5500.0, ("intermediate-range", "IRBM", "IRBM")),
        (5501.0, ("intercontinental", "ICBM", "ICBM")),
    ],
)
def test_val_bounds_of_the_classes(range_km: float, names: tuple[str, str, str]) -> None:
    """INF Treaty, Article II; Ballistic Missile Defense Organization; Republic of Korea."""
    found = classify(range_km * 1e3, Span(range_km * 1e3, range_km * 1e3))
    assert tuple(each.demonstrated for each in found) == names
    assert tuple(each.capability for each in found) == tuple((name,) for name in names)


def test_an_interval_touches_every_class_that_it_crosses() -> None:
    found = {each.scheme: each for each in classify(787e3, Span(1000e3, 6000e3))}
    assert found["US DoD"].capability == ("SRBM", "MRBM", "IRBM", "ICBM")
    assert found["US DoD"].demonstrated == "SRBM"


def test_no_range_at_all_is_still_in_a_class() -> None:
    assert classify(0.0, Span(0.0, 100.0))[1].demonstrated == "SRBM"


def test_val_rotation_straddles_the_line_of_5500_km() -> None:
    """A missile of 5,500 km over a still Earth flies 5,193 km due west and 5,913 km due east from
    latitude 40 degrees (computed apart from this program)."""
    lines = treaty_lines(1000e3, 5500e3, Span(5500e3, 5500e3), np.radians(40.0))
    assert lines.due_east.high_m == pytest.approx(5913e3, abs=1.5e3)
    assert lines.due_west.low_m == pytest.approx(5193e3, abs=1.5e3)
    assert lines.intercontinental is Answer.NO
    assert lines.intercontinental_any_azimuth is Answer.DEPENDS


@pytest.mark.parametrize(
    ("low_km", "high_km", "answer"),
    [
        (100, 400, Answer.NO),
        (400, 600, Answer.DEPENDS),
        (600, 5000, Answer.YES),
        (5000, 6000, Answer.DEPENDS),
        (6000, 9000, Answer.NO),
    ],
)
def test_inf_over_intervals(low_km: float, high_km: float, answer: Answer) -> None:
    lines = treaty_lines(100e3, 300e3, Span(low_km * 1e3, high_km * 1e3), None)
    assert lines.inf is answer
    assert lines.inf_as_tested is Answer.NO


@pytest.mark.parametrize(
    ("apogee_km", "range_km", "answer"),
    [(501, 60, Answer.YES), (499, 499, Answer.NO), (100, 501, Answer.YES)],
)
def test_notification_by_range_or_apogee(apogee_km: float, range_km: float, answer: Answer) -> None:
    lines = treaty_lines(apogee_km * 1e3, range_km * 1e3, Span(500e3, 600e3), 0.5)
    assert lines.plns is answer
