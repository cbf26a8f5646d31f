"""Keys of parties: Ed25519, in the files of OpenSSH.

A private key lies encrypted in `PARTY.key`, which its owner alone may read; the public key is one
line in `PARTY.pub` with the party's name behind it. `ssh-keygen` reads both, and names a key by
the same fingerprint.

Source: S. Josefsson, I. Liusvaara, Edwards-Curve Digital Signature Algorithm, RFC 8032 (2017).
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PrivateFormat,
    PublicFormat,
    load_ssh_private_key,
    load_ssh_public_key,
)

from glasshield.errors import InputError
from glasshield.workspace import write_atomically

ALGORITHM: Final = "Ed25519"
LEAST_PASSPHRASE: Final = 8  # characters

# Heights of the curve's eight points of small order: with one of these as a key, whoever wants to
# can write a signature that fits every message.
_FIELD: Final = 2**255 - 19
_EIGHTH: Final = 0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826
_SMALL_ORDER: Final = frozenset({0, 1, _FIELD - 1, _EIGHTH, _FIELD - _EIGHTH})

_PARTY: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
# 64 rounds of bcrypt take 0.4 s, which nobody notices who types a passphrase.
_KDF_ROUNDS: Final = 64
_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True, slots=True)
class PublicKey:
    """Whose signature it checks, and the 32 bytes of the key."""

    party: str
    raw: bytes

    @property
    def fingerprint(self) -> str:
        """The name of the key, as `ssh-keygen -l` prints it: `SHA256:` and 43 signs."""
        blob = base64.b64decode(self.line.split(" ")[1])
        digest = base64.b64encode(hashlib.sha256(blob).digest())
        return f"SHA256:{digest.decode().rstrip('=')}"

    @property
    def line(self) -> str:
        """The key as the line of a `.pub` file."""
        key = Ed25519PublicKey.from_public_bytes(self.raw)
        return f"{key.public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).decode()} {self.party}"

    def has_signed(self, message: bytes, signature: bytes) -> bool:
        """Whether a signature is this key's over a message."""
        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, message)
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True, slots=True)
class Signer:
    """A party that signs. Its private key is shown nowhere."""

    public: PublicKey
    _private: Ed25519PrivateKey

    def sign(self, message: bytes) -> bytes:
        """The signature of 64 bytes; the same message gives the same signature."""
        return self._private.sign(message)


def checked_party(name: str, where: str) -> str:
    """The name of a party, which can be a file name on any machine.

    Raises:
        InputError: anything else than letters, digits, dots, hyphens and underscores.
    """
    if not _PARTY.fullmatch(name):
        raise InputError(
            "this names no party",
            where=where,
            got=repr(name),
            expected="letters, digits, dots, hyphens, such as united-states",
        )
    return name


def checked_key(party: str, raw: bytes, where: str) -> PublicKey:
    """The public key of a party.

    Args:
        party: its name.
        raw: the key's 32 bytes.
        where: the file, for messages.

    Raises:
        InputError: no name of a party, or a key that proves nothing.
    """
    height = int.from_bytes(raw, "little") % 2**255  # the highest bit is a sign
    if height % _FIELD in _SMALL_ORDER:
        raise InputError("signatures by this public key prove nothing", where=where, got=raw.hex())
    return PublicKey(checked_party(party, where), raw)


def new_signer(party: str) -> Signer:
    """A party with a new key.

    Raises:
        InputError: a name that is none.
    """
    private = Ed25519PrivateKey.generate()
    return Signer(_public_of(private, checked_party(party, "party")), private)


