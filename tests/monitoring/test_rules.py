"""The rules of the regimes: 500 km, a day before, a month before, four days long."""

from __future__ import annotations

import msgspec
import pytest

from glasshield.catalog import load
from glasshield.catalog.announced import AnnouncedTest, Window
from glasshield.catalog.quantity import Quantity, Status
from glasshield.monitoring.notice import Chosen, notice_of
from glasshield.monitoring.rules import RuleRow, rules

CATALOG = load()
REGIMES = CATALOG.regimes
TEST = CATALOG.tests["third-site-booster"]


def length(low: float, high: float) -> Quantity:
    return Quantity(value=low, low=low, high=high, unit="km", source="s", status=Status.READ)


def told(test: AnnouncedTest, regime: str, rule: str) -> RuleRow:
    (row,) = (r for r in rules(test, REGIMES) if (r.regime, r.rule) == (regime, rule))
    return row


def test_every_rule_is_a_figure_of_the_catalogue_with_its_source() -> None:
    rows = rules(TEST, REGIMES)
    assert [(row.regime, row.rule) for row in rows] == [
        ("launch-notification-1988", "at-least-before"),
        ("launch-notification-1988", "valid-after"),
        ("plns", "obligation"),
        ("plns", "at-least-before"),
        ("plns", "at-most-before"),
    ]
    assert all(row.source and row.status and row.why.en and row.why.ru for row in rows)
    assert {row.answer for row in rows} == {"met"}


@pytest.mark.parametrize(
    ("range_km", "apogee_km", "answer"),
    [
        (length(600, 700), length(100, 120), "met"),
        (length(300, 400), length(501, 700), "met"),
        (length(300, 400), length(400, 500), "not-met"),
        (length(300, 600), length(400, 450), "unknown"),
        (length(300, 400), None, "unknown"),
    ],
)
def test_notice_is_due_above_500_km_in_range_or_height(
    range_km: Quantity, apogee_km: Quantity | None, answer: str
) -> None:
    test = msgspec.structs.replace(TEST, range=range_km, apogee=apogee_km)
    row = told(test, "plns", "obligation")
    assert row.answer == answer
    assert row.numbers["limit_km"] == 500.0


def test_without_a_stated_range_the_areas_say_how_far_it_goes() -> None:
    test = msgspec.structs.replace(TEST, range=None, apogee=None)
    row = told(test, "plns", "obligation")
    assert row.answer == "met"
    assert row.numbers["range_km"] is not None
    # From Vandenberg to the middle of the area 5,660 km, less both radii of together 155 nmi.
    assert abs(row.numbers["range_km"] - (5660.6 - 155 * 1.852)) < 1.0


@pytest.mark.parametrize(
    ("issued", "answer"),
    [
        ("2030-05-31T06:00:00Z", "met"),
        ("2030-05-31T06:00:01Z", "not-met"),
        ("2030-06-02T00:00:00Z", "not-met"),
    ],
)
def test_notice_comes_a_day_before_the_first_window(issued: str, answer: str) -> None:
    test = msgspec.structs.replace(TEST, issued=issued)
    for regime in ("plns", "launch-notification-1988"):
        assert told(test, regime, "at-least-before").answer == answer


def test_notice_comes_not_more_than_thirty_days_before() -> None:
    for issued, answer in (("2030-05-02T06:00:00Z", "met"), ("2030-05-02T05:59:59Z", "not-met")):
        test = msgspec.structs.replace(TEST, issued=issued)
        row = told(test, "plns", "at-most-before")
        assert row.answer == answer
        assert row.numbers["limit_h"] == 720.0


@pytest.mark.parametrize(("day", "answer"), [(4, "met"), (5, "unknown"), (6, "not-met")])
def test_a_notice_of_a_date_is_valid_for_four_days(day: int, answer: str) -> None:
    """From the date on or from its end on: the published summaries leave the fifth day open."""
    last = Window(begin=f"2030-06-0{day}T06:00:00Z", end=f"2030-06-0{day}T10:00:00Z")
    test = msgspec.structs.replace(TEST, windows=(*TEST.windows, last))
    assert told(test, "launch-notification-1988", "valid-after").answer == answer


def test_a_notice_given_after_its_window_began_is_late_by_plain_hours() -> None:
    windows = (
        Window(begin="2030-06-01T06:00:00Z", end="2030-06-01T10:00:00Z"),
        Window(begin="2030-06-02T06:00:00Z", end="2030-06-02T10:00:00Z"),
    )
    late = msgspec.structs.replace(TEST, windows=windows, issued="2030-06-01T12:00:00Z")
    row = told(late, "launch-notification-1988", "at-least-before")
    assert row.answer == "not-met"
    assert "6.0 h after the first window began; at least 24 h before it" in row.why.en
    assert row.numbers["hours_before"] == -6.0


def test_a_notice_of_a_date_alone_may_leave_the_hours_open() -> None:
    left_out = ("launch_window", "missile_class", "azimuth", "hazard_areas", "apogee", "range")
    for issued, answer in (
        ("2030-05-30T23:00:00Z", "met"),
        ("2030-05-31T12:00:00Z", "unknown"),
        ("2030-06-01T01:00:00Z", "not-met"),
    ):
        test = msgspec.structs.replace(TEST, issued=issued)
        notice = notice_of(test, REGIMES["launch-notification-1988"], Chosen(left_out))
        row = next(r for r in rules(notice, REGIMES) if r.rule == "at-least-before")
        assert row.answer == answer


def test_whether_notice_is_due_does_not_hang_on_the_regime_of_a_notice() -> None:
    left_out = ("hazard_areas", "apogee", "range")
    notice = notice_of(TEST, REGIMES["jdec"], Chosen(left_out))
    assert [(row.regime, row.rule, row.answer) for row in rules(notice, REGIMES)] == [
        ("plns", "obligation", "met")
    ]


def test_the_window_that_ends_last_counts_for_four_days() -> None:
    long = Window(begin="2030-06-01T06:00:00Z", end="2030-06-05T20:00:00Z")
    within = Window(begin="2030-06-01T07:00:00Z", end="2030-06-01T08:00:00Z")
    test = msgspec.structs.replace(TEST, windows=(long, within))
    assert told(test, "launch-notification-1988", "valid-after").answer == "unknown"
