"""The server that carries the interface: one process, TLS 1.3 where it leaves the machine."""

from __future__ import annotations

import contextlib
import logging
import signal
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import uvicorn
from starlette.types import ASGIApp

from glasshield.centre.api.connection import ConnectionLimits, connections, live_connections
from glasshield.errors import InputError, OutputError

# What a client says over a WebSocket: next to nothing.
_CLIENT_SAYS_BYTES: Final = 4096
_BACKLOG: Final = 128
# What the system holds for a reader that is slow: old pictures, where the newest is wanted.
_ON_THE_WAY_BYTES: Final = 128 << 10
_END_S: Final = 3
_LOOK_S: Final = 0.25  # after which a signal is noticed that another thread took
_NO_FAULTS: Final = frozenset(
    {
        "ASGI callable returned without completing handshake.",  # a WebSocket that is refused
        "Invalid UTF-8 sequence received from client.",
    }
)


@dataclass(frozen=True, slots=True)
class Tls:
    """What a server proves itself with, and whom it lets in.

    Attributes:
        certificate: file with its certificate, and those between it and the root (PEM).
        key: file with the certificate's key.
        client_ca: file with the certificates that must have signed those of clients; None where
            clients need none.
    """

    certificate: Path
    key: Path
    client_ca: Path | None = None


@dataclass(frozen=True, slots=True)
class Listen:
    """Where a server listens.

    Attributes:
        address: of the machine, such as `127.0.0.1`.
        port: 0 for any that is free.
        tls: None for plain HTTP.
        limits: of its connections.
    """

    address: str = "127.0.0.1"
    port: int = 0
    tls: Tls | None = None
    limits: ConnectionLimits = field(default_factory=ConnectionLimits)


def tls_context(tls: Tls) -> ssl.SSLContext:
    """What the server's side of TLS is set to.

    Raises:
        InputError: a file that is missing, or is not what it should be.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    with _files_of("a certificate and its key", tls.certificate, tls.key):
        # Without a password, so that a locked key is an error and not a question.
        context.load_cert_chain(tls.certificate, tls.key, password="")
    if tls.client_ca is not None:
        with _files_of("certificates that sign those of clients", tls.client_ca):
            context.load_verify_locations(tls.client_ca)
        context.verify_mode = ssl.CERT_REQUIRED
    return context


def run(app: ASGIApp, listen: Listen, listening: Callable[[str], None] | None = None) -> None:
    """Serve until the process is told to end (SIGINT, SIGTERM); requests under way are answered.

    Args:
        app: the interface.
        listen: where.
        listening: called with the server's address once it can be asked.

    Raises:
        InputError: a file of TLS that is not what it should be.
        OutputError: the address cannot be listened on.
    """
    told = threading.Event()
    with _signals(told), running(app, listen, told) as url:
        if listening is not None:
            listening(url)
        # A signal may be taken by another thread, as after a halt; what is done about it is done by
        # this one alone, which has to wake for that.
        while not told.wait(_LOOK_S):
            pass


@contextlib.contextmanager
def running(app: ASGIApp, listen: Listen, ended: threading.Event | None = None) -> Iterator[str]:
    """The address of a server that runs beside, in a thread, until the block ends.

    Args:
        app: the interface.
        listen: where.
        ended: set when the server ends, for whatever reason.

    Raises:
        InputError: a file of TLS that is not what it should be.
        OutputError: the address cannot be listened on.
    """
    context = tls_context(listen.tls) if listen.tls else None
    bound = _bound(listen)
    port = bound.getsockname()[1]
    server = uvicorn.Server(_config(app, listen, context))

    def serve() -> None:
        try:
            server.run([bound])
        finally:
            if ended is not None:
                ended.set()

    # Not in the main thread: there the server would take the signals, and end the process by them.
    thread = threading.Thread(target=serve, name="glasshield-api", daemon=True)
    thread.start()
    host = f"[{listen.address}]" if ":" in listen.address else listen.address
    try:
        yield f"{'https' if context else 'http'}://{host}:{port}"
    finally:
        server.should_exit = True
        thread.join()


def _config(app: ASGIApp, listen: Listen, context: ssl.SSLContext | None) -> uvicorn.Config:
    """How the server is set."""
    logging.getLogger("uvicorn.error").addFilter(_is_fault)
    return uvicorn.Config(
        app,
        loop="asyncio",
        http=connections(listen.limits),
        ws=live_connections(listen.limits),
        ws_max_size=_CLIENT_SAYS_BYTES,
        ws_per_message_deflate=False,  # frames hold little that repeats
        lifespan="off",
        log_config=None,
        log_level="error",
        access_log=False,
        interface="asgi3",
        workers=1,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=_END_S,
        ssl_context_factory=(lambda _config, _default: context) if context else None,
    )


def _bound(listen: Listen) -> socket.socket:
    """A socket that takes connections; they wait until the server looks at them.

    Raises:
        OutputError: the address is another's, or none of this machine.
    """
    family = socket.AF_INET6 if ":" in listen.address else socket.AF_INET
    try:
        made = socket.create_server((listen.address, listen.port), family=family, backlog=_BACKLOG)
    except OSError as error:
        raise OutputError(
            "the centre cannot listen here",
            where=f"{listen.address}:{listen.port}",
            got=(error.strerror or str(error)).lower(),
            do="give another port, or end the program that has this one",
        ) from None
    # Connections take both over. The event loop would set the second one itself, but only where the
    # socket names its protocol; without it an answer in two pieces waits 40 ms for the reader.
    made.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _ON_THE_WAY_BYTES)
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return made


def _is_fault(record: logging.LogRecord) -> bool:
    """Whether a record is about a fault of ours; the server calls other things so, too."""
    return record.getMessage() not in _NO_FAULTS


@contextlib.contextmanager
def _signals(told: threading.Event) -> Iterator[None]:
    """Takes the signals that end a program, and notes that one came."""
    kinds = (signal.SIGINT, signal.SIGTERM)
    before = {kind: signal.signal(kind, lambda *_: told.set()) for kind in kinds}
    try:
        yield
    finally:
        for kind, handler in before.items():
            signal.signal(kind, handler)


@contextlib.contextmanager
def _files_of(what: str, *paths: Path) -> Iterator[None]:
    """Turns what goes wrong with files of TLS into an error that names them."""
    where = ", ".join(str(path) for path in paths)
    try:
        yield
    except ssl.SSLError as error:
        raise InputError(f"these are not {what}", where=where, got=error.reason) from None
    except OSError as error:
        raise InputError(
            "this cannot be read", where=where, got=error.strerror, expected=what
        ) from None
