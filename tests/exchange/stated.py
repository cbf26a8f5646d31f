"""A small statement for tests: made-up inputs and result, and signers with fixed keys."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from glasshield.assurance.document import (
    ClaimRow,
    Document,
    MarginRow,
    Program,
    Text,
    VerdictRow,
)
from glasshield.exchange.canonical import plain
from glasshield.exchange.inputs import Content, Inputs
from glasshield.exchange.keys import PublicKey, Signer
from glasshield.exchange.statements import Statement, signed, stated


def signer(party: str, seed: int) -> Signer:
    """A party whose private key is one byte, repeated."""
    private = Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32)
    return Signer(PublicKey(party, private.public_key().public_bytes_raw()), private)


UNITED_STATES = signer("united-states", 1)
RUSSIA = signer("russia", 2)
POLAND = signer("poland", 3)


def document(margin: float = 0.5) -> Document:
    """An answer with one verdict."""
    return Document(
        claim=ClaimRow(id="c", name=Text(en="C", ru="Ц"), by=("p",), date="2007", predicate="sees"),
        verdicts=(
            VerdictRow(
                party="p",
                assumptions="a",
                verdict="holds",
                margin=MarginRow(value=margin, low=0.25, high=1e-7, unit="km/s", band=0.0),
                worst_case=None,
                evidence=(),
            ),
        ),
        crux=None,
        agreement=True,
        program=Program(version="0.1.0", input_hash="00"),
    )


def content(margin: float = 0.5) -> Content:
    """Inputs, versions and a result."""
    return Content(
        inputs=Inputs(
            claim="c",
            assumptions=("a",),
            records={"site.s": {"name": "S", "id": "s"}},
            own=("site.s",),
            catalog={"site": "00"},
            geodata={"cities.npz": "00"},
        ),
        versions={"glasshield": "0.1.0"},
        result=plain(document(margin)),
    )


def statement(*signers: Signer, margin: float = 0.5) -> Statement:
    """A statement that some have signed, in their order."""
    made = stated(content(margin))
    for one in signers:
        made = signed(made, one)
    return made
