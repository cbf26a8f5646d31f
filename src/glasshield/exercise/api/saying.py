"""Sentences of an exercise in both languages, with the names that its file gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from glasshield.exercise import records
from glasshield.exercise.api import wire
from glasshield.exercise.script import Script, Titled
from glasshield.exercise.wording import Speech, sentence
from glasshield.geodata import countries
from glasshield.messages import LANGUAGES, Language, text

_OWN: Final = {records.CONTROLLER: "web.room.controller", records.CENTRE: "web.room.centre"}


@dataclass(frozen=True, slots=True)
class Voice:
    """How things are said in the rooms of an exercise.

    Attributes:
        speeches: in each language.
    """

    speeches: Mapping[Language, Speech] = field(default_factory=dict)

    @classmethod
    def of(cls, script: Script) -> Voice:
        """The voice of an exercise, which calls things by their names."""
        return cls({lang: Speech(lang, names(script, lang)) for lang in LANGUAGES})

    def name(self, id: str) -> wire.Text:
        """What people call something."""
        return wire.Text(**{lang: speech.name(id) for lang, speech in self.speeches.items()})

    def named(self, id: str) -> wire.Named:
        """Something with its name."""
        return wire.Named(id=id, name=self.name(id))

    def said(self, record: records.Record) -> wire.Text:
        """A record in one sentence."""
        return wire.Text(**{lang: sentence(record, one) for lang, one in self.speeches.items()})


def names(script: Script, lang: Language) -> dict[str, str]:
    """What people call the things of an exercise, by their ids.

    A region is called by the party that answers for it, with its id where that has several; a
    country by its name.
    """
    lands = {each.code: each.name(lang) for each in countries()}
    titled: dict[str, Titled] = {**script.party, **script.cell}
    own = {id: text(lang, key) for id, key in _OWN.items()}
    regions = {
        region: script.party[one.party].named(lang)
        + (f" ({region})" if len(one.regions) > 1 else "")
        for one in script.sector.values()
        for region in one.regions
    }
    return lands | own | regions | {id: each.named(lang) for id, each in titled.items()}


def both(key: str, **values: str | float) -> wire.Text:
    """A text of the catalogue in both languages."""
    return wire.Text(**{lang: text(lang, key, **values) for lang in LANGUAGES})


def said(words: records.Said) -> wire.Text:
    """A sentence of a record."""
    return wire.Text(en=words.en, ru=words.ru)
