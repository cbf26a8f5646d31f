"""Which pictures a viewer has under the rules in force, and out of which feeds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

from glasshield.centre.picture.ticks import TICK_S, ticks_in
from glasshield.errors import InputError
from glasshield.exchange.release.layers import Feed, Layer, layers
from glasshield.exchange.release.rules import RuleSet, Source
from glasshield.exchange.release.terms import EXACT, Kind, Mode, Terms

MOST_RULES: Final = 200  # of one party


@dataclass(frozen=True, slots=True)
class Planned:
    """What a viewer is given out of one feed.

    Attributes:
        feed: what its tracker admits.
        tracks: the terms under which its tracks are released, finer ones first.
        events: those of its events.
    """

    feed: Feed
    tracks: tuple[Terms, ...]
    events: tuple[Terms, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a viewer is given.

    Attributes:
        feeds: those that trackers are made for; first, for who brings data, that of these alone.
        detections: the layers of detections.
    """

    feeds: tuple[Planned, ...]
    detections: tuple[Layer, ...]


def planned(rules: RuleSet, viewer: str, mode: Mode, *, contributes: bool) -> Plan:
    """What a viewer is given under some rules.

    Args:
        rules: in force.
        viewer: who.
        mode: of the centre.
        contributes: whether it brings data of its own.

    Raises:
        InputError: more terms than a viewer may have pictures.
    """
    found: dict[Feed, tuple[list[Terms], list[Terms]]] = {}
    if contributes:
        found[Feed(mode, 0.0, frozenset({Source(viewer)}))] = ([EXACT], [])
    for place, kind in enumerate((Kind.TRACKS, Kind.EVENTS)):
        for layer in layers(rules, viewer, kind, mode, contributes=contributes):
            held = found.setdefault(layer.feed, ([], []))[place]
            terms = _on_grid(layer.terms)
            # Of the same data, what is finer shows all that is coarser.
            if not any(other <= terms for other in held):
                held.append(terms)
    return Plan(
        tuple(Planned(feed, tuple(t), tuple(e)) for feed, (t, e) in found.items()),
        layers(rules, viewer, Kind.DETECTIONS, mode, contributes=contributes),
    )


def _on_grid(terms: Terms) -> Terms:
    """The terms with times rounded to whole ticks, if at all: nothing is looked at in between."""
    return replace(terms, time_s=ticks_in(terms.time_s) * TICK_S) if terms.time_s else terms


def on_stride(rules: RuleSet, stride: int) -> RuleSet:
    """Rules whose delays and times are rounded up to ticks that are run.

    Args:
        rules: of all parties.
        stride: every so many ticks one is run; for 1 the rules are as they were.
    """
    if stride == 1:
        return rules

    def rounded(span_s: float) -> float:
        return -(-ticks_in(span_s) // stride) * stride * TICK_S

    return RuleSet.of(
        replace(
            rule,
            terms=replace(
                rule.terms,
                delay_s=rounded(rule.terms.delay_s),
                time_s=rounded(rule.terms.time_s),
            ),
        )
        for rule in rules
    )


def check_number(rules: RuleSet) -> None:
    """Refuses more rules of one party than people can agree on: all pairs are gone through.

    Raises:
        InputError: too many.
    """
    for owner, count in Counter(rule.owner for rule in rules).items():
        if count > MOST_RULES:
            raise InputError(
                f"{owner} has too many rules",
                got=str(count),
                expected=f"at most {MOST_RULES}",
                do="join those that grant the same",
            )


def longest_delay_s(rules: RuleSet) -> float:
    """The longest delay of any rule, joint terms included."""
    return max((rule.terms.delay_s for rule in rules), default=0.0)


def check_delays(rules: RuleSet, most_s: float) -> None:
    """Refuses rules under which anything waits for longer than it is kept here.

    Raises:
        InputError: the first of them.
    """
    for rule in rules:
        for word, span_s in (("delay", rule.terms.delay_s), ("time", rule.terms.time_s)):
            if span_s > most_s:
                raise InputError(
                    f"nothing waits for so long at this centre: {word}",
                    where=rule.where or rule.name,
                    got=f"{span_s:g} s",
                    expected=f"at most {most_s:g} s",
                )
