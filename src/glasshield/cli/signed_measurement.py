"""How a signed measurement is shown: what was measured, from how much, and what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from glasshield.cli import output, signing

if TYPE_CHECKING:
    from glasshield.exchange.measurements import Measurement
    from glasshield.messages import Language


def answer(content: Measurement) -> dict[str, Any]:
    """What a measurement states, as JSON; the detections are counted, not repeated."""
    inputs, result = content.inputs, content.result
    return {
        "test": inputs.test,
        "name": result["test"]["name"],
        "simulated": result["simulated"],
        "detections": len(inputs.detections.time_s),
        "stations": [station["id"] for station in inputs.detections.stations],
        "files": [{"name": file.name, "sha256": file.sha256} for file in inputs.files],
        **{
            name: result[name]
            for name in (
                "burnout_speed_km_s",
                "reference_speed_km_s",
                "burn_time_s",
                "stages",
                "declared",
                "rival",
                "capability",
                "claims_updated",
            )
        },
    }


def print_stated(content: Measurement, digest: str, lang: Language) -> None:
    """Prints what a measurement states.

    Args:
        content: of the statement.
        digest: of the content.
        lang: the language of the texts.
    """
    import msgspec

    from glasshield.catalog import load
    from glasshield.messages import text
    from glasshield.monitoring.document import Evaluation
    from glasshield.report.assurance.names import Names
    from glasshield.report.monitoring import evaluation_page, tables
    from glasshield.report.monitoring.wording import Words

    found = msgspec.convert(content.result, Evaluation)
    words = Words(Names.of(load()), lang)
    if found.simulated:
        output.print_lines(text(lang, "statement.measured.simulated"))
    name = signing.printable(words.both(found.test.name))
    output.print_lines(
        text(lang, "statement.measured.test", name=name, id=signing.printable(found.test.id)),
        text(lang, "statement.digest", digest=digest),
        "",
    )
    for table in (tables.measured(words, found), tables.compared(words, found)):
        signing.print_report_table(table)
    speed = evaluation_page.at_least(found, words)
    output.print_lines(text(lang, "statement.measured.bound", speed=speed), "")
    if found.claims_updated:
        signing.print_report_table(tables.claims(words, found.claims_updated))
    _print_inputs(content, lang)


def _print_inputs(content: Measurement, lang: Language) -> None:
    """Prints from how many detections of whom it was computed, and the files that held them."""
    from glasshield.messages import text

    said = answer(content)
    stations = signing.printable(", ".join(said["stations"]))
    output.print_lines(
        text(lang, "statement.measured.detections", count=said["detections"], stations=stations), ""
    )
    if said["files"]:
        output.print_table(
            text(lang, "statement.measured.files"),
            signing.columns(lang, "file", "digest"),
            [(signing.printable(one["name"]), one["sha256"]) for one in said["files"]],
        )
