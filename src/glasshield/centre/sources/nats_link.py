"""How a NATS server is reached, and the keys with which one shows there who one is.

A user of a NATS server is an Ed25519 key of its own, not the key that signs batches: a server
chooses what a user signs when it connects.

Source: docs.nats.io, "NKeys" and "Accounts".
"""

from __future__ import annotations

import os
import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol
from urllib.parse import urlsplit

import nats
from nats.aio.client import Client
from nats.errors import AuthorizationError

from glasshield.errors import InputError, OutputError

SUBJECTS: Final = "glasshield.*.batches"

_LOCAL: Final = frozenset({"127.0.0.1", "::1", "localhost"})
_CONNECT_S: Final = 2
_AGAIN_S: Final = 0.2
_SEED_BYTES: Final = 32
_OWNER_ONLY: Final = 0o600


@dataclass(frozen=True, slots=True)
class NatsLink:
    """How a NATS server is reached.

    Attributes:
        address: such as `tls://nats.example:4222`.
        credentials: file of a user's key: the seed alone, or what `nsc` writes.
        ca: PEM file of whoever signed the server's certificate, if not a public authority.
    """

    address: str
    credentials: Path | None = None
    ca: Path | None = None

    def __post_init__(self) -> None:
        """Refuse an address that is none, or over which anybody could read along.

        Raises:
            InputError: no address, or one beyond this machine without TLS.
        """
        parts = urlsplit(self.address)
        if parts.scheme not in ("nats", "tls") or not parts.hostname:
            raise InputError(
                "this is no address of a NATS server",
                where=self.address,
                expected="tls://HOST:4222",
            )
        if parts.username or parts.password:
            raise InputError(
                "an address holds no password",
                where=f"{parts.scheme}://{parts.hostname}",
                do="give a file of credentials",
            )
        if parts.scheme == "nats" and parts.hostname not in _LOCAL:
            raise InputError(
                "beyond this machine a NATS server is reached with TLS alone",
                where=self.address,
                expected=f"tls://{parts.netloc}",
            )

    def options(self) -> dict[str, Any]:
        """What the client is told.

        Raises:
            InputError: a file that cannot be read.
        """
        given: dict[str, Any] = {"servers": self.address, "connect_timeout": _CONNECT_S}
        if self.address.startswith("tls:"):
            given["tls"] = self._context()
        if self.credentials is not None:
            try:
                is_seed = self.credentials.read_bytes().strip().startswith(b"SU")
            except OSError as error:
                reason = (error.strerror or str(error)).lower()
                where = str(self.credentials)
                raise InputError(f"the key cannot be read ({reason})", where=where) from None
            name = "nkeys_seed" if is_seed else "user_credentials"
            given[name] = str(self.credentials)
        return given

    def _context(self) -> ssl.SSLContext:
        try:
            return ssl.create_default_context(cafile=self.ca)
        except (OSError, ssl.SSLError) as error:
            what = f"the certificate cannot be used ({error})"
            raise InputError(what, where=str(self.ca)) from None


class Watch(Protocol):
    """Whoever wants to know how a connection does."""

    async def away(self) -> None:
        """It is lost."""
        ...

    async def back(self) -> None:
        """It is there again."""
        ...

    async def failed(self, error: Exception) -> None:
        """Something went wrong; the next attempt follows by itself."""
        ...


async def connected(link: NatsLink, name: str, watch: Watch) -> Client:
    """A connection, as soon as the server answers; it comes back whenever it is lost.

    Args:
        link: how the server is reached.
        name: of the connection, for the server's operator.
        watch: who is told how it does.

    Raises:
        InputError: a file that cannot be read.
        OSError: nobody answers.
        nats.errors.Error: whoever answers does not let us in.
    """
    return await nats.connect(
        name=name,
        allow_reconnect=True,
        max_reconnect_attempts=-1,
        reconnect_time_wait=_AGAIN_S,
        disconnected_cb=watch.away,
        reconnected_cb=watch.back,
        error_cb=watch.failed,
        **link.options(),
    )


def is_refusal(error: Exception) -> bool:
    """Whether a server answered, and does not let this user in."""
    return isinstance(error, AuthorizationError) or "authoriz" in str(error).lower()


def reason_of(error: Exception) -> str:
    """What went wrong, in a few words for a person."""
    if isinstance(error, TimeoutError):
        return "no answer in time"
    if isinstance(error, ssl.SSLError):
        return str(error.reason or error).lower().replace("_", " ")
    if isinstance(error, OSError) and error.errno is not None and error.errno > 0:
        return os.strerror(error.errno).lower()
    if isinstance(error, OSError):  # of several addresses of a name, or one that is none
        return "nobody answers at this address"
    return str(error).removeprefix("nats: ").strip("'").lower() or type(error).__name__


def subject_of(party: str) -> str:
    """Where a party's batches go.

    Raises:
        InputError: a name with a dot, which would be two words of a subject.
    """
    if "." in party:
        raise InputError(
            "over NATS a party's name has no dots", where="party", got=party, expected="hyphens"
        )
    return SUBJECTS.replace("*", party)


def party_of(subject: str) -> str:
    """Whose batches go to a subject."""
    return subject.split(".")[1]


def write_user(path: Path) -> str:
    """The public key of a new user of a NATS server, whose seed is written to a file.

    Raises:
        OutputError: the file is there already or cannot be written.
    """
    import nkeys  # type: ignore[import-untyped]

    seed: bytes = nkeys.encode_seed(os.urandom(_SEED_BYTES), nkeys.PREFIX_BYTE_USER)
    try:
        with os.fdopen(
            os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OWNER_ONLY), "wb"
        ) as to:
            to.write(seed + b"\n")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OutputError(f"the key cannot be written ({reason})", where=str(path)) from None
    public: bytes = nkeys.from_seed(bytearray(seed)).public_key
    return public.decode("ascii")
