from __future__ import annotations

import struct

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glasshield.centre.api import frames
from glasshield.centre.api.frames import Frame, likeliest_phase, pack, unpack
from glasshield.earth.time import Instant
from glasshield.errors import InputError, RangeError
from glasshield.exchange.release.terms import CLASS_NAMES, Mode

AT = Instant.parse("2030-01-01T00:00:00.05Z")
LEO_M = 8.388e6  # within which a position is exact to half a metre


def frame(state: np.ndarray, mode: Mode = Mode.EXERCISE, number: np.ndarray | None = None) -> Frame:
    count = len(state)
    rows = np.arange(count)
    return Frame(
        mode=mode,
        simulated=mode is Mode.EXERCISE,
        time=AT,
        picture=3,
        number=rows + 1 if number is None else number,
        state_ecef=state,
        class_index=rows % len(CLASS_NAMES),
        phase=rows % 4,
        is_coasted=rows % 2 == 1,
        is_shared=rows % 3 == 1,
    )


def states(count: int, radius_m: float, speed_m_s: float, seed: int = 1) -> np.ndarray:
    rng = np.random.default_rng(seed)
    directions = rng.normal(size=(count, 2, 3))
    directions /= np.linalg.norm(directions, axis=2, keepdims=True)
    scale = np.array([radius_m, speed_m_s])[None, :, None]
    return np.asarray((directions * scale).reshape(count, 6))


def test_500_tracks_are_8_kilobytes() -> None:
    packed = pack(frame(states(500, 7e6, 6e3)))
    assert len(packed) == frames.HEADER_BYTES + 500 * frames.TRACK_BYTES == 8024


@pytest.mark.parametrize("mode", list(Mode))
def test_all_that_a_frame_says_comes_back(mode: Mode) -> None:
    sent = frame(states(300, 7e6, 6e3), mode)
    (got,) = unpack(pack(sent))
    assert (got.mode, got.simulated, got.time, got.picture) == (mode, sent.simulated, AT, 3)
    for column in ("number", "class_index", "phase", "is_coasted", "is_shared"):
        np.testing.assert_array_equal(getattr(got, column), getattr(sent, column))


@settings(max_examples=200)
@given(
    st.floats(0.0, 5e7),
    st.floats(0.0, 2e4),
    st.integers(0, 2**32 - 1),
)
def test_prop_numbers_come_back_to_half_a_step(radius_m: float, speed: float, seed: int) -> None:
    sent = states(5, radius_m, speed, seed)
    (got,) = unpack(pack(frame(sent)))
    for part, most in ((slice(0, 3), 2**23 - 1), (slice(3, 6), 2**7 - 1)):
        greatest = np.abs(sent[:, part]).max()
        step = 1.0
        while greatest > most * step:
            step *= 2.0
        error = np.abs(got.state_ecef[:, part] - sent[:, part]).max()
        assert error <= 0.5 * step * (1.0 + 1e-9)


def test_a_position_near_the_earth_is_exact_to_half_a_metre() -> None:
    sent = states(100, LEO_M, 7.9e3)
    (got,) = unpack(pack(frame(sent)))
    assert np.abs(got.state_ecef[:, :3] - sent[:, :3]).max() <= 0.5
    assert np.abs(got.state_ecef[:, 3:] - sent[:, 3:]).max() <= 32.0


def test_the_layout_is_what_the_documentation_says() -> None:
    state = np.array([[1000.0, -2000.0, 3.0, 64.0, -64.0, 0.0]])
    sent = Frame(
        mode=Mode.EXERCISE,
        simulated=True,
        time=AT,
        picture=7,
        number=np.array([0x010203]),
        state_ecef=state,
        class_index=np.array([4]),
        phase=np.array([2]),
        is_coasted=np.array([True]),
        is_shared=np.array([True]),
    )
    data = pack(sent)
    assert data[:4] == b"GSF1"
    assert data[4:8] == bytes([1 | 2, 0, 0, 0])
    assert struct.unpack_from("<qII", data, 8) == (AT.posix_us, 7, 1)
    kind = 4 | 2 << 3 | 1 << 5 | 1 << 6
    assert struct.unpack_from("<I", data, 24) == (0x010203 | kind << 24,)
    for at, (place, rate) in zip(range(28, 40, 4), ((1000, 64), (-2000, -64), (3, 0)), strict=True):
        (word,) = struct.unpack_from("<i", data, at)
        assert (word & 0xFFFFFF, word >> 24) == (place & 0xFFFFFF, rate)


def test_one_after_another_in_a_message() -> None:
    parts = [frame(states(count, 7e6, 6e3)) for count in (0, 1, 4)]
    found = unpack(b"".join(pack(part) for part in parts))
    assert [len(each) for each in found] == [0, 1, 4]
    assert unpack(b"") == ()


def test_a_number_counts_modulo_its_bits() -> None:
    (got,) = unpack(pack(frame(states(2, 7e6, 6e3), number=np.array([2**24 + 5, 6]))))
    assert got.number.tolist() == [5, 6]


def test_the_likeliest_phase() -> None:
    probability = np.array([[0.1, 0.7, 0.2], [np.nan, np.nan, np.nan], [0.0, 0.0, 1.0]])
    assert likeliest_phase(probability).tolist() == [1, frames.PHASE_UNKNOWN, 2]


@pytest.mark.parametrize("value", [np.nan, np.inf, 1e17])
def test_a_state_that_no_frame_holds_is_refused(value: float) -> None:
    state = states(2, 7e6, 6e3)
    state[1, 0] = value
    with pytest.raises(RangeError, match="position"):
        pack(frame(state))


@pytest.mark.parametrize("cut", [1, 23, 25, 39])
def test_a_cut_message_is_no_frame(cut: int) -> None:
    with pytest.raises(InputError, match="no frame"):
        unpack(pack(frame(states(1, 7e6, 6e3)))[:cut])


@given(st.binary(min_size=1, max_size=80))
def test_prop_other_bytes_are_no_frame_or_one(data: bytes) -> None:
    try:
        found = unpack(data)
    except InputError:
        return
    assert sum(24 + 16 * len(each) for each in found) == len(data)
