"""Launch notices: what a host announces of a test, in the fields that a published regime has.

A regime's fields are those of its record in the catalogue. What a test states and the regime has
no field for is refused by name, unless it is left out by name: nothing is dropped in silence. What
is no notice at all stays in the record of the test: the declared performance, what the rival says,
the cross-section, and who watches.

A warning to ships knows no roles of areas: with `area_roles` left out, launch and impact areas are
areas of hazard like the others. A notice is an exercise unless somebody says that it is genuine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

import msgspec

from glasshield.catalog.announced import AnnouncedTest, AreaRole, NoticeArea, Window
from glasshield.catalog.plans import NoticeField, Obligation, Regime
from glasshield.catalog.quantity import Angle, Status
from glasshield.earth.time import Instant
from glasshield.errors import InputError, UnknownNameError
from glasshield.units import UNITS

SOURCE: Final = "notice"  # of areas that stand in a notice
_CANCELLED_AFTER_S: Final = 3600.0  # how long after the last window a warning stays up


class Standing(StrEnum):
    """Whether a notice announces anything."""

    EXERCISE = "exercise"
    GENUINE = "genuine"


class Content(StrEnum):
    """What a test can state and a notice can carry; the names to leave out by."""

    PLANNED_DATE = "planned_date"
    LAUNCH_WINDOW = "launch_window"
    MISSILE_CLASS = "missile_class"
    LAUNCH_AREA = "launch_area"
    AZIMUTH = "azimuth"
    IMPACT_AREA = "impact_area"
    IMPACT_TIME = "impact_time"
    HAZARD_AREAS = "hazard_areas"
    AREA_ROLES = "area_roles"
    APOGEE = "apogee"
    RANGE = "range"


# What each field of a regime holds.
_CONTENT_OF: Final = {
    "planned_date": Content.PLANNED_DATE,
    "launch_window": Content.LAUNCH_WINDOW,
    "launch_time": Content.LAUNCH_WINDOW,
    "daily_windows": Content.LAUNCH_WINDOW,
    "missile_class": Content.MISSILE_CLASS,
    "launch_area": Content.LAUNCH_AREA,
    "launch_azimuth": Content.AZIMUTH,
    "planned_direction": Content.AZIMUTH,
    "impact_area": Content.IMPACT_AREA,
    "impact_polygon": Content.IMPACT_AREA,
    "impact_circle": Content.IMPACT_AREA,
    "impact_time": Content.IMPACT_TIME,
    "hazard_polygons": Content.HAZARD_AREAS,
}
ROLES: Final = {
    Content.LAUNCH_AREA: AreaRole.LAUNCH,
    Content.IMPACT_AREA: AreaRole.IMPACT,
    Content.HAZARD_AREAS: AreaRole.HAZARD,
}


@dataclass(frozen=True, slots=True)
class Directions:
    """A direction in degrees clockwise from north, and the sector in which it may lie."""

    value_deg: float
    low_deg: float
    high_deg: float


@dataclass(frozen=True, slots=True)
class Broadcast:
    """What a warning to ships has besides the fields of its regime.

    Attributes:
        series: which warnings it is one of, such as `NAVAREA XII`.
        seas: the waters and coasts that it names first.
        operation: what goes on there, in the words of the warning.
        cancels: the warnings that it takes the place of.
        until: when it ends by itself.
    """

    series: str = "NAVAREA"
    seas: tuple[str, ...] = ()
    operation: str = "HAZARDOUS OPERATIONS, ROCKET LAUNCHING"
    cancels: tuple[str, ...] = ()
    until: Instant | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice under one regime; what it does not state is empty or None.

    Windows stand in order of time, areas as `ordered` puts them. Areas carry `SOURCE` as theirs.

    Attributes:
        regime: the id of its record.
        host: who gives notice.
        issued: when.
        reference: what it is called.
        standing: whether it announces anything.
        planned_date: ISO 8601, in UTC.
        windows: of the launch.
        missile_class: of what flies.
        areas: of launch, impact and hazard.
        azimuth: of the launch.
        impact_time: as estimated.
        broadcast: of a warning to ships.
    """

    regime: str
    host: str
    issued: Instant | None
    reference: str
    standing: Standing = Standing.EXERCISE
    planned_date: str = ""
    windows: tuple[Window, ...] = ()
    missile_class: str = ""
    areas: tuple[NoticeArea, ...] = ()
    azimuth: Directions | None = None
    impact_time: Instant | None = None
    broadcast: Broadcast | None = None

    def of_role(self, role: AreaRole) -> tuple[NoticeArea, ...]:
        """The areas of one role."""
        return tuple(area for area in self.areas if area.role is role)


