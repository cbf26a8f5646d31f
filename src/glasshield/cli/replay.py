"""`glasshield replay`: whether a log gives the same pictures again, to the last digit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from glasshield import arithmetic
from glasshield.cli import at_centre, options, output
from glasshield.cli.failure import UNUSABLE

if TYPE_CHECKING:
    from glasshield.centre.log.replaying import Finding, Replayed
    from glasshield.messages import Language

_LONGEST = 60


def command(
    log: Annotated[
        Path,
        typer.Argument(metavar="LOG", help="An exported log, a centre's data folder or store."),
    ],
    lang: options.Lang = "en",
    catalog: options.CatalogFolder = None,
    json: options.Json = False,
) -> None:
    """Make the pictures of a log again: the same digits, or what exactly is different.

    Example: glasshield replay centre.log
    """
    arithmetic.alike()
    language = options.language(lang)
    facts = options.workspace(catalog).catalog
    from glasshield.centre.log.logged import opened
    from glasshield.centre.log.replaying import replayed

    with opened(log) as found, output.progress("replay") as progress:
        result = replayed(found, facts, progress)
    if json:
        output.print_json(_answer(result))
    else:
        _print(result, language)
    if not result.is_same:
        raise typer.Exit(UNUSABLE)


def _answer(result: Replayed) -> dict[str, Any]:
    """A replay as JSON."""
    return {
        "same": result.is_same,
        "entries": result.entries,
        "starts": result.starts,
        "detections": result.detections,
        "pictures": result.pictures,
        "events": result.events,
        "found": result.found,
        "lost": result.lost,
        "versions": result.versions,
        "last_picture_sha256": result.last,
        "findings": [
            {
                "what": one.what.value,
                "entry": one.index,
                "at": one.at,
                "differences": [each.to_json("logged", "here") for each in one.values],
            }
            for one in result.findings
        ],
    }


def _print(result: Replayed, lang: Language) -> None:
    """Prints a replay for a person."""
    from glasshield import __version__
    from glasshield.messages import text

    output.print_lines(
        text(
            lang,
            "centre.replay.counted",
            entries=result.entries,
            detections=result.detections,
            pictures=result.pictures,
            events=result.events,
        )
    )
    if result.is_other_version:
        written = ", ".join(result.versions)
        said = text(lang, "centre.replay.version", written=written, here=__version__)
        output.say(said)
    if result.lost:
        output.say(text(lang, "centre.replay.lost", n=result.lost))
    if result.is_same:
        output.print_lines(text(lang, "centre.replay.same"))
        return
    output.print_lines(text(lang, "centre.replay.differs", n=result.found))
    output.print_lines(*(line for one in result.findings for line in _lines(one, lang)))


def _lines(finding: Finding, lang: Language) -> list[str]:
    """A difference, and each value behind it."""
    from glasshield.messages import text

    head = text(
        lang,
        f"centre.replay.what.{finding.what.value}",
        entry=str(finding.index),
        at=at_centre.plain(finding.at),
    )
    return [head, *(f"  {_value(one.to_json('logged', 'here'))}" for one in finding.values)]


def _value(row: dict[str, Any]) -> str:
    """A value as it was logged and as it came out here."""
    import msgspec

    def shown(side: str) -> str:
        found = msgspec.json.encode(row[side]).decode() if side in row else "–"
        return found if len(found) <= _LONGEST else f"{found[: _LONGEST - 1]}…"

    return at_centre.plain(f"{row['path']}: {shown('logged')} → {shown('here')}")
