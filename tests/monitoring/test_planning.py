"""Plans: where to stand to watch a test."""

from __future__ import annotations

from functools import cache

import msgspec
import numpy as np
import pytest

from glasshield.catalog.announced import Place
from glasshield.catalog.quantity import Position, Status
from glasshield.errors import InputError
from glasshield.monitoring.document import Plan, StationRow
from glasshield.monitoring.planning import plan
from glasshield.workspace import Workspace
from tests.monitoring.announced import (
    BOOSTER,
    SM3,
    announced,
    changed,
    coarse,
    flights,
    number,
    watched_by,
)

SPACING_KM = 180.0
EQUAL = 1e-3  # relative; places that differ by less count as equally good


@cache
def planned(id: str = BOOSTER) -> Plan:
    return plan(coarse(announced(id), SPACING_KM), Workspace.default())


def nearest(rows: tuple[StationRow, ...], lat_deg: float, lon_deg: float) -> StationRow:
    return min(rows, key=lambda row: abs(row.lat_deg - lat_deg) + abs(row.lon_deg - lon_deg))


def test_every_place_of_every_observer_has_a_row() -> None:
    rows = planned().stations
    ships = [[row for row in rows if row.observer == ship] for ship in ("guest-ship", "host-ship")]
    assert len(ships[0]) == len(ships[1]) > 20
    for one, other in zip(*ships, strict=True):
        # Two radars of one kind: what one learns at a place the other does as well.
        assert changed(other, observer="guest-ship") == one


def test_rows_have_what_was_asked_for() -> None:
    built = msgspec.to_builtins(planned())
    assert {
        "lat_deg",
        "lon_deg",
        "visible_s",
        "burnout_speed_sigma_m_s",
        "burn_time_sigma_s",
        "stages_sigma",
        "power",
    } <= set(built["stations"][0])
    assert [len(row["places"]) for row in built["best"]] == [1, 2, 3]
    assert built["simulated"] is True
    assert msgspec.json.decode(msgspec.json.encode(planned()), type=Plan) == planned()


@pytest.mark.parametrize("id", [BOOSTER, SM3])
def test_the_best_place_is_the_best_row_outside_the_areas(id: str) -> None:
    found = planned(id)
    (place,) = found.best[0].places
    free = [row for row in found.stations if not row.in_hazard_area]
    least = min(free, key=lambda row: row.burnout_speed_sigma_m_s or np.inf)
    assert found.best[0].burnout_speed_sigma_m_s == pytest.approx(
        least.burnout_speed_sigma_m_s, rel=EQUAL
    )
    chosen = nearest(found.stations, place.lat_deg, place.lon_deg)
    assert chosen.burnout_speed_sigma_m_s == pytest.approx(
        found.best[0].burnout_speed_sigma_m_s, rel=EQUAL
    )


def test_more_places_together_learn_more() -> None:
    sigmas = [row.burnout_speed_sigma_m_s or np.inf for row in planned().best]
    assert sigmas == sorted(sigmas, reverse=True)


def test_places_in_areas_are_flagged_warned_of_and_not_proposed() -> None:
    found = planned()
    inside = {(row.lat_deg, row.lon_deg) for row in found.stations if row.in_hazard_area}
    assert inside
    for best in found.best:
        assert not inside & {(place.lat_deg, place.lon_deg) for place in best.places}
    assert any("lie inside an area of the notice" in text.en for text in found.warnings)


def test_an_observer_inside_a_hazard_area_is_warned() -> None:
    at = Position(
        lat_deg=34.6,
        lon_deg=-126.0,
        source="glasshield",
        status=Status.ASSUMED,
        note="in the way of the first stage",
    )
    guest = changed(announced().observers[0], place=Place(positions=(at,)))
    found = plan(watched_by(announced(), guest), Workspace.default())
    assert found.stations[0].in_hazard_area
    assert found.best == ()
    assert found.least_access.place is None
    texts = [text.en for text in found.warnings]
    assert any(text.startswith("The observer guest-ship stands inside an area") for text in texts)
    assert any("outside the areas of the notice" in text for text in texts)
    assert all(text.ru for text in found.warnings + found.assumptions)


def test_a_place_under_the_flight_is_warned_of() -> None:
    flight = flights().declared.path_row()
    under = flight.time_s.index(120.0)
    at = Position(
        lat_deg=flight.lat_deg[under] + 0.3,
        lon_deg=-122.5,
        source="glasshield",
        status=Status.ASSUMED,
        note="north of the first burn",
    )
    guest = changed(announced().observers[0], place=Place(positions=(at,)))
    only_impact = changed(announced(), areas=(announced().impact_area,))
    found = plan(watched_by(only_impact, guest), Workspace.default())
    assert not found.stations[0].in_hazard_area
    (text,) = [text for text in found.warnings if "ground track" in text.en]
    assert "lies 3" in text.en, "0.3 degrees of latitude are 33 km"


def test_a_place_that_does_not_see_the_burnout_knows_its_speed_less_well() -> None:
    test = coarse(announced())
    station = test.observers[0].station
    near = changed(test.observers[0], station=changed(station, range=number(900.0, "km")))
    rows = plan(watched_by(test, near), Workspace.default()).stations
    seeing = [row for row in rows if row.sees_burnout]
    blind = [row for row in rows if not row.sees_burnout and row.visible_s > 30.0]
    unseen = [row for row in rows if row.visible_s == 0.0]
    assert seeing
    assert blind
    assert max(row.burnout_speed_sigma_m_s or 0.0 for row in seeing) < min(
        row.burnout_speed_sigma_m_s or np.inf for row in blind
    )
    for row in unseen:
        assert row.burnout_speed_sigma_m_s is None


def test_the_access_of_the_host_is_kept_to() -> None:
    # The SM-3's host shows nothing below 60 km: the first burns are not seen.
    row = nearest(planned(SM3).stations, 24.0, -165.0)
    assert row.stages_sigma == pytest.approx(1.0, abs=0.05)
    assert row.burn_time_sigma_s is not None


def test_the_least_access_stands_at_the_best_place() -> None:
    found = planned()
    assert found.least_access.place == found.best[0].places[0]
    assert found.least_access.power_wanted == 0.95
    assert found.least_access.seconds is not None
    assert 10.0 <= found.least_access.seconds <= 60.0


def test_the_same_inputs_give_the_same_plan() -> None:
    again = plan(coarse(announced(SM3), SPACING_KM), Workspace.default())
    assert again == planned(SM3)
    assert again.program.input_hash != planned().program.input_hash


def test_progress_is_told_and_ends_at_one() -> None:
    told: list[float] = []
    test = coarse(announced(SM3), 400.0)
    plan(test, Workspace.default(), lambda done, _doing: told.append(done))
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_a_test_without_observers_is_refused() -> None:
    with pytest.raises(InputError, match="no observers"):
        plan(changed(announced(), observers=()), Workspace.default())
