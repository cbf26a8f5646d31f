"""Rules as the files in which parties write them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from glasshield.exchange.release.rules import Rule
from glasshield.exchange.release.terms import Terms
from tests.centre.picture.drawn import WEST


def rules_text(rules: Iterable[Rule], owner: str) -> str:
    """The rules about one party's data as its file; empty where there is none."""
    own = [each for each in rules if each.source.owner == owner]
    if not own:
        return ""
    head = 'schema = "glasshield-rules/1"\n[region.west]\nbox_deg = [40.0, 60.0, 0.0, 26.0]\n'
    return head + "".join(_rule_text(each) for each in own)


def _rule_text(rule: Rule) -> str:
    source, terms = rule.source, rule.terms
    lines = [
        f"[rule.{rule.name}]",
        f'from = "{source.owner}"',
        f"to = {_listed(rule.to)}",
        f"kinds = {_listed(each.value for each in rule.kinds)}",
        f"sensors = {_listed(('all',) if source.sensors is None else source.sensors)}",
        'mode = "exercise"',
        f'delay = "{terms.delay_s} s"',
        f"covariance_factor = {terms.covariance_factor}",
        f"name_sensors = {str(terms.names_sensors).lower()}",
        *_more(rule, terms),
    ]
    return "\n".join(lines) + "\n"


def _more(rule: Rule, terms: Terms) -> Iterator[str]:
    if rule.source.region is not None:
        assert rule.source.region == WEST
        yield 'region = "west"'
    if rule.source.since is not None:
        yield f'since = "{rule.source.since}"'
    if rule.source.until is not None:
        yield f'until = "{rule.source.until}"'
    if terms.classes is not None:
        yield f"classes = {_listed(terms.classes)}"
    steps = []
    if terms.position_m or terms.velocity_m_s or terms.time_s:
        position, velocity = max(terms.position_m, 1.0), max(terms.velocity_m_s, 0.01)
        steps += [f'position = "{position} m"', f'velocity = "{velocity} m/s"']
    if terms.time_s:
        steps += [f'time = "{terms.time_s} s"']
    if steps:
        yield f"round = {{ {', '.join(steps)} }}"


def _listed(words: Iterable[str]) -> str:
    return msgspec.json.encode(sorted(words)).decode()
