"""A made-up assessment in the form of `results.json`: a fixture, not a result.

The paths are Kepler arcs over a sphere, the verdicts and fractions are invented. It has all that
a report must be able to show: several phases, rival speeds, flights nobody sees, cells at the
date line, intervals, every status.
"""

from __future__ import annotations

import math
from typing import Any

RADIUS_KM = 6371.0
MU_KM3_S2 = 398600.4418

NAMES = {
    "third-site-2007": ("Third site, 2007 plan", "Третий позиционный район, план 2007 года"),
    "epaa": ("European Phased Adaptive Approach", "Европейский поэтапный адаптивный подход"),
    "redzikowo": ("Redzikowo", "Редзиково"),
    "deveselu": ("Deveselu", "Девеселу"),
    "kurecik": ("Kürecik", "Кюреджик"),
    "brdy": ("Brdy", "Брды"),
    "east-med": ("Eastern Mediterranean", "Восточное Средиземноморье"),
    "emr-brdy": ("European Midcourse Radar, Brdy", "Европейская РЛС сопровождения, Брды"),
    "fylingdales": ("Fylingdales", "Файлингдейлс"),
    "tpy2-kurecik": ("TPY-2 at Kürecik", "TPY-2 в Кюреджике"),
    "spy1-deveselu": ("SPY-1D at Deveselu", "SPY-1D в Девеселу"),
    "spy1-redzikowo": ("SPY-1D(V) at Redzikowo", "SPY-1D(V) в Редзиково"),
    "overhead-ir": ("Overhead infrared", "Космические ИК-средства"),
    "gbi2": ("GBI, two stages", "GBI, двухступенчатый"),
    "sm3-1a": ("SM-3 IA", "SM-3 IA"),
    "sm3-1b": ("SM-3 IB", "SM-3 IB"),
    "sm3-2a": ("SM-3 IIA", "SM-3 IIA"),
    "sm3-2b": ("SM-3 IIB", "SM-3 IIB"),
    "mrbm": ("Medium-range missile", "Ракета средней дальности"),
    "irbm": ("Intermediate-range missile", "Ракета промежуточной дальности"),
    "icbm-liquid": ("ICBM, liquid propellant", "Жидкостная МБР"),
    "icbm-solid": ("ICBM, solid propellant", "Твердотопливная МБР"),
    "iran": ("Iran", "Иран"),
    "russia": ("Russia", "Россия"),
    "us-mda": ("Missile Defense Agency", "Агентство по ПРО США"),
    "postol": ("Postol, 2007", "Постол, 2007"),
    "semnan": ("Semnan", "Семнан"),
    "kozelsk": ("Kozelsk", "Козельск"),
    "vypolzovo": ("Vypolzovo", "Выползово"),
    "tatishchevo": ("Tatishchevo", "Татищево"),
    "dombarovsky": ("Dombarovsky", "Домбаровский"),
    "standard": ("Launched on radar data", "Пуск по данным РЛС"),
    "washington": ("Washington", "Вашингтон"),
    "minot": ("Minot", "Майнот"),
    "warsaw": ("Warsaw", "Варшава"),
    "berlin": ("Berlin", "Берлин"),
    "rome": ("Rome", "Рим"),
    "london": ("London", "Лондон"),
    "bucharest": ("Bucharest", "Бухарест"),
    "poland": ("Poland", "Польша"),
    "germany": ("Germany", "Германия"),
    "romania": ("Romania", "Румыния"),
    "italy": ("Italy", "Италия"),
    "united-kingdom": ("United Kingdom", "Великобритания"),
    "conus-east": ("Eastern United States", "Восток США"),
}
PLACES = {
    "semnan": (35.23, 53.92),
    "kozelsk": (54.03, 35.77),
    "vypolzovo": (57.87, 33.68),
    "tatishchevo": (51.67, 45.57),
    "dombarovsky": (50.75, 59.5),
    "washington": (38.9, -77.04),
    "minot": (48.4, -101.3),
    "warsaw": (52.23, 21.01),
    "berlin": (52.52, 13.4),
    "rome": (41.9, 12.5),
    "london": (51.5, -0.13),
    "bucharest": (44.43, 26.1),
    "redzikowo": (54.48, 17.10),
    "deveselu": (44.08, 24.42),
    "kurecik": (38.35, 37.79),
    "brdy": (49.60, 13.75),
    "fylingdales": (54.36, -0.67),
    "east-med": (34.0, 30.0),
}
FLIGHTS = [
    ("semnan", "bucharest", "mrbm", "threat"),
    ("semnan", "rome", "irbm", "threat"),
    ("semnan", "warsaw", "irbm", "threat"),
    ("semnan", "berlin", "irbm", "threat"),
    ("semnan", "london", "irbm", "threat"),
    ("semnan", "washington", "icbm-liquid", "threat"),
    ("vypolzovo", "washington", "icbm-solid", "disputed"),
    ("kozelsk", "washington", "icbm-liquid", "disputed"),
    ("tatishchevo", "washington", "icbm-solid", "disputed"),
    ("dombarovsky", "washington", "icbm-liquid", "disputed"),
    ("vypolzovo", "minot", "icbm-solid", "disputed"),
    ("kozelsk", "minot", "icbm-liquid", "disputed"),
    ("tatishchevo", "minot", "icbm-solid", "disputed"),
    ("dombarovsky", "minot", "icbm-liquid", "disputed"),
]
# Least burnout speed from Redzikowo that opens a window, km/s: invented, in a plausible order.
LEAST_KM_S = [7.1, 6.6, 6.2, 5.9, 7.9, 7.4, 6.8, 6.5]

