"""Whether the rules of the regimes are kept: from when on notice is due, how early, how long.

A rule is one figure of a regime's record in the catalogue, with its source and standing. It is met,
not met, or unknown where what is announced does not decide it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from glasshield import messages
from glasshield.assurance.document import Part, Text
from glasshield.catalog.announced import AnnouncedTest, AreaRole, NoticeArea
from glasshield.catalog.plans import Regime
from glasshield.catalog.quantity import Quantity
from glasshield.earth import geodesic
from glasshield.earth.time import Instant
from glasshield.monitoring import areas as on_ground
from glasshield.monitoring.notice import Notice, spans, start_of

Kept = Literal["met", "not-met", "unknown"]
Rule = Literal["obligation", "at-least-before", "at-most-before", "valid-after"]

_DAY_S: Final = 86_400.0


class RuleRow(Part, frozen=True, kw_only=True):
    """A rule of a regime, and whether it is kept.

    Of `obligation`, met says that notice is due under the regime, and not met that it is not.
    """

    regime: str
    rule: Rule
    name: Text
    answer: Kept
    why: Text
    numbers: dict[str, float | None]
    source: tuple[str, ...]
    status: str


@dataclass(frozen=True, slots=True)
class _Announced:
    """What the rules ask of.

    Attributes:
        issued: when notice was given; None where nothing says it.
        begins: the least and the greatest instant at which the first window may begin.
        ends: the end of the last window; None where the date alone is known.
        range_m: over the ground, at least and at most; None where nothing says it.
        apogee_m: at least and at most; None where nothing says it.
    """

    issued: Instant | None
    begins: tuple[Instant, Instant]
    ends: Instant | None
    range_m: tuple[float, float] | None
    apogee_m: tuple[float, float] | None


class _Said(NamedTuple):
    """What is said of a rule.

    Attributes:
        params: of the sentence.
        numbers: of the row.
        key: of the sentence where it is not that of the answer.
    """

    params: Mapping[str, float | str]
    numbers: Mapping[str, float | None]
    key: str = ""


def rules(announced: AnnouncedTest | Notice, regimes: Mapping[str, Regime]) -> tuple[RuleRow, ...]:
    """The rules of all regimes for a test; for a notice those of its own, and where one is due.

    Args:
        announced: a test as it is announced, or a notice.
        regimes: of the catalogue.
    """
    if isinstance(announced, Notice):
        known = _of_notice(announced)
        own, others = regimes[announced.regime], regimes.values()
        rows = _rows(own, known)
        # Whether notice is due under another regime does not hang on which one it was given under.
        dues = [row for each in others if each is not own for row in _rows(each, known)]
        return (*rows, *(row for row in dues if row.rule == "obligation"))
    return tuple(row for regime in regimes.values() for row in _rows(regime, _of_test(announced)))


def _of_test(test: AnnouncedTest) -> _Announced:
    windows = spans(test.windows)
    flown = test.range
    return _Announced(
        issued=Instant.parse(test.issued),
        begins=(windows[0][0], windows[0][0]),
        ends=max(end for _, end in windows),
        range_m=_between(test.areas) if flown is None else (flown.low_si, flown.high_si),
        apogee_m=None if test.apogee is None else (test.apogee.low_si, test.apogee.high_si),
    )


def _of_notice(notice: Notice) -> _Announced:
    windows = spans(notice.windows)
    if windows:
        begins, ends = (windows[0][0], windows[0][0]), max(end for _, end in windows)
        return _Announced(notice.issued, begins, ends, _between(notice.areas), None)
    day = start_of(notice.planned_date)
    return _Announced(notice.issued, (day, day.plus_s(_DAY_S)), None, _between(notice.areas), None)


def _between(areas: tuple[NoticeArea, ...]) -> tuple[float, float] | None:
    """The least and the greatest distance (m) from a launch area to an impact area."""
    launch = [area for area in areas if area.role is AreaRole.LAUNCH]
    impact = [area for area in areas if area.role is AreaRole.IMPACT]
    if not launch or not impact:
        return None
    pairs = [(first, last) for first in launch for last in impact]
    away = [float(geodesic.inverse(*_middles(*pair)).distance_m) for pair in pairs]
    reach = [on_ground.reach_m(first) + on_ground.reach_m(last) for first, last in pairs]
    least = min(length - size for length, size in zip(away, reach, strict=True))
    return max(least, 0.0), max(length + size for length, size in zip(away, reach, strict=True))


def _middles(first: NoticeArea, last: NoticeArea) -> tuple[float, float, float, float]:
    return (*on_ground.centre(first), *on_ground.centre(last))


def _rows(regime: Regime, known: _Announced) -> list[RuleRow]:
    """The rules of one regime."""
    rows = []
    if regime.range_or_height_above is not None:
        rows.append(_obligation(regime, regime.range_or_height_above, known))
    if regime.notice_at_least_before is not None:
        rows.append(_at_least_before(regime, regime.notice_at_least_before, known))
    if regime.notice_at_most_before is not None:
        rows.append(_at_most_before(regime, regime.notice_at_most_before, known))
    if regime.valid_after is not None:
        rows.append(_valid_after(regime, regime.valid_after, known))
    return rows


def _obligation(regime: Regime, limit: Quantity, known: _Announced) -> RuleRow:
    """Whether notice is due: either of range and height above the limit is enough."""
    stated = [each for each in (known.range_m, known.apogee_m) if each is not None]
    answer: Kept = "unknown"
    if any(low > limit.si for low, _ in stated):
        answer = "met"
    elif len(stated) == 2 and all(high <= limit.si for _, high in stated):
        answer = "not-met"
    numbers = {
        "limit_km": limit.si / 1e3,
        "range_km": None if known.range_m is None else known.range_m[0] / 1e3,
        "apogee_km": None if known.apogee_m is None else known.apogee_m[0] / 1e3,
    }
    greatest_m = max((low for low, _ in stated), default=0.0)
    said = {"limit": limit.si / 1e3, "most": greatest_m / 1e3}
    return _row(regime, "obligation", answer, limit, _Said(said, numbers))


def _at_least_before(regime: Regime, limit: Quantity, known: _Announced) -> RuleRow:
    """Whether notice is early enough before the first window."""
    early = _hours_before(known)
    answer: Kept = "unknown"
    if early is not None and early[0] >= limit.si / 3600.0:
        answer = "met"
    elif early is not None and early[1] < limit.si / 3600.0:
        answer = "not-met"
    return _timed(regime, "at-least-before", answer, limit, early)


def _at_most_before(regime: Regime, limit: Quantity, known: _Announced) -> RuleRow:
    """Whether notice is not too early before the first window."""
    early = _hours_before(known)
    answer: Kept = "unknown"
    if early is not None and early[1] <= limit.si / 3600.0:
        answer = "met"
    elif early is not None and early[0] > limit.si / 3600.0:
        answer = "not-met"
    return _timed(regime, "at-most-before", answer, limit, early)


def _hours_before(known: _Announced) -> tuple[float, float] | None:
    """At least and at most how many hours lie between the notice and the first window."""
    if known.issued is None:
        return None
    first, last = (begin.since_s(known.issued) / 3600.0 for begin in known.begins)
    return first, last


def _valid_after(regime: Regime, limit: Quantity, known: _Announced) -> RuleRow:
    """Whether the last window ends while a notice of the first date is valid."""
    day = start_of(known.begins[0].isoformat()[:10])
    if known.ends is None:
        until = day.plus_s(limit.si)
        days = limit.si / _DAY_S
        alone = _Said({"days": days, "until": str(until)}, {"days": days}, "date")
        return _row(regime, "valid-after", "met", limit, alone)
    used_s = known.ends.since_s(day)
    answer: Kept = "met" if used_s <= limit.si else "unknown"
    if used_s > limit.si + _DAY_S:
        answer = "not-met"
    said: dict[str, float | str] = {"days": limit.si / _DAY_S, "until": str(known.ends)}
    numbers: dict[str, float | None] = {
        "days": limit.si / _DAY_S,
        "used_days": used_s / _DAY_S,
    }
    return _row(regime, "valid-after", answer, limit, _Said(said, numbers))


def _timed(
    regime: Regime,
    rule: Rule,
    answer: Kept,
    limit: Quantity,
    early_h: tuple[float, float] | None,
) -> RuleRow:
    hours = 0.0 if early_h is None else early_h[0]
    said = {"limit": limit.si / 3600.0, "hours": abs(hours)}
    numbers = {
        "limit_h": limit.si / 3600.0,
        "hours_before": None if early_h is None else early_h[0],
        "hours_before_at_most": None if early_h is None else early_h[1],
    }
    is_late = rule == "at-least-before" and hours < 0.0
    return _row(regime, rule, answer, limit, _Said(said, numbers, "late" if is_late else ""))


def _row(regime: Regime, rule: Rule, answer: Kept, limit: Quantity, said: _Said) -> RuleRow:
    why, name = (f"notices.rule.{rule}.{each}" for each in (said.key or answer, "name"))
    en, ru = (messages.text(lang, why, **said.params) for lang in messages.LANGUAGES)
    return RuleRow(
        regime=regime.id,
        rule=rule,
        name=Text(en=messages.text("en", name), ru=messages.text("ru", name)),
        answer=answer,
        why=Text(en=en, ru=ru),
        numbers=dict(said.numbers),
        source=limit.sources,
        status=limit.status.value,
    )
