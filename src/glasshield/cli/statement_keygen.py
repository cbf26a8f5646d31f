"""`glasshield statement keygen`: a key for a party."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from glasshield.cli import options, output, signing


def command(
    party: Annotated[str, typer.Argument(help="Who will sign with it, such as united-states.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the two files are written.")],
    passphrase_file: signing.PassphraseFile = None,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """Make a key with which a party signs: PARTY.key to keep, PARTY.pub to give away.

    Example: glasshield statement keygen united-states --out keys
    """
    language = options.language(lang)
    from glasshield.exchange.keys import new_signer, write_signer
    from glasshield.messages import text

    signer = new_signer(party)
    given = signing.passphrase(passphrase_file, new=True)
    private, public = write_signer(signer, out, given)
    key = signer.public.fingerprint
    if json:
        output.print_json(
            {"party": party, "key": key, "private": str(private), "public": str(public)}
        )
        return
    output.print_lines(
        text(
            language,
            "statement.key_written",
            fingerprint=key,
            party=party,
            private=str(private),
            public=str(public),
        )
    )
