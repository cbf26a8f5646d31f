"""What `track` does, step by step: options, reading, solving, files, summary."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from glasshield.cli import options, output, readings, settings
from glasshield.cli.assessing import own_command
from glasshield.errors import InputError, RangeError, UnknownNameError

if TYPE_CHECKING:
    from glasshield.exchange.reading import ReadResult
    from glasshield.fusion.options import Options
    from glasshield.fusion.solve import Solution
    from glasshield.messages import Language
    from glasshield.report.blocks import Table
    from glasshield.report.tracking.document import Document
    from glasshield.report.tracking.results import Known, Reading

Choice = TypeVar("Choice", bound=IntEnum)

# More tracks than these are counted on a terminal, not listed.
_MOST_TRACKS: Final = 40


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for."""

    files: readings.Files
    truth: Path | None
    catalog: Path | None
    register: bool
    online: bool
    smooth: bool
    tracker: Options


@dataclass(frozen=True, slots=True)
class Found:
    """The solution, and the document that says it."""

    solution: Solution
    document: Document


def tracker_options(
    filter: str,
    association: str,
    models: str,
    lag: str | None,
    others: Sequence[tuple[str, str]] = (),
) -> Options:
    """The tracker's options from what people write.

    Raises:
        UnknownNameError: a filter, an association, models or a setting that there are not.
        RangeError: a lag below zero, or a setting out of its bounds.
    """
    from glasshield.fusion.options import Association, Filter, Models, Options

    lag_s = options.quantity(lag, "time", "--lag") or 0.0
    if lag_s < 0.0:
        raise RangeError("a lag is not below zero", where="--lag", got=lag)
    chosen = Options(
        filter=_chosen(Filter, "filter", filter),
        association=_chosen(Association, "association", association),
        models=_chosen(Models, "set of models", models),
        lag_s=lag_s,
    )
    return settings.overridden(chosen, others)


def _chosen(kind: type[Choice], what: str, name: str) -> Choice:
    known = {choice.name.lower(): choice for choice in kind}
    if name not in known:
        raise UnknownNameError.among(what, name, known)
    return known[name]


def tracked(request: Request) -> Found:
    """The solution of the files of a request, with a progress bar while it is made.

    Raises:
        InputError: biases are to be learned and not to be learned.
    """
    if request.online and not request.register:
        raise InputError(
            "--online learns the radars' biases, --no-registration takes the radars as they are",
            do="give one of the two",
        )
    from glasshield.fusion.online import USUAL
    from glasshield.fusion.registration import RegistrationOptions
    from glasshield.fusion.solve import Smoothing, SolveOptions, solve
    from glasshield.report.tracking import results

    with output.progress("tracking") as progress:
        progress(0.0, "reading")
        facts = options.workspace(request.catalog).catalog
        read = readings.detections(request.files, facts)
        wanted = SolveOptions(
            tracker=request.tracker,
            registration=RegistrationOptions() if request.register else None,
            missiles=tuple(facts.missiles.values()),
            reported=readings.launches(request.files),
            smoothing=Smoothing.FIXED_INTERVAL if request.smooth else Smoothing.NONE,
            online=USUAL if request.online else None,
        )
        solution = solve(read.detections, wanted, clock=time.perf_counter, progress=progress)
        known = _known(request, solution)
        document = results.document(solution, request.tracker, _reading(read), known)
    _say_problems(document)
    if solution.pairs_dropped:
        output.say(
            f"glasshield: joint probabilities left out {solution.pairs_dropped:,} unlikely pairs of"
            " a track and a detection where too many tracks shared detections."
        )
    return Found(solution, document)


def _known(request: Request, solution: Solution) -> Known | None:
    if request.truth is None:
        return None
    from glasshield.exchange.tracks_reading import read_paths
    from glasshield.fusion.scores import scores
    from glasshield.report.tracking.results import Known

    paths = read_paths(request.truth).paths.onto(solution.detections.epoch)
    return Known(paths, scores(solution.tracks, paths))


def _reading(read: ReadResult) -> Reading:
    from glasshield.report.tracking.document import File, Problem
    from glasshield.report.tracking.results import Reading

    return Reading(
        command=own_command(),
        files=tuple(
            File(file=one.file, format=one.format, kept=one.kept, rejected=one.rejected)
            for one in read.files
        ),
        problems=tuple(
            Problem(file=one.file, where=one.where, reason=one.reason, got=one.got, count=one.count)
            for one in read.problems
        ),
    )


def _say_problems(document: Document) -> None:
    """Says on stderr what was wrong in the files and with the radars, the first few in full."""
    sentences = (problem.sentence for problem in document.problems)
    readings.say_problems(
        sentences, "--json and the report list them", document.n_detections, document.n_rejected
    )
    if document.n_too_late:
        output.say(f"glasshield: {document.n_too_late:,} detections came later than --lag allows.")


def write(found: Found, out: Path, lang: Language) -> Sequence[Path]:
    """The paths of all files of a tracking run, written with a progress bar."""
    from glasshield.exchange import czml, oem_writing, parquet_tracks
    from glasshield.report.tracking.maps import outlines
    from glasshield.report.tracking.write import write_report

    tracks = found.solution.smoothed or found.solution.tracks
    files: list[Path] = []
    with output.progress("reporting") as progress:
        if len(tracks):
            files = [out / f"tracks.{suffix}" for suffix in ("parquet", "oem", "czml")]
            progress(0.0, "tracks")
            parquet_tracks.write_tracks(tracks, files[0])
            oem_writing.write_tracks(tracks, files[1])
            czml.write_tracks(tracks, files[2], outlines=outlines(found.document, lang))
        names = tuple(path.name for path in files)
        return [*write_report(found.document, out, lang, names, progress), *files]


def print_summary(document: Document, lang: Language) -> None:
    """Prints the mark, the three answers and the tables behind them."""
    from glasshield.messages import number, text
    from glasshield.report.blocks import plain
    from glasshield.report.tracking import page, tables

    kind = "simulated" if document.simulated else "measured"
    output.print_lines(text(lang, f"tracking.mark_full.{kind}"), "")
    for answer in page.answers(document, lang).answers:
        output.print_lines(plain(f"{answer.question} {answer.short}. {' '.join(answer.sentences)}"))
    output.print_lines("")
    _print_table(tables.tracks(lang, document), _MOST_TRACKS)
    more = len(document.tracks) - _MOST_TRACKS
    if more > 0:
        output.print_lines(text(lang, "tracking.terminal.more", n=more), "")
    _print_table(tables.biases(lang, document))
    marks = tables.metrics(lang, document)
    if marks is not None:
        _print_table(marks)
    if document.rate_detections_per_s is not None:
        rate = number(lang, document.rate_detections_per_s)
        output.print_lines(text(lang, "tracking.terminal.rate", rate=rate))


def _print_table(table: Table, most: int | None = None) -> None:
    output.print_table(
        table.caption,
        [column.title for column in table.columns],
        [
            [f"{cell.text} ({cell.soft})" if cell.soft else cell.text for cell in row]
            for row in table.rows[:most]
        ],
        right=[index for index, column in enumerate(table.columns) if column.align == "right"],
    )
