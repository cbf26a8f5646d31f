"""What happened, as a table on a terminal: the newest at the end, alarms always in it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
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


def table(
    events: Sequence[EventBody], most: int, picture: int, width: Width, lang: Language
) -> RenderableType:
    """The table of what happened, the newest at the end.

    Args:
        events: all that are known, the oldest first.
        most: how many to show.
        picture: the number of the one shown; objects of others are named with theirs.
        width: of the terminal.
        lang: of the words.
    """
    kept = kept_events(events, most)
    rows = [
        Row(event_cells(one, picture, lang), "bold red" if one.kind in _ALARMS else "")
        for one in kept
    ]
    title = Text(text(lang, "centre.watch.events"), style="italic")
    hidden = len(standing(events) - {one.number for one in kept})
    if hidden:
        title.append(" · ").append(text(lang, "centre.watch.hidden", n=hidden), style="bold red")
    return Group(title, widest(rows, _CHOICES, width, lang))


def standing(events: Iterable[EventBody]) -> set[int]:
    """The numbers of alarms that hold: the last of each kind of an object that has not ended."""
    found: dict[tuple[int, int], dict[str, int]] = {}
    for one in events:
        of_object = found.setdefault((one.picture, one.object), {})
        if one.kind == "ended":
            of_object.clear()
        elif one.kind in _ALARMS:
            of_object[one.kind] = one.number
    return {number for of_object in found.values() for number in of_object.values()}


def needed(events: Sequence[EventBody]) -> int:
    """How many rows the newest events and the alarms that hold take."""
    newest = {one.number for one in list(events)[-_NEWEST:]}
    return len(standing(events) | newest)


def kept_events(events: Sequence[EventBody], most: int) -> list[EventBody]:
    """As many events as there is room for: the newest, then alarms that hold, then others."""
    alarms = standing(events)
    newest = {one.number for one in list(events)[-_NEWEST:]}

    def rank(one: EventBody) -> tuple[bool, bool, int]:
        return one.number not in newest, one.number not in alarms, -one.number

    return sorted(sorted(events, key=rank)[:most], key=lambda one: one.number)


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
        "latency": "" if event.latency_s is None else seconds(event.latency_s, lang),
        "by": names(event.contributors),
        "by.parties": parties(event.contributors),
    }


def _what(event: EventBody, words: str, lang: Language) -> str:
    said = text(lang, f"{words}.{event.kind}")
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
