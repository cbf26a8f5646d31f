"""The files of a judged claim, written so that nobody ever sees half of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from glasshield.assurance.document import Document
from glasshield.messages import Language
from glasshield.report.assurance.names import Names
from glasshield.report.files import Step, write_files
from glasshield.report.made import Made
from glasshield.workspace import Progress

PAGE: Final = "report.html"
PRINTED: Final = "report.pdf"
RESULTS: Final = "assurance.json"
FILES: Final = (PAGE, PRINTED, RESULTS)


def write_report(
    document: Document,
    folder: Path,
    names: Names,
    lang: Language,
    made: Made,
    progress: Progress | None = None,
) -> list[Path]:
    """The paths of the report's files, all of which are written, or none.

    Args:
        document: the claim with its verdicts.
        folder: where to; made where it does not exist.
        names: what ids are called.
        lang: the language of the page.
        made: the command, and names of other files in the folder.
        progress: told what is being made.

    Raises:
        OutputError: when the folder cannot be written.
    """
    return write_files(folder, FILES, _steps(document, names, lang, made), progress)


def _steps(document: Document, names: Names, lang: Language, made: Made) -> Iterator[Step]:
    from glasshield.report import html, pdf
    from glasshield.report.added_figures import with_figures
    from glasshield.report.assurance import page

    beside = Made(made.command, (RESULTS, *made.files))
    built = with_figures(page.build(document, names, lang, beside), made.figures)
    yield PAGE, lambda: {PAGE: html.render(built).encode("utf-8")}
    yield PRINTED, lambda: {PRINTED: pdf.render(built)}
    document_json = msgspec.json.format(msgspec.json.encode(document), indent=1)
    yield RESULTS, lambda: {RESULTS: document_json}
