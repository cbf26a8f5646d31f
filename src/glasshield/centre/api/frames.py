"""The live picture in 16 bytes a track.

A message holds one frame after another, one for each picture that changed. All numbers are
little-endian.

    frame                                      track
    0   4 bytes   "GSF1"                       0   u32   number, 24 bits; above them what it is
    4   u8        marks: 1 exercise,           4   i32   x, 24 bits; above them its rate, 8 bits
                  2 simulated data among it    8   i32   y likewise
    5   u8        bits of a position's step   12   i32   z likewise
    6   u8        bits of a velocity's step
    7   u8        0                            what it is, from the lowest bit: class (3 bits, of
    8   i64       time, in microseconds             `CLASS_NAMES`), phase (2 bits; 3 not known),
                  since 1970 UTC                    coasted (1), data of several parties (1), 0
    16  u32       picture
    20  u32       how many tracks follow

Positions and velocities are Earth-fixed: whole numbers of steps of 2^bits m and m/s, the finest
into which the frame's greatest number fits. Within 8,388 km of the Earth's centre that is 1 m,
further out 2 m, 4 m and so on; of velocities 64 m/s up to 8.1 km/s, 128 m/s up to 16.2 km/s. They
are for drawing: all objects of a frame are moved on to its time, as in free fall, for 15 s at most.
The states themselves stand in `/v1/pictures`. A track's number is its own modulo 2^24.
"""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.earth.time import Instant
from glasshield.errors import InputError, RangeError
from glasshield.exchange.release.terms import CLASS_NAMES, Mode

SUBPROTOCOL: Final = "glasshield.frames.v1"
MAGIC: Final = b"GSF1"
HEADER_BYTES: Final = 24
TRACK_BYTES: Final = 16
NUMBERS: Final = 1 << 24
PHASE_UNKNOWN: Final = 3

