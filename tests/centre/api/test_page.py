from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest

from glasshield.centre.api.globe import (
    CODE,
    MEDIA_TYPES,
    STYLE,
    WORLD,
    Assets,
    read_view,
    takes_gzip,
)
from glasshield.centre.api.page import Index, globe_policy, render
from glasshield.centre.errors import Code
from glasshield.errors import InputError
from glasshield.exchange.release.terms import Mode
from glasshield.messages import LANGUAGES, Language
from tests.centre.api.asking import Client, fault
from tests.centre.api.standing_in import StandIn

ASSETS = Assets.packaged()


class _Balanced(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "link"):
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
    inside = {"/openapi.json", "/schema.json", "/healthz", f"/?lang={lang}"}
    assert set(found.links) == inside | {f"/about?lang={other}"}


@pytest.mark.parametrize("path", ["/", "/about"])
@pytest.mark.parametrize(
    ("query", "accepts", "lang"),
    [
        ("", "", "en"),
        ("", "ru-RU,ru;q=0.9,en;q=0.8", "ru"),
        ("", "fr, en-GB;q=0.9", "en"),
        ("?lang=ru", "en", "ru"),
        ("?lang=en", "ru", "en"),
    ],
)
def test_a_page_speaks_the_language_that_is_asked_for(
    client: Client, path: str, query: str, accepts: str, lang: str
) -> None:
    answer = client.get(path + query, headers={"Accept-Language": accepts})
    assert answer.headers["content-language"] == lang
    assert f'<html lang="{lang}">' in answer.text


def test_the_style_of_the_words_is_the_one_that_their_policy_allows(client: Client) -> None:
    answer = client.get("/about")
    (style,) = re.findall(r"<style>(.*?)</style>", answer.text)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = answer.headers["content-security-policy"]
    assert f"style-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")


@pytest.mark.parametrize("path", ["/", "/about"])
def test_another_language_is_none(client: Client, path: str) -> None:
    answer = client.get(f"{path}?lang=fr")
    assert answer.status_code == 400
    assert answer.json()["error"]["expected"] == "one of en, ru"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("mode", list(Mode))
def test_the_globes_page_holds_its_root_and_nothing_that_runs(lang: Language, mode: Mode) -> None:
    found = _Balanced()
    text = Index(ASSETS).render(lang, mode, 'a<b>"c"/centre')
    found.feed(text)
    assert not found.open
    for never in ("<b>", "<style", " style="):
        assert never not in text
    assert re.findall(r"<script[^>]*>(.*?)</script>", text) == [""]
    mark = {"en": "EXERCISE", "ru": "УЧЕНИЕ"}[lang]
    assert (mark in text) == (mode is Mode.EXERCISE)
    named = {ASSETS.address(name) for name in (CODE, STYLE)}
    assert set(found.links) == named | {"data:,", f"/about?lang={lang}"}
    world = ASSETS.address(WORLD)
    assert f'id="glasshield-globe" data-page="" data-live="" data-world="{world}">' in text


def test_all_that_the_globes_page_names_is_there(client: Client) -> None:
    text = client.get("/").text
    for path in re.findall(r'"(/[^"]*)"', text):
        assert client.get(path).status_code == 200, path


@pytest.mark.parametrize(
    ("host", "live"),
    [
        ("127.0.0.1:8470", " ws://127.0.0.1:8470;"),
        ("[::1]:8470", " ws://[::1]:8470;"),
        ("centre.example", " ws://centre.example;"),
        ("a; script-src *", ";"),
        ("a b", ";"),
        ("*", ";"),
        ("", ";"),
    ],
)
def test_the_policy_of_the_globe_is_strict_whatever_host_is_named(host: str, live: str) -> None:
    policy = globe_policy("ws", host)
    assert f"connect-src 'self'{live}" in policy
    parts = {each.split()[0]: each.split()[1:] for each in policy.split("; ")}
    assert parts["default-src"] == ["'none'"]
    assert parts["script-src"] == parts["style-src"] == parts["font-src"] == ["'self'"]
    for name in ("base-uri", "form-action", "frame-ancestors"):
        assert parts[name] == ["'none'"]
    assert "unsafe" not in policy
    assert "*" not in policy


@pytest.mark.parametrize("name", [CODE, STYLE, WORLD])
def test_a_file_comes_as_it_is_or_packed_and_only_when_it_changed(
    client: Client, name: str
) -> None:
    plain = client.get(f"/globe/{name}", headers={"Accept-Encoding": "identity"})
    assert plain.headers["content-type"].split(";")[0] == MEDIA_TYPES[name]
    assert "content-encoding" not in plain.headers
    packed = client.get(f"/globe/{name}", headers={"Accept-Encoding": "br, gzip;q=0.8"})
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) < len(plain.content)
    assert packed.content == plain.content  # as unpacked by the client
    assert packed.headers["etag"] != plain.headers["etag"]
    for each, encoding in ((plain, "identity"), (packed, "gzip")):
        assert each.headers["vary"] == "Accept-Encoding"
        assert each.headers["cache-control"] == "public, no-cache"
        known = {"Accept-Encoding": encoding, "If-None-Match": f'"x", W/{each.headers["etag"]}'}
        again = client.get(f"/globe/{name}", headers=known)
        assert (again.status_code, again.content) == (304, b"")


def test_a_name_with_the_digest_is_kept_for_good_and_no_other_digest_is_there(
    client: Client,
) -> None:
    path = ASSETS.address(CODE)
    assert path is not None
    assert "immutable" in client.get(path).headers["cache-control"]
    other = path.replace(path[-19:-3], "0" * 16)
    assert fault(client.get(other)) is Code.NOT_FOUND
    assert fault(client.get("/globe/main.ts")) is Code.NOT_FOUND


@pytest.mark.parametrize(
    ("accepted", "is_taken"),
    [
        ("gzip", True),
        ("GZIP", True),
        ("br, gzip; q=0.5", True),
        ("gzip;q=0", False),
        ("gzip; q=0.000", False),
        ("br", False),
        ("", False),
    ],
)
def test_gzip_is_for_whoever_takes_it(accepted: str, is_taken: bool) -> None:
    assert takes_gzip(accepted) is is_taken


def test_a_view_is_served_where_there_is_one(tmp_path: Path, centre: StandIn) -> None:
    assert fault(Client(centre.app()).get("/globe/view.json")) is Code.NOT_FOUND
    path = tmp_path / "view.json"
    path.write_text('{"form": "glasshield-view/1", "title": "<script>"}')
    centre.config = msgspec.structs.replace(centre.config, view=path)
    client = Client(centre.app())
    assert client.get("/globe/view.json").content == path.read_bytes()
    (named,) = re.findall(r'data-view="([^"]+)"', client.get("/").text)
    assert client.get(named).content == path.read_bytes()


@pytest.mark.parametrize(
    "text", ["", "no JSON", "[1]", "{}", '{"form": 1}', '{"form": "glasshield-view/0"}', "[" * 9999]
)
def test_what_is_no_view_is_refused_before_anything_listens(tmp_path: Path, text: str) -> None:
    path = tmp_path / "view.json"
    path.write_text(text)
    with pytest.raises(InputError) as refused:
        read_view(path)
    assert refused.value.where == str(path)


def test_a_view_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_view(tmp_path / "none.json")
