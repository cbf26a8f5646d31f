"""Notices as lines of a key and its value, in the fields of the regime.

    EXERCISE EXERCISE EXERCISE
    LAUNCH NOTICE
    regime: hcoc
    from: united-states
    issued: 2030-05-28T12:00:00Z
    reference: third-site-booster

    missile_class: interceptor booster, solid, two stages
    launch_window: 2030-06-01T06:00:00Z to 2030-06-01T10:00:00Z
    launch_area: launch = circle of 5 nmi around 34.74 N 120.57 W
    planned_direction: 270 deg, 265 to 275 deg

Windows and areas have a line each. Times are in UTC. A radius keeps its unit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from glasshield.catalog.announced import AreaRole, NoticeArea, RadiusUnit, Window
from glasshield.catalog.plans import NoticeField, Regime
from glasshield.catalog.quantity import Status
from glasshield.earth.time import Instant
from glasshield.errors import InputError, UnknownNameError
from glasshield.exchange.notices.numbers import from_degrees, in_degrees, number, plain
from glasshield.monitoring.notice import (
    ROLES,
    SOURCE,
    Content,
    Directions,
    Notice,
    Standing,
    check_required,
    content_of,
    ordered,
    spans,
    start_of,
    window,
)

EXERCISE: Final = "EXERCISE EXERCISE EXERCISE"
TITLE: Final = "LAUNCH NOTICE"
_ENVELOPE: Final = ("regime", "from", "issued", "reference")
_NAME: Final = r"[A-Za-z0-9][A-Za-z0-9_-]*"
_LINE: Final = re.compile(r"([a-z_]+): (\S.*)")
_CIRCLE: Final = re.compile(rf"({_NAME}) = circle of (\S+) (km|nmi) around (.+)")
_POLYGON: Final = re.compile(rf"({_NAME}) = polygon (.+)")
_DIRECTIONS: Final = re.compile(r"(\S+) deg(?:, (\S+) to (\S+) deg)?")


def written(notice: Notice, regime: Regime) -> str:
    """The text of a notice.

    Raises:
        InputError: an area is called by what is no name.
    """
    head = [EXERCISE] if notice.standing is Standing.EXERCISE else []
    head += [TITLE, f"regime: {notice.regime}", f"from: {notice.host}"]
    head += [] if notice.issued is None else [f"issued: {notice.issued}"]
    head += [f"reference: {notice.reference}", ""]
    body = [f"{each.key}: {value}" for each in regime.fields for value in _values(notice, each)]
    return "\n".join([*head, *body, ""])


def read(text: str, regimes: Mapping[str, Regime], where: str) -> Notice:
    """The notice that a text is.

    Args:
        text: of a file.
        regimes: of the catalogue.
        where: the name of the file.

    Raises:
        InputError: with the line; a field that the regime does not have, one twice, or a value
            that is none.
        UnknownNameError: no such regime.
    """
    lines = _lines(text, where)
    envelope = {line.key: line for line in lines if line.key in _ENVELOPE}
    for key in ("regime", "from", "reference"):
        if key not in envelope:
            raise InputError(f"the line '{key}: ...' is missing", where=where)
    id = envelope["regime"].value
    if id not in regimes:
        raise UnknownNameError.among("regime", id, regimes)
    regime = regimes[id]
    notice = Notice(
        regime=id,
        host=envelope["from"].value,
        issued=envelope["issued"].made(Instant.parse) if "issued" in envelope else None,
        reference=envelope["reference"].value,
        standing=Standing.EXERCISE if _is_exercise(text) else Standing.GENUINE,
    )
    for line in lines:
        if line.key not in _ENVELOPE:
            notice = _with(notice, regime, line)
    check_required(notice, regime, where)
    windows = tuple(window(*span) for span in spans(notice.windows))
    return replace(notice, windows=windows, areas=ordered(notice.areas))


@dataclass(frozen=True, slots=True)
class _Line:
    """One line: a key, its value, and where it stands."""

    key: str
    value: str
    where: str

    def made(self, maker: Callable[[str], Any]) -> Any:
        """What a function makes of the value.

        Raises:
            InputError: nothing, with the line.
        """
        try:
            return maker(self.value)
        except InputError as error:
            raise InputError(
                error.what, where=self.where, expected=error.expected, do=error.do
            ) from None
        except ValueError as error:
            raise InputError(str(error), where=self.where) from None


def _is_exercise(text: str) -> bool:
    return text.lstrip().startswith(EXERCISE)


def _lines(text: str, where: str) -> list[_Line]:
    """The lines that hold something.

    Raises:
        InputError: one that is no key with a value, or a key twice that stands once.
    """
    found: list[_Line] = []
    for place, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.strip() in (EXERCISE, TITLE):
            continue
        match = _LINE.fullmatch(line.rstrip())
        if match is None:
            raise InputError(
                f"{line.strip()[:60]!r} is no line of a notice",
                where=f"{where}, line {place}",
                expected="key: value",
            )
        if match[1] in _ENVELOPE and any(each.key == match[1] for each in found):
            raise InputError(f"{match[1]} stands twice", where=f"{where}, line {place}")
        found.append(_Line(match[1], match[2], f"{where}, line {place}"))
    return found


def _values(notice: Notice, each: NoticeField) -> list[str]:
    """What stands behind a key, line by line."""
    content = content_of(each)
    if content in ROLES:
        areas = notice.of_role(ROLES[content])
        return [_area_text(area) for area in areas if _fits(each.key, area)]
    return {
        Content.PLANNED_DATE: lambda: [notice.planned_date] if notice.planned_date else [],
        Content.LAUNCH_WINDOW: lambda: [f"{each.begin} to {each.end}" for each in notice.windows],
        Content.MISSILE_CLASS: lambda: [notice.missile_class] if notice.missile_class else [],
        Content.AZIMUTH: lambda: _directions_text(notice.azimuth),
        Content.IMPACT_TIME: lambda: (
            [] if notice.impact_time is None else [str(notice.impact_time)]
        ),
    }[content]()


def _with(notice: Notice, regime: Regime, line: _Line) -> Notice:
    """A notice with one line more.

    Raises:
        InputError: with the line.
    """
    fields = {each.key: each for each in regime.fields}
    if line.key not in fields:
        raise InputError(
            f"the regime {regime.id} has no field {line.key!r}",
            where=line.where,
            expected=f"one of {', '.join(fields)}",
        )
    content = content_of(fields[line.key])
    if content is Content.LAUNCH_WINDOW:
        return replace(notice, windows=(*notice.windows, line.made(_window)))
    if content in ROLES:
        return _with_area(notice, line, ROLES[content])
    name, maker = _SINGLE[content]
    if getattr(notice, name):
        raise InputError(f"{line.key} stands twice", where=line.where)
    return replace(notice, **{name: line.made(maker)})


def _with_area(notice: Notice, line: _Line, role: AreaRole) -> Notice:
    """A notice with one area more.

    Raises:
        InputError: no area, one of the wrong kind, or two of one name.
    """
    area = line.made(lambda value: _area(value, role))
    if not _fits(line.key, area):
        raise InputError(f"{area.id} is no {line.key.partition('_')[2]}", where=line.where)
    if any(area.id == other.id for other in notice.areas):
        raise InputError(f"two areas are called {area.id}", where=line.where)
    return replace(notice, areas=(*notice.areas, area))


def _fits(key: str, area: NoticeArea) -> bool:
    """Whether an area has the shape that a key names; most name none."""
    shape = key.rpartition("_")[2]
    is_circle = area.centre_deg is not None
    return {"circle": is_circle, "polygon": not is_circle}.get(shape, True)


def _area_text(area: NoticeArea) -> str:
    """An area as the value of a line.

    Raises:
        InputError: it is called by what is no name.
    """
    if re.fullmatch(_NAME, area.id) is None:
        raise InputError(f"{area.id!r} is no name of an area", expected="letters, digits, - and _")
    if area.centre_deg is not None and area.radius is not None:
        size = f"{plain(area.radius)} {area.radius_unit}"
        return f"{area.id} = circle of {size} around {in_degrees(area.centre_deg)}"
    return f"{area.id} = polygon {', '.join(in_degrees(place) for place in area.polygon_deg)}"


def _area(text: str, role: AreaRole) -> NoticeArea:
    """The area of a line.

    Raises:
        InputError: none.
        ValueError: one that is no area.
    """
    circle, polygon = _CIRCLE.fullmatch(text), _POLYGON.fullmatch(text)
    if circle is not None:
        return NoticeArea(
            id=circle[1],
            role=role,
            centre_deg=from_degrees(circle[4]),
            radius=number(circle[2]),
            radius_unit=RadiusUnit(circle[3]),
            source=SOURCE,
            status=Status.READ,
        )
    if polygon is None:
        raise InputError(
            f"{text[:60]!r} is no area",
            expected="NAME = circle of R nmi|km around PLACE, or NAME = polygon PLACE, PLACE, ...",
        )
    places = tuple(from_degrees(place) for place in polygon[2].split(", "))
    return NoticeArea(
        id=polygon[1], role=role, polygon_deg=places, source=SOURCE, status=Status.READ
    )


def _window(text: str) -> Window:
    """The window of a line.

    Raises:
        InputError: none.
        ValueError: one that ends before it begins.
    """
    begin, _, end = text.partition(" to ")
    return window(Instant.parse(begin), Instant.parse(end))


def _directions_text(azimuth: Directions | None) -> list[str]:
    if azimuth is None:
        return []
    text = f"{plain(azimuth.value_deg)} deg"
    if azimuth.low_deg == azimuth.high_deg:
        return [text]
    return [f"{text}, {plain(azimuth.low_deg)} to {plain(azimuth.high_deg)} deg"]


def _directions(text: str) -> Directions:
    """The directions of a line.

    Raises:
        InputError: none, or a value outside its sector.
    """
    match = _DIRECTIONS.fullmatch(text)
    if match is None:
        raise InputError(f"{text[:60]!r} is no direction", expected="270 deg, 265 to 275 deg")
    value = number(match[1])
    low, high = (number(match[2]), number(match[3])) if match[2] else (value, value)
    if not low <= value <= high:
        raise InputError(f"{match[1]} deg does not lie between {match[2]} and {match[3]} deg")
    return Directions(value, low, high)


def _date(text: str) -> str:
    """The date of a line.

    Raises:
        InputError: none.
    """
    start_of(text)
    return text


_SINGLE: Final[dict[Content, tuple[str, Callable[[str], Any]]]] = {
    Content.PLANNED_DATE: ("planned_date", _date),
    Content.MISSILE_CLASS: ("missile_class", str),
    Content.AZIMUTH: ("azimuth", _directions),
    Content.IMPACT_TIME: ("impact_time", Instant.parse),
}
