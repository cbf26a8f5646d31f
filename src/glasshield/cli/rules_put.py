"""`glasshield rules put`: a party puts its rules of release in force at a centre."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from glasshield.cli import at_centre, options, output


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The rules, all of them.")],
    to: Annotated[str, typer.Option("--to", metavar="URL", help="The centre.")],
    as_: Annotated[str, typer.Option("--as", metavar="PARTY", help="Whose rules.")],
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
    """Sign your rules and put them in force at a centre, in the place of all that you had there.

    Example: glasshield rules put aspen.toml --to http://127.0.0.1:8470 --as aspen
    """
    language = options.language(lang)
    from glasshield.centre.bodies import RULES
    from glasshield.centre.client.sending import RULES as ENDPOINT
    from glasshield.exchange.release.reading import read_file
    from glasshield.messages import text

    rules = read_file(file, options.workspace(catalog).catalog.regions, as_).rules
    link = at_centre.link(to, ca, certificate, certificate_key)
    own = at_centre.Own(keys, passphrase_file, centre)
    with at_centre.sender(link, as_, own, real=real) as sender:
        receipt = sender.send(file.read_bytes(), RULES, ENDPOINT)
    mode = at_centre.mode(real=real)
    idle = sorted(rule.name for rule in rules if rule.mode != mode)
    if json:
        output.print_json({"party": as_, "rules": len(rules), "idle": idle, "receipt": receipt})
        return
    mark = text(language, f"centre.watch.mode.{mode}")
    said = text(language, "centre.rules.put", party=as_, n=len(rules))
    output.print_lines(f"{mark}: {said}")
    if idle:
        output.say(text(language, f"centre.rules.idle.{mode}", names=", ".join(idle)))
    if len(idle) == len(rules):
        output.say(text(language, "centre.rules.nothing", party=as_))
