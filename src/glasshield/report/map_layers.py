"""What can be laid over a base map: fields, flights, fans, rings, places."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, Protocol

import numpy as np
from jaxtyping import Float, Int

from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.errors import InputError
from glasshield.geodata import Grid
from glasshield.messages import quantity
from glasshield.report.map_canvas import Canvas, Sample, Stroke
from glasshield.report.projection import Line, Plane, circle, sector, unit_vectors

Phase = Literal["boost", "coast", "entry"]
MarkKind = Literal["site", "radar", "ship", "launch", "target", "city"]
Pattern = Literal["", "hatch", "back-hatch", "dots"]

# The phases of a flight differ in colour, in width and in their dashes.
PHASES: Final[Mapping[Phase, Stroke]] = {
    "boost": Stroke("reaches", 3.4),
    "coast": Stroke("ink", 1.5),
    "entry": Stroke("depends", 2.2, (1.6, 1.0)),
}
_ORDER: Final = {"field": 2.0, "fan": 3.0, "ring": 3.5, "track": 5.0, "place": 6.0}


class Layer(Protocol):
    """Something drawn over the base map."""

    def draw(self, canvas: Canvas) -> None:
        """Draws the layer and asks for its labels."""

    def legend(self) -> tuple[Sample, ...]:
        """The entries of the legend that explain it."""


@dataclass(frozen=True, slots=True)
class Step:
    """A class of a field: the values from the step before up to `below`, and how they look."""

    below: float
    text: str
    colour: str
    pattern: Pattern = ""


# Lightness alone orders these colours of the palettes, in grey and for every colour vision.
_RAMP: Final = ("ramp-1", "ramp-2", "ramp-3", "ramp-4", "ramp-5")


def steps(bounds: tuple[float, ...], texts: tuple[str, ...]) -> tuple[Step, ...]:
    """Classes of rising strength; the lowest one is hatched.

    Args:
        bounds: the upper end of each class, rising.
        texts: what the legend calls each class.
    """
    if len(bounds) != len(texts) or not 2 <= len(bounds) <= len(_RAMP):
        raise InputError(
            "a field has two to five classes", got=f"{len(bounds)} bounds and {len(texts)} texts"
        )
    picks = np.linspace(0, len(_RAMP) - 1, len(bounds)).round().astype(int)
    return tuple(
        Step(bound, text, _RAMP[pick], "hatch" if k == 0 else "")
        for k, (bound, text, pick) in enumerate(zip(bounds, texts, picks, strict=True))
    )


@dataclass(frozen=True, slots=True, eq=False)
class CellField:
    """Values in the cells of an equal-area grid, drawn on land as classes of colour and pattern.

    Cells that are not named, and values that are NaN, stay bare.
    """

    grid: Grid
    cell: Int[np.ndarray, " n"]
    value: Float[np.ndarray, " n"]
    classes: tuple[Step, ...]
    codes: tuple[str, ...] = ()  # the countries whose land is painted; all land when none is named
    alpha: float = 0.9

    def draw(self, canvas: Canvas) -> None:
        """Paints the pixels of the map by the class of the cell beneath them."""
        width, height = canvas.view.size
        where = canvas.view.centres()
        shown = np.isfinite(where[:, 0])
        table = np.full(self.grid.size, np.nan)
        table[self.cell] = self.value
        value = np.full(len(where), np.nan)
        value[shown] = table[self.grid.cell_at(*where[shown].T)]
        # Coasts and borders are finer than cells: cut at half a pixel.
        fine = np.repeat(np.repeat(value.reshape(height, width), 2, axis=0), 2, axis=1)
        fine[~canvas.covered(self._rings(canvas), 2)] = np.nan
        canvas.axes.imshow(
            self._picture(canvas, fine),
            extent=(0, width, 0, height),
            interpolation="none",
            zorder=_ORDER["field"],
        )

    def _rings(self, canvas: Canvas) -> list[Plane]:
        if self.codes:
            return [ring for code in self.codes for ring in canvas.country(code)]
        return list(canvas.land)

    def legend(self) -> tuple[Sample, ...]:
        """A sample of each class."""
        return tuple(
            Sample(s.text, "area", fill=s.colour, alpha=self.alpha, pattern=s.pattern)
            for s in self.classes
        )

    def _picture(self, canvas: Canvas, value: Float[np.ndarray, "h w"]) -> np.ndarray:
        known = np.isfinite(value)
        bounds = np.array([s.below for s in self.classes[:-1]])
        number = np.searchsorted(bounds, np.where(known, value, 0.0), side="right")
        picture = np.zeros((*value.shape, 4), dtype=np.uint8)
        for k, step in enumerate(self.classes):
            chosen = known & (number == k)
            picture[chosen] = _rgba(canvas.colour(step.colour), self.alpha)
            if step.pattern:
                inked = chosen & pattern_pixels(step.pattern, value.shape, scale=2)
                picture[inked] = _rgba(canvas.colour("soft"), 0.55)
        return picture


def pattern_pixels(pattern: Pattern, shape: tuple[int, ...], scale: int = 1) -> np.ndarray:
    """Which pixels of a picture the pattern inks."""
    y, x = np.indices(shape)
    match pattern:
        case "hatch":
            return (x + y) % (7 * scale) < scale
        case "back-hatch":
            return (x - y) % (7 * scale) < scale
        case "dots":
            return (x % (6 * scale) < 2 * scale) & (y % (6 * scale) < 2 * scale)
        case _:
            return np.zeros(shape, dtype=bool)


@dataclass(frozen=True, slots=True)
class Highlight:
    """Countries set off from the others."""

    codes: tuple[str, ...]
    text: str = ""
    colour: str = "defends-wash"
    alpha: float = 0.35

    def draw(self, canvas: Canvas) -> None:
        """Fills the countries."""
        for code in self.codes:
            order = _ORDER["field"] - 0.5
            canvas.fill(canvas.country(code), self.colour, order, alpha=self.alpha)

    def legend(self) -> tuple[Sample, ...]:
        """The countries' colour, where a text is given."""
        if not self.text:
            return ()
        return (Sample(self.text, "area", fill=self.colour, alpha=self.alpha),)


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """The ground track of a flight, with the phase from each point to the next."""

    line: Line
    phases: tuple[Phase, ...]

    def __post_init__(self) -> None:
        if len(self.phases) != len(self.line):
            raise InputError(
                "a track needs a phase for each of its points",
                got=f"{len(self.line)} points and {len(self.phases)} phases",
            )

    def pieces(self) -> list[tuple[Phase, Line]]:
        """The track cut where its phase changes, each piece joined to the next."""
        start, found = 0, []
        for phase, group in itertools.groupby(self.phases):
            end = start + len(list(group))
            found.append((phase, self.line[start : end + 1]))
            start = end
        return found


