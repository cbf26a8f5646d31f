"""The flights that a shield is judged against: aimed once, sampled, and shared by all phases."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from jaxtyping import Bool, Int

from glasshield.catalog.model import Missile
from glasshield.flight.aim import Targets as Aims
from glasshield.flight.aim import aim
from glasshield.flight.families import Shape
from glasshield.flight.fly import Flights, Launches, Sampling, Status, fly
from glasshield.flight.rockets import missile_vehicle
from glasshield.sensing.visibility import Paths
from glasshield.workspace import Cache, fingerprint

SAMPLE_STEP_S: Final = 4.0


@dataclass(frozen=True)
class FlightSet:
    """Flights of one missile, sampled.

    Attributes:
        missile: its record.
        status: a `Status` of each aim; what is not OK has no flight worth the name.
        flights: with samples every `SAMPLE_STEP_S`.
        key: the digest of what the flights depend on.
    """

    missile: Missile
    status: Int[np.ndarray, "n"]
    flights: Flights
    key: str

    @property
    def ok(self) -> Bool[np.ndarray, "n"]:
        """Which aims have a flight."""
        return self.status == Status.OK

    @cached_property
    def paths(self) -> Paths:
        """The flights as sensors look at them, with the stated cross-section."""
        cross_section = self.missile.radar_cross_section.si
        return self.seen_as(cross_section)

    def seen_as(self, cross_section_m2: float) -> Paths:
        """The flights as sensors look at them, with another cross-section."""
        return Paths(
            positions_ecef_m=self.flights.positions_ecef_m,
            step_s=self.flights.sample_step_s,
            burnout_s=self.flights.burnout_time_s,
            cross_section_m2=np.full(len(self.status), cross_section_m2),
        )


def fly_set(
    missile: Missile,
    aims: Aims,
    cache: Cache,
    *,
    threads: int = 0,
) -> FlightSet:
    """Flights of least energy from launch points to targets, the solved aims from the cache.

    Args:
        missile: from the catalogue.
        aims: launch points and targets.
        cache: where solved aims are kept.
        threads: 0 for all processors.
    """
    columns = aims.columns()
    key = fingerprint("aims", missile, columns)
    vehicle = missile_vehicle(missile)

    def solve() -> dict[str, np.ndarray]:
        solved = aim(vehicle, aims, Shape.minimum_energy(), threads=threads)
        launches = solved.launches
        names = ("azimuth_rad", "kick_rad", "cutoff_s")
        found = {name: np.asarray(getattr(launches, name), dtype=float) for name in names}
        return found | {"status": solved.status, "time_s": solved.flights.flight_time_s}

    stored = cache.arrays("aims", key, solve)
    ok = stored["status"] == Status.OK
    # What has no solution is flown straight up, so that every row has numbers; `status` says so.
    launches = Launches(
        vehicle_index=0,
        lat_rad=columns[0],
        lon_rad=columns[1],
        azimuth_rad=np.where(ok, stored["azimuth_rad"], 0.0),
        kick_rad=np.where(ok, stored["kick_rad"], 0.0),
        cutoff_s=np.where(ok, stored["cutoff_s"], 1.0),
    )
    longest_s = float(np.max(stored["time_s"], initial=SAMPLE_STEP_S, where=ok))
    sampling = Sampling(SAMPLE_STEP_S, int(longest_s / SAMPLE_STEP_S) + 1)
    flights = fly([vehicle], launches, sampling=sampling, threads=threads)
    return FlightSet(missile, stored["status"], flights, key)
