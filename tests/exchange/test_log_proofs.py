from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasshield.errors import InputError, RangeError
from glasshield.exchange.log.checkpoints import seals
from glasshield.exchange.log.proofs import checked, is_proof, parsed_proof, proof_from
from tests.exchange.sealed import LOG, SEALS, SIZES, WITNESSES, entry, lines, store, written


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of a sound log."""
    return written(tmp_path / "log", lines(store(20), SIZES))


@pytest.mark.parametrize("index", range(20))
def test_every_entry_of_a_log_is_proven_by_a_file_of_its_own(path: Path, index: int) -> None:
    data = proof_from(path, index).encoded()
    assert data.startswith(b"c2sp.org/tlog-proof@v1\nextra ")
    found = checked(parsed_proof(data, "proof"), SEALS, "proof")
    assert found.entry == entry(index)
    assert (found.sealed.checkpoint.size, len(found.sealed.cosignatures)) == (20, 3)


def test_prop_a_flipped_bit_in_any_byte_of_a_proof_is_found(path: Path) -> None:
    data = proof_from(path, 7).encoded()
    for at in range(len(data)):
        changed = bytearray(data)
        changed[at] ^= 1 << at % 7
        with pytest.raises(InputError):
            checked(parsed_proof(bytes(changed), "proof"), SEALS, "proof")


@given(st.binary(max_size=200))
def test_prop_any_bytes_are_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(InputError):
        parsed_proof(data, "proof")
    with pytest.raises(InputError):
        parsed_proof(b"c2sp.org/tlog-proof@v1\n" + data, "proof")


def test_a_proof_of_another_entry_is_refused(path: Path) -> None:
    proof = proof_from(path, 7)
    with pytest.raises(InputError, match="does not stand at place 8"):
        checked(replace(proof, index=8), SEALS, "proof")
    with pytest.raises(InputError, match="does not stand at place 7"):
        checked(replace(proof, entry=proof_from(path, 8).entry), SEALS, "proof")


def test_an_entry_that_names_another_place_is_refused(tmp_path: Path) -> None:
    source = store(20)
    source.written[7] = source.written[8]
    path = written(tmp_path / "log", lines(source, SIZES))
    assert checked(proof_from(path, 6), SEALS, "proof").entry == entry(6)
    with pytest.raises(InputError, match="names another place"):
        checked(proof_from(path, 7), SEALS, "proof")


def test_a_witness_that_is_asked_for_must_have_sealed_it(path: Path) -> None:
    proof = proof_from(path, 7)
    note = replace(proof.note, signatures=proof.note.signatures[:2])
    assert checked(replace(proof, note=note), seals(LOG, WITNESSES, 1), "p").sealed.cosignatures
    with pytest.raises(InputError, match="too few witnesses"):
        checked(replace(proof, note=note), SEALS, "proof")


def test_what_cannot_be_proven_is_said(path: Path, tmp_path: Path) -> None:
    with pytest.raises(RangeError, match="a log of 20 entries has no entry 20"):
        proof_from(path, 20)
    hidden = written(tmp_path / "hidden", lines(store(20), SIZES, lambda index, _: index != 7))
    with pytest.raises(InputError, match="withholds entry 7"):
        proof_from(hidden, 7)
    later = written(tmp_path / "later", lines(store(20), (20,), first=4))
    with pytest.raises(InputError, match="does not hold the log from its beginning"):
        proof_from(later, 7)
    bare = [line for line in lines(store(20), SIZES) if not line.startswith(b'"')]
    with pytest.raises(InputError, match="no checkpoint"):
        proof_from(written(tmp_path / "bare", bare), 7)


def test_a_proof_is_known_by_its_first_line(path: Path, tmp_path: Path) -> None:
    proof = tmp_path / "proof"
    proof.write_bytes(proof_from(path, 3).encoded())
    assert is_proof(proof)
    assert not is_proof(path)
