"""The tree of hashes over a log: its root, and proofs that it holds an entry and only ever grew.

Source: B. Laurie, E. Messeri, R. Stradling, Certificate Transparency Version 2.0, RFC 9162
(2021), section 2.1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Final, Protocol

from glasshield.errors import InputError, RangeError

HASH_BYTES: Final = 32
EMPTY_ROOT: Final = sha256().digest()

_LEAF: Final = b"\x00"
_NODE: Final = b"\x01"
# Hashes of whole blocks of 256 leaves are kept, and all above them: 0.25 byte a leaf. What lies
# below is hashed again from the stored leaf hashes when a proof goes through it.
_BLOCK_LEVEL: Final = 8
_BLOCK: Final = 2**_BLOCK_LEVEL
_READ: Final = 64 * _BLOCK  # leaf hashes taken from a store at once

Proof = tuple[bytes, ...]


class LeafHashes(Protocol):
    """A store that has the leaf hashes of a log, in order."""

    def leaf_hashes(self, start: int, stop: int) -> Sequence[bytes]:
        """The leaf hashes from index `start` up to and without `stop`."""
        ...


def leaf_hash(entry: bytes) -> bytes:
    """The hash of an entry's bytes. Source: RFC 9162, section 2.1.1."""
    return sha256(_LEAF + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two subtrees side by side. Source: RFC 9162, section 2.1.1."""
    return sha256(_NODE + left + right).digest()


class Frontier:
    """All that a log has to keep so that it can grow and give its root: some 20 hashes.

    Attributes:
        size: how many leaves there are.
    """

    __slots__ = ("_peaks", "size")

    def __init__(self, size: int = 0, peaks: Sequence[bytes] = ()) -> None:
        """Takes up a log where it was left.

        Args:
            size: of the log.
            peaks: as `peaks` gave them at this size.

        Raises:
            InputError: peaks that cannot belong to that size.
        """
        if size < 0 or len(peaks) != size.bit_count():
            raise InputError(
                f"this is no frontier of a log of {size} entries",
                got=f"{len(peaks)} hashes",
                expected=f"{max(size, 0).bit_count()}",
            )
        if any(len(peak) != HASH_BYTES for peak in peaks):
            raise InputError(f"a hash of the frontier has not {HASH_BYTES} bytes")
        self.size = size
        self._peaks = list(peaks)

    @property
    def peaks(self) -> tuple[bytes, ...]:
        """The roots of the whole subtrees that the log is made of, the largest first."""
        return tuple(self._peaks)

    def append(self, leaf: bytes) -> None:
        """Adds one leaf hash at the end."""
        peaks, rest = self._peaks, self.size
        while rest & 1:
            leaf = sha256(_NODE + peaks.pop() + leaf).digest()
            rest >>= 1
        peaks.append(leaf)
        self.size += 1

    def extend(self, leaves: Iterable[bytes]) -> None:
        """Adds leaf hashes at the end, in their order."""
        for leaf in leaves:
            self.append(leaf)

    def root(self) -> bytes:
        """The root of the tree over all leaves so far."""
        if not self._peaks:
            return EMPTY_ROOT
        *left, root = self._peaks
        for peak in reversed(left):
            root = node_hash(peak, root)
        return root


class Tree:
    """Roots and proofs of a stored log at any of its sizes.

    Leaf hashes are read when they are needed; what was hashed of whole blocks is kept, as a log
    does not change.
    """

    __slots__ = ("_leaves", "_levels")

    def __init__(self, leaves: LeafHashes) -> None:
        self._leaves = leaves
        self._levels: list[bytearray] = [bytearray()]  # packed hashes, from whole blocks upward

    def root(self, size: int) -> bytes:
        """The root of the tree over the first leaves.

        Args:
            size: how many; the store must have them.

        Raises:
            RangeError: a negative size, or more than the store has.
        """
        if size < 0:
            raise RangeError("a log has no negative size", got=size)
        self._grow(size)
        return self._hash(0, size)

    def peaks(self, size: int) -> tuple[bytes, ...]:
        """The roots of whole subtrees with which a `Frontier` takes the log up at a size.

        Raises:
            RangeError: a negative size, or more than the store has.
        """
        if size < 0:
            raise RangeError("a log has no negative size", got=size)
        self._grow(size)
        return tuple(self._hash(start, stop) for start, stop in _whole(size))

    def inclusion_proof(self, index: int, size: int) -> Proof:
        """The hashes that lead from one leaf to the root, from below.

        Args:
            index: of the leaf, from 0.
            size: of the tree whose root is reached.

        Raises:
            RangeError: no such leaf in a tree of this size, or more than the store has.

        Source: RFC 9162, section 2.1.3.1.
        """
        if not 0 <= index < size:
            raise RangeError(f"a log of {size} entries has no entry {index}")
        self._grow(size)
        start, stop, path = 0, size, list[bytes]()
        while stop - start > 1:
            middle = start + _split(stop - start)
            if index < middle:
                path.append(self._hash(middle, stop))
                stop = middle
            else:
                path.append(self._hash(start, middle))
                start = middle
        return tuple(reversed(path))

    def consistency_proof(self, old: int, new: int) -> Proof:
        """The hashes that show that the tree of one size is the beginning of a larger one.

        Args:
            old: the smaller size; from 0 and to the same size nothing has to be shown.
            new: the larger size.

        Raises:
            RangeError: sizes in the wrong order, or more than the store has.

        Source: RFC 9162, section 2.1.4.1.
        """
        if not 0 <= old <= new:
            raise RangeError(f"a log does not grow from {old} to {new} entries")
        self._grow(new)
        if old in (0, new):
            return ()
        start, stop, path = 0, new, list[bytes]()
        while stop != old:
            middle = start + _split(stop - start)
            if old <= middle:
                path.append(self._hash(middle, stop))
                stop = middle
            else:
                path.append(self._hash(start, middle))
                start = middle
        if start:  # a first part that ends on the left edge is the old tree itself, which is known
            path.append(self._hash(start, stop))
        return tuple(reversed(path))

    def _grow(self, size: int) -> None:
        """Hash whole blocks up to a size that are not kept yet."""
        kept = len(self._levels[0]) // HASH_BYTES
        last = size // _BLOCK * _BLOCK
        for start in range(kept * _BLOCK, last, _READ):
            leaves = self._read(start, min(start + _READ, last))
            for at in range(0, len(leaves), _BLOCK):
                self._keep(_folded(leaves[at : at + _BLOCK]))

    def _keep(self, block: bytes) -> None:
        """Keep the hash of the next whole block, and of what it completes above."""
        for level in range(len(self._levels) + 1):
            if level == len(self._levels):
                self._levels.append(bytearray())
            hashes = self._levels[level]
            hashes += block
            if len(hashes) // HASH_BYTES % 2:
                return
            block = node_hash(bytes(hashes[-64:-32]), bytes(hashes[-32:]))

    def _hash(self, start: int, stop: int) -> bytes:
        """The root over the leaves from `start` to `stop`, as one subtree of the whole."""
        count = stop - start
        if count == 0:
            return EMPTY_ROOT
        if count & (count - 1) == 0 and start % count == 0 and count >= _BLOCK:
            at = start // count * HASH_BYTES
            level = self._levels[count.bit_length() - 1 - _BLOCK_LEVEL]
            return bytes(level[at : at + HASH_BYTES])
        if count <= _BLOCK:
            return _folded(self._read(start, stop))
        middle = start + _split(count)
        return node_hash(self._hash(start, middle), self._hash(middle, stop))

    def _read(self, start: int, stop: int) -> Sequence[bytes]:
        """Leaf hashes from the store.

        Raises:
            RangeError: the store has fewer.
        """
        leaves = self._leaves.leaf_hashes(start, stop)
        if len(leaves) != stop - start:
            raise RangeError(
                "the log is shorter than it was asked for",
                got=f"{start + len(leaves)} entries",
                expected=f"{stop}",
            )
        return leaves


def root_of(leaves: Sequence[bytes]) -> bytes:
    """The root of the tree over leaf hashes."""
    return _folded(leaves) if leaves else EMPTY_ROOT


def includes(root: bytes, size: int, index: int, leaf: bytes, proof: Sequence[bytes]) -> bool:
    """Whether a proof shows that a tree holds a leaf at an index.

    Args:
        root: of the tree.
        size: of the tree.
        index: of the leaf, from 0.
        leaf: the leaf's hash.
        proof: as `Tree.inclusion_proof` gave it.

    Returns:
        False for anything else, also for sizes that cannot be.

    Source: RFC 9162, section 2.1.3.2.
    """
    if not 0 <= index < size or not _are_hashes((root, leaf, *proof)):
        return False
    here, last, above = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return False
        if here & 1 or here == last:
            above = node_hash(sibling, above)
            here, last = _up_to_right_child(here, last)
        else:
            above = node_hash(above, sibling)
        here, last = here >> 1, last >> 1
    return last == 0 and above == root


def grew(old: tuple[int, bytes], new: tuple[int, bytes], proof: Sequence[bytes]) -> bool:
    """Whether a proof shows that a log only grew between two of its roots.

    Args:
        old: size and root before.
        new: size and root afterwards.
        proof: as `Tree.consistency_proof` gave it.

    Returns:
        False for anything else, also for sizes that cannot be.

    Source: RFC 9162, section 2.1.4.2.
    """
    (size, root), (new_size, new_root) = old, new
    if not 0 <= size <= new_size or not _are_hashes((root, new_root, *proof)):
        return False
    if size == 0:
        return not proof and root == EMPTY_ROOT and (new_size > 0 or new_root == EMPTY_ROOT)
    if size == new_size:
        return not proof and root == new_root
    path = (root, *proof) if size & (size - 1) == 0 else tuple(proof)
    if not proof:
        return False
    here, last = size - 1, new_size - 1
    while here & 1:
        here, last = here >> 1, last >> 1
    above = new_above = path[0]
    for sibling in path[1:]:
        if last == 0:
            return False
        if here & 1 or here == last:
            above, new_above = node_hash(sibling, above), node_hash(sibling, new_above)
            here, last = _up_to_right_child(here, last)
        else:
            new_above = node_hash(new_above, sibling)
        here, last = here >> 1, last >> 1
    return last == 0 and above == root and new_above == new_root


def _up_to_right_child(here: int, last: int) -> tuple[int, int]:
    """The positions where a node on the right edge, which has no sibling, is a right child."""
    while here and not here & 1:
        here, last = here >> 1, last >> 1
    return here, last


def _are_hashes(values: Iterable[bytes]) -> bool:
    return all(len(value) == HASH_BYTES for value in values)


def _split(count: int) -> int:
    """The largest power of two below a number of leaves."""
    return 1 << (count - 1).bit_length() - 1


def _whole(size: int) -> Iterator[tuple[int, int]]:
    """Start and stop of the whole subtrees that a tree is made of, the largest first."""
    start = 0
    for bit in reversed(range(size.bit_length())):
        if size >> bit & 1:
            yield start, start + (1 << bit)
            start += 1 << bit


def _folded(hashes: Sequence[bytes]) -> bytes:
    """The root over some hashes, level by level; one that is left over goes up as it is."""
    while len(hashes) > 1:
        pairs = zip(hashes[::2], hashes[1::2], strict=False)
        above = [sha256(_NODE + left + right).digest() for left, right in pairs]
        if len(hashes) % 2:
            above.append(hashes[-1])
        hashes = above
    return hashes[0]