@dataclass(frozen=True, slots=True)
class Chosen:
    """How a notice is made out of a test.

    Attributes:
        leave_out: names of `Content` that the notice need not carry.
        standing: of the notice.
        impact_time: as estimated, for regimes that have a field for it.
        reference: what the notice is called; the id of the test where it is empty.
    """

    leave_out: tuple[str, ...] = ()
    standing: Standing = Standing.EXERCISE
    impact_time: Instant | None = None
    reference: str = ""


def notice_of(test: AnnouncedTest, regime: Regime, chosen: Chosen | None = None) -> Notice:
    """The notice of a test under a regime.

    Args:
        test: as it is announced.
        regime: of the catalogue.
        chosen: what to leave out, and whether the notice is genuine.

    Raises:
        InputError: the test states what the regime has no field for, lacks what it requires, or
            names something that no line of text can hold.
        UnknownNameError: what is to be left out is nothing that a notice carries.
    """
    choice = chosen or Chosen()
    left_out = _left_out(choice.leave_out, regime)
    whole = _whole(test, regime, choice)
    stated = stated_in(whole) | _only_in(test)
    lacking = sorted(stated - carried_by(regime) - left_out, key=list(Content).index)
    if lacking:
        raise InputError(
            f"the regime {regime.id} has no field for {', '.join(lacking)}",
            where=f"test.{test.id}",
            do=f"leave out by name what the notice need not carry: {','.join(lacking)}",
        )
    notice = _without(_fitted(whole, regime), left_out)
    check_required(notice, regime)
    return _lettered(notice) if is_warning(regime) else notice


def content_of(each: NoticeField) -> Content:
    """What a field of a regime holds.

    Raises:
        InputError: nobody knows.
    """
    try:
        return _CONTENT_OF[each.key]
    except KeyError:
        raise InputError(
            f"no notice can hold the field {each.key!r} of a regime",
            expected=", ".join(_CONTENT_OF),
        ) from None


def stated_in(notice: Notice) -> set[Content]:
    """What a notice states; areas of launch or impact have roles."""
    roles = {area.role for area in notice.areas}
    stated = {content for content, role in ROLES.items() if role in roles}
    if roles & {AreaRole.LAUNCH, AreaRole.IMPACT}:
        stated.add(Content.AREA_ROLES)
    values = {
        Content.PLANNED_DATE: notice.planned_date,
        Content.LAUNCH_WINDOW: notice.windows,
        Content.MISSILE_CLASS: notice.missile_class,
        Content.AZIMUTH: notice.azimuth,
        Content.IMPACT_TIME: notice.impact_time,
    }
    return stated | {content for content, value in values.items() if value}


def check_required(notice: Notice, regime: Regime, where: str = "") -> None:
    """Refuse a notice that lacks what its regime requires.

    Raises:
        InputError: names the fields that are missing.
    """
    stated = stated_in(notice)
    lacking = [each for each in regime.fields if content_of(each) not in stated]
    missing = [each.key for each in lacking if _is_required(each)]
    either = [each for each in regime.fields if each.obligation is Obligation.EITHER]
    if either and all(each in lacking for each in either):
        missing.append(" or ".join(each.key for each in either))
    if missing:
        raise InputError(
            f"a notice under {regime.id} states {', '.join(missing)}, which is missing",
            where=where or notice.reference,
        )


def window(begin: Instant, end: Instant) -> Window:
    """The window between two instants, in UTC.

    Raises:
        ValueError: one that ends before it begins.
    """
    return Window(begin=begin.isoformat(), end=end.isoformat())


