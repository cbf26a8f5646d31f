from __future__ import annotations

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from glasshield.errors import InputError
from glasshield.exchange.keys import (
    PublicKey,
    Signer,
    checked_key,
    new_signer,
    read_public,
    read_signer,
    write_signer,
)
from tests.exchange.stated import RUSSIA, UNITED_STATES
from tests.reference import ed25519

PASSPHRASE = "correct horse"

# RFC 8032, section 7.1, tests 1 to 3: private key, public key, message, signature.
VECTORS = [
    (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        (
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
            "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        ),
    ),
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        (
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
    ),
    (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        (
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
            "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        ),
    ),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keys of one party, written once: encrypting them takes long on purpose."""
    made = tmp_path_factory.mktemp("keys")
    write_signer(RUSSIA, made, PASSPHRASE)
    return made


@pytest.mark.parametrize(("private", "public", "message", "signature"), VECTORS)
def test_val_signatures_are_those_of_the_standard(
    private: str, public: str, message: str, signature: str
) -> None:
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(private))
    signer = Signer(PublicKey("p", bytes.fromhex(public)), key)
    said = bytes.fromhex(message)
    assert signer.sign(said).hex() == signature
    assert signer.public.has_signed(said, bytes.fromhex(signature))
    assert ed25519.verifies(signer.public.raw, said, bytes.fromhex(signature))
    assert not signer.public.has_signed(said + b"\0", bytes.fromhex(signature))


def test_val_another_implementation_agrees_about_every_signature() -> None:
    for length in range(0, 200, 23):
        message = bytes(range(length))
        signature = UNITED_STATES.sign(message)
        for changed in (signature, signature[:-1] + bytes([signature[-1] ^ 1])):
            agreed = ed25519.verifies(UNITED_STATES.public.raw, message, changed)
            assert UNITED_STATES.public.has_signed(message, changed) == agreed
            assert agreed == (changed == signature)


def test_what_is_written_is_read(folder: Path) -> None:
    assert read_public(folder / "russia.pub") == RUSSIA.public
    signer = read_signer(folder / "russia.key", PASSPHRASE)
    assert signer.public == RUSSIA.public
    assert signer.sign(b"x") == RUSSIA.sign(b"x")


def test_a_private_key_is_encrypted_and_its_owner_s_alone(folder: Path) -> None:
    file = folder / "russia.key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_text().startswith("-----BEGIN OPENSSH PRIVATE KEY-----")
    private = RUSSIA._private.private_bytes_raw()
    assert private.hex() not in file.read_bytes().hex()
    assert sorted(path.name for path in folder.iterdir()) == ["russia.key", "russia.pub"]
    assert PASSPHRASE not in repr(RUSSIA)
    assert private.hex() not in repr(RUSSIA)


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="there is no OpenSSH here")
def test_val_openssh_reads_the_keys_and_names_them_the_same(folder: Path) -> None:
    named = subprocess.run(
        ["ssh-keygen", "-l", "-f", folder / "russia.pub"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert named.stdout.split()[1:3] == [RUSSIA.public.fingerprint, "russia"]
    public = subprocess.run(
        ["ssh-keygen", "-y", "-P", PASSPHRASE, "-f", folder / "russia.key"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert public.stdout.split()[:2] == RUSSIA.public.line.split()[:2]


def test_new_keys_are_new() -> None:
    assert new_signer("a").public.raw != new_signer("a").public.raw


@pytest.mark.parametrize("name", ["", "-a", "a b", "Россия", "a/b", "a\n", "a" * 65])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(InputError, match="names no party"):
        new_signer(name)


def test_a_key_is_never_written_over(folder: Path) -> None:
    before = (folder / "russia.key").read_bytes()
    with pytest.raises(InputError, match="a key stands there"):
        write_signer(RUSSIA, folder, PASSPHRASE)
    assert (folder / "russia.key").read_bytes() == before


def test_a_short_passphrase_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="at least 8 characters"):
        write_signer(RUSSIA, tmp_path, "1234567")
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_passphrase_is_refused(folder: Path) -> None:
    with pytest.raises(InputError, match="not the passphrase"):
        read_signer(folder / "russia.key", "wrong horse")


def test_a_key_that_others_may_read_is_refused(folder: Path, tmp_path: Path) -> None:
    open_key = tmp_path / "russia.key"
    shutil.copy(folder / "russia.key", open_key)
    open_key.chmod(0o640)
    with pytest.raises(InputError, match=r"others may read this private key.*chmod 600"):
        read_signer(open_key, PASSPHRASE)


def test_a_key_that_is_not_the_party_s_is_refused(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "russia.key", tmp_path / "poland.key")
    (tmp_path / "poland.pub").write_text(f"{UNITED_STATES.public.line}\n")
    with pytest.raises(InputError, match=r"not the key of united-states.*SHA256:.*SHA256:"):
        read_signer(tmp_path / "poland.key", PASSPHRASE)


def test_a_key_without_encryption_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "russia.key"
    path.touch(0o600)
    path.write_bytes(
        RUSSIA._private.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption())
    )
    with pytest.raises(InputError, match=r"not encrypted.*ssh-keygen -p"):
        read_signer(path, PASSPHRASE)


@pytest.mark.parametrize("data", [b"", b"nonsense", b"\xff\xfe", b"-----BEGIN PRIVATE KEY-----\n"])
def test_what_is_no_key_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.key"
    path.touch(0o600)
    path.write_bytes(data)
    with pytest.raises(InputError, match="no key of a party"):
        read_signer(path, PASSPHRASE)
    with pytest.raises(InputError, match="no key of a party"):
        read_public(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no\.pub: the key cannot be read \(no such file"):
        read_public(tmp_path / "no.pub")


def test_a_public_key_names_its_party(tmp_path: Path) -> None:
    path = tmp_path / "x.pub"
    path.write_text(" ".join(RUSSIA.public.line.split()[:2]))
    with pytest.raises(InputError, match="names no party"):
        read_public(path)


def test_a_key_of_another_kind_is_refused(tmp_path: Path) -> None:
    rsa = generate_private_key(65537, 2048).public_key()
    path = tmp_path / "x.pub"
    path.write_bytes(rsa.public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH) + b" russia")
    with pytest.raises(InputError, match="a key of another kind than ed25519"):
        read_public(path)


def test_keys_whose_signatures_prove_nothing_are_refused() -> None:
    identity = ed25519.encoded(ed25519.IDENTITY)
    # The premise: the library takes a signature that needs no secret for one of any message.
    assert PublicKey("x", identity).has_signed(b"anything", identity + bytes(32))
    points = (ed25519.decoded(bytes([seed]) * 32) for seed in range(40))
    of_small_order = [ed25519.times(ed25519.ORDER, point) for point in points if point]
    eighth = next(p for p in of_small_order if ed25519.times(4, p) != ed25519.IDENTITY)
    small = {ed25519.encoded(ed25519.times(n, eighth)) for n in range(8)}
    assert len(small) == 8
    # Beyond the field's prime there is a second spelling of zero and of one.
    small |= {(ed25519.P + n).to_bytes(32, "little") for n in (0, 1)}
    for raw in small:
        with pytest.raises(InputError, match="prove nothing"):
            checked_key("x", raw, "here")


@pytest.mark.skipif(os.name != "posix", reason="permissions are of Unix")
def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="cannot be written because"):
        write_signer(RUSSIA, tmp_path / "file" / "keys", PASSPHRASE)
