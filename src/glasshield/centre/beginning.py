"""A centre begins: a configuration to fill in, and the key that seals its log."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from glasshield.centre.config import read_config
from glasshield.centre.unattended import make_key
from glasshield.errors import InputError
from glasshield.exchange.keys import Signer
from glasshield.exchange.log.checkpoints import checked_origin, log_key
from glasshield.workspace import check_writable, write_atomically

CONFIG: Final = "centre.toml"
LOG_KEY: Final = "centre.vkey"

_TEXT: Final = """\
# A joint centre. Lines that begin with # show what holds where nothing is said.
# Paths count from the folder in which this file lies.
schema = "glasshield-centre/1"

name = {name}  # of its log, for good: no other log has it, and its key goes by it
mode = "exercise"                 # or "real"; fixed at the first start
# data = "data"                   # the log, the parties, the people
# key = "centre.key"              # seals the log
# passphrase_file = "centre.passphrase"
# rules = ["rules/united-states.toml"]  # agreed on beforehand; parties put others in force
# witnesses = []                  # keys of witnesses: NAME+ID+KEY

[listen]
# address = "127.0.0.1"           # beyond loopback only with TLS
# port = 8470

# [listen.tls]
# certificate = "tls.pem"         # the chain
# key = "tls.key"
# client_ca = "clients.pem"       # only clients with a certificate signed by these

[store]
# kind = "sqlite"                 # or "postgresql"
# address = ""                    # postgresql:///glasshield
# most = 100_000_000_000          # bytes to which an SQLite file may grow

[picture]
# keep_s = 120.0                  # batches kept at hand, to make pictures anew
# lag_s = 2.0                     # how much later than others a detection may come
# history_s = 600.0               # how far back tracks reach

[limits]
# detections_per_s = 100_000.0    # of one party
# batches_per_s = 500.0
# clients = 500                   # that read at the same time

# [nats]
# address = "tls://nats.example:4222"
# credentials = "nats.creds"
"""


@dataclass(frozen=True, slots=True)
class Begun:
    """What was written.

    Attributes:
        config: the file to fill in.
        log_key: the key of the log under the name that stands there, for `log verify --log-key`.
    """

    config: Path
    log_key: str


def begin(folder: Path, name: str) -> Begun:
    """A configuration and a key in a folder.

    Args:
        folder: of the centre.
        name: of its log.

    Raises:
        InputError: something stands there already, or a name that is none.
        OutputError: the folder cannot be written.
    """
    path = folder / CONFIG
    if path.exists():
        raise InputError("a centre stands there", where=str(path), do="name another folder")
    checked_origin(name, "--name")
    check_writable(folder)
    signer = make_key("centre", folder)
    with write_atomically(path) as aside:
        written = msgspec.json.encode(name).decode()
        aside.write_text(_TEXT.replace("{name}", written), encoding="utf-8")
    return Begun(path, write_log_key(signer, read_config(path).name, folder))


def write_log_key(signer: Signer, name: str, folder: Path) -> str:
    """The key of a log, for those who check it; it is written into `centre.vkey`, too.

    Args:
        signer: whose key seals the log.
        name: of the log.
        folder: of the centre.

    Raises:
        OutputError: the folder cannot be written.
    """
    line = log_key(signer, name).line
    with write_atomically(folder / LOG_KEY) as aside:
        aside.write_text(f"{line}\n", encoding="utf-8")
    return line
