"""The live picture on a terminal: what has come so far, and how it is laid out."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from jaxtyping import Float
from rich import box
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from glasshield import messages
from glasshield.centre.api.wire import (
    Contributor,
    EventBody,
    Gone,
    Goodbye,
    Hello,
    LiveEvents,
    LiveMessage,
    LivePictures,
    Picture,
    Terms,
    Track,
)
from glasshield.centre.warning.regions import named
from glasshield.cli.at_centre import plain
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.earth.time import Instant
from glasshield.messages import Language, text

MOST_EVENTS: Final = 500
# Older than this, what is shown is no live picture: it is said in red.
STALE_S: Final = 2.0
# A track that nobody has seen for so long is pale.
OLD_S: Final = 10.0

_DIAGONAL: Final = (0, 6, 11)  # of position, in the packed upper triangle of six rows
_ALARMS: Final = ("launch-detected", "impact-predicted", "outside-notice")
_PHASES: Final = ("boost", "coast", "entry")
_COARSE_KM: Final = 10.0  # from here on whole kilometres are enough
# Rows of the terminal for the banner and for what stands around the rows of the two tables.
_HEAD_ROWS: Final = 16
_LEAST_ROWS: Final = 3
_EVENT_ROWS: Final = 8


@dataclass(frozen=True, slots=True)
class Seen:
    """What has come of the live picture so far.

    Attributes:
        viewer: whose picture it is.
        mode: exercise or real; empty before the first message.
        run: of the centre.
        at: the instant up to which the centre has come.
        pictures: by number.
        events: the last ones, the oldest first.
        lost: why nothing comes now; empty while something does.
    """

    viewer: str = ""
    mode: str = ""
    run: str = ""
    at: Instant | None = None
    pictures: dict[int, Picture] = field(default_factory=dict)
    events: deque[EventBody] = field(default_factory=lambda: deque(maxlen=MOST_EVENTS))
    lost: str = ""

    def with_message(self, message: LiveMessage) -> Seen:
        """The same after one more message."""
        match message:
            case Hello():
                begun = Seen() if message.run != self.run else self
                return replace(
                    begun, viewer=message.viewer, mode=message.mode, run=message.run, lost=""
                )
            case LivePictures():
                new = {picture.picture: picture for picture in message.pictures}
                at = Instant.parse(message.at)
                return replace(self, at=at, pictures={**self.pictures, **new})
            case Gone():
                left = {
                    number: picture
                    for number, picture in self.pictures.items()
                    if number not in message.pictures
                }
                return replace(self, pictures=left)
            case LiveEvents():
                events = deque((*self.events, *message.events), maxlen=MOST_EVENTS)
                return replace(self, events=events)
            case Goodbye():
                return replace(self, lost=message.why)

    @property
    def last_event(self) -> int:
        """The number of the last event, 0 for none."""
        return self.events[-1].number if self.events else 0


@dataclass(frozen=True, slots=True)
class Layout:
    """How the picture is laid out.

    Attributes:
        lang: of the words.
        where: the address of the centre.
        rows: of the terminal; None to show all.
        picture: the number of the one to show; None for the richest.
    """

    lang: Language
    where: str
    rows: int | None = None
    picture: int | None = None


def screen(seen: Seen, now: Instant, layout: Layout) -> RenderableType:
    """All that the terminal shows.

    Args:
        seen: what has come so far.
        now: the instant at which it is looked at.
        layout: how.
    """
    lang = layout.lang
    shown = _chosen(seen.pictures, layout.picture)
    others = _others(seen.pictures, shown)
    left = None if layout.rows is None else layout.rows - _HEAD_ROWS - len(others)
    events = list(seen.events) if left is None else list(seen.events)[-_EVENT_ROWS:]
    parts: list[RenderableType] = [_banner(seen, now, layout)]
    if shown is None:
        parts.append(Text(text(lang, "centre.watch.nothing"), style="dim"))
    else:
        most = None if left is None else max(left - len(events), _LEAST_ROWS)
        parts.append(_tracks(shown, seen, lang, most))
    parts += [_line(one, lang) for one in others]
    if events:
        parts.append(_events(events, lang))
    return Group(*parts)


def _chosen(pictures: dict[int, Picture], wanted: int | None) -> Picture | None:
    """The picture to show: the one wanted, else that of most parties, the earliest and finest."""
    if wanted is not None:
        return pictures.get(wanted)

    def rank(one: Picture) -> tuple[int, float, float, int, int]:
        parties = {each.party for each in one.contributors}
        coarse = (one.terms.delay_s, one.terms.position_m)
        return (-len(parties), *coarse, -len(one.tracks), -one.picture)

    return min(pictures.values(), key=rank, default=None)


def _others(pictures: dict[int, Picture], shown: Picture | None) -> list[Picture]:
    return [pictures[number] for number in sorted(pictures) if pictures[number] is not shown]


def _banner(seen: Seen, now: Instant, layout: Layout) -> RenderableType:
    """Whose picture this is, of which kind, and how fresh."""
    lang = layout.lang
    mode = text(lang, f"centre.watch.mode.{seen.mode or 'none'}")
    style = {"exercise": "bold black on yellow", "real": "bold white on red"}
    line = Text()
    line.append(f" {mode} ", style=style.get(seen.mode, "bold reverse"))
    whose = text(lang, "centre.watch.whose", viewer=plain(seen.viewer) or "–", where=layout.where)
    line.append(f"  {whose}\n")
    line.append_text(_freshness(seen, now, lang))
    border = {"exercise": "yellow", "real": "red"}.get(seen.mode, "dim")
    return Panel(line, box=box.HEAVY, border_style=border)


def _freshness(seen: Seen, now: Instant, lang: Language) -> Text:
    """The time, and how old what is shown is."""
    line = Text(text(lang, "centre.watch.now", time=_clock(now)))
    if seen.at is None:
        return line.append("   ").append(text(lang, "centre.watch.waiting"), style="dim")
    behind_s = max(now.since_s(seen.at), 0.0)
    age = text(lang, "centre.watch.age", age=_seconds(behind_s, lang))
    late = behind_s > STALE_S
    line.append("   ").append(age, style="bold red" if late else "green")
    if seen.lost:
        said = text(lang, "centre.watch.lost", why=plain(seen.lost))
        line.append("   ").append(f" {said} ", style="bold white on red")
    elif late:
        line.append("   ").append(text(lang, "centre.watch.behind"), style="bold red")
    return line


def _tracks(shown: Picture, seen: Seen, lang: Language, most: int | None) -> RenderableType:
    """The table of the objects of a picture."""
    table = Table(
        title=_title(shown, lang), title_justify="left", box=box.SIMPLE_HEAD, expand=False
    )
    for name, right in _COLUMNS:
        table.add_column(text(lang, f"centre.watch.{name}"), justify="right" if right else "left")
    tracks = shown.tracks if most is None else shown.tracks[-most:]
    places = _places(tracks)
    for track, place in zip(tracks, places, strict=True):
        age_s = _age_s(track, shown, seen)
        style = "dim" if age_s > OLD_S else ""
        table.add_row(*(Text(cell) for cell in _row(track, place, age_s, shown, lang)), style=style)
    left_out = len(shown.tracks) - len(tracks)
    if left_out:
        more = Text(text(lang, "centre.watch.more", n=left_out), style="dim")
        return Group(table, more)
    return table


_COLUMNS: Final = (
    ("object", True),
    ("class", False),
    ("phase", False),
    ("place", False),
    ("height", True),
    ("speed", True),
    ("sigma", True),
    ("seen", True),
    ("by", False),
)


def _row(
    track: Track, place: Float[np.ndarray, "3"], age_s: float, shown: Picture, lang: Language
) -> tuple[str, ...]:
    """The cells of an object."""
    speed_m_s = math.hypot(*track.velocity_ecef_m_s)
    return (
        str(track.number),
        text(lang, f"centre.watch.class_of.{track.object_class}"),
        _phase(track, lang),
        _coordinates(float(place[0]), float(place[1])),
        messages.quantity(lang, float(place[2]) / 1e3, "km", 0),
        messages.quantity(lang, speed_m_s / 1e3, "km/s", 2),
        _sigma(track, lang),
        _seconds(age_s, lang) + ("*" if track.is_coasted else ""),
        _names([shown.contributors[at] for at in track.contributors]),
    )


def _age_s(track: Track, shown: Picture, seen: Seen) -> float:
    """How long ago an object was last detected, as the centre knows it."""
    if track.last_seen_s is None:
        return math.inf
    last = Instant.parse(shown.epoch).plus_s(track.last_seen_s)
    return max((seen.at or Instant.parse(shown.at)).since_s(last), 0.0)


def _phase(track: Track, lang: Language) -> str:
    if track.phases is None:
        return ""
    shares = (track.phases.boost, track.phases.coast, track.phases.entry)
    best = max(range(len(shares)), key=shares.__getitem__)
    return text(lang, f"centre.watch.phase_of.{_PHASES[best]}")


def _sigma(track: Track, lang: Language) -> str:
    """The deviation of the position, root of the mean over its axes."""
    if track.covariance is None:
        return "–"
    mean = sum(track.covariance[at] for at in _DIAGONAL) / len(_DIAGONAL)
    return messages.quantity(lang, math.sqrt(mean), "m", 0)


def _places(tracks: Sequence[Track]) -> Float[np.ndarray, "n 3"]:
    """Latitude and longitude in degrees, and height in metres, of objects."""
    if not tracks:
        return np.empty((0, 3))
    lat, lon, height = ecef_to_geodetic(np.array([one.position_ecef_m for one in tracks]))
    return np.column_stack((np.degrees(lat), np.degrees(lon), height))


def _line(picture: Picture, lang: Language) -> Text:
    """Another picture, in one line."""
    count = text(lang, "centre.watch.objects", n=len(picture.tracks))
    return Text(f"{_title(picture, lang)} – {count}", style="dim")


def _title(picture: Picture, lang: Language) -> str:
    """Which picture it is, and under which terms it is released."""
    parts = [
        text(lang, "centre.watch.picture", number=str(picture.picture)),
        _names(picture.contributors) or "–",
        *_terms(picture.terms, lang),
    ]
    if picture.simulated:
        parts.append(text(lang, "centre.watch.simulated"))
    return " · ".join(parts)


def _terms(terms: Terms, lang: Language) -> list[str]:
    """How late and how coarse a picture is."""
    found = [text(lang, "release.terms.at-once")]
    if terms.delay_s:
        found = [text(lang, "release.terms.delay", delay=_seconds(terms.delay_s, lang, 0))]
    if terms.position_m:
        digits = 0 if terms.position_m >= 1e3 * _COARSE_KM else 1
        step = messages.quantity(lang, terms.position_m / 1e3, "km", digits)
        found.append(text(lang, "release.terms.position", step=step))
    return found


def _events(events: Iterable[EventBody], lang: Language) -> RenderableType:
    """The table of what happened, the newest at the end."""
    table = Table(
        title=text(lang, "centre.watch.events"), title_justify="left", box=box.SIMPLE_HEAD
    )
    for name, right in (
        ("time", False),
        ("object", True),
        ("what", False),
        ("class", False),
        ("where", False),
        ("latency", True),
        ("by", False),
    ):
        table.add_column(text(lang, f"centre.watch.{name}"), justify="right" if right else "left")
    for event in events:
        style = "bold red" if event.kind in _ALARMS else ""
        table.add_row(*(Text(cell) for cell in event_row(event, lang)), style=style)
    return table


def event_row(event: EventBody, lang: Language) -> tuple[str, ...]:
    """The cells of an event: time, object, what, class, where, latency, by whom."""
    return (
        _clock(Instant.parse(event.time)),
        str(event.object),
        _what(event, lang),
        text(lang, f"centre.watch.class_of.{event.object_class}"),
        _where(event, lang),
        "" if event.latency_s is None else _seconds(event.latency_s, lang),
        _names(event.contributors),
    )


def _what(event: EventBody, lang: Language) -> str:
    said = text(lang, f"release.event.{event.kind}")
    if event.notice:
        said = text(lang, "centre.watch.notice", what=said, notice=plain(event.notice))
    return said


def _where(event: EventBody, lang: Language) -> str:
    """The place of an event with its region, and how sure it is."""
    if event.lat_rad is None or event.lon_rad is None:
        return ""
    found = _coordinates(math.degrees(event.lat_rad), math.degrees(event.lon_rad))
    if event.covariance_m2 is not None:
        worst_m2 = float(np.linalg.eigvalsh(np.array(event.covariance_m2))[-1])
        if math.isfinite(worst_m2):
            radius_km = event.radii[1] * math.sqrt(max(worst_m2, 0.0)) / 1e3
            digits = 0 if radius_km >= _COARSE_KM else 1
            found += f" ± {messages.quantity(lang, radius_km, 'km', digits)}"
    region = named(event.region, lang)
    return f"{found}, {region}" if region else found


def _names(contributors: Iterable[Contributor]) -> str:
    """Parties, with their sensors where these are named."""
    found = [f"{one.party}/{one.sensor}" if one.sensor else one.party for one in contributors]
    return ", ".join(plain(name) for name in found)


def _coordinates(lat_deg: float, lon_deg: float) -> str:
    north, east = "NS"[lat_deg < 0.0], "EW"[lon_deg < 0.0]
    return f"{abs(lat_deg):5.2f}{north} {abs(lon_deg):6.2f}{east}"


def _seconds(value: float, lang: Language, digits: int = 1) -> str:
    return messages.quantity(lang, value, "s", digits) if math.isfinite(value) else "–"


def _clock(at: Instant) -> str:
    return at.isoformat()[11:19]
