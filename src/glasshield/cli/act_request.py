"""`glasshield act request`: asks a party to release one object over one span."""

from __future__ import annotations

from typing import Annotated

import typer

from glasshield.cli import acting, at_centre, options


def command(
    url: Annotated[str, typer.Argument(metavar="URL", help="Of the centre.")],
    words: Annotated[str, typer.Argument(metavar="TEXT", help="Which object, and why.")],
    of: Annotated[str, typer.Option("--of", metavar="PARTY", help="The party that has it.")],
    since: Annotated[str, typer.Option(metavar="UTC", help="The begin of the span.")],
    until: Annotated[str, typer.Option(metavar="UTC", help="Its end.")],
    token_file: at_centre.TokenFile = None,
    ca: at_centre.Ca = None,
    certificate: at_centre.Certificate = None,
    certificate_key: at_centre.CertificateKey = None,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """Ask a party to release what it has of one object over one span of time.

    Example: glasshield act request URL "Off the Azores" --of aspen --since ... --until ...
    """
    language = options.language(lang)
    from glasshield.centre.bodies import Request

    begin, end = acting.span(since, until)
    actor = acting.Actor(url, token_file, ca, (certificate, certificate_key))
    done = Request(owner=of, since=begin, until=end, text=acting.words(words))
    acting.print_act(actor, done, language, json=json)
