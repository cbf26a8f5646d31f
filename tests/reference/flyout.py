"""The flyout kernels' readable twin: one fan to one table, in doubles and without tricks.

chart  the fan's samples in the table's coordinates
cut    where the flights of one kick and time pass over a bearing
branch the direct flights at one bearing and ground range: height -> time
invert the table, cell by cell
times  reading it
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

RADIUS, APEX = 1, 2
DRIFT = slice(3, 7)


@dataclass(frozen=True)
class Chart:
    """Samples after the drift of a vertical flight is subtracted: azimuth x kick x time."""

    east: np.ndarray
    north: np.ndarray
    ground: np.ndarray  # chord of the unit sphere
    height: np.ndarray


def chart(positions_enu_m: np.ndarray, frame: np.ndarray) -> Chart:
    """Positions in the coordinates of a table."""
    e, n, u = np.moveaxis(positions_enu_m, -1, 0)
    radius, drift = frame[RADIUS], frame[DRIFT]
    r = np.sqrt(e**2 + n**2 + (radius + u) ** 2)
    height = r - radius
    s = 1.0 - np.sqrt(np.clip(1.0 - height / frame[APEX], 0.0, 1.0))
    east = e - s**2 * (drift[0] + s * drift[1])
    north = n - s**2 * (drift[2] + s * drift[3])
    ground = np.sqrt(2.0 * (east**2 + north**2) / (r * (r + radius + u)))
    return Chart(east, north, ground, height)


def direction(bearing: float) -> np.ndarray:
    """The unit vector (east, north) at a pseudo-bearing."""
    corners = np.array([(0.0, 1.0), (1.0, 0.0), (0.0, -1.0), (-1.0, 0.0), (0.0, 1.0)])
    k = int(bearing)
    point = corners[k] + (bearing - k) * (corners[k + 1] - corners[k])
    return np.asarray(point / np.hypot(*point))


def bearing_of(east: np.ndarray, north: np.ndarray) -> np.ndarray:
    """The pseudo-bearing of directions."""
    side = east / np.maximum(np.abs(east) + np.abs(north), 1e-300)
    return np.where(north >= 0.0, side, 2.0 - side) % 4.0


def cubic(values: np.ndarray, f: float) -> float:
    """The cubic through four even values, between the second and the third."""
    nodes = np.arange(-1.0, 3.0)
    weights = [
        np.prod((f - np.delete(nodes, k)) / (nodes[k] - np.delete(nodes, k))) for k in range(4)
    ]
    return float(np.dot(weights, values))


def cut(charted: Chart, kick: int, time: int, bearing: float) -> tuple[float, float]:
    """Ground range and height where the flights of a kick are over a bearing at a time."""
    if kick == 0:
        height = charted.height[0, 0, time]
        return (0.0 if np.isfinite(height) else np.nan), height
    along = direction(bearing)
    east, north = charted.east[:, kick, time], charted.north[:, kick, time]
    across = east * along[1] - north * along[0]
    ahead = east * along[0] + north * along[1]
    n = len(across)
    near = int(bearing * 0.25 * n)
    for i in range(n):
        a = (near + (-(i + 1) // 2 if i % 2 else i // 2)) % n
        four = (a + np.arange(-1, 3)) % n
        if not np.isfinite(charted.height[four, kick, time]).all():
            continue
        c = across[four]
        if (c[1] < 0.0) == (c[2] < 0.0) or ahead[four[1]] + ahead[four[2]] <= 0.0:
            continue
        f = bisect(functools.partial(cubic, c))
        if cubic(ahead[four], f) > 0.0:
            return (
                cubic(charted.ground[four, kick, time], f),
                cubic(charted.height[four, kick, time], f),
            )
    return np.nan, np.nan


def bisect(function: Callable[[float], float]) -> float:
    """Where a function that changes sign over [0, 1] is zero."""
    low, high = 0.0, 1.0
    rising = function(1.0) > 0.0
    for _ in range(60):
        middle = 0.5 * (low + high)
        above = (function(middle) > 0.0) == rising
        low, high = (low, middle) if above else (middle, high)
    return 0.5 * (low + high)


@dataclass(frozen=True)
class Branch:
    """The direct flights of one column: roots of the depth under the ceiling, and times."""

    ceiling: float
    root: np.ndarray
    time: np.ndarray

    def at(self, height: float) -> float:
        """The flight time to a height; NaN outside."""
        under = self.ceiling - height
        if len(self.root) < 2 or under <= -1e-3 * self.ceiling:
            return np.nan
        root = np.sqrt(max(under, 0.0))
        i = int(np.sum(self.root[1:] < root))
        if i + 1 >= len(self.root):
            return np.nan
        first = 0 if i == 0 else i - 1 if i + 2 < len(self.root) else len(self.root) - 4
        if len(self.root) < 4 or first < 0:
            return float(np.interp(root, self.root[i : i + 2], self.time[i : i + 2]))
        near = slice(first, first + 4)
        nodes, values = self.root[near], self.time[near]
        weights = [
            np.prod((root - np.delete(nodes, k)) / (nodes[k] - np.delete(nodes, k)))
            for k in range(4)
        ]
        return float(np.dot(weights, values))


def straight_up(heights: np.ndarray, times: np.ndarray) -> Branch:
    """The branch above the site: the rising part of the vertical flight."""
    top = int(np.nanargmax(heights))
    rising, clock = heights[: top + 1], times[: top + 1]
    ceiling = float(rising[-1])
    return Branch(ceiling, np.sqrt(ceiling - rising[::-1]), clock[::-1])


def branch(ground: np.ndarray, height: np.ndarray, times: np.ndarray, at: float) -> Branch:
    """The direct branch at a ground range, from the paths (kick x time) over one bearing."""
    kicks = len(ground)
    passes = np.full((kicks, 2), np.nan)
    for k in range(1, kicks):
        with np.errstate(invalid="ignore"):
            step = np.flatnonzero((ground[k, :-1] <= at) & (ground[k, 1:] > at))
        if len(step):
            t = int(step[0])
            f = (at - ground[k, t]) / (ground[k, t + 1] - ground[k, t])
            passes[k] = (
                height[k, t] + f * (height[k, t + 1] - height[k, t]),
                times[t] + f * (times[t + 1] - times[t]),
            )
    if np.isnan(passes).all():
        return Branch(0.0, np.empty(0), np.empty(0))
    top = int(np.nanargmax(passes[:, 0]))
    highest = passes[top]
    if top + 2 < kicks and passes[top + 2, 0] < passes[top + 1, 0]:
        between = np.isfinite(passes[top - 1, 0])
        three = passes[top - 1 : top + 2] if between else passes[top : top + 3]
        peak = vertex(three)
        if peak[0] >= highest[0] and peak[1] <= times[-1]:
            highest = peak
    neighbour = passes[min(top + 1, kicks - 1), 1]
    apart = highest[1] - passes[top, 1] > 0.1 * (passes[top, 1] - neighbour)
    kept = [highest]
    for k in range(top if apart else top + 1, kicks):
        if np.isnan(passes[k, 0]):
            continue
        if passes[k, 0] >= kept[-1][0]:
            break
        kept.append(passes[k])
    points = np.array(kept)
    return Branch(float(highest[0]), np.sqrt(highest[0] - points[:, 0]), points[:, 1])


def vertex(passes: np.ndarray) -> np.ndarray:
    """The top (height, time) of the parabola through three passes (height, time)."""
    a, b, c = np.polyfit(passes[:, 1] - passes[1, 1], passes[:, 0], 2)
    if not a < 0.0:
        return np.asarray(passes[1])
    return np.array([c - b * b / (4.0 * a), passes[1, 1] - b / (2.0 * a)])


@dataclass(frozen=True)
class Table:
    """Nodes of half sheets: ceilings (2 S x 2 G + 1), times (2 S x 2 G + 1 x 2 D + 1)."""

    ceilings: np.ndarray
    times: np.ndarray


def nodes(
    positions_enu_m: np.ndarray,
    times_s: np.ndarray,
    frame: np.ndarray,
    sheets: int,
    ground_cells: int,
    depth_cells: int,
    top_m: float,
) -> Table:
    """The table's nodes, those half-way between them included."""
    charted = chart(positions_enu_m, frame)
    kicks, count = positions_enu_m.shape[1:3]
    columns, rows = 2 * ground_cells + 1, 2 * depth_cells + 1
    ceilings = np.zeros((2 * sheets, columns))
    times = np.full((2 * sheets, columns, rows), np.inf)
    for s in range(2 * sheets):
        paths = np.array(
            [[cut(charted, k, t, 2.0 * s / sheets) for t in range(count)] for k in range(kicks)]
        )
        ground, height = np.moveaxis(paths, -1, 0)
        branches = [
            straight_up(height[0], times_s)
            if c == 0
            else branch(ground, height, times_s, 0.5 * c * frame[0])
            for c in range(columns)
        ]
        ceilings[s, ::2] = [np.clip(b.ceiling, 0.0, top_m) for b in branches[::2]]
        ceilings[s, 1::2] = 0.5 * (ceilings[s, :-1:2] + ceilings[s, 2::2])
        for c, one in enumerate(branches):
            room = 1.0 - (np.arange(rows) / (rows - 1.0)) ** 2
            found = [one.at(h) for h in ceilings[s, c] * (1.0 - room**2)]
            times[s, c] = np.where(np.isnan(found), np.inf, found)
    return Table(ceilings, times)


