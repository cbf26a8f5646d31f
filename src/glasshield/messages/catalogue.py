"""The catalogue of texts: a key and a language give a sentence."""

from __future__ import annotations

import functools
import string
import tomllib
from importlib import resources
from typing import Final, Literal, get_args

from glasshield.errors import UnknownNameError
from glasshield.messages.numbers import Localised

Language = Literal["en", "ru"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)

# A text is one template, or one for each plural form of the parameter `n`.
Template = str | dict[str, str]

PLURAL_FORMS: Final[dict[Language, tuple[str, ...]]] = {
    "en": ("one", "other"),
    "ru": ("one", "few", "many"),
}


def language(code: str) -> Language:
    """The language with this code.

    Raises:
        UnknownNameError: when the catalogue has no such language.
    """
    for known in LANGUAGES:
        if code == known:
            return known
    raise UnknownNameError.among("language", code, LANGUAGES)


def text(lang: Language, key: str, **params: str | int | float) -> str:
    """The sentence `key` in the language `lang`, with its parameters filled in.

    Numbers are written as the language writes them; an integer parameter `n` chooses the plural
    form.

    Args:
        lang: `en` or `ru`.
        key: the dotted name of the text.
        params: what stands in the braces of the text.

    Raises:
        KeyError: when the text or one of its parameters is missing, which is a programming error.
    """
    template = _catalogue()[key][lang]
    if isinstance(template, dict):
        template = template[_plural_form(lang, int(params["n"]))]
    return template.format_map({k: _localised(lang, v) for k, v in params.items()})


def has(key: str) -> bool:
    """Whether the catalogue holds the text `key`."""
    return key in _catalogue()


def name(lang: Language, kind: str, identifier: str, fallback: str = "") -> str:
    """The name of a catalogue entry in the language `lang`.

    What the texts do not name keeps the name that its catalogue entry gives it (a user's own
    sites, say), and without one its identifier.
    """
    key = f"{kind}.{identifier}"
    if has(key):
        return text(lang, key)
    return fallback or identifier


def known_keys() -> tuple[str, ...]:
    """The keys of all texts, sorted."""
    return tuple(sorted(_catalogue()))


def templates(key: str) -> dict[Language, Template]:
    """The unfilled text `key` in every language that has it."""
    return dict(_catalogue()[key])


def parameters(template: Template) -> frozenset[str]:
    """The names of the parameters that a template takes."""
    variants = template.values() if isinstance(template, dict) else (template,)
    fields = (field for v in variants for _, field, _, _ in string.Formatter().parse(v))
    return frozenset(field for field in fields if field is not None)


def _localised(lang: Language, value: str | int | float) -> str | Localised:
    return value if isinstance(value, str) else Localised(lang, value)


def _plural_form(lang: Language, n: int) -> str:
    # Unicode CLDR 46, cardinal plural rules for integers.
    if lang == "en":
        return "one" if n == 1 else "other"
    ones, hundreds = n % 10, n % 100
    if ones == 1 and hundreds != 11:
        return "one"
    if 2 <= ones <= 4 and not 12 <= hundreds <= 14:
        return "few"
    return "many"


@functools.cache
def _catalogue() -> dict[str, dict[Language, Template]]:
    texts: dict[str, dict[Language, Template]] = {}
    for file in sorted(resources.files(__package__).iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            _gather(tomllib.loads(file.read_text(encoding="utf-8")), "", texts)
    return texts


def _gather(
    table: dict[str, object], prefix: str, into: dict[str, dict[Language, Template]]
) -> None:
    if "en" in table or "ru" in table:
        into[prefix] = table  # type: ignore[assignment]  # the tests check every entry's form
        return
    for part, value in table.items():
        if isinstance(value, dict):
            _gather(value, f"{prefix}.{part}" if prefix else part, into)
