"""`glasshield act acknowledge`: a person has seen an event."""

from __future__ import annotations

from typing import Annotated

import typer

from glasshield.cli import acting, at_centre, options


def command(
    url: Annotated[str, typer.Argument(metavar="URL", help="Of the centre.")],
    event: Annotated[int, typer.Argument(metavar="EVENT", help="The number of the event.")],
    token_file: at_centre.TokenFile = None,
    ca: at_centre.Ca = None,
    certificate: at_centre.Certificate = None,
    certificate_key: at_centre.CertificateKey = None,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """Say that you have seen an event.

    Example: glasshield act acknowledge http://127.0.0.1:8470 3
    """
    language = options.language(lang)
    from glasshield.centre.bodies import Acknowledge

    actor = acting.Actor(url, token_file, ca, (certificate, certificate_key))
    done = Acknowledge(event=event)
    acting.print_act(actor, done, language, json=json)
