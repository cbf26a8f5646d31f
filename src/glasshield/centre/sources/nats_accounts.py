"""The configuration of a NATS server on which every party has an account of its own.

A party may write to its own subject and read nothing but the answers to that; the stream lies in
the centre's account, where no party sees it.

Source: docs.nats.io, "Accounts", "JetStream account settings"; `sync_interval` in "JetStream
configuration".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from glasshield.centre.sources.nats_link import subject_of

# A batch of the largest size, and its header and signature.
MOST_BYTES: Final = (8 << 20) + 4096


@dataclass(frozen=True, slots=True)
class Listening:
    """Where a NATS server is, and where it keeps what it took.

    Attributes:
        address: on which it listens, with its port.
        folder: of its files.
        certificate: PEM file of the chain that it shows; beyond loopback it has one.
        key: PEM file of the private key.
    """

    address: str
    folder: Path
    certificate: Path | None = None
    key: Path | None = None


def server_configuration(listening: Listening, centre: str, parties: Mapping[str, str]) -> str:
    """The text of a file with which `nats-server -c FILE` starts.

    Args:
        listening: where.
        centre: the public key of the centre's user.
        parties: public keys of the parties' users, by party.

    Raises:
        InputError: a party whose name is none over NATS.
    """
    exports = [
        f'{{ service: "{subject_of(name)}", accounts: ["{name}"] }}' for name in sorted(parties)
    ]
    accounts = [_account("centre", centre, "jetstream: enabled", f"exports: {_list(exports)}")]
    for name, key in sorted(parties.items()):
        service = f'{{ account: "centre", subject: "{subject_of(name)}" }}'
        imports = _list([f"{{ service: {service} }}"])
        accounts.append(_account(name, key, f"imports: {imports}"))
    head = [
        f'listen: "{listening.address}"',
        f"max_payload: {MOST_BYTES}",
        "# What a party is told that the stream has is on the disk.",
        f'jetstream {{ store_dir: "{listening.folder}", sync_interval: always }}',
    ]
    if listening.certificate is not None:
        head.append(f'tls {{ cert_file: "{listening.certificate}", key_file: "{listening.key}" }}')
    return "\n".join([*head, "accounts {", *accounts, "}", ""])


def _account(name: str, key: str, *lines: str) -> str:
    inside = [f"users: [{{ nkey: {key} }}]", *lines]
    return "\n".join([f'  "{name}" {{', *(f"    {line}" for line in inside), "  }"])


def _list(items: list[str]) -> str:
    return f"[{', '.join(items)}]"
