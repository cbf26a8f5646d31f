"""A flight under power as an observer can reconstruct it: by what an accelerometer would have felt.

Nothing here knows an engine. A flight lifts off at some time from some place at rest, is pushed by
its sensed acceleration (all but gravity) through one burn after the other, and then flies freely.
Over each burn the sensed acceleration is a cubic spline in three components: along the azimuth of
the layout, across it to the right, and up, all fixed to the Earth at the site. It steps where burns
begin and end. Drag under power is a part of it; after the last burn there is no air.

Everything is smooth in the unknowns, and the partial derivatives are exact (variational equations).

Source: Tapley, Schutz and Born 2004, Statistical Orbit Determination, section 4.2 (partials); de
Boor 1978, A Practical Guide to Splines, chapter IX (B-splines).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
from jaxtyping import Float, Int
from scipy.linalg import solve_triangular

from glasshield.earth.ellipsoid import east_north_up, geodetic_to_ecef
from glasshield.earth.time import Instant
from glasshield.errors import RangeError
from glasshield.flight.vehicle import Vehicle
from glasshield.monitoring.integration import NODES, Curve, Slopes, curve, slopes
from glasshield.monitoring.powered_flight import PoweredFlight
from glasshield.monitoring.splines import DEGREE, node_basis

FEWEST_COEFFICIENTS: Final = 4
KNOT_S: Final = 10.0
LEAST_GAP_S: Final = 0.1  # from which a search for a gap starts where there seems to be none
_COAST_S: Final = 30.0
_GAP_SPANS: Final = 2
_SITE: Final = ("north_m", "east_m", "up_m")
# How well `Layout.like` meets a sampled flight, and what holds what no sample says.
_LIKE_M: Final = 10.0
_LIKE_M_S: Final = 1.0
_LIKE_LOOSE_M_S2: Final = 200.0
_LIKE_STEPS: Final = 3
_LIKE_SAMPLES: Final = 300


class Site(Protocol):
    """A place on the Earth, such as a `catalog.Position`."""

    @property
    def lat_rad(self) -> float:
        """Geodetic latitude."""
        ...

    @property
    def lon_rad(self) -> float:
        """Longitude, east positive."""
        ...

    @property
    def height_m(self) -> float:
        """Height above the ellipsoid."""
        ...


@dataclass(frozen=True, slots=True)
class BurnTimes:
    """When burns begin and end.

    Attributes:
        liftoff_s: after the epoch.
        ignition_s: of each burn, after the epoch; the first is the lift-off.
        end_s: of each burn.
    """

    liftoff_s: float
    ignition_s: tuple[float, ...]
    end_s: tuple[float, ...]

    @classmethod
    def of(cls, vehicle: Vehicle, liftoff_s: float = 0.0, cutoff_s: float = math.inf) -> BurnTimes:
        """The burns of a vehicle; a cut-off (after lift-off) ends or leaves out later ones."""
        ignition, end, at_s = [], [], 0.0
        for stage in vehicle.stages:
            at_s += stage.delay_s
            if at_s >= cutoff_s:
                break
            ignition.append(liftoff_s + at_s)
            at_s += stage.burn_time_s
            end.append(liftoff_s + min(at_s, cutoff_s))
        return cls(liftoff_s, tuple(ignition), tuple(end))


def coefficients(burn_s: float) -> int:
    """How many coefficients a burn of this length has in each component."""
    return max(FEWEST_COEFFICIENTS, round(burn_s / KNOT_S) + DEGREE)


@dataclass(frozen=True, slots=True)
class Layout:
    """What the unknowns of a powered flight are; `names` has them in order.

    Lengths of burns and gaps stand as their natural logarithms, so that none is below zero.

    Attributes:
        epoch: where times count from.
        site: where the flight lifts off, as announced.
        azimuth_rad: of the first component of the sensed acceleration, clockwise from north.
        burns: how many spline coefficients each burn has in each component.
        gaps: whether there may be time between a burn and the next.
    """

    epoch: Instant
    site: Site
    azimuth_rad: float
    burns: tuple[int, ...]
    gaps: bool = False

    def __post_init__(self) -> None:
        if not self.burns or min(self.burns) < FEWEST_COEFFICIENTS:
            raise RangeError(
                "a flight has burns of some coefficients each",
                where="Layout",
                got=self.burns,
                expected=f"at least {FEWEST_COEFFICIENTS}",
            )

    @property
    def names(self) -> tuple[str, ...]:
        """The unknowns in order: of lift-off, of times, of the sensed acceleration."""
        times = []
        for burn in range(len(self.burns)):
            if self.gaps and burn:
                times.append(f"gap_{burn + 1}_log_s")
            times.append(f"burn_{burn + 1}_log_s")
        pushes = (
            f"burn_{burn + 1}_{axis}_{k}_m_s2"
            for burn, count in enumerate(self.burns)
            for axis in ("along", "across", "up")
            for k in range(count)
        )
        return ("liftoff_s", *_SITE, *times, *pushes)

    @property
    def size(self) -> int:
        """How many unknowns there are."""
        return 4 + self.times + 3 * sum(self.burns)

    @property
    def times(self) -> int:
        """How many of the unknowns are lengths of burns and gaps."""
        return len(self.burns) * 2 - 1 if self.gaps else len(self.burns)

    def duration_column(self, burn: int) -> int:
        """The column of the length of a burn."""
        return 4 + (2 * burn if self.gaps else burn)

    def gap_column(self, burn: int) -> int:
        """The column of the gap before a burn, which is not the first."""
        return self.duration_column(burn) - 1

    def push_columns(self, burn: int) -> slice:
        """The columns of the sensed acceleration of a burn: three runs of its coefficients."""
        first = 4 + self.times + 3 * sum(self.burns[:burn])
        return slice(first, first + 3 * self.burns[burn])

    @property
    def axes(self) -> Float[np.ndarray, "3 3"]:
        """Along, across and up at the site as rows, in ECEF."""
        east, north, up = east_north_up(self.site.lat_rad, self.site.lon_rad)
        sine, cosine = math.sin(self.azimuth_rad), math.cos(self.azimuth_rad)
        return np.stack((sine * east + cosine * north, cosine * east - sine * north, up))

    def durations_s(self, unknowns: Float[np.ndarray, "p"]) -> Float[np.ndarray, "t"]:
        """Lengths of burns and gaps, in the order of their unknowns."""
        lengths: Float[np.ndarray, "t"] = np.exp(unknowns[4 : 4 + self.times])
        return lengths

    def flown(self, unknowns: Float[np.ndarray, "p"], until_s: float) -> PoweredFlight:
        """The flight that the unknowns stand for.

        Args:
            unknowns: in the order of `names`.
            until_s: after the epoch, how far the free flight is followed.

        Raises:
            RangeError: the wrong number of unknowns, or one that is not finite.
            NumericalError: unknowns so far off that their flight cannot be followed.
        """
        if unknowns.shape != (self.size,) or not np.isfinite(unknowns).all():
            raise RangeError(
                "the unknowns of a flight are finite numbers, one for each name",
                where="Layout.flown",
                got=unknowns.shape,
                expected=str(self.size),
            )
        return _flown(self, unknowns, until_s)

    def like(
        self,
        time_s: Float[np.ndarray, "n"],
        state_ecef: Float[np.ndarray, "n 6"],
        burns: BurnTimes,
    ) -> Float[np.ndarray, "p"]:
        """The unknowns whose flight is nearest to a sampled one with the same burns.

        Args:
            time_s: after the epoch; samples before lift-off do not count.
            state_ecef: position (m) and velocity relative to the Earth (m/s).
            burns: when its burns begin and end, as many as the layout has.

        Raises:
            RangeError: another number of burns.
        """
        if len(burns.end_s) != len(self.burns):
            raise RangeError(
                "the layout has another number of burns",
                where="Layout.like",
                got=len(burns.end_s),
                expected=str(len(self.burns)),
            )
        return _like(self, time_s, state_ecef, burns)

    def starting(self, burns: BurnTimes) -> Float[np.ndarray, "p"]:
        """Unknowns with these burns, from the site itself, pushed by nothing."""
        unknowns = np.zeros(self.size)
        unknowns[0] = burns.liftoff_s
        before = burns.liftoff_s
        for burn, (begin, end) in enumerate(zip(burns.ignition_s, burns.end_s, strict=True)):
            if self.gaps and burn:
                unknowns[self.gap_column(burn)] = math.log(max(begin - before, LEAST_GAP_S))
            unknowns[self.duration_column(burn)] = math.log(end - (begin if self.gaps else before))
            before = end
        return unknowns


def _flown(layout: Layout, unknowns: Float[np.ndarray, "p"], until_s: float) -> PoweredFlight:
    powered = _powered(layout, unknowns)
    burnout_s = powered.begins_s + powered.curve.span_s
    last_s = float(burnout_s[-1])
    count = max(1, math.ceil((until_s - last_s) / _COAST_S))
    span_s = np.full(count, _COAST_S)
    nothing = np.zeros((count, len(NODES), 3))
    free = curve(powered.curve.knots[-1], span_s, nothing)
    own = slopes(free, np.eye(6), np.zeros((count, 6)), np.zeros((*nothing.shape, 6)))
    end_slope = powered.begins_slopes[-1] + powered.slopes.span_s[-1]
    return PoweredFlight(
        layout=layout,
        unknowns=unknowns,
        curve=powered.curve.then(free),
        slopes=powered.slopes.then(own.through(powered.slopes.knots[-1])),
        begins_s=np.concatenate((powered.begins_s, last_s + _COAST_S * np.arange(count))),
        begins_slopes=np.concatenate((powered.begins_slopes, np.tile(end_slope, (count, 1)))),
        pieces=np.concatenate((powered.pieces, np.full(count, -1))),
        powered_spans=len(powered.pieces),
    )


@dataclass(frozen=True, slots=True)
class _Powered:
    """The part of a flight until the last burn ends."""

    curve: Curve
    slopes: Slopes
    begins_s: Float[np.ndarray, "s"]
    begins_slopes: Float[np.ndarray, "s p"]
    pieces: Int[np.ndarray, "s"]


def _powered(layout: Layout, unknowns: Float[np.ndarray, "p"]) -> _Powered:
    span_s, span_slopes, pieces = _spans(layout, unknowns)
    push, push_slopes = _push(layout, unknowns, pieces)
    start, start_slopes = _start(layout, unknowns)
    flown = curve(start, span_s, push)
    begins = np.concatenate(([0.0], np.cumsum(span_s)[:-1]))
    begins_slopes = np.concatenate((np.zeros((1, layout.size)), np.cumsum(span_slopes, axis=0)))
    begins_slopes = begins_slopes[:-1]
    begins_slopes[:, 0] = 1.0
    return _Powered(
        flown,
        slopes(flown, start_slopes, span_slopes, push_slopes),
        unknowns[0] + begins,
        begins_slopes,
        pieces,
    )


def _spans(
    layout: Layout, unknowns: Float[np.ndarray, "p"]
) -> tuple[Float[np.ndarray, "s"], Float[np.ndarray, "s p"], Int[np.ndarray, "s"]]:
    """Lengths of spans until the last burn ends, their slopes, and the burn of each."""
    columns, counts, pieces = [], [], []
    for burn, count in enumerate(layout.burns):
        if layout.gaps and burn:
            columns.append(layout.gap_column(burn))
            counts.append(_GAP_SPANS)
            pieces.append(-1)
        columns.append(layout.duration_column(burn))
        counts.append(count - DEGREE)
        pieces.append(burn)
    column = np.repeat(columns, counts)
    span_s = np.exp(unknowns[column]) / np.repeat(counts, counts)
    moved = np.zeros((len(column), layout.size))
    moved[np.arange(len(column)), column] = span_s
    return span_s, moved, np.repeat(pieces, counts)


def _push(
    layout: Layout, unknowns: Float[np.ndarray, "p"], pieces: Int[np.ndarray, "s"]
) -> tuple[Float[np.ndarray, "s q 3"], Float[np.ndarray, "s q 3 p"]]:
    """The push at the nodes in ECEF, and how it changes with the unknowns."""
    shape = (len(pieces), len(NODES), 3)
    push, moved = np.zeros(shape), np.zeros((*shape, layout.size))
    axes = layout.axes
    for burn, count in enumerate(layout.burns):
        own, columns = pieces == burn, layout.push_columns(burn)
        basis = node_basis(count)
        push[own] = basis @ (unknowns[columns].reshape(3, count).T @ axes)
        by = np.einsum("sqc,ai->sqiac", basis, axes)
        moved[own, :, :, columns] = by.reshape(*basis.shape[:2], 3, 3 * count)
    return push, moved


def _start(
    layout: Layout, unknowns: Float[np.ndarray, "p"]
) -> tuple[Float[np.ndarray, "6"], Float[np.ndarray, "6 p"]]:
    """The state at lift-off, at rest, and how it changes with the unknowns."""
    site = layout.site
    east, north, up = east_north_up(site.lat_rad, site.lon_rad)
    directions = np.stack((north, east, up))
    start = np.zeros(6)
    start[:3] = geodetic_to_ecef(site.lat_rad, site.lon_rad, site.height_m)
    start[:3] += unknowns[1:4] @ directions
    moved = np.zeros((6, layout.size))
    moved[:3, 1:4] = directions.T
    return start, moved


def _like(
    layout: Layout,
    time_s: Float[np.ndarray, "n"],
    state_ecef: Float[np.ndarray, "n 6"],
    burns: BurnTimes,
) -> Float[np.ndarray, "p"]:
    """Gauss-Newton steps on the push alone; the flight is nearly linear in it."""
    flying = (time_s > burns.liftoff_s) & np.isfinite(state_ecef).all(axis=-1)
    every = max(1, int(np.count_nonzero(flying)) // _LIKE_SAMPLES)
    time_s, state_ecef = time_s[flying][::every], state_ecef[flying][::every]
    unknowns = layout.starting(burns)
    unknowns[4 + layout.times :] = _mean_push(layout, time_s, state_ecef, burns)
    free = slice(4 + layout.times, None)
    scale = np.repeat((1.0 / _LIKE_M, 1.0 / _LIKE_M_S), 3)
    for _ in range(_LIKE_STEPS):
        flown = layout.flown(unknowns, float(time_s.max()))
        missed = ((state_ecef - flown.at(time_s)) * scale).ravel()
        slope = (flown.partials_at(time_s)[:, :, free] * scale[:, None]).reshape(len(missed), -1)
        loose = np.eye(slope.shape[1]) / _LIKE_LOOSE_M_S2
        both = np.concatenate((slope, loose))
        short = np.concatenate((missed, -unknowns[free] / _LIKE_LOOSE_M_S2))
        whole, corner = np.linalg.qr(both)
        unknowns[free] += solve_triangular(corner, whole.T @ short)
    return unknowns


def _mean_push(
    layout: Layout,
    time_s: Float[np.ndarray, "n"],
    state_ecef: Float[np.ndarray, "n 6"],
    burns: BurnTimes,
) -> Float[np.ndarray, "c"]:
    """Each burn's gain of velocity over its length, gravity roughly made good."""
    axes = layout.axes
    pushes = []
    for count, begin, end in zip(layout.burns, burns.ignition_s, burns.end_s, strict=True):
        ends = np.searchsorted(time_s, (begin, end)).clip(0, len(time_s) - 1)
        gain = axes @ (state_ecef[ends[1], 3:] - state_ecef[ends[0], 3:])
        mean = gain / max(end - begin, 1.0) + np.array((0.0, 0.0, 9.8))
        pushes.append(np.repeat(mean, count))
    return np.concatenate(pushes)
