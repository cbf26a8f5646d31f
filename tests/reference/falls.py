"""The compiled falls' readable twin: the same steps with drag to the ground, in NumPy."""

from __future__ import annotations

from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.fusion.arcs import density, height_m, step
from glasshield.fusion.falls import LONGEST_S, Falls

COAST_STEP_S: Final = 20.0
AIR_STEP_S: Final = 2.0
AIR_TOP_M: Final = 130e3
SCALE_HEIGHT_M: Final = 7e3
SHARE_OF_SCALE_HEIGHT: Final = 0.3
SHARE_OF_DRAG_TIME: Final = 0.3
LEAST_STEP_S: Final = 0.05
SECANTS: Final = 4
LEAST_FALL_M_S: Final = 1.0
NEAR_M: Final = 1e-6


def fall(
    state_ecef: Float[np.ndarray, "n 6"],
    drag_m2_kg: Float[np.ndarray, "n"],
    longest_s: float = LONGEST_S,
) -> Falls:
    """The falls from states to the ground."""
    count = len(state_ecef)
    time_s, ended = np.full(count, np.nan), np.full((count, 6), np.nan)
    lane = np.flatnonzero(np.isfinite(state_ecef).all(axis=-1))
    state, drag = state_ecef[lane], drag_m2_kg[lane]
    since, height = np.zeros(len(lane)), height_m(state[:, :3])
    while len(lane):
        span = _span(state, height, drag)
        after = step(state, span, drag)
        after_height = height_m(after[:, :3])
        down = after_height <= 0.0
        if down.any():
            share_s, landed = _touched(state[down], span[down], drag[down], height[down])
            time_s[lane[down]], ended[lane[down]] = since[down] + share_s, landed
        since = since + span
        on = ~down & (since < longest_s)
        lane, state, drag, since = lane[on], after[on], drag[on], since[on]
        height = after_height[on]
    return Falls(time_s, ended)


def _span(
    state: Float[np.ndarray, "n 6"], height: Float[np.ndarray, "n"], drag: Float[np.ndarray, "n"]
) -> Float[np.ndarray, "n"]:
    """The next step of each fall."""
    velocity = state[:, 3:]
    speed = np.linalg.norm(velocity, axis=-1)
    up = state[:, :3] / np.linalg.norm(state[:, :3], axis=-1, keepdims=True)
    sinking = np.maximum(np.abs(np.sum(up * velocity, axis=-1)), LEAST_FALL_M_S)
    coasting = np.clip((height - AIR_TOP_M) / sinking, AIR_STEP_S, COAST_STEP_S)
    slowing = 1.0 / np.maximum(density(height) * drag * speed, 1e-9)
    in_air = np.minimum(SHARE_OF_SCALE_HEIGHT * SCALE_HEIGHT_M / sinking, AIR_STEP_S)
    in_air = np.maximum(np.minimum(in_air, SHARE_OF_DRAG_TIME * slowing), LEAST_STEP_S)
    return np.where(height > AIR_TOP_M, coasting, in_air)


def _touched(
    state: Float[np.ndarray, "n 6"],
    span: Float[np.ndarray, "n"],
    drag: Float[np.ndarray, "n"],
    height: Float[np.ndarray, "n"],
) -> tuple[Float[np.ndarray, "n"], Float[np.ndarray, "n 6"]]:
    """When within its last step each fall touches the ground, and its state there."""
    early, early_height = np.zeros_like(span), height
    share, landed = span, step(state, span, drag)
    for _ in range(SECANTS):
        share_height = height_m(landed[:, :3])
        apart = early_height - share_height
        moves = np.abs(apart) > NEAR_M
        ahead = (share - early) * share_height / np.where(moves, apart, 1.0)
        early, early_height = share, share_height
        share = np.clip(np.where(moves, share + ahead, share), 0.0, span)
        landed = step(state, share, drag)
    return share, landed
