"""`glasshield monitor rehearse`: a test simulated, as its observers would report it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from glasshield.cli import monitor, options, output, readings
from glasshield.errors import InputError, RangeError, UnknownNameError

if TYPE_CHECKING:
    from glasshield.monitoring.document import PlaceRow
    from glasshield.monitoring.rehearsal import Flown, Rehearsed
    from glasshield.report.monitoring.wording import Words


def command(
    test: Annotated[str, typer.Argument(help="A test of the catalogue, or your own .toml.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the files are written.")],
    at: Annotated[
        list[str] | None,
        typer.Option(metavar="WHO=LAT,LON", help="Where an observer stands; may be given again."),
    ] = None,
    flown: Annotated[
        str,
        typer.Option(
            metavar="declared|rival|rival-cut-off|rival-heavy|rival-lofted",
            help="What really flies: as declared, or the rival vehicle, with hidden energy or not.",
        ),
    ] = "declared",
    spent_stages: Annotated[
        bool, typer.Option("--spent-stages", help="Radars see what burnt-out stages do as well.")
    ] = False,
    seed: Annotated[
        int | None, typer.Option(help="Of the random draws; the test's own where left out.")
    ] = None,
    set: options.SetFacts = None,
    lang: options.Lang = "en",
    catalog: options.CatalogFolder = None,
    json: options.Json = False,
) -> None:
    """Simulate a test and write what its observers would report, all marked as simulated.

    Example: glasshield monitor rehearse third-site-booster --at guest-ship=33,-123 --out out/test
    """
    language = options.language(lang)
    if seed is not None and seed < 0:
        raise RangeError("a seed is not below zero", where="--seed", got=seed)
    asked = monitor.asked(test, set or [], catalog)
    from glasshield.workspace import check_writable

    check_writable(out)
    from glasshield.exchange.simulation import write_simulation
    from glasshield.monitoring.rehearsal import Rehearsal, rehearse

    wanted = Rehearsal(
        seed=seed, flown=_flown(flown), places=_places(at or []), spent_stages=spent_stages
    )
    made = rehearse(asked.test, asked.workspace.catalog, wanted)
    with output.progress("writing") as progress:
        files = write_simulation(made, out, progress)
    answer = _answer(made, files)
    if json:
        output.print_json(answer)
    else:
        _print(answer, monitor.words_of(asked.workspace, language), asked)


def _flown(name: str) -> Flown:
    """What is to fly.

    Raises:
        UnknownNameError: nothing of the kind flies.
    """
    from glasshield.monitoring.rehearsal import Flown

    known = {one.value: one for one in Flown}
    if name not in known:
        raise UnknownNameError.among("flight of a rehearsal", name, known)
    return known[name]


def _places(texts: Sequence[str]) -> tuple[PlaceRow, ...]:
    """Who stands where, from texts such as `guest-ship=33.2,-123.5`.

    Raises:
        InputError: without an equals sign, or no place behind it.
        RangeError: off the Earth.
    """
    from glasshield.monitoring.document import PlaceRow

    places = []
    for text in texts:
        who, _, where = text.partition("=")
        if not who or not where:
            raise InputError(
                "this places nobody", where="--at", got=text, expected="OBSERVER=LAT,LON in degrees"
            )
        lat, lon = (math.degrees(angle) for angle in options.place(where, "--at"))
        places.append(PlaceRow(observer=who, lat_deg=lat, lon_deg=lon))
    return tuple(places)


def _answer(made: Rehearsed, files: Sequence[Path]) -> dict[str, Any]:
    """What was made, as plain data."""
    return {
        "simulated": True,
        "test": made.test.id,
        "seed": made.seed,
        "flown": made.flown.value,
        "burnout_speed_km_s": made.flight.burnout_speed_m_s / 1e3,
        "burn_time_s": made.flight.burnout_time_s,
        "launches_reported": len(made.launches),
        "stations": readings.reported_by(made.detections),
        "files": [str(file) for file in files],
    }


def _print(answer: dict[str, Any], words: Words, asked: monitor.Asked) -> None:
    output.print_lines(words.text("monitoring.mark_full.simulated"), "")
    title = words.text(
        "monitoring.rehearsal.title",
        test=asked.test.named(words.lang),
        flown=words.named("flown", answer["flown"]),
        seed=str(answer["seed"]),
    )
    columns = ("station", "party", "detections", "false_alarms")
    output.print_table(
        title,
        [words.text(f"monitoring.column.{name}") for name in columns],
        [
            (
                one["id"],
                words.party(one["party"]),
                str(one["detections"]),
                str(one["false_alarms"]),
            )
            for one in answer["stations"]
        ],
        right=(2, 3),
    )
    monitor.say_files(Path(file) for file in answer["files"])
