"""Warnings to ships, as the world-wide navigational warning service writes them.

    281200Z MAY 30
    NAVAREA XII 123/30(19,83).
    EASTERN NORTH PACIFIC.
    1. HAZARDOUS OPERATIONS, ROCKET LAUNCHING
       0600Z TO 1000Z DAILY 01 THRU 03 JUN
       IN AREAS:
       A. BOUND BY 35-06N 122-36W, 35-18N 130-30W, 33-42N 130-30W.
       B. WITHIN 5 MILES OF 34-44.4N 120-34.2W.
    2. CANCEL THIS MSG 031100Z JUN 30.
    AUTHORITY UNITED-STATES.

Miles are nautical miles. Times are in UTC and have no seconds; a month without a year is of the
year in which the warning was issued. Here is the writing; `warnings_reading` has the reading.
"""

from __future__ import annotations

import re
import textwrap
from typing import Final

from glasshield.catalog.announced import NoticeArea, Window
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.notices.lines import EXERCISE
from glasshield.exchange.notices.numbers import in_minutes, plain
from glasshield.monitoring.notice import Broadcast, Notice, Standing, spans

MONTHS: Final = (
    *("JAN", "FEB", "MAR", "APR", "MAY", "JUN"),
    *("JUL", "AUG", "SEP", "OCT", "NOV", "DEC"),
)
DAY_S: Final = 86_400.0
UNIT_NAMES: Final = {"nmi": "MILES", "km": "KILOMETERS"}
LONGEST_OPERATION: Final = 120
_WORDS: Final = re.compile(r"[A-Z0-9](?:[A-Z0-9 ,/()'_:;&+-]*[A-Z0-9)])?")
_OPERATION: Final = re.compile(r"[A-Z](?:[A-Z ,/()'-]{0,118}[A-Z)])?")
_WIDTH: Final = 66
_KEPT: Final = "\u00a0"  # where no line ends


def written(notice: Notice) -> str:
    """The text of a warning.

    Raises:
        InputError: a time beyond this century, or a name that a warning has no letters for.
    """
    check_words(notice)
    broadcast = notice.broadcast or Broadcast()
    year = _year(notice, broadcast)
    lines = [EXERCISE] if notice.standing is Standing.EXERCISE else []
    lines += [] if notice.issued is None else [_stamp(notice.issued)]
    lines += [f"{broadcast.series} {notice.reference}."]
    lines += [f"{sea}." for sea in broadcast.seas]
    lines += _wrapped(f"1. {broadcast.operation}")
    lines += _wrapped(f"   {_windows_text(notice.windows, year)}")
    lines += _areas_text(notice.areas)
    tail = [f"CANCEL {other}." for other in broadcast.cancels]
    tail += [] if broadcast.until is None else [f"CANCEL THIS MSG {_stamp(broadcast.until)}."]
    lines += [f"{place}. {text}" for place, text in enumerate(tail, start=2)]
    lines += [f"AUTHORITY {notice.host}."] if notice.host else []
    return "\n".join([*lines, ""])


def check_words(notice: Notice) -> None:
    """Refuse what a warning cannot say.

    Raises:
        InputError: with the reason.
    """
    broadcast = notice.broadcast or Broadcast()
    names = (notice.host or "NOBODY", notice.reference, *broadcast.seas, *broadcast.cancels)
    wrong = [name for name in names if _WORDS.fullmatch(name) is None]
    wrong += [] if _OPERATION.fullmatch(broadcast.operation) else [broadcast.operation]
    if wrong:
        raise InputError(
            f"{wrong[0]!r} does not go into a warning to ships",
            where=notice.reference,
            expected="capitals, digits and signs other than a full stop",
        )
    moments = [edge for span in spans(notice.windows) for edge in span]
    moments += [each for each in (notice.issued, broadcast.until) if each is not None]
    for moment in moments:
        if moment.isoformat()[:2] != "20":
            raise InputError(
                f"a warning to ships knows the years 2000 to 2099, not {moment}",
                where=notice.reference,
            )


