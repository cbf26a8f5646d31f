from __future__ import annotations

import base64
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasshield.errors import InputError
from glasshield.exchange.log.checkpoints import (
    Checkpoint,
    Request,
    Seals,
    checked_growth,
    checkpoint_in,
    cosigned,
    log_key,
    opened,
    parsed_request,
    seals,
    signed,
    witness_key,
)
from glasshield.exchange.log.merkle import EMPTY_ROOT, Tree
from glasshield.exchange.log.notes import (
    Note,
    NoteKey,
    NoteSignature,
    Role,
    note_key,
    parsed_key,
    parsed_note,
)
from tests.exchange.stated import POLAND, RUSSIA, UNITED_STATES, signer
from tests.exchange.test_log_merkle import Leaves, made

CENTRE = signer("centre", 9)
ORIGIN = "centre.example/log"
LOG = log_key(CENTRE, ORIGIN)
PARTIES = (RUSSIA, UNITED_STATES, POLAND)
WITNESSES = tuple(witness_key(party) for party in PARTIES)
AT_S = 1_700_000_000

# Real checkpoints, as they were published, and the keys of those who signed them.
GO_SUM = (
    "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
    (
        "go.sum database tree\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
        "— sum.golang.org Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/"
        "Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
    ),
)
GEOMYS = (
    "geomys.org/witness/test-log+c0787ff4+AeMb5VOzy60PTGdGmLPxOKGAa0jNyDGsgv2rnprGju1t",
    (
        "geomys.org/witness/test-log\n1\nBCml5C32yqMcl0gjTrcSOeNVx59oPnSdytBzDGBO5k0=\n\n"
        "— geomys.org/witness/test-log wHh/9BPsoBNr2x0Ol3qPBYasIN0HI2ZiBg5ac0v3LQq/7F+"
        "YO7U4oWbDeJn1VaWVrlbSEM30Gr7WWYQjj2SBxRoJ/Ao=\n"
    ),
)
# A log of certificates of which only the witness's signature is checked here: the log signs in
# another way (RFC 6962), which its line does not tell.
NAVIGLI = (
    ("witness.navigli.sunlight.geomys.org+a3e00fe2+BNy/co4C1Hn1p+INwJrfUlgz7W55dSZReusH/GhUhJ/G"),
    (
        "coachandhorses2026h1.staging.certificate.transparency.goog\n185550722\n"
        "YXAM0VmnrfvLaBCOOYSJhCaE5F10oGBOo+hkbDa1kng=\n\n"
        "— coachandhorses2026h1.staging.certificate.transparency.goog "
        "MpXgsHy8ZwxXnO+WjtVrPxAzL49Rs1gWTkNVNeEa//5peAzaocRCB3qt3EaibjzY5GILLtGgBP7dBhgcSHy+JQh0OAc=\n"
        "— witness.navigli.sunlight.geomys.org "
        "o+AP4gAAAABqb7DzNrGFRJnQ9vrJ8xpnwZytnr/ZYczDIsvwvouiSjwOjn7a72ccxBk+"
        "lKnZ7dKqkYKER1s/KxLTaVwQD7lJZTC/CQ==\n"
    ),
)


def sealed_note(size: int = 5, leaves: Leaves | None = None) -> Note:
    """A checkpoint of the test log, signed by it and by its three witnesses."""
    root = Tree(leaves or made(size)).root(size)
    note = signed(Checkpoint(ORIGIN, size, root), CENTRE)
    for party in PARTIES:
        note = note.with_signature(cosigned(note, party, AT_S))
    return note


@pytest.mark.parametrize(("line", "data"), [GO_SUM, GEOMYS])
def test_val_signatures_of_logs_in_use_are_theirs(line: str, data: str) -> None:
    key = parsed_key(line, "key")
    assert key.line == line
    note = parsed_note(data.encode(), "note")
    assert note.encoded() == data.encode()
    signature = note.signature_of(key, "note")
    assert signature is not None
    assert key.has_signed(note.text.encode(), signature.body)
    assert not key.has_signed(note.text.encode() + b"\n", signature.body)


def test_val_a_checkpoint_of_a_log_in_use_is_opened() -> None:
    line, data = GEOMYS
    found = opened(parsed_note(data.encode(), "note"), Seals(parsed_key(line, "key")), "note")
    assert (found.checkpoint.origin, found.checkpoint.size) == ("geomys.org/witness/test-log", 1)


def test_val_the_signature_of_a_witness_in_use_is_its_own() -> None:
    line, data = NAVIGLI
    witness = parsed_key(line, "key")
    note = parsed_note(data.encode(), "note")
    # signed again by a log of ours: what the witness said must still be its own
    checkpoint = checkpoint_in(note.text, "note")
    log = log_key(CENTRE, checkpoint.origin)
    by_log = NoteSignature(log.name, log.id, CENTRE.sign(note.text.encode()))
    found = opened(note.with_signature(by_log), seals(log, [witness]), "note")
    # 2026-08-02T21:04:51Z
    assert [(one.witness, one.at_s) for one in found.cosignatures] == [(witness.name, 1785704691)]


