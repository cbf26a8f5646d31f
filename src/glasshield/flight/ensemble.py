"""Notional rockets fitted to one flight: what powered flight makes of an apogee and a range.

An apogee and a range fix the free flight but not how the missile came to it. So a handful of
designs, wide enough to bracket what exists, are each given the size and the steering that reach
just this apogee and this place under full physics. How their times differ is what boost and entry
leave open; how far each goes when steered for distance is what the flight says of its range.

A design is set by how hard it accelerates: thrust over weight at lift-off and at ignition of the
upper stages. Burn times follow from it, from about half a minute for a short-range solid to under
five minutes a stage for a slow liquid. All numbers are assumptions from general knowledge: 4 is
what solid motors of short-range missiles reach and 1.3 what lets a rocket leave the ground without
wasting its fuel, 0.8 the same for an upper stage. They bracket what exists and fit nobody's report.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.constants import EARTH_MEAN_RADIUS_M, STANDARD_GRAVITY_M_S2
from glasshield.earth import ellipsoid, geodesic, sphere
from glasshield.flight import kepler, rotation
from glasshield.flight.fly import EarthModel, Flights, Launches, Status, fly
from glasshield.flight.vehicle import Stage, Vehicle

PAYLOAD_MASS_KG: Final = 1000.0
# Lift-off mass over cross-section: 10 t on a metre of diameter, as slender missiles have it.
AREAL_MASS_KG_M2: Final = 12_000.0
VERTICAL_TIME_S: Final = 5.0
# From the end of the vertical rise the thrust turns at a constant rate, three kicks by burnout.
TURNS: Final = 3.0
BALLISTIC_COEFFICIENTS_KG_M2: Final = (2_000.0, 10_000.0)


@dataclass(frozen=True, slots=True)
class Design:
    """How a kind of rocket is built, whatever its size.

    Attributes:
        name: for messages.
        stages: one to three, of equal ideal speed.
        liftoff_thrust_to_weight: of the whole vehicle.
        upper_thrust_to_weight: of what is left, at the ignition of each upper stage.
        specific_impulse_s: effective, of every stage.
        structural_fraction: of every stage.
        least_speed_m_s: of the free flight, below which nobody builds so many stages.
        greatest_speed_m_s: above which so few stages do not suffice.
    """

    name: str
    stages: int
    liftoff_thrust_to_weight: float
    upper_thrust_to_weight: float
    specific_impulse_s: float
    structural_fraction: float
    least_speed_m_s: float
    greatest_speed_m_s: float

    def thrust_to_weight(self, stage: int) -> float:
        """At the ignition of a stage, counted from 0 at the ground."""
        return self.upper_thrust_to_weight if stage else self.liftoff_thrust_to_weight


DESIGNS: Final = (
    Design("solid, one stage", 1, 4.0, 4.0, 240.0, 0.10, 0.0, 4_700.0),
    Design("liquid, one stage", 1, 1.4, 1.4, 265.0, 0.06, 0.0, 6_000.0),
    Design("solid, two stages", 2, 3.0, 3.0, 250.0, 0.10, 3_000.0, 7_000.0),
    Design("liquid, two stages", 2, 1.5, 1.0, 265.0, 0.08, 3_000.0, 12_000.0),
    Design("liquid, slow second stage", 2, 1.3, 0.8, 270.0, 0.07, 6_000.0, 12_000.0),
    Design("solid, three stages", 3, 2.5, 2.5, 265.0, 0.10, 5_000.0, 12_000.0),
)

# Apogee and both parts of the miss on the ground; the time then stands to a tenth of a second.
TOLERANCE_M: Final = 100.0

_GREATEST_STRUCTURE: Final = 0.97
_START_LOSSES_M_S: Final = (700.0, 1200.0, 1900.0)
_START_SHARES: Final = (0.4, 0.6, 0.8, 1.0, 1.3, 1.7)
_STEPS: Final = 14
_STEP_SIZES: Final = np.array([1.0, 1e-4, 1e-4])  # m/s, rad, rad
_SPEED_LIMIT_M_S: Final = 300.0
_TURN_LIMIT: Final = 0.3
_LEAST_TURN_LIMIT_RAD: Final = 1e-3
# Steering for distance: vertical rise as a share of the burn, kicks by burnout, whole turn.
_FAR_STEERINGS: Final = ((0.0, 3.0), (0.0, 2.0), (0.05, 2.0), (0.1, 2.0), (0.1, 1.3), (0.2, 1.3))
_FAR_TURNS_RAD: Final = np.linspace(0.6, 1.9, 20)


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a flight starts, how high it rises, and where it comes down.

    Attributes:
        apogee_m: greatest height.
        range_m: over the ground.
        lat_rad: geodetic latitude of launch; the longitude is 0.
        azimuth_rad: over the ground from launch to impact.
        earth: turning, or still when the direction of the flight is not known.
    """

    apogee_m: float
    range_m: float
    lat_rad: float
    azimuth_rad: float
    earth: EarthModel = EarthModel.ROTATING


