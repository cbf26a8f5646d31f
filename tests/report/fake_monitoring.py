"""Made-up answers of monitoring, with everything in them that a report can show."""

from __future__ import annotations

from typing import Any

import numpy as np

from glasshield.assurance.document import Program, Text, VerdictWord
from glasshield.monitoring.document import (
    AreaRow,
    BestRow,
    BiasKind,
    BiasRow,
    BlindRow,
    Capability,
    ClaimUpdate,
    Compared,
    Comparison,
    Difference,
    Evaluation,
    Explanation,
    FitRow,
    LeastAccess,
    PathRow,
    PlaceRow,
    Plan,
    Profile,
    ReportedRow,
    SeenRow,
    StagesRow,
    Stated,
    StationRow,
    TestRow,
    Value,
)

SITE = (34.74, -120.57)
SHIPS = ("guest-ship", "host-ship")
PROGRAM = Program(version="0.1.0", input_hash="cd" * 32)
WARNING = Text(
    en="The place 34.2, -125.0 of guest-ship lies in the hazard area first-stage.",
    ru="Место 34.2, -125.0 наблюдателя guest-ship лежит в опасном районе first-stage.",
)
ASSUMPTION = Text(
    en="Each look finds the vehicle with the stated probability, whatever way it is turned.",
    ru="При каждом обзоре ракета обнаруживается с указанной вероятностью, как бы она ни летела.",
)


def value(middle: float, sigma: float) -> Value:
    return Value(value=middle, low=middle - 1.96 * sigma, high=middle + 1.96 * sigma, sigma=sigma)


def stated(by: str, speed: float, in_flight: float, **more: Any) -> Stated:
    fields = {"burn_time_s": None, "stages": None, "source": ("S-AFP07",), "status": "read"}
    return Stated(by=by, burnout_speed_km_s=speed, in_flight_km_s=in_flight, **{**fields, **more})


DECLARED = stated("mda-2007", 6.3, 6.05, burn_time_s=130.0, stages=2)
RIVAL = stated("postol-2007", 9.0, 8.78, source=("S-AFP07", "S-FPS07"))


def ring(lat_deg: float, lon_deg: float, radius_deg: float) -> AreaRow:
    turn = np.linspace(0.0, 2.0 * np.pi, 37)
    return AreaRow(
        id="impact",
        role="impact",
        lat_deg=tuple((lat_deg + radius_deg * np.sin(turn)).tolist()),
        lon_deg=tuple((lon_deg + 1.07 * radius_deg * np.cos(turn)).tolist()),
    )


def test_row() -> TestRow:
    hazard = AreaRow(
        id="first-stage", role="hazard",
        lat_deg=(35.1, 35.3, 33.7, 34.0), lon_deg=(-122.6, -130.5, -130.5, -122.6),
    )  # fmt: skip
    return TestRow(
        id="third-site-booster",
        name=Text(
            en="The booster planned for Poland, flown over the Pacific",
            ru="Ускоритель, планировавшийся для Польши, в полёте над Тихим океаном",
        ),
        host="united-states",
        issued="2030-05-28T12:00:00Z",
        vehicle_class="interceptor booster, solid, two stages",
        windows=(("2030-06-01T06:00:00Z", "2030-06-01T10:00:00Z"),),
        site_lat_deg=SITE[0],
        site_lon_deg=SITE[1],
        declared=DECLARED,
        rival=RIVAL,
        areas=(hazard, ring(21.5, -177.0, 2.5)),
    )


def path(id: str, range_deg: float, apogee_km: float, ends: tuple[float, ...]) -> PathRow:
    part = np.linspace(0.0, 1.0, 60)
    return PathRow(
        id=id,
        time_s=tuple((2200.0 * part * range_deg / 55.0).tolist()),
        lat_deg=tuple((SITE[0] - 13.0 * (part * range_deg / 55.0) ** 1.6).tolist()),
        lon_deg=tuple(((SITE[1] - range_deg * part + 180.0) % 360.0 - 180.0).tolist()),
        height_km=tuple((4.0 * apogee_km * part * (1.0 - part)).tolist()),
        stage_ends_s=ends,
    )


