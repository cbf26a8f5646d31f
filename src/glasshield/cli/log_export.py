"""`glasshield log export`: the sealed log of a centre as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glasshield.cli import at_centre, options, output
from glasshield.errors import InputError

if TYPE_CHECKING:
    from glasshield.messages import Language


def command(
    source: Annotated[
        str, typer.Argument(metavar="URL|CONFIG", help="A running centre, or its centre.toml.")
    ],
    out: Annotated[Path, typer.Option(metavar="FILE", help="Where to.")] = Path("centre.log"),
    bodies: Annotated[
        bool,
        typer.Option("--bodies", help="Also what it stands for by hash: FILE.bodies.zip; CONFIG."),
    ] = False,
    witnessed: Annotated[
        bool,
        typer.Option("--witnessed", help="End at the newest checkpoint that a witness signed."),
    ] = False,
    as_: at_centre.Party = None,
    token_file: at_centre.TokenFile = None,
    keys: at_centre.Keys = at_centre.DEFAULT_KEYS,
    passphrase_file: at_centre.PassphraseFile = None,
    centre: at_centre.Centre = None,
    real: at_centre.Real = False,
    ca: at_centre.Ca = None,
    certificate: at_centre.Certificate = None,
    certificate_key: at_centre.CertificateKey = None,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """Write the log of a centre up to its newest checkpoint: as an auditor, a witness, its host.

    Example: glasshield log export http://127.0.0.1:8470 --token-file auditor.token
    """
    language = options.language(lang)
    from glasshield.workspace import check_writable

    check_writable(out.parent)
    if not source.startswith(("http://", "https://")):
        written = _own(Path(source), out, with_bodies=bodies, witnessed=witnessed)
        _print_own(*written, out, language, json=json)
        return
    if bodies:
        raise InputError(
            "bodies hold what parties keep from each other, and leave a centre by hand alone",
            where="--bodies",
            do="give its centre.toml, where the centre runs",
        )
    from glasshield.centre.client.fetching import fetched
    from glasshield.centre.log.exporting import cut_at_witnessed

    link = at_centre.link(source, ca, certificate, certificate_key)
    own = at_centre.Own(keys, passphrase_file, centre)
    with at_centre.reader(link, (as_, token_file), own, real=real) as reader:
        fetched(reader, "/v1/log/export", out)
    if witnessed:
        cut_at_witnessed(out)
    if json:
        output.print_json({"file": str(out)})
    else:
        output.print_lines(str(out))


def _own(path: Path, out: Path, *, with_bodies: bool, witnessed: bool) -> tuple[int, int | None]:
    """How many entries and how many bodies were written from a centre's own store.

    Raises:
        InputError: the store cannot be read, or nothing was sealed so far.
    """
    from glasshield.centre.log.exporting import export

    return export(at_centre.config(path), out, with_bodies=with_bodies, witnessed=witnessed)


def _print_own(size: int, bodies: int | None, out: Path, lang: Language, *, json: bool) -> None:
    """Says what was written."""
    from glasshield.centre.log.logged import bodies_file
    from glasshield.messages import text

    beside = str(bodies_file(out))
    if json:
        answer = {"file": str(out), "size": size}
        output.print_json(answer if bodies is None else answer | {"bodies": beside, "n": bodies})
        return
    output.print_lines(text(lang, "centre.log.exported", size=size, path=str(out)))
    if bodies is not None:
        output.print_lines(text(lang, "centre.log.bodies", n=bodies, path=beside))