@dataclass(frozen=True, slots=True)
class Fits:
    """The vehicles that fly to a goal; arrays are one entry for each.

    Attributes:
        vehicles: sized so that a full burn does it.
        kick_rad: their kicks.
        heading_rad: azimuths of launch.
        flight_time_s: from launch to impact.
        burnout_time_s: end of thrust.
    """

    vehicles: tuple[Vehicle, ...]
    kick_rad: Float[np.ndarray, "n"]
    heading_rad: Float[np.ndarray, "n"]
    flight_time_s: Float[np.ndarray, "n"]
    burnout_time_s: Float[np.ndarray, "n"]


@dataclass(frozen=True, slots=True)
class _Member:
    """One design with one ballistic coefficient."""

    design: Design
    ballistic_coefficient_kg_m2: float

    @property
    def exhaust_speed_m_s(self) -> float:
        """The effective speed of the exhaust."""
        return STANDARD_GRAVITY_M_S2 * self.design.specific_impulse_s

    @property
    def greatest_ideal_speed_m_s(self) -> float:
        """The ideal speed at which the structure alone is nearly all that arrives."""
        mass_ratio = _GREATEST_STRUCTURE / self.design.structural_fraction
        return self.design.stages * self.exhaust_speed_m_s * float(np.log(mass_ratio))

    def vehicle(self, ideal_speed_m_s: float) -> Vehicle:
        """The vehicle that has this ideal speed, or the greatest that the design can have."""
        design = self.design
        speed = min(ideal_speed_m_s, self.greatest_ideal_speed_m_s) / design.stages
        mass_ratio = float(np.exp(speed / self.exhaust_speed_m_s))
        # Each stage is the same multiple of all that it carries.
        growth = (mass_ratio - 1.0) / (1.0 - design.structural_fraction * mass_ratio)
        burn_s = design.specific_impulse_s * (1.0 - 1.0 / mass_ratio)
        liftoff_kg = PAYLOAD_MASS_KG * (1.0 + growth) ** design.stages
        stages = tuple(
            Stage(
                total_mass_kg=liftoff_kg / (1.0 + growth) ** k * growth / (1.0 + growth),
                structural_fraction=design.structural_fraction,
                specific_impulse_s=design.specific_impulse_s,
                burn_time_s=burn_s / design.thrust_to_weight(k),
                reference_area_m2=liftoff_kg / AREAL_MASS_KG_M2,
            )
            for k in range(design.stages)
        )
        straight = Vehicle(
            name=design.name,
            stages=stages,
            payload_mass_kg=PAYLOAD_MASS_KG,
            ballistic_coefficient_kg_m2=self.ballistic_coefficient_kg_m2,
            vertical_time_s=VERTICAL_TIME_S,
            pitch_ratio_per_s=0.0,
            pitch_start_s=VERTICAL_TIME_S,
        )
        return _steered(straight, 0.0, TURNS)


def fit(goal: Goal) -> Fits:
    """The vehicles of the ensemble that reach a goal with a full burn; there may be none.

    Each is solved for its size and for the two components of its turn, so that apogee and place
    of impact are met within 100 m on the ellipsoid.
    """
    speed_m_s = float(kepler.arc(goal.apogee_m, goal.range_m).speed_m_s)
    members = [
        _Member(design, coefficient)
        for design in DESIGNS
        if design.least_speed_m_s <= speed_m_s <= design.greatest_speed_m_s
        for coefficient in BALLISTIC_COEFFICIENTS_KG_M2
    ]
    unknowns = _start(goal, members)
    for _ in range(_STEPS):
        unknowns, done = _step(goal, members, unknowns)
        if done.all():
            break
    return _fits(goal, members, unknowns)


