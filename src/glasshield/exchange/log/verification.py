"""Whether a log in a file is the one that was sealed, and what was done to it where it is not.

Every checkpoint is checked against the entries before it and against its signers' keys. Who wants
to be sure that nobody else was shown another log asks for the signatures of witnesses, and gives
the checkpoints that he holds himself, or the file that he got earlier.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from glasshield.errors import InputError
from glasshield.exchange.keys import PublicKey
from glasshield.exchange.log.bundle import (
    Head,
    Row,
    Seal,
    frontier_of,
    head_of,
    log_key_of,
    records,
)
from glasshield.exchange.log.checkpoints import Checkpoint, Sealed, Seals, opened, seals
from glasshield.exchange.log.entries import AnyEntry, ReceivedEntry, decoded
from glasshield.exchange.log.findings import Finding, Kind, differences, runs
from glasshield.exchange.log.merkle import Frontier, leaf_hash
from glasshield.exchange.log.notes import parsed_key
from glasshield.exchange.log.received import invented


@dataclass(frozen=True, slots=True)
class Trust:
    """What the reader knows from elsewhere than from the file.

    Attributes:
        seals: whose signatures the last checkpoint must bear.
        parties: keys by their fingerprints; signatures of batches are checked where there are any.
        held: checkpoints of this log that the reader, or a party, got before.
    """

    seals: Seals
    parties: Mapping[str, PublicKey] = field(default_factory=dict)
    held: tuple[Checkpoint, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What verification found.

    Attributes:
        origin: the name of the log.
        first: the index of the first entry in the file.
        shown: how many entries it shows.
        withheld: how many it holds as leaf hashes alone.
        checkpoints: how many it holds.
        last: the last of them that is its signers'; None for none.
        findings: what is wrong, in the order of the entries.
    """

    origin: str
    first: int
    shown: int
    withheld: int
    checkpoints: int
    last: Sealed | None
    findings: tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings


@dataclass(slots=True)
class _Reading:
    """What was gathered while a file was read."""

    frontier: Frontier
    indices: list[int] = field(default_factory=list)
    leaves: list[bytes] = field(default_factory=list)
    other: dict[int, bytes] = field(default_factory=dict)  # place -> the hash of what stands there
    sealed: list[tuple[Seal, bytes, int]] = field(default_factory=list)  # root and size before it
    roots: dict[int, bytes] = field(default_factory=dict)  # at the sizes that the reader holds
    headers: dict[str, int] = field(default_factory=dict)  # of batches -> the first entry
    shown: int = 0
    latest: str = ""
    found: list[Finding] = field(default_factory=list)


_UNSEALED: Final = "no checkpoint stands behind them"


def claimed_trust(path: Path) -> Trust:
    """What a log's file itself says about whom to trust: its own word, and no more.

    Raises:
        InputError: no log.
    """
    head, where = head_of(path), str(path)
    witnesses = [parsed_key(line, where) for line in head.witnesses]
    return Trust(seals(log_key_of(head, where), witnesses, 0))


def verify(path: Path, trust: Trust, earlier: Path | None = None) -> Report:
    """Whether a log in a file is the one that was sealed.

    Args:
        path: of the file.
        trust: what the reader knows from elsewhere.
        earlier: a file of the same log that the reader got before.

    Raises:
        InputError: a file that cannot be read as a log, one of another log, or one that begins
            behind what is held of it.
    """
    head = head_of(path)
    _check_same(head, trust, str(path))
    reading = _read(path, head, trust)
    last = _check_seals(reading, head, trust)
    _check_places(reading, head, last)
    _check_texts(reading)
    _check_held(reading, head, trust, last)
    if earlier is not None:
        reading.found += _since(earlier, head, reading)
    return Report(
        origin=trust.seals.log.name,
        first=head.first,
        shown=reading.shown,
        withheld=len(reading.leaves) - reading.shown,
        checkpoints=len(reading.sealed),
        last=last,
        findings=_sorted(reading.found),
    )


