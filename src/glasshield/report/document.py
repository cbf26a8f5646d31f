"""The assessment as a document: the rows of `results.json`, typed and checked at the edge.

A report is a function of this document alone. Whoever has `results.json` can draw the same
report again, without the catalogue and without the kernels.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from glasshield.errors import InputError
from glasshield.messages import Language

Verdict = Literal["yes", "no", "depends"]
Role = Literal["threat", "disputed"]
ElementKind = Literal["interceptors", "radar", "infrared"]

# Region of the row that sums up everything that a threat can fly to.
EVERYWHERE = "all"


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the document; keys that a report does not use are left alone."""


class Bilingual(Record, frozen=True, kw_only=True):
    """A name or a sentence in both languages."""

    en: str
    ru: str = ""

    def in_language(self, lang: Language) -> str:
        """The text in the language; English where nobody gave another."""
        return (self.ru if lang == "ru" else "") or self.en


class Program(Record, frozen=True, kw_only=True):
    """What computed the document, and from what; `people` names a user's own population file."""

    version: str
    command: str
    input_hash: str
    name: str = "glasshield"
    people: str = ""


class Phase(Record, frozen=True, kw_only=True):
    """One step of an architecture."""

    id: str
    architecture: str
    number: int | None = None
    date: str = ""
    planned: Bilingual | None = None
    outcome: Bilingual | None = None
    defended: tuple[str, ...] = ()


class Cited(Record, frozen=True, kw_only=True):
    """What says where it was read, and how well it is known."""

    source: tuple[str, ...] = ()
    status: str = ""
    note: str = ""


class Sector(Cited, frozen=True, kw_only=True):
    """What a radar can turn to, clockwise from one edge to the other."""

    azimuth_from_deg: float
    azimuth_to_deg: float
    elevation_min_deg: float
    elevation_max_deg: float


class StatedSpeed(Cited, frozen=True, kw_only=True):
    """A burnout speed of an interceptor as somebody states it."""

    by: str
    value_km_s: float
    low_km_s: float
    high_km_s: float


class Element(Cited, frozen=True, kw_only=True):
    """Something that stands in a phase: interceptors at a site, or a sensor."""

    phase: str
    kind: ElementKind
    id: str
    party: str = ""
    site: str | None = None
    lat_deg: float | None = None
    lon_deg: float | None = None
    height_m: float | None = None
    at_sea: bool = False
    interceptor: str | None = None
    count: float | None = None
    range_km: float | None = None
    min_height_km: float | None = None
    max_height_km: float | None = None
    speeds: tuple[StatedSpeed, ...] = ()
    reference_cross_section_m2: float | None = None
    search: str | None = None
    azimuth_deg: tuple[float, float] | None = None
    elevation_deg: tuple[float, float] | None = None
    fields_of_view: tuple[Sector, ...] = ()


class Flight(Record, frozen=True, kw_only=True):
    """A modelled flight, with samples of its path."""

    id: str
    launch: str
    target: str
    missile: str
    role: Role
    country: str = ""
    range_km: float
    apogee_km: float
    apogee_s: float | None = None
    burnout_s: float
    reentry_s: float
    flight_time_s: float
    time_s: tuple[float, ...]
    lat_deg: tuple[float, ...]
    lon_deg: tuple[float, ...]
    height_km: tuple[float, ...]

    def __post_init__(self) -> None:
        """Refuse a path whose columns do not match.

        Raises:
            ValueError: columns of different lengths, or fewer than two samples.
        """
        lengths = {len(c) for c in (self.time_s, self.lat_deg, self.lon_deg, self.height_km)}
        if len(lengths) != 1 or len(self.time_s) < 2:
            raise ValueError(f"the path of flight {self.id} needs equal columns of two samples")


class Sight(Record, frozen=True, kw_only=True):
    """When a sensor first sees a flight, or why it does not."""

    phase: str
    flight: str
    sensor: str
    first_seen_s: float | None = None
    last_seen_s: float | None = None
    first_seen_height_km: float | None = None
    detection_range_km: float | None = None
    why_not: str | None = None


class Fraction(Record, frozen=True, kw_only=True):
    """A share between 0 and 1 with its interval."""

    value: float
    low: float
    high: float


class Shots(Record, frozen=True, kw_only=True):
    """How many interceptors one after the other could be launched at the flight to a cell."""

    least: int
    most: int


class Defence(Record, frozen=True, kw_only=True):
    """How much of a region a phase defends against a threat from one launch area."""

    phase: str
    threat: str
    launch: str
    region: str
    area_fraction: Fraction
    population_fraction: Fraction
    threatened_area_fraction: float | None = None
    threatened_population_millions: float | None = None
    shots: Shots | None = None


