from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from glasshield.centre.api.page import render
from glasshield.exchange.release.terms import Mode
from glasshield.messages import LANGUAGES, Language
from tests.centre.api.asking import Client


class _Balanced(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta":
            self.open.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("mode", list(Mode))
def test_the_page_bears_its_mark_and_leads_nowhere_else(lang: Language, mode: Mode) -> None:
    found = _Balanced()
    text = render(lang, mode, 'a<b>"c"/centre')
    found.feed(text)
    assert not found.open
    mark = {"en": "EXERCISE", "ru": "УЧЕНИЕ"}[lang]
    assert (mark in text) == (mode is Mode.EXERCISE)
    assert "<b>" not in text
    other = {"en": "ru", "ru": "en"}[lang]
    assert set(found.links) == {"/openapi.json", "/schema.json", "/healthz", f"/?lang={other}"}


@pytest.mark.parametrize(
    ("path", "accepts", "lang"),
    [
        ("/", "", "en"),
        ("/", "ru-RU,ru;q=0.9,en;q=0.8", "ru"),
        ("/", "fr, en-GB;q=0.9", "en"),
        ("/?lang=ru", "en", "ru"),
        ("/?lang=en", "ru", "en"),
    ],
)
def test_it_speaks_the_language_that_is_asked_for(
    client: Client, path: str, accepts: str, lang: str
) -> None:
    answer = client.get(path, headers={"Accept-Language": accepts})
    assert answer.headers["content-language"] == lang
    assert f'<html lang="{lang}">' in answer.text


def test_its_style_is_the_one_that_its_policy_allows(client: Client) -> None:
    answer = client.get("/")
    (style,) = re.findall(r"<style>(.*?)</style>", answer.text)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = answer.headers["content-security-policy"]
    assert f"style-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")


def test_another_language_is_none(client: Client) -> None:
    answer = client.get("/?lang=fr")
    assert answer.status_code == 400
    assert answer.json()["error"]["expected"] == "one of en, ru"