def farthest_range_m(fits: Fits, goal: Goal) -> Float[np.ndarray, "n"]:
    """How far each fitted vehicle goes when steered for distance, over an Earth that stands still.

    The best of a grid of steerings, within 3 % of what a finer one finds; no limit of structure or
    heating is asked. Half of the Earth where a vehicle reaches orbit.
    """
    steered = [
        _steered(vehicle, vertical_share, turns)
        for vehicle in fits.vehicles
        for vertical_share, turns in _FAR_STEERINGS
    ]
    turns = np.tile([turns for _, turns in _FAR_STEERINGS], len(fits.vehicles))
    flights = fly(
        steered,
        Launches(
            vehicle_index=np.repeat(np.arange(len(steered)), _FAR_TURNS_RAD.size),
            lat_rad=goal.lat_rad,
            lon_rad=0.0,
            azimuth_rad=goal.azimuth_rad,
            kick_rad=(_FAR_TURNS_RAD / turns[:, None]).ravel(),
        ),
        earth=EarthModel.STILL,
        threads=1,
    )
    lat_rad, lon_rad, _ = ellipsoid.ecef_to_geodetic(flights.impact_position_ecef_m)
    reach_m = np.where(flights.ok, sphere.distance_m(goal.lat_rad, 0.0, lat_rad, lon_rad), 0.0)
    reach_m = np.where(flights.status == Status.NO_RETURN, kepler.HALF_EARTH_M, reach_m)
    trials = len(_FAR_STEERINGS) * _FAR_TURNS_RAD.size
    best: Float[np.ndarray, "n"] = reach_m.reshape(len(fits.vehicles), trials).max(axis=1)
    return best


def _steered(vehicle: Vehicle, vertical_share: float, turns: float) -> Vehicle:
    """The vehicle with a vertical rise of this share of the burn, and so many kicks by burnout."""
    burn_s = vehicle.burnout_time_s
    vertical_s = max(VERTICAL_TIME_S, vertical_share * burn_s)
    return replace(
        vehicle,
        vertical_time_s=vertical_s,
        pitch_start_s=vertical_s,
        pitch_ratio_per_s=(turns - 1.0) / (burn_s - vertical_s),
    )


def _start(goal: Goal, members: list[_Member]) -> Float[np.ndarray, "n 3"]:
    """Ideal speed, turn east and turn north to start from: the best of a few for each member."""
    free = _free_flight(goal)
    turn_rad = 0.5 * np.pi - free.ground_angle_rad
    east, north = np.sin(free.heading_rad), np.cos(free.heading_rad)
    trials = np.array(
        [
            (free.ground_speed_m_s + losses, share * turn_rad * east, share * turn_rad * north)
            for losses in _START_LOSSES_M_S
            for share in _START_SHARES
        ]
    )
    every = np.broadcast_to(trials, (len(members), *trials.shape))
    cost = np.sum(_misses(goal, members, every) ** 2, axis=-1)
    best = np.argmin(np.where(np.isnan(cost), np.inf, cost), axis=1)
    return trials[best]


def _free_flight(goal: Goal) -> rotation.TurningArc:
    """The closed-form flight to the goal."""
    if goal.earth is EarthModel.ROTATING:
        return rotation.arc(goal.apogee_m, goal.range_m, goal.lat_rad, goal.azimuth_rad)
    still = kepler.arc(goal.apogee_m, goal.range_m)
    azimuth = np.asarray(goal.azimuth_rad)
    return rotation.TurningArc(
        still, still.range_m, azimuth, still.speed_m_s, still.angle_rad, azimuth
    )


def _step(
    goal: Goal, members: list[_Member], unknowns: Float[np.ndarray, "n 3"]
) -> tuple[Float[np.ndarray, "n 3"], np.ndarray]:
    """One step of Newton's method for every member, and which of them need none any more.

    A member whose flight fails stands still, counted as done; `_fits` leaves it out.
    """
    offsets = np.vstack((np.zeros(3), np.diag(_STEP_SIZES)))
    misses = _misses(goal, members, unknowns[:, None, :] + offsets)
    slopes = np.swapaxes((misses[:, 1:] - misses[:, :1]) / _STEP_SIZES[:, None], 1, 2)
    failed = ~np.isfinite(slopes).all(axis=(1, 2))
    slopes[failed] = np.eye(3)
    # No slope: the design is at the greatest speed that it can have.
    failed |= np.linalg.det(slopes) == 0.0
    slopes[failed] = np.eye(3)
    done = failed | (np.abs(misses[:, 0]) < TOLERANCE_M).all(axis=-1)
    step = -np.linalg.solve(slopes, misses[:, 0, :, None])[..., 0]
    turn_limit_rad = _TURN_LIMIT * np.hypot(unknowns[:, 1], unknowns[:, 2]) + _LEAST_TURN_LIMIT_RAD
    limit = np.stack((np.full(len(members), _SPEED_LIMIT_M_S), turn_limit_rad, turn_limit_rad), -1)
    return np.where(done[:, None], unknowns, unknowns + np.clip(step, -limit, limit)), done