def _year(notice: Notice, broadcast: Broadcast) -> str:
    """The year that months without one are of; empty where nothing says it."""
    known = notice.issued or broadcast.until
    return "" if known is None else known.isoformat()[2:4]


def _parts(moment: Instant) -> tuple[str, str, str, str]:
    """Year (two digits), month, day and time of day of an instant."""
    text = moment.isoformat()
    return text[2:4], MONTHS[int(text[5:7]) - 1], text[8:10], text[11:13] + text[14:16]


def _stamp(moment: Instant) -> str:
    """An instant as `281200Z MAY 30`."""
    year, month, day, clock = _parts(moment)
    return f"{day}{clock}Z {month} {year}"


def _windows_text(windows: tuple[Window, ...], year: str) -> str:
    """Windows as the days of one daily window, or one by one."""
    pairs = spans(windows)
    daily = _daily_text(pairs, year)
    if daily:
        return daily
    texts = []
    for begin, end in pairs:
        (_, _, day, clock), (_, _, last_day, last_clock) = _parts(begin), _parts(end)
        first_month = _month(begin, year)
        between = f" {first_month}" if first_month != _month(end, year) else ""
        texts.append(f"{day}{clock}Z{between} TO {last_day}{last_clock}Z {_month(end, year)}")
    return ", ".join(texts[:-1]) + (" AND " if len(texts) > 1 else "") + texts[-1]


def _daily_text(pairs: tuple[tuple[Instant, Instant], ...], year: str) -> str:
    """The windows of successive days at the same hours in one; empty where they are no such."""
    begin, end = pairs[0]
    length_s = end.since_s(begin)
    same = all(
        (other, last) == (begin.plus_s(place * DAY_S), end.plus_s(place * DAY_S))
        for place, (other, last) in enumerate(pairs)
    )
    if len(pairs) < 2 or not same or length_s > DAY_S:
        return ""
    first, last = pairs[0][0], pairs[-1][0]
    first_month, last_month = _month(first, year), _month(last, year)
    between = f" {first_month}" if first_month != last_month else ""
    hours = f"{_parts(begin)[3]}Z TO {_parts(end)[3]}Z"
    return f"{hours} DAILY {_parts(first)[2]}{between} THRU {_parts(last)[2]} {last_month}"


def _month(moment: Instant, year: str) -> str:
    """The month of an instant, with its year where that is another."""
    own, month, _, _ = _parts(moment)
    return month if own == year else f"{month} {own}"


def _areas_text(areas: tuple[NoticeArea, ...]) -> list[str]:
    """The lines of the areas."""
    if len(areas) == 1:
        return _wrapped(f"   IN AREA {_area_text(areas[0])}.")
    if all(area.polygon_deg for area in areas):
        head, texts = "BOUND BY:", [_places(area) for area in areas]
        lines = [f"   IN AREAS {head}"]
    else:
        texts = [_area_text(area) for area in areas]
        lines = ["   IN AREAS:"]
    for area, text in zip(areas, texts, strict=True):
        lines += _wrapped(f"   {area.id}. {text}.", "      ")
    return lines


def _area_text(area: NoticeArea) -> str:
    if area.centre_deg is not None and area.radius is not None:
        size = f"{plain(area.radius)} {UNIT_NAMES[area.radius_unit]}"
        return f"WITHIN {size} OF {in_minutes(area.centre_deg)}"
    return f"BOUND BY {_places(area)}"


def _places(area: NoticeArea) -> str:
    return ", ".join(in_minutes(place) for place in area.polygon_deg)


def _wrapped(text: str, indent: str = "   ") -> list[str]:
    """A text in lines of the width of a message, no place broken in two."""
    kept = re.sub(r"([NS]) (?=\d)", f"\\1{_KEPT}", text)
    lines = textwrap.wrap(
        kept,
        _WIDTH,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace(_KEPT, " ") for line in lines]