def _check_same(head: Head, trust: Trust, where: str) -> None:
    """Refuse another log, and one that begins behind what is held of it."""
    claimed = log_key_of(head, where)
    if claimed != trust.seals.log:
        raise InputError(
            "this log is sealed with another key",
            where=where,
            got=claimed.line,
            expected=trust.seals.log.line,
        )
    for held in trust.held:
        if held.origin != trust.seals.log.name:
            raise InputError("this is a checkpoint of another log", got=held.origin)
        if held.size < head.first:
            raise InputError(
                "the file begins behind a checkpoint that is held",
                where=where,
                got=f"entries from {head.first}",
                expected=f"from {held.size} or before",
            )


def _read(path: Path, head: Head, trust: Trust) -> _Reading:
    """Reads the file once, from its head to its end."""
    reading = _Reading(frontier_of(head, str(path)))
    sizes = {held.size for held in trust.held}
    for record in records(path):
        size = reading.frontier.size
        if size in sizes:
            reading.roots[size] = reading.frontier.root()
        if isinstance(record, Seal):
            reading.sealed.append((record, reading.frontier.root(), size))
        else:
            _take(reading, record, trust, str(path))
    if reading.frontier.size in sizes:
        reading.roots[reading.frontier.size] = reading.frontier.root()
    return reading


def _take(reading: _Reading, row: Row, trust: Trust, where: str) -> None:
    """Takes up one entry."""
    index = row.index
    if row.entry is not None:
        reading.shown += 1
        own = leaf_hash(row.entry)
        if own == row.leaf:
            entry = decoded(row.entry, f"{where}, line {row.line}")
            index = entry.index
            if index != row.index:
                why = f"its line says that it is entry {row.index}"
                reading.found.append(Finding(Kind.CHANGED, index, index, why))
            _check_entry(reading, entry, trust)
        else:
            reading.other[len(reading.leaves)] = own
    reading.indices.append(index)
    reading.leaves.append(row.leaf)
    reading.frontier.append(row.leaf)


def _check_entry(reading: _Reading, entry: AnyEntry, trust: Trust) -> None:
    """Checks the time of an entry, and whether a party sent what it is said to have sent."""
    if entry.at <= reading.latest:
        reading.found.append(
            Finding(Kind.REORDERED, entry.index, entry.index, "it is older than the one before")
        )
    reading.latest = max(entry.at, reading.latest)
    if isinstance(entry, ReceivedEntry) and trust.parties:
        why = invented(entry, trust.parties)
        first = reading.headers.setdefault(entry.header, entry.index)
        if not why and first != entry.index:
            why = f"{entry.party} sent it once, as entry {first}"
        if why:
            reading.found.append(Finding(Kind.INVENTED, entry.index, entry.index, why))


def _check_seals(reading: _Reading, head: Head, trust: Trust) -> Sealed | None:
    """The last checkpoint that is its signers'; what is wrong with the others is noted."""
    last: Sealed | None = None
    fits_to = head.first
    broken = False
    for seal, root, size in reading.sealed:
        wanted = seal.checkpoint
        at = max(wanted.size - 1, 0)
        try:
            sealed = opened(seal.note, Seals(trust.seals.log, trust.seals.witnesses), "checkpoint")
        except InputError as error:
            reading.found.append(Finding(Kind.FORGED, at, at, f"{error.what} (line {seal.line})"))
            continue
        if last is not None and wanted.size < last.checkpoint.size:
            why = f"a checkpoint of {wanted.size} entries stands behind a longer one"
            reading.found.append(Finding(Kind.FORGED, at, at, why))
            continue
        last = sealed
        if wanted.size == size and wanted.root == root:
            fits_to = wanted.size
        elif not broken:
            broken = True
            why = f"the root of {wanted.size} entries is not the sealed one"
            reading.found.append(Finding(Kind.REWRITTEN, fits_to, max(at, fits_to), why))
    if last is not None and len(last.cosignatures) < trust.seals.least:
        why = f"{len(last.cosignatures)} of at least {trust.seals.least} witnesses signed"
        reading.found.append(Finding(Kind.UNSEALED, head.first, last.checkpoint.size - 1, why))
    return last