def test_a_checkpoint_with_all_its_witnesses_is_opened() -> None:
    note = parsed_note(sealed_note().encoded(), "note")
    found = opened(note, seals(LOG, WITNESSES), "note")
    assert found.checkpoint == Checkpoint(ORIGIN, 5, Tree(made(5)).root(5))
    assert [one.witness for one in found.cosignatures] == ["russia", "united-states", "poland"]
    assert {one.at_s for one in found.cosignatures} == {AT_S}


def test_signatures_of_unknown_keys_are_left_alone() -> None:
    stranger = cosigned(sealed_note(), signer("stranger", 77), AT_S)
    note = sealed_note().with_signature(stranger).with_signature(NoteSignature("x", b"idid", b"y"))
    assert opened(note, seals(LOG, WITNESSES), "note") == opened(
        sealed_note(), seals(LOG, WITNESSES), "note"
    )


def test_a_missing_witness_is_named() -> None:
    full = sealed_note()
    note = Note(full.text, full.signatures[:-1])
    with pytest.raises(InputError, match=r"too few witnesses.*got 2 without poland"):
        opened(note, seals(LOG, WITNESSES), "note")
    assert len(opened(note, seals(LOG, WITNESSES, 2), "note").cosignatures) == 2


def test_a_missing_signature_of_the_log_is_named() -> None:
    full = sealed_note()
    with pytest.raises(InputError, match=f"note: {ORIGIN} has not signed this checkpoint"):
        opened(Note(full.text, full.signatures[1:]), seals(LOG), "note")


def test_prop_every_flipped_bit_is_found() -> None:
    data = sealed_note().encoded()
    keys = seals(LOG, WITNESSES)
    for at in range(len(data)):
        for bit in range(8):
            changed = bytearray(data)
            changed[at] ^= 1 << bit
            with pytest.raises(InputError):
                opened(parsed_note(bytes(changed), "note"), keys, "note")


@given(st.binary(max_size=300))
def test_prop_any_bytes_are_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(InputError):
        parsed_note(data, "note")
    with pytest.raises(InputError):
        parsed_request(data, "request")


@given(st.text(max_size=60))
def test_prop_any_text_is_no_key(line: str) -> None:
    with pytest.raises(InputError):
        parsed_key(line, "key")


def test_a_signature_moved_to_another_checkpoint_is_found() -> None:
    note = Note(sealed_note(6).text, sealed_note(5).signatures)
    with pytest.raises(InputError, match=f"the signature of {ORIGIN} is not by its key"):
        opened(note, seals(LOG), "note")


def test_a_witness_cannot_be_moved_in_time() -> None:
    note = sealed_note()
    old = note.signature_of(WITNESSES[0], "note")
    assert old is not None
    later = replace(old, body=(AT_S + 1).to_bytes(8, "big") + old.body[8:])
    with pytest.raises(InputError, match="the signature of russia is not by its key"):
        opened(note.with_signature(later), seals(LOG, WITNESSES), "note")


@pytest.mark.parametrize("body", [b"s", b"s" * 63, b"s" * 65, b"s" * 72, b"\xff" * 72])
def test_a_signature_of_another_length_is_refused(body: bytes) -> None:
    for key in (LOG, WITNESSES[0]):
        note = sealed_note().with_signature(NoteSignature(key.name, key.id, body))
        with pytest.raises(InputError, match=f"the signature of {key.name} is not by its key"):
            opened(note, seals(LOG, WITNESSES), "note")


def test_a_key_that_signs_twice_is_refused() -> None:
    full = sealed_note()
    with pytest.raises(InputError, match="russia signed this note more than once"):
        opened(Note(full.text, (*full.signatures, full.signatures[1])), seals(LOG, WITNESSES), "n")


def test_a_log_is_not_its_own_witness() -> None:
    with pytest.raises(InputError, match="two of the log and its witnesses have the same key"):
        seals(LOG, [witness_key(CENTRE)])
    with pytest.raises(InputError, match="two of the log and its witnesses have the same key"):
        seals(LOG, [WITNESSES[0], WITNESSES[0]])
    with pytest.raises(InputError, match="of another role"):
        seals(LOG, [LOG])
    with pytest.raises(InputError, match="of another role"):
        seals(WITNESSES[0])
    with pytest.raises(InputError, match="4 witnesses cannot have signed; expected 0 to 3"):
        seals(LOG, WITNESSES, 4)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a\n1\n",
        f"{ORIGIN}\n05\n{base64.b64encode(EMPTY_ROOT).decode()}\n",
        f"{ORIGIN}\n-5\n{base64.b64encode(EMPTY_ROOT).decode()}\n",
        f"{ORIGIN}\n5\n{base64.b64encode(EMPTY_ROOT[1:]).decode()}\n",
        f"{ORIGIN}\n5\n{base64.b64encode(EMPTY_ROOT).decode()[:-1]}\n",
        f"{ORIGIN}\n0\n{base64.b64encode(bytes(32)).decode()}\n",
        f"{ORIGIN}\n5\n{base64.b64encode(EMPTY_ROOT).decode()}\nmore\n",
        f"cosignature/v1\n5\n{base64.b64encode(EMPTY_ROOT).decode()}\n",
        f"two words\n5\n{base64.b64encode(EMPTY_ROOT).decode()}\n",
    ],
)
def test_other_texts_are_no_checkpoints(text: str) -> None:
    with pytest.raises(InputError, match=r"^f: "):
        checkpoint_in(text, "f")


