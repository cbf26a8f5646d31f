"""Errors as sentences."""

from __future__ import annotations

import pytest

from glasshield import errors


def test_an_error_is_one_sentence_with_its_numbers() -> None:
    error = errors.RangeError(
        "no latitude is beyond 90 deg", where="--lat", got=91, expected="-90 to 90", do="check it"
    )
    assert error.sentence == (
        "--lat: no latitude is beyond 90 deg; got 91; expected -90 to 90; check it."
    )
    assert str(error) == error.sentence
    assert error.got == 91


def test_an_unknown_name_offers_the_nearest() -> None:
    error = errors.UnknownNameError.among("interceptor", "gbi1", ["gbi2", "gbi3", "thaad"])
    assert error.sentence.endswith("did you mean gbi3 or gbi2?")


def test_an_unknown_name_far_from_all_lists_them() -> None:
    error = errors.UnknownNameError.among("phase", "zzz", ["2", "1"])
    assert error.sentence == "no phase is called 'zzz'; known: 1, 2."


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.GlasshieldError, 1),
        (errors.NumericalError, 1),
        (errors.InputError, 2),
        (errors.UnitError, 2),
        (errors.RangeError, 2),
        (errors.UnknownNameError, 2),
        (errors.CatalogError, 2),
        (errors.OutputError, 2),
    ],
)
def test_the_exit_code_says_whose_fault_it_is(
    error: type[errors.GlasshieldError], code: int
) -> None:
    assert error.exit_code == code


def test_the_tree_is_drawn_as_it_is() -> None:
    drawn = errors.__doc__ or ""
    tree = [
        found
        for found in vars(errors).values()
        if isinstance(found, type) and issubclass(found, errors.GlasshieldError)
    ]
    assert len(tree) == 8
    assert [error.__name__ for error in tree if error.__name__ not in drawn] == []
