"""An exercise run with many seeds, over all processors or a cluster, and what that says.

Every run is counted into whole numbers where it was made, and the numbers are kept in a file, a
line for each run, as they come in. Whoever is interrupted begins again where it was; whoever counts
with more processors, or over a cluster, has the same lines and so the same figures.
"""

from __future__ import annotations

import contextlib
import hashlib
import math
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO, Final, Literal

import msgspec

import glasshield
from glasshield import arithmetic, kernels
from glasshield.errors import InputError
from glasshield.exchange.canonical import canonical, sha256
from glasshield.exchange.stated_facts import versions
from glasshield.exercise import intervals, records
from glasshield.exercise.counting import OF_VIEWER, TENTHS, counted, measures
from glasshield.exercise.habits import File, Habits, played, read
from glasshield.exercise.intervals import Estimate
from glasshield.exercise.pictures import Audience
from glasshield.exercise.script import Script
from glasshield.exercise.spreading import Means, spread
from glasshield.exercise.withheld import UNCHANGED, Changed
from glasshield.report.exercise.document import EstimateRow, ManyRow
from glasshield.workspace import Progress, unwritable

SCHEMA: Final = "glasshield-exercise-seeds/1"
FILE: Final = "seeds.jsonl"
FORM: Final = 3  # of the counts: another one where they are counted otherwise
MOST: Final = 1_000_000  # seeds of one count
_PIECE: Final = 5  # seeds that a worker counts before it answers
_DIGITS: Final = 4  # decimals of a figure over many seeds

# What is known only where the pictures and alarms of the parties are made.
TOLD: Final = (
    "false_alarms",
    "unannounced",
    f"warned@{records.CENTRE}",
    f"warned_after@{records.CENTRE}",
)
Counts = dict[str, int | None]
Said = Literal["", "another", "half-a-line"]  # of a file of counts that there was
Key = tuple[str, tuple[str, ...], int]  # what was changed, whose data, and the seed

# Shares of runs in which a measure is above none.
SHARES: Final = {
    "any_leaker": "leakers",
    "any_wasted": "wasted",
    "any_avoidable": "avoidable",
    "any_false_alarm": "false_alarms",
    "any_unannounced": "unannounced",
}
MEANS: Final = (
    "leakers",
    "hits",
    "shots",
    "wasted",
    "already_hit",
    "no_threat",
    "no_object",
    "before_look",
    "uncoordinated",
    "avoidable",
    "false_alarms",
    "unannounced",
)


class Head(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="head"):
    """The first line of the file: of what the counts are."""

    schema: str
    mark: Literal["exercise"]
    of: str


