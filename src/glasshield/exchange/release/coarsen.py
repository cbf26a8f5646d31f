"""What is released, made as coarse as its terms say.

Positions are rounded to the nodes of a grid, times down to whole steps. A covariance that goes with
rounded numbers would give away which sensors measured, from where; it is replaced by one that is
the same in all directions and not smaller. What is left out is left out for every object alike.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.earth.time import Instant
from glasshield.errors import RangeError
from glasshield.exchange.release.terms import EventKind, Terms
from glasshield.fusion.tracks import Tracks, pack, unpack
from glasshield.sensing.detections import UNKNOWN, Detections
from glasshield.sensing.station import Station

_US_PER_S: Final = 1e6
# A rounded number is off by up to half a step, each value as likely: a variance of step^2 / 12.
_UNIFORM: Final = 12.0
_DIGITS: Final = 2  # of a rounded standard deviation
# For detections without a range: a step at the target is taken to be seen from as far away.
_SIGHT_M: Final = 1_000e3
_ZENITH: Final = 0.5 * math.pi
_SHARE: Final = 0.01  # to which probabilities are rounded
_SLOW_M_S: Final = 1_000.0  # slower than most: how long an object takes for a step, at most


def tick(now: Instant, terms: Terms) -> Instant:
    """The last instant, up to now, at which a picture may be looked at."""
    step_us = _step_us(terms)
    return Instant(now.posix_us // step_us * step_us)


def released_at(arrival: Instant, terms: Terms) -> Instant:
    """When something that arrived then shows first: after its delay, at the next tick."""
    step_us = _step_us(terms)
    ready_us = arrival.posix_us + math.ceil(terms.delay_s * _US_PER_S)
    return Instant(-(-ready_us // step_us) * step_us)


def _step_us(terms: Terms) -> int:
    return max(1, math.ceil(terms.time_s * _US_PER_S))


def states(
    state_ecef: Float[np.ndarray, "n 6"], covariance: Float[np.ndarray, "n 6 6"], terms: Terms
) -> tuple[Float[np.ndarray, "n 6"], Float[np.ndarray, "n 6 6"]]:
    """States and covariances of tracks as they are released.

    Args:
        state_ecef: position (m) and velocity (m/s).
        covariance: of them; NaN where not known.
        terms: under which.

    Returns:
        Rounded states, each number off by half a step at most. Their covariances: as they are for
        exact terms; times the factor where nothing is rounded; else of a sphere each for position
        and velocity that holds the inflated covariance and what rounding adds.
    """
    inflated = covariance * terms.covariance_factor
    if not (terms.position_m or terms.velocity_m_s):
        return state_ecef, inflated
    steps = (terms.position_m, terms.velocity_m_s)
    rounded = np.concatenate(
        [to_step(state_ecef[:, 3 * k : 3 * k + 3], step) for k, step in enumerate(steps)], axis=1
    )
    outer = np.zeros_like(inflated)
    for k, step in enumerate(steps):
        block = slice(3 * k, 3 * k + 3)
        # Twice, for what position and velocity share is left out.
        variance = 2.0 * _widest(inflated[:, block, block]) + step**2 / _UNIFORM
        outer[:, range(3 * k, 3 * k + 3), range(3 * k, 3 * k + 3)] = _rounded_up(variance)[:, None]
    outer[~np.isfinite(inflated).all(axis=(1, 2))] = np.nan
    return rounded, outer


def to_step(values: Float[np.ndarray, "..."], step: float) -> Float[np.ndarray, "..."]:
    """Values rounded to the nearest multiple of a step; as they are for a step of zero."""
    if not step:
        return values
    return np.round(values / step) * step + 0.0  # no -0.0, which would tell the side


def shares(values: Float[np.ndarray, "..."], terms: Terms) -> Float[np.ndarray, "..."]:
    """Probabilities as they are released: in whole hundredths unless the terms are exact."""
    return values if terms.is_exact else to_step(values, _SHARE)


def _widest(covariance: Float[np.ndarray, "n d d"]) -> Float[np.ndarray, "n"]:
    """The greatest variance in any direction; infinite where it is not known."""
    known = np.isfinite(covariance).all(axis=(1, 2))
    widest = np.full(len(covariance), np.inf)
    widest[known] = np.linalg.eigvalsh(covariance[known])[:, -1]
    return np.maximum(widest, 0.0)


def _rounded_up(variance: Float[np.ndarray, "n"]) -> Float[np.ndarray, "n"]:
    """Variances whose standard deviations have two digits, none of them smaller than before."""
    sigma = np.sqrt(variance)
    usable = np.isfinite(sigma) & (sigma > 0.0)
    digit = 10.0 ** (
        np.floor(np.log10(sigma, where=usable, out=np.zeros_like(sigma))) - _DIGITS + 1
    )
    return np.where(usable, (np.ceil(sigma / digit) * digit) ** 2, variance)


def places(
    lat_rad: Float[np.ndarray, "n"], lon_rad: Float[np.ndarray, "n"], position_m: float
) -> tuple[Float[np.ndarray, "n"], Float[np.ndarray, "n"]]:
    """Places on the ground, rounded along the meridian and then along the parallel.

    Args:
        lat_rad: geodetic latitudes; NaN where there is no place.
        lon_rad: longitudes.
        position_m: the step; no step along a parallel is shorter.
    """
    if not position_m:
        return lat_rad, lon_rad
    half = 0.5 * math.pi
    lat = np.clip(to_step(lat_rad, position_m / EARTH_MEAN_RADIUS_M), -half, half)
    around_m = 2.0 * math.pi * EARTH_MEAN_RADIUS_M * np.cos(lat)
    steps = np.maximum(np.floor(np.nan_to_num(around_m) / position_m), 1.0)
    width = 2.0 * math.pi / steps
    turned = np.round(lon_rad / width) * width
    return lat, np.remainder(turned + math.pi, 2.0 * math.pi) - math.pi


class PlaceKind(StrEnum):
    """What the place of an event is."""

    NONE = "none"
    FIRST_SEEN = "first-seen"
    LAUNCH = "launch"
    IMPACT = "impact"
    LAST_SEEN = "last-seen"


# Sizes of the ellipses of a normal distribution that hold 50 and 95 %: Rayleigh's distribution.
NORMAL_RADII: Final = (math.sqrt(2.0 * math.log(2.0)), math.sqrt(2.0 * math.log(20.0)))


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to an object of a picture.

    Attributes:
        kind: what.
        object: number of the object in its picture.
        time: when.
        object_class: of `CLASS_NAMES`, as the picture has it.
        contributors: the parties and sensors whose detections it stands on.
        place: what the place is.
        lat_rad: where, geodetic; NaN where it has no place.
        lon_rad: where.
        covariance_m2: of east and north around the place.
        radii: sizes of the ellipses that hold 50 and 95 %, in standard deviations.
        region: in which the place lies, by code; empty where not known.
        expected: when it was or will be at that place, as far as that is not the time itself.
        expected_sigma_s: standard deviation of that time.
        first_seen: when the first detection was measured.
        latency_s: from the arrival of the first detection; NaN where it means nothing.
        detections: how many it stands on; None where that is not told.
        notice: reference of the notice that it is about; empty where there is none.
        against: which items of that notice the flight contradicts.
    """

    kind: EventKind
    object: int
    time: Instant
    object_class: str
    contributors: tuple[tuple[str, str], ...]
    place: PlaceKind = PlaceKind.NONE
    lat_rad: float = math.nan
    lon_rad: float = math.nan
    covariance_m2: tuple[tuple[float, float], tuple[float, float]] = ((math.nan,) * 2,) * 2
    radii: tuple[float, float] = NORMAL_RADII
    region: str = ""
    expected: Instant | None = None
    expected_sigma_s: float = math.nan
    first_seen: Instant | None = None
    latency_s: float = math.nan
    detections: int | None = None
    notice: str = ""
    against: tuple[str, ...] = ()


