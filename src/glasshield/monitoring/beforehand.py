"""What is known of a flight and of its observers before anybody looks: weak, and stated here.

Nothing of the declared or of the rival performance enters. A rocket gains no more than some tens of
km/s; its sensed acceleration does not bend much within ten seconds; it lifts off in a window or
when somebody reported it to, from about the announced site, and burns for some minutes.
Stations have the constant errors that their owners state; where they state none, `BiasPrior`'s.

Source: van Trees 1968, Detection, Estimation, and Modulation Theory I, section 2.4.3 (bounds with
what is known beforehand).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from jaxtyping import Float, Int

from glasshield.catalog.announced import AnnouncedTest, Guest, Window
from glasshield.catalog.quantity import Quantity
from glasshield.earth.time import Instant
from glasshield.fusion.bias_prior import BiasPrior
from glasshield.fusion.observed import BIASES
from glasshield.monitoring.powered import Layout
from glasshield.monitoring.rehearsal import guest_of
from glasshield.sensing.launch_detection import LaunchDetections

FEWEST_DETECTIONS: Final = 6  # of one station that a flight can be found from
FREE_FLIGHT_S: Final = 15.0  # of it after a burn, before the end of the burn counts as seen
_LEAST_PUSH_M_S2: Final = 1e-3  # at the end of a burn, for its logarithm
_SITE_M: Final = 500.0  # where an announcement says no radius
_TWO_SIGMAS: Final = 2.0 * 1.96  # an interval holds the truth with 95 %
_SHARE: Final = 0.01  # of a burn time that is known without an interval
_LEAST_SIGMA: Final = 1e-9  # of a bias that its owner says is nothing


@dataclass(frozen=True, slots=True)
class Beforehand:
    """Means and standard deviations of what nobody has measured yet.

    Attributes:
        liftoff_s: after the epoch.
        liftoff_sigma_s: of it.
        site_sigma_m: of the site, north and east each.
        height_sigma_m: of its height.
        burn_s: median of the time from lift-off to the end of the last burn.
        burn_log_sigma: deviation of its logarithm.
        share_log_sigma: of the logarithm of each burn's length around an even share.
        gap_s: median of the time between two burns.
        gap_log_sigma: deviation of its logarithm.
        gain_m_s: deviation around zero of what each coefficient of the sensed acceleration would
            gain over all burns: of their speed, so that long burns are not likelier than short ones
            just because they can be weak.
        bend_m_s2: deviation of the third differences of neighbouring coefficients: a push may grow
            as propellant burns, but not jump within a burn.
        start_m_s2: median of the sensed acceleration's magnitude at lift-off.
        start_log_sigma: deviation of its logarithm.
        end_m_s2: median of the sensed acceleration's magnitude at the end of each burn.
        end_log_sigma: deviation of its logarithm: a burn that pushes nothing at its end is over.
    """

    liftoff_s: float
    liftoff_sigma_s: float
    site_sigma_m: float = _SITE_M
    height_sigma_m: float = 100.0
    burn_s: float = 120.0
    burn_log_sigma: float = math.log(2.0)
    share_log_sigma: float = math.log(2.0)
    gap_s: float = 1.0
    gap_log_sigma: float = 1.5
    gain_m_s: float = 24_000.0
    bend_m_s2: float = 12.0
    start_m_s2: float = 25.0
    start_log_sigma: float = math.log(2.0)
    end_m_s2: float = 50.0
    end_log_sigma: float = math.log(3.0)

    @classmethod
    def of(cls, test: AnnouncedTest, liftoff_s: float, liftoff_sigma_s: float) -> Self:
        """What an announcement says: the site, and the burn time where all sides know it.

        Args:
            test: as announced.
            liftoff_s: after the epoch, from `liftoff_reported` or from a window.
            liftoff_sigma_s: its deviation.
        """
        within = test.site.within_km
        burn = _known_burn(test.burn_time_known) if test.burn_time_known else {}
        return cls(
            liftoff_s=liftoff_s,
            liftoff_sigma_s=liftoff_sigma_s,
            # Anywhere in a circle is half its radius on each axis.
            site_sigma_m=_SITE_M if within is None else max(500.0 * within, 1.0),
            **burn,
        )

    def misfit(
        self, layout: Layout, unknowns: Float[np.ndarray, "p"]
    ) -> tuple[Float[np.ndarray, "m"], Float[np.ndarray, "m p"]]:
        """By how many deviations unknowns are off what is known, and how that changes with them.

        Args:
            layout: of the unknowns.
            unknowns: in the order of its names.
        """
        rows = [self._placed(layout, unknowns), self._timed(layout, unknowns)]
        rows += [self._pushed(layout, unknowns, burn) for burn in range(len(layout.burns))]
        off, by = zip(*rows, strict=True)
        return np.concatenate(off), np.concatenate(by)

    def information(
        self, layout: Layout, unknowns: Float[np.ndarray, "p"]
    ) -> Float[np.ndarray, "p p"]:
        """The inverse covariance of the unknowns beforehand, near these."""
        _, by = self.misfit(layout, unknowns)
        inverse: Float[np.ndarray, "p p"] = by.T @ by
        return inverse

    def _placed(
        self, layout: Layout, unknowns: Float[np.ndarray, "p"]
    ) -> tuple[Float[np.ndarray, "4"], Float[np.ndarray, "4 p"]]:
        mean = np.array((self.liftoff_s, 0.0, 0.0, 0.0))
        sites = (self.site_sigma_m, self.site_sigma_m, self.height_sigma_m)
        per_sigma = 1.0 / np.array((self.liftoff_sigma_s, *sites))
        by = np.zeros((4, layout.size))
        by[:, :4] = np.diag(per_sigma)
        return (unknowns[:4] - mean) * per_sigma, by

    def _timed(
        self, layout: Layout, unknowns: Float[np.ndarray, "p"]
    ) -> tuple[Float[np.ndarray, "m"], Float[np.ndarray, "m p"]]:
        """The whole burn, each burn's share of it, and the gaps."""
        burns, size = len(layout.burns), layout.size
        times = slice(4, 4 + layout.times)
        lengths = layout.durations_s(unknowns)
        total = float(lengths.sum())
        of_total = np.zeros(size)
        of_total[times] = lengths / total
        off, by = (
            [math.log(total / self.burn_s) / self.burn_log_sigma],
            [of_total / self.burn_log_sigma],
        )
        columns = [layout.duration_column(burn) for burn in range(burns)]
        if burns > 1:
            # Around their mean: what all burns share is the whole burn's.
            around = np.eye(burns) - 1.0 / burns
            off += list(around @ unknowns[columns] / self.share_log_sigma)
            shares = np.zeros((burns, size))
            shares[:, columns] = around / self.share_log_sigma
            by += list(shares)
        for burn in range(1, burns if layout.gaps else 1):
            column = layout.gap_column(burn)
            off.append((unknowns[column] - math.log(self.gap_s)) / self.gap_log_sigma)
            by.append(np.eye(size)[column] / self.gap_log_sigma)
        return np.array(off), np.array(by)

    def _pushed(
        self, layout: Layout, unknowns: Float[np.ndarray, "p"], burn: int
    ) -> tuple[Float[np.ndarray, "m"], Float[np.ndarray, "m p"]]:
        columns, count = layout.push_columns(burn), layout.burns[burn]
        lengths = layout.durations_s(unknowns)
        push = unknowns[columns]
        bend = np.kron(np.eye(3), np.diff(np.eye(count), n=3, axis=0)) / self.bend_m_s2
        gain = float(lengths.sum()) / self.gain_m_s
        by = np.zeros((len(push) + len(bend), layout.size))
        by[: len(push), columns] = gain * np.eye(len(push))
        by[: len(push), 4 : 4 + layout.times] = gain * np.outer(push, lengths / lengths.sum())
        by[len(push) :, columns] = bend
        off = [gain * push, bend @ push]
        # The first and last coefficients are the pushes at the ends themselves.
        ends = [(count - 1, self.end_m_s2, self.end_log_sigma)]
        if burn == 0:
            ends.append((0, self.start_m_s2, self.start_log_sigma))
        rows = [_sized(unknowns, columns.start + k + count * np.arange(3), *of) for k, *of in ends]
        return np.concatenate((*off, [row[0] for row in rows])), np.stack(
            (*by, *(row[1] for row in rows))
        )


