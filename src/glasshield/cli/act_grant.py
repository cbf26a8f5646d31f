"""`glasshield act grant`: an owner releases what was asked for."""

from __future__ import annotations

from typing import Annotated

import typer

from glasshield.cli import acting, at_centre, options


def command(
    url: Annotated[str, typer.Argument(metavar="URL", help="Of the centre.")],
    request: Annotated[str, typer.Argument(metavar="REQUEST", help="Its id.")],
    number: Annotated[
        int, typer.Option(help="Of the object, in the picture of your own data alone.")
    ],
    since: Annotated[str, typer.Option(metavar="UTC", help="The begin of the span.")],
    until: Annotated[str, typer.Option(metavar="UTC", help="Its end.")],
    token_file: at_centre.TokenFile = None,
    ca: at_centre.Ca = None,
    certificate: at_centre.Certificate = None,
    certificate_key: at_centre.CertificateKey = None,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """Release one object of your party's own picture over one span to who asked.

    Example: glasshield act grant URL 5e0c --number 2 --since 2030-01-01T12:00:00Z --until ...
    """
    language = options.language(lang)
    from glasshield.centre.bodies import Grant

    begin, end = acting.span(since, until)
    actor = acting.Actor(url, token_file, ca, (certificate, certificate_key))
    done = Grant(request=request, number=number, since=begin, until=end)
    acting.print_act(actor, done, language, json=json)
