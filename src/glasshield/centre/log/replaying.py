"""A log played again: the same pictures and the same events, or what exactly is different.

Every second a centre writes the hash of all its pictures into its log, and every event by its hash.
Whoever has the log and what it stands for by hash makes the pictures again and compares.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

import msgspec

from glasshield import __version__
from glasshield.catalog import Catalog
from glasshield.centre.applying import Applier
from glasshield.centre.log.logged import Logged
from glasshield.centre.log.recording import event_body
from glasshield.centre.picture.faults import FAULTS
from glasshield.centre.picture.snapshot import Told
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.canonical import Difference, differences
from glasshield.exchange.log.entries import (
    LOST,
    AnyEntry,
    CentreEntry,
    EventEntry,
    PictureEntry,
    ReceivedEntry,
    RefusedEntry,
    nanoseconds,
)
from glasshield.workspace import Progress

MOST_FOUND: Final = 20  # differences that are told; the rest are counted
_SAID_EVERY: Final = 200  # entries


class What(StrEnum):
    """What is different."""

    PICTURE = "picture"  # all pictures together have another hash
    EVENT = "event"  # an event has other digits
    MISSING = "missing"  # an event in the log does not come out here
    ADDED = "added"  # an event comes out here that is not in the log


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that did not come out as it was logged.

    Attributes:
        what: is different.
        index: of the entry; of an added event, of the entry before which it came out.
        at: the instant in the time of the log.
        values: what stands in the log and what came out here, each with its path; of a picture
            the hashes.
    """

    what: What
    index: int
    at: str
    values: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Replayed:
    """What came of a replay.

    Attributes:
        entries: of the log.
        starts: of the centre.
        detections: in the batches.
        pictures: instants at which all pictures were compared.
        events: compared.
        findings: the first differences.
        found: how many there are in all.
        versions: of the program that wrote the log.
        last: the hash of all pictures at the last instant compared; empty for none.
        lost: entries that the log says it lacks: events and pictures of a time in which its store
            took nothing.
        left_out: batches that the pictures could not take in, here as in the centre.
    """

    entries: int = 0
    starts: int = 0
    detections: int = 0
    pictures: int = 0
    events: int = 0
    findings: tuple[Finding, ...] = ()
    found: int = 0
    versions: tuple[str, ...] = ()
    last: str = ""
    lost: int = 0
    left_out: int = 0

    @property
    def is_same(self) -> bool:
        """Whether every digit came out as it was logged."""
        return not self.found

    @property
    def is_other_version(self) -> bool:
        """Whether another version of the program wrote the log."""
        return any(version != __version__ for version in self.versions)


def replayed(
    log: Logged, catalog: Catalog, progress: Progress = lambda _done, _doing: None
) -> Replayed:
    """What comes of a log when the pictures are made again.

    Args:
        log: with what it stands for by hash.
        catalog: with the regions and regimes that rules and notices name.
        progress: told how far it is.

    Raises:
        InputError: the log cannot be read, or something that it stands for is not here.
    """
    replay = _Replay(Applier(catalog), log.body)
    total = max(log.size, 1)
    for index, entry in log.all_entries():
        replay.take(index, entry)
        if index % _SAID_EVERY == 0:
            progress(min(index / total, 1.0), f"{index:,}")
    replay.end()
    return replay.result()


@dataclass(slots=True)
class _Counts:
    entries: int = 0
    detections: int = 0
    pictures: int = 0
    events: int = 0
    found: int = 0
    lost: int = 0
    left_out: int = 0
    last: str = ""


@dataclass(frozen=True, slots=True)
class _Event:
    """An event of the log.

    Attributes:
        index: of its entry.
        written: when the entry was; the event was found before.
        view_sha256: of what its feed admits.
        event_sha256: of all that was found.
    """

    index: int
    written: Instant
    view_sha256: str
    event_sha256: str


