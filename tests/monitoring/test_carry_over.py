"""How far a stated speed leaves the speeds of one flight open."""

from __future__ import annotations

import numpy as np
import pytest

from glasshield.monitoring.announced_flight import AnnouncedFlight
from glasshield.monitoring.carry_over import LEAST_M_S, CarryOver, carry_over, surface_speed_m_s
from glasshield.monitoring.followed import Reconstruction
from tests.monitoring.announced import BOOSTER, SM3, announced, facts, flights

MODEL_M_S = 0.05  # between a flight and the same in the terms of a layout


def direction(flight: AnnouncedFlight) -> tuple[float, float]:
    return flight.azimuth_rad, flight.burnout_angle_rad


def of(id: str, side: str) -> CarryOver:
    test, flight = announced(id), getattr(flights(id), side)
    return carry_over(test, facts(), getattr(test, side), direction(flight))


def test_regress_a_booster_of_6_3_km_s_is_open_by_20_m_s() -> None:
    found = of(BOOSTER, "declared")
    assert found.burnout_m_s == pytest.approx(19.4, abs=0.5)
    assert found.surface_m_s == pytest.approx(30.0, abs=0.5)


@pytest.mark.parametrize("id", [BOOSTER, SM3])
@pytest.mark.parametrize("side", ["declared", "rival"])
def test_energy_is_open_further_than_speed(id: str, side: str) -> None:
    # A later burnout is a higher one: the same speed there is more energy.
    found = of(id, side)
    assert LEAST_M_S < found.burnout_m_s < found.surface_m_s < 100.0


def test_a_vehicle_of_which_all_is_stated_keeps_the_least() -> None:
    # Its burn time is declared already.
    known = facts().override("interceptor.gbi2.vertical_time", "8s")
    known = known.override("interceptor.gbi2.pitch_ratio", "0.02 1/s")
    test = announced()
    found = carry_over(test, known, test.declared, direction(flights().declared))
    assert found == CarryOver(LEAST_M_S, LEAST_M_S)


def test_the_surface_speed_is_that_of_the_reconstruction() -> None:
    flight = flights().declared
    flown = Reconstruction.of(announced(), flight, facts()).flown
    assert surface_speed_m_s(flight.burnout_state_ecef) == pytest.approx(
        flown.figures().surface_speed_m_s.value, abs=MODEL_M_S
    )


def test_the_surface_speed_stays_the_same_along_free_flight() -> None:
    flight = flights().declared
    coasting = flight.states_ecef[(flight.time_s > 131.0) & (flight.time_s < 1900.0)]
    speeds = np.array([surface_speed_m_s(state) for state in coasting[::50]])
    assert np.ptp(speeds) < MODEL_M_S