def spans(windows: Iterable[Window]) -> tuple[tuple[Instant, Instant], ...]:
    """Windows as pairs of instants, in order of time."""
    pairs = ((Instant.parse(each.begin), Instant.parse(each.end)) for each in windows)
    return tuple(sorted(pairs))


def ordered(areas: Iterable[NoticeArea]) -> tuple[NoticeArea, ...]:
    """Areas of launch first, then of impact, then of hazard; of each, polygons before circles."""
    roles = list(ROLES.values())
    return tuple(sorted(areas, key=lambda each: (roles.index(each.role), not each.polygon_deg)))


def date_of(moment: Instant) -> str:
    """The date in UTC of an instant, ISO 8601."""
    return moment.isoformat()[:10]


def start_of(date: str) -> Instant:
    """The instant at which a date begins in UTC.

    Raises:
        RangeError: no date.
    """
    return Instant.parse(f"{date}T00:00:00Z")


def is_warning(regime: Regime) -> bool:
    """Whether a regime warns of areas without saying what happens in which."""
    held = {content_of(each) for each in regime.fields}
    return Content.HAZARD_AREAS in held and Content.LAUNCH_AREA not in held


def carried_by(regime: Regime) -> set[Content]:
    """What a regime has fields for; with fields for areas come their roles, but in a warning."""
    held = {content_of(each) for each in regime.fields}
    if is_warning(regime):
        return held | {Content.LAUNCH_AREA, Content.IMPACT_AREA}
    return held | {Content.AREA_ROLES}


def _left_out(names: tuple[str, ...], regime: Regime) -> set[Content]:
    """What is to be left out.

    Raises:
        UnknownNameError: a name that is none.
        InputError: the regime requires it.
    """
    known = [content.value for content in Content]
    for name in names:
        if name not in known:
            raise UnknownNameError.among("content of a notice", name, known)
    required = {content_of(each) for each in regime.fields if _is_required(each)}
    if not is_warning(regime):
        required.add(Content.AREA_ROLES)
    for name in names:
        if name in required:
            raise InputError(f"a notice under {regime.id} cannot do without {name}")
    return {Content(name) for name in names}


def _is_required(each: NoticeField) -> bool:
    return each.obligation is Obligation.REQUIRED


def _whole(test: AnnouncedTest, regime: Regime, choice: Chosen) -> Notice:
    """All that a test says as its notice, whatever the regime has fields for.

    Raises:
        InputError: names that no line can hold.
    """
    for name, text in (("host", test.host), ("vehicle_class", test.vehicle_class)):
        if not text or not text.isprintable() or text != text.strip():
            raise InputError(
                f"{name} {text!r} does not go into one line of a notice", where=f"test.{test.id}"
            )
    areas = tuple(_plain(area) for area in test.areas)
    if not is_warning(regime) and not any(area.role is AreaRole.LAUNCH for area in areas):
        areas = (*_around_site(test), *areas)
    return Notice(
        regime=regime.id,
        host=test.host,
        issued=Instant.parse(test.issued),
        reference=choice.reference or test.id,
        standing=choice.standing,
        windows=tuple(window(*span) for span in spans(test.windows)),
        missile_class=test.vehicle_class,
        areas=ordered(areas),
        azimuth=None if test.azimuth is None else _directions(test.azimuth),
        impact_time=choice.impact_time,
    )


def _plain(area: NoticeArea) -> NoticeArea:
    """An area as a notice has it, without what the record says of its source."""
    return msgspec.structs.replace(
        area, source=SOURCE, status=Status.READ, confidence=None, by="", note=""
    )


def _around_site(test: AnnouncedTest) -> tuple[NoticeArea, ...]:
    """The site within what is stated of it, where a test names no launch area."""
    if not test.site.within_km:
        return ()
    centre_deg = (test.site.lat_deg, test.site.lon_deg)
    return (
        NoticeArea(
            id="site",
            role=AreaRole.LAUNCH,
            centre_deg=centre_deg,
            radius=test.site.within_km,
            source=SOURCE,
            status=Status.READ,
        ),
    )


