"""The pages for people with a browser, in two languages: the globe, and in words what this is."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from typing import Final

import msgspec
from starlette.responses import Response

from glasshield import __version__
from glasshield.centre.api.calls import Call
from glasshield.centre.api.globe import CODE, STYLE, VIEW, WORLD, Assets
from glasshield.exchange.release.terms import Mode
from glasshield.messages import LANGUAGES, Language, text
from glasshield.report.markup import Markup, tag
from glasshield.report.theme import DARK, LIGHT, SANS

# Of a name or address with its port: nothing that could be another word of a policy.
_HOST: Final = re.compile(r"(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?", re.ASCII)
_PLACES: Final = {
    "/openapi.json": "api.page.openapi",
    "/schema.json": "api.page.schema",
    "/healthz": "api.page.health",
}


def _palette(colours: object) -> str:
    names = ("paper", "ink", "soft", "sees", "reaches")
    return "".join(f"--{name}:{colours[name]};" for name in names)  # type: ignore[index]


_STYLE: Final = (
    f":root{{{_palette(LIGHT)}color-scheme:light dark}}"
    f"@media(prefers-color-scheme:dark){{:root{{{_palette(DARK)}}}}}"
    f"body{{font:1.05rem/1.55 '{SANS}',system-ui,sans-serif;background:var(--paper);"
    "color:var(--ink);"
    "max-width:38rem;margin:8vh auto;padding:0 1.2rem}"
    "h1{font-size:1.9rem;line-height:1.2;margin:0 0 .6rem}h2{font-size:1rem;margin:2rem 0 .4rem}"
    ".mark{color:var(--reaches);border:2px solid;padding:.3rem .7rem;font-weight:600;"
    "display:inline-block;margin:0 0 1.6rem}"
    "a{color:var(--sees)}small{color:var(--soft)}ul{padding-left:1.1rem;margin:0}"
    "code{font-size:.95em}"
)
STYLE_HASH: Final = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_POLICY: Final = (
    f"default-src 'none'; style-src 'sha256-{STYLE_HASH}'; frame-ancestors 'none'; "
    "base-uri 'none'; form-action 'none'"
)


class PageQuery(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """In which language the page is.

    Attributes:
        lang: without it the browser's.
    """

    lang: Language | None = None


async def about(call: Call) -> Response:
    """Says in words what this is; needs no script."""
    lang = _language(call)
    return _html(render(lang, Mode(call.centre.mode), call.centre.config.name), lang, _POLICY)


@dataclass(frozen=True, slots=True)
class Index:
    """The page with the globe.

    Attributes:
        assets: what it is made of.
    """

    assets: Assets

    async def page(self, call: Call) -> Response:
        """Shows the globe; without script it leads to the page in words."""
        lang = _language(call)
        mode, host = Mode(call.centre.mode), call.request.headers.get("host", "")
        scheme = "wss" if call.request.url.scheme == "https" else "ws"
        return _html(
            self.render(lang, mode, call.centre.config.name), lang, globe_policy(scheme, host)
        )

    def render(self, lang: Language, mode: Mode, name: str) -> str:
        """The page; what stands in it is seen until the globe is there, and by who has no script.

        Args:
            lang: its language.
            mode: of the centre.
            name: of its log.
        """
        title = text(lang, "web.title")
        root = {
            "id": "glasshield-globe",
            "data-page": "",
            "data-live": "",
            "data-world": self.assets.address(WORLD),
            "data-view": self.assets.address(VIEW),
        }
        first = tag(
            "div",
            root,
            tag("p", None, text(lang, f"api.mark.{mode}")),
            tag("h1", None, title),
            tag("noscript", None, tag("p", None, text(lang, "api.page.no_script"))),
            tag("p", None, tag("a", {"href": f"/about?lang={lang}"}, text(lang, "api.page.title"))),
        )
        code = {"type": "module", "src": self.assets.address(CODE)}
        head = tag(
            "head",
            None,
            tag("meta", {"charset": "utf-8"}),
            tag("meta", {"name": "viewport", "content": "width=device-width"}),
            tag("meta", {"name": "color-scheme", "content": "light dark"}),
            tag("title", None, f"{title}: {name}"),
            tag("link", {"rel": "icon", "href": "data:,"}),
            tag("link", {"rel": "stylesheet", "href": self.assets.address(STYLE)}),
            tag("script", code),
        )
        return f"<!doctype html>\n{tag('html', {'lang': lang}, head, tag('body', None, first))}\n"


def globe_policy(scheme: str, host: str) -> str:
    """What the globe's page may load: from here alone, and nothing that stands in the page itself.

    Args:
        scheme: of the WebSocket.
        host: as the client names this place; some browsers do not take `'self'` for WebSockets.
    """
    live = f" {scheme}://{host}" if _HOST.fullmatch(host) else ""
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
        f"font-src 'self'; connect-src 'self'{live}; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _html(source: str, lang: Language, policy: str) -> Response:
    headers = {"Content-Security-Policy": policy, "Content-Language": lang}
    return Response(source, media_type="text/html", headers=headers)


def _language(call: Call) -> Language:
    return call.query.lang or preferred(call.request.headers.get("accept-language", ""))


def render(lang: Language, mode: Mode, name: str) -> str:
    """The page in words.

    Args:
        lang: its language.
        mode: of the centre.
        name: of its log.
    """
    other = next(each for each in LANGUAGES if each != lang)
    title = text(lang, "api.page.title")
    links = [
        tag("li", None, tag("a", {"href": path}, tag("code", None, path)), ": ", text(lang, key))
        for path, key in _PLACES.items()
    ]
    command = "glasshield watch"
    body = tag(
        "body",
        None,
        tag("p", {"class": "mark"}, text(lang, f"api.mark.{mode}")),
        tag("h1", None, title),
        tag("p", None, text(lang, "api.page.what")),
        tag("p", None, text(lang, "api.page.not")),
        tag("p", None, text(lang, "api.page.name", name=name)),
        tag("h2", None, text(lang, "api.page.people")),
        tag("p", None, tag("a", {"href": f"/?lang={lang}"}, text(lang, "api.page.globe"))),
        tag("p", None, text(lang, "api.page.watch", command=command)),
        tag("h2", None, text(lang, "api.page.programs")),
        tag("ul", None, links),
        tag(
            "p",
            None,
            tag("small", None, f"Glasshield {__version__} · "),
            tag(
                "a",
                {"href": f"/about?lang={other}", "hreflang": other},
                text(lang, "api.page.other"),
            ),
        ),
    )
    head = tag(
        "head",
        None,
        tag("meta", {"charset": "utf-8"}),
        tag("meta", {"name": "viewport", "content": "width=device-width"}),
        tag("title", None, f"{title}: {name}"),
        tag("style", None, Markup(_STYLE)),
    )
    return f"<!doctype html>\n{tag('html', {'lang': lang}, head, body)}\n"


def preferred(accepted: str) -> Language:
    """The first language of a browser's list that the page has."""
    for each in accepted.lower().split(","):
        for lang in LANGUAGES:
            if each.strip().startswith(lang):
                return lang
    return LANGUAGES[0]
