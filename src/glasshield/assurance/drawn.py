"""What a map shows of a judged claim: the flights in dispute, flown again, and the sites."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from glasshield.assurance.consistent import phases
from glasshield.assurance.document import DrawnFlight, DrawnSite, Text, VerdictWord
from glasshield.assurance.rounding import figure
from glasshield.assurance.sides import Side
from glasshield.assurance.verdicts import Case, Finding, Margin
from glasshield.assurance.worlds import World
from glasshield.catalog.claims import Claim
from glasshield.catalog.model import Missile
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.flight.aim import Targets, aim
from glasshield.flight.families import Shape, planes
from glasshield.flight.fly import Flights, Sampling, Status, fly
from glasshield.flight.rockets import missile_vehicle

LEAST_SPEED: Final = "least_speed_km_s"
MARGIN: Final = "margin"
MARGIN_LOW: Final = "margin_low"
MARGIN_HIGH: Final = "margin_high"
_SAMPLES: Final = 60  # along a flight
_DEGREES: Final = 4  # decimals of a place on a map

_Route = tuple[str, str, str]


def drawn_flights(
    world: World, findings: Mapping[str, Finding], *, is_denied: bool
) -> tuple[DrawnFlight, ...]:
    """The flights of the evidence, each once, with what every side finds of it.

    Where sides found different flights on the same route, the one is drawn that is worst for the
    claim.

    Args:
        world: whose missiles fly.
        findings: by the id of the side.
        is_denied: whether the judged claim denies the one that the margins of the cases are of.
    """
    routes: dict[_Route, dict[str, Case]] = {}
    for side, finding in findings.items():
        for case in finding.evidence:
            if _is_flight(case):
                routes.setdefault(_route(case), {}).setdefault(side, case)
    by_missile: dict[str, list[_Route]] = {}
    for route in sorted(routes):
        by_missile.setdefault(route[0], []).append(route)
    bands = {side: finding.margin for side, finding in findings.items()}
    return tuple(
        _drawn(path, route, routes[route], bands, is_denied=is_denied)
        for missile, of_missile in by_missile.items()
        for route, path in zip(
            of_missile,
            _paths(
                world.catalog.missiles[missile], [_worst(routes[route]) for route in of_missile]
            ),
            strict=True,
        )
        if path is not None
    )


def drawn_sites(claim: Claim, sides: Sequence[Side]) -> tuple[DrawnSite, ...]:
    """The sites of the phases that a claim is about, wherever any side has them.

    Args:
        claim: with a predicate of its own.
        sides: in whose worlds sites and interceptors stand.
    """
    if not claim.architecture:
        return ()
    found: dict[str, DrawnSite] = {}
    for side in sides:
        for battery in (b for phase in phases(claim, side.world) for b in phase.batteries):
            site = battery.site
            others = found[site.id].interceptors if site.id in found else ()
            found[site.id] = DrawnSite(
                id=site.id,
                name=Text(en=site.named("en"), ru=site.named("ru")),
                lat_deg=site.position.lat_deg,
                lon_deg=site.position.lon_deg,
                interceptors=tuple(sorted({*others, battery.interceptor.id})),
            )
    return tuple(found[id] for id in sorted(found))


_Path = tuple[float, tuple[tuple[float, ...], ...]]


def _paths(missile: Missile, cases: Sequence[Case]) -> list[_Path | None]:
    """The apogee and the columns of each case's flight; None for one that is not flown so."""
    vehicle = missile_vehicle(missile)
    fleet = [vehicle] * len(cases)
    places = np.array(
        [
            [case.launch_lat_rad, case.launch_lon_rad, case.target_lat_rad, case.target_lon_rad]
            for case in cases
        ],
        dtype=float,
    ).T
    solved = aim(
        fleet,
        Targets(*places),
        [_shape(case) for case in cases],
        vehicle_index=np.arange(len(cases)),
        planes=planes([vehicle]) * len(cases),
    )
    ok = solved.status == Status.OK
    longest_s = float(np.max(solved.flights.flight_time_s, initial=1.0, where=ok))
    # The last sample lies clearly before the impact, so that no rounding decides whether it is.
    sampling = Sampling(longest_s / (_SAMPLES + 0.5), _SAMPLES + 1)
    flights = fly(fleet, solved.launches, sampling=sampling)
    return [_columns(flights, row) if ok[row] else None for row in range(len(cases))]


def _shape(case: Case) -> Shape:
    return Shape.minimum_energy() if case.apogee_m is None else Shape.apogee(case.apogee_m)


def _columns(flights: Flights, row: int) -> _Path:
    """The apogee (km), and times, latitudes, longitudes and heights of a flight as people read."""
    points = flights.positions_ecef_m[row]
    kept = np.isfinite(points).all(axis=-1)
    lat, lon, height = ecef_to_geodetic(points[kept])
    times_s = np.flatnonzero(kept) * flights.sample_step_s
    # No number below zero that is none.
    columns = (
        np.round(times_s, 1) + 0.0,
        np.round(np.degrees(lat), _DEGREES) + 0.0,
        np.round(np.degrees(lon), _DEGREES) + 0.0,
        np.round(height / 1e3, 1) + 0.0,
    )
    apogee_m = ecef_to_geodetic(flights.apogee_position_ecef_m[row])[2]
    return (
        round(float(apogee_m) / 1e3, 1),
        tuple(tuple(column.tolist()) for column in columns),
    )


def _drawn(
    path: _Path,
    route: _Route,
    cases: Mapping[str, Case],
    margins: Mapping[str, Margin],
    *,
    is_denied: bool,
) -> DrawnFlight:
    """A flight with what each side finds of it."""
    missile, launch, target = route
    apogee_km, (time_s, lat_deg, lon_deg, height_km) = path
    return DrawnFlight(
        id=f"{missile}:{launch}:{target}",
        launch=launch,
        target=target,
        missile=missile,
        apogee_km=apogee_km,
        time_s=time_s,
        lat_deg=lat_deg,
        lon_deg=lon_deg,
        height_km=height_km,
        least_speed_km_s={
            side: figure(case.numbers[LEAST_SPEED])
            for side, case in cases.items()
            if LEAST_SPEED in case.numbers
        },
        verdict={
            side: _verdict(case, margins[side], is_denied=is_denied)
            for side, case in cases.items()
            if MARGIN in case.numbers
        },
    )


def _verdict(case: Case, of_all: Margin, *, is_denied: bool) -> VerdictWord:
    """Whether the claim holds of one flight alone, at both ends of its margin where known."""
    stated = case.numbers[MARGIN]
    low, high = (case.numbers.get(name, stated) for name in (MARGIN_LOW, MARGIN_HIGH))
    margin = Margin(stated, low, high, of_all.unit, of_all.band)
    return (margin.denied() if is_denied else margin).verdict.value


def _worst(cases: Mapping[str, Case]) -> Case:
    """The case with the least margin; the first where none has one."""
    return min(cases.values(), key=lambda case: case.numbers.get(MARGIN, math.inf))


def _is_flight(case: Case) -> bool:
    ends = (case.launch_lat_rad, case.launch_lon_rad, case.target_lat_rad, case.target_lon_rad)
    named = case.missile and case.launch and case.target
    return bool(named) and None not in ends


def _route(case: Case) -> _Route:
    return case.missile or "", case.launch or "", case.target or ""
