"""What happened, as a table on a terminal: the newest at the end, alarms always in it."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from rich.console import Group, RenderableType
from rich.text import Text

from glasshield import messages
from glasshield.centre.api.wire import EventBody
from glasshield.centre.warning.regions import named
from glasshield.cli.at_centre import plain
from glasshield.cli.watching_cells import (
    COARSE_KM,
    Row,
    Width,
    clock,
    coordinates,
    names,
    parties,
    seconds,
    widest,
)
from glasshield.earth.time import Instant
from glasshield.messages import Language, text

_ALARMS: Final = ("launch-detected", "impact-predicted", "outside-notice")
_NEWEST: Final = 3  # are shown whatever they are
_WHOLE: Final = ("time", "object", "what", "class", "where", "latency")
_SHORT: Final = ("time", "object", "what.brief", "class", "where.brief")
_CHOICES: Final = (
    (*_WHOLE, "by"),
    (*_WHOLE, "by.parties"),
    _WHOLE,
    (*_SHORT, "latency"),
    _SHORT,
    ("time", "object", "what.brief", "where.brief"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """What a viewer was told.

    Attributes:
        events: the oldest first.
        pictures: the numbers of those that there are: how it went on in others, nobody is told.
    """

    events: Sequence[EventBody]
    pictures: Collection[int]

    def standing(self) -> set[int]:
        """The numbers of alarms that hold: the last of each kind of an object, until it ends."""
        found: dict[tuple[int, int], dict[str, int]] = {}
        for one in self.events:
            of_object = found.setdefault((one.picture, one.object), {})
            if one.kind == "ended":
                of_object.clear()
            elif one.kind in _ALARMS and (one.picture in self.pictures or not self.pictures):
                of_object[one.kind] = one.number
        return {number for of_object in found.values() for number in of_object.values()}

    def needed(self) -> int:
        """How many rows the newest events and the alarms that hold take."""
        return len(self.standing() | self._newest())

    def kept(self, most: int) -> list[EventBody]:
        """As many events as there is room for: the newest, then alarms that hold, then others."""
        alarms, newest = self.standing(), self._newest()

        def rank(one: EventBody) -> tuple[bool, bool, int]:
            return one.number not in newest, one.number not in alarms, -one.number

        return sorted(sorted(self.events, key=rank)[:most], key=lambda one: one.number)

    def _newest(self) -> set[int]:
        return {one.number for one in list(self.events)[-_NEWEST:]}


def table(told: Told, most: int, picture: int, width: Width, lang: Language) -> RenderableType:
    """The table of what happened, the newest at the end.

    Args:
        told: all that is known.
        most: how many to show.
        picture: the number of the one shown; objects of others are named with theirs.
        width: of the terminal.
        lang: of the words.
    """
    kept = told.kept(most)
    rows = [Row(event_cells(one, picture, lang), _style(one)) for one in kept]
    title = Text(text(lang, "centre.watch.events"), style="italic")
    hidden = len(told.standing() - {one.number for one in kept})
    if hidden:
        title.append(" · ").append(text(lang, "centre.watch.hidden", n=hidden), style="bold red")
    return Group(title, widest(rows, _CHOICES, width, lang))


def _style(event: EventBody) -> str:
    """Alarms are red, not bold where they were found once more: they may be new to a viewer."""
    if event.kind in _ALARMS:
        return "red" if event.again else "bold red"
    return "dim" if event.again else ""


def event_cells(event: EventBody, picture: int, lang: Language) -> dict[str, str]:
    """The cells of an event by their columns.

    Args:
        event: which.
        picture: the number of the one shown.
        lang: of the words.
    """
    alone = event.picture == picture
    return {
        "time": clock(Instant.parse(event.time)),
        "object": str(event.object) if alone else f"{event.picture}/{event.object}",
        "what": _what(event, "release.event", lang),
        "what.brief": _what(event, "centre.watch.brief", lang),
        "class": text(lang, f"centre.watch.class_of.{event.object_class}"),
        "where": _where(event, 2, lang),
        "where.brief": _where(event, 1, lang),
        "latency": _latency(event, lang),
        "by": names(event.contributors),
        "by.parties": parties(event.contributors),
    }


def _latency(event: EventBody, lang: Language) -> str:
    """How long after the first detection; what was found once more came with no such delay."""
    if event.latency_s is None or event.again:
        return ""
    return seconds(event.latency_s, lang)


def _what(event: EventBody, words: str, lang: Language) -> str:
    said = text(lang, f"{words}.{event.kind}")
    if event.again:
        said = text(lang, "centre.watch.again", what=said)
    if event.notice:
        said = text(lang, "centre.watch.notice", what=said, notice=plain(event.notice))
    return said


def _where(event: EventBody, places: int, lang: Language) -> str:
    """The place of an event with its region, and how sure it is."""
    if event.lat_rad is None or event.lon_rad is None:
        return ""
    found = coordinates(math.degrees(event.lat_rad), math.degrees(event.lon_rad), places)
    if event.covariance_m2 is not None:
        worst_m2 = float(np.linalg.eigvalsh(np.array(event.covariance_m2))[-1])
        if math.isfinite(worst_m2):
            radius_km = event.radii[1] * math.sqrt(max(worst_m2, 0.0)) / 1e3
            digits = 0 if radius_km >= COARSE_KM else 1
            found += f" ± {messages.quantity(lang, radius_km, 'km', digits)}"
    region = named(event.region, lang)
    return f"{found}, {region}" if region else found
