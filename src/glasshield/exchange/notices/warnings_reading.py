"""Warnings to ships out of their text (see `warnings` for what one looks like).

Windows are read as they are written in the service: `0600Z TO 1000Z DAILY 01 THRU 03 JUN`,
`010600Z TO 011000Z JUN`, and lists of these, alternates among them. What cannot be read is refused
with the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from glasshield.catalog.announced import AreaRole, NoticeArea, RadiusUnit, Window
from glasshield.catalog.plans import Regime
from glasshield.catalog.quantity import Status
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.notices.lines import EXERCISE
from glasshield.exchange.notices.numbers import from_minutes, number
from glasshield.exchange.notices.warnings import (
    DAY_S,
    LONGEST_OPERATION,
    MONTHS,
    UNIT_NAMES,
    check_words,
)
from glasshield.monitoring.notice import (
    SOURCE,
    Broadcast,
    Notice,
    Standing,
    check_required,
    letters,
    window,
)

_STAMP: Final = r"\d{6}Z [A-Z]{3} (?:20)?\d{2}"
_HEAD: Final = re.compile(
    rf"(?:(?P<issued>{_STAMP}) )?(?P<series>NAVAREA(?: [IVXL]+)?|HYDRO[A-Z]+) "
    r"(?P<reference>[^.]+)\. "
)
_OPERATION: Final = re.compile(
    rf"(?:1\. )?(?P<operation>[A-Z][A-Z ,/()'-]{{0,{LONGEST_OPERATION}}}?),? (?=\d{{4}}(?:\d\d)?Z)"
)
_AREAS: Final = re.compile(r" IN (?:THE )?AREAS?\b")
# Behind a sentence, not behind its number.
_TAIL: Final = re.compile(rf"(?<=\.)(?<! \d\.) (?=(?:\d\. )?(?:CANCEL|AUTHORITY) |{_STAMP}\.?$)")
_LETTER: Final = re.compile(r"(?:^|(?<=[\s.,:]))([A-Z]{1,2})\. ")
_CIRCLE: Final = re.compile(r"WITHIN (\S+) (MILES|KILOMETERS) OF (.+)")
_TOKEN: Final = re.compile(r"\d{6}Z|\d{4}Z|\d{4}|\d{2}|[A-Z]+|,|\S+")
_HALF_YEAR: Final = 6  # months
_MOST_DAYS: Final = 366
_BETWEEN: Final = (",", "AND", "ALTERNATE", "ALTERNATES")


def is_warning(text: str) -> bool:
    """Whether a text begins as a warning to ships does."""
    return _HEAD.match(_plain(text)) is not None


def read(text: str, regime: Regime, where: str) -> Notice:
    """The warning that a text is.

    Args:
        text: of a file.
        regime: of warnings to ships.
        where: the name of the file.

    Raises:
        InputError: words that no warning of areas and windows has.
    """
    try:
        notice = _read(_plain(text), regime.id, _standing(text))
        check_words(notice)
    except InputError as error:
        raise InputError(error.what, where=where, expected=error.expected, do=error.do) from None
    except ValueError as error:
        raise InputError(str(error), where=where) from None
    check_required(notice, regime, where)
    return notice


def _standing(text: str) -> Standing:
    return Standing.EXERCISE if text.lstrip().startswith(EXERCISE) else Standing.GENUINE


def _plain(text: str) -> str:
    """A text in one line, without the mark of an exercise."""
    return " ".join(text.replace(EXERCISE, " ").split())


def _read(text: str, regime: str, standing: Standing) -> Notice:
    """A warning in one line.

    Raises:
        InputError: words that it does not have.
        ValueError: a window or an area that is none.
    """
    head = _HEAD.match(text)
    if head is None:
        raise InputError("no warning to ships", expected="NAVAREA, HYDROPAC or HYDROLANT first")
    body, *tail = _TAIL.split(text[head.end() :])
    areas = _AREAS.search(body)
    operation = None if areas is None else _OPERATION.search(body[: areas.start()])
    if areas is None or operation is None:
        raise InputError(
            "the warning names no operation with its times and areas",
            expected="1. HAZARDOUS OPERATIONS ... 0600Z TO 1000Z DAILY ... IN AREA ...",
        )
    end = _End.of(tail)
    issued = head["issued"] or end.issued
    moment = _moment(issued) if issued else None
    years = _Years.of(head["reference"], moment, end.until)
    return Notice(
        regime=regime,
        host=end.authority,
        issued=moment,
        reference=head["reference"],
        standing=standing,
        windows=_Windows(body[operation.end() : areas.start()], years).read(),
        areas=_areas(body[areas.end() :]),
        broadcast=Broadcast(
            series=head["series"],
            seas=tuple(_sentences(body[: operation.start()])),
            operation=operation["operation"],
            cancels=tuple(end.cancels),
            until=end.until,
        ),
    )


def _sentences(text: str) -> Iterator[str]:
    return (each.strip() for each in text.split(".") if each.strip())


@dataclass(slots=True)
class _End:
    """What stands behind the areas of a warning."""

    cancels: list[str] = field(default_factory=list)
    until: Instant | None = None
    authority: str = ""
    issued: str = ""

    @classmethod
    def of(cls, parts: list[str]) -> _End:
        """Sentence by sentence.

        Raises:
            InputError: one that says something else.
        """
        end = cls()
        for part in parts:
            said = re.sub(r"^\d\. ", "", part.strip()).removesuffix(".")
            if said.startswith("CANCEL THIS MSG "):
                end.until = _moment(said.removeprefix("CANCEL THIS MSG "))
            elif said.startswith("CANCEL "):
                end.cancels.append(said.removeprefix("CANCEL "))
            elif said.startswith("AUTHORITY "):
                end.authority = said.removeprefix("AUTHORITY ")
            else:
                end.issued = said
        return end


def _moment(text: str) -> Instant:
    """The instant of `281200Z MAY 30`.

    Raises:
        InputError: none.
    """
    if re.fullmatch(_STAMP, text) is None:
        raise InputError(f"{text!r} is no time of a warning", expected="such as 281200Z MAY 30")
    stamp, month, year = text.split()
    return _instant(stamp[:2], stamp[2:6], month, int(year[-2:]))


def _instant(day: str, clock: str, month: str, year: int) -> Instant:
    """The instant of a day and a time of day.

    Raises:
        InputError: no such day or time.
    """
    if month not in MONTHS:
        raise InputError(f"{month!r} is no month", expected=" ".join(MONTHS))
    date = f"20{year:02d}-{MONTHS.index(month) + 1:02d}-{day}"
    return Instant.parse(f"{date}T{clock[:2]}:{clock[2:]}:00Z")


@dataclass(frozen=True, slots=True)
class _Years:
    """Of which year a month without one is.

    A warning looks ahead by less than half a year, and ends before it is cancelled: in December a
    window of January is one of the next year.

    Attributes:
        year: two digits; None where nothing says it.
        month: from 1, of the issue or of the end; None where only the year is known.
        is_end: whether year and month are those of the end.
    """

    year: int | None
    month: int | None = None
    is_end: bool = False

    @classmethod
    def of(cls, reference: str, issued: Instant | None, until: Instant | None) -> _Years:
        """From the moment of issue, from that of the end, or else from the number."""
        known = issued or until
        if known is not None:
            text = known.isoformat()
            return cls(int(text[2:4]), int(text[5:7]), is_end=issued is None)
        numbered = re.search(r"/(?:20)?(\d{2})(?!\d)", reference)
        return cls(None if numbered is None else int(numbered[1]))

    def year_of(self, month: int) -> int | None:
        """The year (two digits) of a month, counted from 1."""
        if self.year is None or self.month is None:
            return self.year
        if self.is_end:
            return self.year - (month > self.month)
        return self.year + (month < self.month - _HALF_YEAR)


@dataclass(frozen=True, slots=True)
class _Month:
    """A month, and its year where one stands behind it."""

    name: str
    year: int | None


@dataclass(slots=True)
class _Windows:
    """The windows of a warning, word by word.

    Attributes:
        text: between the operation and the areas.
        years: of months without one.
        words: those not read yet.
        waiting: windows whose month stands behind a later one.
        found: windows.
    """

    text: str
    years: _Years
    words: list[str] = field(init=False)
    waiting: list[tuple[str, str]] = field(default_factory=list)
    found: list[tuple[Instant, Instant]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.words = _TOKEN.findall(self.text)

    def read(self) -> tuple[Window, ...]:
        """All windows, in order of time.

        Raises:
            InputError: words that are no window.
            ValueError: one that ends before it begins.
        """
        while self.words:
            if self.words[0] in _BETWEEN:
                self.words.pop(0)
            else:
                self._one()
        if self.waiting:
            raise InputError(f"the window {self.waiting[0][0]} has no month")
        return tuple(window(*span) for span in sorted(self.found))

    def _one(self) -> None:
        """One window, or one of each day."""
        begin = self._take(r"\d{6}Z|\d{4}Z", "a time such as 0600Z or 010600Z")
        month = self._month()
        self._take("TO", "TO")
        end = self._take(r"\d{6}Z" if len(begin) == 7 else r"\d{4}Z", "the time of its end")
        if len(begin) == 7:
            self._dated(begin, month, end)
            return
        if self.words[:1] == ["DAILY"]:
            self.words.pop(0)
        days = self._days()
        self._follow(_Month(MONTHS[int(days[0][5:7]) - 1], int(days[0][2:4])))
        for day in days:
            first = Instant.parse(f"{day}T{begin[:2]}:{begin[2:4]}:00Z")
            last = Instant.parse(f"{day}T{end[:2]}:{end[2:4]}:00Z")
            self.found.append((first, last if last > first else last.plus_s(DAY_S)))

    def _dated(self, begin: str, begin_month: _Month | None, end: str) -> None:
        """A window between two days, and those that waited for its month."""
        month = self._month()
        if month is None and begin_month is None:
            self.waiting.append((begin, end))
            return
        if month is None:
            raise InputError(f"the end {end} of a window has no month")
        self._follow(month)
        self._add(begin, begin_month or month, end, month)

    def _follow(self, month: _Month) -> None:
        """The windows that waited for a month, in it."""
        for begin, end in self.waiting:
            self._add(begin, month, end, month)
        self.waiting.clear()

    def _add(self, begin: str, begin_month: _Month, end: str, end_month: _Month) -> None:
        last_year = self._of(end_month)
        first_year = last_year if begin_month is end_month else self._of(begin_month)
        first = _instant(begin[:2], begin[2:6], begin_month.name, first_year)
        last = _instant(end[:2], end[2:6], end_month.name, last_year)
        if last < first and end_month.year is None and begin_month is not end_month:
            last = _instant(end[:2], end[2:6], end_month.name, last_year + 1)
        self.found.append((first, last))

    def _days(self) -> list[str]:
        """The days (ISO 8601) of `01 THRU 03 JUN`, `18 AND 19 APR` or `30 APR THRU 04 MAY`."""
        named = list(self._named_days())
        dated: list[tuple[str, bool]] = []
        month = None
        for day, own_month, through in reversed(named):
            month = own_month or month
            if month is None:
                raise InputError(f"the day {day} has no month", where=self.text.strip())
            dated.insert(0, (self._date(day, month), through))
        days: list[str] = []
        for date, through in dated:
            days += _between(days[-1], date) if through else [date]
        if not days:
            raise InputError(f"no days stand in {self.text.strip()!r}")
        return days

    def _named_days(self) -> Iterator[tuple[str, _Month | None, bool]]:
        """Days with their months, where those stand, and whether they end a row of days."""
        through = False
        while self.words and re.fullmatch(r"\d{2}", self.words[0]):
            day = self.words.pop(0)
            yield day, self._month(), through
            through = self.words[:1] == ["THRU"]
            is_next = len(self.words) > 1 and re.fullmatch(r"\d{2}", self.words[1]) is not None
            if through or (is_next and self.words[0] in (",", "AND")):
                self.words.pop(0)

    def _date(self, day: str, month: _Month) -> str:
        return _instant(day, "0000", month.name, self._of(month)).isoformat()[:10]

    def _of(self, month: _Month) -> int:
        """The year of a month.

        Raises:
            InputError: nothing says it.
        """
        number = MONTHS.index(month.name) + 1
        year = self.years.year_of(number) if month.year is None else month.year
        if year is None:
            raise InputError(
                f"nothing says of which year {month.name} is", do="write the year behind it"
            )
        return year

    def _month(self) -> _Month | None:
        """The month that stands here, with its year if that does."""
        if not self.words or self.words[0] not in MONTHS:
            return None
        name = self.words.pop(0)
        has_year = bool(self.words) and re.fullmatch(r"(20)?\d{2}", self.words[0]) is not None
        return _Month(name, int(self.words.pop(0)[-2:]) if has_year else None)

    def _take(self, pattern: str, expected: str) -> str:
        """The next word, which has to be of a kind.

        Raises:
            InputError: it is of another.
        """
        word = self.words.pop(0) if self.words else "the end"
        if re.fullmatch(pattern, word) is None:
            raise InputError(
                f"{word!r} stands in {self.text.strip()!r} where there is no place for it",
                expected=expected,
            )
        return word


def _between(first: str, last: str) -> list[str]:
    """The days behind one day up to another.

    Raises:
        InputError: the second does not come later, or more than a year.
    """
    begin, end = (Instant.parse(f"{day}T00:00:00Z") for day in (first, last))
    count = round(end.since_s(begin) / DAY_S)
    if not 0 < count <= _MOST_DAYS:
        raise InputError(f"{first} THRU {last} is no row of days")
    return [begin.plus_s(n * DAY_S).isoformat()[:10] for n in range(1, count + 1)]


def _areas(text: str) -> tuple[NoticeArea, ...]:
    """The areas of a warning.

    Raises:
        InputError: words that are no area.
        ValueError: one that is no area.
    """
    body = re.sub(r"^\s*(BOUND BY)?\s*:?\s*", "", text)
    first, *rest = _LETTER.split(body)
    if not rest:
        return (_area(letters(0), first),)
    if first.strip(" .:"):
        raise InputError(f"{first.strip()!r} stands before the first area")
    return tuple(_area(name, said) for name, said in zip(rest[::2], rest[1::2], strict=True))


def _area(name: str, text: str) -> NoticeArea:
    """One area.

    Raises:
        InputError: none.
        ValueError: one that is no area.
    """
    said = text.strip(" .,;")
    circle = _CIRCLE.fullmatch(said)
    if circle is not None:
        units = {name: unit for unit, name in UNIT_NAMES.items()}
        return NoticeArea(
            id=name,
            role=AreaRole.HAZARD,
            centre_deg=from_minutes(circle[3]),
            radius=number(circle[1]),
            radius_unit=RadiusUnit(units[circle[2]]),
            source=SOURCE,
            status=Status.READ,
        )
    said = re.sub(r"^BOUND BY:? ", "", said)
    places = [from_minutes(place) for place in re.split(r",\s*(?:AND )?| AND ", said)]
    closed = len(places) > 3 and places[0] == places[-1]
    return NoticeArea(
        id=name,
        role=AreaRole.HAZARD,
        polygon_deg=tuple(places[:-1] if closed else places),
        source=SOURCE,
        status=Status.READ,
    )
