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
from functools import lru_cache
from typing import Final, Protocol

import numpy as np
from jaxtyping import Bool, Float, Int
from scipy.interpolate import BSpline
from scipy.linalg import solve_triangular

from glasshield.constants import EARTH_MEAN_RADIUS_M, EARTH_MU_M3_S2, EARTH_ROTATION_RAD_S
from glasshield.earth import gravity
from glasshield.earth.ellipsoid import east_north_up, geodetic_to_ecef
from glasshield.earth.time import Instant
from glasshield.errors import RangeError
from glasshield.flight.vehicle import Vehicle
from glasshield.monitoring.integration import NODES, SHARES, Curve, Slopes, curve, slopes

FEWEST_COEFFICIENTS: Final = 4
KNOT_S: Final = 10.0
LEAST_GAP_S: Final = 0.1  # from which a search for a gap starts where there seems to be none
_DEGREE: Final = 3
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
    return max(FEWEST_COEFFICIENTS, round(burn_s / KNOT_S) + _DEGREE)


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


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a flight has, and how it changes with the unknowns."""

    value: float
    slope: Float[np.ndarray, "p"]


@dataclass(frozen=True, slots=True)
class Figures:
    """What is asked of a flight.

    Attributes:
        burnout_speed_m_s: at the end of the last burn, relative to the turning Earth.
        burn_time_s: from lift-off to the end of the last burn.
        surface_speed_m_s: what the energy of its free flight (without the turning of the Earth)
            would be at the ground of a sphere of the Earth's mean radius: the speed that apogee
            and range alone say.
        motor_speed_m_s: the integral of the sensed acceleration's magnitude over all burns; noise
            lengthens it (`PoweredFlight.motor_excess_m_s`).
    """

    burnout_speed_m_s: Figure
    burn_time_s: Figure
    surface_speed_m_s: Figure
    motor_speed_m_s: Figure


@dataclass(frozen=True, slots=True)
class PoweredFlight:
    """A flight and how it changes with its unknowns; stands where `Observed` wants arcs.

    Times count from the epoch of the layout. Before lift-off it stands on its site.

    Attributes:
        layout: what the unknowns are.
        unknowns: in the order of `layout.names`.
        curve: from lift-off on, gaps and free flight included.
        slopes: of the curve by the unknowns, at fixed shares of its spans.
        begins_s: when each span begins.
        begins_slopes: how that changes with the unknowns.
        pieces: for each span the number of its burn; -1 in gaps and in free flight.
        powered_spans: how many spans there are until the last burn ends.
    """

    layout: Layout
    unknowns: Float[np.ndarray, "p"]
    curve: Curve
    slopes: Slopes
    begins_s: Float[np.ndarray, "s"]
    begins_slopes: Float[np.ndarray, "s p"]
    pieces: Int[np.ndarray, "s"]
    powered_spans: int

    @property
    def drag_m2_kg(self) -> None:
        """None: where a powered flight is observed, its drag is a part of what it senses."""
        return

    @property
    def liftoff_s(self) -> float:
        """When it lifts off."""
        return float(self.unknowns[0])

    @property
    def burnout_time_s(self) -> float:
        """When the last burn ends."""
        return self.stage_ends_s[-1]

    @property
    def stage_ends_s(self) -> tuple[float, ...]:
        """When each burn ends."""
        return tuple(float(self.begins_s[last + 1]) for last in self._last_spans())

    @property
    def stage_end_slopes(self) -> Float[np.ndarray, "b p"]:
        """How these times change with the unknowns."""
        return self.begins_slopes[[last + 1 for last in self._last_spans()]]

    @property
    def burnout_state(self) -> Float[np.ndarray, "6"]:
        """The state when the last burn ends."""
        return self.curve.knots[self.powered_spans]

    @property
    def burnout_slopes(self) -> Float[np.ndarray, "6 p"]:
        """How the state at the end of the last burn changes, its time moving along."""
        return self.slopes.knots[self.powered_spans]

    def at(
        self, time_s: Float[np.ndarray, "n"], _object: Int[np.ndarray, "n"] | None = None
    ) -> Float[np.ndarray, "n 6"]:
        """States at these times, ECEF; the number of the object is always 0 and not looked at."""
        span, share, still = self._found(time_s)
        state = self.curve.at(span, share).state_ecef
        state[still] = self.curve.knots[0]
        return state

    def partials_at(
        self, time_s: Float[np.ndarray, "n"], _object: Int[np.ndarray, "n"] | None = None
    ) -> Float[np.ndarray, "n 6 p"]:
        """How the states at these times change with the unknowns."""
        span, share, still = self._found(time_s)
        moved = np.concatenate(
            (
                self.slopes.place_at(self.curve, span, share),
                self.slopes.velocity_at(self.curve, span, share),
            ),
            axis=1,
        )
        moved -= self.rates_at(time_s)[:, :, None] * self._later(span, share)[:, None, :]
        moved[still] = self.slopes.knots[0]
        return moved

    def place_partials_at(
        self, time_s: Float[np.ndarray, "n"], _object: Int[np.ndarray, "n"] | None = None
    ) -> Float[np.ndarray, "n 3 p"]:
        """The first three rows of `partials_at`."""
        span, share, still = self._found(time_s)
        moved = self.slopes.place_at(self.curve, span, share)
        velocity = self.curve.at(span, share).state_ecef[:, 3:]
        moved -= velocity[:, :, None] * self._later(span, share)[:, None, :]
        moved[still] = self.slopes.knots[0, :3]
        return moved

    def rates_at(
        self,
        time_s: Float[np.ndarray, "n"],
        _object: Int[np.ndarray, "n"] | None = None,
        _state: Float[np.ndarray, "n 6"] | None = None,
    ) -> Float[np.ndarray, "n 6"]:
        """How the states change with time (m/s, m/s2): with the push, unlike free flight."""
        span, share, still = self._found(time_s)
        found = self.curve.at(span, share)
        change = np.concatenate((found.state_ecef[:, 3:], found.acceleration_m_s2), axis=-1)
        change[still] = 0.0
        return change

    def sensed(self, time_s: Float[np.ndarray, "n"]) -> Float[np.ndarray, "n 3"]:
        """The sensed acceleration (m/s2) along, across and up; nothing outside burns."""
        basis, pushed = self._basis(time_s)
        push = np.zeros((len(pushed), 3))
        for burn, rows in self._by_burn(pushed):
            push[rows] = basis[burn][rows] @ self._spline(burn)
        return push

    def sensed_slopes(self, time_s: Float[np.ndarray, "n"]) -> Float[np.ndarray, "n 3 p"]:
        """How the sensed acceleration at shares of burns changes with the unknowns.

        Each time stands for its share of its burn: the profile moves with the burn's ends.
        """
        basis, pushed = self._basis(time_s)
        moved = np.zeros((len(pushed), 3, self.layout.size))
        for burn, rows in self._by_burn(pushed):
            columns, count = self.layout.push_columns(burn), self.layout.burns[burn]
            for axis in range(3):
                first = columns.start + axis * count
                moved[rows, axis, first : first + count] = basis[burn][rows]
        return moved

    def figures(self) -> Figures:
        """The numbers that are asked of the flight."""
        velocity, moved = self.burnout_state[3:], self.burnout_slopes
        speed = float(np.linalg.norm(velocity))
        ends = self.stage_end_slopes[-1].copy()
        ends[0] -= 1.0
        return Figures(
            Figure(speed, velocity / speed @ moved[3:]),
            Figure(self.burnout_time_s - self.liftoff_s, ends),
            self._surface_speed(),
            self._motor_speed(),
        )

    def _surface_speed(self) -> Figure:
        state = self.burnout_state
        speed, spin = surface_speed_m_s(state), EARTH_ROTATION_RAD_S
        inertial = _inertial(state)
        by_state = np.empty(6)
        by_state[3:] = inertial
        by_state[:3] = spin * np.array((inertial[1], -inertial[0], 0.0))
        by_state[:3] -= gravity.acceleration(state[:3])
        return Figure(speed, by_state @ self.burnout_slopes / speed)

    def _motor_speed(self) -> Figure:
        total, slope = 0.0, np.zeros(self.layout.size)
        for burn in range(len(self.layout.burns)):
            basis, weight = self._nodes(burn)
            push = basis @ self._spline(burn)
            size = np.linalg.norm(push, axis=-1)
            way = push / np.maximum(size, np.finfo(float).tiny)[:, None]
            total += float(weight @ size)
            slope[self.layout.duration_column(burn)] += float(weight @ size)
            slope[self.layout.push_columns(burn)] = ((weight[:, None] * way).T @ basis).ravel()
        return Figure(total, slope)

    def motor_excess_m_s(self, noise: Float[np.ndarray, "p p"]) -> float:
        """By how much noise across the push makes the motor speed too great, on average.

        The length of a vector with an error across it is greater than its own, by the error's
        variance over twice the length; never taken for more than the length itself.

        Args:
            noise: covariance of the unknowns that the errors of the detections make.
        """
        total = 0.0
        for burn, count in enumerate(self.layout.burns):
            basis, weight = self._nodes(burn)
            push, columns = basis @ self._spline(burn), self.layout.push_columns(burn)
            size = np.maximum(np.linalg.norm(push, axis=-1), np.finfo(float).tiny)
            own = noise[columns, columns].reshape(3, count, 3, count)
            spread = np.einsum("nk,ikjl,nl->nij", basis, own, basis)
            along = np.einsum("ni,nij,nj->n", push, spread, push) / size**2
            across = np.trace(spread, axis1=1, axis2=2) - along
            total += float(weight @ np.minimum(across / (2.0 * size), size))
        return total

    def _nodes(self, burn: int) -> tuple[Float[np.ndarray, "n c"], Float[np.ndarray, "n"]]:
        """A burn's splines where it is integrated, and the seconds that each node stands for."""
        count = self.layout.burns[burn]
        length_s = float(np.exp(self.unknowns[self.layout.duration_column(burn)]))
        spans = count - _DEGREE
        return _node_basis(count).reshape(-1, count), length_s / spans * np.tile(SHARES, spans)

    def _spline(self, burn: int) -> Float[np.ndarray, "c 3"]:
        """Coefficients of a burn in the three components."""
        return self.unknowns[self.layout.push_columns(burn)].reshape(3, -1).T

    def _last_spans(self) -> list[int]:
        """The last span of each burn."""
        return [int(np.flatnonzero(self.pieces == k)[-1]) for k in range(len(self.layout.burns))]

    def _found(
        self, time_s: Float[np.ndarray, "n"]
    ) -> tuple[Int[np.ndarray, "n"], Float[np.ndarray, "n"], Bool[np.ndarray, "n"]]:
        """The span that each time falls into, the share of it, and which times precede lift-off."""
        span = np.searchsorted(self.begins_s, time_s, side="right") - 1
        still: Bool[np.ndarray, "n"] = span < 0
        span = np.maximum(span, 0)
        share = (time_s - self.begins_s[span]) / self.curve.span_s[span]
        return span, np.where(still, 0.0, share), still

    def _later(
        self, span: Int[np.ndarray, "n"], share: Float[np.ndarray, "n"]
    ) -> Float[np.ndarray, "n p"]:
        """By how much later the same share of the span comes for more of each unknown."""
        return self.begins_slopes[span] + share[:, None] * self.slopes.span_s[span]

    def _basis(
        self, time_s: Float[np.ndarray, "n"]
    ) -> tuple[dict[int, Float[np.ndarray, "n c"]], Int[np.ndarray, "n"]]:
        """Values of each burn's splines at times, and the burn that each time falls into."""
        span, share, still = self._found(time_s)
        pushed = np.where(still, -1, self.pieces[span])
        basis = {}
        for burn, rows in self._by_burn(pushed):
            first = int(np.flatnonzero(self.pieces == burn)[0])
            count = self.layout.burns[burn]
            whole = (span[rows] - first + share[rows]) / (count - _DEGREE)
            basis[burn] = np.zeros((len(pushed), count))
            basis[burn][rows] = splines(count, whole)
        return basis, pushed

    def _by_burn(self, pushed: Int[np.ndarray, "n"]) -> list[tuple[int, Bool[np.ndarray, "n"]]]:
        rows = ((burn, pushed == burn) for burn in range(len(self.layout.burns)))
        return [(burn, own) for burn, own in rows if own.any()]


