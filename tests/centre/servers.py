"""Real servers for tests, each on its own in a temporary folder, ended with the tests.

Where one is not installed its tests are skipped; not so where GLASSHIELD_TEST_SERVERS says
"required".
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NoReturn

import psycopg
import pytest

REQUIRED: Final = "GLASSHIELD_TEST_SERVERS"
START_S: Final = 20.0  # for a server on a machine with other work; it takes 0.3 s
SMALL: Final = "small"  # the tablespace that is soon full
SMALL_MIB: Final = 2
DEBIAN: Final = Path("/usr/lib/postgresql")


def missing(what: str) -> NoReturn:
    """Skip a test whose server is not here, or fail it where it has to be."""
    if os.environ.get(REQUIRED) == "required":
        pytest.fail(f"{what} is not installed here")
    pytest.skip(f"{what} is not installed here")


@dataclass
class PostgresServer:
    """A cluster of its own, which listens on a socket in its folder alone.

    Attributes:
        folder: of the cluster.
        has_small: whether the tablespace that is soon full could be made.
    """

    folder: Path
    has_small: bool
    _programs: Path
    _process: subprocess.Popen[bytes] | None = field(default=None)

    @property
    def address(self) -> str:
        """Of its database."""
        return f"postgresql://postgres@/postgres?host={self.folder}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        command = [str(self._programs / "postgres"), "-D", str(self.folder / "data")]
        if self.has_small:  # made by an administrator, who then becomes the account
            command = [*_small_disk(self.folder), *command]
        user = None if self.has_small else _user()
        self._process = subprocess.Popen(command, user=user, group=user, stderr=subprocess.DEVNULL)
        wait_until(self._answers, "PostgreSQL answers")

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """End it: fast with SIGINT, in the middle of its work with SIGQUIT."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(START_S)
            self._process = None

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.address).close()
        except psycopg.OperationalError:
            return False
        return True


def _user() -> str | None:
    """The account that PostgreSQL runs under: not that of an administrator."""
    return None if os.getuid() else "postgres"


def _small_disk(folder: Path) -> list[str]:
    """What runs a command as the server's account, with a small disk that it alone sees."""
    mount = f"mount -t tmpfs -o size={SMALL_MIB}m,uid=postgres,mode=0700 tmpfs {folder / SMALL}"
    account = "setpriv --reuid=postgres --regid=postgres --clear-groups"
    return ["unshare", "--mount", "sh", "-c", f'{mount} && exec {account} "$@"', "sh"]


def _programs() -> Path:
    """Where the programs of PostgreSQL are."""
    here = shutil.which("initdb")
    found = [Path(here)] if here else sorted(DEBIAN.glob("*/bin/initdb"))
    return found[-1].parent if found else missing("PostgreSQL")


def _settings(folder: Path) -> str:
    return f"""
        listen_addresses = ''
        unix_socket_directories = '{folder}'
        shared_buffers = 16MB
        max_connections = 30
        """


@contextlib.contextmanager
def postgres_server() -> Iterator[PostgresServer]:
    """A cluster that runs."""
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="gs-"))  # not pytest's, which others may not enter
    try:
        (folder / SMALL).mkdir()
        if not os.getuid():
            shutil.chown(folder, "postgres", "postgres")
        make = [str(programs / "initdb"), "-D", str(folder / "data"), "-U", "postgres",
                "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"]  # fmt: skip
        subprocess.run(
            make, check=True, capture_output=True, cwd=folder, user=_user(), group=_user()
        )
        with (folder / "data/postgresql.conf").open("a") as settings:
            settings.write(_settings(folder))
        small = [*_small_disk(folder), "true"]
        has_small = subprocess.run(small, check=False, capture_output=True).returncode == 0
        server = PostgresServer(folder, has_small, programs)
        server.start()
        try:
            if has_small:
                with psycopg.connect(server.address, autocommit=True) as link:
                    link.execute(f"CREATE TABLESPACE {SMALL} LOCATION '{folder / SMALL}'")
            yield server
        finally:
            server.stop(signal.SIGQUIT)  # nobody needs what it would still write
    finally:
        shutil.rmtree(folder)


@dataclass
class NatsServer:
    """A NATS server on a port of its own, whose files outlive it.

    Attributes:
        folder: of its configuration and its files.
        port: on which it listens.
    """

    folder: Path
    port: int
    _program: str
    _process: subprocess.Popen[bytes] | None = field(default=None)

    @property
    def address(self) -> str:
        """Of the server."""
        return f"nats://127.0.0.1:{self.port}"

    def start(self, configuration: str | None = None) -> None:
        """Start it, with another configuration or the same as before."""
        file = self.folder / "nats.conf"
        if configuration is not None:
            file.write_text(configuration)
        with (self.folder / "nats.log").open("ab") as told:
            self._process = subprocess.Popen([self._program, "-c", str(file)], stderr=told)
        wait_until(self._answers, "nats-server answers")

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """End it."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(START_S)
            self._process = None

    def _answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), 1.0) as link:
                return link.recv(4) == b"INFO"
        except OSError:
            return False


@contextlib.contextmanager
def nats_server(folder: Path) -> Iterator[NatsServer]:
    """A server that can be started."""
    beside = Path(sys.executable).with_name("nats-server")
    program = str(beside) if beside.exists() else shutil.which("nats-server")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = NatsServer(folder, port, program or missing("nats-server"))
    try:
        yield server
    finally:
        server.stop(signal.SIGKILL)


def wait_until(is_so: Callable[[], object], what: str) -> None:
    """Wait until something is so."""
    until = time.monotonic() + START_S
    while not is_so():
        assert time.monotonic() < until, f"{what}: not in {START_S} s"
        time.sleep(0.02)