PHASES: list[dict[str, Any]] = [
    {
        "id": "third-site-2007",
        "architecture": "third-site-2007",
        "number": None,
        "date": "2013",
        "batteries": [("redzikowo", "gbi2", 10, 6.3, 3000.0)],
        "sensors": ["emr-brdy", "fylingdales", "overhead-ir"],
        "defended": 0.72,
    },
    {
        "id": "epaa-1",
        "architecture": "epaa",
        "number": 1,
        "date": "2011",
        "batteries": [("east-med", "sm3-1a", 24, 3.0, 700.0)],
        "sensors": ["tpy2-kurecik", "overhead-ir"],
        "defended": 0.18,
    },
    {
        "id": "epaa-2",
        "architecture": "epaa",
        "number": 2,
        "date": "2015",
        "batteries": [
            ("east-med", "sm3-1b", 24, 3.0, 700.0),
            ("deveselu", "sm3-1b", 24, 3.0, 700.0),
        ],
        "sensors": ["tpy2-kurecik", "spy1-deveselu", "overhead-ir"],
        "defended": 0.33,
    },
    {
        "id": "epaa-3",
        "architecture": "epaa",
        "number": 3,
        "date": "2018",
        "batteries": [
            ("redzikowo", "sm3-2a", 24, 4.5, 2500.0),
            ("deveselu", "sm3-1b", 24, 3.0, 700.0),
        ],
        "sensors": ["tpy2-kurecik", "spy1-deveselu", "spy1-redzikowo", "overhead-ir"],
        "defended": 0.81,
    },
    {
        "id": "epaa-4",
        "architecture": "epaa",
        "number": 4,
        "date": "2020",
        "batteries": [
            ("redzikowo", "sm3-2b", 24, 5.5, 3000.0),
            ("deveselu", "sm3-1b", 24, 3.0, 700.0),
        ],
        "sensors": ["tpy2-kurecik", "spy1-deveselu", "spy1-redzikowo", "overhead-ir"],
        "defended": 0.86,
    },
]
SENSORS: dict[str, tuple[str, float, tuple[float, float]]] = {
    "emr-brdy": ("brdy", 2500.0, (90.0, 200.0)),
    "fylingdales": ("fylingdales", 4800.0, (0.0, 360.0)),
    "tpy2-kurecik": ("kurecik", 1500.0, (40.0, 160.0)),
    "spy1-deveselu": ("deveselu", 500.0, (0.0, 360.0)),
    "spy1-redzikowo": ("redzikowo", 500.0, (0.0, 360.0)),
}


def document() -> dict[str, Any]:
    """The whole made-up assessment."""
    flights = [flight(*row) for row in FLIGHTS]
    return {
        "program": {
            "name": "glasshield",
            "version": "0.1.0",
            "command": "glasshield assess third-site-2007 epaa --out out/demo",
            "input_hash": "9f2c6d0b7e5a4b1c8d3e2f1a0b9c8d7e",
        },
        "names": {key: {"en": en, "ru": ru} for key, (en, ru) in NAMES.items()},
        "phases": [_phase(p) for p in PHASES],
        "elements": [e for p in PHASES for e in _elements(p)],
        "flights": flights,
        "sees": [s for p in PHASES for s in _sees(p, flights)],
        "defends": [d for p in PHASES for d in _defends(p)],
        "reaches": [r for p in PHASES for r in _reaches(p, flights)],
        "timeline": _timeline(),
        "assumptions": _assumptions(),
        "sources": [
            {
                "id": "S-AFP07",
                "title": "AFP: US interceptors fast enough to hit Russian ICBMs",
                "where": "defencetalk.com/us-interceptors-in-europe-13218",
            },
            {
                "id": "S-MMD921",
                "title": "Lewis and Postol on the TPY-2 radar, 21 Sep 2012",
                "where": "mostlymissiledefense.com",
            },
        ],
        "footprints": _footprints(),
    }


