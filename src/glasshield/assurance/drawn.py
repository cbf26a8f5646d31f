"""What a map shows of a judged claim: the flights in dispute, flown again, and the sites."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import numpy as np

from glasshield.assurance.consistent import phases
from glasshield.assurance.document import DrawnFlight, DrawnSite, Text, VerdictWord
from glasshield.assurance.flightbook import Bent, Flightbook, Flown
from glasshield.assurance.rounding import figure
from glasshield.assurance.sides import Side
from glasshield.assurance.verdicts import Case, Finding, Margin
from glasshield.assurance.worlds import World
from glasshield.catalog.claims import Claim
from glasshield.catalog.model import Missile
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.shield.flights import SAMPLE_STEP_S

LEAST_SPEED: Final = "least_speed_km_s"
MARGIN: Final = "margin"
MARGIN_LOW: Final = "margin_low"
MARGIN_HIGH: Final = "margin_high"
MULTIPLE: Final = "apogee_multiple"
_SAMPLES: Final = 60  # along a flight
_DEGREES: Final = 4  # decimals of a place on a map
_APOGEE_M: Final = 100.0  # within which a flight is drawn as high as it was judged
_FAR_OFF_M: Final = 2000.0  # a flight so much higher or lower is another one
_ROUNDS: Final = 6

_Route = tuple[str, str, str]


def drawn_flights(
    world: World, claim: Claim, findings: Mapping[str, Finding], *, is_denied: bool
) -> tuple[DrawnFlight, ...]:
    """The flights of the evidence, each once, with what every side finds of it.

    Where sides found different flights on the same route, the one is drawn that is worst for the
    claim.

    Args:
        world: whose missiles fly.
        claim: with a predicate of its own; says how far flights may be bent.
        findings: by the id of the side.
        is_denied: whether the judged claim denies this one.
    """
    routes: dict[_Route, dict[str, Case]] = {}
    for side, finding in findings.items():
        for case in finding.evidence:
            if _is_flight(case):
                routes.setdefault(_route(case), {}).setdefault(side, case)
    margins = {side: finding.margin for side, finding in findings.items()}
    drawn = []
    for missile, of_missile in groupby(sorted(routes), key=lambda route: route[0]):
        chosen = list(of_missile)
        worst = [_worst(routes[route]) for route in chosen]
        paths = _paths(world.catalog.missiles[missile], _span(claim, missile), worst)
        for route, path in zip(chosen, paths, strict=True):
            if path is not None:
                drawn.append(_drawn(path, route, routes[route], margins, is_denied=is_denied))
    return tuple(drawn)


def _span(claim: Claim, missile: str) -> tuple[float, float] | None:
    """The least and the greatest multiple of the least-energy apogee that a claim allows."""
    flights = getattr(getattr(claim, claim.predicate), "flights", ())
    spans = [one.apogee for one in flights if one.missile == missile and one.apogee]
    if not spans:
        return None
    return min(one.low_si for one in spans), max(one.high_si for one in spans)


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


@dataclass(frozen=True, slots=True)
class _Path:
    """A flight as a map shows it, in degrees and kilometres."""

    apogee_km: float
    time_s: tuple[float, ...]
    lat_deg: tuple[float, ...]
    lon_deg: tuple[float, ...]
    height_km: tuple[float, ...]


def _paths(
    missile: Missile, span: tuple[float, float] | None, cases: Sequence[Case]
) -> list[_Path | None]:
    """Each case's flight; None for one that is not flown so."""
    flown = _as_high(missile, span, cases)
    off_m = [
        abs(flown.apogee_m[n] - (case.apogee_m or flown.apogee_m[n]))
        for n, case in enumerate(cases)
    ]
    # What was not flown is NaN, which compares false.
    return [_path(flown, n) if off <= _FAR_OFF_M else None for n, off in enumerate(off_m)]


def _as_high(missile: Missile, span: tuple[float, float] | None, cases: Sequence[Case]) -> Flown:
    """The flights of cases, each bent until it rises as high as its case says.

    Args:
        missile: which flies.
        span: multiples of the least-energy apogee that the claim allows; none but one without it.
        cases: places and apogees; without an apogee a flight is of least energy.
    """
    book = Flightbook()
    ends = np.array(
        [
            (case.launch_lat_rad, case.launch_lon_rad, case.target_lat_rad, case.target_lon_rad)
            for case in cases
        ],
        dtype=float,
    )
    wanted_m = np.array([case.apogee_m or np.nan for case in cases])
    flown = book.fly_to(missile, ends)
    if span is None:
        return flown
    stated = np.array([case.numbers.get(MULTIPLE, np.nan) for case in cases])
    bent = (np.abs(flown.apogee_m - wanted_m) > _FAR_OFF_M) | np.isfinite(stated)
    guessed = np.clip(wanted_m / flown.apogee_m, *span)
    multiples = np.where(bent, np.where(np.isfinite(stated), stated, guessed), np.nan)
    for _ in range(_ROUNDS):
        if not bent.any():
            break
        flown = book.fly_to(missile, ends, Bent(multiples, span))
        bent &= np.abs(flown.apogee_m - wanted_m) > _APOGEE_M
        closer = np.clip(multiples * wanted_m / flown.apogee_m, *span)
        multiples = np.where(bent, closer, multiples)
    return flown


def _path(flown: Flown, row: int) -> _Path:
    """One of the flights, at some of its samples from the launch to the last."""
    kept = np.flatnonzero(np.isfinite(flown.height_m[row]))
    chosen = kept[np.linspace(0, len(kept) - 1, _SAMPLES).round().astype(int)]
    lat, lon, height = ecef_to_geodetic(flown.positions_ecef_m[row, chosen])
    columns = (
        np.round(chosen * SAMPLE_STEP_S, 1),
        np.round(np.degrees(lat), _DEGREES),
        np.round(np.degrees(lon), _DEGREES),
        np.round(height / 1e3, 1),
    )
    apogee_km = round(float(flown.apogee_m[row]) / 1e3, 1)
    # No number below zero that is none.
    return _Path(apogee_km, *(tuple((column + 0.0).tolist()) for column in columns))


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
    return DrawnFlight(
        id=f"{missile}:{launch}:{target}",
        launch=launch,
        target=target,
        missile=missile,
        apogee_km=path.apogee_km,
        time_s=path.time_s,
        lat_deg=path.lat_deg,
        lon_deg=path.lon_deg,
        height_km=path.height_km,
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
