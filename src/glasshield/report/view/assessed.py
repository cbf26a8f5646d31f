"""The parts of the view document that come from an assessment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final, Literal

from glasshield.report.document import Bilingual, Cited, Document, Element, Footprints
from glasshield.report.document import Flight as FlightRow
from glasshield.report.document import Outline as OutlineRow
from glasshield.report.document import Phase as PhaseRow
from glasshield.report.view.document import Band, Cells, Defends, Layer, Meets, Reaches, Sees
from glasshield.report.view.parts import (
    DEGREES,
    KILOMETRES,
    Assumption,
    Battery,
    Deployed,
    Event,
    Flight,
    Phase,
    Place,
    ReachOutline,
    Sector,
    Sensor,
    Source,
    StatedSpeed,
    Text,
    Timeline,
    TimelineEvent,
    thinned,
)
from glasshield.report.wording import Wording

_LETTERS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
_SAMPLES: Final = 64  # along a flight: half a minute between two on the longest
_EMPTY: Final = Text(en="", ru="")
# Edges nearer than this are the same: what rounding leaves of them.
_SAME_DEG: Final = 1e-5


@dataclass(frozen=True, slots=True)
class Both:
    """The wording of a document in both languages."""

    en: Wording
    ru: Wording

    def text(self, key: str) -> Text:
        """A text of the catalogue."""
        return Text(en=self.en.text(key), ru=self.ru.text(key))

    def of(self, kind: Literal["short", "threat"], id: str) -> Text:
        """A name where there is little room."""
        if kind == "threat":
            return Text(en=self.en.threat(id), ru=self.ru.threat(id))
        return Text(en=self.en.short(id), ru=self.ru.short(id))


def phases(document: Document, both: Both) -> tuple[Phase, ...]:
    """The phases, in their order."""
    return tuple(
        Phase(
            id=phase.id,
            architecture=phase.architecture,
            number=phase.number,
            date=phase.date,
            name=Text(en=both.en.phase(phase), ru=both.ru.phase(phase)),
            short=Text(en=both.en.phase_short(phase), ru=both.ru.phase_short(phase)),
            planned=_both(phase.planned),
            outcome=_both(phase.outcome),
            defended=phase.defended,
        )
        for phase in document.phases
    )


def sensors(document: Document) -> tuple[Sensor, ...]:
    """The sensors, each once with its phases."""
    found = _by_id(e for e in document.elements if e.kind != "interceptors")
    return tuple(_sensor(rows) for rows in found.values())


def _sensor(rows: Sequence[Element]) -> Sensor:
    first = rows[0]
    assert first.kind != "interceptors"
    return Sensor(
        id=first.id,
        kind=first.kind,
        party=first.party,
        lat_deg=first.lat_deg,
        lon_deg=first.lon_deg,
        height_m=first.height_m,
        at_sea=first.at_sea,
        site=first.site,
        search=first.search,
        range_km=first.range_km,
        reference_cross_section_m2=first.reference_cross_section_m2,
        sectors=tuple(_sectors(first)),
        phases=tuple(row.phase for row in rows),
        source=first.source,
        status=first.status,
        note=first.note,
    )


def _sectors(element: Element) -> Iterator[Sector]:
    """All that a sensor can turn to; of documents that hold no more, the first part of it."""
    for view in element.fields_of_view:
        yield Sector(
            azimuth_from_deg=view.azimuth_from_deg,
            azimuth_to_deg=view.azimuth_to_deg,
            elevation_min_deg=view.elevation_min_deg,
            elevation_max_deg=view.elevation_max_deg,
            source=view.source,
            status=view.status,
            note=view.note,
        )
    if not element.fields_of_view and element.azimuth_deg and element.elevation_deg:
        (first, last), (low, high) = element.azimuth_deg, element.elevation_deg
        yield Sector(
            azimuth_from_deg=first,
            azimuth_to_deg=last,
            elevation_min_deg=low,
            elevation_max_deg=high,
        )


def batteries(document: Document) -> tuple[Battery, ...]:
    """The batteries, each once with how many interceptors it has in each phase."""
    found: dict[str, list[Element]] = {}
    for element in document.elements:
        if element.kind == "interceptors" and element.lat_deg is not None:
            found.setdefault(battery_id(element.id, element.interceptor), []).append(element)
    outlines: dict[str, list[OutlineRow]] = {}
    for row in document.outlines:
        outlines.setdefault(battery_id(row.site, row.interceptor), []).append(row)
    return tuple(_battery(id, rows, outlines.get(id, ())) for id, rows in found.items())


def battery_id(site: str, interceptor: str | None) -> str:
    """The id of a battery."""
    return f"{site}.{interceptor}"


def _battery(id: str, rows: Sequence[Element], outlines: Iterable[OutlineRow]) -> Battery:
    first = rows[0]
    return Battery(
        id=id,
        site=first.id,
        interceptor=first.interceptor or "",
        party=first.party,
        lat_deg=first.lat_deg or 0.0,
        lon_deg=first.lon_deg or 0.0,
        height_m=first.height_m or 0.0,
        at_sea=first.at_sea,
        deployed=tuple(Deployed(phase=row.phase, count=row.count or 0.0) for row in rows),
        ground_range_km=first.range_km,
        min_height_km=first.min_height_km,
        max_height_km=first.max_height_km,
        speeds=tuple(
            StatedSpeed(
                by=speed.by,
                value_km_s=speed.value_km_s,
                low_km_s=speed.low_km_s,
                high_km_s=speed.high_km_s,
                **_cited(speed),
            )
            for speed in first.speeds
        ),
        reach=tuple(
            ReachOutline(
                by=row.variant,
                burnout_speed_km_s=row.burnout_speed_km_s,
                bearing_deg=row.bearing_deg,
                ground_km=row.ground_km,
                top_km=row.top_km,
            )
            for row in outlines
        ),
        **_cited(first),
    )


def _cited(row: Cited) -> dict[str, Any]:
    return {"source": row.source, "status": row.status, "note": row.note}


def places(document: Document) -> tuple[Place, ...]:
    """Where flights begin and end, each once."""
    found: dict[tuple[str, str], Place] = {}
    for flight in document.flights:
        for kind, id, at in (("launch", flight.launch, 0), ("target", flight.target, -1)):
            found.setdefault((kind, id), _place(flight, kind, id, at))  # type: ignore[arg-type]
    return tuple(found[key] for key in sorted(found))


def _place(flight: FlightRow, kind: Literal["launch", "target"], id: str, at: int) -> Place:
    return Place(id=id, kind=kind, lat_deg=flight.lat_deg[at], lon_deg=flight.lon_deg[at])


def flights(document: Document) -> tuple[Flight, ...]:
    """The flights."""
    return tuple(_flight(flight) for flight in document.flights)


def _flight(flight: FlightRow) -> Flight:
    kept = thinned(len(flight.time_s), _SAMPLES)
    return Flight(
        id=flight.id,
        launch=flight.launch,
        target=flight.target,
        missile=flight.missile,
        role=flight.role,
        country=flight.country,
        range_km=flight.range_km,
        apogee_km=flight.apogee_km,
        burnout_s=flight.burnout_s,
        reentry_s=flight.reentry_s,
        flight_time_s=flight.flight_time_s,
        events=tuple(_events(flight)),
        time_s=tuple(flight.time_s[n] for n in kept),
        lat_deg=tuple(round(flight.lat_deg[n], DEGREES) for n in kept),
        lon_deg=tuple(round(flight.lon_deg[n], DEGREES) for n in kept),
        height_km=tuple(round(flight.height_km[n], KILOMETRES) for n in kept),
    )


def _events(flight: FlightRow) -> Iterator[Event]:
    """What happens in a flight whoever looks on, in the order of time."""
    yield Event(event="launch", time_s=0.0, height_km=flight.height_km[0])
    yield Event(event="burnout", time_s=flight.burnout_s, height_km=None)
    if flight.apogee_s is not None:
        yield Event(event="apogee", time_s=flight.apogee_s, height_km=flight.apogee_km)
    yield Event(event="reentry", time_s=flight.reentry_s, height_km=100.0)
    yield Event(event="impact", time_s=flight.flight_time_s, height_km=flight.height_km[-1])


def timeline(document: Document) -> Timeline | None:
    """The flight that is told event by event."""
    told = document.timeline
    if told is None:
        return None
    return Timeline(
        flight=told.flight,
        phase=told.phase,
        events=tuple(
            TimelineEvent(event=e.event, time_s=e.time_s, height_km=e.height_km, by=e.by)
            for e in told.events
        ),
    )


def sees(document: Document) -> Sees:
    """When each sensor sees each flight, as columns."""
    rows = document.sees
    phase, flight = _numbers(document.phases), _numbers(document.flights)
    sensor = _numbers(sensors(document))
    return Sees(
        phase=tuple(phase[row.phase] for row in rows),
        flight=tuple(flight[row.flight] for row in rows),
        sensor=tuple(sensor[row.sensor] for row in rows),
        first_seen_s=tuple(row.first_seen_s for row in rows),
        last_seen_s=tuple(row.last_seen_s for row in rows),
        first_seen_height_km=tuple(row.first_seen_height_km for row in rows),
        detection_range_km=tuple(row.detection_range_km for row in rows),
        why_not=tuple(row.why_not for row in rows),
    )


def meets(document: Document) -> Meets:
    """When each battery could meet each flight of a threat, as columns."""
    rows = document.meets
    phase, flight = _numbers(document.phases), _numbers(document.flights)
    battery = _numbers(batteries(document))
    return Meets(
        phase=tuple(phase[row.phase] for row in rows),
        flight=tuple(flight[row.flight] for row in rows),
        battery=tuple(battery[battery_id(row.site, row.interceptor)] for row in rows),
        opens_s=tuple(_end(row.window_s, 0) for row in rows),
        closes_s=tuple(_end(row.window_s, 1) for row in rows),
        launch_opens_s=tuple(_end(row.launch_window_s, 0) for row in rows),
        launch_closes_s=tuple(_end(row.launch_window_s, 1) for row in rows),
        shots=tuple(row.shots for row in rows),
        why_not=tuple(row.why_not for row in rows),
    )


def reaches(document: Document) -> Reaches:
    """Whether each battery reaches each disputed flight, as columns."""
    rows = document.reaches
    phase, flight = _numbers(document.phases), _numbers(document.flights)
    battery = _numbers(batteries(document))
    return Reaches(
        phase=tuple(phase[row.phase] for row in rows),
        flight=tuple(flight[row.flight] for row in rows),
        battery=tuple(battery[battery_id(row.site, row.interceptor)] for row in rows),
        by=tuple(row.variant for row in rows),
        burnout_speed_km_s=tuple(row.burnout_speed_km_s for row in rows),
        verdict=tuple(row.verdict for row in rows),
        reachable=tuple(row.reachable for row in rows),
        opens_s=tuple(_end(row.window_s, 0) for row in rows),
        closes_s=tuple(_end(row.window_s, 1) for row in rows),
        launch_opens_s=tuple(_end(row.launch_window_s, 0) for row in rows),
        launch_closes_s=tuple(_end(row.launch_window_s, 1) for row in rows),
        shots=tuple(row.shots for row in rows),
        least_speed_km_s=tuple(row.least_speed_km_s for row in rows),
        speed_margin_km_s=tuple(row.speed_margin_km_s for row in rows),
        time_margin_s=tuple(row.time_margin_s for row in rows),
        latest_commit_s=tuple(row.latest_commit_s for row in rows),
        why_not=tuple(row.why_not for row in rows),
        meeting_s=tuple(row.confirmed.intercept_s if row.confirmed else None for row in rows),
        meeting_height_km=tuple(row.intercept_height_km for row in rows),
        miss_km=tuple(row.confirmed.miss_km if row.confirmed else None for row in rows),
    )


def defends(document: Document) -> Defends:
    """How much of each region each phase defends, as columns."""
    rows, phase = document.defends, _numbers(document.phases)
    return Defends(
        phase=tuple(phase[row.phase] for row in rows),
        missile=tuple(row.threat for row in rows),
        launch=tuple(row.launch for row in rows),
        region=tuple(row.region for row in rows),
        area=tuple(row.area_fraction.value for row in rows),
        area_low=tuple(row.area_fraction.low for row in rows),
        area_high=tuple(row.area_fraction.high for row in rows),
        population=tuple(row.population_fraction.value for row in rows),
        population_low=tuple(row.population_fraction.low for row in rows),
        population_high=tuple(row.population_fraction.high for row in rows),
        threatened_area=tuple(row.threatened_area_fraction for row in rows),
        threatened_population_millions=tuple(row.threatened_population_millions for row in rows),
        least_shots=tuple(row.shots.least if row.shots else None for row in rows),
        most_shots=tuple(row.shots.most if row.shots else None for row in rows),
    )


def cells(document: Document) -> Cells:
    """The grid row by row, and what is defended on it."""
    grid, phase = document.footprints, _numbers(document.phases)
    return Cells(
        cell_km=grid.cell_km,
        bands=tuple(_bands(grid)),
        layers=tuple(
            Layer(
                phase=phase[layer.phase],
                missile=layer.threat,
                launch=layer.launch,
                state="".join(str(state) for state in layer.state),
                shots="".join(_LETTERS[min(count, len(_LETTERS) - 1)] for count in layer.shots),
            )
            for layer in grid.layers
        ),
    )


def _bands(grid: Footprints) -> Iterator[Band]:
    edges = zip(grid.south_deg, grid.north_deg, grid.west_deg, grid.east_deg, strict=True)
    for (south, north), row in groupby(edges, key=lambda edge: edge[:2]):
        runs: list[_Run] = []
        for _, _, west, east in row:
            if runs and runs[-1].goes_on(west, east):
                runs[-1].add(east)
            else:
                runs.append(_Run(west, east))
        yield Band(
            south_deg=south,
            north_deg=north,
            west_deg=tuple(run.west_deg for run in runs),
            east_deg=tuple(run.east_deg for run in runs),
            count=tuple(run.count for run in runs),
        )


@dataclass(slots=True)
class _Run:
    """Cells of equal width that touch."""

    west_deg: float
    east_deg: float
    count: int = 1

    def goes_on(self, west_deg: float, east_deg: float) -> bool:
        """Whether a cell is the next of the run."""
        width = (self.east_deg - self.west_deg) / self.count
        off = abs(west_deg - self.east_deg), abs(east_deg - west_deg - width)
        return max(off) < _SAME_DEG

    def add(self, east_deg: float) -> None:
        """Lengthens the run by the next cell."""
        self.east_deg = east_deg
        self.count += 1


def assumptions(document: Document) -> tuple[Assumption, ...]:
    """The numbers that the answers rest on."""
    return tuple(
        Assumption(
            key=row.key,
            value=row.value,
            unit=row.unit,
            low=row.low,
            high=row.high,
            status=row.status,
            source=row.sources,
            by=row.by,
            disputed=row.disputed,
            note=row.note,
        )
        for row in document.assumptions
    )


def sources(document: Document) -> tuple[Source, ...]:
    """Where the numbers were read."""
    return tuple(Source(id=s.id, title=s.title, where=s.where) for s in document.sources)


def _by_id(elements: Iterable[Element]) -> dict[str, list[Element]]:
    found: dict[str, list[Element]] = {}
    for element in elements:
        found.setdefault(element.id, []).append(element)
    return found


def _numbers(rows: Iterable[Battery | FlightRow | PhaseRow | Sensor]) -> dict[str, int]:
    """The place of each row in its list, by id."""
    return {row.id: place for place, row in enumerate(rows)}


def _both(said: Bilingual | None) -> Text:
    return Text(en=said.in_language("en"), ru=said.in_language("ru")) if said else _EMPTY


def _end(span: tuple[float, float] | None, which: int) -> float | None:
    return None if span is None else span[which]
