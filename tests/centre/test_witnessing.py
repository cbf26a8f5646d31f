"""A witness and a centre whose log was put back, cut or rewritten behind its back."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import pytest

from glasshield.centre.client.links import RefusalError
from glasshield.centre.client.reading import Reader
from glasshield.centre.client.witnessing import CHECKPOINT, PATH, Witness
from glasshield.centre.errors import Code, Fault
from glasshield.errors import InputError
from glasshield.exchange.log.checkpoints import Request
from glasshield.exchange.log.merkle import Tree
from tests.exchange.stated import POLAND
from tests.exchange.test_log_checkpoints import LOG, sealed_note
from tests.exchange.test_log_merkle import Leaves, made


@dataclass
class Centre:
    """What a witness asks of a centre: its log, and what it was given."""

    leaves: Leaves
    given: list[str] = field(default_factory=list)

    def get(self, path: str, **asked: int) -> bytes:
        size = len(self.leaves)
        if path == CHECKPOINT:
            return sealed_note(size, self.leaves).encoded()
        old = asked["old"]
        if old > size:
            raise RefusalError(Fault(code=Code.NOT_FOUND, what="there is nothing here"), path)
        proof = Tree(self.leaves).consistency_proof(old, size)
        return Request(old, proof, sealed_note(size, self.leaves)).encoded()

    def put_text(self, path: str, body: str, **asked: int) -> None:
        assert (path, asked) == (PATH, {"size": len(self.leaves)})
        self.given.append(body)

    @property
    def reader(self) -> Reader:
        return cast("Reader", self)


@pytest.fixture
def witness(tmp_path: Path) -> Witness:
    """A witness that has signed a log of eleven entries."""
    found = Witness(POLAND, LOG, tmp_path / "held")
    assert found.sign(Centre(made(11)).reader).size == 11
    return found


def test_a_log_that_grew_is_signed(witness: Witness) -> None:
    centre = Centre(made(20))
    assert witness.sign(centre.reader).size == 20
    assert len(centre.given) == 1
    assert not witness.rival.exists()


@pytest.mark.parametrize(
    ("leaves", "said"),
    [
        (made(5), "the log was cut, or an older copy was put in its place; got 5 entries"),
        (Leaves(made(20)[::-1]), "nothing shows that the log only grew"),
        (Leaves(made(11)[::-1]), "nothing shows that the log only grew"),
    ],
)
def test_a_log_that_did_not_only_grow_is_kept_as_evidence(
    witness: Witness, leaves: Leaves, said: str
) -> None:
    held, centre = witness.held.read_bytes(), Centre(leaves)
    for _ in range(2):  # it stays so, whenever it is asked
        with pytest.raises(InputError, match=said) as caught:
            witness.sign(centre.reader)
    assert str(witness.rival) in caught.value.do
    assert witness.rival.read_bytes() == sealed_note(len(leaves), leaves).encoded()
    assert (witness.held.read_bytes(), centre.given) == (held, [])
