"""The files of a review, written so that nobody ever sees half of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from glasshield.messages import Language
from glasshield.report.exercise.document import Review
from glasshield.report.files import Step, write_files
from glasshield.report.made import Made
from glasshield.workspace import Progress

PAGE: Final = "report.html"
PRINTED: Final = "report.pdf"
REVIEW: Final = "review.json"


def write_all(
    review: Review,
    folder: Path,
    lang: Language,
    made: Made,
    progress: Progress | None = None,
) -> list[Path]:
    """The paths of the report of a review, all of which are written, or none.

    Args:
        review: the exercise.
        folder: where to; made where it does not exist.
        lang: the language of the pages.
        made: the command, and names of other files in the folder.
        progress: told what is being made.

    Raises:
        OutputError: when the folder cannot be written.
    """
    beside = Made(made.command, (REVIEW, *made.files))
    return write_files(folder, (PAGE, PRINTED, REVIEW), _steps(review, lang, beside), progress)


def _steps(review: Review, lang: Language, made: Made) -> Iterator[Step]:
    from glasshield.report import html, pdf
    from glasshield.report.exercise import page

    built = page.build(review, lang, made)
    yield PAGE, lambda: {PAGE: html.render(built).encode("utf-8")}
    yield PRINTED, lambda: {PRINTED: pdf.render(built)}
    content = msgspec.json.format(msgspec.json.encode(review), indent=1)
    yield REVIEW, lambda: {REVIEW: content}
