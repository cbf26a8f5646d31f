"""Writes the numbers against which the browser's mathematics is tested: web/test/golden/*.json.

    python -m tools.web_golden

Every number comes from the functions that the program itself calls. A test says when a file no
longer holds what this writes.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import numpy as np
from tools import web_argument

from glasshield import messages
from glasshield.catalog.model import Search
from glasshield.centre.api import frames
from glasshield.earth import ellipsoid, geodesic, sphere
from glasshield.earth.time import Instant
from glasshield.exchange.release.terms import Mode
from glasshield.fusion import tracks
from glasshield.fusion.ellipse import Ellipses
from glasshield.sensing import refraction
from glasshield.sensing.sensors import Radar, Sector
from glasshield.sensing.visibility import Paths, visible

FOLDER: Final = Path(__file__).parents[1] / "web" / "test" / "golden"
_SEED: Final = 20070210

# Poles, the date line, the equator, and places between.
_PLACES_DEG: Final = (
    (90.0, 0.0),
    (-90.0, 0.0),
    (0.0, 0.0),
    (0.0, 180.0),
    (66.5, -179.9),
    (66.5, 179.9),
    (54.5, 17.1),
    (-33.9, 151.2),
    (89.9999, 45.0),
    (-0.0001, -90.0),
)
_HEIGHTS_M: Final = (-900.0, 0.0, 37.5, 120e3, 1200e3, 36e6)
_LINES_DEG: Final = (
    (54.5, 17.1, 38.9, -77.0),
    (52.6, 51.6, 40.7, -74.0),
    (66.5, 179.9, 66.5, -179.9),
    (90.0, 0.0, -33.9, 151.2),
    (0.0, 0.0, 0.0, 120.0),
    (10.0, 20.0, 10.0, 20.0),
    (10.0, 20.0, 10.000001, 20.0),
    (-60.0, 10.0, 59.0, -165.0),
    (35.7, 51.4, 50.1, 14.4),
    (-89.9, 12.0, -89.9, -168.0),
)


def earth() -> dict[str, Any]:
    """Positions, local axes and heights above the ellipsoid."""
    lat, lon = np.radians(np.array(_PLACES_DEG)).T
    found = []
    for height_m in _HEIGHTS_M:
        for place in zip(lat, lon, strict=True):
            position = ellipsoid.geodetic_to_ecef(*place, height_m)
            back = [float(each) for each in ellipsoid.ecef_to_geodetic(position)]
            found.append(
                {
                    "lat_rad": place[0],
                    "lon_rad": place[1],
                    "height_m": height_m,
                    "position_ecef_m": position.tolist(),
                    "back": back,
                    "axes": ellipsoid.east_north_up(*place).tolist(),
                }
            )
    return {"places": found}


def lines() -> dict[str, Any]:
    """Geodesics on the ellipsoid, great circles and horizons on the sphere."""
    found = []
    for lat1, lon1, lat2, lon2 in np.radians(np.array(_LINES_DEG)).tolist():
        line = geodesic.inverse(lat1, lon1, lat2, lon2)
        third = geodesic.direct(lat1, lon1, line.azimuth1_rad, line.distance_m / 3.0)
        away = sphere.destination(lat1, lon1, 1.0, 0.5)
        found.append(
            {
                "from": [lat1, lon1],
                "to": [lat2, lon2],
                "distance_m": float(line.distance_m),
                "azimuths_rad": [float(line.azimuth1_rad), float(line.azimuth2_rad)],
                "third": [float(third.lat_rad), float(third.lon_rad), float(third.azimuth_rad)],
                "angle_rad": float(sphere.central_angle(lat1, lon1, lat2, lon2)),
                "azimuth_rad": float(sphere.azimuth_rad(lat1, lon1, lat2, lon2)),
                "destination": [float(away[0]), float(away[1])],
            }
        )
    horizons = []
    for height_m in (1.0, 1e4, 1e6):
        for factor in (1.0, 4.0 / 3.0):
            seen = sphere.horizon(height_m, factor)
            horizons.append([height_m, factor, float(seen.slant_m), float(seen.ground_m)])
    return {"lines": found, "horizons": horizons}


def rays() -> dict[str, Any]:
    """How bent rays run."""
    found = []
    for elevation_deg in (0.0, 0.5, 3.0, 20.0, 85.0, 90.0):
        for from_m in (0.0, 350.0, 9000.0):
            for to_m in (from_m, 5e3, 2e4, 1e5, 1.5e6):
                if to_m < from_m:
                    continue
                angle = float(np.radians(elevation_deg))
                arc = refraction.arc_to(angle, from_m, to_m)
                straight = refraction.geometric_elevation(angle, from_m, to_m)
                found.append([angle, from_m, to_m, float(arc), float(straight)])
    return {"rays": found}


def sights() -> dict[str, Any]:
    """What radars see of places around them."""
    rng = np.random.default_rng(_SEED)
    found = []
    for radar in _radars():
        azimuth = rng.uniform(0.0, 2.0 * np.pi, 150)
        elevation = np.concatenate((rng.uniform(-0.03, 0.09, 100), rng.uniform(0.0, 1.57, 50)))
        slant = radar.range_m * rng.uniform(0.02, 1.1, 150)
        across = slant * np.cos(elevation)
        local = np.stack(
            (across * np.sin(azimuth), across * np.cos(azimuth), slant * np.sin(elevation)), -1
        )
        axes = ellipsoid.east_north_up(radar.lat_rad, radar.lon_rad)
        origin = ellipsoid.geodetic_to_ecef(radar.lat_rad, radar.lon_rad, radar.height_m)
        positions = origin + local @ axes
        section = np.array([radar.reference_cross_section_m2])
        seen = visible(radar, Paths(positions[None], 1.0, np.array([0.0]), section))
        found.append(
            {
                "radar": _plain(radar),
                "positions_ecef_m": positions.tolist(),
                "seen": seen[0].tolist(),
            }
        )
    return {"radars": found}


def _radars() -> tuple[Radar, ...]:
    whole = Sector(0.0, 2.0 * np.pi, np.radians(2.0), 0.5 * np.pi)
    split = (
        Sector(np.radians(350.0), np.radians(60.0), 0.0, np.radians(40.0)),
        Sector(np.radians(180.0), np.radians(120.0), np.radians(3.0), np.radians(85.0)),
    )
    return (
        Radar("all-round", 0.9, 0.3, 120.0, (whole,), 1.2e6, 1.0, Search.VOLUME),
        Radar("split", 1.55, 3.1, 2500.0, split, 4.2e6, 0.1, Search.VOLUME),
        Radar("near", -0.4, -2.9, 0.0, split, 2.5e5, 1.0, Search.CUED),
    )


def _plain(radar: Radar) -> dict[str, Any]:
    return {
        "lat_rad": radar.lat_rad,
        "lon_rad": radar.lon_rad,
        "height_m": radar.height_m,
        "range_m": radar.range_m,
        "reference_cross_section_m2": radar.reference_cross_section_m2,
        "sectors": [
            {
                "azimuth_from_rad": float(sector.azimuth_from_rad),
                "azimuth_width_rad": float(sector.azimuth_width_rad),
                "elevation_min_rad": float(sector.elevation_min_rad),
                "elevation_max_rad": float(sector.elevation_max_rad),
            }
            for sector in radar.sectors
        ],
    }


def ellipses() -> dict[str, Any]:
    """Horizontal parts of covariances, and the ellipses that they draw."""
    rng = np.random.default_rng(_SEED + 1)
    found = []
    for lat_deg, lon_deg in _PLACES_DEG:
        lat, lon = np.radians(lat_deg), np.radians(lon_deg)
        root = rng.normal(size=(6, 6)) * np.array([4e3, 9e3, 2e3, 30.0, 50.0, 20.0])[:, None]
        full = root @ root.T
        axes = ellipsoid.east_north_up(lat, lon)
        flat = (axes @ full[:3, :3] @ axes.T)[:2, :2]
        around = Ellipses.of_covariance(lat, lon, flat[None])
        shape = [float(each[0]) for each in around.axes(0.95)]
        outline = [each[0].tolist() for each in around.outline(0.95, 9)]
        found.append(
            {
                "place": [float(lat), float(lon)],
                "packed": tracks.pack(full).tolist(),
                "flat": [flat[0, 0], flat[0, 1], flat[1, 1]],
                "axes": shape,
                "outline": outline,
            }
        )
    return {"ellipses": found}


def times() -> dict[str, Any]:
    """Instants, read and written."""
    texts = (
        "2007-02-10T00:00:00Z",
        "1969-12-31T23:59:59.999999Z",
        "2024-02-29T12:00:00+09:00",
        "2026-11-22T21:00:50.5-03:30",
        "2000-01-01T00:00Z",
    )
    read = [Instant.parse(text) for text in texts]
    return {
        "instants": [
            [text, at.posix_us, at.isoformat()] for text, at in zip(texts, read, strict=True)
        ]
    }


def live() -> dict[str, Any]:
    """A message of two frames, and what is in it."""
    rng = np.random.default_rng(_SEED + 2)
    made = []
    for picture, count, scale in ((3, 40, 1.0), (7, 0, 1.0), (8, 5, 5.0)):
        state = rng.uniform(-1.0, 1.0, (count, 6)) * np.repeat([7.9e6 * scale, 7.5e3 * scale], 3)
        made.append(
            frames.Frame(
                mode=Mode.EXERCISE if picture == 3 else Mode.REAL,
                simulated=picture != 7,
                time=Instant.parse("2026-11-22T21:00:50.123456Z").plus_s(picture),
                picture=picture,
                number=rng.integers(0, frames.NUMBERS, count),
                state_ecef=state,
                class_index=rng.integers(0, 6, count),
                phase=rng.integers(0, 4, count),
                is_coasted=rng.random(count) < 0.5,
                is_shared=rng.random(count) < 0.5,
            )
        )
    message = b"".join(frames.pack(frame) for frame in made)
    return {"hex": message.hex(), "frames": [_decoded(each) for each in frames.unpack(message)]}


def _decoded(frame: frames.Frame) -> dict[str, Any]:
    return {
        "is_exercise": frame.mode is Mode.EXERCISE,
        "is_simulated": frame.simulated,
        "time_us": frame.time.posix_us,
        "picture": frame.picture,
        "number": frame.number.tolist(),
        "position_ecef_m": frame.state_ecef[:, :3].ravel().tolist(),
        "velocity_ecef_m_s": frame.state_ecef[:, 3:].ravel().tolist(),
        "class_index": frame.class_index.tolist(),
        "phase": frame.phase.tolist(),
        "is_coasted": frame.is_coasted.astype(int).tolist(),
        "is_shared": frame.is_shared.astype(int).tolist(),
    }


def numbers() -> dict[str, Any]:
    """Numbers as people read them."""
    values = (0.0, -0.0, 0.5, 1.5, 2.5, -0.4, 0.125, 4.35, 1.005, 9999.5, 10000.0, -1234567.891)
    found: list[list[Any]] = []
    for lang in messages.LANGUAGES:
        for value in values:
            for decimals in (0, 1, 2):
                written = messages.number(lang, value, decimals)
                found.append(["number", lang, [value, decimals], written])
            found.append(["duration", lang, [value], messages.duration(lang, value)])
            found.append(["clock", lang, [value], messages.clock(value)])
        shares = (0.0, 0.001, 0.005, 0.5, 0.994, 0.995, 1.0)
        found += [["percent", lang, [share], messages.percent(lang, share)] for share in shares]
        for symbol in ("km", "km/s", "deg", "km2", "m/s2", "1", "%", "h"):
            written = messages.quantity(lang, 12.34, symbol, 1)
            found.append(["quantity", lang, [12.34, symbol, 1], written])
        for low, high in ((1.0, 2.0), (1.01, 1.02), (-3.0, 2.0)):
            written = messages.interval(lang, low, high, "km", 1)
            found.append(["interval", lang, [low, high, "km", 1], written])
        for lat, lon in ((54.5, 17.1), (-0.004, -180.0), (0.0, 0.0)):
            found.append(["coordinates", lang, [lat, lon], messages.coordinates(lang, lat, lon)])
    return {"written": found}


FILES: Final[dict[str, Callable[[], dict[str, Any]]]] = {
    "earth": earth,
    "lines": lines,
    "rays": rays,
    "sights": sights,
    "ellipses": ellipses,
    "times": times,
    "frames": live,
    "numbers": numbers,
    "argument": web_argument.golden,
}


def main() -> None:
    """Writes all files."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, make in FILES.items():
        text = json.dumps(make(), ensure_ascii=False, separators=(",", ":"))
        (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