def event(found: Event, terms: Terms) -> Event | None:
    """An event as it is released; None where the terms leave its kind or class out.

    The name of its region goes with a rounded place: whoever shows it looks the region up again
    for the place that is left, since the name of a small one would say more. So does the notice: it
    says to a few miles and hours from where and when the object was launched. A time at which it is
    somewhere is rounded to what the step of places is worth.
    """
    if not (terms.has_event(found.kind) and terms.has_class(found.object_class)):
        return None
    if terms.is_exact and terms.names_sensors:
        return found
    lat, lon = places(np.array([found.lat_rad]), np.array([found.lon_rad]), terms.position_m)
    covariance, radii = _ground(np.array(found.covariance_m2), found.radii, terms)
    expected, expected_sigma_s = _expected(found, terms)
    is_rounded = terms.position_m > 0.0 or terms.time_s > 0.0
    return replace(
        found,
        time=tick(found.time, terms),
        contributors=contributors(found.contributors, terms),
        lat_rad=float(lat[0]),
        lon_rad=float(lon[0]),
        covariance_m2=covariance,
        radii=radii,
        region="" if terms.position_m else found.region,
        expected=expected,
        expected_sigma_s=expected_sigma_s,
        first_seen=None if found.first_seen is None else tick(found.first_seen, terms),
        latency_s=_up(found.latency_s, terms.time_s),
        detections=found.detections if terms.is_exact and terms.names_sensors else None,
        notice="" if is_rounded else found.notice,
        against=() if is_rounded else found.against,
    )