@pytest.mark.parametrize(
    "origin", ["", "two words", "a+b", '{"a":1}', "cosignature/v1", "a\u2003b"]
)
def test_a_log_has_a_name_that_is_no_other_message(origin: str) -> None:
    with pytest.raises(InputError, match="can be no name"):
        signed(Checkpoint(origin, 0, EMPTY_ROOT), CENTRE)


def test_a_key_that_proves_nothing_is_refused() -> None:
    identity = (1).to_bytes(32, "little")
    with pytest.raises(InputError, match="prove nothing"):
        note_key("x", Role.LOG, identity, "key")
    line = NoteKey("x", Role.LOG, identity).line
    with pytest.raises(InputError, match="prove nothing"):
        parsed_key(line, "key")


def test_a_key_under_another_id_is_refused() -> None:
    name, key_id, raw = LOG.line.split("+", 2)
    with pytest.raises(InputError, match="not the one that its id names"):
        parsed_key(f"{name}+{key_id[::-1]}+{raw}", "key")
    with pytest.raises(InputError, match="not the one that its id names"):
        parsed_key(f"other+{key_id}+{raw}", "key")
    assert parsed_key(f" {LOG.line}\n", "key") == LOG


def test_a_note_has_at_most_so_many_signatures() -> None:
    many = tuple(NoteSignature(f"w{n}", b"idid", b"s" * 64) for n in range(65))
    text = sealed_note().text
    assert len(parsed_note(Note(text, many[:64]).encoded(), "n").signatures) == 64
    with pytest.raises(InputError, match="65 signatures, of at most 64"):
        parsed_note(Note(text, many).encoded(), "n")
    with pytest.raises(InputError, match="of at most 1,048,576"):
        parsed_note(b"a" * (2**20 + 1), "n")


def test_a_witness_signs_a_log_that_only_grew() -> None:
    leaves = made(20)
    tree = Tree(leaves)
    seen = None
    for old, new in ((0, 3), (3, 11), (11, 11), (11, 20)):
        request = Request(old, tree.consistency_proof(old, new), sealed_note(new, leaves))
        again = parsed_request(request.encoded(), "request")
        assert again == request
        seen = checked_growth(seen, again, LOG, "request")
        assert seen == Checkpoint(ORIGIN, new, tree.root(new))


def test_a_witness_refuses_a_log_that_was_cut_or_rewritten() -> None:
    tree = Tree(made(20))
    seen = Checkpoint(ORIGIN, 11, tree.root(11))
    other = Leaves(made(20)[::-1])
    rewritten = Request(11, Tree(other).consistency_proof(11, 20), sealed_note(20, other))
    with pytest.raises(InputError, match="nothing shows that the log only grew"):
        checked_growth(seen, rewritten, LOG, "request")
    same_size = Request(11, (), sealed_note(11, other))
    with pytest.raises(InputError, match="nothing shows that the log only grew"):
        checked_growth(seen, same_size, LOG, "request")
    with pytest.raises(InputError, match="the log was cut; got 5 entries; expected at least 11"):
        checked_growth(seen, Request(11, (), sealed_note(5)), LOG, "request")
    with pytest.raises(InputError, match="not asked from the size that was signed last; got 3"):
        checked_growth(seen, Request(3, (), sealed_note(20)), LOG, "request")
    foreign = Request(0, (), signed(Checkpoint("other.example", 0, EMPTY_ROOT), CENTRE))
    with pytest.raises(InputError, match="a checkpoint of another log"):
        checked_growth(None, foreign, LOG, "request")


@pytest.mark.parametrize("head", ["old x", "old 01", "new 3", "old 3\nabc", "old 3\nAAAA"])
def test_another_request_is_refused(head: str) -> None:
    with pytest.raises(InputError, match="asks a witness for nothing"):
        parsed_request(f"{head}\n\n".encode() + sealed_note().encoded(), "request")


def test_a_time_of_a_cosignature_can_be_written() -> None:
    with pytest.raises(InputError, match="no time of a cosignature"):
        cosigned(sealed_note(), RUSSIA, -1)
    with pytest.raises(InputError, match="no time of a cosignature"):
        cosigned(sealed_note(), RUSSIA, 2**63)
