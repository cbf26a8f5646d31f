"""Where flights came from: launch points with ellipses, from an orbit after burnout.

The boost itself is unknown. Every vehicle of a fleet drawn around the catalogue's classes that
could have led onto the orbit (`fusion.boosts`) gives one launch, weighed by how likely its steering
is; the spread of the launches, with what the orbit's own uncertainty adds, is the ellipse. What
else was seen narrows it: the place and time that overhead infrared reports, a position under
power, and that thrust had ended by a certain time. Each launch is one part of a mixture of normal
distributions, widened so that few of them still stand for all; an observation moves each part and
weighs it anew.

Source: Alspach and Sorenson 1972, IEEE Transactions on Automatic Control 17 (4), 439-448, for the
mixture's update; West 1993, Journal of the Royal Statistical Society B 55, 409-422, for its width.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.earth.ellipsoid import east_north_up, ecef_to_geodetic, geodetic_to_ecef
from glasshield.errors import RangeError
from glasshield.flight.fly import Launches as FlightLaunches
from glasshield.flight.fly import Sampling, fly
from glasshield.fusion.arcs import height_m
from glasshield.fusion.boosts import Boosts, Fleet, boosts
from glasshield.fusion.ellipse import Ellipses
from glasshield.fusion.even import normals
from glasshield.fusion.impact_point import INTERVAL

SAMPLES: Final = 1_500
# An orbit that fewer vehicles than this lead onto says more about the fleet than about the launch.
FEWEST: Final = 3
_BURNOUT_SIGMA_S: Final = 2.0  # of the time by which thrust is said to have ended
_TRACE_S: Final = 1.0
_LONGEST_BOOST_S: Final = 420.0
# What a launch is told by: east and north of a middle (m), time (s), speed (m/s) and time (s) of
# burnout; and, where a position under power was seen, where it would have been (m, three numbers).
_TOLD: Final = 5
_PLACE: Final = slice(0, 2)
_BEGINNING: Final = slice(0, 3)
_TIME, _SPEED, _BURNOUT = 2, 3, 4
# What a launch depends on without being told by it: a metre, a hundredth of a second.
_LEAST_VARIANCE: Final = np.array((1.0, 1.0, 1e-4, 1e-4, 1e-4, 1.0, 1.0, 1.0))


@dataclass(frozen=True, slots=True)
class Sightings:
    """Launches as overhead infrared reports them, one for each orbit; NaN where there is none.

    Attributes:
        lat_rad: of the launch point.
        lon_rad: of the launch point.
        position_sigma_m: on each axis of the ground.
        time_s: of the launch.
        time_sigma_s: of that time.
    """

    lat_rad: Float[np.ndarray, "k"]
    lon_rad: Float[np.ndarray, "k"]
    position_sigma_m: Float[np.ndarray, "k"]
    time_s: Float[np.ndarray, "k"]
    time_sigma_s: Float[np.ndarray, "k"]


@dataclass(frozen=True, slots=True)
class UnderPower:
    """A position of each object while its thrust was on; NaN where there is none.

    Attributes:
        time_s: when.
        position_ecef_m: where.
        covariance_m2: of the position.
    """

    time_s: Float[np.ndarray, "k"]
    position_ecef_m: Float[np.ndarray, "k 3"]
    covariance_m2: Float[np.ndarray, "k 3 3"]


@dataclass(frozen=True, slots=True)
class AlsoSeen:
    """What is known of the boosts beside the orbits they led to.

    Attributes:
        burnt_out_by_s: thrust had ended by then; NaN where nobody knows.
        burnt_out: time (s) at which thrust was seen to end, and its deviation (s), for each orbit;
            NaN where nobody saw it.
        sightings: of launches.
        under_power: positions during the boost.
    """

    burnt_out_by_s: Float[np.ndarray, "k"] | None = None
    burnt_out: Float[np.ndarray, "k 2"] | None = None
    sightings: Sightings | None = None
    under_power: UnderPower | None = None


@dataclass(frozen=True, slots=True)
class LaunchPoints:
    """Where and when k flights began; NaN where too few vehicles lead onto an orbit.

    Intervals hold 95 %.

    Attributes:
        ellipse: on the ground.
        time_s: of launch, the mean.
        time_low_s: the interval's beginning.
        time_high_s: its end.
        burnout_speed_m_s: relative to the Earth, the mean.
        burnout_speed_low_m_s: the interval's lower end.
        burnout_speed_high_m_s: its upper end.
        burnout_time_s: end of thrust, the mean.
        burnout_height_m: height there.
        missiles: ids of the fleet's missiles.
        missile_probability: of each, given that it was one of them.
        matches: vehicles that lead onto each orbit.
    """

    ellipse: Ellipses
    time_s: Float[np.ndarray, "k"]
    time_low_s: Float[np.ndarray, "k"]
    time_high_s: Float[np.ndarray, "k"]
    burnout_speed_m_s: Float[np.ndarray, "k"]
    burnout_speed_low_m_s: Float[np.ndarray, "k"]
    burnout_speed_high_m_s: Float[np.ndarray, "k"]
    burnout_time_s: Float[np.ndarray, "k"]
    burnout_height_m: Float[np.ndarray, "k"]
    missiles: tuple[str, ...]
    missile_probability: Float[np.ndarray, "k c"]
    matches: Int[np.ndarray, "k"]

    @property
    def known(self) -> Bool[np.ndarray, "k"]:
        """Which launches are known."""
        return np.isfinite(self.time_s)


def launch_points(
    time_s: Float[np.ndarray, "k"],
    state_ecef: Float[np.ndarray, "k 6"],
    covariance: Float[np.ndarray, "k 6 6"],
    ships: Fleet,
    seen: AlsoSeen | None = None,
    found: Boosts | None = None,
) -> LaunchPoints:
    """Where objects in free flight were launched, and their speed at the end of thrust.

    Args:
        time_s: when each has its state.
        state_ecef: after burnout, above the air: position (m) and velocity (m/s).
        covariance: of the states.
        ships: what might have flown, from `boosts.fleet`.
        seen: what else is known.
        found: `boosts.boosts` of the same times, states and fleet, where they are known already:
            they are nearly all of the work.

    Raises:
        RangeError: a state that is not finite.
    """
    if not (np.isfinite(state_ecef).all() and np.isfinite(covariance).all()):
        raise RangeError("a state holds a number that is not finite", where="launch_points")
    answers = _Answers.empty(len(time_s), len(ships.missiles))
    every = found or boosts(time_s, state_ecef, ships)
    for k in range(len(time_s)):
        own = _Own.of(every, k, ships, seen or AlsoSeen())
        answers.matches[k] = len(own.rows)
        if len(own.rows) >= FEWEST:
            answers.take_in(k, own, covariance[k])
    return answers.launch_points(ships.missiles)


@dataclass(frozen=True, slots=True)
class _Own:
    """The launches that lead onto one orbit, and what else was seen of it."""

    boosts: Boosts
    rows: Int[np.ndarray, "r"]
    weight: Float[np.ndarray, "r"]
    ships: Fleet
    orbit: int
    seen: AlsoSeen

    @classmethod
    def of(cls, found: Boosts, orbit: int, ships: Fleet, seen: AlsoSeen) -> _Own:
        """Those of one orbit, without those that burn longer than anything burnt."""
        rows = np.arange(*np.searchsorted(found.orbit, (orbit, orbit + 1)))
        weight = found.weight[rows]
        if seen.burnt_out_by_s is not None and np.isfinite(seen.burnt_out_by_s[orbit]):
            late = (found.burnout_s[rows] - seen.burnt_out_by_s[orbit]) / _BURNOUT_SIGMA_S
            weight = weight * np.exp(-0.5 * np.maximum(late, 0.0) ** 2)
        kept = weight > 1e-9 * weight.max(initial=0.0)
        rows, weight = rows[kept], weight[kept]
        return cls(found, rows, weight / weight.sum(), ships, orbit, seen)


@dataclass(frozen=True, slots=True)
class _Answers:
    """Columns of `LaunchPoints`, filled in orbit by orbit."""

    places: Float[np.ndarray, "k m 3"]
    times: Float[np.ndarray, "k 3"]
    speeds: Float[np.ndarray, "k 3"]
    burnout_s: Float[np.ndarray, "k"]
    burnout_m: Float[np.ndarray, "k"]
    missile: Float[np.ndarray, "k c"]
    matches: Int[np.ndarray, "k"]

    @classmethod
    def empty(cls, count: int, missiles: int) -> _Answers:
        """Nothing known yet."""
        return cls(
            np.full((count, SAMPLES, 3), np.nan),
            np.full((count, 3), np.nan),
            np.full((count, 3), np.nan),
            np.full(count, np.nan),
            np.full(count, np.nan),
            np.full((count, missiles), np.nan),
            np.zeros(count, dtype=int),
        )

    def take_in(self, k: int, own: _Own, covariance: Float[np.ndarray, "6 6"]) -> None:
        """One orbit's launches, narrowed by what else was seen, as samples."""
        mixture = _mixture(own, covariance)
        mixture = _with_burnout(mixture, own)
        mixture = _with_sighting(mixture, own)
        mixture = _with_position(mixture, own)
        values, part = mixture.sampled(SAMPLES)
        self.places[k] = mixture.frame.places(values[:, _PLACE])
        self.times[k] = _interval(values[:, _TIME])
        self.speeds[k] = _interval(values[:, _SPEED])
        self.burnout_s[k] = values[:, _BURNOUT].mean()
        self.burnout_m[k] = height_m(own.boosts.burnout[own.rows, :3])[part].mean()
        missile = own.ships.missile_index[own.boosts.vehicle[own.rows]][part]
        self.missile[k] = np.bincount(missile, minlength=self.missile.shape[1]) / SAMPLES

    def launch_points(self, missiles: tuple[str, ...]) -> LaunchPoints:
        """All answers."""
        return LaunchPoints(
            ellipse=_ellipses(self.places, np.isfinite(self.burnout_s)),
            time_s=self.times[:, 0],
            time_low_s=self.times[:, 1],
            time_high_s=self.times[:, 2],
            burnout_speed_m_s=self.speeds[:, 0],
            burnout_speed_low_m_s=self.speeds[:, 1],
            burnout_speed_high_m_s=self.speeds[:, 2],
            burnout_time_s=self.burnout_s,
            burnout_height_m=self.burnout_m,
            missiles=missiles,
            missile_probability=self.missile,
            matches=self.matches,
        )


