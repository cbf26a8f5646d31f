"""What a radar makes of an echo: detected or not, how strong, how well measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float

from glasshield.errors import RangeError
from glasshield.sensing.accuracy import angle_sigma_rad, range_sigma_m
from glasshield.sensing.detection import (
    Fluctuation,
    detection_probability,
    required_snr,
    threshold,
)

# Nearer to straight overhead than this an azimuth is as good as none: its deviation is held.
_OVERHEAD_COSINE: Final = 1e-2


@dataclass(frozen=True, slots=True)
class Performance:
    """A radar's performance, stated at one range for one cross-section.

    Everything follows from the published range: there, a target of the reference cross-section is
    detected with the stated probabilities, which takes a certain signal-to-noise ratio; elsewhere
    the ratio goes with the cross-section and with the inverse fourth power of the range.

    Attributes:
        range_m: published.
        cross_section_m2: for which it holds.
        detection_probability: there, at one look.
        false_alarm_probability: of one resolution cell at one look.
        beam_width_rad: at half power.
        range_resolution_m: speed of light over twice the bandwidth.
        range_floor_m: accuracy that no echo, however strong, improves on.
        angle_floor_rad: the same for the angles.
        range_rate_resolution_m_s: half a wavelength over the time on target; infinite where a
            radar measures no range rate.
        range_rate_floor_m_s: accuracy that no echo improves on.
        fluctuation: of the targets.
    """

    range_m: float
    cross_section_m2: float
    detection_probability: float
    false_alarm_probability: float
    beam_width_rad: float
    range_resolution_m: float
    range_floor_m: float = 0.0
    angle_floor_rad: float = 0.0
    range_rate_resolution_m_s: float = np.inf
    range_rate_floor_m_s: float = 0.0
    fluctuation: Fluctuation = Fluctuation.SWERLING_1

    def __post_init__(self) -> None:
        for name in ("range_m", "cross_section_m2", "beam_width_rad", "range_resolution_m"):
            if not getattr(self, name) > 0.0:
                raise RangeError("a radar's figure is above zero", where=name)

    @property
    def snr_there(self) -> float:
        """The mean signal-to-noise ratio at the published range, a power ratio."""
        return required_snr(
            self.detection_probability, self.false_alarm_probability, self.fluctuation
        )

    def snr(
        self, range_m: Float[np.ndarray, "..."], cross_section_m2: Float[np.ndarray, "..."]
    ) -> Float[np.ndarray, "..."]:
        """The mean signal-to-noise ratio of targets, a power ratio (radar equation).

        Args:
            range_m: to each.
            cross_section_m2: of each.
        """
        larger = np.asarray(cross_section_m2) / self.cross_section_m2
        return self.snr_there * larger * (self.range_m / np.asarray(range_m)) ** 4

    def chance(
        self, range_m: Float[np.ndarray, "..."], cross_section_m2: Float[np.ndarray, "..."]
    ) -> Float[np.ndarray, "..."]:
        """The probability that targets are detected at one look."""
        return detection_probability(
            self.snr(range_m, cross_section_m2), self.false_alarm_probability, self.fluctuation
        )

    def sigmas(
        self, snr: Float[np.ndarray, "n"], elevation_rad: Float[np.ndarray, "n"]
    ) -> Float[np.ndarray, "n 4"]:
        """Deviations of range (m), azimuth, elevation (rad) and range rate (m/s; infinite if none).

        The azimuth's grows toward the zenith, where the same arc spans more azimuth.

        Args:
            snr: of each echo, a power ratio.
            elevation_rad: of each target.
        """
        angle = angle_sigma_rad(self.beam_width_rad, snr, self.angle_floor_rad)
        level = np.maximum(np.cos(elevation_rad), _OVERHEAD_COSINE)
        return np.stack(
            (
                range_sigma_m(self.range_resolution_m, snr, self.range_floor_m),
                angle / level,
                angle,
                range_sigma_m(self.range_rate_resolution_m_s, snr, self.range_rate_floor_m_s),
            ),
            axis=-1,
        )

    def echoes(
        self, mean_snr: Float[np.ndarray, "n"], rng: np.random.Generator
    ) -> tuple[Bool[np.ndarray, "n"], Float[np.ndarray, "n"]]:
        """Which targets are detected at one look, and the signal-to-noise ratio measured of each.

        The echo of a fluctuating target and the receiver's noise are drawn and added as amplitudes,
        as the detector does; what passes the threshold is detected just as often as `chance` says.

        Args:
            mean_snr: of each target.
            rng: what draws.

        Returns:
            Detected or not, and the power above the noise; only of use where detected.
        """
        shape = self.fluctuation.shape(1)
        strength = 1.0 if np.isinf(shape) else rng.gamma(shape, 1.0 / shape, len(mean_snr))
        noise = rng.standard_normal((2, len(mean_snr))) * np.sqrt(0.5)
        power = (np.sqrt(mean_snr * strength) + noise[0]) ** 2 + noise[1] ** 2
        return power > threshold(self.false_alarm_probability), np.maximum(power - 1.0, 1.0)

    def false_echoes(self, count: int, rng: np.random.Generator) -> Float[np.ndarray, "n"]:
        """The signal-to-noise ratios measured of false alarms: noise that passed the threshold."""
        # The power of noise is exponential, and so is what it has above any threshold.
        above = rng.exponential(1.0, count)
        return np.maximum(threshold(self.false_alarm_probability) + above - 1.0, 1.0)
