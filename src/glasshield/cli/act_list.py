"""`glasshield act list`: what people did at a centre, and what came of what was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from glasshield.cli import acting, at_centre, options, output
from glasshield.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glasshield.messages import Language

# What an act may be about, in the order in which it is shown.
_ABOUT: Final = ("request", "owner", "event", "picture", "number", "since", "until",
                 "consultation", "party", "answer_by")  # fmt: skip


def command(
    url: Annotated[str, typer.Argument(metavar="URL", help="Of the centre.")],
    requests: Annotated[
        bool, typer.Option("--requests", help="Requests alone, and what became of them.")
    ] = False,
    consultations: Annotated[
        bool, typer.Option("--consultations", help="Consultations alone, and their answers.")
    ] = False,
    token_file: at_centre.TokenFile = None,
    ca: at_centre.Ca = None,
    certificate: at_centre.Certificate = None,
    certificate_key: at_centre.CertificateKey = None,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """List what people did, as far as it concerns you; or what was asked, and what came of it.

    Example: glasshield act list http://127.0.0.1:8470 --requests --token-file duty.token
    """
    language = options.language(lang)
    actor = acting.Actor(url, token_file, ca, (certificate, certificate_key))
    if requests and consultations:
        raise InputError(
            "two lists at once", where="--consultations", do="ask for requests or consultations"
        )
    path = acting.REQUESTS if requests else acting.ACTS
    path = acting.CONSULTATIONS if consultations else path
    mode, found = actor.get(path)
    mark = acting.mark(mode, language)
    if json:
        output.print_json(found)
    elif requests:
        _print_requests(url, found["requests"], mark, language)
    elif consultations:
        _print_consultations(url, found["consultations"], mark, language)
    else:
        _print_acts(found["acts"], mark, language)


def _print_acts(acts: list[dict[str, Any]], mark: str, lang: Language) -> None:
    """Prints acts."""
    from glasshield.messages import name, text

    rows = [
        (
            one["id"],
            one["at"][:19],
            one["person"],
            name(lang, "centre.role", one["role"]),
            text(lang, f"centre.act.verb.{one['act']['verb']}"),
            _about(one["act"], lang),
            one["act"].get("text") or "",
        )
        for one in acts
    ]
    heads = ("id", "time", "person", "role", "what", "about", "text")
    _print("centre.act.title", mark, heads, rows, lang)


def _print_requests(url: str, requests: list[dict[str, Any]], mark: str, lang: Language) -> None:
    """Prints requests, what became of them, and what to do with their ids."""
    from glasshield.messages import text

    rows = [
        (
            one["request"]["id"],
            one["request"]["at"][:19],
            one["request"]["person"],
            one["request"]["act"]["owner"],
            one["request"]["act"]["since"][:19],
            one["request"]["act"]["until"][:19],
            text(lang, f"centre.act.state.{one['state']}"),
            one["request"]["act"]["text"],
            ((one.get("answer") or {}).get("act") or {}).get("text") or "",
        )
        for one in requests
    ]
    heads = ("request", "time", "person", "owner", "since", "until", "state", "text", "answer")
    _print("centre.act.requests", mark, heads, rows, lang)
    answers = acting.answers(url, "REQUEST")
    output.print_lines(text(lang, "centre.act.use", path="/v1/grants/REQUEST", **answers))


def _print_consultations(
    url: str, consultations: list[dict[str, Any]], mark: str, lang: Language
) -> None:
    """Prints consultations, what came of them, and how they are answered."""
    from glasshield.messages import text

    rows = [
        (
            one["consultation"]["id"],
            one["consultation"]["at"][:19],
            one["consultation"]["person"],
            one["consultation"]["act"]["party"],
            (one["consultation"]["act"].get("answer_by") or "")[:19],
            text(lang, f"centre.act.state.{one['state']}"),
            one["consultation"]["act"]["text"],
            ((one.get("answer") or {}).get("act") or {}).get("text") or "",
        )
        for one in consultations
    ]
    heads = ("consultation", "time", "person", "party", "answer_by", "state", "text", "answer")
    _print("centre.act.consultations", mark, heads, rows, lang)
    command = acting.reply(url, "CONSULTATION")
    output.print_lines(text(lang, "centre.act.use_reply", answer=command))


def _print(
    title: str, mark: str, heads: Sequence[str], rows: Sequence[Sequence[str]], lang: Language
) -> None:
    """Prints a table with the mark in its title."""
    from glasshield.messages import text

    output.print_table(
        f"{mark} · {text(lang, title)}",
        [text(lang, f"centre.column.{head}") for head in heads],
        [[at_centre.plain(cell) for cell in row] for row in rows],
    )


def _about(act: dict[str, Any], lang: Language) -> str:
    """What an act is about."""
    from glasshield.messages import text

    known = [name for name in _ABOUT if act.get(name) is not None]
    return "; ".join(f"{text(lang, f'centre.column.{name}')} {act[name]}" for name in known)