def _directions(azimuth: Angle) -> Directions:
    """An azimuth in degrees, in which most are given."""
    degrees = 1.0 if azimuth.unit == "deg" else UNITS[azimuth.unit].si / UNITS["deg"].si
    low, high = azimuth.interval
    return Directions(azimuth.value * degrees, low * degrees, high * degrees)


def _only_in(test: AnnouncedTest) -> set[Content]:
    """What a test states and no regime has a field for."""
    stated = ((Content.APOGEE, test.apogee), (Content.RANGE, test.range))
    return {content for content, value in stated if value is not None}


def _fitted(whole: Notice, regime: Regime) -> Notice:
    """A notice in the form of its regime: with a date, or as a warning.

    Raises:
        InputError: a window that the date does not cover, or one not in whole minutes.
    """
    if any(each.key == "planned_date" for each in regime.fields):
        return replace(whole, planned_date=_planned_date(whole, regime))
    return _as_warning(whole) if is_warning(regime) else whole


def _planned_date(whole: Notice, regime: Regime) -> str:
    """The date of the first window, for as long as a notice of it is valid.

    Raises:
        InputError: a window that begins later.
    """
    begins = [begin for begin, _ in spans(whole.windows)]
    date = date_of(begins[0])
    valid = regime.valid_after
    if valid is not None and begins[-1] >= start_of(date).plus_s(valid.si):
        raise InputError(
            f"the window of {begins[-1]} begins later than a notice of {date} is valid",
            where=whole.reference,
            expected=f"within {valid.text} from that date on",
            do="give notice of it by itself",
        )
    return date


def _as_warning(whole: Notice) -> Notice:
    """A notice in the capitals of a warning, which ends an hour after its last window.

    Raises:
        InputError: a time that is not in whole minutes.
    """
    for moment in (whole.issued, *(edge for span in spans(whole.windows) for edge in span)):
        if moment is not None and moment.posix_us % 60_000_000:
            raise InputError(
                f"a warning to ships knows whole minutes, not {moment}", where=whole.reference
            )
    last = spans(whole.windows)[-1][1]
    series, reference = _numbered(whole.reference.upper())
    return replace(
        whole,
        host=whole.host.upper(),
        reference=reference,
        broadcast=Broadcast(series=series, until=last.plus_s(_CANCELLED_AFTER_S)),
    )


def _numbered(reference: str) -> tuple[str, str]:
    """The series and the number of a warning, such as `NAVAREA XII` and `123/30`."""
    match = re.fullmatch(r"(HYDRO[A-Z]+|(?:NAVAREA )?[IVXL]+|NAVAREA) (.+)", reference)
    if match is None:
        return "NAVAREA", reference
    series = match[1]
    return series if series.startswith(("HYDRO", "NAVAREA")) else f"NAVAREA {series}", match[2]


def _lettered(notice: Notice) -> Notice:
    """A warning with its areas called by letters."""
    areas = (
        msgspec.structs.replace(area, id=letters(place)) for place, area in enumerate(notice.areas)
    )
    return replace(notice, areas=tuple(areas))


def letters(place: int) -> str:
    """The letter of an area in a warning: A to Z, then AA, AB and so on."""
    first, last = divmod(place, 26)
    return (letters(first - 1) if first else "") + chr(ord("A") + last)


def _without(notice: Notice, left_out: set[Content]) -> Notice:
    """A notice without what is left out."""
    roles = {role for content, role in ROLES.items() if content in left_out}
    areas = tuple(area for area in notice.areas if area.role not in roles)
    if Content.AREA_ROLES in left_out:
        areas = tuple(msgspec.structs.replace(area, role=AreaRole.HAZARD) for area in areas)
    return replace(
        notice,
        windows=() if Content.LAUNCH_WINDOW in left_out else notice.windows,
        missile_class="" if Content.MISSILE_CLASS in left_out else notice.missile_class,
        azimuth=None if Content.AZIMUTH in left_out else notice.azimuth,
        impact_time=None if Content.IMPACT_TIME in left_out else notice.impact_time,
        areas=areas,
    )
