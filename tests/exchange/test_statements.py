from __future__ import annotations

import itertools
import json
import stat
from pathlib import Path
from typing import Any

import msgspec
import pytest

from glasshield.errors import InputError
from glasshield.exchange.canonical import canonical, plain, sha256
from glasshield.exchange.keys import Signer
from glasshield.exchange.statements import check_keys, decoded, encoded, read, signed, write
from tests.exchange.stated import POLAND, RUSSIA, UNITED_STATES, signer, statement
from tests.reference import ed25519


def _changed(**changes: Any) -> bytes:
    """A statement of two parties with other values, in canonical form."""
    value = json.loads(encoded(statement(UNITED_STATES, RUSSIA)))
    return canonical(value | changes)


def _with_signature(index: int, **changes: Any) -> bytes:
    """A statement of two parties with other values in one signature."""
    value = json.loads(encoded(statement(UNITED_STATES, RUSSIA)))
    value["signatures"][index] |= changes
    return canonical(value)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    made = statement(UNITED_STATES, RUSSIA, POLAND)
    write(made, tmp_path / "statement.json")
    assert read(tmp_path / "statement.json") == made
    assert [one.party for one in made.signatures] == ["poland", "russia", "united-states"]
    assert list(tmp_path.iterdir()) == [tmp_path / "statement.json"]
    assert stat.S_IMODE((tmp_path / "statement.json").stat().st_mode) & stat.S_IRGRP


def test_the_file_is_the_same_in_whatever_order_parties_sign() -> None:
    orders = itertools.permutations((UNITED_STATES, RUSSIA, POLAND))
    assert len({encoded(statement(*order)) for order in orders}) == 1


def test_a_countersignature_changes_neither_content_nor_the_other_signatures() -> None:
    before = statement(UNITED_STATES)
    after = signed(decoded(encoded(before), "here"), RUSSIA)
    assert after.content == before.content
    assert after.content_sha256 == before.content_sha256
    assert set(before.signatures) < set(after.signatures)


def test_val_anybody_can_check_a_signature_without_this_program() -> None:
    value = json.loads(encoded(statement(UNITED_STATES, RUSSIA)))
    content = json.dumps(
        value["content"], sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    # Python writes these numbers as RFC 8785 does, apart from the zero in an exponent.
    assert sha256(value["content"]) == value["content_sha256"]
    assert canonical(value["content"]).decode() == content.replace("1e-07", "1e-7")
    for one in value["signatures"]:
        message = (
            f'{{"content_sha256":"{value["content_sha256"]}","key":"{one["key"]}",'
            f'"party":"{one["party"]}","schema":"glasshield-signature/1"}}'
        )
        public, signature = bytes.fromhex(one["public_key"]), bytes.fromhex(one["signature"])
        assert ed25519.verifies(public, message.encode(), signature)


def test_a_party_signs_once() -> None:
    with pytest.raises(InputError, match="russia has signed this statement"):
        signed(statement(RUSSIA), RUSSIA)
    with pytest.raises(InputError, match="russia has signed this statement"):
        signed(statement(RUSSIA), signer("russia", 9))


def test_a_key_signs_for_one_party() -> None:
    with pytest.raises(InputError, match="with a key of its own"):
        signed(statement(RUSSIA), signer("poland", 2))


def test_a_signature_cannot_be_moved_to_another_content_party_or_key() -> None:
    other = json.loads(encoded(statement(RUSSIA, margin=0.75)))["signatures"][0]
    with pytest.raises(InputError, match="signature of russia is not by its key"):
        decoded(_with_signature(0, signature=other["signature"]), "here")
    with pytest.raises(InputError, match="signature of poland is not by its key"):
        decoded(_with_signature(0, party="poland"), "here")
    mallory = signer("russia", 9)
    with pytest.raises(InputError, match="signature of russia is not by its key"):
        decoded(
            _with_signature(0, key=mallory.public.fingerprint, public_key=mallory.public.raw.hex()),
            "here",
        )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (_with_signature(0, key=POLAND.public.fingerprint), "not the one that is named"),
        (_with_signature(0, public_key="00" * 31), "no number of 32 bytes"),
        (_with_signature(0, public_key="01" + "00" * 31), "prove nothing"),
        (_with_signature(0, signature="ab" * 63), "no number of 64 bytes"),
        (_with_signature(0, signature="zz" * 64), "no number of 64 bytes"),
        (_with_signature(0, algorithm="none"), "got none; expected Ed25519"),
        (_with_signature(0, party="a b"), "names no party"),
        (_with_signature(0, note="more"), "this is no statement"),
        (_changed(signatures=[]), "nobody has signed"),
        (_changed(content={}), "this is no statement"),
        (_changed(note="more"), "this is no statement"),
        (_changed(content_sha256="00" * 32), "changed after it was signed"),
        (_changed(schema="glasshield-statement/2"), "written by a newer version"),
        (_changed(schema="glasshield-statement/0"), "this version cannot be read"),
        (_changed(schema="glasshield-statement/one"), "this is no statement"),
        (_changed(schema="else/1"), "this is no statement"),
        (_changed(schema=1), "this is no statement"),
        (b"[]", "this is no statement"),
        (b"{}", "this is no statement"),
        (b"", "not canonical JSON"),
        (encoded(statement(RUSSIA)) + b"\n", "not canonical JSON"),
    ],
)
def test_what_is_no_sound_statement_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        decoded(data, "s.json")
    assert caught.value.sentence.startswith("s.json: ")


def test_signatures_twice_or_out_of_order_are_refused() -> None:
    ones = json.loads(encoded(statement(UNITED_STATES, RUSSIA)))["signatures"]
    for signatures in (ones[::-1], [ones[0], *ones]):
        with pytest.raises(InputError, match="not one of each party, sorted"):
            decoded(_changed(signatures=signatures), "here")


def test_a_sound_signature_under_a_result_that_is_none_is_refused() -> None:
    made = statement(RUSSIA)
    broken = msgspec.structs.replace(made.content, result={"claim": 1})
    value = json.loads(encoded(made))
    value["content"] = json.loads(canonical(plain(broken)))
    value["content_sha256"] = sha256(value["content"])
    value["signatures"][0]["signature"] = _signature(RUSSIA, value["content_sha256"])
    with pytest.raises(InputError, match="this is no statement"):
        decoded(canonical(value), "here")


def test_the_keys_that_one_knows_must_have_signed() -> None:
    made = statement(UNITED_STATES, RUSSIA)
    check_keys(made, [], "here")
    check_keys(made, [RUSSIA.public, UNITED_STATES.public], "here")
    with pytest.raises(InputError, match=r"poland has not signed.*russia, united-states"):
        check_keys(made, [POLAND.public], "here")
    with pytest.raises(InputError, match="in the name of russia with a key that is not its own"):
        check_keys(made, [signer("russia", 9).public], "here")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no\.json: the statement cannot be read"):
        read(tmp_path / "no.json")
    with pytest.raises(InputError, match="the statement cannot be read"):
        read(tmp_path)


def _signature(by: Signer, content_sha256: str) -> str:
    message = {
        "content_sha256": content_sha256,
        "key": by.public.fingerprint,
        "party": by.public.party,
        "schema": "glasshield-signature/1",
    }
    return by.sign(canonical(message)).hex()