@dataclass(frozen=True, slots=True)
class _Frame:
    """The ground around a middle."""

    origin_ecef_m: Float[np.ndarray, "3"]
    axes: Float[np.ndarray, "3 3"]

    @classmethod
    def around(
        cls,
        lat_rad: Float[np.ndarray, "r"],
        lon_rad: Float[np.ndarray, "r"],
        weight: Float[np.ndarray, "r"],
    ) -> _Frame:
        """The frame in the middle of places."""
        lat, lon, _ = ecef_to_geodetic(weight @ geodetic_to_ecef(lat_rad, lon_rad, 0.0))
        return cls(geodetic_to_ecef(lat, lon, 0.0), east_north_up(lat, lon))

    def local(self, position_ecef_m: Float[np.ndarray, "r 3"]) -> Float[np.ndarray, "r 3"]:
        """East, north and up of places."""
        return (position_ecef_m - self.origin_ecef_m) @ self.axes.T

    def places(self, offset_m: Float[np.ndarray, "m 2"]) -> Float[np.ndarray, "m 3"]:
        """Places on the ellipsoid so far east and north in the plane that touches it here."""
        lat, lon, _ = ecef_to_geodetic(self.origin_ecef_m + offset_m @ self.axes[:2])
        return geodetic_to_ecef(lat, lon, 0.0)