def write_signer(signer: Signer, folder: Path, passphrase: str) -> tuple[Path, Path]:
    """The paths of the private and of the public key, written into a folder.

    Raises:
        InputError: a passphrase that is too short, or keys of that name stand there.
        OutputError: the folder cannot be written.
    """
    if len(passphrase) < LEAST_PASSPHRASE:
        raise InputError(
            "the passphrase is too short", expected=f"at least {LEAST_PASSPHRASE} characters"
        )
    private, public = (folder / f"{signer.public.party}{suffix}" for suffix in (".key", ".pub"))
    for path in (private, public):
        if path.exists():
            raise InputError(
                "a key stands there", where=str(path), do="name another folder, or move it away"
            )
    with write_atomically(public) as aside:
        aside.write_text(f"{signer.public.line}\n", encoding="utf-8")
        write_private(private, signer, passphrase)
    return private, public


def write_private(path: Path, signer: Signer, passphrase: str, rounds: int = _KDF_ROUNDS) -> None:
    """Writes a private key, encrypted, so that only its owner may read it.

    Args:
        path: of the file.
        signer: whose key it is.
        passphrase: with which it is encrypted.
        rounds: how slow a guess at the passphrase is made; one is enough for one that is random.

    Raises:
        OutputError: the place cannot be written.
    """
    encryption = PrivateFormat.OpenSSH.encryption_builder().kdf_rounds(rounds)
    text = signer._private.private_bytes(
        Encoding.PEM, PrivateFormat.OpenSSH, encryption.build(passphrase.encode())
    )
    with write_atomically(path) as aside:
        aside.chmod(stat.S_IRUSR | stat.S_IWUSR)  # while the file is empty
        aside.write_bytes(text)


def read_public(path: Path) -> PublicKey:
    """The public key in a `.pub` file.

    Raises:
        InputError: no such file, no Ed25519 key, or no name of a party behind it.
    """
    line = _text(path).strip()
    try:
        key = load_ssh_public_key(line.encode())
    except (ValueError, UnsupportedAlgorithm) as error:
        raise _no_key(path, str(error)) from None
    if not isinstance(key, Ed25519PublicKey):
        raise _no_key(path, f"a key of another kind than {ALGORITHM}")
    party = " ".join(line.split()[2:])
    return checked_key(party, key.public_bytes(Encoding.Raw, PublicFormat.Raw), str(path))


def read_signer(path: Path, passphrase: str) -> Signer:
    """The party whose private key lies in a file, named by the `.pub` file beside it.

    Raises:
        InputError: no private Ed25519 key, one that others may read, a wrong passphrase, or a
            public key beside it that belongs to another.
    """
    data = _text(path).encode()
    _check_private(path)
    try:
        key = load_ssh_private_key(data, passphrase.encode())
    except TypeError:
        raise InputError(
            "this private key is not encrypted",
            where=str(path),
            do=f"encrypt it: ssh-keygen -p -f {path}",
        ) from None
    except (ValueError, UnsupportedAlgorithm) as error:
        if "checksum" in str(error):
            raise InputError("this is not the passphrase of the key", where=str(path)) from None
        raise _no_key(path, str(error)) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise _no_key(path, f"a key of another kind than {ALGORITHM}")
    public = read_public(path.with_suffix(".pub"))
    signer = Signer(_public_of(key, public.party), key)
    if signer.public != public:
        raise InputError(
            f"this is not the key of {public.party}",
            where=str(path),
            got=signer.public.fingerprint,
            expected=f"{public.fingerprint} of {path.with_suffix('.pub')}",
        )
    return signer


def _check_private(path: Path) -> None:
    """Refuse a private key that others than its owner may read."""
    if os.name == "posix" and path.stat().st_mode & _OTHERS:
        raise InputError(
            "others may read this private key", where=str(path), do=f"chmod 600 {path}"
        )


def _public_of(private: Ed25519PrivateKey, party: str) -> PublicKey:
    return PublicKey(party, private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise _no_key(path, "no text") from None
    except OSError as error:
        raise InputError(
            f"the key cannot be read ({(error.strerror or str(error)).lower()})", where=str(path)
        ) from None


def _no_key(path: Path, got: str) -> InputError:
    return InputError(
        "this is no key of a party",
        where=str(path),
        got=got.rstrip(".").lower(),
        expected="a file that glasshield statement keygen wrote",
    )
