"""The crux of two sides, held to formulas of which everything is known."""

from __future__ import annotations

import pytest

from glasshield.assurance.crux import MOST_FACTORS, crux, crux_of_one, strongest
from glasshield.assurance.document import Shows
from glasshield.assurance.sensitivity import SEED, Spread
from glasshield.assurance.sides import fact_at, held_at
from glasshield.assurance.worlds import World
from tests.assurance.claims import a_setting, a_word, base_world
from tests.assurance.formulas import (
    BOOST,
    DELAY,
    NUMBERS,
    SPEEDS,
    Dear,
    Formula,
    Values,
    a_side,
    no_band,
    total,
    two_sides,
)

SPEED, OTHER = "interceptor.gbi2.burnout_speed", "interceptor.gbi3.burnout_speed"
ROOT_TOL_KM_S = 1e-5  # the searched span is some km/s, closed in on to a millionth


def needed(values: Values) -> float:
    """A claim that a speed stays under what is needed, which an early launch lowers."""
    early = 1.0 if values[BOOST] == "allowed" else 0.0
    return 7.0 - early + 0.004 * float(values[DELAY]) - float(values[SPEED])


OURS = {SPEED: a_setting(6.3, "km/s"), DELAY: a_setting(250.0, "s"), BOOST: a_word("not-allowed")}
THEIRS = {SPEED: a_setting(9.0, "km/s"), DELAY: a_setting(60.0, "s"), BOOST: a_word("allowed")}
FORMULA = Formula(needed, (SPEED, DELAY, BOOST), falling=frozenset({SPEED}))


def test_everything_about_a_formula() -> None:
    # Margins: ours 1.7; theirs -2.76. The speed alone takes ours to -1.0; the rest to -0.06.
    found = crux(FORMULA, two_sides(OURS, THEIRS), band=no_band)
    assert found.between == ("ours", "theirs")
    assert found.flip_sets == ((SPEED,), (DELAY, BOOST))
    # Theirs with our speed is -0.06: something else has to come with it, and that is enough.
    assert found.flip_sets_back == ((SPEED, DELAY), (SPEED, BOOST))
    zeros = {(row.parameter, row.held_by): row.value for row in found.break_even}
    assert zeros == {
        (SPEED, "ours"): pytest.approx(8.0, abs=ROOT_TOL_KM_S),
        (SPEED, "theirs"): pytest.approx(6.24, abs=ROOT_TOL_KM_S),
        (DELAY, "ours"): None,
        (DELAY, "theirs"): None,
    }
    assert {(curve.parameter, curve.held_by) for curve in found.curves} == set(zeros)
    variances = {SPEED: 2.7**2 / 12.0, DELAY: 0.76**2 / 12.0, BOOST: 1.0 / 4.0}
    for row in found.sensitivity:
        exact = variances[row.parameter] / sum(variances.values())
        assert row.low - 0.02 <= exact <= row.high + 0.02
    assert [row.parameter for row in found.sensitivity] == [SPEED, BOOST, DELAY]
    assert (found.seed, found.clipped, found.sets_up_to) == (SEED, 0.0, None)


def test_what_each_side_would_have_to_show() -> None:
    found = crux(FORMULA, two_sides(OURS, THEIRS), band=no_band)
    rows = {(row.parameter, row.party): row for row in found.shows}
    assert [row.parameter for row in found.shows[::2]] == [SPEED, BOOST, DELAY]
    # They would have to show us that the speed is above our break-even: then we would agree.
    row = rows[SPEED, "theirs"]
    assert row.must_show == pytest.approx(8.0, abs=ROOT_TOL_KM_S)
    assert (row.states, row.other, row.other_states) == ("9 km/s", "ours", "6.3 km/s")
    assert row.flips_alone
    # We would have to show them one below theirs; the speed that we state is not enough alone.
    row = rows[SPEED, "ours"]
    assert row.must_show == pytest.approx(6.24, abs=ROOT_TOL_KM_S)
    assert not row.flips_alone
    assert rows[BOOST, "ours"] == Shows(
        parameter=BOOST,
        party="ours",
        states="not-allowed",
        other="theirs",
        other_states="allowed",
        must_show=None,
        unit="",
        flips_alone=False,
    )


