"""Flights and sites for the map."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from glasshield.assurance.drawn import drawn_flights, drawn_sites
from glasshield.assurance.verdicts import Case, Finding, Margin
from tests.assurance.claims import a_claim, a_word, base_world, statement
from tests.assurance.formulas import a_side

pytestmark = pytest.mark.kernels

WORLD = base_world()
SITE_CLAIM = a_claim(
    architecture="third-site-2007",
    passes={
        "raid": statement(100.0), "at_least": statement(0.5),
        "single_shot": statement(0.5), "shots_each": statement(1.0),
    },
)  # fmt: skip
CLAIM = a_claim(
    architecture="third-site-2007",
    cannot_reach={
        "flights": [
            {
                "missile": "icbm-solid",
                "launches": ["tatishchevo", "kozelsk", "dombarovsky"],
                "targets": ["washington", "minot", "new-york"],
                "apogee": statement(1.0, low=0.8, high=1.3),
            }
        ]
    },
)
APOGEE_TOL_KM = 0.2  # what aiming at an apogee is held to, and a decimal
PLACE_TOL_DEG = 0.01  # what aiming at a place is held to (50 m), and the decimals
END_HEIGHT_KM = 30.0  # how high a flight may be four seconds before its impact


def case(launch: str, target: str, **numbers: float) -> Case:
    start = WORLD.catalog.launches[launch].position
    end = WORLD.catalog.regions[target].point
    assert end is not None
    return Case(
        launch=launch, target=target, missile="icbm-solid", launch_lat_rad=start.lat_rad,
        launch_lon_rad=start.lon_rad, target_lat_rad=end.lat_rad, target_lon_rad=end.lon_rad,
        numbers=numbers,
    )  # fmt: skip


def finding(*cases: Case, band: float = 0.3) -> Finding:
    return Finding(Margin(0.0, 0.0, 0.0, "km/s", band), cases[0], cases)


WASHINGTON = case("tatishchevo", "washington", margin=-1.0, least_speed_km_s=6.1)
MINOT = case("kozelsk", "minot", margin=0.1, least_speed_km_s=math.inf)


def test_a_flight_runs_from_its_launch_to_its_target() -> None:
    (flight,) = drawn_flights(WORLD, CLAIM, {"ours": finding(WASHINGTON)}, is_denied=False)
    assert flight.id == "icbm-solid:tatishchevo:washington"
    assert WASHINGTON.launch_lat_rad is not None
    start = (
        math.degrees(WASHINGTON.launch_lat_rad),
        math.degrees(WASHINGTON.launch_lon_rad or 0.0),
    )
    assert (flight.lat_deg[0], flight.lon_deg[0]) == pytest.approx(start, abs=PLACE_TOL_DEG)
    assert flight.height_km[0] < 1.0
    assert flight.height_km[-1] < END_HEIGHT_KM
    assert max(flight.height_km) == pytest.approx(flight.apogee_km, rel=0.01)
    assert flight.time_s[0] == 0.0
    assert list(flight.time_s) == sorted(flight.time_s)
    columns = (flight.time_s, flight.lat_deg, flight.lon_deg, flight.height_km)
    assert {len(column) for column in columns} == {60}


def test_a_bent_flight_rises_as_high_as_its_case_says() -> None:
    (least,) = drawn_flights(WORLD, CLAIM, {"ours": finding(WASHINGTON)}, is_denied=False)
    for factor in (0.82, 0.97, 1.28):
        bent = replace(WASHINGTON, apogee_m=factor * least.apogee_km * 1e3)
        (flight,) = drawn_flights(WORLD, CLAIM, {"ours": finding(bent)}, is_denied=False)
        assert flight.apogee_km == pytest.approx(factor * least.apogee_km, abs=APOGEE_TOL_KM)


def test_every_side_says_of_a_flight_what_it_finds() -> None:
    sides = {
        "ours": finding(
            replace(WASHINGTON, numbers={"margin": 0.5, "least_speed_km_s": 6.8}), MINOT
        ),
        "theirs": finding(WASHINGTON),
    }
    kozelsk, tatishchevo = drawn_flights(WORLD, CLAIM, sides, is_denied=False)
    assert tatishchevo.verdict == {"ours": "holds", "theirs": "fails"}
    assert tatishchevo.least_speed_km_s == {"ours": 6.8, "theirs": 6.1}
    assert kozelsk.verdict == {"ours": "undecided"}
    assert kozelsk.least_speed_km_s == {"ours": None}
    _, denied = drawn_flights(WORLD, CLAIM, sides, is_denied=True)
    assert denied.verdict == {"ours": "fails", "theirs": "holds"}


@pytest.mark.parametrize(
    ("low", "high", "verdict"),
    [
        (-2.0, 0.9, "undecided"),
        (0.4, 0.9, "holds"),
        (-2.0, -0.4, "fails"),
        (-0.2, 0.9, "undecided"),
    ],
)
def test_the_ends_of_a_flights_margin_count(low: float, high: float, verdict: str) -> None:
    ends = {"margin": 0.5 * (low + high), "margin_low": low, "margin_high": high}
    sides = {"ours": finding(replace(WASHINGTON, numbers=ends))}
    (flight,) = drawn_flights(WORLD, CLAIM, sides, is_denied=False)
    assert flight.verdict == {"ours": verdict}
    (flight,) = drawn_flights(WORLD, CLAIM, sides, is_denied=True)
    turned = {"holds": "fails", "fails": "holds"}
    assert flight.verdict == {"ours": turned.get(verdict, verdict)}


def test_the_worst_flight_of_a_route_is_drawn() -> None:
    high = replace(WASHINGTON, apogee_m=1.3e6, numbers={"margin": -2.0})
    sides = {"ours": finding(WASHINGTON), "theirs": finding(high)}
    (flight,) = drawn_flights(WORLD, CLAIM, sides, is_denied=False)
    assert flight.apogee_km == pytest.approx(1300.0, abs=APOGEE_TOL_KM)


def test_what_is_no_flight_or_not_flown_is_not_drawn() -> None:
    nowhere = replace(WASHINGTON, launch_lat_rad=None)
    beyond = replace(WASHINGTON, apogee_m=1.5e5)
    assert drawn_flights(WORLD, CLAIM, {"ours": finding(nowhere)}, is_denied=False) == ()
    assert (
        drawn_flights(WORLD, CLAIM, {"ours": finding(beyond, MINOT)}, is_denied=False)[0].target
        == "minot"
    )


def test_every_route_of_a_claim_is_drawn_at_every_height_at_which_it_is_flown() -> None:
    routes = [case(a, b, margin=0.0) for a in ("dombarovsky", "kozelsk", "tatishchevo")
              for b in ("washington", "minot", "new-york")]  # fmt: skip
    least = drawn_flights(WORLD, CLAIM, {"ours": finding(*routes)}, is_denied=False)
    height = {(one.launch, one.target): one.apogee_km for one in least}
    for factor in np.linspace(0.98, 1.28, 6):
        bent = [
            replace(one, apogee_m=factor * 1e3 * height[one.launch or "", one.target or ""])
            for one in routes
        ]
        found = drawn_flights(WORLD, CLAIM, {"ours": finding(*bent)}, is_denied=False)
        assert len(found) == len(routes)
        for one in found:
            wanted = factor * height[one.launch, one.target]
            assert one.apogee_km == pytest.approx(wanted, abs=APOGEE_TOL_KM)


def test_sites_of_the_phases_wherever_a_side_has_them() -> None:
    (site,) = drawn_sites(SITE_CLAIM, (a_side("ours", {}),))
    assert (site.id, site.interceptors) == ("redzikowo", ("gbi2",))
    assert site.name.ru != site.name.en
    batteries = "architecture.third-site-2007.phases.1.batteries.0"
    moved = a_side(
        "theirs",
        {f"{batteries}.site": a_word("deveselu"), f"{batteries}.interceptor": a_word("gbi3")},
    )
    found = drawn_sites(SITE_CLAIM, (a_side("ours", {}), moved))
    assert [(one.id, one.interceptors) for one in found] == [
        ("deveselu", ("gbi3",)),
        ("redzikowo", ("gbi2",)),
    ]


def test_a_claim_without_an_architecture_has_no_sites() -> None:
    claim = a_claim(within={"measured": "a.b.c", "declared": "a.b.d"})
    assert drawn_sites(claim, (a_side("ours", {}),)) == ()
