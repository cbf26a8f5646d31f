"""Names, numbers and phrases of one judged claim in one language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeVar

from glasshield.assurance.document import CaseRow, Crux, Document, MarginRow, Text, VerdictWord
from glasshield.messages import Language, has, number, quantity, text
from glasshield.messages.numbers import EN_DASH, MINUS, NBSP, significant, unit, with_unit
from glasshield.report.assurance.names import Names

T = TypeVar("T")

# How many decimals a margin deserves in its unit; a share is written in percentage points.
_DECIMALS: Final = {"km/s": 2, "m/s": 0, "s": 0, "km": 0, "1": 1}
_SIGNS: Final[Mapping[VerdictWord, str]] = {"holds": "yes", "fails": "no", "undecided": "depends"}
_TOPICS: Final[Mapping[VerdictWord, Literal["defends", "reaches", "depends"]]] = {
    "holds": "defends",
    "fails": "reaches",
    "undecided": "depends",
}
_NUMBER: Final = re.compile(r"([+-]?[\d.]*\d(?:,\d{3})*(?:\.\d+)?(?:e[+-]?\d+)?)(?: (\S+))?")
_SPAN: Final = re.compile(r"(?P<value>.+) \((?P<low>\S+) to (?P<high>\S+)(?: (?P<unit>\S+))?\)")
_RECORDS: Final = ("launch", "region", "site", "sensor", "interceptor", "missile", "party")


@dataclass(frozen=True, slots=True)
class Words:
    """How the things of a document are called on a page."""

    document: Document
    names: Names
    lang: Language

    def text(self, key: str, **params: str | int | float) -> str:
        """The text of the catalogue in this language."""
        return text(self.lang, key, **params)

    def both(self, said: Text) -> str:
        """A sentence of the document; English where nobody gave another."""
        return (said.ru if self.lang == "ru" else "") or said.en

    @property
    def sides(self) -> tuple[str, ...]:
        """The ids of the sets of assumptions, in the order of the document."""
        return tuple(verdict.assumptions for verdict in self.document.verdicts)

    def side(self, id: str) -> str:
        """The name of a set of assumptions, or of a party."""
        return self.names.any_of(("assumptions", "party"), id, self.lang)

    def quoted(self, ids: Iterable[str]) -> str:
        """The names of several sides, in the quotation marks of the language."""
        first, last = ("«", "»") if self.lang == "ru" else ("“", "”")
        return ", ".join(f"{first}{self.side(id)}{last}" for id in ids)

    def sides_joined(self, ids: Iterable[str]) -> str:
        """The names of several sides; they hold commas, so that semicolons part them."""
        return "; ".join(self.side(id) for id in ids)

    def party(self, id: str) -> str:
        """The whole name of a party."""
        return self.names.of_kind("party", id, self.lang)

    def at(self, by_side: Mapping[str, T], verdict_place: int) -> T | None:
        """What a mapping by side holds for a verdict; a party's id will do for its set's."""
        verdict = self.document.verdicts[verdict_place]
        return by_side.get(verdict.assumptions, by_side.get(verdict.party))

    def parameter(self, key: str) -> str:
        """A parameter in words: the thing, and which of its properties."""
        field = self.names.field_of(key, self.lang)
        thing = self._thing(key)
        return f"{thing}: {field}" if field else thing

    def _thing(self, key: str) -> str:
        """The record of a key; claims and rules have names too long to stand with a property."""
        kind, _, rest = key.partition(".")
        if kind == "claim":
            return self.text("assurance.this_claim")
        id = rest.partition(".")[0]
        if kind == "rules":
            return self._rules(id)
        if kind == "missile":
            return self.names.of_kind(kind, id, self.lang).partition(", ")[0]
        return self.names.thing_of(key, self.lang)

    def _rules(self, id: str) -> str:
        """The rules of engagement; which of them, where the sides name several."""
        if len(self._rules_named()) < 2:
            return self.text("assurance.rules")
        known = has(f"assurance.rules_{id}")
        name = self.text(f"assurance.rules_{id}") if known else id
        return self.text("assurance.rules_of", name=name)

    def _rules_named(self) -> set[str]:
        """The ids of all rules that a parameter of the document belongs to."""
        keys = [row.parameter for row in self.document.assumptions]
        if self.document.crux is not None:
            keys += weight(self.document.crux)
        return {key.split(".")[1] for key in keys if key.startswith("rules.")}

    def parameters(self, keys: Iterable[str]) -> str:
        """Several parameters in words."""
        return "; ".join(self.parameter(key) for key in keys)

    def stated(self, value: str) -> str:
        """A value as the document states it: a number with its unit, a word, or ids."""
        if not value:
            return self.text("cell.none")
        span = _SPAN.fullmatch(value)
        if span is not None:
            low, high = (float(span[end].replace(",", "")) for end in ("low", "high"))
            return f"{self.stated(span['value'])} ({self.span(low, high, span['unit'] or '1')})"
        match = _NUMBER.fullmatch(value)
        if match is not None:
            return with_unit(self.lang, self._digits(match[1]), match[2] or "1")
        if has(key := f"word.{value}"):
            return text(self.lang, key)
        found = [self.names.any_of(_RECORDS, id, self.lang) for id in value.split(", ")]
        return ", ".join(found)

    def _digits(self, written: str) -> str:
        return significant(self.lang, float(written.replace(",", "")))

    def value(self, value: float, unit: str) -> str:
        """A value of a parameter, in at most four digits."""
        return with_unit(self.lang, significant(self.lang, value, 4), unit)

    def span(self, low: float, high: float, unit: str) -> str:
        """Two values with their unit once; one where both read the same."""
        ends = dict.fromkeys(significant(self.lang, value, 4) for value in (low, high))
        link = " … " if any(MINUS in end for end in ends) else EN_DASH
        return with_unit(self.lang, link.join(ends), unit)

    @property
    def unit(self) -> str:
        """The unit of the margins."""
        return next((v.margin.unit for v in self.document.verdicts if v.margin.unit), "1")

    @property
    def unit_shown(self) -> str:
        """The unit of the margins as an axis names it."""
        if self.unit == "1":
            return self.text("assurance.unit.points")
        return self.unit_name(self.unit)

    def unit_name(self, symbol: str) -> str:
        """A unit as the language writes it; empty for plain numbers."""
        return unit(self.lang, symbol)

    def scaled(self, margin: float) -> float:
        """A margin in the unit in which it is shown."""
        return 100.0 * margin if self.unit == "1" else margin

    def digits(self, margin: float) -> str:
        """A margin in digits alone, for a column whose head has the unit."""
        return number(self.lang, self.scaled(margin), _DECIMALS.get(self.unit, 2))

    def margin(self, value: float | None) -> str:
        """A margin with its sign and unit; that there is no finite one, where it has none."""
        if value is None:
            return self.text("assurance.margin.unbounded")
        shown, places = self.scaled(value), _DECIMALS.get(self.unit, 2)
        if self.unit == "1":
            points = self.text("assurance.unit.points_short")
            written = f"{number(self.lang, shown, places)}{NBSP}{points}"
        else:
            written = quantity(self.lang, shown, self.unit, places)
        return f"+{written}" if shown > 0 and not written.startswith(MINUS) else written

    def margin_ends(self, margin: MarginRow, form: Literal["long", "short"] = "long") -> str:
        """The interval of a margin; empty where it is no wider than the margin as written."""
        low, high = self.margin(margin.low), self.margin(margin.high)
        if low == high:
            return ""
        ends = "low" if margin.high is None else "high" if margin.low is None else "both"
        return self.text(f"assurance.margin.{form}_{ends}", low=low, high=high)

    def verdict(self, verdict: VerdictWord) -> str:
        """The verdict as a word."""
        return self.text(f"assurance.verdict.{verdict}")

    def sign(self, verdict: VerdictWord) -> str:
        """The sign that stands for a verdict: a full, an empty or a half disc."""
        return _SIGNS[verdict]

    def topic(self, verdict: VerdictWord) -> Literal["defends", "reaches", "depends"]:
        """The topic in whose colour a verdict is set."""
        return _TOPICS[verdict]

    @property
    def reaches(self) -> bool:
        """Whether the claim is about which flights can be reached."""
        return self.document.claim.predicate == "cannot_reach"

    def reached(self, verdict: VerdictWord) -> VerdictWord:
        """Whether a flight can be reached, from the verdict of the claim on it alone."""
        if self.document.claim.denies or verdict == "undecided":
            return verdict
        return "fails" if verdict == "holds" else "holds"

    def route(self, launch: str | None, target: str | None) -> str:
        """From where to where a flight goes."""
        if launch is None or target is None:
            return self._place("launch", launch) or self._place("region", target)
        return self.text(
            "cell.flight",
            launch=self.names.short("launch", launch, self.lang),
            target=self.names.short("region", target, self.lang),
        )

    def _place(self, kind: str, id: str | None) -> str:
        return "" if id is None else self.names.short(kind, id, self.lang)

    def phase(self, id: str) -> str:
        """The name of a phase, from an id such as `epaa-4` or `4`, or of an architecture."""
        if ("architecture", id) in self.names.known:
            return self.names.short("architecture", id, self.lang)
        architecture, _, phase = id.rpartition("-")
        if not architecture:
            return self.text("page.phase_short", number=phase)
        name = self.names.short("architecture", architecture, self.lang)
        return self.text("page.phase_of", architecture=name, number=phase)

    def case(self, case: CaseRow) -> str:
        """A case in one line: the flight, from which battery, in which phase."""
        parts = [self.route(case.launch, case.target)]
        if case.site or case.interceptor:
            battery = [self._place("interceptor", case.interceptor), self._place("site", case.site)]
            parts.append(" · ".join(part for part in battery if part))
        if case.phase and len(self.document.claim.phases) != 1:
            parts.append(self.phase(case.phase))
        return "; ".join(part for part in parts if part)

    def unanswered(self) -> list[str]:
        """What could not be computed, each once; for whom, where it was not so for all."""
        sides: dict[str, list[str]] = {}
        for verdict in self.document.verdicts:
            for sentence in verdict.unanswered:
                sides.setdefault(sentence, []).append(verdict.assumptions)
        return [
            sentence if len(who) == len(self.sides) else f"{self.sides_joined(who)}: {sentence}"
            for sentence, who in sides.items()
        ]


def alone(sets: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The parameters each of which flips a verdict by itself."""
    return tuple(one[0] for one in sets if len(one) == 1)


def weight(crux: Crux) -> dict[str, tuple[int, float]]:
    """How much each parameter matters: whether and in how small a set it flips, then its index."""
    index = {row.parameter: row.total_index for row in crux.sensitivity}
    sizes: dict[str, int] = {}
    for one in (*crux.flip_sets, *crux.flip_sets_back):
        for key in one:
            sizes[key] = min(len(one), sizes.get(key, len(one)))
    keys = dict.fromkeys((*sizes, *index, *(curve.parameter for curve in crux.curves)))
    return {key: (-sizes.get(key, 99), index.get(key, 0.0)) for key in keys}
