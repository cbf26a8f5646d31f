"""A made-up judged claim, with everything in it that a report can show; no number is a finding."""

from __future__ import annotations

import numpy as np

from glasshield.assurance.document import (
    AssumptionRow,
    BreakEven,
    CaseRow,
    ClaimRow,
    Crux,
    Curve,
    Document,
    DrawnFlight,
    DrawnSite,
    Effect,
    MarginRow,
    Program,
    Sensitivity,
    Shows,
    Text,
    VerdictRow,
    VerdictWord,
    Worded,
)

SPEED = "interceptor.gbi2.burnout_speed"
DELAY = "rules.standard.commit_delay"
BOOST = "rules.standard.launch_in_boost"
US, RUSSIA, OPEN = "us-2007", "russia-2007", "independent-2007"
SETS = (US, RUSSIA, OPEN)
PARTIES = {US: "united-states", RUSSIA: "russia", OPEN: "open-studies"}
VERDICTS: dict[str, VerdictWord] = {US: "holds", RUSSIA: "fails", OPEN: "undecided"}

# Launch area, target, their places, apogee and the least speed of each flight.
FLIGHTS = (
    ("tatishchevo", "washington", (51.7, 45.6), (38.9, -77.0), 1260.0, 6.71),
    ("dombarovsky", "washington", (50.8, 59.5), (38.9, -77.0), 1310.0, 6.64),
    ("kozelsk", "washington", (54.0, 35.8), (38.9, -77.0), 1240.0, 7.42),
    ("vypolzovo", "minot", (57.9, 33.7), (48.4, -101.4), 1200.0, 9.31),
    ("nizhny-tagil", "los-angeles", (58.1, 60.6), (34.1, -118.2), 1290.0, None),
)


def arc(start: tuple[float, float], end: tuple[float, float]) -> tuple[np.ndarray, np.ndarray]:
    """Latitudes and longitudes of the great circle between two places, degrees."""
    lat, lon = np.radians(np.array([start, end])).T
    first, last = np.column_stack(
        [np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)]
    )
    angle = np.arccos(first @ last)
    part = np.linspace(0.0, 1.0, 40)[:, None]
    way = (np.sin((1.0 - part) * angle) * first + np.sin(part * angle) * last) / np.sin(angle)
    return np.degrees(np.arcsin(way[:, 2])), np.degrees(np.arctan2(way[:, 1], way[:, 0]))


def verdict_of(least: float | None, speed: float) -> VerdictWord:
    if least is None or least - speed > 0.3:
        return "holds"
    return "undecided" if least - speed >= -0.3 else "fails"


def flight(row: int) -> DrawnFlight:
    launch, target, start, end, apogee, least = FLIGHTS[row]
    lat, lon = arc(start, end)
    wave = np.sin(np.linspace(0.0, np.pi, len(lat)))
    return DrawnFlight(
        id=f"icbm-solid:{launch}:{target}", launch=launch, target=target, missile="icbm-solid",
        apogee_km=apogee, time_s=tuple(np.linspace(0.0, 1900.0, len(lat)).tolist()),
        lat_deg=tuple(lat.tolist()), lon_deg=tuple(lon.tolist()),
        height_km=tuple((apogee * wave).tolist()),
        least_speed_km_s=dict.fromkeys(SETS, least),
        verdict={US: verdict_of(least, 6.3), RUSSIA: verdict_of(least, 9.0),
                 OPEN: "holds" if least is None or least > 9.2 else "undecided"},
    )  # fmt: skip


def case(launch: str, least: float, speed: float) -> CaseRow:
    return CaseRow(
        launch=launch, target="washington", missile="icbm-solid", launch_lat_deg=51.7,
        launch_lon_deg=45.6, target_lat_deg=38.9, target_lon_deg=-77.0, apogee_km=1310.0,
        phase="third-site-2007-1", site="redzikowo", interceptor="gbi2",
        numbers={"least_speed_km_s": least, "burnout_speed_km_s": speed},
    )  # fmt: skip


def verdict(party: str, value: float, low: float, high: float) -> VerdictRow:
    effects = (
        Effect(parameter=SPEED, margin=(high, low), decides=True),
        Effect(parameter=DELAY, margin=(value + 0.05, value - 0.04), decides=False),
    )
    return VerdictRow(
        party=PARTIES[party], assumptions=party, verdict=VERDICTS[party],
        margin=MarginRow(value=value, low=low, high=high, unit="km/s", band=0.3),
        worst_case=case("dombarovsky", 6.64, 6.64 - value),
        evidence=(case("dombarovsky", 6.64, 6.64 - value), case("tatishchevo", 6.71, 6.64 - value)),
        would_decide=effects if VERDICTS[party] == "undecided" else (),
        unanswered=("1 of 35 flights has no solution",) if party == OPEN else (),
    )  # fmt: skip


