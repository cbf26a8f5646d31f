"""From a scenario's detections through the tracker to biases, launch and impact, with the truth."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from glasshield import catalog
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.fusion.boosts import fleet
from glasshield.fusion.classify import classify
from glasshield.fusion.consider import considered, widened
from glasshield.fusion.impact_point import impacts
from glasshield.fusion.launch_point import AlsoSeen, launch_points
from glasshield.fusion.least_squares import fit
from glasshield.fusion.registration import (
    Registration,
    corrected,
    free_flight,
    free_flight_index,
    register,
)
from glasshield.fusion.solve import solve
from glasshield.fusion.tracker import track
from glasshield.fusion.tracks import Tracks
from glasshield.scenario.simulate import Simulation, simulate
from glasshield.sensing.detections import Detections

ROUNDS = 3
# Squared errors over covariance for each of six degrees of freedom, over eight flights, each with
# the same biases all the way: 1 is right; without the biases it is thousands.
HELD, NOT_HELD = (0.4, 2.5), 50.0
BIAS_SIGMAS = 4.0  # of 15 to 20 biases the largest error; the data are not quite free flights


def registered(made: Simulation) -> tuple[Registration, Detections, Tracks]:
    better = made.detections
    tracks = track(better)
    found = register(better, free_flight_index(tracks, len(better)))
    for _ in range(ROUNDS):
        better = corrected(made.detections, found)
        better = replace(better, range_m=np.maximum(better.range_m, 1.0))
        tracks = track(better)
        found = register(made.detections, free_flight_index(tracks, len(better)))
    return found, better, tracks


@pytest.mark.parametrize("seed", [1, 2])
def test_one_test_seen_by_two_parties(seed: int) -> None:
    facts = catalog.load()
    made = simulate(facts.scenarios["one-test-two-parties"], facts, seed)
    found, better, tracks = registered(made)
    hidden = np.array(
        [
            (*(getattr(o.biases, name) for name in ("range_m", "azimuth_rad")),
             *(getattr(o.biases, name) for name in ("elevation_rad", "time_s")), o.air)
            for o in made.observers
        ]
    )  # fmt: skip
    # Every station takes part, also the one whose clock and angles kept it out of every gate.
    assert (found.detections > 100).all()
    assert (np.abs(found.bias - hidden) < BIAS_SIGMAS * found.sigma).all()
    free = free_flight(tracks, better)
    fits = considered(fit(better, free.index), better, free.index, found)
    longest = int((free.last_s - free.first_s).argmax())
    state, covariance = (part[[longest]] for part in fits.at(free.first_s))
    begin_s = free.first_s[[longest]]
    ships = fleet(list(facts.missiles.values()))
    launch = launch_points(begin_s, state, covariance, ships, AlsoSeen(burnt_out_by_s=begin_s))
    last, last_covariance = (part[[longest]] for part in fits.at(free.last_s))
    impact = impacts(free.last_s[[longest]], last, last_covariance)
    for ellipse, place in (
        (launch.ellipse, made.truth.launch_position_ecef_m),
        (impact.ellipse, made.truth.impact_position_ecef_m),
    ):
        lat, lon, _ = ecef_to_geodetic(place)
        assert ellipse.contains(lat, lon, 0.95).all()
    speed = np.linalg.norm(made.truth.burnout_state_ecef[0, 3:])
    assert launch.burnout_speed_low_m_s[0] < speed < launch.burnout_speed_high_m_s[0]
    assert classify(launch, impact).name == ("MRBM",)


def squared_errors(tracks: Tracks, made: Simulation, better: Detections) -> float:
    """The squared normalised errors of states, over six: the median of each track's, their mean."""
    truth = better.truth[tracks.detection]
    assert (truth >= 0).all()
    away = tracks.state_ecef - made.truth.states(truth, tracks.time_s)
    flying = np.isfinite(away[:, 0])
    squares = np.full(len(away), np.nan)
    squares[flying] = np.einsum(
        "ni,nij,nj->n", away[flying], np.linalg.inv(tracks.covariance[flying]), away[flying]
    )
    medians = [np.nanmedian(squares[tracks.rows(k)]) / 6.0 for k in range(len(tracks))]
    return float(np.mean(medians))


def test_covariances_of_tracks_hold_what_is_left_of_the_biases() -> None:
    facts = catalog.load()
    plain, honest = [], []
    for seed in range(8):
        made = simulate(facts.scenarios["one-test-two-parties"], facts, seed)
        solution = solve(made.detections)
        better = solution.corrected
        plain.append(squared_errors(track(better), made, better))
        honest.append(squared_errors(solution.tracks, made, better))
    assert HELD[0] < np.mean(honest) < HELD[1]
    assert np.mean(plain) > NOT_HELD


def test_nothing_is_widened_where_nothing_was_tracked() -> None:
    facts = catalog.load()
    made = simulate(facts.scenarios["one-test-two-parties"], facts, 1)
    found, better, _ = registered(made)
    none = track(better.take(slice(0, 0)))
    assert widened(none, better, found) is none
