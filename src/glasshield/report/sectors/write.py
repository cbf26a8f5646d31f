"""The files of defence by sectors, written so that nobody ever sees half of them."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec

from glasshield.assurance.sectors import SectorDocument
from glasshield.messages import Language
from glasshield.report.assurance.names import Names
from glasshield.workspace import Progress, unwritable, write_atomically

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
    from glasshield.report import html, pdf
    from glasshield.report.sectors import page

    pages = {f"sectors-{document.phase}": document for document in documents}
    files = [RESULTS, *(f"{stem}{suffix}" for stem in pages for suffix in (".html", ".pdf"))]
    with contextlib.ExitStack() as stack:
        aside = {name: stack.enter_context(write_atomically(folder / name)) for name in files}
        content = {RESULTS: msgspec.json.format(msgspec.json.encode(documents), indent=1)}
        for done, (stem, document) in enumerate(pages.items()):
            if progress is not None:
                progress(done / len(pages), stem)
            built = page.build(document, names, lang)
            content[f"{stem}.html"] = html.render(built).encode("utf-8")
            content[f"{stem}.pdf"] = pdf.render(built)
        for name, data in content.items():
            try:
                aside[name].write_bytes(data)
            except OSError as failure:
                raise unwritable(folder / name, failure) from failure
    return [folder / name for name in files]