@dataclass(frozen=True, slots=True)
class Tracks:
    """Ground tracks of flights, drawn by phase; `texts` explains the phases in the legend."""

    tracks: tuple[Track, ...]
    texts: Mapping[Phase, str]

    def draw(self, canvas: Canvas) -> None:
        """Draws all coasts, then all boosts and entries over them."""
        for phase in ("coast", "boost", "entry"):
            lines = [
                line for t in self.tracks for p, line in t.pieces() if p == phase and len(line) > 1
            ]
            flat = canvas.project_lines(lines)
            under = Stroke("halo", PHASES[phase].width + 1.6, alpha=0.7)
            canvas.draw(flat, under, _ORDER["track"] - 0.5)
            canvas.draw(flat, PHASES[phase], _ORDER["track"])
            canvas.lines.extend(canvas.view.pixels(line) for line in flat)

    def legend(self) -> tuple[Sample, ...]:
        """The strokes of the phases that occur."""
        present = {phase for track in self.tracks for phase in track.phases}
        return tuple(
            Sample(text, "line", stroke=PHASES[phase])
            for phase, text in self.texts.items()
            if phase in present
        )


@dataclass(frozen=True, slots=True)
class Fan:
    """What a radar sees at one altitude: a sector of azimuths, out to its range or its horizon.

    The horizon is that of straight lines over the 4/3 Earth, from the ground.
    """

    lat_rad: float
    lon_rad: float
    range_m: float
    from_rad: float
    to_rad: float
    altitude_m: float
    text: str = ""

    @property
    def ground_range_m(self) -> float:
        """How far over the ground the fan reaches."""
        bent_m = EARTH_MEAN_RADIUS_M * 4 / 3
        top_m = bent_m + self.altitude_m
        horizon_m = bent_m * math.acos(bent_m / top_m)
        # The slant range ends at the altitude: the law of cosines over the bent Earth.
        cosine = (bent_m**2 + top_m**2 - self.range_m**2) / (2 * bent_m * top_m)
        ranged_m = bent_m * math.acos(max(-1.0, min(1.0, cosine)))
        return min(horizon_m, ranged_m)

    def draw(self, canvas: Canvas) -> None:
        """Fills the fan and draws its edge."""
        angle = self.ground_range_m / EARTH_MEAN_RADIUS_M
        ring = sector(self.lat_rad, self.lon_rad, angle, self.from_rad, self.to_rad)
        flat = canvas.project_areas([ring])
        canvas.fill(flat, "sees-wash", _ORDER["fan"], alpha=0.10)
        edge = canvas.project_lines([ring])
        canvas.draw(edge, Stroke("sees", 1.0, alpha=0.8), _ORDER["fan"])
        canvas.lines.extend(canvas.view.pixels(line) for line in edge)

    def legend(self) -> tuple[Sample, ...]:
        """The fan's colour, where a text is given."""
        if not self.text:
            return ()
        edge = Stroke("sees", 1.0, alpha=0.8)
        return (Sample(self.text, "area", stroke=edge, fill="sees-wash", alpha=0.10),)


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle of reach around a place, with its radius written on it."""

    lat_rad: float
    lon_rad: float
    radius_m: float
    text: str = ""

    def draw(self, canvas: Canvas) -> None:
        """Draws the circle; its radius stands on it where there is room."""
        ring = circle(self.lat_rad, self.lon_rad, self.radius_m / EARTH_MEAN_RADIUS_M)
        flat = canvas.project_lines([ring])
        stroke = Stroke("ink", 1.2, (5.0, 2.5), 0.75)
        canvas.draw(flat, stroke, _ORDER["ring"])
        canvas.lines.extend(canvas.view.pixels(line) for line in flat)
        words = quantity(canvas.lang, self.radius_m / 1e3, "km")
        for azimuth in (0.0, math.pi, math.pi / 2, -math.pi / 2):
            end = _along(self.lat_rad, self.lon_rad, self.radius_m, azimuth)
            spot = canvas.spot(*end)
            if spot is not None:
                canvas.ask(spot, words, 0.5, "soft")
                return

    def legend(self) -> tuple[Sample, ...]:
        """The circle's stroke, where a text is given."""
        if not self.text:
            return ()
        return (Sample(self.text, "line", stroke=Stroke("ink", 1.2, (5.0, 2.5), 0.75)),)


