"""The Earth's gravity beyond J2, to degree four: what neither the flights nor the tracker feel.

Source: EGM2008 (Pavlis, Holmes, Kenyon and Factor 2012, J. Geophys. Res. 117, B04406), fully
normalised coefficients.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
from jaxtyping import Bool, Float
from scipy.special import factorial, lpmv

from glasshield.constants import EARTH_MU_M3_S2
from glasshield.fusion import motion
from glasshield.fusion.options import Motion
from glasshield.scenario.truth import Truth

REFERENCE_RADIUS_M: Final = 6_378_136.3
# Degree and order: the cosine's coefficient and the sine's. C20 is J2, C21 and S21 are nothing.
COEFFICIENTS: Final = {
    (2, 2): (2.43938e-6, -1.40027e-6),
    (3, 0): (9.57161e-7, 0.0),
    (3, 1): (2.03046e-6, 2.48200e-7),
    (3, 2): (9.04788e-7, -6.19005e-7),
    (3, 3): (7.21322e-7, 1.41435e-6),
    (4, 0): (5.39966e-7, 0.0),
    (4, 1): (-5.36157e-7, -4.73567e-7),
    (4, 2): (3.50502e-7, 6.62480e-7),
    (4, 3): (9.90857e-7, -2.00957e-7),
    (4, 4): (-1.88520e-7, 3.08804e-7),
}
STEP_M: Final = 100.0  # of differences: rounding and curvature both stay below 1e-9 m/s2


def potential(position_ecef_m: Float[np.ndarray, "n 3"]) -> Float[np.ndarray, "n"]:
    """The potential (m2/s2) of these terms."""
    radius = np.linalg.norm(position_ecef_m, axis=-1)
    sine = position_ecef_m[:, 2] / radius
    longitude = np.arctan2(position_ecef_m[:, 1], position_ecef_m[:, 0])
    total = np.zeros(len(radius))
    for (degree, order), (cosine_part, sine_part) in COEFFICIENTS.items():
        twice = 2.0 if order else 1.0
        ratio = factorial(degree - order) / factorial(degree + order)
        # scipy's Legendre functions change sign with the order, those of geodesy do not.
        legendre = (-1.0) ** order * lpmv(order, degree, sine)
        turn = cosine_part * np.cos(order * longitude) + sine_part * np.sin(order * longitude)
        share = np.sqrt((2.0 * degree + 1.0) * twice * ratio) * legendre * turn
        total += EARTH_MU_M3_S2 / radius * (REFERENCE_RADIUS_M / radius) ** degree * share
    return total


def acceleration(position_ecef_m: Float[np.ndarray, "n 3"]) -> Float[np.ndarray, "n 3"]:
    """The acceleration (m/s2) of these terms, by central differences."""
    return np.stack(
        [
            (potential(position_ecef_m + offset) - potential(position_ecef_m - offset))
            / (2.0 * STEP_M)
            for offset in STEP_M * np.eye(3)
        ],
        axis=-1,
    )


def felt(truth: Truth) -> Truth:
    """The same flights where these terms act on them from burnout on, to first order."""
    states = truth.state_ecef.copy()
    for number in range(len(truth)):
        rows = truth.rows(number)
        free = truth.time_s[rows] >= truth.burnout_time_s[number]
        states[rows] += displaced(truth.state_ecef[rows], free, truth.step_s)
    return replace(truth, state_ecef=states)


def displaced(
    state: Float[np.ndarray, "n 6"], free: Bool[np.ndarray, "n"], step_s: float
) -> Float[np.ndarray, "n 6"]:
    """How far one flight is moved, by Heun's rule along the flight without them."""
    slopes = motion.coast(Motion()).partials(state)
    push = np.zeros_like(state)
    push[:, 3:] = acceleration(state[:, :3]) * free[:, None]
    moved = np.zeros_like(state)
    for row in range(len(state) - 1):
        here = slopes[row] @ moved[row] + push[row]
        ahead = slopes[row + 1] @ (moved[row] + step_s * here) + push[row + 1]
        moved[row + 1] = moved[row] + 0.5 * step_s * (here + ahead)
    return moved
