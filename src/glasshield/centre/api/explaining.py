"""What a viewer would see of an object, and why: as far as the rules are for whoever asks to know.

What is agreed between two parties is known to both: a viewer is told of the rules that give it
something, a party also of what its own rules give to others.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Annotated

import msgspec
from starlette.responses import Response

from glasshield.centre.api import faults, wire
from glasshield.centre.api.calls import Call, released
from glasshield.centre.api.showing import terms
from glasshield.centre.errors import not_allowed
from glasshield.centre.people.readers import Reader
from glasshield.earth.time import Instant
from glasshield.errors import RangeError
from glasshield.exchange.release.explain import Answer, Object, Sight, explain, rule_names
from glasshield.exchange.release.rules import RuleSet
from glasshield.exchange.release.terms import CLASS_NAMES, Mode
from glasshield.exchange.release.wording import explanation
from glasshield.messages import Language

_MOST_SIGHTS = 64
_Text = Annotated[str, msgspec.Meta(max_length=4096)]


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An object about which somebody asks.

    Attributes:
        seen: who measures it: `PARTY/SENSOR`, more behind commas.
        to: who would see it; without it whoever asks.
        lat_deg: over which place it is; without it unknown.
        lon_deg: of that place.
        object_class: what it is taken for.
        time: when it is measured; without it now.
        lang: of the words.
    """

    seen: _Text
    to: _Text = ""
    lat_deg: Annotated[float, msgspec.Meta(ge=-90.0, le=90.0)] | None = None
    lon_deg: Annotated[float, msgspec.Meta(ge=-180.0, le=180.0)] | None = None
    object_class: str = "unknown"
    time: _Text = ""
    lang: Language = "en"


@dataclass(frozen=True, slots=True)
class When:
    """When something is asked, and of what.

    Attributes:
        mode: exercise or real.
        at: the present instant.
    """

    mode: Mode
    at: Instant


async def answer(call: Call) -> Response:
    """Says what would be seen, and why."""
    when = When(Mode(call.centre.mode), call.centre.now())
    body = explained(call.query, call.reader, call.centre.rules, when)
    return released(call, body, explanations=1)


def explained(asked: Asked, reader: Reader, rules: RuleSet, when: When) -> wire.Explanation:
    """What would be seen, and why, as far as whoever asks may be told.

    Args:
        asked: what is asked.
        reader: who asks.
        rules: of all parties.
        when: of which mode, and when.

    Raises:
        RefusedError: nothing that can be asked, or not by this reader.
    """
    to = asked.to or reader.viewer
    seen = _object(asked, when)
    found = explain(_known_to(reader, to, rules), seen, to)
    return wire.Explanation(
        to=to,
        mode=seen.mode.value,
        text=explanation(found, seen, to, asked.lang),
        answers=tuple(_answer(each) for each in found),
    )


def _known_to(reader: Reader, to: str, rules: RuleSet) -> RuleSet:
    """The rules that whoever asks may be told of.

    Raises:
        RefusedError: somebody who speaks for no party asks what others see.
    """
    if to == reader.viewer:
        return RuleSet.of(rule for rule in rules.rules if to in rule.to)
    if not reader.party or reader.party != reader.viewer:
        raise not_allowed()
    return RuleSet.of(rule for rule in rules.rules if rule.source.owner == reader.party)


def _object(asked: Asked, when: When) -> Object:
    """The object that is asked about.

    Raises:
        RefusedError: no sensor, half a place, another class, or no instant.
    """
    names = asked.seen.split(",")
    pairs = [name.partition("/") for name in names]
    if len(names) > _MOST_SIGHTS or not all(owner and sensor for owner, _, sensor in pairs):
        raise _wrong("seen", f"PARTY/SENSOR, up to {_MOST_SIGHTS} of them with commas between")
    if (asked.lat_deg is None) != (asked.lon_deg is None):
        raise _wrong("lat_deg", "lat_deg and lon_deg, or neither")
    if asked.object_class not in CLASS_NAMES:
        raise _wrong("object_class", ", ".join(CLASS_NAMES))
    lat, lon = (math.nan if x is None else math.radians(x) for x in (asked.lat_deg, asked.lon_deg))
    try:
        time = Instant.parse(asked.time) if asked.time else when.at
    except RangeError as error:
        raise _wrong("time", error.expected or "an instant in UTC") from None
    sights = tuple(Sight(owner, sensor, lat, lon) for owner, _, sensor in pairs)
    return Object(sights, when.mode, time, asked.object_class)


def _wrong(key: str, expected: str) -> Exception:
    return faults.malformed(f"{key} cannot be this", where="query", expected=expected)


def _answer(found: Answer) -> wire.Explained:
    return wire.Explained(
        kind=found.kind,
        shown=tuple(
            wire.WouldSee(
                terms=terms(each.terms),
                sensors=tuple(f"{sight.owner}/{sight.sensor}" for sight in each.sights),
                rules=tuple(rule_names(each.rules)),
            )
            for each in found.shown
        ),
        withheld=tuple(
            wire.WouldNotSee(
                sensor=f"{each.sight.owner}/{each.sight.sensor}",
                reason=each.reason,
                rule=None if each.rule is None else rule_names([each.rule])[0],
            )
            for each in found.withheld
        ),
    )
