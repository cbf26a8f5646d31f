"""What was done to a log: which entries are gone, other than they were, elsewhere, or new."""

from __future__ import annotations

import enum
from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass


class Kind(enum.Enum):
    """What is wrong with some entries, or with a checkpoint."""

    REMOVED = "removed"  # they are not here
    CHANGED = "changed"  # here they say something else
    REORDERED = "reordered"  # they stand at another place
    INVENTED = "invented"  # they never were in the log
    REWRITTEN = "rewritten"  # one or more of them is not what was sealed; which cannot be told
    FORGED = "forged"  # a checkpoint is not its signers'
    UNSEALED = "unsealed"  # too few have sealed them


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong with a log.

    Attributes:
        kind: what.
        first: the index of the first entry that it is about.
        last: the index of the last.
        why: how it shows, in one half sentence.
    """

    kind: Kind
    first: int
    last: int
    why: str

    @property
    def sentence(self) -> str:
        """The finding as one line for a reader."""
        several = self.last > self.first
        place = f"entries {self.first} to {self.last}" if several else f"entry {self.first}"
        return f"{place} {self.kind.value}: {self.why}"


def differences(reference: Sequence[Hashable], found: Sequence[Hashable]) -> list[Finding]:
    """What was done to a sequence of distinct things to make another out of it.

    Of what stands in both, a longest part that kept its order stayed, the rest was moved. What
    vanished and what is new between two neighbours that stayed was changed, as far as it pairs.

    Args:
        reference: as it was.
        found: as it is.

    Returns:
        Findings with indices of the reference; of what is new, with its place in `found`.
    """
    if reference == found:
        return []
    place = {thing: at for at, thing in enumerate(reference)}
    seen: set[Hashable] = set()
    known = list[tuple[int, int]]()  # place in the reference, place here
    new = list[int]()
    for at, thing in enumerate(found):
        if thing in place and thing not in seen:
            known.append((place[thing], at))
        else:
            new.append(at)
        seen.add(thing)
    stayed = _longest_rising(known)
    kept = set(stayed)
    moved = [
        Finding(Kind.REORDERED, was, was, "stands elsewhere")
        for was, at in known
        if (was, at) not in kept
    ]
    gone = [at for at, thing in enumerate(reference) if thing not in seen]
    return sorted(
        [*moved, *_in_gaps(stayed, gone, new)], key=lambda one: (one.first, one.kind.value)
    )


def _in_gaps(stayed: list[tuple[int, int]], gone: list[int], new: list[int]) -> Iterator[Finding]:
    """What vanished and what is new, paired within each gap between two that stayed."""
    end = (2**62, 2**62)
    at_gone = at_new = 0
    for was, here in [*stayed, end]:
        lost, added = list[int](), list[int]()
        while at_gone < len(gone) and gone[at_gone] < was:
            lost.append(gone[at_gone])
            at_gone += 1
        while at_new < len(new) and new[at_new] < here:
            added.append(new[at_new])
            at_new += 1
        both = min(len(lost), len(added))
        yield from (Finding(Kind.CHANGED, at, at, "is another") for at in lost[:both])
        yield from (Finding(Kind.REMOVED, *run, "missing") for run in runs(lost[both:]))
        yield from (Finding(Kind.INVENTED, *run, "never was there") for run in runs(added[both:]))


def runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of whole numbers that follow each other."""
    start = 0
    for at in range(1, len(places) + 1):
        if at == len(places) or places[at] != places[at - 1] + 1:
            yield places[start], places[at - 1]
            start = at


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """A longest part of some pairs, which rise in their second, that also rises in its first.

    Source: M. L. Fredman, On computing the length of longest increasing subsequences (1975).
    """
    ends, at_end, before = list[int](), list[int](), list[int]()
    for at, (was, _) in enumerate(pairs):
        length = bisect_left(ends, was)
        ends[length : length + 1] = [was]
        at_end[length : length + 1] = [at]
        before.append(at_end[length - 1] if length else -1)
    chosen = list[tuple[int, int]]()
    at = at_end[-1] if at_end else -1
    while at >= 0:
        chosen.append(pairs[at])
        at = before[at]
    return chosen[::-1]