class Meeting(Record, frozen=True, kw_only=True):
    """A meeting in the middle of a window, as a full flight of the interceptor confirms it."""

    intercept_s: float
    flyout_s: float
    miss_km: float
    off_s: float


class Reach(Record, frozen=True, kw_only=True):
    """Whether an interceptor could meet a flight, for one stated burnout speed."""

    phase: str
    flight: str
    site: str
    interceptor: str
    variant: str
    verdict: Verdict
    reachable: bool
    burnout_speed_km_s: float
    speed_margin_km_s: float | None = None
    time_margin_s: float | None = None
    window_s: tuple[float, float] | None = None
    launch_window_s: tuple[float, float] | None = None
    shots: int = 0
    least_speed_km_s: float | None = None
    latest_commit_s: float | None = None
    why_not: str | None = None
    intercept_height_km: float | None = None
    confirmed: Meeting | None = None


class Met(Record, frozen=True, kw_only=True):
    """When a battery could meet a flight of a threat, with the stated inputs."""

    phase: str
    flight: str
    site: str
    interceptor: str
    window_s: tuple[float, float] | None = None
    launch_window_s: tuple[float, float] | None = None
    shots: int = 0
    why_not: str | None = None


class Event(Record, frozen=True, kw_only=True):
    """Something that happens during a flight."""

    event: str
    time_s: float
    height_km: float | None = None
    by: str = ""


class Timeline(Record, frozen=True, kw_only=True):
    """The events of one flight against one phase."""

    flight: str
    phase: str
    events: tuple[Event, ...]


class Assumption(Record, frozen=True, kw_only=True):
    """A number that the answer rests on, and how well it is known."""

    key: str
    value: float | str
    unit: str = ""
    low: float | None = None
    high: float | None = None
    status: str
    source: tuple[str, ...] | str = ()
    by: str = ""
    disputed: bool = False
    note: str = ""

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources."""
        if isinstance(self.source, str):
            return tuple(part for part in self.source.split(", ") if part)
        return self.source


class Source(Record, frozen=True, kw_only=True):
    """Where numbers were read."""

    id: str
    title: str
    where: str = ""


class Layer(Record, frozen=True, kw_only=True):
    """The state of every cell of the grid, for one phase, threat and launch area.

    0 not threatened, 1 threatened and not defended, 2 defended at some end of the uncertain values,
    3 defended at all of them.
    """

    phase: str
    threat: str
    launch: str
    state: tuple[int, ...]
    shots: tuple[int, ...] = ()


class Footprints(Record, frozen=True, kw_only=True):
    """The grid as boxes of latitude and longitude, and what is defended on it."""

    cell_km: float
    south_deg: tuple[float, ...]
    north_deg: tuple[float, ...]
    west_deg: tuple[float, ...]
    east_deg: tuple[float, ...]
    layers: tuple[Layer, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a grid whose columns do not match.

        Raises:
            ValueError: columns or layers of different lengths.
        """
        columns = (self.south_deg, self.north_deg, self.west_deg, self.east_deg)
        lengths = {len(c) for c in columns} | {len(layer.state) for layer in self.layers}
        if len(lengths) != 1:
            raise ValueError("the columns of the footprints have different lengths")


class Outline(Record, frozen=True, kw_only=True):
    """How high an interceptor of a stated speed comes, by bearing and ground range."""

    site: str
    interceptor: str
    variant: str
    burnout_speed_km_s: float
    bearing_deg: tuple[float, ...]
    ground_km: tuple[float, ...]
    top_km: tuple[tuple[float | None, ...], ...]


class Document(Record, frozen=True, kw_only=True):
    """A whole assessment."""

    program: Program
    phases: tuple[Phase, ...]
    elements: tuple[Element, ...]
    flights: tuple[Flight, ...]
    sees: tuple[Sight, ...]
    defends: tuple[Defence, ...]
    reaches: tuple[Reach, ...]
    assumptions: tuple[Assumption, ...]
    sources: tuple[Source, ...]
    footprints: Footprints
    timeline: Timeline | None = None
    meets: tuple[Met, ...] = ()
    outlines: tuple[Outline, ...] = ()
    names: dict[str, Bilingual] = {}

    def named(self, lang: Language, identifier: str) -> str:
        """The name of a thing in the language; its id where the document does not name it."""
        name = self.names.get(identifier)
        return name.in_language(lang) if name else identifier


def read(assessment: Mapping[str, object]) -> Document:
    """The document that an assessment's JSON form holds.

    Raises:
        InputError: when a part is missing or of the wrong form.
    """
    try:
        return msgspec.convert(assessment, Document)
    except msgspec.ValidationError as error:
        raise InputError(
            "the assessment has not the form of results.json", got=str(error)
        ) from error