@dataclass(frozen=True, slots=True)
class Spot:
    """A marked place; of labels that collide the one with the larger weight stands."""

    lat_rad: float
    lon_rad: float
    name: str = ""
    kind: MarkKind = "city"
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Places:
    """Marked places; `texts` explains the kinds of marks in the legend."""

    spots: tuple[Spot, ...]
    texts: Mapping[MarkKind, str]

    def draw(self, canvas: Canvas) -> None:
        """Draws the marks and asks for their labels."""
        for spot in sorted(self.spots, key=lambda s: s.weight):
            at = canvas.spot(spot.lat_rad, spot.lon_rad)
            if at is None:
                continue
            canvas.mark(at, spot.kind, _ORDER["place"])
            canvas.taken.append((at[0] - 4, at[1] - 4, at[0] + 4, at[1] + 4))
            if spot.name:
                canvas.ask(at, spot.name, spot.weight, "soft" if spot.kind == "city" else "ink")

    def legend(self) -> tuple[Sample, ...]:
        """The marks that occur."""
        present = {spot.kind for spot in self.spots}
        return tuple(
            Sample(text, "mark", mark=kind) for kind, text in self.texts.items() if kind in present
        )


def great_circle(start: tuple[float, float], end: tuple[float, float], points: int = 90) -> Line:
    """Points along the shortest way between two places, latitude and longitude in radians."""
    a, b = unit_vectors(np.array([start, end]))
    angle = math.atan2(float(np.linalg.norm(np.cross(a, b))), float(a @ b))
    if angle == 0.0:
        return np.array([start] * points)
    share = np.linspace(0.0, 1.0, points)[:, None]
    way = (np.sin((1 - share) * angle) * a + np.sin(share * angle) * b) / math.sin(angle)
    lat = np.arctan2(way[:, 2], np.hypot(way[:, 0], way[:, 1]))
    return np.column_stack([lat, np.arctan2(way[:, 1], way[:, 0])])


def _along(
    lat_rad: float, lon_rad: float, distance_m: float, azimuth: float
) -> tuple[float, float]:
    ring = sector(lat_rad, lon_rad, distance_m / EARTH_MEAN_RADIUS_M, azimuth, azimuth + 0.1)
    return float(ring[1, 0]), float(ring[1, 1])


def _rgba(colour: str, alpha: float) -> tuple[int, int, int, int]:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return red, green, blue, round(255 * alpha)