class Line(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="run"):
    """A run, counted."""

    change: str
    parties: tuple[str, ...]
    seed: int
    counts: Counts

    @property
    def key(self) -> Key:
        """Which run."""
        return self.change, self.parties, self.seed


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """What a worker is asked to count.

    Attributes:
        file: of the exercise.
        habits: how people answered, which they do again.
        changed: what is changed.
        withheld: the parties whose data were withheld in the run itself.
        seeds: to be run.
    """

    file: File
    habits: Habits
    changed: Changed
    withheld: tuple[str, ...]
    seeds: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be counted.

    Attributes:
        file: of the exercise.
        habits: how people answered.
        withheld: the parties whose data were withheld in the run itself.
        first: the first seed.
        numbers: how many seeds of each change.
    """

    file: File
    habits: Habits
    withheld: tuple[str, ...]
    first: int
    numbers: Mapping[Changed, int]

    @property
    def digest(self) -> str:
        """Of all that the counts hang on, but for the seeds and the changes."""
        parts = {
            "exercise": self.file.exercise.hex(),
            "own": self.file.own.hex(),
            "habits": msgspec.to_builtins(self.habits),
            "withheld": list(self.withheld),
            "versions": versions(),
            "files": _files_digest(),
            "form": FORM,
            "counts": [*SHARES, *MEANS, *OF_VIEWER],
        }
        return sha256(parts)

    def wanted(self) -> list[Key]:
        """Every run, those of the unchanged exercise first."""
        return [
            (changed.change, changed.parties, seed)
            for changed, number in self.numbers.items()
            for seed in range(self.first, self.first + number)
        ]


@cache
def _files_digest() -> str:
    """The digest of what computes and is no Python: the kernels, the facts and the maps."""
    root = Path(glasshield.__file__).parent
    facts = (root / "catalog").rglob("*.toml")
    maps = (path for path in (root / "geodata" / "data").rglob("*") if path.is_file())
    every = [Path(kernels.__file__), *sorted(facts), *sorted(maps)]
    return sha256([hashlib.sha256(path.read_bytes()).hexdigest() for path in every])


class Kept:
    """The file in which counts are kept as they come in."""

    __slots__ = ("_file", "_path", "found", "said")

    def __init__(self, path: Path, digest: str) -> None:
        """Opens the file, and begins it anew where it holds counts of something else.

        Args:
            path: of the file.
            digest: of what is counted.

        Raises:
            OutputError: the file cannot be read or written.
        """
        self.found: dict[Key, Counts] = {}
        self.said: Said = ""
        self._path = path
        try:
            good = self._read(path.read_bytes(), digest) if path.exists() else 0
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file: IO[bytes] = path.open("r+b" if path.exists() else "w+b")
            self._file.truncate(good)
            self._file.seek(good)
            if not good:
                self._write(Head(schema=SCHEMA, mark="exercise", of=digest))
        except OSError as failure:
            raise unwritable(path, failure) from failure

    def add(self, lines: Sequence[Line]) -> None:
        """Keeps counts that came in.

        Raises:
            OutputError: the file cannot be written.
        """
        for line in lines:
            self.found[line.key] = line.counts
        try:
            self._write(*lines)
        except OSError as failure:
            raise unwritable(self._path, failure) from failure

    def close(self) -> None:
        """Ends writing."""
        self._file.close()

    def _write(self, *lines: Head | Line) -> None:
        self._file.write(b"".join(canonical(msgspec.to_builtins(line)) + b"\n" for line in lines))
        self._file.flush()

    def _read(self, data: bytes, digest: str) -> int:
        """How many bytes of a file are counts of this; takes them in."""
        good = 0
        for number, line in enumerate(data.splitlines(keepends=True)):
            one = _line(line)
            if number == 0 and not (
                isinstance(one, Head) and (one.schema, one.of) == (SCHEMA, digest)
            ):
                self.said = "another"
                return 0
            if number and not isinstance(one, Line):
                self.said = "half-a-line"
                return good
            if isinstance(one, Line):
                self.found[one.key] = one.counts
            good += len(line)
        return good


@contextlib.contextmanager
def keeping(path: Path | None, digest: str) -> Iterator[Kept]:
    """Where counts are kept while the block lasts; beyond it where a file is named.

    Args:
        path: of the file; None for a passing one.
        digest: of what is counted.

    Raises:
        OutputError: the file cannot be read or written.
    """
    with contextlib.ExitStack() as stack:
        if path is None:
            path = Path(stack.enter_context(tempfile.TemporaryDirectory())) / FILE
        yield stack.enter_context(contextlib.closing(Kept(path, digest)))


def _line(line: bytes) -> Head | Line | None:
    """A whole line of the file; None for anything else."""
    if not line.endswith(b"\n"):
        return None
    with contextlib.suppress(msgspec.DecodeError):
        return msgspec.json.decode(line, type=Head | Line)
    return None


def count(
    work: Work, kept: Kept, means: Means, progress: Progress | None = None
) -> dict[Key, Counts]:
    """The counts of all runs, those that are kept already and those that are made now.

    Args:
        work: what is to be counted.
        kept: where counts are kept as they come in.
        means: where the runs are made.
        progress: told how far the work is.

    Raises:
        InputError: as `spread`, or a worker that computes with another version of the program.
        NumericalError: as `spread`.
        OutputError: the counts cannot be kept.
    """
    wanted = work.wanted()
    missing = [key for key in wanted if key not in kept.found]
    pieces = list(_pieces(work, missing))
    here, done = _program(), len(wanted) - len(missing)
    with contextlib.closing(spread(count_piece, pieces, means)) as answers:
        for _, (there, lines) in answers:
            _check_same_program(there, here, means)
            kept.add(lines)
            done += len(lines)
            if progress is not None:
                progress(done / len(wanted), f"{done} of {len(wanted)} runs")
    return {key: kept.found[key] for key in wanted}


def count_piece(piece: Piece) -> tuple[str, list[Line]]:
    """The counts of some runs, and the digest of what made them.

    Args:
        piece: which runs.
    """
    lines = [
        Line(
            change=piece.changed.change,
            parties=piece.changed.parties,
            seed=seed,
            counts=_counts(piece, seed),
        )
        for seed in piece.seeds
    ]
    return _program(), lines


def _program() -> str:
    """The digest of the versions that compute here, and of how NumPy does."""
    return sha256([versions(), arithmetic.said()])


def _counts(piece: Piece, seed: int) -> Counts:
    """The counts of one run."""
    audience = audience_of(read(piece.file).script)
    one = played(piece.file, seed, piece.changed, piece.withheld, piece.habits, audience)
    found = measures(counted(one.records, one.script))
    if audience is Audience.DECISIONS:
        return {
            name: value for name, value in found.items() if name not in TOLD and is_centre(name)
        }
    return found


def audience_of(script: Script) -> Audience:
    """Whose pictures a run with another seed is in need of.

    What is decided stands on the centre's picture alone. What parties are told is counted where the
    exercise is about that: where something flies into orbit, or notice is given.
    """
    return Audience.CELLS if script.ascent or script.notice else Audience.DECISIONS


def is_centre(name: str) -> bool:
    """Whether a measure is of the run or of the centre, not of a party."""
    return name.partition("@")[2] in ("", records.CENTRE)


def _pieces(work: Work, missing: Sequence[Key]) -> Iterator[Piece]:
    """Runs that are still to be made, a few for each answer of a worker."""
    by_change: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    for change, parties, seed in missing:
        by_change.setdefault((change, parties), []).append(seed)
    for changed in work.numbers:
        seeds = by_change.get((changed.change, changed.parties), [])
        for first in range(0, len(seeds), _PIECE):
            yield Piece(
                file=work.file,
                habits=work.habits,
                changed=changed,
                withheld=work.withheld,
                seeds=tuple(seeds[first : first + _PIECE]),
            )


def _check_same_program(there: str, here: str, means: Means) -> None:
    """Refuse counts of another program.

    Raises:
        InputError: a worker has other versions than this machine.
    """
    if there != here and means.scheduler:
        raise InputError(
            "a worker of the cluster computes with another version of Glasshield or its libraries, "
            "or with other instructions",
            where=means.scheduler,
            do="install the same on every worker, and start it with "
            + " ".join(f"{name}='{value}'" for name, value in arithmetic.said().items()),
        )
    if there != here:
        raise InputError("the program was changed while it counted", do="run the command again")


def many(counts: Mapping[Key, Counts], work: Work, script: Script) -> tuple[ManyRow, ...]:
    """What many seeds say of each change, the unchanged exercise first.

    Args:
        counts: of every run.
        work: what was counted.
        script: of the exercise.
    """
    most = _most(script)
    base = _of(counts, UNCHANGED, work)
    return tuple(
        ManyRow(
            change=changed.change,
            parties=changed.parties,
            seeds=number,
            first_seed=work.first,
            estimates=tuple(_estimates(runs := _of(counts, changed, work), most)),
            differences=()
            if changed == UNCHANGED
            else tuple(_differences(runs, base[:number], most)),
            sharing=tuple(_differences(runs, _of(counts, shared, work), most))
            if changed.parties and (shared := Changed(changed.change)) in work.numbers
            else (),
        )
        for changed, number in work.numbers.items()
        if number
    )


def _of(counts: Mapping[Key, Counts], changed: Changed, work: Work) -> list[Counts]:
    """The counts of a change, by seed."""
    seeds = range(work.first, work.first + work.numbers[changed])
    return [counts[changed.change, changed.parties, seed] for seed in seeds]


def _estimates(runs: Sequence[Counts], most: Mapping[str, float]) -> Iterator[EstimateRow]:
    """Every measure of some runs with its interval."""
    for name, measure in SHARES.items():
        if measure not in runs[0]:
            continue
        found = sum((run[measure] or 0) > 0 for run in runs)
        yield _row(name, intervals.share(found, len(runs)), "wilson")
    for name in _names(runs, most):
        known = [value for run in runs if (value := run[name]) is not None]
        if known:
            yield _row(name, intervals.mean(known, 0, _bound(name, most)))


def _differences(
    runs: Sequence[Counts], base: Sequence[Counts], most: Mapping[str, float]
) -> Iterator[EstimateRow]:
    """Every difference to the unchanged exercise, seed by seed, with its interval."""
    for name in _names(runs, most):
        pairs = [(run[name], was[name]) for run, was in zip(runs, base, strict=True)]
        known = [now - then for now, then in pairs if now is not None and then is not None]
        if known:
            bound = _bound(name, most)
            yield _row(name, intervals.mean(known, -bound, bound))


def _names(runs: Sequence[Counts], most: Mapping[str, float]) -> list[str]:
    """The measures that have a mean."""
    return [name for name in runs[0] if name.partition("@")[0] in most]


def _most(script: Script) -> dict[str, float]:
    """The most that each measure can be in a run of an exercise; nothing bounds spans."""
    flights = sum(one.count for one in script.flight.values()) + len(script.ascent)
    shots = sum(one.count for one in script.battery.values())
    of_flights = ("leakers", "hits", "known", "warned")
    unbounded = ("false_alarms", "unannounced", *TENTHS)
    of_shots = tuple(name for name in MEANS if name not in (*of_flights, *unbounded))
    return (
        dict.fromkeys(of_flights, float(flights))
        | dict.fromkeys(of_shots, float(shots))
        | dict.fromkeys(unbounded, math.inf)
    )


def _bound(name: str, most: Mapping[str, float]) -> float:
    return most[name.partition("@")[0]]


def _row(
    name: str, found: Estimate, method: Literal["wilson", "student"] = "student"
) -> EstimateRow:
    """A figure as the document has it; spans in seconds."""
    scale = 0.1 if name.partition("@")[0] in TENTHS else 1.0
    low, high = (_rounded(scale * end) for end in found.ends) if found.ends else (None, None)
    return EstimateRow(
        measure=name,
        value=_rounded(scale * found.value),
        low=low,
        high=high,
        method=method if found.ends else "same",
        runs=found.runs,
    )


def _rounded(value: float) -> float:
    return round(value, _DIGITS) + 0.0
