"""How missiles move: the slopes, the integrator, the noise."""

from __future__ import annotations

import numpy as np
import pytest
from jaxtyping import Float

from glasshield.constants import EARTH_ROTATION_RAD_S
from glasshield.earth import atmosphere, ellipsoid
from glasshield.flight.coast import coast as fly_coast
from glasshield.flight.fly import AIR_STEP_M, AIR_TOP_M
from glasshield.fusion import motion
from glasshield.fusion.motion import MotionModel
from glasshield.fusion.tracks import Phase
from tests.fusion import some_states
from tests.fusion.some_states import BESIDE_PLANES, BOOST, COAST, ENTRY, MODELS

# Against the flight kernel's order 8 with 1 mm a step: what Runge-Kutta's fourth order loses in
# 10 s steps over ten minutes.
COAST_TOL_M = 0.02
COAST_TOL_M_S = 2e-4
# Central differences of rates of change, relative to the largest in their column.
SLOPE_TOL = 1e-7
# Of the transition matrix over 10 s, relative to its largest change: Magnus' third order. The worst
# entry brakes by 60 g inside one step.
MATRIX_TOL = {Phase.COAST: 1e-6, Phase.BOOST: 3e-3, Phase.ENTRY: 3e-2}
ROCKET_TOL_M_S2 = 1e-6  # against the closed form, in steps of 1 s
HEIGHT_TOL_M = 1.0
DENSITY_TOL = 1e-4  # the metre of height over the scale height of the air


def scales(model: MotionModel) -> Float[np.ndarray, "d"]:
    """Differences to take: small against what the state is made of."""
    return np.array([1.0] * 3 + [0.1] * 3 + [1e-3 * model.parameter[0]])[: model.size]


def slopes_by_differences(model: MotionModel, state: Float[np.ndarray, "n d"]) -> np.ndarray:
    columns = []
    for axis, step in enumerate(scales(model)):
        aside = np.zeros(model.size)
        aside[axis] = step
        columns.append((model.rate(state + aside) - model.rate(state - aside)) / (2.0 * step))
    return np.stack(columns, axis=-1)


def all_states(model: MotionModel, seed: int = 3) -> Float[np.ndarray, "n d"]:
    rng = np.random.default_rng(seed)
    low = some_states.states(rng, 60, heights_m=(5e3, 90e3))
    return some_states.with_parameter(
        model, np.concatenate((some_states.states(rng, 60), low, BESIDE_PLANES)), rng
    )


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.phase.name)
def test_partials_are_the_slopes_of_the_rate_also_beside_coordinate_planes(
    model: MotionModel,
) -> None:
    state = all_states(model)
    numeric = slopes_by_differences(model, state)
    per_unit = scales(model)
    size = np.abs(numeric * per_unit).max(axis=1, keepdims=True)
    assert np.all(np.abs((model.partials(state) - numeric) * per_unit) <= SLOPE_TOL * size)


def test_thrust_fades_with_the_velocity_near_the_launch_pad() -> None:
    state = np.array(
        [[6.4e6, 0.0, 0.0, 30.0, 0.0, 0.0, 20.0], [6.4e6, 0.0, 0.0, 0.0, 0.0, 0.0, 20.0]]
    )
    without = state * [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0]
    pushed = BOOST.rate(state)[:, 3] - BOOST.rate(without)[:, 3]
    assert pushed == pytest.approx([6.0, 0.0])
    assert np.isfinite(BOOST.partials(state)).all()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.phase.name)
@pytest.mark.parametrize("heights_m", [(20e3, 90e3), (100e3, 1_200e3)])
def test_the_transition_matrix_is_the_slope_of_the_motion(
    model: MotionModel, heights_m: tuple[float, float]
) -> None:
    rng = np.random.default_rng(4)
    state = some_states.states(rng, 100, heights_m, (500.0, 4_000.0))
    state = some_states.with_parameter(model, state, rng)
    moved, matrix = motion.transition(model, state, 10.0)
    assert np.array_equal(moved, motion.propagate(model, state, 10.0))
    unit = np.array([10.0] * 3 + [1.0] * 3 + [model.parameter[0]])[: model.size]
    numeric = matrix_by_differences(model, state, 10.0) * unit / unit[:, None]
    wrong = np.abs(matrix * unit / unit[:, None] - numeric)
    change = np.abs(numeric - np.eye(model.size))
    assert (wrong.max(axis=(1, 2)) / change.max(axis=(1, 2))).max() < MATRIX_TOL[model.phase]


