"""What the things of a judged claim are called: names of catalogue records in both languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from glasshield.catalog import KINDS, Catalog
from glasshield.catalog.claims import PREDICATES
from glasshield.messages import Language, has, name, text

# Whose names may stand inside a key, as who states a rival value.
_VOICES: Final = ("party", "site", "sensor", "interceptor")
_PREDICATES: Final = frozenset(PREDICATES)
ByLanguage = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Names:
    """Names by kind and id; what has none is called by its id.

    Attributes:
        known: the names.
        remarks: what each set of assumptions says of itself.
        places: where each source is found, by its id.
    """

    known: Mapping[tuple[str, str], ByLanguage] = field(default_factory=dict)
    remarks: Mapping[str, tuple[ByLanguage, ...]] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, catalog: Catalog) -> Names:
        """The names of all records of a catalogue."""
        named = {
            (kind, id): {"en": record.named("en"), "ru": record.named("ru")}
            for kind in KINDS
            for id, record in catalog.of_kind(kind).items()
        }
        remarks = {
            id: tuple({"en": said.text, "ru": said.text_ru or said.text} for said in record.facts)
            for id, record in catalog.assumption_sets.items()
        }
        places = {id: source.where for id, source in catalog.sources.items()}
        return cls(named, remarks, places)

    def remarks_on(self, id: str, lang: Language) -> str:
        """What a set of assumptions says of itself."""
        return " ".join(said[lang] for said in self.remarks.get(id, ()))

    def where(self, source: str) -> str:
        """Where a source is found; empty where nobody knows."""
        return self.places.get(source, "")

    def of_kind(self, kind: str, id: str, lang: Language) -> str:
        """The whole name of a record."""
        return self.known.get((kind, id), {}).get(lang, id)

    def any_of(self, kinds: tuple[str, ...], id: str, lang: Language) -> str:
        """The whole name of the first record of these kinds that has the id."""
        found = next((kind for kind in kinds if (kind, id) in self.known), "")
        return self.of_kind(found, id, lang)

    def short(self, kind: str, id: str, lang: Language) -> str:
        """The name without what stands in brackets or after a comma, for maps and tables."""
        whole = name(lang, "short", id, fallback=self.of_kind(kind, id, lang))
        return re.split(r" \(|, ", whole, maxsplit=1)[0] or whole

    def thing_of(self, key: str, lang: Language) -> str:
        """The name of the record to which a key such as `interceptor.gbi2.burnout_speed` leads."""
        kind, _, rest = key.partition(".")
        id = rest.partition(".")[0]
        return self.short(kind, id, lang) if id else key

    def field_of(self, key: str, lang: Language) -> str:
        """Which property of its record a key leads to, in words; empty for a whole record."""
        parts: list[str] = []
        above = ""
        for step in key.split(".")[2:]:
            if step.isdigit() and parts:
                # A phase bears its number; what else stands in a list is counted from one.
                parts[-1] += f" {int(step) + (above != 'phases')}"
            elif step not in _PREDICATES:
                parts.append(self._step(step, lang))
            above = step
        return ", ".join(parts)

    def _step(self, step: str, lang: Language) -> str:
        if has(f"field.{step}"):
            return text(lang, f"field.{step}")
        return self.any_of(_VOICES, step, lang).replace("_", " ")
