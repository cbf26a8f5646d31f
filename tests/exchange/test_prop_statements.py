"""One flipped byte anywhere in a statement is found: every bit of every byte is tried."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasshield.errors import InputError
from glasshield.exchange.statements import decoded, encoded
from tests.exchange.stated import RUSSIA, UNITED_STATES, statement

DATA = encoded(statement(UNITED_STATES, RUSSIA))
PLACES = st.integers(0, len(DATA) - 1)


def _is_found(data: bytes) -> bool:
    try:
        decoded(data, "here")
    except InputError:
        return True
    return False


def test_the_statement_itself_is_sound() -> None:
    assert not _is_found(DATA)


@pytest.mark.parametrize("bit", range(8))
def test_prop_every_flipped_bit_is_found(bit: int) -> None:
    kept = [
        place
        for place in range(len(DATA))
        if not _is_found(DATA[:place] + bytes([DATA[place] ^ 1 << bit]) + DATA[place + 1 :])
    ]
    assert kept == []


@given(PLACES, st.integers(1, 255))
def test_prop_every_other_byte_is_found(place: int, change: int) -> None:
    assert _is_found(DATA[:place] + bytes([DATA[place] ^ change]) + DATA[place + 1 :])


@given(PLACES, st.binary(min_size=1, max_size=8))
def test_prop_every_byte_put_in_is_found(place: int, more: bytes) -> None:
    assert _is_found(DATA[:place] + more + DATA[place:])


@given(PLACES, st.integers(1, 200))
def test_prop_every_byte_left_out_is_found(place: int, length: int) -> None:
    assert _is_found(DATA[:place] + DATA[place + length :])


@given(st.binary(max_size=200))
def test_prop_noise_is_refused_in_a_sentence(data: bytes) -> None:
    assert _is_found(data)
