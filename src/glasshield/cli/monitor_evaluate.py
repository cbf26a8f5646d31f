"""`glasshield monitor evaluate`: what the observers' own detections say of a flight test."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glasshield.cli import monitor, options, output, readings
from glasshield.cli.assessing import own_command

if TYPE_CHECKING:
    from glasshield.exchange.measurements import Measured
    from glasshield.monitoring.document import Evaluation, PlaceRow
    from glasshield.report.monitoring.wording import Words
    from glasshield.sensing.detections import Detections


def command(
    test: Annotated[str, typer.Argument(help="A test of the catalogue, or your own .toml.")],
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="TDM, ASTERIX, Parquet, CSV; launches.json."),
    ],
    sensors: options.Sensors = None,
    set: options.SetFacts = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Write report, data, and what a statement signs there."),
    ] = None,
    day: options.Day = None,
    simulated: options.Simulated = False,
    lang: options.Lang = "en",
    catalog: options.CatalogFolder = None,
    json: options.Json = False,
) -> None:
    """Measure a test's burnout speed from detections, and compare it with what was declared.

    Example: glasshield monitor evaluate third-site-booster out/watched/guest-ship.tdm --out out/own
    """
    language = options.language(lang)
    asked = monitor.asked(test, set or [], catalog)
    if out is not None:
        from glasshield.workspace import check_writable

        check_writable(out)
    named = readings.Files(tuple(files), sensors, day, simulated)
    measured = _measured(asked, named)
    words = monitor.words_of(asked.workspace, language)
    monitor.say_warnings(words, measured.evaluation.warnings)
    paths = _write(asked, measured, named, out, words) if out is not None else ()
    if json:
        output.print_json(measured.evaluation)
    else:
        print_summary(measured.evaluation, words)
    monitor.say_files(paths)


def _measured(asked: monitor.Asked, named: readings.Files) -> Measured:
    """The evaluation and what it was computed from, with a progress bar while it is made."""
    from glasshield.exchange.measurements import Measured
    from glasshield.monitoring.claims_updated import evaluated

    with output.progress("evaluating") as progress:
        progress(0.0, "reading")
        read = readings.detections(named, asked.workspace.catalog)
        launches = readings.launches(named)
        found = evaluated(asked.test, read.detections, launches, asked.workspace, progress)
    sentences = (problem.sentence for problem in read.problems)
    readings.say_problems(sentences, "put the files right one by one", read.kept, read.rejected)
    return Measured(asked.test, read.detections, launches, found)


def _write(
    asked: monitor.Asked, measured: Measured, named: readings.Files, out: Path, words: Words
) -> Sequence[Path]:
    """The paths of the report and of what it was computed from, written with a progress bar."""
    from glasshield.exchange.inputs import INPUTS_FILE
    from glasshield.exchange.measurements import write_inputs
    from glasshield.exchange.sensors import NAME
    from glasshield.report.made import Made
    from glasshield.report.monitoring.write import write_evaluation

    found, observers = measured.evaluation, _observers(measured.detections)
    made = Made(own_command(), (INPUTS_FILE,))
    with output.progress("reporting") as progress:
        files = write_evaluation(found, out, words, made, observers, progress)
        beside = [path.parent / NAME for path in named.of_detections]
        described = [named.sensors] if named.sensors else [p for p in beside if p.is_file()]
        read = dict.fromkeys((*named.paths, *described, *asked.files))
        return [*files, write_inputs(out, asked.workspace, measured, read)]


def _observers(detections: Detections) -> tuple[PlaceRow, ...]:
    """Where the stations stood."""
    import math

    from glasshield.monitoring.document import PlaceRow

    return tuple(
        PlaceRow(
            observer=one.id, lat_deg=math.degrees(one.lat_rad), lon_deg=math.degrees(one.lon_rad)
        )
        for one in detections.stations
    )


def print_summary(found: Evaluation, words: Words) -> None:
    """Prints the lower bound, the answers, and the tables behind them."""
    from glasshield.report.blocks import plain
    from glasshield.report.monitoring import evaluation_page, tables

    kind = "simulated" if found.simulated else "measured"
    output.print_lines(words.text(f"monitoring.mark_full.{kind}"), "")
    output.print_lines(words.both(found.test.name), "")
    monitor.print_sentences(evaluation_page.sentence(found, words))
    for answer in evaluation_page.answers(found, words).answers:
        said = f"{answer.question} {answer.short}. {' '.join(answer.sentences)}"
        output.print_lines(plain(said))
    output.print_lines(plain(evaluation_page.ratio(found, words)), "")
    monitor.print_table(tables.measured(words, found))
    monitor.print_table(tables.compared(words, found))
    monitor.print_table(tables.seen(words, found))
    monitor.print_table(tables.biases(words, found))
    if found.claims_updated:
        monitor.print_table(tables.claims(words, found.claims_updated))
