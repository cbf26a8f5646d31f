"""The tracker's errors against what it says of them, over 200 seeded runs of every scenario.

A run is one object followed through one simulation. Errors within a run hang together, so a run
counts as one sample: the mean over n runs of a run's mean squared normalised error lies within
chi2(6 n) / n with 95 %. Innovations are independent, so each counts with its degrees of freedom.

Stations have no biases here: these are the registration's business, and what is left of them is
held by `test_whole_way`. Ballistic coefficients are drawn from the catalogue's ranges, since the
tracker does not know them, and flown by the missiles as they are.

Source: Bar-Shalom, Li and Kirubarajan 2001, Estimation with applications to tracking and
navigation, section 5.4.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Final

import msgspec
import numpy as np
import pytest
from jaxtyping import Bool, Float, Int
from scipy import stats

from glasshield import catalog
from glasshield.catalog import Catalog
from glasshield.catalog.scenarios import Scenario
from glasshield.fusion import consistency
from glasshield.fusion.options import Motion, Options
from glasshield.fusion.tracker import track
from glasshield.scenario.detect import detect
from glasshield.scenario.simulate import Simulation, simulate
from glasshield.scenario.truth import Truth
from glasshield.sensing.detections import Detections
from tests.reference import gravity
from tests.thorough import samples

pytestmark = pytest.mark.slow

# Simulations that make 200 runs: one missile each, ten missiles each. Five hundred objects are 500.
SIMULATIONS: Final = {"one-test-two-parties": 200, "raid-of-ten": 20, "five-hundred": 1}
MISSILES: Final = ("one-test-two-parties", "raid-of-ten")
FIRST_SEED: Final = 1_000
STRATA: Final = 20  # of the range of ballistic coefficients, each drawn equally often

# The noise of what simulated flights do and the models do not: no gravity beyond J2 and no air but
# the standard's; from the horizon to burnout no stage takes over, only the exhaust velocity is not
# quite the model's, and upper stages are steered by up to half a m/s2 while lower ones are not.
AS_FLOWN: Final = Motion(
    coast_noise_m2_s3=0.0,
    boost_noise_m2_s3=0.3,
    entry_noise_m2_s3=0.0,
    thrust_noise_m2_s5=1.0,
    drag_noise_m4_kg2_s=0.0,
)

# What does not hold: under power innovations are smaller than their covariance says, by 6 to 9 %,
# as most of these missiles are not steered at all.
BOOST_NIS: Final = (0.88, 1.0)
# Of all seconds of the flights, how many means over the runs lie inside their bounds: 95 % would,
# but neighbours hang together. Measured: 96 and 90 %; too small in the ten seconds before burnout,
# too large (6.9) in some from half a minute to a minute and a half after it, and for eight seconds
# of the test flight between 110 and 100 km (8.46), where the air begins to be felt and entry is
# taken up while free flight still explains as much.
SECONDS_INSIDE: Final = 0.88
HIGHEST_NEES: Final = 8.6
RUNS_A_SECOND: Final = 100  # or more, where a second counts
FIRST_LOOKS_S: Final = -10.0  # before it tracks begin: two looks and thrust make no good velocity
# With the noise that the real Earth asks for, errors on an Earth of J2 alone are smaller than the
# covariances: too careful, never too sure.
CAREFUL_NEES: Final = 2.5
# Runs past real gravity, fewer: each is flown and looked at twice.
GRAVITY_SIMULATIONS: Final = {
    "one-test-two-parties": samples(50, 100),
    "raid-of-ten": samples(5, 10),
}


@dataclass(frozen=True)
class Rows:
    """Rows of tracks: whose, when, and how large errors and innovations are."""

    run: Int[np.ndarray, "n"]
    since_burnout_s: Float[np.ndarray, "n"]
    phase: Int[np.ndarray, "n"]  # in truth: 0 under power, 1 in free flight, 2 in the air
    nees: Float[np.ndarray, "n"]
    nis: Float[np.ndarray, "n"]  # NaN where two motions share a row
    degrees: Int[np.ndarray, "n"]

    def where(self, mask: Bool[np.ndarray, "n"]) -> Rows:
        return Rows(*(getattr(self, field.name)[mask] for field in fields(self)))

    @property
    def in_phases(self) -> dict[str, Rows]:
        parts = {"whole": self}
        for number, name in enumerate(("boost", "coast", "entry")):
            parts[name] = self.where(self.phase == number)
        return {name: part for name, part in parts.items() if len(part.run)}


def without_biases(record: Scenario) -> Scenario:
    observers = [msgspec.structs.replace(one, biases=None, air=None) for one in record.observers]
    return msgspec.structs.replace(record, observers=tuple(observers))


@functools.cache
def facts(stratum: int) -> Catalog:
    """The catalogue with ballistic coefficients from one of equal parts of their ranges."""
    chosen = catalog.load()
    for missile in ("mrbm", "irbm"):
        stated = chosen.missiles[missile].ballistic_coefficient
        assert stated.low is not None
        assert stated.high is not None
        value = stated.low * (stated.high / stated.low) ** ((stratum + 0.5) / STRATA)
        chosen = chosen.override(f"missile.{missile}.ballistic_coefficient", f"{value!r}kg/m2")
    return chosen


def simulations(name: str, count: int) -> Iterator[Simulation]:
    for number in range(count):
        chosen = facts(number % STRATA)
        yield simulate(without_biases(chosen.scenarios[name]), chosen, FIRST_SEED + number)


@functools.cache
def followed(name: str) -> tuple[Rows, Rows]:
    """All runs of a scenario: with the noise of the flights, and with the tracker's own."""
    flown, usual = [], []
    for number, made in enumerate(simulations(name, SIMULATIONS[name])):
        first_run = number * len(made.truth)
        flown.append(rows(made.truth, made.detections, Options(motion=AS_FLOWN), first_run))
        usual.append(rows(made.truth, made.detections, Options(), first_run))
    return joined(flown), joined(usual)