def test_what_has_to_be_shown_counts_the_band_and_the_other_sides_intervals() -> None:
    # Theirs: 7 - 1 + 0.24 - x with the delay stated, 0.16 with the delay at its low end.
    theirs = {**THEIRS, DELAY: a_setting(60.0, "s", low=40.0)}
    found = crux(FORMULA, two_sides(OURS, theirs), band=lambda _: 0.5)
    rows = {(row.parameter, row.party): row for row in found.shows}
    # For them to hold it, the worse end has to lie above the band.
    assert rows[SPEED, "ours"].must_show == pytest.approx(6.16 - 0.5, abs=ROOT_TOL_KM_S)
    assert rows[SPEED, "ours"].above is False
    # For us to see it fail, the better end has to lie below: 7 + 1 - x < -0.5.
    assert rows[SPEED, "theirs"].must_show == pytest.approx(8.5, abs=ROOT_TOL_KM_S)
    assert rows[SPEED, "theirs"].above is True
    assert rows[DELAY, "ours"].must_show is None
    assert rows[DELAY, "ours"].above is None


def test_nothing_has_to_be_shown_to_who_is_already_beyond_the_value() -> None:
    # Undecided within the band, its stated speed already beyond the zero of the margin.
    ours = {**OURS, SPEED: a_setting(8.1, "km/s")}
    found = crux(FORMULA, two_sides(ours, THEIRS), band=lambda _: 0.3)
    rows = {(row.parameter, row.party): row for row in found.shows}
    (zero,) = (b for b in found.break_even if (b.parameter, b.held_by) == (SPEED, "ours"))
    assert zero.value == pytest.approx(8.0, abs=ROOT_TOL_KM_S)
    assert rows[SPEED, "theirs"].must_show == pytest.approx(8.3, abs=ROOT_TOL_KM_S)


def test_a_band_that_nothing_crosses_alone() -> None:
    found = crux(FORMULA, two_sides(OURS, THEIRS), band=lambda _: 0.5)
    # With delay and boost theirs the margin is -0.06, within the band: not yet what they say.
    assert found.flip_sets == ((SPEED,),)


def test_a_band_that_one_side_states_is_a_fact_in_dispute() -> None:
    key = "claim.poland-gbi-cannot-reach-russian-icbm.band"

    def band(world: World) -> float:
        number = held_at(world, key).number
        assert number is not None
        return number.value

    ours = {**OURS, key: a_setting(0.1, "km/s")}
    theirs = {**OURS, key: a_setting(2.0, "km/s")}  # the margin of 1.7 decides nothing there
    found = crux(FORMULA, two_sides(ours, theirs), band)
    assert found.flip_sets == found.flip_sets_back == ((key,),)


def test_facts_on_which_the_claim_does_not_hang_are_left_out() -> None:
    ours = {**OURS, OTHER: a_setting(1.0, "km/s")}
    found = crux(FORMULA, two_sides(ours, THEIRS), band=no_band)
    assert OTHER not in {row.parameter for row in found.sensitivity}
    assert OTHER not in {row.parameter for row in found.shows}
    assert found.flip_sets == ((SPEED,), (DELAY, BOOST))


def test_sides_that_agree_still_learn_where_the_claim_turns() -> None:
    theirs = {**OURS, SPEED: a_setting(7.0, "km/s", high=9.0)}
    found = crux(FORMULA, two_sides(OURS, theirs), band=no_band)
    assert found.flip_sets == found.flip_sets_back == ((SPEED,),)  # to undecided, and back
    agreed = {**OURS, SPEED: a_setting(7.0, "km/s")}
    found = crux(FORMULA, two_sides(OURS, agreed), band=no_band)
    assert found.flip_sets == found.flip_sets_back == ()
    assert [row.crossings for row in found.break_even] == [0, 0]
    found = crux(FORMULA, two_sides(OURS, OURS), band=no_band)
    assert (found.break_even, found.sensitivity, found.shows) == ((), (), ())


