"""`glasshield notice send`: a party announces a launch at a centre."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from glasshield.cli import at_centre, options, output


def command(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A launch notice, or a warning to ships.")
    ],
    to: Annotated[str, typer.Option("--to", metavar="URL", help="The centre.")],
    as_: Annotated[str, typer.Option("--as", metavar="PARTY", help="The host of the test.")],
    keys: at_centre.Keys = at_centre.DEFAULT_KEYS,
    passphrase_file: at_centre.PassphraseFile = None,
    centre: at_centre.Centre = None,
    real: at_centre.Real = False,
    ca: at_centre.Ca = None,
    certificate: at_centre.Certificate = None,
    certificate_key: at_centre.CertificateKey = None,
    lang: options.Lang = "en",
    catalog: options.CatalogFolder = None,
    json: options.Json = False,
) -> None:
    """Sign a launch notice and give it to a centre: a flight that fits it raises no alarm.

    Example: glasshield notice send notice.txt --to http://127.0.0.1:8470 --as birch
    """
    language = options.language(lang)
    from glasshield.centre.bodies import NOTICE
    from glasshield.centre.client.sending import NOTICES
    from glasshield.centre.warning.notices import known_notice
    from glasshield.cli.sealing import text_of
    from glasshield.errors import InputError
    from glasshield.exchange.release.terms import Mode
    from glasshield.messages import text

    body = text_of(file)
    regimes = options.workspace(catalog).catalog.regimes
    mode = Mode(at_centre.mode(real=real))
    try:
        words = body.decode("utf-8")
    except UnicodeDecodeError:
        raise InputError("this is no text", where=str(file), expected="a launch notice") from None
    known = known_notice(words, as_, at_centre.now(), mode, regimes)
    link = at_centre.link(to, ca, certificate, certificate_key)
    own = at_centre.Own(keys, passphrase_file, centre)
    with at_centre.sender(link, as_, own, real=real) as sender:
        receipt = sender.send(body, NOTICE, NOTICES)
    reference = known.notice.reference
    if json:
        output.print_json({"party": as_, "reference": reference, "receipt": receipt})
        return
    said = text(language, "centre.notice.sent", party=as_, reference=at_centre.plain(reference))
    mark = text(language, f"centre.watch.mode.{mode}")
    output.print_lines(f"{mark}: {said}")