def matrix_by_differences(
    model: MotionModel, state: Float[np.ndarray, "n d"], dt_s: float
) -> Float[np.ndarray, "n d d"]:
    columns = []
    for axis, step in enumerate(scales(model)):
        aside = np.zeros(model.size)
        aside[axis] = step
        ahead = motion.propagate(model, state + aside, dt_s)
        behind = motion.propagate(model, state - aside, dt_s)
        columns.append((ahead - behind) / (2.0 * step))
    return np.stack(columns, axis=-1)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.phase.name)
def test_prop_the_integrator_is_of_fourth_order(model: MotionModel) -> None:
    rng = np.random.default_rng(5)
    # In the air between two kinks of the standard atmosphere, which cost any method its order.
    flight = ((25e3, 27e3), (800.0, 1_000.0)) if model is ENTRY else ((300e3, 600e3), (2e3, 3e3))
    state = some_states.states(rng, 40, *flight)
    state = some_states.with_parameter(model, state, rng)
    span, step = 4.0 * model.step_s, model.step_s
    exact = in_steps(model, state, span, step / 16.0)
    error = [
        np.linalg.norm((in_steps(model, state, span, h) - exact)[:, 3:6])
        for h in (step, 0.5 * step)
    ]
    assert 3.5 < np.log2(error[0] / error[1]) < 4.7


def in_steps(model: MotionModel, state: np.ndarray, span_s: float, step_s: float) -> np.ndarray:
    for _ in range(round(span_s / step_s)):
        state = motion.propagate(model, state, step_s)
    return state


def test_val_coast_is_the_flight_kernels_coast() -> None:
    """Against `flight.coast` (Dormand-Prince 8, inertial axes), which is tested against heyoka."""
    state = some_states.states(np.random.default_rng(6), 200, speeds_m_s=(1_000.0, 6_000.0))
    span_s = 600.0
    spin = np.array([0.0, 0.0, EARTH_ROTATION_RAD_S])
    inertial = np.hstack((state[:, :3], state[:, 3:] + np.cross(spin, state[:, :3])))
    flown = fly_coast(inertial, span_s)
    high = np.linalg.norm(flown[:, :3], axis=-1) > 6.4e6  # others dig through the ground
    angle = EARTH_ROTATION_RAD_S * span_s
    turn = np.array(
        [[np.cos(angle), np.sin(angle), 0.0], [-np.sin(angle), np.cos(angle), 0.0], [0.0, 0.0, 1.0]]
    )
    position = flown[:, :3] @ turn.T
    velocity = (flown[:, 3:] - np.cross(spin, flown[:, :3])) @ turn.T
    wrong = motion.propagate(COAST, state, span_s) - np.hstack((position, velocity))
    assert high.sum() > 50
    assert np.abs(wrong[high, :3]).max() < COAST_TOL_M
    assert np.abs(wrong[high, 3:]).max() < COAST_TOL_M_S


def test_val_thrust_grows_as_tsiolkovsky_has_it() -> None:
    """Constant thrust over a mass that shrinks steadily: a(t) = a0 / (1 - a0 t / c)."""
    state = np.array([[6.5e6, 0.0, 0.0, 200.0, 500.0, 200.0, 25.0]])
    after = in_steps(BOOST, state, 60.0, 1.0)[0, 6]
    exhaust = some_states.NOISE.exhaust_m_s
    assert after == pytest.approx(25.0 / (1.0 - 25.0 * 60.0 / exhaust), abs=ROCKET_TOL_M_S2)


def test_thrust_stays_finite_over_a_gap_in_which_all_propellant_would_burn() -> None:
    state = np.array([[6.5e6, 0.0, 0.0, 100.0, 500.0, 200.0, 60.0]])
    moved, matrix = motion.transition(BOOST, state, 300.0)
    assert np.isfinite(moved).all()
    assert np.isfinite(matrix).all()


