"""`glasshield party sensors`: where the sensors of a party stand."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from glasshield.cli import at_centre, options, output


def command(
    party: Annotated[str, typer.Argument(help="Whose sensors.")],
    sensors: Annotated[Path, typer.Argument(metavar="TOML", help="A sensors.toml.")],
    config: at_centre.ConfigFile = at_centre.DEFAULT_CONFIG,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """Say where the sensors of a party stand and how well they measure, in place of before.

    Example: glasshield party sensors russia sensors.toml
    """
    language = options.language(lang)
    file = at_centre.config(config).parties_file
    from glasshield.centre.people.registered import read_parties
    from glasshield.centre.people.stationed import put_stations
    from glasshield.messages import text

    read_parties(file).registry.party(party)
    names = [station.id for station in put_stations(file, party, sensors)]
    if json:
        output.print_json({"party": party, "sensors": names})
        return
    said = text(language, "centre.party.sensors", party=party, sensors=", ".join(names))
    output.print_lines(said)
