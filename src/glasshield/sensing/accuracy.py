"""How well a radar measures an echo, from its strength and from beam width and resolution.

Thermal noise gives an error that falls with the root of the signal-to-noise ratio; calibration,
quantisation and the air give one that does not. The two add in squares.

Source: Curry 2005, Radar System Performance Modeling, 2nd ed., sections 8.2 and 8.3; Barton and
Ward 1969, Handbook of Radar Measurement, for the slope of the monopulse.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from jaxtyping import Float
from numpy.typing import ArrayLike

# Slope of the difference pattern in units of the beam: 1.6 for usual tapers, 1.89 at most.
MONOPULSE_SLOPE: Final = 1.6
SPEED_OF_LIGHT_M_S: Final = 299_792_458.0
# Half-power width of a uniformly lit aperture, in wavelengths over its width.
# Source: Skolnik 2001, Introduction to Radar Systems, 3rd ed., equation 9.18: 51 degrees.
UNIFORM_BEAM: Final = 0.886


def angle_sigma_rad(
    beam_width_rad: ArrayLike, snr: ArrayLike, least_rad: ArrayLike = 0.0
) -> Float[np.ndarray, "..."]:
    """The deviation of an angle measured by monopulse, on the arc.

    Args:
        beam_width_rad: at half power.
        snr: power ratio of the echo that is measured, well above one.
        least_rad: what remains however strong the echo.
    """
    noise = np.asarray(beam_width_rad) / (MONOPULSE_SLOPE * np.sqrt(2.0 * np.asarray(snr)))
    return np.hypot(noise, least_rad)


def range_sigma_m(
    resolution_m: ArrayLike, snr: ArrayLike, least_m: ArrayLike = 0.0
) -> Float[np.ndarray, "..."]:
    """The deviation of a range; the same law gives that of a range rate from its resolution.

    Args:
        resolution_m: speed of light over twice the bandwidth.
        snr: power ratio of the echo that is measured, well above one.
        least_m: what remains however strong the echo.
    """
    return np.hypot(np.asarray(resolution_m) / np.sqrt(2.0 * np.asarray(snr)), least_m)


def range_resolution_m(bandwidth_hz: float) -> float:
    """The range resolution of a bandwidth."""
    return SPEED_OF_LIGHT_M_S / (2.0 * bandwidth_hz)


def beam_width_rad(frequency_hz: float, aperture_width_m: float) -> float:
    """The width at half power of the beam of a uniformly lit aperture."""
    return UNIFORM_BEAM * SPEED_OF_LIGHT_M_S / (frequency_hz * aperture_width_m)
