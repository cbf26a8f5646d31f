"""Where objects come down, while they fly: when to estimate it again, and when to say so.

`fusion.impact_point` flies every fall to the ground, which takes longer than a live picture can
wait. Here the mean alone is flown, with J2, down to where the air begins, and before that, where a
state is in the air and goes up, through that with each ballistic coefficient; what differs from it
is carried to the ground on two-body arcs; what the air takes comes from a table (`air`). Between
them the impact is again a sum of parabolas in the six directions of the covariance and a quartic in
the logarithm of the ballistic coefficient, read at many samples. The coefficient is that of an
unknown object, as in `fusion.impact_point`.

Whether an estimate still stands is seen more cheaply still: the state that it was made from is
carried along in free flight, and the difference from the state that the tracker has now is carried
to the ground on two-body arcs, on which what the Earth's flattening and the air do falls out.

Source: Julier and Uhlmann 2004, Proceedings of the IEEE 92 (3), 401-422, for the directions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.centre.warning import air
from glasshield.centre.warning.orbits import (
    crossed,
    inertial_velocity,
    until_s,
    vacuum_impacts,
)
from glasshield.constants import EARTH_MU_M3_S2, EARTH_ROTATION_RAD_S, STANDARD_GRAVITY_M_S2
from glasshield.earth import geodesic
from glasshield.earth.ellipsoid import east_north_up, ecef_to_geodetic
from glasshield.earth.time import Instant
from glasshield.fusion.arcs import density, height_m, rates, step
from glasshield.fusion.bias_prior import BiasPrior
from glasshield.fusion.even import normals
from glasshield.fusion.falls import LONGEST_S
from glasshield.fusion.impact_point import Drag
from glasshield.fusion.observed import BIASES
from glasshield.fusion.registration import Registration
from glasshield.sensing.station import Station

LEVEL: Final = 0.95
_SAMPLES: Final = 256
_REACH: Final = 1.5  # standard deviations to which each direction is followed
_GREATEST: Final = 2.6  # beyond it a quartic through the nodes would run away
# What all this leaves out beside the full flight: so much, and a share of what the air takes.
_LEFT_OUT_M: Final = 250.0
_LEFT_OUT_SHARE: Final = 0.05
_STEPS_UP: Final = 32  # through the air on the way up, and over a low arc
_STEEP_RAD: Final = float(np.radians(12.0))  # from where on the table says what the air takes
_BENDS: Final = 0.35  # found from flights that were flown to the ground
_FALLEN: Final = 0.6  # of the height, as a mean over the time of a braked fall
_LEAST_PULL_M_S2: Final = 3.0
_LONGEST_LEG_S: Final = 250.0
_MOST_TAKEN: Final = 1.0  # of a speed in one step; from 2.8 on Runge-Kutta's steps grow without end
_STEPS_DOWN: Final = 16  # of free flight to the air: some metres after half an hour
_BRAKED: Final = 0.5  # the air takes its share late on the way, when half of the ground has passed
_UNIT: Final = np.array((1.0, 1.0, 1.0, 1e-3, 1e-3, 1e-3))
_STEPS: Final = np.array((30.0, 30.0, 30.0, 0.03, 0.03, 0.03))  # m and m/s, for slopes
_TIME: Final = BIASES.index("time_s")


@dataclass(frozen=True, slots=True)
class Prediction:
    """Where and when an object comes down.

    Attributes:
        lat_rad: of the middle of the ellipse, geodetic.
        lon_rad: of the middle.
        covariance_m2: of east and north around it.
        radii: of the ellipses that hold 50 and 95 %, in standard deviations.
        time: of impact.
        sigma_s: its standard deviation.
        semi_major_m: half of the 95 % ellipse's length.
    """

    lat_rad: float
    lon_rad: float
    covariance_m2: Float[np.ndarray, "2 2"]
    radii: tuple[float, float]
    time: Instant
    sigma_s: float
    semi_major_m: float

    def holds(self, other: Prediction) -> bool:
        """Whether the middle of another prediction lies within the 95 % ellipse of this one."""
        return bool(self.distance(other.lat_rad, other.lon_rad) <= self.radii[1])

    def distance(self, lat_rad: float, lon_rad: float) -> float:
        """How far off a place is, in standard deviations."""
        away = geodesic.inverse(self.lat_rad, self.lon_rad, lat_rad, lon_rad)
        toward = float(away.azimuth1_rad)
        offset = float(away.distance_m) * np.array((np.sin(toward), np.cos(toward)))
        return float(np.sqrt(offset @ np.linalg.solve(self.covariance_m2, offset)))


@dataclass(frozen=True, slots=True)
class States:
    """States of k objects as an estimate takes them, covariances wide enough for biases."""

    epoch: Instant
    number: Int[np.ndarray, "k"]
    time_s: Float[np.ndarray, "k"]
    state_ecef: Float[np.ndarray, "k 6"]
    covariance: Float[np.ndarray, "k 6 6"]


@np.errstate(all="ignore")  # what is no number is left out in the end
def predictions(states: States) -> list[Prediction | None]:
    """Where objects in free flight come down; None for those that do not within two hours.

    Of noise that was tracked, such as what is fast and deep in the air, nothing is known either.
    """
    if not len(states.number):
        return []
    falls = _falls(states)
    rows = np.flatnonzero(falls.is_known & (falls.time_s < LONGEST_S))
    told: list[Prediction | None] = [None] * len(states.number)
    if not len(rows):
        return told
    offsets, late_s = _sampled(states, falls, rows)
    known = np.isfinite(offsets).all(axis=(1, 2)) & np.isfinite(late_s).all(axis=1)
    offsets, late_s, rows = offsets[known], late_s[known], rows[known]
    middle = offsets.mean(axis=1)
    taken_m = _LEFT_OUT_SHARE * np.linalg.norm(falls.braked_m[rows], axis=1)
    left_out_m = np.hypot(_LEFT_OUT_M, taken_m)[:, None, None] * normals(_SAMPLES, 9)[:, 7:]
    away = offsets - middle[:, None] + left_out_m
    spread = np.swapaxes(away, 1, 2) @ away / _SAMPLES
    distance = np.sqrt(np.einsum("kmi,kij,kmj->km", away, np.linalg.inv(spread), away))
    radii = np.quantile(distance, (0.5, LEVEL), axis=1).T
    lat, lon = _shifted(falls.place_ecef_m[rows], middle)
    time_s = states.time_s[rows] + falls.time_s[rows] + late_s.mean(axis=1)
    sigma_s = late_s.std(axis=1)
    longer = radii[:, 1] * np.sqrt(np.linalg.eigvalsh(spread)[:, -1])
    for k, row in enumerate(rows.tolist()):
        told[row] = Prediction(
            float(lat[k]),
            float(lon[k]),
            spread[k],
            (float(radii[k, 0]), float(radii[k, 1])),
            states.epoch.plus_s(float(time_s[k])),
            float(sigma_s[k]),
            float(longer[k]),
        )
    return told


def prepare() -> None:
    """Makes the tables that the first estimate needs, by one of an object that climbs in air."""
    epoch = Instant.parse("2000-01-01T00:00:00Z")
    climbing = np.array([[6.42e6, 0.0, 0.0, 1e3, 2e3, 0.0]])
    covariance = np.diag(np.square([(100.0,) * 3 + (1.0,) * 3]).ravel())[None]
    predictions(States(epoch, np.zeros(1, dtype=int), np.zeros(1), climbing, covariance))


@dataclass(frozen=True, slots=True)
class _Falls:
    """Mean falls for each ballistic coefficient of the table, from where the middle one would end.

    Attributes:
        place_ecef_m: where it would end if the air took nothing any more below the edge.
        time_s: when.
        offset_m: east and north from there to where falls end, for each coefficient.
        late_s: how much later.
        braked_m: how much of that the air takes with the middle coefficient.
    """

    place_ecef_m: Float[np.ndarray, "k 3"]
    time_s: Float[np.ndarray, "k"]
    offset_m: Float[np.ndarray, "k c 2"]
    late_s: Float[np.ndarray, "k c"]
    braked_m: Float[np.ndarray, "k 2"]

    @property
    def is_known(self) -> Bool[np.ndarray, "k"]:
        """Of which objects all of this is a number."""
        columns = (self.place_ecef_m, self.time_s, self.offset_m, self.late_s, self.braked_m)
        flat = [each.reshape(len(self.time_s), -1) for each in columns]
        known: Bool[np.ndarray, "k"] = np.isfinite(np.hstack(flat)).all(axis=1)
        return known


def _falls(states: States) -> _Falls:
    """The mean falls: through the air on the way up, with J2 to its edge, and down from there."""
    count, nodes = len(states.number), len(air.NODES)
    lanes, leg_s = _through_air(states.state_ecef)
    each = lanes.shape[1]
    state = lanes.reshape(-1, 6)
    top_m = np.linalg.norm(state[:, :3], axis=1) - height_m(state[:, :3]) + air.TOP_M
    span_s = until_s(state, top_m)
    # What never is so high is braked from where it is.
    span_s = np.where(np.isfinite(span_s), span_s, 0.0)
    edge = _carried(state, span_s)
    rough, _ = vacuum_impacts(edge)
    flat = np.where(np.isfinite(rough), rough, edge[:, :3])
    place, after_s = vacuum_impacts(edge, np.linalg.norm(flat, axis=1) - height_m(flat))
    braked, late_s = _braked(edge, place, _along(place, edge[:, :3], after_s))
    own = np.arange(nodes) if each == nodes else np.zeros(nodes, dtype=int)
    every = np.arange(nodes)
    braked = braked.reshape(count, each, nodes, 2)[:, own, every]
    late_s = late_s.reshape(count, each, nodes)[:, own, every]
    places = place.reshape(count, each, 3)[:, own]
    times_s = (span_s + after_s).reshape(count, each)[:, own] + leg_s[:, None]
    middle, first_s = places[:, nodes // 2], times_s[:, nodes // 2]
    offset = (places - middle[:, None]) @ np.swapaxes(_ground(middle), 1, 2) + braked
    late_s = times_s - first_s[:, None] + late_s
    return _Falls(middle, first_s, offset, late_s, braked[:, nodes // 2])


def _braked(
    edge_ecef: Float[np.ndarray, "n 6"],
    place_ecef_m: Float[np.ndarray, "n 3"],
    toward: Float[np.ndarray, "n 2"],
) -> tuple[Float[np.ndarray, "n c 2"], Float[np.ndarray, "n c"]]:
    """By how far east and north the air moves impacts, and by how much it makes them later.

    It shortens the way; and as a fall takes longer, the turning of the Earth bends it for longer:
    by twice the integral of the way over time, across the axis, of which the air takes its share.
    """
    speed = np.linalg.norm(edge_ecef[:, 3:], axis=1)
    up = edge_ecef[:, :3] / np.linalg.norm(edge_ecef[:, :3], axis=1, keepdims=True)
    sinking = -np.sum(up * edge_ecef[:, 3:], axis=1) / np.maximum(speed, 1.0)
    dive = np.arcsin(np.clip(sinking, 0.0, 1.0))
    height = np.maximum(height_m(edge_ecef[:, :3]), 1.0)
    free_m, free_s = air.without_air(height, speed, dive)
    way, time = air.shares(height, speed, dive)
    # Way times time, more than without air: most of the way is gone early, the height less so.
    early = 1.0 - 0.5 * way / time
    level = (free_m * free_s)[:, None] * (way * time * early - 0.5)
    down = (height * free_s)[:, None] * (time * _FALLEN - 0.5)
    ground = _ground(place_ecef_m)
    ahead = np.einsum("ni,nij->nj", toward, ground)
    overhead = place_ecef_m / np.linalg.norm(place_ecef_m, axis=1, keepdims=True)
    summed = level[:, :, None] * ahead[:, None] - down[:, :, None] * overhead[:, None]
    axis = np.array((0.0, 0.0, EARTH_ROTATION_RAD_S))
    bent = -2.0 * _BENDS * crossed(axis, summed) @ np.swapaxes(ground, 1, 2)
    short = ((1.0 - way) * free_m[:, None])[:, :, None] * toward[:, None]
    return bent - short, (time - 1.0) * free_s[:, None]


def _through_air(
    state_ecef: Float[np.ndarray, "k 6"],
) -> tuple[Float[np.ndarray, "k l 6"], Float[np.ndarray, "k"]]:
    """States past the air that is on their way up, or past the top of a low arc; how much later.

    One lane where no object is in such air; else one for each ballistic coefficient. What is in
    air too thick for the steps stays where it is.
    """
    leg_s = _leg_s(state_ecef)
    if not (leg_s > 0.0).any():
        return state_ecef[:, None], np.zeros(len(state_ecef))
    usual = Drag()
    nodes = len(air.NODES)
    drag = np.exp(-usual.log_sigma * air.NODES) / usual.coefficient_kg_m2
    drags = np.tile(drag, len(state_ecef))
    lanes = np.repeat(state_ecef, nodes, axis=0)
    stays = np.zeros(len(state_ecef), dtype=bool)
    for _ in range(_STEPS_UP):
        spans = np.repeat(np.where(stays, 0.0, leg_s / _STEPS_UP), nodes)
        stays |= _is_too_thick(lanes, spans, drags).reshape(-1, nodes).any(axis=1)
        lanes = step(lanes, np.where(np.repeat(stays, nodes), 0.0, spans), drags)
    past = np.where(stays[:, None, None], state_ecef[:, None], lanes.reshape(-1, nodes, 6))
    return past, np.where(stays, 0.0, leg_s)


def _is_too_thick(
    state_ecef: Float[np.ndarray, "n 6"],
    span_s: Float[np.ndarray, "n"],
    drag_m2_kg: Float[np.ndarray, "n"],
) -> Bool[np.ndarray, "n"]:
    """Whether the air might take all of a speed within one step, from its lowest point on."""
    radius = np.linalg.norm(state_ecef[:, :3], axis=1)
    rise = np.sum(state_ecef[:, :3] * state_ecef[:, 3:], axis=1) / radius
    sinks_m = np.minimum(rise - STANDARD_GRAVITY_M_S2 * span_s, 0.0) * span_s
    air_kg_m3 = density(height_m(state_ecef[:, :3]) + sinks_m)
    speed = np.linalg.norm(state_ecef[:, 3:], axis=1)
    thick: Bool[np.ndarray, "n"] = 0.5 * drag_m2_kg * air_kg_m3 * speed * span_s > _MOST_TAKEN
    return thick


def _leg_s(state_ecef: Float[np.ndarray, "k 6"]) -> Float[np.ndarray, "k"]:
    """How long states in the air go up through it, or until a low arc goes down steeply enough.

    What goes down already, or is above the air, has no such way.
    """
    radius = np.linalg.norm(state_ecef[:, :3], axis=1)
    up = state_ecef[:, :3] / radius[:, None]
    rise = np.sum(up * state_ecef[:, 3:], axis=1)
    level = np.sqrt(np.maximum(np.sum(state_ecef[:, 3:] ** 2, axis=1) - rise**2, 0.0))
    turning2 = np.sum(inertial_velocity(state_ecef) ** 2, axis=1) - rise**2
    pull = np.maximum(EARTH_MU_M3_S2 / radius**2 - turning2 / radius, _LEAST_PULL_M_S2)
    height = height_m(state_ecef[:, :3])
    left2 = rise**2 - 2.0 * pull * (air.TOP_M - height)
    passes = (rise > 0.0) & (left2 > 0.0)
    to_top_s = (rise - np.sqrt(np.maximum(left2, 0.0))) / pull
    to_dive_s = (rise + np.tan(_STEEP_RAD) * level) / pull
    leg_s = np.clip(np.where(passes, to_top_s, to_dive_s), 0.0, _LONGEST_LEG_S)
    return np.where(height < air.TOP_M, leg_s, 0.0)


def _carried(
    state_ecef: Float[np.ndarray, "k 6"], span_s: Float[np.ndarray, "k"]
) -> Float[np.ndarray, "k 6"]:
    """States after their own spans of free flight."""
    for _ in range(_STEPS_DOWN):
        state_ecef = step(state_ecef, span_s / _STEPS_DOWN)
    return state_ecef


def _along(
    place_ecef_m: Float[np.ndarray, "k 3"],
    from_ecef_m: Float[np.ndarray, "k 3"],
    after_s: Float[np.ndarray, "k"],
) -> Float[np.ndarray, "k 2"]:
    """East and north of the way on which places are come to over the turning ground."""
    # The ground goes east meanwhile: the way begins where the place under it then is now.
    spin = -EARTH_ROTATION_RAD_S * np.nan_to_num(after_s) * _BRAKED
    x = np.cos(spin) * from_ecef_m[:, 0] - np.sin(spin) * from_ecef_m[:, 1]
    y = np.sin(spin) * from_ecef_m[:, 0] + np.cos(spin) * from_ecef_m[:, 1]
    way = place_ecef_m - np.column_stack((x, y, from_ecef_m[:, 2]))
    east_north = np.einsum("kij,kj->ki", _ground(place_ecef_m), way)
    length = np.linalg.norm(east_north, axis=1, keepdims=True)
    return east_north / np.maximum(length, 1.0)


def _sampled(
    states: States, falls: _Falls, rows: Int[np.ndarray, "r"]
) -> tuple[Float[np.ndarray, "r m 2"], Float[np.ndarray, "r m"]]:
    """Offsets of impacts from those without air, and how late they are, at samples."""
    state, covariance = states.state_ecef[rows], states.covariance[rows]
    values, vectors = np.linalg.eigh(covariance / np.outer(_UNIT, _UNIT))
    root = _UNIT[:, None] * vectors * np.sqrt(np.maximum(values, 0.0))[:, None, :]
    moves = _REACH * np.swapaxes(root, 1, 2)
    lanes = np.concatenate((state[:, None], state[:, None] + moves, state[:, None] - moves), axis=1)
    places, times = vacuum_impacts(lanes.reshape(-1, 6))
    places, times = places.reshape(len(rows), 13, 3), times.reshape(len(rows), 13)
    # A direction that stays in space says nothing: the object is taken to fall with the others.
    offset = (places - places[:, :1]) @ np.swapaxes(_ground(falls.place_ecef_m[rows]), 1, 2)
    outcome = np.concatenate((offset, (times - times[:, :1])[:, :, None]), axis=-1)
    outcome = np.where(np.isfinite(outcome), outcome, 0.0)
    ahead, behind = outcome[:, 1:7], outcome[:, 7:]
    draws = normals(_SAMPLES, 9)
    moved = draws[:, :6] @ ((ahead - behind) / (2.0 * _REACH))
    moved = moved + (0.5 * draws[:, :6] ** 2) @ ((ahead + behind) / _REACH**2)
    powers = np.vander(np.clip(draws[:, 6], -_GREATEST, _GREATEST), len(air.NODES))
    powers = powers @ np.linalg.inv(np.vander(air.NODES, len(air.NODES)))
    late_s = moved[:, :, 2] + falls.late_s[rows] @ powers.T
    return moved[:, :, :2] + powers @ falls.offset_m[rows], late_s


def _shifted(
    place_ecef_m: Float[np.ndarray, "k 3"], offset_m: Float[np.ndarray, "k 2"]
) -> tuple[Float[np.ndarray, "k"], Float[np.ndarray, "k"]]:
    """Geodetic places so far east and north of others; some tens of kilometres at most."""
    moved = place_ecef_m + np.einsum("kij,ki->kj", _ground(place_ecef_m), offset_m)
    lat, lon, _ = ecef_to_geodetic(moved)
    return lat, lon


def impact_moves(
    then_ecef: Float[np.ndarray, "k 6"],
    now_ecef: Float[np.ndarray, "k 6"],
    covariance: Float[np.ndarray, "k 6 6"],
) -> tuple[Float[np.ndarray, "k 2"], Float[np.ndarray, "k 2 2"]]:
    """What becomes of impacts when states take the place of others.

    Args:
        then_ecef: states that were thought to hold now.
        now_ecef: those that do.
        covariance: of these.

    Returns:
        How far east and north the impacts move, and their covariances: without air, to first order.
    """
    tried = [now_ecef, *(now_ecef + step for step in np.diag(_STEPS)), then_ecef]
    places, _ = vacuum_impacts(np.concatenate(tried))
    parts = places.reshape(len(tried), -1, 3)
    offsets = np.swapaxes(parts[1:] - parts[0], 0, 1) @ np.swapaxes(_ground(parts[0]), 1, 2)
    slopes = np.swapaxes(offsets[:, :6] / _STEPS[:, None], 1, 2)
    spread: Float[np.ndarray, "k 2 2"] = slopes @ covariance @ np.swapaxes(slopes, 1, 2)
    return -offsets[:, 6], spread


def impact_covariances(
    state_ecef: Float[np.ndarray, "k 6"], covariance: Float[np.ndarray, "k 6 6"]
) -> Float[np.ndarray, "k 2 2"]:
    """Covariances of east and north of impacts without air, to first order."""
    return impact_moves(state_ecef, state_ecef, covariance)[1]


def _ground(place_ecef_m: Float[np.ndarray, "k 3"]) -> Float[np.ndarray, "k 2 3"]:
    """East and north at places on a round Earth."""
    lat = np.arcsin(place_ecef_m[:, 2] / np.linalg.norm(place_ecef_m, axis=1))
    lon = np.arctan2(place_ecef_m[:, 1], place_ecef_m[:, 0])
    return east_north_up(np.nan_to_num(lat), np.nan_to_num(lon))[:, :2]


@dataclass(frozen=True, slots=True)
class Widening:
    """What biases that nobody knows do to states: their stations, and how large they may be.

    Each state is taken to be off as a place is that its last station measured: shifted along the
    sight, turned about the station, late. That is the whole of it where one station sees an
    object (see `fusion.consider`). Where several do, and one puts it beside where another does, it
    also seems to go from the one place to the other in the time for which it has been seen.

    Attributes:
        place_ecef_m: of each station.
        up: of each station.
        blocks: covariances of range, azimuth, elevation and time of each station's biases.
    """

    place_ecef_m: Float[np.ndarray, "s 3"]
    up: Float[np.ndarray, "s 3"]
    blocks: Float[np.ndarray, "s 4 4"]

    @classmethod
    def of(
        cls, stations: Sequence[Station], prior: BiasPrior, known: Registration | None
    ) -> Widening:
        """That of stations whose biases are as far known as a registration says, if there is one.

        Args:
            stations: by whom objects are seen.
            prior: what biases may be where there is no registration.
            known: of the same stations.
        """
        count, size = len(stations), len(BIASES)
        sigma = (prior.range_m, prior.azimuth_rad, prior.elevation_rad, prior.time_s)
        blocks = np.tile(np.diag(np.square(sigma)), (count, 1, 1))
        if known is not None:
            for k in range(count):
                chosen = slice(size * k, size * k + _TIME + 1)
                blocks[k] = known.covariance[chosen, chosen]
        place = np.array([each.position_ecef_m for each in stations]).reshape(-1, 3)
        up = np.array([each.axes[2] for each in stations]).reshape(-1, 3)
        return cls(place, up, blocks)

    def added(
        self,
        state_ecef: Float[np.ndarray, "k 6"],
        station: Int[np.ndarray, "k"],
        several_s: Float[np.ndarray, "k"],
    ) -> Float[np.ndarray, "k 6 6"]:
        """What biases add to covariances.

        Args:
            state_ecef: position (m) and velocity (m/s).
            station: that saw each last; below 0 for none that is known.
            several_s: for how long each has been seen, where by several stations; else infinite.
        """
        if not len(self.up):
            return np.zeros((len(state_ecef), 6, 6))
        slopes = self._slopes(state_ecef, np.maximum(station, 0))
        spread = slopes @ self.blocks[np.maximum(station, 0)] @ np.swapaxes(slopes, 1, 2)
        spread[:, 3:, 3:] += spread[:, :3, :3] / np.maximum(several_s, 1.0)[:, None, None] ** 2
        return np.where((station >= 0)[:, None, None], spread, 0.0)

    def _slopes(
        self, state_ecef: Float[np.ndarray, "k 6"], station: Int[np.ndarray, "k"]
    ) -> Float[np.ndarray, "k 6 4"]:
        """How states move with the range, azimuth, elevation and time biases of their stations."""
        position, velocity = state_ecef[:, :3], state_ecef[:, 3:]
        sight, up = position - self.place_ecef_m[station], self.up[station]
        level = crossed(sight, up)
        level /= np.maximum(np.linalg.norm(level, axis=1, keepdims=True), 1.0)
        slopes = np.zeros((len(state_ecef), 6, 4))
        slopes[:, :3, 0] = sight / np.linalg.norm(sight, axis=1, keepdims=True)
        for column, axis in ((1, -up), (2, level)):
            slopes[:, :3, column] = crossed(axis, sight)
            slopes[:, 3:, column] = crossed(axis, velocity)
        slopes[:, :, 3] = -rates(state_ecef)
        return slopes


def last_station(seen_by_s: Float[np.ndarray, "k s"]) -> Int[np.ndarray, "k"]:
    """The station that saw each object last; -1 where none has."""
    if not seen_by_s.shape[1]:
        return np.full(len(seen_by_s), -1)
    seen = np.nan_to_num(seen_by_s, nan=-np.inf)
    return np.where(np.isfinite(seen_by_s).any(axis=1), seen.argmax(axis=1), -1)


def usable(
    state_ecef: Float[np.ndarray, "k 6"], covariance: Float[np.ndarray, "k 6 6"]
) -> Bool[np.ndarray, "k"]:
    """Which states an estimate can be made from: finite, with covariances that are positive."""
    good = np.isfinite(state_ecef).all(axis=1) & np.isfinite(covariance).all(axis=(1, 2))
    values = np.linalg.eigvalsh(
        np.where(good[:, None, None], covariance, 1.0) / np.outer(_UNIT, _UNIT)
    )
    positive: Bool[np.ndarray, "k"] = good & (values[:, 0] >= -1e-7 * values[:, -1])
    return positive
