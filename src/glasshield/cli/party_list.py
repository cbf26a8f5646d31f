"""`glasshield party list`: the parties of a centre, their keys and sensors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from glasshield.cli import at_centre, options, output

if TYPE_CHECKING:
    from glasshield.centre.people.registered import Parties
    from glasshield.earth.time import Instant
    from glasshield.exchange.parties import Party, PartyKey
    from glasshield.messages import Language


def command(
    config: at_centre.ConfigFile = at_centre.DEFAULT_CONFIG,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """List the parties of a centre with their keys and sensors.

    Example: glasshield party list --config centre.toml
    """
    language = options.language(lang)
    file = at_centre.config(config).parties_file
    from glasshield.centre.people.registered import read_parties

    known = read_parties(file)
    found = [_party(one, known) for one in known.registry.parties.values()]
    if json:
        output.print_json({"parties": found})
    else:
        _print(known, at_centre.now(), language)


def _party(party: Party, known: Parties) -> dict[str, Any]:
    """A party as JSON."""
    return {
        "party": party.id,
        "name": party.name,
        "witness": party.id in known.witnesses,
        "keys": [
            {
                "key": key.fingerprint,
                "since": key.since.isoformat(),
                "revoked": None if key.revoked_at is None else key.revoked_at.isoformat(),
                "retired": None if key.retired_at is None else key.retired_at.isoformat(),
            }
            for key in party.keys
        ],
        "sensors": [station.id for station in known.stations.get(party.id, ())],
    }


def _print(known: Parties, at: Instant, lang: Language) -> None:
    from glasshield.messages import text

    rows = [
        (
            party.id if first else "",
            at_centre.plain(party.name) if first else "",
            key.fingerprint if key else "",
            text(lang, f"centre.key.{_standing(key, at)}") if key else "",
            ", ".join(one.id for one in known.stations.get(party.id, ())) if first else "",
        )
        for party in known.registry.parties.values()
        for first, key in _keys(party)
    ]
    heads = ("party", "name", "key", "standing", "sensors")
    output.print_table(
        text(lang, "centre.party.title"),
        [text(lang, f"centre.column.{head}") for head in heads],
        rows,
    )


def _keys(party: Party) -> list[tuple[bool, PartyKey | None]]:
    """Each key of a party, and whether it is the first; one row for a party without any."""
    return [(at == 0, key) for at, key in enumerate(party.keys or (None,))]


def _standing(key: PartyKey, at: Instant) -> str:
    return key.standing(at).value
