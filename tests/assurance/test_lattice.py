"""Minimal flip sets, held to known ones and to brute force over every set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

import hypothesis.strategies as st
from hypothesis import given

from glasshield.assurance.lattice import FlipSets, Lattice, flip_sets
from glasshield.assurance.sides import Side, differing
from glasshield.assurance.verdicts import Verdict
from tests.assurance.claims import a_setting
from tests.assurance.formulas import SPEEDS, Formula, Values, no_band, two_sides

MOST = 11
OURS, THEIRS = 1.0, 2.0


def sides(count: int) -> tuple[Side, Side]:
    """Two sides that hold so many numbers to be 1 and 2."""
    keys = SPEEDS[:count]
    return two_sides(
        {key: a_setting(OURS, "km/s") for key in keys},
        {key: a_setting(THEIRS, "km/s") for key in keys},
    )


def lattice(count: int, measure: Callable[[tuple[bool, ...]], float]) -> Lattice:
    """The worlds between them, the margin a function of which numbers are theirs."""

    def margin(values: Values) -> float:
        return measure(tuple(values[key] == THEIRS for key in SPEEDS[:count]))

    both = sides(count)
    parameters = differing(both[0].world, both[1].world)
    assert [p.key for p in parameters] == list(SPEEDS[:count])
    return Lattice(Formula(margin, SPEEDS[:count]), both, parameters, no_band)


def letters(found: FlipSets) -> list[str]:
    """Sets as words: `ac` is the first and the third parameter."""
    return ["".join("abcdefghijk"[n] for n in range(MOST) if one >> n & 1) for one in found.sets]


def brute_force(table: Sequence[float], start: int, count: int) -> set[int]:
    """Every set that flips and of which no part does, from all sets."""
    wanted = table[(2**count - 1) ^ start] >= 0.0
    flips = [one for one in range(2**count) if (table[start ^ one] >= 0.0) == wanted]
    return {one for one in flips if not any(o & one == o and o != one for o in flips)}


def test_either_two_together_or_one_alone() -> None:
    def measure(theirs: tuple[bool, ...]) -> float:
        a, b, c, _ = theirs
        return -1.0 if (a and b) or c else 1.0

    between = lattice(4, measure)
    assert letters(flip_sets(between, 0)) == ["c", "ab"]
    # Back: what makes neither true any more.
    assert letters(flip_sets(between, 1)) == ["ac", "bc"]


def test_only_all_together() -> None:
    between = lattice(5, lambda theirs: -1.0 if all(theirs) else 1.0)
    assert letters(flip_sets(between, 0)) == ["abcde"]
    assert letters(flip_sets(between, 1)) == list("abcde")


def test_a_majority() -> None:
    between = lattice(5, lambda theirs: 2.5 - sum(theirs))
    triples = {"".join(three) for three in combinations("abcde", 3)}
    assert set(letters(flip_sets(between, 0))) == triples
    assert set(letters(flip_sets(between, 1))) == triples


def test_sides_that_agree_have_no_flip_sets() -> None:
    between = lattice(3, lambda theirs: 1.0 + sum(theirs))
    assert flip_sets(between, 0) == flip_sets(between, 1) == FlipSets(())


def test_what_does_not_go_one_way_is_found_too() -> None:
    # The claim fails with exactly one or with all three of them: no pair flips it.
    between = lattice(3, lambda theirs: -1.0 if sum(theirs) in {1, 3} else 1.0)
    assert letters(flip_sets(between, 0)) == ["a", "b", "c"]
    between = lattice(3, lambda theirs: -1.0 if sum(theirs) == 3 else float(sum(theirs) + 1))
    assert letters(flip_sets(between, 0)) == ["abc"]


@given(st.integers(1, 5).flatmap(lambda n: st.tuples(
    st.just(n), st.lists(st.sampled_from([-1.0, 1.0]), min_size=2**n, max_size=2**n))))  # fmt: skip
def test_prop_any_table_gives_what_brute_force_gives(given_table: tuple[int, list[float]]) -> None:
    count, table = given_table
    between = lattice(
        count, lambda theirs: table[sum(1 << n for n, is_theirs in enumerate(theirs) if is_theirs)]
    )
    agree = (table[0] >= 0.0) == (table[-1] >= 0.0)
    for side, start in ((0, 0), (1, 2**count - 1)):
        found = flip_sets(between, side)
        expected = set() if agree else brute_force(table, start, count)
        assert set(found.sets) == expected
        assert found.up_to is None
        sizes = [one.bit_count() for one in found.sets]
        assert sizes == sorted(sizes)


def test_a_verdict_that_is_not_the_other_sides_is_no_flip() -> None:
    # One of them leaves the claim undecided; only both make it fail as the other side says.
    between = lattice(2, lambda theirs: 1.0 - sum(theirs))
    between = Lattice(between.predicate, between.sides, between.parameters, lambda _: 0.5)
    assert [between.verdict(taken) for taken in range(4)] == [
        Verdict.HOLDS, Verdict.UNDECIDED, Verdict.UNDECIDED, Verdict.FAILS,
    ]  # fmt: skip
    assert letters(flip_sets(between, 0)) == ["ab"]


def test_from_undecided_to_decided() -> None:
    wide = {SPEEDS[0]: a_setting(0.0, "km/s", low=-1.0, high=1.0)}
    both = two_sides(wide, {SPEEDS[0]: a_setting(0.5, "km/s")})
    between = Lattice(
        Formula(lambda values: float(values[SPEEDS[0]]), SPEEDS[:1]),
        both,
        differing(both[0].world, both[1].world),
        no_band,
    )
    assert between.verdict(0) is Verdict.UNDECIDED
    assert letters(flip_sets(between, 0)) == ["a"]
    assert letters(flip_sets(between, 1)) == ["a"]


def test_each_world_is_measured_once_and_supersets_not_at_all() -> None:
    between = lattice(8, lambda theirs: -1.0 if theirs[0] else 1.0)
    assert letters(flip_sets(between, 0)) == ["a"]
    assert isinstance(between.predicate, Formula)
    measured = len(between.predicate.asked)
    # Two ends each: without the first, all sets of the other seven.
    assert measured <= 2 * (2**7 + 2)
    assert measured == between.evaluations
    assert flip_sets(between, 0).sets == (1,)
    assert len(between.predicate.asked) == measured


def test_a_search_that_would_be_too_long_says_how_far_it_went() -> None:
    between = lattice(6, lambda theirs: -1.0 if all(theirs) else 1.0)
    assert flip_sets(between, 0, most=6 + 15) == FlipSets((), 2)
    between = lattice(6, lambda theirs: -1.0 if theirs[2] or sum(theirs) == 5 else 1.0)
    found = flip_sets(between, 1, most=6)
    assert found == FlipSets((), 1)


def test_all_sets_of_twelve_are_searched() -> None:
    between = lattice(MOST, lambda theirs: -1.0 if all(theirs) else 1.0)
    assert flip_sets(between, 0) == FlipSets((2**MOST - 1,))


def test_progress_grows_to_what_was_asked() -> None:
    told: list[float] = []
    between = lattice(7, lambda theirs: -1.0 if all(theirs) else 1.0)
    flip_sets(between, 0, lambda done, doing: told.append(done if doing else -1.0))
    assert told == sorted(told)
    assert len(told) == 2**7 // 32 - 1
    assert all(0.0 < done <= 1.0 for done in told)
