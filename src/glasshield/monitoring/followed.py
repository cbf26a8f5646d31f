"""An announced flight as observers could reconstruct it, at the moments when they look.

The flight is put in the terms of a layout (`powered`): what an accelerometer would have felt in
each burn. How its states then move with the unknowns, each counted in the deviation with which it
is known beforehand, is all that a bound needs of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from jaxtyping import Float

from glasshield.catalog import Catalog
from glasshield.catalog.announced import AnnouncedTest
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.earth.time import Instant
from glasshield.monitoring.announced_flight import AnnouncedFlight
from glasshield.monitoring.beforehand import Beforehand, liftoff_in
from glasshield.monitoring.powered import BurnTimes, Layout, coefficients
from glasshield.monitoring.powered_flight import PoweredFlight
from glasshield.sensing.launch_detection import LaunchSensor

FINE_S: Final = 1.0
COARSE_S: Final = 5.0
_FINE_AFTER_S: Final = 30.0  # after the burnout
# The reconstruction knows no air in free flight: what falls below is not used.
_AIR_M: Final = 110e3
_LIKE_STEP_S: Final = 20.0


@dataclass(frozen=True, slots=True)
class Reconstruction:
    """A flight of a test in the terms of a layout, as observers would reconstruct it.

    Attributes:
        flight: as announced.
        flown: the same in the terms of a layout.
        others: as near to it as flights with one burn fewer come.
        beforehand: what is known before anybody looks.
    """

    flight: AnnouncedFlight
    flown: PoweredFlight
    others: tuple[PoweredFlight, ...]
    beforehand: Beforehand

    @classmethod
    def of(cls, test: AnnouncedTest, flight: AnnouncedFlight, facts: Catalog) -> Self:
        """The flight of a test as observers could reconstruct it.

        Args:
            test: what is announced, and known beforehand.
            flight: with the declared or with the rival speed.
            facts: where sensors in orbit stand that report lift-offs.
        """
        burns = BurnTimes.of(flight.vehicle, 0.0, flight.cutoff_s)
        return cls(
            flight=flight,
            flown=_in_terms(test, flight, burns),
            others=tuple(_in_terms(test, flight, fewer) for fewer in _merged(burns)),
            beforehand=Beforehand.of(test, 0.0, liftoff_sigma_s(test, facts)),
        )

    def followed(self, coarse_s: float = COARSE_S) -> Followed:
        """The flight at moments.

        Args:
            coarse_s: between moments some time after the burnout.
        """
        return Followed.of(self, Moments.along(self.flight, coarse_s))


def liftoff_sigma_s(test: AnnouncedTest, facts: Catalog) -> float:
    """How well the time of lift-off is known before any radar looks.

    From the host's call and from sensors in orbit, each by its own deviation; else from the window.
    """
    sigmas_s = [LaunchSensor.of(facts.sensors[id]).time_sigma_s for id in test.infrared]
    if test.liftoff_known is not None:
        sigmas_s.append(test.liftoff_known.si)
    if sigmas_s:
        return float(np.sum(np.array(sigmas_s) ** -2.0) ** -0.5)
    window = test.windows[0]
    return liftoff_in(window, Instant.parse(window.begin)).sigma_s


@dataclass(frozen=True, slots=True)
class Moments:
    """When looks are counted along a flight, and for how long each moment stands.

    Attributes:
        time_s: since the launch.
        span_s: of each.
    """

    time_s: Float[np.ndarray, "m"]
    span_s: Float[np.ndarray, "m"]

    @classmethod
    def along(cls, flight: AnnouncedFlight, coarse_s: float = COARSE_S) -> Self:
        """Moments from the launch until a flight comes down into the air.

        Args:
            flight: sampled.
            coarse_s: between moments some time after the burnout, where little changes.
        """
        burnout_s, until_s = flight.burnout_time_s, _until_s(flight)
        fine_s = min(burnout_s + _FINE_AFTER_S, until_s)
        ends = [0.0]
        for end_s, step_s in ((burnout_s, FINE_S), (fine_s, FINE_S), (until_s, coarse_s)):
            count = int(np.ceil((end_s - ends[-1]) / step_s - 1e-9))
            ends += list(np.linspace(ends[-1], end_s, max(count, 0) + 1)[1:])
        edges = np.array(ends)
        return cls(0.5 * (edges[1:] + edges[:-1]), np.diff(edges))


@dataclass(frozen=True, slots=True)
class Basis:
    """How the states of a flight move with what is unknown of it.

    The unknowns are mixed so that all are independent beforehand with deviations of one: else sums
    over many looks would lose the digits of what they hardly know.

    Attributes:
        by: partial derivatives at the moments.
        prior: inverse covariance beforehand.
        mixing: the unknowns of the layout by those.
    """

    by: Float[np.ndarray, "m 6 p"]
    prior: Float[np.ndarray, "p p"]
    mixing: Float[np.ndarray, "p p"]

    @classmethod
    def of(
        cls, flown: PoweredFlight, beforehand: Beforehand, time_s: Float[np.ndarray, "m"]
    ) -> Self:
        """The basis of a reconstructed flight."""
        size = flown.layout.size
        root = np.linalg.cholesky(beforehand.information(flown.layout, flown.unknowns))
        mixing = np.linalg.inv(root).T
        return cls(flown.partials_at(time_s) @ mixing, np.eye(size), mixing)

    def packed(self, rows: int) -> Packed:
        """Products of the partial derivatives, for sums over moments by one multiplication.

        Args:
            rows: 3 for what hangs on the position alone, 6 where range rates are measured.
        """
        by = self.by[:, :rows]
        size = by.shape[2]
        first, second = np.triu_indices(rows)
        left, right = np.triu_indices(size)
        square = by[:, first][:, :, left] * by[:, second][:, :, right]
        mixed = first != second
        square[:, mixed] += by[:, second[mixed]][:, :, left] * by[:, first[mixed]][:, :, right]
        return Packed(square, by)


@dataclass(frozen=True, slots=True)
class Packed:
    """A basis ready for sums over moments.

    Attributes:
        square: for each moment and pair of components, the products for the upper triangle.
        plain: for each moment and component, the partial derivatives.
    """

    square: Float[np.ndarray, "m s u"]
    plain: Float[np.ndarray, "m r p"]

    @property
    def size(self) -> int:
        """How many unknowns there are."""
        return self.plain.shape[2]


@dataclass(frozen=True, slots=True)
class Followed:
    """A flight as it would be reconstructed, at the moments at which looks are counted.

    Attributes:
        moments: when.
        state_ecef: position and velocity.
        change: of the states with time.
        height_m: above the ellipsoid.
        burnout_s: end of the last burn after the launch.
        speeds_m_s: at burnout, relative to the turning Earth; and at the ground, by its energy.
        basis: how the states move with the unknowns.
        asked: how these two and the burn time (s) change with the unknowns.
        fewer: the same flight as nearly as it can be had with one burn fewer; none with one burn.
    """

    moments: Moments
    state_ecef: Float[np.ndarray, "m 6"]
    change: Float[np.ndarray, "m 6"]
    height_m: Float[np.ndarray, "m"]
    burnout_s: float
    speeds_m_s: Float[np.ndarray, "2"]
    basis: Basis
    asked: Float[np.ndarray, "3 p"]
    fewer: Fewer | None

    @classmethod
    def of(cls, reconstruction: Reconstruction, moments: Moments) -> Self:
        """A flight at moments.

        Args:
            reconstruction: of it.
            moments: since the launch.
        """
        flown = reconstruction.flown
        basis = Basis.of(flown, reconstruction.beforehand, moments.time_s)
        figures = flown.figures()
        speeds = (figures.burnout_speed_m_s, figures.surface_speed_m_s)
        slopes = np.stack([figure.slope for figure in (*speeds, figures.burn_time_s)])
        state = flown.at(moments.time_s)
        return cls(
            moments=moments,
            state_ecef=state,
            change=flown.rates_at(moments.time_s),
            height_m=ecef_to_geodetic(state[:, :3])[2],
            burnout_s=flown.burnout_time_s,
            speeds_m_s=np.array([figure.value for figure in speeds]),
            basis=basis,
            asked=slopes @ basis.mixing,
            fewer=Fewer.of(reconstruction, moments) if reconstruction.others else None,
        )


@dataclass(frozen=True, slots=True)
class Fewer:
    """A flight with one burn fewer than it has.

    Attributes:
        basis: its unknowns, and as the last one by how much it misses the flight itself.
        fewer_unknowns: by how many.
    """

    basis: Basis
    fewer_unknowns: int

    @classmethod
    def of(cls, reconstruction: Reconstruction, moments: Moments) -> Self:
        """The nearest of the flights with one burn fewer, at moments."""
        flown, beforehand = reconstruction.flown, reconstruction.beforehand
        state = flown.at(moments.time_s)
        misses = [state - other.at(moments.time_s) for other in reconstruction.others]
        nearest = int(np.argmin([np.sum(miss[:, :3] ** 2) for miss in misses]))
        other = reconstruction.others[nearest]
        basis = Basis.of(other, beforehand, moments.time_s)
        # What is known beforehand speaks against a flight that has to bend its push too much.
        off, slope = beforehand.misfit(other.layout, _with_gaps(other, beforehand))
        own_off, _ = beforehand.misfit(flown.layout, _with_gaps(flown, beforehand))
        rows = np.concatenate((-slope @ basis.mixing, off[:, None]), axis=1)
        prior = rows.T @ rows
        prior[-1, -1] -= own_off @ own_off
        by = np.concatenate((basis.by, misses[nearest][:, :, None]), axis=2)
        return cls(Basis(by, prior, basis.mixing), flown.layout.size - other.layout.size)


def _with_gaps(flown: PoweredFlight, beforehand: Beforehand) -> Float[np.ndarray, "p"]:
    """The unknowns of a flight with gaps that are not held against it.

    A gap of nothing and one of a second are the same to a radar, not to a logarithm.
    """
    unknowns, layout = flown.unknowns.copy(), flown.layout
    for burn in range(1, len(layout.burns) if layout.gaps else 1):
        column = layout.gap_column(burn)
        unknowns[column] = max(unknowns[column], np.log(beforehand.gap_s))
    return unknowns


def _until_s(flight: AnnouncedFlight) -> float:
    """Until when a flight is above the air, from its burnout on; at least a second of it."""
    height = ecef_to_geodetic(flight.states_ecef[:, :3])[2]
    low = (height < _AIR_M) & (np.arange(len(height)) > int(height.argmax()))
    last = int(np.argmax(low)) if low.any() else len(height) - 1
    return max(float(flight.time_s[last]), flight.burnout_time_s + 1.0)


def _in_terms(test: AnnouncedTest, flight: AnnouncedFlight, burns: BurnTimes) -> PoweredFlight:
    """A sampled flight in the terms of a layout with these burns."""
    layout = Layout(
        epoch=Instant.parse(test.windows[0].begin),
        site=test.site,
        azimuth_rad=flight.azimuth_rad,
        burns=tuple(
            coefficients(end - begin)
            for begin, end in zip(burns.ignition_s, burns.end_s, strict=True)
        ),
        gaps=len(burns.end_s) > 1,
    )
    until_s = _until_s(flight)
    wanted = flight.time_s <= until_s
    # Free flight hangs on the state at burnout alone: few samples of it are enough.
    wanted &= (flight.time_s <= flight.burnout_time_s) | (flight.time_s % _LIKE_STEP_S == 0.0)
    unknowns = layout.like(flight.time_s[wanted], flight.states_ecef[wanted], burns)
    return layout.flown(unknowns, until_s)


def _merged(burns: BurnTimes) -> list[BurnTimes]:
    """The same burns with one of them and the next taken for one, each such pair in turn."""
    return [
        BurnTimes(
            burns.liftoff_s,
            burns.ignition_s[: k + 1] + burns.ignition_s[k + 2 :],
            burns.end_s[:k] + burns.end_s[k + 1 :],
        )
        for k in range(len(burns.end_s) - 1)
    ]
