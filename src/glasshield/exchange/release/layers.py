"""The pictures that a viewer has: one for each set of terms, fed with what it may hold.

A picture is computed only from data that may be released under its terms; nothing is cut out of it
afterwards. So whatever else the centre holds cannot show in it, by a track, a number or a time.
Terms that are tighter never touch those that are finer: data under them go into a further picture,
together with all that may be had at least as finely.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool

from glasshield.errors import InputError
from glasshield.exchange.release.admission import Batch
from glasshield.exchange.release.rules import Rule, RuleSet, Source
from glasshield.exchange.release.terms import EXACT, Kind, Mode, Terms

# Each picture costs a tracker. No agreement that people can read needs as many.
MOST_LAYERS: Final = 64


@dataclass(frozen=True, slots=True)
class Feed:
    """What goes into a tracker, and when; layers with the same feed may share one."""

    mode: Mode
    delay_s: float
    sources: frozenset[Source]

    def admits(self, batch: Batch) -> Bool[np.ndarray, "n"]:
        """Which detections of a batch go in, each `delay_s` after its arrival."""
        if batch.mode is not self.mode:
            return np.zeros(len(batch), dtype=bool)
        return batch.from_any(self.sources)

    def may_take(self, owner: str, sensor: str) -> bool:
        """Whether anything of a sensor could ever go in: a tracker is made for these.

        Args:
            owner: the party whose sensor it is.
            sensor: its id.
        """
        return any(
            source.owner == owner and (source.sensors is None or sensor in source.sensors)
            for source in self.sources
        )


@dataclass(frozen=True, slots=True)
class Layer:
    """One picture of a viewer.

    Attributes:
        viewer: who sees it.
        kind: what of it is released.
        terms: under which, by `coarsen`; of its objects only those of `terms.classes`, of its
            events only those of `terms.events`.
        feed: what it is made of.
        rules: by which; empty where it is made of the viewer's own data alone.
    """

    viewer: str
    kind: Kind
    terms: Terms
    feed: Feed
    rules: tuple[Rule, ...]

    def admits(self, batch: Batch) -> Bool[np.ndarray, "n"]:
        """Which detections of a batch go in, each `terms.delay_s` after its arrival."""
        return self.feed.admits(batch)


def layers(
    rules: RuleSet, viewer: str, kind: Kind, mode: Mode, *, contributes: bool = True
) -> tuple[Layer, ...]:
    """The pictures of a viewer, those of finer terms before those that they are finer than.

    Args:
        rules: of all parties.
        viewer: a party, or whoever reads under its rules.
        kind: what is released. Detections are not mixed, so that theirs have no joint terms.
        mode: exercise or real.
        contributes: whether the viewer brings data of its own, which it sees whole.

    Raises:
        InputError: terms so many that the pictures would be more than `MOST_LAYERS`.
    """
    granted = visible(rules.for_viewer(viewer, kind, mode), kind)
    own = frozenset({Source(viewer)} if contributes else ())
    found = {rule.terms_of(kind) for rule in granted}
    if kind is not Kind.DETECTIONS:
        found = _joins(found, viewer)
    if contributes:
        found |= {EXACT}
    return tuple(
        _layer(viewer, kind, mode, terms, granted, own) for terms in sorted(found, key=_order)
    )


def pictures(rules: RuleSet) -> dict[str, int]:
    """How many trackers each party to whom something is granted needs, both modes together.

    Whoever puts rules in force asks this first: what is refused here would be refused later.

    Args:
        rules: of all parties.

    Raises:
        InputError: terms so many that the pictures would be more than `MOST_LAYERS`.
    """
    viewers = sorted({viewer for rule in rules for viewer in rule.to})
    return {
        viewer: len(
            {
                layer.feed
                for kind in (Kind.EVENTS, Kind.TRACKS)
                for mode in Mode
                for layer in layers(rules, viewer, kind, mode)
            }
        )
        for viewer in viewers
    }


def visible(rules: Iterable[Rule], kind: Kind) -> tuple[Rule, ...]:
    """The rules that are not hidden behind others, for a viewer and a kind that all are for."""
    kept: list[Rule] = []
    for rule in rules:
        if not any(other.hides(rule, kind) for other in kept):
            kept = [other for other in kept if not rule.hides(other, kind)]
            kept.append(rule)
    return tuple(kept)


def _joins(terms: set[Terms], viewer: str) -> set[Terms]:
    """Terms and the joins of all their subsets, as far as something is left under them."""
    closed: set[Terms] = set()
    for one in terms:
        joined = {one, *(one | other for other in closed)}
        closed |= {each for each in joined if not each.is_void}
        if len(closed) > MOST_LAYERS:
            raise InputError(
                f"the rules for {viewer} have too many different terms",
                expected=f"at most {MOST_LAYERS} terms and joins of them",
                do="give some rules the same delay and the same rounding",
            )
    return closed


def _order(terms: Terms) -> tuple[object, ...]:
    """A key that sorts finer terms before coarser ones, and any terms the same way always."""
    every = 10**6
    return (
        terms.delay_s,
        terms.position_m,
        terms.velocity_m_s,
        terms.time_s,
        terms.covariance_factor,
        -every if terms.classes is None else -len(terms.classes),
        -every if terms.events is None else -len(terms.events),
        not terms.names_sensors,
        sorted(terms.classes or ()),
        sorted(terms.events or ()),
    )


def _layer(
    viewer: str,
    kind: Kind,
    mode: Mode,
    terms: Terms,
    granted: tuple[Rule, ...],
    own: frozenset[Source],
) -> Layer:
    if kind is Kind.DETECTIONS:
        used = tuple(rule for rule in granted if rule.terms_of(kind) == terms)
        sources = frozenset(rule.source for rule in used) | (own if terms == EXACT else frozenset())
    else:
        used = tuple(rule for rule in granted if rule.terms_of(kind) <= terms)
        sources = frozenset(rule.source for rule in used) | own
    return Layer(viewer, kind, terms, Feed(mode, terms.delay_s, sources), used)
