"""`glasshield act remark`: words of a person, about an event or an object."""

from __future__ import annotations

from typing import Annotated

import typer

from glasshield.cli import acting, at_centre, options


def command(
    url: Annotated[str, typer.Argument(metavar="URL", help="Of the centre.")],
    words: Annotated[str, typer.Argument(metavar="TEXT", help="The words.")],
    event: Annotated[int | None, typer.Option(help="About the event of this number.")] = None,
    picture: Annotated[
        int | None, typer.Option(help="About an object in the picture of this number.")
    ] = None,
    number: Annotated[int | None, typer.Option(help="The number of the object there.")] = None,
    token_file: at_centre.TokenFile = None,
    ca: at_centre.Ca = None,
    certificate: at_centre.Certificate = None,
    certificate_key: at_centre.CertificateKey = None,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """Write a remark into the log, about what you see or about nothing in particular.

    Example: glasshield act remark http://127.0.0.1:8470 "Radar east is silent" --event 3
    """
    language = options.language(lang)
    from glasshield.centre.bodies import Remark

    actor = acting.Actor(url, token_file, ca, (certificate, certificate_key))
    done = Remark(text=acting.words(words), event=event, picture=picture, number=number)
    acting.print_act(actor, done, language, json=json)
