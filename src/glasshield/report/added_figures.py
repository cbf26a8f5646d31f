"""Figures from the globe that somebody adds to a report: a section, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from glasshield.messages import Language, text
from glasshield.report.blocks import Block, Figure, Page, Paragraph, Section, ShownAgain
from glasshield.report.drawing import Drawing
from glasshield.report.markup import Markup, tag
from glasshield.report.saved_figure import Mark, Said, SavedFigure

_MARKS: Final[dict[Mark, str]] = {
    "analysis": "page.mark_short",
    "exercise": "web.mark.exercise",
    "simulated": "web.mark.simulated",
    "live": "web.mark.live",
}
# They stand before the first of these: what explains a page comes last.
_LAST: Final = ("assumptions", "glossary", "limits", "reproduce", "sources")


@dataclass(frozen=True, slots=True)
class OnGlobe:
    """The document on the globe of a report, by what computed it."""

    version: str
    input_hash: str


def with_figures(page: Page, figures: Sequence[SavedFigure], globe: OnGlobe | None = None) -> Page:
    """The page with figures added, in their order; itself where there are none.

    Args:
        page: to add to.
        figures: that somebody saved.
        globe: of the page; None where it has none.
    """
    if not figures:
        return page
    places = [k for k, section in enumerate(page.sections) if section.id in _LAST]
    place = min(places, default=len(page.sections))
    before, after = page.sections[:place], page.sections[place:]
    return replace(page, sections=(*before, _section(page, figures, globe), *after))


def _section(page: Page, figures: Sequence[SavedFigure], globe: OnGlobe | None) -> Section:
    lang = page.lang
    blocks: list[Block] = [Paragraph(text(lang, "figures.intro"))]
    blocks += [_figure(page, n, one, globe) for n, one in enumerate(figures, start=1)]
    heading = text(lang, "figures.heading")
    return Section("figures", heading, tuple(blocks), short=text(lang, "figures.short"))


def _figure(page: Page, n: int, figure: SavedFigure, globe: OnGlobe | None) -> Figure:
    lang, said, picture = page.lang, figure.said, figure.picture
    mark = " · ".join(text(lang, _MARKS[one]) for one in said.marks)
    alt = text(lang, "figures.alt", shown=said.shown, title=said.title, mark=mark)
    caption = text(lang, "figures.caption", title=_plain(said.title), mark=mark)
    # The page says of borders what it says once.
    disclaimer = "" if said.disclaimer == page.colophon else _plain(said.disclaimer)
    parts = [caption, _plain(said.setting), disclaimer]
    shown = Figure(
        f"added-{n}",
        Drawing(picture.width, picture.height, _image(figure), alt),
        " ".join(_sentence(part) for part in parts if part),
    )
    if globe is not None and _is_of(said, globe):
        address = text(lang, "figures.address", link=said.link)
        return replace(shown, again=ShownAgain(said.link, text(lang, "figures.link"), address))
    return replace(shown, caption=f"{shown.caption} {_elsewhere(lang, said)}")


def _image(figure: SavedFigure) -> Markup:
    picture = figure.picture
    size = {"width": picture.width, "height": picture.height}
    return tag("image", {"href": picture.address(), **size})


def _is_of(said: Said, globe: OnGlobe) -> bool:
    origin = said.document
    return origin is not None and (origin.version, origin.input_hash) == (
        globe.version,
        globe.input_hash,
    )


def _elsewhere(lang: Language, said: Said) -> str:
    """Where its link leads: not to the globe of this page."""
    origin = said.document
    if origin is None:
        return text(lang, "figures.live", link=_plain(said.link))
    return text(
        lang,
        "figures.elsewhere",
        link=_plain(said.link),
        title=_plain(origin.title),
        program=_plain(origin.program),
        version=_plain(origin.version),
        hash=origin.input_hash[:12],
    )


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?", ".**")) else f"{words}."


def _plain(words: str) -> str:
    """Words of others, in which nothing is strong."""
    return words.replace("**", "* *")
