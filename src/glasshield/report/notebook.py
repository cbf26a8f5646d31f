"""An assessment in a notebook: a static picture, and the globe to look around on.

The picture needs nothing but the page that shows it. The globe needs `anywidget`, which comes with
the extra `notebook`, and is imported only when it is asked for.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from glasshield.errors import InputError
from glasshield.messages import Language
from glasshield.report.document import read
from glasshield.report.markup import Markup, tag

if TYPE_CHECKING:
    from glasshield.report.blocks import Figure
    from glasshield.report.notebook_widget import Globe


class HasJson(Protocol):
    """What can say itself as plain numbers and texts, such as an assessment."""

    def to_json(self) -> dict[str, Any]:
        """The document."""


Shown = HasJson | Mapping[str, Any]


class Formatter(Protocol):
    """What a notebook asks how an object of a type is to be shown."""

    def for_type_by_name(self, module: str, name: str, function: Any, /) -> Any:
        """Remembers a function for a type that need not be imported yet."""


@dataclass(frozen=True, slots=True, repr=False)
class Picture:
    """The three answers and the maps of the last phase, as a notebook shows an object by itself.

    Attributes:
        source: HTML without scripts; the maps are pictures of their own.
    """

    source: str

    def __repr__(self) -> str:
        """A few words: a notebook keeps them beside the picture."""
        return "a picture of an assessment"

    def _repr_html_(self) -> str:
        return self.source


def picture(assessment: Shown, lang: Language = "en") -> Picture:
    """A static picture of an assessment.

    Args:
        assessment: or its JSON form.
        lang: of the texts.

    Raises:
        InputError: when the assessment has not the form of `results.json`.
    """
    from glasshield.report.blocks import plain
    from glasshield.report.findings import findings
    from glasshield.report.phase_maps import Atlas
    from glasshield.report.sections.answer import answers
    from glasshield.report.wording import Wording

    document = read(_json(assessment))
    words, found = Wording(document, lang), findings(document)
    atlas = Atlas.of(document)
    said = [
        tag(
            "li",
            None,
            tag("b", None, f"{one.question} {one.short}. "),
            plain(" ".join(one.sentences)),
        )
        for one in answers(found, words)
    ]
    last = found.phases[-1]
    definitions = atlas.definitions()
    maps = [_drawn(figure, definitions) for figure in atlas.maps(last, words)]
    body = tag(
        "div",
        {"class": "glasshield-picture", "lang": lang},
        tag("p", None, tag("b", None, words.text("page.mark_full"))),
        tag("ul", None, said),
        tag("h4", None, words.phase(last.phase)),
        maps,
        tag("p", None, tag("small", None, _disclaimer(lang))),
    )
    return Picture(body.source)


def show(assessment: Shown, lang: Language = "en") -> Globe:
    """The globe of an assessment, to look around on in a notebook.

    Where a saved notebook is read without widgets, the static picture stands in its place.

    Args:
        assessment: or its JSON form.
        lang: of the texts.

    Raises:
        InputError: when the assessment has not the form of `results.json`, or the extra for
            notebooks is not installed.
    """
    from glasshield.report.view.build import rendered, view_of

    json = _json(assessment)
    view = rendered(view_of(json))
    try:
        from glasshield.report.notebook_widget import Globe
    except ModuleNotFoundError as missing:
        raise InputError(
            "the globe in a notebook needs a package that is not installed",
            got=str(missing.name),
            do='pip install "glasshield[notebook]", or look at glasshield.picture(assessment)',
        ) from None
    return Globe.showing(view, lang, picture(json, lang))


def register(formatter: Formatter) -> None:
    """Lets a notebook show assessments as pictures, by themselves.

    Args:
        formatter: the notebook's, for HTML.
    """
    formatter.for_type_by_name("glasshield.shield.assessment", "Assessment", _html)


def _html(assessment: HasJson) -> str:
    return picture(assessment).source


def _json(assessment: Shown) -> Mapping[str, Any]:
    return assessment if isinstance(assessment, Mapping) else assessment.to_json()


def _disclaimer(lang: Language) -> str:
    from glasshield.geodata import disclaimer

    return disclaimer(lang)


def _drawn(figure: Figure, definitions: Mapping[str, Markup]) -> Markup:
    """A map as a picture of its own, so that its styles stay in it."""
    from glasshield.report.blocks import plain
    from glasshield.report.theme import LIGHT

    svg = figure.drawing.standalone(LIGHT, definitions)
    data = base64.b64encode(svg.encode("utf-8")).decode("ascii")
    source: dict[str, str | float | None] = {
        "src": f"data:image/svg+xml;base64,{data}",
        "alt": figure.drawing.alt,
        "width": 400,
    }
    image = Markup(tag("img", source).source.removesuffix("</img>"))
    return tag("figure", None, image, tag("figcaption", None, plain(figure.caption)))