def joined(parts: list[Rows]) -> Rows:
    return Rows(
        *(np.concatenate([getattr(p, field.name) for p in parts]) for field in fields(Rows))
    )


def rows(truth: Truth, detections: Detections, options: Options, first_run: int) -> Rows:
    """The rows of all tracks of objects; a track's object is the one it has most detections of."""
    tracks = track(detections, options)
    found = consistency.residuals(tracks, detections)
    nis, degrees = np.full(len(tracks.time_s), np.nan), np.zeros(len(tracks.time_s), dtype=int)
    nis[found.row], degrees[found.row] = found.nis, found.degrees
    who = np.full(len(tracks.time_s), -1)
    for number in range(len(tracks)):
        seen = detections.truth[tracks.detection[tracks.rows(number)]]
        if (seen >= 0).any():
            who[tracks.rows(number)] = np.bincount(seen[seen >= 0]).argmax()
    time = tracks.time_s
    error = tracks.state_ecef - truth.states(np.maximum(who, 0), time)
    known = (who >= 0) & np.isfinite(error[:, 0])
    who, time, error = who[known], time[known], error[known]
    solved = np.linalg.solve(tracks.covariance[known], error[..., None])[..., 0]
    falling = time > truth.reentry_time_s[who]
    phase = np.where(time < truth.burnout_time_s[who], 0, np.where(falling, 2, 1))
    return Rows(
        first_run + who,
        time - truth.burnout_time_s[who],
        phase,
        np.einsum("ni,ni->n", error, solved),
        nis[known],
        degrees[known],
    )


def mean_of_runs(part: Rows) -> tuple[float, tuple[float, float]]:
    """The mean over the runs of their mean errors, and its 95 % bounds."""
    count = np.bincount(part.run)
    means = np.bincount(part.run, part.nees)[count > 0] / count[count > 0]
    low, high = stats.chi2.ppf([0.025, 0.975], 6 * len(means)) / len(means)
    return float(means.mean()), (float(low), float(high))


def mean_nis(part: Rows) -> consistency.Consistency:
    known = np.isfinite(part.nis)
    return consistency.summary(part.nis[known], part.degrees[known])


@pytest.mark.parametrize("name", list(SIMULATIONS))
def test_val_nees_of_whole_tracks_and_of_phases_is_inside_its_bounds(name: str) -> None:
    flown, _ = followed(name)
    assert len(np.unique(flown.run)) >= 200
    for phase, part in flown.in_phases.items():
        mean, (low, high) = mean_of_runs(part)
        assert low < mean < high, phase


@pytest.mark.parametrize("name", list(SIMULATIONS))
def test_val_nis_of_whole_tracks_and_of_phases_is_inside_its_bounds(name: str) -> None:
    """But for rows that two motions share, whose covariance is a mixture's; and but for boost."""
    flown, _ = followed(name)
    for phase, part in flown.in_phases.items():
        found = mean_nis(part)
        if phase == "boost":
            assert BOOST_NIS[0] < found.mean < BOOST_NIS[1]
        else:
            assert found.low < found.mean < found.high, phase


@pytest.mark.parametrize("name", MISSILES)
def test_val_seconds_of_flights_lie_inside_their_bounds(name: str) -> None:
    """Burnout among them: thrust ends at a moment that nobody knows, between two looks."""
    flown, _ = followed(name)
    second, inside = np.floor(flown.since_burnout_s).astype(int), []
    for number in np.unique(second):
        part = flown.where(second == number)
        if len(np.unique(part.run)) < RUNS_A_SECOND:
            continue
        mean, (low, high) = mean_of_runs(part)
        assert number < FIRST_LOOKS_S or mean < HIGHEST_NEES, number
        inside.append(low < mean < high)
    assert np.mean(inside) > SECONDS_INSIDE


@pytest.mark.parametrize("name", list(SIMULATIONS))
def test_the_usual_noise_is_never_too_sure(name: str) -> None:
    _, usual = followed(name)
    for part in usual.in_phases.values():
        mean, (_, high) = mean_of_runs(part)
        assert CAREFUL_NEES < mean < high


@pytest.mark.parametrize("name", list(GRAVITY_SIMULATIONS))
def test_val_the_usual_noise_is_what_the_real_earths_gravity_asks_for(name: str) -> None:
    """Free flights past gravity to degree four, followed by the tracker as it is."""
    parts = []
    for number, made in enumerate(simulations(name, GRAVITY_SIMULATIONS[name])):
        truth = gravity.felt(made.truth)
        cue_s = np.full(len(truth), np.inf)
        np.minimum.at(cue_s, made.launches.truth, made.launches.arrival_s)
        seen = detect(made.observers, truth, made.scenario.duration.si, (7, number), cue_s)
        parts.append(rows(truth, seen, Options(), number * len(truth)))
    mean, (low, high) = mean_of_runs(joined(parts).in_phases["coast"])
    assert low < mean < high