def stations(spacing_km: float = 50.0) -> tuple[StationRow, ...]:
    """Places on a grid; two in the hazard area and some that learn nothing."""
    step = spacing_km / 111.2
    rows = []
    for observer, better in zip(SHIPS, (1.0, 0.8), strict=True):
        for lat in np.arange(29.5, 38.5, step):
            east = step / np.cos(np.radians(lat))
            for lon in np.arange(-133.0, -122.0, east):
                away = float(np.hypot(lat - 34.6, 0.8 * (lon + 124.5)))
                seen = away < 4.6
                learned = away < 7.6
                sigma = float(better * (4.0 + 1.5 * away**2 + (0.0 if seen else 220.0)))
                rows.append(
                    StationRow(
                        observer=observer, lat_deg=float(lat), lon_deg=float(lon),
                        visible_s=max(0.0, 760.0 - 90.0 * away) if learned else 0.0,
                        sees_burnout=bool(seen),
                        in_hazard_area=bool(34.0 < lat < 35.0 and lon < -124.9 and seen),
                        burnout_speed_sigma_m_s=sigma if learned else None,
                        burn_time_sigma_s=(0.3 + away / 20.0) if seen else None,
                        stages_sigma=0.1 + 0.05 * away if seen else None,
                        power=0.999 if seen else 0.8 if learned else 0.05,
                    )
                )  # fmt: skip
    return tuple(rows)


def place(observer: str, lat_deg: float, lon_deg: float) -> PlaceRow:
    return PlaceRow(observer=observer, lat_deg=lat_deg, lon_deg=lon_deg)


def best() -> tuple[BestRow, ...]:
    where = (
        place("host-ship", 35.6, -124.1),
        place("guest-ship", 32.9, -123.6),
        place("guest-ship", 36.4, -127.2),
    )
    sigmas = ((3.4, 0.31, 0.12), (2.1, 0.22, 0.06), (1.7, 0.19, 0.05))
    return tuple(
        BestRow(
            places=where[: count + 1], burnout_speed_sigma_m_s=speed, burn_time_sigma_s=burn,
            stages_sigma=stages, power=0.999,
        )
        for count, (speed, burn, stages) in enumerate(sigmas)
    )  # fmt: skip


def least(**fields: Any) -> LeastAccess:
    given: dict[str, Any] = {
        "power_wanted": 0.95, "place": place("host-ship", 35.6, -124.1), "not_below_km": 480.0,
        "not_before_s": 205.0, "not_after_s": 41.0, "seconds": 6.0,
    }  # fmt: skip
    return LeastAccess(**{**given, **fields})


def plan(spacing_km: float = 50.0) -> Plan:
    return Plan(
        test=test_row(),
        stations=stations(spacing_km),
        best=best(),
        least_access=least(),
        paths=(
            path("declared", 55.0, 2340.0, (62.0, 130.0)),
            path("rival", 108.0, 4900.0, (131.0,)),
        ),
        warnings=(WARNING,),
        assumptions=(ASSUMPTION,),
        program=PROGRAM,
    )


def compared(one: Stated, p_value: float, sigmas: float, **more: Any) -> Compared:
    fields: dict[str, Any] = {
        "consistent": p_value >= 0.05, "exceeded": False, "burn_time_consistent": True,
        "stages_consistent": True,
    }  # fmt: skip
    own = {name: getattr(one, name) for name in Stated.__struct_fields__}
    return Compared(**own, p_value=p_value, sigmas=sigmas, **{**fields, **more})


def profile() -> Profile:
    time = np.arange(0.0, 151.0, 2.0)
    first, second = (time >= 0.0) & (time < 62.0), (time >= 62.0) & (time < 130.5)
    force = np.where(first, 24.0 + 0.55 * time, 0.0)
    force = np.where(second, 26.0 + 0.62 * (time - 62.0), force)
    band = np.where(time < 20.0, 9.0, 1.5)
    return Profile(
        time_s=tuple(time.tolist()),
        value_m_s2=tuple(force.tolist()),
        low_m_s2=tuple(np.maximum(force - band, 0.0).tolist()),
        high_m_s2=tuple((force + band).tolist()),
    )


def biases() -> tuple[BiasRow, ...]:
    given: tuple[tuple[BiasKind, str, float, float, float, float], ...] = (
        ("range", "m", -18.0, 9.0, 30.0, 0.02),
        ("azimuth", "deg", 0.041, 0.006, 0.03, -41.0),
        ("elevation", "deg", -0.022, 0.004, 0.03, 260.0),
        ("time", "s", 0.004, 0.017, 0.02, 1.9),
        ("air", "1", 0.003, 0.008, 0.01, 88.0),
    )
    return tuple(
        BiasRow(station=ship, kind=kind, unit=unit, value=value(middle, sigma),
                stated_sigma=claimed, speed_shift_m_s=shift)
        for ship in SHIPS
        for kind, unit, middle, sigma, claimed, shift in given
    )  # fmt: skip


def seen() -> tuple[SeenRow, ...]:
    return (
        SeenRow(station="guest-ship", party="russia", detections=812, used=540, first_s=31.0,
                last_s=640.0, saw_burnout=True),
        SeenRow(station="host-ship", party="united-states", detections=790, used=555,
                first_s=24.0, last_s=655.0, saw_burnout=True),
    )  # fmt: skip


