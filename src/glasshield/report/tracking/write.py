"""The report's files, written so that nobody ever sees half of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from glasshield.messages import Language
from glasshield.report.files import Step, write_files
from glasshield.report.tracking.document import Document
from glasshield.workspace import Progress

PAGE: Final = "report.html"
PRINTED: Final = "report.pdf"
RESULTS: Final = "tracks.json"
FILES: Final = (PAGE, PRINTED, RESULTS)


def write_report(
    document: Document,
    folder: Path,
    lang: Language,
    beside: tuple[str, ...] = (),
    progress: Progress | None = None,
) -> list[Path]:
    """The paths of the report's files, all of which are written, or none.

    Args:
        document: what was tracked.
        folder: where to; made where it does not exist.
        lang: the language of the page.
        beside: names of other files in the folder, to be named on the page.
        progress: told what is being made.

    Raises:
        OutputError: when the folder cannot be written.
    """
    return write_files(folder, FILES, _steps(document, lang, beside), progress)


def _steps(document: Document, lang: Language, beside: tuple[str, ...]) -> Iterator[Step]:
    from glasshield.report import html, pdf
    from glasshield.report.tracking import page

    built = page.build(document, lang, (RESULTS, *beside))
    yield PAGE, lambda: {PAGE: html.render(built).encode("utf-8")}
    yield PRINTED, lambda: {PRINTED: pdf.render(built)}
    document_json = msgspec.json.format(msgspec.json.encode(document), indent=1)
    yield RESULTS, lambda: {RESULTS: document_json}
