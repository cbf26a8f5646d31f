"""Which of some objects could be which of others, and which of these pairs are taken.

The work is bounded whatever comes: each object is held against its few nearest only, and where very
many hang together they are paired one after the other, nearest first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int
from scipy.optimize import linear_sum_assignment
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from scipy.spatial import KDTree

from glasshield.fusion.filters import Gaussian

_LARGEST: Final = 40_000  # pairs, possible or not, of a cluster that is paired as a whole


@dataclass(frozen=True, slots=True)
class Pairs:
    """Objects that could be one.

    Attributes:
        row: which of those reported.
        host: which of the others.
        apart2: how far they are apart: squared Mahalanobis distances.
    """

    row: Int[np.ndarray, "p"]
    host: Int[np.ndarray, "p"]
    apart2: Float[np.ndarray, "p"]

    def __len__(self) -> int:
        return len(self.row)

    def take(self, index: Int[np.ndarray, "k"] | Bool[np.ndarray, "p"]) -> Pairs:
        """Those that an index array or a mask chooses."""
        return Pairs(self.row[index], self.host[index], self.apart2[index])


def near_pairs(one: Gaussian, other: Gaussian, nearest: int) -> Pairs:
    """Each object with the nearest of the others, by place alone; `apart2` is infinite.

    Args:
        one: those reported.
        other: the others, at the same time.
        nearest: how many of them.
    """
    count = min(nearest, len(other))
    if not (len(one) and count):
        nothing = np.empty(0, dtype=np.intp)
        return Pairs(nothing, nothing, np.empty(0))
    _, found = KDTree(other.mean[:, :3]).query(one.mean[:, :3], k=np.arange(1, count + 1))
    row = np.repeat(np.arange(len(one)), count)
    return Pairs(row, found.reshape(-1), np.full(len(row), np.inf))


def chosen_pairs(
    pairs: Pairs, is_first: Bool[np.ndarray, "p"], gate: float
) -> list[tuple[int, int]]:
    """Rows and hosts that belong together, each at most once.

    Args:
        pairs: that could.
        is_first: which of them are taken before all others.
        gate: nobody is joined who is further apart.
    """
    near = pairs.apart2 < gate
    first = _assigned(pairs.take(near & is_first), gate)
    rows, hosts = (np.array([pair[k] for pair in first], dtype=np.intp) for k in (0, 1))
    left = near & ~np.isin(pairs.row, rows) & ~np.isin(pairs.host, hosts)
    return first + _assigned(pairs.take(left), gate)


def _assigned(pairs: Pairs, gate: float) -> list[tuple[int, int]]:
    """The pairs with which the sum is least, where to stay alone costs the gate."""
    found: list[tuple[int, int]] = []
    for cluster in _clusters(pairs):
        rows, row = np.unique(cluster.row, return_inverse=True)
        hosts, host = np.unique(cluster.host, return_inverse=True)
        if len(rows) * len(hosts) > _LARGEST:
            found += _one_by_one(cluster)
            continue
        cost = np.zeros((len(rows), len(hosts)))
        cost[row, host] = cluster.apart2 - gate
        left, right = linear_sum_assignment(cost)
        taken = cost[left, right] < 0.0
        found += zip(rows[left[taken]].tolist(), hosts[right[taken]].tolist(), strict=True)
    return found


def _clusters(pairs: Pairs) -> list[Pairs]:
    """The pairs in groups that have no object in common."""
    if not len(pairs):
        return []
    rows, hosts = int(pairs.row.max()) + 1, int(pairs.host.max()) + 1
    shape = (rows + hosts, rows + hosts)
    links = coo_array((np.ones(len(pairs)), (pairs.row, pairs.host + rows)), shape=shape)
    label = connected_components(links, directed=False)[1][pairs.row]
    order = np.argsort(label, kind="stable")
    begins = np.flatnonzero(np.diff(label[order])) + 1
    return [pairs.take(part) for part in np.split(order, begins)]


def _one_by_one(pairs: Pairs) -> list[tuple[int, int]]:
    """Pairs taken one after the other, nearest first."""
    rows: set[int] = set()
    hosts: set[int] = set()
    found: list[tuple[int, int]] = []
    order = np.lexsort((pairs.host, pairs.row, pairs.apart2))
    for row, host in zip(pairs.row[order].tolist(), pairs.host[order].tolist(), strict=True):
        if row not in rows and host not in hosts:
            rows.add(row)
            hosts.add(host)
            found.append((row, host))
    return found
