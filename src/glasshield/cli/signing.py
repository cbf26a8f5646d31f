"""What the commands about statements share: passphrases, and how a statement is shown."""

from __future__ import annotations

import contextlib
import getpass
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final
from unicodedata import category

import typer

from glasshield.cli import output
from glasshield.errors import InputError

if TYPE_CHECKING:
    from glasshield.exchange.canonical import Difference
    from glasshield.exchange.inputs import Content
    from glasshield.exchange.keys import PublicKey, Signer
    from glasshield.exchange.statements import Stated, Statement
    from glasshield.messages import Language
    from glasshield.report.blocks import Table

Key = Annotated[
    Path, typer.Option("--key", metavar="FILE", help="Your private key, as keygen wrote it.")
]
PassphraseFile = Annotated[
    Path | None,
    typer.Option("--passphrase-file", metavar="FILE", help="Its first line, instead of asking."),
]

# A longer value is cut on a terminal; --json has it whole.
_LONGEST: Final = 60


def passphrase(file: Path | None, *, new: bool = False) -> str:
    """The passphrase of a private key, from a file or from the person at the terminal.

    Args:
        file: whose first line it is; None to ask.
        new: to be asked for twice.

    Raises:
        InputError: a file that cannot be read, nobody to ask, or two answers that differ.
    """
    if file is not None:
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            why = getattr(error, "strerror", None) or "not a text"
            raise InputError(
                f"the passphrase cannot be read ({why.lower()})", where=str(file)
            ) from None
        return lines[0] if lines else ""
    answer = _asked("Passphrase: ")
    if new and _asked("The same again: ") != answer:
        raise InputError("the two passphrases differ", do="try again")
    return answer


def _asked(prompt: str) -> str:
    """What the person at the terminal types, which is not shown.

    Raises:
        InputError: nobody is there, or says nothing.
    """
    if sys.stdin.isatty():
        with contextlib.suppress(EOFError):
            return getpass.getpass(prompt)
    raise InputError("nobody is there to ask for the passphrase", do="give --passphrase-file")


def signer(key: Path, file: Path | None) -> Signer:
    """The party that signs, with its private key.

    Raises:
        InputError: no such key, or not its passphrase.
    """
    from glasshield.exchange.keys import read_signer

    return read_signer(key, passphrase(file))


def rerun(content: Stated) -> tuple[Difference, ...]:
    """What differs when a statement is computed again here, with a progress bar meanwhile."""
    from glasshield.exchange.exercised import Reviewed
    from glasshield.workspace import Workspace

    with output.progress("computing again") as progress:
        if isinstance(content, Reviewed):
            from glasshield.exercise.restating import rerun as run_again

            return run_again(content, progress)
        from glasshield.exchange.rerun import rerun as computed_again

        return computed_again(content, Workspace.default(), progress)


def check_same(found: Sequence[Difference], file: Path, lang: Language) -> None:
    """Refuse a statement that came out otherwise when it was computed again.

    Raises:
        InputError: with the first difference.
    """
    if found:
        first = as_json(found)[0]
        raise InputError(
            f"computed again here, {len(found)} of its values differ",
            where=str(file),
            got=f"{value(first, 'here', lang)} for {first['path']}",
            expected=f"{value(first, 'signed', lang)} as it was signed",
            do="nothing was signed; see statement verify --rerun",
        )


def answer(statement: Statement, known: Sequence[PublicKey] = ()) -> dict[str, Any]:
    """What a statement is and who signed it, as JSON.

    Args:
        statement: as it was read.
        known: keys that it was checked against.
    """
    from glasshield.cli import signed_exercise, signed_measurement
    from glasshield.exchange.exercised import Reviewed
    from glasshield.exchange.measurements import Measurement

    fingerprints = {key.fingerprint for key in known}
    content = statement.content
    if isinstance(content, Measurement):
        said = signed_measurement.answer(content)
    elif isinstance(content, Reviewed):
        said = signed_exercise.answer(content)
    else:
        said = _assessed(content)
    return {
        **said,
        "content_sha256": statement.content_sha256,
        "versions": content.versions,
        "own_facts": list(content.inputs.own),
        "signatures": [
            {"party": one.party, "key": one.key, "known": one.key in fingerprints}
            for one in statement.signatures
        ],
    }


def _assessed(content: Content) -> dict[str, Any]:
    """What an assessment states, as JSON."""
    return {
        "claim": content.inputs.claim,
        "name": content.result["claim"]["name"],
        "assumptions": list(content.inputs.assumptions),
        "agreement": content.result["agreement"],
        "verdicts": content.result["verdicts"],
    }


def say_written(statement: Statement, path: Path, lang: Language, *, json: bool) -> None:
    """Prints what was signed, where it was written, and who has signed it."""
    from glasshield.messages import text

    said = answer(statement)
    if json:
        output.print_json(said | {"file": str(path)})
        return
    _print_stated(statement, said, lang)
    parties = ", ".join(signature.party for signature in statement.signatures)
    output.print_lines(text(lang, "statement.written", path=str(path), parties=parties))


