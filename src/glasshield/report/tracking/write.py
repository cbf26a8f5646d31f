"""The report's files, written so that nobody ever sees half of them."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import msgspec

from glasshield.messages import Language
from glasshield.report.tracking.document import Document
from glasshield.workspace import Progress, unwritable, write_atomically

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
    with contextlib.ExitStack() as stack:
        aside = {name: stack.enter_context(write_atomically(folder / name)) for name in FILES}
        for done, (name, make) in enumerate(_steps(document, lang, beside)):
            if progress is not None:
                progress(done / len(FILES), name)
            content = make()
            try:
                aside[name].write_bytes(content)
            except OSError as failure:
                raise unwritable(folder / name, failure) from failure
    return [folder / name for name in FILES]


def _steps(
    document: Document, lang: Language, beside: tuple[str, ...]
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    from glasshield.report import html, pdf
    from glasshield.report.tracking import page

    built = page.build(document, lang, (RESULTS, *beside))
    yield PAGE, lambda: html.render(built).encode("utf-8")
    yield PRINTED, lambda: pdf.render(built)
    yield RESULTS, lambda: msgspec.json.format(msgspec.json.encode(document), indent=1)
