"""`glasshield log witness`: a party countersigns the log of a centre."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glasshield.cli import at_centre, options, output, sealing

if TYPE_CHECKING:
    from glasshield.exchange.log.checkpoints import Checkpoint
    from glasshield.exchange.log.notes import NoteKey
    from glasshield.messages import Language


def command(
    url: Annotated[str, typer.Argument(metavar="URL", help="Of the centre.")],
    as_: Annotated[str, typer.Option("--as", metavar="PARTY", help="The witness.")],
    log_key: Annotated[
        str,
        typer.Option("--log-key", metavar="KEY", help="The log's key NAME+ID+KEY, or its file."),
    ],
    held: Annotated[
        Path, typer.Option(metavar="FILE", help="The last checkpoint that was signed; kept here.")
    ],
    every: Annotated[
        str | None, typer.Option(metavar="TIME", help="Again after each such time, until Ctrl-C.")
    ] = None,
    keys: at_centre.Keys = at_centre.DEFAULT_KEYS,
    passphrase_file: at_centre.PassphraseFile = None,
    real: at_centre.Real = False,
    ca: at_centre.Ca = None,
    certificate: at_centre.Certificate = None,
    certificate_key: at_centre.CertificateKey = None,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """Countersign the log of a centre, if it only grew since you signed it last.

    Example: glasshield log witness URL --as russia --log-key centre.vkey --held centre.checkpoint
    """
    language = options.language(lang)
    wait_s = None if every is None else at_centre.duration_s(every, "--every")
    from glasshield.centre.client.reading import PartyTokens, Reader
    from glasshield.centre.client.sending import Sender
    from glasshield.centre.client.witnessing import Witness

    signer = at_centre.signer(as_, at_centre.Own(keys, passphrase_file))
    witness = Witness(signer, sealing.key(log_key, "--log-key"), held)
    link = at_centre.link(url, ca, certificate, certificate_key)
    mode = at_centre.mode(real=real)
    sender = Sender(link, signer, mode, at_centre.PATIENCE_S, to=witness.log.name)
    tokens = PartyTokens(sender)
    with Reader(link, tokens) as reader, contextlib.suppress(KeyboardInterrupt):
        _print(witness.sign(reader), witness.key, language, json=json)
        while wait_s is not None:
            time.sleep(wait_s)
            _print(witness.sign(reader), witness.key, language, json=json)


def _print(signed: Checkpoint, key: NoteKey, lang: Language, *, json: bool) -> None:
    """Says what was signed, and with which key."""
    from glasshield.messages import text

    if json:
        output.print_json(
            {
                "witness": key.line,
                "origin": signed.origin,
                "size": signed.size,
                "root": signed.root.hex(),
            }
        )
        return
    said = text(lang, "centre.log.signed", party=key.name, origin=signed.origin, size=signed.size)
    output.print_lines(said)
    output.say(text(lang, "centre.log.witness", option="--witness", witness=key.line))
