"""Objects of the shipped raid rise one after the other, and keep their numbers."""

from __future__ import annotations

import numpy as np
import pytest

from glasshield import catalog
from glasshield.exercise.pictures import Audience
from glasshield.exercise.reading import read_exercise
from glasshield.exercise.records import CENTRE
from glasshield.exercise.run import Run
from glasshield.exercise.world import Stage

# The first objects are seen from about the second minute on.
UNTIL_S = 200
NEAR_M = 20e3  # flights are farther apart than a young track is off


@pytest.mark.parametrize("seed", [2, 4])
def test_regress_a_number_that_was_shown_stays_with_its_flight(seed: int) -> None:
    stage = Stage.of(read_exercise("raid-two-sectors", catalog.load()))
    run = Run(stage, seed, audience=Audience.DECISIONS)
    flight: dict[tuple[int, int], str] = {}
    while run.second < UNTIL_S:
        run.step()
        names, states = run.truth()
        for shown in run.pictures(CENTRE):
            for number, state in zip(shown.number.tolist(), shown.state_ecef, strict=True):
                away_m = np.linalg.norm(states[:, :3] - state[:3], axis=1)
                nearest = int(np.nanargmin(away_m))
                assert away_m[nearest] < NEAR_M
                name = names[nearest]
                assert flight.setdefault((shown.picture, number), name) == name
    assert len(flight) > 4