def test_a_shared_interval_is_sampled_and_one_without_effect_is_not() -> None:
    shared = {DELAY: a_setting(100.0, "s", low=0.0, high=200.0)}
    formula = Formula(needed, (SPEED, DELAY, BOOST, OTHER))
    wide = {OTHER: a_setting(1.0, "km/s", low=0.0, high=9.0)}
    ours, theirs = {**OURS, **shared, **wide}, {**THEIRS, **shared, **wide}
    found = crux(formula, two_sides(ours, theirs), band=no_band)
    assert {row.parameter for row in found.sensitivity} == {SPEED, BOOST, DELAY}
    assert DELAY not in {row.parameter for row in found.break_even}


def test_dear_facts_are_swapped_as_wholes() -> None:
    formula = Formula(needed, (SPEED, DELAY, BOOST))
    found = crux(Dear(formula), two_sides(OURS, THEIRS), band=no_band)
    assert found.flip_sets == ((SPEED,), (DELAY, BOOST))
    values = {world.settings[SPEED].value for world in formula.asked}
    inside = {value for value in values if value not in {6.3, 9.0}}
    assert len(inside) < 24  # only those that close in on the break-even values
    (first, _) = (row for row in found.break_even if row.parameter == SPEED)
    assert first.value == pytest.approx(8.0, abs=ROOT_TOL_KM_S)
    assert first.searched == (6.3, 9.0)


def test_the_same_question_gets_the_same_answer() -> None:
    sides = two_sides(OURS, THEIRS)
    assert crux(FORMULA, sides, band=no_band) == crux(FORMULA, sides, band=no_band)


def test_a_side_alone_hangs_on_its_own_uncertain_numbers() -> None:
    wide = {**OURS, SPEED: a_setting(6.3, "km/s", low=6.0, high=9.0)}
    found = crux_of_one(FORMULA, a_side("alone", wide))
    assert found.between == ("alone",)
    assert [row.parameter for row in found.sensitivity] == [SPEED]
    assert found.flip_sets == ()
    nothing = crux_of_one(FORMULA, a_side("sure", OURS))
    assert nothing.sensitivity == ()


def test_of_many_uncertain_numbers_the_strongest_are_taken() -> None:
    speed = fact_at(base_world().catalog, SPEED)
    spreads = [Spread(key, speed, 0.0, 1.0 + n) for n, key in enumerate(SPEEDS)]
    found = strongest(Formula(total, SPEEDS), (a_side("ours", {}),), spreads, 3)
    assert [factor.key for factor in found] == list(SPEEDS[:-4:-1])
    assert strongest(Formula(total, SPEEDS), (a_side("ours", {}),), spreads, -1) == []


def test_twelve_parameters_and_progress_to_the_end() -> None:
    ours = {key: a_setting(1.0, "km/s") for key in SPEEDS} | {DELAY: a_setting(1.0, "s")}
    theirs = {key: a_setting(2.0, "km/s") for key in SPEEDS} | {DELAY: a_setting(2.0, "s")}
    told: list[tuple[float, str]] = []
    formula = Formula(lambda values: 15.5 - total(values), NUMBERS)
    found = crux(formula, two_sides(ours, theirs), no_band, lambda *row: told.append(row))
    # Any four of them flip it: 495 sets.
    assert len(found.flip_sets) == 495
    assert {len(one) for one in found.flip_sets} == {4}
    assert {len(one) for one in found.flip_sets_back} == {9}
    assert len(found.sensitivity) == MOST_FACTORS
    assert found.evaluations == len(formula.asked)
    done = [share for share, _ in told]
    assert done == sorted(done)
    assert {doing for _, doing in told} == {"flip sets", "break-even", "sensitivity"}