@dataclass(frozen=True, slots=True)
class _Mixture:
    """Normal distributions, one around each launch; d numbers tell a launch.

    Attributes:
        frame: where east and north are counted from.
        mean: of each part.
        covariance: of each part.
        log_weight: of each part, up to a constant.
    """

    frame: _Frame
    mean: Float[np.ndarray, "r d"]
    covariance: Float[np.ndarray, "r d d"]
    log_weight: Float[np.ndarray, "r"]

    def given(
        self,
        picked: slice,
        observed: Float[np.ndarray, "o"],
        noise: Float[np.ndarray, "o o"],
    ) -> _Mixture:
        """The mixture after some of its numbers were observed: each part moved, and weighed."""
        spread = self.covariance[:, picked, picked] + noise
        missed = (observed - self.mean[:, picked])[:, :, None]
        mixed = self.covariance[:, :, picked]
        solved = np.linalg.solve(spread, np.concatenate((missed, np.swapaxes(mixed, 1, 2)), -1))
        mean = self.mean + (mixed @ solved[:, :, :1])[:, :, 0]
        covariance = self.covariance - mixed @ solved[:, :, 1:]
        log = -0.5 * (np.einsum("ro,ro->r", missed[:, :, 0], solved[:, :, 0]))
        log -= 0.5 * np.linalg.slogdet(spread)[1]
        return _Mixture(self.frame, mean, covariance, self.log_weight + log)

    def sampled(self, count: int) -> tuple[Float[np.ndarray, "m d"], Int[np.ndarray, "m"]]:
        """Samples, and which part each comes from; every part has its share of them."""
        weight = np.exp(self.log_weight - self.log_weight.max())
        share = np.cumsum(weight) / weight.sum()
        part = np.searchsorted(share, (np.arange(count) + 0.5) / count, side="left")
        part = np.minimum(part, len(weight) - 1)
        draws = normals(count, self.mean.shape[1])
        root = _roots(self.covariance)[part]
        return self.mean[part] + np.einsum("mij,mj->mi", root, draws), part


