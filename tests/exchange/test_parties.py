"""Parties, and which of their keys speaks for them when."""

from __future__ import annotations

import pytest

from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.keys import PublicKey, new_signer
from glasshield.exchange.parties import Party, PartyKey, Registry, Standing

START = Instant.parse("2030-01-01T00:00:00Z")


def key(party: str = "aurora") -> PublicKey:
    return new_signer(party).public


def registry(public: PublicKey) -> Registry:
    return Registry().added(Party("aurora", "Aurora", (PartyKey(public, START),)))


def test_a_key_speaks_from_its_first_instant_until_it_is_revoked() -> None:
    public = key()
    end = START.plus_s(10.0)
    found = registry(public).revoked("aurora", public.fingerprint, end)
    for at_s, standing in (
        (-1.0, Standing.NOT_YET),
        (0.0, Standing.GOOD),
        (10.0, Standing.REVOKED),
    ):
        assert found.standing("aurora", public.fingerprint, START.plus_s(at_s)) is standing
    assert found.key_for("aurora", public.fingerprint, START) == public
    # Revoked again later it stays revoked since the first time.
    again = found.revoked("aurora", public.fingerprint, START.plus_s(99.0))
    assert again == found


def test_whoever_has_no_key_is_told_the_same_whatever_the_reason() -> None:
    public = key()
    found = registry(public).revoked("aurora", public.fingerprint, START.plus_s(1.0))
    said = set()
    for party, fingerprint, at in (
        ("nobody", public.fingerprint, START),
        ("aurora", "SHA256:x", START),
        ("aurora", public.fingerprint, START.plus_s(-1.0)),
        ("aurora", public.fingerprint, START.plus_s(1.0)),
    ):
        with pytest.raises(InputError) as caught:
            found.key_for(party, fingerprint, at)
        said.add(caught.value.sentence)
    assert len(said) == 1
    assert found.standing("nobody", "x", START) is Standing.UNKNOWN_PARTY
    assert found.standing("aurora", "x", START) is Standing.UNKNOWN_KEY


def test_a_new_key_takes_the_place_of_the_old_one_after_an_overlap() -> None:
    old, new = key(), key()
    at = START.plus_s(100.0)
    found = registry(old).rotated("aurora", new, at, overlap_s=5.0)
    assert found.standing("aurora", new.fingerprint, at.plus_s(-1.0)) is Standing.NOT_YET
    assert found.key_for("aurora", new.fingerprint, at) == new
    assert found.key_for("aurora", old.fingerprint, at.plus_s(4.0)) == old
    assert found.standing("aurora", old.fingerprint, at.plus_s(5.0)) is Standing.REVOKED
    # What has ended earlier is not revived by a rotation.
    third = found.rotated("aurora", key(), START.plus_s(200.0))
    first = third.party("aurora").keys[0]
    assert (first.retired_at, first.revoked_at) == (at.plus_s(5.0), None)


def test_a_retired_key_stays_trusted_until_it_is_revoked() -> None:
    old, new = key(), key()
    at = START.plus_s(100.0)
    found = registry(old).rotated("aurora", new, at)
    assert found.party("aurora").keys[0].is_retired(at)
    assert not found.party("aurora").keys[0].is_retired(at.plus_s(-1.0))
    assert not found.party("aurora").has_ended(at)
    later = found.revoked("aurora", old.fingerprint, at.plus_s(50.0))
    assert later.party("aurora").keys[0].is_retired(at.plus_s(49.0))
    assert not later.party("aurora").keys[0].is_retired(at.plus_s(50.0))
    assert later.party("aurora").keys[0].ends_at == at
    whole = later.revoked("aurora", new.fingerprint, at.plus_s(60.0)).party("aurora")
    assert not whole.has_ended(at.plus_s(59.0))
    assert whole.has_ended(at.plus_s(60.0))
    assert not Party("cirrus", "Cirrus").has_ended(at)


def test_keys_are_not_shared_and_never_come_back() -> None:
    public = key()
    found = registry(public)
    with pytest.raises(InputError, match="has the key already"):
        found.rotated("aurora", public, START)
    with pytest.raises(InputError, match="is there already"):
        found.added(Party("aurora", "Aurora"))
    borrowed = PublicKey("cirrus", public.raw)
    with pytest.raises(InputError, match="another party has this key"):
        found.added(Party("cirrus", "Cirrus", (PartyKey(borrowed, START),)))
    with pytest.raises(InputError, match="belongs to aurora"):
        Party("cirrus", "Cirrus", (PartyKey(public, START),))


def test_what_is_not_there_is_refused() -> None:
    found = registry(key())
    with pytest.raises(InputError, match="no party is called 'cirrus'"):
        found.rotated("cirrus", key("cirrus"), START)
    with pytest.raises(InputError, match="no such key"):
        found.revoked("aurora", "SHA256:x", START)
    with pytest.raises(InputError, match="names no party"):
        Party("../etc", "x")