def is_news(shown: Event, before: Event | None) -> bool:
    """Whether a released event says anything that the one before of its kind and object did not.

    Where an impact has moved by less than the terms show, telling it again would tell just that.

    Args:
        shown: as `event` gives it.
        before: likewise; None where there was none.
    """
    if before is None:
        return True
    same = replace(
        shown, time=before.time, latency_s=before.latency_s, detections=before.detections
    )
    return repr(same) != repr(before)  # NaN is the same as NaN


def _ground(
    covariance_m2: Float[np.ndarray, "2 2"], radii: tuple[float, float], terms: Terms
) -> tuple[tuple[tuple[float, float], tuple[float, float]], tuple[float, float]]:
    """The covariance of a place on the ground as it is released, and the sizes of its ellipses."""
    inflated = covariance_m2 * terms.covariance_factor
    if terms.position_m:
        known = np.isfinite(inflated).all()
        # The shape of the distribution goes, but not what it says beyond a normal one.
        wider = max(1.0, *(own / usual for own, usual in zip(radii, NORMAL_RADII, strict=True)))
        # A step along a parallel is at most twice as long: close to a pole.
        rounding_m2 = (2.0 * terms.position_m) ** 2 / _UNIFORM
        variance = _widest(wider**2 * inflated[None]) + rounding_m2
        inflated = np.diag(np.repeat(_rounded_up(variance), 2)) if known else inflated * math.nan
        radii = NORMAL_RADII
    (ee, en), (ne, nn) = inflated.tolist()
    return ((ee, en), (ne, nn)), radii


def _expected(found: Event, terms: Terms) -> tuple[Instant | None, float]:
    """The time of being somewhere as it is released, and its standard deviation."""
    if found.expected is None:
        return None, math.nan
    inflated_s = found.expected_sigma_s * math.sqrt(terms.covariance_factor)
    step_s = max(terms.time_s, terms.position_m / _SLOW_M_S)
    if not step_s:
        return found.expected, inflated_s
    step_us = math.ceil(step_s * _US_PER_S)
    rounded = Instant(round(found.expected.posix_us / step_us) * step_us)
    variance = np.array([inflated_s**2 + step_s**2 / _UNIFORM])
    return rounded, float(np.sqrt(_rounded_up(variance)[0]))


def _up(value: float, step: float) -> float:
    return math.ceil(value / step) * step if step and math.isfinite(value) else value


def contributors(found: Iterable[tuple[str, str]], terms: Terms) -> tuple[tuple[str, str], ...]:
    """Parties and sensors in order; sensors as empty names where the terms do not name them."""
    shown = {(party, sensor if terms.names_sensors else "") for party, sensor in found}
    return tuple(sorted(shown))


def bare(detections: Detections, mask: Bool[np.ndarray, "n"]) -> Detections:
    """The chosen detections with nothing beside them of what was not chosen.

    Only the stations that they come from are left, by id; truth of a simulation is gone.

    Args:
        detections: of any stations.
        mask: which.
    """
    chosen = detections.take(mask)
    present = np.unique(chosen.station_index)
    order = sorted(present.tolist(), key=lambda index: detections.stations[index].id)
    number = np.full(len(detections.stations), -1, dtype=np.int32)
    number[order] = np.arange(len(order))
    return replace(
        chosen,
        stations=tuple(detections.stations[index] for index in order),
        station_index=number[chosen.station_index],
        truth=np.full(len(chosen), UNKNOWN, dtype=np.int32),
    )


