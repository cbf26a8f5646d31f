"""`glasshield party add`: a party that may send to a centre."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from glasshield.cli import at_centre, options, output


def command(
    party: Annotated[str, typer.Argument(help="What it is called, such as united-states.")],
    key: Annotated[Path, typer.Option(metavar="PUB", help="Its public key: PARTY.pub.")],
    name: Annotated[str, typer.Option(help="The name that people read; the id otherwise.")] = "",
    sensors: Annotated[
        Path | None, typer.Option(metavar="TOML", help="Its sensors, as a sensors.toml.")
    ] = None,
    witness: Annotated[
        bool, typer.Option("--witness", help="It countersigns the log, and sees how long it is.")
    ] = False,
    config: at_centre.ConfigFile = at_centre.DEFAULT_CONFIG,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """Let a party send to a centre; a running one takes it up within a second.

    Example: glasshield party add russia --key russia.pub --sensors sensors.toml
    """
    language = options.language(lang)
    file = at_centre.config(config).parties_file
    from glasshield.centre.people.registered import (
        Parties,
        check_party_id,
        read_parties,
        write_parties,
    )
    from glasshield.centre.people.stationed import put_stations
    from glasshield.exchange import keys, parties
    from glasshield.messages import text

    check_party_id(party, "PARTY")
    known = read_parties(file)
    public = keys.read_public(key)
    since = at_centre.to_the_second(at_centre.now())
    made = parties.Party(party, name or party, (parties.PartyKey(public, since),))
    registry = known.registry.added(made)
    count = 0 if sensors is None else len(put_stations(file, party, sensors))
    witnesses = known.witnesses | ({party} if witness else set())
    write_parties(Parties(registry, witnesses), file)
    if json:
        output.print_json({"party": party, "key": public.fingerprint, "sensors": count})
        return
    said = text(language, "centre.party.added", party=party, fingerprint=public.fingerprint)
    output.print_lines(said)
    if sensors is None:
        wanted = f"glasshield party sensors {party} sensors.toml"
        output.say(text(language, "centre.party.no_sensors", party=party, command=wanted))
