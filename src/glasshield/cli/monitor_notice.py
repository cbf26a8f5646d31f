"""`glasshield monitor notice`: a test in the fields of a notification regime, and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from glasshield.cli import monitor, options, output
from glasshield.errors import InputError, UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glasshield.catalog.announced import AnnouncedTest
    from glasshield.monitoring.notice import Chosen, Notice
    from glasshield.monitoring.rules import RuleRow
    from glasshield.report.monitoring.wording import Words
    from glasshield.workspace import Workspace

_FORMATS: Final = "1988|hcoc|jdec|plns|navarea"


def command(
    test: Annotated[
        str | None,
        typer.Argument(metavar="[TEST]", help="A test of the catalogue, or your own .toml."),
    ] = None,
    format: Annotated[
        str | None, typer.Option(metavar=_FORMATS, help="Whose fields the notice has.")
    ] = None,
    leave_out: Annotated[
        str, typer.Option(metavar="NAMES", help="What the notice need not carry, with commas.")
    ] = "",
    impact_time: Annotated[
        str | None, typer.Option(metavar="UTC", help="Estimated: 2030-06-01T06:40:00Z.")
    ] = None,
    genuine: Annotated[
        bool, typer.Option("--genuine", help="The notice announces something; else an exercise.")
    ] = False,
    reading: Annotated[
        Path | None,
        typer.Option("--from", metavar="NOTICE", help="Read a notice: the start of a TEST.toml."),
    ] = None,
    id: Annotated[str, typer.Option(help="Of the test that a notice becomes.")] = "announced",
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the text there.")] = None,
    set: options.SetFacts = None,
    lang: options.Lang = "en",
    catalog: options.CatalogFolder = None,
    json: options.Json = False,
) -> None:
    """Write a test as a notice that people and machines read, check its rules; or read one back.

    Example: glasshield monitor notice third-site-booster --format hcoc --leave-out impact_area
    """
    language = options.language(lang)
    if (test is None) == (reading is None):
        raise InputError(
            "a notice is made of one test, or read from one file", do="give TEST, or --from NOTICE"
        )
    if reading is not None:
        workspace = options.workspace(catalog).overridden(options.settings(set or []))
        notice, text = _read(reading, id, workspace)
        rows = _rules(notice, workspace)
    else:
        assert test is not None
        asked = monitor.asked(test, set or [], catalog)
        workspace = asked.workspace
        notice, text = _made(asked, format, _chosen(leave_out, impact_time, genuine=genuine))
        rows = _rules(asked.test, workspace)
    if out is not None:
        _write(out, text)
    if json:
        output.print_json(_answer(notice, text, rows))
    else:
        words = monitor.words_of(workspace, language)
        _print(notice, "" if out is not None else text, rows, words)
    if out is not None:
        monitor.say_files([out])


def _chosen(leave_out: str, impact_time: str | None, *, genuine: bool) -> Chosen:
    from glasshield.earth.time import Instant
    from glasshield.monitoring.notice import Chosen, Standing

    names = tuple(name.strip() for name in leave_out.split(",") if name.strip())
    when = None if impact_time is None else Instant.parse(impact_time, where="--impact-time")
    return Chosen(names, Standing.GENUINE if genuine else Standing.EXERCISE, when)


def _made(asked: monitor.Asked, format: str | None, chosen: Chosen) -> tuple[Notice, str]:
    """The notice of a test, and its text.

    Raises:
        InputError: no format, or a test that does not fit into its fields.
        UnknownNameError: a format that there is not.
    """
    from glasshield.exchange.notices import FORMATS, written
    from glasshield.monitoring.notice import notice_of

    if format is None:
        raise InputError("a notice has a format", where="--format", expected=_FORMATS)
    if format not in FORMATS:
        raise UnknownNameError.among("format of notices", format, FORMATS)
    regimes = asked.workspace.catalog.regimes
    notice = notice_of(asked.test, regimes[FORMATS[format]], chosen)
    return notice, written(notice, regimes)


def _read(file: Path, id: str, workspace: Workspace) -> tuple[Notice, str]:
    """The notice of a file, and the test that it begins.

    Raises:
        InputError: no notice, or one with a field that its regime does not have.
    """
    from glasshield.exchange.notices import read_notice, test_skeleton

    notice = read_notice(file, workspace.catalog.regimes)
    return notice, test_skeleton(notice, id)


def _rules(announced: AnnouncedTest | Notice, workspace: Workspace) -> Sequence[RuleRow]:
    """The rules of all regimes for a test, and of its own regime for a notice."""
    from glasshield.monitoring.rules import rules

    return rules(announced, workspace.catalog.regimes)


def _write(out: Path, text: str) -> None:
    from glasshield.workspace import write_atomically

    with write_atomically(out) as aside:
        aside.write_text(text, encoding="utf-8")


def _answer(notice: Notice, text: str, rows: Sequence[RuleRow]) -> dict[str, Any]:
    from glasshield.exchange.notices import to_json

    return {"notice": to_json(notice), "text": text, "rules": rows}


def _print(notice: Notice, text: str, rows: Sequence[RuleRow], words: Words) -> None:
    """Prints the text, which a machine may read, and says beside it what the rules say.

    Args:
        notice: that was made or read.
        text: to be printed; empty where it was written to a file, and the rules are printed.
        rows: the rules.
        words: names and language.
    """
    if text:
        output.print_lines(text.rstrip("\n"))
        for said in _sentences(notice, rows, words):
            output.say(said)
        return
    columns = ("regime", "rule", "answer", "why")
    output.print_table(
        words.text("monitoring.notice.rules"),
        [words.text(f"monitoring.column.{name}") for name in columns],
        [
            (
                words.names.short("regime", row.regime, words.lang),
                words.both(row.name),
                words.named("says", row.answer),
                words.both(row.why),
            )
            for row in rows
        ],
    )


def _sentences(notice: Notice, rows: Sequence[RuleRow], words: Words) -> list[str]:
    """How many rules are met, each that is not, and that a regime has none."""
    met = sum(row.answer == "met" for row in rows)
    said = [words.text("monitoring.notice.met", n=met)] if met else []
    said += [
        f"{words.names.short('regime', row.regime, words.lang)}, {words.both(row.name)}: "
        f"{words.both(row.why)}"
        for row in rows
        if row.answer != "met"
    ]
    if notice.regime not in {row.regime for row in rows}:
        regime = words.names.short("regime", notice.regime, words.lang)
        said.append(words.text("monitoring.notice.none", regime=regime))
    return said
