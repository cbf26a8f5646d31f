"""`glasshield statement sign`: an assessment or a measurement becomes a signed statement."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from glasshield import arithmetic
from glasshield.cli import options, signing
from glasshield.errors import InputError

FILE: Final = "statement.json"


def command(
    assessment: Annotated[
        Path,
        typer.Argument(
            metavar="DIR", help="What --out of assure, monitor evaluate or exercise review wrote."
        ),
    ],
    key: signing.Key,
    passphrase_file: signing.PassphraseFile = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The statement; statement.json in DIR otherwise."),
    ] = None,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """Sign an assessment or a measurement with all it was computed from, none of it changed since.

    Example: glasshield statement sign out/gbi --key keys/united-states.key
    """
    arithmetic.alike()
    language = options.language(lang)
    folder = assessment if assessment.is_dir() else assessment.parent
    path = out or folder / FILE
    if path.exists():
        raise InputError(
            "a statement stands there",
            where=str(path),
            do="countersign it, or name another file with --out",
        )
    from glasshield.exchange.statements import content_in, signed, stated, write

    content = content_in(assessment)
    statement = signed(stated(content), signing.signer(key, passphrase_file))
    write(statement, path)
    signing.say_written(statement, path, language, json=json)
