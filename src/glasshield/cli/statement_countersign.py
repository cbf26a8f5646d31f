"""`glasshield statement countersign`: one more party signs the same statement."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from glasshield import arithmetic
from glasshield.cli import options, signing


def command(
    statement: Annotated[Path, typer.Argument(metavar="FILE", help="A signed statement.")],
    key: signing.Key,
    passphrase_file: signing.PassphraseFile = None,
    rerun: Annotated[
        bool, typer.Option("--rerun", help="Compute it again first; sign only the same digits.")
    ] = False,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where it goes; the same file otherwise.")
    ] = None,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """Add your signature to a statement that others signed, when all of theirs are sound.

    Example: glasshield statement countersign out/gbi/statement.json --key keys/russia.key --rerun
    """
    arithmetic.alike()
    language = options.language(lang)
    from glasshield.exchange.statements import read, signed, write

    before = read(statement)
    signer = signing.signer(key, passphrase_file)
    after = signed(before, signer)
    if rerun:
        signing.check_same(signing.rerun(before.content), statement, language)
    path = out or statement
    write(after, path)
    signing.say_written(after, path, language, json=json)
