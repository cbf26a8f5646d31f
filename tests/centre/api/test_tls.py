from __future__ import annotations

import datetime as dt
import ipaddress
import ssl
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from glasshield.centre.api.server import Listen, Tls, running, tls_context
from glasshield.centre.client.links import Link
from glasshield.centre.client.reading import OwnToken, Reader
from glasshield.errors import InputError
from tests.centre.api.standing_in import StandIn

VALID = (dt.datetime(2020, 1, 1, tzinfo=dt.UTC), dt.datetime(2120, 1, 1, tzinfo=dt.UTC))
HERE = ipaddress.IPv4Address("127.0.0.1")


@dataclass
class Issuer:
    """Signs certificates, and has one itself."""

    folder: Path
    name: str

    def __post_init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, self.name)])
        own = self._builder(self._name, self._key.public_key())
        own = own.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        usage = x509.KeyUsage(
            digital_signature=False, content_commitment=False, key_encipherment=False,
            data_encipherment=False, key_agreement=False, key_cert_sign=True, crl_sign=True,
            encipher_only=False, decipher_only=False,
        )  # fmt: skip
        own = own.add_extension(usage, critical=True)
        self.file = self._written(f"{self.name}.pem", own)

    def issued(self, name: str) -> tuple[Path, Path]:
        """Files of a certificate of this machine's address, and of its key."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        builder = self._builder(subject, key.public_key()).add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(HERE)]), critical=False
        )
        secret = key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        key_file = self.folder / f"{name}.key"
        key_file.write_bytes(secret)
        return self._written(f"{name}.pem", builder), key_file

    def _builder(
        self, subject: x509.Name, key: ec.EllipticCurvePublicKey
    ) -> x509.CertificateBuilder:
        issuer = x509.SubjectKeyIdentifier.from_public_key(self._key.public_key())
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self._name)
            .public_key(key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(VALID[0])
            .not_valid_after(VALID[1])
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(issuer),
                critical=False,
            )
        )

    def _written(self, name: str, builder: x509.CertificateBuilder) -> Path:
        path = self.folder / name
        made = builder.sign(self._key, hashes.SHA256())
        path.write_bytes(made.public_bytes(serialization.Encoding.PEM))
        return path


@pytest.fixture
def issuer(tmp_path: Path) -> Issuer:
    return Issuer(tmp_path, "issuer")


def client_context(issuer: Issuer, own: tuple[Path, Path] | None = None) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=issuer.file)
    if own is not None:
        context.load_cert_chain(*own)
    return context


def test_over_tls_and_told_to_stay_there(centre: StandIn, issuer: Issuer) -> None:
    tls = Tls(*issuer.issued("centre"))
    with running(centre.app(), Listen(tls=tls)) as url:
        assert url.startswith("https://")
        with httpx.Client(verify=client_context(issuer)) as client:
            answer = client.get(f"{url}/healthz")
    assert answer.status_code == 200
    assert "max-age" in answer.headers["strict-transport-security"]


def test_older_tls_is_not_spoken(centre: StandIn, issuer: Issuer) -> None:
    context = client_context(issuer)
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    with (
        running(centre.app(), Listen(tls=Tls(*issuer.issued("centre")))) as url,
        httpx.Client(verify=context) as client,
        pytest.raises(httpx.ConnectError),
    ):
        client.get(f"{url}/healthz")


def test_with_an_issuer_of_clients_only_those_get_in(
    centre: StandIn, issuer: Issuer, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = Issuer(tmp_path / "other", "other")
    tls = Tls(*issuer.issued("centre"), client_ca=issuer.file)
    with running(centre.app(), Listen(tls=tls)) as url:
        with httpx.Client(verify=client_context(issuer, issuer.issued("party"))) as client:
            assert client.get(f"{url}/healthz").status_code == 200
        for own in (None, other.issued("stranger")):
            with (
                httpx.Client(verify=client_context(issuer, own)) as client,
                pytest.raises((httpx.ConnectError, httpx.ReadError, httpx.RemoteProtocolError)),
            ):
                client.get(f"{url}/healthz")


def test_files_that_are_none_are_named(issuer: Issuer, tmp_path: Path) -> None:
    certificate, key = issuer.issued("centre")
    _, other_key = issuer.issued("other")
    nothing, junk = tmp_path / "nothing.pem", tmp_path / "junk.pem"
    junk.write_text("junk")
    for tls, named in (
        (Tls(nothing, key), "nothing.pem"),
        (Tls(junk, key), "junk.pem"),
        (Tls(certificate, other_key), "other.key"),
        (Tls(certificate, key, client_ca=junk), "junk.pem"),
        (Tls(certificate, key, client_ca=nothing), "nothing.pem"),
    ):
        with pytest.raises(InputError, match=named):
            tls_context(tls)


def refused(link: Link, *, live: bool) -> str:
    """The sentence that whoever reads at a centre over this link is told."""
    with Reader(link, OwnToken("gs_x")) as reader, pytest.raises(InputError) as found:
        next(iter(reader.live("glasshield.json.v1"))) if live else reader.get("/v1/events")
    return found.value.sentence


@pytest.mark.parametrize("live", [False, True])
def test_who_speaks_tls_otherwise_than_the_centre_is_told_how(
    centre: StandIn, issuer: Issuer, tmp_path: Path, live: bool
) -> None:
    (tmp_path / "other").mkdir()
    other = Issuer(tmp_path / "other", "other")
    tls = Tls(*issuer.issued("centre"), client_ca=issuer.file)
    with running(centre.app(), Listen(tls=tls)) as url:
        assert "--certificate" in refused(Link(url, ca=issuer.file), live=live)
        assert "begins with https" in refused(Link(url.replace("https", "http")), live=live)
        assert "--ca" in refused(Link(url, ca=other.file), live=live)
    with running(centre.app(), Listen()) as url:
        link = Link(url.replace("http", "https"), ca=issuer.file)
        assert "begins with http;" in f"{refused(link, live=live).rstrip('.')};"
