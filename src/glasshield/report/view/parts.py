"""Parts that several places of the view document share."""

from __future__ import annotations

from typing import Final, Literal

import msgspec

# Decimals of samples of paths: 110 m and 100 m, less than a pixel on any globe.
DEGREES: Final = 3
KILOMETRES: Final = 1

Mark = Literal["analysis", "exercise", "simulated"]
Verdict = Literal["yes", "no", "depends"]
ClaimVerdict = Literal["holds", "fails", "undecided"]


def thinned(count: int, most: int) -> list[int]:
    """Which of so many samples to keep: even steps with both ends, at most so many."""
    if count <= most:
        return list(range(count))
    return [round(n * (count - 1) / (most - 1)) for n in range(most)]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the view document; readers leave keys alone that they do not know."""


class Text(Part, frozen=True, kw_only=True):
    """A text in both languages."""

    en: str
    ru: str


class Cited(Part, frozen=True, kw_only=True):
    """Where something is from and how well it is known."""

    source: tuple[str, ...] = ()
    status: str = ""
    note: str = ""


class Program(Part, frozen=True, kw_only=True):
    """What computed the document, and a digest of everything that it was computed from."""

    name: str
    version: str
    command: str
    input_hash: str


class Place(Part, frozen=True, kw_only=True):
    """A named place: where flights begin or end."""

    id: str
    kind: Literal["launch", "target"]
    lat_deg: float
    lon_deg: float


class Phase(Part, frozen=True, kw_only=True):
    """One step of an architecture: what was planned and what came of it."""

    id: str
    architecture: str
    number: int | None
    date: str
    name: Text
    short: Text
    planned: Text
    outcome: Text
    defended: tuple[str, ...]


class Sector(Cited, frozen=True, kw_only=True):
    """What a radar can turn to: clockwise from one azimuth to the other, between two elevations.

    From 0 to 360 degrees is the full circle.
    """

    azimuth_from_deg: float
    azimuth_to_deg: float
    elevation_min_deg: float
    elevation_max_deg: float


class Sensor(Cited, frozen=True, kw_only=True):
    """A radar at a place, or infrared sensors in orbit, which have none.

    A radar sees a target of `reference_cross_section_m2` out to `range_km`; how far it sees a
    flight stands in `sees`.
    """

    id: str
    kind: Literal["radar", "infrared"]
    party: str
    lat_deg: float | None
    lon_deg: float | None
    height_m: float | None
    at_sea: bool
    site: str | None
    search: str | None
    range_km: float | None
    reference_cross_section_m2: float | None
    sectors: tuple[Sector, ...]
    phases: tuple[str, ...]


class StatedSpeed(Cited, frozen=True, kw_only=True):
    """A burnout speed of an interceptor as somebody states it."""

    by: str
    value_km_s: float
    low_km_s: float
    high_km_s: float


class ReachOutline(Part, frozen=True, kw_only=True):
    """How high an interceptor of a stated speed reaches, over bearing and ground range.

    `top_km[b][g]` is the greatest height above the ground at `bearing_deg[b]` and `ground_km[g]`;
    null beyond the reach. Rules on height and ground range are not applied: they stand beside it.
    What is computed ends at 2,500 km height and 6,000 km ground range.
    """

    by: str
    burnout_speed_km_s: float
    bearing_deg: tuple[float, ...]
    ground_km: tuple[float, ...]
    top_km: tuple[tuple[float | None, ...], ...]


class Deployed(Part, frozen=True, kw_only=True):
    """How many interceptors stand there in a phase."""

    phase: str
    count: float


class Battery(Cited, frozen=True, kw_only=True):
    """Interceptors of one type at one site or ship.

    `ground_range_km` is the cap on the ground range of its intercepts, as the rules of the phases
    have it; the heights bound where it may meet a target.
    """

    id: str
    site: str
    interceptor: str
    party: str
    lat_deg: float
    lon_deg: float
    height_m: float
    at_sea: bool
    deployed: tuple[Deployed, ...]
    ground_range_km: float | None
    min_height_km: float | None
    max_height_km: float | None
    speeds: tuple[StatedSpeed, ...]
    reach: tuple[ReachOutline, ...]


class Event(Part, frozen=True, kw_only=True):
    """Something that happens in a flight, whatever shield looks on."""

    event: Literal["launch", "burnout", "apogee", "reentry", "impact"]
    time_s: float
    height_km: float | None


class Flight(Part, frozen=True, kw_only=True):
    """A modelled flight; columns of samples, times after the launch.

    It is under power until `burnout_s`, coasts until `reentry_s` (falling through 100 km; null
    where it never rises so high) and then falls.
    """

    id: str
    launch: str
    target: str
    missile: str
    role: Literal["threat", "disputed"]
    country: str
    range_km: float | None
    apogee_km: float
    burnout_s: float | None
    reentry_s: float | None
    flight_time_s: float
    events: tuple[Event, ...]
    time_s: tuple[float, ...]
    lat_deg: tuple[float, ...]
    lon_deg: tuple[float, ...]
    height_km: tuple[float, ...]


class TimelineEvent(Part, frozen=True, kw_only=True):
    """An event of the flight that the timeline tells; `by` is a sensor's or a battery's id."""

    event: str
    time_s: float
    height_km: float | None
    by: str


class Timeline(Part, frozen=True, kw_only=True):
    """One flight against one phase, event by event."""

    flight: str
    phase: str
    events: tuple[TimelineEvent, ...]


class Assumption(Part, frozen=True, kw_only=True):
    """A number that the answers rest on, and how well it is known."""

    key: str
    value: float | str
    unit: str
    low: float | None
    high: float | None
    status: str
    source: tuple[str, ...]
    by: str
    disputed: bool
    note: str


class Source(Part, frozen=True, kw_only=True):
    """Where numbers were read."""

    id: str
    title: str
    where: str
