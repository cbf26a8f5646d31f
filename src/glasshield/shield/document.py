"""The answers as one document of plain numbers and texts: what `results.json` holds.

Keys name their units; kilometres and degrees are for people, so SI ends here. What does not exist
is null.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, Final

import msgspec
import numpy as np

from glasshield import __version__
from glasshield.catalog import Catalog
from glasshield.catalog.assumptions import assumptions, cited
from glasshield.catalog.model import Record
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.earth.geodesic import inverse
from glasshield.geodata import country
from glasshield.shield.answers import Answers, Defended, Disputed, Met, Outlined, Path, Route, Seen
from glasshield.shield.architecture import Deployment
from glasshield.shield.coverage import Coverage, Share
from glasshield.shield.elements import elements, km
from glasshield.shield.reach import Meeting, Reached
from glasshield.shield.sights import Sight
from glasshield.shield.timeline import height_at
from glasshield.workspace import digest

_MOST_SAMPLES: Final = 120  # of a flight's path in the document

Json = dict[str, Any]


def document(answers: Answers) -> Json:
    """The whole document."""
    rows = assumptions(answers.catalog, keys(answers))
    return {
        "program": _program(answers),
        "names": _names(answers),
        "phases": [_phase(deployment) for deployment in answers.deployments],
        "elements": [e for d in answers.deployments for e in elements(answers.catalog, d)],
        "flights": [f for route in answers.routes for f in _flights(route)],
        "sees": [row for seen in answers.sees for row in _sees(seen)],
        "defends": [row for one in answers.defends for row in _defends(answers, one)],
        "reaches": [row for one in answers.reaches for row in _reaches(one)],
        "meets": [row for one in answers.meets for row in _meets(one)],
        "timeline": _timeline(answers),
        "assumptions": [msgspec.to_builtins(row) for row in rows],
        "sources": [
            {"id": source.id, "title": source.name, "where": source.where}
            for source in cited(answers.catalog, rows)
        ],
        "footprints": _footprints(answers),
        "outlines": [_outline(one) for one in answers.outlines],
    }


def keys(answers: Answers) -> list[str]:
    """The keys of all records that the answers rest on, each once, in a fixed order."""
    found: dict[str, None] = {}
    for d in answers.deployments:
        found[f"architecture.{d.architecture.id}.phases.{d.phase.id}"] = None
        found |= dict.fromkeys((f"rules.{d.rules.id}", f"rules.{d.disputed_rules.id}"))
        for battery in d.batteries:
            found[f"interceptor.{battery.interceptor.id}"] = None
            found[f"site.{battery.site.id}"] = None
        for sensor in d.sensors:
            found[f"sensor.{sensor.id}"] = None
            if sensor.radar:
                found[f"radar.{sensor.radar}"] = None
            if sensor.site:
                found[f"site.{sensor.site}"] = None
    for path in (path for route in answers.routes for path in route.paths):
        found[f"missile.{path.missile.id}"] = None
        found[f"launch.{path.launch.id}"] = None
        found[f"region.{path.target.id}"] = None
    return list(found)


def input_hash(answers: Answers) -> str:
    """The digest of everything that the answers depend on."""
    records = []
    for key in keys(answers):
        kind, record_id, *_ = key.split(".")
        records.append(answers.catalog.of_kind(kind)[record_id])
    defended = [list(d.defended) for d in answers.deployments]
    request = answers.request
    return digest(
        "assessment",
        request.architectures,
        request.phases,
        request.threats,
        request.people,
        records,
        defended,
    )


def _program(answers: Answers) -> Json:
    people = answers.request.people
    return {
        "name": "glasshield",
        "version": __version__,
        "command": answers.request.command,
        "input_hash": input_hash(answers),
        "people": people.source if people else "",
    }


def _names(answers: Answers) -> Json:
    """Names in both languages of everything that the document refers to by id."""
    records: list[Record] = [d.architecture for d in answers.deployments]
    for d in answers.deployments:
        records += [b.interceptor for b in d.batteries] + [b.site for b in d.batteries]
        records += [*d.sensors, *d.defended]
        records += [answers.catalog.sites[s.site] for s in d.sensors if s.site]
        records += [answers.catalog.radars[s.radar] for s in d.sensors if s.radar]
        records += [d.rules, d.disputed_rules]
    for path in (path for route in answers.routes for path in route.paths):
        records += [path.missile, path.launch, path.target]
    records += [answers.catalog.parties[party] for party in answers.catalog.parties]
    names = {record.id: _both(record.named("en"), record.named("ru")) for record in records}
    for d in answers.deployments:
        names[d.id] = (
            names[d.architecture.id]
            if d.id == d.architecture.id
            else _both(
                f"{d.architecture.named('en')}: {d.phase.named('en')}",
                f"{d.architecture.named('ru')}: {d.phase.named('ru')}",
            )
        )
        for battery in d.batteries:
            names[battery.id] = _both(
                f"{battery.site.named('en')}, {battery.interceptor.named('en')}",
                f"{battery.site.named('ru')}, {battery.interceptor.named('ru')}",
            )
    for code in {code for d in answers.deployments for r in d.defended for code in r.countries}:
        named = _both(country(code).name("en"), country(code).name("ru"))
        names[_region_id(answers.catalog, code)] = named
    return dict(sorted(names.items()))


def _both(en: str, ru: str) -> dict[str, str]:
    return {"en": en, "ru": ru}


def _phase(deployment: Deployment) -> Json:
    phase = deployment.phase
    return {
        "id": deployment.id,
        "architecture": deployment.architecture.id,
        "number": deployment.number,
        "date": phase.planned_date.date,
        "planned": _both(phase.planned.text, phase.planned.text_ru),
        "outcome": _both(phase.outcome.text, phase.outcome.text_ru),
        "defended": [region.id for region in deployment.defended],
    }


def _flights(route: Route) -> Iterator[Json]:
    for n, path in enumerate(route.paths):
        if route.sky.flights.ok[n]:
            yield _flight(route, n, path)


def _flight(route: Route, n: int, path: Path) -> Json:
    flights = route.sky.flights.flights
    start, end = path.launch.position, path.target_position
    distance_m = inverse(start.lat_rad, start.lon_rad, end.lat_rad, end.lon_rad).distance_m
    points = flights.positions_ecef_m[n]
    points = points[np.isfinite(points[:, 0])]
    chosen = np.unique(np.linspace(0, len(points) - 1, _MOST_SAMPLES).round().astype(int))
    lat, lon, height = ecef_to_geodetic(points[chosen])
    apogee = ecef_to_geodetic(flights.apogee_position_ecef_m[n])[2]
    return {
        **_flight_ids(path),
        "id": path.id,
        "role": "disputed" if path.disputed else "threat",
        "country": path.launch.party,
        "range_km": km(float(np.asarray(distance_m))),
        "apogee_km": km(float(apogee)),
        "burnout_s": _seconds(flights.burnout_time_s[n]),
        "apogee_s": _seconds(flights.apogee_time_s[n]),
        "reentry_s": _seconds(flights.reentry_time_s[n]),
        "flight_time_s": _seconds(flights.flight_time_s[n]),
        "time_s": [_seconds(time) for time in chosen * flights.sample_step_s],
        "lat_deg": [round(float(x), 4) for x in np.degrees(lat)],
        "lon_deg": [round(float(x), 4) for x in np.degrees(lon)],
        "height_km": [km(float(x), 2) for x in height],
    }


def _flight_ids(path: Path) -> Json:
    return {
        "flight": path.id,
        "launch": path.launch.id,
        "target": path.target.id,
        "missile": path.missile.id,
    }


def _sees(seen: Seen) -> Iterator[Json]:
    flights = seen.route.sky.flights.flights
    for n in seen.route.of(seen.deployment):
        firsts = np.array([sight.first_s for sight in seen.sights[n]])
        heights = height_at(flights, n, np.nan_to_num(firsts))
        for sight, height in zip(seen.sights[n], heights, strict=True):
            yield {
                "phase": seen.deployment.id,
                **_flight_ids(seen.route.paths[n]),
                **_sight(sight, float(height)),
            }


def _sight(sight: Sight, height_m: float) -> Json:
    return {
        "sensor": sight.sensor.id,
        "first_seen_s": _seconds(sight.first_s),
        "last_seen_s": _seconds(sight.last_s),
        "first_seen_height_km": None if math.isnan(sight.first_s) else km(height_m),
        "detection_range_km": km(sight.range_m),
        "why_not": str(sight.why_not) if sight.why_not else None,
    }


def _defends(answers: Answers, one: Defended) -> Iterator[Json]:
    for part in one.parts:
        yield {
            "phase": one.deployment.id,
            "threat": one.threat.missile.id,
            "missile": one.threat.missile.id,
            "launch": one.threat.launch.id,
            "region": _region_id(answers.catalog, part.region),
            "area_fraction": _share(part.area),
            "population_fraction": _share(part.population),
            "threatened_area_fraction": round(part.threatened_area, 4),
            "threatened_population_millions": round(part.threatened_people / 1e6, 3),
            "shots": {"least": part.least_shots, "most": part.most_shots},
        }


def _region_id(catalog: Catalog, part: str) -> str:
    """The id of a part; for a country's code that of the catalogue's region where it has one."""
    regions = catalog.regions.values()
    alone = (region.id for region in regions if region.countries == (part,) and not region.box)
    return next(alone, part)


def _share(share: Share) -> Json:
    return {
        "value": round(share.value, 4),
        "low": round(min(share.low, share.value), 4),
        "high": round(max(share.high, share.value), 4),
    }


def _reaches(one: Disputed) -> Iterator[Json]:
    for n in one.route.of(one.deployment):
        path = one.route.paths[n]
        if path.disputed:
            for row in one.rows:
                yield {"phase": one.deployment.id, **_flight_ids(path), **_reach(row, n)}


def _reach(row: Reached, n: int) -> Json:
    why_not = row.why_not[n]
    return {
        "interceptor": row.battery.interceptor.id,
        "site": row.battery.site.id,
        "variant": row.variant,
        "burnout_speed_km_s": round(row.burnout_speed_m_s / 1e3, 3),
        "reachable": bool(np.isfinite(row.window_s[n, 0])),
        "verdict": str(row.verdict[n]),
        "window_s": _span(row.window_s[n]),
        "launch_window_s": _span(row.launch_window_s[n]),
        "shots": int(row.shots[n]),
        "least_speed_km_s": km(row.least_speed_m_s[n], 2),
        "speed_margin_km_s": km(row.speed_margin_m_s[n], 2),
        "time_margin_s": _seconds(row.time_margin_s[n]),
        "latest_commit_s": _seconds(row.latest_commit_s[n]),
        "why_not": str(why_not) if why_not else None,
        **_meeting(row.meeting[n]),
    }


def _meeting(meeting: Meeting | None) -> Json:
    """The meeting in the middle of a window, and how a full flight confirms it."""
    if meeting is None:
        return {"intercept_height_km": None, "confirmed": None}
    return {
        "intercept_height_km": km(meeting.height_m),
        "confirmed": {
            "intercept_s": _seconds(meeting.time_s),
            "flyout_s": _seconds(meeting.flyout_s),
            "miss_km": km(meeting.miss_m, 3),
            "off_s": round(meeting.off_s, 2),
        },
    }


def _meets(one: Met) -> Iterator[Json]:
    """When each battery could meet each flight of a threat."""
    met = one.engagement
    names = ("open_s", "close_s", "first_launch_s", "last_launch_s", "shots")
    columns = {name: met.by_battery(getattr(met.windows, name)) for name in names}
    for k, battery in enumerate(one.deployment.batteries):
        for n in one.route.of(one.deployment):
            if one.route.paths[n].disputed:
                continue
            opens, closes, first, last, shots = (columns[name][k, n] for name in names)
            why_not = one.why_not[k][n]
            yield {
                "phase": one.deployment.id,
                **_flight_ids(one.route.paths[n]),
                "interceptor": battery.interceptor.id,
                "site": battery.site.id,
                "window_s": _span(np.array([opens, closes])),
                "launch_window_s": _span(np.array([first, last])),
                "shots": int(shots),
                "why_not": str(why_not) if why_not else None,
            }


def _timeline(answers: Answers) -> Json | None:
    story = answers.story
    if story is None:
        return None
    return {
        "phase": story.deployment.id,
        "flight": story.path.id,
        "events": [
            {
                "event": str(event.happening),
                "time_s": _seconds(event.time_s),
                "height_km": km(event.height_m),
                "by": event.by,
            }
            for event in story.events
        ],
    }


def _outline(one: Outlined) -> Json:
    """How high a battery's interceptors come, in whole kilometres."""
    shape = one.outline
    return {
        "site": one.battery.site.id,
        "interceptor": one.battery.interceptor.id,
        "variant": one.variant,
        "burnout_speed_km_s": km(one.burnout_speed_m_s, 3),
        "bearing_deg": [round(float(x), 4) for x in np.degrees(shape.bearing_rad)],
        "ground_km": [km(x) for x in shape.ground_m],
        "top_km": [[km(x, 0) for x in row] for row in shape.top_m],
    }


