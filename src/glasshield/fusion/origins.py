"""Where each track came from and where it comes down, what flew, and how fast it was.

A track's free flight is fitted to all of its detections at once: the ends of that arc are a longer
lever than any single state of the filter. A track that has begun to fall through the air is
followed down from its last state instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Final

import numpy as np
from jaxtyping import Float, Int

from glasshield.catalog.model import Missile
from glasshield.earth import sphere
from glasshield.fusion.boosts import Boosts, Fleet, boosts, fleet
from glasshield.fusion.classify import Classes, Phases, classify, phases
from glasshield.fusion.consider import considered
from glasshield.fusion.impact_point import Impacts, impacts
from glasshield.fusion.launch_point import AlsoSeen, LaunchPoints, Sightings, launch_points
from glasshield.fusion.least_squares import Fits, fit
from glasshield.fusion.registration import FreeFlight, Registration, free_flight
from glasshield.fusion.tracks import Phase, Tracks, unpack
from glasshield.sensing.detections import Detections
from glasshield.sensing.launch_detection import LaunchDetections

# A reported launch further from a traced one than this, in deviations squared of place and time
# (three degrees of freedom: 0.01 % of the right ones), is another launch.
SAME_LAUNCH: Final = 21.1
# Versions of each missile that are tried; fewer for many objects, at little cost to the ellipses.
MANY: Final = 50
DRAWS: Final = 12
DRAWS_OF_MANY: Final = 4
# Half the length of a 95 % ellipse, and the whole of a 95 % interval, in standard deviations.
_LEVEL: Final = 0.95
_RADIUS: Final = 2.4477
_WIDTH: Final = 3.92


@dataclass(frozen=True, slots=True)
class Origins:
    """Ends of k tracks, in the order of the tracks.

    Attributes:
        impacts: where each comes down.
        object: place of each track in `launches` and `classes`; -1 where nothing was traced back.
        launches: where objects were launched.
        classes: of their missiles, by range.
        phases: when each track changed from phase to phase.
        sighting: which reported launch is each object's; -1 for none.
        free: whose free flight each arc is.
        arcs: free flights fitted to all of their detections, what is unknown of the biases taken
            into account.
    """

    impacts: Impacts
    object: Int[np.ndarray, "k"]
    launches: LaunchPoints | None
    classes: Classes | None
    phases: Phases
    sighting: Int[np.ndarray, "o"]
    free: FreeFlight
    arcs: Fits


def origins(
    tracks: Tracks,
    detections: Detections,
    registration: Registration | None = None,
    missiles: Sequence[Missile] = (),
    reported: LaunchDetections | None = None,
) -> Origins:
    """The ends of all tracks.

    Args:
        tracks: as the tracker kept them.
        detections: that it was given, biases taken off.
        registration: of these biases: what is still unknown of them widens all ends.
        missiles: that might have flown; without any, no launch is traced back.
        reported: launches that infrared sensors saw, on any epoch.
    """
    free = free_flight(tracks, detections)
    arcs = fit(detections, free.index)
    if registration is not None:
        arcs = considered(arcs, detections, free.index, registration)
    changes = phases(tracks)
    down = _impacts(tracks, free, arcs, changes)
    known = np.flatnonzero(arcs.ok)
    place = np.full(len(tracks), -1)
    place[free.track[known]] = np.arange(len(known))
    if not (missiles and len(known)):
        nothing, nobody = np.full(len(tracks), -1), np.empty(0, dtype=int)
        return Origins(down, nothing, None, None, changes, nobody, free, arcs)
    flights = _Flights.of(free, arcs, changes, known)
    ships = fleet(missiles, DRAWS if len(known) <= MANY else DRAWS_OF_MANY)
    launches, sighting = _traced(flights, ships, reported, tracks)
    classes = classify(launches, _taken(down, free.track[known]))
    return Origins(down, place, launches, classes, changes, sighting, free, arcs)


@dataclass(frozen=True, slots=True)
class _Flights:
    """States at the beginning of free flight, and what is known of the boost before."""

    time_s: Float[np.ndarray, "o"]
    state_ecef: Float[np.ndarray, "o 6"]
    covariance: Float[np.ndarray, "o 6 6"]
    seen: AlsoSeen

    @classmethod
    def of(
        cls, free: FreeFlight, arcs: Fits, changes: Phases, known: Int[np.ndarray, "o"]
    ) -> _Flights:
        state, covariance = arcs.at(free.first_s)
        burnout = np.column_stack([changes.burnout_s, changes.burnout_sigma_s])
        seen = AlsoSeen(burnt_out_by_s=free.first_s[known], burnt_out=burnout[free.track[known]])
        return cls(free.first_s[known], state[known], covariance[known], seen)

    def boosts(self, ships: Fleet) -> Boosts:
        """All vehicles that lead onto these flights."""
        return boosts(self.time_s, self.state_ecef, ships)

    def traced(
        self, ships: Fleet, found: Boosts | None = None, sightings: Sightings | None = None
    ) -> LaunchPoints:
        """Where they were launched."""
        seen = replace(self.seen, sightings=sightings)
        return launch_points(self.time_s, self.state_ecef, self.covariance, ships, seen, found)


def _traced(
    flights: _Flights, ships: Fleet, reported: LaunchDetections | None, tracks: Tracks
) -> tuple[LaunchPoints, Int[np.ndarray, "o"]]:
    """Launches, first without what was reported of them, then with the reports that fit."""
    nothing = np.full(len(flights.time_s), -1)
    if reported is None or not len(reported):
        return flights.traced(ships), nothing
    found = flights.boosts(ships)
    alone = flights.traced(ships, found)
    time_s = reported.time_s + reported.epoch.since_s(tracks.epoch)
    mine = _matched(alone, reported, time_s)
    if np.all(mine < 0):
        return alone, nothing
    return flights.traced(ships, found, _sightings(reported, time_s, mine)), mine


def _matched(
    launches: LaunchPoints, reported: LaunchDetections, time_s: Float[np.ndarray, "r"]
) -> Int[np.ndarray, "o"]:
    """Which report is of each launch: those pairs whose distances sum up to the least."""
    from scipy.optimize import linear_sum_assignment

    longer, _, _ = launches.ellipse.axes(_LEVEL)
    away = sphere.distance_m(
        launches.ellipse.lat_rad[:, None],
        launches.ellipse.lon_rad[:, None],
        reported.lat_rad,
        reported.lon_rad,
    )
    spread = (longer[:, None] / _RADIUS) ** 2 + reported.position_sigma_m**2
    apart = launches.time_s[:, None] - time_s
    width = (launches.time_high_s - launches.time_low_s)[:, None] / _WIDTH
    distance = away**2 / spread + apart**2 / (width**2 + reported.time_sigma_s**2)
    cost = np.where(np.isfinite(distance), np.minimum(distance, SAME_LAUNCH), SAME_LAUNCH)
    rows, columns = linear_sum_assignment(cost)
    good = cost[rows, columns] < SAME_LAUNCH
    mine = np.full(len(away), -1)
    mine[rows[good]] = columns[good]
    return mine


def _sightings(
    reported: LaunchDetections, time_s: Float[np.ndarray, "r"], mine: Int[np.ndarray, "o"]
) -> Sightings:
    """The reports, one for each object; NaN where there is none."""

    def column(values: Float[np.ndarray, "r"]) -> Float[np.ndarray, "o"]:
        return np.where(mine >= 0, values[np.maximum(mine, 0)], np.nan)

    return Sightings(
        column(reported.lat_rad),
        column(reported.lon_rad),
        column(reported.position_sigma_m),
        column(time_s),
        column(reported.time_sigma_s),
    )


def _impacts(tracks: Tracks, free: FreeFlight, arcs: Fits, changes: Phases) -> Impacts:
    """Where each track comes down: from its whole arc, or from its last state once it entered."""
    last = tracks.first_row[1:] - 1
    time_s, state = tracks.time_s[last].copy(), tracks.state_ecef[last].copy()
    covariance = unpack(tracks.packed_covariance[last])
    end_state, end_covariance = arcs.at(free.last_s)
    whole = arcs.ok & (changes.last[free.track] == Phase.COAST)
    mine = free.track[whole]
    time_s[mine], state[mine] = free.last_s[whole], end_state[whole]
    covariance[mine] = end_covariance[whole]
    return impacts(time_s, state, covariance)


def _taken(found: Impacts, index: Int[np.ndarray, "o"]) -> Impacts:
    """The impacts at these places."""
    columns = {
        each.name: getattr(found, each.name)[index]
        for each in fields(found)
        if each.name != "ellipse"
    }
    return Impacts(ellipse=found.ellipse.take(index), **columns)