def flight(launch: str, target: str, missile: str, role: str) -> dict[str, Any]:
    """A minimum-energy Kepler arc over a sphere that does not rotate."""
    lat, lon, angle = _great_circle(PLACES[launch], PLACES[target], 121)
    heights, times = _arc(angle, 121)
    burnout = 60.0 + 0.02 * angle * RADIUS_KM
    return {
        "id": f"{launch}.{target}.{missile}",
        "launch": launch,
        "target": target,
        "missile": missile,
        "role": role,
        "country": "iran" if launch == "semnan" else "russia",
        "range_km": round(angle * RADIUS_KM, 1),
        "apogee_km": round(max(heights), 1),
        "burnout_s": round(burnout, 1),
        "reentry_s": round(times[-1] - 70.0, 1),
        "flight_time_s": round(times[-1], 1),
        "time_s": [round(t, 1) for t in times],
        "lat_deg": [round(x, 4) for x in lat],
        "lon_deg": [round(x, 4) for x in lon],
        "height_km": [round(h, 2) for h in heights],
    }


def _great_circle(
    a: tuple[float, float], b: tuple[float, float], n: int
) -> tuple[list[float], list[float], float]:
    def unit(place: tuple[float, float]) -> tuple[float, float, float]:
        lat, lon = math.radians(place[0]), math.radians(place[1])
        return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)

    p, q = unit(a), unit(b)
    angle = math.acos(sum(x * y for x, y in zip(p, q, strict=True)))
    lats, lons = [], []
    for i in range(n):
        f = i / (n - 1)
        u, v = math.sin((1 - f) * angle) / math.sin(angle), math.sin(f * angle) / math.sin(angle)
        x, y, z = (u * s + v * t for s, t in zip(p, q, strict=True))
        lats.append(math.degrees(math.asin(z)))
        lons.append(math.degrees(math.atan2(y, x)))
    return lats, lons, angle


def _arc(angle: float, n: int) -> tuple[list[float], list[float]]:
    half = angle / 2
    ratio = math.tan(half / 2 + 0.0)
    ecc = (1 - math.sin(half)) / math.cos(half) if half < math.pi / 2 else ratio
    parameter = RADIUS_KM * (1 - ecc * math.cos(half))
    semi_major = parameter / (1 - ecc**2)

    def time_at(nu: float) -> float:  # from apogee
        e = 2 * math.atan(math.sqrt((1 - ecc) / (1 + ecc)) * math.tan((math.pi + nu) / 2))
        mean = (e - ecc * math.sin(e)) % (2 * math.pi) - math.pi
        return mean * math.sqrt(semi_major**3 / MU_KM3_S2)

    heights, times = [], []
    for i in range(n):
        nu = -half + angle * i / (n - 1)
        heights.append(max(0.0, parameter / (1 - ecc * math.cos(nu)) - RADIUS_KM))
        times.append(time_at(nu) if abs(nu) > 1e-12 else 0.0)
    return heights, [t - times[0] for t in times]


def _phase(p: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": p["id"],
        "architecture": p["architecture"],
        "number": p["number"],
        "date": p["date"],
        "planned": {"en": "What was planned, as stated.", "ru": "Что планировалось, по заявлению."},
        "outcome": {"en": "What came of it.", "ru": "Чем кончилось."},
    }


