"""`glasshield rules check`: rules of release that say nothing, or not what was meant."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glasshield.cli import options, output
from glasshield.cli.failure import UNUSABLE
from glasshield.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glasshield.earth.time import Instant
    from glasshield.exchange.release.check import Known
    from glasshield.messages import Language
    from glasshield.workspace import Workspace


def command(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Rule files.")],
    owner: Annotated[
        str | None,
        typer.Option("--as", metavar="PARTY", help="Whose file it is: it grants only its own."),
    ] = None,
    party: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="A party that the catalogue lacks; may be given again."),
    ] = None,
    sensor: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PARTY/ID", help="A sensor that the catalogue lacks; may be given again."
        ),
    ] = None,
    lang: options.Lang = "en",
    catalog: options.CatalogFolder = None,
    json: options.Json = False,
) -> None:
    """Check rule files: unknown parties and sensors, rules that never apply or add nothing.

    Example: glasshield rules check united-states.toml --as united-states
    """
    language = options.language(lang)
    workspace = options.workspace(catalog)
    from glasshield.exchange.release.check import check
    from glasshield.exchange.release.layers import pictures
    from glasshield.exchange.release.reading import read_file
    from glasshield.exchange.release.rules import RuleSet
    from glasshield.exchange.release.wording import finding_words

    read = [read_file(file, workspace.catalog.regions, owner) for file in files]
    rules = RuleSet.of(rule for file in read for rule in file.rules)
    needed = pictures(rules)
    found = check(read, _known(workspace, party or (), sensor or ()))
    if json:
        output.print_json({"rules": len(rules), "pictures": needed, "findings": found})
    else:
        output.print_lines(*(finding_words(each, language) for each in found))
    output.say(_counted(len(rules), len(found), language))
    if found:
        raise typer.Exit(UNUSABLE)


def _counted(rules: int, findings: int, lang: Language) -> str:
    """How many findings there are in how many rules."""
    from glasshield.messages import text

    if not rules:
        return text(lang, "centre.rules.checked.empty")
    counted = [
        text(lang, "centre.rules.checked.findings", n=findings),
        text(lang, "centre.rules.checked.rules", n=rules),
    ]
    return " · ".join(counted)


def _known(workspace: Workspace, parties: Sequence[str], sensors: Sequence[str]) -> Known:
    """What the catalogue and the command line know.

    Raises:
        InputError: a sensor that is not written PARTY/ID.
    """
    from glasshield.exchange.release.check import Known

    facts = workspace.catalog
    named = {id: record.party for id, record in facts.sensors.items()}
    given = [owned_sensor(text, "--sensor") for text in sensors]
    return Known(
        frozenset({*facts.parties, *parties, *(owner for owner, _ in given)}),
        named | {id: owner for owner, id in given},
        now(),
    )


def now() -> Instant:
    """The present instant."""
    from glasshield.earth.time import Instant

    return Instant(round(datetime.now(UTC).timestamp() * 1e6))


def owned_sensor(text: str, option: str) -> tuple[str, str]:
    """The party and the sensor in a text such as `poland/radar-1`.

    Raises:
        InputError: something else.
    """
    owner, slash, sensor = text.partition("/")
    if not (owner and slash and sensor):
        raise InputError(
            "this names no sensor of a party", where=option, got=text, expected="PARTY/SENSOR"
        )
    return owner, sensor
