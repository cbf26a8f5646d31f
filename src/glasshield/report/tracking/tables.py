"""The tables of a tracking run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from glasshield.earth.time import Instant
from glasshield.messages import Language, coordinates, duration, number, quantity, text
from glasshield.report.blocks import Align, Cell, Column, Table
from glasshield.report.tracking.document import Document, Ellipse, Marks, Sensor, Track

# Of more rows than this a table is folded on the page.
_OPEN: Final = 30
_NONE: Final = Cell("–")

# Text, attribute, decimals, factor, and the best value.
_MARKS: Final[tuple[tuple[str, str, int, float, float], ...]] = (
    ("gospa", "gospa_m", 1, 1.0, 0.0),
    ("localisation", "gospa_localisation_m", 1, 1.0, 0.0),
    ("missed", "missed_objects", 3, 1.0, 0.0),
    ("false", "false_tracks", 3, 1.0, 0.0),
    ("ospa", "ospa_m", 1, 1.0, 0.0),
    ("completeness", "completeness", 3, 1.0, 1.0),
    ("ambiguity", "ambiguity", 3, 1.0, 1.0),
    ("spuriousness", "spuriousness", 3, 1.0, 0.0),
    ("position", "position_accuracy_m", 1, 1.0, 0.0),
    ("velocity", "velocity_accuracy_m_s", 2, 1.0, 0.0),
    ("changes", "track_number_changes_1_s", 2, 3600.0, 0.0),
    ("longest", "longest_track_segment", 3, 1.0, 1.0),
)


def tracks(lang: Language, document: Document) -> Table:
    """All tracks with their launches and impacts."""
    columns = _columns(
        lang, ("track", "left", 0.8), ("start", "left", 1.2), ("lasted", "right", 1.2),
        ("detections", "right", 1.0), ("sensors", "left", 1.6), ("kind", "left", 1.0),
        ("phases", "left", 1.2), ("highest", "right", 0.9), ("burnout", "right", 1.1),
        ("launch", "left", 2.2), ("impact", "left", 2.2),
    )  # fmt: skip
    rows = tuple(_track(lang, track) for track in document.tracks)
    return Table("table-tracks", text(lang, "tracking.table.tracks"), columns, rows, _shown(rows))


def _track(lang: Language, track: Track) -> tuple[Cell, ...]:
    start, end = Instant.parse(track.start), Instant.parse(track.end)
    speed = track.burnout_speed_km_s
    phases = ", ".join(text(lang, f"tracking.phase.{phase}") for phase in track.phases)
    return (
        Cell(str(track.id), sort=track.id),
        Cell(clock(track.start), sort=start.posix_us / 1e6),
        Cell(duration(lang, end.since_s(start)), sort=end.since_s(start)),
        Cell(number(lang, track.n_detections), sort=track.n_detections),
        Cell(", ".join(track.sensors)),
        Cell(track.class_) if track.class_ else _NONE,
        Cell(phases) if phases else _NONE,
        _NONE if track.highest_km is None else _figure(lang, track.highest_km, 0),
        _NONE if speed is None else Cell(
            number(lang, speed.value, 2), sort=speed.value,
            soft=f"{number(lang, speed.low, 2)}–{number(lang, speed.high, 2)}",
        ),
        _ellipse(lang, track.launch),
        _ellipse(lang, track.impact),
    )  # fmt: skip


def _ellipse(lang: Language, found: Ellipse | None) -> Cell:
    if found is None:
        return _NONE
    size = text(
        lang,
        "tracking.cell.ellipse",
        major=rounded(lang, found.semi_major_km),
        minor=rounded(lang, found.semi_minor_km),
        angle=quantity(lang, found.angle_deg, "deg"),
    )
    when = f"{clock(found.time)}, " if found.time else ""
    place = coordinates(lang, found.lat_deg, found.lon_deg)
    return Cell(place, sort=found.semi_major_km, soft=f"{when}{size}")


def biases(lang: Language, document: Document) -> Table:
    """The radars with their biases."""
    columns = _columns(
        lang, ("sensor", "left", 1.6), ("party", "left", 1.2), ("detections", "right", 1.1),
        ("used", "right", 1.0), ("range", "right", 1.3), ("azimuth", "right", 1.8),
        ("elevation", "right", 1.8), ("clock", "right", 1.5), ("nis", "right", 0.7),
    )  # fmt: skip
    rows = tuple(_bias_row(lang, sensor) for sensor in document.sensors)
    return Table("table-biases", text(lang, "tracking.table.biases"), columns, rows)


def _bias_row(lang: Language, sensor: Sensor) -> tuple[Cell, ...]:
    nis = sensor.nis.mean_per_degree if sensor.nis else None
    return (
        Cell(sensor.id),
        Cell(sensor.party) if sensor.party else _NONE,
        Cell(number(lang, sensor.n_detections), sort=sensor.n_detections),
        Cell(number(lang, sensor.n_used), sort=sensor.n_used),
        bias(lang, sensor.range_bias_m, sensor.range_bias_sigma_m),
        bias(lang, sensor.azimuth_bias_deg, sensor.azimuth_bias_sigma_deg),
        bias(lang, sensor.elevation_bias_deg, sensor.elevation_bias_sigma_deg),
        bias(lang, sensor.time_bias_s, sensor.time_bias_sigma_s),
        _NONE if nis is None else _figure(lang, nis, 2),
    )


def bias(lang: Language, value: float | None, sigma: float | None) -> Cell:
    """A bias with its deviation, both with as many decimals as the deviation deserves."""
    if value is None or sigma is None:
        return _NONE
    places = decimals(sigma)
    written = text(
        lang,
        "tracking.cell.bias",
        value=number(lang, value, places),
        sigma=number(lang, sigma, places),
    )
    return Cell(written, sort=value)


def decimals(sigma: float) -> int:
    """As many decimals as show two digits of a deviation."""
    places = 0
    while places < 6 and sigma * 10.0**places < 9.5:
        places += 1
    return places


def metrics(lang: Language, document: Document) -> Table | None:
    """All marks against the truth; None where nobody gave it."""
    found = document.metrics
    if found.all is None and found.in_view is None:
        return None
    columns = _columns(
        lang, ("mark", "left", 2.6), ("in_view", "right", 1.0), ("all", "right", 1.0),
        ("best", "right", 0.8),
    )  # fmt: skip
    rows = tuple(
        (
            Cell(text(lang, f"tracking.mark.{name}")),
            _mark(lang, found.in_view, attribute, places, factor),
            _mark(lang, found.all, attribute, places, factor),
            _figure(lang, best, 0),
        )
        for name, attribute, places, factor, best in _MARKS
    )
    return Table("table-metrics", text(lang, "tracking.table.metrics"), columns, rows)


def _mark(lang: Language, marks: Marks | None, attribute: str, places: int, factor: float) -> Cell:
    return _NONE if marks is None else _figure(lang, getattr(marks, attribute) * factor, places)


def files(lang: Language, document: Document) -> Table:
    """The files that were read."""
    columns = _columns(
        lang, ("file", "left", 3.0), ("format", "left", 1.0), ("kept", "right", 1.0),
        ("rejected", "right", 1.0),
    )  # fmt: skip
    rows = tuple(
        (
            Cell(file.file),
            Cell(file.format),
            _figure(lang, file.kept, 0),
            _figure(lang, file.rejected, 0),
        )
        for file in document.files
    )
    return Table("table-files", text(lang, "tracking.table.files"), columns, rows)


def problems(lang: Language, document: Document) -> Table:
    """What was wrong in them."""
    columns = _columns(
        lang, ("file", "left", 2.0), ("where", "left", 1.0), ("reason", "left", 3.0),
        ("count", "right", 0.8),
    )  # fmt: skip
    rows = tuple(
        (
            Cell(problem.file),
            Cell(problem.where or "–"),
            Cell(problem.reason, soft=problem.got),
            _figure(lang, problem.count, 0),
        )
        for problem in document.problems
    )
    title = text(lang, "tracking.table.problems")
    return Table("table-problems", title, columns, rows, _shown(rows))


def rounded(lang: Language, value: float) -> str:
    """A length with two digits, or whole where it has more."""
    return number(lang, value, decimals(value))


def clock(instant: str | None) -> str:
    """The time of day of an instant, to the second."""
    return (instant or "")[11:19]


def _figure(lang: Language, value: float, places: int) -> Cell:
    return Cell(number(lang, value, places), sort=value)


def _shown(rows: Sequence[object]) -> Literal["open", "folded"]:
    return "open" if len(rows) <= _OPEN else "folded"


def _columns(lang: Language, *wanted: tuple[str, Align, float]) -> tuple[Column, ...]:
    return tuple(
        Column(text(lang, f"tracking.column.{name}"), align, share) for name, align, share in wanted
    )
