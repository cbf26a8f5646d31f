"""The files of defence by sectors, written so that nobody ever sees half of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import msgspec

from glasshield.assurance.sectors import SectorDocument
from glasshield.messages import Language
from glasshield.report.assurance.names import Names
from glasshield.report.files import Step, write_files
from glasshield.workspace import Progress

RESULTS: Final = "sectors.json"


def write_all(
    documents: Sequence[SectorDocument],
    folder: Path,
    names: Names,
    lang: Language,
    progress: Progress | None = None,
) -> list[Path]:
    """The paths of the files, all of which are written, or none: data, and two reports a phase.

    Args:
        documents: one for each phase.
        folder: where to; made where it does not exist.
        names: of the catalogue's records.
        lang: the language of the pages.
        progress: told what is being made.

    Raises:
        OutputError: when the folder cannot be written.
    """
    pages = {f"sectors-{document.phase}": document for document in documents}
    files = [RESULTS, *(f"{stem}{suffix}" for stem in pages for suffix in (".html", ".pdf"))]
    return write_files(folder, files, _steps(documents, pages, names, lang), progress)


def _steps(
    documents: Sequence[SectorDocument],
    pages: Mapping[str, SectorDocument],
    names: Names,
    lang: Language,
) -> Iterator[Step]:
    from glasshield.report import html, pdf
    from glasshield.report.sectors import page

    results = msgspec.json.format(msgspec.json.encode(documents), indent=1)
    yield RESULTS, lambda: {RESULTS: results}
    for stem, document in pages.items():
        built = page.build(document, names, lang)
        made = {
            f"{stem}.html": html.render(built).encode("utf-8"),
            f"{stem}.pdf": pdf.render(built),
        }
        yield stem, made.copy
