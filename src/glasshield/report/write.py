"""All files of a report, written so that nobody ever sees half of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from glasshield.messages import Language
from glasshield.report.files import Step, write_files

if TYPE_CHECKING:
    from glasshield.report.assurance.names import Names
    from glasshield.report.blocks import Page
    from glasshield.report.document import Document
    from glasshield.report.saved_figure import SavedFigure
    from glasshield.report.view.build import JudgedClaim
    from glasshield.workspace import Progress

PAGE: Final = "report.html"
PRINTED: Final = "report.pdf"
RESULTS: Final = "results.json"
VIEW: Final = "view.json"
FOOTPRINTS: Final = "footprints.geojson"
SCENE: Final = "scene.czml"
ARCHIVE: Final = "scene.kmz"
TABLES: Final = ("sees.csv", "defends.csv", "reaches.csv", "assumptions.csv")
FILES: Final = (PAGE, PRINTED, RESULTS, VIEW, FOOTPRINTS, SCENE, ARCHIVE, *TABLES)


@dataclass(frozen=True, slots=True)
class Added:
    """What a report has beside the assessment.

    Attributes:
        claims: judged, for the globe.
        names: of what the claims speak of; ids where left out.
        figures: that somebody saved on the globe.
    """

    claims: Sequence[JudgedClaim] = ()
    names: Names | None = None
    figures: Sequence[SavedFigure] = ()


def write_all(
    assessment: Mapping[str, object],
    out_dir: Path,
    *,
    lang: Language,
    progress: Progress | None = None,
    added: Added | None = None,
) -> list[Path]:
    """The paths of the report's files, all of which are written, or none.

    Args:
        assessment: the assessment's JSON form.
        out_dir: the folder; made where it does not exist. Files of other names stay.
        lang: the language of the page and of the names in the scenes.
        progress: told what is being made.
        added: what the report has beside the assessment.

    Raises:
        InputError: when the assessment has not the form of `results.json`.
        OutputError: when the folder cannot be written.
    """
    from glasshield.report.document import read
    from glasshield.report.view.build import rendered, view_of

    document = read(assessment)
    added = added or Added()
    view = rendered(view_of(document, added.claims, names=added.names))
    built = _page(document, lang, added.figures)
    return write_files(out_dir, FILES, _steps(assessment, document, view, built), progress)


def _page(document: Document, lang: Language, figures: Sequence[SavedFigure]) -> Page:
    from glasshield.report import page
    from glasshield.report.added_figures import OnGlobe, with_figures

    program = document.program
    here = OnGlobe(program.version, program.input_hash)
    return with_figures(page.build(document, lang, FILES[2:]), figures, here)


def _steps(
    assessment: Mapping[str, object], document: Document, view: bytes, built: Page
) -> Iterator[Step]:
    from glasshield.report import html, pdf
    from glasshield.report.exports import czml, geojson, kmz, results, tables
    from glasshield.report.packed import Globe

    lang = built.lang
    yield PAGE, lambda: {PAGE: html.render(built, Globe.showing(view)).encode("utf-8")}
    yield VIEW, lambda: {VIEW: view}
    yield PRINTED, lambda: {PRINTED: pdf.render(built)}
    yield RESULTS, lambda: {RESULTS: results.render(assessment)}
    yield FOOTPRINTS, lambda: {FOOTPRINTS: geojson.render(document, lang)}
    yield SCENE, lambda: {SCENE: czml.render(document, lang)}
    yield ARCHIVE, lambda: {ARCHIVE: kmz.render(document, lang)}
    yield "csv", lambda: tables.render(document)
