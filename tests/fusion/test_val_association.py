"""Joint association against brute force and Stone Soup's JPDA."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

import numpy as np
import pytest
from jaxtyping import Float
from scipy.optimize import linear_sum_assignment
from stonesoup.dataassociator.probability import JPDA
from stonesoup.types.detection import Detection, MissedDetection
from stonesoup.types.hypothesis import SingleProbabilityHypothesis
from stonesoup.types.multihypothesis import MultipleHypothesis
from stonesoup.types.numeric import Probability
from stonesoup.types.prediction import GaussianStatePrediction
from stonesoup.types.track import Track

from glasshield.errors import NumericalError
from glasshield.fusion import filters, imm, joint_association
from glasshield.fusion.imm import Mixture
from glasshield.fusion.options import Models
from glasshield.fusion.tracks import Phase
from glasshield.sensing import measurement
from tests.fusion import some_states
from tests.fusion.some_states import NOISE, RADAR
from tests.reference import joint_events

BRUTE_FORCE_TOL: Final = 1e-12  # what was promised
STONE_SOUP_TOL: Final = 1e-12  # it works with logarithms
SIGMAS: Final = np.array([50.0, np.radians(0.05), np.radians(0.05), np.inf])


def ratios(
    rng: np.random.Generator, tracks: int, detections: int, filled: float = 0.6
) -> Float[np.ndarray, "t d"]:
    """Likelihood ratios over many orders of magnitude, some pairs out of the question."""
    ratio = 10.0 ** rng.uniform(-6.0, 6.0, (tracks, detections))
    return np.where(rng.uniform(size=ratio.shape) < filled, ratio, 0.0)


@pytest.mark.parametrize(
    ("tracks", "detections"), [(1, 1), (1, 5), (2, 2), (3, 3), (4, 3), (3, 6), (5, 5), (6, 2)]
)
def test_val_marginals_are_brute_forces(tracks: int, detections: int) -> None:
    rng = np.random.default_rng(71)
    for filled in (0.3, 0.6, 1.0):
        for _ in range(5):
            ratio = ratios(rng, tracks, detections, filled)
            pairs, none = joint_association.marginals(ratio)
            expected_pairs, expected_none = joint_events.marginals(ratio)
            assert np.abs(pairs - expected_pairs).max() < BRUTE_FORCE_TOL
            assert np.abs(none - expected_none).max() < BRUTE_FORCE_TOL


def test_val_marginals_are_stone_soups() -> None:
    ratio = ratios(np.random.default_rng(72), 3, 4, 0.8)
    pairs, none = joint_association.marginals(ratio)
    theirs_pairs, theirs_none = stone_soups(ratio)
    assert np.abs(pairs - theirs_pairs).max() < STONE_SOUP_TOL
    assert np.abs(none - theirs_none).max() < STONE_SOUP_TOL


def stone_soups(
    ratio: Float[np.ndarray, "t d"],
) -> tuple[Float[np.ndarray, "t d"], Float[np.ndarray, "t"]]:
    """Stone Soup's enumeration of joint hypotheses, fed with these ratios as its probabilities."""
    now = datetime(2030, 1, 1, tzinfo=UTC)
    missed = MissedDetection(timestamp=now)
    detections = [Detection(np.array([[float(d)]]), timestamp=now) for d in range(ratio.shape[1])]
    tracks, single = [], {}
    for row in ratio:
        track, prediction = Track(), GaussianStatePrediction([[0.0]], [[1.0]], timestamp=now)
        own = [SingleProbabilityHypothesis(prediction, missed, probability=Probability(1.0))]
        own += [
            SingleProbabilityHypothesis(prediction, detection, probability=Probability(weight))
            for detection, weight in zip(detections, row, strict=True)
            if weight > 0.0
        ]
        tracks.append(track)
        single[track] = MultipleHypothesis(own)
    joint = JPDA.enumerate_JPDA_hypotheses(tracks, single)
    pairs, none = np.zeros_like(ratio), np.zeros(len(ratio))
    for event in joint:
        for number, track in enumerate(tracks):
            chosen = event.hypotheses[track].measurement
            if isinstance(chosen, MissedDetection):
                none[number] += float(event.probability)
            else:
                pairs[number, detections.index(chosen)] += float(event.probability)
    return pairs, none


def test_prop_probabilities_of_a_track_add_up_and_a_detection_is_nobodys_twice() -> None:
    ratio = ratios(np.random.default_rng(73), 12, 15, 0.4)
    pairs, none = joint_association.marginals(ratio)
    assert np.allclose(pairs.sum(axis=1) + none, 1.0, rtol=1e-13)
    assert pairs.sum(axis=0).max() <= 1.0 + 1e-12
    assert np.array_equal(pairs > 0.0, ratio > 0.0)


