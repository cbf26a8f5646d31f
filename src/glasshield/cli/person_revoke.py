"""`glasshield person revoke`: tokens that are worth nothing any more."""

from __future__ import annotations

from typing import Annotated

import typer

from glasshield.cli import at_centre, options, output


def command(
    person: Annotated[str, typer.Argument(help="Whose tokens.")],
    config: at_centre.ConfigFile = at_centre.DEFAULT_CONFIG,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """Take all tokens of a person back: a running centre lets the person go within a second.

    Example: glasshield person revoke liaison-1
    """
    language = options.language(lang)
    file = at_centre.config(config).people_file
    from glasshield.centre.people.registered import read_people, write_people
    from glasshield.messages import text

    at = at_centre.now()
    known = read_people(file)
    count = sum(token.is_good(at) for token in known.person(person).tokens)
    write_people(known.revoked(person, at), file)
    if json:
        output.print_json({"person": person, "revoked": count})
        return
    output.print_lines(text(language, "centre.person.revoked", person=person, n=count))