def surface_speed_m_s(state_ecef: Float[np.ndarray, "6"]) -> float:
    """The speed at the ground of a still sphere that a free flight's energy stands for (m/s).

    Of the energy without the turning of the Earth; J2 counts in it, or it would not stay the same
    along a flight.

    Args:
        state_ecef: any state of the free flight.

    Source: vis-viva over a still sphere, as in `flight.kepler`.
    """
    inertial = _inertial(state_ecef)
    potential = float(gravity.potential(state_ecef[:3])) + EARTH_MU_M3_S2 / EARTH_MEAN_RADIUS_M
    return math.sqrt(max(float(inertial @ inertial) + 2.0 * potential, 1.0))


def _inertial(state_ecef: Float[np.ndarray, "6"]) -> Float[np.ndarray, "3"]:
    """The velocity without the turning of the Earth."""
    turning = EARTH_ROTATION_RAD_S * np.array((-state_ecef[1], state_ecef[0], 0.0))
    return state_ecef[3:] + turning


def splines(count: int, share: Float[np.ndarray, "n"]) -> Float[np.ndarray, "n c"]:
    """Values of clamped cubic B-splines on even knots at shares of their range."""
    values: Float[np.ndarray, "n c"] = BSpline.design_matrix(
        np.clip(share, 0.0, 1.0), _knots(count), _DEGREE
    ).toarray()
    return values


def greville(count: int) -> Float[np.ndarray, "c"]:
    """Where along its range each of the splines stands: coefficients of a line are its values."""
    return np.mean([_knots(count)[k + 1 : k + 1 + count] for k in range(_DEGREE)], axis=0)


def _knots(count: int) -> Float[np.ndarray, "k"]:
    inner = np.linspace(0.0, 1.0, count - _DEGREE + 1)
    return np.concatenate((np.zeros(_DEGREE), inner, np.ones(_DEGREE)))


@lru_cache(maxsize=64)
def _node_basis(count: int) -> Float[np.ndarray, "s q c"]:
    """Splines at the nodes of all spans of a burn."""
    spans = count - _DEGREE
    share = (np.arange(spans)[:, None] + NODES) / spans
    return splines(count, share.ravel()).reshape(spans, len(NODES), count)


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
        counts.append(count - _DEGREE)
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
        basis = _node_basis(count)
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
