"""Whether a party sent the batch that an entry of the log says it sent."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from glasshield.exchange.keys import PublicKey
from glasshield.exchange.log.entries import Mode, ReceivedEntry
from glasshield.exchange.log.notes import unwrapped


class SignedHeader(msgspec.Struct, frozen=True, kw_only=True):
    """What the header of a batch says of it; its other keys are left alone.

    Attributes:
        party: whose batch it is.
        key: the fingerprint of the key that signs it.
        mode: whether it belongs to an exercise.
        body_sha256: of the batch, in hexadecimal digits.
    """

    party: str
    key: str
    mode: Mode
    body_sha256: str


def invented(entry: ReceivedEntry, parties: Mapping[str, PublicKey]) -> str:
    """Why a party did not send what an entry says; empty where it did.

    Args:
        entry: as it stands in the log.
        parties: keys by their fingerprints.
    """
    key = parties.get(entry.key)
    if key is None or key.party != entry.party:
        return f"no key of {entry.party} is {entry.key}"
    header, signature = unwrapped(entry.header), unwrapped(entry.signature)
    if header is None or signature is None or not key.has_signed(header, signature):
        return f"{entry.party} did not sign it"
    try:
        said = msgspec.json.decode(header, type=SignedHeader)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return f"what {entry.party} signed is no header of a batch"
    here = SignedHeader(
        party=entry.party, key=entry.key, mode=entry.mode, body_sha256=entry.batch_sha256
    )
    return "" if said == here else f"{entry.party} signed another batch"
