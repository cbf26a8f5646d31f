"""`glasshield track`: detections of any radars to tracks, biases, launch and impact points."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from glasshield.cli import options, output, readings, tracking


def command(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="TDM, ASTERIX, Parquet, CSV; launches.json."),
    ],
    truth: Annotated[
        Path | None, typer.Option(metavar="OEM", help="What really flew: adds all metrics.")
    ] = None,
    sensors: options.Sensors = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write report, tracks and scene there.")
    ] = None,
    filter: Annotated[str, typer.Option(metavar="ekf|ukf|ckf", help="The filter.")] = "ekf",
    association: Annotated[
        str, typer.Option(metavar="nearest|jpda", help="How detections are given to tracks.")
    ] = "nearest",
    models: Annotated[
        str, typer.Option(metavar="imm|coast", help="Boost, coast and entry, or free flight only.")
    ] = "imm",
    lag: Annotated[
        str | None, typer.Option(help="Take detections in as they arrived, up to so late: 5s.")
    ] = None,
    set: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=VALUE", help="Another setting of the tracker, as gate=16."),
    ] = None,
    no_registration: Annotated[
        bool, typer.Option("--no-registration", help="Take the radars as they are.")
    ] = False,
    online: Annotated[
        bool, typer.Option("--online", help="Learn biases in one pass, as a running tracker does.")
    ] = False,
    smooth: Annotated[
        bool, typer.Option("--smooth", help="Write states that know of later detections, too.")
    ] = False,
    day: options.Day = None,
    simulated: options.Simulated = False,
    lang: options.Lang = "en",
    catalog: options.CatalogFolder = None,
    json: options.Json = False,
) -> None:
    """Join the detections of many radars: tracks, biases, launch and impact points, how sure.

    Example: glasshield track out/test/*.tdm --truth out/test/truth.oem --out out/tracks
    """
    language = options.language(lang)
    tracker = tracking.tracker_options(
        filter, association, models, lag, options.settings(set or [])
    )
    if out is not None:
        from glasshield.workspace import check_writable

        check_writable(out)
    request = tracking.Request(
        files=readings.Files(tuple(files), sensors, day, simulated),
        truth=truth,
        catalog=catalog,
        register=not no_registration,
        online=online,
        smooth=smooth,
        tracker=tracker,
    )
    found = tracking.tracked(request)
    paths = tracking.write(found, out, language) if out is not None else ()
    if json:
        output.print_json(found.document.summary())
    else:
        tracking.print_summary(found.document, language)
    for path in paths:
        output.say(f"  {path}")
