"""`glasshield act list`: what people did at a centre, and what became of requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from glasshield.cli import acting, at_centre, options, output

if TYPE_CHECKING:
    from glasshield.messages import Language

# What an act says besides its verb, in the order in which it is shown.
_SAID: Final = ("request", "owner", "event", "picture", "number", "since", "until", "text")


def command(
    url: Annotated[str, typer.Argument(metavar="URL", help="Of the centre.")],
    requests: Annotated[
        bool, typer.Option("--requests", help="Requests alone, and what became of them.")
    ] = False,
    token_file: at_centre.TokenFile = None,
    ca: at_centre.Ca = None,
    certificate: at_centre.Certificate = None,
    certificate_key: at_centre.CertificateKey = None,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """List what people did, as far as it concerns you; or requests and what became of them.

    Example: glasshield act list http://127.0.0.1:8470 --requests --token-file duty.token
    """
    language = options.language(lang)
    actor = acting.Actor(url, token_file, ca, (certificate, certificate_key))
    path = acting.REQUESTS if requests else acting.ACTS
    found = actor.get(path)
    if json:
        output.print_json(found)
    elif requests:
        states = {one["request"]["id"]: one["state"] for one in found["requests"]}
        _print([one["request"] for one in found["requests"]], states, language)
    else:
        _print(found["acts"], {}, language)


def _print(acts: list[dict[str, Any]], states: dict[str, str], lang: Language) -> None:
    """Prints acts, with what became of each where that is known."""
    from glasshield.messages import text

    heads = ("id", "time", "person", "role", "what", "said")
    rows = [
        (
            one["id"],
            one["at"][:19],
            one["person"],
            one["role"],
            states.get(one["id"], one["act"]["verb"]),
            _said(one["act"]),
        )
        for one in acts
    ]
    output.print_table(
        text(lang, "centre.act.title"),
        [text(lang, f"centre.column.{head}") for head in heads],
        [[at_centre.plain(cell) for cell in row] for row in rows],
    )


def _said(act: dict[str, Any]) -> str:
    """What an act says besides its verb."""
    return "; ".join(f"{name} {act[name]}" for name in _SAID if act.get(name) is not None)