_HEADER: Final = struct.Struct("<4sBBBBqII")
_EXERCISE, _SIMULATED = 1, 2
_COASTED, _SHARED = 1 << 5, 1 << 6
_CLASS_BITS, _PHASE_BITS = 3, 2
_POSITION_MAX: Final = (1 << 23) - 1
_VELOCITY_MAX: Final = (1 << 7) - 1
_MOST_BITS: Final = 31


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture at one instant, of n tracks.

    Attributes:
        mode: exercise or real.
        simulated: whether any of the data are made up.
        time: for which the states hold: that of the picture, less the delay of its terms.
        picture: its number for this viewer.
        number: of each track.
        state_ecef: positions (m) and velocities (m/s).
        class_index: of `CLASS_NAMES`.
        phase: boost, coast, entry (0, 1, 2), or `PHASE_UNKNOWN`.
        is_coasted: whether it was not seen when it was last looked for.
        is_shared: whether data of more than one party went in.
    """

    mode: Mode
    simulated: bool
    time: Instant
    picture: int
    number: Int[np.ndarray, "n"]
    state_ecef: Float[np.ndarray, "n 6"]
    class_index: Int[np.ndarray, "n"]
    phase: Int[np.ndarray, "n"]
    is_coasted: Bool[np.ndarray, "n"]
    is_shared: Bool[np.ndarray, "n"]

    def __len__(self) -> int:
        return len(self.number)


def likeliest_phase(probability: Float[np.ndarray, "n 3"]) -> Int[np.ndarray, "n"]:
    """The phase that each track is most likely in; `PHASE_UNKNOWN` where none is known."""
    known = np.isfinite(probability).all(axis=1)
    best = np.argmax(np.where(known[:, None], probability, 0.0), axis=1)
    return np.where(known, best, PHASE_UNKNOWN)


def fits(state_ecef: Float[np.ndarray, "n 6"]) -> Bool[np.ndarray, "n"]:
    """Which states a frame can hold: those that are known, within 18 million km."""
    most = np.repeat([_POSITION_MAX, _VELOCITY_MAX], 3) * 2.0**_MOST_BITS
    return (np.abs(state_ecef) <= most).all(axis=1)


def pack(frame: Frame) -> bytes:
    """The bytes of a frame.

    Raises:
        RangeError: a state that is not finite, or beyond 18 million km.
    """
    position, velocity = frame.state_ecef[:, :3], frame.state_ecef[:, 3:]
    position_bits = _bits(position, _POSITION_MAX, "position")
    velocity_bits = _bits(velocity, _VELOCITY_MAX, "velocity")
    words = np.empty((len(frame), 4), dtype="<i4")
    words[:, 0] = (frame.number & (NUMBERS - 1)) | (_kinds(frame) << 24)
    low = np.rint(position * 2.0**-position_bits).astype(np.int32) & (NUMBERS - 1)
    high = np.rint(velocity * 2.0**-velocity_bits).astype(np.int32)
    words[:, 1:] = low | (high << 24)
    marks = _EXERCISE * (frame.mode is Mode.EXERCISE) + _SIMULATED * frame.simulated
    head = _HEADER.pack(
        MAGIC,
        marks,
        position_bits,
        velocity_bits,
        0,
        frame.time.posix_us,
        frame.picture,
        len(frame),
    )
    return head + words.tobytes()


def unpack(message: bytes) -> tuple[Frame, ...]:
    """The frames of a message.

    Raises:
        InputError: bytes that are no frames.
    """
    frames = []
    at = 0
    while at < len(message):
        frame = _frame(message, at)
        frames.append(frame)
        at += HEADER_BYTES + TRACK_BYTES * len(frame)
    return tuple(frames)


def _frame(message: bytes, at: int) -> Frame:
    """The frame that begins at a byte."""
    if len(message) - at < HEADER_BYTES:
        raise _no_frame("the end of its header", at)
    magic, marks, position_bits, velocity_bits, _, time_us, picture, count = _HEADER.unpack_from(
        message, at
    )
    start = at + HEADER_BYTES
    if magic != MAGIC or max(position_bits, velocity_bits) > _MOST_BITS:
        raise _no_frame(f"{MAGIC.decode()} and steps", at)
    if len(message) - start < TRACK_BYTES * count:
        raise _no_frame(f"{count} tracks", at)
    words = np.frombuffer(message, "<i4", 4 * count, start).reshape(count, 4)
    kind = words[:, 0] >> 24
    class_index = kind & ((1 << _CLASS_BITS) - 1)
    if (class_index >= len(CLASS_NAMES)).any():
        raise _no_frame("classes of objects", start)
    state = np.empty((count, 6))
    # A shift upward and back spreads the sign of the lower 24 bits.
    state[:, :3] = (words[:, 1:] << 8 >> 8) * 2.0**position_bits
    state[:, 3:] = (words[:, 1:] >> 24) * 2.0**velocity_bits
    return Frame(
        mode=Mode.EXERCISE if marks & _EXERCISE else Mode.REAL,
        simulated=bool(marks & _SIMULATED),
        time=Instant(time_us),
        picture=picture,
        number=words[:, 0] & (NUMBERS - 1),
        state_ecef=state,
        class_index=class_index,
        phase=kind >> _CLASS_BITS & ((1 << _PHASE_BITS) - 1),
        is_coasted=(kind & _COASTED).astype(bool),
        is_shared=(kind & _SHARED).astype(bool),
    )


def _kinds(frame: Frame) -> Int[np.ndarray, "n"]:
    """What each track is, as 7 bits."""
    assert len(CLASS_NAMES) <= 1 << _CLASS_BITS
    kinds: Int[np.ndarray, "n"] = (
        frame.class_index
        | frame.phase << _CLASS_BITS
        | frame.is_coasted * _COASTED
        | frame.is_shared * _SHARED
    )
    return kinds


def _bits(values: Float[np.ndarray, "n 3"], most: int, where: str) -> int:
    """How many bits a step has so that the greatest of these numbers fits."""
    greatest = float(np.abs(values).max(initial=most))
    if not greatest <= most * 2.0**_MOST_BITS:
        raise RangeError("no frame can hold this state", where=where, got=greatest)
    return math.ceil(math.log2(greatest / most))


def _no_frame(expected: str, at: int) -> InputError:
    return InputError("this is no frame of a picture", where=f"byte {at}", expected=expected)
