"""What the interacting models are for: a missile flown by `flight.fly` through burnout and entry.

One radar looks once a second. The single model is free flight, once with the noise it has in the
tracker and once with the noise that makes its errors on this very flight smallest.
"""

from __future__ import annotations

import dataclasses
import functools
from typing import Final

import numpy as np
import pytest
from jaxtyping import Float

from glasshield import catalog
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.flight import rockets
from glasshield.flight.fly import Launches, Sampling, fly
from glasshield.fusion import imm
from glasshield.fusion.filters import Gaussian
from glasshield.fusion.options import Models, Motion
from glasshield.fusion.tracks import Phase
from glasshield.sensing import measurement
from glasshield.sensing.station import Station
from tests.fusion.some_states import NOISE

RUNS: Final = 40
SETTLED: Final = 20  # looks until a track that starts without a velocity has one
SIGMAS: Final = np.array([50.0, np.radians(0.05), np.radians(0.05), np.inf])
NOISES_M2_S3: Final = (300.0, 1_000.0, 3_000.0, 10_000.0, 30_000.0)

# The stated factors: how many times smaller errors (position, velocity) are than those of...
BEST_NOISE: Final = {"burnout": (1.6, 2.7), "entry": (2.3, 12.0)}  # ...one model, tuned afterwards
AS_IT_IS: Final = {"burnout": (100.0, 30.0), "entry": (40.0, 60.0)}  # ...the tracker's coast model

stretches = pytest.mark.parametrize("stretch", list(BEST_NOISE))


@dataclasses.dataclass(frozen=True)
class Passage:
    """A stretch of a flight and the radar that sees it."""

    states: Float[np.ndarray, "k 6"]
    radar: Station


@functools.cache
def passages() -> dict[str, Passage]:
    vehicle = rockets.missile_vehicle(catalog.load().missiles["irbm"])
    launch = Launches(0, np.radians(35.0), np.radians(50.0), np.radians(-50.0), np.radians(4.0))
    flight = fly([vehicle], launch, sampling=Sampling(1.0, 3_000, velocities=True))
    count = int(flight.sample_count[0])
    states = np.hstack((flight.positions_ecef_m[0, :count], flight.velocities_ecef_m_s[0, :count]))
    burnout, reentry = int(vehicle.burnout_time_s), int(flight.reentry_time_s[0])
    return {
        "burnout": Passage(states[40 : burnout + 60], beside(states[burnout], 300e3)),
        "entry": Passage(states[reentry - 60 : -1], beside(states[-1], 150e3)),
    }


def beside(state: Float[np.ndarray, "6"], distance_m: float) -> Station:
    """A radar on the ground to the north of what lies below a state."""
    lat, lon, _ = ecef_to_geodetic(state[:3])
    return Station("radar", float(lat) + distance_m / 6.37e6, float(lon))


@dataclasses.dataclass(frozen=True)
class Followed:
    """What a filter made of a stretch: at each look, in each run."""

    error: Float[np.ndarray, "k r 6"]
    nees: Float[np.ndarray, "k r"]
    probability: Float[np.ndarray, "k r m"]

    @property
    def rms(self) -> Float[np.ndarray, "2"]:
        """Of position and of velocity, once the track has settled."""
        square = self.error[SETTLED:] ** 2
        return np.sqrt([square[..., :3].sum(-1).mean(), square[..., 3:].sum(-1).mean()])


@functools.cache
def follow(models: Models, settings: Motion, stretch: str) -> Followed:
    """All runs side by side, from one-point starts."""
    bank, passage, rng = imm.bank(models, settings), passages()[stretch], np.random.default_rng(61)
    noise, rows = np.where(np.isfinite(SIGMAS), SIGMAS, 0.0), []
    mixture: imm.Mixture | None = None
    for state in passage.states:
        exact = measurement.measure(passage.radar, np.tile(state, (RUNS, 1)))
        measured = exact + noise * rng.normal(size=(RUNS, 4))
        if mixture is None:
            mixture = imm.begin(bank, one_point(passage.radar, measured))
        else:
            ahead = imm.predict(bank, mixture, 1.0)
            mixture, _ = imm.update(ahead, passage.radar, measured, SIGMAS)
        whole = imm.combined(mixture)
        error = whole.mean - state
        solved = np.linalg.solve(whole.covariance, error[..., None])[..., 0]
        rows.append((error, np.einsum("ni,ni->n", error, solved), mixture.probability))
    error, nees, probability = (np.stack(column) for column in zip(*rows, strict=True))
    return Followed(error, nees, probability)


def one_point(radar: Station, measured: Float[np.ndarray, "n 4"]) -> Gaussian:
    place = measured[:, :3]
    covariance = np.zeros((len(measured), 6, 6))
    covariance[:, :3, :3] = measurement.position_covariance(
        radar, place, np.broadcast_to(SIGMAS[:3], place.shape)
    )
    covariance[:, [3, 4, 5], [3, 4, 5]] = 3_000.0**2
    mean = np.zeros((len(measured), 6))
    mean[:, :3] = measurement.position(radar, *place.T)
    return Gaussian(mean, covariance)


@stretches
def test_val_imm_beats_the_single_model_by_the_stated_factor(stretch: str) -> None:
    together = follow(Models.IMM, NOISE, stretch).rms
    alone = [
        follow(Models.COAST, Motion(coast_noise_m2_s3=noise), stretch).rms for noise in NOISES_M2_S3
    ]
    assert np.all(np.min(alone, axis=0) > together * BEST_NOISE[stretch])
    as_it_is = follow(Models.COAST, NOISE, stretch).rms
    assert np.all(as_it_is > together * AS_IT_IS[stretch])


@stretches
def test_imm_is_not_surer_than_it_should_be(stretch: str) -> None:
    """On average over the stretch, and but for some looks after a change of motion."""
    nees = follow(Models.IMM, NOISE, stretch).nees[SETTLED:].mean(axis=1)
    assert nees.mean() < 6.0
    assert np.mean(nees > 8.0) < 0.1


def test_imm_says_which_phase_it_is() -> None:
    burnout = follow(Models.IMM, NOISE, "burnout").probability
    assert burnout[60, :, Phase.BOOST].mean() > 0.9
    assert burnout[-30:, :, Phase.COAST].mean() > 0.98
    entry = follow(Models.IMM, NOISE, "entry").probability
    assert entry[50, :, Phase.COAST].mean() > 0.95
    assert entry[-5:, :, Phase.ENTRY].mean() > 0.98
