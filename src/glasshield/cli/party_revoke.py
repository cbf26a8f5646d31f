"""`glasshield party revoke`: keys that no longer speak for their party."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from glasshield.cli import at_centre, options, output


def command(
    party: Annotated[str, typer.Argument(help="Whose keys.")],
    key: Annotated[
        str | None, typer.Option(metavar="SHA256:...", help="Only this key; else all it has.")
    ] = None,
    config: at_centre.ConfigFile = at_centre.DEFAULT_CONFIG,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """Revoke the keys of a party: a running centre takes nothing more signed by them.

    Example: glasshield party revoke russia
    """
    language = options.language(lang)
    file = at_centre.config(config).parties_file
    from glasshield.centre.people.registered import read_parties, write_parties
    from glasshield.messages import text

    known = read_parties(file)
    at = at_centre.now()
    registry = known.registry
    chosen = [key] if key else [one.fingerprint for one in registry.party(party).keys]
    for one in chosen:
        registry = registry.revoked(party, one, at)
    write_parties(replace(known, registry=registry), file)
    if json:
        output.print_json({"party": party, "revoked": chosen})
        return
    said = text(language, "centre.party.revoked", party=party, keys=", ".join(chosen))
    output.print_lines(said)