def _roots(covariance: Float[np.ndarray, "r d d"]) -> Float[np.ndarray, "r d d"]:
    """Square roots of covariances in mixed units, some of which may be flat."""
    scale = np.sqrt(np.maximum(np.einsum("rii->ri", covariance), np.finfo(float).tiny))
    values, vectors = np.linalg.eigh(covariance / (scale[:, :, None] * scale[:, None, :]))
    return scale[:, :, None] * vectors * np.sqrt(np.maximum(values, 0.0))[:, None, :]


def _mixture(own: _Own, covariance: Float[np.ndarray, "6 6"]) -> _Mixture:
    """The launches as a mixture: each as wide as its orbit is uncertain and as others are apart."""
    found, rows, weight = own.boosts, own.rows, own.weight
    frame = _Frame.around(found.lat_rad[rows], found.lon_rad[rows], weight)
    launch = frame.local(geodetic_to_ecef(found.lat_rad[rows], found.lon_rad[rows], 0.0))
    velocity = found.burnout[rows, 3:]
    speed = np.linalg.norm(velocity, axis=-1)
    told = np.column_stack((launch[:, :2], found.time_s[rows], speed, found.burnout_s[rows]))
    slopes = _slopes(own, velocity / speed[:, None])
    if _has_position(own):
        where, moving = _under_power(own)
        told = np.hstack((told, where))
        shift = np.concatenate(
            (np.tile(frame.axes[:2].T, (len(rows), 1, 1)), -moving[:, :, None]), -1
        )
        slopes = np.concatenate((slopes, shift @ slopes[:, _BEGINNING]), axis=1)
    return _widened(frame, told, slopes @ covariance @ np.swapaxes(slopes, 1, 2), weight)


def _slopes(own: _Own, toward: Float[np.ndarray, "r 3"]) -> Float[np.ndarray, "r 5 6"]:
    """How what tells a launch changes with the state of the orbit."""
    found, rows = own.boosts, own.rows
    moves = found.by_orbit[rows]
    speed = np.einsum("ri,riu,rus->rs", toward, found.by_unknowns[rows], moves[:, :5])
    burn_s = own.ships.burn_s[found.vehicle[rows]]
    burnout = moves[:, 5] + burn_s[:, None] * moves[:, 4]
    return np.stack((moves[:, 1], moves[:, 0], moves[:, 5], speed, burnout), axis=1)


