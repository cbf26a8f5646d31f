"""`glasshield feed`: a party's detections, signed and sent to a centre."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Annotated

import typer

from glasshield.cli import at_centre, options, output, readings
from glasshield.errors import InputError

_UDP = "udp://"
_RATES = {"max": math.inf}


def command(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="TDM, ASTERIX, Parquet, CSV; or udp://HOST:PORT."),
    ],
    to: Annotated[
        str, typer.Option("--to", metavar="URL", help="The centre, or nats://HOST:PORT.")
    ],
    as_: Annotated[str, typer.Option("--as", metavar="PARTY", help="Whose data they are.")],
    keys: at_centre.Keys = at_centre.DEFAULT_KEYS,
    passphrase_file: at_centre.PassphraseFile = None,
    rate: Annotated[
        str, typer.Option(metavar="1x|10x|max", help="How much faster than they came.")
    ] = "1x",
    keep_times: Annotated[
        bool, typer.Option("--keep-times", help="Leave the detections dated as they are.")
    ] = False,
    sensors: options.Sensors = None,
    day: options.Day = None,
    simulated: options.Simulated = False,
    real: at_centre.Real = False,
    ca: at_centre.Ca = None,
    certificate: at_centre.Certificate = None,
    certificate_key: at_centre.CertificateKey = None,
    credentials: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Of the account at a NATS server.")
    ] = None,
    lang: options.Lang = "en",
    catalog: options.CatalogFolder = None,
    json: options.Json = False,
) -> None:
    """Sign detections of a party and send them to a centre, as if they came now.

    Example: glasshield feed out/west.tdm --to http://127.0.0.1:8470 --as aspen --rate 10x
    """
    language = options.language(lang)
    from glasshield.cli import feeding

    speed = _rate(rate)
    tls = (ca, certificate, certificate_key)
    signer = at_centre.signer(as_, at_centre.Own(keys, passphrase_file))
    files = readings.Files(tuple(map(Path, sources)), sensors, day, simulated)
    with feeding.carrier(to, signer, at_centre.mode(real=real), tls, credentials) as carried:
        if sources[0].startswith(_UDP):
            if len(sources) > 1:
                raise InputError("one address at a time", where=sources[1])
            sent = feeding.relay(sources[0].removeprefix(_UDP), files, catalog, carried, language)
        else:
            found = feeding.own(files, catalog, as_, language)
            sent = feeding.send(found, carried, speed, language, keep_times=keep_times)
    if json:
        output.print_json(
            {
                "party": as_,
                "detections": sent.detections,
                "batches": sent.batches,
                "again": sent.again,
                "on_disk_of": "stream" if sent.is_streamed else "centre",
            }
        )
    else:
        feeding.print_sent(as_, sent, language)


def _rate(text: str) -> float:
    """How much faster than they came detections are sent; infinite for as fast as it goes.

    Raises:
        InputError: another text than a number and an x, or max.
    """
    try:
        found = _RATES.get(text) or float(text.removesuffix("x"))
    except ValueError:
        found = -1.0
    if not found > 0.0:
        raise InputError("this is no rate", where="--rate", got=text, expected="1x, 10x or max")
    return found