@dataclass(slots=True)
class _Replay:
    """A replay under way.

    Events are compared from one picture to the next: each that is in the log has to come out here,
    and the other way round. Behind the last picture, of a run or of a log that goes on elsewhere,
    the log may lack events that had been found: only those that it has are looked for.
    Where it says that it lacks entries, it may lack events, too.
    """

    applier: Applier
    body_of: Callable[[str], bytes | None]
    counts: _Counts = field(default_factory=_Counts)
    findings: list[Finding] = field(default_factory=list)
    versions: dict[str, None] = field(default_factory=dict)
    logged: deque[_Event] = field(default_factory=deque)
    here: deque[Told] = field(default_factory=deque)
    lacks: int = 0  # entries that were lost since the picture before

    def take(self, index: int, entry: AnyEntry) -> None:
        """Takes in an entry of the log."""
        self.counts.entries += 1
        at_ns = nanoseconds(entry.at)
        match entry:
            case CentreEntry(verb="start"):
                self.end()
                self.versions[entry.version] = None
            case CentreEntry(verb="stop"):
                self.end()
            case EventEntry():
                at = Instant(at_ns // 1000)
                self.logged.append(_Event(index, at, entry.view_sha256, entry.event_sha256))
            case PictureEntry():
                self._compare(index, entry)
            case ReceivedEntry():
                self.counts.detections += entry.count
            case RefusedEntry() if entry.reason == LOST:
                self.lacks += entry.count
                self.counts.lost += entry.count
        self._apply(entry, at_ns)

    def _apply(self, entry: AnyEntry, at_ns: int) -> None:
        """Takes in an entry as the centre did: data that cannot be taken in are left out.

        Raises:
            InputError: what the entry stands for is not here, or is not what it has to be.
        """
        try:
            self.applier.apply(entry, at_ns, self.body_of)
        except FAULTS:
            if not isinstance(entry, ReceivedEntry) or self.body_of(entry.batch_sha256) is None:
                raise
            self.counts.left_out += 1

    def end(self) -> None:
        """A run ends here, or the log does in the middle of one.

        The pictures are made up to the last event in the log: an exported log may end between an
        event and the next picture.
        """
        if self.applier.engine is None:
            return
        if self.logged:
            self._run_to(self.logged[-1].written)
        self._match(self.counts.entries, is_tail=True)

    def result(self) -> Replayed:
        """What came of it."""
        counts = self.counts
        return Replayed(
            entries=counts.entries,
            starts=self.applier.starts,
            detections=counts.detections,
            pictures=counts.pictures,
            events=counts.events,
            findings=tuple(self.findings),
            found=counts.found,
            versions=tuple(self.versions),
            last=counts.last,
            lost=counts.lost,
            left_out=counts.left_out,
        )

    def _compare(self, index: int, entry: PictureEntry) -> None:
        """Makes the pictures up to the instant of an entry, and compares their hash."""
        engine = self.applier.running
        at = Instant.parse(entry.tick, where=f"entry {index}")
        self._run_to(at)
        self.counts.pictures += 1
        self.counts.last = engine.digest()
        if self.counts.last != entry.picture_sha256:
            values = (Difference("pictures", (entry.picture_sha256,), (self.counts.last,)),)
            self._find(Finding(What.PICTURE, index, entry.tick, values))
        self._match(index, is_tail=False)
        self.lacks = 0

    def _run_to(self, at: Instant) -> None:
        """Makes the pictures up to an instant; what was found before is in the log before."""
        told = self.applier.running.advance(at)
        self.here.extend(one for one in told if not one.again)

    def _match(self, index: int, *, is_tail: bool) -> None:
        """Compares the events of the log with those that came out, and forgets both."""
        bodies = [(told, event_body(told)) for told in self.here]
        left = [(told, body) for told, body in bodies]
        missing: list[_Event] = []
        for event in self.logged:
            same = next(
                (one for one in left if (one[0].view_sha256, one[1].sha256) == _key(event)), None
            )
            if same is None:
                missing.append(event)
            else:
                left.remove(same)
            self.counts.events += 1
        self.logged.clear()
        self.here.clear()
        for event in missing:
            other = next((one for one in left if one[0].view_sha256 == event.view_sha256), None)
            if other is not None:
                left.remove(other)
            self._find(self._event_finding(event, other and other[1].data))
        if not is_tail and not self.lacks:
            for told, body in left:
                values = (Difference("event", (), (_value(body.data),)),)
                self._find(Finding(What.ADDED, index, str(told.at), values))

    def _event_finding(self, event: _Event, here: bytes | None) -> Finding:
        """What is different about an event of the log."""
        index, logged = event.index, self.body_of(event.event_sha256)
        if logged is None:
            raise InputError("what the log stands for is not here", where=f"entry {index}",
                             got=event.event_sha256)  # fmt: skip
        found = _value(logged)
        if here is None:
            return Finding(What.MISSING, index, found["at"], (Difference("event", (found,), ()),))
        return Finding(What.EVENT, index, found["at"], tuple(differences(found, _value(here))))

    def _find(self, finding: Finding) -> None:
        self.counts.found += 1
        if len(self.findings) < MOST_FOUND:
            self.findings.append(finding)


def _key(event: _Event) -> tuple[str, str]:
    return event.view_sha256, event.event_sha256


def _value(data: bytes) -> Any:
    """What a body says."""
    return msgspec.json.decode(data)
