"""The packaged borders: countries as rings of shared lines, and what each line is.

Rings and lines are arrays of latitude and longitude in radians. They cross the date line where the
land does and are not cut there; a ring around a pole does not close across it.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any, Literal

import numpy as np
from jaxtyping import Float

from glasshield.errors import UnknownNameError

Line = Float[np.ndarray, "n 2"]  # latitude and longitude, radians
Detail = Literal["fine", "coarse"]
Sort = Literal["international", "undetermined", "coastline"]


@dataclass(frozen=True, slots=True)
class Country:
    """A country, territory or area of open status, in the view of the United Nations.

    `code` has three letters: ISO 3166-1, or the United Nations' own, which start with X, for areas
    of open status. `alpha2` and `numeric` are empty for these. `people` is the total of GeoNames,
    mostly the World Bank's for 2018; 0 where it has none, and `counted_with` then names whose total
    holds the people.
    """

    index: int
    code: str
    alpha2: str
    numeric: str
    name_en: str
    name_ru: str
    people: int
    counted_with: str

    def name(self, language: str) -> str:
        """The name in the language, `en` or `ru`."""
        return self.name_ru if language == "ru" else self.name_en


@dataclass(frozen=True, slots=True)
class World:
    """The borders of the world at one level of detail.

    `arcs` are lines between junctions; `sides` names for each the countries to its left and right
    by index, -1 for water; `rings` the rings of each country as numbers of arcs, ~n for arc n
    backwards, the land to the right of the way.
    """

    arcs: tuple[Line, ...]
    sides: tuple[tuple[int, int], ...]
    rings: tuple[tuple[tuple[tuple[int, ...], ...], ...], ...]
    lines: Mapping[str, tuple[Line, ...]]
    special: Mapping[str, tuple[Line, ...]]
    lakes: tuple[Line, ...]

    def polygons(self, index: int) -> tuple[tuple[Line, ...], ...]:
        """The polygons of a country, each an outer ring and the rings of its holes, closed."""
        return tuple(tuple(self._joined(ring) for ring in polygon) for polygon in self.rings[index])

    def land(self) -> tuple[Line, ...]:
        """All land as closed rings along coasts, without the borders between countries."""
        coast = [k for k, sides in enumerate(self.sides) if (sides[0] < 0) != (sides[1] < 0)]
        way = [k if self.sides[k][1] >= 0 else ~k for k in coast]
        start: dict[tuple[float, float], list[int]] = {}
        for n in way:
            start.setdefault(tuple(self._joined([n])[0]), []).append(n)
        rings = []
        for n in way:
            if n not in start.get(first := tuple(self._joined([n])[0]), []):
                continue
            start[first].remove(n)
            ring = [n]
            while (end := tuple(self._joined(ring[-1:])[-1])) != first:
                ring.append(start[end].pop())
            rings.append(self._joined(ring))
        return tuple(rings)

    def _joined(self, numbers: Sequence[int]) -> Line:
        parts = [self.arcs[n] if n >= 0 else self.arcs[~n][::-1] for n in numbers]
        return np.concatenate([parts[0], *(part[1:] for part in parts[1:])])


@functools.cache
def countries() -> tuple[Country, ...]:
    """All countries, territories and areas of open status, by code."""
    return tuple(
        _country(index, geometry)
        for index, geometry in enumerate(_document("fine")["objects"]["countries"]["geometries"])
    )


def _country(index: int, geometry: Mapping[str, Any]) -> Country:
    facts = geometry["properties"]
    return Country(
        index=index,
        code=geometry["id"],
        alpha2=facts["a2"],
        numeric=facts["n3"],
        name_en=facts["en"],
        name_ru=facts["ru"],
        people=facts["people"],
        counted_with=facts.get("counted_with", ""),
    )


def country(code: str) -> Country:
    """The country with this code of two letters, three letters or three digits.

    Raises:
        UnknownNameError: when there is none.
    """
    found = _by_code().get(code.upper())
    if found is None:
        raise UnknownNameError.among("country", code, (c.code for c in countries()))
    return found


@functools.cache
def _by_code() -> dict[str, Country]:
    return {key: c for c in countries() for key in (c.code, c.alpha2, c.numeric) if key}


@functools.cache
def world(detail: Detail = "fine") -> World:
    """The borders at the level of detail.

    `fine` keeps corners of 1 km2 and every island of the source; `coarse`, for maps of a
    continent or more, keeps corners of 150 km2 and islands of 300 km2.
    """
    document = _document(detail)
    arcs = tuple(_decoded(arc, document["transform"]) for arc in document["arcs"])
    objects = document["objects"]
    rings = tuple(
        tuple(tuple(tuple(ring) for ring in polygon) for polygon in geometry["arcs"])
        for geometry in objects["countries"]["geometries"]
    )
    lines = {
        sort: tuple(arcs[numbers[0]] for numbers in objects[sort]["arcs"])
        for sort in ("international", "undetermined", "coastline")
    }
    special: dict[str, tuple[Line, ...]] = {}
    for geometry in objects["special"]["geometries"]:
        name = geometry["id"]
        special[name] = (*special.get(name, ()), arcs[geometry["arcs"][0]])
    lakes = tuple(arcs[ring[0]] for polygon in objects["lakes"]["arcs"] for ring in polygon)
    return World(arcs, _sides(len(arcs), rings), rings, lines, special, lakes)


def boundaries(sort: Sort, detail: Detail = "fine") -> tuple[Line, ...]:
    """The lines of a sort: agreed `international` ones, `undetermined` ones, the `coastline`.

    Undetermined lines are drawn broken on the United Nations' maps and must be so on ours.
    """
    return world(detail).lines[sort]


def _sides(
    count: int, rings: Sequence[Sequence[Sequence[Sequence[int]]]]
) -> tuple[tuple[int, int], ...]:
    left, right = [-1] * count, [-1] * count
    for index, polygons in enumerate(rings):
        for n in (n for polygon in polygons for ring in polygon for n in ring):
            if n >= 0:
                right[n] = index
            else:
                left[~n] = index
    return tuple(zip(left, right, strict=True))


@functools.cache
def _document(detail: Detail) -> dict[str, Any]:
    folder = resources.files("glasshield.geodata") / "data"
    text = (folder / f"world-{detail}.topo.json").read_text(encoding="utf-8")
    document: dict[str, Any] = json.loads(text)
    return document


def _decoded(arc: Sequence[Sequence[int]], transform: Mapping[str, Sequence[float]]) -> Line:
    grid = np.cumsum(np.array(arc, dtype=np.int64), axis=0)
    degrees = grid * np.array(transform["scale"]) + np.array(transform["translate"])
    return np.ascontiguousarray(np.radians(degrees[:, ::-1]))
