"""`glasshield statement verify`: whether a statement is as it was signed, and comes out again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from glasshield import arithmetic
from glasshield.cli import options, output, signing
from glasshield.cli.failure import UNUSABLE


def command(
    statement: Annotated[Path, typer.Argument(metavar="FILE", help="A signed statement.")],
    rerun: Annotated[
        bool, typer.Option("--rerun", help="Compute it again here and name every difference.")
    ] = False,
    key: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE", help="A party's .pub, which must have signed; may be given again."
        ),
    ] = None,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """Verify every byte and every signature of a statement, and compute it again where asked.

    Example: glasshield statement verify out/gbi/statement.json --rerun --key keys/russia.pub
    """
    arithmetic.alike()
    language = options.language(lang)
    from glasshield.exchange.keys import read_public
    from glasshield.exchange.rerun import other_versions
    from glasshield.exchange.stated_facts import differing_facts
    from glasshield.exchange.statements import check_keys, read

    found = read(statement)
    keys = [read_public(path) for path in key or ()]
    check_keys(found, keys, str(statement))
    content = found.content
    said = signing.answer(found, keys) | {
        "other_versions": signing.as_json(other_versions(content)),
        "other_facts": signing.as_json(differing_facts(content.inputs)),
        "rerun": signing.as_json(signing.rerun(content)) if rerun else None,
    }
    if json:
        output.print_json(said)
    else:
        signing.print_verified(found, said, language)
    if said["rerun"]:
        raise typer.Exit(UNUSABLE)
