"""`glasshield act decline`: an owner does not release what was asked for."""

from __future__ import annotations

from typing import Annotated

import typer

from glasshield.cli import acting, at_centre, options


def command(
    url: Annotated[str, typer.Argument(metavar="URL", help="Of the centre.")],
    request: Annotated[str, typer.Argument(metavar="REQUEST", help="Its id.")],
    words: Annotated[str, typer.Argument(metavar="TEXT", help="The reason.")],
    token_file: at_centre.TokenFile = None,
    ca: at_centre.Ca = None,
    certificate: at_centre.Certificate = None,
    certificate_key: at_centre.CertificateKey = None,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """Say no to a request, with a reason.

    Example: glasshield act decline http://127.0.0.1:8470 5e0c "Not this sensor"
    """
    language = options.language(lang)
    from glasshield.centre.bodies import Decline

    actor = acting.Actor(url, token_file, ca, (certificate, certificate_key))
    done = Decline(request=request, text=acting.words(words))
    acting.print_act(actor, done, language, json=json)
