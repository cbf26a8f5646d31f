"""How a centre is reached: its address, and the certificates of both sides."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import SplitResult, urlsplit

import httpx
import msgspec

from glasshield import __version__
from glasshield.centre.errors import Code, ErrorBody, Fault
from glasshield.errors import InputError

LOOPBACK: Final = ("127.0.0.1", "::1", "localhost")
USER_AGENT: Final = f"glasshield/{__version__}"

# What websockets says of whoever ends instead of answering, or in the middle.
_BROKE: Final = ("valid HTTP response", "no close frame")
# What a word of OpenSSL means for whoever reads it.
_HINTS: Final = {
    "CERTIFICATE_VERIFY_FAILED": "give with --ca whoever signed the centre's certificate",
    "WRONG_VERSION_NUMBER": "see whether its address begins with http",
    "CERTIFICATE_REQUIRED": "give --certificate and --certificate-key: it asks for one",
}

_CONNECT_S: Final = 5.0
_ANSWER_S: Final = 30.0


@dataclass(frozen=True, slots=True)
class Link:
    """How a centre is reached.

    Attributes:
        url: such as `https://centre.example:8470`.
        ca: PEM file of whoever signed the centre's certificate, if not a public authority.
        certificate: PEM file of one's own certificate, with its key behind it or in `key`.
        key: PEM file of its private key.
    """

    url: str
    ca: Path | None = None
    certificate: Path | None = None
    key: Path | None = None

    def __post_init__(self) -> None:
        """Refuse an address that is none, or over which anybody could read along.

        Raises:
            InputError: no address, or one beyond loopback without TLS.
        """
        parts = self._parts()
        if parts.scheme == "http" and parts.hostname not in LOOPBACK:
            raise InputError(
                "beyond loopback a centre is reached with TLS alone",
                where=self.url,
                expected=f"https://{parts.netloc}",
            )

    @property
    def base(self) -> str:
        """The address without a slash at its end."""
        return self.url.rstrip("/")

    @property
    def is_loopback(self) -> bool:
        """Whether the centre runs on this machine."""
        return self._parts().hostname in LOOPBACK

    @property
    def live_url(self) -> str:
        """Where the live picture comes from."""
        return f"ws{self.base.removeprefix('http')}/v1/live"

    def context(self) -> ssl.SSLContext | None:
        """The TLS that is spoken; None where none is.

        Raises:
            InputError: a certificate that cannot be read.
        """
        if self._parts().scheme == "http":
            return None
        try:
            context = ssl.create_default_context(cafile=self.ca)
            if self.certificate is not None:
                context.load_cert_chain(self.certificate, self.key)
        except (OSError, ssl.SSLError) as error:
            raise InputError(
                f"the certificates cannot be used ({error})",
                where=str(self.certificate or self.ca),
            ) from None
        return context

    def client(self) -> httpx.Client:
        """A client of the API; proxies of the environment are not asked for this machine.

        Raises:
            InputError: a certificate that cannot be read.
        """
        context = self.context()
        return httpx.Client(
            base_url=self.base,
            verify=True if context is None else context,
            timeout=httpx.Timeout(_ANSWER_S, connect=_CONNECT_S),
            headers={"User-Agent": USER_AGENT},
            trust_env=not self.is_loopback,
        )

    def _parts(self) -> SplitResult:
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query:
            raise InputError(
                "this is no address of a centre",
                where=self.url,
                expected="https://HOST:PORT",
            )
        return parts


class AwayError(InputError):
    """A centre that cannot be reached now."""


def away(link: Link, error: Exception) -> AwayError:
    """The error of a centre that cannot be reached."""
    said = str(error) or type(error).__name__
    broke = isinstance(error, (httpx.ProtocolError, httpx.ReadError)) or any(
        sign in said for sign in _BROKE
    )
    return AwayError(
        "the centre breaks off" if broke else "the centre does not answer",
        where=link.base,
        got=said,
        do=next((do for sign, do in _HINTS.items() if sign in said), "") or _do(link, broke=broke),
    )


def _do(link: Link, *, broke: bool) -> str:
    """What to look at where a centre cannot be reached, or ends what was begun."""
    if not broke:
        return "see whether it runs, and whether this is its address"
    if link.url.startswith("http:"):
        return "see whether it runs, and whether its address begins with https"
    return "see whether it runs, and give --certificate and --certificate-key where it wants one"


class RefusalError(InputError):
    """What a centre does not do.

    Attributes:
        code: the kind of refusal.
    """

    def __init__(self, fault: Fault, where: str) -> None:
        self.code = fault.code
        super().__init__(
            f"the centre refuses: {fault.what}", where=where, expected=fault.expected, do=fault.do
        )


def refusal(content: bytes, status: int, url: str) -> InputError:
    """An answer that is not what was asked for, as an error.

    Args:
        content: its body.
        status: of HTTP.
        url: what was asked.
    """
    try:
        fault = msgspec.json.decode(content, type=ErrorBody).error
    except msgspec.DecodeError:
        return InputError(
            "this does not answer as a centre does",
            where=url,
            got=f"HTTP {status}",
            do="see whether this is the address of a centre",
        )
    where = fault.where or ("" if fault.code is Code.NOT_FOUND else url)
    return RefusalError(fault, where)
