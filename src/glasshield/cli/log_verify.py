"""`glasshield log verify`: whether a log is the one that was sealed, and what was done to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from glasshield.cli import options, output, sealing
from glasshield.cli.failure import UNUSABLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glasshield.exchange.log.verification import Report
    from glasshield.messages import Language


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A log, or the proof of an entry.")],
    log_key: sealing.LogKey = None,
    witness: sealing.Witness = None,
    least: sealing.Least = None,
    held: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A checkpoint that you got before; may be given again."),
    ] = None,
    party: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A party's .pub, to check its batches; again for more."),
    ] = None,
    earlier: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The same log as you got it before.")
    ] = None,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """Verify a sealed log, and name what was removed, changed, moved or invented.

    Example: glasshield log verify centre.log --log-key centre.vkey --witness russia.vkey
    """
    language = options.language(lang)
    from glasshield.exchange.log.proofs import is_proof

    named = sealing.Named(log_key, witness or (), least)
    if is_proof(file):
        _print_proof(file, named, language, json=json)
        return
    report = _report(file, named, (held or (), party or ()), earlier)
    if json:
        output.print_json(_answer(report) | {"own_word": log_key is None})
    else:
        _print_report(report, language, own_word=log_key is None)
    if not report.is_sound:
        raise typer.Exit(UNUSABLE)


def _report(
    file: Path,
    named: sealing.Named,
    known: tuple[Sequence[Path], Sequence[Path]],
    earlier: Path | None,
) -> Report:
    """What verification finds, by the keys that were named and those in the file's head."""
    from glasshield.exchange.keys import read_public
    from glasshield.exchange.log import bundle
    from glasshield.exchange.log.verification import Trust, verify

    head = bundle.head_of(file)
    seals = named.seals(bundle.log_key_of(head, str(file)))
    held, parties = known
    keys = {key.fingerprint: key for key in map(read_public, parties)}
    keys = keys or bundle.parties_of(head, str(file))
    return verify(file, Trust(seals, keys, sealing.held(held, seals)), earlier)


def _answer(report: Report) -> dict[str, Any]:
    """A report as JSON."""
    return {
        "sound": report.is_sound,
        "origin": report.origin,
        "first": report.first,
        "shown": report.shown,
        "withheld": report.withheld,
        "checkpoints": report.checkpoints,
        "sealed": sealing.sealed_json(report.last),
        "findings": [
            {"kind": one.kind.value, "first": one.first, "last": one.last, "why": one.why}
            for one in report.findings
        ],
    }


def _print_report(report: Report, lang: Language, *, own_word: bool) -> None:
    """Prints a report for a person."""
    from glasshield.messages import text

    count = report.shown + report.withheld
    output.print_lines(
        text(
            lang,
            "log.file",
            origin=report.origin,
            first=str(report.first),
            last=str(max(report.first + count - 1, report.first)),
            shown=str(report.shown),
            withheld=str(report.withheld),
            checkpoints=str(report.checkpoints),
        )
    )
    if report.last is not None:
        sealing.print_sealed(report.last, lang)
    output.print_lines(*(sealing.finding_line(one, lang) for one in report.findings))
    if report.is_sound:
        output.print_lines(text(lang, "log.sound"))
    else:
        output.print_lines(text(lang, "log.unsound", n=len(report.findings)))
    if own_word:
        output.say(text(lang, "log.own_word", option="--log-key"))


def _print_proof(file: Path, named: sealing.Named, lang: Language, *, json: bool) -> None:
    """Prints the entry that a proof shows.

    Raises:
        InputError: it shows none, or nobody said whose log it is.
    """
    from glasshield.errors import InputError
    from glasshield.exchange.log.proofs import checked, parsed_proof
    from glasshield.messages import text

    if named.log is None:
        raise InputError(
            "a proof does not say whose log it is of", where=str(file), do="give --log-key"
        )
    seals = named.seals(sealing.key(named.log, "--log-key"))
    found = checked(parsed_proof(sealing.text_of(file), str(file)), seals, str(file))
    if json:
        output.print_json({"entry": found.entry, "sealed": sealing.sealed_json(found.sealed)})
        return
    origin = found.sealed.checkpoint.origin
    output.print_lines(text(lang, "log.proven", index=str(found.entry.index), origin=origin))
    sealing.print_sealed(found.sealed, lang)
    output.print_json(found.entry)
