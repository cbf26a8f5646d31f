from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import glasshield
from glasshield import messages
from glasshield.errors import UnknownNameError
from glasshield.messages import catalogue, text

SOURCE = Path(glasshield.__file__).parent
# What may stand in Latin letters in a Russian sentence: names of things, and formats.
LATIN_ALLOWED = {"Glasshield", "glasshield", "GBI", "SM", "CSV", "GeoJSON", "CZML", "KMZ"}
LATIN_ALLOWED |= {"ASTERIX", "NATS", "PNG", "SVG", "WebGL"}
# The metrics of tracking have no other names.
LATIN_ALLOWED |= {"GOSPA", "OSPA", "SIAP", "NIS", "NEES", "json"}


def test_every_text_stands_in_every_language_with_the_same_parameters() -> None:
    for key in messages.known_keys():
        templates = catalogue.templates(key)
        assert set(templates) == set(messages.LANGUAGES), key
        parameters = {catalogue.parameters(t) for t in templates.values()}
        assert len(parameters) == 1, f"{key}: the languages take different parameters"


def test_plural_texts_have_exactly_the_forms_of_their_language() -> None:
    for key in messages.known_keys():
        for lang, template in catalogue.templates(key).items():
            if isinstance(template, dict):
                assert tuple(template) == catalogue.PLURAL_FORMS[lang], (key, lang)
                assert all(isinstance(form, str) for form in template.values())
                assert any("{n}" in form for form in template.values()), key
            else:
                assert isinstance(template, str), key


def test_no_text_is_empty_or_loose_at_its_ends() -> None:
    for key in messages.known_keys():
        for lang, template in catalogue.templates(key).items():
            for form in template.values() if isinstance(template, dict) else (template,):
                assert form.strip(), (key, lang)
                assert form == form.strip(), (key, lang)
                assert "  " not in form, (key, lang)


def test_russian_texts_are_russian() -> None:
    word = re.compile(r"[A-Za-z]{2,}")
    for key in messages.known_keys():
        template = catalogue.templates(key)["ru"]
        for form in template.values() if isinstance(template, dict) else (template,):
            plain = re.sub(r"\{[^}]*\}", "", form)
            assert set(word.findall(plain)) <= LATIN_ALLOWED, key


def test_english_texts_hold_no_cyrillic() -> None:
    for key in messages.known_keys():
        assert not re.search("[А-Яа-яЁё]", str(catalogue.templates(key)["en"])), key


def test_every_key_named_in_the_code_exists() -> None:
    named = re.compile(
        r"""\btext\(\s*(?:lang,\s*|self\._?lang,\s*|[\w.]*\.lang,\s*)?["']([\w.-]+)["']"""
    )
    found = {
        key
        for file in SOURCE.rglob("*.py")
        for key in named.findall(file.read_text(encoding="utf-8"))
        if "." in key and not key.endswith(".")
    }
    assert len(found) > 50  # the pattern still finds them
    assert not {key for key in found if not messages.has(key)}


def test_every_text_is_given_what_stands_in_its_braces() -> None:
    calls = [
        (file, call, key)
        for file in SOURCE.rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and (key := _text_of(call))
    ]
    assert len(calls) > 50  # the walk still finds them
    for file, call, key in calls:
        wanted = catalogue.parameters(catalogue.templates(key)["en"])
        assert wanted == {each.arg for each in call.keywords}, (file.name, call.lineno, key)


def _text_of(call: ast.Call) -> str:
    """The text that a call fills in, where both it and the values stand there word for word."""
    name = getattr(call.func, "attr", None) or getattr(call.func, "id", None)
    keys = [each.value for each in call.args if isinstance(each, ast.Constant)]
    known = [key for key in keys if isinstance(key, str) and messages.has(key)]
    is_whole = all(each.arg for each in call.keywords)
    return known[0] if name == "text" and known and is_whole else ""


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (0, "0 этапов"),
        (1, "1 этап"),
        (2, "2 этапа"),
        (5, "5 этапов"),
        (11, "11 этапов"),
        (14, "14 этапов"),
        (21, "21 этап"),
        (22, "22 этапа"),
        (111, "111 этапов"),
    ],
)
def test_russian_plurals(n: int, expected: str) -> None:
    assert text("ru", "page.meta_phases", n=n) == expected


def test_english_plurals() -> None:
    assert text("en", "page.meta_phases", n=1) == "1 phase"
    assert text("en", "page.meta_phases", n=0) == "0 phases"


def test_a_missing_text_or_parameter_is_loud() -> None:
    with pytest.raises(KeyError):
        text("en", "no.such.text")
    with pytest.raises(KeyError):
        text("en", "page.meta_inputs")


def test_an_unknown_language_offers_the_known_ones() -> None:
    with pytest.raises(UnknownNameError, match="en, ru"):
        catalogue.language("xx-unknown")


def test_a_name_falls_back_to_what_the_catalogue_calls_it() -> None:
    assert messages.name("en", "short", "epaa") == "EPAA"
    assert messages.name("en", "short", "no-such", "Its name") == "Its name"
    assert messages.name("en", "short", "no-such") == "no-such"
