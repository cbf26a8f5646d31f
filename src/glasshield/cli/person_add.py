"""`glasshield person add`: somebody who works at a centre, and a token to come in with."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glasshield.cli import at_centre, options, output
from glasshield.errors import InputError

if TYPE_CHECKING:
    from glasshield.centre.people.registered import People, Person, Token


def command(
    person: Annotated[str, typer.Argument(help="What the log calls the person, such as duty-1.")],
    role: Annotated[
        str, typer.Option(metavar="operator|liaison|observer|auditor", help="What it may do.")
    ],
    party: Annotated[str, typer.Option(help="The party to which the person belongs.")] = "",
    viewer: Annotated[
        str, typer.Option(help="Whose picture an observer sees; the others have their own.")
    ] = "",
    name: Annotated[str, typer.Option(help="The name that people read; the id otherwise.")] = "",
    valid: Annotated[str, typer.Option(help="For how long the token is good.")] = "12h",
    token_file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the token there; else it is shown.")
    ] = None,
    config: at_centre.ConfigFile = at_centre.DEFAULT_CONFIG,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """Let a person in, with a token that is told once; somebody known gets one more token.

    Example: glasshield person add liaison-1 --role liaison --party russia --valid 12h
    """
    language = options.language(lang)
    valid_s = at_centre.duration_s(valid, "--valid")
    centre = at_centre.config(config)
    file = centre.people_file
    from glasshield.centre.people import registered
    from glasshield.centre.unattended import write_secret
    from glasshield.messages import text

    known = registered.read_people(file)
    asked = _asked(person, role, (party, viewer), name)
    token = registered.new_token()
    since = at_centre.to_the_second(at_centre.now())
    expires = since.plus_s(valid_s)
    kept = registered.Token(registered.token_digest(token), since, expires)
    registered.write_people(_with(known, asked, kept), file)
    if token_file is not None:
        write_secret(token_file, f"{token}\n")
    if party and party not in registered.read_parties(centre.parties_file).registry.parties:
        output.say(text(language, "centre.person.no_party", party=party))
    if json:
        answer = {"person": person, "role": asked.role, "viewer": asked.viewer}
        shown = {"token": token} if token_file is None else {"token_file": str(token_file)}
        output.print_json(answer | {"expires": expires.isoformat()} | shown)
        return
    output.print_lines(str(token_file) if token_file else token)
    said = text(language, "centre.person.added", person=person, until=expires.isoformat())
    output.say(said)


def _asked(id: str, role: str, whose: tuple[str, str], name: str) -> Person:
    """The person as the command line names it.

    Raises:
        InputError: no role, or one that lacks what it needs.
    """
    from glasshield.centre.people.registered import Person, Role, check_person, default_viewer
    from glasshield.errors import UnknownNameError
    from glasshield.exchange.keys import checked_party

    checked_party(id, "PERSON")
    if role not in list(Role):
        raise UnknownNameError.among("role", role, list(Role))
    party, viewer = whose
    seen = viewer or default_viewer(Role(role), party)
    check_person(Role(role), party, seen, "--role")
    return Person(id, name or id, Role(role), party, seen)


def _with(known: People, asked: Person, token: Token) -> People:
    """The people with this person and one more token.

    Raises:
        InputError: somebody else has this id.
    """
    found = known.people.get(asked.id)
    if found is None:
        return known.put(replace(asked, tokens=(token,)))
    if (found.role, found.party, found.viewer) != (asked.role, asked.party, asked.viewer):
        raise InputError(
            f"{asked.id} is known as somebody else",
            got=f"{asked.role} of {asked.party or 'the centre'}",
            expected=f"{found.role} of {found.party or 'the centre'}",
            do="give the person another id",
        )
    return known.put(replace(found, tokens=(*found.tokens, token)))
