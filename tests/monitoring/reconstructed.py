"""Simulated tests and the flights that are found again in their detections, for tests of fits."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import msgspec
import numpy as np

from glasshield.catalog.announced import Access, AnnouncedTest
from glasshield.fusion.observed import Observed, air_lift
from glasshield.monitoring.announced_flight import announced_flights
from glasshield.monitoring.beforehand import Beforehand, bias_sigmas, liftoff_reported
from glasshield.monitoring.fitting import Fit, Problem, fitted, polished
from glasshield.monitoring.powered import BurnTimes, Layout, coefficients
from glasshield.monitoring.rehearsal import Flown, Rehearsal, Rehearsed, rehearse
from tests.monitoring.announced import BOOSTER, announced, facts, number


class Case(NamedTuple):
    """A simulated test, and what a flight has to fit if nothing is mistaken for anything else."""

    made: Rehearsed
    problem: Problem
    layout: Layout
    start: np.ndarray

    def fit(self) -> Fit:
        """The best flight near the one that was announced."""
        bias = np.zeros_like(self.problem.bias_sigma)
        return polished(self.problem, fitted(self.problem, self.layout, self.start, bias))

    @property
    def liftoff_s(self) -> float:
        """The true one."""
        return float(self.made.truth.launch_time_s[0])


@cache
def watched_from_sea(until_s: float, period_s: float) -> AnnouncedTest:
    """The packaged test, watched for a while by both ships, without false alarms."""
    test = announced(BOOSTER)
    guests = tuple(
        msgspec.structs.replace(
            guest,
            access=Access(not_after=number(until_s, "s")),
            period=number(period_s, "s"),
            false_alarms=number(0.0, "1"),
        )
        for guest in test.observers
    )
    return msgspec.structs.replace(test, observers=guests)


@cache
def flights_of(until_s: float, period_s: float):  # type: ignore[no-untyped-def]
    """What is announced of it."""
    return announced_flights(watched_from_sea(until_s, period_s), facts())


def case(
    seed: int, until_s: float = 220.0, period_s: float = 1.0, flown: Flown = Flown.DECLARED
) -> Case:
    """One simulated test; the start is the announced flight, at the reported lift-off."""
    test, flights = watched_from_sea(until_s, period_s), flights_of(until_s, period_s)
    made = rehearse(test, facts(), Rehearsal(seed=seed, flown=flown), flights)
    detections = made.detections
    liftoff = liftoff_reported(made.launches, detections.epoch)
    announced_flight = flights.rival if flown is Flown.RIVAL else flights.declared
    burns = BurnTimes.of(announced_flight.vehicle, liftoff.mean_s)
    lengths = np.subtract(burns.end_s, burns.ignition_s)
    layout = Layout(
        detections.epoch,
        test.site,
        announced_flight.azimuth_rad,
        tuple(coefficients(float(length)) for length in lengths),
    )
    time_s = announced_flight.time_s[:500] + liftoff.mean_s
    return Case(
        made,
        Problem(
            Observed.of(detections, np.zeros(len(detections), dtype=int), air_lift(detections)),
            Beforehand.of(test, liftoff.mean_s, liftoff.sigma_s),
            bias_sigmas(test, [station.id for station in detections.stations]),
        ),
        layout,
        layout.like(time_s, announced_flight.states_ecef[:500], burns),
    )
