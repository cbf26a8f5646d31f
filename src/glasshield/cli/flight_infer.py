"""`glasshield flight infer`: what a reported flight proves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from glasshield.cli import options, output

if TYPE_CHECKING:
    from glasshield.flight.infer import Measured


def command(
    apogee: Annotated[str, typer.Option(help="Greatest height, such as 2111.5km.")],
    range: Annotated[str, typer.Option(help="Distance over the ground, such as 787km.")],
    time: Annotated[str | None, typer.Option(help="Flight time as reported: 30min.")] = None,
    lat: Annotated[str | None, typer.Option(help="Latitude of the launch, degrees north.")] = None,
    azimuth: Annotated[
        str | None, typer.Option(help="Direction of the launch, degrees clockwise from north.")
    ] = None,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """Say what a reported apogee, range and time prove, and which range the missile has.

    Numbers are taken as rounded to the digits that are written.

    Example: glasshield flight infer --apogee 2111.5km --range 787km --time 30min
    """
    language = options.language(lang)
    apogee_m = options.written(apogee, "length", "--apogee")
    range_m = options.written(range, "length", "--range")
    time_s = None if time is None else options.written(time, "time", "--time")
    lat_rad = options.latitude(lat, "--lat")
    azimuth_rad = options.angle(azimuth, "--azimuth")
    from glasshield.flight.infer import Measured, Report, infer

    report = Report(
        apogee_m=Measured(*apogee_m),
        range_m=_over_the_ground(Measured(*range_m)),
        time_s=None if time_s is None else Measured(*time_s),
        lat_rad=lat_rad,
        azimuth_rad=azimuth_rad,
    )
    answer = infer(report).to_json(language)
    if json:
        output.print_json(answer)
    else:
        _print(answer)


def _over_the_ground(range_m: Measured) -> Measured:
    """The range, which rounding never takes below zero."""
    from dataclasses import replace

    return replace(range_m, low=max(range_m.low, 0.0)) if range_m.value >= 0.0 else range_m


def _print(answer: dict[str, Any]) -> None:
    time, capability = answer["flight_time_s"], answer["capability_range_km"]
    rows = [
        ("verdict", answer["verdict"]),
        ("time of the free flight", f"{answer['kepler_time_s']:,.0f} s"),
        ("time with boost and entry", _interval(time["low"], time["high"], "s")),
        ("speed at the ground", f"{answer['surface_speed_km_s']:.2f} km/s"),
        ("range shown", f"{answer['demonstrated_range_km']:,.0f} km"),
        ("range the missile has", _interval(capability["low"], capability["high"], "km")),
    ]
    rows += [
        (f"class ({each['scheme']})", ", or ".join(each["capability"]))
        for each in answer["range_classes"]
    ]
    output.print_lines(answer["why"], "")
    output.print_table("What the report proves", ("what", "answer"), rows)
    for line in (answer["treaty"] or {}).values():
        if isinstance(line, dict) and "what" in line:
            said = [f"{key.replace('_', ' ')}: {x}" for key, x in line.items() if key != "what"]
            output.print_lines(f"  {line['what']} {'; '.join(said).capitalize()}.")


def _interval(low: float | None, high: float | None, unit: str) -> str:
    return "none" if low is None or high is None else f"{low:,.0f} to {high:,.0f} {unit}"
