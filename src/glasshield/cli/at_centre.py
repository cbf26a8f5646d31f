"""What the commands about a centre share: where it is, who asks, what time it is."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from glasshield.cli import options
from glasshield.errors import InputError

if TYPE_CHECKING:
    from glasshield.centre.client.links import Link
    from glasshield.centre.client.reading import Reader
    from glasshield.centre.client.sending import Sender
    from glasshield.centre.config import Config
    from glasshield.earth.time import Instant
    from glasshield.exchange.keys import Signer
    from glasshield.exchange.log.entries import Mode
    from glasshield.messages import Language

TOKEN_VARIABLE: Final = "GLASSHIELD_TOKEN"

ConfigFile = Annotated[
    Path, typer.Option("--config", metavar="FILE", help="The centre's configuration.")
]
Keys = Annotated[
    Path, typer.Option(metavar="DIR", help="Holds PARTY.key and, if unattended, PARTY.passphrase.")
]
PassphraseFile = Annotated[
    Path | None,
    typer.Option("--passphrase-file", metavar="FILE", help="Its first line, instead of asking."),
]
TokenFile = Annotated[
    Path | None,
    typer.Option("--token-file", metavar="FILE", help="A person's token; else GLASSHIELD_TOKEN."),
]
Party = Annotated[str | None, typer.Option("--as", metavar="PARTY", help="As which party.")]
Ca = Annotated[
    Path | None,
    typer.Option(metavar="PEM", help="Whoever signed the centre's certificate, if not public."),
]
Certificate = Annotated[
    Path | None, typer.Option(metavar="PEM", help="Your own certificate, where it asks for one.")
]
CertificateKey = Annotated[
    Path | None, typer.Option("--certificate-key", metavar="PEM", help="The key of it.")
]
Real = Annotated[
    bool, typer.Option("--real", help="These are real data, no exercise; the centre's mode too.")
]

Centre = Annotated[
    Path | None,
    typer.Option("--centre", metavar="FILE", help="Its centre.vkey: you sign for it alone."),
]

LOG_KEY: Final = "centre.vkey"
PATIENCE_S: Final = 5.0  # of a person who waits
DEFAULT_CONFIG: Final = Path("centre.toml")
DEFAULT_KEYS: Final = Path("keys")
# What a terminal would take for an order instead of a sign.
_STEERING: Final = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


def config(path: Path) -> Config:
    """The configuration of a centre.

    Raises:
        InputError: there is none, or something in it is wrong.
    """
    from glasshield.centre.config import read_config

    return read_config(path)


def marked(centre: Config, title: str, lang: Language) -> str:
    """The title of a table about a centre, with its mark."""
    from glasshield.messages import text

    return f"{text(lang, f'centre.watch.mode.{centre.mode}')} · {text(lang, title)}"


def now() -> Instant:
    """The present instant."""
    from glasshield.earth.time import Instant

    return Instant(time.time_ns() // 1000)


def to_the_second(at: Instant) -> Instant:
    """An instant without its fraction of a second."""
    from glasshield.earth.time import Instant

    return Instant(at.posix_us // 1_000_000 * 1_000_000)


def duration_s(text: str, option: str) -> float:
    """A duration that is above zero, in seconds.

    Raises:
        InputError: none, or one without its unit.
    """
    found = options.above_zero(text, "time", option)
    assert found is not None, "a text was given"
    return found


def mode(*, real: bool) -> Mode:
    """The mode that data are sent in."""
    return "real" if real else "exercise"


@dataclass(frozen=True, slots=True)
class Own:
    """Where a party has what it signs with.

    Attributes:
        keys: the folder that holds `PARTY.key`.
        passphrase_file: of the key; None for `PARTY.passphrase` beside it, else it is asked for.
        centre: the key of the centre's log; None for `centre.vkey` among the keys or beside them.
    """

    keys: Path
    passphrase_file: Path | None = None
    centre: Path | None = None

    def name(self) -> str:
        """The name of the centre for which the party signs.

        Raises:
            InputError: nobody said it, or the file holds no key of a log.
        """
        from glasshield.cli.sealing import key

        places = [self.keys / LOG_KEY, self.keys.parent / LOG_KEY]
        found = self.centre or next((path for path in places if path.is_file()), None)
        if found is None:
            raise InputError(
                "nobody said for which centre this is signed",
                where="--centre",
                expected=f"the key of its log, a file such as {places[0]}",
                do="ask the centre's operator for it",
            )
        return key(str(found), str(found)).name


def signer(party: str, own: Own) -> Signer:
    """The key of a party.

    Args:
        party: whose.
        own: where it lies.

    Raises:
        InputError: no such key, not its passphrase, or the key of another party.
    """
    keys, passphrase_file = own.keys, own.passphrase_file
    from glasshield.cli import signing
    from glasshield.exchange.keys import checked_party

    checked_party(party, "--as")

    if not (keys / f"{party}.key").is_file():
        raise InputError(
            f"no key of {party} lies here",
            where=str(keys / f"{party}.key"),
            do="name the folder that holds it with --keys",
        )
    beside = keys / f"{party}.passphrase"
    words = passphrase_file or (beside if beside.is_file() else None)
    found = signing.signer(keys / f"{party}.key", words)
    if found.public.party != party:
        raise InputError(
            "this is the key of another party",
            where=str(keys / f"{party}.key"),
            got=found.public.party,
            expected=party,
        )
    return found


def reader(link: Link, who: tuple[str | None, Path | None], own: Own, *, real: bool) -> Reader:
    """Whoever reads: a party with its key, or a person with a token.

    Args:
        link: how the centre is reached.
        who: the party, and the file of the token; at most one of them.
        own: where the party has what it signs with.
        real: whether this is no exercise; a party says so when it opens a session.

    Raises:
        InputError: both or none is given, or the key or the token cannot be read.
    """
    from glasshield.centre.client.reading import OwnToken, PartyTokens, Reader

    party, token_file = who
    if party is not None and token_file is not None:
        raise InputError("this names two readers", where="--as", do="give --as or --token-file")
    if party is not None:
        return Reader(link, PartyTokens(sender(link, party, own, real=real)))
    return Reader(link, OwnToken(_token(token_file)))


def sender(link: Link, party: str, own: Own, *, real: bool) -> Sender:
    """A party that sends something for one centre alone, while a person waits for it.

    Raises:
        InputError: a key that cannot be read, or nobody said for which centre.
    """
    from glasshield.centre.client.sending import Sender

    found = signer(party, own)
    return Sender(link, found, mode(real=real), PATIENCE_S, to=own.name())


def link(
    url: str, ca: Path | None = None, certificate: Path | None = None, key: Path | None = None
) -> Link:
    """How a centre is reached.

    Raises:
        InputError: no address, or one beyond loopback without TLS.
    """
    from glasshield.centre.client.links import Link

    return Link(url, ca, certificate, key)


def plain(text: str) -> str:
    """A text of somebody else without the signs that steer a terminal."""
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", text)


def _token(file: Path | None) -> str:
    """The token of a person, from a file or the environment.

    Raises:
        InputError: neither is there.
    """
    import os

    if file is None:
        found = os.environ.get(TOKEN_VARIABLE, "")
        if not found:
            raise InputError(
                "nobody said who reads",
                where="--as",
                expected=f"--as PARTY, --token-file FILE or {TOKEN_VARIABLE}",
            )
        return found.strip()
    try:
        return file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "not a text"
        raise InputError(f"the token cannot be read ({why.lower()})", where=str(file)) from None
