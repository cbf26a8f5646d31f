"""`glasshield party rotate-key`: another key in the place of a party's keys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from glasshield.cli import at_centre, options, output


def command(
    party: Annotated[str, typer.Argument(help="Whose key.")],
    key: Annotated[Path, typer.Option(metavar="PUB", help="The new public key: PARTY.pub.")],
    overlap: Annotated[
        str | None, typer.Option(help="For how long the earlier keys stay good: 10min.")
    ] = None,
    config: at_centre.ConfigFile = at_centre.DEFAULT_CONFIG,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """Put a new key of a party in the place of its earlier ones, at once or after a while.

    Example: glasshield party rotate-key russia --key russia.pub --overlap 10min
    """
    language = options.language(lang)
    kept_s = 0.0 if overlap is None else at_centre.duration_s(overlap, "--overlap")
    file = at_centre.config(config).parties_file
    from glasshield.centre.people.registered import read_parties, write_parties
    from glasshield.exchange.keys import read_public
    from glasshield.messages import text

    known = read_parties(file)
    public = read_public(key)
    since = at_centre.to_the_second(at_centre.now())
    registry = known.registry.rotated(party, public, since, kept_s)
    write_parties(replace(known, registry=registry), file)
    if json:
        until = since.plus_s(kept_s).isoformat()
        output.print_json({"party": party, "key": public.fingerprint, "earlier_until": until})
        return
    said = text(language, "centre.party.rotated", party=party, fingerprint=public.fingerprint)
    output.print_lines(said)
