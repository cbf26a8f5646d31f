from __future__ import annotations

import hashlib
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glasshield.errors import InputError, RangeError
from glasshield.exchange.log.merkle import (
    EMPTY_ROOT,
    Frontier,
    Tree,
    grew,
    includes,
    leaf_hash,
    node_hash,
    root_of,
)

# The entries, roots and proofs with which implementations of Certificate Transparency are tested:
# transparency-dev/merkle, proof/verify_test.go (commit 02194e9).
ENTRIES = [
    bytes.fromhex(digits)
    for digits in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
INCLUSION = [
    (0, 1, []),
    (
        0,
        8,
        [
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        ],
    ),
    (
        5,
        8,
        [
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ],
    ),
    (2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
    (
        1,
        5,
        [
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        ],
    ),
]
CONSISTENCY = [
    (1, 1, []),
    (
        1,
        8,
        [
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        ],
    ),
    (
        6,
        8,
        [
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ],
    ),
    (
        2,
        5,
        [
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        ],
    ),
    (
        6,
        7,
        [
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ],
    ),
]
GARBAGE = hashlib.sha256(b"garbage").digest()


class Leaves(list[bytes]):
    """Leaf hashes in memory."""

    def leaf_hashes(self, start: int, stop: int) -> Sequence[bytes]:
        return self[start:stop]


def made(count: int) -> Leaves:
    return Leaves(leaf_hash(index.to_bytes(4, "big")) for index in range(count))


def defined_root(leaves: Sequence[bytes]) -> bytes:
    """The root as section 2.1.1 of RFC 9162 defines it, by recursion and nothing else."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    left, right = defined_root(leaves[:split]), defined_root(leaves[split:])
    return hashlib.sha256(b"\x01" + left + right).digest()


def hashes(digits: Sequence[str]) -> tuple[bytes, ...]:
    return tuple(bytes.fromhex(one) for one in digits)


@pytest.mark.parametrize("size", range(len(ROOTS)))
def test_val_roots_are_those_of_certificate_transparency(size: int) -> None:
    leaves = Leaves(leaf_hash(entry) for entry in ENTRIES[:size])
    frontier = Frontier()
    frontier.extend(leaves)
    assert frontier.root().hex() == ROOTS[size]
    assert Tree(leaves).root(size).hex() == ROOTS[size]
    assert root_of(leaves).hex() == ROOTS[size]


@pytest.mark.parametrize(("index", "size", "proof"), INCLUSION)
def test_val_inclusion_proofs_are_those_of_certificate_transparency(
    index: int, size: int, proof: list[str]
) -> None:
    leaves = Leaves(leaf_hash(entry) for entry in ENTRIES)
    assert Tree(leaves).inclusion_proof(index, size) == hashes(proof)
    root = bytes.fromhex(ROOTS[size])
    assert includes(root, size, index, leaves[index], hashes(proof))


@pytest.mark.parametrize(("old", "new", "proof"), CONSISTENCY)
def test_val_consistency_proofs_are_those_of_certificate_transparency(
    old: int, new: int, proof: list[str]
) -> None:
    leaves = Leaves(leaf_hash(entry) for entry in ENTRIES)
    assert Tree(leaves).consistency_proof(old, new) == hashes(proof)
    roots = [bytes.fromhex(root) for root in ROOTS]
    assert grew((old, roots[old]), (new, roots[new]), hashes(proof))


def test_every_proof_of_every_small_tree_is_shown_and_no_other_leaf_is() -> None:
    leaves = made(33)
    tree = Tree(leaves)
    for size in range(1, 34):
        root = tree.root(size)
        assert root == defined_root(leaves[:size])
        for index in range(size):
            proof = tree.inclusion_proof(index, size)
            assert includes(root, size, index, leaves[index], proof)
            shown = [at for at in range(size) if includes(root, size, at, leaves[index], proof)]
            assert shown == [index]
        for old in range(1, size + 1):
            proof = tree.consistency_proof(old, size)
            assert grew((old, tree.root(old)), (size, root), proof)
            assert not grew((old, GARBAGE), (size, root), proof)
            assert not grew((old, tree.root(old)), (size, GARBAGE), proof)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_prop_a_log_of_any_size_is_the_tree_of_the_definition(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 1500))
    old = data.draw(st.integers(1, size))
    index = data.draw(st.integers(0, size - 1))
    leaves = made(size)
    tree = Tree(leaves)
    root = tree.root(size)
    assert root == defined_root(leaves)
    assert includes(root, size, index, leaves[index], tree.inclusion_proof(index, size))
    assert tree.root(old) == defined_root(leaves[:old])
    assert grew((old, tree.root(old)), (size, root), tree.consistency_proof(old, size))
    frontier = Frontier(old, tree.peaks(old))
    frontier.extend(leaves[old:])
    assert frontier.root() == root
    assert frontier.peaks == tree.peaks(size)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_prop_a_proof_with_anything_changed_shows_nothing(data: st.DataObject) -> None:
    size = data.draw(st.integers(2, 600))
    leaves = made(size)
    tree = Tree(leaves)
    root = tree.root(size)
    index = data.draw(st.integers(0, size - 1))
    old = data.draw(st.integers(1, size - 1))
    inside = tree.inclusion_proof(index, size)
    longer = tree.consistency_proof(old, size)
    for changed in spoilt(inside, data):
        assert not includes(root, size, index, leaves[index], changed)
    for changed in spoilt(longer, data):
        assert not grew((old, tree.root(old)), (size, root), changed)
    other = data.draw(st.integers(0, size - 1).filter(lambda at: at != index))
    assert not includes(root, size, other, leaves[index], inside)
    assert not includes(root, size, index, leaves[other], inside)
    assert not grew((size, root), (old, tree.root(old)), longer)


def spoilt(proof: tuple[bytes, ...], data: st.DataObject) -> list[tuple[bytes, ...]]:
    """A proof with a bit flipped, a hash removed, added or cut, and two of them exchanged."""
    at = data.draw(st.integers(0, len(proof) - 1))
    bit = data.draw(st.integers(0, 255))
    flipped = (int.from_bytes(proof[at], "big") ^ 1 << bit).to_bytes(32, "big")
    made = [
        (*proof[:at], flipped, *proof[at + 1 :]),
        (*proof[:at], *proof[at + 1 :]),
        (*proof[:at], GARBAGE, *proof[at:]),
        (*proof, GARBAGE),
        (*proof[:at], proof[at][:-1], *proof[at + 1 :]),
    ]
    if len(proof) > 1:
        made.append((*proof[1:], proof[0]))
    return made


def test_what_grew_from_nothing_and_what_did_not_grow_needs_no_proof() -> None:
    tree = Tree(made(5))
    five = (5, tree.root(5))
    assert tree.consistency_proof(0, 5) == ()
    assert tree.consistency_proof(5, 5) == ()
    assert grew((0, EMPTY_ROOT), five, ())
    assert grew((0, EMPTY_ROOT), (0, EMPTY_ROOT), ())
    assert grew(five, five, ())
    assert not grew((0, GARBAGE), five, ())
    assert not grew((0, EMPTY_ROOT), (0, GARBAGE), ())
    assert not grew((0, EMPTY_ROOT), five, (GARBAGE,))
    assert not grew(five, (5, GARBAGE), ())
    assert not grew(five, five, (GARBAGE,))
    assert not grew((4, tree.root(4)), five, ())
    assert not grew(five, (-1, GARBAGE), ())


def test_an_entry_is_not_a_node() -> None:
    left, right = made(2)
    assert leaf_hash(left + right) != node_hash(left, right)


def test_a_tree_that_grew_gives_the_proofs_of_a_fresh_one() -> None:
    leaves = made(3000)
    growing = Tree(leaves)
    for size in (1, 255, 256, 257, 511, 1024, 1500, 3000):
        assert growing.root(size) == Tree(leaves).root(size) == defined_root(leaves[:size])
        assert growing.inclusion_proof(size // 2, size) == Tree(leaves).inclusion_proof(
            size // 2, size
        )
        assert growing.consistency_proof(size // 3, size) == Tree(leaves).consistency_proof(
            size // 3, size
        )


def test_a_proof_of_a_large_log_reads_few_leaf_hashes() -> None:
    class Counting(Leaves):
        read = 0

        def leaf_hashes(self, start: int, stop: int) -> Sequence[bytes]:
            self.read += stop - start
            return super().leaf_hashes(start, stop)

    leaves = Counting(made(40_000))
    tree = Tree(leaves)
    tree.root(40_000)
    leaves.read = 0
    tree.inclusion_proof(12_345, 40_000)
    tree.consistency_proof(12_345, 40_000)
    assert leaves.read < 4 * 256


@pytest.mark.parametrize(("index", "size"), [(0, 0), (5, 5), (-1, 5)])
def test_an_entry_that_is_not_there_has_no_proof(index: int, size: int) -> None:
    with pytest.raises(RangeError, match=f"log of {size} entries has no entry {index}"):
        Tree(made(5)).inclusion_proof(index, size)
    assert not includes(GARBAGE, size, index, GARBAGE, ())


def test_sizes_that_cannot_be_are_refused() -> None:
    tree = Tree(made(5))
    with pytest.raises(RangeError, match="shorter than it was asked for; got 5"):
        tree.root(6)
    with pytest.raises(RangeError, match="does not grow from 4 to 3"):
        tree.consistency_proof(4, 3)
    with pytest.raises(RangeError, match="no negative size"):
        tree.root(-1)
    with pytest.raises(RangeError, match="no negative size"):
        tree.peaks(-1)


def test_a_frontier_is_taken_up_only_with_hashes_that_can_be_its_own() -> None:
    with pytest.raises(InputError, match="no frontier of a log of 3 entries; got 1 hashes"):
        Frontier(3, [GARBAGE])
    with pytest.raises(InputError, match="no frontier of a log of -1"):
        Frontier(-1)
    with pytest.raises(InputError, match="not 32 bytes"):
        Frontier(1, [b"short"])