@pytest.mark.parametrize("parameter", [-1e4, -1e-2, 0.0, 1e-2, 1e4])
@pytest.mark.parametrize("model", [BOOST, ENTRY], ids=lambda model: model.phase.name)
def test_no_parameter_and_no_plunge_makes_a_state_infinite(
    model: MotionModel, parameter: float
) -> None:
    state = some_states.states(np.random.default_rng(9), 50, (-1e3, 20e3), (1e3, 8e3))
    state = np.hstack((state, np.full((50, 1), parameter)))
    moved, matrix = motion.transition(model, state, 8.0)
    assert np.isfinite(moved).all()
    assert np.isfinite(matrix).all()
    assert np.abs(moved).max() < 1e9


def test_val_air_is_the_standard_atmosphere_at_the_geodetic_height() -> None:
    state = some_states.states(np.random.default_rng(7), 300, heights_m=(0.0, 78e3))
    _, _, height = ellipsoid.ecef_to_geodetic(state[:, :3])
    assert np.abs(motion.height_m(state[:, :3]) - height).max() < HEIGHT_TOL_M
    light = np.hstack((state, np.full((len(state), 1), 1e-5)))
    drag = (COAST.rate(state) - ENTRY.rate(light)[:, :6])[:, 3:]
    speed = np.linalg.norm(state[:, 3:], axis=-1)
    density = np.linalg.norm(drag, axis=-1) / (0.5 * speed**2 * 1e-5)
    air = atmosphere.state(np.maximum(height, 0.0)).density_kg_m3
    assert np.abs(density / air - 1.0).max() < DENSITY_TOL


def test_the_air_is_the_flight_kernels_air() -> None:
    assert (motion.AIR_STEP_M, motion.AIR_TOP_M) == (AIR_STEP_M, AIR_TOP_M)


@pytest.mark.parametrize("height_m", [-20e3, -1.0, 149e3, 152e3, 2_000e3])
def test_outside_the_air_and_below_the_ground_nothing_breaks(height_m: float) -> None:
    position = ellipsoid.geodetic_to_ecef(0.7, 0.3, height_m)
    state = np.array([[*position, 1e3, 2e3, 3e3, 3e-4]])
    assert np.isfinite(ENTRY.rate(state)).all()
    assert np.isfinite(ENTRY.partials(state)).all()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.phase.name)
def test_prop_a_row_with_its_own_span_is_the_row_alone(model: MotionModel) -> None:
    state = all_states(model)[:5]
    spans = np.array([0.0, -7.0, 3.0, 25.0, 60.0])
    together, matrices = motion.transition(model, state, spans)
    for row, span in enumerate(spans):
        alone, matrix = motion.transition(model, state[row : row + 1], span)
        assert np.array_equal(alone[0], together[row])
        assert np.allclose(matrix[0], matrices[row], rtol=1e-14, atol=0.0)
    assert np.array_equal(together[0], state[0])


def test_prop_there_and_back_again() -> None:
    state = some_states.states(np.random.default_rng(8), 50, (300e3, 900e3))
    there, out = motion.transition(COAST, state, 50.0)
    back, home = motion.transition(COAST, there, -50.0)
    assert np.abs(back - state).max() < COAST_TOL_M
    assert np.allclose(home @ out, np.eye(6), atol=1e-4)


def test_prop_noise_of_two_spans_is_the_noise_of_both() -> None:
    """Of the constant-velocity part, for which the formula is exact."""
    long, first, second = (motion.process_noise(COAST, t) for t in (5.0, 2.0, 3.0))
    shift = np.eye(6)
    shift[:3, 3:] = 3.0 * np.eye(3)
    assert np.allclose(long, shift @ first @ shift.T + second, rtol=1e-14)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.phase.name)
def test_noise_adds_up_backward_too_and_has_a_shape_for_every_span(model: MotionModel) -> None:
    spans = np.array([0.0, 0.5, -0.5, 20.0])
    noise = motion.process_noise(model, spans)
    assert noise.shape == (4, model.size, model.size)
    back = np.where(np.arange(model.size) < 3, -1.0, 1.0)
    assert np.array_equal(noise[1], noise[2] * back * back[:, None])
    assert np.array_equal(noise[1], motion.process_noise(model, 0.5))
    assert np.linalg.eigvalsh(noise).min() > -1e-9


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.phase.name)
def test_no_objects_at_all(model: MotionModel) -> None:
    nothing = np.empty((0, model.size))
    state, matrix = motion.transition(model, nothing, 3.0)
    assert state.shape == (0, model.size)
    assert matrix.shape == (0, model.size, model.size)
