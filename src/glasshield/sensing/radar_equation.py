"""How far a radar sees, from its parts, and when its parts change: the radar equation.

Absolute ranges depend on losses and noise that nobody publishes, by a fourth root; ratios do not.

Source: Skolnik, Introduction to Radar Systems, 3rd ed., equation 1.10 and section 2.6:
range^4 ~ power x transmit gain x receive aperture x cross-section x integrated pulses / noise.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from glasshield.errors import RangeError
from glasshield.sensing.accuracy import SPEED_OF_LIGHT_M_S

BOLTZMANN_J_K: Final = 1.380649e-23  # exact in the SI since 2019


@dataclass(frozen=True, slots=True)
class Parts:
    """What decides how far a radar sees that transmits and receives with the same aperture.

    Attributes:
        mean_power_w: transmitted, over the dwell.
        aperture_m2: effective: the area times its efficiency.
        frequency_hz: of the carrier.
        dwell_s: time on target, integrated coherently.
        noise_k: system noise temperature.
        loss: of power, all losses together, a ratio not below one.
    """

    mean_power_w: float
    aperture_m2: float
    frequency_hz: float
    dwell_s: float
    noise_k: float
    loss: float

    def __post_init__(self) -> None:
        if not min(
            self.mean_power_w, self.aperture_m2, self.frequency_hz, self.dwell_s, self.noise_k
        ) > 0.0 or not (self.loss >= 1.0):
            raise RangeError("a radar's parts are above zero, and a loss is not a gain")

    @property
    def gain(self) -> float:
        """Of the antenna: 4 pi aperture over the wavelength squared."""
        wavelength_m = SPEED_OF_LIGHT_M_S / self.frequency_hz
        return 4.0 * math.pi * self.aperture_m2 / wavelength_m**2

    def snr(self, range_m: float, cross_section_m2: float) -> float:
        """The signal-to-noise ratio (of power) of one dwell on a target."""
        energy_j = self.mean_power_w * self.dwell_s * self.gain * self.aperture_m2
        spread_m4 = (4.0 * math.pi) ** 2 * range_m**4
        noise_j = BOLTZMANN_J_K * self.noise_k * self.loss
        return energy_j * cross_section_m2 / (spread_m4 * noise_j)

    def range_m(self, snr: float, cross_section_m2: float) -> float:
        """The range at which one dwell on a target has this signal-to-noise ratio (of power)."""
        return float((self.snr(1.0, cross_section_m2) / snr) ** 0.25)


def range_factor(
    *,
    power: float = 1.0,
    gain: float = 1.0,
    aperture: float = 1.0,
    cross_section: float = 1.0,
    dwell: float = 1.0,
    noise: float = 1.0,
) -> float:
    """By which factor the detection range changes when the parts change by these factors.

    Args:
        power: transmitted power.
        gain: of the transmitting antenna.
        aperture: effective area of the receiving antenna.
        cross_section: of the target.
        dwell: time on target, integrated coherently.
        noise: noise power and losses together.
    """
    return float((power * gain * aperture * cross_section * dwell / noise) ** 0.25)


def face_power_w(elements: float, element_power_w: float, faces: float = 1.0) -> float:
    """The power (W) of arrays whose elements each have the same."""
    return elements * element_power_w * faces
