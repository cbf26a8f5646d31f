"""The lattices on which a claim about reaching can be argued.

Moving a delay, a cap or a speed changes neither flights nor how long an interceptor needs to a
place, so a whole lattice costs no more than a few margins. Its flights are those that the thorough
search found for the sides: a delay far from what any side says could have a somewhat worse one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from jaxtyping import Float, Int

from glasshield import units
from glasshield.assurance.argued import (
    ArguedBattery,
    ArguedInterceptor,
    ArguedNumber,
    ArguedSide,
    Argument,
    Caps,
    Column,
)
from glasshield.assurance.flightbook import Pair
from glasshield.assurance.measured import band_of
from glasshield.assurance.nearness import Asked
from glasshield.assurance.needs import Nodes
from glasshield.assurance.posts import Post
from glasshield.assurance.reaching import CannotReach
from glasshield.assurance.rounding import figure, rounded
from glasshield.assurance.sides import Side, fact_at, in_unit
from glasshield.assurance.verdicts import Margin
from glasshield.catalog import Quantity
from glasshield.shield.rules import Bound

DELAYS: Final = 12  # even steps of the delay, beside what the sides say
CAPS: Final = 10  # even steps of the cap, beside what the sides say
BEYOND: Final = 0.25  # of the span between the sides, on either end
ALONE: Final = 0.5  # of a number in which the sides agree, on either end
_KM: Final = "km"
_SECONDS: Final = "s"
_SPEED: Final = "km/s"


def argument(measure: CannotReach, sides: Sequence[Side], margins: Sequence[Margin]) -> Argument:
    """What a claim that flights cannot be reached can be argued with.

    Args:
        measure: of the claim, prepared for the sides' worlds.
        sides: the sets of assumptions.
        margins: what was found of the claim in the world of each.
    """
    asked = [measure.asked(side.world) for side in sides]
    flights = tuple(dict.fromkeys(_id(pair) for one in asked for pair in one.pairs))
    delays = _delays_s([_delay(side, one) for side, one in zip(sides, asked, strict=True)])
    held: dict[str, list[ArguedInterceptor]] = {}
    own = [_interceptors(side, one) for side, one in zip(sides, asked, strict=True)]
    for number in (number for of_side in own for number in of_side):
        held.setdefault(number.interceptor, []).append(number)
    caps = {id: _caps(id, numbers, _stated(sides, id)) for id, numbers in held.items()}
    band = band_of(measure.claim, sides[0].world, measure.unit)
    return Argument(
        claim=measure.claim.id,
        unit=_SPEED,
        band_km_s=rounded(band),
        rules=asked[0].posts[0].rules.id,
        flights=flights,
        delay_s=delays,
        caps=tuple(caps[id] for id in sorted(caps)),
        sides=tuple(
            _side(measure, side, margin, flights, delays, caps)
            for side, margin in zip(sides, margins, strict=True)
        ),
    )


def _side(
    measure: CannotReach,
    side: Side,
    margin: Margin,
    flights: Sequence[str],
    delays_s: Sequence[float],
    caps: dict[str, Caps],
) -> ArguedSide:
    """A side with its lattices."""
    sky = measure.sky(side.world)
    asked = {bound: measure.asked(side.world, bound) for bound in Bound}
    stated = asked[Bound.STATED]
    places = [flights.index(_id(pair)) for pair in stated.pairs]
    batteries = []
    for post in stated.posts:
        cap_m = np.array(caps[post.interceptor.id].cap_km) * units.UNITS[_KM].si
        nodes = Nodes(np.array(delays_s), cap_m)
        rows = {
            str(bound): _rows(
                measure.near.over_m_s(one, post, sky, nodes), sky.flown.pair, places, len(flights)
            )
            for bound, one in asked.items()
        }
        batteries.append(
            ArguedBattery(
                phase=post.phase, site=post.site.id, interceptor=post.interceptor.id, **rows
            )
        )
    return ArguedSide(
        assumptions=side.id,
        party=side.set.by,
        delay=_delay(side, stated),
        interceptors=_interceptors(side, stated),
        batteries=tuple(batteries),
        verdict=margin.verdict.value,
        margin_km_s=figure(margin.value),
        margin_low_km_s=figure(margin.low),
        margin_high_km_s=figure(margin.high),
    )


def _rows(
    least_m_s: Float[np.ndarray, "n k c"],
    pair: Int[np.ndarray, "n"],
    places: Sequence[int],
    count: int,
) -> tuple[Column | None, ...]:
    """The least speeds of a battery by flight of the argument: the worst flight of each pair."""
    worst = np.full((count, *least_m_s.shape[1:]), np.inf)
    np.minimum.at(worst, np.asarray(places)[pair], least_m_s)
    return tuple(_row(each.ravel()) for each in worst)


def _row(least_m_s: Float[np.ndarray, "k"]) -> Column | None:
    """A row of whole metres a second; None where no speed would do anywhere."""
    known = np.isfinite(least_m_s)
    if not known.any():
        return None
    whole = np.rint(np.where(known, least_m_s, 0.0)).astype(int).tolist()
    return tuple(value if is_known else None for value, is_known in zip(whole, known, strict=True))


def _id(pair: Pair) -> str:
    """The name of a flight, as judged claims draw it."""
    return f"{pair.missile.id}:{pair.launch.id}:{pair.region.id}"


def _delay(side: Side, asked: Asked) -> ArguedNumber:
    """The delay from the cue to the launch of an interceptor, as a side has it."""
    key = f"rules.{asked.posts[0].rules.id}.commit_delay"
    return _number(side, [key], _SECONDS)


def _interceptors(side: Side, asked: Asked) -> tuple[ArguedInterceptor, ...]:
    """The interceptors of a side, each once."""
    posts = {post.interceptor.id: post for post in asked.posts}
    return tuple(_interceptor(side, post) for post in posts.values())


def _interceptor(side: Side, post: Post) -> ArguedInterceptor:
    record = f"interceptor.{post.interceptor.id}"
    limits = [f"{record}.max_ground_range"]
    if post.rules.max_ground_range is not None:
        limits.append(f"rules.{post.rules.id}.max_ground_range")
    return ArguedInterceptor(
        interceptor=post.interceptor.id,
        speed=_number(side, [f"{record}.burnout_speed"], _SPEED),
        ground_range=_number(side, limits, _KM),
    )


def _number(side: Side, keys: Sequence[str], unit: str) -> ArguedNumber:
    """The least of some numbers of a side, with the least of their ends."""
    numbers = {key: in_unit(_quantity(side, key), unit) for key in keys}
    key = min(numbers, key=lambda one: numbers[one].value)
    least = numbers[key]
    return ArguedNumber(
        key=key,
        value=least.value,
        low=min(number.interval[0] for number in numbers.values()),
        high=min(number.interval[1] for number in numbers.values()),
        unit=unit,
        by=least.by,
        own=key in side.world.settings,
        source=least.sources,
        status=least.status.value,
        note=least.note,
    )


def _quantity(side: Side, key: str) -> Quantity:
    fact = fact_at(side.world.catalog, key)
    assert isinstance(fact, Quantity)
    return fact


def _delays_s(held: Sequence[ArguedNumber]) -> tuple[float, ...]:
    """The nodes of the delay."""
    return _nodes(held, DELAYS)


def _stated(sides: Sequence[Side], interceptor: str) -> list[tuple[float, float]]:
    """The ends of all burnout speeds that anybody states, rivals in the catalogue among them."""
    said = [
        in_unit(speed, _SPEED)
        for side in sides
        for speed in side.world.catalog.interceptors[interceptor].variants().values()
    ]
    return [speed.interval for speed in said]


def _caps(
    interceptor: str,
    held: Sequence[ArguedInterceptor],
    speeds_km_s: Sequence[tuple[float, float]],
) -> Caps:
    """The nodes of an interceptor's cap, and the range of its speed."""
    speeds = _span(speeds_km_s)
    return Caps(
        interceptor=interceptor,
        cap_km=_nodes([one.ground_range for one in held], CAPS),
        speed_km_s=(rounded(speeds[0]), rounded(speeds[1])),
    )


def _nodes(held: Sequence[ArguedNumber], steps: int) -> tuple[float, ...]:
    """Round values at even steps over what the sides say and beyond, and all that they say."""
    low, high = _span([(one.low, one.high) for one in held])
    step = _round_step((high - low) / steps)
    even = step * np.arange(np.floor(low / step), np.ceil(high / step) + 1)
    said = {end for one in held for end in (one.value, one.low, one.high)}
    return tuple(sorted(said | {rounded(float(value)) for value in even}))


def _span(ends: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The range that some intervals span, widened; never below zero."""
    low, high = min(end[0] for end in ends), max(end[1] for end in ends)
    more = BEYOND * (high - low) or ALONE * high
    return max(low - more, 0.5 * low), high + more


def _round_step(step: float) -> float:
    """The next greater of 1, 2, 2.5, 5 and 10 times a power of ten."""
    power = 10.0 ** np.floor(np.log10(step))
    return float(power * next(m for m in (1.0, 2.0, 2.5, 5.0, 10.0) if m * power >= step))
