"""A user's own population figures: an ESRI ASCII grid or a table of points."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.errors import InputError

_HEADER: Final = ("ncols", "nrows", "xll", "yll", "cellsize")
_HEADER_WORDS: Final = frozenset({
    "ncols", "nrows", "xllcorner", "yllcorner", "xllcenter", "yllcenter", "cellsize",
    "nodata_value",
})  # fmt: skip
_COLUMNS: Final = ("lat", "lon", "people")


@dataclass(frozen=True, slots=True)
class People:
    """People at points."""

    lat_rad: Float[np.ndarray, " n"]
    lon_rad: Float[np.ndarray, " n"]
    people: Float[np.ndarray, " n"]


@dataclass(frozen=True, slots=True, eq=False)
class Raster:
    """People at points, each of which stands for a square of this side (0: a point)."""

    source: str
    lat_rad: Float[np.ndarray, " n"]
    lon_rad: Float[np.ndarray, " n"]
    people: Float[np.ndarray, " n"]
    side_rad: float

    def points(self, spacing_m: float) -> People:
        """The people at points no farther apart than this, squares being filled evenly."""
        parts = max(1, math.ceil(self.side_rad * EARTH_MEAN_RADIUS_M / spacing_m))
        if parts == 1:
            return People(self.lat_rad, self.lon_rad, self.people)
        shift = ((np.arange(parts) + 0.5) / parts - 0.5) * self.side_rad
        north, east = (s.ravel() for s in np.meshgrid(shift, shift))
        return People(
            (self.lat_rad[:, None] + north).ravel(),
            (self.lon_rad[:, None] + east).ravel(),
            np.repeat(self.people / parts**2, parts**2),
        )


def read_raster(path: Path) -> Raster:
    """The population figures in a file.

    Args:
        path: an ESRI ASCII grid of people in each cell (`.asc`), or a table with the columns `lat`
            and `lon` in degrees and `people` (`.csv`).

    Raises:
        InputError: a file that cannot be read, another ending, or a line that breaks the format;
            it says which.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not a text file"
        raise InputError(
            "the population file cannot be read", where=str(path), got=reason
        ) from None
    match path.suffix.lower():
        case ".asc":
            return _grid(text, path)
        case ".csv":
            return _table(text, path)
        case other:
            raise InputError(
                "population figures have an unknown format",
                where=str(path),
                got=other or "no ending",
                expected=".asc (ESRI ASCII grid) or .csv (lat,lon,people)",
                do="convert a GeoTIFF with `gdal_translate -of AAIGrid`",
            )


def _grid(text: str, path: Path) -> Raster:
    lines = text.splitlines()
    header, body = _header(lines, path)
    rows, columns = int(header["nrows"]), int(header["ncols"])
    cell = header["cellsize"]
    if rows < 1 or columns < 1 or not cell > 0:
        raise InputError("the grid has no cells", where=str(path), got=f"{rows} by {columns}")
    values = _numbers(lines[body:], body, columns, path)
    if len(values) != rows:
        raise InputError(
            "the grid has the wrong number of rows",
            where=str(path),
            got=len(values),
            expected=str(rows),
        )
    half = cell / 2 if "yllcorner" in header else 0.0
    south = header.get("yllcorner", header.get("yllcenter", 0.0)) + half
    west = header.get("xllcorner", header.get("xllcenter", 0.0)) + half
    if south - cell / 2 < -90.001 or south + (rows - 0.5) * cell > 90.001:
        raise InputError(
            "the grid reaches beyond a pole", where=str(path), do="give its corner in degrees"
        )
    lat = south + np.arange(rows - 1, -1, -1) * cell
    lon = west + np.arange(columns) * cell
    people = np.array(values)
    kept = people != header.get("nodata_value", -9999.0)
    if (people[kept] < 0).any() or not np.isfinite(people[kept]).all():
        row = int(np.flatnonzero(kept & ~(people >= 0))[0] // columns)
        raise InputError("a cell holds no number of people", where=f"{path}:{body + row + 1}")
    kept &= people > 0
    mesh_lat, mesh_lon = (m[kept] for m in np.meshgrid(lat, lon, indexing="ij"))
    return Raster(
        path.name, np.radians(mesh_lat), np.radians(mesh_lon), people[kept], math.radians(cell)
    )


def _header(lines: list[str], path: Path) -> tuple[dict[str, float], int]:
    header: dict[str, float] = {}
    for number, line in enumerate(lines):
        words = line.split()
        if not words or words[0].lower() not in _HEADER_WORDS:
            break
        if len(words) != 2:
            raise InputError(
                "a header line is not a name and a number", where=f"{path}:{number + 1}"
            )
        header[words[0].lower()] = _number(words[1], f"{path}:{number + 1}")
    else:
        number = len(lines)
    missing = [name for name in _HEADER if not any(key.startswith(name) for key in header)]
    if missing:
        raise InputError(
            "the grid's header is not complete", where=str(path), expected=", ".join(missing)
        )
    return header, number


def _numbers(lines: list[str], before: int, columns: int, path: Path) -> list[list[float]]:
    values = []
    for number, line in enumerate(lines, start=before + 1):
        if not line.strip():
            continue
        row = [_number(word, f"{path}:{number}") for word in line.split()]
        if len(row) != columns:
            raise InputError(
                "a row has the wrong number of cells",
                where=f"{path}:{number}",
                got=len(row),
                expected=str(columns),
            )
        values.append(row)
    return values


def _table(text: str, path: Path) -> Raster:
    reader = csv.reader(text.splitlines())
    header = [name.strip().lower() for name in next(reader, [])]
    missing = [name for name in _COLUMNS if name not in header]
    if missing:
        raise InputError(
            "the table lacks a column", where=f"{path}:1", got=", ".join(header) or "nothing",
            expected=", ".join(_COLUMNS),
        )  # fmt: skip
    places = [header.index(name) for name in _COLUMNS]
    rows = [
        _row(cells, places, f"{path}:{number}")
        for number, cells in enumerate(reader, start=2)
        if any(cell.strip() for cell in cells)
    ]
    if not rows:
        raise InputError("the table holds no people", where=str(path))
    lat, lon, people = np.array(rows).T
    return Raster(path.name, np.radians(lat), np.radians(lon), people, 0.0)


def _row(cells: list[str], places: Iterable[int], where: str) -> tuple[float, float, float]:
    try:
        lat, lon, people = (_number(cells[place], where) for place in places)
    except IndexError:
        raise InputError("a row lacks a cell", where=where) from None
    if not -90 <= lat <= 90 or not -180 <= lon <= 360 or not 0 <= people < math.inf:
        raise InputError(
            "a row is not a place and its people", where=where, got=f"{lat:g}, {lon:g}, {people:g}"
        )
    return lat, lon, people


def _number(word: str, where: str) -> float:
    try:
        return float(word)
    except ValueError:
        raise InputError("this is not a number", where=where, got=repr(word)) from None