def updates() -> tuple[ClaimUpdate, ...]:
    claim = "poland-gbi-cannot-reach-russian-icbm"
    rows: tuple[tuple[str, str, VerdictWord, VerdictWord, float, float | None, bool], ...] = (
        ("us-2007", "united-states", "holds", "holds", 0.34, 0.31, True),
        ("russia-2007", "russia", "fails", "undecided", -2.36, 0.21, True),
        ("independent-2007", "open-studies", "undecided", "fails", 0.1, None, False),
    )
    return tuple(
        ClaimUpdate(claim=claim, assumptions=side, party=party, before=before, after=after,
                    margin_before=first, margin_after=last, unit="km/s", as_flown_only=only)
        for side, party, before, after, first, last, only in rows
    )  # fmt: skip


def evaluation() -> Evaluation:
    return Evaluation(
        test=test_row(),
        simulated=True,
        observers=seen(),
        burnout_speed_km_s=value(6.0524, 0.0032),
        reference_speed_km_s=value(6.302, 0.0041),
        surface_speed_km_s=value(6.2871, 0.0012),
        motor_speed_km_s=value(8.112, 0.031),
        burn_time_s=value(130.4, 0.35),
        lift_off="2030-06-01T06:12:03.4Z",
        burnout="2030-06-01T06:14:13.8Z",
        stages=StagesRow(value=2, odds={"1": 0.0, "2": 0.93, "3": 0.06, "4": 0.01}),
        stage_ends_s=(value(62.1, 0.9), value(130.4, 0.35)),
        ends_in_window_s=(value(785.5, 0.8), value(853.8, 0.12)),
        lift_off_sigma_s=0.34,
        declared=compared(DECLARED, 0.46, 0.75),
        rival=compared(RIVAL, 1e-40, -852.0, burn_time_consistent=None, stages_consistent=None),
        likelihood_ratio=None,
        log10_likelihood_ratio=812.0,
        capability=Capability(
            at_least_km_s=6.294,
            at_most_km_s=None,
            why=(
                Text(en="A motor may be shut down early.", ru="Двигатель можно выключить раньше."),
                Text(en="A heavier payload may be flown.", ru="Нагрузка может быть тяжелее."),
            ),
        ),
        biases=biases(),
        blind=BlindRow(sees_burnout=True, if_seen_sigma_m_s=None, times_less=None),
        fit=FitRow(chi_squared=3171.0, degrees=3240, p_value=0.81, left_out=4),
        claims_updated=updates(),
        path=path("measured", 55.0, 2340.0, (62.1, 130.4)),
        profile=profile(),
        warnings=(WARNING,),
        assumptions=(ASSUMPTION,),
        program=PROGRAM,
    )


def comparison() -> Comparison:
    return Comparison(
        test="third-site-booster",
        sides=("russia", "united-states"),
        agree=False,
        figures=(
            Difference(figure="burnout_speed_km_s", unit="km/s",
                       values=(value(6.091, 0.006), value(6.0524, 0.0032)),
                       difference=value(0.0386, 0.0068), agree=False),
            Difference(figure="burn_time_s", unit="s",
                       values=(value(130.9, 0.5), value(130.4, 0.35)),
                       difference=value(0.5, 0.61), agree=True),
        ),
        explanations=(
            Explanation(side="russia", station="guest-ship", kind="elevation", needed=0.148,
                        unit="deg", stated_sigmas=4.9),
            Explanation(side="united-states", station="host-ship", kind="elevation",
                        needed=-0.19, unit="deg", stated_sigmas=6.3),
        ),
    )  # fmt: skip


def reported() -> tuple[ReportedRow, ...]:
    return (
        ReportedRow(
            id="obv",
            name=Text(en="GMD booster flight BV-6", ru="Полёт ускорителя GMD BV-6"),
            date="2003-08-16",
            surface_speed_km_s=value(6.32, 0.03),
            turning_speed_km_s=value(6.61, 0.05),
            stated=(
                stated("mda-2007", 8.3, 8.0, stages=3),
                stated("postol-2007", 8.5, 8.2, stages=3),
            ),
            why=(Text(en="It is a lower bound.", ru="Это нижняя граница."),
                 Text(en="Three stages flew, not two.", ru="Летели три ступени, а не две.")),
            source=("S-AFP07",),
            status="read",
        ),
        ReportedRow(
            id="silent", name=Text(en="A flight of which no range is known",
                                   ru="Полёт, дальность которого неизвестна"),
            date="2004-01-09", surface_speed_km_s=None, turning_speed_km_s=None,
        ),
    )  # fmt: skip