def cells(table: Table, tolerance_s: float) -> tuple[np.ndarray, np.ndarray]:
    """The coefficients of ceilings and cells, as the kernel lays them out."""
    sheets = len(table.ceilings) // 2
    half = np.arange(2 * sheets)
    stack = [np.roll(half, -i)[::2] for i in range(3)]  # below, half-way, above
    low, mid, high = (table.ceilings[rows] for rows in stack)
    parts = [value[:, ::2] for value in (low, high - low, 4.0 * mid - 2.0 * (low + high))]
    ceiling = np.zeros((sheets, parts[0].shape[1] - 1, 8))
    for v, value in enumerate(parts):
        ceiling[..., 2 * v] = value[:, :-1]
        ceiling[..., 2 * v + 1] = np.diff(value, axis=1)
    with np.errstate(invalid="ignore"):
        planes = [table.times[rows] for rows in stack]
        error = np.max([plane_error(plane) for plane in planes], axis=0)
        low, mid, high = (plane[:, ::2, ::2] for plane in planes)
        parts = [low, high - low, 4.0 * mid - 2.0 * (low + high)]
        cell = np.zeros((*error.shape, 16))
        for v, value in enumerate(parts):
            a, b = value[:, :-1, :-1], value[:, 1:, :-1]
            c, d = value[:, :-1, 1:], value[:, 1:, 1:]
            cell[..., 4 * v : 4 * v + 4] = np.stack((a, b - a, c - a, (d - c) - (b - a)), axis=-1)
        keep = error <= tolerance_s
    cell[~keep] = 0.0
    cell[~keep, 0] = np.inf
    return ceiling, cell


