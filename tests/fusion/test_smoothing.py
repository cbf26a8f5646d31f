"""Smoothing against filterpy, a batch solution and the truth."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import msgspec
import numpy as np
import pytest
from filterpy.kalman import KalmanFilter
from jaxtyping import Float

from glasshield import catalog
from glasshield.errors import RangeError
from glasshield.fusion import imm, smoothing
from glasshield.fusion.filters import Expectation, Gaussian, Prediction
from glasshield.fusion.imm import Bank, Mixture
from glasshield.fusion.motion import MotionModel
from glasshield.fusion.options import Association, Filter, Models, Options
from glasshield.fusion.smoothing import smooth
from glasshield.fusion.tracker import track
from glasshield.fusion.tracks import Phase, Tracks
from glasshield.scenario.benchmark import benchmark
from glasshield.scenario.simulate import Simulation, simulate
from glasshield.sensing.measurement import Frames, measure
from tests.fusion import some_states

LINEAR_TOL: Final = 1e-8  # relative, against other orders of the same algebra
STEPS: Final = 25
SIGMAS: Final = np.array([3.0, np.inf, 4.0, 5.0])
# Mean normalised squared errors of six numbers over some thousand rows that hang together.
NEES_BOUNDS: Final = (5.0, 7.0)


def linear(noise_m2_s3: float) -> MotionModel:
    """Constant velocity: integrated exactly."""
    matrix = np.eye(6, k=3)

    def partials(state: Float[np.ndarray, "n 6"]) -> Float[np.ndarray, "n 6 6"]:
        return np.broadcast_to(matrix, (len(state), 6, 6))

    return MotionModel(Phase.COAST, 6, lambda x: x @ matrix.T, partials, 10.0, noise_m2_s3)


def noise_of(density: float) -> Float[np.ndarray, "6 6"]:
    """White-noise acceleration over one second."""
    return np.kron(density * np.array([[1.0 / 3.0, 0.5], [0.5, 1.0]]), np.eye(3))


def slopes() -> Float[np.ndarray, "4 6"]:
    """Three positions are measured; no azimuth, which would turn."""
    slope = np.zeros((4, 6))
    slope[[0, 2, 3], [0, 1, 2]] = 1.0
    return slope


def forward(bank: Bank, start: Gaussian, measured: Float[np.ndarray, "k 4"]) -> list[Mixture]:
    rounds = [imm.begin(bank, start)]
    for one in measured:
        ahead = imm.predict(bank, rounds[-1], 1.0)
        expected = []
        for estimate in ahead.estimates:
            cross = estimate.covariance @ slopes().T
            expected.append(Expectation(estimate.mean @ slopes().T, slopes() @ cross, cross))
        rounds.append(imm.condition(ahead, expected, one[None], SIGMAS)[0])
    return rounds


def back(bank: Bank, rounds: list[Mixture]) -> list[Mixture]:
    after = [rounds[-1]]
    for before in reversed(rounds[:-1]):
        after.insert(0, smoothing.backward(bank, before, np.ones(1), after[0], Filter.EKF))
    return after


def a_line(seed: int) -> tuple[Gaussian, Float[np.ndarray, "k 4"]]:
    rng = np.random.default_rng(seed)
    start = Gaussian(10.0 * rng.normal(size=(1, 6)), some_states.covariances(rng, 1))
    measured = np.full((STEPS, 4), np.nan)
    measured[:, [0, 2, 3]] = 20.0 * rng.normal(size=(STEPS, 3))
    return start, measured


def test_val_one_linear_model_is_filterpys_smoother() -> None:
    start, measured = a_line(91)
    bank = Bank((linear(2.0),), lambda state, _dt_s: np.ones((len(state), 1, 1)), (1.0,))
    rounds = forward(bank, start, measured)
    ours = [mixture.estimates[0] for mixture in back(bank, rounds)]
    peer = KalmanFilter(dim_x=6, dim_z=3)
    peer.F, peer.Q = np.eye(6) + np.eye(6, k=3), noise_of(2.0)
    states = np.array([mixture.estimates[0].mean[0] for mixture in rounds])
    spreads = np.array([mixture.estimates[0].covariance[0] for mixture in rounds])
    theirs, their_spreads, _, _ = peer.rts_smoother(states, spreads)
    for one, state, spread in zip(ours, theirs, their_spreads, strict=True):
        assert np.allclose(one.mean[0], state, rtol=LINEAR_TOL, atol=1e-7)
        assert np.allclose(one.covariance[0], spread, rtol=LINEAR_TOL, atol=1e-7)


def test_val_one_linear_model_is_the_batch_solution() -> None:
    """All states at once from the normal equations of start, motion and measurements."""
    start, measured = a_line(92)
    bank = Bank((linear(2.0),), lambda state, _dt_s: np.ones((len(state), 1, 1)), (1.0,))
    ours = [mixture.estimates[0] for mixture in back(bank, forward(bank, start, measured))]
    count, shift = STEPS + 1, np.eye(6) + np.eye(6, k=3)
    seen = np.isfinite(SIGMAS)
    look = slopes()[seen] / SIGMAS[seen, None]
    stiff = np.linalg.inv(noise_of(2.0))
    information, weighted = np.zeros((6 * count, 6 * count)), np.zeros(6 * count)
    information[:6, :6] = np.linalg.inv(start.covariance[0])
    weighted[:6] = information[:6, :6] @ start.mean[0]
    for step in range(STEPS):
        now, then = slice(6 * step, 6 * step + 6), slice(6 * step + 6, 6 * step + 12)
        information[now, now] += shift.T @ stiff @ shift
        information[now, then] -= shift.T @ stiff
        information[then, now] -= stiff @ shift
        information[then, then] += stiff + look.T @ look
        weighted[then] += look.T @ (measured[step, seen] / SIGMAS[seen])
    states = np.linalg.solve(information, weighted).reshape(count, 6)
    covariance = np.linalg.inv(information)
    for step, one in enumerate(ours):
        own = slice(6 * step, 6 * step + 6)
        assert np.allclose(one.mean[0], states[step], rtol=1e-7, atol=1e-6)
        assert np.allclose(one.covariance[0], covariance[own, own], rtol=1e-7, atol=1e-6)


def test_prop_models_that_are_alike_smooth_as_one() -> None:
    start, measured = a_line(93)
    change = np.array([[0.8, 0.2], [0.4, 0.6]])
    twice = Bank(
        (linear(2.0), linear(2.0)),
        lambda state, _dt_s: np.broadcast_to(change, (len(state), 2, 2)),
        (0.3, 0.7),
    )
    once = Bank((linear(2.0),), lambda state, _dt_s: np.ones((len(state), 1, 1)), (1.0,))
    two, one = (back(bank, forward(bank, start, measured)) for bank in (twice, once))
    for mixture, alone in zip(two, one, strict=True):
        whole = imm.combined(mixture)
        assert np.allclose(whole.mean, alone.estimates[0].mean, rtol=1e-9, atol=1e-9)
        assert np.allclose(whole.covariance, alone.estimates[0].covariance, rtol=1e-6)


def test_prop_smoothed_probabilities_add_up_and_know_of_a_change_before_the_filter() -> None:
    """A change half way: the smoother suspects it a look before the filter is convinced."""
    start, measured = a_line(94)
    measured[:, [0, 2, 3]] *= 0.1
    measured[STEPS // 2 :, 0] += 20.0 * np.arange(STEPS - STEPS // 2) ** 1.5
    change = np.array([[0.98, 0.02], [0.02, 0.98]])
    bank = Bank(
        (linear(0.01), linear(400.0)),
        lambda state, _dt_s: np.broadcast_to(change, (len(state), 2, 2)),
        (0.5, 0.5),
    )
    rounds = forward(bank, start, measured)
    smoothed = back(bank, rounds)
    before = np.array([mixture.probability[0, 1] for mixture in rounds])
    after = np.array([mixture.probability[0, 1] for mixture in smoothed])
    assert np.allclose([mixture.probability.sum() for mixture in smoothed], 1.0)
    convinced = int(np.argmax(before > 0.5))
    assert after[convinced - 1] > 2.0 * before[convinced - 1]
    assert after[:5].max() < 0.2


@pytest.fixture(scope="module")
def simulation() -> Simulation:
    return benchmark(25, seed=3, duration_s=40.0)


def tracked(simulation: Simulation, options: Options) -> tuple[Tracks, Tracks]:
    tracks = track(simulation.detections, options)
    return tracks, smooth(tracks, simulation.detections, options)


def errors(simulation: Simulation, tracks: Tracks) -> tuple[Float[np.ndarray, "n 6"], np.ndarray]:
    """Of the rows that took in a detection of an object, and their normalised squares."""
    who = simulation.detections.truth[tracks.detection]
    right = who >= 0
    error = tracks.state_ecef[right] - simulation.truth.states(who[right], tracks.time_s[right])
    solved = np.linalg.solve(tracks.covariance[right], error[..., None])[..., 0]
    return error, np.einsum("ni,ni->n", error, solved)


@pytest.mark.parametrize("kind", list(Filter), ids=lambda kind: kind.name)
def test_val_smoothed_tracks_are_nearer_to_the_truth_and_know_how_near(
    simulation: Simulation, kind: Filter
) -> None:
    options = Options(models=Models.COAST, filter=kind)
    tracks, smoothed = tracked(simulation, options)
    before, _ = errors(simulation, tracks)
    after, nees = errors(simulation, smoothed)
    assert np.mean(after[:, :3] ** 2) < 0.05 * np.mean(before[:, :3] ** 2)
    assert np.mean(after[:, 3:] ** 2) < 0.001 * np.mean(before[:, 3:] ** 2)
    assert NEES_BOUNDS[0] < nees.mean() < NEES_BOUNDS[1]


def test_interacting_models_are_smoothed_too(simulation: Simulation) -> None:
    tracks, smoothed = tracked(simulation, Options(models=Models.IMM))
    before, _ = errors(simulation, tracks)
    after, nees = errors(simulation, smoothed)
    assert np.mean(after[:, :3] ** 2) < 0.05 * np.mean(before[:, :3] ** 2)
    assert nees.mean() < NEES_BOUNDS[1]
    assert np.allclose(smoothed.phase_probability.sum(axis=1), 1.0)
    coasting = smoothed.phase_probability[:, Phase.COAST]
    assert coasting.mean() > tracks.phase_probability[:, Phase.COAST].mean()


@pytest.mark.parametrize("models", list(Models), ids=lambda models: models.name)
def test_prop_the_last_row_of_a_track_and_all_covariances_stay_sound(
    simulation: Simulation, models: Models
) -> None:
    tracks, smoothed = tracked(simulation, Options(models=models))
    last = tracks.first_row[1:] - 1
    apart = np.abs(smoothed.state_ecef[last] - tracks.state_ecef[last])
    sigma = np.sqrt(np.diagonal(tracks.covariance[last], axis1=1, axis2=2))
    assert (apart / sigma).max() < 0.5  # the tracker also mixes at looks that missed
    np.linalg.cholesky(smoothed.covariance)  # raises where one is not positive
    own = np.sqrt(np.diagonal(smoothed.covariance, axis1=1, axis2=2))
    assert np.all(own <= 1.5 * np.sqrt(np.diagonal(tracks.covariance, axis1=1, axis2=2)))


def test_prop_each_track_is_smoothed_as_if_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    few = benchmark(3, seed=4, duration_s=15.0)
    _, together = tracked(few, Options())
    monkeypatch.setattr(smoothing, "ROWS_AT_ONCE", 1)
    _, alone = tracked(few, Options())
    assert np.allclose(together.state_ecef, alone.state_ecef, rtol=1e-10, atol=1e-3)
    assert np.allclose(together.phase_probability, alone.phase_probability, atol=1e-6)


def test_a_row_without_a_detection_is_carried(simulation: Simulation) -> None:
    tracks = track(simulation.detections, Options())
    hidden = tracks.detection.copy()
    hidden[5::7] = -1
    smoothed = smooth(replace(tracks, detection=hidden), simulation.detections)
    assert np.isfinite(smoothed.state_ecef).all()
    error, _ = errors(simulation, replace(smoothed, detection=tracks.detection))
    assert np.sqrt(np.mean(error[:, :3] ** 2)) < 100.0


def test_shared_detections_later_in_a_look_are_taken_back_to_its_beginning(
    simulation: Simulation,
) -> None:
    """Joint association keeps a look's rows at its first detection; here it lasts 0.2 s."""
    detections, truth = simulation.detections, simulation.truth
    rng, real = np.random.default_rng(96), detections.truth >= 0
    late = detections.time_s + real * rng.uniform(0.0, 0.2, len(detections))
    late = np.minimum(late, truth.time_s.max())
    moved = measure(
        Frames.of(detections.stations).take(detections.station_index[real]),
        truth.states(detections.truth[real], late[real]),
    )
    sigma = detections.sigma_or_station[real]
    seen = moved[:, :3] + sigma[:, :3] * rng.normal(size=(real.sum(), 3))
    columns = [detections.range_m, detections.azimuth_rad, detections.elevation_rad]
    columns = [column.copy() for column in columns]
    for column, values in zip(columns, seen.T, strict=True):
        column[real] = values
    spread = replace(
        detections,
        time_s=late,
        range_m=columns[0],
        azimuth_rad=columns[1] % (2.0 * np.pi),
        elevation_rad=columns[2],
    ).in_order()
    options = Options(models=Models.COAST, association=Association.JPDA)
    tracks = track(spread, options)
    smoothed = smooth(tracks, spread, options)
    named = smoothed.detection >= 0
    who = spread.truth[smoothed.detection[named]]
    right = who >= 0
    true = truth.states(who[right], smoothed.time_s[named][right])
    error = smoothed.state_ecef[named][right] - true
    # In 0.2 s an object flies a kilometre; a few tracks that began with clutter are off by half.
    assert np.median(np.linalg.norm(error[:, :3], axis=1)) < 30.0


