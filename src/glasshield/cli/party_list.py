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
    centre = at_centre.config(config)
    from glasshield.centre.people.registered import read_parties

    known = read_parties(centre.parties_file)
    found = [_party(one, known) for one in known.registry.parties.values()]
    if json:
        output.print_json({"parties": found})
    else:
        title = at_centre.marked(centre, "centre.party.title", language)
        _print(title, known, at_centre.now(), language)


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


def _print(title: str, known: Parties, at: Instant, lang: Language) -> None:
    from glasshield.messages import text

    rows = [
        (
            party.id if first else "",
            at_centre.plain(party.name) if first else "",
            key.fingerprint if key else "",
            _standing(key, at, lang) if key else "",
            ", ".join(one.id for one in known.stations.get(party.id, ())) if first else "",
        )
        for party in known.registry.parties.values()
        for first, key in _keys(party)
    ]
    heads = ("party", "name", "key", "standing", "sensors")
    output.print_table(
        title,
        [text(lang, f"centre.column.{head}") for head in heads],
        rows,
    )


def _keys(party: Party) -> list[tuple[bool, PartyKey | None]]:
    """Each key of a party, and whether it is the first; one row for a party without any."""
    return [(at == 0, key) for at, key in enumerate(party.keys or (None,))]


def _standing(key: PartyKey, at: Instant, lang: Language) -> str:
    """Whether a key is good, and until when one is that another took the place of."""
    from glasshield.messages import text

    if key.is_retired(at):
        return text(lang, "centre.key.retired")
    said = text(lang, f"centre.key.{key.standing(at).value}")
    ends = key.retired_at
    if ends is None or ends <= at or key.revoked_at is not None:
        return said
    return text(lang, "centre.key.until", standing=said, at=ends.isoformat())
