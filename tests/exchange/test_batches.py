"""Batches: whoever changes one byte, or has no key here, is refused with the same words."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.batches import (
    HTTP_HEADER,
    HTTP_SIGNATURE,
    SCHEMA,
    Batch,
    Envelope,
    Header,
    Limits,
    Reason,
    SignedBatch,
    from_frame,
    from_http,
    judged,
    judged_header,
    open_batch,
    refusal,
    sign_batch,
)
from glasshield.exchange.canonical import canonical
from glasshield.exchange.keys import Signer
from glasshield.exchange.parties import Party, PartyKey, Registry
from tests.exchange.stated import POLAND, RUSSIA, UNITED_STATES, signer

NOW = Instant.parse("2030-01-01T00:00:00Z")
BODY = b'{"made-up":"detections\n\n"}'
LIMITS = Limits()
PLAIN = Envelope("exercise", "application/json", 7, NOW)


def party(of: Signer) -> Party:
    return Party(of.public.party, of.public.party, (PartyKey(of.public, NOW.plus_s(-3600.0)),))


REGISTRY = Registry().added(party(RUSSIA)).added(party(UNITED_STATES))


def batch(of: Signer = RUSSIA, body: bytes = BODY, envelope: Envelope = PLAIN) -> SignedBatch:
    return sign_batch(of, body, envelope)


def opened(parts: SignedBatch) -> Batch:
    return open_batch(parts, REGISTRY, NOW)


def resigned(change: Callable[[dict[str, object]], object], of: Signer = RUSSIA) -> SignedBatch:
    """A batch whose header says something else, rightly signed."""
    parts = batch(of)
    header = msgspec.json.decode(parts.header)
    change(header)
    data = canonical(header)
    return SignedBatch(data, of.sign(data), parts.body)


def test_a_batch_is_opened_as_it_was_signed() -> None:
    sent = batch()
    found = opened(sent)
    assert (found.party, found.body) == ("russia", BODY)
    assert found.header == Header(
        schema=SCHEMA,
        party="russia",
        key=RUSSIA.public.fingerprint,
        mode="exercise",
        content_type="application/json",
        sent="2030-01-01T00:00:00.000000000Z",
        sequence=7,
        body_sha256=hashlib.sha256(BODY).hexdigest(),
    )
    assert RUSSIA.public.has_signed(found.parts.header, found.parts.signature)


@given(st.binary(max_size=200), st.integers(0, 2**53 - 1))
def test_prop_both_ways_of_travelling_keep_every_byte(body: bytes, sequence: int) -> None:
    sent = batch(body=body, envelope=replace(PLAIN, sequence=sequence))
    assert from_frame(sent.framed()) == sent
    headers = sent.http_headers()
    assert from_http(headers[HTTP_HEADER], headers[HTTP_SIGNATURE], body) == sent
    assert opened(sent).header.sequence == sequence


def test_prop_any_flipped_bit_of_the_frame_is_refused() -> None:
    frame = batch(body=b"0123456789").framed()
    for at in range(len(frame)):
        for bit in range(8):
            changed = bytearray(frame)
            changed[at] ^= 1 << bit
            assert isinstance(judged(from_frame(bytes(changed)), REGISTRY, NOW), Reason), (at, bit)


def test_prop_any_changed_sign_of_an_http_header_is_refused() -> None:
    said = batch().http_headers()
    for name, text in said.items():
        for at in range(len(text)):
            for other in {text[at - 1], "A", "=", " ", "\n", "é"} - {text[at]}:
                changed = said | {name: text[:at] + other + text[at + 1 :]}
                parts = from_http(changed[HTTP_HEADER], changed[HTTP_SIGNATURE], BODY)
                assert isinstance(judged(parts, REGISTRY, NOW), Reason), (name, at, other)


@given(st.data())
@settings(max_examples=200)
def test_prop_a_frame_that_is_cut_or_grown_is_refused(data: st.DataObject) -> None:
    frame = batch().framed()
    at = data.draw(st.integers(0, len(frame) - 1))
    more = data.draw(st.binary(min_size=1, max_size=5))
    for changed in (frame[:at], frame[:at] + more + frame[at:], frame[:at] + frame[at + 1 :]):
        assert isinstance(judged(from_frame(changed), REGISTRY, NOW), Reason)


@given(st.binary(max_size=400))
def test_prop_noise_is_refused(noise: bytes) -> None:
    assert from_frame(noise) is Reason.MALFORMED
    parts = SignedBatch(noise, RUSSIA.sign(noise), noise)
    assert judged(parts, REGISTRY, NOW) is Reason.MALFORMED


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        (batch(POLAND), Reason.UNKNOWN_PARTY),
        (batch(signer("russia", 8)), Reason.UNKNOWN_KEY),
        (resigned(lambda header: header.update(party="united-states")), Reason.UNKNOWN_KEY),
        (
            SignedBatch(batch().header, UNITED_STATES.sign(batch().header), BODY),
            Reason.WRONG_SIGNATURE,
        ),
        (SignedBatch(batch().header, b"short", BODY), Reason.WRONG_SIGNATURE),
        (SignedBatch(batch().header, batch().signature, b"another"), Reason.OTHER_BODY),
        (batch(envelope=replace(PLAIN, sent=NOW.plus_s(-LIMITS.late_s - 1.0))), Reason.TOO_OLD),
        (
            batch(envelope=replace(PLAIN, sent=NOW.plus_s(LIMITS.ahead_s + 1.0))),
            Reason.FROM_THE_FUTURE,
        ),
        (batch(body=b"x" * (LIMITS.body_bytes + 1)), Reason.TOO_LARGE),
        (resigned(lambda header: header.update(schema="glasshield-batch/2")), Reason.MALFORMED),
        (resigned(lambda header: header.update(mode="rehearsal")), Reason.MALFORMED),
        (resigned(lambda header: header.update(more=1)), Reason.MALFORMED),
        (resigned(lambda header: header.pop("sequence")), Reason.MALFORMED),
        (resigned(lambda header: header.update(sequence=-1)), Reason.MALFORMED),
        (resigned(lambda header: header.update(sent="2030-01-01T00:00:00Z")), Reason.MALFORMED),
        (resigned(lambda header: header.update(party="ж")), Reason.MALFORMED),
        (resigned(lambda header: header.update(content_type="a/b\nx")), Reason.MALFORMED),
        (resigned(lambda header: header.update(content_type=f"a/{'b' * 200}")), Reason.MALFORMED),
        (resigned(lambda header: header.update(key="k" * 2000)), Reason.MALFORMED),
        (resigned(lambda header: header.update(body_sha256="0" * 63)), Reason.MALFORMED),
    ],
)
def test_why_a_batch_is_refused_is_for_the_log_alone(parts: SignedBatch, reason: Reason) -> None:
    assert judged(parts, REGISTRY, NOW) is reason
    with pytest.raises(InputError) as caught:
        opened(parts)
    assert caught.value.sentence == refusal(LIMITS).sentence


def test_a_header_in_another_spelling_is_refused() -> None:
    spelled = batch().header.replace(b":", b": ", 1)
    assert judged(SignedBatch(spelled, RUSSIA.sign(spelled), BODY), REGISTRY, NOW) is (
        Reason.MALFORMED
    )


def test_a_key_counts_as_it_stands_when_the_batch_comes() -> None:
    revoked = REGISTRY.revoked("russia", RUSSIA.public.fingerprint, NOW)
    assert (
        judged(batch(envelope=replace(PLAIN, sent=NOW.plus_s(-10.0))), revoked, NOW)
        is Reason.KEY_REVOKED
    )
    before = NOW.plus_s(-7200.0)
    assert (
        judged(batch(envelope=replace(PLAIN, sent=before)), REGISTRY, before) is Reason.KEY_NOT_YET
    )


def test_clocks_may_differ_up_to_the_limit_itself() -> None:
    for off_s in (-LIMITS.late_s, LIMITS.ahead_s):
        assert opened(batch(envelope=replace(PLAIN, sent=NOW.plus_s(off_s)))).party == "russia"


def test_a_sender_is_known_before_the_body_is_there() -> None:
    sent = batch()
    without = SignedBatch(sent.header, sent.signature, b"")
    found = judged_header(without, REGISTRY, NOW, LIMITS)
    assert isinstance(found, Header)
    assert found.party == "russia"


def test_the_same_data_are_the_same_batch_however_often_they_are_sent() -> None:
    first = opened(batch()).identity
    assert (
        opened(batch(envelope=replace(PLAIN, sequence=8, sent=NOW.plus_s(-5.0)))).identity == first
    )
    for other in (
        batch(UNITED_STATES),
        batch(body=b"other"),
        batch(envelope=replace(PLAIN, mode="real")),
        batch(envelope=replace(PLAIN, content_type="application/x-asterix;day=2030-01-01")),
    ):
        assert opened(other).identity != first


@pytest.mark.parametrize(
    "said",
    [
        replace(PLAIN, sequence=-1),
        replace(PLAIN, sequence=2**53),
        replace(PLAIN, content_type="json"),
    ],
)
def test_nothing_is_signed_that_would_be_refused(said: Envelope) -> None:
    with pytest.raises(InputError, match="no batch can say this of itself"):
        batch(envelope=said)