def curves() -> tuple[Curve, ...]:
    speed, delay = np.linspace(5.0, 10.0, 41), np.linspace(60.0, 400.0, 35)
    return tuple(
        Curve(parameter=parameter, held_by=side, unit=unit, value=tuple(x.tolist()),
              margin=tuple(y.tolist()))
        for parameter, side, unit, x, y in (
            (SPEED, US, "km/s", speed, 6.64 - speed),
            (SPEED, RUSSIA, "km/s", speed, 6.45 - 0.97 * speed),
            (DELAY, US, "s", delay, 0.34 + 0.002 * (delay - 250.0)),
            (DELAY, RUSSIA, "s", delay, -2.36 + 0.003 * (delay - 180.0)),
        )
    )  # fmt: skip


def crux() -> Crux:
    return Crux(
        between=(US, RUSSIA),
        flip_sets=((SPEED,),),
        flip_sets_back=((SPEED,), (BOOST, DELAY)),
        break_even=(
            BreakEven(parameter=SPEED, held_by=US, value=6.64, unit="km/s", between=(6.3, 9.0),
                      searched=(5.0, 10.0), crossings=1),
            BreakEven(parameter=SPEED, held_by=RUSSIA, value=6.65, unit="km/s", between=(6.3, 9.0),
                      searched=(5.0, 10.0), crossings=1),
            BreakEven(parameter=DELAY, held_by=US, value=80.0, unit="s", between=(250.0, 180.0),
                      searched=(60.0, 400.0), crossings=1),
            BreakEven(parameter=DELAY, held_by=RUSSIA, value=None, unit="s",
                      between=(250.0, 180.0), searched=(60.0, 400.0)),
        ),
        sensitivity=(
            Sensitivity(parameter=SPEED, total_index=0.913, low=0.88, high=0.95),
            Sensitivity(parameter=BOOST, total_index=0.072, low=0.04, high=0.10),
            Sensitivity(parameter=DELAY, total_index=0.031, low=0.01, high=0.05),
        ),
        curves=curves(),
        shows=(
            Shows(parameter=SPEED, party=US, states="6.3 km/s", other=RUSSIA,
                  other_states="9 km/s", must_show=6.65, unit="km/s", flips_alone=True,
                  above=False),
            Shows(parameter=SPEED, party=RUSSIA, states="9 km/s", other=US,
                  other_states="6.3 km/s", must_show=6.64, unit="km/s", flips_alone=True,
                  above=True),
            Shows(parameter=BOOST, party=US, states="not-allowed", other=RUSSIA,
                  other_states="allowed", must_show=None, unit="", flips_alone=False),
            Shows(parameter=DELAY, party=US, states="250 s", other=RUSSIA, other_states="180 s",
                  must_show=None, unit="s", flips_alone=False),
        ),
        evaluations=1_536,
        seed=7,
    )  # fmt: skip


def assumptions() -> tuple[AssumptionRow, ...]:
    stated = (
        (US, "6.3 km/s", "250 s"),
        (RUSSIA, "9 km/s (8.5 to 9 km/s)", "180 s"),
        (OPEN, "6.3 km/s", "250 s"),
    )
    return tuple(
        AssumptionRow(party=PARTIES[side], assumptions=side, parameter=key, states=states,
                      catalogue=catalogue, source=("S-AFP07",), status="read",
                      note="made up for a test")
        for side, speed, delay in stated
        for key, states, catalogue in ((SPEED, speed, "6.3 km/s"), (DELAY, delay, "120 s"))
    )  # fmt: skip


def claim() -> ClaimRow:
    return ClaimRow(
        id="poland-gbi-cannot-reach-russian-icbm",
        name=Text(
            en="Interceptors in Poland cannot reach intercontinental missiles from Russia",
            ru="Перехватчики в Польше не достают межконтинентальные ракеты из России",
        ),
        by=("mda-2007",),
        date="2007",
        predicate="cannot_reach",
        architecture="third-site-2007",
        phases=("1",),
        wording=(
            Worded(
                by="mda-2007",
                text=Text(en="The interceptors are too slow.", ru="Перехватчики слишком медленны."),
                source=("S-AFP07",),
                status="read",
            ),
        ),
        comment=(Text(en="The numbers are made up.", ru="Числа вымышлены."),),
    )


def document() -> Document:
    return Document(
        claim=claim(),
        verdicts=(
            verdict(US, 0.34, 0.34, 0.34),
            verdict(RUSSIA, -2.36, -2.61, -2.11),
            verdict(OPEN, 0.34, -2.36, 0.34),
        ),
        crux=crux(),
        agreement=False,
        program=Program(version="0.1.0", input_hash="ab" * 32),
        other_cruxes=(Crux(between=(US, OPEN), flip_sets=((SPEED,),), flip_sets_back=((SPEED,),)),),
        assumptions=assumptions(),
        flights=tuple(flight(row) for row in range(len(FLIGHTS))),
        sites=(
            DrawnSite(
                id="redzikowo", name=Text(en="Redzikowo", ru="Редзиково"), lat_deg=54.48,
                lon_deg=17.1, interceptors=("gbi2",),
            ),
        ),
    )  # fmt: skip
