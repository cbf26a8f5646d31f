"""The page of the rooms: the globe's page, whose panels are a room's, in two languages."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from glasshield.centre.api.calls import query_of
from glasshield.centre.api.globe import CODE, STYLE, WORLD, Assets
from glasshield.centre.api.page import globe_policy, preferred
from glasshield.exchange.release.terms import Mode
from glasshield.messages import LANGUAGES, Language, text
from glasshield.report.markup import tag


class PageQuery(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """In which language the page is.

    Attributes:
        lang: without it the browser's.
    """

    lang: Language | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """The page of an exercise.

    Attributes:
        assets: what it is made of.
        titles: of the exercise, by language.
    """

    assets: Assets
    titles: dict[Language, str]

    async def page(self, request: Request) -> Response:
        """Shows the rooms."""
        lang = query_of(request, PageQuery).lang
        lang = lang or preferred(request.headers.get("accept-language", ""))
        scheme = "wss" if request.url.scheme == "https" else "ws"
        headers = {
            "Content-Security-Policy": globe_policy(scheme, request.headers.get("host", "")),
            "Content-Language": lang,
        }
        return Response(self.render(lang), media_type="text/html", headers=headers)

    def render(self, lang: Language) -> str:
        """The page; what stands in it is seen until the rooms are there, or without a script."""
        other = next(each for each in LANGUAGES if each != lang)
        root = {
            "id": "glasshield-globe",
            "data-page": "",
            "data-live": "",
            "data-room": "",
            "data-world": self.assets.address(WORLD),
            **{f"data-title-{each}": self.titles[each] for each in LANGUAGES},
        }
        first = tag(
            "div",
            root,
            tag("p", None, text(lang, f"api.mark.{Mode.EXERCISE}")),
            tag("h1", None, self.titles[lang]),
            tag("noscript", None, tag("p", None, text(lang, "exercise.page.no_script"))),
            tag(
                "p",
                None,
                tag(
                    "a",
                    {"href": f"/?lang={other}", "hreflang": other},
                    text(lang, "api.page.other"),
                ),
            ),
        )
        head = tag(
            "head",
            None,
            tag("meta", {"charset": "utf-8"}),
            tag("meta", {"name": "viewport", "content": "width=device-width"}),
            tag("meta", {"name": "color-scheme", "content": "light dark"}),
            tag("title", None, f"{text(lang, 'web.mark.exercise')}: {self.titles[lang]}"),
            tag("link", {"rel": "icon", "href": "data:,"}),
            tag("link", {"rel": "stylesheet", "href": self.assets.address(STYLE)}),
            tag("script", {"type": "module", "src": self.assets.address(CODE)}),
        )
        return f"<!doctype html>\n{tag('html', {'lang': lang}, head, tag('body', None, first))}\n"
