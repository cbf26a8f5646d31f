"""`glasshield act answer`: answers a consultation."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from glasshield.cli import acting, at_centre, options


class Says(StrEnum):
    """What a party answers."""

    AGREED = "agreed"
    REFUSED = "refused"


def command(
    url: Annotated[str, typer.Argument(metavar="URL", help="Of the centre.")],
    consultation: Annotated[str, typer.Argument(metavar="CONSULTATION", help="Its id.")],
    says: Annotated[Says, typer.Argument(help="Whether your party agrees.")],
    words: Annotated[str, typer.Argument(metavar="TEXT", help="Why, or under which conditions.")],
    token_file: at_centre.TokenFile = None,
    ca: at_centre.Ca = None,
    certificate: at_centre.Certificate = None,
    certificate_key: at_centre.CertificateKey = None,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """Answer a consultation for your party.

    Example: glasshield act answer http://127.0.0.1:8470 5e0c agreed "Until noon"
    """
    language = options.language(lang)
    from glasshield.centre.bodies import Answer

    actor = acting.Actor(url, token_file, ca, (certificate, certificate_key))
    done = Answer(consultation=consultation, says=says.value, text=acting.words(words))
    acting.print_act(actor, done, language, json=json)