def _sized(
    unknowns: Float[np.ndarray, "p"],
    columns: Int[np.ndarray, "3"],
    median_m_s2: float,
    log_sigma: float,
) -> tuple[float, Float[np.ndarray, "p"]]:
    """By how many deviations the logarithm of a push's magnitude is off, and how that changes."""
    size = max(float(np.linalg.norm(unknowns[columns])), _LEAST_PUSH_M_S2)
    by = np.zeros(len(unknowns))
    by[columns] = unknowns[columns] / size**2 / log_sigma
    return math.log(size / median_m_s2) / log_sigma, by


@dataclass(frozen=True, slots=True)
class Liftoff:
    """When a flight is thought to lift off, after an epoch."""

    mean_s: float
    sigma_s: float


def liftoff_reported(reports: LaunchDetections, epoch: Instant) -> Liftoff:
    """What reports of one launch say together, each by its own deviation."""
    weight = 1.0 / reports.time_sigma_s**2
    time_s = reports.time_s + reports.epoch.since_s(epoch)
    return Liftoff(float(weight @ time_s / weight.sum()), float(weight.sum() ** -0.5))


def liftoff_in(window: Window, epoch: Instant) -> Liftoff:
    """A time of lift-off anywhere in a window, as a normal of the same mean and variance."""
    begin, end = (Instant.parse(text).since_s(epoch) for text in (window.begin, window.end))
    return Liftoff(0.5 * (begin + end), (end - begin) / math.sqrt(12.0))


def bias_sigmas(test: AnnouncedTest, station_ids: Sequence[str]) -> Float[np.ndarray, "s 5"]:
    """Deviations of each station's biases, in the order of `BIASES`, as its owner states them.

    What an owner does not state, and every error of a stranger, is as wide as `BiasPrior` has it.
    """
    return np.array([_sigmas(guest_of(test, id)) for id in station_ids]).reshape(-1, len(BIASES))


def _sigmas(guest: Guest | None) -> list[float]:
    usual = BiasPrior()
    sigmas = {name: float(getattr(usual, name)) for name in BIASES}
    if guest is not None:
        stated = guest.biases
        if stated is not None:
            known = (stated.range, stated.azimuth, stated.elevation, stated.time)
            for name, quantity in zip(BIASES, known, strict=False):
                if quantity is not None:
                    sigmas[name] = max(quantity.si, _LEAST_SIGMA)
        if guest.air is not None:
            sigmas["air"] = max(guest.air.si, _LEAST_SIGMA)
    return list(sigmas.values())


def _known_burn(known: Quantity) -> dict[str, float]:
    """The median of a known burn time and the deviation of its logarithm."""
    wide = known.high_si > known.low_si
    sigma_s = (known.high_si - known.low_si) / _TWO_SIGMAS if wide else _SHARE * known.si
    return {"burn_s": known.si, "burn_log_sigma": sigma_s / known.si}
