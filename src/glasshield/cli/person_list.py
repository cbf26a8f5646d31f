"""`glasshield person list`: who works at a centre."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from glasshield.cli import at_centre, options, output

if TYPE_CHECKING:
    from glasshield.centre.people.registered import Person
    from glasshield.earth.time import Instant


def command(
    config: at_centre.ConfigFile = at_centre.DEFAULT_CONFIG,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """List the people of a centre, what each may do and until when; no token is shown.

    Example: glasshield person list --config centre.toml
    """
    language = options.language(lang)
    centre = at_centre.config(config)
    file = centre.people_file
    from glasshield.centre.people.registered import read_people
    from glasshield.messages import text

    at = at_centre.now()
    found = [_person(one, at) for one in read_people(file).people.values()]
    if json:
        output.print_json({"people": found})
        return
    heads = ("person", "name", "role", "party", "viewer", "until")
    over = {"until": text(language, "centre.person.over")}
    rows = [
        tuple(at_centre.plain(str(one[head] or over.get(head, ""))) for head in heads)
        for one in found
    ]
    output.print_table(
        at_centre.marked(centre, "centre.person.title", language),
        [text(language, f"centre.column.{head}") for head in heads],
        rows,
    )


def _person(person: Person, at: Instant) -> dict[str, Any]:
    """A person as JSON; `until` is when the last good token expires."""
    good = [token.expires for token in person.tokens if token.is_good(at)]
    return {
        "person": person.id,
        "name": person.name,
        "role": person.role.value,
        "party": person.party,
        "viewer": person.viewer,
        "until": max(good).isoformat() if good else None,
    }
