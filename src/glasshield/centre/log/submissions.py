"""What waits to be written, and what becomes of it in the log."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Final, Protocol

import msgspec

from glasshield.centre.log.store import Body, Once, Record
from glasshield.exchange.log.entries import (
    AnyEntry,
    CentreEntry,
    PartyEntry,
    PersonEntry,
    RulesEntry,
    encoded,
    new_salt,
    timestamp,
)
from glasshield.exchange.log.merkle import leaf_hash

TRIAL_INDEX: Final = 2**53 - 1  # the longest
TRIAL_AT: Final = timestamp(0)
TRIAL_SALT: Final = "0" * 32

# What a start looks for, so that it need not read the whole log.
_MARKS: Final = {
    CentreEntry: "centre",
    PartyEntry: "party",
    PersonEntry: "person",
    RulesEntry: "rules",
}


class Draft(Protocol):
    """An entry that still lacks what the journal gives it, such as `partial(RulesEntry, ...)`."""

    def __call__(self, *, index: int, at: str, salt: str) -> AnyEntry:
        """The entry at its place."""
        ...


@dataclass(frozen=True, slots=True)
class Written:
    """Where something stands in the log, on disk.

    Attributes:
        index: of its entry.
        at_ns: when the entry was written; of what came again, when it was found.
        is_again: whether it was there before.
    """

    index: int
    at_ns: int
    is_again: bool = False


@dataclass(frozen=True, slots=True)
class Extra:
    """What goes with an entry.

    Attributes:
        bodies: what it stands for by hash.
        once: of something that is to be in the log once, how it is known again.
        mark: under which it is found again, empty for none; by None, of some kinds their kind.
        carry: for whoever is told of what was written; it is not stored.
        after: another entry that was submitted before: without it this one is not written.
    """

    bodies: tuple[Body, ...] = ()
    once: Once | None = None
    mark: str | None = None
    carry: object = None
    after: Future[Written] | None = None


@dataclass(frozen=True, slots=True)
class Landed:
    """An entry that is on disk.

    Attributes:
        index: its place.
        at_ns: its time.
        entry: without its place, time and salt.
        carry: as it was submitted.
    """

    index: int
    at_ns: int
    entry: AnyEntry
    carry: object


@dataclass(slots=True)
class Submission:
    """Something that waits to be written."""

    entry: AnyEntry  # with trial values for what the journal gives
    extra: Extra
    size_bytes: int
    future: Future[Written] = field(default_factory=Future)

    @classmethod
    def of(cls, draft: Draft, extra: Extra) -> Submission:
        """A submission that can be written.

        Raises:
            InputError: an entry that can be none.
        """
        entry = draft(index=TRIAL_INDEX, at=TRIAL_AT, salt=TRIAL_SALT)
        size_bytes = len(encoded(entry)) + sum(len(body.data) for body in extra.bodies)
        return cls(entry, extra, size_bytes)

    def lacks(self) -> BaseException | None:
        """Why the entry that it has to come after was not written; None if it was, or will be."""
        after = self.extra.after
        return after.exception() if after is not None and after.done() else None

    @property
    def identity(self) -> str | None:
        """How it is known again; None for what may come twice."""
        return None if self.extra.once is None else self.extra.once.identity

    def record(self, index: int, at_ns: int, salt: str) -> Record:
        """All that is kept of it at its place."""
        entry = msgspec.structs.replace(self.entry, index=index, at=timestamp(at_ns), salt=salt)
        data = encoded(entry)
        mark = self.extra.mark
        mark = _MARKS.get(type(entry), "") if mark is None else mark
        return Record(data, leaf_hash(data), self.extra.bodies, self.extra.once, mark)


def own_record(draft: Draft, index: int, at_ns: int) -> Record:
    """An entry of the journal itself."""
    data = encoded(draft(index=index, at=timestamp(at_ns), salt=new_salt()))
    return Record(data, leaf_hash(data))
