"""Two observers who distrust each other: each measures alone, and then they compare."""

from __future__ import annotations

import pytest

from glasshield.monitoring.comparing import Sides, compare, shared_stations
from glasshield.monitoring.document import Comparison
from tests.monitoring.watched import Watch, evaluated_by, rehearsed

SIDES = Sides("russia", "united-states")
GUEST, HOST = Watch("guest-ship"), Watch("host-ship")
# Ten times what the ship states; its fit finds most of it by itself and what is left shows.
RANGE_ERROR_M = 300.0
# Of one draw of errors: three deviations, which one in four hundred exceeds.
MOST_SIGMAS = 3.0


def _compared(first: Watch) -> Comparison:
    return compare(evaluated_by(first), evaluated_by(HOST), SIDES)


def test_each_side_alone_finds_the_true_speed_and_they_agree() -> None:
    true_km_s = rehearsed().flight.burnout_speed_m_s / 1e3
    for watch in (GUEST, HOST):
        found = evaluated_by(watch)
        speed = found.burnout_speed_km_s
        assert abs(speed.value - true_km_s) <= MOST_SIGMAS * speed.sigma
        assert [row.station for row in found.observers] == [watch.station]
        assert found.simulated
    assert shared_stations(evaluated_by(GUEST), evaluated_by(HOST)) == ()
    found_both = _compared(GUEST)
    assert found_both.agree
    assert found_both.explanations == ()


def test_an_error_that_a_side_does_not_know_of_is_named_and_its_size_found() -> None:
    found = _compared(Watch("guest-ship", RANGE_ERROR_M))
    assert not found.agree
    first = found.explanations[0]
    assert (first.side, first.station, first.kind) == ("russia", "guest-ship", "range")
    # The difference is as well explained by the opposite error of the other side.
    assert [row.kind for row in found.explanations[:2]] == ["range", "range"]
    assert found.explanations[1].side == "united-states"
    worst = next(row for row in found.figures if not row.agree)
    uncertain_m = worst.difference.sigma * abs(first.needed / worst.difference.value)
    assert first.needed == pytest.approx(RANGE_ERROR_M, abs=MOST_SIGMAS * uncertain_m)
    assert first.stated_sigmas == pytest.approx(abs(first.needed) / 30.0)


def test_prop_taking_the_named_error_out_makes_the_sides_agree() -> None:
    """What is named is the error itself: ranges freed of it give the speed of the other side."""
    needed_m = _compared(Watch("guest-ship", RANGE_ERROR_M)).explanations[0].needed
    assert _compared(Watch("guest-ship", RANGE_ERROR_M - needed_m)).agree