def _check_places(reading: _Reading, head: Head, last: Sealed | None) -> None:
    """Notes which entries are missing, too many, or elsewhere."""
    end = head.first + len(reading.leaves)
    if last is None:
        reading.found.append(
            Finding(Kind.UNSEALED, head.first, max(end - 1, head.first), _UNSEALED)
        )
    sealed = end if last is None else last.checkpoint.size
    here = sorted({index for index in reading.indices if head.first <= index < sealed})
    for before, after in zip([head.first - 1, *here], [*here, sealed], strict=True):
        if after - before > 1:
            reading.found.append(Finding(Kind.REMOVED, before + 1, after - 1, "missing"))
    for one in differences(here, reading.indices):
        if one.kind is Kind.REORDERED:
            reading.found.append(Finding(one.kind, here[one.first], here[one.first], one.why))
        else:
            new = {reading.indices[place] for place in range(one.first, one.last + 1)}
            reading.found += [Finding(one.kind, *run, one.why) for run in runs(sorted(new))]


def _check_texts(reading: _Reading) -> None:
    """Notes which entries are not what their hash says, and where their text belongs."""
    index_of = {leaf: reading.indices[at] for at, leaf in enumerate(reading.leaves)}
    for at, own in reading.other.items():
        index = reading.indices[at]
        if own in index_of:
            why = f"what stands there is entry {index_of[own]}"
            reading.found.append(Finding(Kind.REORDERED, index, index, why))
        else:
            why = "what stands there has another hash"
            reading.found.append(Finding(Kind.CHANGED, index, index, why))


def _check_held(reading: _Reading, head: Head, trust: Trust, last: Sealed | None) -> None:
    """Notes where the log is not the one of a checkpoint that the reader holds."""
    size = 0 if last is None else last.checkpoint.size
    for held in trust.held:
        if held.size > size:
            why = f"a checkpoint of {held.size} entries is held"
            reading.found.append(Finding(Kind.REMOVED, size, held.size - 1, why))
        elif reading.roots.get(held.size) != held.root:
            why = f"a checkpoint of {held.size} entries with another root is held"
            end = max(held.size - 1, head.first)
            reading.found.append(Finding(Kind.REWRITTEN, head.first, end, why))


def _since(earlier: Path, head: Head, reading: _Reading) -> Sequence[Finding]:
    """What was done to the entries of an earlier file.

    Raises:
        InputError: another log, or one that begins elsewhere.
    """
    before = head_of(earlier)
    if (before.log, before.first) != (head.log, head.first):
        raise InputError(
            "the earlier file is of another log, or begins at another entry",
            where=str(earlier),
            got=f"{log_key_of(before, str(earlier)).name} from {before.first}",
            expected=f"{log_key_of(head, str(earlier)).name} from {head.first}",
        )
    leaves = [record.leaf for record in records(earlier) if isinstance(record, Row)]
    known = set(leaves)
    # What is new behind all that stayed is how a log grows.
    stayed = max((at for at, leaf in enumerate(reading.leaves) if leaf in known), default=-1)
    return [
        Finding(
            one.kind, head.first + one.first, head.first + one.last, f"{one.why}, unlike before"
        )
        for one in differences(leaves, reading.leaves)
        if one.kind is not Kind.INVENTED or one.first < stayed
    ]


def _sorted(found: list[Finding]) -> tuple[Finding, ...]:
    """Each finding once, in the order of the entries.

    That something was rewritten somewhere is left out where it is named what.
    """
    named = [one for one in found if one.kind not in (Kind.REWRITTEN, Kind.FORGED, Kind.UNSEALED)]
    kept = [
        one
        for one in found
        if one.kind is not Kind.REWRITTEN
        or not any(one.first <= other.last and other.first <= one.last for other in named)
    ]
    unique = {(one.kind, one.first, one.last): one for one in reversed(kept)}
    return tuple(sorted(unique.values(), key=lambda one: (one.first, one.last, one.kind.value)))