def _elements(p: dict[str, Any]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = [
        {
            "phase": p["id"],
            "kind": "interceptors",
            "id": site,
            "lat_deg": PLACES[site][0],
            "lon_deg": PLACES[site][1],
            "interceptor": interceptor,
            "count": count,
            "range_km": reach,
        }
        for site, interceptor, count, _, reach in p["batteries"]
    ]
    for sensor in p["sensors"]:
        if sensor == "overhead-ir":
            rows.append({"phase": p["id"], "kind": "infrared", "id": sensor})
            continue
        place, reach, sector = SENSORS[sensor]
        rows.append(
            {
                "phase": p["id"],
                "kind": "radar",
                "id": sensor,
                "lat_deg": PLACES[place][0],
                "lon_deg": PLACES[place][1],
                "range_km": reach,
                "azimuth_deg": list(sector),
                "elevation_deg": [2.0, 85.0],
            }
        )
    return rows


def _sees(p: dict[str, Any], flights: list[dict[str, Any]]) -> list[dict[str, Any]]:
    rows = []
    for index, f in enumerate(flights):
        for rank, sensor in enumerate(p["sensors"]):
            blind = sensor != "overhead-ir" and (index + rank) % 4 == 3
            seen = (
                45.0 if sensor == "overhead-ir" else f["burnout_s"] + 40.0 + 25.0 * rank + 6 * index
            )
            rows.append(
                {
                    "phase": p["id"],
                    "flight": f["id"],
                    "launch": f["launch"],
                    "target": f["target"],
                    "missile": f["missile"],
                    "sensor": sensor,
                    "first_seen_s": None if blind else seen,
                    "last_seen_s": None
                    if blind
                    else min(f["burnout_s"], f["flight_time_s"])
                    if sensor == "overhead-ir"
                    else None
                    if blind
                    else seen + 420.0,
                    "first_seen_height_km": None if blind else 10.0 + index * 22.5,
                    "detection_range_km": None if sensor == "overhead-ir" else SENSORS[sensor][1],
                    "why_not": "outside-sector" if blind else None,
                }
            )
    return rows


def _fraction(value: float, spread: float) -> dict[str, float]:
    return {
        "value": round(value, 4),
        "low": round(max(0.0, value - spread), 4),
        "high": round(min(1.0, value + spread), 4),
    }


def _defends(p: dict[str, Any]) -> list[dict[str, Any]]:
    regions = ["all", "poland", "germany", "romania", "italy", "united-kingdom"]
    rows = []
    for threat, factor in (("mrbm", 1.1), ("irbm", 1.0), ("icbm-liquid", 0.6)):
        for i, region in enumerate(regions if threat != "icbm-liquid" else ["all", "conus-east"]):
            share = min(1.0, p["defended"] * factor * (1.0 - 0.09 * i))
            rows.append(
                {
                    "phase": p["id"],
                    "threat": threat,
                    "launch": "semnan",
                    "region": region,
                    "area_fraction": _fraction(share, 0.12),
                    "population_fraction": _fraction(min(1.0, share * 1.05), 0.14),
                    "threatened_population_millions": 410.0 / (i + 1),
                }
            )
    return rows


def _reaches(p: dict[str, Any], flights: list[dict[str, Any]]) -> list[dict[str, Any]]:
    rows = []
    disputed = [f for f in flights if f["role"] == "disputed"]
    for site, interceptor, _, speed, _ in p["batteries"]:
        rivals = (
            [("us-mda", 6.3), ("postol", 9.0)] if interceptor == "gbi2" else [("declared", speed)]
        )
        for f, base in zip(disputed, LEAST_KM_S, strict=True):
            least = base + {"redzikowo": 0.0, "deveselu": 2.4, "east-med": 3.4}[site]
            for variant, stated in rivals:
                rows.append(_reach(p["id"], f, site, interceptor, variant, stated, least))
    return rows


def _reach(
    phase: str,
    f: dict[str, Any],
    site: str,
    interceptor: str,
    variant: str,
    speed: float,
    least: float,
) -> dict[str, Any]:
    margin = speed - least
    known = least < 10.0
    open_ = margin > 0
    return {
        "phase": phase,
        "flight": f["id"],
        "launch": f["launch"],
        "target": f["target"],
        "site": site,
        "interceptor": interceptor,
        "variant": variant,
        "burnout_speed_km_s": speed,
        "speed_margin_km_s": round(margin, 3) if known else None,
        "verdict": "depends" if abs(margin) <= 0.3 else "yes" if open_ else "no",
        "reachable": open_,
        "window_s": [420.0, 420.0 + 180.0 * margin] if open_ else None,
        "launch_window_s": [250.0, 250.0 + 90.0 * margin] if open_ else None,
        "time_margin_s": round(120.0 * margin, 1) if known else None,
        "why_not": None if open_ else "out-of-reach" if margin < -1 else "commit_delay",
    }


def _timeline() -> dict[str, Any]:
    return {
        "flight": "semnan.berlin.irbm",
        "phase": "epaa-3",
        "events": [
            {"event": "launch", "time_s": 0.0, "height_km": 0.0},
            {"event": "first-seen", "time_s": 45.0, "height_km": 12.0, "by": "overhead-ir"},
            {"event": "burnout", "time_s": 132.0, "height_km": 140.0},
            {"event": "first-seen", "time_s": 178.0, "height_km": 260.0, "by": "tpy2-kurecik"},
            {"event": "launch-window-opens", "time_s": 238.0, "by": "redzikowo.sm3-2a"},
            {
                "event": "window-opens",
                "time_s": 452.0,
                "height_km": 700.0,
                "by": "redzikowo.sm3-2a",
            },
            {"event": "apogee", "time_s": 520.0, "height_km": 760.0},
            {"event": "launch-window-closes", "time_s": 610.0, "by": "redzikowo.sm3-2a"},
            {
                "event": "window-closes",
                "time_s": 850.0,
                "height_km": 300.0,
                "by": "redzikowo.sm3-2a",
            },
            {"event": "reentry", "time_s": 985.0, "height_km": 100.0},
            {"event": "impact", "time_s": 1050.0, "height_km": 0.0},
        ],
    }


def _assumptions() -> list[dict[str, Any]]:
    return [
        {
            "key": "interceptor.gbi2.burnout_speed",
            "value": 6.3,
            "unit": "km/s",
            "low": 6.1,
            "high": 6.5,
            "status": "read",
            "source": "S-AFP07",
            "by": "us-mda",
            "disputed": True,
        },
        {
            "key": "interceptor.gbi2.burnout_speed.rivals.0",
            "value": 9.0,
            "unit": "km/s",
            "low": 8.5,
            "high": 9.0,
            "status": "read",
            "source": "S-AFP07",
            "by": "postol",
            "disputed": True,
        },
        {
            "key": "interceptor.sm3-2a.burnout_speed",
            "value": 4.5,
            "unit": "km/s",
            "status": "general",
            "source": "S-MMD921",
        },
        {
            "key": "rules.standard.commit_delay",
            "value": 60.0,
            "unit": "s",
            "low": 30.0,
            "high": 120.0,
            "status": "assumed",
            "source": "S-MMD921",
        },
        {
            "key": "missile.irbm.max_range",
            "value": 4000.0,
            "unit": "km",
            "status": "computed",
            "source": "S-MMD921",
        },
        {
            "key": "sensor.tpy2-kurecik.detection_range",
            "value": 1500.0,
            "unit": "km",
            "low": 870.0,
            "high": 3000.0,
            "status": "second-hand",
            "source": "S-MMD921",
        },
    ]


def _footprints() -> dict[str, Any]:
    cells: list[tuple[float, float, float, float]] = []
    step = 2.0
    south = 34.0
    while south < 72.0:
        width = 360.0 / max(3, round(360.0 * math.cos(math.radians(south + 1.0)) / step))
        west = -12.0
        while west < 42.0:
            cells.append((south, south + step, west, west + width))
            west += width
        south += step
    cells += [(66.0, 68.0, 178.0, 180.0), (66.0, 68.0, -180.0, -178.0)]
    layers = [
        {
            "phase": p["id"],
            "threat": threat,
            "launch": "semnan",
            "state": [_state(p, threat, c) for c in cells],
        }
        for p in PHASES
        for threat in ("mrbm", "irbm")
    ]
    columns = [[round(v, 6) for v in column] for column in zip(*cells, strict=True)]
    return {
        "cell_km": 222.0,
        "south_deg": columns[0],
        "north_deg": columns[1],
        "west_deg": columns[2],
        "east_deg": columns[3],
        "layers": layers,
    }


def _state(p: dict[str, Any], threat: str, cell: tuple[float, float, float, float]) -> int:
    lat, lon = (cell[0] + cell[1]) / 2, (cell[2] + cell[3]) / 2
    if lon > 170 or lon < -170:
        return 3
    away = math.hypot(lat - 35.0, (lon - 54.0) * 0.75)
    if away > (24.0 if threat == "mrbm" else 46.0):
        return 0
    near = min(
        math.hypot(lat - PLACES[site][0], (lon - PLACES[site][1]) * 0.68)
        for site, *_ in p["batteries"]
    )
    reach = {3.0: 7.0, 4.5: 15.0, 5.5: 19.0, 6.3: 24.0}[max(b[3] for b in p["batteries"])]
    return 3 if near < reach else 2 if near < reach + 3.5 else 1
