"""Flights by their sensed acceleration: the equations, their slopes, and what they are like."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.integrate import solve_ivp

from glasshield.earth.ellipsoid import geodetic_to_ecef
from glasshield.errors import RangeError
from glasshield.fusion.arcs import Grid, arcs, rates
from glasshield.monitoring.integration import NODES, SHARES, curve, once, twice
from glasshield.monitoring.powered import BurnTimes, Layout, coefficients
from glasshield.monitoring.powered_flight import surface_speed_m_s
from glasshield.monitoring.splines import greville, splines
from tests.monitoring.announced import announced, flights
from tests.monitoring.made_up import EPOCH

UNTIL_S = 700.0
PLACE_TOL_M = 1e-3  # against an integrator of order 8 at 1e-12, over ten minutes
ARC_TOL_M = 0.02  # steps of 1 s of order 4
AFTER_KICK_TOL_M = 5.0  # the kick turns the push at once, which a spline does in seconds
SPEED_TOL_M_S = 0.01
SLOPE_TOL = 2e-5  # of the greatest slope; central differences of 1e-5
ENERGY_TOL_M_S = 1e-6
ROUNDING_M = 1e-6


def layout(*, gaps: bool = True) -> Layout:
    return Layout(EPOCH, announced().site, np.radians(270.0), (6, 5), gaps=gaps)


def unknowns(of: Layout) -> np.ndarray:
    """Two burns of about a minute, the second one harder, with 2 s between them."""
    found = of.starting(BurnTimes(3.0, (3.0, 62.0), (60.0, 118.0)))
    rng = np.random.default_rng(1)
    found[1:4] = 40.0, -30.0, 20.0
    for burn, (along, up) in enumerate(((25.0, 28.0), (50.0, 40.0))):
        count = of.burns[burn]
        noise = rng.normal(0.0, 3.0, (3, count))
        level = np.array((along, 0.0, up))[:, None] * np.linspace(0.7, 1.4, count)
        found[of.push_columns(burn)] = (level + noise).ravel()
    return found


def test_names_stand_for_all_unknowns() -> None:
    for gaps in (False, True):
        of = layout(gaps=gaps)
        assert len(of.names) == of.size == len(set(of.names))
        assert of.names[of.duration_column(1)] == "burn_2_log_s"
        assert of.names[of.push_columns(1)][0] == "burn_2_along_0_m_s2"
    assert layout().names[layout().gap_column(1)] == "gap_2_log_s"


def test_val_a_flight_is_what_another_integrator_makes_of_its_push() -> None:
    flight = layout().flown(unknowns(layout()), UNTIL_S)
    axes = layout().axes

    def change(time_s: float, state: np.ndarray) -> np.ndarray:
        moved = rates(state[None])[0]
        moved[3:] += flight.sensed(np.array([time_s]))[0] @ axes
        return moved

    state, at_s = flight.curve.knots[0], flight.liftoff_s
    for until_s in (*_breaks(flight), UNTIL_S):
        inside = (at_s + 1e-9, until_s - 1e-9)
        state = solve_ivp(change, inside, state, method="DOP853", rtol=1e-12, atol=1e-9).y[:, -1]
        at_s = until_s
    assert np.linalg.norm(flight.at(np.array([UNTIL_S]))[0, :3] - state[:3]) < PLACE_TOL_M


def _breaks(flight: object) -> list[float]:
    """Where the push is not smooth: at every knot."""
    begins: np.ndarray = flight.begins_s  # type: ignore[attr-defined]
    return [float(time_s) for time_s in begins[1:]]


def test_free_flight_is_that_of_arcs() -> None:
    flight = layout().flown(unknowns(layout()), UNTIL_S)
    since_s = np.array([0.0, 100.0, 400.0])
    free = arcs(np.zeros(1), flight.burnout_state[None], Grid(0.0, 450.0, 1.0, partials=False))
    there = free.at(since_s, np.zeros(3, dtype=int))
    away = flight.at(flight.burnout_time_s + since_s) - there
    assert np.abs(away[:, :3]).max() < ARC_TOL_M


@pytest.mark.parametrize("gaps", [False, True])
def test_prop_slopes_are_those_of_differences(gaps: bool) -> None:
    of = layout(gaps=gaps)
    base = unknowns(of)
    times_s = np.array([-5.0, 4.0, 33.0, 61.0, 63.0, 100.0, 130.0, 650.0])
    flight = of.flown(base, UNTIL_S)
    exact = flight.partials_at(times_s)
    for column in range(of.size):
        step = np.zeros(of.size)
        step[column] = 1e-5
        after, before = (of.flown(base + sign * step, UNTIL_S) for sign in (1.0, -1.0))
        rough = (after.at(times_s) - before.at(times_s)) / 2e-5
        for part in (slice(0, 3), slice(3, 6)):
            size = np.abs(rough[:, part]).max()
            assert np.abs(rough - exact[:, :, column])[:, part].max() <= SLOPE_TOL * size + 1e-3
    assert flight.place_partials_at(times_s) == pytest.approx(exact[:, :3])


def test_prop_slopes_of_figures_are_those_of_differences() -> None:
    of, base = layout(), unknowns(layout())
    figures = of.flown(base, UNTIL_S).figures()
    for column in range(of.size):
        step = np.zeros(of.size)
        step[column] = 1e-4
        after, before = (of.flown(base + sign * step, UNTIL_S).figures() for sign in (1.0, -1.0))
        for name in figures.__slots__:
            rough = (getattr(after, name).value - getattr(before, name).value) / 2e-4
            assert getattr(figures, name).slope[column] == pytest.approx(rough, rel=1e-4, abs=1e-4)


def test_before_the_liftoff_it_stands_on_its_site() -> None:
    site = announced().site
    still = np.zeros(layout().size)
    still[4 : 4 + layout().times] = 3.0
    flight = layout().flown(still, 100.0)
    place = geodetic_to_ecef(site.lat_rad, site.lon_rad, site.height_m)
    assert flight.at(np.array([-1.0]))[0] == pytest.approx(np.concatenate((place, np.zeros(3))))
    assert not flight.rates_at(np.array([-1.0])).any()


def test_a_flight_of_the_kernels_is_met_by_its_own_burns() -> None:
    flown = flights().declared
    burns = BurnTimes.of(flown.vehicle)
    counts = tuple(coefficients(e - b) for b, e in zip(burns.ignition_s, burns.end_s, strict=True))
    of = Layout(EPOCH, announced().site, flown.azimuth_rad, counts)
    found = of.flown(of.like(flown.time_s[:600], flown.states_ecef[:600], burns), 600.0)
    later = flown.time_s[60:1200]
    away = found.at(later) - flown.states_ecef[60:1200]
    assert np.linalg.norm(away[:, :3], axis=-1).max() < AFTER_KICK_TOL_M
    figures = found.figures()
    assert figures.burnout_speed_m_s.value == pytest.approx(
        flown.burnout_speed_m_s, abs=SPEED_TOL_M_S
    )
    assert figures.burn_time_s.value == pytest.approx(130.0)
    # Drag takes a little of what the motors give.
    assert 0.95 < figures.motor_speed_m_s.value / flown.vehicle.ideal_speed_m_s < 1.0


def test_the_surface_speed_stays_the_same_along_a_free_flight() -> None:
    flight = layout().flown(unknowns(layout()), UNTIL_S)
    states = flight.at(flight.burnout_time_s + np.array([0.0, 200.0, 400.0]))
    speeds = [surface_speed_m_s(state) for state in states]
    assert np.ptp(speeds) < ENERGY_TOL_M_S
    assert speeds[0] == pytest.approx(flight.figures().surface_speed_m_s.value)


def test_a_cutoff_ends_a_burn_and_leaves_out_the_next() -> None:
    vehicle = flights().declared.vehicle
    assert BurnTimes.of(vehicle, 10.0).end_s == (75.0, 140.0)
    assert BurnTimes.of(vehicle, 10.0, cutoff_s=100.0).end_s == (75.0, 110.0)
    assert BurnTimes.of(vehicle, 10.0, cutoff_s=60.0).end_s == (70.0,)


def test_splines_add_up_to_one_and_draw_lines() -> None:
    share = np.linspace(0.0, 1.0, 23)
    for count in (4, 7, 12):
        values = splines(count, share)
        assert values.sum(axis=-1) == pytest.approx(1.0)
        assert values @ (3.0 - 2.0 * greville(count)) == pytest.approx(3.0 - 2.0 * share)


def test_integrals_at_the_nodes_are_those_of_polynomials() -> None:
    share = np.array([0.2, 0.7, 1.0])
    for power in range(len(NODES)):
        value = NODES**power
        assert SHARES @ value == pytest.approx(1.0 / (power + 1))
        assert once(share) @ value == pytest.approx(share ** (power + 1) / (power + 1))
        second = share ** (power + 2) / ((power + 1) * (power + 2))
        assert twice(share) @ value == pytest.approx(second)


def test_the_order_of_convergence_is_that_of_six_nodes() -> None:
    start = np.array((7e6, 0.0, 0.0, 0.0, 7.0e3, 2.0e3))

    def end(spans: int) -> np.ndarray:
        nothing = np.zeros((spans, len(NODES), 3))
        return curve(start, np.full(spans, 2700.0 / spans), nothing).knots[-1, :3]

    exact = end(40)
    errors = [np.linalg.norm(end(spans) - exact) for spans in (1, 2)]
    assert errors[1] > ROUNDING_M
    assert np.log2(errors[0] / errors[1]) > 5.5


def test_bad_unknowns_are_refused() -> None:
    with pytest.raises(RangeError, match="one for each name"):
        layout().flown(np.zeros(3), UNTIL_S)
    with pytest.raises(RangeError, match="burns of some coefficients"):
        Layout(EPOCH, announced().site, 0.0, (3,))
    with pytest.raises(RangeError, match="another number of burns"):
        layout().like(np.zeros(2), np.zeros((2, 6)), BurnTimes(0.0, (0.0,), (60.0,)))
