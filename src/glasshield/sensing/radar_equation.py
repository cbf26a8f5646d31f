"""How far a radar sees when its parts change: the radar equation as ratios.

Absolute ranges depend on losses and noise that nobody publishes; ratios do not.

Source: Skolnik, Introduction to Radar Systems, 3rd ed., equation 1.10 and section 2.6:
range^4 ~ power x transmit gain x receive aperture x cross-section x integrated pulses / noise.
"""

from __future__ import annotations


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
