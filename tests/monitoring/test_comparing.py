"""Two evaluations side by side: when they agree, and which error of a radar would explain it."""

from __future__ import annotations

import math
from typing import Any

import msgspec
import numpy as np
import pytest

from glasshield.errors import InputError
from glasshield.monitoring.comparing import MOST_DEVIATIONS, Sides, compare
from glasshield.monitoring.document import Difference, Value
from tests.monitoring.made_up import GUEST, HOST, announced_row, bias, evaluation, value

SIDES = Sides("russia", "united-states")
SIGMA = 0.003
# Of pairs that differ by chance alone; binomial deviation of 2,000 draws is half a percent.
RATE_TOL = 0.015


def _speed(first: Value, second: Value) -> Difference:
    found = compare(evaluation(first), evaluation(second, station=HOST), SIDES)
    assert found.figures[0].figure == "burnout_speed_km_s"
    return found.figures[0]


def test_the_same_measurement_twice_agrees() -> None:
    found = compare(evaluation(), evaluation(station=HOST), SIDES)
    assert found.agree
    assert found.explanations == ()
    assert found.sides == SIDES
    assert [row.figure for row in found.figures] == [
        "burnout_speed_km_s",
        "surface_speed_km_s",
        "end_in_window_s",
        "ends_in_window_s[0]",
    ]
    assert all(row.difference.value == 0.0 for row in found.figures)


def test_the_difference_has_both_uncertainties() -> None:
    row = _speed(value(6.06, 0.003), value(6.05, 0.004))
    assert row.difference.value == pytest.approx(0.01)
    assert row.difference.sigma == pytest.approx(0.005)
    half = 1.959963985 * 0.005
    assert row.difference.low == pytest.approx(0.01 - half)
    assert row.difference.high == pytest.approx(0.01 + half)


@pytest.mark.parametrize(("apart", "agree"), [(1.95, True), (1.97, False), (-1.97, False)])
def test_figures_agree_up_to_the_joint_interval(apart: float, agree: bool) -> None:
    joint = math.hypot(SIGMA, SIGMA)
    row = _speed(value(6.05 + apart * joint, SIGMA), value(6.05, SIGMA))
    assert row.agree is agree


def test_ends_that_lie_unevenly_count_on_the_side_where_they_lie() -> None:
    loose_above = Value(value=6.05, low=6.049, high=6.15, sigma=0.03)
    assert _speed(loose_above, value(6.10, 0.001)).agree
    assert not _speed(loose_above, value(6.00, 0.001)).agree


def test_prop_one_pair_in_twenty_differs_by_chance() -> None:
    random = np.random.default_rng(11)
    drawn = 6.05 + SIGMA * random.standard_normal((2000, 2))
    apart = [not _speed(value(a, SIGMA), value(b, SIGMA)).agree for a, b in drawn]
    assert np.mean(apart) == pytest.approx(0.05, abs=RATE_TOL)


def test_prop_sides_as_a_whole_are_said_to_disagree_in_one_honest_pair_in_twenty() -> None:
    random = np.random.default_rng(12)
    apart = []
    for _ in range(2000):
        drawn = SIGMA * random.standard_normal((2, 4))
        pair = []
        for row in drawn:
            others: dict[str, Any] = {
                "surface_speed_km_s": value(8.0 + row[1], SIGMA),
                "ends_in_window_s": (value(60.0 + row[2], SIGMA), value(130.0 + row[3], SIGMA)),
            }
            pair.append(evaluation(value(6.05 + row[0], SIGMA), **others))
        found = compare(pair[0], pair[1], SIDES)
        assert len(found.figures) == 4
        apart.append(not found.agree)
    assert np.mean(apart) == pytest.approx(0.05, abs=RATE_TOL)


def test_one_figure_may_differ_by_chance_and_is_shown() -> None:
    found = compare(
        evaluation(
            value(6.05 + 2.2 * math.hypot(SIGMA, SIGMA), SIGMA), biases=(bias("air", 90.0),)
        ),
        evaluation(value(6.05, SIGMA), station=HOST),
        SIDES,
    )
    assert found.agree
    assert [row.figure for row in found.figures if not row.agree] == ["burnout_speed_km_s"]
    assert len(found.explanations) == 1


def test_intervals_that_do_not_touch_disagree() -> None:
    wide = value(6.05, 0.05)
    assert not _speed(wide, value(wide.high + 0.004, 0.001)).agree


def test_the_bias_with_the_fewest_stated_deviations_comes_first() -> None:
    """An error of which the station knows one more unit moves its own speed by its shift."""
    ours = (bias("elevation", 200.0), bias("azimuth", -80.0), bias("range", 0.5, stated=30.0))
    theirs = (bias("elevation", 200.0, station="host-ship", stated=0.01), bias("time", 0.01))
    found = compare(
        evaluation(value(6.08, 0.003), biases=ours),
        evaluation(value(6.05, 0.003), biases=theirs, station=HOST),
        SIDES,
    )
    assert not found.agree
    rows = [(one.side, one.kind, one.needed, one.stated_sigmas) for one in found.explanations]
    # Ours would have to come down by 30 m/s, theirs to go up by it.
    assert [row[:2] for row in rows] == [
        ("russia", "range"),
        ("russia", "elevation"),
        ("russia", "azimuth"),
        ("united-states", "elevation"),
    ]
    assert [row[2] for row in rows] == pytest.approx([-60.0, -0.15, 0.375, 0.15])
    assert [row[3] for row in rows] == pytest.approx([2.0, 5.0, 12.5, 15.0])
    assert found.explanations[0].unit == "m"