def print_verified(statement: Statement, said: Mapping[str, Any], lang: Language) -> None:
    """Prints what a sound statement says, who signed it, and how it came out again."""
    from glasshield.messages import text

    _print_stated(statement, said, lang)
    _print_signatures(said, lang)
    for name in ("versions", "facts"):
        if said[f"other_{name}"]:
            print_differences(text(lang, f"statement.{name}"), said[f"other_{name}"], lang)
    if said["rerun"]:
        print_differences(text(lang, "statement.differences"), said["rerun"], lang)
    output.print_lines(text(lang, "statement.sound", n=len(said["signatures"])))
    if said["rerun"] is not None:
        output.print_lines(rerun_sentence(said["rerun"], lang))


def rerun_sentence(found: Sequence[object], lang: Language) -> str:
    """How a statement came out when it was computed again."""
    from glasshield.messages import text

    if not found:
        return text(lang, "statement.same")
    return text(lang, "statement.differs", n=len(found))


def _print_stated(statement: Statement, said: Mapping[str, Any], lang: Language) -> None:
    """Prints what a statement says, of a claim, a flight test or an exercise."""
    from glasshield.cli import signed_exercise, signed_measurement
    from glasshield.exchange.exercised import Reviewed
    from glasshield.exchange.measurements import Measurement
    from glasshield.messages import text

    if isinstance(statement.content, Measurement):
        signed_measurement.print_stated(statement.content, statement.content_sha256, lang)
    elif isinstance(statement.content, Reviewed):
        signed_exercise.print_stated(statement.content, statement.content_sha256, lang)
    else:
        _print_assessed(said, lang)
    if said["own_facts"]:
        names = printable(", ".join(said["own_facts"]))
        output.print_lines(text(lang, "statement.own", names=names), "")


def _print_assessed(said: Mapping[str, Any], lang: Language) -> None:
    """Prints a claim and what is stated of it."""
    from glasshield.messages import text

    name = said["name"].get(lang) or said["name"]["en"]
    output.print_lines(
        text(lang, "statement.claim", name=printable(name), id=printable(said["claim"])),
        text(lang, "statement.digest", digest=said["content_sha256"]),
        "",
    )
    output.print_table(
        text(lang, "statement.verdicts"),
        columns(lang, "party", "assumptions", "verdict", "margin", "interval"),
        [_verdict(row, lang) for row in said["verdicts"]],
        right=(3, 4),
    )


def _print_signatures(said: Mapping[str, Any], lang: Language) -> None:
    """Prints who signed, and with which key."""
    from glasshield.messages import text

    output.print_table(
        text(lang, "statement.signatures"),
        columns(lang, "party", "key", "known"),
        [
            (one["party"], one["key"], text(lang, f"statement.{'yes' if one['known'] else 'no'}"))
            for one in said["signatures"]
        ],
    )


def as_json(
    found: Iterable[Difference], sides: tuple[str, str] = ("signed", "here")
) -> list[dict[str, Any]]:
    """Differences as JSON: the path, and what each side has there, where it has anything."""
    return [one.to_json(*sides) for one in found]


def print_differences(
    title: str,
    found: Sequence[Mapping[str, Any]],
    lang: Language,
    sides: tuple[str, str] = ("signed", "here"),
) -> None:
    """Prints every difference with its path and both values."""
    output.print_table(
        title,
        columns(lang, "path", *sides),
        [(printable(one["path"]), *(value(one, side, lang) for side in sides)) for one in found],
    )


def print_report_table(table: Table) -> None:
    """Prints a table of a report whose cells may hold texts of somebody's file."""
    from glasshield.report.terminal import as_text

    shown = as_text(table)
    rows = [[printable(cell) for cell in row] for row in shown.rows]
    header = [printable(head) for head in shown.header]
    output.print_table(shown.title, header, rows, right=shown.right)


def printable(found: str) -> str:
    """A text of somebody's file without the signs that steer a terminal."""
    return "".join(
        # Blanks that do not break stand in numbers with units.
        sign if sign.isprintable() or category(sign) == "Zs" else "\N{REPLACEMENT CHARACTER}"
        for sign in found
    )


def columns(lang: Language, *names: str) -> tuple[str, ...]:
    """The heads of columns."""
    from glasshield.messages import text

    return tuple(text(lang, f"statement.column.{name}") for name in names)


def value(row: Mapping[str, Any], side: str, lang: Language) -> str:
    """A value as one reads it, long ones cut; a word for what is not there."""
    import msgspec

    from glasshield.messages import text

    if side not in row:
        return text(lang, "statement.nothing")
    found = row[side]
    shown = printable(found) if isinstance(found, str) else msgspec.json.encode(found).decode()
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"


def margin(row: Mapping[str, Any]) -> str:
    """A margin with its unit, to four digits; a dash for one that no number answers."""
    if row["value"] is None:
        return "–"
    return printable(f"{row['value']:+.4g} {row['unit']}".removesuffix(" 1"))


def interval(row: Mapping[str, Any]) -> str:
    """The ends of a margin, to four digits."""
    ends = (row[end] for end in ("low", "high"))
    return " … ".join("–" if end is None else f"{end:+.4g}" for end in ends)


def _verdict(row: Mapping[str, Any], lang: Language) -> tuple[str, ...]:
    from glasshield.messages import text

    return (
        printable(row["party"]),
        printable(row["assumptions"]),
        text(lang, f"statement.verdict.{row['verdict']}"),
        margin(row["margin"]),
        interval(row["margin"]),
    )