def test_other_detections_are_refused(simulation: Simulation) -> None:
    tracks = track(simulation.detections, Options())
    with pytest.raises(RangeError, match="do not belong together"):
        smooth(tracks, simulation.detections.take(slice(100)))
    with pytest.raises(RangeError, match="do not belong together"):
        smooth(tracks, simulation.detections.take(slice(None, None, -1)))


def test_progress_ends_at_the_end(simulation: Simulation) -> None:
    told: list[float] = []
    tracks = track(simulation.detections, Options())
    smooth(tracks, simulation.detections, progress=lambda done, _: told.append(done))
    assert told[-1] == pytest.approx(1.0)


def test_no_tracks_at_all(simulation: Simulation) -> None:
    nothing = simulation.detections.take(slice(0))
    assert len(smooth(track(nothing), nothing)) == 0


def test_val_thrust_that_ends_within_a_span_has_these_moments() -> None:
    """A hundred thousand burnouts at moments drawn evenly over two seconds, in a straight line."""
    thrust, span, rng = 40.0, 2.0, np.random.default_rng(95)
    burning = rng.uniform(0.0, span, 100_000)
    drawn = np.stack((thrust * burning * (span - 0.5 * burning), thrust * burning), axis=-1)
    nothing = np.zeros((1, 7, 7))
    own = Gaussian(np.array([[7e6, 0.0, 0.0, 3e3, 0.0, 0.0, thrust]]), nothing)
    still = Prediction(Gaussian(np.zeros((1, 6)), np.zeros((1, 6, 6))), np.zeros((1, 7, 6)))
    motions = (some_states.BOOST, some_states.COAST)
    moved = smoothing._at_some_moment(still, own, motions, np.array([span])).estimate
    assert moved.mean[0, [0, 3]] == pytest.approx(drawn.mean(axis=0), rel=0.01)
    assert moved.covariance[0][np.ix_([0, 3], [0, 3])] == pytest.approx(np.cov(drawn.T), rel=0.02)
    assert not moved.mean[0, [1, 2, 4, 5]].any()


def test_val_a_flight_through_burnout_is_smoothed() -> None:
    """The shipped test flight: under power 2.5 times nearer, and no hundred sigma sure."""
    facts = catalog.load()
    record = facts.scenarios["one-test-two-parties"]
    observers = [msgspec.structs.replace(one, biases=None, air=None) for one in record.observers]
    flight = simulate(msgspec.structs.replace(record, observers=tuple(observers)), facts, 1)
    detections, burnout = flight.detections, float(flight.truth.burnout_time_s[0])
    detections = detections.take(detections.time_s < burnout + 60.0)
    tracks = track(detections)
    smoothed = smooth(tracks, detections)
    under_power = (tracks.time_s > tracks.time_s[0] + 5.0) & (tracks.time_s < burnout)
    true = flight.truth.states(np.zeros(under_power.sum(), int), tracks.time_s[under_power])
    before, after = (each.state_ecef[under_power] - true for each in (tracks, smoothed))
    assert np.mean(after[:, :3] ** 2) < np.mean(before[:, :3] ** 2) / 2.5**2
    solved = np.linalg.solve(smoothed.covariance[under_power], after[..., None])[..., 0]
    assert np.median(np.einsum("ni,ni->n", after, solved)) < 20.0