def detections(admitted: Detections, terms: Terms) -> Detections:
    """Detections as they are released, all of them admitted.

    Of their stations only name, party and place are left: how far and how often they look, and how
    surely they detect, goes to nobody. Where the terms are not exact, the strength of the echo and
    the time of arrival are left out, ranges and range rates are rounded, and angles so that the
    step at the target is as long.

    Args:
        admitted: of `bare`.
        terms: under which; not at rounded times.

    Raises:
        RangeError: terms that round times.
    """
    if terms.time_s:
        raise RangeError("a detection at a rounded time is none", where="time_s", got=terms.time_s)
    sigmas = _known(admitted.sigma_or_station, admitted)
    shown = replace(admitted, stations=tuple(_bare(each) for each in admitted.stations))
    if terms.is_exact:
        return replace(shown, sigmas=sigmas)
    rounded, steps = _measured(admitted, terms)
    variance = sigmas**2 * terms.covariance_factor + steps**2 / _UNIFORM
    nothing = np.full(len(admitted), np.nan)
    return replace(
        shown,
        range_m=rounded[:, 0],
        azimuth_rad=rounded[:, 1],
        elevation_rad=rounded[:, 2],
        range_rate_m_s=rounded[:, 3],
        sigmas=np.sqrt(_rounded_up(variance)),
        snr_db=nothing,
        arrival_s=admitted.time_s,
    )


def _bare(station: Station) -> Station:
    return Station(
        station.id, station.lat_rad, station.lon_rad, station.height_m, party=station.party
    )


def _known(sigmas: Float[np.ndarray, "n 4"], measured: Detections) -> Float[np.ndarray, "n 4"]:
    """Standard deviations where something was measured, NaN elsewhere."""
    return np.where(np.isfinite(_columns(measured)), sigmas, np.nan)


def _columns(found: Detections) -> Float[np.ndarray, "n 4"]:
    return np.stack(
        (found.range_m, found.azimuth_rad, found.elevation_rad, found.range_rate_m_s), axis=-1
    )


def _measured(
    found: Detections, terms: Terms
) -> tuple[Float[np.ndarray, "n 4"], Float[np.ndarray, "n 4"]]:
    """The measurements rounded, and the step of each."""
    size = terms.position_m
    range_m = to_step(found.range_m, size)
    away_m = np.where(np.isfinite(range_m), np.maximum(range_m, size), _SIGHT_M)
    steps = np.zeros((len(found), 4))
    steps[:, 0], steps[:, 3] = size, terms.velocity_m_s
    if not size:
        rate = to_step(found.range_rate_m_s, terms.velocity_m_s)
        return np.stack((range_m, found.azimuth_rad, found.elevation_rad, rate), axis=-1), steps
    steps[:, 2] = size / away_m
    elevation = np.clip(
        np.round(found.elevation_rad / steps[:, 2]) * steps[:, 2], -_ZENITH, _ZENITH
    )
    turns = np.maximum(np.floor(2.0 * np.pi * away_m * np.cos(elevation) / size), 1.0)
    steps[:, 1] = 2.0 * np.pi / turns
    azimuth = np.remainder(np.round(found.azimuth_rad / steps[:, 1]) * steps[:, 1], 2.0 * np.pi)
    rate = to_step(found.range_rate_m_s, terms.velocity_m_s)
    return np.stack((range_m, azimuth, elevation, rate), axis=-1), steps


def tracks(found: Tracks, terms: Terms) -> Tracks:
    """Tracks of a picture as they are released, with their rows at the times that they have.

    Raises:
        RangeError: terms that round times, where rows do not stand at ticks.
    """
    step_us = _step_us(terms)
    if terms.time_s and any(
        found.epoch.plus_s(float(time_s)).posix_us % step_us for time_s in found.time_s
    ):
        raise RangeError(
            "the rows of these tracks stand between ticks",
            where="time_s",
            expected=f"multiples of {terms.time_s:g} s",
            do="take the states of the picture at each tick",
        )
    state, covariance = states(found.state_ecef, unpack(found.packed_covariance), terms)
    shown = replace(
        found,
        state_ecef=state,
        packed_covariance=pack(covariance),
        phase_probability=shares(found.phase_probability, terms),
        detection=np.full(len(found.time_s), -1, dtype=found.detection.dtype),
    )
    if terms.names_sensors:
        return replace(shown, stations=tuple(_bare(each) for each in found.stations))
    nobody = np.full(len(found.time_s), -1, dtype=found.station_index.dtype)
    return replace(shown, stations=(), station_index=nobody)


@dataclass(slots=True)
class Numbers:
    """The numbers of objects as a viewer sees them: from 1, in the order in which they show first.

    A picture numbers what it makes, and not all of that is released; a gap would tell.
    """

    _given: dict[int, int] = field(default_factory=dict)

    def of(self, inner: Iterable[int]) -> Int[np.ndarray, "n"]:
        """The numbers of objects that are released now, by their numbers in the picture."""
        return np.array(
            [self._given.setdefault(each, len(self._given) + 1) for each in inner], dtype=np.int64
        )
