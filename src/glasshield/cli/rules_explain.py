"""`glasshield rules explain`: what a party would see of an object, and why."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from glasshield.cli import options, output
from glasshield.cli.rules_check import now, owned_sensor
from glasshield.errors import InputError, UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glasshield.exchange.release.explain import Answer, Object, Sight
    from glasshield.exchange.release.terms import Terms


def command(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Rule files, of all.")],
    to: Annotated[str, typer.Option(metavar="PARTY", help="Who would see it.")],
    seen: Annotated[
        list[str],
        typer.Option(metavar="PARTY/SENSOR", help="Who measures the object; may be given again."),
    ],
    mode: Annotated[str, typer.Option(metavar="exercise|real", help="Of the data.")],
    at: Annotated[
        str | None, typer.Option(metavar="LAT,LON", help="Over which place; unknown if left out.")
    ] = None,
    object_class: Annotated[
        str, typer.Option("--class", metavar="CLASS", help="What the object is taken for.")
    ] = "unknown",
    time: Annotated[
        str | None,
        typer.Option(metavar="UTC", help="When it is measured: 2030-06-01T06:40:00Z; else now."),
    ] = None,
    lang: options.Lang = "en",
    catalog: options.CatalogFolder = None,
    json: options.Json = False,
) -> None:
    """Say what a party would see of an object, how late and how coarse, and by which rules.

    Example: glasshield rules explain us.toml --to russia --seen united-states/sbx --mode real
    """
    language = options.language(lang)
    workspace = options.workspace(catalog)
    from glasshield.exchange.release.explain import explain
    from glasshield.exchange.release.reading import read_rules
    from glasshield.exchange.release.wording import explanation

    rules = read_rules(files, workspace.catalog.regions)
    asked = _object(_sights(seen, at), mode, time, object_class)
    answers = explain(rules, asked, to)
    if json:
        output.print_json({"to": to, "answers": [_answer(each) for each in answers]})
    else:
        output.print_lines(*explanation(answers, asked, to, language))


def _sights(seen: Sequence[str], at: str | None) -> tuple[Sight, ...]:
    from glasshield.exchange.release.explain import Sight

    place = () if at is None else options.place(at, "--at")
    return tuple(Sight(*owned_sensor(text, "--seen"), *place) for text in seen)


def _object(sights: tuple[Sight, ...], mode: str, time: str | None, object_class: str) -> Object:
    """The object that is asked about.

    Raises:
        InputError: another mode or class, or no instant.
    """
    from glasshield.earth.time import Instant
    from glasshield.exchange.release.explain import Object
    from glasshield.exchange.release.terms import CLASS_NAMES, Mode

    if mode not in tuple(Mode):
        raise InputError("data are of an exercise or real", where="--mode", got=mode,
                         expected="exercise or real")  # fmt: skip
    if object_class not in CLASS_NAMES:
        raise UnknownNameError.among("class of objects", object_class, CLASS_NAMES)
    when = now() if time is None else Instant.parse(time, where="--time")
    return Object(sights, Mode(mode), when, object_class)


def _answer(answer: Answer) -> dict[str, Any]:
    from glasshield.exchange.release.explain import rule_names

    return {
        "kind": answer.kind,
        "shown": [
            {
                "terms": _terms(each.terms),
                "sensors": [f"{sight.owner}/{sight.sensor}" for sight in each.sights],
                "rules": rule_names(each.rules),
            }
            for each in answer.shown
        ],
        "withheld": [
            {
                "sensor": f"{each.sight.owner}/{each.sight.sensor}",
                "reason": each.reason,
                "rule": None if each.rule is None else rule_names([each.rule])[0],
            }
            for each in answer.withheld
        ],
    }


def _terms(terms: Terms) -> dict[str, Any]:
    """Terms as JSON; a choice that leaves nothing out is null."""
    found = asdict(terms)
    for key in ("classes", "events"):
        found[key] = None if found[key] is None else sorted(found[key])
    return found