def _footprints(answers: Answers) -> Json:
    land = answers.land
    south, north, west, east = np.degrees(land.grid.bounds(land.cell)).T
    edges = {"south_deg": south, "north_deg": north, "west_deg": west, "east_deg": east}
    return {
        "cell_km": land.grid.cell_m / 1e3,
        "lat_deg": [round(float(x), 4) for x in np.degrees(land.lat_rad)],
        "lon_deg": [round(float(x), 4) for x in np.degrees(land.lon_rad)],
        **{name: [round(float(x), 6) for x in edge] for name, edge in edges.items()},
        "layers": [_layer(one, len(land.cell)) for one in answers.defends],
    }


def _layer(one: Defended, size: int) -> Json:
    coverage = one.coverage
    state = np.zeros(size, dtype=int)
    state[one.cells] = _state(coverage)
    shots = np.zeros(size, dtype=int)
    shots[one.cells] = coverage.shots
    times = {}
    for name, column in (
        ("first_shot_s", coverage.first_launch_s),
        ("last_shot_s", coverage.last_launch_s),
    ):
        whole = np.full(size, np.nan)
        whole[one.cells] = column
        times[name] = [round(float(x)) if math.isfinite(x) else None for x in whole]
    return {
        "phase": one.deployment.id,
        "threat": one.threat.missile.id,
        "launch": one.threat.launch.id,
        "state": state.tolist(),
        "shots": shots.tolist(),
        **times,
    }


def _state(coverage: Coverage) -> np.ndarray:
    """0 not threatened, 1 threatened, 2 defended at some end of the inputs, 3 at all of them."""
    every = np.all(list(coverage.defended.values()), axis=0)
    some = np.any(list(coverage.defended.values()), axis=0)
    threatened = coverage.threatened
    return np.where(threatened, 1 + some.astype(int) + every.astype(int), 0)


def _seconds(value_s: float) -> float | None:
    """Seconds to a tenth; null for what does not exist."""
    return round(float(value_s), 1) if math.isfinite(value_s) else None


def _span(values_s: np.ndarray) -> list[float] | None:
    """Two times, or null."""
    return [round(float(x), 1) for x in values_s] if np.isfinite(values_s).all() else None
