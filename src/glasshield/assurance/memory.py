"""Results remembered by what they were made from: records by identity, plain values by value.

Worlds share the records that they agree about (`worlds`), so the same object means the same facts.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

V = TypeVar("V")

_Key = tuple[tuple[int, ...], Hashable]


@dataclass(frozen=True, slots=True)
class Memory(Generic[V]):
    """The results made last.

    Attributes:
        most: how many are kept; the one not asked for longest goes first.
    """

    most: int
    # The records themselves are kept too: an id may be given again once its object is gone.
    _kept: OrderedDict[_Key, tuple[Sequence[Any], V]] = field(
        default_factory=OrderedDict, repr=False
    )

    def of(self, records: Sequence[Any], values: Hashable, make: Callable[[], V]) -> V:
        """The result for these records and values, made where it is not kept.

        Args:
            records: told apart by identity.
            values: told apart by value.
            make: makes the result.
        """
        key = tuple(map(id, records)), values
        found = self._kept.get(key)
        if found is None:
            found = records, make()
            self._kept[key] = found
            if len(self._kept) > self.most:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return found[1]