def _widened(
    frame: _Frame,
    told: Float[np.ndarray, "r d"],
    covariance: Float[np.ndarray, "r d d"],
    weight: Float[np.ndarray, "r"],
) -> _Mixture:
    """The mixture with its parts drawn together and widened: the same spread, without gaps."""
    effective = 1.0 / float(np.sum(weight**2))
    width = effective ** (-1.0 / (4.0 + told.shape[1] - 2.0))
    middle = weight @ told
    apart = told - middle
    # One more launch lies further out than those known: their mean and spread are uncertain, too.
    unsure = (effective + 1.0) / max(effective - 1.0, 0.5)
    between = unsure * np.einsum("r,ri,rj->ij", weight, apart, apart)
    between += np.diag(_LEAST_VARIANCE[: told.shape[1]])
    mean = middle + np.sqrt(1.0 - width**2) * apart
    return _Mixture(frame, mean, covariance + width**2 * between, np.log(weight))


def _with_burnout(mixture: _Mixture, own: _Own) -> _Mixture:
    """The mixture after the end of thrust was seen, where it was."""
    seen = own.seen.burnt_out
    if seen is None or not np.isfinite(seen[own.orbit]).all():
        return mixture
    time_s, sigma_s = seen[own.orbit]
    return mixture.given(
        slice(_BURNOUT, _BURNOUT + 1), np.array([time_s]), np.array([[sigma_s**2]])
    )


def _with_sighting(mixture: _Mixture, own: _Own) -> _Mixture:
    """The mixture after infrared's report, where there is one."""
    seen = own.seen.sightings
    if seen is None or not np.isfinite(seen.lat_rad[own.orbit]):
        return mixture
    k = own.orbit
    place = mixture.frame.local(geodetic_to_ecef(seen.lat_rad[k], seen.lon_rad[k], 0.0)[None])[0]
    observed = np.array((place[0], place[1], seen.time_s[k]))
    sigma = np.array((seen.position_sigma_m[k], seen.position_sigma_m[k], seen.time_sigma_s[k]))
    return mixture.given(_BEGINNING, observed, np.diag(sigma**2))


def _with_position(mixture: _Mixture, own: _Own) -> _Mixture:
    """The mixture after a position under power, where there is one."""
    seen = own.seen.under_power
    if seen is None or not _has_position(own):
        return mixture
    picked = slice(_TOLD, _TOLD + 3)
    return mixture.given(picked, seen.position_ecef_m[own.orbit], seen.covariance_m2[own.orbit])


def _has_position(own: _Own) -> bool:
    seen = own.seen.under_power
    return seen is not None and bool(np.isfinite(seen.time_s[own.orbit]))


def _under_power(own: _Own) -> tuple[Float[np.ndarray, "r 3"], Float[np.ndarray, "r 3"]]:
    """Where each launch's vehicle would have been when it was seen, and how fast."""
    seen, found, rows = own.seen.under_power, own.boosts, own.rows
    assert seen is not None
    since = np.clip(seen.time_s[own.orbit] - found.time_s[rows], 0.0, _LONGEST_BOOST_S)
    count = int(since.max() / _TRACE_S) + 2
    burn_s = own.ships.burn_s[found.vehicle[rows]]
    launches = FlightLaunches(
        found.vehicle[rows],
        found.lat_rad[rows],
        found.lon_rad[rows],
        found.azimuth_rad[rows],
        found.kick_rad[rows],
        cutoff_s=burn_s * found.share[rows],
    )
    flights = fly(own.ships.vehicles, launches, sampling=Sampling(_TRACE_S, count, velocities=True))
    before = np.minimum((since / _TRACE_S).astype(int), count - 2)
    each = np.arange(len(rows))
    rest = (since - before * _TRACE_S)[:, None]
    position = flights.positions_ecef_m[each, before]
    velocity = flights.velocities_ecef_m_s[each, before]
    change = (flights.velocities_ecef_m_s[each, before + 1] - velocity) / _TRACE_S
    return position + rest * velocity + 0.5 * rest**2 * change, velocity + rest * change


def _interval(values: Float[np.ndarray, "m"]) -> Float[np.ndarray, "3"]:
    """Mean, and both ends of the interval."""
    return np.array((values.mean(), *np.quantile(values, INTERVAL)))


def _ellipses(places: Float[np.ndarray, "k m 3"], known: Bool[np.ndarray, "k"]) -> Ellipses:
    """Ellipses of the launches that are known, NaN for the others."""
    some = Ellipses.of_samples(places[known])
    return some.spread(known)
