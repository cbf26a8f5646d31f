"""`glasshield act consult`: asks a party what it thinks of something."""

from __future__ import annotations

from typing import Annotated

import typer

from glasshield.cli import acting, at_centre, options


def command(
    url: Annotated[str, typer.Argument(metavar="URL", help="Of the centre.")],
    words: Annotated[str, typer.Argument(metavar="TEXT", help="What is asked.")],
    of: Annotated[str, typer.Option("--of", metavar="PARTY", help="The party that is asked.")],
    by: Annotated[
        str | None, typer.Option("--by", metavar="UTC", help="Until when an answer helps.")
    ] = None,
    token_file: at_centre.TokenFile = None,
    ca: at_centre.Ca = None,
    certificate: at_centre.Certificate = None,
    certificate_key: at_centre.CertificateKey = None,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """Consult a party; question and answer stand in the log, and command nothing.

    Example: glasshield act consult URL "Do you object to ...?" --of aspen
    """
    language = options.language(lang)
    from glasshield.centre.bodies import Consult
    from glasshield.earth.time import Instant

    until = None if by is None else str(Instant.parse(by, where="--by"))
    actor = acting.Actor(url, token_file, ca, (certificate, certificate_key))
    done = Consult(party=of, text=acting.words(words), answer_by=until)
    acting.print_act(actor, done, language, json=json)