def plane_error(plane: np.ndarray) -> np.ndarray:
    """The largest deviation from bilinear interpolation inside each cell of a sheet."""
    a, b = plane[:, :-2:2, :-2:2], plane[:, 2::2, :-2:2]
    c, d = plane[:, :-2:2, 2::2], plane[:, 2::2, 2::2]
    found = (
        plane[:, 1::2, :-2:2] - 0.5 * (a + b),
        plane[:, 1::2, 2::2] - 0.5 * (c + d),
        plane[:, :-2:2, 1::2] - 0.5 * (a + c),
        plane[:, 2::2, 1::2] - 0.5 * (b + d),
        plane[:, 1::2, 1::2] - 0.25 * (a + b + c + d),
    )
    worst = np.max(np.abs(found), axis=0)
    return np.where(np.isnan(worst), np.inf, worst)


def times(
    cell: np.ndarray, ceiling: np.ndarray, frame: np.ndarray, positions_enu_m: np.ndarray
) -> np.ndarray:
    """The flight times to points, read from a table's coefficients."""
    sheets, columns, rows = cell.shape[:3]
    at = chart(positions_enu_m, frame)
    along = at.ground / frame[0]
    around = bearing_of(at.east, at.north) * sheets / 4.0
    known = np.isfinite(along) & (along < columns)
    i = np.where(known, along, 0.0).astype(int)
    s = np.minimum(np.where(known, around, 0.0).astype(int), sheets - 1)
    x, z = along - i, around - s
    over_z = np.stack((np.ones_like(z), z, z * (1.0 - z)), axis=-1)
    c = ceiling[s, i][..., :6].reshape(*s.shape, 3, 2)
    top = np.sum(over_z * (c[..., 0] + c[..., 1] * x[..., None]), axis=-1)
    inside = known & (at.height >= 0.0) & (at.height <= top) & (top > 0.0)
    room = np.where(inside, 1.0 - at.height / np.where(inside, top, 1.0), 1.0)
    depth = np.sqrt(1.0 - np.sqrt(room)) * rows
    j = np.minimum(depth.astype(int), rows - 1)
    y = depth - j
    k = cell[s, i, j][..., :12].reshape(*s.shape, 3, 4)
    bilinear = np.stack((np.ones_like(x), x, y, x * y), axis=-1)
    with np.errstate(invalid="ignore"):
        value = np.sum(over_z * np.sum(k * bilinear[..., None, :], axis=-1), axis=-1)
    return np.where(inside & np.isfinite(value), value, np.inf)