def test_prop_order_does_not_matter() -> None:
    rng = np.random.default_rng(74)
    ratio = ratios(rng, 8, 9)
    rows, columns = rng.permutation(8), rng.permutation(9)
    pairs, none = joint_association.marginals(ratio)
    turned_pairs, turned_none = joint_association.marginals(ratio[np.ix_(rows, columns)])
    assert np.allclose(turned_pairs, pairs[np.ix_(rows, columns)], rtol=1e-9)
    assert np.allclose(turned_none, none[rows], rtol=1e-9)


def test_prop_clusters_are_independent() -> None:
    rng = np.random.default_rng(75)
    left, right = ratios(rng, 3, 4, 1.0), ratios(rng, 4, 2, 1.0)
    both = np.zeros((7, 6))
    both[:3, :4], both[3:, 4:] = left, right
    assert len(list(joint_association.clusters(both > 0.0))) == 2
    pairs, none = joint_association.marginals(both)
    for block, rows, columns in ((left, slice(3), slice(4)), (right, slice(3, 7), slice(4, 6))):
        alone, alone_none = joint_association.marginals(block)
        assert np.array_equal(pairs[rows, columns], alone)
        assert np.array_equal(none[rows], alone_none)


def test_prop_sure_pairs_are_the_best_assignment() -> None:
    rng = np.random.default_rng(76)
    cost = rng.uniform(0.0, 1.0, (7, 7))
    pairs, _ = joint_association.marginals(np.exp(-cost / 1e-3 + 2e3 * 0.3))
    rows, columns = linear_sum_assignment(cost)
    assert np.all(pairs[rows, columns] > 0.5)


def test_tracks_without_a_candidate_and_empty_scans() -> None:
    pairs, none = joint_association.marginals(np.zeros((3, 2)))
    assert not pairs.any()
    assert np.array_equal(none, np.ones(3))
    for shape in ((0, 4), (4, 0), (0, 0)):
        pairs, none = joint_association.marginals(np.zeros(shape))
        assert pairs.shape == shape
        assert np.array_equal(none, np.ones(shape[0]))


def test_a_cluster_beyond_the_limit_is_refused_and_one_at_it_is_not() -> None:
    most = joint_association.MOST_TRACKS
    _, none = joint_association.marginals(np.ones((most, 2)))
    assert none == pytest.approx(np.full(most, none[0]))
    with pytest.raises(NumericalError, match="too many tracks compete"):
        joint_association.marginals(np.ones((most + 1, 2)))


def two_objects() -> tuple[Mixture, Float[np.ndarray, "2 4"]]:
    estimate = some_states.estimates(np.random.default_rng(77), 2)
    mixture = imm.begin(imm.bank(Models.IMM, NOISE), estimate)
    return mixture, measurement.measure(RADAR, estimate.mean)


def test_a_sure_detection_is_simply_taken_in() -> None:
    mixture, measured = two_objects()
    together = joint_association.take_in(
        mixture, RADAR, measured, SIGMAS * np.ones((2, 1)), np.eye(2)
    )
    alone, _ = imm.update(mixture, RADAR, measured, SIGMAS)
    assert np.allclose(together.probability, alone.probability)
    for one, other in zip(together.estimates, alone.estimates, strict=True):
        assert np.allclose(one.mean, other.mean, rtol=1e-13)
        assert np.allclose(one.covariance, other.covariance, rtol=1e-9, atol=1e-9)


def test_no_detection_leaves_everything_as_it_was() -> None:
    mixture, measured = two_objects()
    same = joint_association.take_in(
        mixture, RADAR, measured, SIGMAS * np.ones((2, 1)), np.zeros((2, 2))
    )
    assert np.array_equal(same.probability, mixture.probability)
    assert np.array_equal(same.estimates[Phase.COAST].mean, mixture.estimates[Phase.COAST].mean)


def test_val_one_model_and_one_detection_is_bar_shaloms_pda() -> None:
    """x + b K v and P - b K S K' + b (1 - b) K v v' K' (Bar-Shalom and Fortmann, section 6.4)."""
    estimate = some_states.estimates(np.random.default_rng(78), 1)
    mixture = imm.begin(imm.bank(Models.COAST, NOISE), estimate)
    measured = measurement.measure(RADAR, estimate.mean) + 0.5 * np.where(
        np.isfinite(SIGMAS), SIGMAS, 0.0
    )
    share = 0.7
    after = joint_association.take_in(
        mixture, RADAR, measured, SIGMAS[None], np.array([[share]])
    ).estimates[0]
    sure, _ = filters.update(estimate, RADAR, measured, SIGMAS)
    shift = (sure.mean - estimate.mean)[0]
    covariance = estimate.covariance[0] + share * (sure.covariance - estimate.covariance)[0]
    covariance = covariance + share * (1.0 - share) * np.outer(shift, shift)
    assert np.allclose(after.mean[0], estimate.mean[0] + share * shift, rtol=1e-13)
    assert np.allclose(after.covariance[0], covariance, rtol=1e-9, atol=1e-6)