def test_prop_the_needed_bias_brings_the_speeds_together() -> None:
    random = np.random.default_rng(3)
    for _ in range(50):
        gap = random.choice([-1.0, 1.0]) * random.uniform(15.0, 90.0)
        # Some deviations of 0.03 each make up the gap, more than one and not too many.
        shift = gap / (0.03 * random.uniform(1.0, MOST_DEVIATIONS))
        first, second = value(6.05 + gap / 1e3, 0.003), value(6.05, 0.003)
        (one,) = compare(
            evaluation(first, biases=(bias("air", shift),)), evaluation(second), SIDES
        ).explanations
        assert first.value + one.needed * shift / 1e3 == pytest.approx(second.value, abs=1e-9)
        (one,) = compare(
            evaluation(first), evaluation(second, biases=(bias("air", shift),)), SIDES
        ).explanations
        assert second.value + one.needed * shift / 1e3 == pytest.approx(first.value, abs=1e-9)


def test_blind_sides_quarrel_about_the_speed_that_they_know() -> None:
    """Burnout speeds to hundreds of metres a second, speeds at the ground to a few."""
    biases = (bias("elevation", 900.0, surface_m_s=150.0), bias("azimuth", 9.0, surface_m_s=0.0))
    found = compare(
        evaluation(value(6.3, 0.2), biases=biases, surface_speed_km_s=value(6.33, 0.004)),
        evaluation(value(6.0, 0.2), surface_speed_km_s=value(6.3, 0.003), station=HOST),
        SIDES,
    )
    assert [row.figure for row in found.figures if not row.agree] == ["surface_speed_km_s"]
    (one,) = found.explanations
    assert one.kind == "elevation"
    assert one.needed == pytest.approx(-0.2)


def test_a_bias_on_which_the_speed_does_not_hang_explains_nothing() -> None:
    biases = (bias("time", 0.0), bias("range", 1.0, stated=0.0))
    found = compare(evaluation(value(6.2, 0.003), biases=biases), evaluation(), SIDES)
    assert not found.agree
    assert found.explanations == ()


def test_an_error_of_too_many_deviations_explains_nothing() -> None:
    for needed, count in ((MOST_DEVIATIONS - 0.1, 1), (MOST_DEVIATIONS + 0.1, 0)):
        biases = (bias("elevation", 150.0 / (0.03 * needed)),)
        found = compare(
            evaluation(value(6.2, 0.003), biases=biases), evaluation(value(6.05, 0.003)), SIDES
        )
        assert not found.agree
        assert len(found.explanations) == count


def test_other_figures_may_differ_while_the_speed_agrees() -> None:
    ours = evaluation(biases=(bias("elevation", 200.0),))
    theirs = evaluation(ends_in_window_s=(value(785.5, 0.8), value(863.4, 0.12)), station=HOST)
    found = compare(ours, theirs, SIDES)
    assert not found.agree
    assert [row.figure for row in found.figures if not row.agree] == ["end_in_window_s"]
    assert found.explanations == ()


def test_an_error_in_a_shared_call_of_the_lift_off_is_in_no_figure() -> None:
    """Burn times that are both wrong by what the call is wrong hide a difference of the ends."""
    called: dict[str, Any] = {
        "burn_time_s": value(131.0, 1.0),
        "stage_ends_s": (value(131.0, 1.0),),
    }
    ours = evaluation(**called, ends_in_window_s=(value(853.8, 0.1),))
    theirs = evaluation(**called, ends_in_window_s=(value(854.4, 0.1),), station=HOST)
    found = compare(ours, theirs, SIDES)
    assert not found.agree
    assert [row.figure for row in found.figures if not row.agree] == ["end_in_window_s"]


def test_ends_of_burns_are_compared_where_both_found_as_many() -> None:
    one = evaluation(ends_in_window_s=(value(853.8, 0.12),))
    names = [row.figure for row in compare(one, evaluation(), SIDES).figures[2:]]
    assert names == ["end_in_window_s"]
    ends = (value(773.4, 0.9), value(822.4, 0.9), value(853.8, 0.12))
    three = evaluation(ends_in_window_s=ends)
    names = [row.figure for row in compare(three, three, SIDES).figures[3:]]
    assert names == ["ends_in_window_s[0]", "ends_in_window_s[1]"]


@pytest.mark.parametrize(("lift_off", "same"), [("06:12:08", True), ("06:12:09", False)])
def test_two_flights_of_a_test_are_not_explained_by_radar_errors(lift_off: str, same: bool) -> None:
    """Lift-offs known to 0.34 s each, ten joint deviations of which are 4.8 s."""
    later = evaluation(value(8.9, 0.001), lift_off=f"2030-06-01T{lift_off}Z", station=HOST)
    ours = evaluation(biases=(bias("range", 0.5, stated=30.0),))
    if same:
        assert not compare(ours, later, SIDES).agree
        return
    said = (
        r"lift_off: the two sides did not watch the same flight, .*got 2030-06-01T06:12:09Z from "
        r"united-states; expected 2030-06-01T06:12:03\.400000Z as from russia, give or take 5 s"
    )
    with pytest.raises(InputError, match=said):
        compare(ours, later, SIDES)


def test_two_tests_or_one_side_are_refused() -> None:
    other = msgspec.structs.replace(evaluation(), test=announced_row(id="another"))
    with pytest.raises(InputError, match=r"test\.id: .* not of one test; got another from united"):
        compare(evaluation(), other, SIDES)
    moved = msgspec.structs.replace(evaluation(), test=announced_row(site_lat_deg=35.0))
    with pytest.raises(InputError, match=r"test\.site_lat_deg: .*got 35\.0 from united-states"):
        compare(evaluation(), moved, SIDES)
    with pytest.raises(InputError, match="both sides have one name"):
        compare(evaluation(), evaluation(), Sides("a", "a"))
    assert GUEST.party == SIDES.first