def _fits(goal: Goal, members: list[_Member], unknowns: Float[np.ndarray, "n 3"]) -> Fits:
    """The flights of those members that meet the goal."""
    vehicles, flights = _fly(goal, members, unknowns[:, None, :])
    good = np.flatnonzero(
        (np.abs(_miss(goal, flights)) < TOLERANCE_M).all(axis=-1)
        & np.array([v.thrust_to_weight > 1.0 for v in vehicles], dtype=bool)
    )
    return Fits(
        vehicles=tuple(vehicles[k] for k in good),
        kick_rad=np.hypot(unknowns[good, 1], unknowns[good, 2]) / TURNS,
        heading_rad=np.arctan2(unknowns[good, 1], unknowns[good, 2]) % (2.0 * np.pi),
        flight_time_s=flights.flight_time_s[good],
        burnout_time_s=flights.burnout_time_s[good],
    )


def _misses(
    goal: Goal, members: list[_Member], trials: Float[np.ndarray, "n k 3"]
) -> Float[np.ndarray, "n k 3"]:
    """What k trials for each member miss the goal by; NaN where a flight fails."""
    _, flights = _fly(goal, members, trials)
    return _miss(goal, flights).reshape(trials.shape)


def _fly(
    goal: Goal, members: list[_Member], trials: Float[np.ndarray, "n k 3"]
) -> tuple[list[Vehicle], Flights]:
    """The flights of k trials for each member, and their vehicles, in order."""
    vehicles = [
        member.vehicle(speed)
        for member, speeds in zip(members, trials[..., 0].tolist(), strict=True)
        for speed in speeds
    ]
    east, north = trials[..., 1].ravel(), trials[..., 2].ravel()
    launches = Launches(
        vehicle_index=np.arange(len(vehicles)),
        lat_rad=goal.lat_rad,
        lon_rad=0.0,
        azimuth_rad=np.arctan2(east, north),
        kick_rad=np.hypot(east, north) / TURNS,
    )
    return vehicles, fly(vehicles, launches, earth=goal.earth, threads=1)


def _miss(goal: Goal, flights: Flights) -> Float[np.ndarray, "n 3"]:
    """By how much flights rise too high, fall too far and too far aside, in metres."""
    target = _target(goal)
    lat_rad, lon_rad, _ = ellipsoid.ecef_to_geodetic(flights.impact_position_ecef_m)
    _, _, apogee_m = ellipsoid.ecef_to_geodetic(flights.apogee_position_ecef_m)
    impact = sphere.unit_vector(lat_rad, lon_rad)
    along_rad = np.arctan2(impact @ target.ahead, impact @ target.launch)
    aside_rad = np.arcsin(impact @ target.aside)
    return np.stack(
        (
            apogee_m - goal.apogee_m,
            EARTH_MEAN_RADIUS_M * (along_rad - target.angle_rad),
            EARTH_MEAN_RADIUS_M * aside_rad,
        ),
        axis=-1,
    )


@dataclass(frozen=True, slots=True)
class _Target:
    """Unit vectors at the launch, and the angle at the centre to the point to be hit."""

    launch: Float[np.ndarray, "3"]
    ahead: Float[np.ndarray, "3"]
    aside: Float[np.ndarray, "3"]
    angle_rad: float


@cache
def _target(goal: Goal) -> _Target:
    """The geometry of a goal; geodetic latitudes stand for angles, at both ends alike."""
    point = geodesic.direct(goal.lat_rad, 0.0, goal.azimuth_rad, goal.range_m)
    ends = (goal.lat_rad, 0.0, point.lat_rad, point.lon_rad)
    east, north, launch = ellipsoid.east_north_up(goal.lat_rad, 0.0)
    azimuth = sphere.azimuth_rad(*ends)
    ahead = np.cos(azimuth) * north + np.sin(azimuth) * east
    return _Target(launch, ahead, np.cross(ahead, launch), float(sphere.central_angle(*ends)))
