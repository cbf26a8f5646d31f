"""The live picture on a terminal: what has come so far, and what of it fits on the screen."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from io import StringIO
from typing import Final

from rich import box
from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.text import Text

from glasshield.centre.api.wire import (
    EventBody,
    Gone,
    Goodbye,
    Hello,
    LiveEvents,
    LiveMessage,
    LivePictures,
    Picture,
)
from glasshield.cli import watching_events, watching_objects, watching_pictures
from glasshield.cli.at_centre import plain
from glasshield.cli.watching_cells import Width, clock, seconds
from glasshield.cli.watching_events import Told
from glasshield.cli.watching_pictures import Choice
from glasshield.earth.time import Instant
from glasshield.messages import Language, text

MOST_EVENTS: Final = 500
# Older than this, what is shown is no live picture: it is said in red.
STALE_S: Final = 2.0

# Smaller than this, a terminal has no room for frames and empty lines.
_SMALL_COLUMNS: Final = 100
_SMALL_ROWS: Final = 32
# Where both tables are longer than the screen: so many rows at least.
_LEAST_OBJECTS: Final = 3
_EVENTS: Final = 8


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
        columns: of the terminal.
        picture: the number of the one to show; None for the one that is at once and finest.
        choice: the picture shown until now; None for none.
    """

    lang: Language
    where: str
    rows: int | None = None
    columns: int = 160
    picture: int | None = None
    choice: Choice | None = None

    @property
    def width(self) -> Width:
        """What the columns have room for."""
        small = self.columns < _SMALL_COLUMNS or (self.rows or _SMALL_ROWS) < _SMALL_ROWS
        return Width(self.columns, is_small=small)


def screen(seen: Seen, now: Instant, layout: Layout) -> RenderableType:
    """All that the terminal shows; where it is too small, the newest events and all alarms.

    Args:
        seen: what has come so far.
        now: the instant at which it is looked at.
        layout: how.
    """
    choice = watching_pictures.choice(seen.pictures, layout.picture, layout.choice, now)
    shown = seen.pictures.get(choice.number) if choice else None
    whole = _Screen(seen, now, layout, shown, choice)
    objects, events = len(shown.tracks) if shown else 0, len(seen.events)
    if layout.rows is None:
        return whole.drawn(objects, events)
    objects, events = whole.shares(layout.rows)
    drawn = whole.drawn(objects, events)
    while height(drawn, layout.columns) > layout.rows and objects + events > 1:
        objects, events = (objects - 1, events) if objects else (0, events - 1)
        drawn = whole.drawn(objects, events)
    return drawn


def height(drawn: RenderableType, columns: int) -> int:
    """How many rows of a terminal something takes."""
    console = Console(width=columns, file=StringIO())
    return len(console.render_lines(drawn, pad=False))


@dataclass(frozen=True, slots=True)
class _Screen:
    """What there is to show."""

    seen: Seen
    now: Instant
    layout: Layout
    shown: Picture | None
    choice: Choice | None

    @property
    def told(self) -> Told:
        """What happened, as far as it was told."""
        return Told(self.seen.events, self.seen.pictures)

    def shares(self, rows: int) -> tuple[int, int]:
        """How many objects and how many events a terminal of so many rows has room for."""
        tracks, events = len(self.shown.tracks) if self.shown else 0, len(self.seen.events)
        room = max(rows - height(self.drawn(0, min(events, 1)), self.layout.columns) + 1, 1)
        wanted = max(self.told.needed(), _EVENTS)
        told = min(events, wanted, max(room - min(tracks, _LEAST_OBJECTS), 1))
        drawn = min(tracks, max(room - told, 0))
        return drawn, min(events, max(room - drawn, 1))

    def drawn(self, objects: int, events: int) -> RenderableType:
        """The screen with so many objects and events."""
        lang, width = self.layout.lang, self.layout.width
        parts: list[RenderableType] = [_banner(self.seen, self.now, self.layout)]
        if self.choice and (note := watching_pictures.note(self.choice, self.now, lang)):
            parts.append(note)
        parts += watching_pictures.faults(self.seen.pictures, self.now, lang)
        if self.shown is None:
            parts.append(Text(text(lang, "centre.watch.nothing"), style="dim"))
        else:
            at = self.seen.at or Instant.parse(self.shown.at)
            parts.append(watching_objects.table(self.shown, at, objects, width, lang))
        for number in sorted(self.seen.pictures):
            if self.shown is None or number != self.shown.picture:
                other = self.seen.pictures[number]
                parts.append(watching_pictures.line(other, self.shown, width, lang))
        if self.seen.events:
            number = self.shown.picture if self.shown else 0
            parts.append(watching_events.table(self.told, events, number, width, lang))
        return Group(*parts)


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
    if layout.width.is_small:
        return line
    border = {"exercise": "yellow", "real": "red"}.get(seen.mode, "dim")
    return Panel(line, box=box.HEAVY, border_style=border)


def _freshness(seen: Seen, now: Instant, lang: Language) -> Text:
    """The time, and how old what is shown is."""
    line = Text(text(lang, "centre.watch.now", time=clock(now)))
    if seen.at is None:
        return line.append("   ").append(text(lang, "centre.watch.waiting"), style="dim")
    behind_s = max(now.since_s(seen.at), 0.0)
    age = text(lang, "centre.watch.age", age=seconds(behind_s, lang))
    late = behind_s > STALE_S
    line.append("   ").append(age, style="bold red" if late else "green")
    if seen.lost:
        said = text(lang, "centre.watch.lost", why=plain(seen.lost))
        line.append("   ").append(f" {said} ", style="bold white on red")
    elif late:
        line.append("   ").append(text(lang, "centre.watch.behind"), style="bold red")
    return line
