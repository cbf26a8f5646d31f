"""All files of a report, written so that nobody ever sees half of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from glasshield.messages import Language
from glasshield.report.files import Step, write_files

if TYPE_CHECKING:
    from glasshield.report.assurance.names import Names
    from glasshield.report.document import Document
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


def write_all(
    assessment: Mapping[str, object],
    out_dir: Path,
    *,
    lang: Language,
    progress: Progress | None = None,
    claims: Sequence[JudgedClaim] = (),
    names: Names | None = None,
) -> list[Path]:
    """The paths of the report's files, all of which are written, or none.

    Args:
        assessment: the assessment's JSON form.
        out_dir: the folder; made where it does not exist. Files of other names stay.
        lang: the language of the page and of the names in the scenes.
        progress: told what is being made.
        claims: judged, for the globe.
        names: of what the claims speak of; ids where left out.

    Raises:
        InputError: when the assessment has not the form of `results.json`.
        OutputError: when the folder cannot be written.
    """
    from glasshield.report.document import read
    from glasshield.report.view.build import rendered, view_of

    document = read(assessment)
    view = rendered(view_of(document, claims, names=names))
    return write_files(out_dir, FILES, _steps(assessment, document, view, lang), progress)


def _steps(
    assessment: Mapping[str, object], document: Document, view: bytes, lang: Language
) -> Iterator[Step]:
    from glasshield.report import html, page, pdf
    from glasshield.report.exports import czml, geojson, kmz, results, tables
    from glasshield.report.packed import Globe

    built = page.build(document, lang, FILES[2:])
    yield PAGE, lambda: {PAGE: html.render(built, Globe.showing(view)).encode("utf-8")}
    yield VIEW, lambda: {VIEW: view}
    yield PRINTED, lambda: {PRINTED: pdf.render(built)}
    yield RESULTS, lambda: {RESULTS: results.render(assessment)}
    yield FOOTPRINTS, lambda: {FOOTPRINTS: geojson.render(document, lang)}
    yield SCENE, lambda: {SCENE: czml.render(document, lang)}
    yield ARCHIVE, lambda: {ARCHIVE: kmz.render(document, lang)}
    yield "csv", lambda: tables.render(document)
